"""The cells of a row as values. What is wrong with one is a problem of its row, which names the cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from seeds.spreadsheets.columns import Column
from seeds.spreadsheets.reading import Table
from seeds.spreadsheets.report import Problem
from seeds.spreadsheets.workbooks import Cell, Formula, RawRow, column_letter

T = TypeVar("T")

_LONGEST = 2_000
_SHOWN = 60
_NO_TEXT = re.compile("[\x00-\x1f\ud800-\udfff]")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_DUTCH = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)
_DAY_ZERO = date(1899, 12, 30)  # of Excel's day numbers, for whatever lies after 28 February 1900
_DATE = "a date: a date cell, or 2026-03-14, or 14-3-2026"
_MARKED = re.compile(r"'(?= *[=+@-])")  # what an export puts before a text that would be taken for a formula
_SEPARATOR = re.compile(r"[;\n]")


@dataclass
class Row:
    """One row that is read. `problems` gathers what is wrong with it; what is wrong reads as None."""

    table: Table
    number: int
    cells: Mapping[str, Cell]
    problems: list[Problem] = field(default_factory=list)
    _computed: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, table: Table, raw: RawRow) -> Row:
        """The cells by the keys of their columns; a formula, or a value below no heading, is a problem."""
        row = cls(table, raw.number, {})
        cells: dict[str, Cell] = {}
        for index, value in enumerate(raw.cells):
            column = table.columns.get(index)
            if isinstance(value, Formula) and column is not None:
                row._wrong_at(index, value.text, "is computed", "the value itself: copy the cells and paste the values")
            elif column is not None and value is not None:
                cells[column.key] = value
            elif value is not None and index not in table.headed:
                row._wrong_at(index, str(value), "stands below no heading", "a heading in the first row")
        row.cells = cells
        row._computed = tuple(row.problems)
        return row

    def forget(self) -> None:
        """Know of no problems but those of the cells themselves: the row is to be taken in anew."""
        self.problems = list(self._computed)

    @property
    def place(self) -> str:
        """The row as one writes it: `personen!14`."""
        return f"{self.table.name}!{self.number}"

    def cell(self, key: str) -> str:
        """The place of a cell: `personen!C14`."""
        return f"{self.table.name}!{self.table.letter(key)}{self.number}"

    def wrong(self, key: str, message: str, expected: str | None = None) -> None:
        """Say that a cell is wrong."""
        self.problems.append(Problem(self.cell(key), _shown(self.cells.get(key)), message, expected))

    def _wrong_at(self, index: int, says: str, message: str, expected: str) -> None:
        place = f"{self.table.name}!{column_letter(index)}{self.number}"
        self.problems.append(Problem(place, _shown(says), message, expected))

    def text(self, key: str) -> str | None:
        """A text, with one space for white space. A number is one where it has lost nothing: not a telephone number."""
        value = self.cells.get(key)
        if value is None:
            return None
        if isinstance(value, bool | date | float):
            self.wrong(key, f"is {'a date' if isinstance(value, date) else 'a number'}", "a text")
            return None
        if isinstance(value, int) and key == "phone":
            self.wrong(key, "is a number, which has lost its zeros", "a text: give the cell the format «text»")
            return None
        text = " ".join(str(value).split())
        text = text[1:] if _MARKED.match(text) else text
        if len(text) > _LONGEST or _NO_TEXT.search(text):
            self.wrong(
                key, "is too long, or holds signs that are no text", f"a text of at most {_LONGEST:,} characters"
            )
            return None
        return text or None

    def address(self, key: str) -> str | None:
        """An e-mail address."""
        text = self.text(key)
        if text is not None and (text.count("@") != 1 or " " in text or text.startswith("@") or text.endswith("@")):
            self.wrong(key, "is no e-mail address", "one address, such as naam@example.org")
            return None
        return text

    def texts(self, key: str) -> list[str] | None:
        """The texts between semicolons or line ends; None where the cell is empty."""
        value = self.cells.get(key)
        if not isinstance(value, str):
            text = self.text(key)
            return None if text is None else [text]
        return [" ".join(one.split()) for one in _SEPARATOR.split(value) if one.strip()]

    def date(self, key: str) -> date | None:
        """A day. A number without a date's format, and a day in any other order, are asked rather than guessed."""
        value = self.cells.get(key)
        if value is None or isinstance(value, date):
            return value
        if isinstance(value, bool | float | int):
            self.wrong(key, f"is a number{_as_a_day(value)}", "a cell with the format of a date")
            return None
        assert isinstance(value, str)
        text = value.strip()
        try:
            if match := _ISO.fullmatch(text):
                return date(*map(int, match.groups()))
            if match := _DUTCH.fullmatch(text):
                day, month, year = map(int, match.groups())
                return date(year, month, day)
        except ValueError:
            self.wrong(key, "is no day of the calendar", _DATE)
            return None
        self.wrong(key, "is no date that can be read in one way only", _DATE)
        return None

    def choice(self, key: str, found: Callable[[str], T | None], expected: str) -> T | None:
        """What a text names."""
        text = self.text(key)
        if text is None:
            return None
        value = found(text)
        if value is None:
            self.wrong(key, "is none of the list", expected)
        return value

    def required(self, column: Column) -> bool:
        """Whether a required cell is filled; else that is a problem."""
        if column.required and self.cells.get(column.key) is None:
            if not any(problem.cell == self.cell(column.key) for problem in self.problems):
                self.wrong(column.key, "is empty", f"{column.dutch}: {column.holds.value[1]}")
            return False
        return True


def _shown(value: Cell) -> str | None:
    if value is None:
        return None
    text = value.text if isinstance(value, Formula) else str(value)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _as_a_day(number: float) -> str:
    if isinstance(number, bool) or not 20_000 <= number <= 80_000:
        return ""
    return f", which may mean {_DAY_ZERO + timedelta(days=int(number))}"
