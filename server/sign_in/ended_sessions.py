"""Sessions that people ended by signing out, so that a cookie that was copied gives nothing any more.

Only the number of the session is kept, beside the network, until the session would have ended by itself.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from time import monotonic

import anyio
import anyio.to_thread

from graph.errors import Unavailable
from graph.live import LiveNetwork

KNOWN_SECONDS = 1.0  # for which a session that had not ended is good without looking again

_KIND = "ended session"

_log = logging.getLogger(__name__)


class EndedSessions:
    """The sessions that have ended. Many may ask at once: one of them looks at the store, the others wait.

    While the store is away those count that are known; reading goes on, as it does for everybody.
    """

    def __init__(self, live: LiveNetwork, lasts_seconds: int) -> None:
        self._live = live
        self._lasts = timedelta(seconds=lasts_seconds)
        self._ended: frozenset[str] = frozenset()
        self._ended_here_only: frozenset[str] = frozenset()
        self._looked = float("-inf")
        self._looking = anyio.Lock()

    async def end(self, session: str) -> None:
        """End a session: here at once, in every other process within a second.

        Whoever signs out is let go also when the store is away; then it has ended here, and until this process does.
        """
        async with self._looking:
            self._ended |= {session}
            try:
                await anyio.to_thread.run_sync(self._keep, session)
            except Unavailable:
                self._ended_here_only |= {session}
                _log.warning("somebody signed out while the store is away: other processes do not know of it")

    async def holds(self, session: str) -> bool:
        """Whether a session has ended."""
        now = monotonic()
        async with self._looking:
            if self._looked < now - KNOWN_SECONDS and self._live.away_since is None:
                self._looked = monotonic()
                await self._look()
            return session in self._ended

    async def _look(self) -> None:
        try:
            self._ended = self._ended_here_only | await anyio.to_thread.run_sync(self._kept)
        except Unavailable:
            _log.warning("the store is away: sessions that were ended in another process just now are not known")

    def _keep(self, session: str) -> None:
        self._live.store.keepsakes.keep(_KIND, session, "", datetime.now(UTC) + self._lasts)

    def _kept(self) -> frozenset[str]:
        return frozenset(kept.key for kept in self._live.store.keepsakes.list(_KIND))
