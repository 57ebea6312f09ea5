"""Progress of long work: a bar with rate and remaining time on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import click

from graph.store import Progress


@contextmanager
def progress(label: str) -> Iterator[Progress | None]:
    """Something to call with how much is done, None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    begun = monotonic()
    with click.progressbar(length=1, label=label, file=sys.stderr, show_pos=True, item_show_func=_rate) as bar:

        def done(count: int, total: int | None) -> None:
            bar.length = max(total or 0, count, 1)
            bar.update(count - bar.pos, count / max(monotonic() - begun, 0.001))

        yield done


def _rate(a_second: float | None) -> str | None:
    return None if a_second is None else f"{a_second:,.0f} a second"
