"""The network in memory: every node and relation of one version, immutable, moved on by changes.

Nodes and relations have an index each, in order of arrival; it stays theirs in every later version. What is asked
often about relations (ends, types, periods, visibility) lies in numpy arrays, so that a cut is a mask; their texts
lie once in a pool that relations share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np
import orjson
from numpy.typing import NDArray

from graph.records import Change, NodeRecord, RelationRecord, Source, Touch, Value, identity
from graph.text import words
from graph.vocabulary import KINDS, RELATIONS, Visibility

Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]

KIND_NUMBER = {name: number for number, name in enumerate(KINDS)}
TYPE_NUMBER = {name: number for number, name in enumerate(RELATIONS)}
TYPE_NAMES = tuple(RELATIONS)

ALWAYS = -(2**31)
FOREVER = 2**31 - 1
GONE = -1  # as type or kind: removed


def day_number(day: date | None, open_end: int) -> int:
    """A date as a day number that compares, an open end as before or after all days."""
    return open_end if day is None else day.toordinal()


def day_of(number: int) -> date | None:
    """The date of a day number, None for an open end."""
    return None if number in (ALWAYS, FOREVER) else date.fromordinal(number)


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as a store streams it: with the version of its last change."""

    record: NodeRecord | RelationRecord
    version: int


@dataclass(frozen=True, slots=True)
class _Text:
    """What a relation says beside its ends and dates."""

    sources: tuple[Source, ...]
    members: tuple[tuple[str, Value], ...]


_SILENT = _Text((), ())


@dataclass(frozen=True)
class Nodes:
    """The nodes: records by index (None: removed), and what cuts ask of them as arrays."""

    records: list[NodeRecord | None]
    kind: NDArray[np.int8]
    since: Ints
    until: Ints
    visibility: NDArray[np.int8]
    version: Ints

    @classmethod
    def of(cls, stored: Sequence[tuple[NodeRecord | None, int]]) -> Nodes:
        """The columns of records with their versions."""
        records = [record for record, _ in stored]
        return cls(
            records,
            np.array([GONE if r is None else KIND_NUMBER[r.kind] for r in records], np.int8),
            np.array([FOREVER if r is None else day_number(r.since, ALWAYS) for r in records], np.int32),
            np.array([ALWAYS if r is None else day_number(r.until, FOREVER) for r in records], np.int32),
            np.array([0 if r is None else r.visibility for r in records], np.int8),
            np.array([version for _, version in stored], np.int32),
        )

    def with_changes(self, replaced: dict[int, Nodes], added: Nodes) -> Nodes:
        """With single nodes at some indices replaced, and others added behind."""
        columns = {}
        for name in ("kind", "since", "until", "visibility", "version"):
            column = np.concatenate((getattr(self, name), getattr(added, name)))
            for index, one in replaced.items():
                column[index] = getattr(one, name)[0]
            columns[name] = column
        records = self.records + added.records
        for index, one in replaced.items():
            records[index] = one.records[0]
        return Nodes(records, **columns)


_COLUMNS = ("type", "origin", "target", "since", "until", "confirmed", "visibility", "version", "text", "hash")


@dataclass(frozen=True)
class Relations:
    """The relations as arrays. `text` points into the pool, `hash` is that of the id; `confirmed` ALWAYS is unknown."""

    type: NDArray[np.int8]
    origin: Ints
    target: Ints
    since: Ints
    until: Ints
    confirmed: Ints
    visibility: NDArray[np.int8]
    version: Ints
    text: Ints
    hash: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.type)

    def with_changes(self, replaced: dict[int, Relations], added: Relations) -> Relations:
        """With single relations at some indices replaced, and others added behind."""
        columns = {}
        for name in _COLUMNS:
            column = np.concatenate((getattr(self, name), getattr(added, name)))
            for index, one in replaced.items():
                column[index] = getattr(one, name)[0]
            columns[name] = column
        return Relations(**columns)


