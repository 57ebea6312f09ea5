"""A paper as a page of HTML that prints on A4, by itself: no scripts, nothing from elsewhere."""

from __future__ import annotations

from server.html import Html, joined, tag
from server.reports.blocks import Block, Cell, Figure, Heading, Items, Paper, Table, Text
from server.reports.drawing import WIDTH, Box, Drawing, Line, Shape

STYLE = """
@page { size: A4; margin: 18mm 17mm 18mm }
body { margin: 0 auto; padding: 1rem; max-width: 45rem; color: #000; background: #fff;
  font: 10.5pt/1.4 system-ui, "Segoe UI", Roboto, sans-serif }
h1 { font-size: 19pt; line-height: 1.2; margin: 0 } h2 { font-size: 13pt; margin: 1.6em 0 .4em; break-after: avoid }
.subtitle { font-size: 11.5pt; margin: .2em 0 1em; padding-bottom: .6em; border-bottom: 1.5pt solid #000 }
p { margin: .4em 0 } small, .note, figcaption, footer { font-size: 8.5pt; color: #333 } small { display: block }
.weighty { font-weight: 600 } ul { margin: .3em 0; padding-left: 1.2em } li { break-inside: avoid }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 9.5pt }
thead { display: table-header-group } tr { break-inside: avoid }
th { text-align: left; border-bottom: 1pt solid #000 }
td { border-bottom: .5pt solid #888 } td div + div { margin-top: .3em }
th, td { padding: .25em .6em .25em 0; vertical-align: top; overflow-wrap: break-word; hyphens: auto }
figure { margin: .8em 0; break-inside: avoid } svg { width: 100%; height: auto; font-family: inherit }
footer { margin-top: 2em; padding-top: .5em; border-top: .5pt solid #888 }
@media print { body { padding: 0; max-width: none } .wide { overflow: visible } }
"""


def page(paper: Paper) -> str:
    """The whole page."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content="default-src 'none'; style-src 'unsafe-inline'"),
        tag("title", f"{paper.title}, {paper.subtitle}"),
        tag("style", Html(STYLE)),
    )
    top = joined(tag("h1", paper.title), tag("p", paper.subtitle, class_="subtitle"))
    body = tag("body", tag("main", top, *map(_block, paper.blocks)), tag("footer", paper.foot))
    return f"<!doctype html>\n{tag('html', head, body, lang=paper.language)}\n"


def _block(block: Block) -> Html:
    match block:
        case Heading():
            return tag("h2", block.text)
        case Text():
            return tag("p", block.text, class_="note" if block.note else "weighty" if block.weighty else None)
        case Items():
            return tag("ul", *(tag("li", item) for item in block.items))
        case Table():
            return tag("div", _table(block), class_="wide")
        case Figure():
            return tag("figure", svg(block.drawing, block.caption), tag("figcaption", block.caption))


def _table(table: Table) -> Html:
    whole = sum(table.widths)
    columns = (
        tag("th", name, scope="col", style=f"width: {100 * width / whole:.1f}%")
        for name, width in zip(table.columns, table.widths, strict=True)
    )
    rows = (tag("tr", *map(_cell, row)) for row in table.rows)
    return tag("table", tag("thead", tag("tr", *columns)), tag("tbody", *rows))


def _cell(cell: Cell) -> Html:
    return tag("td", *(tag("div", entry.text, *(tag("small", note) for note in entry.notes)) for entry in cell))


def svg(drawing: Drawing, meaning: str) -> Html:
    """A drawing as SVG; `meaning` is what a screen reader says of it."""
    shapes = joined(*map(_shape, drawing.shapes))
    box = f"0 0 {WIDTH:g} {drawing.height:g}"
    return tag("svg", shapes, viewBox=box, role="img", aria_label=meaning, xmlns="http://www.w3.org/2000/svg")


def _shape(shape: Shape) -> Html:
    if isinstance(shape, Box):
        at = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height}
        return tag("rect", **_numbers(at), fill="#000" if shape.black else "#fff", stroke="#000", stroke_width=".7")
    if isinstance(shape, Line):
        ends = {"x1": shape.x1, "y1": shape.y1, "x2": shape.x2, "y2": shape.y2}
        return tag("line", **_numbers(ends), stroke="#000", stroke_width=".8")
    place = _numbers({"x": shape.x, "y": shape.y, "font_size": shape.size})
    return tag("text", shape.text, **place, text_anchor="end" if shape.to_the_left else None)


def _numbers(values: dict[str, float]) -> dict[str, str]:
    return {name: f"{value:.2f}".rstrip("0").rstrip(".") for name, value in values.items()}
