"""Measures in the schema: who stands between others, how closely people are tied, in which communities."""

from __future__ import annotations

from strawberry import Private

from graph.analyses import brokers, cohesion, communities, comparison, cut_points
from graph.cut import Cut
from schema.coalitions import Coalition
from schema.declaring import answered, object_type
from schema.handshakes import Handshake
from schema.nodes import view, views
from schema.organisations import Organisation
from schema.people import Person
from schema.sectors import Sector


@object_type
class Broker:
    """Somebody who stands between others. `betweenness` is the share of shortest ways between others that lead over
    them; with a probability of 95 % nobody's exact value is further from it than `betweennessError`, 0 where it is
    exact. `constraint` is Burt's (null without handshakes), `effectiveSize` as Borgatti has it."""

    cut: Private[Cut]
    broker: Private[brokers.Broker]
    betweenness: float
    betweenness_error: float
    constraint: float | None
    effective_size: float

    @classmethod
    def of(cls, cut: Cut, broker: brokers.Broker) -> Broker:
        """A broker as the API gives it."""
        return cls(
            cut=cut,
            broker=broker,
            betweenness=broker.betweenness,
            betweenness_error=broker.error,
            constraint=broker.constraint,
            effective_size=broker.effective_size,
        )

    @answered
    def person(self) -> Person:
        """Who."""
        return view(self.cut, self.broker.person)

    @answered
    def between(self) -> list[Organisation]:
        """The organisations between which they stand: of those they shake hands with and who do not all shake hands
        with each other. At most ten, those of most people first."""
        return views(self.cut, self.broker.between)


@object_type
class CutPoint:
    """Somebody without whom others stand apart."""

    cut: Private[Cut]
    point: Private[cut_points.CutPoint]

    @answered
    def person(self) -> Person:
        """Who."""
        return view(self.cut, self.point.person)

    @answered
    def separates(self) -> list[list[Person]]:
        """The pieces that would stand apart: all but the largest, large ones first."""
        return [views(self.cut, piece) for piece in self.point.separates]

    @answered
    def bridges(self) -> list[Handshake]:
        """Handshakes of theirs that nothing leads around: without them, too, the network would fall apart."""
        return [Handshake.of(self.cut, bridge) for bridge in self.point.bridges]


@object_type
class SectorIndex:
    """Of one sector: the handshakes among its people and those with others, and the E-I index, (external - internal) /
    (external + internal); null without handshakes."""

    sector: Sector
    internal: int
    external: int
    index: float | None


@object_type
class Cohesion:
    """How closely people are tied. `density` is the share of pairs that shake hands, `centralisation` how much the
    handshakes are those of one person (Freeman), `transitivity` the share of two handshakes of one person that close
    to three."""

    people: int
    handshakes: int
    density: float
    centralisation: float
    transitivity: float
    external_internal: list[SectorIndex]

    @classmethod
    def of(cls, cut: Cut, found: cohesion.Cohesion) -> Cohesion:
        """A cohesion as the API gives it."""
        return cls(
            people=found.people,
            handshakes=found.handshakes,
            density=found.density,
            centralisation=found.centralisation,
            transitivity=found.transitivity,
            external_internal=[
                SectorIndex(sector=view(cut, s.sector), internal=s.internal, external=s.external, index=s.index)
                for s in found.sectors
            ],
        )


@object_type
class Community:
    """People who are tied more closely among themselves than to others. The sum of `modularity` over all communities is
    that of the whole."""

    cut: Private[Cut]
    community: Private[communities.Community]
    modularity: float

    @classmethod
    def of(cls, cut: Cut, community: communities.Community) -> Community:
        """A community as the API gives it."""
        return cls(cut=cut, community=community, modularity=community.modularity)

    @answered
    def people(self) -> list[Person]:
        """Who is in it."""
        return views(self.cut, self.community.people)

    @answered
    def sectors(self) -> list[Sector]:
        """The sectors they are of, those of most people first."""
        return views(self.cut, self.community.sectors)


@object_type
class CoalitionFigures:
    """A coalition in figures: its people, what its delegation has and needs, the share of pairs of its people who shake
    hands beside its own table and meetings, and the share of its holdings that were confirmed or begun within twelve
    months."""

    coalition: Coalition
    people: int
    filled: int
    required: int
    density: float
    confirmed: float

    @classmethod
    def of(cls, cut: Cut, found: comparison.CoalitionFigures) -> CoalitionFigures:
        """The figures of a coalition as the API gives them."""
        return cls(
            coalition=view(cut, found.coalition),
            people=found.people,
            filled=found.filled,
            required=found.required,
            density=found.density,
            confirmed=found.confirmed,
        )
