"""What is made once of an object that does not change, and kept as long as that lives."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar
from weakref import WeakKeyDictionary

K = TypeVar("K")
V = TypeVar("V")


def remembered(make: Callable[[K], V]) -> Callable[[K], V]:
    """`make`, made once for each of its arguments (compared by identity); what it makes must not hold its argument."""
    made: WeakKeyDictionary[K, V] = WeakKeyDictionary()
    lock = Lock()

    def get(of: K) -> V:
        value = made.get(of)
        if value is None:
            value = make(of)  # two threads may both make it; one of the two is kept
            with lock:
                value = made.setdefault(of, value)
        return value

    get.__doc__ = make.__doc__
    return get
