"""What stands in the report of a coalition, as rows of the network; in which words and on what paper is not said here.

Everything is read from one cut, so that nothing which its viewers may not see is counted, named or walked over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from graph.analyses.departure import Departure, departure
from graph.cut import Cut
from graph.name_order import name_order
from graph.people import members
from graph.records import NodeRecord
from graph.report.since import Since
from graph.representation import Candidate, Gap, Representation, candidates, representation
from graph.seats import SeatState, occupation
from graph.vocabulary import Mandate, Visibility

CANDIDATES_NAMED = 3


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A present seat: whose it is, who holds it where that is seen, and what has become of it.

    `since` is when its holder took it, `confirmed_at` when that was last confirmed; None where that is unknown.
    """

    seat: NodeRecord
    sector: str
    organisations: tuple[str, ...]
    municipalities: tuple[str, ...]
    mandate: Mandate
    state: SeatState
    holder: str | None
    since: date | None
    confirmed_at: date | None


@dataclass(frozen=True, slots=True)
class NamedCandidate:
    """Somebody who could fill a gap, with what they do (None: unknown) and at which organisation."""

    candidate: Candidate
    name: str
    title: str | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap, in the order of what gaps leave out: the nearest candidates, and how many there are."""

    gap: Gap
    sectors: tuple[str, ...]
    municipality: str | None
    candidates: tuple[NamedCandidate, ...]
    candidates_known: int


@dataclass(frozen=True, slots=True)
class DepartureRow:
    """What breaks when a member leaves; `cells` are the sectors and municipality (None: all) of each cell lost of this
    coalition, `cells_elsewhere` how many others lose."""

    name: str
    departure: Departure
    cells: tuple[tuple[tuple[str, ...], str | None], ...]
    cells_elsewhere: int
    locations: tuple[str, ...]

    @property
    def breaks(self) -> bool:
        """Whether anything hangs on this person alone, their own seat apart."""
        lost = self.departure
        return bool(lost.cells_lost or lost.cut_off or lost.lines_lost or lost.lines_longer or lost.locations_lost)


@dataclass(frozen=True, slots=True)
class Report:
    """A coalition on a date, for viewers who see so much.

    `departures` is None for those to whom people are not ranked; `rules` are the sectors of each delegation rule, by
    the cells of the representation.
    """

    coalition: NodeRecord
    date: date
    version: int
    sees: Visibility
    areas: tuple[str, ...]
    leads: tuple[str, ...]
    seats: tuple[SeatRow, ...]
    representation: Representation
    rules: tuple[tuple[str, ...], ...]
    gaps: tuple[GapRow, ...]
    departures: tuple[DepartureRow, ...] | None
    since: Since | None


def report(
    cut: Cut, coalition: int, since: Since | None, *, ranked: bool, done: Callable[[int, int | None], None] | None
) -> Report:
    """The report of a coalition. `since` is what changed since its last meeting (None: there was none), `ranked`
    whether its viewers may see people ranked. `done` is told how many members have been looked at, and of how many."""
    represented = representation(cut, coalition)
    return Report(
        cut.node(coalition),
        cut.date,
        cut.reduced.version,
        cut.reduced.viewer.sees,
        _names(cut, cut.targets(coalition, "ACTIVE_IN") + cut.targets(coalition, "LOCATED_IN")),
        _names(cut, cut.origins(coalition, "LEADS")),
        _seats(cut, coalition),
        represented,
        tuple(_sectors(cut, cell.rule.sectors) for cell in represented.cells),
        tuple(_gap(cut, coalition, gap) for gap in represented.gaps),
        _departures(cut, coalition, done) if ranked else None,
        since,
    )


def _names(cut: Cut, nodes: list[int]) -> tuple[str, ...]:
    return tuple(cut.node(node).name for node in name_order(cut.network).sorted(set(nodes)))


def _sectors(cut: Cut, sectors: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(cut.node(sector).name for sector in sectors)


def _seats(cut: Cut, coalition: int) -> tuple[SeatRow, ...]:
    seats = name_order(cut.network).sorted(cut.origins(coalition, "SEAT_IN"))
    rows = [_seat(cut, seat) for seat in seats]
    return tuple(sorted(rows, key=lambda row: row.sector))


def _seat(cut: Cut, seat: int) -> SeatRow:
    record, there = cut.node(seat), occupation(cut, seat)
    sector = cut.index(str(record.members["sector"]))
    held = cut.relations_into(seat, "HOLDS")
    holding = cut.network.relation(held[0]) if held else None
    return SeatRow(
        record,
        cut.node(sector).name if sector is not None else str(record.members["sector"]),
        _names(cut, cut.targets(seat, "SEAT_FOR")),
        _names(cut, cut.targets(seat, "COVERS")),
        Mandate[str(record.members["mandate"])],
        there.state,
        cut.node(there.holder).name if there.holder is not None else None,
        holding.since if holding else None,
        holding.confirmed_at if holding else None,
    )


def _gap(cut: Cut, coalition: int, gap: Gap) -> GapRow:
    found = candidates(cut, coalition, gap.cell)
    at = gap.cell.municipality
    return GapRow(
        gap,
        _sectors(cut, gap.cell.rule.sectors),
        None if at is None else cut.node(at).name,
        tuple(_candidate(cut, candidate) for candidate in found[:CANDIDATES_NAMED]),
        len(found),
    )


def _candidate(cut: Cut, candidate: Candidate) -> NamedCandidate:
    name = cut.node(candidate.person).name
    if candidate.function is None:
        return NamedCandidate(candidate, name, None, None)
    function = cut.network.relation(candidate.function)
    title = function.members.get("title")
    organisation = cut.node(int(cut.network.relations.target[candidate.function])).name
    return NamedCandidate(candidate, name, str(title) if title is not None else None, organisation)


def _departures(cut: Cut, coalition: int, done: Callable[[int, int | None], None] | None) -> tuple[DepartureRow, ...]:
    people = name_order(cut.network).sorted(members(cut, coalition))
    rows = []
    for number, person in enumerate(people, 1):
        rows.append(_departure(cut, coalition, person))
        if done is not None:
            done(number, len(people))
    return tuple(sorted(rows, key=_heaviest))


def _departure(cut: Cut, coalition: int, person: int) -> DepartureRow:
    lost = departure(cut, person)
    own = {cell.id for cell in representation(cut, coalition).cells}
    cells = tuple(
        (_sectors(cut, cell.rule.sectors), None if cell.municipality is None else cut.node(cell.municipality).name)
        for cell in lost.cells_lost
        if cell.id in own
    )
    elsewhere = len(lost.cells_lost) - len(cells)
    return DepartureRow(cut.node(person).name, lost, cells, elsewhere, _names(cut, list(lost.locations_lost)))


def _heaviest(row: DepartureRow) -> tuple[int, ...]:
    lost = row.departure
    return (-len(row.cells), -lost.lines_lost, -len(lost.locations_lost), -len(lost.cut_off), -lost.lines_longer)
