"""How equal the partners of a coalition are: what each has at its table, and how often it was there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.cut import Cut
from graph.people import workers
from graph.places import by_name
from graph.seats import SeatState, seat_state
from graph.strengths import MEETING_WINDOW, months_before
from graph.vocabulary import Mandate


@dataclass(frozen=True, slots=True)
class PartnerShare:
    """What a partner has at a coalition's table.

    `seats` are its present seats there (of its parts as well), `filled` how many of them are FILLED, `deciding` how
    many of those may decide. `attended` are the coalition's meetings of the last 24 months at which somebody was who
    works for it now, or holds one of its seats; `meetings` is how many there were.
    """

    organisation: int
    seats: tuple[int, ...]
    filled: int
    deciding: int
    attended: tuple[int, ...]
    meetings: int


def partner_shares(cut: Cut, coalition: int) -> list[PartnerShare]:
    """The share of each partner (who takes part, or has a present seat), by name."""
    table = cut.origins(coalition, "SEAT_IN")
    taking_part = (node for node in cut.origins(coalition, "PARTNER_IN") if cut.is_a(node, "Organisation"))
    seated = (organisation for seat in table for organisation in cut.targets(seat, "SEAT_FOR"))
    meetings = recent_meetings(cut, coalition)
    return [_share(cut, partner, table, meetings) for partner in by_name(cut, {*taking_part, *seated})]


def recent_meetings(cut: Cut, coalition: int) -> list[int]:
    """The coalition's meetings within 24 calendar months before the date, the date included, in order of their days."""
    earliest, latest = months_before(cut.date, MEETING_WINDOW).isoformat(), cut.date.isoformat()
    days = {meeting: str(cut.node(meeting).members["date"]) for meeting in cut.origins(coalition, "HELD_BY")}
    found = [meeting for meeting, day in days.items() if earliest < day <= latest]
    return sorted(found, key=lambda meeting: (days[meeting], cut.node(meeting).id))


def _share(cut: Cut, partner: int, table: Iterable[int], meetings: Sequence[int]) -> PartnerShare:
    own = cut.with_parts(partner)
    seats = by_name(cut, (seat for seat in table if not own.isdisjoint(cut.targets(seat, "SEAT_FOR"))))
    filled = [seat for seat in seats if seat_state(cut, seat) is SeatState.FILLED]
    people = workers(cut, partner).union(*(cut.origins(seat, "HOLDS") for seat in seats))
    return PartnerShare(
        organisation=partner,
        seats=seats,
        filled=len(filled),
        deciding=sum(cut.node(seat).members["mandate"] == Mandate.DECIDE.name for seat in filled),
        attended=tuple(meeting for meeting in meetings if not people.isdisjoint(cut.origins(meeting, "ATTENDED"))),
        meetings=len(meetings),
    )
