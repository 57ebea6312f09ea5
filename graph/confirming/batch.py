"""Whom to ask: the people of a batch."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.confirming.answers import mailable
from graph.confirming.asking import Asked, Delivery
from graph.confirming.due import is_stale
from graph.cut import Cut
from graph.errors import BadInput, NotFound
from graph.name_order import name_key
from graph.people import members
from graph.records import NodeRecord


@dataclass(frozen=True, slots=True)
class Batch:
    """The people to ask now, those who have no address to ask them at, and those who were asked already: a link of
    theirs was handed over that has not expired, answered or not. All by name."""

    to_ask: tuple[NodeRecord, ...]
    without_address: tuple[NodeRecord, ...]
    asked_already: tuple[NodeRecord, ...]


def chosen(cut: Cut, coalitions: Collection[str], people: Collection[str], stale: int | None) -> list[NodeRecord]:
    """Those who hold a seat in one of the coalitions, and these people; everybody, where neither is named. With
    `stale`, only those of whom something has been unconfirmed for so many months.

    Raises NotFound for an id that is not there today, BadInput for that of something else.
    """
    if coalitions or people:
        found = {holder for id in coalitions for holder in members(cut, _at(cut, id, "--coalition", "Coalition"))}
        found |= {_at(cut, id, "--person", "Person") for id in people}
    else:
        found = set(cut.of_kind("Person"))
    wanted = (index for index in found if stale is None or is_stale(cut, index, stale))
    return sorted((cut.node(index) for index in wanted), key=name_key)


def batch(people: Collection[NodeRecord], asked: Mapping[str, Asked], now: datetime, *, again: bool) -> Batch:
    """The people who are chosen, parted. With `again`, those who were asked already are asked anew."""
    parts: tuple[list[NodeRecord], list[NodeRecord], list[NodeRecord]] = ([], [], [])
    to_ask, without_address, asked_already = parts
    for person in people:
        if not again and _is_asked(asked.get(person.id), now):
            asked_already.append(person)
        elif mailable(str(person.members.get("email", ""))):
            to_ask.append(person)
        else:
            without_address.append(person)
    return Batch(*map(tuple, parts))


def _is_asked(asked: Asked | None, now: datetime) -> bool:
    return asked is not None and asked.delivery is Delivery.HANDED_OVER and now < asked.expires


def _at(cut: Cut, id: str, field: str, kind: str) -> int:
    index = cut.index(id)
    if index is None:
        raise NotFound(f"There is no «{id}» today.", field=field, actual=id, expected=f"the id of a {kind}")
    if not cut.is_a(index, kind):
        raise BadInput(f"«{id}» is a {cut.node(index).kind}.", field=field, actual=id, expected=f"the id of a {kind}")
    return index
