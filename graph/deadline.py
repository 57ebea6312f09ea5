"""Until when an answer is worth making: long work looks at it, and stops where it has passed or nobody waits any more.

    with Deadline(10):
        for row in many:
            look("Ask for fewer rows.")
            ...

Work that nobody set a deadline for has none, so a notebook may take its time. What is made half is not kept: whoever
asks next begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from time import monotonic
from typing import Protocol

from graph.errors import KorteLijnenError, TimedOut

_WAITING_SECONDS = 0.05  # between two looks of who waits for what another thread is making


class Deadline:
    """The moment at which work stops, in whatever is done `with` it; that may be in another thread than its maker's.

    `stopped` is the error that it stopped with, None while it goes on.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.stopped: KorteLijnenError | None = None
        self._given_up: KorteLijnenError | None = None
        self._lifted = False
        self._before: list[Token[Deadline | None]] = []
        self.begin()

    def begin(self) -> None:
        """Count from now on, once more."""
        self._end = monotonic() + self.seconds

    def give_up(self, because: KorteLijnenError) -> None:
        """Stop at the next look, with this error. From any thread."""
        self._given_up = because

    def lift(self) -> None:
        """Go on to the end from here, whatever happens: what follows must not be left half done."""
        self._lifted = True

    def look(self, cheaper: str | None = None) -> None:
        """Raise TimedOut after the deadline, and the error of giving up. `cheaper` says what to ask instead."""
        if self._lifted:
            return
        if self._given_up is not None:
            self.stopped = self._given_up
            raise self._given_up
        if monotonic() > self._end:
            self.stopped = TimedOut(f"This takes longer than {self.seconds:g} seconds.", help=cheaper)
            raise self.stopped

    def __enter__(self) -> Deadline:
        self._before.append(_current.set(self))
        return self

    def __exit__(self, *_: object) -> None:
        _current.reset(self._before.pop())


_current: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


def current() -> Deadline | None:
    """The deadline of what is done now, None where it has none."""
    return _current.get()


def look(cheaper: str | None = None) -> None:
    """Stop here if there is no use in going on: see `Deadline.look`. Takes some tenths of a microsecond."""
    deadline = _current.get()
    if deadline is not None:
        deadline.look(cheaper)


class _AcquiredInTime(Protocol):
    def acquire(self, blocking: bool = ..., timeout: float = ...) -> bool: ...

    def release(self) -> None: ...


@contextmanager
def held(lock: _AcquiredInTime) -> Iterator[None]:
    """Hold a lock; who waits for it keeps looking at the deadline."""
    while not lock.acquire(timeout=_WAITING_SECONDS):
        look()
    try:
        yield
    finally:
        lock.release()
