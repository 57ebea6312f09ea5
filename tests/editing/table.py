"""A table with a history: who sat at it, who knows whom, and what was known twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.editing import Edit
from graph.editing.edit import found
from graph.network import Network
from graph.records import NodeRecord, Record, RelationRecord, Touch
from graph.validation import check_touches
from tests.graph.networks import Line, knows, network_of, node, person, relation

TODAY = date(2026, 11, 15)
YEAR_AGO, SUMMER, SPRING = date(2025, 11, 15), date(2026, 7, 1), date(2027, 3, 1)

PEOPLE: list[Line] = [
    person("fenna", name="Fenna Dirks", email="f.dirks@example.org", phone="045-1234567"),
    person("mehmet", name="Mehmet Yılmaz"),
    person("noor", name="Noor Vaessen"),
]
TABLE: list[Line] = [
    *PEOPLE,
    node("Sector", "VO", weighs="PUPILS"),
    node("Coalition", "parkstad", phase="WORKING"),
    node("Coalition", "heuvelland", phase="FORMING"),
    node("SchoolBoard", "bestuur"),
    node("Seat", "zetel", sector="VO", mandate="DECIDE", since="2024-01-01"),
    node("Seat", "krukje", sector="VO", mandate="LISTEN"),
    relation("SEAT_IN", "zetel", "parkstad"),
    relation("SEAT_IN", "krukje", "heuvelland"),
    relation("WORKS_FOR", "fenna", "bestuur", title="bestuurder"),
    knows("fenna", "noor"),
]


def table(*lines: Line) -> Network:
    return network_of([*TABLE, *lines])


def at(network: Network, id: str) -> NodeRecord:
    record = network.node_by_id(id)
    assert record is not None, id
    return record


def between(network: Network, id: str) -> RelationRecord:
    record = network.relation_by_id(id)
    assert record is not None, id
    return record


def edited(network: Network, edit: Edit | Iterable[Touch]) -> Network:
    """The network after an edit, when the vocabulary allows it."""
    touches = edit.touches if isinstance(edit, Edit) else tuple(edit)
    for touch in touches:
        assert touch.before == found(network, touch.id)
        assert touch.before != touch.after
    check_touches(network, touches)
    return network.would_be(touches)


def everything(network: Network) -> dict[str, Record]:
    records: list[Record] = [*network.node_records(), *network.relation_records()]
    return {record.id: record for record in records}


def holders(network: Network, seat: str) -> list[tuple[str, str | None, str | None]]:
    """Who ever held a seat: the person, and from when until when."""
    held = [r for r in network.relation_records() if r.type == "HOLDS" and r.target == seat]
    ordered = sorted(held, key=lambda r: (r.since or date.min, r.until or date.max))
    return [(r.origin, _written(r.since), _written(r.until)) for r in ordered]


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
