"""The change log in the schema."""

from __future__ import annotations

from datetime import datetime

from strawberry import ID
from strawberry.scalars import JSON

from resolvers.changes import SeenChange
from schema.declaring import object_type


@object_type
class Change:
    """One change that was made, as far as the viewer may see it.

    `by` is empty for viewers who are not signed in. `touched` are the nodes and relations that it changed; in the
    history of a node that node alone. `details` are these with their line before and after, null where there was none.
    """

    version: int
    at: datetime
    by: str
    because: str
    touched: list[ID]
    details: JSON | None

    @classmethod
    def of(cls, seen: SeenChange) -> Change:
        """A change as the API gives it."""
        return cls(
            version=seen.version,
            at=seen.at,
            by=seen.by,
            because=seen.because,
            touched=[ID(id) for id in seen.touched],
            details=JSON(seen.details),
        )
