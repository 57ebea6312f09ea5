"""Betweenness: the share of shortest ways between others that lead over somebody (Freeman 1977).

Counted as Brandes (2001) does, from many people at once: one product of the matrix of handshakes with a table of people
by starting people takes all of them a handshake further. Above `EXACT` people it is estimated from `PIVOTS` of them,
drawn evenly without replacement (Brandes and Pich 2007).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from graph.analyses.ties import CHEAPER
from graph.contexts import Floats
from graph.deadline import look

EXACT = 2_000
PIVOTS = 256
CONFIDENCE = 0.95
_AT_ONCE = 64
_SEED = 1


@dataclass(frozen=True)
class Betweenness:
    """By person (number): the share of all pairs of others, each pair counting for the share of its shortest ways that
    lead over them; and how far the exact value may lie from it, 0 where it is exact.

    With a probability of 95 % all of the bounds hold together, as far as means of so many draws are normally
    distributed.
    """

    values: Floats
    error: Floats


def betweenness(matrix: csr_array, exact: int = EXACT, pivots: int = PIVOTS) -> Betweenness:
    """The betweenness of everybody in a symmetric matrix of ones."""
    people = matrix.shape[0]
    if people < 3:
        return Betweenness(np.zeros(people), np.zeros(people))
    if people <= exact or people <= pivots:
        total = sum((of.sum(axis=1) for of in _dependencies(matrix, np.arange(people))), np.zeros(people))
        return Betweenness(total / ((people - 1) * (people - 2)), np.zeros(people))
    drawn = np.sort(np.random.default_rng(_SEED).choice(people, pivots, replace=False))
    total, squares = np.zeros(people), np.zeros(people)
    for of in _dependencies(matrix, drawn):
        total += of.sum(axis=1)
        squares += (of * of).sum(axis=1)
    return _estimated(total, squares, people, pivots)


def _estimated(total: Floats, squares: Floats, people: int, pivots: int) -> Betweenness:
    """The mean over the draws, and a bound on its error: the quantile for all people together (Bonferroni) of its
    standard error, in a finite population."""
    scale = people / ((people - 1) * (people - 2))
    mean = total / pivots
    variance = np.maximum(squares - pivots * mean * mean, 0.0) / (pivots - 1)
    quantile = NormalDist().inv_cdf(1 - (1 - CONFIDENCE) / (2 * people))
    error = quantile * np.sqrt(variance / pivots * (1 - pivots / people))
    return Betweenness(scale * mean, scale * error)


def _dependencies(matrix: csr_array, sources: NDArray[np.int64]) -> Iterator[Floats]:
    """For some sources at a time: by person and source, the sum over all others of the share of shortest ways from the
    source that lead over the person."""
    for begin in range(0, len(sources), _AT_ONCE):
        look(CHEAPER)
        yield _of_some(matrix, sources[begin : begin + _AT_ONCE])


def _of_some(matrix: csr_array, sources: NDArray[np.int64]) -> Floats:
    ways, levels = _ways(matrix, sources)
    found = np.zeros_like(ways)
    for far, near in zip(levels[:1:-1], levels[-2:0:-1], strict=True):
        share = np.zeros_like(ways)
        share.flat[far] = (1.0 + found.flat[far]) / ways.flat[far]
        back = matrix @ share
        found.flat[near] = ways.flat[near] * back.flat[near]
    return found


def _ways(matrix: csr_array, sources: NDArray[np.int64]) -> tuple[Floats, list[NDArray[np.int64]]]:
    """The number of shortest ways from each source to everybody, and by number of handshakes who is that far."""
    ways = np.zeros((matrix.shape[0], len(sources)))
    ways[sources, np.arange(len(sources))] = 1.0
    front, levels = ways.copy(), [np.flatnonzero(ways)]
    while len(levels[-1]):
        further = matrix @ front
        further[ways > 0] = 0.0
        ways += further
        levels.append(np.flatnonzero(further))
        front = further
    return ways, levels[:-1]
