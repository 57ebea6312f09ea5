"""Timing within one process: each question once, median and 95 %, and the ratio to another in the same run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Timing:
    """The seconds that each of some questions took."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def most(self) -> float:
        """What 95 % stay within."""
        return sorted(self.seconds)[int(0.95 * (len(self.seconds) - 1))]


def timings(name: str, ask: Callable[[T], object], questions: Sequence[T]) -> Timing:
    seconds = []
    for question in questions:
        begun = perf_counter()
        ask(question)
        seconds.append(perf_counter() - begun)
    return Timing(name, tuple(seconds))


@contextmanager
def timed(name: str) -> Iterator[None]:
    begun = perf_counter()
    yield
    print(f"{name}: {perf_counter() - begun:.2f} s")


def report(found: Sequence[Timing], against: Sequence[Timing]) -> None:
    """A row a timing, with its median as a multiple of the medians of some of them."""
    for timing in found:
        ratios = " ".join(f"{timing.median / other.median:9.1f}x" for other in against)
        print(
            f"{timing.name:55} n={len(timing.seconds):4} median {1e3 * timing.median:9.2f} ms "
            f"95% {1e3 * timing.most:9.2f} ms {ratios}"
        )
    print("multiples of: " + "; ".join(other.name for other in against))
