"""Cursors: where somebody was in a list, as a text that says nothing to anybody else.

A cursor holds what its item is ordered by and its id, so a list goes on behind it after any write, also when the item
is gone. A digest tells a cursor of this list from one that was altered, cut off or taken from another list, or from
the same one narrowed otherwise.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from hashlib import blake2s

import orjson

from graph.errors import BadInput

Key = tuple[str | int | float, ...]

_DIGEST = 6
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Order:
    """What lists of one sort are ordered by: a name for it, and the types of what stands in a key."""

    name: str
    parts: tuple[type[str] | type[int] | type[float], ...]

    def of(self, *which: object) -> Order:
        """The order of one list of this sort: of whom it is, and by what it is narrowed."""
        return Order(f"{self.name} {which!r}", self.parts)


def write_cursor(order: Order, key: Key) -> str:
    """The cursor of an item."""
    payload = orjson.dumps(key)
    return urlsafe_b64encode(_digest(order, payload) + payload).decode().rstrip("=")


def read_cursor(order: Order, cursor: str, field: str = "after") -> Key:
    """The key that a cursor holds. Raises BadInput when it is no cursor of this order."""
    if len(cursor) <= _LONGEST and cursor.isascii():
        try:
            read = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
            digest, payload = read[:_DIGEST], read[_DIGEST:]
            key = orjson.loads(payload) if digest == _digest(order, payload) else None
        except (NotBase64, ValueError):
            key = None
        # Written anew it must be the same text: reading base64 passes over signs that are not in its alphabet.
        if isinstance(key, list) and tuple(map(type, key)) == order.parts and write_cursor(order, tuple(key)) == cursor:
            return tuple(key)
    raise BadInput(
        f"{field} is no cursor of this list.",
        field=field,
        actual=cursor[:40],
        expected="a `cursor` or `endCursor` of the same list, narrowed by the same arguments, unaltered",
        help="Begin without `after`.",
    )


def _digest(order: Order, payload: bytes) -> bytes:
    name = order.name.encode("utf-8", "replace")
    return blake2s(b"%d %b %b" % (len(name), name, payload), digest_size=_DIGEST).digest()
