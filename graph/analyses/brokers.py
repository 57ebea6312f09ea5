"""Brokers: who stands between people who do not know each other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from graph.analyses.betweenness import betweenness
from graph.analyses.ties import Scope, Ties
from graph.cut import Cut

_NAMED = 10  # organisations that a broker stands between


@dataclass(frozen=True, slots=True)
class Broker:
    """Somebody (node) with their betweenness and the bound on its error (0: exact), Burt's constraint (1992; None for
    somebody without handshakes) and effective size (as Borgatti 1997 has it), and the organisations between which they
    stand: of those they shake hands with and who do not all shake hands with each other, most people first, at most
    ten."""

    person: int
    betweenness: float
    error: float
    constraint: float | None
    effective_size: float
    between: tuple[int, ...]


def brokers(cut: Cut, scope: Scope) -> Brokers:
    """The brokers of a scope."""
    ties = Ties(cut, scope)
    found = betweenness(ties.matrix)
    order = sorted(range(len(ties)), key=lambda number: (-round(float(found.values[number]), 12), number))
    return Brokers(ties, tuple(order[:100]), found.values.tolist(), found.error)


@dataclass(frozen=True)
class Brokers:
    """The hundred people of highest betweenness, then by id."""

    ties: Ties
    numbers: tuple[int, ...]
    values: list[float]
    error: float

    def first(self, count: int) -> list[Broker]:
        """The first of them."""
        return [self._broker(number) for number in self.numbers[:count]]

    def _broker(self, number: int) -> Broker:
        constraint, size = structural_holes(self.ties, number)
        person = int(self.ties.people[number])
        return Broker(person, self.values[number], self.error, constraint, size, _between(self.ties, number))


def structural_holes(ties: Ties, number: int) -> tuple[float | None, float]:
    """Burt's constraint and effective size of one person, every handshake counting the same.

    Constraint: the sum over those they shake hands with of (p(i, j) + sum over q of p(i, q) p(q, j)) squared, p being
    the share of one's handshakes. Effective size: n - 2 t / n, with t handshakes among those n.
    """
    near = ties.neighbours(number)
    if not len(near):
        return None, 0.0
    among = ties.matrix[near][:, near]
    share = 1.0 / len(near)
    indirect = (share / ties.degrees[near]) @ among
    return float(((share + indirect) ** 2).sum()), len(near) - among.nnz / len(near)


def _between(ties: Ties, number: int) -> tuple[int, ...]:
    near = ties.neighbours(number)
    apart = near[np.diff(ties.matrix[near][:, near].indptr) < len(near) - 1]
    employers = ties.cut.links("WORKS_FOR")
    found = Counter(o for one in apart.tolist() for o in employers.get(int(ties.people[one]), ()))
    node = ties.cut.node
    return tuple(sorted(found, key=lambda o: (-found[o], node(o).name, node(o).id))[:_NAMED])
