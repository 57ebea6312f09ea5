"""Coverage: sector by municipality, who stands for it, and how far away is whoever does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.contact_paths.reach import Reach
from graph.cut import Cut
from graph.deadline import look
from graph.handshakes import handshakes
from graph.needs import Meeting, Need
from graph.people import members
from graph.places import places
from graph.representation import reach_from
from graph.seats import SeatState, seat_state
from graph.weights import Weight, weights


class CoverageState(StrEnum):
    """How a sector is covered in a municipality: the first that holds, a hidden holder before the weaker ones."""

    SEAT = "SEAT"
    BOARD = "BOARD"
    NEAR = "NEAR"
    NONE = "NONE"
    HIDDEN = "HIDDEN"


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One sector in one municipality (nodes). `handshakes` and `nearest` only where it is NEAR."""

    sector: int
    municipality: int
    state: CoverageState
    handshakes: int | None
    nearest: int | None
    weight: Weight
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every sector in every municipality, sectors in the order asked for, municipalities by name."""

    sectors: tuple[int, ...]
    municipalities: tuple[int, ...]
    cells: tuple[CoverageCell, ...]


def coverage(cut: Cut, area: int, coalition: int | None = None, sectors: Sequence[int] | None = None) -> Coverage:
    """The coverage of an area, by one coalition or by all; without sectors all of them, by id."""
    if sectors is None:
        sectors = sorted(cut.of_kind("Sector"), key=lambda sector: cut.node(sector).id)
    asked = tuple(dict.fromkeys(sectors))
    municipalities = places(cut).municipalities(area)
    coalitions = cut.of_kind("Coalition") if coalition is None else [coalition]
    tables = _Tables(cut, area, tuple(coalitions))
    cells = tuple(tables.cell(sector, municipality) for sector in asked for municipality in municipalities)
    return Coverage(asked, municipalities, cells)


class _Tables:
    def __init__(self, cut: Cut, area: int, coalitions: tuple[int, ...]) -> None:
        self._cut = cut
        self._area = area
        by_id = lambda node: cut.node(node).id  # noqa: E731
        seats = sorted({seat for c in coalitions for seat in cut.origins(c, "SEAT_IN")}, key=by_id)
        state = {seat: seat_state(cut, seat) for seat in seats}
        self._filled = [seat for seat in seats if state[seat] is SeatState.FILLED]
        self._hidden = [seat for seat in seats if state[seat] is SeatState.HIDDEN]
        people = {person for c in coalitions for person in members(cut, c)}
        self._reach: Reach = reach_from(cut, f"nearest {sorted(coalitions)}", people)

    def cell(self, sector: int, municipality: int) -> CoverageCell:
        """What covers a sector in a municipality."""
        look("Ask for fewer sectors, or a smaller area.")
        state, evidence, steps, nearest = self._covered(sector, municipality)
        weight = weights(self._cut).of((sector,), municipality, (self._area,))
        return CoverageCell(sector, municipality, state, steps, nearest, weight, evidence)

    def _covered(self, sector: int, municipality: int) -> tuple[CoverageState, tuple[int, ...], int | None, int | None]:
        seats = tuple(self._covering(self._filled, sector, municipality))
        if seats:
            return CoverageState.SEAT, seats, None, None
        if self._covering(self._hidden, sector, municipality):
            return CoverageState.HIDDEN, (), None, None
        governed = self._governed(sector, municipality)
        if governed:
            return CoverageState.BOARD, governed, None, None
        near = self._nearest(sector, municipality)
        if near is not None:
            return CoverageState.NEAR, (near[1],), *near
        return CoverageState.NONE, (), None, None

    def _covering(self, seats: list[int], sector: int, municipality: int) -> list[int]:
        cut = self._cut
        below = places(cut).below(sector)
        return [
            seat
            for seat in seats
            if cut.index(str(cut.node(seat).members["sector"])) in below and municipality in places(cut).of_seat(seat)
        ]

    def _governed(self, sector: int, municipality: int) -> tuple[int, ...]:
        """Filled seats whose organisation is, governs or runs a location of the sector there, and those locations."""
        cut = self._cut
        seats, locations = [], set()
        for seat in self._filled:
            found = {
                part
                for organisation in cut.targets(seat, "SEAT_FOR")
                for part in cut.with_parts(organisation)
                if self._is_there(part, sector, municipality)
            }
            if found:
                seats.append(seat)
                locations |= found
        return (*seats, *sorted(locations, key=lambda node: cut.node(node).id))

    def _is_there(self, part: int, sector: int, municipality: int) -> bool:
        cut = self._cut
        if not cut.is_a(part, "Organisation") or places(cut).below(sector).isdisjoint(cut.targets(part, "IN_SECTOR")):
            return False
        return part == municipality or municipality in places(cut).own_areas(part)

    def _nearest(self, sector: int, municipality: int) -> tuple[int, int] | None:
        """The fewest handshakes from a member to a person of the sector there, and that person."""
        cut, position = self._cut, handshakes(self._cut).contexts.position
        best = None
        for person in Meeting(cut, Need(sector=sector, area=municipality)).everybody():
            at = int(position[person])
            steps = int(self._reach.handshakes[at])
            if steps >= 0:
                key = (steps, -round(float(self._reach.strength[at]), 9), cut.node(person).id, person)
                best = key if best is None or key < best else best
        return None if best is None else (best[0], best[3])
