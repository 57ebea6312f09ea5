"""The files of DUO together: which schools there are, what each file says of them, and what comes of that.

The lists of locations (02 and 09) say which schools there are. The history (06) counts pupils of schools that are open
and of schools that closed years ago, and does not say when: so it adds figures to schools that are known (to the
network, or by a list in the same import), and makes a school of its own only of a location that has pupils in its
last year. A closed school without its day of closing would stand among the open ones on every date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from graph.network import Network
from graph.records import NodeRecord
from seeds.registers.duo.layouts import HISTORY, check_day
from seeds.registers.duo.lines import School, SchoolLines
from seeds.registers.duo.locations import Location, sectors_of
from seeds.registers.duo.sheets import Sheet, sheet_of
from seeds.registers.memory import Memory
from seeds.registers.overlay import Overlay, Taken
from seeds.registers.reading import File, Reading, Rejected
from seeds.registers.spelling import number_of

_NOTHING = Memory()
_NAMED = 5  # schools that a note names before it says how many more


@dataclass
class _Gathered:
    """The schools by code, where each was read first (in a list: True, or the history), and what did not fit."""

    schools: dict[str, School] = field(default_factory=dict)
    places: dict[tuple[str, bool], tuple[str, int]] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)


def read_schools(network: Network, files: Sequence[File], day: date, memory: Memory = _NOTHING, /) -> Reading:
    """The lines of schools, their boards and municipalities, by any of DUO's files of locations and of pupils."""
    for file in files:
        check_day(file, day)
    sheets = [sheet_of(file) for file in files]
    gathered = _gathered(sheets)
    lists = listed_by_title(gathered.schools.values())
    later = frozenset(title for title, listed in lists.items() if memory.comparable(title, listed.values()))
    taking = _Taking(Overlay(network, day, memory, later))
    # Listed ones first: what a board or municipality is known by does not depend on the order of the files.
    for code, school in sorted(gathered.schools.items(), key=lambda item: (item[1].listed is None, item[0])):
        try:
            taking.take(code, school)
        except Taken as taken:
            gathered.rejected.append(Rejected(*gathered.places[code, school.listed is not None], str(taken)))
    rejected = tuple([one for sheet in sheets for one in sheet.rejected] + gathered.rejected)
    taking.end(gathered.schools, lists, whole=not rejected)
    lines = tuple(taking.lines.lines())
    return Reading(
        lines,
        rejected,
        tuple((sheet.file, sheet.unused) for sheet in sheets),
        (*(note for sheet in sheets for note in sheet.notes), *taking.notes(), *taking.lines.notes()),
        memory.after(taking.over.said, lists, day, whole=not rejected),
        tuple(taking.over.differences),
    )


class _Taking:
    """Which schools are taken in, and of the others why they are not."""

    def __init__(self, over: Overlay) -> None:
        self.over = over
        self.lines = SchoolLines(over)
        self._closed: list[School] = []
        self._ended: list[School] = []
        self._emptied: list[School] = []
        self._once_special: list[School] = []
        self._gone: list[NodeRecord] = []
        self._back: list[School] = []

    def take(self, code: str, school: School) -> None:
        """Take in what is said of one school. Raises Taken when a code of it is that of something else."""
        id = self.over.find("School", "DUO", code, f"duo-{code}")
        known = self.over.known(id)
        if school.history and _is_secondary(school, known):
            self._once_special.append(school)
            school = replace(school, history=None)
        if known is not None and known.until is not None and known.until <= self.over.day:
            if school.listed and self.over.ended_by_register(known):
                self.lines.add(id, school, back=True)
                self._back.append(school)
            else:
                self._ended.append(school)
        elif known is None and not school.listed and not school.open:
            self._closed.append(school)
        elif school.listed or school.history:
            self.lines.add(id, school)
            self._emptied += [] if school.listed or school.open else [school]

    def end(self, schools: Mapping[str, School], lists: Mapping[str, Mapping[str, str]], *, whole: bool) -> None:
        """End what a list held and holds no more. Raises BadInput when it holds too little to be believed."""
        memory, day = self.over.memory, self.over.day
        gone = {code for title, of in lists.items() for code in memory.gone(title, of, day, whole=whole)}
        elsewhere = {code for title, of in self.over.memory.lists.items() if title not in lists for code in of.listed}
        listed_now = {code for code, school in schools.items() if school.listed}
        for code in sorted(gone - listed_now - elsewhere):
            index = self.over.network.by_code.get(("DUO", code))
            known = None if index is None else self.over.network.node(index)
            if known is not None and self.lines.end(known):
                self._gone.append(known)

    def notes(self) -> Iterator[str]:
        """What somebody should know of those that were not taken in, or not wholly."""
        if self._gone:
            named = ", ".join(f"«{one.name}» ({one.id})" for one in self._gone[:_NAMED])
            more = f" and {len(self._gone) - _NAMED:,} more" if len(self._gone) > _NAMED else ""
            count = number_of(len(self._gone), "school")
            yield f"{count} in the register no more, ended on {self.over.day}: {named}{more}"
        yield from _note(self._back, "in the register again, which had left it")
        yield from _note(
            self._closed, "without pupils in the last year, left out since it is not known when they closed"
        )
        yield from _note(self._ended, "that ended in the network before, left as they are")
        gone = {one.id for one in self._gone}
        emptied = [one for one in self._emptied if f"duo-{one.location.code}" not in gone]
        yield from _note(emptied, "of the network without pupils in the last year: end them there if they closed")
        yield from _note(self._once_special, "that the history counts no more, being secondary now: pupils unknown")


def listed_by_title(schools: Iterable[School]) -> dict[str, dict[str, str]]:
    """The province of each school by code, by the title of the list that it stands in."""
    lists: dict[str, dict[str, str]] = {}
    for school in schools:
        if school.listed and school.layout:
            lists.setdefault(school.layout.title, {})[school.listed.code] = school.listed.province
    return lists


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
