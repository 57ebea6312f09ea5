"""Representation: which seats a coalition needs and has, which cells are gaps, and who could fill them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from graph.contact_paths import MOST_HANDSHAKES, ContactPath, contact_paths
from graph.contact_paths.reach import Reach, nearest
from graph.cut import Cut
from graph.deadline import look
from graph.handshakes import handshakes
from graph.needs import Meeting, Need
from graph.people import members
from graph.places import places
from graph.seats import SeatState, occupation, on_day, seat_day
from graph.vocabulary import Mandate, RulePer
from graph.weights import Weight, weights


class CellState(StrEnum):
    """What a cell is: the first that holds, in domain.md's order."""

    FILLED = "FILLED"
    UNCONFIRMED = "UNCONFIRMED"
    WEAK_MANDATE = "WEAK_MANDATE"
    EXPIRED = "EXPIRED"
    VACANT = "VACANT"
    NO_SEAT = "NO_SEAT"
    HIDDEN = "HIDDEN"


@dataclass(frozen=True, slots=True)
class DelegationRule:
    """Any of these sectors (nodes), at least so many seats, per coalition or municipality, with at least a mandate."""

    sectors: tuple[int, ...]
    minimum: int
    per: RulePer
    mandate: Mandate


@dataclass(frozen=True, slots=True)
class Cell:
    """A rule, and a municipality where the rule is per municipality. `filled` counts people, `seats` are those of
    its sectors that stand for it, past ones included; `holders` those people."""

    id: str
    rule: DelegationRule
    municipality: int | None
    state: CellState
    filled: int
    seats: tuple[int, ...]
    holders: frozenset[int]


@dataclass(frozen=True, slots=True)
class Gap:
    """A cell that is not filled, and what that leaves out."""

    cell: Cell
    weight: Weight


@dataclass(frozen=True, slots=True)
class Representation:
    """A coalition's delegation on the date: every cell, and the gaps in order of what they leave out."""

    coalition: int
    cells: tuple[Cell, ...]
    gaps: tuple[Gap, ...]
    filled: int
    required: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could fill a gap; `function` is a WORKS_FOR relation, `handshakes` None where nobody of the
    coalition reaches them."""

    person: int
    function: int | None
    handshakes: int | None
    strength: float | None
    seats_held: int


def delegation_rules(cut: Cut, coalition: int) -> tuple[DelegationRule, ...]:
    """A coalition's rules, in its own order. Sectors that these viewers do not see are left out of them, and rules of
    which they see no sector."""
    return tuple(_rule(cut, rule) for rule in cut.reduced.rules(cut.node(coalition).members.get("rules")))


def representation(cut: Cut, coalition: int) -> Representation:
    """The representation of a coalition."""
    return cut.kept(f"representation {coalition}", lambda: _representation(cut, coalition))


def candidates(cut: Cut, coalition: int, cell: Cell) -> list[Candidate]:
    """Who could fill a cell, nearest to the coalition first."""
    near = _near(cut, coalition)
    functions: dict[int, int | None] = {}
    for met in _fitting(cut, coalition, cell):
        look()
        for person in met.everybody():
            if functions.get(person) is None:
                functions[person] = met.function(person)
    found = [
        _candidate(cut, near, person, function) for person, function in functions.items() if person not in cell.holders
    ]
    return sorted(found, key=lambda candidate: _order(cut, candidate))


def fitting(cut: Cut, coalition: int, cell: Cell) -> set[int]:
    """The people of one of a cell's sectors in its municipality or area, whoever holds a seat there already."""
    return {person for met in _fitting(cut, coalition, cell) for person in met.everybody()}


def candidate_path(cut: Cut, coalition: int, candidate: Candidate) -> ContactPath | None:
    """The line from the nearest member of a coalition to a candidate."""
    if candidate.handshakes is None:
        return None
    found = contact_paths(cut, coalition, candidate.person, max_handshakes=max(candidate.handshakes, 1), first=1)
    return found[0] if isinstance(found, tuple) else None


def _fitting(cut: Cut, coalition: int, cell: Cell) -> Iterator[Meeting]:
    areas = [cell.municipality] if cell.municipality is not None else places(cut).areas_of_coalition(coalition)
    return (Meeting(cut, Need(sector=sector, area=area)) for sector in cell.rule.sectors for area in areas)


def _representation(cut: Cut, coalition: int) -> Representation:
    seats = tuple(_seats(cut, coalition))
    cells = tuple(_cells(cut, coalition, seats))
    whole = places(cut).areas_of_coalition(coalition)
    gaps = [
        Gap(cell, weights(cut).of(cell.rule.sectors, cell.municipality, whole))
        for cell in cells
        if cell.state is not CellState.FILLED
    ]
    return Representation(
        coalition,
        cells,
        tuple(sorted(gaps, key=lambda gap: _weightiest(cut, gap))),
        sum(min(cell.filled, cell.rule.minimum) for cell in cells),
        sum(cell.rule.minimum for cell in cells),
    )


def _rule(cut: Cut, rule: dict[str, object]) -> DelegationRule:
    sectors = rule["sectors"]
    indices = map(cut.index, map(str, sectors if isinstance(sectors, list) else ()))
    return DelegationRule(
        tuple(index for index in indices if index is not None),
        int(str(rule["minimum"])),
        RulePer(str(rule["per"])),
        Mandate[str(rule["mandate"])],
    )


@dataclass(frozen=True, slots=True)
class _Seat:
    """A seat as it counts for cells: its sector with those above it, and the municipalities it covers (None: all)."""

    node: int
    sectors: frozenset[int]
    covers: frozenset[int] | None
    mandate: Mandate


