"""Keepsakes in the file of the embedded store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from graph.keepsakes import Keepsake
from graph.stores.sqlite_file import SqliteFile

# A file that was made before there were keepsakes gets the table when it is opened; who knows none leaves it alone.
_TABLE = """CREATE TABLE IF NOT EXISTS keepsakes (
    kind TEXT, key TEXT, value TEXT NOT NULL, expires TEXT, PRIMARY KEY (kind, key)
) WITHOUT ROWID"""
_KEPT = "SELECT key, value, expires FROM keepsakes WHERE kind = ? AND (expires IS NULL OR expires > ?)"


class SqliteKeepsakes:
    """The table of keepsakes. Several threads and processes may use it at once."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file
        with file.connection() as connection:
            connection.execute(_TABLE)

    def keep(self, kind: str, key: str, value: str, expires: datetime | None = None) -> None:
        """Keep something, instead of what was kept under that key before."""
        self.keep_all(kind, (Keepsake(key, value, expires),))

    def keep_all(self, kind: str, keepsakes: Sequence[Keepsake]) -> None:
        """Keep many things of a kind, each instead of what was kept under its key before: all of them or none."""
        rows = [(kind, one.key, one.value, _written(one.expires)) for one in keepsakes]
        with self._writing() as connection:
            connection.executemany("REPLACE INTO keepsakes VALUES (?, ?, ?, ?)", rows)

    def keep_once(self, kind: str, key: str, value: str, expires: datetime | None = None) -> bool:
        """Keep something unless there is something under that key; whether it was kept."""
        with self._writing() as connection:
            row = (kind, key, value, _written(expires))
            inserted = connection.execute("INSERT OR IGNORE INTO keepsakes VALUES (?, ?, ?, ?)", row)
            return inserted.rowcount == 1

    def kept(self, kind: str, key: str) -> Keepsake | None:
        """What is kept under a key."""
        with self._file.connection() as connection:
            row = connection.execute(_KEPT + " AND key = ?", (kind, _now(), key)).fetchone()
        return None if row is None else _keepsake(*row)

    def forget(self, kind: str, key: str) -> bool:
        """Keep it no longer; whether there was anything."""
        with self._writing() as connection:
            return forget(connection, kind, key)

    def list(self, kind: str) -> Sequence[Keepsake]:
        """Everything of a kind, by key."""
        with self._file.connection() as connection:
            rows = connection.execute(_KEPT + " ORDER BY key", (kind, _now())).fetchall()
        return [_keepsake(*row) for row in rows]

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction of its own, in which nothing is left that has expired."""
        with self._file.connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM keepsakes WHERE expires <= ?", (_now(),))
            yield connection
            connection.execute("COMMIT")


def forget(connection: sqlite3.Connection, kind: str, key: str) -> bool:
    """Keep something no longer, within the transaction that is open; whether there was anything."""
    return connection.execute("DELETE FROM keepsakes WHERE kind = ? AND key = ?", (kind, key)).rowcount == 1


def _keepsake(key: str, value: str, expires: str | None) -> Keepsake:
    return Keepsake(key, value, None if expires is None else datetime.fromisoformat(expires))


def _written(moment: datetime | None) -> str | None:
    """A moment as a text that compares as moments do."""
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="microseconds")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
