"""Random small networks around coalitions' tables: every rule of needs, seats and weights has something to bite.

Each choice is one draw from a list that repeats what is usual, since drawing is what costs time.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cache
from itertools import product
from typing import Any

from hypothesis import strategies as st

from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
from tests.graph.networks import TODAY, Line, node, relation
from tests.graph.reference_needs import Wanted

PEOPLE = [f"p{i}" for i in range(6)]
MUNICIPALITIES = ["ma", "mb", "mc"]
REGIONS = ["rz", "ry"]
AREAS = [*MUNICIPALITIES, *REGIONS]
SECTORS = ["OND", "PO", "SBO", "VO", "KO", "GGD"]
ORGANISATIONS = ["o0", "o1", "o2", "s0", "s1", "s2", "k0"]
COALITIONS = ["c0", "c1"]
VIEWERS = [STEWARD, PUBLIC, member(), member("c0"), member("c0", "c1")]
WORDS = ["kantine", "sport", "muziek", "toets"]

_KINDS = {"o": "SchoolBoard", "s": "School", "k": "ChildcareLocation"}
_UNITS = {"KO": "PLACES", "GGD": "CHILDREN"}
_MANDATES = ["LISTEN", "ADVISE", "DECIDE"]


def day(offset: int) -> str:
    return (TODAY + timedelta(days=offset)).isoformat()


_PERIODS: list[dict[str, Any]] = [
    {"since": None, "until": day(-100)},
    {"since": day(-500), "until": day(0)},
    {"since": day(-500), "until": day(1)},
    {"since": day(0), "until": None},
    {"since": day(1), "until": None},
    {"since": day(-364), "until": None},
    {"since": day(-365), "until": None},
]
_CONFIRMED: list[dict[str, Any]] = [
    {"confirmedAt": None},
    *({"confirmedAt": day(n)} for n in (-800, -366, -365, -364, -10, 5)),
]

_SOME_CONFIRMED = st.sampled_from(_CONFIRMED)
_SHOWN = st.sampled_from([{"visibility": visibility} for visibility in ("PUBLIC", "MEMBER", "COALITION")])

# Who held a seat when: periods that do not overlap, as days from today.
_HOLDINGS: tuple[tuple[tuple[int | None, int | None], ...], ...] = (
    (),
    ((None, None),),
    ((-400, None),),
    ((-365, None),),
    ((-364, None),),
    ((-300, -20),),
    ((-300, 0),),
    ((-900, -500), (-500, None)),
    ((-900, -500), (-400, None)),
    ((-300, -20), (30, None)),
    ((30, None),),
    ((None, 200),),
)


@cache
def _period(usual: int) -> st.SearchStrategy[dict[str, Any]]:
    """Present for good (so many times in so many and seven), or around a date that matters."""
    return st.sampled_from([{}] * usual + _PERIODS)


@cache
def _some(values: Sequence[Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from(values)


@cache
def _up_to_two(values: tuple[str, ...], none: int = 1) -> st.SearchStrategy[tuple[str, ...]]:
    """None (so many times), one or two of some values."""
    pairs = [(one, other) for one, other in product(values, values) if one < other]
    return st.sampled_from([()] * none + [(one,) for one in values] + pairs)


_MEMBERS = tuple(product(["Anna", "Bram", "anna"], [True, True, True, False]))
_PUPILS = [None, {"2025": 30}, {"2024": 10, "2026": 50}, {"2027": 70}, {"2026": 0}]
_FIGURES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "o": st.just({}),
    "s": st.sampled_from([{"pupils": pupils} for pupils in _PUPILS]),
    "k": st.sampled_from([{"places": places} for places in (None, 0, 24)]),
}
_USUAL_SECTORS = {"s": ("PO", "SBO", "VO"), "k": ("KO",), "o": tuple(SECTORS)}
_WHERE = (None, *MUNICIPALITIES, *MUNICIPALITIES, *REGIONS)
_SOMEWHERE_ELSE = (*[None] * 10, *MUNICIPALITIES, *REGIONS)
_PERSON = _some(tuple(PEOPLE))
_HAD = st.sampled_from([None, None, {}, *_PERIODS])  # a holder's function at the organisation of the seat
_PAIRS = tuple((one, other) for one, other in product(PEOPLE, PEOPLE) if one < other)
_FEW = _some((0, 1, 2, 3, 4, 5))


@st.composite
def tables(draw: st.DrawFn, *, hidden: bool = False) -> list[Line]:
    """Organisations in sectors and areas, people who work for them, and coalitions with rules, seats and holders.

    With `hidden`, people and what binds them are of every visibility.
    """
    lines = _sectors(draw) + _areas(draw) + _people(draw, hidden=hidden)
    for organisation in ORGANISATIONS:
        lines += _organisation(draw, organisation)
    lines += _functions(draw, hidden=hidden) + _acquaintances(draw, hidden=hidden)
    for coalition in COALITIONS[: draw(_some((1, 2)))]:
        lines += _coalition(draw, coalition, hidden=hidden)
    return lines


@st.composite
def wanted(draw: st.DrawFn) -> Wanted:
    """A need of up to five parts."""
    theme = draw(_up_to_two((*WORDS, "lunch", "gym", "de"), none=20))
    return Wanted(
        sector=draw(_some((None, *SECTORS))),
        area=draw(_some((None, *AREAS))),
        theme=" ".join(theme) or None,
        mandate=draw(_some((*[None] * 6, *_MANDATES))),
        organisation=draw(_some((*[None] * 14, *ORGANISATIONS))),
    )


def tables_seen() -> st.SearchStrategy[tuple[list[Line], ViewerClass]]:
    """A network of which much is hidden, and the class of viewers that looks at it; or one that hides nothing."""
    hiding = st.tuples(tables(hidden=True), st.sampled_from(VIEWERS))
    return st.one_of(st.tuples(tables(), st.just(STEWARD)), hiding)


def _sectors(draw: st.DrawFn) -> list[Line]:
    lines = [node("Sector", id, weighs=_UNITS.get(id, "PUPILS")) for id in SECTORS]
    lines += [relation("PART_OF", below, "OND") for below in ("PO", "VO")]
    return [*lines, relation("PART_OF", "SBO", "PO", **draw(_period(12)))]


def _areas(draw: st.DrawFn) -> list[Line]:
    lines = [node("Region", region) for region in REGIONS]
    lines += [relation("PART_OF", "ry", "rz")] if draw(_some((True, False))) else []
    for id in MUNICIPALITIES:
        name, children = draw(_some(tuple(product(["Echt", "Beek", "beek"], [None, 0, 100, 250]))))
        lines.append({"node": "Municipality", "id": id, "name": name, "children": children})
        region = draw(_some(("ry", "ry", "rz", None)))
        lines += [relation("PART_OF", id, region, **draw(_period(50)))] if region else []
    return lines


def _people(draw: st.DrawFn, *, hidden: bool) -> list[Line]:
    lines = []
    for id in PEOPLE:
        name, introducible = draw(_some(_MEMBERS))
        line: Line = {"node": "Person", "id": id, "name": name, "introducible": introducible, **draw(_period(90))}
        lines.append(line)
        if hidden:
            line["visibility"] = draw(_some(("PUBLIC", "MEMBER", "COALITION", "STEWARD")))
    return lines


def _organisation(draw: st.DrawFn, id: str) -> list[Line]:
    sort = id[0]
    name = f"{id} {draw(_some(('', *WORDS)))}".strip()
    lines: list[Line] = [{"node": _KINDS[sort], "id": id, "name": name, **draw(_FIGURES[sort])}]
    lines += [relation("IN_SECTOR", id, s, **draw(_period(50))) for s in draw(_up_to_two(_USUAL_SECTORS[sort]))]
    where, elsewhere = draw(_some(_WHERE)), draw(_some(_SOMEWHERE_ELSE))
    lines += [relation("LOCATED_IN", id, where, **draw(_period(50)))] if where else []
    lines += [relation("ACTIVE_IN", id, elsewhere, **draw(_period(50)))] if elsewhere else []
    whole = draw(_some((None, None, *(one for one in ("o0", "o1", "ma") if one < id or one == "ma"))))
    return lines + ([relation("PART_OF", id, whole, **draw(_period(50)))] if whole else [])


def _functions(draw: st.DrawFn, *, hidden: bool) -> list[Line]:
    lines = []
    for i in range(draw(_FEW) + draw(_some((0, 1, 2)))):
        where = draw(_some((*ORGANISATIONS, "ma")))
        title, themes = draw(_some(("", *WORDS))), list(draw(_up_to_two(tuple(WORDS), none=4)))
        extra = {"title": title or None, "themes": themes, "deputyOf": draw(_some((None,) * 6 + tuple(PEOPLE)))}
        extra |= draw(_period(15)) | draw(_SOME_CONFIRMED) | (draw(_SHOWN) if hidden else {})
        lines.append(relation("WORKS_FOR", draw(_PERSON), where, id=f"w{i}", **extra))
    worker = draw(_some((None,) * 6 + (*PEOPLE, *ORGANISATIONS)))
    if worker:
        lines.append(node("Question", "q", name=draw(_some(tuple(WORDS)))))
        lines.append(relation("WORKS_ON", worker, "q", **draw(_period(30))))
    return lines


def _acquaintances(draw: st.DrawFn, *, hidden: bool) -> list[Line]:
    pairs = draw(st.lists(_some(_PAIRS), max_size=5, unique=True))
    strength = _some(("STRONG", "WEAK"))
    return [
        relation(
            "KNOWS", one, other, strength=draw(strength), **draw(_SOME_CONFIRMED), **(draw(_SHOWN) if hidden else {})
        )
        for one, other in pairs
    ]


def _coalition(draw: st.DrawFn, id: str, *, hidden: bool) -> list[Line]:
    rules = [_rule(draw) for _ in range(draw(_some((1, 2, 3))))]
    lines: list[Line] = [node("Coalition", id, phase="WORKING", rules=rules)]
    for area in draw(_up_to_two(tuple(AREAS))):
        type = draw(_some(("ACTIVE_IN", "LOCATED_IN")))
        lines.append(relation(type, id, area, **draw(_period(50))))
    leading = draw(_some((None, None, *ORGANISATIONS, *PEOPLE)))
    lines += [relation("LEADS", leading, id, **draw(_period(50)))] if leading else []
    for n in range(draw(_FEW)):
        lines += _seat(draw, id, f"z{id}{n}", hidden=hidden)
    return lines


def _rule(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "sectors": list(draw(_up_to_two(tuple(SECTORS), none=0))),
        "minimum": draw(_some((1, 1, 1, 2, 3))),
        "per": draw(_some(("COALITION", "MUNICIPALITY"))),
        "mandate": draw(_some(tuple(_MANDATES))),
    }


def _seat(draw: st.DrawFn, coalition: str, id: str, *, hidden: bool) -> list[Line]:
    sector, mandate = draw(_some(tuple(product(SECTORS, _MANDATES))))
    lines = [node("Seat", id, sector=sector, mandate=mandate, **draw(_period(30)))]
    lines.append(relation("SEAT_IN", id, coalition, **draw(_period(90))))
    of = draw(_some((None,) * 5 + (*ORGANISATIONS, "ma")))
    lines += [relation("SEAT_FOR", id, of, **draw(_period(50)))] if of else []
    covered = draw(_up_to_two(tuple(MUNICIPALITIES), none=4))
    lines += [relation("COVERS", id, municipality, **draw(_period(25))) for municipality in covered]
    for since, until in draw(_some(_HOLDINGS)):
        ends = {"since": None if since is None else day(since), "until": None if until is None else day(until)}
        shown = draw(_SHOWN) if hidden else {}
        holder = draw(_PERSON)
        lines.append(relation("HOLDS", holder, id, **ends, **draw(_SOME_CONFIRMED), **shown))
        had = draw(_HAD) if of else None
        lines += [relation("WORKS_FOR", holder, of, id=f"w{id} {since}", **had)] if had is not None else []
    return lines
