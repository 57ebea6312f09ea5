"""One who listens, without a network: what waits, what comes twice, and the end."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest

from server.graphql_over_http.listener import Listener
from server.graphql_over_http.server_sent_events import Event
from server.graphql_over_http.standing import Standing
from server.graphql_over_http.waiting import Waiting

pytestmark = pytest.mark.anyio
ANY = cast(Standing, object())


def event(version: int) -> Event:
    return Event(version, b"%d;" % version)


async def heard(listener: Listener) -> bytes | None:
    async with asyncio.timeout(5):
        return await listener.next()


async def test_what_they_know_and_what_they_were_told_is_not_told_again() -> None:
    listener = Listener(ANY, knows=3, since=3)
    listener.offer([event(2), event(3), event(4)])
    assert await heard(listener) == b"4;"
    listener.offer([event(4), event(5)])
    assert await heard(listener) == b"5;"


async def test_nothing_is_told_before_there_is_something() -> None:
    listener = Listener(ANY, knows=0, since=0)
    listener.offer([event(1)])
    assert await heard(listener) == b"1;"
    waiting = asyncio.ensure_future(listener.next())
    await asyncio.sleep(0.05)
    assert not waiting.done()
    listener.offer([event(2)])
    assert await waiting == b"2;"


async def test_what_happened_earlier_is_told_first() -> None:
    listener = Listener(ANY, knows=1, since=3)
    listener.offer([event(4)])
    earlier = Waiting(1)
    earlier.append(event(2))
    earlier.append(event(3))
    listener.offer_earlier(earlier)
    assert await heard(listener) == b"2;3;4;"


async def test_what_waits_at_the_end_is_told_before_the_last_word_and_nothing_after_it() -> None:
    listener = Listener(ANY, knows=0, since=0)
    listener.offer([event(1)])
    listener.end(b"the first last word")
    listener.end(b"another")
    listener.offer([event(2)])
    assert await heard(listener) == b"1;"
    assert await heard(listener) is None
    assert await heard(listener) is None
    assert listener.last_word == b"the first last word"


async def test_who_waits_when_the_end_comes_waits_no_longer() -> None:
    listener = Listener(ANY, knows=0, since=0)
    waiting = asyncio.ensure_future(listener.next())
    await asyncio.sleep(0)
    listener.end()
    assert await waiting is None
