"""What a store does: it keeps. Every question is answered by the network in memory.

Two stores do this, `graph.stores.sqlite` and `graph.stores.neo4j`; one set of tests runs on both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.editing.traces import Traces
from graph.keepsakes import Keepsakes
from graph.network import Stored
from graph.records import Change, ChangeSet

Progress = Callable[[int, int | None], None]
"""Called with how many records are done and, where known, of how many."""


@dataclass(frozen=True, slots=True)
class Erasing:
    """What a store is to do to erase a person: the change set to write, what tells of them and is to go from the log,
    and the kinds and keys of the keepsakes that are to go."""

    change_set: ChangeSet
    traces: Traces
    keepsakes: Sequence[tuple[str, str]]


class Store(Protocol):
    """Keeps one network and its change log. All methods raise Unavailable when the store is away."""

    address: str
    """Where it is, without credentials."""

    keepsakes: Keepsakes
    """What is kept beside the network: no part of it, its versions or its log."""

    def version(self) -> int:
        """The network's version: the number of its last change, 0 before the first."""

    def stream(self) -> tuple[int, Iterator[Stored]]:
        """The whole network at one version: that version, and its nodes followed by its relations, each by id."""

    def changes_since(self, version: int, limit: int | None = None) -> Sequence[Change]:
        """The changes after a version, in order, each with everything it touched: nodes, then relations, each by id.

        With a limit, at most that many; no change is given in part.
        """

    def apply(self, change_set: ChangeSet, based_on: int, progress: Progress | None = None) -> Change:
        """Write one change set, whole or not at all; when this returns, it is durable.

        Raises Conflict when the store's version is no longer `based_on`. The touches have been checked against the
        vocabulary; what a store can enforce by itself (ids and codes that are unique, ends and records that are
        there) it does, with BadInput.
        """

    def apply_in_turn(self, make: Callable[[], ChangeSet | None], progress: Progress | None = None) -> Change | None:
        """Write the change set that `make` gives when it is asked, whole or not at all.

        Nobody else writes from before `make` is asked until this returns, so it rests on the newest version and
        there is no Conflict; it holds up other writers as long as it takes. What `make` raises is raised, and nothing
        is written; nor when it gives None.
        """

    def erase(self, make: Callable[[], Erasing]) -> tuple[Change, int]:
        """Erase a person: write the change set that `make` gives, take their traces out of the whole log, and forget
        their keepsakes.

        All of it in one go, and nobody else writes meanwhile, as in `apply_in_turn`. Gives the change, and how many
        earlier ones told of the person. When this returns, nothing that the store answers tells of them, nor do the
        bytes of an SQLite file; where these are in use it raises Unavailable, and is to be done again.
        """

    def history(self, id: str, first: int) -> Sequence[Change]:
        """The last changes that touched a node or relation, newest first, each with its touch of that id alone."""

    def close(self) -> None:
        """Let go of files and connections."""
