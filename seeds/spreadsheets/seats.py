"""Rows about seats: at which table, for what and whom, and who holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.text import fold
from graph.vocabulary import Mandate
from seeds.spreadsheets.cells import Row
from seeds.spreadsheets.drafting import Draft, lasts
from seeds.spreadsheets.matching import Match, Matching
from seeds.spreadsheets.organisations import listed, only_now

MANDATES_IN_DUTCH: Mapping[str, str] = {"LISTEN": "meeluisteren", "ADVISE": "adviseren", "DECIDE": "beslissen"}
_MANDATES = {fold(name): mandate for mandate, dutch in MANDATES_IN_DUTCH.items() for name in (mandate, dutch)}


def mandate_names(language: str) -> list[str]:
    """The names of the mandates in a language, in rising order."""
    return [MANDATES_IN_DUTCH[m.name] if language == "nl" else m.name.lower() for m in Mandate]


@dataclass(frozen=True, slots=True)
class _Seat:
    coalition: str
    sector: str
    name: str | None
    organisation: str | None
    covers: list[str] | None
    mandate: str | None


@dataclass
class SeatRows:
    """Takes in rows about seats."""

    draft: Draft
    matching: Matching
    day: date

    def take(self, row: Row) -> Match | None:
        """Take in a row; None when something of it is to be asked first."""
        sector = row.choice("sector", self._sector, ", ".join(self.matching.named("Sector").names))
        coalition = self.matching.reference(row, "coalition", "Coalition")
        holder = self.matching.reference(row, "holder", "Person")
        organisation = self.matching.reference(row, "organisation", "Organisation")
        covers = self.matching.references(row, "covers", "Municipality")
        mandate = row.choice("mandate", lambda text: _MANDATES.get(fold(text)), ", ".join(MANDATES_IN_DUTCH.values()))
        name, period = row.text("name"), (row.date("since"), row.date("until"))
        held = (row.date("held_since"), row.date("held_until"))
        if row.problems or self.matching.doubts or sector is None or coalition is None:
            return None
        seat = _Seat(coalition, sector, name, organisation, covers, mandate)
        match = self._match(row, seat)
        if match is None or row.problems:
            return None
        id = match.id or self._new(row, seat)
        if id is None:
            return None
        self.draft.set(id, "mandate", mandate)
        for member, day in zip(("since", "until"), period, strict=True):
            self.draft.set(id, member, None if day is None else day.isoformat())
        if organisation is not None:
            only_now(self.draft, "SEAT_FOR", id, [organisation], self.day)
        if covers is not None:
            only_now(self.draft, "COVERS", id, covers, self.day)
        if holder is not None:
            self._hold(row, id, holder, *held)
        return Match(id, match.because)

    def _sector(self, text: str) -> str | None:
        called = self.matching.named("Sector").called(listed(text))
        return called[0] if len(called) == 1 else None

    def _match(self, row: Row, seat: _Seat) -> Match | None:
        there = [
            str(line["from"])
            for _, line in self.draft.relations_to(seat.coalition, "SEAT_IN")
            if lasts(line, self.day) and self._is_present(str(line["from"]))
        ]
        of_sector = [id for id in there if self.draft.member(id, "sector") == seat.sector]
        if seat.name is not None:
            found = [id for id in there if fold(self.draft.name(id)) == fold(seat.name)]
            return self.matching.seat(row, seat.name, [(id, "the same name at this table") for id in found], ())
        fits = [id for id in of_sector if self._fits(id, seat)]
        certain = [(id, "the seat of this sector and organisation at this table") for id in fits]
        return self.matching.seat(row, self._called(seat), certain, of_sector)

    def _is_present(self, id: str) -> bool:
        until = self.draft.member(id, "until")
        return until is None or str(until) > self.day.isoformat()

    def _fits(self, id: str, seat: _Seat) -> bool:
        """Whether a seat is the organisation's and covers the municipalities that the row names, where it names any."""
        for type, wanted in (("SEAT_FOR", [seat.organisation] if seat.organisation else None), ("COVERS", seat.covers)):
            there = {str(line["to"]) for _, line in self.draft.relations(id, type) if lasts(line, self.day)}
            if wanted is not None and there and there != set(wanted):
                return False
        return True

    def _called(self, seat: _Seat) -> str:
        of = f" {self.draft.name(seat.organisation)}" if seat.organisation else ""
        return f"{self.draft.name(seat.sector)}{of}, {self.draft.name(seat.coalition)}"

    def _new(self, row: Row, seat: _Seat) -> str | None:
        if seat.mandate is None:
            row.wrong("mandate", "is needed of a seat that is new", ", ".join(MANDATES_IN_DUTCH.values()))
            return None
        id = self.draft.new_node("Seat", seat.name or self._called(seat))
        self.draft.set(id, "sector", seat.sector)
        self.draft.relate("SEAT_IN", id, seat.coalition)
        return id

    def _hold(self, row: Row, seat: str, person: str, since: date | None, until: date | None) -> None:
        """Who holds it holds it; somebody else who did ends where they begin: on their day, or today."""
        for id, line in self.draft.relations_to(seat, "HOLDS"):
            if line["from"] == person and lasts(line, self.day):
                self.draft.set(id, "since", None if since is None else since.isoformat())
                self.draft.set(id, "until", None if until is None else until.isoformat())
                return
        others = [r for r in self.draft.relations_to(seat, "HOLDS") if lasts(r[1], self.day)]
        begins = since or (self.day if others else None)
        for id, line in others:
            assert begins is not None
            if str(line.get("since", "")) >= begins.isoformat():
                name = self.draft.name(str(line["from"]))
                row.wrong("held_since", f"lies before {name} began, {line['since']}", "a later day")
                return
            self.draft.end(id, begins, f"{self.draft.name(str(line['from']))} no longer holds it on {begins}")
        given = {} if until is None else {"until": until.isoformat()}
        self.draft.relate("HOLDS", person, seat, begins, f"held by {self.draft.name(person)}", **given)
