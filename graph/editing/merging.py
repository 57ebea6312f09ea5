"""Merging: two nodes were one and the same, known twice.

The kept node gets every relation of the absorbed one, and what only that knew. The absorbed node ends and is
SUCCEEDED_BY the kept one, `merged`; it stays readable, with its own history.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import cast

from graph.editing.edit import Edit, found, new_id, relations_from, relations_to
from graph.errors import BadInput
from graph.network import TYPE_NUMBER, Network
from graph.records import NodeRecord, Record, RelationRecord, Source, Touch, Value, identity
from graph.vocabulary import KINDS, RELATIONS, CodeSystem, Form, Member

MERGED = "merged"
"""The member of a SUCCEEDED_BY that says that the two are one and the same."""


def merge(network: Network, keep: NodeRecord, absorb: NodeRecord, today: date) -> Edit:
    """Merge one node into another of its kind, today. The kept node's id comes first.

    - Every relation of the absorbed node becomes one of the kept node, whatever its period. What both had becomes
      one, with the sources of both. Relations between the two stay where they are, and so does a seat's SEAT_IN,
      whose period becomes empty: a double never was at the table.
    - Whatever names the absorbed node as a member (deputyOf, sector, rules) names the kept one.
    - What the kept node does not have (a code, a year's figure, any member) is taken over; codes and personal data
      do not stay behind.
    """
    _check(network, keep, absorb)
    merging = _Merging(network, keep, absorb, today)
    merging.merge()
    touches = tuple(Touch(found(network, id), record) for id, record in merging.records.items())
    changed = tuple(touch for touch in touches if touch.before != touch.after)
    return Edit(changed, tuple(dict.fromkeys((keep.id, absorb.id, *(touch.id for touch in changed)))))


def doubles(network: Network, id: str) -> frozenset[str]:
    """The ids of a node and of every node that was merged into it, or that it was merged into."""
    same, open_ = {id}, [id]
    while open_:
        one = open_.pop()
        ends = [r.target for r in relations_from(network, one, "SUCCEEDED_BY") if r.members.get(MERGED)]
        ends += [r.origin for r in relations_to(network, one, "SUCCEEDED_BY") if r.members.get(MERGED)]
        open_ += [end for end in ends if end not in same]
        same.update(ends)
    return frozenset(same)


def _check(network: Network, keep: NodeRecord, absorb: NodeRecord) -> None:
    if keep.id == absorb.id:
        raise BadInput(
            "A node cannot be merged with itself.", field="absorb", actual=absorb.id, expected="another node"
        )
    if keep.kind != absorb.kind:
        raise BadInput(
            f"«{absorb.id}» is a {absorb.kind} and «{keep.id}» a {keep.kind}: they cannot be the same.",
            field="absorb",
            actual=absorb.kind,
            expected=f"a {keep.kind}",
        )
    for field_, node in (("keep", keep), ("absorb", absorb)):
        gone = next((r for r in relations_from(network, node.id, "SUCCEEDED_BY") if r.members.get(MERGED)), None)
        if gone is not None:
            raise BadInput(
                f"«{node.id}» was merged into «{gone.target}» already.",
                field=field_,
                actual=node.id,
                expected=f"«{gone.target}»",
            )
    if any(r.target == absorb.id for r in relations_from(network, keep.id, "SUCCEEDED_BY")):
        raise BadInput(
            f"«{keep.id}» was succeeded by «{absorb.id}»: the two are not the same.",
            field="absorb",
            actual=absorb.id,
            help="If they are, keep the later one.",
        )
    if keep.kind == "Seat" and not _tables(network, keep.id) & _tables(network, absorb.id):
        raise BadInput(
            f"«{keep.id}» and «{absorb.id}» are seats of different coalitions: they cannot be the same.",
            field="absorb",
            actual=absorb.id,
            expected="a seat of the same coalition",
        )


def _tables(network: Network, seat: str) -> set[str]:
    return {relation.target for relation in relations_from(network, seat, "SEAT_IN")}


@dataclass
class _Merging:
    """The records as they will be, by id: None for those that go."""

    network: Network
    keep: NodeRecord
    absorb: NodeRecord
    today: date
    records: dict[str, Record | None] = field(default_factory=dict)

    def merge(self) -> None:
        pair = {self.keep.id, self.absorb.id}
        sides = (*relations_from(self.network, self.absorb.id), *relations_to(self.network, self.absorb.id))
        for relation in {relation.id: relation for relation in sides}.values():
            if {relation.origin, relation.target} <= pair:
                continue
            if relation.type == "SEAT_IN":
                begin = relation.since or self.today
                self.records[relation.id] = replace(relation, since=begin, until=begin)
            else:
                self.records[relation.id] = None
                self._add(self._renamed_ends(relation))
        for record in self._naming():
            self.records[record.id] = (
                self._renamed_ends(record)
                if isinstance(record, RelationRecord)
                else replace(record, members=self._renamed_members(record))
            )
        self._merge_nodes()

    def _renamed_ends(self, relation: RelationRecord) -> RelationRecord:
        origin, target = (self.keep.id if end == self.absorb.id else end for end in (relation.origin, relation.target))
        members = self._renamed_members(relation)
        if members.get("deputyOf") == origin:  # each other's deputies, who turn out to be one
            del members["deputyOf"]
        return replace(relation, origin=origin, target=target, members=members)

    def _add(self, moved: RelationRecord) -> None:
        for there in self._of_kept_node(moved):
            if _said(there) == _said(moved):
                confirmed = max(filter(None, (there.confirmed_at, moved.confirmed_at)), default=None)
                self.records[there.id] = replace(
                    there, sources=_both(there.sources, moved.sources), confirmed_at=confirmed
                )
                return
        id = identity(moved.type, moved.origin, moved.target, moved.since)
        taken = id in self.records or self.network.relation_by_id(id) is not None
        id = new_id() if taken else id
        self.records[id] = replace(moved, id=id)

    def _of_kept_node(self, moved: RelationRecord) -> Iterator[RelationRecord]:
        """The relations of the kept node that a moved one may be equal to, as they will be."""
        there = relations_from if moved.origin == self.keep.id else relations_to
        for relation in there(self.network, self.keep.id, moved.type):
            record = self.records.get(relation.id, relation)
            if isinstance(record, RelationRecord):
                yield record
        yield from (r for r in tuple(self.records.values()) if isinstance(r, RelationRecord) and r.type == moved.type)

    # What names the absorbed node as a member

    def _naming(self) -> Iterator[Record]:
        if self.absorb.kind == "Sector":
            yield from (r for r in self.network.node_records() if self._renamed_members(r) != r.members)
        if self.absorb.kind == "Person":
            types = self.network.relations.type
            for index in (types == TYPE_NUMBER["WORKS_FOR"]).nonzero()[0].tolist():
                if self.network.members(index).get("deputyOf") == self.absorb.id:
                    relation = self.network.relation(index)
                    record = self.records.get(relation.id, relation)
                    if record is not None:
                        yield record

    def _renamed_members(self, record: Record) -> dict[str, Value]:
        declared = KINDS[record.kind].members if isinstance(record, NodeRecord) else RELATIONS[record.type].members
        return {
            member.name: self._renamed(member, record.members[member.name])
            for member in declared
            if member.name in record.members
        }

    def _renamed(self, member: Member, value: Value) -> Value:
        if member.form is Form.NODE:
            return self.keep.id if value == self.absorb.id else value
        if member.form is Form.RULES and isinstance(value, list):
            return [self._renamed_rule(rule) for rule in cast(list[dict[str, object]], value)]
        return value

    def _renamed_rule(self, rule: dict[str, object]) -> dict[str, object]:
        sectors = [self.keep.id if sector == self.absorb.id else sector for sector in cast(list[str], rule["sectors"])]
        return {**rule, "sectors": list(dict.fromkeys(sectors))} if self.keep.id in sectors else rule

    # The two nodes

    def _merge_nodes(self) -> None:
        keep, absorb = self.keep, self.absorb
        declared = KINDS[keep.kind].members
        kept = {m.name: value for m in declared if (value := _completed(m, keep, absorb)) is not None}
        left = {m.name: value for m in declared if (value := _left_behind(m, kept, absorb)) is not None}
        self.records[keep.id] = replace(
            keep,
            members=kept,
            sources=_both(keep.sources, absorb.sources),
            confirmed_at=keep.confirmed_at or absorb.confirmed_at,
        )
        until = max(min(filter(None, (absorb.until, self.today))), absorb.since or date.min)
        self.records[absorb.id] = replace(absorb, members=left, until=until)
        succession = next(
            (r for r in relations_from(self.network, absorb.id, "SUCCEEDED_BY") if r.target == keep.id),
            RelationRecord(
                identity("SUCCEEDED_BY", absorb.id, keep.id, self.today),
                "SUCCEEDED_BY",
                absorb.id,
                keep.id,
                self.today,
                visibility=max(keep.visibility, absorb.visibility),
            ),
        )
        self.records[succession.id] = replace(succession, members={MERGED: True})


def _said(relation: RelationRecord) -> tuple[object, ...]:
    """All that a relation says; two that say the same are one."""
    return (
        relation.type,
        relation.origin,
        relation.target,
        relation.since,
        relation.until,
        relation.visibility,
        dict(relation.members),
    )


def _both(some: tuple[Source, ...], others: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys((*some, *others)))


def _completed(member: Member, keep: NodeRecord, absorb: NodeRecord) -> Value | None:
    """The value of a member of the kept node, with what only the absorbed one has."""
    kept, other = keep.members.get(member.name), absorb.members.get(member.name)
    if isinstance(kept, Mapping) and isinstance(other, Mapping):
        both = {**other, **kept}
        order: Callable[[str], object] = _system_place if member.form is Form.CODES else str
        return cast(Value, {key: both[key] for key in sorted(both, key=order)})  # type: ignore[arg-type]
    return other if kept is None else kept


def _left_behind(member: Member, kept: Mapping[str, Value], absorb: NodeRecord) -> Value | None:
    """The value of a member of the absorbed node: without codes that were taken over, and without personal data."""
    value = absorb.members.get(member.name)
    if member.personal:
        return None
    if member.form is Form.CODES and isinstance(value, dict):
        taken = kept.get(member.name)
        codes = {s: code for s, code in value.items() if not (isinstance(taken, dict) and taken.get(s) == code)}
        return cast(Value, codes) or None
    return value


def _system_place(system: str) -> int:
    return list(CodeSystem.__members__).index(system)
