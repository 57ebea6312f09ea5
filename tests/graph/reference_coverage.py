"""domain.md over again, the slow and plain way: coverage of sector x municipality."""

from __future__ import annotations

from dataclasses import dataclass

from tests.graph.reference_known import Known
from tests.graph.reference_needs import Wanted, people
from tests.graph.reference_representation import nearest_line
from tests.graph.reference_seats import occupied
from tests.graph.reference_weights import ReferenceWeight, weight


@dataclass(frozen=True)
class ReferenceCoverage:
    state: str
    handshakes: int | None
    nearest: frozenset[str]
    """Everybody who is as near by as strong a line."""
    weight: ReferenceWeight


def covered(known: Known, area: str, coalition: str | None, sector: str, municipality: str) -> ReferenceCoverage:
    state, handshakes, nearest = _covered(known, coalition, sector, municipality)
    return ReferenceCoverage(state, handshakes, nearest, weight(known, [sector], known.within(area), municipality))


def _covered(
    known: Known, coalition: str | None, sector: str, municipality: str
) -> tuple[str, int | None, frozenset[str]]:
    coalitions = set(known.of_kind("Coalition")) if coalition is None else {coalition}
    seats = [seat for seat in known.of_kind("Seat") if known.coalitions_of(seat) & coalitions]
    states = {seat: occupied(known, seat).state for seat in seats}
    covering = [
        seat
        for seat in seats
        if known.in_sector(known.nodes[seat]["sector"], sector) and municipality in known.covers(seat)
    ]
    if any(states[seat] == "FILLED" for seat in covering):
        return "SEAT", None, frozenset()
    if any(states[seat] == "HIDDEN" for seat in covering):
        return "HIDDEN", None, frozenset()
    for seat in seats:
        if states[seat] == "FILLED" and _has_location(known, seat, sector, municipality):
            return "BOARD", None, frozenset()
    members = {person for one in coalitions for person in known.people_of(one)}
    lines = {
        person: nearest_line(known, person, members)
        for person in people(known, Wanted(sector=sector, area=municipality))
    }
    reached = {person: (h, -round(s or 0, 9)) for person, (h, s) in lines.items() if h is not None}
    if not reached:
        return "NONE", None, frozenset()
    best = min(reached.values())
    return "NEAR", best[0], frozenset(person for person, line in reached.items() if line == best)


def _has_location(known: Known, seat: str, sector: str, municipality: str) -> bool:
    """Whether the seat's organisation is, governs or runs a location of the sector in the municipality: any
    organisation that is itself of the sector, and itself there."""
    return any(
        known.organisation_in_sector(part, sector) and municipality in known.itself_in(part)
        for organisation in known.targets(seat, "SEAT_FOR")
        for part in known.with_parts(organisation)
    )
