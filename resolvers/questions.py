"""The network's own questions, with the nodes that they name: short lines, contacts, coverage, neighbourhoods."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from graph import contact_paths as paths
from graph import contacts as people
from graph import coverage as covered
from graph import neighbourhood as drawn
from graph.contact_paths import MOST_HANDSHAKES, MOST_PATHS, PathOrder
from graph.cut import Cut
from graph.errors import BadInput
from graph.needs import Need
from graph.themes import Synonyms
from graph.vocabulary import Mandate
from resolvers.arguments import LONGEST_LIST, few, node_on, nodes_on, sought, within
from resolvers.lists import not_enrolled

MOST_STEPS = 6
LARGEST_NEIGHBOURHOOD = 2_000
MOST_PROSPECTS = 10

_OF_PEOPLE = ("Person", "Organisation", "Coalition")  # what people can be of


@dataclass(frozen=True, slots=True)
class AskedNeed:
    """A need as it is asked for, by ids."""

    sector: str | None = None
    area: str | None = None
    theme: str | None = None
    mandate: Mandate | None = None
    organisation: str | None = None


def contact_paths(
    cut: Cut,
    origin: str,
    target: str | AskedNeed,
    *,
    order: PathOrder,
    max_handshakes: int,
    first: int,
    avoid: Sequence[str],
    via: str | None,
    field: str,
) -> tuple[paths.ContactPath, ...] | paths.NoContactPath:
    """The best short lines to a person, organisation or need; `field` is where the target was named."""
    within("maxHandshakes", max_handshakes, 1, MOST_HANDSHAKES)
    within("first", first, 1, MOST_PATHS)
    kind = "Person" if field == "to.person" else "Organisation"
    return paths.contact_paths(
        cut,
        node_on(cut, origin, "from", *_OF_PEOPLE),
        need_of(cut, target, field) if isinstance(target, AskedNeed) else node_on(cut, target, field, kind),
        order=order,
        max_handshakes=max_handshakes,
        first=first,
        avoid=nodes_on(cut, avoid, "avoid", *_OF_PEOPLE),
        via=None if via is None else node_on(cut, via, "via", *_OF_PEOPLE),
    )


def contacts(cut: Cut, need: AskedNeed, asker: str | None, first: int, synonyms: Synonyms) -> list[people.Contact]:
    """The best contacts for a need."""
    within("first", first, 1, LONGEST_LIST)
    asking = None if asker is None else node_on(cut, asker, "from", *_OF_PEOPLE)
    return people.contacts(cut, need_of(cut, need, "need"), asking, first, synonyms=synonyms)


def prospects(
    cut: Cut, programme: int, area: str | None, asker: str | None, first: int, each: int, synonyms: Synonyms
) -> list[tuple[int, list[people.Contact]]]:
    """The first regions that do not take part in a programme, and the best contacts in each."""
    within("first", first, 1, MOST_PROSPECTS)
    within("contacts", each, 1, LONGEST_LIST)
    asking = None if asker is None else node_on(cut, asker, "from", *_OF_PEOPLE)
    regions = not_enrolled(cut, programme, area)[:first]
    return [(region, people.contacts(cut, Need(area=region), asking, each, synonyms=synonyms)) for region in regions]


def coverage(cut: Cut, area: str, coalition: str | None, sectors: Sequence[str] | None) -> covered.Coverage:
    """The coverage of an area, by one coalition or by all of them."""
    return covered.coverage(
        cut,
        node_on(cut, area, "area", "Area"),
        None if coalition is None else node_on(cut, coalition, "coalition", "Coalition"),
        None if sectors is None else nodes_on(cut, sectors, "sectors", "Sector"),
    )


def neighbourhood(
    cut: Cut,
    around: Sequence[str],
    *,
    steps: int,
    types: Collection[str] | None,
    kinds: Collection[str] | None,
    limit: int,
    most: int = LARGEST_NEIGHBOURHOOD,
) -> drawn.Neighbourhood:
    """What lies around some nodes: at most `limit` nodes, which may be `most`."""
    within("steps", steps, 0, MOST_STEPS)
    within("limit", limit, 1, most)
    few("around", around, 1, LONGEST_LIST)
    found = nodes_on(cut, around, "around")
    return drawn.neighbourhood(cut, found, steps=steps, types=types, kinds=kinds, limit=limit)


def need_of(cut: Cut, asked: AskedNeed, field: str) -> Need:
    """A need with the nodes that it names. Raises BadInput when it asks for nothing."""
    if asked == AskedNeed():
        raise BadInput(
            "The need asks for nothing.",
            field=field,
            expected="at least one of sector, area, theme, mandate and organisation",
        )
    return Need(
        sector=None if asked.sector is None else node_on(cut, asked.sector, f"{field}.sector", "Sector"),
        area=None if asked.area is None else node_on(cut, asked.area, f"{field}.area", "Area"),
        theme=None if asked.theme is None else sought(f"{field}.theme", asked.theme),
        mandate=asked.mandate,
        organisation=(
            None
            if asked.organisation is None
            else node_on(cut, asked.organisation, f"{field}.organisation", "Organisation")
        ),
    )
