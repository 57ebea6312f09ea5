"""What one operation reads: one version of the network, as its viewer sees it, and the log behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from graph.cut import Cut
from graph.records import Change
from graph.reduced import ReducedNetwork
from graph.themes import Synonyms
from graph.viewers import Viewer, ViewerClass

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Log(Protocol):
    """The change log that a store keeps (see graph.store)."""

    def changes_since(self, version: int, limit: int | None = None) -> Sequence[Change]:
        """The changes after a version, in order."""

    def history(self, id: str, first: int) -> Sequence[Change]:
        """The last changes that touched a node or relation, newest first."""


class Live(Protocol):
    """The network that follows a store (see graph.live)."""

    @property
    def store(self) -> Log:
        """Where it is kept."""

    def reduced(self, viewer: ViewerClass) -> ReducedNetwork:
        """The newest version as these viewers see it."""


@dataclass(frozen=True)
class Context:
    """What the fields of one operation read. Made at its beginning, so that all of them see the same version."""

    viewer: Viewer
    reduced: ReducedNetwork
    log: Log
    today: date
    synonyms: Synonyms = ()

    @classmethod
    def of(cls, live: Live, viewer: Viewer, synonyms: Synonyms = ()) -> Context:
        """The newest version as this viewer sees it, on today's date in the Netherlands."""
        return cls(viewer, live.reduced(viewer.viewer_class), live.store, datetime.now(AMSTERDAM).date(), synonyms)

    @property
    def version(self) -> int:
        """The version of the network that is read."""
        return self.reduced.network.version

    @property
    def depends_on(self) -> str:
        """Everything that an answer depends on beside the question, for entity tags.

        The viewer's own name and role are in it beside their class: `viewer` tells them.
        """
        who = self.viewer
        told = (self.version, self.today.isoformat(), who.viewer_class.name, who.role.name, who.name, who.person)
        return repr((*told, who.explanation))

    def on(self, day: date | None) -> Cut:
        """The network on a date, today if None."""
        return self.reduced.on(day or self.today)
