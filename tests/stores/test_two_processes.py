"""Several processes on one store: each sees what the others write, and none of their writes is lost."""

import time

from graph.live import LiveNetwork
from tests.stores.networks import FENNA, MEHMET, numbered, of_network, of_stream
from tests.stores.places import Place
from tests.stores.writer import check_whole

ROUNDS = 15


def test_a_write_by_one_process_is_seen_by_another_within_a_second(place: Place) -> None:
    with (
        LiveNetwork(place.open()) as live,
        place.process("tests.stores.watcher", "4") as watcher,
    ):
        watcher.wait_until_ready()
        seen = watcher.lines()
        for version in range(1, 5):
            line = {**FENNA, "name": f"Fenna {version}"}
            live.write("steward", "a new name", numbered([line]))
            written = time.time()
            number, moment, *name = next(seen).split(" ")
            assert int(number) == version
            assert " ".join(name) == f"Fenna {version}"
            assert float(moment) - written < 1.0


def test_processes_that_write_at_once_lose_nothing(place: Place) -> None:
    with LiveNetwork(place.open()) as live:
        live.follow()
        with (
            place.process("tests.stores.writer", "one", str(ROUNDS)) as one,
            place.process("tests.stores.writer", "two", str(ROUNDS)) as two,
        ):
            one.wait_until_ready()
            two.wait_until_ready()
            versions = sorted(int(line) for process in (one, two) for line in process.lines())
            assert one.wait() == two.wait() == 0
        assert versions == list(range(1, 2 * ROUNDS + 1))
        version, records = of_stream(live.store.stream())
        assert version == 2 * ROUNDS
        check_whole(records, {"one": ROUNDS, "two": ROUNDS})
        live.refresh()
        assert of_network(live.network) == records


def test_what_is_streamed_while_others_write_is_one_version_exactly(place: Place) -> None:
    with (
        LiveNetwork(place.open()) as live,
        place.process("tests.stores.writer", "w", "100000") as writer,
    ):
        writer.wait_until_ready()
        next(writer.lines())
        versions: list[int] = []
        deadline = time.monotonic() + 240
        while len(set(versions)) < 5:  # it does write meanwhile
            assert time.monotonic() < deadline
            version, records = of_stream(live.store.stream())
            check_whole(records, {"w": version})
            versions.append(version)
        assert versions == sorted(versions)


def test_networks_of_two_processes_are_one_when_both_write(place: Place) -> None:
    with LiveNetwork(place.open()) as one, LiveNetwork(place.open()) as other:
        first = one.write("one", "a person", numbered([FENNA]))
        second = other.write("other", "another", numbered([MEHMET]))
        assert first.change is not None
        assert second.change is not None
        assert (first.change.version, second.change.version) == (1, 2)
        one.refresh()
        assert of_network(one.network) == of_network(other.network)


def test_several_processes_may_make_a_new_store_at_once(place: Place) -> None:
    with (
        place.process("tests.stores.writer", "one", "2") as one,
        place.process("tests.stores.writer", "two", "2") as two,
        place.process("tests.stores.writer", "three", "2") as three,
    ):
        for process in (one, two, three):
            process.wait_until_ready()
            assert len(list(process.lines())) == 2
            assert process.wait() == 0
    store = place.open()
    version, records = of_stream(store.stream())
    store.close()
    assert version == 6
    check_whole(records, {"one": 2, "two": 2, "three": 2})
