"""Operations end at their deadline, when whoever asked leaves, and when the service ends; small ones do not wait for
large ones. On a real server."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import httpx2
import pytest
import strawberry
from starlette.types import ASGIApp

from graph.deadline import Deadline, current, held, look
from graph.errors import TimedOut, Unavailable
from server.application import application
from server.limits import Limits
from tests.graphql_http import post, served

LIMITS = Limits(weights={("Query", "walk"): 20_000}, seconds=0.5, waiting_seconds=0.3, concurrent_large=1)


class Walks:
    """What is asked: how many walks go on, and how many have ended."""

    def __init__(self) -> None:
        self.going_on = 0
        self.begun = 0
        self.notes: list[str] = []

    def walk(self, seconds: float) -> None:
        """Walk, and look at the deadline every millisecond."""
        self.begun += 1
        self.going_on += 1
        try:
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                look("Ask for a shorter walk.")
                time.sleep(0.001)
        finally:
            self.going_on -= 1

    def until(self, *, going_on: int) -> None:
        """Wait until so many walks go on."""
        end = time.monotonic() + 5
        while self.going_on != going_on:
            assert time.monotonic() < end, f"{self.going_on} walks go on"
            time.sleep(0.002)


Info = strawberry.Info[Walks, None]


@strawberry.type
class Step:
    @strawberry.field
    def steps(self) -> list[Step]:
        time.sleep(0.001)
        return [Step() for _ in range(10)]

    @strawberry.field
    def number(self) -> int:
        return 1


@strawberry.type
class Query:
    @strawberry.field
    def hello(self) -> str:
        return "hello"

    @strawberry.field
    def walk(self, info: Info, seconds: float) -> bool | None:
        info.context.walk(seconds)
        return True

    @strawberry.field
    def walk_quietly(self, info: Info, seconds: float) -> bool | None:
        info.context.walk(seconds)
        return True

    @strawberry.field
    def steps(self) -> list[Step]:
        return [Step() for _ in range(10)]


@strawberry.type
class Mutation:
    @strawberry.mutation
    def note(self, info: Info, text: str, seconds: float) -> int:
        info.context.walk(seconds)
        info.context.notes.append(text)
        return len(info.context.notes)


SCHEMA = strawberry.Schema(Query, Mutation)


def walking(walks: Walks, limits: Limits = LIMITS) -> ASGIApp:
    return application(SCHEMA, lambda _: walks, network_version=lambda: 1, limits=limits)


@pytest.fixture
def walks() -> Walks:
    return Walks()


@pytest.fixture
def client(walks: Walks) -> Iterator[httpx2.Client]:
    with served(walking(walks)) as client:
        yield client


# The deadline itself


def test_work_without_a_deadline_takes_its_time() -> None:
    assert current() is None
    look()


def test_work_stops_at_its_deadline_and_says_what_is_cheaper() -> None:
    with Deadline(-1) as deadline, pytest.raises(TimedOut) as stopped:
        look("Ask for less.")
    assert stopped.value.help == "Ask for less."
    assert deadline.stopped is stopped.value
    look()  # what comes behind has none


def test_who_waits_for_what_another_makes_stops_too() -> None:
    lock = threading.Lock()
    with lock, Deadline(0.01), pytest.raises(TimedOut), held(lock):
        pass
    with held(lock):
        assert lock.locked()
    assert not lock.locked()


def test_what_was_made_half_is_made_anew() -> None:
    deadline = Deadline(10)
    deadline.give_up(Unavailable("Gone."))
    with deadline, pytest.raises(Unavailable, match="Gone"):
        look()
    with deadline:
        deadline.lift()
        look()


# Over HTTP


def test_an_operation_ends_at_its_deadline_with_one_error_that_says_what_is_cheaper(client: httpx2.Client) -> None:
    begun = time.monotonic()
    answer = post(client, "{ hello a: walk(seconds: 9) b: walk(seconds: 9) }")
    assert time.monotonic() - begun < 2
    assert answer.status_code == 504
    assert answer.json() == {
        "errors": [
            {
                "message": "This takes longer than 0.5 seconds.",
                "extensions": {
                    "code": "TIMEOUT", "field": None, "actual": None, "expected": None,
                    "help": "Ask for a shorter walk.",
                },
            }
        ]
    }  # fmt: skip


def test_the_fields_themselves_have_the_deadline_and_the_dearest_of_them_is_named(client: httpx2.Client) -> None:
    answer = post(client, "{ steps { steps { steps { steps { number } } } } }")
    assert answer.status_code == 504
    (error,) = answer.json()["errors"]
    assert error["extensions"]["code"] == "TIMEOUT"
    assert error["extensions"]["field"] == "steps.steps.steps.steps"
    assert error["extensions"]["help"] == "Ask for less at once. Most of it is asked at steps.steps.steps.steps."


def test_small_questions_are_answered_while_large_ones_run(walks: Walks) -> None:
    with served(walking(walks, replace(LIMITS, seconds=2, waiting_seconds=5))) as client, ThreadPoolExecutor(8) as them:
        large = [them.submit(post, client, "{ walk(seconds: 0.3) }") for _ in range(6)]
        walks.until(going_on=1)
        begun = time.monotonic()
        assert [post(client, "{ hello }").status_code for _ in range(10)] == [200] * 10
        assert time.monotonic() - begun < 0.3
        assert walks.begun < 3
        assert [one.result().json() for one in large] == [{"data": {"walk": True}}] * 6


def test_a_large_question_without_a_turn_is_told_to_come_back(client: httpx2.Client, walks: Walks) -> None:
    with ThreadPoolExecutor(1) as them:
        first = them.submit(post, client, "{ walk(seconds: 0.45) }")
        walks.until(going_on=1)
        answer = post(client, "{ walk(seconds: 0) }")
        assert answer.status_code == 503
        assert answer.json()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
        assert first.result().status_code == 200
    assert walks.begun == 1


@contextmanager
def asked(client: httpx2.Client, query: str) -> Iterator[None]:
    """Ask, and leave without having heard the answer."""
    body = ('{"query": "' + query + '"}').encode()
    head = "POST /graphql HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
    with socket.create_connection((client.base_url.host, client.base_url.port or 80)) as connection:
        connection.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        yield


@pytest.mark.parametrize("field", ["walk", "walkQuietly"])
def test_work_is_dropped_when_whoever_asked_leaves(walks: Walks, field: str) -> None:
    with served(walking(walks, replace(LIMITS, seconds=30))) as client:
        with asked(client, f"{{ {field}(seconds: 30) }}"):
            walks.until(going_on=1)
        begun = time.monotonic()
        walks.until(going_on=0)
        assert time.monotonic() - begun < 2


def test_who_leaves_before_their_turn_never_has_it(walks: Walks) -> None:
    with served(walking(walks, replace(LIMITS, seconds=30, waiting_seconds=30))) as client:
        with asked(client, "{ walk(seconds: 30) }"):
            walks.until(going_on=1)
            with asked(client, "{ walk(seconds: 30) }"):
                time.sleep(0.3)
            time.sleep(0.1)
        walks.until(going_on=0)
        assert post(client, "{ walk(seconds: 0) }").status_code == 200
        assert walks.begun == 2


def test_what_is_being_written_is_written_and_told_whatever_time_it_takes(client: httpx2.Client, walks: Walks) -> None:
    answer = post(client, 'mutation { note(text: "here", seconds: 0.7) }')
    assert answer.json() == {"data": {"note": 1}}
    with asked(client, 'mutation { note(text: \\"gone\\", seconds: 0.3) }'):
        walks.until(going_on=1)
    walks.until(going_on=0)
    assert walks.notes == ["here", "gone"]
