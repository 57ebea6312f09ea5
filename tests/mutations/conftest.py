"""Mutations are tried on both stores: `place` is an empty store on each in turn, `office` a network in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.live import LiveNetwork
from tests.asking import Asking
from tests.mutations.office import LINES
from tests.neo4j_server import Neo4jServer
from tests.stores.places import Place, neo4j_place, sqlite_place


@pytest.fixture(params=["sqlite", "neo4j"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "sqlite":
        return sqlite_place(tmp_path)
    server: Neo4jServer = request.getfixturevalue("neo4j_server")
    return neo4j_place(server)


@pytest.fixture
def office(place: Place) -> Iterator[Asking]:
    """The network of office.py, asked by its steward."""
    with LiveNetwork(place.open()) as live:
        asking = Asking(live)
        asking.write(LINES)
        yield asking


@pytest.fixture
def quick_office(tmp_path: Path) -> Iterator[Asking]:
    """The same in SQLite alone: for what does not depend on the store."""
    with LiveNetwork(sqlite_place(tmp_path).open()) as live:
        asking = Asking(live)
        asking.write(LINES)
        yield asking
