"""Ending: from a day on, something is no longer so. What it was stays known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graph.editing.edit import Edit
from graph.errors import BadInput
from graph.records import Record, RelationRecord, Touch


def end(records: Sequence[Record], until: date) -> Edit:
    """End nodes and relations on a day, the first on which they are no longer there.

    An end that was planned for a later day moves to this one; one that has been on an earlier day stands, and is an
    error. `ids[n]` is the field of what cannot end then.
    """
    for place, record in enumerate(records):
        _check(record, until, f"ids[{place}]")
    ended = {record.id: Touch(record, replace(record, until=until)) for record in records}
    return Edit(tuple(touch for touch in ended.values() if touch.before != touch.after), tuple(ended))


def _check(record: Record, until: date, field: str) -> None:
    if isinstance(record, RelationRecord) and record.type == "ATTENDED":
        raise BadInput(
            f"«{record.id}» has no period: somebody attended a meeting or did not.",
            field=field,
            actual=record.id,
            help="`revert` takes back the change that recorded it.",
        )
    if record.since is not None and until < record.since:
        wrong, right = f"begins on {record.since}", f"{record.since} or later"
    elif record.until is not None and record.until < until:
        wrong, right = f"ended on {record.until}", f"{record.until} or earlier"
    else:
        return
    raise BadInput(
        f"«{record.id}» {wrong}: it cannot end on {until}.",
        field=field,
        actual=until.isoformat(),
        expected=right,
        help="What is there was wrong? `put` writes it as it should be.",
    )
