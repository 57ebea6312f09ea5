"""What every test may ask for: a real Neo4j, and the folder of real open data."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.neo4j_server import GivenServer, Neo4jServer, OwnServer, empty, running_own_server, running_server

CHECKOUT = Path(__file__).parents[1]


def pytest_configure() -> None:
    """Tests that run behind a shell's `&` ignore interrupts, and so would the services that they start."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Async tests run on asyncio: the driver of Neo4j knows nothing else."""
    return "asyncio"


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Neo4jServer]:
    """A Neo4j that answers, shared by all tests; it holds whatever the test before left in it."""
    with running_server() as server:
        yield server


@pytest.fixture
def empty_neo4j(neo4j_server: Neo4jServer) -> Neo4jServer:
    """The shared Neo4j without nodes, relationships, constraints and indexes."""
    empty(neo4j_server)
    return neo4j_server


@pytest.fixture(scope="session")
def own_neo4j(neo4j_server: Neo4jServer) -> Iterator[OwnServer]:
    """A Neo4j that belongs to the tests; the shared one, unless that was given from outside."""
    if isinstance(neo4j_server, GivenServer):
        with running_own_server() as server:
            yield server
    else:
        yield neo4j_server


@pytest.fixture
def stoppable_neo4j(own_neo4j: OwnServer) -> Iterator[OwnServer]:
    """An empty Neo4j that the test may stop, start and kill; it runs again afterwards."""
    empty(own_neo4j)
    yield own_neo4j
    own_neo4j.start()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder with the open data files of DUO and CBS: KORTE_LIJNEN_TEST_DATA, or beside the checkout."""
    named = os.environ.get("KORTE_LIJNEN_TEST_DATA")
    folder = Path(named) if named else CHECKOUT.parent / "shared" / "data"
    if folder.is_dir():
        return folder
    if named:
        pytest.fail(f"KORTE_LIJNEN_TEST_DATA names {folder}, which is not a folder")
    pytest.skip(f"the open data files are not in {folder}; name their folder in KORTE_LIJNEN_TEST_DATA")
