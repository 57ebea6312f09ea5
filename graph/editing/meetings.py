"""Recording a meeting that was held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.editing.edit import Edit, new_id
from graph.errors import BadInput
from graph.lines import read_line
from graph.records import NodeRecord, RelationRecord, Touch, identity
from graph.vocabulary import default_visibility


def record_meeting(
    name: str, day: date, attendees: Sequence[NodeRecord], coalition: NodeRecord | None, today: date
) -> Edit:
    """A meeting of one day, who attended it, and the coalition that held it. Its id comes first.

    Who is named twice attended once. A meeting that is still to come has not been attended.
    """
    if day > today:
        raise BadInput(
            f"{day} is still to come: nobody has attended that meeting.",
            field="date",
            actual=day.isoformat(),
            expected=f"{today} or earlier",
        )
    meeting = read_line({"node": "Meeting", "id": new_id(), "name": name, "date": day.isoformat()})
    if isinstance(meeting, list):
        error = meeting[0]
        raise BadInput(f"{error.member} {error.message}.", field=error.member, expected=error.expected)
    assert isinstance(meeting, NodeRecord)
    people = list({person.id: person for person in attendees}.values())
    relations = [_relation("ATTENDED", person, meeting) for person in people]
    if coalition is not None:
        relations.append(_relation("HELD_BY", meeting, coalition))
    touches = (Touch(None, meeting), *(Touch(None, relation) for relation in relations))
    return Edit(touches, tuple(touch.id for touch in touches))


def _relation(type: str, origin: NodeRecord, target: NodeRecord) -> RelationRecord:
    visibility = default_visibility(origin.kind, target.kind)
    id = identity(type, origin.id, target.id, None)
    return RelationRecord(id, type, origin.id, target.id, visibility=visibility)
