"""domain.md over again, the slow and plain way: the state of a seat and of a cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.graph.reference import Line
from tests.graph.reference_known import Known

MANDATES = ["LISTEN", "ADVISE", "DECIDE"]


@dataclass(frozen=True)
class Occupied:
    """The state of a seat, and its holder where that is known."""

    state: str
    holder: str | None = None


def held_now(known: Known, seat: str) -> Line | None:
    return next((line for _, to, line in known.of("HOLDS") if to == seat), None)


def has_left(known: Known, seat: str, person: str) -> bool:
    """Whether somebody had functions at the seat's organisation or its parts, and all have ended.

    One that is still to begin was never had.
    """
    places = {part for one in known.targets(seat, "SEAT_FOR") for part in known.with_parts(one)}
    functions = [line for one, to, line in known.ever("WORKS_FOR") if one == person and to in places]
    had = [line for line in functions if known.begun(line)]
    return bool(had) and all(known.ended(line) for line in had)


def occupied(known: Known, seat: str) -> Occupied:
    """The first of the states that holds, the rule's mandate apart."""
    if known.ended(known.reference.all[seat]):
        return Occupied("EXPIRED")
    now = held_now(known, seat)
    if now is not None:
        if has_left(known, seat, now["from"]):
            return Occupied("EXPIRED", now["from"])
        return Occupied("FILLED" if known.confirmed_within_a_year(now) else "UNCONFIRMED", now["from"])
    hidden = [line for line in known.hidden if line["to"] == seat]
    if any(known.begun(line) and not known.ended(line) for line in hidden):
        return Occupied("HIDDEN")
    if any(to == seat and known.begun(line) for _, to, line in known.ever("HOLDS")):
        return Occupied("EXPIRED")
    return Occupied("HIDDEN" if any(known.begun(line) for line in hidden) else "VACANT")


def held_seats(known: Known, person: str) -> list[str]:
    """The seats that somebody holds."""
    return sorted(known.targets(person, "HOLDS"))


@dataclass(frozen=True)
class ReferenceCell:
    rule: int
    municipality: str | None
    state: str
    filled: int
    minimum: int
    seats: frozenset[str]
    holders: frozenset[str]
    """Who holds a filled seat here."""


def cells(known: Known, coalition: str) -> list[ReferenceCell]:
    rules = known.nodes[coalition].get("rules") or []
    found = []
    for number, rule in enumerate(rules):
        if rule["per"] == "COALITION":
            found.append(_cell(known, coalition, number, rule, None))
        else:
            there = known.municipalities(known.coalition_areas(coalition))
            by_name = sorted(there, key=lambda one: (known.name(one), one))
            found += [_cell(known, coalition, number, rule, one) for one in by_name]
    return found


def _cell(known: Known, coalition: str, number: int, rule: dict[str, Any], municipality: str | None) -> ReferenceCell:
    seats = [seat for seat in _seats(known, coalition) if _counts(known, seat, rule, municipality)]
    states = {seat: _under(rule, known, seat) for seat in seats}
    best: dict[str, str] = {}
    for state in ("FILLED", "UNCONFIRMED", "WEAK_MANDATE"):
        for occupied_ in states.values():
            if occupied_.state == state and occupied_.holder is not None:
                best.setdefault(occupied_.holder, state)
    counted = {state: sum(s == state for s in best.values()) for state in ("FILLED", "UNCONFIRMED", "WEAK_MANDATE")}
    names = [occupied_.state for occupied_ in states.values()]
    return ReferenceCell(
        number,
        municipality,
        _cell_state(counted, names, rule["minimum"]),
        counted["FILLED"],
        rule["minimum"],
        frozenset(seats),
        frozenset(person for person, state in best.items() if state == "FILLED"),
    )


def _cell_state(counted: dict[str, int], seats: list[str], minimum: int) -> str:
    together = 0
    for state in ("FILLED", "UNCONFIRMED", "WEAK_MANDATE"):
        together += counted[state]
        if together >= minimum:
            return state
    if "HIDDEN" in seats and together + seats.count("HIDDEN") >= minimum:
        return "HIDDEN"
    if "EXPIRED" in seats:
        return "EXPIRED"
    return "VACANT" if seats else "NO_SEAT"


def _under(rule: dict[str, Any], known: Known, seat: str) -> Occupied:
    found = occupied(known, seat)
    weak = MANDATES.index(known.reference.all[seat]["mandate"]) < MANDATES.index(rule["mandate"])
    return Occupied("WEAK_MANDATE", found.holder) if weak and found.state in ("UNCONFIRMED", "FILLED") else found


def on_its_day(known: Known, seat: str) -> Known | None:
    """The network on the date, or for a past seat on its last day; None for a seat that has not begun."""
    line = known.reference.all[seat]
    if not known.begun(line):
        return None
    if not known.ended(line):
        return known
    then = known.on(date.fromisoformat(line["until"]) - timedelta(days=1))
    return then if seat in then.nodes else None


def _seats(known: Known, coalition: str) -> list[str]:
    """The present and past seats of a coalition, past ones as they were on their last day."""
    found = []
    for seat, line in known.reference.all.items():
        then = on_its_day(known, seat) if line["node"] == "Seat" else None
        if then is not None and coalition in then.coalitions_of(seat):
            found.append(seat)
    return found


def _counts(known: Known, seat: str, rule: dict[str, Any], municipality: str | None) -> bool:
    sector = known.reference.all[seat]["sector"]
    if not any(known.in_sector(sector, wanted) for wanted in rule["sectors"]):
        return False
    if municipality is None:
        return True
    then = on_its_day(known, seat)
    return then is not None and (not known.ever_covered(seat) or municipality in then.covers(seat))
