"""What can be listened to."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass

from strawberry import ID

from resolvers.arguments import node_ever
from resolvers.changes import SeenChange
from resolvers.context import Context
from resolvers.movements import Moves
from schema.changes import Change
from schema.declaring import listened, object_type
from schema.nodes import Info


@dataclass(frozen=True)
class Heard(AsyncIterable[Change]):
    """What a subscription hears. It is not iterated: those who listen are told together, see
    `server.graphql_over_http.listeners`."""

    moves: Moves

    def holds_for(self, context: object) -> bool:
        """Whether who asks in this context still sees what they saw when they began to listen."""
        return isinstance(context, Context) and context.reduced.viewer == self.moves.viewer

    def root(self, seen: SeenChange) -> Change:
        """The value of the field at a change."""
        return Change.of(seen)

    def __aiter__(self) -> AsyncIterator[Change]:
        raise TypeError("a subscription is told by those who listen, not iterated")


@object_type
class Subscription:
    """What can be listened to, over server-sent events."""

    @listened
    def changed(self, info: Info, around: ID | None = None) -> AsyncIterable[Change]:
        """The version moved: each change, in order, of which the viewer may see anything. With `around`, only those
        that touched that node, its relations, or a node at the other end of one of these. The id of an event is its
        version: whoever comes back with it, as Last-Event-ID, hears what happened meanwhile. A client asks again for
        what it shows."""
        context = info.context
        if around is not None:
            node_ever(context.on(None), around, "around")
        return Heard(Moves(context.reduced.viewer, around))
