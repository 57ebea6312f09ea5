"""Coverage: sector by municipality, who stands for it, and how far away is whoever does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import product

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

_CHEAPER = "Ask for fewer sectors, or a smaller area."


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
        self._place = {seat: place for place, seat in enumerate(seats)}
        self._filled = frozenset(seat for seat in seats if state[seat] is SeatState.FILLED)
        self._hidden = frozenset(seat for seat in seats if state[seat] is SeatState.HIDDEN)
        self._governing = self._governed_by_cell()
        people = {person for c in coalitions for person in members(cut, c)}
        self._reach: Reach = reach_from(cut, coalitions, people)

    def cell(self, sector: int, municipality: int) -> CoverageCell:
        """What covers a sector in a municipality."""
        look(_CHEAPER)
        state, evidence, steps, nearest = self._covered(sector, municipality)
        weight = weights(self._cut).of((sector,), municipality, (self._area,))
        return CoverageCell(sector, municipality, state, steps, nearest, weight, evidence)

    def _covered(self, sector: int, municipality: int) -> tuple[CoverageState, tuple[int, ...], int | None, int | None]:
        seats = self._covering(self._filled, sector, municipality)
        if seats:
            return CoverageState.SEAT, seats, None, None
        if self._covering(self._hidden, sector, municipality):
            return CoverageState.HIDDEN, (), None, None
        governed = self._governing.get((sector, municipality))
        if governed:
            return CoverageState.BOARD, self._in_order(governed), None, None
        near = self._nearest(sector, municipality)
        if near is not None:
            return CoverageState.NEAR, (near[1],), *near
        return CoverageState.NONE, (), None, None

    def _covering(self, seats: frozenset[int], sector: int, municipality: int) -> tuple[int, ...]:
        """Those of the seats that are of the sector and stand for the municipality, by id."""
        there = seats & places(self._cut).seats_of(sector) & places(self._cut).seats_in(municipality)
        return tuple(sorted(there, key=self._place.__getitem__))

    def _governed_by_cell(self) -> dict[tuple[int, int], set[int]]:
        """Of each sector and municipality the filled seats whose organisation is, governs or runs a location of the
        sector there, and those locations."""
        cut = self._cut
        found: dict[tuple[int, int], set[int]] = defaultdict(set)
        cells = cache(self._cells)
        for seat in self._filled:
            look(_CHEAPER)
            for organisation in cut.targets(seat, "SEAT_FOR"):
                for part in cut.with_parts(organisation):
                    for cell in cells(part):
                        found[cell] |= {seat, part}
        return found

    def _cells(self, part: int) -> list[tuple[int, int]]:
        """The sectors and areas that something is itself of and in."""
        cut = self._cut
        if not cut.is_a(part, "Organisation"):
            return []
        sectors = {above for sector in cut.targets(part, "IN_SECTOR") for above in cut.with_wholes(sector)}
        return list(product(sectors, {part, *places(cut).own_areas(part)}))

    def _in_order(self, evidence: set[int]) -> tuple[int, ...]:
        """The seats by id, then the locations by id."""
        seats = sorted((node for node in evidence if node in self._place), key=self._place.__getitem__)
        others = (node for node in evidence if node not in self._place)
        return (*seats, *sorted(others, key=lambda node: self._cut.node(node).id))

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
