"""The order of lists: the sort key of the name, then the id. The same everywhere, for every viewer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from graph.network import Bools, Ints, Network
from graph.records import NodeRecord
from graph.remembered import remembered
from graph.text import sort_key

NameKey = tuple[str, str]
"""Where a node stands among others: the sort key of its name, and its id."""


def name_key(record: NodeRecord) -> NameKey:
    """Where a node stands in lists."""
    return sort_key(record.name, record.kind == "Person"), record.id


@dataclass(frozen=True)
class NameOrder:
    """The nodes of a network in their order, and the place of each node in it (-1: removed)."""

    nodes: Ints
    place: Ints

    def sorted(self, nodes: Iterable[int]) -> list[int]:
        """Some nodes, in order."""
        return sorted(nodes, key=self.place.__getitem__)

    def of(self, wanted: Bools) -> list[int]:
        """The nodes of a mask, in order."""
        found: list[int] = self.nodes[wanted[self.nodes]].tolist()
        return found


@remembered
def name_order(network: Network) -> NameOrder:
    """The order of a network's nodes."""
    records = network.nodes.records
    keyed = sorted((name_key(record), index) for index, record in enumerate(records) if record is not None)
    nodes = np.array([index for _, index in keyed], np.int32)
    place = np.full(len(records), -1, np.int32)
    place[nodes] = np.arange(len(nodes), dtype=np.int32)
    return NameOrder(nodes, place)
