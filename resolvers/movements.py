"""What moved, and for whom: the changes of which somebody who listens is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.live import LiveNetwork
from graph.network import Bools
from graph.records import Change, NodeRecord, RelationRecord, Touch
from graph.reduced import ReducedNetwork
from graph.viewers import ViewerClass
from resolvers.changes import SeenChange, open_to, seen_change

CHANGES_AT_ONCE = 100
"""Changes that are read from the log in one go."""
MOST_DETAILED = 1_000
"""Things that a change may touch and still be told with its details to everybody who listens."""


def _fit(things: int) -> bool:
    return things <= MOST_DETAILED


@dataclass(frozen=True, slots=True)
class Moves:
    """What somebody listens to: the changes that show these viewers something, or, of them, those around one node.

    A change is around a node when it touched the node, a relation of it, or a node at the other end of a relation of
    it, whatever the period of that relation.
    """

    viewer: ViewerClass
    around: str | None = None


class Movements:
    """The movements of a live network. Everything but `version` and `when_moved` may wait for the store."""

    def __init__(self, live: LiveNetwork) -> None:
        self._live = live

    @property
    def version(self) -> int:
        """The newest version that is known here."""
        return self._live.network.version

    def when_moved(self, told: Callable[[], None]) -> None:
        """Call this at each new version, in whatever thread; it has to return at once."""
        self._live.when_moved(told)

    def seen_by(self, viewer: ViewerClass) -> int:
        """The version that these viewers know of: the last at which something moved that they see."""
        return self._live.reduced(viewer).version

    def reach(self, version: int) -> int:
        """The newest version that is known here, when another process may have written this one; at most this one."""
        if version > self.version:
            self._live.refresh()
        return min(version, self.version)

    def between(self, listened: Collection[Moves], since: int, until: int) -> dict[Moves, list[SeenChange]]:
        """The changes after one version up to another, at most `CHANGES_AT_ONCE`, in order, for each that has any."""
        changes = [c for c in self._live.store.changes_since(since, CHANGES_AT_ONCE) if c.version <= until]
        of_viewer: dict[ViewerClass, list[Moves]] = defaultdict(list)
        for moves in listened:
            of_viewer[moves.viewer].append(moves)
        found: dict[Moves, list[SeenChange]] = defaultdict(list)
        for viewer, theirs in of_viewer.items():
            reduced = self._live.reduced(viewer)
            for change in changes:
                seen = seen_change(reduced, change, _fit)
                if seen is not None:
                    for moves in _concerned(seen, change, theirs):
                        found[moves].append(seen)
        return found


def _concerned(seen: SeenChange, change: Change, listened: Sequence[Moves]) -> Iterator[Moves]:
    reach = _Reach(seen, change)
    return (moves for moves in listened if moves.around is None or reach.includes(moves.around))


@dataclass(frozen=True)
class _Reach:
    """How far a change reaches for those who see it so: around which nodes something moved."""

    seen: SeenChange
    change: Change

    def includes(self, id: str) -> bool:
        """Whether something moved around a node."""
        return id in self._at or self._touches_neighbour_of(id)

    @cached_property
    def _at(self) -> set[str]:
        """The nodes touched, and those of which a relation was."""
        at = {id for touch in self.seen.touches for id in _nodes_of(touch)}
        # A neighbour that is gone took the relation along: who saw that saw the two together.
        gone = {touch.id for touch in self.seen.touches if touch.after is None}
        for touch in self.change.touches if gone else ():
            if touch.after is None and isinstance(touch.before, RelationRecord) and self._was_seen(touch.before, gone):
                at.update((touch.before.origin, touch.before.target))
        return at

    def _was_seen(self, relation: RelationRecord, gone: set[str]) -> bool:
        ends = relation.origin, relation.target
        return open_to(self._reduced, relation) and all(end in gone or self._sees(end) for end in ends)

    def _sees(self, id: str) -> bool:
        index = self._reduced.network.index(id)
        return index is not None and bool(self._reduced.node_seen[index])

    @cached_property
    def _nodes(self) -> Bools:
        """By index, the nodes touched that are still there."""
        network = self._reduced.network
        touched = np.zeros(network.size, np.bool_)
        touched[[i for i in (network.index(id) for id in self.seen.touched) if i is not None]] = True
        return touched

    def _touches_neighbour_of(self, id: str) -> bool:
        network = self._reduced.network
        index = network.index(id)
        if index is None:
            return False
        for side, ends in ((network.out, network.relations.target), (network.into, network.relations.origin)):
            relations = side.of_node(index)
            if self._nodes[ends[relations[self._reduced.relation_seen[relations]]]].any():
                return True
        return False

    @property
    def _reduced(self) -> ReducedNetwork:
        return self.seen.reduced


def _nodes_of(touch: Touch) -> tuple[str, ...]:
    """The node that was touched, or the ends, before and after, of the relation that was."""
    if isinstance(touch.record, NodeRecord):
        return (touch.id,)
    relations = (record for record in (touch.before, touch.after) if isinstance(record, RelationRecord))
    return tuple(end for relation in relations for end in (relation.origin, relation.target))
