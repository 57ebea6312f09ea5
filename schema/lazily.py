"""Types that are declared in other modules, by name: types of a graph name each other in circles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from schema.coalitions import Coalition, Seat
    from schema.organisations import Area, Organisation
    from schema.people import Person
    from schema.programmes import Agreement, Meeting, Observation, Programme, Question

LazyAgreement = Annotated["Agreement", strawberry.lazy("schema.programmes")]
LazyArea = Annotated["Area", strawberry.lazy("schema.organisations")]
LazyCoalition = Annotated["Coalition", strawberry.lazy("schema.coalitions")]
LazyMeeting = Annotated["Meeting", strawberry.lazy("schema.programmes")]
LazyObservation = Annotated["Observation", strawberry.lazy("schema.programmes")]
LazyOrganisation = Annotated["Organisation", strawberry.lazy("schema.organisations")]
LazyPerson = Annotated["Person", strawberry.lazy("schema.people")]
LazyProgramme = Annotated["Programme", strawberry.lazy("schema.programmes")]
LazyQuestion = Annotated["Question", strawberry.lazy("schema.programmes")]
LazySeat = Annotated["Seat", strawberry.lazy("schema.coalitions")]
