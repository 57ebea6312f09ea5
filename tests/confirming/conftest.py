"""Everything on both stores: `live` is the network of tests.confirming.network in each in turn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.live import LiveNetwork
from server.settings import SETTINGS
from tests.confirming.network import lines
from tests.neo4j_server import Neo4jServer
from tests.stores.places import Place, neo4j_place, sqlite_place


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)


@pytest.fixture(params=["sqlite", "neo4j"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "sqlite":
        return sqlite_place(tmp_path)
    server: Neo4jServer = request.getfixturevalue("neo4j_server")
    return neo4j_place(server)


@pytest.fixture
def live(place: Place) -> Iterator[LiveNetwork]:
    with LiveNetwork(place.open()) as live:
        live.write("a test", "a test", list(enumerate(lines(), 1)))
        yield live
