"""domain.md over again, the slow and plain way: what a class of viewers knows of a network on a date.

Handshakes and paths are those of `reference.py`; here stand who sees what, where an organisation is and what a seat
covers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from graph.viewers import STEWARD, ViewerClass
from graph.vocabulary import Visibility, is_a
from tests.graph.reference import Line, Reference


class _Remembering(Reference):
    """The reference of handshakes and paths, which looks relations up by type and reckons strengths once."""

    def __init__(self, lines: Iterable[Line], day: date) -> None:
        super().__init__(lines, day)
        self._by_type: dict[str, list[tuple[str, str, Line]]] = defaultdict(list)
        for line in self.relations:
            self._by_type[line["relation"]].append((line["from"], line["to"], line))
        self._strengths: dict[frozenset[str], dict[frozenset[str], float]] = {}

    def of(self, type: str) -> Iterator[tuple[str, str, Line]]:
        return iter(self._by_type[type])

    def strengths(self, avoided: frozenset[str] = frozenset()) -> dict[frozenset[str], float]:
        if avoided not in self._strengths:
            self._strengths[avoided] = super().strengths(avoided)
        return self._strengths[avoided]


class Known:
    """The lines that a class of viewers sees, on a date.

    `hidden` are the HOLDS that they may not see, of seats that they do see.
    """

    def __init__(self, lines: Iterable[Line], day: date, viewer: ViewerClass = STEWARD) -> None:
        self.lines, self.hidden = _seen(list(lines), viewer)
        self.day = day
        self.reference = _Remembering(self.lines, day)
        self.nodes = self.reference.nodes
        self._past: dict[date, Known] = {}

    def on(self, day: date) -> Known:
        """The same lines on another date."""
        if day not in self._past:
            past = self._past[day] = Known.__new__(Known)
            past.lines, past.hidden, past.day, past._past = self.lines, self.hidden, day, {}
            past.reference = _Remembering(self.lines, day)
            past.nodes = past.reference.nodes
        return self._past[day]

    def name(self, id: str) -> str:
        return str(self.nodes[id]["name"])

    def is_a(self, id: str, kind: str) -> bool:
        return is_a(self.nodes[id]["node"], kind)

    def of_kind(self, kind: str) -> list[str]:
        return [id for id in self.nodes if self.is_a(id, kind)]

    # Relations

    def of(self, type: str) -> Iterator[tuple[str, str, Line]]:
        return self.reference.of(type)

    def ever(self, type: str) -> Iterator[tuple[str, str, Line]]:
        """The relations of a type, whatever the date."""
        return ((r["from"], r["to"], r) for r in self.reference.every if r["relation"] == type)

    def targets(self, id: str, type: str) -> set[str]:
        return {to for one, to, _ in self.of(type) if one == id}

    def origins(self, id: str, type: str) -> set[str]:
        return {one for one, to, _ in self.of(type) if to == id}

    def with_parts(self, id: str) -> set[str]:
        return self.reference.parts(id)

    # Where an organisation is, and what a seat covers

    def within(self, area: str) -> set[str]:
        """An area and those within it."""
        return {part for part in self.with_parts(area) if self.is_a(part, "Area")}

    def municipalities(self, areas: set[str]) -> set[str]:
        return {area for area in areas if self.is_a(area, "Municipality")}

    def own_areas(self, organisation: str) -> set[str]:
        """What an organisation itself is, or is LOCATED_IN or ACTIVE_IN."""
        itself = {organisation} if self.is_a(organisation, "Municipality") else set()
        return itself | self.targets(organisation, "LOCATED_IN") | self.targets(organisation, "ACTIVE_IN")

    def areas(self, organisation: str) -> set[str]:
        """Every area that an organisation is in."""
        return {area for part in self.with_parts(organisation) for area in self.itself_in(part)}

    def itself_in(self, organisation: str) -> set[str]:
        """Every area that an organisation is in, its parts apart."""
        active_in = self.targets(organisation, "ACTIVE_IN")
        return self.own_areas(organisation) | {area for one in active_in for area in self.within(one)}

    def coalition_areas(self, coalition: str) -> set[str]:
        """A coalition's area: what it is LOCATED_IN or ACTIVE_IN, and the areas within those."""
        own = self.targets(coalition, "LOCATED_IN") | self.targets(coalition, "ACTIVE_IN")
        return {area for one in own for area in self.within(one)}

    def coalitions_of(self, seat: str) -> set[str]:
        return self.targets(seat, "SEAT_IN")

    def covers(self, seat: str) -> set[str]:
        """The areas that a seat stands for: the municipalities it COVERS, or all of its coalition's area."""
        if self.ever_covered(seat):
            return self.targets(seat, "COVERS")
        return {area for coalition in self.coalitions_of(seat) for area in self.coalition_areas(coalition)}

    def ever_covered(self, seat: str) -> bool:
        """Whether a seat has COVERS, if only past or future ones."""
        return any(one == seat for one, _, _ in self.ever("COVERS"))

    # Sectors

    def in_sector(self, sector: str, wanted: str) -> bool:
        """Whether a sector is the wanted one or lies below it."""
        return sector in self.with_parts(wanted)

    def organisation_in_sector(self, organisation: str, wanted: str) -> bool:
        return any(self.in_sector(sector, wanted) for sector in self.targets(organisation, "IN_SECTOR"))

    # People

    def people_of(self, id: str) -> set[str]:
        return self.reference.people_of(id)

    @cached_property
    def a_year_ago(self) -> date:
        try:
            return self.day.replace(year=self.day.year - 1)
        except ValueError:  # 29 February
            return self.day.replace(year=self.day.year - 1, day=28)

    def confirmed_within_a_year(self, line: Line) -> bool:
        """Confirmed, or begun, after the same day a year ago."""
        dates = [line[member] for member in ("confirmedAt", "since") if line.get(member)]
        return any(date.fromisoformat(text) > self.a_year_ago for text in dates)

    def ended(self, line: Line) -> bool:
        return bool(line.get("until")) and date.fromisoformat(line["until"]) <= self.day

    def begun(self, line: Line) -> bool:
        return not line.get("since") or date.fromisoformat(line["since"]) <= self.day


