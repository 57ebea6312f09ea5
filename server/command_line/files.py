"""Network files: `load` and `dump`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

import click

from graph.errors import BadInput, LineError
from graph.lines import Line
from graph.live import Outcome
from graph.network_file import parse, write
from graph.validation import ReadLine
from seeds import demo_lines, taxonomy_lines
from server.command_line.progress import progress
from server.command_line.stores import network, new_network, store_option

BY = "command line"


class LineOf(int):
    """The number of a line that says of which file it is, where there are several. Orders as the lines come."""

    _place: str

    def __new__(cls, order: int, number: int, file: str) -> LineOf:
        """The line with this number of a file, at its place among the lines of all files."""
        line = super().__new__(cls, order)
        line._place = f"{number} of {file}"
        return line

    def __str__(self) -> str:
        return self._place


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--replace", is_flag=True, help="What the files do not name is removed.")
@click.option("--taxonomy", is_flag=True, help="The sectors that come with the service, which seats and rules name.")
@click.option("--demo", is_flag=True, help="The demo network: invented people around real schools of Zuid-Limburg.")
@store_option
def load(files: tuple[str, ...], replace: bool, taxonomy: bool, demo: bool, store: str | None) -> None:
    """Load network files (JSON Lines), all of them or nothing; - is the standard input.

    Known ids are updated, new ones added. Files that are loaded again change nothing.

    \b
      korte-lijnen load --taxonomy network.jsonl
      korte-lijnen dump | korte-lijnen load --store sqlite:///copy.db --replace -
    """
    supplied = "the demo network" if demo else "the taxonomy" if taxonomy else None
    if not files and not supplied:
        raise click.UsageError("Name a file to load, - for the standard input, --taxonomy or --demo.")
    lines = _numbered(demo_lines() if demo else taxonomy_lines() if taxonomy else ())
    lines += _read(files, len(lines))
    if replace and not lines:
        raise BadInput(
            "There are no lines to load, and --replace would remove everything.",
            field="FILE",
            expected="at least one line with --replace",
        )
    source = ", ".join(filter(None, (supplied, *map(_named, files))))
    with new_network(store) as live, progress("Storing") as done:
        of = None if supplied else _one(files)
        outcome = live.write(BY, f"load {source}"[:1000], lines, replace=replace, progress=done, source=of)
        version = live.network.version
    click.echo(f"{_told(outcome)} Version {version}.")


@click.command()
@click.option("--at", "version", type=int, help="An earlier version. [default: the newest]")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="A file, instead of standard output.")
@store_option
def dump(version: int | None, output: Path | None, store: str | None) -> None:
    """Write the network as a network file, in a stable order: two dumps of one version are equal byte for byte.

    \b
      korte-lijnen dump --output network.jsonl
      korte-lijnen dump --at 12 | gzip > version-12.jsonl.gz
    """
    with network(store) as live, output_to(output) as file:
        for line in write(live.at(live.network.version if version is None else version)):
            file.write(line)
        file.flush()


def _read(files: tuple[str, ...], before: int) -> list[ReadLine]:
    """The lines of all files."""
    lines: list[ReadLine] = []
    for name in files:
        with _input(name) as file:
            read = list(parse(file))
        if len(files) == 1 and not before:
            return list(read)
        lines += _numbered(((_named(name), number, line) for number, line in read), before + len(lines))
    return lines


def _numbered(lines: Iterable[tuple[str, int, Line | LineError]], before: int = 0) -> list[ReadLine]:
    return [(LineOf(before + i, number, file), line) for i, (file, number, line) in enumerate(lines, 1)]


@contextmanager
def _input(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as file:
            yield file
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no name of a file"
        raise BadInput(f"{name} cannot be read: {reason}.", field="FILE", expected="a file that can be read") from error


@contextmanager
def output_to(path: Path | None) -> Iterator[BinaryIO]:
    """Standard output, or a file that is there whole or not at all."""
    if path is None:
        yield sys.stdout.buffer
        return
    try:
        with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            try:
                yield file  # type: ignore[misc]
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                Path(file.name).unlink()
                raise
        Path(file.name).replace(path)
    except OSError as error:
        raise BadInput(
            f"{path} cannot be written: {error.strerror}.", field="--output", expected="a file that can be written"
        ) from error


def _told(outcome: Outcome) -> str:
    if outcome.change is None:
        return f"Nothing new: {outcome.unchanged:,} lines say what was known already."
    return (
        f"{outcome.added:,} added, {outcome.changed:,} changed, {outcome.removed:,} removed, "
        f"{outcome.unchanged:,} unchanged."
    )


def _named(name: str) -> str:
    return "standard input" if name == "-" else name


def _one(files: tuple[str, ...]) -> str | None:
    return _named(files[0]) if len(files) == 1 else None
