"""Spreadsheets of links: for a letter that somebody merges and sends themselves. No cell is ever a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from graph.records import NodeRecord
from server.confirming.invitations import Invitation

COLUMNS = ("id", "naam", "e-mail", "link", "geldig tot en met")
_WITHOUT = ("id", "naam")
_WIDTHS = (20, 30, 36, 60, 18)

# What spreadsheets take for the beginning of a formula when they read a text file; the quotation mark says it is none.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def workbook(invitations: Iterable[Invitation], without_address: Iterable[NodeRecord]) -> Workbook:
    """A workbook with the links on its first sheet, and on its second whoever has no address."""
    book = Workbook(write_only=True)
    _fill(book.create_sheet("links"), COLUMNS, _rows(invitations))
    _fill(book.create_sheet("zonder e-mailadres"), _WITHOUT, ((one.id, one.name) for one in without_address))
    return book


def write_csv(file: TextIO, invitations: Iterable[Invitation]) -> None:
    """The links as comma-separated values (RFC 4180), with their columns named in the first line."""
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for row in _rows(invitations):
        writer.writerow([f"'{text}" if text.startswith(_FORMULA) else text for text in row])


def _rows(invitations: Iterable[Invitation]) -> Iterator[tuple[str, ...]]:
    return ((one.id, one.name, one.email, one.link, one.last_day.isoformat()) for one in invitations)


def _fill(sheet: WriteOnlyWorksheet, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    sheet.freeze_panes = "A2"
    for column, width in zip("ABCDE", _WIDTHS[: len(columns)], strict=False):
        sheet.column_dimensions[column].width = width  # type: ignore[attr-defined]  # write-only sheets have it too
    for row in (columns, *rows):
        sheet.append([_cell(sheet, text) for text in row])


def _cell(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", text))
    cell.data_type = "s"  # a text, also where it begins as a formula does
    return cell
