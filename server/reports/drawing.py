"""Drawings of bars, in points, from the top left: black on white, told apart by pattern and by words, never by colour.

A drawing is a list of shapes, so that SVG and PDF show the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from textwrap import wrap

WIDTH = 500.0
"""What fits between the margins of A4."""

_LABELS, _FIGURES = 170.0, 150.0  # what the words left and right of the bars take
_ROW, _BAR, _SIZE, _SMALL = 20.0, 11.0, 8.5, 7.5
_HATCH = 3.5  # between two lines of the hatching
_LONGEST_LABEL = 34  # letters that fit left of the bars on one line


class Fill(Enum):
    """How a bar is filled: black, hatched, or only outlined."""

    SOLID = "SOLID"
    HATCHED = "HATCHED"
    EMPTY = "EMPTY"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with a thin edge, filled black or white."""

    x: float
    y: float
    width: float
    height: float
    black: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A thin line."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Words:
    """A text on its base line, which begins or ends (`to_the_left`) at x."""

    x: float
    y: float
    text: str
    size: float
    to_the_left: bool = False


Shape = Box | Line | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as wide as WIDTH."""

    height: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: how long, in the unit of the drawing, and how filled."""

    length: float
    fill: Fill


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it is of, its parts from left to right, and its figures in words."""

    label: str
    parts: tuple[Part, ...]
    figures: str


def bars(rows: Sequence[Bar], key: Sequence[tuple[Fill, str]]) -> Drawing:
    """Bars below each other, the longest as long as there is room for; below them what each pattern means."""
    longest = max((sum(part.length for part in row.parts) for row in rows), default=0.0) or 1.0
    unit = (WIDTH - _LABELS - _FIGURES) / longest
    shapes: list[Shape] = []
    for number, row in enumerate(rows):
        shapes += _bar(row, number * _ROW, unit)
    height = len(rows) * _ROW
    if key:
        shapes += _key(key, height + 6)
        height += 6 + _ROW
    return Drawing(height, tuple(shapes))


def _bar(row: Bar, top: float, unit: float) -> Iterator[Shape]:
    base = top + _BAR / 2 + _SIZE / 3 + 2
    yield from _label(row.label, base)
    x = _LABELS
    for part in row.parts:
        yield from _filled(x, top + 2, part.length * unit, part.fill)
        x += part.length * unit
    yield Words(x + 6, base, row.figures, _SIZE)


def _filled(x: float, y: float, width: float, fill: Fill) -> Iterator[Shape]:
    if width <= 0:
        return
    yield Box(x, y, width, _BAR, black=fill is Fill.SOLID)
    if fill is Fill.HATCHED:
        yield from _hatching(x, y, width)


def _hatching(x: float, y: float, width: float) -> Iterator[Line]:
    """Lines that rise at 45 degrees, cut off at the edges."""
    foot = _HATCH
    while foot < width + _BAR:
        low, high = min(foot, width), max(foot - _BAR, 0.0)
        yield Line(x + low, y + _BAR - (foot - low), x + high, y + _BAR - (foot - high))
        foot += _HATCH


def _key(key: Sequence[tuple[Fill, str]], top: float) -> Iterator[Shape]:
    x = _LABELS
    for fill, meaning in key:
        yield from _filled(x, top + 2, 18, fill)
        yield Words(x + 23, top + _BAR / 2 + _SIZE / 3 + 2, meaning, _SIZE)
        x += 23 + len(meaning) * _SIZE * 0.55 + 14


def _label(label: str, base: float) -> Iterator[Words]:
    """A label that ends at the bars; a long one stands on two lines."""
    lines = wrap(label, _LONGEST_LABEL, max_lines=2, placeholder="…")
    first = base if len(lines) < 2 else base - _SIZE / 2
    for number, line in enumerate(lines):
        yield Words(_LABELS - 6, first + number * _SIZE, line, _SIZE if len(lines) < 2 else _SMALL, to_the_left=True)
