"""What takes long is made once for all who ask for it at the same moment, kept, and dropped when nobody waits."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from graph.analyses.results import result
from graph.deadline import Deadline
from graph.errors import TimedOut, Unavailable
from tests.graph.networks import cut_of


def test_it_is_made_once_for_all_who_ask_at_the_same_moment() -> None:
    cut, begun, go, made = cut_of([]), Event(), Event(), []

    def make() -> str:
        made.append(1)
        begun.set()
        go.wait(10)
        return "found"

    with ThreadPoolExecutor(4) as threads:
        answers = [threads.submit(result, cut, "asked", make) for _ in range(4)]
        begun.wait(10)
        go.set()
        assert {answer.result(10) for answer in answers} == {"found"}
    assert result(cut, "asked", make) == "found"
    assert len(made) == 1


def test_whoever_waits_for_somebody_who_gives_up_makes_it_instead() -> None:
    cut, begun, go = cut_of([]), Event(), Event()

    def given_up() -> str:
        begun.set()
        go.wait(10)
        raise Unavailable("the client left")

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(result, cut, "asked", given_up)
        begun.wait(10)
        second = threads.submit(result, cut, "asked", lambda: "found")
        go.set()
        with pytest.raises(Unavailable):
            first.result(10)
        assert second.result(10) == "found"


def test_whoever_waits_does_so_until_their_own_deadline() -> None:
    cut, begun, go = cut_of([]), Event(), Event()

    def make() -> str:
        begun.set()
        go.wait(10)
        return "found"

    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(result, cut, "asked", make)
        begun.wait(10)
        with Deadline(0.1), pytest.raises(TimedOut):
            result(cut, "asked", make)
        go.set()
        assert answer.result(10) == "found"
