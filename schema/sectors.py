"""Sectors in the schema."""

from __future__ import annotations

from graph.vocabulary import Unit
from resolvers import neighbours
from schema.declaring import answered, object_type
from schema.members import member
from schema.nodes import Node, views


@object_type
class Sector(Node):
    """A sector of the taxonomy. Its id is its code."""

    @answered
    def within(self) -> list[Sector]:
        """The wider sectors that it is a part of."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "PART_OF", kind="Sector"))

    weighs: Unit = member("Sector", "weighs")
