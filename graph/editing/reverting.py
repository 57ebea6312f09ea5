"""Reverting: a change is undone by another change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.editing.edit import Edit, found
from graph.errors import Conflict, RejectedLines
from graph.network import Network
from graph.records import Change, NodeRecord, Touch
from graph.validation import check_touches


def revert(network: Network, change: Change, later: Iterable[Change]) -> Edit:
    """Give everything that a change touched back what it was before it.

    `later` are all changes since. Raises Conflict when some of them rest on it: they changed the same, or what is
    there could not stand without it; it says which. Raises BadInput for an erasure, which cannot be undone.
    """
    touches = tuple(
        Touch(now, touch.before) for touch in change.touches if (now := found(network, touch.id)) != touch.before
    )
    changed = {touch.id for touch in change.touches if found(network, touch.id) not in (touch.before, touch.after)}
    if changed:
        raise _rest_on_it(change, [one for one in later if any(touch.id in changed for touch in one.touches)])
    try:
        check_touches(network, touches)
    except RejectedLines as error:
        raise _rest_on_it(change, _nearby(change, later), error) from error
    return Edit(touches, tuple(touch.id for touch in touches))


def _nearby(change: Change, later: Iterable[Change]) -> list[Change]:
    """The later changes that touched a node, or a relation at a node, that the change has to do with."""
    around = {id for touch in change.touches for id in _nodes(touch)}
    return [one for one in later if any(around & _nodes(touch) for touch in one.touches)]


def _nodes(touch: Touch) -> set[str]:
    record = touch.record
    return {record.id} if isinstance(record, NodeRecord) else {record.origin, record.target}


def _rest_on_it(change: Change, later: Sequence[Change], error: RejectedLines | None = None) -> Conflict:
    which = "; ".join(f"version {one.version}, by {one.by}: {one.because}" for one in later[:5])
    more = f", and {len(later) - 5} more" if len(later) > 5 else ""
    why = f" Without it, {error.errors[0]}." if error else ""
    return Conflict(
        f"Version {change.version} cannot be reverted, since later changes rest on it: {which}{more}.{why}",
        field="version",
        actual=[one.version for one in later],
        expected="a change on which nothing rests",
        help="Revert those first, the latest first, or put right by hand what was wrong.",
    )
