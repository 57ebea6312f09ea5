"""An export as a file: a workbook, CSV, GraphML or GEXF. No cell is ever a formula."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO

import networkx as nx
from openpyxl import Workbook
from openpyxl.cell import Cell as WorkbookCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from graph.deadline import look
from graph.errors import BadInput
from resolvers.exports.subgraphs import graph_of
from resolvers.exports.tables import Cell, Export, Language, Table

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of a formula when they read a text file."""

_NO_FORMULA = "'"  # before a cell of a text file: what follows is a text
_LONGEST_CELL = 32_000  # characters; a workbook's cell holds 32,767


@dataclass(frozen=True, slots=True)
class Format:
    """A sort of file: its media type, and how an export is written as one."""

    media_type: str
    write: Callable[[Export, Language], bytes]


def _workbook(export: Export, language: Language) -> bytes:
    book = Workbook(write_only=True)
    for table in export.tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        headings = [_cell(sheet, heading) for heading in _headings(table, language)]
        for heading in headings:
            heading.font = Font(bold=True)
        sheet.append(headings)
        for row in table.rows:
            look()
            sheet.append([_cell(sheet, value) for value in row])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet: WriteOnlyWorksheet, value: Cell) -> WorkbookCell:
    if not isinstance(value, str):
        cell: WorkbookCell = WriteOnlyCell(sheet, value)  # type: ignore[arg-type]  # dates are taken too
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
        return cell
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub(" ", value)[:_LONGEST_CELL])
    cell.data_type = "s"  # a text, also where it begins as a formula does
    return cell


def _csv(export: Export, language: Language) -> bytes:
    """The first table, with a byte order mark (by which spreadsheets know UTF-8), and in Dutch with semicolons, which
    is what they expect here."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if language == "nl" else ",")
    table = export.tables[0]
    writer.writerow(_headings(table, language))
    for row in table.rows:
        look()
        writer.writerow([_plain(value) for value in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def _plain(value: Cell) -> Cell:
    if isinstance(value, str):
        return _NO_FORMULA + value if value.lstrip(" \n").startswith(FORMULA) else value.replace("\0", " ")
    return value.isoformat() if isinstance(value, date) else value


def _headings(table: Table, language: Language) -> list[str]:
    return [dutch if language == "nl" else english for dutch, english in table.headings]


def _graphml(export: Export, _: Language) -> bytes:
    content = BytesIO()
    nx.write_graphml_xml(graph_of(export), content, named_key_ids=True)
    return content.getvalue()


def _gexf(export: Export, _: Language) -> bytes:
    content = BytesIO()
    nx.write_gexf(graph_of(export), content)
    return content.getvalue()


FORMATS: Mapping[str, Format] = {
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _workbook),
    "csv": Format("text/csv; charset=utf-8", _csv),
    "graphml": Format("application/graphml+xml; charset=utf-8", _graphml),
    "gexf": Format("application/gexf+xml; charset=utf-8", _gexf),
}
"""The sorts of files, by how their names end."""


def format_of(name: str) -> Format:
    """The format of a name's ending. Raises BadInput for any other."""
    found = FORMATS.get(name)
    if found is None:
        raise BadInput(
            f"There are no files «.{name[:20]}» here.", field="format", actual=name[:20], expected=", ".join(FORMATS)
        )
    return found
