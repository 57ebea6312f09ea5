"""Appointing: a person takes a seat from a day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from graph.editing.edit import Edit, new_id, relations_to
from graph.errors import BadInput
from graph.network import Network
from graph.records import NodeRecord, RelationRecord, Touch, identity
from graph.vocabulary import default_visibility


def appoint(network: Network, seat: NodeRecord, person: NodeRecord, since: date, today: date) -> Edit:
    """Give a seat to a person from a day on.

    Whoever holds it on that day holds it until then. Is it the same person, then nothing begins: their holding goes
    on, confirmed today. Somebody who is to hold it later still will, and the new holding ends when theirs begins; but
    when that has begun by today, it is a mistake to have somebody else begin before.
    """
    _check_there(seat, "seat", since)
    _check_there(person, "person", since)
    holdings = [h for h in relations_to(network, seat.id, "HOLDS") if h.until is None or h.until > since]
    later = min((h for h in holdings if _begin(h) > since), key=_begin, default=None)
    if later is not None and _begin(later) <= today:
        raise BadInput(
            f"Somebody else holds the seat since {later.since}.",
            field="since",
            actual=since.isoformat(),
            expected=f"{later.since} or later",
            help="Holdings of the past are written with `put`, each with its own period.",
        )
    until = later.since if later else None
    now = next((h for h in holdings if _begin(h) <= since), None)
    if now is not None and now.origin == person.id:
        return Edit((Touch(now, _confirmed(replace(now, until=until), today)),), (now.id,))
    begun = _holding(network, seat, person, since, until, today)
    ended = () if now is None else (Touch(now, replace(now, until=since)),)
    return Edit((begun, *ended), (begun.id, *(touch.id for touch in ended)))


def _holding(
    network: Network, seat: NodeRecord, person: NodeRecord, since: date, until: date | None, today: date
) -> Touch:
    """The holding that begins; one that began on that very day and did not last goes on."""
    id = identity("HOLDS", person.id, seat.id, since)
    before = network.relation_by_id(id)
    if before is not None and before.since == since:
        return Touch(before, _confirmed(replace(before, until=until), today))
    visibility = default_visibility(person.kind, seat.kind)
    return Touch(
        None,
        RelationRecord(id if before is None else new_id(), "HOLDS", person.id, seat.id, since, until, visibility),
    )


def _confirmed(holding: RelationRecord, today: date) -> RelationRecord:
    return replace(holding, confirmed_at=max(holding.confirmed_at or today, today))


def _begin(holding: RelationRecord) -> date:
    return holding.since or date.min


def _check_there(node: NodeRecord, field: str, day: date) -> None:
    if node.since is not None and day < node.since:
        wrong, right = f"begins on {node.since}", f"{node.since} or later"
    elif node.until is not None and node.until <= day:
        wrong, right = f"ended on {node.until}", f"a day before {node.until}, or another {field}"
    else:
        return
    raise BadInput(
        f"«{node.id}» {wrong}: that is not there on {day}.", field="since", actual=day.isoformat(), expected=right
    )
