"""Everybody who listens: whenever the network moves, each change is looked at once for each class of viewers, told
once for each question, and given to whoever asked it.

Listeners live on the event loop and cost nothing while nothing moves: no thread, no poll, one wake-up a version. What
waits for the store, or takes its time, is done in a thread beside it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial

import anyio.to_thread

from graph.errors import Unavailable
from resolvers.movements import CHANGES_AT_ONCE, Movements

from .errors import Incident
from .listener import EventStream, Listener, MayHear
from .refusals import Refused
from .server_sent_events import Event, last_word, left_out, never_was
from .standing import Standing
from .waiting import Waiting

MOST = 2_000
"""Listeners at the same time."""
FAR_BEHIND = 500
"""Versions that somebody who comes back may have missed and still be told of one by one."""
KEEP_ALIVE_SECONDS = 15.0
"""Between two signs of life, so that nothing in between takes the connection for dead."""
RETRY_SECONDS = 1.0
"""Before the log is asked again that could not be read."""
A_TURN = 100
"""Listeners that are woken in one turn of the event loop, so that others have theirs."""


class Listeners:
    """Those who listen on one event loop, at most so many."""

    def __init__(
        self,
        movements: Movements,
        most: int = MOST,
        keep_alive: float = KEEP_ALIVE_SECONDS,
    ) -> None:
        self._movements = movements
        self._most = most
        self._keep_alive = keep_alive
        self._audiences: dict[Standing, set[Listener]] = {}
        self._count = 0
        self._told = 0  # the version up to which everybody has been told, or is being told
        self._telling: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False
        self._turn = anyio.CapacityLimiter(1)
        self._returning = anyio.CapacityLimiter(2)

    def __len__(self) -> int:
        return self._count

    async def listen(self, standing: Standing, may_hear: MayHear, since: int | None) -> EventStream:
        """The response to somebody who listens from now on, or who comes back and knows a version.

        Raises Refused (503) when there are too many.
        """
        reached = 0 if since is None else await anyio.to_thread.run_sync(self._movements.reach, since)
        listener = self._join(standing, since, reached)
        try:
            if since is not None:
                missed = partial(self._missed, standing, since, self._told)
                listener.offer_earlier(await anyio.to_thread.run_sync(missed, limiter=self._returning))
        except BaseException:
            self._leave(listener)
            raise
        return EventStream(listener, may_hear, partial(self._leave, listener), self._keep_alive)

    def close(self) -> None:
        """End every stream, and let nobody listen any more. Clients come back, to whoever answers then."""
        self._closed = True
        self._end_all()

    # Coming and going

    def _join(self, standing: Standing, since: int | None, reached: int) -> Listener:
        if self._closed:
            raise _full("The service is about to end.")
        if self._count >= self._most:
            raise _full(f"{self._most:,} listen already, which is as many as this service was set to have.")
        if self._loop is None:
            self._loop = asyncio.get_running_loop()
            self._movements.when_moved(self._moved)
        if not self._audiences and self._telling is None:
            self._told = self._movements.version
        # From here on everything after `_told` is offered; what lies between `since` and there, `_missed` finds.
        knows = min(self._told, self._seen_by(standing)) if since is None else since
        listener = Listener(standing, knows, max(self._told, reached))
        self._audiences.setdefault(standing, set()).add(listener)
        self._count += 1
        self._wake()
        return listener

    def _leave(self, listener: Listener) -> None:
        audience = self._audiences.get(listener.standing, set())
        if listener in audience:
            self._count -= 1
            audience.remove(listener)
            if not audience:
                del self._audiences[listener.standing]

    def _missed(self, standing: Standing, since: int, until: int) -> Waiting:
        """What somebody missed who comes back. How far the network is by what they do not see is not told either."""
        waiting, moves = Waiting(since), standing.heard.moves
        seen = self._seen_by(standing)
        until = min(until, seen)
        if since > seen:
            waiting.append(never_was(since, seen))
        elif until - since > FAR_BEHIND:
            waiting.append(left_out(since, until))
        else:
            for version in range(since, until, CHANGES_AT_ONCE):
                page = self._movements.between([moves], version, min(version + CHANGES_AT_ONCE, until))
                for change in page.get(moves, ()):
                    waiting.append(standing.answer(change))
        return waiting

    def _seen_by(self, standing: Standing) -> int:
        return self._movements.seen_by(standing.heard.moves.viewer)

    # Telling

    def _moved(self) -> None:
        """The network has moved: called in whatever thread moved it."""
        assert self._loop is not None
        with suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        if self._telling is None and self._audiences and self._movements.version != self._told:
            assert self._loop is not None
            self._telling = self._loop.create_task(self._tell())

    async def _tell(self) -> None:
        try:
            while self._audiences and (newest := self._movements.version) != self._told:
                if newest < self._told:  # a backup was put back: versions do not mean what they meant
                    self._end_all()
                    break
                since, self._told = self._told, min(newest, self._told + CHANGES_AT_ONCE)
                if not await self._tell_between(since, self._told):
                    self._told = since
                    asyncio.get_running_loop().call_later(RETRY_SECONDS, self._wake)
                    break
        finally:
            self._telling = None

    async def _tell_between(self, since: int, until: int) -> bool:
        """Tell everybody what happened between two versions; False when the log cannot be read now."""
        audiences = {standing: tuple(listeners) for standing, listeners in self._audiences.items()}
        try:
            news = await anyio.to_thread.run_sync(partial(self._news, audiences, since, until), limiter=self._turn)
        except Unavailable:
            return False
        except Exception as fault:  # nobody may be left waiting for what is never told
            self._end_all(last_word(Incident().error(fault)))
            return True
        for number, (listener, events) in enumerate(news, 1):
            listener.offer(events)
            if number % A_TURN == 0:
                await asyncio.sleep(0)
        return True

    def _news(
        self, audiences: Mapping[Standing, Sequence[Listener]], since: int, until: int
    ) -> list[tuple[Listener, Sequence[Event]]]:
        """For each listener whom it concerns the events."""
        moved = self._movements.between({standing.heard.moves for standing in audiences}, since, until)
        news: list[tuple[Listener, Sequence[Event]]] = []
        for standing, listeners in audiences.items():
            if seen := moved.get(standing.heard.moves):
                events = [standing.answer(change) for change in seen]
                news += [(listener, events) for listener in listeners]
        return news

    def _end_all(self, last_word: bytes = b"") -> None:
        for audience in self._audiences.values():
            for listener in audience:
                listener.end(last_word)


def _full(problem: str) -> Refused:
    return Refused(
        503,
        Unavailable(problem, field="changed", help="Try again later, or ask for `changes(since)` now and then."),
        {"Retry-After": "30"},
    )
