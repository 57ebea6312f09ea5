"""One SQLite file that is a store of ours: opened, checked, and lent out a connection at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from graph.errors import BadInput, KorteLijnenError, Unavailable

APPLICATION = 0x4B4C696A  # "KLij" in the file's header: what tells a store of ours from any other SQLite file
FORM = 1  # the form of the tables below; a file of a later form is refused
WAITING_SECONDS = 10.0  # for another process that is writing; a national register takes some seconds

TABLES = """
CREATE TABLE nodes (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, since TEXT, until TEXT, visibility TEXT NOT NULL,
    confirmed_at TEXT, sources TEXT, members TEXT NOT NULL, version INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE relations (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, origin TEXT NOT NULL REFERENCES nodes,
    target TEXT NOT NULL REFERENCES nodes, since TEXT, until TEXT, visibility TEXT NOT NULL,
    confirmed_at TEXT, sources TEXT, members TEXT NOT NULL, version INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX relations_by_origin ON relations (origin);
CREATE INDEX relations_by_target ON relations (target);
CREATE TABLE codes (
    system TEXT, code TEXT, node TEXT NOT NULL REFERENCES nodes, PRIMARY KEY (system, code)
) WITHOUT ROWID;
CREATE INDEX codes_by_node ON codes (node);
CREATE TABLE changes (version INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, because TEXT NOT NULL);
CREATE TABLE touched (
    version INTEGER REFERENCES changes, id TEXT, before TEXT, after TEXT, PRIMARY KEY (version, id)
) WITHOUT ROWID;
CREATE INDEX touched_by_id ON touched (id, version);
"""


class SqliteFile:
    """A file and the connections to it, one for each thread that is at work.

    Raises BadInput when the path cannot be a store of ours. A file that is taken away or put back later, as for a
    backup, is noticed: a connection to the file that was there before is not used again.
    """

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._lock = Lock()
        self._idle: list[sqlite3.Connection] = []
        self._file: tuple[int, int] | None = None
        self._prepare()

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection for one piece of work. What SQLite says went wrong is raised as ours (Unavailable)."""
        with self._told():
            connection = self._borrow()
            try:
                yield connection
            finally:
                self._give_back(connection)

    def _borrow(self) -> sqlite3.Connection:
        """A connection to the file that is there now, to be given back."""
        with self._lock:
            if self._file != self._identity():
                self._close_idle()
                self._file = self._identity()
            if self._idle:
                return self._idle.pop()
        return self._connect("rw")

    def _give_back(self, connection: sqlite3.Connection) -> None:
        """Take a connection back, out of whatever transaction it was in."""
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        with self._lock:
            if self._file == self._identity():
                self._idle.append(connection)
            else:
                connection.close()

    def close(self) -> None:
        """Close every connection that is not at work."""
        with self._lock:
            self._close_idle()
            self._file = None

    def _close_idle(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def _identity(self) -> tuple[int, int] | None:
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_dev, status.st_ino

    def _connect(self, mode: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self.path.as_uri()}?mode={mode}",
            uri=True,
            timeout=WAITING_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")  # what is changed or removed is overwritten in the file
        return connection

    # The first time

    def _prepare(self) -> None:
        if self.path.is_dir():
            raise self._no_store("is a folder", "a file, or the name of one to be made")
        if not self.path.parent.is_dir():
            raise self._no_store("lies in a folder that does not exist", f"make {self.path.parent} first")
        if not all(os.access(path, os.W_OK) for path in (self.path, self.path.parent) if path.exists()):
            raise self._no_store("cannot be written", _WRITABLE)
        with self._told(opening=True):
            self._make_private()
            connection = self._connect("rwc")
            try:
                self._check(connection)
            except BaseException:
                connection.close()
                raise
            self._file = self._identity()
            self._idle.append(connection)

    def _make_private(self) -> None:
        """Make the file where there is none: for its owner alone, and so are those that SQLite puts beside it."""
        with suppress(FileExistsError, PermissionError):
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL, 0o600))

    def _check(self, connection: sqlite3.Connection) -> None:
        if self._is_new(connection):
            self._make(connection)
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION:
            raise self._no_store("is an SQLite file of something else", "a file of Korte Lijnen, or a new one")
        (form,) = connection.execute("PRAGMA user_version").fetchone()
        if form > FORM:
            raise BadInput(
                f"{self.path} was written by a newer Korte Lijnen",
                field="store",
                actual=f"form {form}",
                expected=f"form {FORM}",
                help="Use that version of Korte Lijnen, or load a dump that it made into a new file.",
            )
        connection.execute("PRAGMA journal_mode = WAL")  # a backup that was put in its place has lost that

    def _make(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        if self._is_new(connection):  # another process may have made it meanwhile
            for statement in TABLES.split(";\n"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {FORM}")
        connection.execute("COMMIT")

    def _is_new(self, connection: sqlite3.Connection) -> bool:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        return bool(tables == 0 and application == 0)

    # What goes wrong

    def _no_store(self, message: str, expected: str) -> BadInput:
        return BadInput(f"{self.path} {message}", field="store", actual=str(self.path), expected=expected)

    @contextmanager
    def _told(self, *, opening: bool = False) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            told = self._meaning(error, opening)
            if told is None:
                raise
            raise told from error

    def _meaning(self, error: sqlite3.DatabaseError, opening: bool) -> KorteLijnenError | None:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if opening and code == sqlite3.SQLITE_NOTADB:
            return self._no_store("is no SQLite file", "a file of Korte Lijnen, or the name of one to be made")
        if opening and code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
            return self._no_store(f"cannot be written ({error})", _WRITABLE)
        message, help = _AWAY.get(code, (None, ""))
        if message is None:
            return None
        return Unavailable(f"the store {message}", inside=f"{self.path}: {error}", field="store", help=help)


_WRITABLE = "a file and a folder that may be written"
_AGAIN = "Nothing was stored. Try again when that is over."
_AWAY = {
    sqlite3.SQLITE_BUSY: ("is being written by another process", _AGAIN),
    sqlite3.SQLITE_LOCKED: ("is being written by another process", _AGAIN),
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full", "Nothing was stored. Make room and try again."),
    sqlite3.SQLITE_IOERR: ("cannot be read or written", "Nothing was stored. Look at the disk."),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "Put the file back where it was."),
    sqlite3.SQLITE_READONLY: ("cannot be written", "Nothing was stored. Make the file and its folder writable."),
    sqlite3.SQLITE_PERM: ("cannot be written", "Nothing was stored. Make the file and its folder writable."),
    sqlite3.SQLITE_NOTADB: ("is no SQLite file any more", "Put the file back that was there."),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "Put a backup in its place, or load a dump into a new file."),
    sqlite3.SQLITE_NOMEM: ("cannot be read: out of memory", _AGAIN),
}
