"""Who hears what, and when: rights, silence, coming back, being slow, and going away."""

from __future__ import annotations

import gc
import socket
import sqlite3
import struct
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from graph.errors import Unavailable
from graph.live import LiveNetwork
from graph.network import Network
from graph.records import Change
from graph.viewers import Role, Viewer
from resolvers.movements import Movements
from server.graphql_over_http import Listeners
from server.graphql_over_http.listener import Listener
from server.graphql_over_http.listeners import FAR_BEHIND
from tests.graph.networks import node, relation
from tests.graphql_http import served
from tests.moving.conftest import BOARD, FENNA, LINES, REGION, SEM, Serve, Service
from tests.moving.streams import Stream, Told, listening, opened, request
from tests.stores.places import Place, sqlite_place

SOON = 10.0


def soon(what: Callable[[], bool]) -> None:
    until = time.monotonic() + SOON
    while not what():
        assert time.monotonic() < until
        time.sleep(0.01)


def ids(stream: Stream, count: int) -> list[int | None]:
    return [stream.next().id for _ in range(count)]


# Rights


def test_a_secret_change_is_not_a_byte_to_who_may_not_see_it(serve: Serve, place: Place) -> None:
    service = serve(place)
    with listening(service.port) as public, listening(service.port, viewer="steward") as steward:
        secret = service.write({**SEM, "name": "Sem Smit"})
        assert steward.next().change == {"version": secret, "by": "Tess", "because": "a test", "touched": ["sem"]}
        assert public.is_silent(2)
        shown = service.write({**REGION, "name": "Regio"})
        assert public.next().change == {"version": shown, "by": "", "because": "a test", "touched": ["r"]}
        assert steward.next().id == shown


def test_a_member_of_a_person_that_they_may_not_see_is_not_a_byte(service: Service) -> None:
    service.write(node("Person", "gijs", visibility="PUBLIC"))
    with listening(service.port) as public, listening(service.port, viewer="member") as member:
        service.write(node("Person", "gijs", visibility="PUBLIC", email="gijs@example.org"))
        assert member.next().change["touched"] == ["gijs"]
        assert public.is_silent(1)


def test_around_a_node_only_what_is_near_it_is_heard(service: Service) -> None:
    document = 'subscription { changed(around: "b1") { version touched } }'
    with (
        listening(service.port, document, viewer="member") as member,
        listening(service.port, document) as public,
    ):
        service.write({**REGION, "name": "Regio"})
        fenna = service.write({**FENNA, "name": "Fenna Bos"})
        assert member.next().change == {"version": fenna, "touched": ["fenna"]}
        assert public.is_silent(1)
        board = service.write({**BOARD, "name": "Stichting Een"})
        assert member.next().id == public.next().id == board