@dataclass(frozen=True)
class Side:
    """The relations of each node on one side: those of node n are `order[start[n]:start[n + 1]]`."""

    order: Ints
    start: Ints

    @classmethod
    def of(cls, ends: Ints, nodes: int) -> Side:
        """Relation i stands at node `ends[i]`."""
        start = np.zeros(nodes + 1, np.int32)
        np.cumsum(np.bincount(ends, minlength=nodes), out=start[1:])
        return cls(np.argsort(ends, kind="stable").astype(np.int32), start)

    def with_added(self, ends: Ints, nodes: int, first: int) -> Side:
        """With relations `first`, `first + 1`, ... added at these ends, in a network of so many nodes."""
        start = np.concatenate((self.start, np.full(nodes + 1 - len(self.start), self.start[-1], np.int32)))
        by_end = np.argsort(ends, kind="stable")
        added = (first + by_end).astype(np.int32)
        order = np.insert(self.order, start[ends[by_end] + 1], added)
        start[1:] += np.cumsum(np.bincount(ends, minlength=nodes)).astype(np.int32)
        return Side(order, start)

    def of_node(self, node: int) -> Ints:
        """The relations of one node on this side."""
        return self.order[self.start[node] : self.start[node + 1]]


@dataclass
class _Names:
    """What versions of one network share: ids and texts by index. It only grows, so that older versions stay right."""

    node_index: dict[str, int] = field(default_factory=dict)
    explicit_ids: dict[int, str] = field(default_factory=dict)
    texts: list[_Text] = field(default_factory=lambda: [_SILENT])
    text_index: dict[object, int] = field(default_factory=dict)
    people: dict[str, set[int]] = field(default_factory=dict)
    people_until: int = -1

    def follow_people(self, nodes: Nodes, version: int) -> None:
        """Know the people of a version by every name that they have had since this began, as words."""
        if version <= self.people_until:
            return
        newer = (nodes.kind == KIND_NUMBER["Person"]) & (nodes.version > self.people_until)
        for index in np.flatnonzero(newer).tolist():
            record = nodes.records[index]
            self.people.setdefault(" ".join(words(record.name)) if record else "", set()).add(index)
        self.people_until = version

    def copied(self, nodes: int, relations: int) -> _Names:
        """A copy that may grow apart, for a network of so many nodes and relations: without what came later."""
        texts = self.texts.copy()  # another thread may be moving the network on: what it adds is left out
        return _Names(
            {id: index for id, index in self.node_index.copy().items() if index < nodes},
            {index: id for index, id in self.explicit_ids.copy().items() if index < relations},
            texts,
            {key: index for key, index in self.text_index.copy().items() if index < len(texts)},
        )

    def text(self, record: RelationRecord) -> int:
        if not record.sources and not record.members:
            return 0
        text = _Text(record.sources, tuple(record.members.items()))
        key = (record.sources, orjson.dumps(record.members))
        index = self.text_index.get(key)
        if index is None:
            index = self.text_index[key] = len(self.texts)
            self.texts.append(text)
        return index


