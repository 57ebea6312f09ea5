"""Who asks, in the schema."""

from __future__ import annotations

from graph.name_order import name_key
from graph.viewers import Role
from resolvers.context import Context
from schema.coalitions import Coalition
from schema.declaring import object_type
from schema.nodes import view, views
from schema.people import Person


@object_type
class Viewer:
    """Who asks, as far as is known, and what they may do.

    `person` is the person of the network that they are, and `coalitions` are those in which that person holds a seat
    today. `explanation` says why somebody who signed in has no more rights than anybody else.
    """

    name: str
    role: Role
    person: Person | None
    coalitions: list[Coalition]
    explanation: str | None

    @classmethod
    def of(cls, context: Context) -> Viewer:
        """The viewer of an operation, and what they see of themselves."""
        viewer, cut = context.viewer, context.on(None)
        person = cut.index(viewer.person) if viewer.person is not None else None
        seen = [index for index in map(cut.index, viewer.coalitions) if index is not None]
        return cls(
            name=viewer.name,
            role=viewer.role,
            person=view(cut, person) if person is not None else None,
            coalitions=views(cut, sorted(seen, key=lambda index: name_key(cut.node(index)))),
            explanation=viewer.explanation,
        )
