"""The locations of childcare, and the organisations that run them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.network import Network
from graph.records import Value
from seeds.registers.childcare.layouts import Layout, layout_of
from seeds.registers.gathering import Gathering
from seeds.registers.memory import Memory
from seeds.registers.overlay import Overlay, Taken
from seeds.registers.places import Municipalities, plain
from seeds.registers.reading import File, Reading, Rejected
from seeds.registers.spelling import number_of, slug
from seeds.registers.tables import Row, read_table

_CODE = re.compile(r"\d{6,12}", re.ASCII)
_KVK = re.compile(r"\d{8}", re.ASCII)
_PLACES = re.compile(r"\d{1,5}", re.ASCII)
_SECTOR = "KO"
_NOTHING = Memory()


class _Unreadable(ValueError):
    """A row that says something it cannot mean."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A file as read: its layout, and its rows of registered centres."""

    name: str
    layout: Layout
    rows: tuple[Row, ...]


@dataclass
class _Counts:
    """What notes tell the number of."""

    passed_over: int = 0
    without_holder: set[str] = field(default_factory=set)


def read_childcare(network: Network, files: Sequence[File], day: date, memory: Memory = _NOTHING, /) -> Reading:
    """The lines of locations of childcare and of who runs them. Nothing of childminders, and no person, is read."""
    sheets: list[_Sheet] = []
    rejected: list[Rejected] = []
    unused: list[tuple[str, tuple[str, ...]]] = []
    counts = _Counts()
    for file in files:
        layout = layout_of(file)
        table = read_table(file, layout.used, wanted=layout.wanted)
        sheets.append(_Sheet(file.name, layout, table.rows))
        rejected += table.rejected
        unused.append((file.name, table.unused(layout.used)))
        counts.passed_over += table.passed_over
    lists = _lists(sheets)
    later = frozenset(title for title, listed in lists.items() if memory.comparable(title, listed.values()))
    over = Overlay(network, day, memory, later)
    stating = _Stating(over, counts)
    for sheet in sheets:
        for row in sheet.rows:
            try:
                stating.add(sheet.layout, row)
            except (_Unreadable, Taken) as error:
                rejected.append(Rejected(sheet.name, row.line, str(error)))
    gone = [id for title, listed in lists.items() for id in memory.gone(title, listed, day, whole=not rejected)]
    ended = stating.gathering.end(over.find("ChildcareLocation", "LRK", id.removeprefix("lrk-"), id) for id in gone)
    stated = {*(id for listed in lists.values() for id in listed), *stating.providers}
    return Reading(
        tuple(stating.gathering.lines([_SECTOR], () if rejected else stated)),
        tuple(rejected),
        tuple(unused),
        (*_notes(counts, ended, day), *stating.municipalities.notes()),
        memory.after(over.said, lists, day, whole=not rejected),
        tuple(over.differences),
    )


def _lists(sheets: Sequence[_Sheet]) -> dict[str, dict[str, str]]:
    """The municipality of each location by id, by the title of its file: a file speaks of its own municipalities."""
    lists: dict[str, dict[str, str]] = {}
    for sheet in sheets:
        listed = lists.setdefault(sheet.layout.source.title, {})
        for row in sheet.rows:
            if code := row[sheet.layout.code]:
                listed[f"lrk-{code}"] = plain(row[sheet.layout.municipality] or "")
    return lists


class _Stating:
    """States locations and who runs them over the network."""

    def __init__(self, over: Overlay, counts: _Counts) -> None:
        self.gathering = Gathering(over)
        self.municipalities = Municipalities(over)
        self.providers: set[str] = set()
        self._over = over
        self._counts = counts

    def add(self, layout: Layout, row: Row) -> None:
        """State one location. Raises _Unreadable or Taken."""
        code, name = row[layout.code] or "", row[layout.name]
        if not _CODE.fullmatch(code):
            raise _Unreadable(f"{layout.code} is «{code[:40]}», expected a number")
        if name is None:
            raise _Unreadable(f"{layout.name} is empty")
        id = self._over.find("ChildcareLocation", "LRK", code, f"lrk-{code}")
        if self.gathering.states(id):
            return  # a row a visit: the first says it all
        self.gathering.node("ChildcareLocation", id, name, _members(layout, row, code), layout.source)
        self.gathering.relation("IN_SECTOR", id, _SECTOR, layout.source)
        municipality = self._municipality(layout, row)
        provider = self._provider(layout, row)
        if provider:
            self.gathering.relation("PART_OF", id, provider, layout.source)
        else:
            self._counts.without_holder.add(id)
        if municipality:
            self.gathering.relation("LOCATED_IN", id, municipality, layout.source)
            if provider:
                self.gathering.relation("ACTIVE_IN", provider, municipality, layout.source)

    def _municipality(self, layout: Layout, row: Row) -> str | None:
        name = row[layout.municipality] or ""
        code = row[layout.municipality_code] if layout.municipality_code else None
        return self.municipalities.by_code(code, name or code) if code else self.municipalities.by_name(name)

    def _provider(self, layout: Layout, row: Row) -> str | None:
        """The holder, where it is a legal entity."""
        name = row[layout.holder]
        if name is None or not layout.holder_is_legal(row.cells):
            return None
        number = (row[layout.holder_code] if layout.holder_code else None) or ""
        codes: dict[str, Value] = {}
        id = f"houder-{slug(plain(name))}"
        if _KVK.fullmatch(number):
            codes = {"codes": {"KVK": number}}
            id = self._over.find("ChildcareProvider", "KVK", number, f"kvk-{number}")
        self.gathering.node("ChildcareProvider", id, name, codes, layout.source)
        self.gathering.relation("IN_SECTOR", id, _SECTOR, layout.source)
        self.providers.add(id)
        return id


def _members(layout: Layout, row: Row, code: str) -> dict[str, Value]:
    places = row[layout.places]
    if places is not None and not _PLACES.fullmatch(places):
        raise _Unreadable(f"{layout.places} is «{places[:40]}», expected a number")
    given = {"street": row[layout.street], "postcode": row[layout.postcode], "town": row[layout.town]}
    members: dict[str, Value] = {"codes": {"LRK": code}, **{name: value for name, value in given.items() if value}}
    return members | ({"places": int(places)} if places is not None else {})


def _notes(counts: _Counts, ended: Sequence[str], day: date) -> list[str]:
    notes = []
    if counts.passed_over:
        count = number_of(counts.passed_over, "row")
        notes.append(f"{count} of childminders, agencies or what is not registered, left out unread")
    if counts.without_holder:
        count = number_of(len(counts.without_holder), "location")
        notes.append(f"{count} without a holder that is a legal entity: who runs them is not taken in")
    if ended:
        notes.append(f"{number_of(len(ended), 'location')} in the register no more, ended on {day}")
    return notes
