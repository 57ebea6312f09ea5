"""Networks for tests: one of a few people whom one remembers, one with everything there can be, and random ones."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from graph.lines import Line, read_line
from graph.network import Network, Stored
from graph.network_file import write
from graph.records import NodeRecord, Record, RelationRecord, Touch
from graph.validation import NumberedLine, proposed
from graph.vocabulary import (
    KINDS,
    RELATIONS,
    CodeSystem,
    Form,
    Mandate,
    Member,
    RulePer,
    Visibility,
    joins,
)


def numbered(lines: Iterable[Line]) -> list[NumberedLine]:
    return list(enumerate(lines, 1))


def touches(lines: Iterable[Line], network: Network | None = None, *, replace: bool = False) -> tuple[Touch, ...]:
    """What lines come to in a network, the empty one if none is given; they have to be right."""
    return proposed(network or Network.empty(), numbered(lines), replace=replace)


def records(lines: Iterable[Line]) -> list[Record]:
    """The records of lines, nodes before relations, each by id; with the default visibility that a load gives."""
    return [touch.record for touch in touches(lines)]


def record(line: Line) -> Record:
    read = read_line(line)
    assert not isinstance(read, list), read
    return read


def dumped(network: Iterable[Record]) -> bytes:
    return b"".join(write(network))


def of_stream(stream: tuple[int, Iterator[Stored]]) -> tuple[int, list[Record]]:
    version, stored = stream
    return version, [one.record for one in stored]


def of_network(network: Network) -> list[Record]:
    return [*network.node_records(), *network.relation_records()]


# A few people

FENNA: Line = {"node": "Person", "id": "fenna", "name": "Fenna Dirks", "email": "f.dirks@example.org"}
MEHMET: Line = {"node": "Person", "id": "mehmet", "name": "Mehmet Yılmaz", "introducible": True}
HEERLEN: Line = {"node": "Municipality", "id": "GM0917", "name": "Heerlen", "codes": {"CBS": "GM0917"}}
BOARD: Line = {"node": "SchoolBoard", "id": "b1", "name": "Stichting Één", "codes": {"BEVOEGD_GEZAG": "41249"}}
SCHOOL: Line = {
    "node": "School",
    "id": "s1",
    "name": "De Windwijzer",
    "codes": {"DUO": "12AB00"},
    "pupils": {"2024": 201, "2025": 198},
}
FENNA_WORKS: Line = {"relation": "WORKS_FOR", "from": "fenna", "to": "b1", "title": "beleidsadviseur"}
FENNA_KNOWS: Line = {"relation": "KNOWS", "from": "fenna", "to": "mehmet", "strength": "GOOD", "since": "2024-01-01"}
SCHOOL_OF_BOARD: Line = {"relation": "PART_OF", "from": "s1", "to": "b1"}

FEW: tuple[Line, ...] = (FENNA, MEHMET, HEERLEN, BOARD, SCHOOL, FENNA_WORKS, FENNA_KNOWS, SCHOOL_OF_BOARD)


# Everything there can be

_SOURCES = [
    {"title": "Alle vestigingen", "url": "https://example.org/vestigingen", "retrieved": "2026-01-31"},
    {"title": "van horen zeggen"},
    {"title": "Jaarverslag", "retrieved": "0001-01-01"},
]
_COMMON = {
    "since": "1901-02-03",
    "until": "9999-12-31",
    "visibility": "COALITION",
    "confirmedAt": "2024-02-29",
    "sources": _SOURCES,
}
TRICKY = 'Één "aanhaling" \\ `accent` $naam {kromme} ’s-Gravenhage\n\ttab é 学校 🏫 \u200f'


def everything() -> list[Line]:
    """Every kind and relation of the vocabulary between every pair of kinds that it joins, bare and with all members.

    Each relation has ends of its own, so that no rule about several relations of one node is in the way.
    """
    made: list[Line] = [{"node": "Sector", "id": "the sector", "name": "PO", "weighs": "PUPILS"}]
    made += [{"node": "Person", "id": "the person", "name": "Fenna"}, _node("Coalition", "the coalition", full=False)]
    for kind in KINDS:
        made += [_node(kind, f"{kind} full", full=True), _node(kind, f"{kind} bare", full=False)]
    for type in RELATIONS.values():
        for origin, target in sorted({(o, t) for o in KINDS for t in KINDS if joins(type, o, t)}):
            for full in (True, False):
                name = f"{type.name} {origin} {target} {'full' if full else 'bare'}"
                ends = {"from": f"{name} <", "to": f"{name} >"}
                made += [_node(origin, ends["from"], full=False), _node(target, ends["to"], full=False)]
                members = {m.name: _value(m, name) for m in type.members if full or m.required}
                given = {"id": f"id of {name}", **_COMMON} if full else {}
                made.append({"relation": type.name, **ends, **members, **given})
    seated = {line["from"] for line in made if line.get("relation") == "SEAT_IN"}
    seats = [line["id"] for line in made if line.get("node") == "Seat" and line["id"] not in seated]
    return made + [{"relation": "SEAT_IN", "from": seat, "to": "the coalition"} for seat in seats]


def _node(kind: str, id: str, *, full: bool) -> Line:
    members = {m.name: _value(m, id) for m in KINDS[kind].members if full or m.required}
    return {"node": kind, "id": id, "name": TRICKY if full else id, **members, **(_COMMON if full else {})}


def _value(member: Member, id: str) -> object:
    values: dict[Form, object] = {
        Form.TEXT: TRICKY,
        Form.TEXTS: [TRICKY, "tweede", TRICKY],
        Form.DATE: "2026-03-02",
        Form.BOOLEAN: False,
        Form.COUNT: 0,
        Form.NUMBER: -0.5,
        Form.CODES: {system.name: f"{id} {system.name}" for system in CodeSystem},
        Form.FIGURES: {"0999": 0, "2025": 2**31 - 1, "1996": 12},
        Form.RULES: [
            {"sectors": ["the sector"], "minimum": 2, "per": "MUNICIPALITY", "mandate": "DECIDE"},
            {"sectors": ["the sector", "the sector"], "minimum": 1, "per": "COALITION", "mandate": "LISTEN"},
            {"sectors": ["the sector"], "minimum": 2, "per": "MUNICIPALITY", "mandate": "DECIDE"},
        ],
        Form.BOUNDARY: {"type": "Polygon", "coordinates": [[[5.9, 50.85], [6.0, 50.8], [6, 51], [5.9, 50.85]]]},
        Form.NODE: {"Sector": "the sector", "Person": "the person"}.get(member.refers or ""),
    }
    if member.choices is not None:
        return list(member.choices.__members__)[-1]
    return values[member.form]


# Random ones

_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=8).filter(
    lambda text: bool(text.strip())
)
_DATES = st.dates(date(2020, 1, 1), date(2026, 12, 31)).map(date.isoformat)
_IDS_OF_A_KIND = 2


@st.composite
def random_lines(draw: st.DrawFn) -> list[Line]:
    """A small network that the vocabulary allows, of nodes out of a small pool, so that they come, change and go."""
    ids = [f"{kind} {number}" for kind in KINDS for number in range(_IDS_OF_A_KIND)]
    chosen = draw(st.lists(st.sampled_from(ids), max_size=8, unique=True))
    kinds = {id: id.split()[0] for id in chosen}
    of_kind = {kind: [id for id in chosen if kinds[id] == kind] for kind in KINDS}
    if not of_kind["Coalition"] or not of_kind["Sector"]:
        kinds = {id: kind for id, kind in kinds.items() if kind != "Seat"}
    free_codes = draw(st.permutations([f"code {number}" for number in range(10)]))
    lines = [draw(_random_node(id, kind, of_kind, free_codes)) for id, kind in kinds.items()]
    seats = [id for id, kind in kinds.items() if kind == "Seat"]
    lines += [{"relation": "SEAT_IN", "from": seat, "to": of_kind["Coalition"][0]} for seat in seats]
    return lines + draw(_random_relations(kinds, of_kind))


@st.composite
def _random_node(
    draw: st.DrawFn, id: str, kind: str, of_kind: dict[str, list[str]], free_codes: list[str]
) -> dict[str, Any]:
    line: dict[str, Any] = {"node": kind, "id": id, "name": draw(_TEXTS)}
    for member in KINDS[kind].members:
        if member.required or draw(st.booleans()):
            line[member.name] = draw(_random_value(member, of_kind, free_codes))
    return line | draw(_random_common())


@st.composite
def _random_common(draw: st.DrawFn) -> dict[str, Any]:
    since, until = sorted(draw(st.lists(_DATES, min_size=2, max_size=2)))
    source = st.fixed_dictionaries({"title": _TEXTS}, optional={"url": _TEXTS, "retrieved": _DATES})
    common = st.fixed_dictionaries(
        {},
        optional={
            "since": st.just(since),
            "until": st.just(until),
            "visibility": st.sampled_from(list(Visibility.__members__)),
            "confirmedAt": _DATES,
            "sources": st.lists(source, max_size=3),
        },
    )
    return draw(common)


@st.composite
def _random_value(draw: st.DrawFn, member: Member, of_kind: dict[str, list[str]], free_codes: list[str]) -> object:
    if member.choices is not None:
        return draw(st.sampled_from(list(member.choices.__members__)))
    match member.form:
        case Form.NODE:
            there = of_kind[member.refers or ""]
            return draw(st.sampled_from(there)) if there else None
        case Form.CODES:
            systems = draw(st.lists(st.sampled_from([system.name for system in CodeSystem]), max_size=2, unique=True))
            return {system: free_codes.pop() for system in systems if free_codes}
        case Form.RULES:
            return draw(_random_rules(of_kind["Sector"])) if of_kind["Sector"] else []
        case form:
            return draw(_VALUES[form])


def _random_rules(sectors: Sequence[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    rule = st.fixed_dictionaries(
        {
            "sectors": st.lists(st.sampled_from(list(sectors)), min_size=1, max_size=3),
            "minimum": st.integers(1, 3),
            "per": st.sampled_from(list(RulePer.__members__)),
            "mandate": st.sampled_from(list(Mandate.__members__)),
        }
    )
    return st.lists(rule, max_size=3)


_VALUES: dict[Form, st.SearchStrategy[Any]] = {
    Form.TEXT: _TEXTS,
    Form.TEXTS: st.lists(_TEXTS, max_size=3),
    Form.DATE: _DATES,
    Form.BOOLEAN: st.booleans(),
    Form.COUNT: st.integers(0, 2**31 - 1),
    Form.NUMBER: st.integers(-(10**14), 10**14) | st.floats(-1e14, 1e14),
    Form.FIGURES: st.dictionaries(
        st.integers(0, 9999).map(lambda year: f"{year:04d}"), st.integers(0, 2**31 - 1), max_size=4
    ),
    Form.BOUNDARY: st.floats(-90, 90).map(
        lambda degrees: {
            "type": "MultiPolygon",
            "coordinates": [[[[degrees, degrees], [6, 50], [5.5, 50], [degrees, degrees]]]],
        }
    ),
}


@st.composite
def _random_relations(draw: st.DrawFn, kinds: dict[str, str], of_kind: dict[str, list[str]]) -> list[Line]:
    possible = [
        (type, origin, target)
        for type in RELATIONS
        for origin in kinds
        for target in kinds
        if type != "SEAT_IN" and joins(RELATIONS[type], kinds[origin], kinds[target])
        if origin < target or (origin > target and type != "PART_OF")  # parts in one direction: never in a round
    ]
    if not possible:
        return []
    lines: dict[str, Line] = {}
    taken: set[tuple[str, str]] = set()
    for type, origin, target in draw(st.lists(st.sampled_from(possible), max_size=8)):
        seat = {"HOLDS": target, "SEAT_FOR": origin}.get(type)
        if seat is not None and (type, seat) in taken:
            continue
        taken.add((type, seat or ""))
        line: dict[str, Any] = {"relation": type, "from": origin, "to": target}
        for member in RELATIONS[type].members:
            if member.required or draw(st.booleans()):
                line[member.name] = draw(_random_value(member, of_kind, []))
        line |= draw(_random_common())
        if draw(st.booleans()):
            line["id"] = f"{type} {origin} {target} {draw(st.integers(1, 2))}"
        read = record(line)
        lines.setdefault(read.id, line)
    return list(lines.values())


def nodes_of(found: Iterable[Record]) -> list[NodeRecord]:
    return [one for one in found if isinstance(one, NodeRecord)]


def relations_of(found: Iterable[Record]) -> list[RelationRecord]:
    return [one for one in found if isinstance(one, RelationRecord)]
