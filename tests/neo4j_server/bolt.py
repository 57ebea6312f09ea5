"""What is said to a server over Bolt: is it there, its first password, and away with everything."""

import socket
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from neo4j import Auth, Driver, GraphDatabase, Session, basic_auth
from neo4j.exceptions import DriverError, Neo4jError

from tests.neo4j_server.server import Neo4jServer

FACTORY_PASSWORD = "neo4j"  # of a server that was never started; it must be changed before anything else
START_SECONDS = 180.0  # a cold start takes 6 seconds, recovery on a busy machine several times that
PAUSE_SECONDS = 0.2


def wait_until_answering(server: Neo4jServer, check_alive: Callable[[], None]) -> None:
    """Return when the default database answers a query.

    ``check_alive`` raises when waiting is of no use any more. Raises TimeoutError after START_SECONDS.
    """
    auth = basic_auth(server.user, server.password)
    _insist(server.uri, auth, lambda driver: driver.execute_query("RETURN 1", database_="neo4j"), check_alive)


def set_first_password(server: Neo4jServer, check_alive: Callable[[], None]) -> None:
    """Change the factory password of a server that starts for the first time into its own."""
    _insist(
        server.uri,
        basic_auth(server.user, FACTORY_PASSWORD),
        lambda driver: driver.execute_query(
            "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
            {"old": FACTORY_PASSWORD, "new": server.password},
            database_="system",
        ),
        check_alive,
    )


def verify(server: Neo4jServer) -> None:
    """Raise the driver's error when the server cannot be reached or refuses the login."""
    with GraphDatabase.driver(server.uri, auth=basic_auth(server.user, server.password)) as driver:
        driver.verify_connectivity()


def empty(server: Neo4jServer) -> None:
    """Remove every constraint, index, node and relationship from the default database."""
    auth = basic_auth(server.user, server.password)
    with (
        GraphDatabase.driver(server.uri, auth=auth) as driver,
        driver.session(database="neo4j") as session,
    ):
        _drop_all(session, "CONSTRAINT", "SHOW CONSTRAINTS YIELD name")
        # Token lookup indexes are the server's own.
        _drop_all(session, "INDEX", "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()


def _drop_all(session: Session, what: str, names: str) -> None:
    for name in session.run(names).value("name"):
        session.run(f"DROP {what} $name IF EXISTS", {"name": name}).consume()


def _knock(uri: str) -> None:
    # The driver logs a warning for every door that is still closed.
    place = urlsplit(uri)
    socket.create_connection((place.hostname or "", place.port or 0), timeout=1).close()


def _insist(uri: str, auth: Auth, ask: Callable[[Driver], object], check_alive: Callable[[], None]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        check_alive()
        try:
            _knock(uri)
            with GraphDatabase.driver(uri, auth=auth, max_transaction_retry_time=0) as driver:
                ask(driver)
            return
        except (OSError, DriverError, Neo4jError) as error:
            if time.monotonic() > deadline:
                message = f"no answer at {uri} within {START_SECONDS:.0f} seconds"
                raise TimeoutError(message) from error
        time.sleep(PAUSE_SECONDS)
