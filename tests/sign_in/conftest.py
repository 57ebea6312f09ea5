"""A provider, and the service with a small network.

Fenna holds a seat in Parkstad, and held one in Maas. Mehmet's address is not verified by the provider. Two desks share
an address. The stranger has left the network.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.lines import Line
from graph.live import LiveNetwork
from graph.stores import open_store
from server.sign_in import Configuration
from server.sign_in.configuration import ClaimNames
from tests.neo4j_server.server import free_port
from tests.sign_in.browser import Browser
from tests.sign_in.provider_process import AUDIENCE, CLIENT_ID, CLIENT_SECRET, ProviderProcess, installed
from tests.sign_in.service import Service, running
from tests.stores.networks import numbered

NETWORK: tuple[Line, ...] = (
    {"node": "Sector", "id": "po", "name": "PO", "weighs": "PUPILS"},
    {"node": "Coalition", "id": "parkstad", "name": "Parkstad", "phase": "WORKING", "visibility": "PUBLIC"},
    {"node": "Coalition", "id": "maas", "name": "Maas", "phase": "WORKING", "visibility": "PUBLIC"},
    {"node": "Seat", "id": "seat p", "name": "PO", "sector": "po", "mandate": "DECIDE"},
    {"node": "Seat", "id": "seat m", "name": "PO", "sector": "po", "mandate": "DECIDE"},
    {"relation": "SEAT_IN", "from": "seat p", "to": "parkstad"},
    {"relation": "SEAT_IN", "from": "seat m", "to": "maas"},
    {"node": "Person", "id": "fenna", "name": "Fenna Dirks", "email": "f.dirks@example.org"},
    {"relation": "HOLDS", "from": "fenna", "to": "seat p", "since": "2020-01-01", "id": "fenna's seat"},
    {"relation": "HOLDS", "from": "fenna", "to": "seat m", "since": "2020-01-01", "until": "2021-01-01"},
    {"node": "Person", "id": "mehmet", "name": "Mehmet Yılmaz", "email": "m.yilmaz@example.org"},
    {"node": "Person", "id": "desk 1", "name": "Desk One", "email": "info@example.org"},
    {"node": "Person", "id": "desk 2", "name": "Desk Two", "email": "INFO@example.org"},
    {"node": "Person", "id": "gone", "name": "Gone", "email": "stranger@example.org", "until": "2021-01-01"},
)
SECRET = "0123456789 of the sessions of a test"


@pytest.fixture(scope="session")
def service_port() -> int:
    """The port of every service of these tests, one after the other: the provider knows it."""
    return free_port()


@pytest.fixture(scope="session")
def started_provider(service_port: int) -> Iterator[ProviderProcess]:
    process = ProviderProcess(installed(), free_port(), f"http://127.0.0.1:{service_port}")
    process.start()
    yield process
    process.stop()


@pytest.fixture
def provider(started_provider: ProviderProcess) -> Iterator[ProviderProcess]:
    """A provider that answers; a test may stop it, and start it with other keys or another client."""
    keys = started_provider.keys
    before = started_provider.process
    yield started_provider
    if started_provider.process is not before:
        started_provider.start(*keys)


@pytest.fixture
def configuration(provider: ProviderProcess) -> Configuration:
    return Configuration(
        address=provider.service,
        issuer=provider.issuer,
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET,
        session_secret=SECRET,
        scopes="openid profile email roles",
        audience=AUDIENCE,
        claims=ClaimNames("roles", frozenset({"keepers"}), frozenset({"operators", "owners"})),
    )


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LiveNetwork]:
    with LiveNetwork(open_store(f"sqlite:///{tmp_path / 'network.db'}")) as network:
        network.write("Tess", "a test", numbered(NETWORK))
        yield network


@pytest.fixture
def service(live: LiveNetwork, service_port: int, configuration: Configuration) -> Iterator[Service]:
    with running(live, service_port, configuration) as answering:
        yield answering


@pytest.fixture
def browser(service: Service) -> Iterator[Browser]:
    with Browser(service.address) as opened:
        yield opened
