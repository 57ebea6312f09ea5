"""Everything that is kept about a person: what an erasure would take away, as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from graph.editing.erasing import own_ids, records_near, traces_of
from graph.editing.traces import Traces
from graph.network import Network
from graph.records import Change, NodeRecord, Record, RelationRecord
from graph.validation import references


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept about a person.

    `entries` are their own (several when they were known twice, and what was observed of them), `relations` those of
    their entries, `mentions` what else names them. `changes` are those that touched any of it or are signed by them,
    each with what it touched of that alone. `traces` is what tells of them elsewhere.
    """

    entries: tuple[NodeRecord, ...]
    relations: tuple[RelationRecord, ...]
    mentions: tuple[Record, ...]
    changes: tuple[Change, ...]
    traces: Traces


def about(network: Network, person: str, history: Callable[[str], Iterable[Change]], changes: Iterable[Change]) -> Kept:
    """Everything about a person. `history` gives all changes of an id, `changes` the whole log."""
    ids = own_ids(network, person)
    traces = traces_of(network, ids, history)
    found = (record for record in records_near(network, traces) if _tells(record, traces))
    telling = sorted(found, key=lambda record: record.id)
    nodes = [record for record in telling if isinstance(record, NodeRecord)]
    relations = [record for record in telling if isinstance(record, RelationRecord)]
    entries = tuple(node for node in nodes if node.id in ids)
    own = tuple(relation for relation in relations if not ids.isdisjoint((relation.origin, relation.target)))
    known = ids | {relation.id for relation in own}
    mentions = tuple(record for record in telling if record.id not in known)
    return Kept(entries, own, mentions, tuple(_changes(changes, traces)), traces)


def _changes(changes: Iterable[Change], traces: Traces) -> Iterator[Change]:
    for change in changes:
        touches = tuple(
            touch
            for touch in change.touches
            if any(record is not None and _tells(record, traces) for record in (touch.before, touch.after))
        )
        if touches or (traces.signature(change.by), traces.text(change.because)) != (change.by, change.because):
            yield replace(change, touches=touches)


def _tells(record: Record, traces: Traces) -> bool:
    ends = (record.origin, record.target) if isinstance(record, RelationRecord) else (record.id,)
    named = (*ends, *(id for _, id, _ in references(record)))
    return not traces.people.isdisjoint(named) or traces.record(record) is not record
