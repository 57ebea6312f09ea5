"""What one operation reads: one version of the network, as its viewer sees it, and the log behind it.

A mutation writes to the live network, and what it answers with is read in a context of its own, one version on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Event

from graph.cut import Cut
from graph.dates import today
from graph.editing.merging import doubles
from graph.live import LiveNetwork
from graph.reduced import ReducedNetwork
from graph.store import Store
from graph.themes import Synonyms
from graph.viewers import Viewer

MOST_DETAILS = 5_000
"""Things of which one operation tells the details of changes: some megabytes."""


class Details:
    """The room for details of changes: of how many things they may be told, in all."""

    def __init__(self) -> None:
        self._left = MOST_DETAILS

    def take(self, things: int) -> bool:
        """Whether there is room for the details of so many more things; it is taken then."""
        fits = things <= self._left
        self._left -= things if fits else 0
        return fits


@dataclass(frozen=True)
class Context:
    """What the fields of one operation read. Made at its beginning, so that all of them see the same version."""

    viewer: Viewer
    live: LiveNetwork
    reduced: ReducedNetwork
    today: date
    synonyms: Synonyms = ()
    away_since: datetime | None = None
    """Since when the store is away, so that nothing later is known here; None while it answers."""
    beside: Event = field(default_factory=Event, compare=False)
    """Set by a field that reads what is kept beside the network, and moves without it."""
    details: Details = field(default_factory=Details, compare=False)
    """The room that its answer has for details of changes."""

    @classmethod
    def of(cls, live: LiveNetwork, viewer: Viewer, synonyms: Synonyms = ()) -> Context:
        """The newest version as this viewer sees it, on today's date in the Netherlands."""
        return cls(viewer, live, live.reduced(viewer.viewer_class), today(), synonyms, live.away_since)

    @property
    def log(self) -> Store:
        """The store that keeps the log."""
        return self.live.store

    @property
    def version(self) -> int:
        """The version of the network that is read: the last at which something of it moved that the viewer sees."""
        return self.reduced.version

    @property
    def depends_on(self) -> str | None:
        """Everything that an answer depends on beside the question, for entity tags; None where that cannot be said.

        The viewer's own name and role are in it beside their class: `viewer` tells them. So are the versions of
        their own entries, which `about` tells in full.
        """
        if self.beside.is_set():
            return None
        who = self.viewer
        told = (self.version, self.today.isoformat(), who.viewer_class.name, who.role.name, who.name, who.person)
        return repr((*told, who.explanation, self.away_since, *self._own_versions()))

    def _own_versions(self) -> list[int]:
        network, person = self.reduced.network, self.viewer.person
        entries = sorted(doubles(network, person)) if person is not None else ()
        indices = (index for entry in entries if (index := network.index(entry)) is not None)
        return [int(network.nodes.version[index]) for index in indices]

    def on(self, day: date | None) -> Cut:
        """The network on a date, today if None."""
        return self.reduced.on(day or self.today)
