"""The live network: the newest version in memory, which follows the store and writes to it.

Reading is without input and output: `network` and `reduced` give what is in memory. A background thread looks at the
store a few times a second, so that what another process writes is here within a second; while the store is away,
reads go on from memory and `away_since` tells how old they may be.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from itertools import chain
from threading import Event, Lock, Thread
from time import monotonic
from types import TracebackType
from typing import Self

from graph.editing.erasing import erase
from graph.editing.traces import is_erased
from graph.errors import BadInput, Conflict, NotFound, Unavailable
from graph.network import Network
from graph.personal_tokens import KIND as TOKEN
from graph.personal_tokens import tokens_telling_of
from graph.records import Change, ChangeSet, NodeRecord, Record, Touch
from graph.reduced import ReducedNetwork, Sight
from graph.store import Erasing, Progress, Store
from graph.validation import ReadLine, check_touches, proposed
from graph.viewers import ViewerClass

LOOKS_SECONDS = 0.25  # between two looks at the store
SILENT_SECONDS = 2.0  # of waiting for the version, after which a store that does not answer counts as away
FAR_BEHIND = 500  # changes, after which reading the whole network again is the shorter way
CHANGES_AT_ONCE = 100  # that are held in memory while going along the log
ATTEMPTS = 3  # to write without holding up other processes that write
CLASSES_KEPT = 32  # classes of viewers whose reduced network is kept
ALL = 2**31 - 1  # changes of one node: every one
LONGEST_REASON = 1_000  # characters of `by` and `because`

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a write came to, or would come to.

    `change` is None when nothing was written: nothing was new, or it was a dry run. `added`, `changed` and `removed`
    count nodes and relations, `unchanged` the lines that say what was known already.
    """

    change: Change | None
    touches: tuple[Touch, ...]
    added: int
    changed: int
    unchanged: int
    removed: int


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure came to: its own change, and how many nodes, relations, earlier changes and personal tokens told
    of the person."""

    change: Change
    nodes: int
    relations: int
    changes: int
    tokens: int


class LiveNetwork:
    """The newest version of a store's network. Made at once, from the store; raises Unavailable when that is away."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._network = Network.of(*store.stream())
        self._moving = Lock()
        self._writing = Lock()
        self._reduced: OrderedDict[ViewerClass, ReducedNetwork] = OrderedDict()
        self._sights: OrderedDict[ViewerClass, Sight] = OrderedDict()
        self._reducing = Lock()
        self._away_since: datetime | None = None
        self._asked: tuple[float, datetime] | None = None
        self._stopped = Event()
        self._follower: Thread | None = None
        self._told: tuple[Callable[[], None], ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, type: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop following and close the store."""
        self._stopped.set()
        if self._follower is not None:
            self._follower.join(SILENT_SECONDS)
        self.store.close()

    # Reading

    @property
    def network(self) -> Network:
        """The newest version that is known here. Whoever needs one version throughout takes it once and keeps it."""
        return self._network

    @property
    def away_since(self) -> datetime | None:
        """Since when the store is away, as far as is known; None while it answers."""
        asked = self._asked
        if asked is not None and monotonic() - asked[0] > SILENT_SECONDS:
            return asked[1]
        return self._away_since

    def reduced(self, viewer: ViewerClass) -> ReducedNetwork:
        """The network of a class of viewers, made once a version."""
        network = self._network
        with self._reducing:
            found = self._reduced.get(viewer)
            if found is None or found.network is not network:
                for other in [other for other, of in self._reduced.items() if of.network is not network]:
                    del self._reduced[other]  # an older version is kept by whoever still reads it, not here
                found = self._reduced[viewer] = ReducedNetwork(network, viewer, self._sights.get(viewer))
                self._sights[viewer] = found.sight
                for kept in (self._reduced, self._sights):
                    if len(kept) > CLASSES_KEPT:
                        kept.popitem(last=False)
            self._reduced.move_to_end(viewer)
            self._sights.move_to_end(viewer)
            return found

    def at(self, version: int) -> Iterator[Record]:
        """Every node, then every relation, each by id, as they were at a version.

        Goes back from the newest version by the change log. Raises NotFound for a version that never was.
        """
        self.refresh()
        network = self._network
        if not 0 <= version <= network.version:
            raise NotFound(
                f"there is no version {version}",
                field="version",
                actual=version,
                expected=f"a version from 0 to {network.version}",
            )
        then: dict[str, Record | None] = {}
        for change in self.changes(version, network.version):
            for touch in change.touches:
                then.setdefault(touch.id, touch.before)
        present: Iterator[Record] = chain(network.node_records(), network.relation_records())
        records = [record for record in present if record.id not in then]
        records += [record for record in then.values() if record is not None]
        return iter(sorted(records, key=lambda record: (not isinstance(record, NodeRecord), record.id)))

    def changes(self, since: int, until: int) -> Iterator[Change]:
        """The changes after one version up to another, read as they are asked for."""
        while since < until:
            changes = self.store.changes_since(since, min(CHANGES_AT_ONCE, until - since))
            if not changes:
                return
            yield from changes
            since = changes[-1].version

    # Following

    def when_moved(self, told: Callable[[], None]) -> None:
        """Call this each time that the network has moved, in the thread that moved it, which waits for it to return."""
        self._told = (*self._told, told)

    def refresh(self) -> None:
        """Move on to the store's version. Raises Unavailable when the store is away."""
        while not self._moving.acquire(timeout=LOOKS_SECONDS):
            if self.away_since is not None:  # another thread is waiting for an answer already
                raise Unavailable(
                    "the store does not answer", inside=self.store.address, field="store", help="Try again."
                )
        try:
            self._move_on()
            self._back()
        except Unavailable as error:
            self._gone(error)
            raise
        finally:
            self._moving.release()

    def follow(self) -> None:
        """Look at the store from now on, in the background, until closed."""
        if self._follower is None:
            self._follower = Thread(target=self._follow, name="follows the store", daemon=True)
            self._follower.start()

    def _follow(self) -> None:
        while not self._stopped.wait(LOOKS_SECONDS):
            try:
                self.refresh()
            except Unavailable:
                pass  # is told by away_since, and was logged once
            except Exception as error:
                self._gone(error)

    def _move_on(self) -> None:
        version = self._version()
        if not 0 <= version - self._network.version <= FAR_BEHIND:  # behind us: a backup was put back
            self._move_to(Network.of(*self.store.stream()))
        for change in self.changes(self._network.version, version):
            if change.version > self._network.version:
                self._move_to(self._after(change))

    def _after(self, change: Change) -> Network:
        """The network after a change; read anew after an erasure, so that nothing that is shared between versions
        keeps what was erased."""
        erased = any(
            is_erased(touch.before) and not is_erased(self._network.node_by_id(touch.id)) for touch in change.touches
        )
        return Network.of(*self.store.stream()) if erased else self._network.moved(change)

    def _move_to(self, network: Network) -> None:
        read_anew = network.lineage is not self._network.lineage
        self._network = network
        if read_anew:  # nothing that was made of what was here before is kept
            with self._reducing:
                self._reduced.clear()
                self._sights.clear()
        for told in self._told:
            told()

    def _version(self) -> int:
        self._asked = monotonic(), datetime.now(UTC)
        try:
            return self.store.version()
        finally:
            self._asked = None

    def _gone(self, error: Exception) -> None:
        if self._away_since is None:
            self._away_since = datetime.now(UTC)
            _log.warning("cannot follow %s: %s", self.store.address, error, exc_info=not isinstance(error, Unavailable))

    def _back(self) -> None:
        if self._away_since is not None:
            _log.warning("follows %s again, at version %d", self.store.address, self._network.version)
            self._away_since = None

    # Writing

    def write(
        self,
        by: str,
        because: str,
        lines: Iterable[ReadLine],
        *,
        replace: bool = False,
        based_on: int | None = None,
        dry_run: bool = False,
        progress: Progress | None = None,
        source: str | None = None,
    ) -> Outcome:
        """Write lines of a network file, all or nothing: known ids are updated, new ones added.

        With `replace`, what the lines do not name is removed. `based_on` is the version that whoever writes has
        seen: when something that would be written has changed since, it is a Conflict. Raises RejectedLines for
        lines that are wrong, Unavailable when the store is away.
        """
        kept = list(lines)
        outcome = self.write_touches(
            by,
            because,
            lambda network: proposed(network, kept, replace=replace, source=source),
            based_on=based_on,
            dry_run=dry_run,
            progress=progress,
            checked=True,
        )
        return _with_unchanged(outcome, len(kept))

    def write_touches(
        self,
        by: str,
        because: str,
        touches: Callable[[Network], Sequence[Touch]],
        *,
        based_on: int | None = None,
        dry_run: bool = False,
        progress: Progress | None = None,
        checked: bool = False,
    ) -> Outcome:
        """Write what a function makes of the network; it is asked again when another process came between.

        `checked` says that the touches fit the vocabulary and the network. For the rest see `write`.
        """
        _check_reason("by", by)
        _check_reason("because", because)

        def draft() -> tuple[int, tuple[Touch, ...]]:
            self.refresh()
            network = self._network
            wanted = tuple(touch for touch in touches(network) if touch.before != touch.after)
            if not checked:
                check_touches(network, wanted)
            if based_on is not None:
                self._check_basis(based_on, network.version, wanted)
            return network.version, wanted

        with self._writing:
            if dry_run:
                return _outcome(None, draft()[1])
            change = self._apply(by, because, draft, progress)
            if change is None:
                return _outcome(None, ())
            self._advance(change)
            return _outcome(change, change.touches)

    def erase(self, by: str, because: str, person: str, today: date) -> Erased:
        """Erase a person from the network, its log and its store, and with them their personal tokens. The change that
        does it does not tell of them.

        Raises Unavailable when the store is away, or when its bytes could not be cleaned; then it is to be done again.
        """
        _check_reason("by", by)
        _check_reason("because", because)

        theirs: list[tuple[str, str]] = []

        def make() -> Erasing:
            self.refresh()
            made = erase(self._network, person, partial(self.store.history, first=ALL), today)
            said = made.traces.signature(by), made.traces.text(because)
            theirs[:] = [(TOKEN, token.name) for token in tokens_telling_of(self.store.keepsakes, made.traces)]
            return Erasing(ChangeSet(*said, made.touches), made.traces, theirs)

        with self._writing:
            change, changes = self.store.erase(make)
            with self._moving:
                self._move_to(Network.of(*self.store.stream()))
        nodes = sum(isinstance(touch.record, NodeRecord) for touch in change.touches)
        return Erased(change, nodes, len(change.touches) - nodes, changes, len(theirs))

    def _apply(
        self,
        by: str,
        because: str,
        draft: Callable[[], tuple[int, tuple[Touch, ...]]],
        progress: Progress | None,
    ) -> Change | None:
        for _ in range(ATTEMPTS):
            version, touches = draft()
            if not touches:
                return None
            with suppress(Conflict):
                return self.store.apply(ChangeSet(by, because, touches), version, progress)

        def in_turn() -> ChangeSet | None:
            _, touches = draft()
            return ChangeSet(by, because, touches) if touches else None

        # Others were faster each time: now they wait, which a long import needs among many short writes.
        return self.store.apply_in_turn(in_turn, progress)

    def _advance(self, change: Change) -> None:
        with self._moving:
            if self._network.version == change.version - 1:
                self._move_to(self._network.moved(change))

    def _check_basis(self, based_on: int, version: int, touches: Sequence[Touch]) -> None:
        if not 0 <= based_on <= version:
            raise BadInput(
                f"the network was never at version {based_on}",
                field="basedOn",
                actual=based_on,
                expected=f"a version from 0 to {version}",
            )
        ids = {touch.id for touch in touches}
        for change in self.changes(based_on, version):
            changed = [touch.id for touch in change.touches if touch.id in ids]
            if changed:
                raise Conflict(
                    f"{_listed(changed)} changed in version {change.version}, by {change.by}, "
                    f"on {change.at:%Y-%m-%d at %H:%M} UTC: {change.because}",
                    field="basedOn",
                    actual=version,
                    expected=based_on,
                    help="Nothing was stored. Look at what it is now, and offer the change again based on that.",
                )


def _listed(ids: Sequence[str]) -> str:
    shown = ", ".join(f"«{id}»" for id in ids[:5])
    return shown if len(ids) <= 5 else f"{shown} and {len(ids) - 5} more"


def _check_reason(field: str, text: str) -> None:
    if not text.strip() or len(text) > LONGEST_REASON or "\0" in text or any("\ud800" <= c <= "\udfff" for c in text):
        expected = f"a text of 1 to {LONGEST_REASON:,} characters"
        raise BadInput(f"{field} is kept with the change and cannot be that", field=field, expected=expected)


def _outcome(change: Change | None, touches: tuple[Touch, ...]) -> Outcome:
    added = sum(touch.before is None for touch in touches)
    removed = sum(touch.after is None for touch in touches)
    return Outcome(change, touches, added, len(touches) - added - removed, 0, removed)


def _with_unchanged(outcome: Outcome, lines: int) -> Outcome:
    unchanged = lines - outcome.added - outcome.changed
    return Outcome(outcome.change, outcome.touches, outcome.added, outcome.changed, unchanged, outcome.removed)
