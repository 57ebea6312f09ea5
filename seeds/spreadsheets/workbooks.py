"""A workbook as sheets of cells: only what is plainly values, and no more than a spreadsheet that people keep."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from graph.errors import BadInput, TooCostly
from seeds.registers.reading import File

LARGEST_UNPACKED = 256 * 2**20
"""Bytes of all parts of a workbook together. 50,000 full rows are some 40 MB."""
MOST_TIMES = 250  # how much a part may grow; a sheet with only zeros grows some 100 times
MOST_PARTS = 2_000
MOST_COLUMNS = 1_000
MOST_ROWS = 200_000

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_PACKED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)
"""What damaged packed files raise."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z0-9:]+)"')

Value = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that is computed, as its formula or error stands there."""

    text: str


Cell = Value | Formula


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of a sheet: its number from 1, and its cells from the first column on."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet of a file: its name, None where it has none (CSV), its rows, the heading first, and the first range of
    cells that were merged."""

    name: str | None
    rows: Iterator[RawRow]
    merged: str | None = None


def is_workbook(file: File) -> bool:
    """Whether a file is a workbook, or would be one if it could be read: told by how it begins."""
    return file.content.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLE))


def column_letter(index: int) -> str:
    """The letters of a column by its index from 0."""
    return get_column_letter(index + 1)


@contextmanager
def opened(file: File) -> Iterator[list[RawSheet]]:
    """The sheets of a workbook that are shown, each to be read once.

    Raises BadInput for what is no workbook, has macros or merged cells, and TooCostly for one that is too large.
    """
    _check_parts(file)
    book = None
    try:
        book = load_workbook(BytesIO(file.content), read_only=True, data_only=False, keep_links=False)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        yield [RawSheet(sheet.title, _rows(file, sheet), _first_merged(file, sheet)) for sheet in shown]
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, *_PACKED) as error:
        # openpyxl has no error of its own for a damaged part; SyntaxError is that of its XML parser.
        raise BadInput(
            f"{file.name} is a damaged workbook: {type(error).__name__}.",
            field=file.name,
            expected="a workbook (.xlsx)",
            help="Open it in a spreadsheet program and save it again.",
        ) from error
    finally:
        if book is not None:
            book.close()


def _check_parts(file: File) -> None:
    if file.content.startswith(_OLE):
        raise _no_workbook(
            file, "is a workbook of before 2007, or one with a password", "Save it as .xlsx, without one."
        )
    try:
        with zipfile.ZipFile(BytesIO(file.content)) as packed:
            _check_sizes(file, packed.infolist())
            names = packed.namelist()
            if "xl/workbook.xml" not in names:
                raise _no_workbook(file, "is a packed file, and no workbook", "Save it as .xlsx.")
            if macros := [name for name in names if name.lower().endswith("vbaproject.bin") or "macrosheets" in name]:
                raise _no_workbook(file, f"holds macros ({macros[0]})", "Save it as .xlsx: that leaves them out.")
            for name in names:
                _check_part(file, packed, name)
    except _PACKED as error:
        raise _no_workbook(file, "is no whole workbook", "It may be cut short; save it again as .xlsx.") from error


def _check_sizes(file: File, parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    bomb = next((p for p in parts if p.file_size > 2**20 and p.file_size > MOST_TIMES * max(p.compress_size, 1)), None)
    if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED or bomb is not None:
        part = f": {bomb.filename} grows {bomb.file_size // max(bomb.compress_size, 1):,} times" if bomb else ""
        raise TooCostly(
            f"{file.name} would be {unpacked:,} bytes in {len(parts):,} parts when it is unpacked{part}.",
            field=file.name,
            actual=unpacked,
            expected=f"at most {LARGEST_UNPACKED:,} bytes in {MOST_PARTS:,} parts, none grown {MOST_TIMES} times",
            help="Save only the sheets that are to be imported, or split them.",
        )


def _check_part(file: File, packed: zipfile.ZipFile, name: str) -> None:
    if not name.endswith((".xml", ".rels")):
        return
    with packed.open(name) as part:
        if b"<!DOCTYPE" in part.read(4096):
            raise _no_workbook(file, f"declares entities ({name})", "No spreadsheet program writes that.")


def _first_merged(file: File, sheet: Any) -> str | None:  # noqa: ANN401 - openpyxl's read-only sheet has no public type
    """Merged ranges stand behind the cells: only the last bytes of what was read before are kept."""
    tail = b""
    with zipfile.ZipFile(BytesIO(file.content)) as packed, packed.open(sheet._worksheet_path) as part:
        while block := part.read(2**20):
            if match := _MERGED.search(tail + block):
                return match[1].decode()
            tail = block[-200:]
    return None


def _rows(file: File, sheet: Any) -> Iterator[RawRow]:  # noqa: ANN401
    for number, row in enumerate(sheet.iter_rows(), 1):
        if number > MOST_ROWS:
            raise TooCostly(
                f"{sheet.title}!A{number}: more rows than are read at once.",
                field=file.name,
                expected=f"at most {MOST_ROWS:,} rows in a sheet",
                help="Split the file.",
            )
        cells = [_value(cell) for cell in islice(row, MOST_COLUMNS + 1)]
        if len(cells) > MOST_COLUMNS and any(cell is not None for cell in cells[MOST_COLUMNS:]):
            raise BadInput(
                f"{sheet.title}!{column_letter(MOST_COLUMNS)}{number}: more columns than are read.",
                field=file.name,
                expected=f"at most {MOST_COLUMNS:,} columns",
            )
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            yield RawRow(number, tuple(cells))


def _value(cell: Any) -> Cell:  # noqa: ANN401
    value = cell.value
    if value is None:
        return None
    if cell.data_type in ("f", "e"):
        return Formula(str(getattr(value, "text", value)))
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        return value if value.strip() else None
    return value if isinstance(value, int | float | date) else str(value)


def _no_workbook(file: File, message: str, help: str) -> BadInput:
    return BadInput(
        f"{file.name} {message}.", field=file.name, expected="a workbook without macros (.xlsx), or CSV", help=help
    )
