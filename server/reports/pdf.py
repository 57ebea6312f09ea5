"""A paper as PDF on A4, set by ReportLab in Source Sans Pro, whose letters are those of languages written in Latin,
Greek or Cyrillic."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import as_file, files
from itertools import pairwise

from reportlab.lib.colors import black, grey, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    KeepTogether,
    LongTable,
    PageTemplate,
    Paragraph,
    Spacer,
    TableStyle,
)

from server.reports import drawing
from server.reports.blocks import Block, Cell, Figure, Heading, Items, Paper, Table, Text

PLAIN, BOLD = "SourceSansPro-Regular", "SourceSansPro-Bold"
_SIDE = 17 * mm
_HEAD, _FOOT = 16 * mm, 20 * mm
_ROOM = A4[0] - 2 * _SIDE
_BELOW_HEADING = 35 * mm  # a heading stands on a page with at least so much of what it is of

_BODY = ParagraphStyle("body", fontName=PLAIN, fontSize=9.5, leading=13, spaceAfter=4)
_NOTE = ParagraphStyle("note", _BODY, fontSize=8, leading=10.5)
_WEIGHTY = ParagraphStyle("weighty", _BODY, fontName=BOLD)
_ITEM = ParagraphStyle("item", _BODY, leftIndent=11, bulletIndent=2, spaceAfter=2)
_CELL = ParagraphStyle("cell", _BODY, fontSize=8.5, leading=11, spaceAfter=0)
_CELL_NOTE = ParagraphStyle("cell note", _NOTE, fontSize=7.5, leading=9.5, spaceAfter=2)
_COLUMN = ParagraphStyle("column", _CELL, fontName=BOLD)
_HEADING = ParagraphStyle("heading", _BODY, fontName=BOLD, fontSize=12.5, leading=16, spaceBefore=12, spaceAfter=4)
_TITLE = ParagraphStyle("title", _BODY, fontName=BOLD, fontSize=18, leading=22, spaceAfter=2)
_SUBTITLE = ParagraphStyle("subtitle", _BODY, fontSize=11, leading=15, spaceAfter=10)
_LINES = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, 0), 1, black),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, grey),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
)


def pdf(paper: Paper) -> bytes:
    """The whole paper; every page has its foot and its number."""
    _letters()
    file = io.BytesIO()
    title = f"{paper.title}, {paper.subtitle}"
    template = BaseDocTemplate(file, pagesize=A4, title=title, lang=paper.language)

    def foot(canvas: Canvas, _: object) -> None:
        canvas.setFont(PLAIN, 7.5)
        canvas.drawString(_SIDE, 11 * mm, paper.foot)
        canvas.drawRightString(A4[0] - _SIDE, 11 * mm, str(canvas.getPageNumber()))

    frame = Frame(_SIDE, _FOOT, _ROOM, A4[1] - _HEAD - _FOOT, 0, 0, 0, 0)
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=foot))
    template.build(list(_flow(paper)))
    return file.getvalue()


@cache
def _letters() -> None:
    """Make the letters known to ReportLab, once."""
    folder = files("font_source_sans_pro") / "files"
    for name in (PLAIN, BOLD):
        with as_file(folder / f"{name}.ttf") as path:
            pdfmetrics.registerFont(TTFont(name, str(path)))


def _flow(paper: Paper) -> Iterator[Flowable]:
    yield _paragraph(paper.title, _TITLE)
    yield _paragraph(paper.subtitle, _SUBTITLE)
    for block, following in pairwise((*paper.blocks, None)):
        if isinstance(block, Heading):
            yield CondPageBreak(_BELOW_HEADING + (_height(following.drawing) if isinstance(following, Figure) else 0))
        if block is not None:
            yield from _block(block)


def _block(block: Block) -> Iterator[Flowable]:
    match block:
        case Heading():
            yield _paragraph(block.text, _HEADING)
        case Text():
            yield _paragraph(block.text, _NOTE if block.note else _WEIGHTY if block.weighty else _BODY)
        case Items():
            yield from (Paragraph(escape(item), _ITEM, bulletText="•") for item in block.items)
        case Table():
            yield _table(block)
            yield Spacer(0, 8)
        case Figure():
            yield KeepTogether([_Drawn(block.drawing), _paragraph(block.caption, _NOTE), Spacer(0, 4)])


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text), style)


def _table(table: Table) -> LongTable:
    widths = [_ROOM * width / sum(table.widths) for width in table.widths]
    head = [_paragraph(name, _COLUMN) for name in table.columns]
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    return LongTable(
        [head, *rows], colWidths=widths, repeatRows=1, style=_LINES, splitInRow=1
    )  # a row may be longer than a page


def _cell(cell: Cell) -> list[Paragraph]:
    set_ = [(_paragraph(entry.text, _CELL), *(_paragraph(note, _CELL_NOTE) for note in entry.notes)) for entry in cell]
    return [paragraph for entry in set_ for paragraph in entry]


def _height(drawn: drawing.Drawing) -> float:
    return drawn.height * _ROOM / drawing.WIDTH


class _Drawn(Flowable):
    """A drawing as wide as the page lets it be."""

    def __init__(self, drawn: drawing.Drawing) -> None:
        super().__init__()
        self._drawing = drawn
        self._scale = _ROOM / drawing.WIDTH
        self.width, self.height = _ROOM, _height(drawn)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.scale(self._scale, self._scale)
        for shape in self._drawing.shapes:
            self._draw(canvas, shape)

    def _draw(self, canvas: Canvas, shape: drawing.Shape) -> None:
        top = self._drawing.height  # PDF counts from below
        if isinstance(shape, drawing.Box):
            canvas.setLineWidth(0.7)
            canvas.setFillColor(black if shape.black else white)
            canvas.rect(shape.x, top - shape.y - shape.height, shape.width, shape.height, fill=1)
            canvas.setFillColor(black)
        elif isinstance(shape, drawing.Line):
            canvas.setLineWidth(0.8)
            canvas.line(shape.x1, top - shape.y1, shape.x2, top - shape.y2)
        else:
            canvas.setFont(PLAIN, shape.size)
            (canvas.drawRightString if shape.to_the_left else canvas.drawString)(shape.x, top - shape.y, shape.text)
