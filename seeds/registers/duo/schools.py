"""The files of DUO together: which schools there are, what each file says of them, and what comes of that.

The lists of locations (02 and 09) say which schools there are. The history (06) counts pupils of schools that are open
and of schools that closed years ago, and does not say when: so it adds figures to schools that are known (to the
network, or by a list in the same import), and makes a school of its own only of a location that has pupils in its
last year. A closed school without its day of closing would stand among the open ones on every date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from graph.network import Network
from graph.records import NodeRecord
from seeds.registers.duo.layouts import HISTORY
from seeds.registers.duo.lines import School, SchoolLines
from seeds.registers.duo.locations import Location, sectors_of
from seeds.registers.duo.sheets import Sheet, sheet_of
from seeds.registers.overlay import Overlay, Taken
from seeds.registers.reading import File, Reading, Rejected
from seeds.registers.spelling import number_of

_NAMED = 5  # schools that a note names before it says how many more


@dataclass
class _Gathered:
    """The schools by code, where each was read first (in a list: True, or the history), and what did not fit."""

    schools: dict[str, School] = field(default_factory=dict)
    places: dict[tuple[str, bool], tuple[str, int]] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)


def read_schools(network: Network, files: Sequence[File], day: date) -> Reading:
    """The lines of schools, their boards and municipalities, by any of DUO's files of locations and of pupils."""
    sheets = [sheet_of(file) for file in files]
    gathered = _gathered(sheets)
    taking = _Taking(Overlay(network, day))
    # Listed ones first: what a board or municipality is known by does not depend on the order of the files.
    for code, school in sorted(gathered.schools.items(), key=lambda item: (item[1].listed is None, item[0])):
        try:
            taking.take(code, school)
        except Taken as taken:
            gathered.rejected.append(Rejected(*gathered.places[code, school.listed is not None], str(taken)))
    return Reading(
        tuple(taking.lines.lines()),
        tuple([one for sheet in sheets for one in sheet.rejected] + gathered.rejected),
        tuple((sheet.file, sheet.unused) for sheet in sheets),
        (*(note for sheet in sheets for note in sheet.notes), *taking.notes(), *taking.lines.notes()),
    )


class _Taking:
    """Which schools are taken in, and of the others why they are not."""

    def __init__(self, over: Overlay) -> None:
        self._over = over
        self.lines = SchoolLines(over)
        self._closed: list[School] = []
        self._ended: list[School] = []
        self._emptied: list[School] = []
        self._once_special: list[School] = []

    def take(self, code: str, school: School) -> None:
        """Take in what is said of one school. Raises Taken when a code of it is that of something else."""
        id = self._over.find("School", "DUO", code, f"duo-{code}")
        known = self._over.known(id)
        if school.history and _is_secondary(school, known):
            self._once_special.append(school)
            school = replace(school, history=None)
        if known is not None and known.until is not None and known.until <= self._over.day:
            self._ended.append(school)
        elif known is None and not school.listed and not school.open:
            self._closed.append(school)
        elif school.listed or school.history:
            self.lines.add(id, school)
            self._emptied += [] if school.listed or school.open else [school]

    def notes(self) -> Iterator[str]:
        """What somebody should know of those that were not taken in, or not wholly."""
        yield from _note(
            self._closed, "without pupils in the last year, left out since it is not known when they closed"
        )
        yield from _note(self._ended, "that ended in the network before, left as they are")
        yield from _note(self._emptied, "of the network without pupils in the last year: end them there if they closed")
        yield from _note(self._once_special, "that the history counts no more, being secondary now: pupils unknown")


def _is_secondary(school: School, known: NodeRecord | None) -> bool:
    """Whether a school is secondary now. The history may know it as a special school that it once was, and its zeros
    since then are no figures."""
    types = school.listed.education_types if school.listed else known.members.get("educationTypes") if known else None
    return isinstance(types, (list, tuple)) and bool(types) and sectors_of([str(type) for type in types]) == ("VO",)


def _gathered(sheets: Sequence[Sheet]) -> _Gathered:
    gathered = _Gathered()
    for sheet in sheets:
        for line, location in sheet.locations:
            _gather(gathered, sheet, line, location)
    return gathered


def _gather(gathered: _Gathered, sheet: Sheet, line: int, location: Location) -> None:
    code, listing = location.code, sheet.layout is not HISTORY
    school = gathered.schools.get(code, School())
    before = school.listed if listing else school.history
    if before is not None and before != location:
        file, first = gathered.places[code, listing]
        reason = f"VESTIGINGSCODE «{code}» stands with different content in {file}, line {first}"
        gathered.rejected.append(Rejected(sheet.file, line, reason))
        return
    if listing:
        gathered.schools[code] = School(location, sheet.layout, school.history)
    else:
        gathered.schools[code] = School(school.listed, school.layout, location)
    gathered.places.setdefault((code, listing), (sheet.file, line))


def _note(schools: Sequence[School], what: str) -> Iterator[str]:
    if schools:
        named = ", ".join(f"«{school.location.name}» ({school.location.code})" for school in schools[:_NAMED])
        more = f" and {len(schools) - _NAMED:,} more" if len(schools) > _NAMED else ""
        yield f"{number_of(len(schools), 'school')} {what}: {named}{more}"
