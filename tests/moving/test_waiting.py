"""What waits for somebody who is slower than the network: bounded, in order, and never without the newest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.graphql_over_http.server_sent_events import Event, next_event
from server.graphql_over_http.waiting import LARGEST, MOST, Waiting
from tests.moving.streams import Told, parsed


def event(version: int, size: int = 1) -> Event:
    return next_event(version, {"data": {"changed": {"version": version, "because": "x" * size}}})


def told(waiting: Waiting) -> list[Told]:
    return [parsed(block) for block in waiting.taken().decode().split("\n\n") if block]


def test_what_waits_is_told_in_order_and_once() -> None:
    waiting = Waiting(0)
    for version in (1, 2, 5):
        waiting.append(event(version))
    assert [one.id for one in told(waiting)] == [1, 2, 5]
    assert told(waiting) == []
    assert not waiting


def test_when_too_many_wait_only_the_newest_is_told_and_since_when_others_were_left_out() -> None:
    waiting = Waiting(7)
    for version in range(8, 8 + MOST + 1):
        waiting.append(event(version))
    newest = 8 + MOST
    first, last = told(waiting)
    assert first.error["code"] == "TOO_COSTLY"
    assert first.error["actual"] == 7
    assert "changes(since: 7)" in first.error["help"]
    assert first.data["data"] is None
    assert first.id == newest - 1
    assert last.change["version"] == last.id == newest


def test_so_many_as_may_wait_are_all_told() -> None:
    waiting = Waiting(0)
    for version in range(1, MOST + 1):
        waiting.append(event(version))
    assert [one.change["version"] for one in told(waiting)] == list(range(1, MOST + 1))


def test_the_newest_waits_however_large_it_is() -> None:
    waiting = Waiting(0)
    waiting.append(event(1))
    waiting.append(event(2, size=LARGEST * 2))
    _, last = told(waiting)
    assert last.id == 2


def test_what_is_left_out_is_told_once() -> None:
    waiting = Waiting(0)
    for version in range(1, MOST + 2):
        waiting.append(event(version))
    assert len(told(waiting)) == 2
    waiting.append(event(MOST + 2))
    assert [one.id for one in told(waiting)] == [MOST + 2]


def test_what_waited_elsewhere_waits_behind_what_was_missed() -> None:
    missed, since = Waiting(3), Waiting(5)
    missed.append(event(4))
    since.append(event(6))
    missed.extend(since)
    assert [one.id for one in told(missed)] == [4, 6]


def test_that_something_was_left_out_elsewhere_is_told_here() -> None:
    missed, since = Waiting(3), Waiting(5)
    missed.append(event(4))
    for version in range(6, 6 + MOST + 1):
        since.append(event(version))
    missed.extend(since)
    first, *others = told(missed)
    assert first.error["actual"] == 3
    assert [one.id for one in others] == [4, 6 + MOST]


@given(
    st.lists(st.one_of(st.just(None), st.integers(1, LARGEST // 2)), max_size=300),
)
def test_nobody_loses_the_newest_or_a_gap_that_is_not_told(steps: list[int | None]) -> None:
    waiting, version, known = Waiting(0), 0, 0
    for size in [*steps, None]:
        if size is not None:
            version += 1
            waiting.append(event(version, size))
            continue
        heard = told(waiting)
        for one in heard:
            assert one.id is not None
            if "errors" in one.data:
                assert one.error["actual"] == known
            else:
                assert one.id == known + 1
            known = one.id
        assert known == version
        assert sum(len(str(one.data)) for one in heard[:-1]) <= LARGEST
