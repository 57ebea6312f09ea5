"""The shared store: a Neo4j 5 database, in which people can read the network with Neo4j Browser, Bloom or Cypher."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, TypeVar

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Auth,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Session,
    basic_auth,
    unit_of_work,
)
from neo4j.exceptions import Neo4jError

from graph.deadline import look
from graph.errors import Unavailable
from graph.keepsakes import Keepsakes
from graph.network import Stored
from graph.records import Change, ChangeSet, NodeRecord, Touch, Value
from graph.store import Erasing, Progress
from graph.stores.images import imaged, in_order
from graph.stores.neo4j import statements
from graph.stores.neo4j.erasing import erase_from_log
from graph.stores.neo4j.faults import is_lost_bookmark, is_removed_meanwhile, told
from graph.stores.neo4j.keepsakes import Neo4jKeepsakes, forget_all
from graph.stores.neo4j.properties import nodes, part_values, relations
from graph.stores.neo4j.setting_up import set_up
from graph.stores.neo4j.words import every_part, parts
from graph.stores.neo4j.writing import Writing
from graph.stores.work import next_change, on_version
from graph.vocabulary import KINDS, RELATIONS

# The driver logs each attempt in vain, with its traceback. What goes wrong is raised as ours, and told once.
logging.getLogger("neo4j").setLevel(logging.CRITICAL)

_CONNECT_SECONDS = 3.0  # for a connection to be made; who asks for more than that is told that Neo4j is away
_WRITE_SECONDS = 600.0  # after which Neo4j itself ends a write whose process hangs, so that it holds up no other
_TRIES = 5  # to read the whole network while others remove parts of it

Columns = list[list[Any]]
_C = TypeVar("_C", Change, Change | None)


class Neo4jStore:
    """Keeps one network in a Neo4j database: the user's home database at the address.

    Several threads and processes may use it at once. Raises BadInput when the database holds something else.
    """

    def __init__(self, address: str, user: str | None = None, password: str | None = None) -> None:
        self.address = address
        auth: Auth | None = basic_auth(user, password or "") if user else None
        self._driver = GraphDatabase.driver(
            address,
            auth=auth,
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=2 * _CONNECT_SECONDS,
            liveness_check_timeout=0,  # a connection that Neo4j dropped meanwhile is replaced, not handed out
            max_transaction_retry_time=0,  # "away" is said at once; who asked may ask again
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
            user_agent="korte-lijnen",
        )
        # Whoever has written or seen a version never reads an older one, whichever member of a cluster answers.
        self._bookmarks = GraphDatabase.bookmark_manager()
        self.keepsakes: Keepsakes = Neo4jKeepsakes(partial(self._session, WRITE_ACCESS))
        try:
            with self._session(WRITE_ACCESS) as session:
                set_up(session, address)
        except BaseException:
            self._driver.close()
            raise

    def version(self) -> int:
        """The network's version: the number of its last change, 0 before the first."""
        with self._session(READ_ACCESS) as session:
            return session.execute_read(_version, self.address)

    def stream(self) -> tuple[int, Iterator[Stored]]:
        """The whole network at one version: that version, and its nodes followed by its relations, each by id.

        Two reads of one transaction can see two versions. So whatever changed since the first read is taken from
        the change log instead, which is exact.
        """
        with self._session(READ_ACCESS) as session:
            seen = _insistently(session, self.address)
            changes = session.execute_read(_changes, seen.version, None)
        return (changes[-1].version if changes else seen.version), _stored(seen, changes)

    def changes_since(self, version: int, limit: int | None = None) -> Sequence[Change]:
        """The changes after a version, in order, each with everything it touched."""
        with self._session(READ_ACCESS) as session:
            return session.execute_read(_changes, version, limit)

    def apply(self, change_set: ChangeSet, based_on: int, progress: Progress | None = None) -> Change:
        """Write one change set, whole or not at all; it is durable when this returns."""
        return self._write(lambda version: on_version(change_set, version, based_on), progress)

    def apply_in_turn(self, make: Callable[[], ChangeSet | None], progress: Progress | None = None) -> Change | None:
        """Write the change set that `make` gives when nobody else writes; None when it gives None."""

        def change(version: int) -> Change | None:
            change_set = make()
            return None if change_set is None else next_change(change_set, version)

        return self._write(change, progress)

    def erase(self, make: Callable[[], Erasing]) -> tuple[Change, int]:
        """Erase a person from the network and the log: no query returns them any more."""

        @unit_of_work(timeout=_WRITE_SECONDS)
        def write(tx: ManagedTransaction) -> tuple[Change, int]:
            tx.run(statements.LOCK).consume()
            version = _version(tx, self.address)
            erasing = make()
            told = erase_from_log(tx, erasing.traces, version)
            change = next_change(erasing.change_set, version)
            Writing(tx, change, None).write()
            forget_all(tx, erasing.keepsakes)
            return change, told

        with self._session(WRITE_ACCESS) as session:
            return session.execute_write(write)

    def _write(self, make: Callable[[int], _C], progress: Progress | None) -> _C:
        @unit_of_work(timeout=_WRITE_SECONDS)
        def write(tx: ManagedTransaction) -> _C:
            tx.run(statements.LOCK).consume()
            change = make(_version(tx, self.address))
            if change is not None:
                Writing(tx, change, progress).write()
            return change

        with self._session(WRITE_ACCESS) as session:
            return session.execute_write(write)

    def history(self, id: str, first: int) -> Sequence[Change]:
        """The last changes that touched a node or relation, newest first, each with its touch of that id alone."""
        with self._session(READ_ACCESS) as session:
            rows = session.execute_read(lambda tx: tx.run(statements.HISTORY, id=id, first=first).values())
        return [_change(row[:4], [row[4:]]) for row in rows]

    def close(self) -> None:
        """Let go of the connections."""
        self._driver.close()

    @contextmanager
    def _session(self, access: str) -> Iterator[Session]:
        with (
            told(self.address),
            self._driver.session(bookmark_manager=self._bookmarks, default_access_mode=access) as session,
        ):
            try:
                yield session
            except Neo4jError as error:
                if is_lost_bookmark(error):  # a backup was put back: what this process would wait for never comes
                    self._bookmarks = GraphDatabase.bookmark_manager()
                raise


