"""Seats and what has become of them on the date: who holds them, and in which state that leaves them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from graph.cut import Cut
from graph.needs import has_left
from graph.network import ALWAYS
from graph.strengths import months_before


class SeatState(StrEnum):
    """What a seat is on the date, whatever a rule asks of its mandate."""

    FILLED = "FILLED"
    UNCONFIRMED = "UNCONFIRMED"
    EXPIRED = "EXPIRED"
    VACANT = "VACANT"
    HIDDEN = "HIDDEN"


@dataclass(frozen=True, slots=True)
class Occupation:
    """A seat's state, and its present holder where these viewers see one."""

    state: SeatState
    holder: int | None = None


def seat_state(cut: Cut, seat: int) -> SeatState:
    """The state of a seat."""
    return occupation(cut, seat).state


def occupation(cut: Cut, seat: int) -> Occupation:
    """Who holds a seat on the date, and the first state that holds.

    EXPIRED: the seat has ended, or its last holding has and nobody holds it now, or its holder had functions at its
    organisation that have all ended. HIDDEN: whoever decides its state is not for these viewers to see. VACANT:
    nobody ever held it. UNCONFIRMED: neither confirmed nor begun within 12 months. Otherwise FILLED.
    """
    if cut.network.nodes.until[seat] <= cut.day:
        return Occupation(SeatState.EXPIRED)
    holdings = cut.relations_into(seat, "HOLDS")
    if holdings:
        holding = holdings[0]
        holder = int(cut.network.relations.origin[holding])
        if has_left(cut, seat, holder):
            return Occupation(SeatState.EXPIRED, holder)
        fresh = confirmed_within_a_year(cut, holding)
        return Occupation(SeatState.FILLED if fresh else SeatState.UNCONFIRMED, holder)
    hidden = [since for since, until in cut.reduced.hidden_holdings.get(seat, ()) if since <= cut.day < until]
    if hidden:
        return Occupation(SeatState.HIDDEN)
    if _ever_held(cut, seat):
        return Occupation(SeatState.EXPIRED)
    ever_hidden = any(since <= cut.day for since, _ in cut.reduced.hidden_holdings.get(seat, ()))
    return Occupation(SeatState.HIDDEN if ever_hidden else SeatState.VACANT)


def confirmed_within_a_year(cut: Cut, relation: int) -> bool:
    """Whether a relation was confirmed, or began, after the same day a year ago."""
    r = cut.network.relations
    year_ago = months_before(cut.date, 12).toordinal()
    return bool(r.confirmed[relation] > year_ago or (r.since[relation] != ALWAYS and r.since[relation] > year_ago))


def seat_day(cut: Cut, seat: int) -> int | None:
    """The day (number) on which a seat is looked at: the date itself, or its last day where that has passed.

    None where it had not begun by the date, or never was.
    """
    nodes = cut.network.nodes
    day = min(cut.day, int(nodes.until[seat]) - 1)
    return day if nodes.since[seat] <= day else None


def on_day(cut: Cut, relations: list[int], day: int) -> list[int]:
    """Those of the relations whose period holds a day."""
    r = cut.network.relations
    return [i for i in relations if r.since[i] <= day < r.until[i]]


def _ever_held(cut: Cut, seat: int) -> bool:
    r = cut.network.relations
    return any(r.since[i] <= cut.day for i in cut.ever_into(seat, "HOLDS"))
