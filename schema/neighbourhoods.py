"""Neighbourhoods in the schema."""

from __future__ import annotations

from graph.cut import Cut
from graph.neighbourhood import Neighbourhood
from schema.declaring import object_type
from schema.nodes import Node, Relation, views


@object_type
class Subgraph:
    """A piece of the network: nodes, nearest first, and the relations among them. `truncated`: there were more."""

    nodes: list[Node]
    relations: list[Relation]
    truncated: bool

    @classmethod
    def of(cls, cut: Cut, found: Neighbourhood) -> Subgraph:
        """A neighbourhood as the API gives it."""
        return cls(
            nodes=views(cut, found.nodes),
            relations=[Relation.of(cut, relation) for relation in found.relations],
            truncated=found.truncated,
        )
