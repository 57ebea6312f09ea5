"""Representation and coverage in the schema: who stands for what, and what is missing."""

from __future__ import annotations

from strawberry import ID, Private

from graph import coverage, representation, weights
from graph.coverage import CoverageState
from graph.cut import Cut
from graph.representation import CellState
from graph.vocabulary import Mandate, RulePer
from resolvers.arguments import LONGEST_LIST, within
from schema.declaring import answered, object_type
from schema.lazily import LazyCoalition, LazySeat
from schema.nodes import Node, view, views
from schema.organisations import Municipality
from schema.paths import ContactPath
from schema.people import Function, Person
from schema.sectors import Sector


@object_type
class DelegationRule:
    """What a coalition needs at its table: of any of these sectors at least so many seats, once or for each
    municipality, with at least a mandate."""

    sectors: list[Sector]
    minimum: int
    per: RulePer
    mandate: Mandate

    @classmethod
    def of(cls, cut: Cut, rule: representation.DelegationRule) -> DelegationRule:
        """A rule of the network as the API gives it."""
        return cls(sectors=views(cut, rule.sectors), minimum=rule.minimum, per=rule.per, mandate=rule.mandate)


@object_type
class Weight:
    """What a gap leaves out: pupils, places or children, and its share of the whole area's. Null is unknown, which is
    not zero."""

    pupils: int | None
    places: int | None
    children: int | None
    share: float | None

    @classmethod
    def of(cls, weight: weights.Weight) -> Weight:
        """A weight as the API gives it."""
        return cls(pupils=weight.pupils, places=weight.places, children=weight.children, share=weight.share)


@object_type
class Cell:
    """A rule, and a municipality where the rule is per municipality: whether it is fulfilled there, and by whom.

    `filled` counts people in filled seats; `seats` are those of its sectors that stand for it, past ones included.
    """

    cut: Private[Cut]
    cell: Private[representation.Cell]
    id: ID
    state: CellState
    filled: int

    @classmethod
    def of(cls, cut: Cut, cell: representation.Cell) -> Cell:
        """A cell as the API gives it."""
        return cls(cut=cut, cell=cell, id=ID(cell.id), state=cell.state, filled=cell.filled)

    @answered
    def rule(self) -> DelegationRule:
        """What is needed."""
        return DelegationRule.of(self.cut, self.cell.rule)

    @answered
    def municipality(self) -> Municipality | None:
        """Where; null where the rule asks its seats of the coalition as a whole."""
        return None if self.cell.municipality is None else view(self.cut, self.cell.municipality)

    @answered
    def seats(self) -> list[LazySeat]:
        """The seats of the rule's sectors that stand for it, past ones included."""
        return views(self.cut, self.cell.seats)


@object_type
class Candidate:
    """Somebody who could fill a gap. `handshakes` and `strength` are those of the line from the coalition's nearest
    member; null where there is none."""

    cut: Private[Cut]
    coalition: Private[int]
    candidate: Private[representation.Candidate]
    handshakes: int | None
    strength: float | None
    seats_held: int

    @classmethod
    def of(cls, cut: Cut, coalition: int, candidate: representation.Candidate) -> Candidate:
        """A candidate as the API gives it."""
        return cls(
            cut=cut,
            coalition=coalition,
            candidate=candidate,
            handshakes=candidate.handshakes,
            strength=candidate.strength,
            seats_held=candidate.seats_held,
        )

    @answered
    def person(self) -> Person:
        """Who."""
        return view(self.cut, self.candidate.person)

    @answered
    def function(self) -> Function | None:
        """What they do in the sector."""
        return None if self.candidate.function is None else Function.of(self.cut, self.candidate.function)

    @answered
    def path(self) -> ContactPath | None:
        """The line from the coalition's nearest member."""
        found = representation.candidate_path(self.cut, self.coalition, self.candidate)
        return None if found is None else ContactPath.of(self.cut, found)


@object_type
class Gap:
    """A cell that is not filled, and what that leaves out."""

    cut: Private[Cut]
    coalition: Private[int]
    cell: Cell
    weight: Weight

    @answered
    def candidates(self, first: int = 5) -> list[Candidate]:
        """Who could fill it, nearest to the coalition first."""
        within("first", first, 1, LONGEST_LIST)
        found = representation.candidates(self.cut, self.coalition, self.cell.cell)
        return [Candidate.of(self.cut, self.coalition, candidate) for candidate in found[:first]]


@object_type
class Representation:
    """A coalition's delegation: every cell, and the gaps, those that leave out most first."""

    cut: Private[Cut]
    index: Private[int]
    cells: list[Cell]
    gaps: list[Gap]
    filled: int
    required: int

    @classmethod
    def of(cls, cut: Cut, coalition: int) -> Representation:
        """The representation of a coalition as the API gives it."""
        found = representation.representation(cut, coalition)
        return cls(
            cut=cut,
            index=coalition,
            cells=[Cell.of(cut, cell) for cell in found.cells],
            gaps=[
                Gap(cut=cut, coalition=coalition, cell=Cell.of(cut, gap.cell), weight=Weight.of(gap.weight))
                for gap in found.gaps
            ],
            filled=found.filled,
            required=found.required,
        )

    @answered
    def coalition(self) -> LazyCoalition:
        """Whose table it is about."""
        return view(self.cut, self.index)


@object_type
class CoverageCell:
    """A sector in a municipality: who stands for it, or how far away whoever does is.

    `handshakes` and `nearest` are given where it is NEAR; `evidence` are the seats, organisations or people behind the
    state.
    """

    cut: Private[Cut]
    cell: Private[coverage.CoverageCell]
    state: CoverageState
    handshakes: int | None
    weight: Weight

    @classmethod
    def of(cls, cut: Cut, cell: coverage.CoverageCell) -> CoverageCell:
        """A cell as the API gives it."""
        return cls(cut=cut, cell=cell, state=cell.state, handshakes=cell.handshakes, weight=Weight.of(cell.weight))

    @answered
    def sector(self) -> Sector:
        """Which sector."""
        return view(self.cut, self.cell.sector)

    @answered
    def municipality(self) -> Municipality:
        """In which municipality."""
        return view(self.cut, self.cell.municipality)

    @answered
    def nearest(self) -> Person | None:
        """The nearest person of the sector there."""
        return None if self.cell.nearest is None else view(self.cut, self.cell.nearest)

    @answered
    def evidence(self) -> list[Node]:
        """What the state rests on."""
        return views(self.cut, self.cell.evidence)


@object_type
class Coverage:
    """Sectors by municipalities: who stands for each, and how far away is whoever does not."""

    sectors: list[Sector]
    municipalities: list[Municipality]
    cells: list[CoverageCell]

    @classmethod
    def of(cls, cut: Cut, found: coverage.Coverage) -> Coverage:
        """A coverage as the API gives it."""
        return cls(
            sectors=views(cut, found.sectors),
            municipalities=views(cut, found.municipalities),
            cells=[CoverageCell.of(cut, cell) for cell in found.cells],
        )
