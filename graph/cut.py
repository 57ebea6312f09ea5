"""The cut: the network of one class of viewers on one date. Every question is answered on a cut."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from threading import Lock, RLock
from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from graph.deadline import held
from graph.network import GONE, KIND_NUMBER, TYPE_NUMBER, Bools, Ints, Side
from graph.records import NodeRecord
from graph.vocabulary import KINDS, is_a

if TYPE_CHECKING:
    from graph.reduced import ReducedNetwork

_T = TypeVar("_T")
KEPT_LATELY = 32  # of what is derived of whatever callers name: an array of everybody each
_NOTHING = object()
_ATTENDED = TYPE_NUMBER["ATTENDED"]


class Cut:
    """What is present for these viewers on this date.

    A node is present when since <= date < until; a relation when its period holds the date too and both of its ends
    are present. (Having attended a meeting has no period.) Indices are those of the network.
    """

    def __init__(self, reduced: ReducedNetwork, day: date) -> None:
        self.reduced = reduced
        self.network = reduced.network
        self.date = day
        self.day = day.toordinal()
        self._kept: dict[Hashable, object] = {}
        self._making: dict[Hashable, RLock] = {}
        self._lately: dict[str, OrderedDict[Hashable, None]] = {}
        self._lock = Lock()
        nodes, r = self.network.nodes, self.network.relations
        self.node_present: Bools = reduced.node_seen & (nodes.since <= self.day) & (self.day < nodes.until)
        in_period = ((r.since <= self.day) & (self.day < r.until)) | (r.type == _ATTENDED)
        ends = self.node_present[r.origin] & self.node_present[r.target]
        self.relation_present: Bools = reduced.relation_seen & in_period & ends
        self._type_present = np.where(self.relation_present, r.type, GONE)

    def kept(self, name: Hashable, make: Callable[[], _T]) -> _T:
        """Something derived from this cut, made when it is first asked for and kept as long as the cut."""
        found = self._kept.get(name, _NOTHING)
        if found is _NOTHING:
            # A lock for each name: what is quickly made does not wait for what takes long.
            with self._lock:
                making = self._making.setdefault(name, RLock())
            with held(making):
                found = self._kept.get(name, _NOTHING)
                if found is _NOTHING:
                    found = self._kept[name] = make()
        return cast(_T, found)

    def kept_lately(self, name: str, of: Hashable, make: Callable[[], _T]) -> _T:
        """As `kept`, for what is derived of whatever callers name: only the last few are kept."""
        each = (name, of)
        found = self.kept(each, make)
        with self._lock:
            lately = self._lately.setdefault(name, OrderedDict())
            lately[each] = None
            lately.move_to_end(each)
            if len(lately) > KEPT_LATELY:
                oldest, _ = lately.popitem(last=False)
                self._kept.pop(oldest, None)
                self._making.pop(oldest, None)
        return found

    # One node

    def index(self, id: str) -> int | None:
        """The index of a node that is present, by its id."""
        index = self.network.index(id)
        return index if index is not None and self.node_present[index] else None

    def node(self, index: int) -> NodeRecord:
        """The record of a node."""
        return self.network.node(index)

    def is_a(self, index: int, kind: str) -> bool:
        """Whether a node is of a kind or family."""
        return is_a(self.network.node(index).kind, kind)

    # Neighbours

    def relations_out(self, node: int, type: str) -> list[int]:
        """The present relations of a type from a node."""
        return self._relations(self.network.out, node, type, self._type_present)

    def relations_into(self, node: int, type: str) -> list[int]:
        """The present relations of a type to a node."""
        return self._relations(self.network.into, node, type, self._type_present)

    def ever_out(self, node: int, type: str) -> list[int]:
        """The relations of a type from a node that these viewers see, whatever the date."""
        return self._relations(self.network.out, node, type, self.reduced.type_seen)

    def ever_into(self, node: int, type: str) -> list[int]:
        """The relations of a type to a node that these viewers see, whatever the date."""
        return self._relations(self.network.into, node, type, self.reduced.type_seen)

    def targets(self, node: int, type: str) -> list[int]:
        """The nodes to which a node has a present relation of a type, once each, in order of arrival."""
        return list(dict.fromkeys(self.network.relations.target[self.relations_out(node, type)].tolist()))

    def origins(self, node: int, type: str) -> list[int]:
        """The nodes that have a present relation of a type to a node, once each, in order of arrival."""
        return list(dict.fromkeys(self.network.relations.origin[self.relations_into(node, type)].tolist()))

    def _relations(self, side: Side, node: int, type: str, types: NDArray[np.int8]) -> list[int]:
        """The relations of a node, in order of arrival; `types` has GONE for those that do not count."""
        around = side.of_node(node)
        found: list[int] = around[types[around] == TYPE_NUMBER[type]].tolist()
        return found

    # All of a sort

    def of_kind(self, kind: str) -> list[int]:
        """The present nodes of a kind or family."""
        numbers = [KIND_NUMBER[name] for name in KINDS if is_a(name, kind)]
        wanted = (
            np.isin(self.network.nodes.kind, numbers) if len(numbers) > 1 else self.network.nodes.kind == numbers[0]
        )
        return np.flatnonzero(wanted & self.node_present).tolist()

    def of_type(self, type: str) -> Ints:
        """The present relations of a type."""
        wanted = (self.network.relations.type == TYPE_NUMBER[type]) & self.relation_present
        return np.flatnonzero(wanted).astype(np.int32)

    # Wholes and parts

    def links(self, type: str) -> dict[int, list[int]]:
        """The nodes to which each node has a present relation of a type: for whoever asks it of many nodes."""
        return self._linked(type, "origin", "target")

    def back_links(self, type: str) -> dict[int, list[int]]:
        """The nodes that have a present relation of a type to each node: for whoever asks it of many nodes."""
        return self._linked(type, "target", "origin")

    def _linked(self, type: str, by: str, other: str) -> dict[int, list[int]]:
        def make() -> dict[int, list[int]]:
            r, found = self.network.relations, self.of_type(type)
            links: dict[int, dict[int, None]] = {}
            for one, another in zip(getattr(r, by)[found].tolist(), getattr(r, other)[found].tolist(), strict=True):
                links.setdefault(one, {})[another] = None
            return {one: list(others) for one, others in links.items()}

        return self.kept(f"links {type} by {by}", make)

    def with_parts(self, node: int) -> set[int]:
        """A node and everything that is part of it, at any depth."""
        return _closure(self.back_links("PART_OF"), (node,))

    def with_wholes(self, node: int) -> set[int]:
        """A node and everything that it is part of, at any height."""
        return _closure(self.links("PART_OF"), (node,))


def _closure(links: dict[int, list[int]], start: Iterable[int]) -> set[int]:
    found = set(start)
    open_ = list(found)
    while open_:
        for other in links.get(open_.pop(), ()):
            if other not in found:
                found.add(other)
                open_.append(other)
    return found
