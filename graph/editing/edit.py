"""What an edit comes to, and what all of them use."""

from __future__ import annotations

import secrets
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass

from graph.network import GONE, Network
from graph.records import Record, RelationRecord, Touch

_ID_BYTES = 10  # 80 random bits: of a million million new ids, two are the same with a chance of one in two


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to be written, and the ids of what it is about, what is new first."""

    touches: tuple[Touch, ...]
    ids: tuple[str, ...]


def new_id() -> str:
    """An id that nothing has: sixteen letters and digits that say nothing."""
    return b32encode(secrets.token_bytes(_ID_BYTES)).decode().lower()


def found(network: Network, id: str) -> Record | None:
    """The node or relation with an id."""
    return network.node_by_id(id) or network.relation_by_id(id)


def relations_from(network: Network, id: str, type: str | None = None) -> Iterator[RelationRecord]:
    """The relations (of a type) from a node, whatever their period."""
    return _relations(network, id, type, out=True)


def relations_to(network: Network, id: str, type: str | None = None) -> Iterator[RelationRecord]:
    """The relations (of a type) to a node, whatever their period."""
    return _relations(network, id, type, out=False)


def _relations(network: Network, id: str, type: str | None, *, out: bool) -> Iterator[RelationRecord]:
    node = network.index(id)
    if node is None:
        return
    for index in (network.out if out else network.into).of_node(node).tolist():
        if network.relations.type[index] != GONE:
            relation = network.relation(index)
            if type is None or relation.type == type:
                yield relation
