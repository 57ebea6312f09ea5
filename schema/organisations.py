"""Organisations and areas in the schema: what they all are, and each kind of them."""

from __future__ import annotations

from strawberry.scalars import JSON

from graph.vocabulary import CodeSystem
from resolvers import neighbours
from resolvers.pages import page_of_nodes
from schema.connections import Connection, connection
from schema.declaring import answered, interface, object_type
from schema.enrolments import Enrolment, Lesson
from schema.lazily import LazyCoalition, LazyQuestion, LazySeat
from schema.members import member
from schema.nodes import Node, page_of_views, views
from schema.people import Function
from schema.sectors import Sector


@object_type
class Code:
    """The code of an organisation in a register."""

    system: CodeSystem
    code: str


@object_type
class YearFigure:
    """How many there were in a year."""

    year: int
    count: int


@interface
class Area(Node):
    """A municipality, or a region of municipalities or of smaller regions."""

    @answered
    def within(self) -> list[Area]:
        """The wider areas that it is directly a part of."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "PART_OF", kind="Area"))

    @answered
    def municipalities(self) -> list[Municipality]:
        """The municipalities within it, at any depth; of a municipality itself."""
        return views(self.cut, neighbours.municipalities_within(self.cut, self.index))

    @answered
    def enrolments(self) -> list[Enrolment]:
        """The programmes in which it takes part, and how far it is."""
        return [Enrolment.of(self.cut, i) for i in neighbours.relations_to(self.cut, self.index, "ENROLLED_IN")]

    @answered
    def questions(self) -> list[LazyQuestion]:
        """What it wants solved."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "ASKS"))

    @answered
    def learned(self) -> list[Lesson]:
        """What it adopted from other areas."""
        return [Lesson.of(self.cut, i) for i in neighbours.relations_to(self.cut, self.index, "LEARNED_FROM")]

    @answered
    def taught(self) -> list[Lesson]:
        """What other areas adopted from it."""
        return [Lesson.of(self.cut, i) for i in neighbours.relations_from(self.cut, self.index, "LEARNED_FROM")]


@interface
class Organisation(Node):
    """Any organisation, or a unit of one."""

    short_name: str | None = member("Organisation", "shortName")

    @answered
    def codes(self) -> list[Code]:
        """Its code in each register."""
        codes = self.record.members.get("codes")
        given = codes.items() if isinstance(codes, dict) else ()
        return [Code(system=CodeSystem(system), code=str(code)) for system, code in given]

    mailbox: str | None = member("Organisation", "mailbox")
    phone: str | None = member("Organisation", "phone")
    website: str | None = member("Organisation", "website")
    street: str | None = member("Organisation", "street")
    postcode: str | None = member("Organisation", "postcode")
    town: str | None = member("Organisation", "town")

    @answered
    def sectors(self) -> list[Sector]:
        """The sectors it is in."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "IN_SECTOR"))

    @answered
    def part_of(self) -> list[Organisation]:
        """The organisations it is directly a part of: a school's board, a unit's organisation."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "PART_OF", kind="Organisation"))

    @answered
    def parts(self, first: int = 25, after: str | None = None) -> Connection[Organisation] | None:
        """The organisations that are directly a part of it."""
        parts = neighbours.origins(self.cut, self.index, "PART_OF", kind="Organisation")
        return page_of_views(self.cut, page_of_nodes(self.cut, parts, first, after, "parts", self.id))

    @answered
    def located_in(self) -> list[Area]:
        """Where it is."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "LOCATED_IN"))

    @answered
    def active_in(self) -> list[Area]:
        """Where it works."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "ACTIVE_IN"))

    @answered
    def functions(self, first: int = 25, after: str | None = None) -> Connection[Function] | None:
        """The functions at this organisation itself, in order of people's names; those at its parts are theirs."""
        found = neighbours.functions_at(self.cut, self.index, first, after)
        return connection(found, lambda function: Function.of(self.cut, function))

    @answered
    def seats(self) -> list[LazySeat]:
        """Its seats at the tables of coalitions."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "SEAT_FOR"))

    @answered
    def coalitions(self) -> list[LazyCoalition]:
        """The coalitions in which it is a partner, has a seat, or leads."""
        return views(self.cut, neighbours.coalitions_of(self.cut, self.index))


@object_type
class School(Organisation):
    """A location where a school teaches."""

    education_types: list[str] = member("School", "educationTypes")

    @answered
    def pupils(self) -> list[YearFigure]:
        """Pupils by year, the earliest first."""
        figures = self.record.members.get("pupils")
        given = sorted(figures.items()) if isinstance(figures, dict) else ()
        return [YearFigure(year=int(year), count=int(str(count))) for year, count in given]

    @answered
    def board(self) -> SchoolBoard | None:
        """The board that governs it; the first by name, should there be more."""
        boards = neighbours.targets(self.cut, self.index, "PART_OF", kind="SchoolBoard")
        return next(iter(views(self.cut, boards[:1])), None)


@object_type
class SchoolBoard(Organisation):
    """An organisation that governs schools (bevoegd gezag)."""

    @answered
    def schools(self) -> list[School]:
        """The schools it governs."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "PART_OF", kind="School"))


@object_type
class ChildcareProvider(Organisation):
    """An organisation that runs locations of childcare."""

    @answered
    def locations(self) -> list[ChildcareLocation]:
        """The locations it runs."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "PART_OF", kind="ChildcareLocation"))


@object_type
class ChildcareLocation(Organisation):
    """A location of childcare."""

    places: int | None = member("ChildcareLocation", "places")


@object_type
class Municipality(Organisation, Area):
    """A municipality: an organisation, and an area."""

    inhabitants: int | None = member("Municipality", "inhabitants")
    children: int | None = member("Municipality", "children")
    boundary: JSON | None = member("Municipality", "boundary")


@object_type
class HealthService(Organisation):
    """A public health service (GGD, JGZ)."""


@object_type
class Partnership(Organisation):
    """Boards that together arrange fitting education (samenwerkingsverband)."""

    @answered
    def partners(self) -> list[Organisation]:
        """Who takes part in it."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "PARTNER_IN"))


@object_type
class JointArrangement(Organisation):
    """Municipalities that together run a body (gemeenschappelijke regeling)."""

    @answered
    def partners(self) -> list[Organisation]:
        """Who takes part in it."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "PARTNER_IN"))


@object_type
class Ministry(Organisation):
    """A ministry."""


@object_type
class Association(Organisation):
    """An association of organisations or people."""


@object_type
class OtherOrganisation(Organisation):
    """Any other organisation, or a unit of one."""


@object_type
class Region(Area):
    """An area of municipalities or of smaller regions."""
