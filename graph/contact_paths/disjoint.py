"""The shortest contact path through somebody of a group: two ways from one of them, to a source and to a target, that
share nobody.

The shortest such pair for everybody at once, by Suurballe and Tarjan (1984), "A quick method for finding shortest
pairs of disjoint paths", Networks 14, from one root that is joined to the sources on one side and to the targets on
the other. It is walked over people and contexts rather than over pairs, of which there may be millions. Lengths are
small whole numbers, so everybody whose pair is equally long is taken in one go.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.contact_paths.search import Search
from graph.contexts import runs
from graph.deadline import look
from graph.handshakes import Handshakes
from graph.network import Bools

_FAR = 10**6
_Nodes = NDArray[np.int64]


def shortest_through(search: Search, most: int) -> int | None:
    """The fewest handshakes of a path through somebody of `search.via`, None where there is none within `most`."""
    assert search.via is not None
    ways = _Ways.of(search, most)
    through = np.flatnonzero(search.via & (ways.length[: search.handshakes.count] < _FAR))
    if not len(through):
        return None
    once = ways.length[through]
    beyond = _Beyond(ways)
    best = _FAR
    while (further := beyond.next()) is not None and 2 * once.min() + further < best:
        beyond.take(further)
        best = int((2 * once + beyond.length[through]).min())
    return best if best <= most else None


@dataclass(frozen=True)
class _Ways:
    """The shortest ways from the root to everybody (a tree), and the steps that are not on them.

    Nodes are, for n people: p, the entry of person p, and n + p, their exit, joined once so that nobody is passed
    twice; then the contexts; then the sources, the targets and the root. `length` is in handshakes; `levels` are the
    nodes of the tree from the root on, each behind its `before`. A step costs `more` than the shortest way does.
    """

    length: _Nodes
    before: _Nodes
    levels: tuple[_Nodes, ...]
    origin: _Nodes
    target: _Nodes
    more: _Nodes

    @classmethod
    def of(cls, search: Search, most: int) -> _Ways:
        shake = search.handshakes
        n = shake.count
        origin, target, cost = _steps(shake, search)
        size = 2 * n + len(shake.contexts) + 3
        length, before = np.full(size, _FAR, np.int64), np.full(size, -1, np.int64)
        front = np.array([size - 1])
        length[front] = 0
        levels: list[_Nodes] = []
        by_origin = np.argsort(origin, kind="stable")
        start = np.searchsorted(origin[by_origin], np.arange(size + 1))
        while len(front):
            look()
            levels.append(front)
            steps = by_origin[runs(start[front], start[front + 1] - start[front])[0]]
            steps = steps[(length[target[steps]] == _FAR) & (length[origin[steps]] + cost[steps] < most)]
            front, first = np.unique(target[steps], return_index=True)
            before[front] = origin[steps[first]]
            length[front] = length[before[front]] + cost[steps[first]]
        reached = (length[origin] < _FAR) & (length[target] < _FAR)
        # Who is at the end of both ways may be reached from one context twice: that step stands beside the tree's own.
        beside = reached & ((before[target] != origin) | (target < n))
        origin, target, cost = origin[beside], target[beside], cost[beside]
        return cls(length, before, tuple(levels), origin, target, cost - length[target] + length[origin])


def _steps(shake: Handshakes, search: Search) -> tuple[_Nodes, _Nodes, _Nodes]:
    """Every step there is, and what it costs: entering somebody from a context is a handshake."""
    n = shake.count
    context, person = (column.astype(np.int64) for column in shake.memberships())
    context = context + 2 * n
    ends = 2 * n + len(shake.contexts)
    inner = search.inner[person]
    people = np.flatnonzero(search.inner)
    begins = [np.unique(context[np.isin(person, group)]) for group in (search.sources, search.targets)]
    steps = [
        (np.array([ends + 2, ends + 2]), np.array([ends, ends + 1]), 0),
        *((np.full(len(found), ends + side), found, 0) for side, found in enumerate(begins)),
        (context[inner], person[inner], 1),
        (people, n + people, 0),
        (n + person[inner], context[inner], 0),
    ]
    origin, target = (np.concatenate([step[column] for step in steps]) for column in (0, 1))
    return origin, target, np.repeat([step[2] for step in steps], [len(step[0]) for step in steps])


class _Beyond:
    """By how much the shortest pair of ways to each node is longer than the shortest way twice, found in this order.

    A node that is taken leaves the tree, which falls into pieces; a step between two pieces that were one makes a
    second way to where it leads.
    """

    def __init__(self, ways: _Ways) -> None:
        self._ways = ways
        self.length = np.full(len(ways.length), _FAR, np.int64)
        self.length[ways.levels[0]] = 0
        self._taken: Bools = np.zeros(len(ways.length), np.bool_)
        self._piece = self._pieces()
        self._left: _Nodes = np.arange(len(ways.origin))

    def next(self) -> int | None:
        """By how much the next ones are longer, None where nobody is left whom two ways lead to."""
        further = int(self.length[~self._taken].min(initial=_FAR))
        return None if further == _FAR else further

    def take(self, further: int) -> None:
        """Take whoever is next: those for whom it is so much longer."""
        look()
        origin, target = self._ways.origin[self._left], self._ways.target[self._left]
        self._taken |= self.length == further
        self._piece = self._pieces()
        open_ = ~self._taken[target]
        apart = open_ & (self._taken[origin] | (self._piece[origin] != self._piece[target]))
        np.minimum.at(self.length, target[apart], further + self._ways.more[self._left[apart]])
        self._left = self._left[open_ & ~apart]

    def _pieces(self) -> _Nodes:
        """For each node that is left the first one of its piece of the tree."""
        piece = np.arange(len(self._taken))
        for level in self._ways.levels[1:]:
            before = self._ways.before[level]
            piece[level] = np.where(self._taken[before], level, piece[before])
        return piece
