"""Networks for the tests of seeds: the sectors, and what a test adds to them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from graph.lines import Line
from graph.network import Network
from graph.records import Change, NodeRecord, Record, RelationRecord, Touch
from graph.validation import proposed
from seeds import taxonomy_lines
from seeds.registers import Reading
from seeds.registers.reading import File, Reader

TODAY = date(2026, 11, 15)


def network(*lines: Line) -> Network:
    """The sectors and these lines."""
    return written(written(Network.empty(), (line for *_, line in taxonomy_lines())), lines)


def written(before: Network, lines: Iterable[Line]) -> Network:
    """The network after these lines."""
    return _moved(before, changes(before, lines))


def changes(before: Network, lines: Iterable[Line]) -> tuple[Touch, ...]:
    """What these lines change; they have to fit the vocabulary and the network."""
    return proposed(before, [(None, line) for line in lines])


def imported(before: Network, reader: Reader, *files: File, on: date = TODAY) -> Network:
    """The network after an import, of which no row may be rejected."""
    reading = reader(before, files, on)
    assert reading.rejected == ()
    return written(before, reading.lines)


def node(network: Network, id: str) -> NodeRecord:
    """A node that has to be there."""
    found = network.node_by_id(id)
    assert found is not None, f"there is no {id}"
    return found


def relations(network: Network, type: str, *, origin: str | None = None) -> list[RelationRecord]:
    """The relations of a type, by id; with `origin` those from one node."""
    return [r for r in network.relation_records() if r.type == type and origin in (None, r.origin)]


def targets(network: Network, type: str, origin: str, on: date = TODAY) -> set[str]:
    """The ends of the relations of a type from a node that hold on a day."""
    return {r.target for r in relations(network, type, origin=origin) if holds(r, on)}


def holds(record: Record, day: date) -> bool:
    """Whether a record's period holds a day."""
    return (record.since or date.min) <= day < (record.until or date.max)


def reasons(reading: Reading) -> list[tuple[int, str]]:
    """The rows that were rejected: line and reason."""
    return [(one.line, one.reason) for one in reading.rejected]


def _moved(before: Network, touches: tuple[Touch, ...]) -> Network:
    return before.moved(Change(before.version + 1, datetime(2026, 1, 1, tzinfo=UTC), "test", "test", touches))
