"""Cohesion: how closely people are tied, as a whole and by sector."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array

from graph.analyses.ties import CHEAPER, Scope, Ties, sectors_of
from graph.cut import Cut
from graph.deadline import look

_PRODUCTS_AT_ONCE = 20_000_000


@dataclass(frozen=True, slots=True)
class SectorIndex:
    """Of one sector (node): the handshakes within it, and those with one end in it."""

    sector: int
    internal: int
    external: int

    @property
    def index(self) -> float | None:
        """The E-I index, (E - I) / (E + I) (Krackhardt and Stern 1988): from -1, only among themselves, to 1, only with
        others; None without handshakes."""
        both = self.external + self.internal
        return (self.external - self.internal) / both if both else None


@dataclass(frozen=True, slots=True)
class Cohesion:
    """Of the people of a scope: how many, their handshakes, the share of pairs that shake hands (density), how much
    the handshakes are those of one (Freeman's degree centralisation 1979, 0 to 1), and the share of two handshakes of
    one person that close to three (transitivity, Newman 2001). Each is 0 where there is nothing to share."""

    people: int
    handshakes: int
    density: float
    centralisation: float
    transitivity: float
    sectors: tuple[SectorIndex, ...]


def cohesion(cut: Cut, scope: Scope) -> Cohesion:
    """The cohesion of a scope; sectors by id."""
    ties = Ties(cut, scope)
    return Cohesion(
        len(ties), ties.count, density(ties), _centralisation(ties), _transitivity(ties), tuple(_sectors(ties))
    )


def density(ties: Ties) -> float:
    """The share of pairs that shake hands."""
    pairs = len(ties) * (len(ties) - 1) // 2
    return ties.count / pairs if pairs else 0.0


def _centralisation(ties: Ties) -> float:
    people, degrees = len(ties), ties.degrees
    if people < 3:
        return 0.0
    return float((degrees.max() - degrees).sum()) / ((people - 1) * (people - 2))


def _transitivity(ties: Ties) -> float:
    degrees = ties.degrees
    twos = int((degrees * (degrees - 1)).sum())
    return 6 * _triangles(ties) / twos if twos else 0.0


def _triangles(ties: Ties) -> int:
    """How many threes shake hands with each other: each is counted at the one of them with the fewest handshakes."""
    rank = np.argsort(np.argsort(ties.degrees, kind="stable"), kind="stable")
    coo = ties.matrix.tocoo()
    up = rank[coo.row] < rank[coo.col]
    ends = rank[coo.row[up]], rank[coo.col[up]]
    upward = coo_array((np.ones(int(up.sum())), ends), shape=ties.matrix.shape).tocsr()
    work = np.cumsum(upward @ np.diff(upward.indptr)) // _PRODUCTS_AT_ONCE
    count = 0
    for rows in np.split(np.arange(len(ties)), np.flatnonzero(np.diff(work)) + 1):
        look(CHEAPER)
        some = upward[rows[0] : rows[-1] + 1]
        count += int((some @ upward).multiply(some).sum())
    return count


def _sectors(ties: Ties) -> list[SectorIndex]:
    coo = ties.matrix.tocoo()
    found = []
    for sector, people in sectors_of(ties.cut, ties.people.tolist()).items():
        inside = np.isin(ties.people, list(people))
        one, other = inside[coo.row], inside[coo.col]
        found.append(SectorIndex(sector, int((one & other).sum()) // 2, int((one & ~other).sum())))
    return found
