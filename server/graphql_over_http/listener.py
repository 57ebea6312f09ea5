"""One who listens, and the response in which they hear."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

import anyio
from anyio import CancelScope
from starlette.types import Message, Receive, Scope, Send

from .media_types import EVENT_STREAM
from .server_sent_events import KEEP_ALIVE, Event, opening
from .standing import Standing
from .waiting import Waiting

HEADERS = {
    "Content-Type": EVENT_STREAM,
    "Cache-Control": "no-store, no-transform",
    "Vary": "Accept, Authorization, Cookie",
    "X-Accel-Buffering": "no",  # nginx would keep events until it has a page of them
}


class Listener:
    """Somebody who listens: they know a version (`knows`), and are told of what comes after another (`since`).

    `may_hear` says whether they still may, as they did when they began; it may raise a KorteLijnenError instead, and
    may wait for the store. Everything else is for the event loop.
    """

    def __init__(self, standing: Standing, knows: int, since: int, may_hear: Callable[[], bool]) -> None:
        self.standing = standing
        self.knows = knows
        self.may_hear = may_hear
        self.last_word = b""
        self._since = since
        self._waiting = Waiting(knows)
        self._ended = False
        self._awake = asyncio.Event()

    def offer(self, events: Iterable[Event]) -> None:
        """Tell what they do not know yet."""
        for event in events:
            if event.version > self._since and not self._ended:
                self._since = event.version
                self._waiting.append(event)
                self._awake.set()

    def offer_earlier(self, earlier: Waiting) -> None:
        """Tell what happened before they began to be told."""
        earlier.extend(self._waiting)
        self._waiting = earlier
        if earlier:
            self._awake.set()

    def end(self, last_word: bytes = b"") -> None:
        """Tell what waits, the last word, and nothing more. Without a last word they come back."""
        if not self._ended:
            self._ended = True
            self.last_word = last_word
            self._awake.set()

    async def next(self) -> bytes | None:
        """What they are told next, as soon as there is something; None at the end."""
        await self._awake.wait()
        if not self._waiting:
            return None
        if not self._ended:
            self._awake.clear()
        return self._waiting.taken()


class EventStream:
    """The response to somebody who listens (ASGI): it goes on until either side ends it."""

    def __init__(self, listener: Listener, keep_alive: float, leave: Callable[[], None]) -> None:
        self._listener = listener
        self._opening = opening(listener.knows)
        self._keep_alive = keep_alive
        self._leave = leave

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Answer (ASGI)."""
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _raw(HEADERS)})
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(_cancel_when_gone, receive, tasks.cancel_scope)
                await self._tell(send)
                tasks.cancel_scope.cancel()
        finally:
            self._leave()

    async def _tell(self, send: Send) -> None:
        await send(_body(self._opening))
        while (chunk := await self._next()) is not None:
            await send(_body(chunk))
        await send(_body(self._listener.last_word, more=False))

    async def _next(self) -> bytes | None:
        try:
            async with asyncio.timeout(self._keep_alive):
                return await self._listener.next()
        except TimeoutError:
            return KEEP_ALIVE


async def _cancel_when_gone(receive: Receive, scope: CancelScope) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    scope.cancel()


def _body(chunk: bytes, *, more: bool = True) -> Message:
    return {"type": "http.response.body", "body": chunk, "more_body": more}


def _raw(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]
