"""Sectors in the schema."""

from __future__ import annotations

from graph.vocabulary import Unit
from resolvers import neighbours
from resolvers.pages import page_of_nodes
from schema.connections import Connection
from schema.declaring import answered, object_type
from schema.lazily import LazySeat
from schema.members import member
from schema.nodes import Node, page_of_views, views


@object_type
class Sector(Node):
    """A sector of the taxonomy. Its id is its code."""

    @answered
    def within(self) -> list[Sector]:
        """The wider sectors that it is a part of."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "PART_OF", kind="Sector"))

    @answered
    def seats(self, first: int = 25, after: str | None = None) -> Connection[LazySeat] | None:
        """The seats of this sector and of those below it, at every table."""
        seats = neighbours.seats_of_sector(self.cut, self.index)
        return page_of_views(self.cut, page_of_nodes(self.cut, seats, first, after, "seats", self.id))

    weighs: Unit = member("Sector", "weighs")
