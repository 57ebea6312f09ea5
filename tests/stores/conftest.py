"""One set of tests, on both stores: `place` is an empty store on each in turn."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.store import Store
from tests.neo4j_server import Neo4jServer
from tests.stores.places import Place, neo4j_place, sqlite_place


@pytest.fixture(params=["sqlite", "neo4j"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "sqlite":
        return sqlite_place(tmp_path)
    server: Neo4jServer = request.getfixturevalue("neo4j_server")
    return neo4j_place(server)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    opened = place.open()
    yield opened
    opened.close()
