"""How strong a handshake is: the table, in one place.

strength of one context for one pair = base x min(1, full / (size - 1)) x 0.5 ^ (months / half-life)

months are days / 30.4375, never below 0; what has no date counts as one half-life old.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graph.vocabulary import Acquaintance

DAYS_A_MONTH = 30.4375
LARGEST_CONTEXT = 150  # working for the same ministry is not knowing each other
MEETING_WINDOW = 24  # calendar months before the date


class HandshakeKind(StrEnum):
    """Why two people shake hands."""

    KNOWS = "KNOWS"
    COALITION = "COALITION"
    ORGANISATION = "ORGANISATION"
    MEETING = "MEETING"


@dataclass(frozen=True, slots=True)
class Context:
    """How strongly a kind of context binds: `full` is how many others one still knows well, months for half of it."""

    base: float
    full: int
    half_life: int | None


CONTEXTS = {
    HandshakeKind.COALITION: Context(0.8, 20, 24),
    HandshakeKind.ORGANISATION: Context(0.7, 15, None),
    HandshakeKind.MEETING: Context(0.3, 30, 18),
}
ACQUAINTANCES = {Acquaintance.STRONG: 0.95, Acquaintance.GOOD: 0.8, Acquaintance.WEAK: 0.5}
ACQUAINTANCE_HALF_LIFE = 36


def decay(since: int | None, day: int, half_life: int) -> float:
    """What is left on a day of what was confirmed on an earlier one (day numbers); None counts as one half-life old."""
    if since is None:
        return 0.5
    months = max(0, day - since) / DAYS_A_MONTH
    return float(0.5 ** (months / half_life))


def of_size(kind: HandshakeKind, size: int) -> float:
    """The strength of a fresh context of so many people (at least 2)."""
    context = CONTEXTS[kind]
    return context.base * min(1.0, context.full / (size - 1))


def combined(strengths: Iterable[float]) -> float:
    """Several contexts of one pair: 1 - product(1 - s)."""
    apart = 1.0
    for strength in strengths:
        apart *= 1.0 - strength
    return 1.0 - apart


def months_before(day: date, months: int) -> date:
    """The day so many calendar months earlier, clamped to the month's end, and to the first day that there is."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < date.min.year:
        return date.min
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)
