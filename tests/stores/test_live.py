"""The live network: it moves with the store, writes to it, and goes on reading when it is away."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from graph.errors import BadInput, Conflict, NotFound, RejectedLines
from graph.lines import Line
from graph.live import CLASSES_KEPT, LiveNetwork
from graph.network import Network
from graph.records import Touch
from graph.viewers import PUBLIC, STEWARD, member
from tests.stores.networks import (
    BOARD,
    FENNA,
    FENNA_KNOWS,
    FENNA_WORKS,
    FEW,
    MEHMET,
    SCHOOL,
    numbered,
    of_network,
    of_stream,
    record,
    records,
)
from tests.stores.places import Place


@pytest.fixture
def live(place: Place) -> Iterator[LiveNetwork]:
    with LiveNetwork(place.open()) as opened:
        yield opened


def load(live: LiveNetwork, *lines: Line, because: str = "a test") -> int:
    change = live.write("steward", because, numbered(lines)).change
    assert change is not None
    return change.version


def soon(what: Callable[[], bool], seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.01)


# Writing


def test_a_write_says_what_it_came_to_and_the_network_has_moved_on(live: LiveNetwork) -> None:
    outcome = live.write("steward", "the first", numbered(FEW))
    assert (outcome.added, outcome.changed, outcome.unchanged, outcome.removed) == (len(FEW), 0, 0, 0)
    assert outcome.change is not None
    assert (outcome.change.version, outcome.change.by, outcome.change.because) == (1, "steward", "the first")
    assert live.network.version == 1
    assert of_network(live.network) == of_stream(live.store.stream())[1] == records(FEW)


def test_a_write_counts_what_is_new_what_changed_and_what_was_known(live: LiveNetwork) -> None:
    load(live, FENNA, MEHMET, BOARD)
    outcome = live.write("steward", "more", numbered([{**FENNA, "name": "Fenna Bos"}, MEHMET, SCHOOL]))
    assert (outcome.added, outcome.changed, outcome.unchanged, outcome.removed) == (1, 1, 1, 0)
    assert of_network(live.network) == records([{**FENNA, "name": "Fenna Bos"}, MEHMET, SCHOOL, BOARD])


def test_writing_what_is_known_makes_no_version(live: LiveNetwork) -> None:
    load(live, *FEW)
    outcome = live.write("steward", "again", numbered(FEW))
    assert outcome.change is None
    assert (outcome.added, outcome.changed, outcome.unchanged) == (0, 0, len(FEW))
    assert live.store.version() == 1


def test_replacing_removes_what_the_lines_do_not_name(live: LiveNetwork) -> None:
    load(live, *FEW)
    outcome = live.write("steward", "only these", numbered([FENNA, MEHMET, FENNA_KNOWS]), replace=True)
    assert (outcome.added, outcome.changed, outcome.unchanged, outcome.removed) == (0, 0, 3, len(FEW) - 3)
    assert of_network(live.network) == of_stream(live.store.stream())[1] == records([FENNA, MEHMET, FENNA_KNOWS])


def test_a_dry_run_says_what_would_come_of_it_and_writes_nothing(live: LiveNetwork) -> None:
    load(live, FENNA)
    lines = numbered([{**FENNA, "name": "Fenna Bos"}, MEHMET])
    would = live.write("steward", "would", lines, dry_run=True)
    assert would.change is None
    assert (live.network.version, live.store.version()) == (1, 1)
    assert of_network(live.network) == [record(FENNA)]
    did = live.write("steward", "did", lines)
    assert (would.added, would.changed, would.touches) == (did.added, did.changed, did.touches)


def test_lines_with_an_error_write_nothing(live: LiveNetwork) -> None:
    load(live, FENNA)
    with pytest.raises(RejectedLines, match="line 2"):
        live.write("steward", "half wrong", numbered([MEHMET, FENNA_WORKS]))
    with pytest.raises(RejectedLines):
        live.write("steward", "half wrong", numbered([MEHMET, {"node": "Persoon"}]), dry_run=True)
    assert (live.network.version, live.store.version()) == (1, 1)


def test_lines_may_come_one_by_one_and_their_own_error_writes_nothing(live: LiveNetwork) -> None:
    def broken() -> Iterator[tuple[int, Line]]:
        yield 1, FENNA
        raise BadInput("the file ends here")

    with pytest.raises(BadInput, match="ends here"):
        live.write("steward", "broken", broken())
    assert live.store.version() == 0
    assert live.write("steward", "whole", iter(numbered([FENNA]))).added == 1


@pytest.mark.parametrize("field", ["by", "because"])
@pytest.mark.parametrize("text", ["", "  \n", "x" * 1_001, "nul \0", "half \ud800"])
def test_who_and_why_are_texts_that_can_be_kept(live: LiveNetwork, field: str, text: str) -> None:
    told = {"by": "steward", "because": "a test", field: text}
    with pytest.raises(BadInput) as raised:
        live.write(told["by"], told["because"], numbered([FENNA]))
    assert raised.value.field == field
    assert live.store.version() == 0


def test_touches_made_of_the_network_are_checked_and_written(live: LiveNetwork) -> None:
    load(live, *FEW)

    def rename(network: Network) -> list[Touch]:
        return [Touch(network.node_by_id("fenna"), record({**FENNA, "name": "Fenna Bos"}))]

    assert live.write_touches("steward", "her new name", rename).changed == 1
    assert live.network.node_by_id("fenna") == record({**FENNA, "name": "Fenna Bos"})
    assert live.write_touches("steward", "again", rename).change is None
    with pytest.raises(RejectedLines, match="would lose one of its ends"):
        live.write_touches("steward", "away", lambda network: [Touch(network.node_by_id("b1"), None)])
    assert live.store.version() == 2


# Based on a version


def test_a_write_based_on_an_older_version_stands_when_nothing_it_touches_changed(live: LiveNetwork) -> None:
    seen = load(live, FENNA, MEHMET)
    load(live, {**MEHMET, "name": "Mehmet"})
    outcome = live.write("coordinator", "her name", numbered([{**FENNA, "name": "Fenna Bos"}]), based_on=seen)
    assert outcome.changed == 1


def test_a_write_based_on_an_older_version_is_a_conflict_when_what_it_touches_changed(live: LiveNetwork) -> None:
    seen = load(live, FENNA, MEHMET)
    load(live, {**FENNA, "name": "Fenna Bos"}, because="married")
    lines = numbered([{**FENNA, "name": "Fenna Dirks-Bos"}, MEHMET])
    with pytest.raises(Conflict, match=r"«fenna» changed in version 2, by steward, on .* UTC: married") as raised:
        live.write("coordinator", "her name", lines, based_on=seen)
    assert (raised.value.actual, raised.value.expected) == (2, 1)
    assert live.store.version() == 2
    assert live.write("coordinator", "her name", lines, based_on=2).changed == 1


def test_what_was_removed_meanwhile_is_a_conflict_too(live: LiveNetwork) -> None:
    seen = load(live, FENNA, MEHMET)
    live.write("steward", "gone", numbered([MEHMET]), replace=True)
    with pytest.raises(Conflict, match="«fenna»"):
        live.write("coordinator", "her name", numbered([{**FENNA, "name": "Fenna Bos"}]), based_on=seen)


@pytest.mark.parametrize("version", [-1, 2, 2**40])
def test_a_write_cannot_be_based_on_a_version_that_never_was(live: LiveNetwork, version: int) -> None:
    load(live, FENNA)
    with pytest.raises(BadInput, match="never at version") as raised:
        live.write("coordinator", "her name", numbered([MEHMET]), based_on=version)
    assert raised.value.expected == "a version from 0 to 1"


def test_a_write_rests_on_what_another_process_wrote_just_before(place: Place, live: LiveNetwork) -> None:
    with LiveNetwork(place.open()) as other:
        load(live, FENNA)
        assert of_network(other.network) == []
        other.write("other", "the relation", numbered([BOARD, FENNA_WORKS]))
        assert of_network(other.network) == records([FENNA, BOARD, FENNA_WORKS])
        with pytest.raises(RejectedLines, match="is the code of"):
            live.write("steward", "a double", numbered([{**BOARD, "id": "b2"}]))


def test_a_long_write_that_others_keep_forestalling_gets_its_turn(place: Place, live: LiveNetwork) -> None:
    load(live, FENNA)
    asked: list[int] = []
    with LiveNetwork(place.open()) as other:

        def slow(network: Network) -> list[Touch]:
            asked.append(network.version)
            if len(asked) <= 3:  # each time, somebody writes between the look at the network and the write
                load(other, {**MEHMET, "name": f"Mehmet {len(asked)}"})
            return [Touch(network.node_by_id("fenna"), record({**FENNA, "name": f"Fenna {network.version}"}))]

        outcome = live.write_touches("import", "slow", slow)
    assert asked == [1, 2, 3, 4]
    assert outcome.change is not None
    assert outcome.change.version == 5
    assert live.network.node_by_id("fenna") == record({**FENNA, "name": "Fenna 4"})


# Earlier versions


def test_the_network_of_any_earlier_version_can_be_had(live: LiveNetwork) -> None:
    load(live, FENNA, BOARD, FENNA_WORKS)
    load(live, {**FENNA, "name": "Fenna Bos"}, MEHMET)
    live.write("steward", "gone", numbered([MEHMET]), replace=True)
    load(live, FENNA)
    assert list(live.at(0)) == []
    assert list(live.at(1)) == records([FENNA, BOARD, FENNA_WORKS])
    assert list(live.at(2)) == records([{**FENNA, "name": "Fenna Bos"}, MEHMET, BOARD, FENNA_WORKS])
    assert list(live.at(3)) == [record(MEHMET)]
    assert list(live.at(4)) == records([FENNA, MEHMET])


@pytest.mark.parametrize("version", [-1, 2])
def test_a_version_that_never_was_is_not_found(live: LiveNetwork, version: int) -> None:
    load(live, FENNA)
    with pytest.raises(NotFound, match=f"no version {version}") as raised:
        live.at(version)
    assert raised.value.expected == "a version from 0 to 1"


# Reduced networks


def test_a_reduced_network_is_made_once_a_version_for_each_class_of_viewers(live: LiveNetwork) -> None:
    load(live, *FEW)
    public, steward = live.reduced(PUBLIC), live.reduced(STEWARD)
    assert live.reduced(PUBLIC) is public
    assert live.reduced(STEWARD) is steward
    assert (int(public.node_seen.sum()), int(steward.node_seen.sum())) == (3, 5)
    load(live, {**FENNA, "visibility": "PUBLIC"})
    assert live.reduced(PUBLIC) is not public
    assert live.reduced(PUBLIC).network is live.network
    assert int(live.reduced(PUBLIC).node_seen.sum()) == 4


def test_classes_of_viewers_come_and_go_without_end(live: LiveNetwork) -> None:
    first = live.reduced(member("k0"))
    for number in range(1, CLASSES_KEPT + 1):
        live.reduced(member(f"k{number}"))
    assert live.reduced(member(f"k{CLASSES_KEPT}")) is live.reduced(member(f"k{CLASSES_KEPT}"))
    assert live.reduced(member("k0")) is not first


# Following


def test_a_network_far_behind_is_read_again_whole(
    place: Place, live: LiveNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.live.FAR_BEHIND", 2)
    with LiveNetwork(place.open()) as behind:
        for number in range(3):
            load(live, {**FENNA, "name": f"Fenna {number}"})
        before = behind.network
        behind.refresh()
        assert behind.network.version == 3
        assert behind.network._names is not before._names
        assert of_network(behind.network) == of_network(live.network)


def test_going_along_the_log_takes_it_in_pieces(
    place: Place, live: LiveNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.live.CHANGES_AT_ONCE", 2)
    with LiveNetwork(place.open()) as behind:
        for number in range(5):
            load(live, {**FENNA, "name": f"Fenna {number}"})
        behind.refresh()
        assert behind.network.version == 5
        assert list(behind.at(2)) == [record({**FENNA, "name": "Fenna 1"})]


def test_many_threads_may_read_and_write_at_once(live: LiveNetwork) -> None:
    live.follow()
    wrong: list[str] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            reduced = live.reduced(STEWARD)
            people = reduced.network.version * 2
            if int(reduced.node_seen.sum()) != people:
                wrong.append(f"{people} people wanted in version {reduced.network.version}")

    def write(own: str) -> None:
        for number in range(10):
            names = [f"{own} {number} {one}" for one in ("a", "b")]
            load(live, *({"node": "Person", "id": name, "name": name} for name in names))

    readers = [threading.Thread(target=read) for _ in range(2)]
    writers = [threading.Thread(target=write, args=(own,)) for own in ("x", "y")]
    for thread in (*readers, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    stop.set()
    for thread in readers:
        thread.join()
    assert wrong == []
    assert live.network.version == 20
    assert of_network(live.network) == of_stream(live.store.stream())[1]


def test_closing_ends_the_thread_that_follows(place: Place) -> None:
    before = threading.active_count()
    with LiveNetwork(place.open()) as live:
        live.follow()
        live.follow()
        assert threading.active_count() == before + 1
    assert threading.active_count() == before


def test_a_fault_of_our_own_does_not_end_following(
    place: Place, live: LiveNetwork, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with LiveNetwork(place.open()) as following:
        broken = threading.Event()
        broken.set()
        moved = Network.moved

        def sometimes(network: Network, change: object) -> Network:
            if broken.is_set():
                raise ZeroDivisionError
            return moved(network, change)  # type: ignore[arg-type]

        following.follow()
        with monkeypatch.context() as patched:
            patched.setattr(Network, "moved", sometimes)
            with pytest.raises(ZeroDivisionError):
                load(live, FENNA)
            soon(lambda: following.away_since is not None)
            assert following.network.version == 0
            broken.clear()
            soon(lambda: following.network.version == 1)
        soon(lambda: following.away_since is None)
    assert "ZeroDivisionError" in caplog.text
