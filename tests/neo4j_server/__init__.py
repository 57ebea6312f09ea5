"""A real Neo4j 5 for tests and measurements: a given one, a container, or the server's own jars.

``running_server`` takes the first of these that is there: the server that NEO4J_TEST_URI names (with
NEO4J_TEST_USER and NEO4J_TEST_PASSWORD; its database is emptied by the tests), a container where Docker or Podman
answers, the jars of the Community server by Maven. Nothing is skipped: what is missing fails with the command that
installs it.

``python -m tests.neo4j_server`` starts one by hand.
"""

from tests.neo4j_server.bolt import empty
from tests.neo4j_server.choice import running_own_server, running_server
from tests.neo4j_server.server import GivenServer, Neo4jServer, OwnServer, ServerMissingError

__all__ = [
    "GivenServer",
    "Neo4jServer",
    "OwnServer",
    "ServerMissingError",
    "empty",
    "running_own_server",
    "running_server",
]
