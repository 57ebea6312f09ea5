"""A table as publishers give it: a heading and rows, separated by `;`, `,` or tabs."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from graph.errors import BadInput
from seeds.registers.decoding import text_of
from seeds.registers.reading import File, Rejected
from seeds.registers.spelling import number_of

_DELIMITERS = ";,\t|"
_DATA = re.compile(r"@|\d{6}")
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the line it begins on, and its cells by heading. A cell of white space is no value: None."""

    line: int
    cells: dict[str, str | None]

    def __getitem__(self, heading: str) -> str | None:
        return self.cells[heading]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its headings trimmed, the rows that could not be read, and how many were not to be kept."""

    file: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    rejected: tuple[Rejected, ...]
    passed_over: int = 0

    def unused(self, used: frozenset[str]) -> tuple[str, ...]:
        """The headings that are not among those used."""
        return tuple(heading for heading in self.headings if heading not in used)


def read_headings(file: File, renamed: Mapping[str, str] = _NONE) -> tuple[str, ...]:
    """The headings of a table, trimmed. `renamed` gives the present name of headings that had another once."""
    text = text_of(file)
    return tuple(renamed.get(cell, cell) for cell in _cells_trimmed(next(records(file, text))[1]))


def read_table(
    file: File,
    used: frozenset[str],
    renamed: Mapping[str, str] = _NONE,
    wanted: Callable[[Mapping[str, str | None]], bool] | None = None,
) -> Table:
    """The table of a file. `used` are the headings that matter: they stand there once, by their present name.

    Of a row that is not `wanted` nothing is kept but that it was there.
    Raises BadInput for what is no table, a heading of `used` that is missing or stands there twice, or no rows.
    """
    text = text_of(file)
    found = records(file, text)
    headings = tuple(renamed.get(cell, cell) for cell in _cells_trimmed(next(found)[1]))
    _check_headings(file, headings, used)
    rows: list[Row] = []
    rejected: list[Rejected] = []
    passed_over = 0
    for line, cells in found:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) == len(headings):
            row = {h: _value(c) for h, c in zip(headings, cells, strict=True) if h in used}
            if wanted is None or wanted(row):
                rows.append(Row(line, row))
            else:
                passed_over += 1
        else:
            reason = f"has {number_of(len(cells), 'cell')} under {number_of(len(headings), 'heading')}"
            rejected.append(Rejected(file.name, line, reason + _why(len(cells), len(headings))))
    if not rows and not rejected and not passed_over:
        raise BadInput(f"{file.name} has a heading and no rows", field=file.name, expected="at least one row")
    return Table(file.name, headings, tuple(rows), tuple(rejected), passed_over)


def records(file: File, text: str) -> Iterator[tuple[int, list[str]]]:
    """The records of a table with the line each begins on: a quoted cell may hold line ends.

    Raises BadInput where quotes are not closed.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(file, text), strict=True)
    begin = 1
    try:
        for cells in reader:
            yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        raise BadInput(
            f"{file.name}, line {begin}: no row of a table ({error})",
            field=file.name,
            expected=f"cells separated by «{_delimiter(file, text)}», with quotes closed",
            help="A quote that is not closed swallows the rows below it; the file may be cut short.",
        ) from error


def _delimiter(file: File, text: str) -> str:
    """What was named, or what the heading holds most of."""
    if file.delimiter is None:
        heading = text.partition("\n")[0]
        return max(_DELIMITERS, key=heading.count)
    delimiter = "\t" if file.delimiter == "tab" else file.delimiter
    if len(delimiter) != 1 or delimiter in '\r\n"\0':
        raise BadInput(
            f"cells cannot be separated by «{file.delimiter}»",
            field="delimiter",
            actual=file.delimiter,
            expected="one character, such as ; or , or tab",
        )
    return delimiter


def told(headings: Collection[str]) -> str:
    """The headings, for an error. What looks like data is not repeated: without its heading, a file's first row may be
    a person's."""
    if any(_DATA.search(heading) for heading in headings):
        return "a first row that is no heading"
    return "columns " + ", ".join(headings)[:300]


def _check_headings(file: File, headings: tuple[str, ...], used: frozenset[str]) -> None:
    counts = Counter(headings)
    if double := sorted(heading for heading in used if counts[heading] > 1):
        raise BadInput(
            f"{file.name} heads two columns «{double[0]}»",
            field=double[0],
            actual=counts[double[0]],
            expected="each heading once",
        )
    if missing := sorted(heading for heading in used if not counts[heading]):
        raise BadInput(
            f"{file.name} has no column {', '.join(f'«{heading}»' for heading in missing)}",
            field=missing[0],
            actual=told(headings),
            expected=", ".join(sorted(used)),
        )


def _cells_trimmed(cells: list[str]) -> list[str]:
    return [" ".join(cell.split()) for cell in cells]


def _value(cell: str) -> str | None:
    """A cell without white space around it, and with one space for white space (line ends too) within it."""
    return " ".join(cell.split()) or None


def _why(cells: int, headings: int) -> str:
    return ": is the file cut short?" if cells < headings else ": a separator in a cell wants quotes around it"
