"""What analyses found: made once for all who ask for it at the same moment, and kept as long as its cut, the last few
of each cut."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, wait
from threading import Lock, Semaphore
from typing import TypeVar, cast

from graph.cut import Cut
from graph.deadline import held, look

T = TypeVar("T")

KEPT = 32  # for one cut
AT_ONCE = Semaphore(1)
"""One analysis at a time: it takes a whole core, and the others are for small questions."""
_WAITING_SECONDS = 0.05  # between two looks of who waits for what somebody else is making


class Results:
    """The last results of analyses of a cut, by what was asked."""

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, Future[object]] = OrderedDict()
        self._lock = Lock()

    def of(self, asked: Hashable, make: Callable[[], T]) -> T:
        """What was asked, made if nobody has made it or is making it.

        Whoever waits for somebody else who gives up makes it in their place.
        """
        while True:
            future, is_mine = self._place(asked)
            if is_mine:
                return self._made(asked, future, make)
            while not future.done():
                wait((future,), _WAITING_SECONDS)
                look()
            if not future.cancelled():
                return cast(T, future.result())

    def _place(self, asked: Hashable) -> tuple[Future[object], bool]:
        with self._lock:
            if asked in self._found:
                self._found.move_to_end(asked)
                return self._found[asked], False
            future = self._found[asked] = Future()
            if len(self._found) > KEPT:
                self._found.popitem(last=False)
            return future, True

    def _made(self, asked: Hashable, future: Future[object], make: Callable[[], T]) -> T:
        try:
            with held(AT_ONCE):
                found = make()
        except BaseException:
            with self._lock:
                if self._found.get(asked) is future:
                    del self._found[asked]
            future.cancel()
            raise
        future.set_result(found)
        return found


def results(cut: Cut) -> Results:
    """The results of a cut."""
    return cut.kept("results of analyses", Results)
