"""The embedded store: one SQLite file, every write on the disk when it is acknowledged."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

import orjson

from graph.deadline import look
from graph.keepsakes import Keepsakes
from graph.network import Stored
from graph.records import Change, ChangeSet, NodeRecord, Record, RelationRecord, Touch
from graph.store import Erasing, Progress
from graph.stores.images import day, image, imaged, in_order, read_sources, written_sources
from graph.stores.sqlite_erasing import erase_from_log, scrub
from graph.stores.sqlite_file import SqliteFile
from graph.stores.sqlite_keepsakes import SqliteKeepsakes, forget
from graph.stores.work import Work, codes, does_not_fit, next_change, on_version
from graph.vocabulary import Visibility

_R = TypeVar("_R", NodeRecord, RelationRecord)
_LoggedRow = tuple[int, str, str, str, str | None, str | None, str | None]
_BATCH = 5_000  # records written between two reports of progress

_NODES = "SELECT id, kind, name, since, until, visibility, confirmed_at, sources, members, version FROM nodes"
_RELATIONS = """SELECT id, type, origin, target, since, until, visibility, confirmed_at, sources, members, version
    FROM relations"""
_NEW_NODE = "INSERT INTO nodes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_NEW_RELATION = "INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_CHANGED_NODE = """UPDATE nodes SET id = ?1, kind = ?2, name = ?3, since = ?4, until = ?5, visibility = ?6,
    confirmed_at = ?7, sources = ?8, members = ?9, version = ?10 WHERE id = ?1"""
_CHANGED_RELATION = """UPDATE relations SET type = ?2, origin = ?3, target = ?4, since = ?5, until = ?6,
    visibility = ?7, confirmed_at = ?8, sources = ?9, members = ?10, version = ?11 WHERE id = ?1"""
_CHANGES = """SELECT version, at, by, because, id, before, after FROM changes LEFT JOIN touched USING (version)
    WHERE version > ? AND version <= ? ORDER BY version"""
_HISTORY = """SELECT version, at, by, because, id, before, after FROM touched JOIN changes USING (version)
    WHERE id = ? ORDER BY version DESC LIMIT ?"""


class SqliteStore:
    """Keeps one network in one SQLite file. Several threads and processes may use it at once."""

    def __init__(self, path: Path) -> None:
        self.address = f"sqlite:///{path}"
        self._file = SqliteFile(path)
        self.keepsakes: Keepsakes = SqliteKeepsakes(self._file)

    def version(self) -> int:
        """The network's version: the number of its last change, 0 before the first."""
        with self._file.connection() as connection:
            return _version(connection)

    def stream(self) -> tuple[int, Iterator[Stored]]:
        """The whole network at one version: that version, and its nodes followed by its relations, each by id."""
        with self._file.connection() as connection:
            connection.execute("BEGIN")
            version = _version(connection)
            nodes = connection.execute(_NODES + " ORDER BY id").fetchall()
            relations = connection.execute(_RELATIONS + " ORDER BY id").fetchall()
            connection.execute("COMMIT")
        return version, _stored(nodes, relations)

    def changes_since(self, version: int, limit: int | None = None) -> Sequence[Change]:
        """The changes after a version, in order, each with everything it touched."""
        with self._file.connection() as connection:
            last = _version(connection) if limit is None else version + limit
            return _changes(connection.execute(_CHANGES, (version, last)))

    def apply(self, change_set: ChangeSet, based_on: int, progress: Progress | None = None) -> Change:
        """Write one change set, whole or not at all; it is on the disk when this returns."""
        with self._file.connection() as connection, _writing(connection):
            return _written(connection, on_version(change_set, _version(connection), based_on), progress)

    def apply_in_turn(self, make: Callable[[], ChangeSet | None], progress: Progress | None = None) -> Change | None:
        """Write the change set that `make` gives when nobody else writes; None when it gives None."""
        with self._file.connection() as connection, _writing(connection):
            change_set = make()
            return (
                None
                if change_set is None
                else _written(connection, next_change(change_set, _version(connection)), progress)
            )

    def erase(self, make: Callable[[], Erasing]) -> tuple[Change, int]:
        """Erase a person from the network, the log and the bytes of the file."""
        with self._file.connection() as connection, _writing(connection):
            erasing = make()
            told = erase_from_log(connection, erasing.traces)
            change = _written(connection, next_change(erasing.change_set, _version(connection)), None)
            for kind, key in erasing.keepsakes:
                forget(connection, kind, key)
        scrub(self._file, change.version)
        return change, told

    def history(self, id: str, first: int) -> Sequence[Change]:
        """The last changes that touched a node or relation, newest first, each with its touch of that id alone."""
        with self._file.connection() as connection:
            return _changes(connection.execute(_HISTORY, (id, first)))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("SELECT ifnull(max(version), 0) FROM changes").fetchone()[0]
    return version


