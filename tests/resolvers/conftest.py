"""Questions about what the store keeps are asked on both stores: `ask` puts lines in a new one of each in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from graph.lines import Line
from graph.live import LiveNetwork
from tests.asking import Ask, Asking
from tests.neo4j_server import Neo4jServer
from tests.stores.places import neo4j_place, sqlite_place


@pytest.fixture(params=["sqlite", "neo4j"])
def ask(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ask]:
    if request.param == "sqlite":
        place = sqlite_place(tmp_path)
    else:
        server: Neo4jServer = request.getfixturevalue("neo4j_server")
        place = neo4j_place(server)
    with LiveNetwork(place.open()) as live:

        def put(lines: Iterable[Line]) -> Asking:
            asking = Asking(live)
            asking.write(lines)
            return asking

        yield put
