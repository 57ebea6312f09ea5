"""What a gap leaves out: pupils, places or children, by sector and area. Unknown is None, never zero."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.cut import Cut
from graph.deadline import look
from graph.vocabulary import Unit


@dataclass(frozen=True, slots=True)
class Weight:
    """What is left out in each unit, and its share of the whole area's (the largest of several units)."""

    pupils: int | None = None
    places: int | None = None
    children: int | None = None
    share: float | None = None


TOTALS_KEPT = 512  # of an area in some sectors
_KINDS = {Unit.PUPILS: "School", Unit.PLACES: "ChildcareLocation", Unit.CHILDREN: "Municipality"}


class Weights:
    """The figures of a cut: of every school, childcare location and municipality that is present."""

    def __init__(self, cut: Cut) -> None:
        self._cut = cut
        self._figure: dict[int, int | None] = {}
        self._located: dict[Unit, dict[int, set[int]]] = {unit: defaultdict(set) for unit in Unit}
        self._sectors: dict[int, frozenset[int]] = {}
        self._links = {type: cut.links(type) for type in ("LOCATED_IN", "ACTIVE_IN", "IN_SECTOR")}
        self._around = cache(cut.with_wholes)
        self._total = lru_cache(TOTALS_KEPT)(self._of_all)  # of one area, every cell asks for the same
        for unit, kind in _KINDS.items():
            for location in cut.of_kind(kind):
                look("Ask for fewer sectors, or a smaller area.")
                self._figure[location] = _figure(cut, location, unit)
                for area in self._areas(location, unit):
                    self._located[unit][area].add(location)
                if unit is not Unit.CHILDREN:
                    own = self._links["IN_SECTOR"].get(location, ())
                    self._sectors[location] = frozenset(above for sector in own for above in self._around(sector))

    def of(self, sectors: Iterable[int], area: int | None, whole: Iterable[int]) -> Weight:
        """What these sectors weigh in one municipality of some areas (`whole`), or in all of them (None)."""
        whole = tuple(whole)
        units: dict[Unit, set[int]] = defaultdict(set)
        for sector in sectors:
            units[Unit(str(self._cut.node(sector).members["weighs"]))].add(sector)
        found: dict[Unit, int | None] = {}
        shares: list[float] = []
        for unit, of_unit in units.items():
            total = self._total(unit, frozenset(of_unit), whole)
            weight = total if area is None else self._in(self._locations(unit, frozenset(of_unit), (area,)), total)
            found[unit] = weight
            if weight is not None and total is not None:
                shares.append(weight / total if total else 0.0)  # of nothing at all, nothing is left out
        return Weight(
            found.get(Unit.PUPILS), found.get(Unit.PLACES), found.get(Unit.CHILDREN), max(shares, default=None)
        )

    def _of_all(self, unit: Unit, sectors: frozenset[int], whole: tuple[int, ...]) -> int | None:
        return self._sum(self._locations(unit, sectors, whole))

    def _in(self, locations: set[int], total: int | None) -> int | None:
        """The weight of a municipality: 0 only where it has no such location, and somewhere else has a figure."""
        if total is None:
            return None
        return self._sum(locations) if locations else 0

    def _sum(self, locations: set[int]) -> int | None:
        known = [figure for location in locations if (figure := self._figure[location]) is not None]
        return sum(known) if known else None

    def _locations(self, unit: Unit, sectors: frozenset[int], areas: Iterable[int]) -> set[int]:
        located = set().union(*(self._located[unit].get(area, ()) for area in areas))
        if unit is Unit.CHILDREN:
            return located
        return {location for location in located if self._sectors[location] & sectors}

    def _areas(self, location: int, unit: Unit) -> set[int]:
        """The areas a location counts in: where it is located (else active) and everything around that."""
        if unit is Unit.CHILDREN:
            own = [location]
        else:
            own = self._links["LOCATED_IN"].get(location) or self._links["ACTIVE_IN"].get(location, [])
        return {above for area in own for above in self._around(area)}


def weights(cut: Cut) -> Weights:
    """The weights of a cut, made once."""
    return cut.kept("weights", lambda: Weights(cut))


def _figure(cut: Cut, location: int, unit: Unit) -> int | None:
    members = cut.node(location).members
    if unit is not Unit.PUPILS:
        figure = members.get("places" if unit is Unit.PLACES else "children")
        return figure if isinstance(figure, int) else None
    pupils = members.get("pupils")
    if not isinstance(pupils, dict):
        return None
    years = [year for year in pupils if int(year) <= cut.date.year]
    return int(str(pupils[max(years)])) if years else None
