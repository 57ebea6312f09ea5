"""What may be exported, and with which arguments: texts, as an address or a command has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.cut import Cut
from graph.errors import BadInput, NotFound
from graph.vocabulary import KINDS, RELATIONS, CoalitionPhase, kinds_of
from resolvers import lists as found
from resolvers.arguments import node_on
from resolvers.context import Context
from resolvers.exports import coalitions, lists
from resolvers.exports.subgraphs import subgraph
from resolvers.exports.tables import Export
from resolvers.questions import neighbourhood

MOST_NODES = 5_000
"""Nodes of a subgraph that is exported."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The arguments of an export, each a text; of these some may stand for several with commas between them."""

    given: Mapping[str, str]

    def text(self, name: str) -> str | None:
        """A text, None where it was not given."""
        return self.given.get(name) or None

    def required(self, name: str) -> str:
        """A text that has to be there."""
        text = self.text(name)
        if text is None:
            raise BadInput(f"«{name}» is missing.", field=name, expected=ARGUMENTS[name])
        return text

    def several(self, name: str, of: Sequence[str] | None = None) -> list[str] | None:
        """Texts; each one of a list, where there is one."""
        text = self.text(name)
        if text is None:
            return None
        texts = [one.strip() for one in text.split(",") if one.strip()]
        if wrong := next((one for one in texts if of is not None and one not in of), None):
            raise BadInput(f"«{wrong}» is none of {name}.", field=name, actual=wrong, expected=", ".join(of or ()))
        return texts

    def number(self, name: str, default: int) -> int:
        """A whole number."""
        text = self.text(name)
        if text is None:
            return default
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise BadInput(f"«{text[:40]}» is no number.", field=name, actual=text[:40], expected="a whole number")
        return int(text)


ARGUMENTS: Mapping[str, str] = {
    "asOf": "the date that it holds for, as 2026-03-14; today if not given",
    "sector": "the id of a sector",
    "sectors": "ids of sectors, with commas",
    "area": "the id of a region or municipality",
    "organisation": "the id of an organisation",
    "coalition": "the id of a coalition",
    "partOf": "the id of an organisation",
    "text": "words to search for",
    "kinds": "kinds of nodes, with commas",
    "phase": "the phase of a coalition",
    "around": "ids of nodes, with commas",
    "steps": "how many steps from there, 0 to 6; 1 if not given",
    "types": "types of relations, with commas",
    "limit": f"the most nodes, up to {MOST_NODES:,}; 500 if not given",
}
"""Every argument, and what it is."""


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of export: what it gives, which arguments it takes, and how it is made."""

    meaning: str
    arguments: tuple[str, ...]
    make: Callable[[Cut, Asked], Export]


def _people(cut: Cut, asked: Asked) -> Export:
    filters = {name: asked.text(name) for name in ("sector", "area", "organisation", "coalition", "text")}
    return lists.people(cut, found.people(cut, **filters))


def _organisations(family: str, name: str) -> Callable[[Cut, Asked], Export]:
    def make(cut: Cut, asked: Asked) -> Export:
        nodes = found.organisations(
            cut,
            family=family,
            kinds=asked.several("kinds", tuple(kinds_of("Organisation"))),
            sector=asked.text("sector"),
            area=asked.text("area"),
            text=asked.text("text"),
            part_of=asked.text("partOf"),
        )
        return lists.nodes_of(cut, name, "School" if family == "School" else "OtherOrganisation", nodes)

    return make


def _coalitions(cut: Cut, asked: Asked) -> Export:
    phases = asked.several("phase", [phase.value for phase in CoalitionPhase])
    phase = CoalitionPhase(phases[0]) if phases else None
    nodes = found.coalitions(cut, area=asked.text("area"), phase=phase, text=asked.text("text"))
    return lists.nodes_of(cut, "coalitions", "Coalition", nodes)


def _municipalities(cut: Cut, asked: Asked) -> Export:
    nodes = found.municipalities(cut, asked.text("area"))
    return lists.nodes_of(cut, "municipalities", "Municipality", nodes)


def _of_kind(kind: str, name: str) -> Callable[[Cut, Asked], Export]:
    return lambda cut, _: lists.nodes_of(cut, name, kind, found.of_kind(cut, kind))


def _who_is_who(cut: Cut, asked: Asked) -> Export:
    return coalitions.who_is_who(cut, node_on(cut, asked.required("coalition"), "coalition", "Coalition"))


def _representation(cut: Cut, asked: Asked) -> Export:
    return coalitions.representation(cut, node_on(cut, asked.required("coalition"), "coalition", "Coalition"))


def _coverage(cut: Cut, asked: Asked) -> Export:
    area = node_on(cut, asked.required("area"), "area", "Area")
    coalition, sectors = asked.text("coalition"), asked.several("sectors")
    at = None if coalition is None else node_on(cut, coalition, "coalition", "Coalition")
    of = None if sectors is None else [node_on(cut, sector, "sectors", "Sector") for sector in sectors]
    return coalitions.coverage(cut, area, at, of)


def _subgraph(cut: Cut, asked: Asked) -> Export:
    asked.required("around")
    drawn = neighbourhood(
        cut,
        asked.several("around") or [],
        steps=asked.number("steps", 1),
        types=asked.several("types", tuple(RELATIONS)),
        kinds=asked.several("kinds", (*KINDS, "Organisation", "Area")),
        limit=asked.number("limit", 500),
        most=MOST_NODES,
    )
    return subgraph(cut, drawn.nodes, drawn.relations)


_OF_ORGANISATIONS = ("kinds", "sector", "area", "text", "partOf")

SORTS: Mapping[str, Sort] = {
    "people": Sort("people with their functions", ("sector", "area", "organisation", "coalition", "text"), _people),
    "organisations": Sort("organisations", _OF_ORGANISATIONS, _organisations("Organisation", "organisations")),
    "schools": Sort("schools with their pupils", _OF_ORGANISATIONS[1:], _organisations("School", "schools")),
    "municipalities": Sort("municipalities", ("area",), _municipalities),
    "coalitions": Sort("coalitions", ("area", "phase", "text"), _coalitions),
    "programmes": Sort("programmes", (), _of_kind("Programme", "programmes")),
    "sectors": Sort("the sectors", (), _of_kind("Sector", "sectors")),
    "who-is-who": Sort("who sits at the table of a coalition", ("coalition",), _who_is_who),
    "representation": Sort("the cells of a coalition and its gaps", ("coalition",), _representation),
    "coverage": Sort("sector by municipality of an area", ("area", "coalition", "sectors"), _coverage),
    "subgraph": Sort("what lies around some nodes", ("around", "steps", "types", "kinds", "limit"), _subgraph),
}
"""What can be exported, by name."""


def export(context: Context, sort: str, given: Mapping[str, str]) -> Export:
    """Make an export of what the viewer of a context may see, on the date asked for.

    Raises NotFound for what nobody exports or nobody sees, BadInput for arguments that are not as they should be.
    """
    wanted = SORTS.get(sort)
    if wanted is None:
        raise NotFound(
            f"There is no export «{sort[:40]}».", field="export", actual=sort[:40], expected=", ".join(SORTS)
        )
    taken = ("asOf", *wanted.arguments)
    if strange := next((name for name in given if name not in taken), None):
        raise BadInput(f"The export {sort} takes no «{strange[:40]}».", field=strange[:40], expected=", ".join(taken))
    return wanted.make(context.on(_day(given.get("asOf"))), Asked(given))


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BadInput(f"«{text[:40]}» is no date.", field="asOf", actual=text[:40], expected="a date as 2026-03-14")
