"""Contact paths: the short lines from somebody to somebody over people who know each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, pairwise

import numpy as np

from graph.contact_paths.search import Search
from graph.contact_paths.shortest import shortest
from graph.cut import Cut
from graph.handshakes import Handshake, Handshakes, handshakes
from graph.needs import Need, people_meeting
from graph.network import Bools, Ints
from graph.people import people_of

MOST_HANDSHAKES = 6
MOST_PATHS = 20
FURTHEST_LOOK = 12  # how far beyond the limit a path is still told of

Target = int | Need
"""A person or organisation (node), or a need."""


class PathOrder(StrEnum):
    """What makes a path better: fewer handshakes, or more strength."""

    FEWEST = "FEWEST"
    STRONGEST = "STRONGEST"


class NoPathReason(StrEnum):
    """Why there is no path."""

    NO_TARGET = "NO_TARGET"
    FROM_ISOLATED = "FROM_ISOLATED"
    TO_ISOLATED = "TO_ISOLATED"
    BEYOND_LIMIT = "BEYOND_LIMIT"
    BLOCKED = "BLOCKED"
    DISCONNECTED = "DISCONNECTED"


@dataclass(frozen=True, slots=True)
class ContactPath:
    """A sequence of distinct people (nodes), the handshakes between them, and the product of their strengths."""

    people: tuple[int, ...]
    handshakes: tuple[Handshake, ...]
    strength: float

    @property
    def length(self) -> int:
        """The number of handshakes."""
        return len(self.handshakes)


@dataclass(frozen=True, slots=True)
class NoContactPath:
    """That there is none, and why; `fewest_handshakes` of the shortest one beyond the limit."""

    reason: NoPathReason
    message: str
    fewest_handshakes: int | None = None


def contact_paths(
    cut: Cut,
    origin: int,
    target: Target,
    *,
    order: PathOrder = PathOrder.FEWEST,
    max_handshakes: int = 4,
    first: int = 3,
    avoid: Sequence[int] = (),
    via: int | None = None,
) -> tuple[ContactPath, ...] | NoContactPath:
    """The best paths from a person, or from any of the people of an organisation or coalition, to a target.

    `avoid` and `via` are people, organisations or coalitions. At most `first` (1 to 20) paths of at most
    `max_handshakes` (1 to 6) handshakes. Raises TimedOut at the deadline of
    the work (`graph.deadline`).
    """
    targets = people_meeting(cut, target) if isinstance(target, Need) else people_of(cut, target)
    question = _Question(cut, people_of(cut, origin), targets, avoid, via)
    found = question.paths(order, max_handshakes, first)
    return found or question.why_none(max_handshakes)


class _Question:
    """One question for paths, in positions of the handshakes."""

    def __init__(
        self, cut: Cut, sources: Iterable[int], targets: Iterable[int], avoid: Sequence[int], via: int | None
    ) -> None:
        self._all = handshakes(cut)
        self._handshakes = self._all.without(avoid)
        sources_, targets_ = self._positions(sources), self._positions(targets)
        self._sources, self._targets = sources_, targets_
        self._both = np.intersect1d(sources_, targets_)
        inner = self._all.contexts.introducible.copy()
        inner[sources_] = False
        inner[targets_] = False
        for node in avoid:
            inner[self._positions(people_of(cut, node))] = False
        self._via = None if via is None else inner & self._mask(people_of(cut, via))
        self._search = Search(
            self._handshakes,
            np.setdiff1d(sources_, self._both),
            np.setdiff1d(targets_, self._both),
            inner,
            self._via,
        )

    def paths(self, order: PathOrder, most: int, first: int) -> tuple[ContactPath, ...]:
        here = [] if self._via is not None else [(int(person),) for person in self._both[:first]]
        search = self._search.fewest if order is PathOrder.FEWEST else self._search.strongest
        further = (path for path, _ in islice(search(most), first - len(here)))
        return tuple(_path(self._handshakes, path) for path in (*here, *further))

    def why_none(self, most: int) -> NoContactPath:
        """Why there is no path of at most so many handshakes, in domain.md's order."""
        if not len(self._targets):
            return NoContactPath(NoPathReason.NO_TARGET, "Nobody is known who meets this.")
        if self._all.isolated(self._sources):
            return NoContactPath(NoPathReason.FROM_ISOLATED, "Nobody is known whom the start shakes hands with.")
        if self._all.isolated(self._targets):
            return NoContactPath(NoPathReason.TO_ISOLATED, "Nobody is known who shakes hands with the target.")
        further = shortest(self._search, FURTHEST_LOOK)
        if further is not None:
            message = f"The shortest path takes {further} handshakes, more than the {most} asked for."
            return NoContactPath(NoPathReason.BEYOND_LIMIT, message, further)
        if self._connected():
            message = "There is a path, but not with these conditions, or not over people who may be asked."
            return NoContactPath(NoPathReason.BLOCKED, message)
        return NoContactPath(NoPathReason.DISCONNECTED, "Start and target are in different pieces of the network.")

    def _connected(self) -> bool:
        piece = self._all.components()
        return bool(np.isin(piece[self._sources], piece[self._targets]).any())

    def _positions(self, people: Iterable[int]) -> Ints:
        positions = self._all.contexts.position[np.fromiter(people, np.int64)]
        return np.sort(positions[positions >= 0])

    def _mask(self, people: Iterable[int]) -> Bools:
        mask = np.zeros(self._all.count, np.bool_)
        mask[self._positions(people)] = True
        return mask


def _path(handshakes: Handshakes, positions: tuple[int, ...]) -> ContactPath:
    steps = tuple(handshakes.handshake(one, other) for one, other in pairwise(positions))
    strength = 1.0
    for step in steps:
        strength *= step.strength
    return ContactPath(tuple(int(handshakes.contexts.people[p]) for p in positions), steps, strength)
