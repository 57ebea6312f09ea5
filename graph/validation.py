"""Whether lines fit the vocabulary, each other and the network they are meant for.

`proposed` reads lines and gives the touches that they come to, or raises RejectedLines with everything that is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from datetime import date
from itertools import pairwise

import networkx as nx
import numpy as np

from graph.errors import LineError, RejectedLines
from graph.lines import Line, read_line
from graph.network import TYPE_NUMBER, Network
from graph.records import NodeRecord, Record, RelationRecord, Touch
from graph.vocabulary import KINDS, RELATIONS, Form, RelationType, joins

NumberedLine = tuple[int | None, Line]
ReadLine = tuple[int | None, Line | LineError]
"""A line with its number; or what is wrong with it, where it could not be read as an object."""

_NOT_TO_ITSELF = frozenset({"KNOWS", "RELATED_TO", "PART_OF", "SUCCEEDED_BY", "LEARNED_FROM", "LEADS", "REACHES"})
_REFERRED_TO = frozenset({"Sector", "Person"})  # the kinds that members name; what `references` gives
_ONE_AT_A_TIME = {  # relations of which a seat has one at a time, and what is said of a second
    "HOLDS": "two people would hold the seat at the same time",
    "SEAT_IN": "the seat would be in two coalitions at the same time",
    "SEAT_FOR": "the seat would be of two organisations at the same time",
}


def proposed(
    network: Network,
    lines: Iterable[ReadLine],
    *,
    replace: bool = False,
    source: str | None = None,
    allowed: Callable[[Sequence[Touch]], None] | None = None,
) -> tuple[Touch, ...]:
    """What these lines would change in the network: known ids updated, new ones added, nothing that stays the same.

    A line is the whole of its node or relation. With `replace`, what the lines do not name is removed. `allowed` is
    asked, and may raise, before the lines are held against the network: what is wrong with them there may say
    something of what is not for everybody.
    Raises RejectedLines, with every error of the lines up to a hundred.
    """
    draft = _Draft(network, replace)
    draft.read(lines)
    if allowed is not None and not draft.errors:
        allowed(tuple(draft.touches()))
    if allowed is None or not draft.errors:
        draft.check()
    if draft.errors:
        raise RejectedLines(sorted(draft.errors, key=_place), source=source)
    return tuple(draft.touches())


def check_touches(network: Network, touches: Sequence[Touch]) -> None:
    """Raise RejectedLines where touches would leave a network that the vocabulary does not allow."""
    draft = _Draft(network, replace=False)
    for touch in touches:
        draft.take(touch.id, touch.after, None)
    draft.check()
    if draft.errors:
        raise RejectedLines(draft.errors)


def _place(error: LineError) -> int:
    return error.line or 0


@dataclass
class _Draft:
    """The network as it would be: what is proposed, over what is there."""

    network: Network
    replace: bool
    errors: list[LineError] = field(default_factory=list)
    records: dict[str, Record | None] = field(default_factory=dict)
    numbers: dict[str, int | None] = field(default_factory=dict)

    def wrong(self, id: str, member: str | None, message: str, expected: str | None = None) -> None:
        self.errors.append(LineError(self.numbers.get(id), member, message, expected))

    # Reading

    def read(self, lines: Iterable[ReadLine]) -> None:
        """Nodes as they come; relations when every node is known, since their visibility rests on their ends."""
        relations: list[ReadLine] = []
        for number, line in lines:
            if isinstance(line, dict) and "relation" in line and "node" not in line:
                relations.append((number, line))
            else:
                self._read_one(number, line)
        for number, line in relations:
            self._read_one(number, line)
        if self.replace:
            for record in self._present():
                self.records.setdefault(record.id, None)

    def _read_one(self, number: int | None, line: Line | LineError) -> None:
        if isinstance(line, LineError):
            self.errors.append(replaced(line, line=number))
            return
        read = read_line(line, number, kind_of=self.kind_of)
        if isinstance(read, list):
            self.errors += read
        else:
            self.take(read.id, read, number)

    def take(self, id: str, record: Record | None, number: int | None) -> None:
        if id in self.records and self.records[id] != record:
            first = self.numbers[id]
            where = f"line {first}" if first is not None else "another line"
            self.errors.append(
                LineError(number, "id", f"«{id}» stands with different content in {where}", "an id once")
            )
            return
        self.records.setdefault(id, record)
        self.numbers.setdefault(id, number)

    # What there would be

    def node(self, id: str) -> NodeRecord | None:
        if id in self.records:
            record = self.records[id]
            return record if isinstance(record, NodeRecord) else None
        return None if self.replace else self.network.node_by_id(id)

    def kind_of(self, id: str) -> str | None:
        record = self.node(id)
        return record.kind if record else None

    def before(self, id: str) -> Record | None:
        return self.network.node_by_id(id) or self.network.relation_by_id(id)

    def touches(self) -> Iterator[Touch]:
        """In a stable order: nodes before the relations that use them."""
        changed = (Touch(self.before(id), record) for id, record in self.records.items())
        touches = [touch for touch in changed if touch.before != touch.after]
        return iter(sorted(touches, key=lambda touch: (isinstance(touch.record, RelationRecord), touch.id)))

    def _present(self) -> Iterator[Record]:
        yield from self.network.node_records()
        yield from self.network.relation_records()

    def _proposed(self) -> Iterator[Record]:
        return (record for record in self.records.values() if record is not None)

    def relations_of(self, type: str, ends: set[str] | None = None) -> Iterator[RelationRecord]:
        """The relations of a type there would be; with `ends`, those that touch one of these nodes."""
        for record in self._proposed():
            if isinstance(record, RelationRecord) and record.type == type and _touches(record, ends):
                yield record
        if not self.replace:
            for record in _existing(self.network, type, ends):
                if record.id not in self.records:
                    yield record

    # Checks

    def check(self) -> None:
        for record in self._proposed():
            self._check_sort(record)
            if isinstance(record, NodeRecord):
                self._check_references(record)
            else:
                self._check_ends(record)
        self._check_removals()
        self._check_codes()
        for type, message in _ONE_AT_A_TIME.items():
            self._check_one_at_a_time(type, message)
        self._check_seats()
        self._check_part_of()

    def _check_sort(self, record: Record) -> None:
        before = self.before(record.id)
        if before is not None and _sort(before) != _sort(record):
            instead = "another id (what has this one is then removed)" if self.replace else "another id"
            self.wrong(record.id, "id", f"«{record.id}» is known as {_sort(before)}", f"{instead}, or the same sort")

    def _check_references(self, record: Record) -> None:
        for member, id, kind in references(record):
            self._check_reference(record.id, member, id, kind)

    def _check_reference(self, id: str, member: str, to: str, kind: str) -> None:
        there = self.kind_of(to)
        if there is None:
            self.wrong(id, member, f"«{to}» does not exist", f"the id of a {kind}")
        elif there != kind:
            self.wrong(id, member, f"«{to}» is a {there}", f"the id of a {kind}")

    def _check_ends(self, record: RelationRecord) -> None:
        type = RELATIONS[record.type]
        origin, target = self.kind_of(record.origin), self.kind_of(record.target)
        for end, id, kind in (("from", record.origin, origin), ("to", record.target, target)):
            if kind is None:
                self.wrong(record.id, end, f"«{id}» does not exist", "the id of a node of this network or file")
        if origin is None or target is None:
            return
        if not joins(type, origin, target):
            self.wrong(record.id, "relation", f"{type.name} does not run from {origin} to {target}", _ends(type))
        if record.origin == record.target and type.name in _NOT_TO_ITSELF:
            self.wrong(record.id, "to", f"«{record.target}» is its from too", "another node")
        self._check_references(record)

    def _check_removals(self) -> None:
        if self.replace:
            return  # what is left is what was proposed, and that is checked by itself
        removed = {
            node.id: node.kind
            for id, record in self.records.items()
            if record is None and (node := self.network.node_by_id(id)) is not None
        }
        if not removed:
            return
        for type in RELATIONS:
            for relation in self.relations_of(type, set(removed)):
                self.wrong(relation.id, None, f"relation {relation.id} would lose one of its ends", "remove it too")
        if _REFERRED_TO.intersection(removed.values()):
            for record in self._present():
                if record.id not in self.records:
                    for member, id, _ in references(record):
                        if id in removed:
                            self.wrong(record.id, member, f"«{id}», which «{record.id}» names, would be gone")

    def _check_codes(self) -> None:
        holders: dict[tuple[str, str], str] = {}
        for record in self._proposed():
            codes = record.members.get("codes") if isinstance(record, NodeRecord) else None
            for system, code in codes.items() if isinstance(codes, dict) else ():
                holder = holders.setdefault((system, str(code)), record.id)
                if holder == record.id and (index := self.network.by_code.get((system, str(code)))) is not None:
                    there = self.network.node_id(index)
                    kept = self.node(there)
                    still = kept.members.get("codes") if kept else None
                    holder = there if isinstance(still, dict) and still.get(system) == code else holder
                if holder != record.id:
                    self.wrong(record.id, f"codes.{system}", f"«{code}» is the code of «{holder}»", "a code once")

    def _check_one_at_a_time(self, type: str, message: str) -> None:
        end = "target" if type == "HOLDS" else "origin"
        touched = {getattr(r, end) for r in self._proposed() if isinstance(r, RelationRecord) and r.type == type}
        if not touched:
            return
        by_seat: dict[str, list[RelationRecord]] = {}
        for record in self.relations_of(type, touched):
            by_seat.setdefault(getattr(record, end), []).append(record)
        for seat, records in by_seat.items():
            records.sort(key=lambda r: (r.since or date.min, r.until or date.max))
            for one, next_ in pairwise(records):
                if (next_.since or date.min) < (one.until or date.max):
                    late = next_ if next_.id in self.records else one
                    self.wrong(
                        late.id,
                        "since",
                        f"{message}: «{seat}», {_period(one)} and {_period(next_)}",
                        "periods that do not overlap (until is the first day that no longer counts)",
                    )

    def _check_seats(self) -> None:
        seats = {r.id for r in self._proposed() if isinstance(r, NodeRecord) and r.kind == "Seat"}
        seats |= {id for id in self._removed_from_tables() if self.node(id) is not None}
        if not seats:
            return
        placed = {r.origin for r in self.relations_of("SEAT_IN", seats)}
        for seat in sorted(seats - placed):
            self.wrong(seat, None, f"seat «{seat}» is at no table", "a SEAT_IN from it to its coalition")

    def _removed_from_tables(self) -> Iterator[str]:
        for id, record in self.records.items():
            if record is None and not self.replace:
                before = self.network.relation_by_id(id)
                if before is not None and before.type == "SEAT_IN":
                    yield before.origin

    def _check_part_of(self) -> None:
        proposed = [r for r in self._proposed() if isinstance(r, RelationRecord) and r.type == "PART_OF"]
        if not proposed:
            return
        wholes = self._wholes_above(proposed)
        graph = nx.DiGraph((r.origin, r.target) for r in wholes)
        rounds = [c for c in nx.strongly_connected_components(graph) if len(c) > 1]
        for component in rounds:
            inside = [r for r in wholes if {r.origin, r.target} <= component]
            for day in sorted({r.since or date.min for r in inside}):
                on_day = nx.DiGraph((r.origin, r.target) for r in inside if _holds(r, day))
                if not nx.is_directed_acyclic_graph(on_day):
                    names = " > ".join(one for one, _ in nx.find_cycle(on_day))
                    id = next(r.id for r in (*proposed, *inside) if r.id in self.records and r.origin in component)
                    self.wrong(id, "to", f"would be a part of itself: {names}", "parts that lead to a whole")
                    break

    def _wholes_above(self, proposed: list[RelationRecord]) -> list[RelationRecord]:
        """These PART_OF and all that lead on from them: a round that they close is among these."""
        found = {record.id: record for record in proposed}
        open_, seen = [record.target for record in proposed], set[str]()
        while open_ and not self.replace:
            part = open_.pop()
            if part in seen:
                continue
            seen.add(part)
            for record in _existing(self.network, "PART_OF", {part}, into=False):
                if record.id not in self.records:
                    found[record.id] = record
                    open_.append(record.target)
        return list(found.values())


def _existing(network: Network, type: str, ends: set[str] | None, *, into: bool = True) -> Iterator[RelationRecord]:
    of_type = network.relations.type == TYPE_NUMBER[type]
    if ends is None:
        return map(network.relation, of_type.nonzero()[0].tolist())
    nodes = [index for index in map(network.index, ends) if index is not None]
    sides = (network.out, network.into) if into else (network.out,)
    around = np.unique(np.concatenate([network.out.order[:0], *(s.of_node(n) for n in nodes for s in sides)]))
    return map(network.relation, around[of_type[around]].tolist())


def references(record: Record) -> Iterator[tuple[str, str, str]]:
    """The nodes that a record names beside the ends of a relation: the member that names it, its id and kind."""
    members = KINDS[record.kind].members if isinstance(record, NodeRecord) else RELATIONS[record.type].members
    for member in members:
        value = record.members.get(member.name)
        if member.form is Form.NODE and member.refers and isinstance(value, str):
            yield member.name, value, member.refers
        if member.form is Form.RULES and isinstance(value, list):
            for i, rule in enumerate(value):
                sectors = rule.get("sectors") if isinstance(rule, dict) else None
                for sector in sectors if isinstance(sectors, list) else ():
                    yield f"{member.name}[{i}].sectors", str(sector), "Sector"


def _touches(record: RelationRecord, ends: set[str] | None) -> bool:
    return ends is None or record.origin in ends or record.target in ends


def _holds(record: RelationRecord, day: date) -> bool:
    return (record.since or date.min) <= day and (record.until is None or day < record.until)


def _sort(record: Record) -> str:
    if isinstance(record, NodeRecord):
        return f"a {record.kind}"
    return f"a {record.type} from «{record.origin}» to «{record.target}»"


def _period(record: RelationRecord) -> str:
    return f"{record.since or 'ever'} to {record.until or 'now'}"


def _ends(type: RelationType) -> str:
    pairs = [f"{one} to {other}" for one, other in type.ends]
    return "one of " + ", ".join(pairs[:8]) + (", ..." if len(pairs) > 8 else "")
