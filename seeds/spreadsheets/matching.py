"""Who and what the texts of a row are: certain, one of several, nobody known.

What is doubtful is asked, never guessed. Certain is: what was answered; the same address and a name that is alike; the
same name at the same organisation; the only one of that name where nothing says otherwise. All else that is alike is
a question, and the answer to it stands in the column `is`, or is given with the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from graph.likeness import ALIKE, Likeness, likeness_of_people
from graph.text import fold
from graph.vocabulary import is_a
from seeds.spreadsheets.cells import Row
from seeds.spreadsheets.columns import NEW_WORDS
from seeds.spreadsheets.drafting import NEW, Draft, lasts
from seeds.spreadsheets.known import Named, People
from seeds.spreadsheets.report import Candidate, Doubt

MOST_CANDIDATES = 5

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match:
    """What a row is about: an id and why, or nothing that is known (then it is new)."""

    id: str | None
    because: str | None = None


@dataclass
class Matching:
    """Matches texts with what is known, and with what the rows before made.

    `answers` are by place in lower case: an id, the place of a row of the file, or `new`.
    """

    draft: Draft
    answers: Mapping[str, str]
    doubts: list[Doubt] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    rows: dict[str, str] = field(default_factory=dict)
    """What each row that was taken in is about, by its place in lower case."""
    _texts: dict[tuple[str, str], str | None] = field(default_factory=dict)

    @property
    def people(self) -> People:
        """The people that are known, new ones included."""
        return self.draft.known.people

    def named(self, family: str) -> Named:
        """The organisations, areas, coalitions or sectors that are known, new ones included."""
        return self.draft.known.named(family)

    # Rows

    def answer(self, row: Row, family: str) -> tuple[bool, str | None]:
        """Whether a row is answered, and with which id (None: it is new). What is no answer is a problem of the row."""
        given = row.text("is") or self._answer(row.place) or self._answer(row.cell("name"))
        if given is None:
            return False, None
        if fold(given) in NEW_WORDS:
            return True, None
        id = self._answered(given, family)
        if id is None:
            row.wrong("is", "is nothing that is known", f"the id of a {family.lower()}, a row of this file, or «new»")
        return True, id

    def person(self, row: Row, name: str, email: str | None, organisation: str | None) -> Match | None:
        """Who a row is about; None when that is to be asked first."""
        answered, id = self.answer(row, "Person")
        if id is not None:
            return Match(id, "as answered")
        certain = self._certain_person(name, email, organisation)
        if answered:
            return Match(*(certain or (None,))) if certain and self._made_here(certain[0]) else Match(None)
        if certain is not None:
            return Match(*certain)
        return self._asked(row, name, self._like_person(name, email, organisation))

    def node(
        self, row: Row, family: str, name: str, certain: Sequence[tuple[str, str]], alike: bool = True
    ) -> Match | None:
        """What a row is about, when these are certainly called so; None when that is to be asked first."""
        answered, id = self.answer(row, family)
        if id is not None:
            return Match(id, "as answered")
        one = certain[0] if len(certain) == 1 else None
        if answered:
            return Match(*one) if one and self._made_here(one[0]) else Match(None)
        if one is not None:
            return Match(*one)
        return self._asked(row, name, self._like_named(family, name, [id for id, _ in certain], alike=alike))

    def seat(self, row: Row, name: str, certain: Sequence[tuple[str, str]], others: Sequence[str]) -> Match | None:
        """Which seat a row is about: the only one that fits; of several, or where only `others` stand for its sector,
        that is to be asked."""
        answered, id = self.answer(row, "Seat")
        if id is not None:
            return Match(id, "as answered")
        if answered:
            made = [one for one in certain if self._made_here(one[0])]
            return Match(*made[0]) if len(made) == 1 else Match(None)
        if len(certain) == 1:
            return Match(*certain[0])
        found = {id: Likeness(1.0, why) for id, why in certain} or {
            id: Likeness(ALIKE, "a seat of this sector at this table") for id in others
        }
        return self._asked(row, name, self._candidates(found, self.draft.name))

    def _asked(self, row: Row, name: str, candidates: Sequence[Candidate]) -> Match | None:
        if not candidates:
            return Match(None)
        self.doubts.append(Doubt(row.cell("name"), name, tuple(candidates), may_be_new=True))
        return None

    def _made_here(self, id: str) -> bool:
        return id.startswith(NEW) or self.draft.came_from_here(id)

    # Cells that name something

    def reference(self, row: Row, key: str, family: str) -> str | None:
        """The id of what a cell names; what is unknown is a problem of the row, what is doubtful a doubt."""
        text = row.text(key)
        return None if text is None else self._named_in(row, key, text, family)

    def references(self, row: Row, key: str, family: str) -> list[str] | None:
        """The ids of all that a cell names; None where it is empty."""
        texts = row.texts(key)
        if texts is None:
            return None
        found = (self._named_in(row, key, text, family) for text in texts)
        return list(dict.fromkeys(id for id in found if id is not None))

    def _named_in(self, row: Row, key: str, text: str, family: str) -> str | None:
        of = (family, fold(text))
        given = self._answer(f"{row.cell(key)}:{text}") or self._answer(row.cell(key))
        if given is not None:
            self._texts[of] = self._answered(given, family)
            if self._texts[of] is None:
                row.wrong(key, f"was answered with «{given}», which is nothing that is known", f"the id of a {family}")
                return None
        if of not in self._texts:
            self._texts[of] = self._looked_up(row, key, text, family)
        if self._texts[of] is None and not row.problems and not self.doubts:
            self._repeat(row, key, text, family)
        return self._texts[of]

    def _looked_up(self, row: Row, key: str, text: str, family: str) -> str | None:
        called = self.people.called(text) if family == "Person" else self.named(family).called(text)
        if family == "Person" and text in self.people.names:
            called = [text]
        if len(called) == 1:
            return called[0]
        self._unknown(row, key, text, family, called)
        return None

    def _repeat(self, row: Row, key: str, text: str, family: str) -> None:
        """Say again of a later row what was said of the first with this text."""
        called = self.people.called(text) if family == "Person" else self.named(family).called(text)
        self._unknown(row, key, text, family, called)

    def _unknown(self, row: Row, key: str, text: str, family: str, called: Sequence[str]) -> None:
        if family == "Person":
            candidates = self._like_person(text, None, None)
        else:
            candidates = self._like_named(family, text, called)
        if candidates:
            self.doubts.append(Doubt(row.cell(key), text, tuple(candidates), may_be_new=False))
            return
        sheet = {"Person": "people", "Organisation": "organisations"}.get(family)
        more = f", or give it a row in the sheet «{sheet}»" if sheet else ""
        row.wrong(key, f"is no {family.lower()} that is known: «{text}»", f"the name or id of one{more}")

    # What is alike

    def _certain_person(self, name: str, email: str | None, organisation: str | None) -> tuple[str, str] | None:
        people = self.people
        same = people.called(name)
        of_address = people.by_email.get(email.casefold(), []) if email else []
        alike = [id for id in of_address if likeness_of_people(name, people.names[id]).score >= ALIKE]
        for found, why in (
            ([id for id in alike if id in same], "the same name and e-mail address"),
            (alike, "the same e-mail address, and a name that is alike"),
        ):
            if len(found) == 1:
                return found[0], why
        if of_address or len(same) == 0:
            return None
        colleagues = [id for id in same if organisation is not None and self.works_at(id, organisation)]
        if len(colleagues) == 1:
            return colleagues[0], "the same name at the same organisation"
        free = [id for id in same if not (email and id in people.emails)]
        unsaid = organisation is None or not self.employers(same[0])
        if len(same) == 1 and free and unsaid:
            return same[0], "the only one of that name"
        return None

    def employers(self, person: str) -> set[str]:
        """The organisations that somebody works for or worked for."""
        return {str(line["to"]) for _, line in self.draft.relations(person, "WORKS_FOR")}

    def wholes(self, organisation: str) -> set[str]:
        """An organisation, and all that it is part of today."""
        found, open_ = {organisation}, [organisation]
        while open_:
            for _, line in self.draft.relations(open_.pop(), "PART_OF"):
                if lasts(line, self.draft.known.day) and str(line["to"]) not in found:
                    found.add(str(line["to"]))
                    open_.append(str(line["to"]))
        return found

    def works_at(self, person: str, organisation: str) -> bool:
        """Whether somebody works or worked for an organisation or a part of it."""
        return any(organisation in self.wholes(one) for one in self.employers(person))

    def _like_person(self, name: str, email: str | None, organisation: str | None) -> list[Candidate]:
        people = self.people
        found: dict[str, Likeness] = {id: Likeness(1.0, "the same name") for id in people.called(name)}
        for id in people.by_email.get(email.casefold(), []) if email else ():
            found.setdefault(id, Likeness(ALIKE, "the same e-mail address, but another name"))
        for id, like in people.alike.to(name):
            if id not in found and self._may_be(id, email, organisation):
                found[id] = like
        return self._candidates(found, lambda id: people.names[id])

    def _may_be(self, id: str, email: str | None, organisation: str | None) -> bool:
        """Whether somebody of a name that is alike, not the same, may be meant: not with an address of their own at
        another organisation."""
        other = self.people.emails.get(id)
        if email is None or other is None:
            return True
        return organisation is not None and self.works_at(id, organisation)

    def _like_named(self, family: str, name: str, called: Iterable[str], *, alike: bool = True) -> list[Candidate]:
        named = self.named(family)
        found: dict[str, Likeness] = {id: Likeness(1.0, "the same name") for id in called}
        for id, like in named.alike.to(name) if alike else ():
            found.setdefault(id, like)
        return self._candidates(found, lambda id: named.names[id])

    def _candidates(self, found: Mapping[str, Likeness], name: Callable[[str], str]) -> list[Candidate]:
        best = sorted(found.items(), key=lambda item: (-item[1].score, item[0]))[:MOST_CANDIDATES]
        return [Candidate(_told(id), name(id), like.score, self._why(id, like)) for id, like in best]

    def _why(self, id: str, like: Likeness) -> str:
        """Why, and what tells this one from others: where they work."""
        if self.draft.kind(id) != "Person":
            return like.because
        names = sorted(self.draft.name(one) for one in self.employers(id))
        return f"{like.because}; {', '.join(names[:3])}" if names else like.because

    # Answers

    def _answer(self, place: str) -> str | None:
        key = place.casefold()
        if key not in self.answers:
            return None
        self.used.add(key)
        return self.answers[key]

    def _answered(self, given: str, family: str) -> str | None:
        id = self.rows.get(given.casefold(), given)
        kind = self.draft.kind(id)
        return id if kind is not None and is_a(kind, family) else None


def _told(id: str) -> str:
    return id.removeprefix(NEW)
