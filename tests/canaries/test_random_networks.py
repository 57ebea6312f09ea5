"""Random small networks in which anything may be hidden from anybody: each viewer is answered from them exactly as from
what is left when all that they may not see is taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, product
from pathlib import Path

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.viewers import PUBLIC, ViewerClass, member
from graph.vocabulary import KINDS, RELATIONS, joins
from tests.asking import Asking, sqlite_asking
from tests.canaries.arguments import written
from tests.canaries.services import without_moments
from tests.canaries.stripping import stripped
from tests.canaries.walk import COMMITTED, selection
from tests.graph.networks import Line, node, relation
from tests.graph.random_networks import people_networks

VISIBILITIES = (None, None, "PUBLIC", "PUBLIC", "MEMBER", "COALITION", "STEWARD")
VIEWERS = (PUBLIC, member(), member("c0"), member("c0", "c1"))
_REQUIRED: dict[str, Line] = {
    "Sector": {"weighs": "PUPILS"},
    "Coalition": {"phase": "WORKING"},
    "Meeting": {"date": "2026-06-01"},
    "Municipality": {"children": 100},
    "School": {"pupils": {"2025": 90}},
}
_HANDMADE = frozenset({"HOLDS", "SEAT_IN", "SEAT_FOR", "KNOWS"})  # of these people_networks makes enough
_HAS_ITS_WHOLE = "OtherOrganisation"  # and of these the parts as well, in another order than the nodes'


@st.composite
def hidden_networks(draw: st.DrawFn) -> list[Line]:
    """A network of people, and around it nodes of some kinds with whatever may join them; anything may be hidden."""
    lines = draw(people_networks())
    kinds = draw(st.lists(st.sampled_from([kind for kind in KINDS if kind != "Seat"]), min_size=3, max_size=8))
    kinds += ["Region", "Municipality", "School"]
    lines += [node(kind, f"x{number}", **_REQUIRED.get(kind, {})) for number, kind in enumerate(kinds)]
    rules = draw(_rules([line["id"] for line in lines if line.get("node") == "Sector"]))
    lines = [{**line, "rules": rules} if line.get("node") == "Coalition" else line for line in lines]
    lines += draw(st.lists(st.sampled_from(_possible(lines)), max_size=25, unique_by=lambda line: str(line["id"])))
    hidden = draw(st.lists(st.sampled_from(VISIBILITIES), min_size=len(lines), max_size=len(lines)))
    return [line if how is None else {**line, "visibility": how} for line, how in zip(lines, hidden, strict=True)]


@st.composite
def _rules(draw: st.DrawFn, sectors: list[str]) -> list[Line]:
    per = st.sampled_from(["COALITION", "MUNICIPALITY"])
    some = st.lists(st.sampled_from(sectors), min_size=1, max_size=2, unique=True)
    return [
        {"minimum": draw(st.integers(1, 2)), "per": draw(per), "mandate": "LISTEN", "sectors": draw(some)}
        for _ in range(draw(st.integers(0, 3)))
    ]


def _possible(lines: Sequence[Line]) -> list[Line]:
    """Every relation that may be added to some nodes; parts lead to wholes that come later, so that none is its own."""
    nodes = [line for line in lines if "node" in line]
    found = []
    for (place, one), (later, other) in product(enumerate(nodes), enumerate(nodes)):
        for type in RELATIONS.values():
            whole = type.name != "PART_OF" or (place < later and one["node"] != _HAS_ITS_WHOLE)
            if place != later and whole and type.name not in _HANDMADE and joins(type, one["node"], other["node"]):
                found.append(relation(type.name, one["id"], other["id"], id=f"{type.name}-{place}-{later}"))
    return found


def questions(lines: Sequence[Line]) -> list[str]:
    """Everything about every node, every list, and the network's own questions about some of them."""
    ids = {kind: [str(line["id"]) for line in lines if line.get("node") == kind] for kind in KINDS}
    every = [id for of_kind in ids.values() for id in of_kind]
    people, areas = ids["Person"], [*ids["Region"], *ids["Municipality"]]
    starts = [*people[:3], *ids["OtherOrganisation"][:1], *ids["Coalition"][:2]]
    return [
        *(f"nodes(ids: {written(ids[kind])}) {{ ... on {kind} {{ {_all(kind, 1)} }} }}" for kind in KINDS if ids[kind]),
        _all("Network", 1),
        *(
            f"contactPaths(from: {written(one)}, to: {{person: {written(other)}}}, first: 20) {{ {_PATHS} }}"
            for one, other in product(starts, people[:3])
        ),
        *(f"representation(coalition: {written(id)}) {{ {_all('Representation', 2)} }}" for id in ids["Coalition"]),
        *(f"coverage(area: {written(id)}) {{ {_all('Coverage', 2)} }}" for id in areas[:3]),
        *(
            f'contacts(from: "p0", need: {{area: {written(id)}, theme: "VO"}}, first: 100) {{ {_all("Contact", 1)} }}'
            for id in areas[:2]
        ),
        *(f"analysis {{ {one} }}" for one in _analyses(ids)),
        f"neighbourhood(around: {written(every[:2])}, steps: 3) {{ {_all('Subgraph', 1)} }}",
        *(f'search(text: "{word}") {{ totalCount edges {{ cursor }} }}' for word in ("x", "p1", "VO")),
    ]


def _analyses(ids: dict[str, list[str]]) -> Iterator[str]:
    """The analyses of everybody, and of some of what they can be asked of."""
    for field, type_ in (("cohesion", "Cohesion"), ("communities", "Community"), ("cutPoints", "CutPoint")):
        yield f"{field} {{ {_all(type_, 1)} }}"
    for id in ids["Person"][:2]:
        yield f"departure(person: {written(id)}) {{ {_all('Departure', 1)} }}"
    for id in ids["Coalition"][:1]:
        yield f"minimalDelegation(coalition: {written(id)}) {{ {_all('MinimalDelegation', 1)} }}"
        yield f"introductions(coalition: {written(id)}) {{ {_all('Introduction', 1)} }}"
        yield f"comparison(coalitions: [{written(id)}]) {{ {_all('CoalitionFigures', 1)} }}"
    for id in ids["Channel"][:1]:
        yield f"reach(channel: {written(id)}) {{ {_all('Reach', 2)} }}"


def _all(type_: str, depth: int) -> str:
    return selection(COMMITTED.type_map[type_], depth)


_PATHS = _all("ContactPathsResult", 2)
_FOLDERS = count()


def answers(folder: Path, lines: Sequence[Line], viewer: ViewerClass, asked: Sequence[str]) -> list[str]:
    """What a viewer is answered from a network of these lines."""
    asking: Asking = sqlite_asking(folder / str(next(_FOLDERS)), lines).by(viewer)
    documents = ["{ changes(since: 0) { touched details } }", *(f"{{ network {{ {one} }} }}" for one in asked)]
    try:
        found = [asking.answer(document) for document in documents]
    finally:
        asking.live.close()
    assert all(answer["data"] is not None for answer in found), "asked too much"
    return [without_moments(orjson.dumps(answer, option=orjson.OPT_INDENT_2)).decode() for answer in found]


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(hidden_networks(), st.sampled_from(VIEWERS))
def test_what_is_hidden_changes_no_answer(tmp_path: Path, lines: list[Line], viewer: ViewerClass) -> None:
    asked = questions(lines)
    left = stripped(lines, viewer)
    for full, bare in zip(answers(tmp_path, lines, viewer, asked), answers(tmp_path, left, viewer, asked), strict=True):
        assert full == bare
