"""Writing one change set: from an edit to what the caller is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from graph.editing.edit import Edit
from graph.editing.reasons import check_reason
from graph.errors import BadInput, LineError, RejectedLines
from graph.network import Network
from graph.records import Change, NodeRecord, Touch
from graph.reduced import ReducedNetwork
from graph.rights import Mine, check, require_signed_in
from graph.store import Progress
from graph.text import words
from resolvers.changes import SeenChange, seen_change
from resolvers.context import Context
from resolvers.mutations.basis import Basis

Place = Callable[[str], str | None]
"""The field of the input that is about a node or relation, by its id."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a mutation came to: the change (None when there was nothing to write, or it was a dry run), the ids that
    it is about, and a context in which the network after it is read."""

    change: SeenChange | None
    ids: tuple[str, ...]
    context: Context


class RejectedInput(BadInput):
    """Lines that cannot be taken in, each error with the path to it in the input."""

    def __init__(self, rejected: RejectedLines, field: str | None) -> None:
        self._errors = [
            {"field": _path(error, field), "message": error.message, "expected": error.expected}
            for error in rejected.errors
        ]
        self._total = rejected.total
        first = self._errors[0]
        super().__init__(
            f"{_sentence(rejected.errors[0])}" + (f" (And {self._total - 1} more.)" if self._total > 1 else ""),
            field=first["field"],
            expected=first["expected"],
            help="Nothing was stored.",
        )

    def extensions(self) -> dict[str, object]:
        """With every error that is listed, and how many there are."""
        return super().extensions() | {"errors": self._errors, "total": self._total}


def write(
    context: Context,
    because: str,
    edit: Callable[[Basis], Edit],
    *,
    based_on: int | None = None,
    dry_run: bool = False,
    place: Place = lambda _: None,
    field: str | None = None,
    checked: bool = False,
    progress: Progress | None = None,
) -> Written:
    """Write what an edit makes of the newest network, for the viewer of a context.

    `place` and `field` tell where in the input something is that is wrong; `checked` says that the edit has checked
    its touches against the vocabulary and the viewer's rights.
    """
    require_signed_in(context.viewer)
    made: list[tuple[Basis, Edit]] = []

    def touches(network: Network) -> tuple[Touch, ...]:
        basis = basis_of(context, network)
        drafted = edit(basis)
        new = {" ".join(words(name)) for name in _new_people(drafted)}
        check_reason(because, lambda name: name in new or basis.is_person(name))
        if not checked:
            allow(basis, drafted.touches, place)
        made[:] = [(basis, drafted)]
        return drafted.touches

    with rejected_input(field):
        outcome = context.live.write_touches(
            context.viewer.name,
            because,
            touches,
            based_on=based_on,
            dry_run=dry_run,
            checked=checked,
            progress=progress,
        )
    basis, drafted = made[-1]
    if dry_run:
        would_be = basis.network.would_be(outcome.touches)
        reduced = ReducedNetwork(would_be, context.viewer.viewer_class)
        return Written(None, drafted.ids, replace(context, reduced=reduced))
    after = moved_on(context)
    return Written(None if outcome.change is None else told(after, outcome.change), drafted.ids, after)


def _new_people(edit: Edit) -> Iterator[str]:
    after = (touch.after for touch in edit.touches)
    return (record.name for record in after if isinstance(record, NodeRecord) and record.kind == "Person")


def basis_of(context: Context, network: Network) -> Basis:
    """A network as the viewer of a context sees it."""
    viewer_class = context.viewer.viewer_class
    reduced = context.live.reduced(viewer_class)
    if reduced.network is not network:  # another thread has moved on since
        reduced = ReducedNetwork(network, viewer_class)
    return Basis(context.viewer, reduced, context.today)


def allow(basis: Basis, touches: tuple[Touch, ...], place: Place) -> None:
    """Raise Forbidden unless the viewer may write these touches."""
    check(Mine(basis.viewer, basis.reduced, touches, basis.today), place)


def moved_on(context: Context) -> Context:
    """The context in which the newest version is read."""
    reduced = context.live.reduced(context.viewer.viewer_class)
    return replace(context, reduced=reduced, away_since=context.live.away_since)


def told(context: Context, change: Change) -> SeenChange:
    """A change as its writer is told of it, also when nothing of it is for them to see any more."""
    seen = seen_change(context.reduced, change)
    return seen or SeenChange(change.version, change.at, change.by, change.because, (), context.reduced)


@contextmanager
def rejected_input(field: str | None) -> Iterator[None]:
    """What is wrong with lines, told with paths into the input instead of the numbers of lines."""
    try:
        yield
    except RejectedLines as error:
        raise RejectedInput(error, field) from error


def _path(error: LineError, field: str | None) -> str | None:
    if error.line is None:
        return field
    return f"lines[{error.line - 1}]" + (f".{error.member}" if error.member else "")


def _sentence(error: LineError) -> str:
    member = f"{error.member}: " if error.member else ""
    return f"{member}{error.message}."
