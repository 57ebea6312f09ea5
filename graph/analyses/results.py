"""What analyses found: made once for all who ask for it at the same moment, and kept, the last few of each cut."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Semaphore
from typing import TypeVar

from graph.cut import Cut
from graph.deadline import held

T = TypeVar("T")

AT_ONCE = Semaphore(1)
"""One analysis at a time: it takes a whole core, and the others are for small questions."""


def result(cut: Cut, asked: Hashable, make: Callable[[], T]) -> T:
    """What was asked of a cut. Whoever waits for somebody else who gives up makes it in their place."""

    def in_turn() -> T:
        with held(AT_ONCE):
            return make()

    return cut.kept_lately("analysis", asked, in_turn)
