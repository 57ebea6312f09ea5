"""What is kept about a person, in the schema."""

from __future__ import annotations

from strawberry import ID
from strawberry.scalars import JSON

from resolvers.about import About as AboutPerson
from schema.changes import Change
from schema.declaring import object_type


@object_type
class About:
    """Everything that is kept about a person, as lines of a network file.

    `entries` are their own (several when they were known twice); `relations` those of their entries; `mentions` what
    else names them; `asked` when they were asked over a link whether it is right, and what they answered; `tokens`
    their personal tokens (name, role, when made and until when); `changes` those that had to do with any of it, or that
    they made. The person themselves are given their own entry in full, and
    of the rest what they may see.
    """

    person: ID
    entries: list[JSON]
    relations: list[JSON]
    mentions: list[JSON]
    asked: list[JSON]
    tokens: list[JSON]
    changes: list[Change]

    @classmethod
    def of(cls, about: AboutPerson) -> About:
        """What is kept as the API gives it."""
        return cls(
            person=ID(about.person),
            entries=[JSON(line) for line in about.entries],
            relations=[JSON(line) for line in about.relations],
            mentions=[JSON(line) for line in about.mentions],
            asked=[JSON(one) for one in about.asked],
            tokens=[JSON(token) for token in about.tokens],
            changes=[Change.of(change) for change in about.changes],
        )
