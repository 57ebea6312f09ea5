"""What areas take part in, and what they learn from each other, in the schema."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from strawberry import ID, Private

from graph.cut import Cut
from schema.declaring import answered, object_type
from schema.lazily import LazyArea, LazyProgramme
from schema.nodes import view


@object_type
class Enrolment:
    """That an area takes part in a programme, and how far it is."""

    cut: Private[Cut]
    index: Private[int]
    id: ID
    stage: str | None
    since: date | None
    until: date | None

    @answered
    def area(self) -> LazyArea:
        """Which area."""
        return view(self.cut, int(self.cut.network.relations.origin[self.index]))

    @answered
    def programme(self) -> LazyProgramme:
        """In which programme."""
        return view(self.cut, int(self.cut.network.relations.target[self.index]))


@object_type
class Lesson:
    """What one area adopted from another."""

    cut: Private[Cut]
    index: Private[int]
    id: ID
    adopted: str | None
    since: date | None
    until: date | None

    @answered
    def learner(self) -> LazyArea:
        """Which area adopted it."""
        return view(self.cut, int(self.cut.network.relations.origin[self.index]))

    @answered
    def teacher(self) -> LazyArea:
        """From which area."""
        return view(self.cut, int(self.cut.network.relations.target[self.index]))


def enrolments(cut: Cut, relations: Iterable[int]) -> list[Enrolment]:
    """ENROLLED_IN of the network as the API gives them."""
    told = ((i, cut.network.relation(i)) for i in relations)
    return [
        Enrolment(
            cut=cut,
            index=i,
            id=ID(record.id),
            stage=_text(record.members.get("stage")),
            since=record.since,
            until=record.until,
        )
        for i, record in told
    ]


def lessons(cut: Cut, relations: Iterable[int]) -> list[Lesson]:
    """LEARNED_FROM of the network as the API gives them."""
    told = ((i, cut.network.relation(i)) for i in relations)
    return [
        Lesson(
            cut=cut,
            index=i,
            id=ID(record.id),
            adopted=_text(record.members.get("adopted")),
            since=record.since,
            until=record.until,
        )
        for i, record in told
    ]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
