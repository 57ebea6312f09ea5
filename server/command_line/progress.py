"""Progress of long work: a bar on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from graph.store import Progress


@contextmanager
def progress(label: str) -> Iterator[Progress | None]:
    """Something to call with how much is done, None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label=label, file=sys.stderr, show_pos=True) as bar:

        def done(count: int, total: int | None) -> None:
            bar.length = max(total or 0, count, 1)
            bar.update(count - bar.pos)

        yield done
