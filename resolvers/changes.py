"""The change log as a viewer may read it.

Of each change only what they may see is shown: nodes and relations that they see now, as they were when they could be
seen. Of something that is gone, only that it went, for those who could see it last. Names of writers are for members.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from graph.deadline import look
from graph.errors import TooCostly
from graph.lines import write_line
from graph.records import Change, NodeRecord, Record, Touch
from graph.reduced import ReducedNetwork
from graph.vocabulary import KINDS, RELATIONS, Visibility
from resolvers.arguments import LONGEST_LIST, within
from resolvers.context import MOST_DETAILS, Context
from resolvers.members import shown


def _anything(_things: int) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class SeenChange:
    """A change as a viewer sees it: of what it touched, only what shows them something.

    `fit` says whether there is room for the details of so many things where it is told.
    """

    version: int
    at: datetime
    by: str
    because: str
    touches: tuple[Touch, ...]
    reduced: ReducedNetwork
    fit: Callable[[int], bool] = field(default=_anything, compare=False)

    @property
    def touched(self) -> list[str]:
        """The ids of what was touched."""
        return [touch.id for touch in self.touches]

    @property
    def shown(self) -> list[Touch]:
        """Each thing touched, with the members that the viewer may see (None: not there, or not to be seen by them)."""
        return [Touch(_shown(self.reduced, one.before), _shown(self.reduced, one.after)) for one in self.touches]

    @property
    def details(self) -> list[dict[str, object]]:
        """Each thing touched, as lines before and after (None: not there, or not to be seen by them)."""
        if not self.fit(len(self.touches)):
            raise self._too_many()
        return [
            {"id": touch.id, "before": _line(self.reduced, touch.before), "after": _line(self.reduced, touch.after)}
            for touch in self.touches
        ]

    def _too_many(self) -> TooCostly:
        alone = f"Ask for `changes(since: {self.version - 1}, first: 1)`."
        one_by_one = "Ask for `touched`, and for the `history` of what you want to know more of."
        return TooCostly(
            f"Version {self.version} touched {len(self.touches):,} things: too many to tell all of each here.",
            field="details",
            actual=len(self.touches),
            expected=f"details of at most {MOST_DETAILS:,} things in one answer",
            help=alone if len(self.touches) <= MOST_DETAILS else one_by_one,
        )


def changes(context: Context, since: int, first: int) -> list[SeenChange]:
    """The first changes after a version, in order, of which the viewer may see anything."""
    within("first", first, 1, LONGEST_LIST)
    within("since", since, 0, 2**31 - 1)
    seen: list[SeenChange] = []
    while len(seen) < first and since < context.reduced.network.version:
        read = context.log.changes_since(since, first)
        if not read:
            break
        seen += _seen(context, read)
        since = read[-1].version
    return seen[:first]


def history(context: Context, id: str, first: int) -> list[SeenChange]:
    """The last changes of a node or relation itself, newest first."""
    within("first", first, 1, LONGEST_LIST)
    asked = first
    while True:
        read = context.log.history(id, asked)
        seen = list(_seen(context, read))
        if len(seen) >= first or len(read) < asked:
            return seen[:first]
        asked *= 4  # some of them are not for this viewer: look further back


def seen_change(reduced: ReducedNetwork, change: Change, fit: Callable[[int], bool] = _anything) -> SeenChange | None:
    """A change as the viewers of a reduced network see it, None when nothing of it is for them."""
    touches = tuple(touch for touch in change.touches if _shows(reduced, touch))
    if not touches:
        return None
    by = change.by if reduced.viewer.sees >= Visibility.MEMBER else ""
    return SeenChange(change.version, change.at, by, change.because, touches, reduced, fit)


def _seen(context: Context, read: Iterable[Change]) -> Iterator[SeenChange]:
    for change in read:
        look("Ask for fewer changes at a time.")
        if change.version > context.reduced.network.version:
            continue  # written since this operation began
        if (seen := seen_change(context.reduced, change, context.details.take)) is not None:
            yield seen


def _shows(reduced: ReducedNetwork, touch: Touch) -> bool:
    """Whether a touch shows a viewer something: a thing that they see, and more than what is hidden of it."""
    if not _sees(reduced, touch):
        return False
    before, after = _opened(reduced, touch.before), _opened(reduced, touch.after)
    if before is None or after is None:
        return before is not after
    return reduced.viewer.sees == Visibility.STEWARD or _as_shown(reduced, before) != _as_shown(reduced, after)


def _sees(reduced: ReducedNetwork, touch: Touch) -> bool:
    """Whether a viewer sees the thing now; of what is gone, whether this is its going and they saw what it was of."""
    if reduced.viewer.sees == Visibility.STEWARD:
        return True
    network, record = reduced.network, touch.record
    if isinstance(record, NodeRecord):
        index = network.index(record.id)
        return touch.after is None if index is None else bool(reduced.node_seen[index])
    index = network.relation_index(record.id)
    if index is not None:
        return bool(reduced.relation_seen[index])
    ends = network.index(record.origin), network.index(record.target)
    return touch.after is None and all(end is not None and reduced.node_seen[end] for end in ends)


def _line(reduced: ReducedNetwork, record: Record | None) -> dict[str, object] | None:
    """The record's line with the members that the viewer may see, None where they could not see it then."""
    seen = _shown(reduced, record)
    return None if seen is None else write_line(seen)


def _shown(reduced: ReducedNetwork, record: Record | None) -> Record | None:
    opened = _opened(reduced, record)
    return None if opened is None else _as_shown(reduced, opened)


def _as_shown(reduced: ReducedNetwork, record: Record) -> Record:
    members = KINDS[record.kind].members if isinstance(record, NodeRecord) else RELATIONS[record.type].members
    return replace(record, members=shown(reduced, members, record.members))


def _opened(reduced: ReducedNetwork, record: Record | None) -> Record | None:
    return record if record is not None and open_to(reduced, record) else None


def open_to(reduced: ReducedNetwork, record: Record) -> bool:
    """Whether a record that stands in the log was for this viewer."""
    sees, network = reduced.viewer.sees, reduced.network
    if sees == Visibility.STEWARD or record.visibility <= min(sees, Visibility.MEMBER):
        return True
    # Seats are for whoever sees their coalition. What is a coalition's own was its members' then if it is still.
    now: Record | None = network.node_by_id(record.id) or network.relation_by_id(record.id)
    if isinstance(record, NodeRecord) and record.kind == "Seat":
        return now is not None
    return (
        sees == Visibility.MEMBER
        and record.visibility == Visibility.COALITION
        and now is not None
        and now.visibility == Visibility.COALITION
    )
