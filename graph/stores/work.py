"""A change set taken apart into what a store has to do, in the order in which it can be done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.records import NodeRecord, RelationRecord, Touch


@dataclass(frozen=True, slots=True)
class Work:
    """What is removed, changed and new.

    The order of the members is one in which everything fits at every moment: relations go before their ends, and
    nodes come before their relations. (A code may pass from one changed node to another: codes are cleared first.)
    """

    removed_relations: list[RelationRecord] = field(default_factory=list)
    removed_nodes: list[NodeRecord] = field(default_factory=list)
    changed_nodes: list[tuple[NodeRecord, NodeRecord]] = field(default_factory=list)
    new_nodes: list[NodeRecord] = field(default_factory=list)
    changed_relations: list[tuple[RelationRecord, RelationRecord]] = field(default_factory=list)
    new_relations: list[RelationRecord] = field(default_factory=list)

    @classmethod
    def of(cls, touches: Iterable[Touch]) -> Work:
        """The work of these touches. A node keeps its kind, a relation its type and ends: other things are others."""
        work = cls()
        for touch in touches:
            match touch.before, touch.after:
                case None, NodeRecord() as node:
                    work.new_nodes.append(node)
                case None, RelationRecord() as relation:
                    work.new_relations.append(relation)
                case NodeRecord() as node, None:
                    work.removed_nodes.append(node)
                case RelationRecord() as relation, None:
                    work.removed_relations.append(relation)
                case NodeRecord() as before, NodeRecord() as after if before.kind == after.kind:
                    work.changed_nodes.append((before, after))
                case RelationRecord() as before, RelationRecord() as after if _sort(before) == _sort(after):
                    work.changed_relations.append((before, after))
                case _:
                    raise ValueError(f"{touch.id} would become something of another sort")
        return work


def _sort(relation: RelationRecord) -> tuple[str, str, str]:
    return relation.type, relation.origin, relation.target


def codes(node: NodeRecord) -> dict[str, str]:
    """The codes of a node by code system."""
    written = node.members.get("codes")
    return {system: str(code) for system, code in written.items()} if isinstance(written, dict) else {}
