"""What is kept beside the network, on both stores."""

import sqlite3
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest

from graph.errors import Unavailable
from graph.keepsakes import Keepsake, Keepsakes
from graph.records import ChangeSet, Touch
from graph.store import Store
from tests.neo4j_server import Neo4jServer, OwnServer
from tests.stores.line import Line
from tests.stores.networks import FENNA, of_stream, record
from tests.stores.places import Place, neo4j_place, neo4j_rows, sqlite_place, sqlite_rows
from tests.stores.test_away import at_once

LATER = datetime(2100, 1, 1, tzinfo=UTC)
TRICKY = 'Één "aanhaling" \\ `accent` $naam {kromme} 学校 🏫'


@pytest.fixture
def keepsakes(store: Store) -> Keepsakes:
    return store.keepsakes


def soon(seconds: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def wait_for(moment: datetime) -> None:
    time.sleep(max(0.0, (moment - datetime.now(UTC)).total_seconds()) + 0.01)


def test_nothing_is_kept_at_first(keepsakes: Keepsakes) -> None:
    assert keepsakes.kept("token", "anna") is None
    assert list(keepsakes.list("token")) == []
    assert keepsakes.forget("token", "anna") is False


def test_what_is_kept_comes_back_as_it_was(keepsakes: Keepsakes) -> None:
    expires = datetime(2100, 2, 28, 23, 59, 59, 123456, tzinfo=UTC)
    keepsakes.keep("token", TRICKY, TRICKY, expires)
    keepsakes.keep("token", "bram", "")
    assert keepsakes.kept("token", TRICKY) == Keepsake(TRICKY, TRICKY, expires)
    assert list(keepsakes.list("token")) == [Keepsake("bram", ""), Keepsake(TRICKY, TRICKY, expires)]


def test_a_moment_of_another_zone_is_the_same_moment(keepsakes: Keepsakes) -> None:
    amsterdam = LATER.astimezone(datetime.strptime("+0200", "%z").tzinfo)
    keepsakes.keep("token", "anna", "a", amsterdam)
    assert keepsakes.kept("token", "anna") == Keepsake("anna", "a", LATER)


def test_a_key_is_one_of_its_kind(keepsakes: Keepsakes) -> None:
    keepsakes.keep("token", "anna", "a token")
    keepsakes.keep("link", "anna", "a link")
    assert keepsakes.forget("token", "anna") is True
    assert keepsakes.kept("token", "anna") is None
    assert list(keepsakes.list("link")) == [Keepsake("anna", "a link")]


def test_what_is_kept_again_takes_the_place_of_what_was_kept(keepsakes: Keepsakes) -> None:
    keepsakes.keep("token", "anna", "old", LATER)
    keepsakes.keep("token", "anna", "new")
    assert list(keepsakes.list("token")) == [Keepsake("anna", "new")]


def test_many_are_kept_at_once(keepsakes: Keepsakes) -> None:
    keepsakes.keep("link", "2", "old", LATER)
    keepsakes.keep("token", "3", "another kind")
    many = [Keepsake(str(number), TRICKY, LATER if number % 2 else None) for number in range(1_200)]
    keepsakes.keep_all("link", list(reversed(many)))
    assert sorted(keepsakes.list("link"), key=lambda one: int(one.key)) == many
    keepsakes.keep_all("link", [])
    assert keepsakes.kept("token", "3") == Keepsake("3", "another kind")


def test_what_is_kept_once_is_not_kept_again_until_it_is_forgotten(keepsakes: Keepsakes) -> None:
    assert keepsakes.keep_once("link", "1", "first", LATER) is True
    assert keepsakes.keep_once("link", "1", "second", LATER) is False
    assert keepsakes.kept("link", "1") == Keepsake("1", "first", LATER)
    assert keepsakes.forget("link", "1") is True
    assert keepsakes.keep_once("link", "1", "third") is True
    assert keepsakes.kept("link", "1") == Keepsake("1", "third")


def test_what_has_expired_is_not_there(keepsakes: Keepsakes) -> None:
    keepsakes.keep("link", "2", "b", LATER)
    expires = soon(3.0)
    keepsakes.keep("link", "1", "a", expires)
    assert keepsakes.kept("link", "1") is not None
    wait_for(expires)
    assert keepsakes.kept("link", "1") is None
    assert [one.key for one in keepsakes.list("link")] == ["2"]
    assert keepsakes.forget("link", "1") is False


def test_a_key_whose_keepsake_has_expired_is_free(keepsakes: Keepsakes) -> None:
    keepsakes.keep("link", "2", "b")
    expires = soon(3.0)
    assert keepsakes.keep_once("link", "1", "a", expires) is True
    assert keepsakes.keep_once("link", "1", "b", LATER) is False
    wait_for(expires)
    assert keepsakes.keep_once("link", "1", "c", LATER) is True
    assert keepsakes.kept("link", "1") == Keepsake("1", "c", LATER)


def test_nothing_is_left_of_what_has_expired(place: Place, keepsakes: Keepsakes) -> None:
    keepsakes.keep("link", "gone", "a", datetime(2000, 1, 1, tzinfo=UTC))
    keepsakes.keep("link", "there", "b")
    rows = (
        neo4j_rows(place, "MATCH (k:Keepsake {kind: 'link'}) RETURN k.key")
        if place.is_neo4j
        else sqlite_rows(place, "SELECT key FROM keepsakes")
    )
    assert [list(row) for row in rows] == [["there"]]


def test_of_many_who_keep_something_once_one_is_told_so(place: Place, keepsakes: Keepsakes) -> None:
    others = [place.open() for _ in range(3)]
    kept = [store.keepsakes for store in others]
    for round in range(10):
        key = f"link {round}"
        if round % 2:  # as well where there is something that has just expired
            keepsakes.keep("link", key, "old", expires := soon(0.05))
            wait_for(expires)
        told = at_the_same_time([partial(k.keep_once, "link", key, "a") for k in (*kept, *kept)])
        assert told.count(True) == 1
    for store in others:
        store.close()


def test_of_many_who_forget_something_one_is_told_so(place: Place, keepsakes: Keepsakes) -> None:
    other = place.open()
    for round in range(10):
        keepsakes.keep("link", str(round), "a")
        told = at_the_same_time([partial(k.forget, "link", str(round)) for k in (keepsakes, other.keepsakes) * 2])
        assert told.count(True) == 1
    other.close()


def test_keeping_and_forgetting_at_once_leaves_one_or_the_other(place: Place, keepsakes: Keepsakes) -> None:
    other = place.open()
    for _ in range(20):
        keepsakes.keep("link", "1", "old")
        forget, keep = partial(other.keepsakes.forget, "link", "1"), partial(keepsakes.keep, "link", "1", "new")
        assert at_the_same_time([forget, keep]) == [True, None]
        left = keepsakes.kept("link", "1")
        assert left is None or left.value == "new"
    other.close()


def at_the_same_time(works: Sequence[Callable[[], bool | None]]) -> list[bool | None]:
    """What each answers when all begin at once."""
    barrier = Barrier(len(works))

    def run(work: Callable[[], bool | None]) -> bool | None:
        barrier.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(run, works))