# Who sees what


def _seen(lines: list[Line], viewer: ViewerClass) -> tuple[list[Line], list[Line]]:
    """The lines that these viewers see, and the HOLDS they do not see of seats that they do."""
    if viewer.sees is Visibility.STEWARD:
        return lines, []
    nodes = {line["id"]: line for line in lines if "node" in line}
    relations = [line for line in lines if "relation" in line]
    own = _own(relations, viewer)
    open_ = {Visibility.PUBLIC, min(viewer.sees, Visibility.MEMBER)}

    def may_see(visibility: Visibility, *matters: str) -> bool:
        return visibility in open_ or (visibility is Visibility.COALITION and any(id in own for id in matters))

    seen = {id for id, line in nodes.items() if line["node"] != "Seat" and may_see(_visibility(line, line["node"]), id)}
    seen |= {r["from"] for r in relations if r["relation"] == "SEAT_IN" and r["to"] in seen}
    kept, hidden = [nodes[id] for id in nodes if id in seen], []
    for r in relations:
        ends = [nodes[r[end]]["node"] for end in ("from", "to")]
        allowed = r["relation"] == "SEAT_IN" or may_see(_visibility(r, *ends), r["from"], r["to"])
        if allowed and r["from"] in seen and r["to"] in seen:
            kept.append(r)
        elif r["relation"] == "HOLDS" and r["to"] in seen:
            hidden.append(r)
    return kept, hidden


def _visibility(line: Line, *kinds: str) -> Visibility:
    """What a line says; without it people and their relations are for members, and the rest is public."""
    if line.get("visibility"):
        return Visibility[line["visibility"]]
    return Visibility.MEMBER if "Person" in kinds else Visibility.PUBLIC


def _own(relations: list[Line], viewer: ViewerClass) -> set[str]:
    """What is a matter of the viewers' own coalitions: itself, what is bound to it, and the holders of its seats."""
    own = set(viewer.coalitions)
    bound = {"SEAT_IN": "from", "HELD_BY": "from", "LINKED_TO": "to", "PUBLISHES": "to", "ASKS": "to"}
    for r in relations:
        side = bound.get(r["relation"])
        other = {"from": "to", "to": "from"}.get(side or "")
        if side and other and r[other] in viewer.coalitions:
            own.add(r[side])
    return own | {r["from"] for r in relations if r["relation"] == "HOLDS" and r["to"] in own}
