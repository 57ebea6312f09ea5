"""An import that is interrupted while it writes: nothing of it is there, and done again it comes to the same."""

import os
import signal
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from graph.live import LiveNetwork
from graph.network_file import write
from graph.store import Progress
from seeds.registers import Report, run
from tests.neo4j_server import Neo4jServer
from tests.seeds.duo_files import primary, school
from tests.stores.places import Place, neo4j_place, sqlite_place

SCHOOLS = 150
EARLIER, LATER = date(2025, 10, 1), date(2026, 10, 1)


@pytest.fixture(params=["sqlite", "neo4j"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "sqlite":
        return sqlite_place(tmp_path)
    server: Neo4jServer = request.getfixturevalue("neo4j_server")
    return neo4j_place(server)


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """SIGINT interrupts, also where the tests were started behind a shell's &."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def interrupting(at: int) -> Progress:
    """Sends this process SIGINT when progress is reported for the so-manieth time."""
    reports = count(1)

    def done(_count: int, _total: int | None) -> None:
        if next(reports) == at:
            os.kill(os.getpid(), signal.SIGINT)

    return done


def imported(place: Place, file: Path, on: date, progress: Progress | None = None) -> Report:
    with LiveNetwork(place.open()) as live:
        return run(live, "duo-schools", [file], by="test", on=on, progress=progress)


def dumped(place: Place) -> list[bytes]:
    with LiveNetwork(place.open()) as live:
        return list(write(live.at(live.network.version)))


def rows(board: str, first: int = 0) -> Iterator[dict[str, str]]:
    for number in range(first, SCHOOLS):
        code = f"{number // 100:02d}AB{number % 100:02d}"
        yield school(code, name=f"School {number}", **{"BEVOEGD GEZAG NUMMER": board})


def test_an_interrupted_import_left_nothing_and_done_again_gives_the_same(place: Place, tmp_path: Path) -> None:
    older, newer = tmp_path / "older.csv", tmp_path / "newer.csv"
    older.write_bytes(primary(*rows("41249")).content)
    newer.write_bytes(primary(*rows("42669", first=50)).content)
    imported(place, older, EARLIER)
    before = dumped(place)
    reports, report = 0, None
    for at in (4**power for power in count()):  # early and late among the places where something was just written
        try:
            report = imported(place, newer, LATER, interrupting(at))
        except KeyboardInterrupt:
            reports = at
            assert dumped(place) == before
        else:
            break
    assert reports >= 4
    assert report is not None
    assert report.change is not None
    assert report.change.version == 2
    undisturbed = tmp_path / "undisturbed"
    undisturbed.mkdir()
    imported(sqlite_place(undisturbed), older, EARLIER)
    imported(sqlite_place(undisturbed), newer, LATER)
    assert dumped(place) == dumped(sqlite_place(undisturbed))
    assert imported(place, newer, LATER).change is None
