"""The analyses in the schema: what the network shows that no list does."""

from __future__ import annotations

from strawberry import ID, Private

from graph.cut import Cut
from resolvers.analyses import Analyses
from schema.declaring import answered, object_type
from schema.drills import Departure, MinimalDelegation
from schema.measures import Broker, CoalitionFigures, Cohesion, Community, CutPoint
from schema.outreach import Introduction, Reach


@object_type
class Analysis:
    """Measures of the network, and the questions built on them. Every number comes with the rows behind it.

    The people of a coalition are measured by what ties them beside its own table and meetings.
    """

    cut: Private[Cut]
    analyses: Private[Analyses]

    @answered
    def minimal_delegation(
        self,
        coalition: ID,
        require: list[ID] | None = (),  # type: ignore[assignment]
        exclude: list[ID] | None = (),  # type: ignore[assignment]
    ) -> MinimalDelegation | None:
        """The fewest people who together would fill every cell of a coalition, those in `require` among them, those
        in `exclude` not."""
        return MinimalDelegation.of(self.cut, self.analyses.minimal_delegation(coalition, require or (), exclude or ()))

    @answered
    def departure(self, person: ID) -> Departure | None:
        """What breaks when somebody leaves: seats, cells, lines and locations."""
        return Departure.of(self.cut, self.analyses.departure(person))

    @answered
    def brokers(self, coalition: ID | None = None, area: ID | None = None, first: int = 10) -> list[Broker] | None:
        """Who stands between people who do not know each other: of a coalition for its members and stewards, of an
        area or of everybody for stewards."""
        return [Broker.of(self.cut, broker) for broker in self.analyses.brokers(coalition, area, first)]

    @answered
    def cut_points(self, coalition: ID | None = None, area: ID | None = None) -> list[CutPoint] | None:
        """Without whom others stand apart, those who separate most first: of a coalition for its members and stewards,
        of an area or of everybody for stewards."""
        return [CutPoint(cut=self.cut, point=point) for point in self.analyses.cut_points(coalition, area)]

    @answered
    def cohesion(self, coalition: ID | None = None, area: ID | None = None) -> Cohesion | None:
        """How closely people are tied: those of a coalition, of an area, of both, or everybody."""
        return Cohesion.of(self.cut, self.analyses.cohesion(coalition, area))

    @answered
    def communities(self, area: ID | None = None, seed: int = 1) -> list[Community] | None:
        """Who is tied more closely among themselves than to others (Louvain), the largest community first. The same
        `seed` gives the same communities."""
        return [Community.of(self.cut, one) for one in self.analyses.communities(area, seed)]

    @answered
    def introductions(self, coalition: ID, first: int = 10) -> list[Introduction] | None:
        """Who of a coalition should meet whom, for its members and stewards: who could fill most gaps first, then who
        shortens most lines."""
        return [Introduction.of(self.cut, one) for one in self.analyses.introductions(coalition, first)]

    @answered
    def reach(self, channel: ID) -> Reach | None:
        """Which schools and childcare locations hear a channel, over whom, and which hear nothing."""
        return Reach(cut=self.cut, found=self.analyses.reach(channel))

    @answered
    def comparison(self, coalitions: list[ID]) -> list[CoalitionFigures] | None:
        """Coalitions beside each other, in the order given; two aliases of `network` compare two dates."""
        return [CoalitionFigures.of(self.cut, one) for one in self.analyses.comparison(coalitions)]
