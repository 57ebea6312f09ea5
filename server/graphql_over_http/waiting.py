"""What somebody has yet to be told, when it comes faster than they take it: bounded, and never without the newest."""

from __future__ import annotations

from .server_sent_events import Event, left_out

MOST = 100
"""Events that wait for somebody."""
LARGEST = 65_536
"""Bytes that wait for somebody; the newest event may be larger by itself."""


class Waiting:
    """Events in the order of their versions; when they are too many, all but the newest are left out, which is told."""

    def __init__(self, since: int) -> None:
        self._since = since  # the version of the last event that was taken
        self._events: list[Event] = []
        self._size = 0
        self._left_out = False

    def __bool__(self) -> bool:
        return bool(self._events)

    def append(self, event: Event) -> None:
        """Let one more event wait."""
        if self._events and (len(self._events) == MOST or self._size + len(event.chunk) > LARGEST):
            self._events.clear()
            self._size = 0
            self._left_out = True
        self._events.append(event)
        self._size += len(event.chunk)

    def extend(self, later: Waiting) -> None:
        """Let what waits elsewhere, and is later, wait here."""
        self._left_out |= later._left_out
        for event in later._events:
            self.append(event)

    def taken(self) -> bytes:
        """All of it, which no longer waits."""
        events, self._events, self._size = self._events, [], 0
        if self._left_out and events:
            events.insert(0, left_out(self._since, events[0].version - 1))
            self._left_out = False
        if events:
            self._since = events[-1].version
        return b"".join(event.chunk for event in events)
