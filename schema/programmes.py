"""Programmes, and what stands beside them: agreements, meetings, channels, questions, recommendations, observations."""

from __future__ import annotations

import datetime

from strawberry import ID

from resolvers import neighbours, questions
from resolvers.pages import page_of_nodes
from schema.coalitions import Coalition
from schema.connections import Connection
from schema.declaring import answered, object_type
from schema.enrolments import Enrolment
from schema.members import member
from schema.nodes import Info, Node, page_of_views, view, views
from schema.organisations import Organisation, Region
from schema.paths import Contact, OptionalFrom
from schema.people import Person


@object_type
class Prospect:
    """A region that does not take part in a programme yet, and who could bring it."""

    region: Region
    contacts: list[Contact]


@object_type
class Programme(Node):
    """A programme in which regions take part."""

    description: str | None = member("Programme", "description")

    @answered
    def leads(self) -> list[Node]:
        """Who pulls it."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "LEADS"))

    @answered
    def funders(self) -> list[Organisation]:
        """Who pays for it."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "FUNDS"))

    @answered
    def partners(self) -> list[Organisation]:
        """Who takes part in it."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "PARTNER_IN"))

    @answered
    def carried_out_by(self) -> list[Node]:
        """Who does the work of it: organisations and coalitions."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "CARRIES_OUT"))

    @answered
    def related_to(self) -> list[Programme]:
        """The programmes that it touches."""
        return views(self.cut, neighbours.both_ways(self.cut, self.index, "RELATED_TO"))

    @answered
    def recommendations(self) -> list[Recommendation]:
        """The recommendations of its report."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "RECOMMENDED_IN"))

    @answered
    def enrolments(self) -> list[Enrolment]:
        """The areas that take part, and how far they are."""
        return [Enrolment.of(self.cut, i) for i in neighbours.relations_from(self.cut, self.index, "ENROLLED_IN")]

    @answered
    def prospects(
        self, info: Info, area: ID | None = None, from_: OptionalFrom = None, first: int = 5, contacts: int = 3
    ) -> list[Prospect] | None:
        """The first (1 to 10) regions of an area of which nothing takes part yet, by name, each with the best
        `contacts` there: people and organisations, nearest to `from` where that is given."""
        found = questions.prospects(self.cut, self.index, area, from_, first, contacts, info.context.synonyms)
        return [
            Prospect(region=view(self.cut, region), contacts=[Contact.of(self.cut, one) for one in asked])
            for region, asked in found
        ]


@object_type
class Agreement(Node):
    """What partners agreed, and where it is embedded."""

    form: str | None = member("Agreement", "form")
    description: str | None = member("Agreement", "description")
    embedded_in: str | None = member("Agreement", "embeddedIn")

    @answered
    def coalitions(self) -> list[Coalition]:
        """The coalitions that are embedded in it."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "LINKED_TO"))


@object_type
class Meeting(Node):
    """A meeting on one day."""

    date: datetime.date | None = member("Meeting", "date")

    @answered
    def attendees(self) -> list[Person]:
        """Who was there."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "ATTENDED"))

    @answered
    def coalition(self) -> Coalition | None:
        """The coalition that held it; the first by name, should there be more."""
        held_by = neighbours.targets(self.cut, self.index, "HELD_BY")
        return next(iter(views(self.cut, held_by[:1])), None)


@object_type
class Channel(Node):
    """A newsletter, site or letter that reaches people."""

    form: str | None = member("Channel", "form")

    @answered
    def publishers(self) -> list[Node]:
        """Who publishes it: organisations and coalitions."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "PUBLISHES"))

    @answered
    def reaches(self, first: int = 25, after: str | None = None) -> Connection[Node] | None:
        """Whom it reaches directly: people, organisations, and channels that pass it on."""
        reached = neighbours.targets(self.cut, self.index, "REACHES")
        return page_of_views(self.cut, page_of_nodes(self.cut, reached, first, after, "reaches", self.id))


@object_type
class Question(Node):
    """What a region or coalition wants solved."""

    description: str | None = member("Question", "description")

    @answered
    def asked_by(self) -> list[Node]:
        """Who wants it solved: areas and coalitions."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "ASKS"))

    @answered
    def worked_on_by(self) -> list[Node]:
        """Who works on it: people and organisations."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "WORKS_ON"))

    @answered
    def recommendations(self) -> list[Recommendation]:
        """The recommendations that it takes up."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "ADDRESSES"))


@object_type
class Recommendation(Node):
    """One of a report's pieces of advice."""

    number: int | None = member("Recommendation", "number")
    description: str | None = member("Recommendation", "description")

    @answered
    def programmes(self) -> list[Programme]:
        """The programmes in whose report it stands."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "RECOMMENDED_IN"))

    @answered
    def questions(self) -> list[Question]:
        """The questions that take it up."""
        return views(self.cut, neighbours.origins(self.cut, self.index, "ADDRESSES"))


@object_type
class Observation(Node):
    """A measured value of a named indicator, for a subject, on a date."""

    indicator: str | None = member("Observation", "indicator")
    value: float | None = member("Observation", "value")
    unit: str | None = member("Observation", "unit")
    date: datetime.date | None = member("Observation", "date")

    @answered
    def observed_on(self) -> list[Node]:
        """What was measured."""
        return views(self.cut, neighbours.targets(self.cut, self.index, "OBSERVED_ON"))
