"""The search of contact paths: the best ones, exactly, best first.

A* over beginnings of paths. The bound of a beginning is its strength times the strongest walk (`graph.contact_paths.
walks`) from its end to the targets; beginnings with the best bound are taken first, of equal bounds the one whose
ids come first. A complete path that is taken is therefore the best one left.

Strengths compare after rounding to 9 decimals, but a product depends on its order in the last bits; so bounds are
rounded up over a margin far above that error, and a complete path is put back under its exact strength before it
counts.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

import numpy as np
from numpy.typing import NDArray

from graph.contact_paths.walks import Walks
from graph.contexts import Floats
from graph.deadline import look
from graph.handshakes import Handshakes
from graph.network import Bools, Ints

_UNITS = 1e9  # strengths compare as whole billionths
_MARGIN = 1e-5  # of a billionth: above the rounding error of a product of some factors below 1 (about 1e-6)
_POPS_BETWEEN_LOOKS = 256

Path = tuple[int, ...]


def billionths(strength: float) -> int:
    """A strength as it compares: rounded to 9 decimals."""
    return round(round(strength, 9) * _UNITS)


@dataclass(frozen=True)
class Search:
    """Where paths begin, end, and who may stand in between; people are positions.

    `sources` and `targets` are distinct; `inner` holds neither. With `via` somebody of it stands in between.
    """

    handshakes: Handshakes
    sources: Ints
    targets: Ints
    inner: Bools
    via: Bools | None = None

    def fewest(self, most: int) -> Iterator[tuple[Path, float]]:
        """Paths of at most so many handshakes: fewest first, then strongest, then by ids."""
        for length in range(1, most + 1):
            walks = self._walks(length // 2)
            yield from _Queue(self, walks).paths((length,))

    def strongest(self, most: int) -> Iterator[tuple[Path, float]]:
        """Paths of at most so many handshakes: strongest first, then fewest handshakes, then by ids."""
        walks = self._walks(most // 2)
        yield from _Queue(self, walks).paths(range(1, most + 1))

    def _walks(self, dense: int) -> Walks:
        return Walks(self.handshakes, self.targets, self.inner, self.via, dense)


@dataclass(frozen=True, slots=True)
class _Branch:
    """The ways on from one beginning, best first: child i would make `begin + (people[i],)`."""

    begin: Path
    length: int
    people: Ints
    units: NDArray[np.int64]
    strengths: Floats
    passed: Bools


@dataclass(frozen=True, slots=True)
class _Whole:
    """A complete path with its exact strength."""

    path: Path
    strength: float


class _Queue:
    def __init__(self, search: Search, walks: Walks) -> None:
        self._search = search
        self._walks = walks
        self._is_target = np.zeros(search.handshakes.count, np.bool_)
        self._is_target[search.targets] = True
        self._heap: list[tuple[int, int, Path, int, int, _Branch | _Whole]] = []
        self._arrival = count()

    def paths(self, lengths: Sequence[int]) -> Iterator[tuple[Path, float]]:
        for length in lengths:
            self._begin(length)
        for pops in count(1):
            if not self._heap:
                return
            if pops % _POPS_BETWEEN_LOOKS == 0:
                look("Ask for fewer handshakes, or for fewer paths, or leave out via.")
            units, length, path, _, at, item = heapq.heappop(self._heap)
            if isinstance(item, _Whole):
                yield item.path, item.strength
                continue
            self._push(item, at + 1)
            if len(path) <= length:
                self._grow(path, length, float(item.strengths[at]), bool(item.passed[at]))
                continue
            strength = self._exact(path)
            if -billionths(strength) == units:
                yield path, strength
            else:
                heapq.heappush(
                    self._heap,
                    (-billionths(strength), length, path, next(self._arrival), 0, _Whole(path, strength)),
                )

    def _begin(self, length: int) -> None:
        sources = self._search.sources
        bounds = self._walks.bounds(length, sources, passed=False)
        if self._search.via is not None:  # a source is no one in between, whatever it belongs to
            bounds = np.where(self._search.via[sources], 0.0, bounds)
        nobody = np.zeros(len(sources), np.bool_)
        self._branch((), length, sources, np.ones(len(sources)), bounds, nobody)

    def _grow(self, path: Path, length: int, strength: float, passed: bool) -> None:
        search = self._search
        others, strengths = search.handshakes.of(path[-1])
        left = length - len(path)  # handshakes left after this one
        if left == 0:
            kept = self._is_target[others]
            if search.via is not None and not passed:
                return
        else:
            kept = search.inner[others]
            for person in path:
                kept = kept & (others != person)
        others = others[kept]
        if not len(others):
            return
        strengths = strength * strengths[kept]
        bounds = strengths if left == 0 else strengths * self._walks.bounds(left, others, passed=passed)
        passing = np.full(len(others), passed) if search.via is None else passed | search.via[others]
        self._branch(path, length, others, strengths, bounds, passing)

    def _branch(self, begin: Path, length: int, people: Ints, strengths: Floats, bounds: Floats, passed: Bools) -> None:
        possible = bounds > 0
        people, strengths, bounds, passed = people[possible], strengths[possible], bounds[possible], passed[possible]
        units = np.floor(bounds * _UNITS + 0.5 + _MARGIN).astype(np.int64)
        order = np.lexsort((people, -units))
        branch = _Branch(begin, length, people[order], units[order], strengths[order], passed[order])
        self._push(branch, 0)

    def _push(self, branch: _Branch, at: int) -> None:
        if at < len(branch.people):
            path = (*branch.begin, int(branch.people[at]))
            entry = (-int(branch.units[at]), branch.length, path, next(self._arrival), at, branch)
            heapq.heappush(self._heap, entry)

    def _exact(self, path: Path) -> float:
        strength = 1.0
        for one, other in pairwise(path):
            strength *= self._search.handshakes.handshake(one, other).strength
        return strength
