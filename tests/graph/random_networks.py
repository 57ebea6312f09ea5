"""Random small networks for hypothesis: dense enough that every rule of handshakes and seats has something to bite."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from tests.graph.networks import TODAY, Line, node, relation

# Dates that matter: long ago, around a year and two years ago, yesterday, today, tomorrow.
_DAYS = [-1200, -731, -730, -400, -366, -365, -364, -30, -1, 0, 1, 200]


def days() -> st.SearchStrategy[str | None]:
    texts = [(TODAY + timedelta(days=d)).isoformat() for d in _DAYS]
    return st.one_of(st.none(), st.sampled_from(texts))


@st.composite
def _period(draw: st.DrawFn) -> dict[str, Any]:
    """Mostly present, sometimes begun or ended around the date."""
    if draw(st.integers(0, 3)):
        return {"since": draw(st.sampled_from([None, "2022-05-01"]))}
    since, until = draw(days()), draw(days())
    return {"since": since, "until": until if not since or not until or since <= until else None}


@st.composite
def people_networks(draw: st.DrawFn, most: int = 8) -> list[Line]:
    """People, nested organisations, coalitions with seats and meetings: everything that handshakes rest on."""
    people = [f"p{i}" for i in range(draw(st.integers(2, most)))]
    lines = [node("Person", p, introducible=draw(st.integers(0, 4)) > 0) for p in people]
    some = st.sampled_from(people)
    lines += _organisations(draw, some)
    lines += _coalitions(draw, some)
    for i in range(draw(st.integers(0, 2))):
        day = draw(st.sampled_from(["2024-11-15", "2024-11-16", "2025-06-01", "2026-11-15", "2026-11-16"]))
        lines.append(node("Meeting", f"m{i}", date=day))
        lines += [relation("ATTENDED", p, f"m{i}") for p in draw(st.lists(some, max_size=3, unique=True))]
    known = draw(st.lists(st.tuples(some, some).filter(lambda pair: pair[0] != pair[1]), max_size=most))
    for i, (one, other) in enumerate(known):
        strength = draw(st.sampled_from(["STRONG", "GOOD", "WEAK"]))
        extra = draw(_period()) | {"confirmedAt": draw(days())}
        lines.append(relation("KNOWS", one, other, strength=strength, id=f"k{i}", **extra))
    return lines


def _organisations(draw: st.DrawFn, some: st.SearchStrategy[str]) -> list[Line]:
    count = draw(st.integers(0, 4))
    lines = [node("OtherOrganisation", f"o{i}") for i in range(count)]
    for i in range(1, count):
        whole = draw(st.sampled_from([None, *range(i)]))
        lines += [] if whole is None else [relation("PART_OF", f"o{i}", f"o{whole}", **draw(_period()))]
    for i in range(count):
        workers = draw(st.lists(some, max_size=3))
        lines += [relation("WORKS_FOR", p, f"o{i}", id=f"w{i}.{n}", **draw(_period())) for n, p in enumerate(workers)]
    return lines


def _coalitions(draw: st.DrawFn, some: st.SearchStrategy[str]) -> list[Line]:
    lines: list[Line] = [node("Sector", "VO", weighs="PUPILS")]
    for i in range(draw(st.integers(0, 2))):
        lines.append(node("Coalition", f"c{i}", phase="WORKING"))
        for n in range(draw(st.integers(0, 4))):
            seat = f"z{i}.{n}"
            lines.append(node("Seat", seat, sector="VO", mandate="ADVISE"))
            lines.append(relation("SEAT_IN", seat, f"c{i}"))
            if draw(st.integers(0, 3)):
                extra = draw(_period()) | {"confirmedAt": draw(days())}
                lines.append(relation("HOLDS", draw(some), seat, **extra))
    return lines


@st.composite
def acquaintances(draw: st.DrawFn) -> list[Line]:
    """A sparse network of people who know each other, in which ways are long and detours matter."""
    people = [f"p{i}" for i in range(10)]
    ring = draw(st.permutations(people))
    pairs = {frozenset(pair) for pair in pairwise(ring)}
    some = st.sampled_from(people)
    pairs |= {frozenset(p) for p in draw(st.lists(st.tuples(some, some), max_size=6)) if p[0] != p[1]}
    dropped = draw(st.lists(st.sampled_from(sorted(map(sorted, pairs))), max_size=2))
    lines = [node("Person", p, introducible=draw(st.integers(0, 9)) > 0) for p in people]
    kept = sorted(tuple(sorted(pair)) for pair in pairs if sorted(pair) not in dropped)
    return lines + [
        relation("KNOWS", one, other, strength=draw(st.sampled_from(["STRONG", "GOOD"])), confirmedAt="2026-11-15")
        for one, other in kept
    ]
