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
        self._answered = self._asked = float("-inf")  # when it was last answered, and when last asked in vain or not
        self._away: Unavailable | None = None
        self._lock = anyio.Lock()

    async def get(self) -> T:
        """The answer, an old one where the provider is away. Raises Unavailable where there is none."""
        if self._answer is not None and monotonic() - self._answered < self._patience.lasts:
            return self._answer
        return await self.anew()

    async def anew(self) -> T:
        """The answer as it is now, unless that was asked a moment ago. Raises Unavailable where there is none."""
        async with self._lock:
            # Whoever waited meanwhile is told what was just told; also that the provider is away.
            if monotonic() - self._asked >= self._patience.pause:
                await self._ask_now()
        if self._answer is not None:
            return self._answer
        assert self._away is not None
        raise Unavailable(self._away.message, field=self._away.field, help=self._away.help)

    async def _ask_now(self) -> None:
        try:
            self._answer = await self._ask()
            self._answered = monotonic()
        except Unavailable as error:
            self._away = error
        finally:
            self._asked = monotonic()
