"""The files of DUO together: which schools there are, what each file says of them, and what comes of that.

The lists of locations (02 and 09) say which schools there are. The history (06) counts pupils of schools that are open
and of schools that closed years ago, and does not say when: so it adds figures to schools that are known (to the
network, or by a list in the same import), and makes a school of its own only of a location that has pupils in its
last year. A closed school without its day of closing would stand among the open ones on every date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.network import Network
from seeds.registers.duo.layouts import FIGURES, HISTORY, Layout, layout_of
from seeds.registers.duo.lines import School, SchoolLines
from seeds.registers.duo.locations import Location, UnreadableRow, location_of, unreadable_contact
from seeds.registers.overlay import Overlay, Taken
from seeds.registers.reading import File, Reading, Rejected
from seeds.registers.tables import Row, Table, read_headings, read_table

_NAMED = 5  # schools that a note names before it says how many more


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file as read: its locations with the line of each."""

    file: str
    layout: Layout
    table: Table
    locations: tuple[tuple[int, Location], ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...]


@dataclass
class _Gathered:
    """The schools by code, with the place each was read at first, and what did not fit."""

    schools: dict[str, School] = field(default_factory=dict)
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)


def read_schools(network: Network, files: Sequence[File], day: date) -> Reading:
    """The lines of schools, their boards and municipalities, by any of DUO's files of locations and of pupils."""
    sheets = [_sheet(file) for file in files]
    over = Overlay(network, day)
    gathered = _gathered(sheets)
    notes = [note for sheet in sheets for note in sheet.notes]
    lines = SchoolLines(over)
    left_out, ended, emptied = [], [], []
    # Listed ones first: what a board or municipality is known by does not depend on the order of the files.
    for code, school in sorted(gathered.schools.items(), key=lambda item: (item[1].listed is None, item[0])):
        place = gathered.places[code]
        try:
            id = over.find("School", "DUO", code, f"duo-{code}")
            known = over.known(id)
            counted = school.listed is not None or school.open
            if known is not None and known.until is not None and known.until <= day:
                ended.append(school)
            elif known is None and not counted:
                left_out.append(school)
            else:
                lines.add(id, school)
                emptied += [] if counted else [school]
        except Taken as taken:
            gathered.rejected.append(Rejected(*place, str(taken)))
    notes += _note(left_out, "without pupils in the last year are left out: it is not known when they closed")
    notes += _note(ended, "have ended in the network and stay as they are")
    notes += _note(emptied, "of the network have no pupils in the last year any more: end them if they have closed")
    notes += lines.notes()
    return Reading(
        tuple(lines.lines()),
        tuple([r for sheet in sheets for r in sheet.rejected] + gathered.rejected),
        tuple((sheet.file, sheet.table.unused(_used(sheet.layout, sheet.table.headings))) for sheet in sheets),
        tuple(notes),
    )


def _used(layout: Layout, headings: Iterable[str]) -> frozenset[str]:
    if layout is not HISTORY:
        return layout.columns
    return layout.columns | {h for h in headings if h.startswith(FIGURES) and h.removeprefix(FIGURES).isdecimal()}


def _sheet(file: File) -> _Sheet:
    layout = layout_of(file)
    table = read_table(file, _used(layout, read_headings(file)))
    locations: list[tuple[int, Location]] = []
    rejected = list(table.rejected)
    left_out: list[str] = []
    for row in table.rows:
        read = _location(file, row, layout)
        if isinstance(read, Rejected):
            rejected.append(read)
        else:
            locations.append((row.line, read))
            left_out += [f"{one} (line {row.line})" for one in unreadable_contact(row, layout)]
    return _Sheet(file.name, layout, table, tuple(locations), tuple(rejected), _notes(file.name, locations, left_out))


def _location(file: File, row: Row, layout: Layout) -> Location | Rejected:
    try:
        return location_of(row, layout)
    except UnreadableRow as error:
        return Rejected(file.name, row.line, str(error))


def _notes(file: str, locations: Sequence[tuple[int, Location]], left_out: Sequence[str]) -> tuple[str, ...]:
    notes = []
    if few := sum(location.few for _, location in locations):
        notes.append(f"{file}: {few:,} figures are «<5», which is no number: those years stay unknown")
    if left_out:
        more = f" and {len(left_out) - _NAMED:,} more" if len(left_out) > _NAMED else ""
        notes.append(f"{file}: contact details left out, being none: {', '.join(left_out[:_NAMED])}{more}")
    return tuple(notes)


def _gathered(sheets: Sequence[_Sheet]) -> _Gathered:
    gathered = _Gathered()
    for sheet in sheets:
        seen: dict[str, int] = {}
        for line, location in sheet.locations:
            if location.code in seen:
                reason = f"VESTIGINGSCODE «{location.code}» stands in line {seen[location.code]} already"
                gathered.rejected.append(Rejected(sheet.file, line, reason))
                continue
            seen[location.code] = line
            _gather(gathered, sheet, line, location)
    return gathered


def _gather(gathered: _Gathered, sheet: _Sheet, line: int, location: Location) -> None:
    code = location.code
    school = gathered.schools.get(code, School())
    before = school.history if sheet.layout is HISTORY else school.listed
    if before is not None and before != location:
        file, first = gathered.places[code]
        reason = f"VESTIGINGSCODE «{code}» stands with different content in {file}, line {first}"
        gathered.rejected.append(Rejected(sheet.file, line, reason))
        return
    if sheet.layout is HISTORY:
        school = School(school.listed, school.layout, location)
    else:
        school = School(location, sheet.layout, school.history)
        gathered.places[code] = (sheet.file, line)
    gathered.schools[code] = school
    gathered.places.setdefault(code, (sheet.file, line))


def _note(schools: Sequence[School], what: str) -> list[str]:
    if not schools:
        return []
    named = ", ".join(f"«{school.location.name}» ({school.location.code})" for school in schools[:_NAMED])
    more = f" and {len(schools) - _NAMED:,} more" if len(schools) > _NAMED else ""
    return [f"{len(schools):,} schools {what}: {named}{more}"]
