"""The divisions of municipalities of the ministry's regioatlas: youth regions, GGD's, partnerships and others.

Each file gives the region of every municipality. What a region is in the network depends on the division: a region,
or the organisation that works there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.errors import BadInput
from graph.network import Network
from graph.records import Source
from seeds.registers.gathering import Gathering
from seeds.registers.memory import Memory
from seeds.registers.overlay import Overlay, present
from seeds.registers.places import Municipalities, plain
from seeds.registers.reading import File, Reading, Rejected
from seeds.registers.spelling import slug
from seeds.registers.tables import Row, read_headings, read_table, told

_MUNICIPALITY, _CODE = "Gemeente", "CBS"
_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
PARTNERSHIP = re.compile(r"(PO|VO)-?(\d\d)-?(\d\d)", re.ASCII)
_NOTHING = Memory()


@dataclass(frozen=True, slots=True)
class Division:
    """A division: how its column begins, the kind of what it divides into, how that is named, and its sector."""

    heading: str
    kind: str
    prefix: str
    id: str
    sector: str | None = None

    @property
    def source(self) -> Source:
        """The file as a source."""
        return Source(f"Ministerie van BZK, regioatlas: {self.heading}", "https://www.regioatlas.nl")


DIVISIONS = (
    Division("Jeugdzorgregio", "Region", "Jeugdregio ", "jeugdregio"),
    Division("GGD", "HealthService", "", "ggd", "GGD"),
    Division("Passend Onderwijs", "Partnership", "Samenwerkingsverband ", "swv", "SWV"),
    Division("Veilig Thuis", "OtherOrganisation", "Veilig Thuis ", "veilig-thuis", "JH"),
    Division("RMC-regio", "Region", "RMC-regio ", "rmc"),
    Division("WMO-regio", "Region", "Wmo-regio ", "wmo"),
)


def read_regions(network: Network, files: Sequence[File], day: date, memory: Memory = _NOTHING, /) -> Reading:
    """The lines of the regions and organisations that municipalities are divided into."""
    over = Overlay(network, day, memory, frozenset(one.source.title for one in DIVISIONS if _earlier(memory, one)))
    stating = _Stating(over)
    rejected: list[Rejected] = []
    unused: list[tuple[str, tuple[str, ...]]] = []
    for file in files:
        division, column = _division(file)
        used = frozenset({_MUNICIPALITY, _CODE, column})
        table = read_table(file, used)
        rejected += table.rejected
        unused.append((file.name, table.unused(used)))
        for row in table.rows:
            reason = stating.add(division, row, column)
            rejected += [Rejected(file.name, row.line, reason)] if reason else []
    lists = stating.lists
    for title, listed in lists.items():
        stating.gathering.end(memory.gone(title, listed, day, whole=not rejected))
    sectors = {division.sector for division in stating.divisions if division.sector}
    spoken_of = () if rejected else {id for listed in lists.values() for id in listed}
    lines = tuple(stating.gathering.lines(sectors, spoken_of))
    remembered = memory.after(over.said, lists, day, whole=not rejected)
    notes = tuple(stating.municipalities.notes())
    return Reading(lines, tuple(rejected), tuple(unused), notes, remembered, tuple(over.differences))


def _earlier(memory: Memory, division: Division) -> bool:
    return any(title.startswith(division.source.title) for title in memory.lists)


def _division(file: File) -> tuple[Division, str]:
    headings = read_headings(file)
    for division in DIVISIONS:
        for heading in headings:
            if heading.startswith(division.heading) and {_MUNICIPALITY, _CODE} <= set(headings):
                return division, heading
    raise BadInput(
        f"{file.name} is no division of the regioatlas that is read here",
        field=file.name,
        actual=told(headings),
        expected=f"{_MUNICIPALITY}, {_CODE} and one of {', '.join(one.heading for one in DIVISIONS)}",
    )


class _Stating:
    """States the regions of municipalities over the network."""

    def __init__(self, over: Overlay) -> None:
        self.gathering = Gathering(over)
        self.municipalities = Municipalities(over)
        self.lists: dict[str, dict[str, str]] = {}
        self.divisions: set[Division] = set()
        self._over = over
        self._by_name = {(one.kind, plain(one.name)): one.id for one in over.network.node_records()}

    def add(self, division: Division, row: Row, column: str) -> str | None:
        """State what one row says; why it cannot be, where it cannot."""
        code, region = row[_CODE], row[column]
        if code is None or not _NUMBER.fullmatch(code):
            return f"{_CODE} is «{(code or '')[:40]}», expected a number of at most four digits"
        if region is None:
            return f"{column} is empty"
        municipality = self.municipalities.by_code(code, row[_MUNICIPALITY] or code)
        if municipality is None:
            return None
        id, name, named = self._named(division, region)
        self.divisions.add(division)
        self.lists.setdefault(f"{division.source.title} ({column})", {})[id] = ""
        self.gathering.node(division.kind, id, name, {}, division.source, named=named)
        if division.sector:
            self.gathering.relation("IN_SECTOR", id, division.sector, division.source)
        if division.kind != "Region":
            self.gathering.relation("ACTIVE_IN", id, municipality, division.source)
        elif not self._lies_in(municipality, id):
            self.gathering.relation("PART_OF", municipality, id, division.source)
        return None

    def _named(self, division: Division, region: str) -> tuple[str, str, bool]:
        """Id and name of a region, and whether that name is the register's own."""
        if match := PARTNERSHIP.fullmatch(region):
            code = "".join(match.groups())
            return f"swv-{code}", f"{division.prefix}{code}", False
        name = f"{division.prefix}{region}"
        known = self._by_name.get((division.kind, plain(name)))
        if known is None and division.id == "jeugdregio":  # a table of subregions gives it without what it is
            known = self._by_name.get((division.kind, plain(region)))
            known = None if known is not None and known.startswith("PV") else known
        return known or f"{division.id}-{slug(region.removeprefix('GGD '))}", name, known is None

    def _lies_in(self, municipality: str, region: str) -> bool:
        """Whether a municipality lies in a region over a smaller one."""
        there = [one.target for one in self._over.relations(municipality, "PART_OF") if present(one, self._over.day)]
        wider = (one for id in there for one in self._over.relations(id, "PART_OF"))
        return any(one.target == region and present(one, self._over.day) for one in wider)
