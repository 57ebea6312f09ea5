"""What every store promises, tried on SQLite and on Neo4j."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Barrier, Event, Thread

import pytest

from graph.errors import BadInput, Conflict
from graph.lines import Line
from graph.network import Network
from graph.records import Change, ChangeSet, Touch
from graph.store import Store
from tests.stores.networks import (
    BOARD,
    FENNA,
    FENNA_KNOWS,
    FENNA_WORKS,
    FEW,
    HEERLEN,
    MEHMET,
    SCHOOL,
    dumped,
    everything,
    of_stream,
    record,
    records,
    touches,
)
from tests.stores.places import Place

NEW_NAME: Line = {**FENNA, "name": "Fenna Dirks-Bos"}


def apply(store: Store, *made: Touch, based_on: int = 0) -> Change:
    return store.apply(ChangeSet("steward", "a test", made), based_on)


def new(*lines: Line) -> list[Touch]:
    return [Touch(None, one) for one in records(lines)]


def changed(before: Line, after: Line) -> Touch:
    return Touch(record(before), record(after))


def removed(line: Line) -> Touch:
    return Touch(record(line), None)


def test_a_new_store_is_empty_at_version_0(store: Store) -> None:
    assert store.version() == 0
    assert of_stream(store.stream()) == (0, [])
    assert list(store.changes_since(0)) == []
    assert list(store.history("fenna", 10)) == []


def test_what_was_applied_is_streamed_with_its_version_nodes_before_relations(store: Store) -> None:
    apply(store, *new(*FEW))
    apply(store, changed(FENNA, NEW_NAME), based_on=1)
    version, stored = store.stream()
    streamed = list(stored)
    assert version == store.version() == 2
    assert [one.record for one in streamed] == [record(NEW_NAME) if r == record(FENNA) else r for r in records(FEW)]
    assert {one.record.id: one.version for one in streamed if one.version == 2} == {"fenna": 2}


def test_a_store_that_is_opened_again_has_kept_everything(place: Place, store: Store) -> None:
    made = apply(store, *new(*FEW))
    store.close()
    again = place.open()
    assert of_stream(again.stream()) == (1, records(FEW))
    assert list(again.changes_since(0)) == [made]
    again.close()


def test_every_kind_and_relation_comes_back_as_it_was(store: Store) -> None:
    wanted = records(everything())
    made = apply(store, *(Touch(None, one) for one in wanted))
    _, streamed = of_stream(store.stream())
    assert streamed == wanted
    assert dumped(streamed) == dumped(wanted)  # whole numbers stay whole, figures and sources keep their order
    assert list(store.changes_since(0)) == [made]


def test_every_kind_and_relation_can_be_changed_and_removed(store: Store) -> None:
    full = records(everything())
    bare_lines: list[Line] = [
        {key: value for key, value in line.items() if key not in _OPTIONAL} for line in everything()
    ]
    network = Network.empty().moved(apply(store, *(Touch(None, one) for one in full)))
    change = apply(store, *touches(bare_lines, network), based_on=1)
    assert len(change.touches) == sum("sources" in line for line in everything())
    assert of_stream(store.stream())[1] == records(bare_lines)
    network = network.moved(change)
    apply(store, *touches(everything(), network), based_on=2)
    assert dumped(of_stream(store.stream())[1]) == dumped(full)
    network = network.moved(store.changes_since(2)[0])
    apply(store, *touches([], network, replace=True), based_on=3)
    assert of_stream(store.stream()) == (4, [])


_OPTIONAL = {"since", "until", "visibility", "confirmedAt", "sources", "codes", "pupils", "rules", "themes", "title"}
_OPTIONAL |= {"educationTypes", "places", "introducible", "value", "email", "deputyOf", "stage", "retainUntil"}


def test_removing_takes_away_and_adding_again_brings_back(store: Store) -> None:
    apply(store, *new(*FEW))
    works = records([FENNA, BOARD, FENNA_WORKS])[-1]
    apply(store, Touch(works, None), based_on=1)
    assert works not in of_stream(store.stream())[1]
    apply(store, Touch(None, works), based_on=2)
    assert of_stream(store.stream()) == (3, records(FEW))


def test_a_node_goes_with_its_relations_in_one_change(store: Store) -> None:
    apply(store, *new(FENNA, MEHMET, FENNA_KNOWS))
    knows = records([FENNA, MEHMET, FENNA_KNOWS])[-1]
    apply(store, removed(FENNA), Touch(knows, None), based_on=1)
    assert of_stream(store.stream()) == (2, [record(MEHMET)])


def test_figures_come_change_and_go(store: Store) -> None:
    later = {**SCHOOL, "pupils": {"2025": 190, "2026": 185}}
    apply(store, *new(SCHOOL))
    apply(store, changed(SCHOOL, later), based_on=1)
    assert of_stream(store.stream()) == (2, [record(later)])
    apply(store, changed(later, {**SCHOOL, "pupils": None}), based_on=2)
    assert of_stream(store.stream()) == (3, [record({**SCHOOL, "pupils": None})])


def test_a_change_set_becomes_one_change_with_who_when_and_why(store: Store) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    made = apply(store, *new(*FEW))
    assert (made.version, made.by, made.because) == (1, "steward", "a test")
    assert before < made.at < datetime.now(UTC) + timedelta(seconds=1)
    assert made.at.tzinfo is not None
    assert [touch.after for touch in made.touches] == records(FEW)
    assert list(store.changes_since(0)) == [made]


def test_changes_come_in_order_and_no_more_than_asked_for(store: Store) -> None:
    made = [apply(store, *new(FENNA))]
    for number in range(2, 13):  # past 9, where an order of texts would go wrong
        name = {**FENNA, "name": f"Fenna {number}"}
        made.append(apply(store, Touch(made[-1].touches[0].after, record(name)), based_on=number - 1))
    assert list(store.changes_since(0)) == made
    assert list(store.changes_since(9)) == made[9:]
    assert list(store.changes_since(3, 2)) == made[3:5]
    assert list(store.changes_since(12)) == []
    assert list(store.changes_since(99)) == []


def test_history_is_the_changes_of_one_node_or_relation_newest_first(store: Store) -> None:
    first = apply(store, *new(FENNA, MEHMET, FENNA_KNOWS))
    apply(store, changed(MEHMET, {**MEHMET, "name": "Mehmet"}), based_on=1)
    third = apply(store, changed(FENNA, NEW_NAME), based_on=2)
    history = list(store.history("fenna", 10))
    assert [(change.version, change.because) for change in history] == [(3, "a test"), (1, "a test")]
    assert [change.at for change in history] == [third.at, first.at]
    assert [change.touches for change in history] == [(changed(FENNA, NEW_NAME),), (Touch(None, record(FENNA)),)]
    assert list(store.history("fenna", 1)) == history[:1]
    knows = first.touches[-1]
    assert [change.touches for change in store.history(knows.id, 5)] == [(knows,)]
    assert list(store.history("nobody", 5)) == []


def test_history_of_what_was_removed_ends_with_what_it_was(store: Store) -> None:
    apply(store, *new(FENNA))
    apply(store, removed(FENNA), based_on=1)
    assert [change.touches[0] for change in store.history("fenna", 5)] == [removed(FENNA), *new(FENNA)]


def test_a_change_on_an_old_version_is_a_conflict_and_writes_nothing(store: Store) -> None:
    apply(store, *new(FENNA))
    with pytest.raises(Conflict) as raised:
        apply(store, *new(MEHMET), based_on=0)
    assert (raised.value.actual, raised.value.expected) == (1, 0)
    with pytest.raises(Conflict):
        apply(store, *new(MEHMET), based_on=2)
    assert of_stream(store.stream()) == (1, [record(FENNA)])
    assert len(store.changes_since(0)) == 1


def test_of_two_writers_at_once_one_wins_and_the_other_gets_a_conflict(place: Place, store: Store) -> None:
    apply(store, *new(FENNA))
    stores, start, won, lost = [place.open(), place.open()], Barrier(2), list[str](), list[Conflict]()

    def write(own: Store, name: str) -> None:
        start.wait()
        try:
            apply(own, changed(FENNA, {**FENNA, "name": name}), based_on=1)
            won.append(name)
        except Conflict as conflict:
            lost.append(conflict)

    threads = [Thread(target=write, args=pair) for pair in zip(stores, ("Fenna één", "Fenna twee"), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for own in stores:
        own.close()
    assert len(won) == len(lost) == 1
    assert of_stream(store.stream()) == (2, [record({**FENNA, "name": won[0]})])


def test_a_code_may_pass_from_one_organisation_to_another_in_one_change(store: Store) -> None:
    other: Line = {**BOARD, "id": "b2", "codes": {"BEVOEGD_GEZAG": "40790", "KVK": "1"}}
    apply(store, *new(BOARD, other))
    swapped = (changed(BOARD, {**BOARD, "codes": other["codes"]}), changed(other, {**other, "codes": BOARD["codes"]}))
    apply(store, *swapped, based_on=1)
    third: Line = {**BOARD, "id": "b3", "codes": {"KVK": "1"}}
    apply(store, removed({**BOARD, "codes": other["codes"]}), *new(third), based_on=2)
    assert of_stream(store.stream()) == (3, records([third, {**other, "codes": BOARD["codes"]}]))


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(lambda: new({**BOARD, "id": "b2"}), id="a code that another has"),
        pytest.param(lambda: new(FENNA), id="an id that is there"),
        pytest.param(lambda: [changed(MEHMET, {**MEHMET, "name": "M"})], id="a change of what is not there"),
        pytest.param(lambda: [removed(MEHMET)], id="a removal of what is not there"),
        pytest.param(lambda: [Touch(None, records([FENNA, MEHMET, FENNA_KNOWS])[-1])], id="an end that is not there"),
        pytest.param(lambda: [removed(FENNA)], id="a removal that leaves a relation without an end"),
        pytest.param(lambda: [Touch(None, records([FENNA, BOARD, FENNA_WORKS])[-1])], id="a relation that is there"),
    ],
)
def test_what_does_not_fit_is_refused_whole(store: Store, wrong: Callable[[], list[Touch]]) -> None:
    apply(store, *new(FENNA, BOARD, FENNA_WORKS))
    with pytest.raises(BadInput, match="does not fit the store"):
        apply(store, *new(HEERLEN), *wrong(), based_on=1)
    assert of_stream(store.stream()) == (1, records([FENNA, BOARD, FENNA_WORKS]))
    assert len(store.changes_since(0)) == 1
    apply(store, *new(HEERLEN), based_on=1)


def test_readers_see_the_old_version_until_the_change_is_whole(place: Place, store: Store) -> None:
    apply(store, *new(*FEW))
    other = place.open()
    seen = []

    def look(done: int, total: int | None) -> None:  # noqa: ARG001
        seen.append((other.version(), of_stream(other.stream()), len(other.changes_since(0))))

    more: list[Line] = [{"node": "Person", "id": f"p{number}", "name": "Fenna"} for number in range(100)]
    store.apply(ChangeSet("steward", "many", (*new(*more), changed(FENNA, NEW_NAME))), 1, look)
    assert seen
    assert all(one == (1, (1, records(FEW)), 1) for one in seen)
    assert other.version() == 2
    other.close()


def test_whoever_writes_in_turn_holds_up_the_others_and_has_no_conflict(place: Place, store: Store) -> None:
    apply(store, *new(FENNA))
    other, started, lost = place.open(), Event(), list[Conflict]()

    def forestall() -> None:
        started.set()
        try:
            apply(other, changed(FENNA, NEW_NAME), based_on=1)
        except Conflict as conflict:
            lost.append(conflict)

    thread = Thread(target=forestall)

    def make() -> ChangeSet:
        thread.start()
        started.wait()
        time.sleep(0.3)
        assert store.version() == 1
        return ChangeSet("steward", "in turn", (changed(FENNA, {**FENNA, "name": "Fenna in turn"}),))

    change = store.apply_in_turn(make)
    thread.join()
    other.close()
    assert change is not None
    assert (change.version, change.because) == (2, "in turn")
    assert [conflict.actual for conflict in lost] == [2]
    assert of_stream(store.stream()) == (2, [record({**FENNA, "name": "Fenna in turn"})])


def test_in_turn_too_nothing_is_written_when_there_is_nothing_or_an_error(store: Store) -> None:
    def fail() -> ChangeSet:
        raise BadInput("changed my mind")

    with pytest.raises(BadInput, match="changed my mind"):
        store.apply_in_turn(fail)
    assert store.apply_in_turn(lambda: None) is None
    assert of_stream(store.stream()) == (0, [])
    assert apply(store, *new(FENNA)).version == 1


def test_progress_ends_with_everything(store: Store) -> None:
    told: list[tuple[int, int | None]] = []
    store.apply(ChangeSet("steward", "a test", tuple(new(*FEW))), 0, lambda done, total: told.append((done, total)))
    assert told[-1] == (len(FEW), len(FEW))
    assert told == sorted(told)


def test_a_write_that_is_broken_off_leaves_nothing(store: Store) -> None:
    def interrupt(done: int, total: int | None) -> None:  # noqa: ARG001
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.apply(ChangeSet("steward", "a test", tuple(new(*FEW))), 0, interrupt)
    assert of_stream(store.stream()) == (0, [])
    apply(store, *new(*FEW))
