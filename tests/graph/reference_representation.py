"""domain.md over again, the slow and plain way: gaps, what they weigh, and who could fill them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.graph.reference_known import Known
from tests.graph.reference_needs import Wanted, people
from tests.graph.reference_seats import ReferenceCell, cells, held_seats
from tests.graph.reference_weights import ReferenceWeight, weight


@dataclass(frozen=True)
class ReferenceGap:
    cell: ReferenceCell
    weight: ReferenceWeight


@dataclass(frozen=True)
class ReferenceRepresentation:
    cells: list[ReferenceCell]
    gaps: list[ReferenceGap]
    filled: int
    required: int


def represented(known: Known, coalition: str) -> ReferenceRepresentation:
    all_ = cells(known, coalition)
    open_ = [cell for cell in all_ if cell.state != "FILLED"]
    gaps = [ReferenceGap(cell, cell_weight(known, coalition, cell)) for cell in open_]

    def key(gap: ReferenceGap) -> tuple[object, ...]:
        share = gap.weight.share
        name = "" if gap.cell.municipality is None else known.name(gap.cell.municipality)
        sectors = tuple(known.name(sector) for sector in _sectors(known, coalition, gap.cell))
        return (share is not None, -(share or 0), gap.cell.municipality is not None, name, sectors)

    return ReferenceRepresentation(
        all_,
        sorted(gaps, key=key),
        sum(min(cell.filled, cell.minimum) for cell in all_),
        sum(cell.minimum for cell in all_),
    )


def cell_weight(known: Known, coalition: str, cell: ReferenceCell) -> ReferenceWeight:
    area = known.coalition_areas(coalition)
    return weight(known, _sectors(known, coalition, cell), area, cell.municipality)


def _sectors(known: Known, coalition: str, cell: ReferenceCell) -> list[str]:
    return list(known.nodes[coalition]["rules"][cell.rule]["sectors"])


@dataclass(frozen=True)
class ReferenceCandidate:
    person: str
    handshakes: int | None
    strength: float | None
    seats_held: int


def candidates(known: Known, coalition: str, cell: ReferenceCell) -> list[ReferenceCandidate]:
    areas = {cell.municipality} if cell.municipality else known.coalition_areas(coalition)
    needs = [Wanted(sector=sector, area=area) for sector in _sectors(known, coalition, cell) for area in areas]
    fitting = {person for need in needs for person in people(known, need)} - cell.holders
    members = known.people_of(coalition)
    found = []
    for person in fitting:
        handshakes, strength = nearest_line(known, person, members)
        found.append(ReferenceCandidate(person, handshakes, strength, len(held_seats(known, person))))

    def key(candidate: ReferenceCandidate) -> tuple[object, ...]:
        reached = candidate.handshakes is not None
        line = (candidate.handshakes or 0, -round(candidate.strength or 0, 9))
        return (not reached, *line, candidate.seats_held, candidate.person)

    return sorted(found, key=key)


def nearest_line(known: Known, person: str, members: set[str]) -> tuple[int | None, float | None]:
    """Handshakes and strength of the path of fewest handshakes to the nearest of some people, within 6."""
    for most in range(1, 7):  # no path of more handshakes is looked for where one of fewer is found
        best = known.reference.best({person}, members, "FEWEST", most, 1)
        if best:
            path, strength = best[0]
            return len(path) - 1, strength
    return None, None
