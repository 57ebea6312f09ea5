"""Coalitions beside each other, in figures."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analyses.cohesion import density
from graph.analyses.ties import Scope, Ties
from graph.cut import Cut
from graph.representation import representation
from graph.seats import confirmed_within_a_year


@dataclass(frozen=True, slots=True)
class CoalitionFigures:
    """Of a coalition (node): its people, what its delegation has and needs, the share of pairs of its people who are
    tied beside its own table and meetings, and the share of its present holdings that were confirmed or begun within
    twelve months. A share of nothing is 0."""

    coalition: int
    people: int
    filled: int
    required: int
    density: float
    confirmed: float


def figures(cut: Cut, coalition: int) -> CoalitionFigures:
    """The figures of a coalition."""
    ties = Ties(cut, Scope(coalition=coalition))
    delegation = representation(cut, coalition)
    holdings = [h for seat in cut.origins(coalition, "SEAT_IN") for h in cut.relations_into(seat, "HOLDS")]
    confirmed = sum(confirmed_within_a_year(cut, holding) for holding in holdings)
    return CoalitionFigures(
        coalition,
        len(ties),
        delegation.filled,
        delegation.required,
        density(ties),
        confirmed / len(holdings) if holdings else 0.0,
    )
