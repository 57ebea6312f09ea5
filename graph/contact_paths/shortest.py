"""The length of the shortest contact path, whatever its strength: how far beyond a limit the first one lies."""

from __future__ import annotations

import numpy as np

from graph.contact_paths.disjoint import shortest_through
from graph.contact_paths.search import Search
from graph.deadline import look
from graph.network import Bools, Ints


def shortest(search: Search, most: int) -> int | None:
    """The fewest handshakes of any path of the search, None where there is none within `most`."""
    return _distance(search, most) if search.via is None else shortest_through(search, most)


def _distance(search: Search, most: int) -> int | None:
    """Breadth first from the sources; a shortest walk is a path."""
    is_target = np.zeros(search.handshakes.count, np.bool_)
    is_target[search.targets] = True
    fresh: Bools = search.inner.copy()
    front: Ints = search.sources
    for steps in range(1, most + 1):
        look()
        others = search.handshakes.rows(front)[1]
        if is_target[others].any():
            return steps
        front = np.unique(others[fresh[others]])
        fresh[front] = False
        if not len(front):
            return None
    return None
