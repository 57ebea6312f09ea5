from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ServiceUnavailable, SessionExpired

from tests.neo4j_server import Neo4jServer, OwnServer, ServerMissingError, running_own_server
from tests.neo4j_server.container import create_arguments
from tests.neo4j_server.jars import VERSION, server_jars
from tests.neo4j_server.process import JavaServer
from tests.neo4j_server.programs import require_java


def driver_for(server: Neo4jServer) -> Driver:
    return GraphDatabase.driver(server.uri, auth=(server.user, server.password))


def count_of(server: Neo4jServer, statement: str) -> int:
    with driver_for(server) as driver:
        return len(driver.execute_query(statement).records)


def test_it_is_neo4j_5(neo4j_server: Neo4jServer) -> None:
    with driver_for(neo4j_server) as driver:
        found = driver.execute_query("CALL dbms.components() YIELD versions RETURN versions[0] AS version")
    assert found.records[0]["version"].startswith("5.")


def test_a_wrong_password_is_refused(own_neo4j: OwnServer) -> None:
    with (
        GraphDatabase.driver(own_neo4j.uri, auth=(own_neo4j.user, "guessed")) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()


@pytest.fixture
def full_neo4j(neo4j_server: Neo4jServer) -> Neo4jServer:
    with driver_for(neo4j_server) as driver:
        driver.execute_query("CREATE CONSTRAINT one_code IF NOT EXISTS FOR (n:Node) REQUIRE n.code IS UNIQUE")
        driver.execute_query("CREATE INDEX by_name IF NOT EXISTS FOR (n:Node) ON (n.name)")
        driver.execute_query("CREATE FULLTEXT INDEX by_word IF NOT EXISTS FOR (n:Node) ON EACH [n.name]")
        driver.execute_query("UNWIND range(1, 25000) AS code CREATE (:Node {code: -code})-[:NEAR]->(:Other)")
    return neo4j_server


def test_an_empty_one_holds_nothing(full_neo4j: Neo4jServer, empty_neo4j: Neo4jServer) -> None:
    assert full_neo4j is empty_neo4j
    assert count_of(empty_neo4j, "MATCH (n) RETURN n LIMIT 1") == 0
    assert count_of(empty_neo4j, "SHOW CONSTRAINTS") == 0
    assert count_of(empty_neo4j, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name") == 0


def test_what_was_acknowledged_survives_a_kill(stoppable_neo4j: OwnServer) -> None:
    with driver_for(stoppable_neo4j) as driver:
        driver.execute_query("CREATE (:Node {name: 'Annelies'})")
        stoppable_neo4j.kill()
        with pytest.raises((ServiceUnavailable, SessionExpired)):
            driver.verify_connectivity()
    stoppable_neo4j.start()
    assert count_of(stoppable_neo4j, "MATCH (n {name: 'Annelies'}) RETURN n") == 1


def test_a_driver_finds_a_stopped_server_back_at_the_same_address(stoppable_neo4j: OwnServer) -> None:
    with driver_for(stoppable_neo4j) as driver:
        driver.execute_query("CREATE (:Node {name: 'Bram'})")
        stoppable_neo4j.stop()
        stoppable_neo4j.stop()
        stoppable_neo4j.start()
        stoppable_neo4j.start()
        assert driver.execute_query("MATCH (n) RETURN n.name AS name").records[0]["name"] == "Bram"


def test_an_interrupted_fetch_is_not_taken_for_the_jars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "/nowhere")
    partial = tmp_path / "korte-lijnen" / f"neo4j-{VERSION}.partial-abc" / f"neo4j-{VERSION}" / "lib"
    partial.mkdir(parents=True)
    with pytest.raises(ServerMissingError, match="apt-get install --yes maven"):
        server_jars()


def test_without_java_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with (
        pytest.raises(ServerMissingError, match="java is not installed: apt-get install --yes openjdk"),
        running_own_server(),
    ):
        pytest.fail("started without Java")


def test_an_old_java_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(ServerMissingError, match="not Java 17 or newer"):
        require_java()


def test_a_server_that_dies_while_it_starts_is_told_with_its_log(tmp_path: Path) -> None:
    server = JavaServer(require_java(), tmp_path)
    try:
        with pytest.raises(RuntimeError, match="CommunityEntryPoint"):
            server.start()
    finally:
        server.remove()


def test_a_container_is_reached_on_loopback_only() -> None:
    arguments = create_arguments(7000)
    assert "--publish=127.0.0.1:7000:7687" in arguments
    assert not [argument for argument in arguments if argument.startswith("--volume")]
