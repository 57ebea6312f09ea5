"""How far and how strongly a group of people reaches everybody else, in one sweep."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.contexts import Floats
from graph.deadline import look
from graph.handshakes import Handshakes
from graph.network import Bools, Ints


@dataclass(frozen=True)
class Reach:
    """For each person (position): the fewest handshakes from the group (-1: not reached), and the strength of the
    strongest path of so many."""

    handshakes: Ints
    strength: Floats


def nearest(handshakes: Handshakes, sources: Ints, introducible: Bools, most: int) -> Reach:
    """The nearest of the sources to everybody, within so many handshakes, over introducible people.

    A shortest walk passes nobody twice, so walks will do.
    """
    reached = np.full(handshakes.count, -1, np.int32)
    strength = np.zeros(handshakes.count)
    reached[sources], strength[sources] = 0, 1.0
    front = sources
    for step in range(1, most + 1):
        if not len(front):
            break
        look()
        row, others, along = handshakes.rows(front)
        best = np.zeros(handshakes.count)
        np.maximum.at(best, others, strength[front][row] * along)
        found = np.flatnonzero((best > 0) & (reached < 0)).astype(np.int32)
        reached[found], strength[found] = step, best[found]
        front = found[introducible[found]]
    return Reach(reached, strength)


def strongest(handshakes: Handshakes, sources: Ints, introducible: Bools, most: int) -> Floats:
    """The strength of the strongest path from the sources to everybody within so many handshakes, 0 where none is.

    Passing somebody twice never makes a walk stronger, so the strongest walk is a path.
    """
    best = np.zeros(handshakes.count)
    best[sources] = 1.0
    inner = introducible.copy()
    inner[sources] = False
    level, front = best, sources
    for _ in range(most):
        look()
        row, others, along = handshakes.rows(front)
        value = level[front][row] * along
        level = np.zeros(handshakes.count)
        np.maximum.at(level, others, value)
        level[sources] = 0.0
        best = np.maximum(best, level)
        front = np.flatnonzero(inner & (level > 0)).astype(np.int32)
    return best
