"""The scalars of the schema that are read more strictly than Strawberry does."""

from __future__ import annotations

import re
from datetime import date

import strawberry
from strawberry.exceptions import StrawberryInputCoercionError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _read(value: object) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise StrawberryInputCoercionError(f"{value} is no day of the calendar.") from None
    shown = value[:40] if isinstance(value, str) else value
    raise StrawberryInputCoercionError(f"A date is written as YYYY-MM-DD, not as {shown!r}.")


DATE = strawberry.scalar(
    name="Date", description="A day of the calendar, as YYYY-MM-DD.", serialize=date.isoformat, parse_value=_read
)
