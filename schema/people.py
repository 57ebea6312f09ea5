"""People, their functions and the seats they hold, in the schema."""

from __future__ import annotations

from datetime import date

from strawberry import ID, Private

from graph.cut import Cut
from resolvers import neighbours
from resolvers.handshakes import handshake, handshakes_of
from schema.connections import Connection, connection
from schema.declaring import answered, object_type
from schema.handshakes import Handshake
from schema.lazily import LazyOrganisation, LazySeat
from schema.members import member
from schema.nodes import Node, view


@object_type
class Person(Node):
    """Somebody of the network."""

    @answered
    def functions(self) -> list[Function]:
        """What they do, and for which organisations."""
        return [Function.of(self.cut, i) for i in neighbours.relations_to(self.cut, self.index, "WORKS_FOR")]

    @answered
    def holdings(self) -> list[Holding]:
        """The seats they hold."""
        return [Holding.of(self.cut, i) for i in neighbours.relations_to(self.cut, self.index, "HOLDS")]

    email: str | None = member("Person", "email")
    phone: str | None = member("Person", "phone")
    introducible: bool | None = member("Person", "introducible")
    contact_purpose: str | None = member("Person", "contactPurpose")
    retain_until: date | None = member("Person", "retainUntil")

    @answered
    def handshakes(self, first: int = 25, after: str | None = None) -> Connection[Handshake] | None:
        """Whom they shake hands with on the date, strongest first."""
        found = handshakes_of(self.cut, self.index, first, after)
        return connection(found, lambda other: Handshake.of(self.cut, handshake(self.cut, self.index, other)))


@object_type
class Function:
    """What somebody does for an organisation."""

    cut: Private[Cut]
    index: Private[int]
    id: ID
    title: str | None
    themes: list[str]
    since: date | None
    until: date | None
    confirmed_at: date | None

    @classmethod
    def of(cls, cut: Cut, relation: int) -> Function:
        """A WORKS_FOR of the network as the API gives it."""
        record = cut.network.relation(relation)
        title, themes = record.members.get("title"), record.members.get("themes")
        return cls(
            cut=cut,
            index=relation,
            id=ID(record.id),
            title=title if isinstance(title, str) else None,
            themes=[str(theme) for theme in themes] if isinstance(themes, list) else [],
            since=record.since,
            until=record.until,
            confirmed_at=record.confirmed_at,
        )

    @answered
    def person(self) -> Person:
        """Who does it."""
        return view(self.cut, int(self.cut.network.relations.origin[self.index]))

    @answered
    def organisation(self) -> LazyOrganisation:
        """Whom it is done for."""
        return view(self.cut, int(self.cut.network.relations.target[self.index]))

    @answered
    def deputy_of(self) -> Person | None:
        """Whom they stand in for, where that is somebody the viewer may see on the date."""
        deputised = self.cut.network.members(self.index).get("deputyOf")
        index = self.cut.index(deputised) if isinstance(deputised, str) else None
        return None if index is None else view(self.cut, index)


@object_type
class Holding:
    """That somebody holds a seat, and since when."""

    cut: Private[Cut]
    index: Private[int]
    id: ID
    since: date | None
    until: date | None
    confirmed_at: date | None

    @classmethod
    def of(cls, cut: Cut, relation: int) -> Holding:
        """A HOLDS of the network as the API gives it."""
        record = cut.network.relation(relation)
        return cls(
            cut=cut,
            index=relation,
            id=ID(record.id),
            since=record.since,
            until=record.until,
            confirmed_at=record.confirmed_at,
        )

    @answered
    def person(self) -> Person:
        """Who holds it."""
        return view(self.cut, int(self.cut.network.relations.origin[self.index]))

    @answered
    def seat(self) -> LazySeat:
        """What they hold."""
        return view(self.cut, int(self.cut.network.relations.target[self.index]))
