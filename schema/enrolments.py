"""What areas take part in, and what they learn from each other, in the schema."""

from __future__ import annotations

from schema.declaring import answered, object_type
from schema.lazily import LazyArea, LazyProgramme
from schema.members import member
from schema.nodes import RelationView


@object_type
class Enrolment(RelationView):
    """That an area takes part in a programme, and how far it is."""

    stage: str | None = member("ENROLLED_IN", "stage")

    @answered
    def area(self) -> LazyArea:
        """Which area."""
        return self._origin()

    @answered
    def programme(self) -> LazyProgramme:
        """In which programme."""
        return self._target()


@object_type
class Lesson(RelationView):
    """What one area adopted from another."""

    adopted: str | None = member("LEARNED_FROM", "adopted")

    @answered
    def learner(self) -> LazyArea:
        """Which area adopted it."""
        return self._origin()

    @answered
    def teacher(self) -> LazyArea:
        """From which area."""
        return self._target()
