"""Published networks as networks of people who know each other, and small ones as networkx has them."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from graph.analyses.ties import Scope, Ties
from graph.cut import Cut
from tests.graph.networks import Line, cut_of, knows, person

Pairs = Iterable[tuple[object, ...]]

EVERYBODY = Scope()

BORGATTI = ("AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC")  # 1997, figure 1


def acquainted(pairs: Pairs) -> list[Line]:
    """People who know each other, all as well."""
    named = [(str(one), str(other)) for one, other in pairs]
    people = sorted({one for pair in named for one in pair})
    return [*map(person, people), *(knows(one, other, confirmedAt="2026-11-15") for one, other in named)]


def cut_of_pairs(pairs: Pairs) -> Cut:
    return cut_of(acquainted(pairs))


def ties_of(pairs: Pairs) -> Ties:
    return Ties(cut_of_pairs(pairs), EVERYBODY)


def by_name(ties: Ties, values: Iterable[float]) -> dict[str, float]:
    return {ties.cut.node(int(one)).id: value for one, value in zip(ties.people, values, strict=True)}


def as_networkx(ties: Ties) -> nx.Graph[int]:
    """The ties between numbers."""
    number = {int(one): at for at, one in enumerate(ties.people)}
    return nx.relabel_nodes(ties.graph(), number)
