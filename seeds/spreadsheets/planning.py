"""From files and what is known to a plan: the lines to put, and a report of every row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from graph.deadline import look
from graph.errors import BadInput, LineError
from graph.reduced import ReducedNetwork
from graph.store import Progress
from graph.text import fold
from seeds.registers.reading import File
from seeds.registers.spelling import number_of
from seeds.spreadsheets.cells import Row
from seeds.spreadsheets.columns import ORGANISATIONS, PEOPLE, SEATS
from seeds.spreadsheets.drafting import NEW, Draft
from seeds.spreadsheets.known import Known
from seeds.spreadsheets.matching import Match, Matching
from seeds.spreadsheets.meetings import MeetingRows
from seeds.spreadsheets.organisations import OrganisationRows
from seeds.spreadsheets.people import PeopleRows, titles_of
from seeds.spreadsheets.reading import Table, tables
from seeds.spreadsheets.report import Outcome, Plan, Problem, RowReport
from seeds.spreadsheets.seats import SeatRows

_ORDER = ("organisations", "people", "seats", "meetings")  # what is named comes before what names it
_CHEAPER = "Import it in parts, or with `korte-lijnen import-sheet`, which takes its time."
_NAMES_ANOTHER = {"organisations": "part_of", "people": "deputy_of"}  # the column that names another row of its sheet


class _Takes(Protocol):
    def take(self, row: Row) -> Match | None: ...


def read(files: Sequence[File]) -> list[tuple[Table, list[Row]]]:
    """The rows of files, in the order in which they are taken in.

    Raises BadInput or TooCostly for what cannot be read at all.
    """
    with tables(files) as found:
        ordered = sorted(found, key=lambda table: _ORDER.index(table.sheet.key))
        read = [(table, list(_rows(table))) for table in ordered]
    if not any(rows for _, rows in read):
        raise BadInput(
            f"{files[0].name} has headings and no rows.", field=files[0].name, expected="at least one row below them"
        )
    return read


def _rows(table: Table) -> Iterator[Row]:
    for raw in table.rows:
        look(_CHEAPER)
        yield Row.of(table, raw)


def plan(
    reduced: ReducedNetwork,
    files: Sequence[File],
    day: date,
    answers: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Plan:
    """What files come to over the network of a viewer, from a day on. `answers` are by place: `personen!14` or
    `personen!C14`, each an id, the place of a row that makes something new, or `new`.

    Nothing is guessed and nothing written: rows that are doubtful say what they may be about.
    Raises BadInput for a file that cannot be read, or an answer to nothing.
    """
    given = {place.casefold(): answer for place, answer in (answers or {}).items()}
    return of_rows(reduced, read(files), files[0].name, day, given, progress)


def of_rows(
    reduced: ReducedNetwork,
    sheets: Sequence[tuple[Table, list[Row]]],
    name: str,
    day: date,
    answers: Mapping[str, str],
    progress: Progress | None = None,
) -> Plan:
    """The plan of rows that were read."""
    draft = Draft(Known(reduced, day), {"title": f"spreadsheet {name}"[:200]})
    matching = Matching(draft, answers)
    reports: list[RowReport] = []
    total = sum(len(rows) for _, rows in sheets)
    for table, rows in sheets:
        takes = _takes(table.sheet.key, draft, matching, day, rows)
        for row in _in_order(table.sheet.key, rows):
            look(_CHEAPER)
            reports.append(_report(takes, draft, matching, row))
            if progress is not None and len(reports) % 500 == 0:
                progress(len(reports), total)
    _check_answers(answers, matching.used, sheets)
    lines = list(draft.lines())
    order = {table.name: place for place, (table, _) in enumerate(sheets)}
    return Plan(
        tuple(line for _, line in lines),
        tuple(place for place, _ in lines),
        tuple(sorted(reports, key=lambda report: (order[report.sheet], report.row))),
        tuple(_notes(sheets)),
    )


def _takes(key: str, draft: Draft, matching: Matching, day: date, rows: Iterable[Row]) -> _Takes:
    if key == PEOPLE.key:
        return PeopleRows(draft, matching, day, titles_of(rows))
    if key == ORGANISATIONS.key:
        return OrganisationRows(draft, matching, day)
    return SeatRows(draft, matching, day) if key == SEATS.key else MeetingRows(draft, matching, day)


def _in_order(key: str, rows: Sequence[Row]) -> Iterator[Row]:
    """Rows that name another row of their sheet come behind it, however often that goes on."""
    naming = _NAMES_ANOTHER.get(key)
    others = [row for row in rows if naming and row.cells.get(naming) is not None]
    waiting = {_text(row, "name"): row for row in others}
    yield from (row for row in rows if not naming or row.cells.get(naming) is None)
    given: set[int] = set()
    for row in others:
        chain: list[Row] = []
        next_: Row | None = row
        while next_ is not None and next_.number not in given:
            given.add(next_.number)
            chain.append(next_)
            next_ = waiting.get(_text(next_, naming or ""))
        yield from reversed(chain)


def _text(row: Row, key: str) -> str:
    return fold(" ".join(str(row.cells.get(key) or "").split()))


def _report(takes: _Takes, draft: Draft, matching: Matching, row: Row) -> RowReport:
    matching.doubts = []
    draft.begin(row.place)
    filled = [row.required(column) for column in row.table.sheet.columns]
    match = takes.take(row) if all(filled) and not row.problems else None
    name = _name(row)
    if row.problems or matching.doubts or match is None:
        draft.drop()
        outcome = Outcome.REJECTED if row.problems else Outcome.DOUBTFUL
        problems, doubts = tuple(row.problems), tuple(matching.doubts)
        return RowReport(row.table.name, row.number, outcome, name, problems=problems, doubts=doubts)
    if match.id is not None:
        matching.rows[row.place.casefold()] = match.id
    outcome = Outcome.NEW if draft.is_new else Outcome.CHANGED if draft.changes else Outcome.SAME
    id = match.id if match.id is not None and not match.id.startswith(NEW) else None
    because = match.because
    if id is not None and draft.name(id) != name and row.cells.get("name") is not None:
        because = f"{because}; known as «{draft.name(id)}»"
    return RowReport(row.table.name, row.number, outcome, name, id, because, draft.changes)


def _name(row: Row) -> str:
    value = row.cells.get("name") or row.cells.get("coalition")
    return " ".join(str(value).split())[:200] if value is not None else ""


def rejected(plan: Plan, errors: Sequence[LineError]) -> Plan:
    """The plan when lines of it are refused: the rows that gave them are rejected, each saying why.

    `line` of an error is the number of a line of the plan.
    """
    problems: dict[str, list[Problem]] = {}
    for error in errors:
        place = plan.places[(error.line or 1) - 1]
        member = f"{error.member}: " if error.member else ""
        problems.setdefault(place, []).append(Problem(place, None, f"{member}{error.message}", error.expected))
    rows = tuple(
        RowReport(r.sheet, r.row, Outcome.REJECTED, r.name, problems=tuple(problems[r.place]))
        if r.place in problems
        else r
        for r in plan.rows
    )
    return Plan(plan.lines, plan.places, rows, plan.notes)


def _check_answers(answers: Mapping[str, str], used: set[str], sheets: Sequence[tuple[Table, list[Row]]]) -> None:
    names = {table.name.casefold() for table, _ in sheets}
    for place in answers:
        if place not in used and place.partition("!")[0] not in names:
            raise BadInput(
                f"«{place}» is answered, and there is no such sheet.",
                field="answers",
                actual=place,
                expected=f"a place in {', '.join(table.name for table, _ in sheets)}, such as {sheets[0][0].name}!14",
            )


def _notes(sheets: Sequence[tuple[Table, list[Row]]]) -> Iterator[str]:
    for table, rows in sheets:
        if table.unused:
            listed = ", ".join(f"«{heading}»" for heading in table.unused[:10])
            yield f"Not used of {table.name}: {listed}" + (" and others" if len(table.unused) > 10 else "")
        if not rows:
            yield f"{table.name} has {number_of(0, 'row')}."
