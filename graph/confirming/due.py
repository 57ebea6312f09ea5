"""What is due: entries that nobody has confirmed for long, and contact details whose time is up."""

from __future__ import annotations

from datetime import date, timedelta

from graph.confirming.entry import SHOWN
from graph.cut import Cut
from graph.name_order import name_key
from graph.network import KIND_NUMBER, Network
from graph.records import NodeRecord
from graph.strengths import months_before


def is_stale(cut: Cut, person: int, months: int) -> bool:
    """Whether a person, or a present relation of theirs, was neither confirmed nor began within so many months."""
    limit = months_before(cut.date, months)
    record = cut.node(person)
    if all(day is None or day <= limit for day in (record.confirmed_at, record.since)):
        return True
    r = cut.network.relations
    own = (*(i for t in SHOWN for i in cut.relations_out(person, t)), *cut.relations_into(person, "KNOWS"))
    return any(max(r.confirmed[i], r.since[i]) <= limit.toordinal() for i in own)


def retention_due(network: Network, day: date, within: int) -> list[int]:
    """The people whose contact details may be kept until a day that has passed, or comes within so many days: the
    soonest first, then by name. Whoever left the network long ago is among them."""
    last = (day + timedelta(days=within)).isoformat()
    due = (i for i in _people(network) if "" < retained(network.node(i)) <= last)
    return sorted(due, key=lambda i: due_key(network.node(i)))


def without_retention(network: Network) -> list[int]:
    """The people whose contact details are kept without a date until when, by name. Whoever left the network long ago
    is among them."""
    found = (i for i in _people(network) if _kept_without_date(network.node(i)))
    return sorted(found, key=lambda i: name_key(network.node(i)))


def due_key(person: NodeRecord) -> tuple[str, str, str]:
    """Where a person stands among those whose contact details are due."""
    return retained(person), *name_key(person)


def retained(person: NodeRecord) -> str:
    """Until when (YYYY-MM-DD) the contact details of a person are kept; empty where there are none, or no date."""
    return str(person.members.get("retainUntil", "")) if _has_contact_details(person) else ""


def _kept_without_date(person: NodeRecord) -> bool:
    return _has_contact_details(person) and "retainUntil" not in person.members


def _has_contact_details(person: NodeRecord) -> bool:
    return "email" in person.members or "phone" in person.members


def _people(network: Network) -> list[int]:
    people: list[int] = (network.nodes.kind == KIND_NUMBER["Person"]).nonzero()[0].tolist()
    return people
