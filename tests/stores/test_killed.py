"""kill -9, of a process that writes and of Neo4j itself: nothing acknowledged is lost, nothing is half done."""

import random
import signal
import time
from threading import Event, Thread

import pytest

from graph.errors import Unavailable
from graph.live import LiveNetwork
from graph.network import Network
from graph.store import Store
from tests.neo4j_server import OwnServer
from tests.stores.networks import of_network, of_stream
from tests.stores.places import Place, neo4j_place
from tests.stores.writer import PEOPLE, check_whole, lines

TIMES = 6
PLENTY = "100000"


def check_log(store: Store, rounds: int) -> None:
    """The log is whole too: from nothing, it leads to what is there."""
    changes = store.changes_since(0)
    assert [change.version for change in changes] == list(range(1, rounds + 1))
    assert {len(change.touches) for change in changes} <= {2 * PEOPLE + 1}
    network = Network.empty()
    for change in changes:
        network = network.moved(change)
    assert of_network(network) == of_stream(store.stream())[1]


def test_a_writer_that_is_killed_loses_nothing_and_leaves_nothing_half_done(place: Place) -> None:
    moments = random.Random(20260302)
    last = 0
    for _ in range(TIMES):
        with place.process("tests.stores.writer", "w", PLENTY) as process:
            process.wait_until_ready()
            versions = map(int, process.lines())
            last = next(versions)
            time.sleep(moments.uniform(0.0, 0.25))
            process.kill()
            last = max([last, *versions])
            assert process.wait() == -signal.SIGKILL
        store = place.open()
        version, records = of_stream(store.stream())
        assert version in (last, last + 1)  # the last may have been stored without there being time to say so
        check_whole(records, {"w": version})
        store.close()
    store = place.open()
    assert store.version() >= TIMES  # each wrote
    check_log(store, store.version())
    store.close()


@pytest.mark.timeout(900)
def test_neo4j_that_is_killed_loses_nothing_and_the_writer_goes_on_when_it_is_back(stoppable_neo4j: OwnServer) -> None:
    place = neo4j_place(stoppable_neo4j)
    live = LiveNetwork(place.open())
    said = 0
    for _ in range(2):
        said = write_until_killed(live, stoppable_neo4j, said)
        with pytest.raises(Unavailable):
            live.write("w", "while it is away", lines("w", said + 1))
        stoppable_neo4j.start()
        version, records = of_stream(live.store.stream())
        assert version in (said, said + 1)
        check_whole(records, {"w": version})
        said = version
    outcome = live.write("w", "it is back", lines("w", said + 1))
    assert outcome.change is not None
    assert outcome.change.version == said + 1
    check_log(live.store, said + 1)
    live.close()


def write_until_killed(live: LiveNetwork, server: OwnServer, done: int) -> int:
    """The last round that was acknowledged."""
    said, some, ended = [done], Event(), list[Unavailable]()

    def write() -> None:
        try:
            while True:
                live.write("w", "one round more", lines("w", said[-1] + 1))
                said.append(said[-1] + 1)
                if len(said) > 5:
                    some.set()
        except Unavailable as error:
            ended.append(error)
            some.set()

    thread = Thread(target=write)
    thread.start()
    assert some.wait(60)
    server.kill()
    thread.join(60)
    assert ended
    return said[-1]
