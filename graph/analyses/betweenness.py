"""Betweenness: the share of shortest ways between others that lead over somebody (Freeman 1977).

Counted as Brandes (2001) does, from many people at once: one product of the matrix of handshakes with a table of people
by starting people takes all of them a handshake further. Above `EXACT` people it is estimated from `PIVOTS` of them,
drawn evenly without replacement (Brandes and Pich 2007). Of a way it is then only who stands in its further half that
counts, twice, since each way is also gone the other way; so that those next to a pivot do not count for too much
(Geisberger, Sanders and Schultes 2008).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from graph.analyses.ties import CHEAPER
from graph.contexts import Floats
from graph.deadline import look

EXACT = 2_000
PIVOTS = 512
CONFIDENCE = 0.95
_AT_ONCE = 64
_LENGTHS = 24
_SEED = 1

Longs = NDArray[np.int64]


@dataclass(frozen=True)
class Betweenness:
    """By person (number): the share of all pairs of others, each pair counting for the share of its shortest ways that
    lead over them; and how far anybody's exact value may lie from it, 0 where they are exact.

    With a probability of 95 % the bound holds for everybody, as far as means of so many draws are normally distributed:
    it is the quantile for all people together (Bonferroni) of the largest standard error among them.
    """

    values: Floats
    error: float


def betweenness(matrix: csr_array, exact: int = EXACT, pivots: int = PIVOTS) -> Betweenness:
    """The betweenness of everybody in a symmetric matrix of ones."""
    people = matrix.shape[0]
    if people < 3:
        return Betweenness(np.zeros(people), 0.0)
    scale = 1 / ((people - 1) * (people - 2))
    if people <= exact or people <= pivots:
        pieces = _pieces(matrix, np.arange(people), _dependencies)
        return Betweenness(scale * sum((of.sum(axis=1) for of in pieces), np.zeros(people)), 0.0)
    drawn = np.sort(np.random.default_rng(_SEED).choice(people, pivots, replace=False))
    total, squares = np.zeros(people), np.zeros(people)
    for of in _pieces(
        matrix.astype(np.float32), drawn, _further_halves
    ):  # exact enough for a sample, and half the work
        total += of.sum(axis=1, dtype=np.float64)
        squares += (of * of).sum(axis=1, dtype=np.float64)
    mean = total / pivots
    return Betweenness(scale * people * mean, scale * people * _error(mean, squares, people, pivots))


def _error(mean: Floats, squares: Floats, people: int, pivots: int) -> float:
    """The bound on the error of all means of draws from a finite population."""
    variance = np.maximum(squares - pivots * mean * mean, 0.0) / (pivots - 1)
    quantile = NormalDist().inv_cdf(1 - (1 - CONFIDENCE) / (2 * people))
    return float(quantile * np.sqrt(variance.max() / pivots * (1 - pivots / people)))


Counted = Callable[[csr_array, Longs], Floats]


def _pieces(matrix: csr_array, sources: Longs, counted: Counted) -> Iterator[Floats]:
    """What is counted from some sources at a time, by person and source."""
    for begin in range(0, len(sources), _AT_ONCE):
        look(CHEAPER)
        yield counted(matrix, sources[begin : begin + _AT_ONCE])


def _dependencies(matrix: csr_array, sources: Longs) -> Floats:
    """The sum over all others of the share of shortest ways from a source that lead over somebody."""
    ways, levels = _ways(matrix, sources)
    found = np.zeros_like(ways)
    for far, near in zip(levels[:1:-1], levels[-2:0:-1], strict=True):
        share = np.zeros_like(ways)
        share.flat[far] = (1.0 + found.flat[far]) / ways.flat[far]
        back = _product(matrix, share)
        found.flat[near] = ways.flat[near] * back.flat[near]
    return found


def _further_halves(matrix: csr_array, sources: Longs) -> Floats:
    """The same, over those in the further half of the ways, twice; in the very middle, once.

    Ways of every length are gone back on their own: where there are many lengths, which takes long, all of the ways
    count once instead, which comes to the same on the average.
    """
    ways, levels = _ways(matrix, sources)
    if len(levels) > _LENGTHS:
        return _dependencies(matrix, sources)
    found = np.zeros_like(ways)
    for length in range(2, len(levels)):
        share = np.zeros_like(ways)
        share.flat[levels[length]] = 1.0 / ways.flat[levels[length]]
        for steps in range(length - 1, (length - 1) // 2, -1):
            at, back = levels[steps], _product(matrix, share)
            found.flat[at] += (1 if 2 * steps == length else 2) * ways.flat[at] * back.flat[at]
            share = np.zeros_like(ways)
            share.flat[at] = back.flat[at]
    return found


def _ways(matrix: csr_array, sources: Longs) -> tuple[Floats, list[Longs]]:
    """The number of shortest ways from each source to everybody, and by number of handshakes who is that far."""
    ways = np.zeros((matrix.shape[0], len(sources)), matrix.dtype)
    ways[sources, np.arange(len(sources))] = 1.0
    front, levels = ways.copy(), [np.flatnonzero(ways)]
    left = ways.size - len(sources)
    while left and len(levels[-1]):
        further = _product(matrix, front)
        further[ways > 0] = 0.0
        ways += further
        levels.append(np.flatnonzero(further))
        left -= len(levels[-1])
        front = further
    return ways, levels if len(levels[-1]) else levels[:-1]


def _product(matrix: csr_array, table: Floats) -> Floats:
    """The product of a symmetric matrix and a table, of which often few rows hold anything."""
    rows = np.flatnonzero(table.any(axis=1))
    few = 4 * len(rows) < len(table)
    found: Floats = matrix[rows].T @ table[rows] if few else matrix @ table
    return found
