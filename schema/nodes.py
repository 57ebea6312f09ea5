"""Nodes and relations: what every node is, and a node of the network as its kind's own type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Self, TypeVar, cast

import strawberry
from strawberry import ID, Private
from strawberry.scalars import JSON

from graph.cut import Cut
from graph.records import NodeRecord, RelationRecord
from graph.records import Source as SourceRecord
from graph.vocabulary import KINDS, RELATIONS
from resolvers import neighbours
from resolvers.changes import history
from resolvers.context import Context
from resolvers.members import shown
from resolvers.neighbours import Direction
from resolvers.pages import Page
from schema.changes import Change
from schema.connections import Connection, connection
from schema.declaring import answered, answered_as, interface, object_type
from schema.enumerations import NodeKind, RelationType, names
from schema.lazily import LazyObservation

Info = strawberry.Info[Context, None]
N = TypeVar("N", bound="Node")

_TYPES: dict[str, type[Node]] = {}


@object_type
class Source:
    """Where something was read."""

    title: str
    url: str | None
    retrieved: date | None


def sources(records: Iterable[SourceRecord]) -> list[Source]:
    """Sources as the API gives them."""
    return [Source(title=source.title, url=source.url, retrieved=source.retrieved) for source in records]


@interface
class Node:
    """Anything of the network: a person, an organisation, a coalition, a seat, ..."""

    cut: Private[Cut]
    index: Private[int]
    id: ID
    kind: NodeKind
    name: str
    since: date | None
    until: date | None
    version: int
    confirmed_at: date | None

    def __init_subclass__(cls) -> None:
        _TYPES[cls.__name__] = cls

    @property
    def record(self) -> NodeRecord:
        """The record that this is the view of."""
        return self.cut.node(self.index)

    @answered
    def sources(self) -> list[Source]:
        """Where this was read."""
        return sources(self.record.sources)

    @answered
    def predecessors(self) -> list[Node]:
        """What this came after, also when that is not there on the date."""
        return views(self.cut, neighbours.predecessors(self.cut, self.index))

    @answered
    def successors(self) -> list[Node]:
        """What came after this, also when that is not there on the date."""
        return views(self.cut, neighbours.successors(self.cut, self.index))

    @answered
    def relations(
        self,
        types: list[RelationType] | None = None,
        direction: Direction = Direction.BOTH,
        first: int = 25,
        after: str | None = None,
    ) -> Connection[Relation] | None:
        """The relations that are present on the date; none of a node that is not there itself. Relations without a
        direction (KNOWS, RELATED_TO) are given whichever is asked for."""
        found = neighbours.relations(self.cut, self.index, names(types), direction, first, after)
        return connection(found, lambda relation: Relation.of(self.cut, relation))

    @answered
    def observations(
        self, indicator: str | None = None, first: int = 25, after: str | None = None
    ) -> Connection[LazyObservation] | None:
        """What was measured of it, or only one indicator, in order of the days on which it was."""
        return page_of_views(self.cut, neighbours.observations(self.cut, self.index, indicator, first, after))

    @answered
    def history(self, info: Info, first: int = 25) -> list[Change] | None:
        """The last changes of this node itself, newest first, as far as the viewer may see them."""
        context = replace(info.context, reduced=self.cut.reduced)  # of a mutation's network, which is a version on
        return [Change.of(change) for change in history(context, self.id, first)]


@object_type
class RelationView:
    """What the views of all relations have: their period, and both ends."""

    cut: Private[Cut]
    index: Private[int]
    id: ID
    since: date | None
    until: date | None
    confirmed_at: date | None

    @classmethod
    def of(cls, cut: Cut, relation: int) -> Self:
        """A relation of the network as the API gives it."""
        record = cut.network.relation(relation)
        return cls(
            cut=cut,
            index=relation,
            id=ID(record.id),
            since=record.since,
            until=record.until,
            confirmed_at=record.confirmed_at,
        )

    @property
    def record(self) -> RelationRecord:
        """The record that this is the view of."""
        return self.cut.network.relation(self.index)

    def _origin(self) -> N:  # type: ignore[type-var]
        return view(self.cut, int(self.cut.network.relations.origin[self.index]))

    def _target(self) -> N:  # type: ignore[type-var]
        return view(self.cut, int(self.cut.network.relations.target[self.index]))


@object_type
class Relation(RelationView):
    """A relation from one node to another. `properties` are its type's own: title and themes of a function, ..."""

    @answered
    def type(self) -> RelationType:
        """Which sort of relation it is."""
        return cast(RelationType, self.record.type)  # enumerations are answered by value

    @answered
    def sources(self) -> list[Source]:
        """Where this was read."""
        return sources(self.record.sources)

    @answered
    def properties(self) -> JSON:
        """Its type's own members, as far as the viewer may see them."""
        record = self.record
        return JSON(shown(self.cut.reduced, RELATIONS[record.type].members, record.members))

    @answered_as("from")
    def origin(self) -> Node:
        """The node it goes from."""
        return self._origin()

    @answered_as("to")
    def target(self) -> Node:
        """The node it goes to."""
        return self._target()


def kinds() -> list[type[Node]]:
    """The types of all kinds of nodes."""
    return [_TYPES[kind] for kind in KINDS]


def view(cut: Cut, node: int) -> N:  # type: ignore[type-var]
    """A node as its kind's own type, which whoever asks knows."""
    network = cut.network
    record = network.node(node)
    viewed = _TYPES[record.kind](
        cut=cut,
        index=node,
        id=ID(record.id),
        kind=cast(NodeKind, record.kind),  # enumerations are answered by value fastest
        name=record.name,
        since=record.since,
        until=record.until,
        version=int(network.nodes.version[node]),
        confirmed_at=record.confirmed_at,
    )
    return cast(N, viewed)


def views(cut: Cut, nodes: Iterable[int]) -> list[N]:
    """Nodes as their kinds' own types."""
    return [view(cut, node) for node in nodes]


def page_of_views(cut: Cut, page: Page[int]) -> Connection[N]:
    """A page of nodes as the API gives it."""
    return connection(page, lambda node: view(cut, node))
