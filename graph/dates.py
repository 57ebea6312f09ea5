"""Which day it is for the people of a network: that of the Netherlands, wherever the service runs."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def today() -> date:
    """Today in the Netherlands."""
    return datetime.now(AMSTERDAM).date()
