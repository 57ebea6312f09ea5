"""Confirming: somebody says that it is right on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from graph.editing.edit import Edit
from graph.errors import BadInput
from graph.records import Record, Touch


def confirm(records: Sequence[Record], on: date, today: date) -> Edit:
    """Confirm nodes and relations on a day. One that was confirmed later than that stays so."""
    if on > today:
        raise BadInput(
            f"{on} is still to come: nobody knows what is right then.",
            field="on",
            actual=on.isoformat(),
            expected=f"{today} or earlier",
        )
    confirmed = {
        record.id: Touch(record, replace(record, confirmed_at=max(record.confirmed_at or on, on))) for record in records
    }
    return Edit(tuple(touch for touch in confirmed.values() if touch.before != touch.after), tuple(confirmed))