# Reading


def _stored(nodes: Iterable[tuple[str, ...]], relations: Iterable[tuple[str, ...]]) -> Iterator[Stored]:
    visibility = Visibility.__members__
    for id, kind, name, since, until, seen_by, confirmed, sources, members, version in nodes:
        node = NodeRecord(
            id,
            kind,
            name,
            day(since),
            day(until),
            visibility[seen_by],
            day(confirmed),
            read_sources(sources),
            orjson.loads(members),
        )
        yield Stored(node, int(version))
    for id, type, origin, target, since, until, seen_by, confirmed, sources, members, version in relations:
        relation = RelationRecord(
            id,
            type,
            origin,
            target,
            day(since),
            day(until),
            visibility[seen_by],
            day(confirmed),
            read_sources(sources),
            orjson.loads(members),
        )
        yield Stored(relation, int(version))


def _changes(rows: Iterable[_LoggedRow]) -> list[Change]:
    return [
        Change(version, datetime.fromisoformat(at), by, because, in_order(_touches(touched)))
        for (version, at, by, because), touched in groupby(rows, key=itemgetter(0, 1, 2, 3))
    ]


def _touches(rows: Iterable[_LoggedRow]) -> Iterator[Touch]:
    for *_, id, before, after in rows:
        look("Ask for fewer changes at a time.")
        if id is not None:
            yield Touch(imaged(before), imaged(after))


# Writing


@contextmanager
def _writing(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        connection.execute("ROLLBACK")
        raise does_not_fit(str(error)) from error
    except BaseException:
        if connection.in_transaction:  # SQLite ends it by itself when the disk is full
            connection.execute("ROLLBACK")
        raise


def _written(connection: sqlite3.Connection, change: Change, progress: Progress | None) -> Change:
    _Writing(connection, change, progress).write()
    return change


class _Writing:
    """One change, written within the transaction that is open."""

    def __init__(self, connection: sqlite3.Connection, change: Change, progress: Progress | None) -> None:
        self.connection = connection
        self.change = change
        self.progress = progress
        self.done = 0

    def write(self) -> None:
        change, work = self.change, Work.of(self.change.touches)
        self._each("DELETE FROM relations WHERE id = ?", work.removed_relations, _id)
        self._clear_codes([*work.removed_nodes, *(before for before, _ in work.changed_nodes)])
        self._each("DELETE FROM nodes WHERE id = ?", work.removed_nodes, _id)
        changed_nodes = [after for _, after in work.changed_nodes]
        self._each(_CHANGED_NODE, changed_nodes, self._node)
        self._each(_NEW_NODE, work.new_nodes, self._node)
        self._add_codes([*changed_nodes, *work.new_nodes])
        self._each(_CHANGED_RELATION, [after for _, after in work.changed_relations], self._relation)
        self._each(_NEW_RELATION, work.new_relations, self._relation)
        row = (change.version, change.at.isoformat(), change.by, change.because)
        self.connection.execute("INSERT INTO changes VALUES (?, ?, ?, ?)", row)
        touched = ((change.version, touch.id, image(touch.before), image(touch.after)) for touch in change.touches)
        self.connection.executemany("INSERT INTO touched VALUES (?, ?, ?, ?)", touched)

    def _each(self, statement: str, records: Sequence[_R], row: Callable[[_R], tuple[object, ...]]) -> None:
        remaining = iter(records)
        while batch := list(islice(remaining, _BATCH)):
            written = self.connection.executemany(statement, map(row, batch)).rowcount
            if written != len(batch):
                raise does_not_fit(f"{len(batch) - written} of the records to change or remove are not there")
            self.done += len(batch)
            if self.progress:
                self.progress(self.done, len(self.change.touches))

    def _clear_codes(self, nodes: Iterable[NodeRecord]) -> None:
        rows = (code for node in nodes for code in codes(node).items())
        self.connection.executemany("DELETE FROM codes WHERE system = ? AND code = ?", rows)

    def _add_codes(self, nodes: Iterable[NodeRecord]) -> None:
        rows = ((*code, node.id) for node in nodes for code in codes(node).items())
        self.connection.executemany("INSERT INTO codes VALUES (?, ?, ?)", rows)

    def _node(self, node: NodeRecord) -> tuple[object, ...]:
        return (node.id, node.kind, node.name, *self._common(node))

    def _relation(self, relation: RelationRecord) -> tuple[object, ...]:
        return (relation.id, relation.type, relation.origin, relation.target, *self._common(relation))

    def _common(self, record: Record) -> tuple[object, ...]:
        return (
            _iso(record.since),
            _iso(record.until),
            record.visibility.name,
            _iso(record.confirmed_at),
            written_sources(record.sources),
            orjson.dumps(record.members).decode(),
            self.change.version,
        )


def _id(record: Record) -> tuple[object, ...]:
    return (record.id,)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
