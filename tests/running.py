"""The command `korte-lijnen`, run in this process as its own would."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from server.command_line.command import run


@dataclass(frozen=True)
class Ran:
    """How the command ended, and what it said."""

    code: int
    output: str
    error: str


def korte_lijnen(folder: Path, *arguments: str, given: bytes = b"") -> Ran:
    """Run the command in a folder, with this on the standard input."""
    output, error = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with _folder(folder), _given(given), redirect_stdout(output), redirect_stderr(error):
        code = run(arguments)
    said = [stream.buffer.getvalue().decode() for stream in (output, error)]
    return Ran(code, *said)


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextmanager
def _given(given: bytes) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), "utf-8")
    try:
        yield
    finally:
        sys.stdin = before
