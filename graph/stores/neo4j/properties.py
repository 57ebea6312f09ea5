"""Records as the properties and parts that Neo4j keeps of them, and back."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import orjson

from graph.network import Stored
from graph.records import NodeRecord, Record, RelationRecord, Source, Value
from graph.stores.images import day
from graph.stores.neo4j.words import CODE_PROPERTIES, COMMON, DATES, Part, has_codes, plain
from graph.stores.work import codes
from graph.vocabulary import KINDS, RELATIONS, Form, Member, Visibility

Properties = dict[str, object]
Column = Sequence[Any]


def properties(record: Record, version: int) -> Properties:
    """The properties of a record whose last change is this version; what is empty is left out."""
    told: Properties = {
        "id": record.id,
        "since": record.since,
        "until": record.until,
        "visibility": record.visibility.name,
        "confirmedAt": record.confirmed_at,
        "version": version,
    }
    if record.sources:  # no list of Neo4j holds a null
        told["sourceTitles"] = [source.title for source in record.sources]
        told["sourceUrls"] = [source.url or "" for source in record.sources]
        told["sourceRetrieved"] = [str(source.retrieved or "") for source in record.sources]
    if isinstance(record, NodeRecord):
        told["name"] = record.name
        told |= {CODE_PROPERTIES[system]: code for system, code in codes(record).items()}
    for member in _members(record):
        value = record.members.get(member.name)
        told[member.name] = _property(member, value)
    return {name: value for name, value in told.items() if value is not None}


def _property(member: Member, value: Value | None) -> object:
    if member.form is Form.DATE and isinstance(value, str):
        return date.fromisoformat(value)
    # Nested lists are nothing that Neo4j keeps; as text, a map in a browser can take it as it is.
    return orjson.dumps(value).decode() if member.form is Form.BOUNDARY and value is not None else value


def part_nodes(node: NodeRecord, part: Part) -> dict[object, Properties]:
    """The nodes of one part of a node, by their key: figures by year, rules by position."""
    value = node.members.get(part.member)
    if isinstance(value, dict):
        return {int(year): {"year": int(year), "count": count} for year, count in value.items()}
    if isinstance(value, list):
        return {position: {"position": position, **_rule(rule)} for position, rule in enumerate(value)}
    return {}


def _rule(rule: object) -> Properties:
    return dict(rule) if isinstance(rule, Mapping) else {}


# Back, from one column a property


def columns(members: Sequence[Member], *more: str) -> tuple[tuple[str, bool], ...]:
    """The properties to ask for, in the order in which `nodes` and `relations` take them, and which are dates."""
    asked = [(name, name in DATES) for name in (*more, *COMMON)]
    return tuple(asked + [(member.name, member.form is Form.DATE) for member in plain(members)])


def node_columns(kind: str) -> tuple[tuple[str, bool], ...]:
    """The properties of a kind: name, what is common, its own, and its codes."""
    coded = [(name, False) for name in CODE_PROPERTIES.values()] if has_codes(kind) else []
    return (*columns(KINDS[kind].members, "name"), *coded)


def relation_columns(type: str) -> tuple[tuple[str, bool], ...]:
    """The properties of a relation type: the ids of both ends, what is common, and its own."""
    return columns(RELATIONS[type].members)


def nodes(
    kind: str, read: Sequence[Column], more: Mapping[str, Mapping[str, Value]], but: Container[str]
) -> Iterator[Stored]:
    """The nodes of a kind from their columns; `more` holds their parts by member and id.

    What is in `but` changed while it was read, and a row without an id was removed meanwhile: both are passed over.
    """
    members = [member.name for member in KINDS[kind].members]
    own = [member.name for member in plain(KINDS[kind].members)]
    boundaries = [member.name for member in KINDS[kind].members if member.form is Form.BOUNDARY]
    rows = zip(*read, strict=True)
    for name, id, since, until, seen_by, confirmed, titles, urls, retrieved, version, *values in rows:
        if id is None or id in but:
            continue
        found: dict[str, Value] = {key: value for key, value in zip(own, values, strict=False) if value is not None}
        if found_codes := _codes(values[len(own) :]):
            found["codes"] = found_codes
        found |= {member: orjson.loads(str(found[member])) for member in boundaries if member in found}
        found |= {member: of_all[id] for member, of_all in more.items() if id in of_all}
        node = NodeRecord(
            id,
            kind,
            name,
            day(since),
            day(until),
            Visibility[seen_by],
            day(confirmed),
            _sources(titles, urls, retrieved),
            {member: found[member] for member in members if member in found},
        )
        yield Stored(node, version)


def relations(type: str, read: Sequence[Column], but: Container[str]) -> Iterator[Stored]:
    """The relations of a type from their columns, the first two the ids of the ends; `but` as for nodes."""
    own = [member.name for member in RELATIONS[type].members]
    rows = zip(*read, strict=True)
    for origin, target, id, since, until, seen_by, confirmed, titles, urls, retrieved, version, *values in rows:
        if id is None or id in but:
            continue
        relation = RelationRecord(
            id,
            type,
            origin,
            target,
            day(since),
            day(until),
            Visibility[seen_by],
            day(confirmed),
            _sources(titles, urls, retrieved),
            {key: value for key, value in zip(own, values, strict=True) if value is not None},
        )
        yield Stored(relation, version)


def part_values(part: Part, rows: Sequence[list[Any]]) -> Value:
    """The value of a member from its part's nodes, each a row of the part's properties, in any order."""
    in_order = sorted(rows)
    if part.key == "year":
        return {f"{year:04d}": count for year, count in in_order}
    return [dict(zip(part.properties[1:], row[1:], strict=True)) for row in in_order]


def _codes(values: Sequence[str | None]) -> dict[str, str]:
    return {system: code for system, code in zip(CODE_PROPERTIES, values, strict=False) if code is not None}


def _members(record: Record) -> tuple[Member, ...]:
    kinds = KINDS[record.kind] if isinstance(record, NodeRecord) else RELATIONS[record.type]
    return plain(kinds.members)


def _sources(titles: list[str] | None, urls: list[str] | None, retrieved: list[str] | None) -> tuple[Source, ...]:
    if not titles or not urls or not retrieved:
        return ()
    return _shared(tuple(titles), tuple(urls), tuple(retrieved))


@lru_cache(4096)  # many records have the same sources
def _shared(titles: tuple[str, ...], urls: tuple[str, ...], retrieved: tuple[str, ...]) -> tuple[Source, ...]:
    rows = zip(titles, urls, retrieved, strict=True)
    return tuple(Source(title, url or None, day(read or None)) for title, url, read in rows)
