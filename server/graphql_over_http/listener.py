"""One who listens, and the response in which they hear."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import anyio
from anyio import CancelScope
from starlette.types import Message, Receive, Scope, Send

from graph.errors import KorteLijnenError, Unavailable

from .errors import Incident, told
from .media_types import EVENT_STREAM
from .server_sent_events import KEEP_ALIVE, Event, last_word, opening
from .standing import Standing
from .waiting import Waiting

HEADERS = {
    "Content-Type": EVENT_STREAM,
    "Cache-Control": "no-store, no-transform",
    "Vary": "Accept, Authorization, Cookie",
    "X-Accel-Buffering": "no",  # nginx would keep events until it has a page of them
}

MayHear = Callable[[], Awaitable[bool]]
"""Whether somebody still may hear what they heard when they began; raises a KorteLijnenError when they no longer may,
and gives False when they may hear something else."""


class Listener:
    """Somebody who listens, on the event loop: they know a version, and are told of what comes after another."""

    def __init__(self, standing: Standing, knows: int, since: int) -> None:
        self.standing = standing
        self.knows = knows
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
    """The response to somebody who listens (ASGI): it goes on until either side ends it.

    There is a sign of life every `keep_alive` seconds. Before that, and before anything that they are told, their
    rights are looked at again.
    """

    def __init__(self, listener: Listener, may_hear: MayHear, leave: Callable[[], None], keep_alive: float) -> None:
        self._listener = listener
        self._may_hear = may_hear
        self._leave = leave
        self._keep_alive = keep_alive

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
        await send(_body(opening(self._listener.knows)))
        while (chunk := await self._next()) is not None:
            refusal = await self._refusal(silent=chunk is KEEP_ALIVE)
            if refusal is not None:
                await send(_body(refusal, more=False))
                return
            await send(_body(chunk))
        await send(_body(self._listener.last_word, more=False))

    async def _next(self) -> bytes | None:
        try:
            async with asyncio.timeout(self._keep_alive):
                return await self._listener.next()
        except TimeoutError:
            return KEEP_ALIVE

    async def _refusal(self, *, silent: bool) -> bytes | None:
        """The last word to who may no longer hear, None while they may. Who may hear something else, or is not known
        now, is to come back: they get none."""
        try:
            return None if await self._may_hear() else b""
        except Unavailable:  # who they are cannot be known now, which matters when there is something to tell
            return None if silent else b""
        except KorteLijnenError as error:
            return last_word(told(error))
        except Exception as fault:  # it is logged under its id
            return last_word(Incident().error(fault))


async def _cancel_when_gone(receive: Receive, scope: CancelScope) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    scope.cancel()


def _body(chunk: bytes, *, more: bool = True) -> Message:
    return {"type": "http.response.body", "body": chunk, "more_body": more}


def _raw(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]
