"""Which Neo4j the tests get: the given one, a container, or the jars."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from tests.neo4j_server.bolt import verify
from tests.neo4j_server.container import ContainerServer, ready_engine
from tests.neo4j_server.jars import server_jars
from tests.neo4j_server.process import JavaServer
from tests.neo4j_server.programs import require_java
from tests.neo4j_server.server import USER, GivenServer, Neo4jServer, OwnServer


@contextmanager
def running_server() -> Iterator[Neo4jServer]:
    """Give a server that answers: the given one, or else one of our own that is removed afterwards.

    Raises ServerMissingError when there is none to be had, the driver's error when the given one does not answer.
    """
    given = given_server()
    if given is not None:
        verify(given)
        yield given
    else:
        with running_own_server() as server:
            yield server


@contextmanager
def running_own_server() -> Iterator[OwnServer]:
    """Give a server of our own that answers and may be stopped and killed; it is removed afterwards."""
    engine = ready_engine()
    server = JavaServer(require_java(), server_jars()) if engine is None else ContainerServer(engine)
    try:
        server.start()
        yield server
    finally:
        server.remove()


def given_server() -> GivenServer | None:
    """Return the server that the environment names, if it names one."""
    uri = os.environ.get("NEO4J_TEST_URI")
    if not uri:
        return None
    return GivenServer(uri, os.environ.get("NEO4J_TEST_USER", USER), os.environ.get("NEO4J_TEST_PASSWORD", ""))
