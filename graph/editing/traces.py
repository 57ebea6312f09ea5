"""Erasing: what tells who somebody is, and a record or text without it.

Everything of the person's own entry goes: name, e-mail address, telephone and what else it says; of the relations of
that entry what describes the person (title and themes of a function, sources). Dates, ends and ids stay, so that the
network keeps its form and its past without saying who it was. Elsewhere, in texts that people wrote, their full name,
e-mail addresses and telephone numbers are replaced; the names and contact details of organisations, areas and other
people are theirs and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

import orjson

from graph.records import NodeRecord, Record, RelationRecord, Source, Touch, Value
from graph.text import fold
from graph.vocabulary import KINDS, RELATIONS, Form, Member, is_a

ERASED = "erased"
"""What stands in the place of what was erased."""

_SPACES = re.compile(r"\\[nrt]")  # as JSON writes them
_FEWEST_DIGITS = 7  # of a telephone number that is looked for in texts
_NAMES_ARE_THEIR_OWN = ("Organisation", "Area", "Person", "Sector")
_CONTACT_DETAILS = frozenset({"mailbox", "phone", "website", "street", "postcode", "town", "shortName"})


@dataclass(frozen=True)
class Traces:
    """What tells who a person is: the ids of their entries (a person may have been known twice), and of observations
    on them; the names, e-mail addresses and telephone numbers that their entries ever had."""

    people: frozenset[str]
    names: frozenset[str]
    addresses: frozenset[str]
    numbers: frozenset[str]

    @classmethod
    def of(cls, ids: Iterable[str], ever: Iterable[Record | None]) -> Traces:
        """The traces of entries with these ids, from everything that was ever recorded under them."""
        people = frozenset(ids)
        entries = [r for r in ever if isinstance(r, NodeRecord) and r.id in people and r.kind == "Person"]
        return cls(
            people,
            frozenset(entry.name for entry in entries) - {ERASED},
            frozenset(str(entry.members["email"]) for entry in entries if "email" in entry.members),
            frozenset(str(entry.members["phone"]) for entry in entries if "phone" in entry.members),
        )

    def touch(self, touch: Touch) -> Touch:
        """A touch without the person."""
        return Touch(self.record(touch.before), self.record(touch.after))

    def record(self, record: Record | None) -> Record | None:
        """A record without the person; the very same where it does not tell of them."""
        if record is None:
            return None
        without = self._node(record) if isinstance(record, NodeRecord) else self._relation(record)
        return record if without == record else without

    def text(self, text: str) -> str:
        """A text in which somebody may have written of the person, without them."""
        return self._told.sub(ERASED, text) if self._told else text

    def signature(self, by: str) -> str:
        """What a change is signed with, without the person."""
        signed = fold(by.strip())
        own = any(signed == fold(one.strip()) for one in (*self.names, *self.addresses))
        return ERASED if own else self.text(by)

    def may_tell(self, line: str) -> bool:
        """Whether a written line (JSON) may tell of the person. A quick look: most lines of a network do not."""
        if any(id in line for id in self._written_ids):
            return True
        return bool(self._told and self._told.search(_SPACES.sub(" ", line) if "\\" in line else line))

    @cached_property
    def _written_ids(self) -> tuple[str, ...]:
        return tuple(map(written, self.people))

    @cached_property
    def _told(self) -> re.Pattern[str] | None:
        """The person's full names, addresses and numbers, however they are spaced, and in capitals or not."""
        addresses = {form for address in self.addresses for form in (address, written(address))}
        pieces = [re.escape(address) for address in addresses]
        for name in self.names | set(map(fold, self.names)):
            words = re.findall(r"\w+", name)
            if len(words) > 1:  # a single word may be anything
                pieces.append(r"[\W_]+".join(map(re.escape, words)))
        for number in self.numbers:
            digits = re.findall(r"\d", number)
            if len(digits) >= _FEWEST_DIGITS:
                pieces.append(r"[\s().\-/]*".join(digits))
        pieces.sort(key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(pieces)})(?!\w)", re.IGNORECASE) if pieces else None

    def _node(self, node: NodeRecord) -> NodeRecord:
        if node.id in self.people:
            required = {m.name: node.members[m.name] for m in KINDS[node.kind].members if m.required}
            return replace(node, name=ERASED, members=required, sources=())
        own_name = any(is_a(node.kind, kind) for kind in _NAMES_ARE_THEIR_OWN)
        return replace(
            node,
            name=node.name if own_name else self.text(node.name),
            members=self._members(KINDS[node.kind].members, node.members),
            sources=self._sources(node.sources),
        )

    def _relation(self, relation: RelationRecord) -> RelationRecord:
        declared = RELATIONS[relation.type].members
        if self.people.isdisjoint((relation.origin, relation.target)):
            members = self._members(declared, relation.members)
            return replace(relation, members=members, sources=self._sources(relation.sources))
        described = {m.name for m in declared if m.form in (Form.TEXT, Form.TEXTS)}
        kept = {name: value for name, value in relation.members.items() if name not in described}
        return replace(relation, members=kept, sources=())

    def _members(self, declared: Iterable[Member], values: Mapping[str, Value]) -> dict[str, Value]:
        return {member.name: self._value(member, values[member.name]) for member in declared if member.name in values}

    def _value(self, member: Member, value: Value) -> Value:
        if member.name in _CONTACT_DETAILS or member.personal:
            return value
        if member.form is Form.TEXT:
            return self.text(str(value))
        if member.form is Form.TEXTS:
            return [self.text(text) for text in cast(list[str], value)]
        return value

    def _sources(self, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        return tuple(source for source in sources if not self._tells(source))

    def _tells(self, source: Source) -> bool:
        said = (source.title, source.url or "")
        return any(self.text(text) != text for text in said)


def written(text: str) -> str:
    """A text as a written line has it between quotes."""
    return orjson.dumps(text).decode()[1:-1]


def is_erased(record: Record | None) -> bool:
    """Whether a record is the entry of somebody who was erased."""
    return isinstance(record, NodeRecord) and record.kind == "Person" and record.name == ERASED and not record.members
