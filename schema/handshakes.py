"""Handshakes in the schema."""

from __future__ import annotations

from datetime import date

import strawberry
from strawberry import Private

from graph import handshakes
from graph.cut import Cut
from graph.strengths import HandshakeKind
from schema.declaring import answered, object_type
from schema.lazily import LazyPerson
from schema.nodes import Node, view


@object_type
class HandshakeReason:
    """A context that two people share, and how strongly it binds them.

    `size` is the number of people in it; `confirmedAt` the date its strength is counted from. Both are null where the
    kind knows none.
    """

    cut: Private[Cut]
    node: Private[int | None]
    kind: HandshakeKind
    strength: float
    size: int | None
    confirmed_at: date | None

    @answered
    def context(self) -> Node | None:
        """The coalition, organisation or meeting; null where they just know each other."""
        return None if self.node is None else view(self.cut, self.node)


@object_type
class Handshake:
    """One step of a short line: two people who can reach each other, and why."""

    from_: LazyPerson = strawberry.field(name="from")
    to: LazyPerson
    strength: float
    reasons: list[HandshakeReason]

    @classmethod
    def of(cls, cut: Cut, handshake: handshakes.Handshake) -> Handshake:
        """A handshake of the network as the API gives it."""
        return cls(
            from_=view(cut, handshake.origin),
            to=view(cut, handshake.target),
            strength=handshake.strength,
            reasons=[
                HandshakeReason(
                    cut=cut,
                    node=reason.context,
                    kind=reason.kind,
                    strength=reason.strength,
                    size=reason.size,
                    confirmed_at=reason.confirmed_at,
                )
                for reason in handshake.reasons
            ],
        )