def _version(tx: ManagedTransaction, address: str) -> int:
    head = tx.run(statements.VERSION).single()
    if head is None:
        raise Unavailable(
            "the database holds no network any more",
            inside=address,
            field="store",
            help="Put a backup in its place, or start again to make a new network.",
        )
    version: int = head["version"]
    return version


# Reading


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was read, none of it earlier than `version`: columns by kind, relation type and part."""

    version: int
    columns: Mapping[str, Columns]


def _insistently(session: Session, address: str) -> _Seen:
    for _ in range(_TRIES - 1):
        try:
            return session.execute_read(_read, address)
        except Neo4jError as error:
            if not is_removed_meanwhile(error):
                raise
    return session.execute_read(_read, address)


def _read(tx: ManagedTransaction, address: str) -> _Seen:
    version = _version(tx, address)
    counts = tx.run(statements.present()).single(strict=True).data()
    asked = {kind: statements.read_nodes(kind) for kind in KINDS}
    asked |= {type: statements.read_relations(type) for type in RELATIONS}
    asked |= {relationship: statements.read_parts(part) for relationship, part in every_part().items()}
    return _Seen(version, {name: _columns(tx, text) for name, text in asked.items() if counts[name]})


def _columns(tx: ManagedTransaction, text: str, **parameters: object) -> Columns:
    chunks = tx.run(text, parameters).values()
    return [list(chain.from_iterable(column)) for column in zip(*chunks, strict=True)]


def _stored(seen: _Seen, changes: Sequence[Change]) -> Iterator[Stored]:
    newer: dict[str, Stored | None] = {}
    for change in changes:
        for touch in change.touches:
            newer[touch.id] = Stored(touch.after, change.version) if touch.after else None
    more = {part.member: _parts_by_owner(seen, relationship) for relationship, part in every_part().items()}
    found: list[Stored] = [stored for stored in newer.values() if stored]
    for kind in KINDS:
        own = {part.member: more[part.member] for part in parts(kind)}
        found += nodes(kind, seen.columns.get(kind, ()), own, newer)
    for type in RELATIONS:
        found += relations(type, seen.columns.get(type, ()), newer)
    return iter(sorted(found, key=lambda stored: (not isinstance(stored.record, NodeRecord), stored.record.id)))


def _parts_by_owner(seen: _Seen, relationship: str) -> dict[str, Value]:
    rows: dict[str, list[list[Any]]] = {}
    for owner, *row in zip(*seen.columns.get(relationship, ()), strict=True):
        if owner is not None and row[0] is not None:
            rows.setdefault(owner, []).append(row)
    part = every_part()[relationship]
    return {owner: part_values(part, of_owner) for owner, of_owner in rows.items()}


def _changes(tx: ManagedTransaction, since: int, limit: int | None) -> list[Change]:
    last = since + limit if limit is not None else 2**62
    heads = tx.run(statements.CHANGES, since=since, last=last).values()
    if not heads:
        return []
    touched = _columns(tx, statements.TOUCHES, since=since, last=heads[-1][0])
    by_version = sorted(zip(*touched, strict=True), key=itemgetter(0))
    images = {version: [row[1:] for row in rows] for version, rows in groupby(by_version, key=itemgetter(0))}
    return [_change(head, images.get(head[0], [])) for head in heads]


def _change(head: Sequence[Any], images: Sequence[Sequence[str | None]]) -> Change:
    version, at, by, because = head
    touches = in_order(_touch(before, after) for before, after in images)
    return Change(version, datetime.fromisoformat(at).astimezone(UTC), by, because, touches)


def _touch(before: str | None, after: str | None) -> Touch:
    look("Ask for fewer changes at a time.")
    return Touch(imaged(before), imaged(after))
