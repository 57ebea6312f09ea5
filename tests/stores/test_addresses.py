"""How a store is addressed, and what is said of an address that is wrong."""

from pathlib import Path

import pytest

from graph.errors import BadInput
from graph.stores import open_store
from tests.neo4j_server import Neo4jServer
from tests.stores.places import neo4j_place


def test_a_relative_path_is_in_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    store = open_store("sqlite:///network.db")
    assert (tmp_path / "network.db").is_file()
    assert store.address == "sqlite:///network.db"
    store.close()


def test_a_whole_path_begins_with_a_fourth_stroke(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/network.db")
    assert (tmp_path / "network.db").is_file()
    assert store.address == f"sqlite:///{tmp_path}/network.db"
    store.close()


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_neo4j_is_reached_with_and_without_routing(neo4j_server: Neo4jServer, scheme: str) -> None:
    place = neo4j_place(neo4j_server)
    address = place.address.replace("neo4j://", f"{scheme}://")
    store = open_store(address + "/", place.user, place.password)
    assert store.address == address
    assert store.version() == 0
    store.close()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "network.db",
        "sqlite://network.db",
        "sqlite:///",
        "sqlite:network.db",
        "postgresql://localhost/network",
        "neo4j://",
        "neo4j",
        "http://localhost:7474",
        "neo4j://localhost:port",
        "neo4j://[::1",
    ],
)
def test_what_is_no_address_of_a_store(address: str) -> None:
    with pytest.raises(BadInput, match="no store at that address") as raised:
        open_store(address)
    assert raised.value.field == "store"
    assert str(raised.value.expected).startswith("sqlite:///file.db")


@pytest.mark.parametrize("login", ["steward:geheim", "steward", ":geheim", "steward:ge@heim"])
def test_user_and_password_do_not_stand_in_the_address(login: str) -> None:
    with pytest.raises(BadInput, match="holds a user or password") as raised:
        open_store(f"neo4j+s://{login}@example.org:7687")
    assert raised.value.expected == "neo4j+s://example.org:7687"
    assert "heim" not in str(raised.value.extensions()) + str(raised.value)


@pytest.mark.parametrize("address", ["postgresql://u:geheim@h/d", "neo4j://u:geheim@h:port"])
def test_no_error_repeats_a_password(address: str) -> None:
    with pytest.raises(BadInput) as raised:
        open_store(address)
    assert "geheim" not in str(raised.value.extensions()) + str(raised.value)


@pytest.mark.parametrize("address", ["neo4j://example.org/network", "neo4j://example.org?policy=eu"])
def test_an_address_of_neo4j_ends_with_host_and_port(address: str) -> None:
    with pytest.raises(BadInput, match="ends with its host and port") as raised:
        open_store(address)
    assert raised.value.expected == "neo4j://example.org"