class Network:
    """Every node and relation of one version. Indices are ours and stay in this process; ids are everybody's."""

    def __init__(self, version: int, nodes: Nodes, relations: Relations, names: _Names) -> None:
        self.version = version
        self.nodes = nodes
        self.relations = relations
        self._names = names

    @classmethod
    def empty(cls) -> Network:
        """The network at version 0: nothing yet."""
        return cls.of(0, ())

    @classmethod
    def of(cls, version: int, stream: Iterable[Stored]) -> Network:
        """The network of a stream: nodes before the relations that use them."""
        names = _Names()
        nodes: list[tuple[NodeRecord | None, int]] = []
        rows: list[tuple[int, ...]] = []
        for stored in stream:
            record = stored.record
            if isinstance(record, NodeRecord):
                names.node_index[record.id] = len(nodes)
                nodes.append((record, stored.version))
            else:
                rows.append(_row(names, record, stored.version, len(rows)))
        return cls(version, Nodes.of(nodes), _relations(rows), names)

    def moved(self, change: Change) -> Network:
        """The network after one more change; this one stays as it is."""
        return self._moved(change.version, change.touches, self._names)

    def would_be(self, touches: Sequence[Touch]) -> Network:
        """The network as these touches would make it, at the next version.

        It shares no name with this one and those that follow it, so that what is never written leaves nothing behind.
        """
        return self._moved(self.version + 1, touches, self._names.copied(self.size, len(self.relations)))

    def _moved(self, version: int, touches: Sequence[Touch], names: _Names) -> Network:
        nodes = self._moved_nodes(version, touches, names)
        relations, added = self._moved_relations(version, touches, names)
        moved = Network(version, nodes, relations, names)
        # What is made of a network when it is first asked for is moved on too, which is cheaper than to make it again.
        kept, first = self.__dict__, len(self.relations)
        if "out" in kept:
            moved.__dict__["out"] = self.out.with_added(added.origin, len(nodes.records), first)
        if "into" in kept:
            moved.__dict__["into"] = self.into.with_added(added.target, len(nodes.records), first)
        if "_by_hash" in kept:
            moved.__dict__["_by_hash"] = _with_hashes(self._by_hash, added.hash, first)
        if "by_code" in kept:
            moved.__dict__["by_code"] = self._moved_codes(touches, moved)
        return moved

    def _moved_nodes(self, version: int, touches: Sequence[Touch], names: _Names) -> Nodes:
        replaced: dict[int, Nodes] = {}
        added: list[tuple[NodeRecord | None, int]] = []
        size = len(self.nodes.records)
        for touch in touches:
            if not isinstance(touch.record, NodeRecord):
                continue
            after = touch.after
            assert after is None or isinstance(after, NodeRecord)
            index = names.node_index.get(touch.id)
            if index is None or index >= size:
                names.node_index[touch.id] = size + len(added)
                added.append((after, version))
            else:
                replaced[index] = Nodes.of([(after, version)])
        return self.nodes.with_changes(replaced, Nodes.of(added))

    def _moved_codes(self, touches: Sequence[Touch], moved: Network) -> dict[tuple[str, str], int]:
        """The codes of the network that this one was moved to; the very same object where none has changed."""
        ids = [touch.id for touch in touches if isinstance(touch.record, NodeRecord)]
        gone = [code for id in ids for code in codes_of(self.node_by_id(id))]
        new = {
            code: index for id in ids if (index := moved.index(id)) is not None for code in codes_of(moved.node(index))
        }
        if all(code in new and new[code] == self.by_code[code] for code in gone) and len(gone) == len(new):
            return self.by_code
        codes = self.by_code.copy()
        for code in gone:
            codes.pop(code, None)
        return codes | new

    def _moved_relations(self, version: int, touches: Sequence[Touch], names: _Names) -> tuple[Relations, Relations]:
        replaced: dict[int, Relations] = {}
        rows: list[tuple[int, ...]] = []
        size = len(self.relations)
        for touch in touches:
            record = touch.record
            if not isinstance(record, RelationRecord):
                continue
            index = self.relation_index(touch.id)
            row = _row(names, record, version, size + len(rows) if index is None else index)
            if touch.after is None:
                row = (GONE, *row[1:])
            if index is None:
                rows.append(row)
            else:
                replaced[index] = _relations([row])
        added = _relations(rows)
        return self.relations.with_changes(replaced, added), added

    @property
    def lineage(self) -> object:
        """The same object for networks that were moved on from one another: an index means the same in all of them."""
        return self._names

    # Nodes

    @property
    def size(self) -> int:
        """How many node indices there are; removed nodes keep theirs."""
        return len(self.nodes.records)

    def index(self, id: str) -> int | None:
        """The index of a node by its id, None where there is none (any more)."""
        index = self._names.node_index.get(id)
        if index is None or index >= self.size or self.nodes.records[index] is None:
            return None
        return index

    def node(self, index: int) -> NodeRecord:
        """The record of a node."""
        record = self.nodes.records[index]
        assert record is not None
        return record

    def node_by_id(self, id: str) -> NodeRecord | None:
        """The record of a node by its id."""
        index = self.index(id)
        return None if index is None else self.nodes.records[index]

    def node_records(self) -> Iterator[NodeRecord]:
        """Every node, by id in order of code points."""
        return iter(sorted((r for r in self.nodes.records if r is not None), key=lambda r: r.id))

    def people_named(self, name: str) -> list[int]:
        """The people with a name, given as its folded words with a space between."""
        self._names.follow_people(self.nodes, self.version)
        found = (index for index in self._names.people.get(name, ()) if index < self.size)
        return [i for i in found if (record := self.nodes.records[i]) and " ".join(words(record.name)) == name]

    # Relations

    def relation(self, index: int) -> RelationRecord:
        """The record of a relation."""
        r = self.relations
        text = self._names.texts[r.text[index]]
        confirmed = int(r.confirmed[index])
        return RelationRecord(
            self.relation_id(index),
            TYPE_NAMES[r.type[index]],
            self.node_id(int(r.origin[index])),
            self.node_id(int(r.target[index])),
            day_of(int(r.since[index])),
            day_of(int(r.until[index])),
            Visibility(int(r.visibility[index])),
            None if confirmed == ALWAYS else date.fromordinal(confirmed),
            text.sources,
            dict(text.members),
        )

    def relation_id(self, index: int) -> str:
        """The id of a relation: the one it was given, or else its identity."""
        given = self._names.explicit_ids.get(index)
        if given is not None:
            return given
        r = self.relations
        origin, target = self.node_id(int(r.origin[index])), self.node_id(int(r.target[index]))
        return identity(TYPE_NAMES[r.type[index]], origin, target, day_of(int(r.since[index])))

    def node_id(self, index: int) -> str:
        """The id of a node, also of one that was removed in this version."""
        record = self.nodes.records[index]
        return record.id if record is not None else self._removed_id(index)

    def _removed_id(self, index: int) -> str:
        return next(id for id, at in self._names.node_index.items() if at == index)

    def relation_index(self, id: str) -> int | None:
        """The index of a relation by its id, None where there is none (any more)."""
        hashes, order = self._by_hash
        wanted = hash(id)
        at = int(np.searchsorted(hashes, wanted))
        while at < len(hashes) and hashes[at] == wanted:
            index = int(order[at])
            if self.relations.type[index] != GONE and self.relation_id(index) == id:
                return index
            at += 1
        return None

    def relation_by_id(self, id: str) -> RelationRecord | None:
        """The record of a relation by its id."""
        index = self.relation_index(id)
        return None if index is None else self.relation(index)

    def relation_records(self) -> Iterator[RelationRecord]:
        """Every relation, by id in order of code points."""
        present = np.flatnonzero(self.relations.type != GONE).tolist()
        return iter(sorted((self.relation(i) for i in present), key=lambda r: r.id))

    def members(self, relation: int) -> dict[str, Value]:
        """The members of a relation that are its type's own."""
        return dict(self._names.texts[self.relations.text[relation]].members)

    @cached_property
    def _by_hash(self) -> tuple[NDArray[np.int64], Ints]:
        order = np.argsort(self.relations.hash, kind="stable").astype(np.int32)
        return self.relations.hash[order], order

    @cached_property
    def out(self) -> Side:
        """The relations from each node."""
        return Side.of(self.relations.origin, self.size)

    @cached_property
    def into(self) -> Side:
        """The relations to each node."""
        return Side.of(self.relations.target, self.size)

    @cached_property
    def by_code(self) -> dict[tuple[str, str], int]:
        """The index of the organisation with a code, by (code system, code)."""
        return {code: index for index, record in enumerate(self.nodes.records) for code in codes_of(record)}