def test_another_process_sees_at_once_what_is_kept_and_forgotten(place: Place, keepsakes: Keepsakes) -> None:
    other = place.open()
    for round in range(5):
        keepsakes.keep("token", "anna", str(round))
        assert other.keepsakes.kept("token", "anna") == Keepsake("anna", str(round))
        keepsakes.forget("token", "anna")
        assert list(other.keepsakes.list("token")) == []
    other.close()


def test_keepsakes_survive_the_process_that_kept_them(place: Place, store: Store) -> None:
    store.keepsakes.keep("token", "anna", "a", LATER)
    store.close()
    again = place.open()
    assert again.keepsakes.kept("token", "anna") == Keepsake("anna", "a", LATER)
    again.close()


def test_keepsakes_are_no_part_of_the_network_and_its_log(store: Store) -> None:
    store.keepsakes.keep("token", "anna", "a")
    assert store.version() == 0
    store.apply(ChangeSet("steward", "a test", (Touch(None, record(FENNA)),)), 0)
    store.keepsakes.keep("token", "bram", "b")
    assert of_stream(store.stream()) == (1, [record(FENNA)])
    assert [touch.id for change in store.changes_since(0) for touch in change.touches] == ["fenna"]


def test_a_file_from_before_there_were_keepsakes_gets_them(tmp_path: Path) -> None:
    place = sqlite_place(tmp_path)
    store = place.open()
    store.apply(ChangeSet("steward", "a test", (Touch(None, record(FENNA)),)), 0)
    store.close()
    with sqlite3.connect(tmp_path / "network.db") as connection:
        connection.execute("DROP TABLE keepsakes")
    connection.close()
    again = place.open()
    again.keepsakes.keep("token", "anna", "a")
    assert again.keepsakes.kept("token", "anna") == Keepsake("anna", "a")
    assert of_stream(again.stream()) == (1, [record(FENNA)])
    again.close()


