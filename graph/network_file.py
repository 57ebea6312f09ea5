"""The network file: one network as JSON Lines in UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import orjson

from graph.errors import LineError
from graph.lines import Line, write_line
from graph.records import Record

LONGEST_LINE = 1_000_000  # bytes; the longest honest line (a school with thirty years of pupils) has some 1,000
_BOM = b"\xef\xbb\xbf"


def parse(file: BinaryIO) -> Iterator[tuple[int, Line | LineError]]:
    """The objects of a network file with their line numbers, read as they are asked for.

    In the place of what is no JSON object in UTF-8 stands what is wrong with it, which `graph.validation` tells with
    everything else that is wrong. Empty lines are passed over.
    """
    for number, text in _lines(file):
        if isinstance(text, LineError):
            yield number, text
        elif text.strip():
            yield number, _object(number, text)


def write(records: Iterable[Record]) -> Iterator[bytes]:
    """A network file of these records, a line at a time, in a stable order: nodes, then relations, each by id."""
    for record in records:
        yield orjson.dumps(write_line(record)) + b"\n"


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes | LineError]]:
    number = 0
    while text := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(text) > LONGEST_LINE and not text.endswith(b"\n"):
            while text and not text.endswith(b"\n"):
                text = file.readline(LONGEST_LINE)
            yield number, LineError(number, None, "is too long", f"at most {LONGEST_LINE:,} bytes a line")
        else:
            yield number, text.removeprefix(_BOM) if number == 1 else text


def _object(number: int, text: bytes) -> Line | LineError:
    try:
        decoded = text.decode()
    except UnicodeDecodeError as error:
        return LineError(number, None, f"byte {error.start + 1} is not UTF-8", "a file in UTF-8")
    try:
        parsed = json.loads(decoded, object_pairs_hook=_without_doubles, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        return LineError(number, None, f"is no JSON: {error.msg} at column {error.colno}", "one JSON object a line")
    except RecursionError:
        return LineError(number, None, "is nested too deeply", "one JSON object a line")
    except ValueError as error:
        return LineError(number, None, str(error), "one JSON object a line")
    if not isinstance(parsed, dict):
        return LineError(number, None, "is no object", "one JSON object a line")
    return parsed


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        last = {name: place for place, (name, _) in enumerate(pairs)}
        double = next(name for place, (name, _) in enumerate(pairs) if place < last[name])
        raise ValueError(f"gives {double!r} twice")
    return members


def _no_constant(name: str) -> object:
    raise ValueError(f"holds {name}, which is no JSON")
