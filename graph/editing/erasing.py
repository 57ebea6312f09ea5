"""Erasing a person: what there is of them in the network goes, and they are no longer there from today on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from graph.editing.edit import found, relations_to
from graph.editing.merging import doubles
from graph.editing.traces import Traces
from graph.network import GONE, Network
from graph.records import Change, Record, RelationRecord, Touch
from graph.validation import references

_WITHOUT_END = frozenset({"ATTENDED", "SUCCEEDED_BY", "OBSERVED_ON"})  # what was so stays so


@dataclass(frozen=True, slots=True)
class Erasure:
    """What tells of a person, and what is to be written of them. Befores tell nothing of them either: the erasure is
    logged like any change, and the log is not to keep what it erases."""

    traces: Traces
    touches: tuple[Touch, ...]


def erase(network: Network, person: str, history: Callable[[str], Iterable[Change]], today: date) -> Erasure:
    """Erase a person, with every double that was merged with them. `history` gives all changes of an id."""
    ids = own_ids(network, person)
    traces = traces_of(network, ids, history)
    touches = (_erased(record, traces, today) for record in records_near(network, traces))
    return Erasure(traces, tuple(touch for touch in touches if touch is not None))


def own_ids(network: Network, person: str) -> frozenset[str]:
    """The ids of a person's entries: their own, those of doubles that were merged, and of observations on them."""
    ids = doubles(network, person)
    return ids | {relation.origin for id in ids for relation in relations_to(network, id, "OBSERVED_ON")}


def traces_of(network: Network, ids: frozenset[str], history: Callable[[str], Iterable[Change]]) -> Traces:
    """What tells who somebody is, from everything that their entries ever said."""

    def ever() -> Iterator[Record | None]:
        for id in ids:
            yield found(network, id)
            for change in history(id):
                for touch in change.touches:
                    yield from (touch.before, touch.after)

    return Traces.of(ids, ever())


def records_near(network: Network, traces: Traces) -> Iterator[Record]:
    """Every record that may tell of somebody: all nodes, and of the relations those that say something of them, or
    have an entry of theirs as an end. What relations say is shared by many, and looked at once."""
    yield from network.node_records()
    r = network.relations
    present = r.type != GONE
    near = np.zeros(len(r), np.bool_)
    for index in map(network.index, traces.people):
        if index is not None:
            near |= (r.origin == index) | (r.target == index)
    said, first = np.unique(r.text[present], return_index=True)
    examples = np.flatnonzero(present)[first]
    telling = [text for text, example in zip(said, examples, strict=True) if _says(network, int(example), traces)]
    for index in (present & (near | np.isin(r.text, telling))).nonzero()[0].tolist():
        yield network.relation(index)


def _says(network: Network, relation: int, traces: Traces) -> bool:
    record = network.relation(relation)
    named = {id for _, id, _ in references(record)}
    return not traces.people.isdisjoint(named) or traces.record(record) is not record


def _erased(record: Record, traces: Traces, today: date) -> Touch | None:
    without = traces.record(record)
    assert without is not None
    own = {record.origin, record.target} if isinstance(record, RelationRecord) else {record.id}
    ends = not own.isdisjoint(traces.people)
    if ends and not (isinstance(record, RelationRecord) and record.type in _WITHOUT_END):
        until = max(min(record.until or today, today), record.since or date.min)
        ended = replace(without, until=until)
    else:
        ended = without
    return None if ended == record else Touch(without, ended)
