"""What a spreadsheet comes to, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.lines import Line


class Outcome(StrEnum):
    """What becomes of a row: it makes something that was not there, changes something that is, says what is known
    already, may be about something that is there and is to be answered first, or cannot be right."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    SAME = "SAME"
    DOUBTFUL = "DOUBTFUL"
    REJECTED = "REJECTED"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell (`personen!C14`): what it says, why that cannot be, and what would be right."""

    cell: str
    says: str | None
    message: str
    expected: str | None = None

    def __str__(self) -> str:
        says = f" «{self.says}»" if self.says else ""
        right = f" (expected {self.expected})" if self.expected else ""
        return f"{self.cell}:{says} {self.message}{right}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a row or cell may be about: an id, or a row of the same file (`personen!3`); how alike, and why."""

    id: str
    name: str
    likeness: float
    because: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question: is what stands in a cell one of these? It holds for every cell with the same text below it."""

    cell: str
    says: str
    candidates: tuple[Candidate, ...]
    may_be_new: bool


@dataclass(frozen=True, slots=True)
class RowReport:
    """One row. `id` is what it is about where that is known already, `because` why it is taken for that, `changes`
    what it changes there. Of a row with problems or doubts nothing is taken in."""

    sheet: str
    row: int
    outcome: Outcome
    name: str
    id: str | None = None
    because: str | None = None
    changes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def place(self) -> str:
        """The row as one writes it: `personen!14`."""
        return f"{self.sheet}!{self.row}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What files come to over a network: the lines to put, each with the place of the row that gave it, the rows, and
    notes for whoever relies on it. Ids of what is new are temporary (`_:…`)."""

    lines: tuple[Line, ...]
    places: tuple[str, ...]
    rows: tuple[RowReport, ...]
    notes: tuple[str, ...]

    def counts(self) -> Mapping[Outcome, int]:
        """How many rows have each outcome."""
        counted = Counter(row.outcome for row in self.rows)
        return {outcome: counted[outcome] for outcome in Outcome}

    @property
    def is_whole(self) -> bool:
        """Whether every row is taken in."""
        counts = self.counts()
        return not counts[Outcome.REJECTED] and not counts[Outcome.DOUBTFUL]