def test_a_node_that_is_removed_is_heard_of_and_then_nothing_more_until_it_is_back(service: Service) -> None:
    with listening(service.port, 'subscription { changed(around: "r") { version touched } }') as stream:
        service.live.write("Tess", "a test", [(1, BOARD)], replace=True)
        assert stream.next().change["touched"] == ["r"]
        service.write({**BOARD, "name": "Stichting Een"})
        assert stream.is_silent(1)
        back = service.write(REGION)
        assert stream.next().id == back
    gone = request(service.port, 'subscription { changed(around: "r") { version } }', headers={"Last-Event-ID": "2"})
    service.live.write("Tess", "a test", [(1, BOARD)], replace=True)
    with opened(service.port, gone) as response:
        assert response.status == 400
        assert response.body()["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def test_who_is_no_longer_signed_in_is_told_so_instead_and_does_not_come_back(service: Service) -> None:
    with listening(service.port, viewer="member") as member, listening(service.port) as public:
        del service.viewers["member"]
        service.write({**FENNA, "name": "Fenna Bos"}, {**REGION, "name": "Regio"})
        told = member.next()
        assert (told.name, told.id) == ("next", None)
        assert told.data["data"] is None
        assert told.error["code"] == "UNAUTHENTICATED"
        assert member.block() == Told("complete")
        assert member.block() is None
        assert public.next().change["touched"] == ["r"]
    soon(lambda: len(service.listeners) == 0)


def test_who_is_no_longer_signed_in_is_told_so_even_if_nothing_moves(serve: Serve, tmp_path: Path) -> None:
    service = serve(sqlite_place(tmp_path), keep_alive=0.3)
    with listening(service.port, viewer="member") as member, listening(service.port) as public:
        assert member.block() == Told()
        del service.viewers["member"]
        assert member.next().error["code"] == "UNAUTHENTICATED"
        assert member.block() == Told("complete")
        assert public.block() == public.block() == Told()
        soon(lambda: len(service.listeners) == 1)


def test_who_has_other_rights_now_comes_back_and_misses_nothing(service: Service) -> None:
    own = node("Agreement", "a", visibility="COALITION")
    service.write(node("Coalition", "k", phase="FORMING"), own, relation("LINKED_TO", "k", "a"))
    with listening(service.port, viewer="member") as before:
        service.viewers["member"] = Viewer("Fenna", Role.MEMBER, "fenna", frozenset(["k"]))
        moved = service.write({**own, "name": "Afspraak"}, {**REGION, "name": "Regio"})
        assert before.block() is None  # it ends, without a word that would keep them away
    with listening(service.port, viewer="member", since=2) as after:
        told = after.next()
        assert told.id == moved
        assert sorted(told.change["touched"]) == ["a", "r"]


def test_rights_that_cannot_be_looked_at_are_what_they_were_as_long_as_nothing_moves(
    serve: Serve, tmp_path: Path
) -> None:
    service = serve(sqlite_place(tmp_path), keep_alive=0.2)
    with listening(service.port, viewer="steward") as stream:
        service.away = True
        assert [stream.block() for _ in range(3)] == [Told()] * 3
        service.away = False
        version = service.write({**SEM, "name": "Sem Smit"})
        assert stream.next().id == version


def test_nothing_is_told_to_who_has_rights_that_cannot_be_looked_at(service: Service) -> None:
    with listening(service.port, viewer="steward") as stream:
        service.away = True
        version = service.write({**SEM, "name": "Sem Smit"})
        assert stream.block() is None
        with opened(service.port, request(service.port, headers={"X-Viewer": "steward"})) as again:
            assert again.status == 503
    service.away = False
    with listening(service.port, viewer="steward", since=version - 1) as back:
        assert back.next().id == version


# Coming back


def test_who_comes_back_hears_what_happened_meanwhile_in_order_and_then_what_happens(
    serve: Serve, place: Place
) -> None:
    service = serve(place)
    with listening(service.port) as stream:
        first = service.write({**REGION, "name": "1"})
        assert stream.next().id == first
    meanwhile = [service.write({**REGION, "name": str(number)}) for number in range(2, 5)]
    service.write({**SEM, "name": "Sem Smit"})
    with listening(service.port, since=first) as again:
        assert ids(again, 3) == meanwhile
        after = service.write({**REGION, "name": "5"})
        assert again.next().id == after


def test_who_breaks_off_before_anything_is_heard_knows_since_when_they_listened(service: Service) -> None:
    with opened(service.port, request(service.port)) as stream:
        opening = stream.block()
        assert opening is not None
    version = service.write({**REGION, "name": "Regio"})
    with listening(service.port, since=opening.id) as again:
        assert again.next().id == version


def test_who_breaks_off_before_what_they_missed_is_told_still_misses_nothing(service: Service) -> None:
    version = service.write({**REGION, "name": "Regio"})
    with opened(service.port, request(service.port, headers={"Last-Event-ID": "1"})) as stream:
        assert stream.block() == Told(id=1)
        assert stream.next().id == version


def test_who_comes_back_around_a_node_hears_only_what_was_near_it(service: Service) -> None:
    near = service.write({**BOARD, "name": "Stichting Een"})
    service.write({**REGION, "name": "Regio"})
    document = 'subscription { changed(around: "b1") { version } }'
    with listening(service.port, document, since=1) as stream:
        assert stream.next().id == near
        assert stream.is_silent(0.5)


def test_who_comes_back_is_not_told_how_far_the_network_is_by_what_they_do_not_see(service: Service) -> None:
    shown = service.live.network.version
    with listening(service.port) as before:
        for number in range(FAR_BEHIND + 1):
            service.write({**SEM, "name": str(number)})
        assert before.is_silent(0.5)
    with opened(service.port, request(service.port)) as new:
        assert new.block() == Told(id=shown)
    with listening(service.port, since=shown) as back:
        shown = service.write({**REGION, "name": "Regio"})
        assert back.next().id == shown  # and nothing before it
    service.write({**SEM, "name": "Sem Smit"})
    told = []
    for since in (shown + 1, service.live.network.version, service.live.network.version + 1):
        with listening(service.port, since=since) as stream:
            told.append(str(stream.next()).replace(str(since), "…"))
    assert len(set(told)) == 1


def test_nothing_is_lost_or_told_twice_whenever_somebody_begins_to_listen(serve: Serve, place: Place) -> None:
    service = serve(place)
    writes, begin = 60, service.live.network.version

    def write() -> None:
        for number in range(writes):
            service.write({**REGION, "name": str(number)})

    writer = threading.Thread(target=write)
    writer.start()
    heard: list[list[int | None]] = []
    with ExitStack() as stack:
        streams: list[Stream] = []
        while writer.is_alive() and len(streams) < 40:
            streams.append(stack.enter_context(listening(service.port, since=begin)))
        for stream in streams:
            got: list[int | None] = []
            while not got or got[-1] != begin + writes:
                got.append(stream.next().id)
            heard.append(got)
        assert len(heard) > 5
        for got in heard:
            assert got == list(range(begin + 1, begin + writes + 1))
        assert streams[0].is_silent(0.5)
    writer.join()


def test_who_knows_more_than_this_process_hears_what_comes_after_that(serve: Serve, place: Place) -> None:
    service = serve(place)  # it does not follow the store
    with listening(service.port) as first:  # so there is a version up to which everybody has been told
        with LiveNetwork(place.open()) as elsewhere:
            for name in ("2", "3"):
                elsewhere.write("Tess", "a test", [(1, {**REGION, "name": name})])
        with listening(service.port, since=3) as ahead:
            assert ids(first, 2) == [2, 3]
            version = service.write({**REGION, "name": "4"})
            assert ahead.next().id == version == 4
            assert first.next().id == 4


def test_who_is_far_behind_is_told_to_ask_for_the_changes(service: Service) -> None:
    for number in range(FAR_BEHIND + 1):
        service.write({**REGION, "name": str(number)})
    newest = service.live.network.version
    with listening(service.port, since=newest - FAR_BEHIND) as near:
        told = near.next()  # more than wait for anybody
        assert told.error["actual"] == newest - FAR_BEHIND
    with listening(service.port, since=1) as far:
        told = far.next()
        assert told.id == newest
        assert told.error["code"] == "TOO_COSTLY"
        assert told.error["actual"] == 1
        assert "changes(since: 1)" in told.error["help"]
        version = service.write({**REGION, "name": "Regio"})
        assert far.next().id == version


# Slow, dead and gone


def test_somebody_slow_is_told_the_newest_and_holds_up_nobody(service: Service) -> None:
    document = "subscription { changed { version details } }"
    with (
        listening(service.port, document, receives=4_096) as slow,
        listening(service.port) as quick,
    ):
        version = 0
        for number in range(150):
            version = service.write(*({**REGION, "id": f"r{n}", "name": f"{number} {'x' * 900}"} for n in range(20)))
            assert quick.next().id == version
        told = slow.next()
        known = 1
        left_out = False
        while told.id != version:
            if "errors" in told.data:
                assert told.error["actual"] == known
                left_out = True
            else:
                assert told.id == known + 1
            assert told.id is not None
            known = told.id
            told = slow.next()
        assert left_out
        assert told.change["version"] == version
        after = service.write({**REGION, "name": "Regio"})
        assert slow.next().id == after


@pytest.mark.parametrize("how", ["closes", "resets", "shuts down"])
def test_who_goes_away_leaves_nothing_behind(service: Service, how: str) -> None:
    with ExitStack() as stack:
        streams = [stack.enter_context(listening(service.port)) for _ in range(20)]
        assert len(service.listeners) == 20
        for stream in streams:
            if how == "resets":
                stream.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            elif how == "shuts down":
                stream.socket.shutdown(socket.SHUT_RDWR)
            stream.close()
        soon(lambda: len(service.listeners) == 0)
    soon(lambda: not objects(Listener))
    assert not service.listeners._audiences


def test_who_goes_away_while_they_are_told_leaves_nothing_behind(service: Service) -> None:
    document = "subscription { changed { version details } }"
    with listening(service.port, document, receives=4_096):
        for number in range(100):
            service.write(*({**REGION, "id": f"r{n}", "name": f"{number} {'x' * 900}"} for n in range(20)))
    soon(lambda: len(service.listeners) == 0)
    soon(lambda: not objects(Listener))


def test_who_listens_keeps_no_old_network(service: Service) -> None:
    before = objects(Network)  # of whatever else was asked in this process
    others = {id(network) for network in before if network is not service.live.network}

    def others_than_the_newest() -> list[object]:
        others_now = others | {id(service.live.network)}
        return [network for network in objects(Network) if id(network) not in others_now]

    with ExitStack() as stack:
        for number in range(5):  # each begins at another version, with another question
            document = f"subscription {{ changed {{ v{number}: version }} }}"
            stack.enter_context(listening(service.port, document, since=1))
            service.write({**REGION, "name": str(number)})
        soon(lambda: len(others_than_the_newest()) <= 2)  # each worker thread may hold what it worked on last
    del before


def objects(kind: type) -> list[object]:
    gc.collect()
    return [one for one in gc.get_objects() if type(one) is kind]


# When things go wrong


def test_a_service_that_ends_lets_go_of_everybody_who_comes_back_elsewhere(service: Service) -> None:
    with listening(service.port) as stream:
        service.end()
        assert stream.block() is None  # not completed: clients come back
        soon(lambda: len(service.listeners) == 0)
        with opened(service.port, request(service.port)) as late:
            assert late.status == 503


def test_a_log_that_cannot_be_read_is_read_again(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    store = service.live.store
    read, failures = store.changes_since, iter([True, True])

    def fails_twice(version: int, limit: int | None = None) -> object:
        if next(failures, False):
            raise Unavailable("the store is away")
        return read(version, limit)

    with listening(service.port) as stream:
        monkeypatch.setattr(store, "changes_since", fails_twice)
        version = service.write({**REGION, "name": "Regio"})
        with listening(service.port) as late:
            after = service.write({**REGION, "name": "Streek"})
            assert ids(stream, 2) == ids(late, 2) == [version, after]


def test_who_comes_back_while_the_log_cannot_be_read_is_told_so(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_version: int, _limit: int | None = None) -> object:
        raise Unavailable("the store is away")

    service.write({**REGION, "name": "Regio"})
    monkeypatch.setattr(service.live.store, "changes_since", fails)
    with opened(service.port, request(service.port, headers={"Last-Event-ID": "1"})) as response:
        assert response.status == 503
        assert response.body()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
    assert len(service.listeners) == 0


def test_who_knows_what_could_not_be_told_yet_is_not_told_it_again(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = service.live.store
    read, away = store.changes_since, threading.Event()

    def fails_for_now(version: int, limit: int | None = None) -> object:
        if away.is_set():
            raise Unavailable("the store is away")
        return read(version, limit)

    with listening(service.port) as stream:
        monkeypatch.setattr(store, "changes_since", fails_for_now)
        away.set()
        first = service.write({**REGION, "name": "Regio"})
        with listening(service.port, since=first) as knows:
            away.clear()
            after = service.write({**REGION, "name": "Streek"})
            assert ids(stream, 2) == [first, after]
            assert knows.next().id == after


def test_a_fault_of_ours_ends_the_stream_under_an_id(
    service: Service, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    name = str(FENNA["email"])

    def broken(_version: int, _limit: int | None = None) -> list[Change]:
        raise ValueError(name)

    with listening(service.port) as stream:
        monkeypatch.setattr(service.live.store, "changes_since", broken)
        service.write({**REGION, "name": "Regio"})
        told = stream.next()
        assert told.error["code"] == "INTERNAL"
        assert stream.block() == Told("complete")
        assert stream.block() is None
    id = told.error["message"].rpartition(" ")[2]
    assert id in caplog.text
    assert name not in caplog.text
    monkeypatch.undo()
    with listening(service.port) as again:
        version = service.write({**REGION, "name": "Streek"})
        assert again.next().id == version


def test_when_a_backup_was_put_back_everybody_begins_anew(service: Service, tmp_path: Path) -> None:
    path, backup = tmp_path / "network.db", tmp_path / "backup.db"
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(backup)) as target:
        source.backup(target)
    version = service.write({**REGION, "name": "Regio"})
    with listening(service.port, viewer="steward") as stream:
        for companion in ("network.db-wal", "network.db-shm"):
            (tmp_path / companion).unlink(missing_ok=True)
        backup.replace(path)
        service.live.refresh()
        assert service.live.network.version == version - 1
        assert stream.block() is None
    with listening(service.port, since=version) as again:
        assert again.next().error["field"] == "Last-Event-ID"
        assert service.write({**REGION, "name": "Streek"}) == version
        assert again.next().id == version


def test_a_network_moves_on_when_those_who_listened_to_it_are_gone_with_their_event_loop(tmp_path: Path) -> None:
    with LiveNetwork(sqlite_place(tmp_path).open()) as live:
        service = Service(sqlite_place(tmp_path), live, Listeners(Movements(live)))
        service.write(*LINES)
        with served(service.application()) as client:
            service.port = client.base_url.port or 0
            with listening(service.port):
                pass
            soon(lambda: len(service.listeners) == 0)
        assert service.write({**REGION, "name": "Regio"}) == 2
