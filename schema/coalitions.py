"""Coalitions and their seats in the schema."""

from __future__ import annotations

from graph import partners
from graph.cut import Cut
from graph.partners import partner_shares
from graph.representation import delegation_rules
from graph.seats import SeatState, seat_state
from graph.vocabulary import CoalitionPhase, Mandate
from resolvers import neighbours
from resolvers.arguments import node_ever
from resolvers.pages import page_of_nodes
from schema.connections import Connection
from schema.declaring import answered, object_type
from schema.lazily import LazyAgreement, LazyMeeting, LazyQuestion
from schema.members import member
from schema.nodes import Node, page_of_views, view, views
from schema.organisations import Area, Municipality, Organisation
from schema.people import Holding
from schema.representation import DelegationRule, Representation
from schema.sectors import Sector


@object_type
class Coalition(Node):
    """Partners around a shared ambition, in a region."""

    phase: CoalitionPhase = member("Coalition", "phase")
    ambition: str | None = member("Coalition", "ambition")

    @answered
    def area(self) -> list[Area]:
        """Where it is active."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "ACTIVE_IN", "LOCATED_IN"))

    @answered
    def leads(self) -> list[Node]:
        """Who pulls it."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "LEADS"))

    @answered
    def partners(self) -> list[Organisation]:
        """The organisations that take part in it."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "PARTNER_IN"))

    @answered
    def shares(self) -> list[PartnerShare]:
        """What each of its partners, and whoever has a seat, has at its table: how equal they are."""
        return [PartnerShare.of(self.cut, share) for share in partner_shares(self.cut, self.index)]

    @answered
    def seats(self) -> list[Seat]:
        """The places at its table."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "SEAT_IN"))

    @answered
    def rules(self) -> list[DelegationRule]:
        """The delegation it needs."""
        return [DelegationRule.of(self.cut, rule) for rule in delegation_rules(self.cut, self.index)]

    @answered
    def agreements(self) -> list[LazyAgreement]:
        """The agreements in which it is embedded."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "LINKED_TO"))

    @answered
    def questions(self) -> list[LazyQuestion]:
        """What it wants solved."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "ASKS"))

    @answered
    def meetings(self, first: int = 25, after: str | None = None) -> Connection[Node] | None:
        """The meetings it held."""
        meetings = neighbours.origins(self.cut, self.index, "HELD_BY")
        return page_of_views(self.cut, page_of_nodes(self.cut, meetings, first, after, "meetings", self.id))

    @answered
    def representation(self) -> Representation | None:
        """Which sectors are at its table, and which are missing."""
        return Representation.of(self.cut, self.index)


@object_type
class PartnerShare:
    """What a partner has at a coalition's table: its seats (those of its parts as well), how many of them are FILLED
    and how many of those may decide; and at which of the coalition's meetings of the last 24 months, out of
    `meetings`, somebody was who works for it or holds one of its seats."""

    organisation: Organisation
    seats: list[Seat]
    filled: int
    deciding: int
    attended: list[LazyMeeting]
    meetings: int

    @classmethod
    def of(cls, cut: Cut, share: partners.PartnerShare) -> PartnerShare:
        """A partner's share as the API gives it."""
        return cls(
            organisation=view(cut, share.organisation),
            seats=views(cut, share.seats),
            filled=share.filled,
            deciding=share.deciding,
            attended=views(cut, share.attended),
            meetings=share.meetings,
        )


@object_type
class Seat(Node):
    """One place at a coalition's table. It outlives its holders."""

    @answered
    def coalition(self) -> Coalition:
        """At whose table it is."""
        return view(self.cut, neighbours.coalition_of(self.cut, self.index))

    @answered
    def sector(self) -> Sector:
        """The sector it stands for."""
        return view(self.cut, node_ever(self.cut, str(self.record.members["sector"]), "sector"))

    @answered
    def organisation(self) -> Organisation | None:
        """The organisation whose seat it is."""
        organisation = neighbours.organisation_of(self.cut, self.index)
        return None if organisation is None else view(self.cut, organisation)

    @answered
    def covers(self) -> list[Municipality]:
        """The municipalities it stands for; without any it stands for the coalition's whole area."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "COVERS"))

    mandate: Mandate = member("Seat", "mandate")

    @answered
    def holdings(self) -> list[Holding]:
        """Who holds it."""
        return [Holding.of(self.cut, i) for i in neighbours.relations_from(self.cut, self.index, "HOLDS")]

    @answered
    def state(self) -> SeatState:
        """What has become of it: held and confirmed, or not; HIDDEN where that is not for the viewer to see."""
        return seat_state(self.cut, self.index)
