"""The files about municipalities together: names, figures, and the regions that they lie in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graph.lines import Line
from graph.network import Network
from graph.records import Source, Value
from seeds.registers.cbs.facts import NO_MUNICIPALITY, Fact, Region, Sheet, sheet_of
from seeds.registers.overlay import Overlay, Taken
from seeds.registers.reading import File, Reading, Rejected

_COUNTRY = ("NL", "Nederland")


def read_areas(network: Network, files: Sequence[File], day: date) -> Reading:
    """The lines of municipalities and of the regions they lie in, by any of the files of names, figures, subregions."""
    sheets = [sheet_of(file) for file in files]
    rejected = [one for sheet in sheets for one in sheet.rejected]
    notes = [note for sheet in sheets for note in sheet.notes]
    by_code = _by_code(sheets, rejected)
    if abroad := sorted(NO_MUNICIPALITY & by_code.keys()):
        notes.append(f"{', '.join(abroad)}: no municipality, left out")
    areas = _Areas(Overlay(network, day))
    for code, facts in sorted(by_code.items()):
        if code not in NO_MUNICIPALITY:
            try:
                areas.add(code, [fact for _, _, fact in facts])
            except Taken as taken:
                file, line, _ = facts[0]
                rejected.append(Rejected(file, line, str(taken)))
    unused = tuple((sheet.file, sheet.unused) for sheet in sheets)
    return Reading(tuple(areas.lines()), tuple(rejected), unused, tuple(notes))


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
        chains = [(fact, [self._region(region, fact.source) for region in fact.wider]) for fact in facts]
        sources = sorted((fact.source for fact in facts), key=lambda source: source.title)
        line = self.over.node("Municipality", id, name, members, *sources, named=official is not None or known is None)
        self._municipalities.append(line)
        for fact, regions in chains:
            for part, whole in zip([id, *regions], [*regions, self._country(fact)], strict=False):
                if regions:
                    self._parts.setdefault((part, whole), fact.source)

    def lines(self) -> Iterator[Line]:
        """Every line: regions, municipalities, and which lies in which."""
        for id, (name, sources) in sorted(self._regions.items()):
            by_title = sorted(sources, key=lambda source: source.title)
            yield self.over.node("Region", id, name, {}, *by_title, named=False)
        yield from self._municipalities
        for (part, whole), source in self._parts.items():
            yield self.over.relation("PART_OF", part, whole, source)

    def _country(self, fact: Fact) -> str:
        id, name = _COUNTRY
        if fact.wider:
            self._regions.setdefault(id, (name, set()))[1].add(fact.source)
        return id

    def _region(self, region: Region, source: Source) -> str:
        """The id of a region: by its code, or else of the one of that name, or else made of its name."""
        id = region.code or self._by_name.get(region.name) or _slug(region.name)
        known = self.over.known(id)
        if known is not None and known.kind != "Region":
            raise Taken(f"«{id}» is a region here, and in the network of kind {known.kind}")
        self._regions.setdefault(id, (region.name, set()))[1].add(source)
        return id

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {r.name: r.id for r in self.over.network.node_records() if r.kind == "Region"}


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split()) or name
