"""Whose turn it is: operations run in a few threads, the large ones in fewer, each until its deadline, and none for
somebody who has left."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import anyio
import anyio.to_thread
from starlette.requests import ClientDisconnect, Request

from graph.deadline import Deadline
from graph.errors import Unavailable
from server.limits import Limits

T = TypeVar("T")

WATCHED_AFTER = 0.1
"""Seconds after which it is looked whether the client is still there. Most answers are given before that, and need no
task of their own for it."""

SMALL_SECONDS = 0.3
"""Seconds after which a small operation turns out to be none, such as a search for a path that is hard to find."""
MOST_SMALL = 16
"""Turns for small operations, those included that turned out to be none."""


class Turns:
    """The threads of one event loop. `close` ends whatever runs in them, so that the process can end."""

    def __init__(self, limits: Limits) -> None:
        self._seconds = limits.seconds
        self._waiting_seconds = limits.waiting_seconds
        self._small = anyio.CapacityLimiter(limits.concurrent)
        self._large = anyio.CapacityLimiter(limits.concurrent_large)
        self._any = anyio.CapacityLimiter(math.inf)
        self._running: set[Deadline] = set()
        self._closed = False

    @asynccontextmanager
    async def deadline(self, request: Request) -> AsyncIterator[Deadline]:
        """The deadline of what a request asks, which is given up when its client leaves.

        Raises ClientDisconnect where the client left while the work waited for its turn.
        """
        deadline = Deadline(self._seconds)
        if self._closed:
            deadline.give_up(_ending())
        self._running.add(deadline)
        watched: list[asyncio.Task[None]] = []
        loop = asyncio.get_running_loop()
        with anyio.CancelScope() as scope:
            begin = loop.call_later(
                WATCHED_AFTER, lambda: watched.append(loop.create_task(_watch(request, deadline, scope)))
            )
            try:
                yield deadline
            finally:
                self._running.discard(deadline)
                begin.cancel()
                for task in watched:
                    task.cancel()
        if scope.cancelled_caught:
            raise ClientDisconnect

    async def small(self, deadline: Deadline, work: Callable[[], T]) -> T:
        """Do some work in a thread, in its turn. Where it takes longer than was to be expected, others do not wait for
        it: there is a turn more for as long as it runs."""
        more = _More(self._small)
        soon = asyncio.get_running_loop().call_later(SMALL_SECONDS, more.make)
        try:
            return await anyio.to_thread.run_sync(_until, deadline, work, limiter=self._small)
        finally:
            soon.cancel()
            more.end()

    async def large(self, deadline: Deadline, work: Callable[[], T]) -> T:
        """Do work that takes its time in a thread, in its turn among others of its sort, so that small questions are
        answered meanwhile. Its deadline is counted from there. Raises Unavailable where its turn does not come."""
        turn = object()
        try:
            with anyio.fail_after(self._waiting_seconds):
                await self._large.acquire_on_behalf_of(turn)
        except TimeoutError:
            raise _busy(self._waiting_seconds) from None
        try:
            deadline.begin()
            return await anyio.to_thread.run_sync(_until, deadline, work, limiter=self._any)
        finally:
            self._large.release_on_behalf_of(turn)

    def close(self) -> None:
        """Let go of all that is asked; but what is being written is written, and told."""
        self._closed = True
        for deadline in tuple(self._running):
            deadline.give_up(_ending())


class _More:
    """One turn more, while there are not too many."""

    def __init__(self, turns: anyio.CapacityLimiter) -> None:
        self._turns = turns
        self._made = 0

    def make(self) -> None:
        if self._turns.total_tokens < MOST_SMALL:
            self._turns.total_tokens += 1
            self._made = 1

    def end(self) -> None:
        self._turns.total_tokens -= self._made


def _until(deadline: Deadline, work: Callable[[], T]) -> T:
    with deadline:
        return work()


async def _watch(request: Request, deadline: Deadline, scope: anyio.CancelScope) -> None:
    """Give up when the client leaves: at the next look where the work runs, at once where it waits for its turn."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    deadline.give_up(Unavailable("Whoever asked has left."))
    scope.cancel()


def _ending() -> Unavailable:
    return Unavailable("The service is about to end.", help="Ask again: another process may answer.")


def _busy(seconds: float) -> Unavailable:
    return Unavailable(
        f"Other large questions are being answered, and there was no turn for this one in {seconds:g} seconds.",
        help="Ask again later, or ask for less: small questions are answered meanwhile.",
    )
