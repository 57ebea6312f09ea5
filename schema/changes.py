"""The change log in the schema."""

from __future__ import annotations

from datetime import datetime

from strawberry import ID, Private
from strawberry.scalars import JSON

from resolvers.changes import SeenChange
from schema.declaring import answered, object_type


@object_type
class Change:
    """One change that was made, as far as the viewer may see it.

    `by` is empty for viewers who are not signed in. `touched` are the nodes and relations that it changed; in the
    history of a node that node alone.
    """

    seen: Private[SeenChange]
    version: int
    at: datetime
    by: str
    because: str
    touched: list[ID]

    @answered
    def details(self) -> JSON | None:
        """What was touched, with its line before and after; null where there was none."""
        return JSON(self.seen.details)

    @classmethod
    def of(cls, seen: SeenChange) -> Change:
        """A change as the API gives it."""
        return cls(
            seen=seen,
            version=seen.version,
            at=seen.at,
            by=seen.by,
            because=seen.because,
            touched=[ID(id) for id in seen.touched],
        )
