"""The analyses, with the nodes that they name, for whoever may ask for them."""

from __future__ import annotations

from collections.abc import Sequence

from graph.analyses import departure as leaving
from graph.analyses import minimal_delegation as delegations
from graph.cut import Cut
from graph.errors import BadInput
from resolvers.arguments import node_on, nodes_on


def departure(cut: Cut, person: str) -> leaving.Departure:
    """What breaks when a person leaves."""
    return leaving.departure(cut, node_on(cut, person, "person", "Person"))


def minimal_delegation(
    cut: Cut, coalition: str, require: Sequence[str], exclude: Sequence[str]
) -> delegations.MinimalDelegation:
    """The fewest people who would fill every cell of a coalition. Raises BadInput for whoever is to be in and out."""
    at = node_on(cut, coalition, "coalition", "Coalition")
    required, excluded = nodes_on(cut, require, "require", "Person"), nodes_on(cut, exclude, "exclude", "Person")
    both = [cut.node(person).id for person in required if person in excluded]
    if both:
        raise BadInput(
            f"«{both[0]}» is both required and excluded.",
            field="exclude",
            actual=both[0],
            expected="people who are not required as well",
        )
    return delegations.minimal_delegation(cut, at, required, excluded)
