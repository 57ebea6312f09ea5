"""The length of the shortest contact path, whatever its strength: how far beyond a limit the first one lies."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from itertools import pairwise
from time import monotonic

import numpy as np

from graph.contact_paths.search import Search
from graph.errors import TimedOut
from graph.network import Bools, Ints

_FAR = 10**6


def shortest(search: Search, most: int, deadline: float) -> int | None:
    """The fewest handshakes of any path of the search, None where there is none within `most`.

    Raises TimedOut where that cannot be told by the deadline.
    """
    if search.via is None:
        return _distance(search, most)
    found = [_Pair(search, int(person), deadline).length(most) for person in np.flatnonzero(search.via)]
    return min((length for length in found if length is not None), default=None)


def _distance(search: Search, most: int) -> int | None:
    """Breadth first from the sources; a shortest walk is a path."""
    is_target = np.zeros(search.handshakes.count, np.bool_)
    is_target[search.targets] = True
    fresh: Bools = search.inner.copy()
    front: Ints = search.sources
    for steps in range(1, most + 1):
        others = search.handshakes.rows(front)[1]
        if is_target[others].any():
            return steps
        front = np.unique(others[fresh[others]])
        fresh[front] = False
        if not len(front):
            return None
    return None


@dataclass(frozen=True)
class _Edge:
    to: int
    cost: int


class _Pair:
    """Two ways from one person, to a source and to a target, that share nobody: a path via that person.

    The shortest such pair is a flow of two units of least cost (Suurballe 1974, "Disjoint paths in a network"): each
    person in between is split into an entry and an exit joined once, and the second way may undo steps of the first.
    States are 2p (entry) and 2p + 1 (exit) of person p, and one state each for all sources and all targets.
    """

    def __init__(self, search: Search, person: int, deadline: float) -> None:
        self._deadline = deadline
        self._search = search
        self._person = person
        count = search.handshakes.count
        self._sources, self._targets, self._end = 2 * count, 2 * count + 1, 2 * count + 2
        self._ends = np.zeros(count, np.int8)
        self._ends[search.sources], self._ends[search.targets] = 1, 2
        self._flow: dict[int, int] = {}  # state -> the next one on the ways found, and
        self._against: dict[int, int] = {}  # the one before

    def length(self, most: int) -> int | None:
        """The length of the shortest path via this person, None where there is none within `most`."""
        first = self._way()
        if first is None or first[0] > most:
            return None
        self._lay(first[1])
        second = self._way()
        if second is None or first[0] + second[0] > most:
            return None
        return first[0] + second[0]

    def _way(self) -> tuple[int, list[int]] | None:
        """The cheapest way to the end in what is left (Bellman-Ford with a queue: steps that are undone cost -1)."""
        start = 2 * self._person + 1
        cost = {start: 0}
        before: dict[int, int] = {}
        queue = [(0, start)]
        while queue:
            so_far, state = heapq.heappop(queue)
            if so_far > cost[state]:
                continue
            if monotonic() > self._deadline:
                raise TimedOut(
                    "it cannot be told in time whether there is any path via them",
                    field="via",
                    help="Name one person in via, or leave it out.",
                )
            for edge in self._on(state):
                if so_far + edge.cost < cost.get(edge.to, _FAR):
                    cost[edge.to] = so_far + edge.cost
                    before[edge.to] = state
                    heapq.heappush(queue, (cost[edge.to], edge.to))
        if self._end not in cost:
            return None
        way = [self._end]
        while way[-1] != start:
            way.append(before[way[-1]])
        return cost[self._end], way[::-1]

    def _lay(self, way: list[int]) -> None:
        for state, next_ in pairwise(way):
            self._flow[state] = next_
            self._against[next_] = state

    def _on(self, state: int) -> list[_Edge]:
        undone = self._against.get(state)
        back = [] if undone is None else [_Edge(undone, 0 if self._inside(undone, state) else -1)]
        if state == self._end:
            return []
        if state >= self._sources:
            return back if self._flow.get(state) == self._end else [*back, _Edge(self._end, 0)]
        person, exit_ = divmod(state, 2)
        if not exit_:
            return back if self._flow.get(state) == state + 1 else [*back, _Edge(state + 1, 0)]
        others, _ = self._search.handshakes.of(person)
        ends = self._ends[others]
        inner = others[self._search.inner[others] & (others != self._person)]
        steps = [2 * int(other) for other in inner]
        steps += [self._sources] if (ends == 1).any() else []
        steps += [self._targets] if (ends == 2).any() else []
        return [*back, *(_Edge(step, 1) for step in steps if self._flow.get(state) != step)]

    def _inside(self, one: int, other: int) -> bool:
        """Whether a step stays with one person, or leads to the end: it costs nothing."""
        return other == self._end or (one < self._sources and other < self._sources and one // 2 == other // 2)
