"""The files about municipalities together: names, figures, and the regions that they lie in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import cast

from graph.lines import Line
from graph.network import Network
from graph.records import NodeRecord, Source, Value
from seeds.registers.cbs.facts import NO_MUNICIPALITY, Fact, Region, Sheet, sheet_of
from seeds.registers.memory import Memory
from seeds.registers.overlay import Overlay, Taken, given
from seeds.registers.reading import File, Reading, Rejected
from seeds.registers.spelling import slug

_COUNTRY = ("NL", "Nederland")
_PROVINCES = 12  # of the country: a list with municipalities of all of them is of the whole country
_NAMED = 10  # municipalities that a note names
_NOTHING = Memory()


def read_areas(network: Network, files: Sequence[File], day: date, memory: Memory = _NOTHING, /) -> Reading:
    """The lines of municipalities and of the regions they lie in, by any of the files of names, figures, subregions."""
    sheets = [sheet_of(file) for file in files]
    rejected = [one for sheet in sheets for one in sheet.rejected]
    notes = [note for sheet in sheets for note in sheet.notes]
    by_code = _by_code(sheets, rejected)
    if abroad := sorted(NO_MUNICIPALITY & by_code.keys()):
        notes.append(f"{', '.join(abroad)}: no municipality, left out")
    lists = _listed(by_code)
    later = frozenset(title for title, listed in lists.items() if memory.comparable(title, listed.values()))
    areas = _Areas(Overlay(network, day, memory, later))
    for code, facts in sorted(by_code.items()):
        if code not in NO_MUNICIPALITY:
            try:
                areas.add(code, [fact for _, _, fact in facts])
            except Taken as taken:
                file, line, _ = facts[0]
                rejected.append(Rejected(file, line, str(taken)))
    areas.end(
        sorted(
            {code for title, listed in lists.items() for code in memory.gone(title, listed, day, whole=not rejected)}
        )
    )
    unused = tuple((sheet.file, sheet.unused) for sheet in sheets)
    lines = tuple(areas.lines())
    notes += areas.notes(lists)
    remembered = memory.after(areas.over.said, lists, day, whole=not rejected)
    return Reading(lines, tuple(rejected), unused, tuple(notes), remembered, tuple(areas.over.differences))


def _listed(by_code: Mapping[str, Sequence[tuple[str, int, Fact]]]) -> dict[str, dict[str, str]]:
    """The province of each municipality by code, by the title of the official list that it stands in."""
    lists: dict[str, dict[str, str]] = {}
    for code, facts in by_code.items():
        for _, _, fact in facts:
            if fact.official:
                lists.setdefault(fact.source.title, {})[code] = fact.wider[0].name if fact.wider else ""
    return lists


def _by_code(sheets: Sequence[Sheet], rejected: list[Rejected]) -> dict[str, list[tuple[str, int, Fact]]]:
    by_code: dict[str, list[tuple[str, int, Fact]]] = {}
    for sheet in sheets:
        for line, fact in sheet.facts:
            facts = by_code.setdefault(fact.code, [])
            same = [(file, first) for file, first, there in facts if there.source == fact.source and there != fact]
            in_file = [(file, first) for file, first, _ in facts if file == sheet.file]
            if clash := in_file or same:
                where = f"{clash[0][0]}, line {clash[0][1]}"
                rejected.append(Rejected(sheet.file, line, f"«{fact.code}» stands in {where} already"))
            else:
                facts.append((sheet.file, line, fact))
    return by_code


@dataclass
class _Areas:
    """Gathers the lines of municipalities, and of each region once."""

    over: Overlay
    _municipalities: list[Line] = field(default_factory=list)
    _regions: dict[str, tuple[str, set[Source]]] = field(default_factory=dict)
    _parts: dict[tuple[str, str], Source] = field(default_factory=dict)
    _gone: list[NodeRecord] = field(default_factory=list)

    def add(self, code: str, facts: Sequence[Fact]) -> None:
        """One municipality, by everything that is said of it. Raises Taken when its code is that of something else."""
        id = self.over.find("Municipality", "CBS", code, code)
        known = self.over.known(id)
        official = next((fact.name for fact in facts if fact.official), None)
        name = official or next((fact.name for fact in facts if fact.name), None) or code
        members: dict[str, Value] = {"codes": {"CBS": code}}
        for fact in facts:
            members |= {"inhabitants": fact.inhabitants} if fact.inhabitants is not None else {}
            members |= {"children": fact.children} if fact.children is not None else {}
            members |= {"boundary": cast(Value, fact.boundary)} if fact.boundary is not None else {}
        chains = [(fact, [self._region(region, fact.source) for region in fact.wider]) for fact in facts]
        sources = sorted((fact.source for fact in facts), key=lambda source: source.title)
        line = self.over.node("Municipality", id, name, members, *sources, named=official is not None or known is None)
        self._municipalities.append(line)
        for fact, regions in chains:
            for part, whole in zip([id, *regions], [*regions, self._country(fact)], strict=False):
                if regions:
                    self._parts.setdefault((part, whole), fact.source)

    def end(self, codes: Sequence[str]) -> None:
        """End the municipalities that an official list held and holds no more."""
        for code in codes:
            index = self.over.network.by_code.get(("CBS", code))
            known = None if index is None else self.over.network.node(index)
            line = self.over.gone(known.id) if known else None
            if known is not None and line is not None:
                self._municipalities.append(line)
                self._gone.append(known)

    def notes(self, lists: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
        """What somebody should know who relies on the lines."""
        if self._gone:
            yield f"in CBS's list no more, ended on {self.over.day}: {_named(self._gone)}"
        listed = {code for of in lists.values() for code in of}
        if len({part for of in lists.values() for part in of.values()}) >= _PROVINCES:
            others = [one for code, one in self._municipalities_known() if code not in listed and one not in self._gone]
            if others:
                yield f"in the network and not in CBS's list: {_named(others)}; end them there if they merged"

    def _municipalities_known(self) -> Iterator[tuple[str, NodeRecord]]:
        for record in self.over.network.node_records():
            codes = record.members.get("codes")
            if record.kind == "Municipality" and isinstance(codes, dict) and "CBS" in codes and record.until is None:
                yield str(codes["CBS"]), record

    def lines(self) -> Iterator[Line]:
        """Every line: regions, municipalities, and which lies in which."""
        for id, (name, sources) in sorted(self._regions.items()):
            by_title = sorted(sources, key=lambda source: source.title)
            yield self.over.node("Region", id, name, {}, *by_title, named=False)
        yield from self._municipalities
        for (part, whole), source in self._parts.items():
            yield from given([self.over.relation("PART_OF", part, whole, source)])

    def _country(self, fact: Fact) -> str:
        id, name = _COUNTRY
        if fact.wider:
            self._regions.setdefault(id, (name, set()))[1].add(fact.source)
        return id

    def _region(self, region: Region, source: Source) -> str:
        """The id of a region: by its code, or else of the one of that name, or else made of its name."""
        id = region.code or self._by_name.get(region.name) or slug(region.name)
        known = self.over.known(id)
        if known is not None and known.kind != "Region":
            raise Taken(f"«{id}» is a region here, and in the network of kind {known.kind}")
        self._regions.setdefault(id, (region.name, set()))[1].add(source)
        return id

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {r.name: r.id for r in self.over.network.node_records() if r.kind == "Region"}


def _named(records: Sequence[NodeRecord]) -> str:
    named = ", ".join(f"{record.name} ({record.id})" for record in records[:_NAMED])
    return named if len(records) <= _NAMED else f"{named} and {len(records) - _NAMED:,} more"
