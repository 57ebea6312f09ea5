"""Nodes, relations and changes as values: what a store keeps and a network is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from urllib.parse import quote

from graph.vocabulary import Visibility

Value = str | int | float | bool | list[str] | dict[str, str] | dict[str, int] | list[dict[str, object]]
"""The value of a member, as JSON has it (a date stands as YYYY-MM-DD)."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read."""

    title: str
    url: str | None = None
    retrieved: date | None = None


@dataclass(frozen=True, slots=True)
class NodeRecord:
    """One node in full. `since` and `until` are half-open, either may be open (None)."""

    id: str
    kind: str
    name: str
    since: date | None = None
    until: date | None = None
    visibility: Visibility = Visibility.PUBLIC
    confirmed_at: date | None = None
    sources: tuple[Source, ...] = ()
    members: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """One relation in full, from the node `origin` to the node `target`."""

    id: str
    type: str
    origin: str
    target: str
    since: date | None = None
    until: date | None = None
    visibility: Visibility = Visibility.PUBLIC
    confirmed_at: date | None = None
    sources: tuple[Source, ...] = ()
    members: Mapping[str, Value] = field(default_factory=dict)


Record = NodeRecord | RelationRecord


@dataclass(frozen=True, slots=True)
class Touch:
    """What one change did to one node or relation: its record before (None: it is new) and after (None: removed)."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record after, or, of something removed, before."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def id(self) -> str:
        """The id of what was touched."""
        return self.record.id


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What is to be written in one go: by whom, because of what, and everything it touches."""

    by: str
    because: str
    touches: tuple[Touch, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One change that was made; its `version` is the network's version since then."""

    version: int
    at: datetime
    by: str
    because: str
    touches: tuple[Touch, ...]


def identity(type: str, origin: str, target: str, since: date | None) -> str:
    """The id of a relation that was given none: its type, both ends and when it began."""
    begin = since.isoformat() if since else ""
    return f"{type}({_escaped(origin)},{_escaped(target)},{begin})"


def _escaped(id: str) -> str:
    return quote(id, safe="") if any(c in id for c in "(),%") else id
