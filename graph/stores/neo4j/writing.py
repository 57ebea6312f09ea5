"""One change, written within the transaction that is open."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import islice
from typing import TypeVar

from neo4j import ManagedTransaction

from graph.records import Change, NodeRecord, RelationRecord
from graph.store import Progress
from graph.stores.images import image
from graph.stores.neo4j import statements
from graph.stores.neo4j.properties import Properties, part_nodes, properties
from graph.stores.neo4j.words import Part, parts
from graph.stores.work import Work, codes, does_not_fit

_BATCH = 5_000  # rows in one message: some megabytes

_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)


class Writing:
    """The statements of one change, in an order in which everything fits at every moment."""

    def __init__(self, tx: ManagedTransaction, change: Change, progress: Progress | None) -> None:
        self.tx = tx
        self.change = change
        self.version = change.version
        self.progress = progress
        self.done = 0

    def write(self) -> None:
        """Write the change, its log, and the version that it makes."""
        work = Work.of(self.change.touches)
        self._remove(work)
        self._nodes(work)
        self._relations(work)
        self._log()
        self.tx.run(statements.MOVE, version=self.version).consume()

    def _remove(self, work: Work) -> None:
        for type, relations in _grouped(work.removed_relations, _type):
            self._each(statements.removed_relations(type), [relation.id for relation in relations])
        self._each(statements.REMOVED_NODES, [node.id for node in work.removed_nodes])

    def _nodes(self, work: Work) -> None:
        coded = [before.id for before, after in work.changed_nodes if codes(before) != codes(after)]
        self._each(statements.CLEARED_CODES, coded, counted=False)
        self._each(statements.CHANGED_NODES, [properties(after, self.version) for _, after in work.changed_nodes])
        for kind, nodes in _grouped(work.new_nodes, _kind):
            self._each(statements.new_nodes(kind), [properties(node, self.version) for node in nodes])
        fresh = [(NodeRecord(node.id, node.kind, node.name), node) for node in work.new_nodes]
        for kind, pairs in _grouped([*work.changed_nodes, *fresh], lambda pair: pair[1].kind):
            for part in parts(kind):
                self._parts(part, pairs)

    def _parts(self, part: Part, pairs: Sequence[tuple[NodeRecord, NodeRecord]]) -> None:
        """Only the figures and rules that differ, so that one new year is one new node for each school."""
        gone: list[tuple[str, object]] = []
        new: list[tuple[str, Properties]] = []
        for before, after in pairs:
            old, now = part_nodes(before, part), part_nodes(after, part)
            gone += [(after.id, key) for key in old if old[key] != now.get(key)]
            new += [(after.id, now[key]) for key in now if now[key] != old.get(key)]
        self._each(statements.removed_parts(part), gone, counted=False)
        self._each(statements.new_parts(part), new, counted=False)

    def _relations(self, work: Work) -> None:
        for type, relations in _grouped([after for _, after in work.changed_relations], _type):
            self._each(statements.changed_relations(type), [properties(r, self.version) for r in relations])
        for type, relations in _grouped(work.new_relations, _type):
            rows = [(r.origin, r.target, properties(r, self.version)) for r in relations]
            self._each(statements.new_relations(type), rows)

    def _log(self) -> None:
        change = self.change
        told = {"version": change.version, "at": change.at, "by": change.by, "because": change.because}
        self.tx.run(statements.NEW_CHANGE, told).consume()
        touched = (
            {"id": touch.id, "version": change.version, "before": image(touch.before), "after": image(touch.after)}
            for touch in change.touches
        )
        self._each(statements.NEW_TOUCHED, touched, counted=False)

    def _each(self, statement: str, rows: Iterable[object], *, counted: bool = True) -> None:
        """Run a statement for all rows, some at a time; `counted` rows are records of the change."""
        remaining = iter(rows)
        while batch := list(islice(remaining, _BATCH)):
            done = self.tx.run(statement, rows=batch).single(strict=True)["done"]
            if done != len(batch):
                raise does_not_fit(f"{len(batch) - done} of the records or ends that it names are not there")
            self.done += len(batch) if counted else 0
            if self.progress:
                self.progress(self.done, len(self.change.touches))


def _grouped(values: Iterable[_T], key: Callable[[_T], _K]) -> Iterable[tuple[_K, list[_T]]]:
    groups: dict[_K, list[_T]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return groups.items()


def _type(relation: RelationRecord) -> str:
    return relation.type


def _kind(node: NodeRecord) -> str:
    return node.kind
