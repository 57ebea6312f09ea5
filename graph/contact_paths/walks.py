"""Bounds for the search of contact paths: the strongest walk from a person to the targets in exactly h handshakes.

A walk may pass somebody twice, a path may not; so the strength of the best walk is never below that of the best path.
"""

from __future__ import annotations

import numpy as np

from graph.contexts import Floats
from graph.deadline import look
from graph.handshakes import Handshakes
from graph.network import Bools, Ints

_UNKNOWN = -1.0


class Walks:
    """The strongest walks to the targets by number of handshakes.

    In between they pass only `inner` people, and, where `via` is given, `through` bounds those that pass at least one
    of them. Up to `dense` handshakes the bounds are spread from the targets, for everybody at once; beyond that they
    are made for the people that are asked for, which is meeting in the middle.
    """

    def __init__(self, handshakes: Handshakes, targets: Ints, inner: Bools, via: Bools | None, dense: int) -> None:
        self._handshakes = handshakes
        self._targets = targets
        self._inner = inner
        self._via = via
        self._dense = max(dense, 1)
        self._any: list[Floats] = []
        self._through: list[Floats] = []

    def bounds(self, steps: int, people: Ints, *, passed: bool) -> Floats:
        """The strongest walk from each of these people in so many handshakes, 0 where there is none.

        `passed` says that somebody of `via` stands behind already; otherwise the walk has to pass one (a person of
        `people` who is one counts).
        """
        self._ensure(steps, people)
        if passed or self._via is None:
            return self._any[steps - 1][people]
        return np.where(self._via[people], self._any[steps - 1][people], self._through[steps - 1][people])

    def _ensure(self, steps: int, people: Ints) -> None:
        while len(self._any) < min(steps, self._dense):
            self._spread()
        while len(self._any) < steps:
            for levels in (self._any, self._through):
                levels.append(np.full(self._handshakes.count, _UNKNOWN))
        if steps > self._dense:
            missing = people[self._any[steps - 1][people] == _UNKNOWN]
            if len(missing):
                self._pull(steps, np.unique(missing))

    def _spread(self) -> None:
        """One more level for everybody, from those who reach the targets with one handshake less."""
        look()
        count = self._handshakes.count
        if not self._any:
            last, any_, through = self._targets, np.ones(len(self._targets)), np.zeros(len(self._targets))
        else:
            last = np.flatnonzero(self._inner & (self._any[-1] > 0)).astype(np.int32)
            any_, through = self._passing(len(self._any), last)
        row, others, strengths = self._handshakes.rows(last)
        for levels, value in ((self._any, any_), (self._through, through)):
            level = np.zeros(count)
            if self._via is not None or levels is self._any:
                np.maximum.at(level, others, strengths * value[row])
            levels.append(level)

    def _pull(self, steps: int, people: Ints) -> None:
        """One level for some people, from all that they shake hands with."""
        row, others, strengths = self._handshakes.rows(people)
        inner = self._inner[others]
        row, others, strengths = row[inner], others[inner], strengths[inner]
        self._ensure(steps - 1, others)
        any_, through = self._passing(steps - 1, others)
        for levels, value in ((self._any, any_), (self._through, through)):
            best = np.zeros(len(people))
            if self._via is not None or levels is self._any:
                np.maximum.at(best, row, strengths * value)
            levels[steps - 1][people] = best

    def _passing(self, steps: int, people: Ints) -> tuple[Floats, Floats]:
        any_, through = self._any[steps - 1][people], self._through[steps - 1][people]
        return any_, through if self._via is None else np.where(self._via[people], any_, through)
