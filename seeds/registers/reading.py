"""What goes into a reader of a register, and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.lines import Line
from graph.network import Network


@dataclass(frozen=True, slots=True)
class File:
    """A file of a register: its name, for reports, its bytes, and the encoding when somebody named one."""

    name: str
    content: bytes
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be taken in. `line` is the line of the file on which it begins, counted from 1."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the files of one register come to.

    `lines` are whole lines of a network file, what the network already knows of them included. `unused_columns` are
    those that the vocabulary has no place for, by file; `notes` say what somebody should know who relies on it.
    """

    lines: tuple[Line, ...]
    rejected: tuple[Rejected, ...] = ()
    unused_columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    notes: tuple[str, ...] = ()


Reader = Callable[[Network, Sequence[File], date], Reading]
"""Reads the files of one register over a network, as it is on a day. Raises BadInput for a file it cannot read."""