def _seats(cut: Cut, coalition: int) -> Iterator[_Seat]:
    """The seats that were in the coalition on the date, or on their last day before it, by id."""
    r = cut.network.relations
    found = []
    for relation in cut.ever_into(coalition, "SEAT_IN"):
        seat = int(r.origin[relation])
        day = seat_day(cut, seat)
        if day is not None and on_day(cut, [relation], day):
            found.append(_seat(cut, seat, day))
    return iter(sorted(found, key=lambda seat: cut.node(seat.node).id))


def _seat(cut: Cut, seat: int, day: int) -> _Seat:
    members_ = cut.node(seat).members
    sector = cut.index(str(members_["sector"]))
    ever = cut.ever_out(seat, "COVERS")
    covers = frozenset(cut.network.relations.target[on_day(cut, ever, day)].tolist()) if ever else None
    sectors = frozenset(cut.with_wholes(sector)) if sector is not None else frozenset()
    return _Seat(seat, sectors, covers, Mandate[str(members_["mandate"])])


def _cells(cut: Cut, coalition: int, seats: tuple[_Seat, ...]) -> Iterator[Cell]:
    found = {m for area in places(cut).areas_of_coalition(coalition) for m in places(cut).municipalities(area)}
    municipalities = sorted(found, key=lambda m: (cut.node(m).name, cut.node(m).id))
    for number, rule in enumerate(delegation_rules(cut, coalition)):
        of_sector = [seat for seat in seats if not seat.sectors.isdisjoint(rule.sectors)]
        name = f"{cut.node(coalition).id}/{number + 1}"
        if rule.per is RulePer.COALITION:
            yield _cell(cut, name, rule, None, of_sector)
            continue
        for municipality in municipalities:
            look()
            standing = [seat for seat in of_sector if seat.covers is None or municipality in seat.covers]
            yield _cell(cut, f"{name}/{cut.node(municipality).id}", rule, municipality, standing)


_RANK = {CellState.FILLED: 0, CellState.UNCONFIRMED: 1, CellState.WEAK_MANDATE: 2}


def _cell(cut: Cut, id: str, rule: DelegationRule, municipality: int | None, seats: list[_Seat]) -> Cell:
    best: dict[int, CellState] = {}
    other: list[CellState] = []
    for seat in seats:
        state, holder = _state(cut, seat, rule)
        if state not in _RANK or holder is None:
            other.append(state)
        elif holder not in best or _RANK[state] < _RANK[best[holder]]:
            best[holder] = state
    holders = frozenset(person for person, state in best.items() if state is CellState.FILLED)
    state = _state_of_cell(list(best.values()), other, rule.minimum)
    return Cell(id, rule, municipality, state, len(holders), tuple(seat.node for seat in seats), holders)


def _state(cut: Cut, seat: _Seat, rule: DelegationRule) -> tuple[CellState, int | None]:
    """What a seat is for a rule, and who holds it."""
    there = occupation(cut, seat.node)
    occupied = there.state in (SeatState.FILLED, SeatState.UNCONFIRMED)
    if occupied and seat.mandate < rule.mandate:
        return CellState.WEAK_MANDATE, there.holder
    return CellState(there.state.value), there.holder


def _state_of_cell(people: list[CellState], other: list[CellState], minimum: int) -> CellState:
    """A cell's state from those of the people (each for their best seat) and of the seats that seat nobody seen."""
    enough = 0
    for state in _RANK:
        enough += people.count(state)
        if enough >= minimum:
            return state
    hidden = other.count(CellState.HIDDEN)
    if hidden and enough + hidden >= minimum:
        return CellState.HIDDEN
    if CellState.EXPIRED in other:
        return CellState.EXPIRED
    return CellState.VACANT if people or other else CellState.NO_SEAT


def _weightiest(cut: Cut, gap: Gap) -> tuple[object, ...]:
    """Unknown first, then large first, then by municipality (the whole coalition first) and sectors."""
    cell, share = gap.cell, gap.weight.share
    municipality = "" if cell.municipality is None else cut.node(cell.municipality).name
    sectors = [cut.node(sector).name for sector in cell.rule.sectors]
    return (share is not None, -(share or 0.0), cell.municipality is not None, municipality, sectors)


def _near(cut: Cut, coalition: int) -> Reach:
    return reach_from(cut, [coalition], members(cut, coalition))


def reach_from(cut: Cut, coalitions: Sequence[int], people: set[int]) -> Reach:
    """How far everybody is from the people of some coalitions, over introducible people."""
    all_ = handshakes(cut)
    positions = np.sort(all_.contexts.position[list(people)]).astype(np.int32)
    return cut.kept_lately(
        "nearest",
        tuple(sorted(coalitions)),
        lambda: nearest(all_, positions, all_.contexts.introducible, MOST_HANDSHAKES),
    )


def _candidate(cut: Cut, near: Reach, person: int, function: int | None) -> Candidate:
    position = int(handshakes(cut).contexts.position[person])
    steps = int(near.handshakes[position])
    reached = steps >= 0
    seats = len(cut.targets(person, "HOLDS"))
    strength = float(near.strength[position]) if reached else None
    return Candidate(person, function, steps if reached else None, strength, seats)


def _order(cut: Cut, candidate: Candidate) -> tuple[object, ...]:
    steps = candidate.handshakes
    far = (steps is None, steps or 0, -round(candidate.strength or 0.0, 9))
    return (*far, candidate.seats_held, cut.node(candidate.person).id)
