"""Who was asked, and what came of it, on both stores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from graph.confirming.asking import (
    Asked,
    ConfirmationAnswer,
    ConfirmationState,
    Delivery,
    LinkUsed,
    Standing,
    answering,
    asked_of,
    confirmations,
    keep_asked,
    standing,
)
from graph.errors import Unavailable
from graph.keepsakes import Keepsakes
from graph.store import Store
from tests.stores.places import Place

NOW = datetime.now(UTC)
LATER = NOW + timedelta(days=30)
CONFIRMED = ConfirmationAnswer.CONFIRMED


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    opened = place.open()
    yield opened
    opened.close()


@pytest.fixture
def keepsakes(store: Store) -> Keepsakes:
    return store.keepsakes


def ask(
    keepsakes: Keepsakes,
    person: str = "fenna",
    nonce: str = "1",
    delivery: Delivery = Delivery.HANDED_OVER,
    refusal: str | None = None,
) -> Asked:
    asked = Asked(person, nonce, NOW, LATER, delivery, refusal)
    keep_asked(keepsakes, [asked])
    return asked


def states(keepsakes: Keepsakes, now: datetime = NOW) -> list[tuple[str, ConfirmationState]]:
    return [(one.asked.person, one.state) for one in confirmations(keepsakes, now)]


def test_who_was_asked_is_kept_as_it_was(keepsakes: Keepsakes) -> None:
    asked = ask(keepsakes, refusal="550")
    assert asked_of(keepsakes) == {"fenna": asked}


def test_nobody_was_asked_at_first(keepsakes: Keepsakes) -> None:
    assert confirmations(keepsakes, NOW) == []
    assert standing(keepsakes, "fenna", "1") is Standing.VOID


def test_a_new_link_makes_the_one_before_void(keepsakes: Keepsakes) -> None:
    ask(keepsakes, nonce="1")
    assert standing(keepsakes, "fenna", "1") is Standing.OPEN
    ask(keepsakes, nonce="2")
    assert standing(keepsakes, "fenna", "1") is Standing.VOID
    assert standing(keepsakes, "fenna", "2") is Standing.OPEN


def test_a_link_of_one_is_none_of_another(keepsakes: Keepsakes) -> None:
    ask(keepsakes, "fenna", "1")
    ask(keepsakes, "bram", "2")
    assert standing(keepsakes, "bram", "1") is Standing.VOID


def test_an_answer_uses_a_link_up(keepsakes: Keepsakes) -> None:
    ask(keepsakes)
    with answering(keepsakes, "fenna", "1", CONFIRMED, NOW):
        pass
    assert standing(keepsakes, "fenna", "1") is Standing.USED
    with pytest.raises(LinkUsed) as raised, answering(keepsakes, "fenna", "1", CONFIRMED, NOW):
        pytest.fail("it was used again")
    assert raised.value.standing is Standing.USED


def test_a_used_link_stays_used_when_a_new_one_is_made(keepsakes: Keepsakes) -> None:
    ask(keepsakes, nonce="1")
    with answering(keepsakes, "fenna", "1", CONFIRMED, NOW):
        pass
    ask(keepsakes, nonce="2")
    assert standing(keepsakes, "fenna", "1") is Standing.USED
    assert standing(keepsakes, "fenna", "2") is Standing.OPEN
    assert states(keepsakes) == [("fenna", ConfirmationState.ASKED)]


def test_a_void_link_cannot_be_answered(keepsakes: Keepsakes) -> None:
    ask(keepsakes, nonce="2")
    with pytest.raises(LinkUsed) as raised, answering(keepsakes, "fenna", "1", CONFIRMED, NOW):
        pytest.fail("it was answered")
    assert raised.value.standing is Standing.VOID


def test_what_goes_wrong_while_it_is_answered_leaves_the_link_as_it_was(keepsakes: Keepsakes) -> None:
    ask(keepsakes)
    for _ in range(2):
        with pytest.raises(Unavailable), answering(keepsakes, "fenna", "1", CONFIRMED, NOW):
            raise Unavailable("the store is away")
        assert standing(keepsakes, "fenna", "1") is Standing.OPEN
    with answering(keepsakes, "fenna", "1", CONFIRMED, NOW):
        pass
    assert states(keepsakes) == [("fenna", ConfirmationState.ANSWERED)]


def test_a_link_that_is_being_answered_is_busy(keepsakes: Keepsakes) -> None:
    ask(keepsakes)
    now = datetime.now(UTC)
    with answering(keepsakes, "fenna", "1", CONFIRMED, now):
        with pytest.raises(LinkUsed) as raised, answering(keepsakes, "fenna", "1", CONFIRMED, now):
            pytest.fail("it was answered twice")
        assert raised.value.standing is Standing.BUSY
    assert standing(keepsakes, "fenna", "1") is Standing.USED


def test_of_many_who_answer_at_once_one_does(place: Place, keepsakes: Keepsakes) -> None:
    other = place.open()
    for round in range(5):
        ask(keepsakes, nonce=str(round))
        came = at_the_same_time([answers(k, str(round)) for k in (keepsakes, other.keepsakes) * 3])
        assert came.count(True) == 1
    other.close()


def answers(keepsakes: Keepsakes, nonce: str) -> Callable[[], bool]:
    def answer() -> bool:
        with suppress(LinkUsed), answering(keepsakes, "fenna", nonce, CONFIRMED, datetime.now(UTC)):
            return True
        return False

    return answer


def at_the_same_time(works: list[Callable[[], bool]]) -> list[bool]:
    barrier = Barrier(len(works))

    def run(work: Callable[[], bool]) -> bool:
        barrier.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(run, works))


def test_a_process_that_was_killed_while_it_answered_lets_go_of_the_link_after_a_while(keepsakes: Keepsakes) -> None:
    ask(keepsakes)
    long_ago = NOW - timedelta(hours=1)
    killed = answering(keepsakes, "fenna", "1", CONFIRMED, long_ago)
    killed.__enter__()  # and never comes back
    with answering(keepsakes, "fenna", "1", CONFIRMED, NOW):
        pass
    assert standing(keepsakes, "fenna", "1") is Standing.USED


# How far it is


@pytest.mark.parametrize(
    ("delivery", "before", "after"),
    [
        (Delivery.MADE, ConfirmationState.NOT_SENT, ConfirmationState.NOT_SENT),
        (Delivery.REFUSED, ConfirmationState.REFUSED, ConfirmationState.REFUSED),
        (Delivery.HANDED_OVER, ConfirmationState.ASKED, ConfirmationState.EXPIRED),
    ],
)
def test_how_far_it_is_before_and_after_the_link_expires(
    keepsakes: Keepsakes, delivery: Delivery, before: ConfirmationState, after: ConfirmationState
) -> None:
    ask(keepsakes, delivery=delivery)
    assert states(keepsakes, LATER - timedelta(seconds=1)) == [("fenna", before)]
    assert states(keepsakes, LATER) == [("fenna", after)]


def test_who_answered_has_answered_also_after_the_link_has_expired(keepsakes: Keepsakes) -> None:
    ask(keepsakes)
    with answering(keepsakes, "fenna", "1", ConfirmationAnswer.CORRECTED, NOW):
        pass
    (one,) = confirmations(keepsakes, LATER + timedelta(days=400))
    assert one.state is ConfirmationState.ANSWERED
    assert one.answered is not None
    assert (one.answered.at, one.answered.answer) == (NOW, ConfirmationAnswer.CORRECTED)


def test_who_was_asked_first_comes_first(keepsakes: Keepsakes) -> None:
    moments = {"bram": NOW, "anna": NOW, "fenna": NOW - timedelta(days=1)}
    keep_asked(keepsakes, [Asked(who, who, at, LATER, Delivery.HANDED_OVER) for who, at in moments.items()])
    assert [person for person, _ in states(keepsakes)] == ["fenna", "anna", "bram"]


def test_thousands_are_kept_at_once(keepsakes: Keepsakes) -> None:
    keep_asked(keepsakes, [Asked(f"p{i}", str(i), NOW, LATER, Delivery.HANDED_OVER) for i in range(3_000)])
    assert len(confirmations(keepsakes, NOW)) == 3_000


def test_no_name_and_no_address_is_kept(keepsakes: Keepsakes) -> None:
    ask(keepsakes, refusal="550")
    with answering(keepsakes, "fenna", "1", CONFIRMED, NOW):
        pass
    kept = [one for kind in ("confirmation asked", "confirmation answered") for one in keepsakes.list(kind)]
    assert [one.key for one in kept] == ["fenna", "fenna"]
    assert all("@" not in one.value for one in kept)
    assert list(keepsakes.list("confirmation being answered")) == []
