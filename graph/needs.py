"""Who meets a need: for each part that is given, one function or one seat that fits it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from graph.cut import Cut
from graph.people import workers
from graph.places import places
from graph.vocabulary import Mandate


@dataclass(frozen=True, slots=True)
class Need:
    """What is needed, as nodes of the network: somebody of a sector, in an area, with at least a mandate, of an
    organisation. A theme excludes nobody; it ranks."""

    sector: int | None = None
    area: int | None = None
    theme: str | None = None
    mandate: Mandate | None = None
    organisation: int | None = None


def people_meeting(cut: Cut, need: Need) -> list[int]:
    """The people who meet a need on the date, by id. A need of a theme alone is met by everybody who works for an
    organisation or holds a seat."""
    return sorted(Meeting(cut, need).everybody(), key=lambda person: cut.node(person).id)


class Meeting:
    """A need held against the people and organisations of a cut."""

    def __init__(self, cut: Cut, need: Need) -> None:
        self.cut = cut
        self.need = need
        self._places = places(cut)

    def everybody(self) -> set[int]:
        """The people who meet every part of the need."""
        need = self.need
        if need.mandate is not None:
            met = self._seated
        elif need.sector is not None or need.area is not None or need.organisation is None:
            met = self._working | self._seated
        else:
            return set(self._workers)
        return met if need.organisation is None else met & self._workers

    def functions(self, person: int) -> list[int]:
        """The functions of a person at organisations that meet the need; failing those, at the organisation asked for,
        since its sector or area may be met by another function or by a seat."""
        target = self.cut.network.relations.target
        own = [(f, int(target[f])) for f in self.cut.relations_out(person, "WORKS_FOR")]
        meeting = [f for f, organisation in own if organisation in self.organisations]
        return meeting or [f for f, organisation in own if organisation in self._named]

    def function(self, person: int) -> int | None:
        """The first of a person's functions that meet the need, by id."""
        return min(self.functions(person), key=self.cut.network.relation_id, default=None)

    def fitting_seats(self, person: int) -> list[int]:
        """The seats a person holds that are of the sector, in the area and of the mandate, where they are given."""
        return [seat for seat in held_seats(self.cut, person) if seat in self.seats]

    @cached_property
    def seats(self) -> frozenset[int]:
        """The present seats that are of the sector, in the area and of the mandate, where they are given."""
        need = self.need
        seats = self._places.seats if need.sector is None else self._places.seats_of(need.sector)
        if need.area is not None:
            seats &= self._places.seats_in(need.area)
        if need.mandate is not None:
            seats = frozenset(seat for seat in seats if _mandate(self.cut, seat) >= need.mandate)
        return seats

    @cached_property
    def _workers(self) -> set[int]:
        return workers(self.cut, self.need.organisation) if self.need.organisation is not None else set()

    @cached_property
    def organisations(self) -> set[int]:
        """The organisations that meet the need: of the sector, in the area, and the one asked for or a part of it."""
        return self._fitting if self.need.organisation is None else self._fitting & self._named

    @cached_property
    def _named(self) -> set[int]:
        """The organisation asked for and its parts."""
        return set() if self.need.organisation is None else self.cut.with_parts(self.need.organisation)

    @cached_property
    def _fitting(self) -> set[int]:
        if self.need.area is None:
            organisations = set(self.cut.of_kind("Organisation"))
        else:
            organisations = set(self._places.organisations_in(self.need.area))
        if self.need.sector is not None:
            organisations &= self._places.organisations_of(self.need.sector)
        return organisations

    @cached_property
    def _working(self) -> set[int]:
        workers_ = self.cut.back_links("WORKS_FOR")
        return {person for o in self._fitting for person in workers_.get(o, ())}

    @cached_property
    def _seated(self) -> set[int]:
        """The people who hold a seat that fits."""
        return {
            person
            for seat in self.seats
            for person in self.cut.back_links("HOLDS").get(seat, ())
            if not has_left(self.cut, seat, person)
        }


def held_seats(cut: Cut, person: int) -> list[int]:
    """The seats a person holds now, but for those of an organisation they have left."""
    return [seat for seat in cut.links("HOLDS").get(person, ()) if not has_left(cut, seat, person)]


def has_left(cut: Cut, seat: int, person: int) -> bool:
    """Whether the holder of a seat had functions at its organisation, or its parts, that have all ended."""
    parts = {part for organisation in cut.links("SEAT_FOR").get(seat, ()) for part in cut.with_parts(organisation)}
    if not parts:
        return False
    r = cut.network.relations
    begun = [f for f in cut.ever_out(person, "WORKS_FOR") if int(r.target[f]) in parts and r.since[f] <= cut.day]
    return bool(begun) and all(r.until[f] <= cut.day for f in begun)


def _mandate(cut: Cut, seat: int) -> Mandate:
    return Mandate[str(cut.node(seat).members["mandate"])]
