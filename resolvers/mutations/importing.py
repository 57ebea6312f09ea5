"""Importing spreadsheets: what files come to over what the viewer sees, as one change within their rights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.editing.edit import Edit
from graph.editing.reasons import check_reason
from graph.errors import BadInput, RejectedLines
from graph.rights import require_signed_in
from graph.store import Progress
from resolvers.context import Context
from resolvers.mutations.basis import Basis
from resolvers.mutations.changing import put_on
from resolvers.mutations.writing import RejectedInput, Written, write
from seeds.registers.reading import File
from seeds.spreadsheets import Outcome, Plan, RowReport, of_rows, read, rejected

MOST_ANSWERS = 10_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to: its plan with every row, and what was written; None where nothing was."""

    plan: Plan
    written: Written | None

    @property
    def lines(self) -> int:
        """How many nodes and relations are new or changed."""
        return len(self.plan.lines)


class _NotWhole(Exception):
    """Rows are rejected or doubtful, and nothing is to be written then."""


def import_files(
    context: Context,
    files: Sequence[File],
    because: str,
    *,
    answers: Mapping[str, str] | None = None,
    based_on: int | None = None,
    dry_run: bool = False,
    despite_rejected: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Import files: all rows in one change, or nothing, unless `despite_rejected` asks for the others.

    Rows are matched only with what the viewer sees; what they would change has to be theirs to change, as of `put`.
    Raises BadInput for a file that cannot be read, Forbidden, Conflict and Unavailable as any other mutation.
    """
    require_signed_in(context.viewer)
    given = {place.casefold(): answer for place, answer in (answers or {}).items()}
    if len(given) > MOST_ANSWERS:
        raise BadInput(f"{len(given):,} answers are given.", field="answers", expected=f"at most {MOST_ANSWERS:,}")
    sheets = read(files)
    plans: list[Plan] = []

    def edit(basis: Basis) -> Edit:
        check_reason(because, basis.is_person)
        for _, rows in sheets:
            for row in rows:
                row.forget()
        made = of_rows(basis.reduced, sheets, files[0].name, basis.today, given, progress)
        plans[:] = [made]
        if not made.is_whole and not despite_rejected:
            raise _NotWhole
        return put_on(basis, made.lines)

    try:
        written = write(context, because, edit, based_on=based_on, dry_run=dry_run, checked=True, progress=progress)
    except _NotWhole:
        return Imported(plans[-1], None)
    except RejectedInput as error:
        refused = error.__cause__
        if not plans or not isinstance(refused, RejectedLines):
            raise
        return Imported(rejected(plans[-1], refused.errors), None)
    return Imported(plans[-1], None if dry_run or written.change is None else written)


def rows_after(plan: Plan, outcomes: set[Outcome] | None, first: int, after: str | None) -> list[RowReport]:
    """The first rows with these outcomes that come behind a place. Raises BadInput for a place that no row has."""
    begin = 0
    if after is not None:
        places = [row.place for row in plan.rows]
        if after not in places:
            raise BadInput(f"There is no row «{after[:80]}».", field="after", actual=after[:80], expected="a place")
        begin = places.index(after) + 1
    return list(islice((row for row in plan.rows[begin:] if outcomes is None or row.outcome in outcomes), first))
