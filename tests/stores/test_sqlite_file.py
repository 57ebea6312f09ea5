"""What may be wrong with the file of an embedded store, and what is said of it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from graph.errors import BadInput, Unavailable
from graph.records import ChangeSet, Touch
from graph.stores.sqlite import SqliteStore
from graph.stores.sqlite_file import APPLICATION, FORM
from tests.stores.networks import FENNA, FEW, MEHMET, of_stream, record, records
from tests.stores.places import CHECKOUT

NOBODY = 65534


def filled(path: Path) -> None:
    store = SqliteStore(path)
    store.apply(ChangeSet("steward", "a test", tuple(Touch(None, one) for one in records(FEW))), 0)
    store.close()


def refused(path: Path) -> BadInput:
    with pytest.raises(BadInput) as raised:
        SqliteStore(path)
    assert raised.value.field == "store"
    assert str(path) in raised.value.message
    assert raised.value.expected
    return raised.value


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path).message


def test_a_file_in_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "network.db"
    assert refused(path).expected == f"make {path.parent} first"
    assert not path.parent.exists()


def test_a_file_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "network.jsonl"
    path.write_text('{"node": "Person", "id": "fenna", "name": "Fenna Dirks"}\n' * 100, encoding="utf-8")
    before = path.read_bytes()
    assert "is no SQLite file" in refused(path).message
    assert path.read_bytes() == before


def test_an_sqlite_file_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE nodes (id)")
    other.close()
    assert "is an SQLite file of something else" in refused(path).message
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("nodes",)]
    other.close()


def test_a_file_of_a_newer_korte_lijnen(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    filled(path)
    with sqlite3.connect(path) as newer:
        newer.execute(f"PRAGMA user_version = {FORM + 1}")
    newer.close()
    error = refused(path)
    assert "newer Korte Lijnen" in error.message
    assert (error.actual, error.expected) == (f"form {FORM + 1}", f"form {FORM}")


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    path.touch()
    filled(path)
    with sqlite3.connect(path) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
    file.close()


def test_a_file_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    filled(path)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    with pytest.raises(Unavailable, match="is damaged") as raised:
        list(SqliteStore(path).stream()[1])
    assert raised.value.help == "Put a backup in its place, or load a dump into a new file."


def test_a_file_with_garbage_in_it(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    filled(path)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    with pytest.raises(Unavailable, match="is damaged"):
        list(SqliteStore(path).stream()[1])


def test_a_file_that_another_process_writes_for_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.stores.sqlite_file.WAITING_SECONDS", 0.2)
    path = tmp_path / "network.db"
    filled(path)
    store = SqliteStore(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="is being written by another process"):
        store.apply(ChangeSet("steward", "a test", (Touch(record(FENNA), None),)), 1)
    assert of_stream(store.stream()) == (1, records(FEW))
    other.execute("ROLLBACK")
    other.close()
    more = Touch(record(MEHMET), record({**MEHMET, "name": "Mehmet"}))
    assert store.apply(ChangeSet("steward", "a test", (more,)), 1).version == 2
    store.close()


def test_a_file_that_another_process_writes_can_be_opened_and_read(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    filled(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = SqliteStore(path)
    assert of_stream(store.stream()) == (1, records(FEW))
    store.close()
    other.close()


def test_a_relative_path_is_kept_when_the_working_folder_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = SqliteStore(Path("network.db"))
    assert store.address == "sqlite:///network.db"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    store.apply(ChangeSet("steward", "a test", (Touch(None, record(FENNA)),)), 0)
    store.close()
    assert (tmp_path / "network.db").exists()
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("name", ["with space?mode=ro&x=%20#é.db", ":memory:", "quote ' \" and ;.db"])
def test_a_path_may_hold_any_sign(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    filled(path)
    assert path.exists()
    assert of_stream(SqliteStore(path).stream()) == (1, records(FEW))


def test_every_write_is_on_the_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    """The settings that SQLite documents for that: a write-ahead log that is synced at every commit."""
    path = tmp_path / "network.db"
    filled(path)
    store = SqliteStore(path)
    with store._file.connection() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    store.close()


_WRITE = """
import os, resource, sys
from pathlib import Path
from graph.errors import KorteLijnenError
from graph.records import ChangeSet, NodeRecord, Touch
from graph.stores.sqlite import SqliteStore
path, largest, user = sys.argv[1:]
if user:  # to be refused anything on the disk one must not be root
    os.setuid(int(user))
try:
    store = SqliteStore(Path(path))
    version = store.version()
    if largest:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(largest), resource.RLIM_INFINITY))
    people = (NodeRecord(f"{version}-{n}", "Person", "x" * 1000) for n in range(1000))
    print(store.apply(ChangeSet("steward", "much", tuple(Touch(None, one) for one in people)), version).version)
except KorteLijnenError as error:
    print(error.code, error, error.expected or error.help)
"""


def said_by(path: Path, *, largest: int | None = None, as_nobody: bool = False) -> str:
    """What a process says that tries to write to the file: to files of at most so many bytes, or without rights."""
    user = NOBODY if as_nobody and os.geteuid() == 0 else None
    command = [sys.executable, "-c", _WRITE, str(path), str(largest or ""), str(user or "")]
    return subprocess.run(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True, check=True).stdout


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    filled(path)
    assert said_by(path, largest=500_000).startswith("UNAVAILABLE")
    store = SqliteStore(path)
    assert of_stream(store.stream()) == (1, records(FEW))
    store.close()
    assert said_by(path) == "2\n"


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A folder that everybody can come to."""
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    return tmp_path


def test_a_file_that_may_not_be_written(open_folder: Path) -> None:
    path = open_folder / "network.db"
    filled(path)
    path.chmod(0o444)
    said = said_by(path, as_nobody=True)
    assert said.startswith(f"BAD_INPUT {path} cannot be written")
    assert said.endswith("a file and a folder that may be written\n")


def test_a_folder_that_may_not_be_written(open_folder: Path) -> None:
    folder = open_folder / "closed"
    folder.mkdir(mode=0o555)
    said = said_by(folder / "network.db", as_nobody=True)
    assert said.startswith(f"BAD_INPUT {folder / 'network.db'} cannot be written")


def test_a_backup_made_while_it_is_open_is_whole(tmp_path: Path) -> None:
    path, backup = tmp_path / "network.db", tmp_path / "backup.db"
    store = SqliteStore(path)
    store.apply(ChangeSet("steward", "a test", tuple(Touch(None, one) for one in records(FEW))), 0)
    with sqlite3.connect(path) as connection:
        connection.execute("VACUUM INTO ?", (str(backup),))
    connection.close()
    store.close()
    path.unlink()
    shutil.move(backup, path)
    again = SqliteStore(path)
    with again._file.connection() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert of_stream(again.stream()) == (1, records(FEW))
    assert again.changes_since(0)[0].by == "steward"
    assert len(again.history("fenna", 1)) == 1
    again.close()
