"""The worklists of stewards, in the schema."""

from __future__ import annotations

from datetime import datetime

from strawberry import Private

from graph.confirming.asking import Confirmation as Asking
from graph.confirming.asking import ConfirmationAnswer, ConfirmationState
from resolvers.context import Context
from resolvers.worklists import confirmations_of, retention_due_of, without_retention_of
from schema.connections import Connection, connection
from schema.declaring import answered, object_type
from schema.nodes import page_of_views, view
from schema.people import Person


@object_type
class Confirmation:
    """That somebody was asked over a link whether their entry is still right, the last time, and what came of it.

    `refusal` is the code with which the mail server refused their address. Letters that come back later are not known
    here.
    """

    person: Person
    state: ConfirmationState
    asked_at: datetime
    expires_at: datetime
    answered_at: datetime | None
    answer: ConfirmationAnswer | None
    refusal: str | None

    @classmethod
    def of(cls, context: Context, asking: Asking) -> Confirmation:
        """What is kept of it as the API gives it."""
        cut, asked, answered = context.on(None), asking.asked, asking.answered
        index = cut.index(asked.person)
        assert index is not None
        return cls(
            person=view(cut, index),
            state=asking.state,
            asked_at=asked.at,
            expires_at=asked.expires,
            answered_at=answered.at if answered else None,
            answer=answered.answer if answered else None,
            refusal=asked.refusal,
        )


@object_type
class Worklist:
    """What there is to do for stewards."""

    context: Private[Context]

    @answered
    def confirmations(
        self, states: list[ConfirmationState] | None = None, first: int = 25, after: str | None = None
    ) -> Connection[Confirmation] | None:
        """Who was asked whether their entry is still right, and what came of it; who was asked first comes first."""
        found = confirmations_of(self.context, states, first, after)
        return connection(found, lambda asking: Confirmation.of(self.context, asking))

    @answered
    def retention_due(self, within: int = 30, first: int = 25, after: str | None = None) -> Connection[Person] | None:
        """People whose contact details may be kept until a day (`retainUntil`) that has passed, or comes within so
        many days (0 to 3,660), the soonest first; also of people who left the network."""
        return page_of_views(self.context.on(None), retention_due_of(self.context, within, first, after))

    @answered
    def without_retention(self, first: int = 25, after: str | None = None) -> Connection[Person] | None:
        """People whose contact details are kept without a day until when (`retainUntil`), so that they are never due,
        by name; also of people who left the network."""
        return page_of_views(self.context.on(None), without_retention_of(self.context, first, after))