def codes_of(record: NodeRecord | None) -> Iterator[tuple[str, str]]:
    """The codes of a node, each as (code system, code)."""
    codes = record.members.get("codes") if record is not None else None
    if isinstance(codes, dict):
        yield from ((system, code) for system, code in codes.items() if isinstance(code, str))


def _with_hashes(
    by_hash: tuple[NDArray[np.int64], Ints], added: NDArray[np.int64], first: int
) -> tuple[NDArray[np.int64], Ints]:
    """Sorted hashes and their order, with those of relations `first`, `first + 1`, ... added."""
    hashes, order = by_hash
    by_value = np.argsort(added, kind="stable")
    places = np.searchsorted(hashes, added[by_value], side="right")
    new = (first + by_value).astype(np.int32)
    return np.insert(hashes, places, added[by_value]), np.insert(order, places, new)


def _row(names: _Names, record: RelationRecord, version: int, index: int) -> tuple[int, ...]:
    if record.id != identity(record.type, record.origin, record.target, record.since):
        names.explicit_ids[index] = record.id  # for good: the id of an index never changes, its `since` may
    return (
        TYPE_NUMBER[record.type],
        names.node_index[record.origin],
        names.node_index[record.target],
        day_number(record.since, ALWAYS),
        day_number(record.until, FOREVER),
        day_number(record.confirmed_at, ALWAYS),
        record.visibility,
        version,
        names.text(record),
        hash(record.id),
    )


def _relations(rows: list[tuple[int, ...]]) -> Relations:
    types = (np.int8, np.int32, np.int32, np.int32, np.int32, np.int32, np.int8, np.int32, np.int32, np.int64)
    columns = zip(*rows, strict=True) if rows else ((),) * len(types)
    arrays = (np.array(column, dtype) for column, dtype in zip(columns, types, strict=True))
    return Relations(*arrays)
