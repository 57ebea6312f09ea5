"""Files as tables: which sheet each is, which column stands where, and its rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from graph.errors import BadInput
from seeds.registers.decoding import text_of
from seeds.registers.reading import File
from seeds.registers.tables import records
from seeds.spreadsheets.columns import SHEETS, Column, Sheet, folded, sheet_named
from seeds.spreadsheets.workbooks import RawRow, RawSheet, column_letter, is_workbook, opened

_OF_THE_TEMPLATE = frozenset({"uitleg", "explanation", "lijsten", "lists"})
"""Sheets of the template that hold no rows."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet that is read: what it is, its name in the file, the column at each index, and the rows below the
    heading. `headed` are the indices that have a heading, `unused` the headings that no column has."""

    file: File
    sheet: Sheet
    name: str
    columns: Mapping[int, Column]
    headed: frozenset[int]
    unused: tuple[str, ...]
    rows: Iterator[RawRow]

    def letter(self, key: str) -> str:
        """The letters of a column; of one that is not there those of the first."""
        return column_letter(next((index for index, column in self.columns.items() if column.key == key), 0))


@contextmanager
def tables(files: Sequence[File]) -> Iterator[list[Table]]:
    """The tables of files, to be read while this is open.

    Raises BadInput for what is no table of these, with a heading that stands there twice, or with merged cells.
    """
    with ExitStack() as open_:
        found: list[Table] = []
        for file in files:
            if is_workbook(file):
                found += _of_workbook(file, open_.enter_context(opened(file)))
            else:
                found.append(_table(file, RawSheet(None, _csv_rows(file)), None))
        _check_once(found)
        yield found


def _of_workbook(file: File, sheets: list[RawSheet]) -> list[Table]:
    named = [(sheet, sheet_named(sheet.name or "")) for sheet in sheets]
    wanted = [(raw, sheet) for raw, sheet in named if sheet is not None]
    if not wanted:  # nobody named the sheets: what they are is told by their headings
        wanted = [(raw, None) for raw, _ in named if folded(raw.name or "") not in _OF_THE_TEMPLATE]  # type: ignore[misc]
    read: list[Table] = []
    for raw, sheet in wanted:
        if raw.merged is not None:
            raise BadInput(
                f"{raw.name}!{raw.merged} is one cell that was merged from several.",
                field=f"{raw.name}!{raw.merged}",
                expected="one value in each cell",
                help="Undo the merging, and write in each row what holds for it.",
            )
        table = _table(file, raw, sheet)
        read.append(table)
    if not read:
        raise _wrong_file(file, file.name, ())
    return read


def _csv_rows(file: File) -> Iterator[RawRow]:
    for number, (_, cells) in enumerate(records(file, text_of(file)), 1):
        if any(cell.strip() for cell in cells):
            yield RawRow(number, tuple(cell if cell.strip() else None for cell in cells))


def _table(file: File, raw: RawSheet, sheet: Sheet | None) -> Table:
    first = next(raw.rows, RawRow(1, ()))
    headings = tuple("" if cell is None else str(cell).strip() for cell in first.cells)
    sheet = sheet or _recognised(headings)
    if sheet is None:
        raise _wrong_file(file, raw.name or file.name, headings)
    name = raw.name or _name_of(sheet, headings)
    columns: dict[int, Column] = {}
    for index, heading in enumerate(headings):
        if heading and (column := sheet.column(heading)):
            _check_single(name, first.number, columns, index, column, heading)
            columns[index] = column
    _check_headings(file, name, first, sheet, columns, headings)
    unused = tuple(h for index, h in enumerate(headings) if h and index not in columns)
    headed = frozenset(index for index, heading in enumerate(headings) if heading)
    return Table(file, sheet, name, columns, headed, unused, raw.rows)


def _recognised(headings: Sequence[str]) -> Sheet | None:
    """The sheet that has most of these headings, all that are required among them."""
    best, most = None, 0
    for sheet in SHEETS:
        known = {column.key for heading in headings if heading and (column := sheet.column(heading))}
        if all(column.key in known for column in sheet.columns if column.required) and len(known) > max(most, 1):
            best, most = sheet, len(known)
    return best


def _name_of(sheet: Sheet, headings: Sequence[str]) -> str:
    dutch = sum(folded(column.dutch) in map(folded, headings) for column in sheet.columns)
    english = sum(folded(column.english) in map(folded, headings) for column in sheet.columns)
    return sheet.title("en" if english > dutch else "nl")


def _check_single(name: str, row: int, columns: dict[int, Column], index: int, column: Column, heading: str) -> None:
    for before, other in columns.items():
        if other.key == column.key:
            raise BadInput(
                f"{name}!{column_letter(index)}{row} «{heading}» heads the same as {column_letter(before)}{row}.",
                field=f"{name}!{column_letter(index)}{row}",
                actual=heading,
                expected="each heading once",
                help="Remove one of the two columns, or its heading.",
            )


def _check_headings(
    file: File, name: str, first: RawRow, sheet: Sheet, columns: Mapping[int, Column], headings: Sequence[str]
) -> None:
    there = {column.key for column in columns.values()}
    missing = [column for column in sheet.columns if column.required and column.key not in there]
    if missing:
        wanted = ", ".join(f"«{column.dutch}» or «{column.english}»" for column in missing)
        raise BadInput(
            f"{name} has no column {wanted} in its first row, {name}!A{first.number}.",
            field=f"{name}!A{first.number}",
            actual=", ".join(filter(None, headings))[:300],
            expected=", ".join(column.dutch for column in sheet.columns),
            help=f"The first row holds the headings; `korte-lijnen template` makes an example. ({file.name})",
        )


def _check_once(found: Sequence[Table]) -> None:
    names: dict[str, str] = {}
    for table in found:
        if folded(table.name) in names:
            raise BadInput(
                f"{table.file.name} has a sheet {table.name}, and so has {names[folded(table.name)]}.",
                field=table.file.name,
                expected="each sheet once",
                help="Put their rows together, or import the files one after the other.",
            )
        names[folded(table.name)] = table.file.name


def _wrong_file(file: File, name: str, headings: Sequence[str]) -> BadInput:
    return BadInput(
        f"{name} is none of the sheets that are read here.",
        field=file.name,
        actual=", ".join(filter(None, headings))[:300] or "no headings",
        expected="; ".join(
            f"{sheet.dutch}: {', '.join(column.dutch for column in sheet.columns if column.required)} and others"
            for sheet in SHEETS
        ),
        help="`korte-lijnen template FILE.xlsx` makes an example; registers are read by `korte-lijnen import`.",
    )
