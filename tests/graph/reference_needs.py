"""domain.md over again, the slow and plain way: who meets a need."""

from __future__ import annotations

from dataclasses import dataclass

from graph.cut import Cut
from graph.needs import Need
from graph.vocabulary import Mandate
from tests.graph.networks import at
from tests.graph.reference import Line
from tests.graph.reference_known import Known
from tests.graph.reference_seats import MANDATES, has_left, held_seats


@dataclass(frozen=True)
class Wanted:
    """A need, by ids."""

    sector: str | None = None
    area: str | None = None
    theme: str | None = None
    mandate: str | None = None
    organisation: str | None = None

    def on(self, cut: Cut) -> Need:
        """The same need, as nodes of a cut."""
        sector, area, organisation = (
            None if id is None else at(cut, id) for id in (self.sector, self.area, self.organisation)
        )
        mandate = None if self.mandate is None else Mandate[self.mandate]
        return Need(sector=sector, area=area, theme=self.theme, mandate=mandate, organisation=organisation)


def people(known: Known, need: Wanted) -> set[str]:
    return {person for person in known.of_kind("Person") if _meets(known, need, person)}


def _meets(known: Known, need: Wanted, person: str) -> bool:
    organisations = {organisation for one, organisation, _ in known.of("WORKS_FOR") if one == person}
    seats = [seat for seat in held_seats(known, person) if not has_left(known, seat, person)]
    if not organisations and not seats:  # nobody's part of the network: not even a theme alone asks for them
        return False
    if need.sector is not None or need.area is not None:
        by_work = any(organisation_fits(known, need, organisation) for organisation in organisations)
        if not by_work and not any(seat_fits(known, need, seat) for seat in seats):
            return False
    if need.organisation is not None and not organisations & known.with_parts(need.organisation):
        return False
    return need.mandate is None or any(
        seat_fits(known, need, seat) and has_mandate(known, need, seat) for seat in seats
    )


def organisation_fits(known: Known, need: Wanted, organisation: str) -> bool:
    """In the sector or one below it, and in the area or one within it."""
    in_sector = need.sector is None or known.organisation_in_sector(organisation, need.sector)
    return in_sector and (need.area is None or bool(known.areas(organisation) & known.within(need.area)))


def seat_fits(known: Known, need: Wanted, seat: str) -> bool:
    """Of the sector or one below it, and covering a municipality there (or its coalition's area is there)."""
    in_sector = need.sector is None or known.in_sector(known.nodes[seat]["sector"], need.sector)
    return in_sector and (need.area is None or bool(known.covers(seat) & known.within(need.area)))


def has_mandate(known: Known, need: Wanted, seat: str) -> bool:
    return need.mandate is None or MANDATES.index(known.nodes[seat]["mandate"]) >= MANDATES.index(need.mandate)


def functions(known: Known, need: Wanted, person: str) -> list[Line]:
    """The functions of somebody that meet a need; failing that, theirs at the organisation asked for."""
    own = [(to, line) for one, to, line in known.of("WORKS_FOR") if one == person]
    named = known.with_parts(need.organisation) if need.organisation is not None else set()
    meeting = [line for to, line in own if in_question(known, need, to)]
    return meeting or [line for to, line in own if to in named]


def in_question(known: Known, need: Wanted, organisation: str) -> bool:
    """Whether an organisation fits sector, area and organisation of a need."""
    named = need.organisation is None or organisation in known.with_parts(need.organisation)
    return named and organisation_fits(known, need, organisation)
