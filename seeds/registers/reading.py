"""What goes into a reader of a register, and what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from graph.lines import Line
from graph.network import Network
from seeds.registers.memory import Difference, Memory


@dataclass(frozen=True, slots=True)
class File:
    """A file of a register: its name, for reports, its bytes, and encoding and delimiter when somebody named them."""

    name: str
    content: bytes
    encoding: str | None = None
    delimiter: str | None = None


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
    `memory` is what the register has said once this is imported, `differences` where a correction in the network stays.
    """

    lines: tuple[Line, ...]
    rejected: tuple[Rejected, ...] = ()
    unused_columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    notes: tuple[str, ...] = ()
    memory: Memory = field(default_factory=Memory)
    differences: tuple[Difference, ...] = ()


class Reader(Protocol):
    """Reads the files of one register over a network, as editions of a day, knowing what it said before."""

    def __call__(self, network: Network, files: Sequence[File], day: date, memory: Memory = ..., /) -> Reading:
        """What the files come to. Raises BadInput for a file it cannot read."""
