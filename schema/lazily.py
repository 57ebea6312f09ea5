"""Types that are declared in other modules, by name: types of a graph name each other in circles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import strawberry

if TYPE_CHECKING:
    from schema.coalitions import Coalition, Seat
    from schema.organisations import Organisation
    from schema.people import Person
    from schema.programmes import Agreement, Question

LazyAgreement = Annotated["Agreement", strawberry.lazy("schema.programmes")]
LazyCoalition = Annotated["Coalition", strawberry.lazy("schema.coalitions")]
LazyOrganisation = Annotated["Organisation", strawberry.lazy("schema.organisations")]
LazyPerson = Annotated["Person", strawberry.lazy("schema.people")]
LazyQuestion = Annotated["Question", strawberry.lazy("schema.programmes")]
LazySeat = Annotated["Seat", strawberry.lazy("schema.coalitions")]
