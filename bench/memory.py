"""Networks of lines without a store: how the measurements that need none begin."""

from __future__ import annotations

from collections.abc import Iterable

from bench.networks import DAY
from graph.cut import Cut
from graph.lines import Line, read_line
from graph.network import Network, Stored
from graph.records import NodeRecord
from graph.reduced import ReducedNetwork
from graph.viewers import STEWARD


def network_of(lines: Iterable[Line]) -> Network:
    """The network of well-made lines, nodes first."""
    read = [read_line(line) for line in lines]
    records = [record for record in read if not isinstance(record, list)]
    assert len(records) == len(read)
    ordered = sorted(records, key=lambda record: not isinstance(record, NodeRecord))
    return Network.of(1, (Stored(record, 1) for record in ordered))


def cut_of(network: Network) -> Cut:
    return ReducedNetwork(network, STEWARD).on(DAY)
