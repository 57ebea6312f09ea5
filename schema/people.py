"""People, their functions and the seats they hold, in the schema."""

from __future__ import annotations

from datetime import date

from resolvers import neighbours
from resolvers.handshakes import handshake, handshakes_of
from schema.connections import Connection, connection
from schema.declaring import answered, object_type
from schema.handshakes import Handshake
from schema.lazily import LazyOrganisation, LazySeat
from schema.members import member
from schema.nodes import Node, RelationView, view


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
class Function(RelationView):
    """What somebody does for an organisation."""

    title: str | None = member("WORKS_FOR", "title")
    themes: list[str] = member("WORKS_FOR", "themes")

    @answered
    def person(self) -> Person:
        """Who does it."""
        return self._origin()

    @answered
    def organisation(self) -> LazyOrganisation:
        """Whom it is done for."""
        return self._target()

    @answered
    def deputy_of(self) -> Person | None:
        """Whom they stand in for, where that is somebody the viewer may see on the date."""
        deputised = self.cut.network.members(self.index).get("deputyOf")
        index = self.cut.index(deputised) if isinstance(deputised, str) else None
        return None if index is None else view(self.cut, index)


@object_type
class Holding(RelationView):
    """That somebody holds a seat, and since when."""

    @answered
    def person(self) -> Person:
        """Who holds it."""
        return self._origin()

    @answered
    def seat(self) -> LazySeat:
        """What they hold."""
        return self._target()
