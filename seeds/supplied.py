"""What comes with the service: the taxonomy of sectors, the synonyms of themes, and the demo network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from graph.errors import LineError
from graph.lines import Line
from graph.network_file import parse

_HERE = files("seeds")

FileLine = tuple[str, int, Line]
"""A line with the file it stands in and its number there."""


def synonyms() -> tuple[tuple[str, ...], ...]:
    """Groups of words and phrases that mean the same to people who look for a theme."""
    groups = json.loads((_HERE / "synonyms.json").read_text("utf-8"))
    return tuple(tuple(group) for group in groups)


def taxonomy_lines() -> Iterator[FileLine]:
    """The sectors, and which is part of which."""
    yield from _lines(_HERE / "taxonomy.jsonl")


def demo_lines() -> Iterator[FileLine]:
    """The demo network, the taxonomy included: every line with its file and number, so that an error can name them."""
    yield from taxonomy_lines()
    for file in sorted((_HERE / "demo").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".jsonl"):
            yield from _lines(file)


def _lines(file: Traversable) -> Iterator[FileLine]:
    for number, line in parse(BytesIO(file.read_bytes())):
        assert not isinstance(line, LineError), line
        yield file.name, number, line
