"""Communities: who is tied more closely among themselves than to others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sknetwork.clustering import Louvain

from graph.analyses.ties import Scope, Ties, sectors_of
from graph.cut import Cut
from graph.network import Ints


@dataclass(frozen=True, slots=True)
class Community:
    """People (nodes) by name, the sectors they are of (wider ones included), those of most of them first, and what the
    community adds to the modularity of the whole (Newman and Girvan 2004), so that the sum over all is the whole's."""

    people: tuple[int, ...]
    sectors: tuple[int, ...]
    modularity: float


def communities(cut: Cut, scope: Scope, seed: int) -> tuple[Community, ...]:
    """The communities of a scope by Louvain's method (Blondel et al. 2008), handshakes weighing their strength; the
    largest first, then that with the first id. Whoever shakes hands with nobody is in none."""
    ties = Ties(cut, scope)
    label = _labels(ties, seed)
    sectors = sectors_of(cut, ties.people.tolist())
    found = []
    for number in np.unique(label[label >= 0]).tolist():
        members = np.flatnonzero(label == number)
        people = set(ties.people[members].tolist())
        shared = {sector: len(of_it & people) for sector, of_it in sectors.items() if not of_it.isdisjoint(people)}
        order = sorted(shared, key=lambda sector: (-shared[sector], cut.node(sector).id))
        community = Community(tuple(ties.named(members.tolist())), tuple(order), _modularity(ties, members))
        found.append((-len(members), int(members[0]), community))
    return tuple(community for _, _, community in sorted(found, key=lambda one: one[:2]))


def _labels(ties: Ties, seed: int) -> Ints:
    """The community of each person, -1 for those without handshakes."""
    alone = ties.degrees == 0
    if alone.all():
        return np.full(len(ties), -1, np.int32)
    label = Louvain(random_state=seed, shuffle_nodes=True).fit_predict(csr_matrix(ties.strengths))
    return np.where(alone, -1, label).astype(np.int32)


def _modularity(ties: Ties, members: NDArray[np.integer]) -> float:
    """The share of all strength that lies within, less what would be expected of people of so much strength."""
    rows = ties.strengths[members]
    whole = float(ties.strengths.sum())
    return float(rows[:, members].sum()) / whole - (float(rows.sum()) / whole) ** 2
