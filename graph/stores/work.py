"""A change set on its way into a store: the change that it becomes, and what there is to do for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from graph.errors import BadInput, Conflict
from graph.records import Change, ChangeSet, NodeRecord, RelationRecord, Touch
from graph.stores.images import in_order


def next_change(change_set: ChangeSet, version: int) -> Change:
    """The change that a change set becomes, now, on top of a version."""
    touches = in_order(change_set.touches)
    return Change(version + 1, datetime.now(UTC), change_set.by, change_set.because, touches)


def on_version(change_set: ChangeSet, version: int, based_on: int) -> Change:
    """The next change, or Conflict when the version is no longer the one that it is based on."""
    if version != based_on:
        raise Conflict(
            f"the network is at version {version} by now",
            actual=version,
            expected=based_on,
            help="Look at what changed, and offer the change again.",
        )
    return next_change(change_set, version)


def does_not_fit(what: str) -> BadInput:
    """The error of a change that a store cannot take."""
    return BadInput(
        f"the change does not fit the store: {what}",
        expected="new ids and codes that are free, and known ids and ends that are there",
        help="Nothing was stored. Check the change against the network as it is now.",
    )


@dataclass(frozen=True, slots=True)
class Work:
    """What is removed, changed and new: a change set taken apart.

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
