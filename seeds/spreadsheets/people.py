"""Rows about people: who they are, and the function that a row is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.text import fold
from seeds.spreadsheets.cells import Row
from seeds.spreadsheets.drafting import Draft, Relation, in_time, lasts
from seeds.spreadsheets.matching import Match, Matching

_SAID = {"email": "e-mail", "phone": "telephone", "contactPurpose": "purpose", "retainUntil": "keep until"}


@dataclass(frozen=True, slots=True)
class _Function:
    """What a row says of a function."""

    organisation: str
    title: str | None
    themes: list[str] | None
    deputy_of: str | None
    since: date | None
    until: date | None
    confirmed: date | None


@dataclass
class PeopleRows:
    """Takes in rows about people. `titles` are the functions that the file names (`titles_of`): one that it names is
    not replaced by another of its rows."""

    draft: Draft
    matching: Matching
    day: date
    titles: Mapping[tuple[str, str], set[str]]

    def take(self, row: Row) -> Match | None:
        """Take in a row; None when something of it is to be asked first."""
        name, email = row.text("name"), row.address("email")
        organisation = self.matching.reference(row, "organisation", "Organisation")
        function = self._function(row, organisation)
        entry = {
            "email": email,
            "phone": row.text("phone"),
            "contactPurpose": row.text("purpose"),
            "retainUntil": _day(row.date("retain_until")),
        }
        confirmed = _past(row, "confirmed", self.day)
        if name is None or row.problems or self.matching.doubts:
            return None
        match = self.matching.person(row, name, email, organisation)
        if match is None or row.problems:
            return None
        id = match.id or self._new(name, email)
        self._fill(id, entry, confirmed)
        if function is not None:
            self._work(row, id, function)
        return Match(id, match.because)

    def _new(self, name: str, email: str | None) -> str:
        id = self.draft.new_node("Person", name)
        self.matching.people.add(id, name, email)
        return id

    def _fill(self, id: str, entry: Mapping[str, object], confirmed: date | None) -> None:
        for member, value in entry.items():
            self.draft.set(id, member, value, _SAID.get(member))
        _confirm(self.draft, id, confirmed)

    def _function(self, row: Row, organisation: str | None) -> _Function | None:
        deputy_of = self.matching.reference(row, "deputy_of", "Person")
        since, until = row.date("since"), row.date("until")
        if since is not None and until is not None and until < since:
            row.wrong("until", f"lies before the beginning, {since}", f"{since} or later")
        title, themes = row.text("title"), row.texts("themes")
        if organisation is None:
            for key in ("title", "themes", "deputy_of", "since", "until"):
                if row.cells.get(key) is not None and row.cells.get("organisation") is None:
                    row.wrong(
                        key, "is about a function, and the row names no organisation", "an organisation beside it"
                    )
                    break
            return None
        return _Function(organisation, title, themes, deputy_of, since, until, _past(row, "confirmed", self.day))

    def _work(self, row: Row, person: str, function: _Function) -> None:
        functions = self.draft.relations(person, "WORKS_FOR")
        here = [r for r in functions if r[1]["to"] == function.organisation]
        # The file may name the whole where the function is known at a unit of it.
        at_parts = [r for r in functions if function.organisation in self.matching.wholes(str(r[1]["to"]))]
        same = _same(here, function) or _same(at_parts, function)
        if same is not None:
            self._update(same, function)
            return
        present = [r for r in here if lasts(r[1], self.day) and in_time(r[1], function.since, function.until)]
        if function.title is None:
            known = present or [r for r in at_parts if lasts(r[1], self.day)]
            if len(known) == 1:
                self._update(known[0][0], function)
            elif not known:  # else the row says that they work there, and they do
                self._begin(person, function, function.since)
            return
        named = self.titles[_whose(row)]
        replaced = [r for r in present if fold(str(r[1].get("title", ""))) not in named]
        if len(replaced) > 1:
            titles = ", ".join(f"«{line.get('title', '')}»" for _, line in replaced)
            row.wrong(
                "title", f"may come in the place of any of {titles}", "a row for each, with an end where it ended"
            )
            return
        for id, line in replaced:
            self._replace(row, person, function, id, line)
            return
        self._begin(person, function, function.since)

    def _replace(self, row: Row, person: str, function: _Function, id: str, line: Mapping[str, object]) -> None:
        """The function that was ends where the new one begins: on its own day, or today when the file does not say."""
        if "title" not in line and function.since is None:
            self.draft.set(id, "title", function.title, f"function «{function.title}»")
            self._update(id, function)
            return
        begins = function.since or self.day
        if str(line.get("since", "")) > begins.isoformat():
            row.wrong(
                "since", f"lies before «{line.get('title')}» began, {line['since']}", "a later day, or an end in «tot»"
            )
            return
        self.draft.end(id, begins, f"function «{line.get('title', '')}» ends on {begins}")
        self._begin(person, function, begins)

    def _begin(self, person: str, function: _Function, since: date | None) -> None:
        name = self.draft.name(function.organisation)
        members: dict[str, object] = {
            "title": function.title,
            "themes": function.themes,
            "deputyOf": function.deputy_of,
        }
        members |= {"until": _day(function.until), "confirmedAt": _day(function.confirmed)}
        given = {member: value for member, value in members.items() if value is not None}
        said = f"function «{function.title or ''}» at {name} begins" + (f" on {since}" if since else "")
        self.draft.relate("WORKS_FOR", person, function.organisation, since, said, **given)

    def _update(self, id: str, function: _Function) -> None:
        self.draft.set(id, "themes", function.themes)
        self.draft.set(id, "deputyOf", function.deputy_of)
        self.draft.set(id, "since", _day(function.since))
        self.draft.set(id, "until", _day(function.until))
        _confirm(self.draft, id, function.confirmed)


def titles_of(rows: Iterable[Row]) -> Mapping[tuple[str, str], set[str]]:
    """The titles that rows name, by whose and where, as it stands there."""
    titles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        titles[_whose(row)].add(_folded(row, "title"))
    return titles


def _whose(row: Row) -> tuple[str, str]:
    return _folded(row, "name"), _folded(row, "organisation")


def _folded(row: Row, key: str) -> str:
    return fold(" ".join(str(row.cells.get(key) or "").split()))


def _same(here: list[Relation], function: _Function) -> str | None:
    """The function that a row is about: of the same title, in a time that it shares with the row."""
    if function.title is None:
        return None
    for id, line in here:
        title = fold(str(line.get("title", "")))
        if title == fold(function.title) and in_time(line, function.since, function.until):
            return id
    return None


def _confirm(draft: Draft, id: str, confirmed: date | None) -> None:
    """A confirmation never goes back."""
    before = draft.member(id, "confirmedAt")
    if confirmed is not None and (before is None or str(before) < confirmed.isoformat()):
        draft.set(id, "confirmedAt", confirmed.isoformat(), f"confirmed on {confirmed}")


def _past(row: Row, key: str, day: date) -> date | None:
    found = row.date(key)
    if found is not None and found > day:
        row.wrong(key, "lies in the future", f"{day} or earlier")
        return None
    return found


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
