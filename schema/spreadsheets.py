"""What a spreadsheet comes to, row by row, in the schema."""

from __future__ import annotations

from enum import Enum

import strawberry
from strawberry import ID, Private

from resolvers.arguments import within
from resolvers.mutations.importing import Imported, rows_after
from schema.changes import Change
from schema.declaring import answered, input_type, object_type
from seeds.spreadsheets import Candidate, Doubt, Outcome, Problem, RowReport

MOST_ROWS = 1_000


@strawberry.enum(
    description="What becomes of a row: it makes something that was not there, changes something that is, says what is "
    "known already, may be about something that is there and is to be answered first, or cannot be right."
)
class RowOutcome(Enum):
    """What becomes of a row."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    SAME = "SAME"
    DOUBTFUL = "DOUBTFUL"
    REJECTED = "REJECTED"


@input_type
class SheetAnswer:
    """An answer: what stands at a place (a row as «personen!14», or a cell as «personen!C14») is this: an id, the
    place of another row of the file, or «new»."""

    at: str
    answer: str


@object_type
class RowProblem:
    """What is wrong with a cell: what it says, why that cannot be, and what would be right."""

    cell: str
    says: str | None
    message: str
    expected: str | None

    @classmethod
    def of(cls, problem: Problem) -> RowProblem:
        """A problem as the API gives it."""
        return cls(cell=problem.cell, says=problem.says, message=problem.message, expected=problem.expected)


@object_type
class RowCandidate:
    """What a row or cell may be about: the id of a node, or the place of another row; how alike (to 1), and why."""

    id: ID
    name: str
    likeness: float
    because: str

    @classmethod
    def of(cls, one: Candidate) -> RowCandidate:
        """A candidate as the API gives it."""
        return cls(id=ID(one.id), name=one.name, likeness=one.likeness, because=one.because)


@object_type
class RowDoubt:
    """A question: is what stands in a cell one of these, or, where it may be, something new? An answer holds for every
    cell below it with the same text."""

    cell: str
    says: str
    may_be_new: bool
    candidates: list[RowCandidate]

    @classmethod
    def of(cls, doubt: Doubt) -> RowDoubt:
        """A doubt as the API gives it."""
        candidates = [RowCandidate.of(one) for one in doubt.candidates]
        return cls(cell=doubt.cell, says=doubt.says, may_be_new=doubt.may_be_new, candidates=candidates)


@object_type
class SheetRow:
    """One row: what becomes of it, what it is about where that is known already and why it is taken for that, and what
    it changes there. Of a row with problems or doubts nothing is taken in."""

    place: str
    sheet: str
    row: int
    outcome: RowOutcome
    name: str
    id: ID | None
    because: str | None
    changes: list[str]
    problems: list[RowProblem]
    doubts: list[RowDoubt]

    @classmethod
    def of(cls, report: RowReport) -> SheetRow:
        """A row as the API gives it."""
        return cls(
            place=report.place,
            sheet=report.sheet,
            row=report.row,
            outcome=RowOutcome[report.outcome.name],
            name=report.name,
            id=None if report.id is None else ID(report.id),
            because=report.because,
            changes=list(report.changes),
            problems=[RowProblem.of(problem) for problem in report.problems],
            doubts=[RowDoubt.of(doubt) for doubt in report.doubts],
        )


@object_type
class RowCount:
    """How many rows have an outcome."""

    outcome: RowOutcome
    rows: int


@object_type
class SheetImport:
    """What a spreadsheet came to. `change` is null when nothing was written: in a dry run, when rows are doubtful or
    rejected, or when nothing was new."""

    imported: Private[Imported]
    change: Change | None
    counts: list[RowCount]
    notes: list[str]

    @answered
    def rows(
        self, outcomes: list[RowOutcome] | None = None, first: int = 100, after: str | None = None
    ) -> list[SheetRow]:
        """The rows (with these outcomes), in the order of the file; `after` is the place of the last one seen."""
        wanted = None if outcomes is None else {Outcome(one.value) for one in outcomes}
        within("first", first, 1, MOST_ROWS)
        return [SheetRow.of(row) for row in rows_after(self.imported.plan, wanted, first, after)]

    @classmethod
    def of(cls, imported: Imported) -> SheetImport:
        """What was imported as the API gives it."""
        change = imported.written.change if imported.written is not None else None
        return cls(
            imported=imported,
            change=None if change is None else Change.of(change),
            counts=[RowCount(outcome=RowOutcome[o.name], rows=n) for o, n in imported.plan.counts().items()],
            notes=list(imported.plan.notes),
        )
