"""A person's own entry: what the network says of them today, as they may see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from graph.editing.edit import found
from graph.errors import KorteLijnenError
from graph.name_order import name_key
from graph.network import Network
from graph.records import NodeRecord, RelationRecord, Touch
from graph.reduced import ReducedNetwork
from graph.rights import Mine, check
from graph.viewers import Viewer

SHOWN = ("WORKS_FOR", "HOLDS", "KNOWS", "LEADS", "WORKS_ON")
"""The types of relations that are shown and confirmed, in their order. Having attended a meeting does not age."""


@dataclass(frozen=True, slots=True)
class Own:
    """A relation of a person that is present: with its other end, for a seat the coalition that it is in, and for a
    deputy whom they stand in for. `may_end` says whether they may end it themselves."""

    relation: RelationRecord
    other: NodeRecord
    coalition: NodeRecord | None
    deputy_of: NodeRecord | None
    may_end: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What the network says of a person on a day."""

    person: NodeRecord
    relations: tuple[Own, ...]
    day: date

    def of_type(self, type: str) -> list[Own]:
        """Its relations of one type."""
        return [own for own in self.relations if own.relation.type == type]


def own_entry(viewer: Viewer, reduced: ReducedNetwork, day: date) -> Entry | None:
    """The viewer's own entry, None when they are not there. Of their relations those that they see; their own node
    always."""
    network = reduced.network
    person = network.node_by_id(viewer.person) if viewer.person is not None else None
    if person is None or person.kind != "Person" or not _present(person, day):
        return None
    shown = [_own(viewer, reduced, day, relation) for relation in _seen(person, reduced, day)]
    shown.sort(key=lambda own: (SHOWN.index(own.relation.type), name_key(own.other), own.relation.id))
    return Entry(person, tuple(shown), day)


def _seen(person: NodeRecord, reduced: ReducedNetwork, day: date) -> Iterator[RelationRecord]:
    network = reduced.network
    index = network.index(person.id)
    assert index is not None
    for side in (network.out, network.into):
        for i in side.of_node(index).tolist():
            if not reduced.relation_seen[i]:
                continue
            relation = network.relation(i)
            if relation.type in SHOWN and _present(relation, day) and _present(_other(network, person, relation), day):
                yield relation


def _own(viewer: Viewer, reduced: ReducedNetwork, day: date, relation: RelationRecord) -> Own:
    network = reduced.network
    person = network.node_by_id(viewer.person or "")
    assert person is not None
    other = _other(network, person, relation)
    return Own(
        relation,
        other,
        _coalition(reduced, other, day),
        _deputy_of(reduced, relation),
        _may_end(viewer, reduced, day, relation),
    )


def _deputy_of(reduced: ReducedNetwork, relation: RelationRecord) -> NodeRecord | None:
    deputised = relation.members.get("deputyOf")
    index = reduced.network.index(deputised) if isinstance(deputised, str) else None
    return reduced.network.node(index) if index is not None and reduced.node_seen[index] else None


def _coalition(reduced: ReducedNetwork, seat: NodeRecord, day: date) -> NodeRecord | None:
    cut = reduced.on(day)
    index = cut.index(seat.id)
    coalitions = [] if index is None else cut.targets(index, "SEAT_IN")
    return cut.node(coalitions[0]) if coalitions else None


def _may_end(viewer: Viewer, reduced: ReducedNetwork, day: date, relation: RelationRecord) -> bool:
    ended = Touch(relation, replace(relation, until=day))
    try:
        check(Mine(viewer, reduced, (ended,), day))
    except KorteLijnenError:
        return False
    return True


def _other(network: Network, person: NodeRecord, relation: RelationRecord) -> NodeRecord:
    other = found(network, relation.target if relation.origin == person.id else relation.origin)
    assert isinstance(other, NodeRecord)
    return other


def _present(record: NodeRecord | RelationRecord, day: date) -> bool:
    return (record.since or date.min) <= day and (record.until is None or day < record.until)
