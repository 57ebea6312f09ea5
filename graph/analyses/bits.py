"""Many sweeps over the handshakes at once: for each person a set of starting people, as bits.

The idea is that of multi-source breadth-first search (Then et al. 2014, "The more the merrier").
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from graph.deadline import look
from graph.handshakes import Handshakes
from graph.network import Ints

Sets = NDArray[np.uint64]
"""By person (row) the set of starting people, 64 to a word."""

_WORDS_AT_ONCE = 4_000_000  # of working memory: 32 MB


def own_bits(people: int, starts: Ints) -> Sets:
    """For each start the set of itself alone; for everybody else the empty one."""
    sets = np.zeros((people, -(-len(starts) // 64)), np.uint64)
    number = np.arange(len(starts))
    sets[starts, number // 64] = np.uint64(1) << (number % 64).astype(np.uint64)
    return sets


def union_of_neighbours(handshakes: Handshakes, people: Ints, sets: Sets) -> Sets:
    """For each of these people the union of the sets of everybody they shake hands with."""
    found = np.zeros((len(people), sets.shape[1]), np.uint64)
    weight = np.cumsum(handshakes.degrees(people) * sets.shape[1])
    for piece in np.split(np.arange(len(people)), np.flatnonzero(np.diff(weight // _WORDS_AT_ONCE)) + 1):
        look()
        row, others, _ = handshakes.rows(people[piece])
        if len(row):
            first = np.flatnonzero(np.concatenate(([True], row[1:] != row[:-1])))
            found[piece[row[first]]] = np.bitwise_or.reduceat(sets[others], first, axis=0)
    return found


def union_by(labels: Ints, count: int, sets: Sets) -> Sets:
    """The unions of the sets of those who have the same label (0 to `count` - 1)."""
    union = np.zeros((count, sets.shape[1]), np.uint64)
    np.bitwise_or.at(union, labels, sets)
    return union


def counted(sets: Sets) -> int:
    """How many members all sets have together."""
    return int(np.bitwise_count(sets).sum())
