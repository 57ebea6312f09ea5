"""What a provider publishes, kept for a while: asked again when it is old, and there while the provider is away."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic
from typing import Generic, TypeVar

import anyio

from graph.errors import Unavailable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long an answer counts as new, and how long nothing is asked again after asking, whatever came of it."""

    lasts: float = 600.0  # a key that the provider withdraws is believed this much longer
    pause: float = 5.0  # somebody who sends nonsense can make us ask this often


PATIENCE = Patience()


class KeptAnswer(Generic[T]):
    """One answer of a provider. Many may ask for it at once: one of them asks the provider, the others wait."""

    def __init__(self, ask: Callable[[], Awaitable[T]], patience: Patience) -> None:
        self._ask = ask
        self._patience = patience
        self._answer: T | None = None
        self._answered = self._asked = float("-inf")
        self._away: Unavailable | None = None
        self._lock = anyio.Lock()

    async def get(self) -> T:
        """The answer, an old one where the provider is away. Raises Unavailable where there is none."""
        if self._answer is not None and monotonic() - self._answered < self._patience.lasts:
            return self._answer
        return await self._asked_again()

    async def anew(self) -> T:
        """The answer as it is now, unless that was asked a moment ago."""
        return await self._asked_again(older_than=self._patience.pause)

    async def _asked_again(self, older_than: float = 0.0) -> T:
        wanted = monotonic() - older_than
        async with self._lock:
            if self._answer is not None and self._answered > wanted:
                return self._answer  # somebody else asked while we waited, or just before
            if monotonic() - self._asked >= self._patience.pause:
                await self._ask_now()
        if self._answer is not None:
            return self._answer
        assert self._away is not None
        raise Unavailable(self._away.message, field=self._away.field, help=self._away.help)

    async def _ask_now(self) -> None:
        self._asked = monotonic()
        try:
            self._answer, self._answered = await self._ask(), monotonic()
        except Unavailable as error:
            self._away = error
