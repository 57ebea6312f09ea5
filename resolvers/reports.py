"""The report of a coalition, for a viewer: the network on the date, and the log since the last meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from graph.dates import AMSTERDAM
from graph.live import LiveNetwork
from graph.report.content import Report
from graph.report.content import report as content
from graph.report.since import Since, Written, last_meeting, since
from graph.viewers import Role
from resolvers.arguments import node_on
from resolvers.changes import seen_change
from resolvers.context import Context


def report(
    context: Context, coalition: str, on: date | None, done: Callable[[int, int | None], None] | None = None
) -> Report:
    """The report of a coalition on a date, today if None. People are ranked for stewards and the coalition's members.

    Raises NotFound where there is no such coalition on the date, or not for this viewer, and BadInput where the id is
    of something else.
    """
    cut = context.on(on)
    at = node_on(cut, coalition, "COALITION", "Coalition")
    meeting = last_meeting(cut, at)
    changed: Since | None = None
    if meeting is not None:
        changed = since(cut, at, meeting, _written(context, meeting.day))
    ranked = context.viewer.role >= Role.STEWARD or coalition in context.viewer.coalitions
    return content(cut, at, changed, ranked=ranked, done=done)


def _written(context: Context, day: date) -> Iterator[Written]:
    """What was written since a day, as this viewer sees it."""
    version = context.reduced.network.version
    for change in context.live.changes(_version_before(context.live, day), version):
        seen = seen_change(context.reduced, change)
        if seen is not None:
            yield Written(change.at.astimezone(AMSTERDAM).date(), tuple(seen.shown))


def _version_before(live: LiveNetwork, day: date) -> int:
    """The last version before a day: each look into the log puts aside half of what is left."""
    low, high = 0, live.network.version
    while low < high:
        middle = (low + high) // 2
        read = live.store.changes_since(middle, 1)
        if read and read[0].at.astimezone(AMSTERDAM).date() < day:
            low = middle + 1
        else:
            high = middle
    return low
