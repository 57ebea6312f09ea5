"""Answers: from a person's entry, and what they say of it, to the touches that come of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from graph.confirming.entry import Entry, Own
from graph.editing.confirming import confirm
from graph.editing.edit import Edit
from graph.errors import BadInput, Conflict
from graph.records import NodeRecord, Record, RelationRecord, Touch, Value

LONGEST = {"name": 200, "email": 254, "phone": 40, "title": 200, "themes": 200}
MOST_THEMES = 20

# Addresses that every mail server takes: nothing that would have to be quoted, letters without accents before the @.
_ADDRESS = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?P<domain>[^\s@]+)", re.ASCII)
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")


class Wrong(StrEnum):
    """What can be wrong with what somebody says of themselves."""

    MISSING = "MISSING"
    TOO_LONG = "TOO_LONG"
    TOO_MANY = "TOO_MANY"
    UNREADABLE = "UNREADABLE"
    NO_ADDRESS = "NO_ADDRESS"
    TAKEN = "TAKEN"
    NO_DATE = "NO_DATE"
    BEFORE_BEGIN = "BEFORE_BEGIN"
    AFTER_END = "AFTER_END"


class WrongAnswer(BadInput):
    """A correction that cannot be right. `problems` holds what is wrong with each field: a member of the person, or
    `title`, `themes` or `until`, a colon and the id of a relation."""

    def __init__(self, problems: Mapping[str, Wrong]) -> None:
        self.problems = dict(problems)
        super().__init__("Something of this cannot be right.", field=next(iter(self.problems)))


@dataclass(frozen=True, slots=True)
class FunctionText:
    """What a function says of itself: its title and themes."""

    title: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody says it should be. An empty text is none. `functions` and `ended` go by the id of the relation;
    `ended` are the days from which on something is no longer so."""

    name: str
    email: str
    phone: str
    introducible: bool
    functions: Mapping[str, FunctionText] = field(default_factory=dict)
    ended: Mapping[str, date] = field(default_factory=dict)


def still_right(entry: Entry) -> Edit:
    """The entry is right: it and its relations are confirmed on its day."""
    return confirm((entry.person, *(own.relation for own in entry.relations)), entry.day, entry.day)


def corrected(entry: Entry, correction: Correction, taken: Callable[[str], bool] = lambda _: False) -> Edit:
    """The entry as it should be. What stands after it is confirmed on the entry's day.

    `taken` tells whether an e-mail address is somebody else's. Raises WrongAnswer with everything that is wrong, and
    Conflict when it is about something that the entry does not hold any more.
    """
    known = {own.relation.id for own in entry.relations}
    if not {*correction.functions, *correction.ended} <= known:
        raise Conflict("The entry has changed since it was shown.", field="relations", help="Look at it again.")
    problems = dict(_problems(entry, correction, taken))
    if problems:
        raise WrongAnswer(problems)
    records: list[Record] = [_person(entry.person, correction)]
    records += [_relation(own.relation, correction) for own in entry.relations]
    stands = [record for record in records if record.until is None or record.until > entry.day]
    confirmed = {touch.id: touch.after for touch in confirm(stands, entry.day, entry.day).touches}
    before: list[Record] = [entry.person, *(own.relation for own in entry.relations)]
    touches = (Touch(old, confirmed.get(new.id, new)) for old, new in zip(before, records, strict=True))
    return Edit(tuple(touch for touch in touches if touch.before != touch.after), tuple(r.id for r in before))


def mailable(address: str) -> bool:
    """Whether a text is an e-mail address that any mail server takes."""
    found = _ADDRESS.fullmatch(address)
    if found is None or len(address) > LONGEST["email"]:
        return False
    try:
        labels = found["domain"].encode("idna").decode().split(".")
    except UnicodeError:
        return False
    return len(labels) > 1 and all(_LABEL.fullmatch(label) for label in labels)


def _person(person: NodeRecord, correction: Correction) -> NodeRecord:
    members: dict[str, Value] = {**person.members, "introducible": correction.introducible}
    for member, said in (("email", correction.email), ("phone", correction.phone)):
        if said:
            members[member] = said
        else:
            members.pop(member, None)
    return replace(person, name=correction.name, members=members)


def _relation(relation: RelationRecord, correction: Correction) -> RelationRecord:
    said = correction.functions.get(relation.id)
    members: dict[str, Value] = dict(relation.members)
    if said is not None:
        members |= {"title": said.title, "themes": list(said.themes)}
        members = {name: value for name, value in members.items() if value not in ("", [])}
    return replace(relation, members=members, until=correction.ended.get(relation.id, relation.until))


# What is wrong


def _problems(entry: Entry, said: Correction, taken: Callable[[str], bool]) -> Iterator[tuple[str, Wrong]]:
    person = entry.person.members
    if not said.name:
        yield "name", Wrong.MISSING
    yield from _text("name", "name", said.name, entry.person.name)
    yield from _text("phone", "phone", said.phone, person.get("phone"))
    yield from _email(said.email, person.get("email"), taken)
    for own in entry.relations:
        yield from _function(own.relation, said.functions.get(own.relation.id))
        yield from _end(own, said.ended.get(own.relation.id))


def _email(said: str, was: object, taken: Callable[[str], bool]) -> Iterator[tuple[str, Wrong]]:
    if not said or said == was:
        return
    if not mailable(said):
        yield "email", Wrong.NO_ADDRESS
    elif taken(said):
        yield "email", Wrong.TAKEN


def _function(relation: RelationRecord, said: FunctionText | None) -> Iterator[tuple[str, Wrong]]:
    if said is None:
        return
    yield from _text(f"title:{relation.id}", "title", said.title, relation.members.get("title"))
    were = relation.members.get("themes")
    known = were if isinstance(were, list) else []
    place = f"themes:{relation.id}"
    if len(said.themes) > max(MOST_THEMES, len(known)):
        yield place, Wrong.TOO_MANY
    for theme in said.themes:
        yield from _text(place, "themes", theme, theme if theme in known else None)


def _end(own: Own, day: date | None) -> Iterator[tuple[str, Wrong]]:
    if day is None:
        return
    since, until = own.relation.since, own.relation.until
    if since is not None and day < since:
        yield f"until:{own.relation.id}", Wrong.BEFORE_BEGIN
    elif until is not None and day > until:
        yield f"until:{own.relation.id}", Wrong.AFTER_END


def _text(field: str, member: str, said: str, was: object) -> Iterator[tuple[str, Wrong]]:
    """What was there may be what it is; what is new is held to less."""
    if said == was:
        return
    if len(said) > LONGEST[member]:
        yield field, Wrong.TOO_LONG
    if any(character < " " or "\x7f" <= character < "\xa0" or "\ud800" <= character <= "\udfff" for character in said):
        yield field, Wrong.UNREADABLE
