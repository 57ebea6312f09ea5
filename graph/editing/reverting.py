"""Reverting: a change is undone by another change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.editing.edit import Edit, found
from graph.editing.traces import is_erased
from graph.errors import BadInput, Conflict, RejectedLines
from graph.network import Network, codes_of
from graph.records import Change, NodeRecord, Touch
from graph.validation import check_touches, references


def revert(network: Network, change: Change, later: Iterable[Change]) -> Edit:
    """Give everything that a change touched back what it was before it.

    `later` are all changes since. Raises Conflict when some of them rest on it: they changed the same, or what is
    there could not stand without it; it says which. Raises BadInput for an erasure, which cannot be undone.
    """
    if any(is_erased(touch.before) for touch in change.touches):
        raise BadInput(
            f"Version {change.version} erased a person, or changed one who was erased: that cannot be undone.",
            field="version",
            actual=change.version,
        )
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
    """The later changes that have to do with the same things."""
    things = {thing for touch in change.touches for thing in _things(touch, uses=False)}
    return [one for one in later if any(things & _things(touch, uses=True) for touch in one.touches)]


def _things(touch: Touch, *, uses: bool) -> set[tuple[str, ...]]:
    """What a touch has to do with: a node itself, its codes, relations of a type at a node; with `uses` also the
    nodes that it needs to be there."""
    things: set[tuple[str, ...]] = set()
    for record in (touch.before, touch.after):
        if isinstance(record, NodeRecord):
            things |= {(record.id,), *codes_of(record)}
        elif record is not None:
            ends = (record.origin, record.target)
            things |= {(record.type, end) for end in ends} | ({(end,) for end in ends} if uses else set())
        if record is not None and uses:
            things |= {(id,) for _, id, _ in references(record)}
    return things


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
