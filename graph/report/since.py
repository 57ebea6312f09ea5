"""What changed since a coalition's last meeting: what began and ended by the dates of the network itself, and what was
written down since, from the change log.

What was written several times is told once, from what it was at the meeting to what it is now. A coalition that was
itself put into the network after the meeting came with everything that was known of it then: that is no change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from graph.cut import Cut
from graph.records import NodeRecord, Record, RelationRecord, Touch
from graph.reduced import ReducedNetwork

_OF_SEATS = ("SEAT_IN", "SEAT_FOR", "COVERS")
_TYPES = frozenset((*_OF_SEATS, "HOLDS", "HELD_BY", "LEADS", "PARTNER_IN", "WORKS_FOR"))
_KINDS = frozenset(("Seat", "Coalition", "Meeting", "Person"))


class What(StrEnum):
    """What happened to a node or relation."""

    BEGAN = "BEGAN"
    ENDED = "ENDED"
    ENTERED = "ENTERED"
    """It was written down, and says nothing of when it began, or that it began before the meeting."""
    REMOVED = "REMOVED"
    CONFIRMED = "CONFIRMED"
    CHANGED = "CHANGED"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the coalition."""

    name: str
    day: date


@dataclass(frozen=True, slots=True)
class Written:
    """What one change wrote, as far as the viewers see it, and on which day."""

    day: date
    touches: tuple[Touch, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a node of a kind or a relation of a type (`sort`).

    `day` is the day of it in the network, or None; `written` the day on which it was last written down, None where the
    dates of the network tell it. `names` are those of the node, or of both ends; None for one that is no longer there.
    """

    what: What
    sort: str
    day: date | None
    written: date | None
    names: tuple[str | None, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since a meeting, in order of days. `entered` is the day on which the coalition came into the
    network, where that was after the meeting: what was written before it is not told."""

    meeting: Meeting
    entered: date | None
    events: tuple[Event, ...]


def last_meeting(cut: Cut, coalition: int) -> Meeting | None:
    """The last meeting that a coalition held before the date; of one day, that with the last name."""
    held = [cut.node(meeting) for meeting in cut.origins(coalition, "HELD_BY")]
    days = [(date.fromisoformat(str(record.members["date"])), record.name) for record in held]
    past = [(day, name) for day, name in days if day < cut.date]
    return Meeting(max(past)[1], max(past)[0]) if past else None


def since(cut: Cut, coalition: int, meeting: Meeting, written: Iterable[Written]) -> Since:
    """What changed around a coalition after a meeting, up to and including the date of the cut.

    `written` is what was written since the day of the meeting, in order.
    """
    log = _Log(cut.node(coalition).id)
    for one in written:
        if one.day <= cut.date:
            log.add(one)
    dated = list(_by_dates(cut, coalition, meeting.day))
    told = {(record, event.what) for record, event in dated}
    around = _Around(cut, coalition, log)
    events = [event for _, event in dated]
    for net in log.nets.values():
        if around.holds(net.record):
            what, day = _what(net, meeting.day)
            if (net.record.id, what) not in told:
                events.append(_event(cut.reduced, what, net.record, day, net.day))
    return Since(meeting, log.entered, tuple(sorted(events, key=_order)))


# By the dates of the network


def _by_dates(cut: Cut, coalition: int, after: date) -> Iterator[tuple[str, Event]]:
    """What of a coalition's seats, their holders and leads began or ended after a day, with the id of each."""
    seats = cut.network.relations.origin[cut.ever_into(coalition, "SEAT_IN")].tolist()
    relations = [*cut.ever_into(coalition, "SEAT_IN"), *cut.ever_into(coalition, "LEADS")]
    relations += [holding for seat in dict.fromkeys(seats) for holding in cut.ever_into(seat, "HOLDS")]
    for index in relations:
        record = cut.network.relation(index)
        for what, day in ((What.BEGAN, record.since), (What.ENDED, record.until)):
            if day is not None and after < day <= cut.date:
                yield record.id, _event(cut.reduced, what, record, day, None)


# By the log


@dataclass(frozen=True, slots=True)
class _Net:
    """What became of a record: what it was before the first touch and is after the last, and the day of that."""

    before: Record | None
    after: Record | None
    day: date

    @property
    def record(self) -> Record:
        record = self.after or self.before
        assert record is not None
        return record


class _Log:
    """What the log did since, by id; from the coalition's own coming on, where that is in it."""

    def __init__(self, coalition: str) -> None:
        self.nets: dict[str, _Net] = {}
        self.entered: date | None = None
        self._coalition = coalition

    def add(self, written: Written) -> None:
        if any(touch.id == self._coalition and touch.before is None for touch in written.touches):
            self.nets, self.entered = {}, written.day
            return
        for touch in written.touches:
            if _counts(touch.record):
                known = self.nets.get(touch.id)
                before = known.before if known is not None else touch.before
                if before is None and touch.after is None:
                    self.nets.pop(touch.id, None)  # it came and went
                else:
                    self.nets[touch.id] = _Net(before, touch.after, written.day)


def _counts(record: Record) -> bool:
    return record.kind in _KINDS if isinstance(record, NodeRecord) else record.type in _TYPES


class _Around:
    """Which records are a coalition's own: its seats, their holders, its meetings, and their relations."""

    def __init__(self, cut: Cut, coalition: int, log: _Log) -> None:
        self._id = cut.node(coalition).id
        self._new = {id for id, net in log.nets.items() if net.before is None}
        origins = cut.network.relations.origin
        seats = origins[cut.ever_into(coalition, "SEAT_IN")].tolist()
        self._seats = {cut.node(seat).id for seat in seats} | _origins(log, "SEAT_IN", {self._id})
        held = [origin for seat in seats for origin in origins[cut.ever_into(seat, "HOLDS")].tolist()]
        self._holders = {cut.node(person).id for person in held} | _origins(log, "HOLDS", self._seats)
        meetings = origins[cut.ever_into(coalition, "HELD_BY")].tolist()
        self._meetings = {cut.node(meeting).id for meeting in meetings} | _origins(log, "HELD_BY", {self._id})

    def holds(self, record: Record) -> bool:
        """Whether a record is one of these, and nothing else tells of it: a new person comes with a new holding, a
        seat's organisation and municipalities with a new seat."""
        if isinstance(record, NodeRecord):
            if record.kind == "Person":
                return record.id in self._holders and record.id not in self._new
            return record.id in self._seats | self._meetings | {self._id}
        if record.type in ("LEADS", "PARTNER_IN"):
            return record.target == self._id
        if record.type == "WORKS_FOR":
            return record.origin in self._holders
        if record.type == "HOLDS":
            return record.target in self._seats
        return record.type in _OF_SEATS and record.origin in self._seats - self._new


def _origins(log: _Log, type: str, targets: set[str]) -> set[str]:
    """Where the relations of a type to some nodes come from, of those that the log tells of."""
    records = (net.record for net in log.nets.values())
    return {
        record.origin
        for record in records
        if isinstance(record, RelationRecord) and record.type == type and record.target in targets
    }


def _what(net: _Net, meeting: date) -> tuple[What, date | None]:
    """What happened to a record, and the day of it in the network."""
    before, after = net.before, net.after
    if after is None:
        return What.REMOVED, None
    if before is None:
        if after.until is not None:
            return What.ENDED, after.until
        began = after.since is not None and after.since >= meeting
        return (What.BEGAN if began else What.ENTERED), after.since
    if after.until != before.until and after.until is not None:
        return What.ENDED, after.until
    if replace(after, confirmed_at=before.confirmed_at) == before:
        return What.CONFIRMED, after.confirmed_at
    return What.CHANGED, None


def _event(reduced: ReducedNetwork, what: What, record: Record, day: date | None, written: date | None) -> Event:
    if isinstance(record, NodeRecord):
        if record.kind == "Meeting" and what is not What.REMOVED:
            day = date.fromisoformat(str(record.members["date"]))
        erased = record.kind == "Person" and what is What.REMOVED
        return Event(what, record.kind, day, written, (None if erased else record.name,))
    title = record.members.get("title")
    names = (_name(reduced, record.origin), _name(reduced, record.target))
    return Event(what, record.type, day, written, names, str(title) if title is not None else None)


def _name(reduced: ReducedNetwork, id: str) -> str | None:
    record = reduced.network.node_by_id(id) if reduced.sees(id) else None
    return record.name if record is not None else None


def _order(event: Event) -> tuple[object, ...]:
    return (event.written or event.day or date.min, event.sort, [name or "" for name in event.names], event.what)
