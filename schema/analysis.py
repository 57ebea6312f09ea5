"""The analyses in the schema: what the network shows that no list does."""

from __future__ import annotations

from strawberry import ID, Private

from graph.cut import Cut
from resolvers import analyses
from resolvers.context import Context
from schema.declaring import answered, object_type
from schema.drills import Departure, MinimalDelegation


@object_type
class Analysis:
    """Measures of the network, and the questions built on them. Every number comes with the rows behind it."""

    context: Private[Context]
    cut: Private[Cut]

    @answered
    def minimal_delegation(
        self,
        coalition: ID,
        require: list[ID] | None = (),  # type: ignore[assignment]
        exclude: list[ID] | None = (),  # type: ignore[assignment]
    ) -> MinimalDelegation | None:
        """The fewest people who together would fill every cell of a coalition, those in `require` among them, those
        in `exclude` not."""
        return MinimalDelegation.of(
            self.cut, analyses.minimal_delegation(self.cut, coalition, require or (), exclude or ())
        )

    @answered
    def departure(self, person: ID) -> Departure | None:
        """What breaks when somebody leaves: seats, cells, lines and locations."""
        return Departure.of(self.cut, analyses.departure(self.cut, person))