def test_a_database_from_before_there_were_keepsakes_gets_them(neo4j_server: Neo4jServer) -> None:
    place = neo4j_place(neo4j_server)
    place.open().close()
    neo4j_rows(place, "DROP CONSTRAINT keepsake_key")
    place.open().close()
    assert ["keepsake_key"] in neo4j_rows(place, "SHOW CONSTRAINTS YIELD name")


# Away


def test_keepsakes_of_a_file_that_is_away(tmp_path: Path) -> None:
    place, elsewhere = sqlite_place(tmp_path), tmp_path / "elsewhere"
    store = place.open()
    store.keepsakes.keep("token", "anna", "a")
    elsewhere.mkdir()
    for file in list(tmp_path.glob("network.db*")):
        file.rename(elsewhere / file.name)
    check_away(store.keepsakes)
    for file in elsewhere.iterdir():
        file.rename(tmp_path / file.name)
    assert store.keepsakes.kept("token", "anna") == Keepsake("anna", "a")
    store.close()


def test_keepsakes_of_a_neo4j_that_is_stopped_and_started(stoppable_neo4j: OwnServer) -> None:
    store = neo4j_place(stoppable_neo4j).open()
    store.keepsakes.keep("token", "anna", "a")
    stoppable_neo4j.stop()
    check_away(store.keepsakes)
    stoppable_neo4j.start()
    assert store.keepsakes.kept("token", "anna") == Keepsake("anna", "a")
    store.close()


def test_what_was_kept_once_while_the_line_broke_is_kept_at_most_once(neo4j_server: Neo4jServer) -> None:
    """Whoever uses a link and is not told that it was used cannot use it again."""
    with Line(neo4j_place(neo4j_server)) as line:
        store = line.place.open()
        store.keepsakes.keep_once("link", "0", "a")  # the line stands
        line.lose_acknowledgement()
        with pytest.raises(Unavailable):
            store.keepsakes.keep_once("link", "1", "a")
        line.let_through()
        store.keepsakes.keep_once("link", "1", "b")
        assert store.keepsakes.keep_once("link", "1", "c") is False
        store.close()


def check_away(keepsakes: Keepsakes) -> None:
    for work in (
        lambda: keepsakes.keep("token", "bram", "b"),
        lambda: keepsakes.keep_all("token", [Keepsake("bram", "b")]),
        lambda: keepsakes.keep_once("token", "bram", "b"),
        lambda: keepsakes.kept("token", "anna"),
        lambda: keepsakes.forget("token", "anna"),
        lambda: keepsakes.list("token"),
    ):
        with at_once(), pytest.raises(Unavailable) as raised:
            work()
        assert raised.value.field == "store"
