"""What a paper is made of: blocks that both writers, of HTML and of PDF, know how to set."""

from __future__ import annotations

from dataclasses import dataclass

from server.reports.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; a `note` is set smaller, what is `weighty` bold."""

    text: str
    note: bool = False
    weighty: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list without numbers."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A text in a cell of a table, and lines in smaller print under it."""

    text: str
    notes: tuple[str, ...] = ()


Cell = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading above each column; `widths` are parts of the whole."""

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with the sentence that says what it shows, for those who do not see it too."""

    drawing: Drawing
    caption: str


Block = Heading | Text | Items | Table | Figure


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper: its language (nl, en), title, the line below that, and what it holds; `foot` is on every page."""

    language: str
    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    foot: str
