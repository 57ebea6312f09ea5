"""The analyses, with the nodes that they name, for whoever may ask for them.

What takes long is made once for all who ask for it at the same moment, and kept (`graph.analyses.results`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from graph.analyses import brokers as between
from graph.analyses import channels, cohesion, communities, comparison, cut_points, introductions
from graph.analyses import departure as leaving
from graph.analyses import minimal_delegation as delegations
from graph.analyses.results import result
from graph.analyses.ties import Scope
from graph.cut import Cut
from graph.errors import BadInput
from graph.rights import RANKING, require, require_signed_in
from graph.viewers import Viewer
from resolvers.arguments import LONGEST_LIST, node_on, nodes_on, within

LARGEST_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Analyses:
    """The analyses of a cut, as one viewer may ask for them."""

    viewer: Viewer
    cut: Cut

    def departure(self, person: str) -> leaving.Departure:
        """What breaks when a person leaves."""
        at = node_on(self.cut, person, "person", "Person")
        return result(self.cut, ("departure", at), lambda: leaving.departure(self.cut, at))

    def minimal_delegation(
        self, coalition: str, require: Sequence[str], exclude: Sequence[str]
    ) -> delegations.MinimalDelegation:
        """The fewest people who would fill every cell of a coalition. BadInput for whoever is to be in and out."""
        cut, at = self.cut, node_on(self.cut, coalition, "coalition", "Coalition")
        required, excluded = nodes_on(cut, require, "require", "Person"), nodes_on(cut, exclude, "exclude", "Person")
        both = [cut.node(person).id for person in required if person in excluded]
        if both:
            raise BadInput(
                f"«{both[0]}» is both required and excluded.",
                field="exclude",
                actual=both[0],
                expected="people who are not required as well",
            )
        asked = ("minimal delegation", at, frozenset(required), frozenset(excluded))
        return result(cut, asked, lambda: delegations.minimal_delegation(cut, at, required, excluded))

    def brokers(self, coalition: str | None, area: str | None, first: int) -> list[between.Broker]:
        """Who stands between others, for whoever may see them ranked."""
        within("first", first, 1, LONGEST_LIST)
        scope = self._ranked(coalition, area)
        return result(self.cut, ("brokers", scope), lambda: between.brokers(self.cut, scope)).first(first)

    def cut_points(self, coalition: str | None, area: str | None) -> tuple[cut_points.CutPoint, ...]:
        """Who holds others together alone, for whoever may see them singled out."""
        scope = self._ranked(coalition, area)
        return result(self.cut, ("cut points", scope), lambda: cut_points.cut_points(self.cut, scope))

    def cohesion(self, coalition: str | None, area: str | None) -> cohesion.Cohesion:
        """How closely people are tied."""
        scope = self._scope(coalition, area)
        return result(self.cut, ("cohesion", scope), lambda: cohesion.cohesion(self.cut, scope))

    def communities(self, area: str | None, seed: int) -> tuple[communities.Community, ...]:
        """Who is tied more closely among themselves."""
        within("seed", seed, 0, LARGEST_SEED)
        scope = self._scope(None, area)
        return result(self.cut, ("communities", scope, seed), lambda: communities.communities(self.cut, scope, seed))

    def introductions(self, coalition: str, first: int) -> tuple[introductions.Introduction, ...]:
        """Who of a coalition should meet whom, for whoever may see them ranked."""
        within("first", first, 1, introductions.MOST)
        at = self._ranked(coalition, None).coalition
        assert at is not None
        return result(self.cut, ("introductions", at), lambda: introductions.introductions(self.cut, at))[:first]

    def reach(self, channel: str) -> channels.Reach:
        """Which locations hear a channel."""
        return channels.reach(self.cut, node_on(self.cut, channel, "channel", "Channel"))

    def comparison(self, coalitions: Sequence[str]) -> list[comparison.CoalitionFigures]:
        """Coalitions beside each other."""
        found = nodes_on(self.cut, coalitions, "coalitions", "Coalition")
        cut = self.cut
        return [result(cut, ("figures", one), partial(comparison.figures, cut, one)) for one in found]

    def _scope(self, coalition: str | None, area: str | None) -> Scope:
        return Scope(
            None if coalition is None else node_on(self.cut, coalition, "coalition", "Coalition"),
            None if area is None else node_on(self.cut, area, "area", "Area"),
        )

    def _ranked(self, coalition: str | None, area: str | None) -> Scope:
        """A scope of which people are ranked: of a coalition by its members, of anything by stewards."""
        require_signed_in(self.viewer)
        scope = self._scope(coalition, area)
        require(self.viewer, RANKING, own=coalition in self.viewer.coalitions)
        return scope
