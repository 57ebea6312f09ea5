"""One file of DUO as read: its locations by the line each stands in, and what did not fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from seeds.registers.duo.layouts import FIGURES, HISTORY, OLDER, Layout, layout_of
from seeds.registers.duo.locations import Location, UnreadableRow, location_of, unreadable_contact
from seeds.registers.reading import File, Rejected
from seeds.registers.spelling import number_of
from seeds.registers.tables import read_headings, read_table

_NAMED = 5  # contact details that a note names before it says how many more


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file: which one it is, its locations by line, the rows that were rejected, and what is to be known of it."""

    file: str
    layout: Layout
    locations: tuple[tuple[int, Location], ...]
    rejected: tuple[Rejected, ...]
    unused: tuple[str, ...]
    notes: tuple[str, ...]


def sheet_of(file: File) -> Sheet:
    """The locations of a file. Raises BadInput when it is none of the files that are read."""
    layout = layout_of(file)
    used = _used(layout, read_headings(file, OLDER))
    table = read_table(file, used, OLDER)
    locations: list[tuple[int, Location]] = []
    rejected = list(table.rejected)
    left_out: list[str] = []
    for row in table.rows:
        try:
            locations.append((row.line, location_of(row, layout)))
            left_out += [f"{one} (line {row.line})" for one in unreadable_contact(row, layout)]
        except UnreadableRow as error:
            rejected.append(Rejected(file.name, row.line, str(error)))
    notes = tuple(_notes(file.name, locations, left_out))
    return Sheet(file.name, layout, tuple(locations), tuple(rejected), table.unused(used), notes)


def _used(layout: Layout, headings: Iterable[str]) -> frozenset[str]:
    if layout is not HISTORY:
        return layout.columns
    years = {h for h in headings if h.startswith(FIGURES) and h.removeprefix(FIGURES).isdecimal() and len(h) == 15}
    return layout.columns | (years or {f"{FIGURES}<year>"})  # a history without years is told what it misses


def _notes(file: str, locations: Sequence[tuple[int, Location]], left_out: Sequence[str]) -> Iterable[str]:
    if few := sum(location.few for _, location in locations):
        yield f"{file}: {number_of(few, 'figure')} «<5», which is no number: those years stay unknown"
    if left_out:
        more = f" and {len(left_out) - _NAMED:,} more" if len(left_out) > _NAMED else ""
        yield f"{file}: contact details left out, being none: {', '.join(left_out[:_NAMED])}{more}"
