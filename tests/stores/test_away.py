"""A store that is away: reads go on from memory, writes say so at once, and it is found back without a restart."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.errors import Unavailable
from graph.live import LiveNetwork
from graph.records import ChangeSet, Touch
from graph.viewers import STEWARD
from tests.neo4j_server import Neo4jServer, OwnServer
from tests.stores.line import Line
from tests.stores.networks import FENNA, MEHMET, numbered, of_network, of_stream, record
from tests.stores.places import Place, neo4j_place, sqlite_place


def soon(what: Callable[[], bool], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@contextmanager
def at_once() -> Iterator[None]:
    before = time.monotonic()
    yield
    assert time.monotonic() - before < 4.0


def check_away_and_back(place: Place, take_away: Callable[[], None], bring_back: Callable[[], None]) -> None:
    with LiveNetwork(place.open()) as live:
        live.write("steward", "a test", numbered([FENNA]))
        live.follow()
        before = datetime.now(UTC)
        take_away()
        soon(lambda: live.away_since is not None)
        since = live.away_since
        assert since is not None
        assert before <= since <= datetime.now(UTC)
        assert of_network(live.network) == [record(FENNA)]
        assert int(live.reduced(STEWARD).node_seen.sum()) == 1
        with at_once(), pytest.raises(Unavailable) as raised:
            live.write("steward", "while away", numbered([MEHMET]))
        assert raised.value.field == "store"
        assert raised.value.help
        with at_once(), pytest.raises(Unavailable):
            live.at(0)
        assert of_network(live.network) == [record(FENNA)]
        assert live.away_since == since
        bring_back()
        soon(lambda: live.away_since is None)
        outcome = live.write("steward", "it is back", numbered([MEHMET]))
        assert outcome.change is not None
        assert outcome.change.version == 2
        assert of_stream(live.store.stream()) == (2, [record(FENNA), record(MEHMET)])


def test_a_file_that_is_taken_away_and_put_back(tmp_path: Path) -> None:
    place = sqlite_place(tmp_path)
    elsewhere = tmp_path / "elsewhere"

    def take_away() -> None:
        elsewhere.mkdir()
        for file in tmp_path.glob("network.db*"):
            file.rename(elsewhere / file.name)

    def bring_back() -> None:
        for file in elsewhere.iterdir():
            file.rename(tmp_path / file.name)

    check_away_and_back(place, take_away, bring_back)


def test_a_neo4j_that_is_stopped_and_started(stoppable_neo4j: OwnServer) -> None:
    check_away_and_back(neo4j_place(stoppable_neo4j), stoppable_neo4j.stop, stoppable_neo4j.start)


def test_a_line_that_swallows_everything(neo4j_server: Neo4jServer) -> None:
    with Line(neo4j_place(neo4j_server)) as line:
        check_away_and_back(line.place, line.hold_up, line.let_through)


def test_a_line_that_is_cut_is_made_anew_at_the_next_write(neo4j_server: Neo4jServer) -> None:
    with Line(neo4j_place(neo4j_server)) as line, LiveNetwork(line.place.open()) as live:
        live.write("steward", "a test", numbered([FENNA]))
        line.cut()
        assert live.write("steward", "a test", numbered([MEHMET])).added == 1


def test_a_write_whose_acknowledgement_was_lost_is_said_to_be_unknown(neo4j_server: Neo4jServer) -> None:
    place = neo4j_place(neo4j_server)
    with Line(place) as line:
        store = line.place.open()
        store.apply(ChangeSet("steward", "a test", (Touch(None, record(FENNA)),)), 0)
        line.lose_acknowledgement()
        with pytest.raises(Unavailable, match="whether it was is not known") as raised:
            store.apply(ChangeSet("steward", "a test", (Touch(None, record(MEHMET)),)), 1)
        assert raised.value.help == "Look at the last change when Neo4j is back, before offering it again."
        line.let_through()
        assert of_stream(store.stream()) == (2, [record(FENNA), record(MEHMET)])
        store.close()


def test_a_file_that_is_replaced_by_an_older_backup_is_followed(tmp_path: Path) -> None:
    place = sqlite_place(tmp_path)
    file, backup = tmp_path / "network.db", tmp_path / "backup.db"
    with LiveNetwork(place.open()) as live:
        live.write("steward", "a test", numbered([FENNA]))
        live.store.close()  # brings everything into the one file
        backup.write_bytes(file.read_bytes())
        live.write("steward", "a test", numbered([MEHMET]))
        live.follow()
        for old in tmp_path.glob("network.db*"):
            old.unlink()
        backup.rename(file)
        soon(lambda: live.network.version == 1)
        assert of_network(live.network) == [record(FENNA)]
        assert live.write("steward", "a test", numbered([MEHMET])).added == 1
    again = place.open()
    assert of_stream(again.stream()) == (2, [record(FENNA), record(MEHMET)])
    again.close()


def test_a_database_that_was_emptied_is_away(neo4j_server: Neo4jServer) -> None:
    place = neo4j_place(neo4j_server)
    store = place.open()
    neo4j_place(neo4j_server)
    with pytest.raises(Unavailable, match="holds no network any more"):
        store.version()
    store.close()
