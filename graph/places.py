"""Where things are: areas and sectors with those below them, where organisations are, and what seats stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

from graph.cut import Cut


class Places:
    """The areas and sectors of a cut; every answer is kept as long as the cut."""

    def __init__(self, cut: Cut) -> None:
        self._cut = cut
        self.below = cache(self._below)
        self.of_organisation = cache(self._of_organisation)
        self.of_seat = cache(self._of_seat)
        self.municipalities = cache(self._municipalities)
        self.organisations_in = cache(self._organisations_in)
        self.organisations_of = cache(self._organisations_of)
        self.seats_of = cache(self._seats_of)
        self.seats_in = cache(self._seats_in)

    def _below(self, node: int) -> frozenset[int]:
        """An area or sector itself and everything within it."""
        within = self._cut.with_parts(node)
        family = "Area" if self._cut.is_a(node, "Area") else "Sector"
        return frozenset(part for part in within if self._cut.is_a(part, family))

    def _of_organisation(self, organisation: int) -> frozenset[int]:
        """The areas an organisation is in: those it is located or active in, those within the latter, itself where it
        is a municipality, and wherever its parts are."""
        cut = self._cut
        found: set[int] = set()
        for part in cut.with_parts(organisation):
            if not cut.is_a(part, "Organisation"):
                continue
            found |= self.own_areas(part)
            if cut.is_a(part, "Municipality"):
                found.add(part)
        return frozenset(found)

    @cached_property
    def _organisations_by_area(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for organisation in self._cut.of_kind("Organisation"):
            for area in self.of_organisation(organisation):
                found[area].add(organisation)
        return found

    def _organisations_in(self, area: int) -> frozenset[int]:
        """The organisations that are in an area or one within it."""
        return frozenset().union(*(self._organisations_by_area.get(within, ()) for within in self.below(area)))

    def _organisations_of(self, sector: int) -> frozenset[int]:
        """The organisations of a sector or one below it."""
        of = self._cut.back_links("IN_SECTOR")
        return frozenset(organisation for one in self._below(sector) for organisation in of.get(one, ()))

    @cached_property
    def seats(self) -> frozenset[int]:
        """The present seats."""
        return frozenset(self._cut.of_kind("Seat"))

    @cached_property
    def _seats_by_sector(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for seat in self.seats:
            sector = self._cut.index(str(self._cut.node(seat).members["sector"]))
            if sector is not None:
                found[sector].add(seat)
        return found

    @cached_property
    def _seats_by_area(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for seat in self.seats:
            for area in self.of_seat(seat):
                found[area].add(seat)
        return found

    def _seats_of(self, sector: int) -> frozenset[int]:
        """The present seats of a sector or one below it."""
        return frozenset().union(*(self._seats_by_sector.get(one, ()) for one in self.below(sector)))

    def _seats_in(self, area: int) -> frozenset[int]:
        """The present seats that stand for something in an area."""
        return frozenset().union(*(self._seats_by_area.get(one, ()) for one in self.below(area)))

    def own_areas(self, node: int) -> set[int]:
        """The areas a node is itself located or active in, and those within the latter."""
        located, active = self._cut.links("LOCATED_IN"), self._cut.links("ACTIVE_IN")
        return {*located.get(node, ()), *self._within(active.get(node, ()))}

    def of_coalition(self, coalition: int) -> frozenset[int]:
        """The areas a coalition stands for: where it is active or located, and everything within."""
        return frozenset(self._within(self.areas_of_coalition(coalition)))

    def areas_of_coalition(self, coalition: int) -> list[int]:
        """The areas that a coalition names as its own, by id."""
        cut = self._cut
        named = {*cut.targets(coalition, "ACTIVE_IN"), *cut.targets(coalition, "LOCATED_IN")}
        return sorted(named, key=lambda area: cut.node(area).id)

    def _of_seat(self, seat: int) -> frozenset[int]:
        """The areas a seat stands for: the municipalities it covers; one that never covered any stands for its
        coalition's whole area, one whose covers have all ended or not begun for nothing."""
        cut = self._cut
        if cut.ever_out(seat, "COVERS"):
            return frozenset(cut.targets(seat, "COVERS"))
        found: set[int] = set()
        for coalition in cut.targets(seat, "SEAT_IN"):
            found |= self.of_coalition(coalition)
        return frozenset(found)

    def _municipalities(self, area: int) -> tuple[int, ...]:
        """The municipalities of an area, itself where it is one, by name and id."""
        return by_name(self._cut, (m for m in self._below(area) if self._cut.is_a(m, "Municipality")))

    def _within(self, areas: Iterable[int]) -> set[int]:
        return {within for area in areas for within in self.below(area)}


def by_name(cut: Cut, nodes: Iterable[int]) -> tuple[int, ...]:
    """Nodes by name (code points) and id."""
    return tuple(sorted(nodes, key=lambda node: (cut.node(node).name, cut.node(node).id)))


def places(cut: Cut) -> Places:
    """The places of a cut, made once."""
    return cut.kept("places", lambda: Places(cut))


def municipalities_of(cut: Cut, area: int) -> list[int]:
    """The municipalities of an area, itself where it is one, by name and id."""
    return list(places(cut).municipalities(area))
