"""Erasing a person from the change log of an SQLite store, and from the bytes of its file."""

from __future__ import annotations

import sqlite3

from graph.editing.traces import Traces
from graph.errors import Unavailable
from graph.stores.images import rewritten
from graph.stores.sqlite_file import SqliteFile


def erase_from_log(connection: sqlite3.Connection, traces: Traces) -> int:
    """Rewrite what the log says of a person, within the transaction that is open: how many changes told of them."""
    told: set[int] = set()
    touched: list[tuple[str | None, str | None, int, str]] = []
    for version, id, before, after in connection.execute("SELECT version, id, before, after FROM touched"):
        images = rewritten(before, after, traces)
        if images != (before, after):
            touched.append((*images, version, id))
            told.add(version)
    signed: list[tuple[str, str, int]] = []
    for version, by, because in connection.execute("SELECT version, by, because FROM changes"):
        said = traces.signature(by), traces.text(because)
        if said != (by, because):
            signed.append((*said, version))
            told.add(version)
    connection.executemany("UPDATE touched SET before = ?, after = ? WHERE version = ? AND id = ?", touched)
    connection.executemany("UPDATE changes SET by = ?, because = ? WHERE version = ?", signed)
    return len(told)


def scrub(file: SqliteFile, version: int) -> None:
    """Make the bytes of the file those of what it holds, and empty its write-ahead log.

    `secure_delete` overwrites what is deleted, but pages that were split or moved may still hold copies; writing the
    whole file anew leaves none. It takes about a second for each hundred megabytes; readers may read on.
    """
    with file.connection() as connection:
        try:
            connection.execute("VACUUM")
            (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError as error:
            raise _not_scrubbed(file, version) from error
    if busy:
        raise _not_scrubbed(file, version)


def _not_scrubbed(file: SqliteFile, version: int) -> Unavailable:
    return Unavailable(
        f"the person was erased in version {version}, but the store is in use: what was erased may still be found in "
        "its bytes",
        inside=str(file.path),
        field="store",
        help="Erase the person again: that finishes it.",
    )
