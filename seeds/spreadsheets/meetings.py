"""Rows about meetings: which day, whose, and who were there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from seeds.spreadsheets.cells import Row
from seeds.spreadsheets.drafting import Draft
from seeds.spreadsheets.matching import Match, Matching


@dataclass
class MeetingRows:
    """Takes in rows about meetings. A meeting is known by its day and its name."""

    draft: Draft
    matching: Matching
    day: date

    def take(self, row: Row) -> Match | None:
        """Take in a row; None when something of it is to be asked first."""
        name, on = row.text("name"), row.date("date")
        if on is not None and on > self.day:
            row.wrong("date", "lies in the future", f"{self.day} or earlier: a meeting that was held")
        coalition = self.matching.reference(row, "coalition", "Coalition")
        attendees = self.matching.references(row, "attendees", "Person")
        if name is None or on is None or row.problems or self.matching.doubts:
            return None
        called = self.matching.named("Meeting").called(name)
        same = [id for id in called if self.draft.member(id, "date") == on.isoformat()]
        match = self.matching.node(row, "Meeting", name, [(id, "the same name and day") for id in same], alike=False)
        if match is None or row.problems:
            return None
        id = match.id or self._new(name, on)
        if coalition is not None and not self._is_of(id, coalition):
            self.draft.relate("HELD_BY", id, coalition)
        there = {line["from"] for _, line in self.draft.relations_to(id, "ATTENDED")}
        for person in attendees or ():
            if person not in there:
                self.draft.relate("ATTENDED", person, id, None, f"attended by {self.draft.name(person)}")
        return Match(id, match.because)

    def _new(self, name: str, on: date) -> str:
        id = self.draft.new_node("Meeting", name)
        self.draft.set(id, "date", on.isoformat())
        self.matching.named("Meeting").add(id, name)
        return id

    def _is_of(self, meeting: str, coalition: str) -> bool:
        return any(line["to"] == coalition for _, line in self.draft.relations(meeting, "HELD_BY"))
