"""Random networks of everything the vocabulary has, one version after another, on both stores."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.lines import Line
from graph.live import LiveNetwork
from graph.network import Network
from graph.records import Record
from tests.neo4j_server import Neo4jServer
from tests.stores.networks import dumped, numbered, of_network, of_stream, random_lines, records
from tests.stores.places import Place, neo4j_place, sqlite_place

Versions = list[list[Line]]


@pytest.fixture
def both(neo4j_server: Neo4jServer, tmp_path: Path) -> Iterator[dict[str, LiveNetwork]]:
    places = {"sqlite": sqlite_place(tmp_path), "neo4j": neo4j_place(neo4j_server)}
    live = {name: LiveNetwork(place.open()) for name, place in places.items()}
    yield live
    for one in live.values():
        one.close()


def check_follows(live: LiveNetwork, behind: Network, expected: list[Record]) -> None:
    """Four ways to the newest version: moved on by a write, by the log, streamed, and moved on from nothing."""
    version, stored = live.store.stream()
    streamed = list(stored)
    assert [one.record for one in streamed] == expected
    assert live.network.version == version
    assert of_network(live.network) == expected
    moved = behind
    for change in live.store.changes_since(behind.version):
        moved = moved.moved(change)
    same(moved, Network.of(version, streamed))
    same(live.network, Network.of(version, streamed))


def same(one: Network, other: Network) -> None:
    """Equal in all that can be asked of them; only the order of arrival may differ."""
    assert one.version == other.version
    assert dumped(of_network(one)) == dumped(of_network(other))
    for network in (one, other):
        for node in network.node_records():
            index = network.index(node.id)
            assert index is not None
            assert network.node(index) == node
        for relation in network.relation_records():
            at = network.relation_index(relation.id)
            assert at is not None
            assert network.relation(at) == relation
    assert around(one) == around(other)
    assert versions(one) == versions(other)
    assert {code: one.node_id(at) for code, at in one.by_code.items()} == {
        code: other.node_id(at) for code, at in other.by_code.items()
    }


def around(network: Network) -> dict[str, tuple[list[str], list[str]]]:
    """The ids of the relations from and to each node."""
    found = {}
    for node in network.node_records():
        index = network.index(node.id)
        assert index is not None
        sides = (network.out.of_node(index), network.into.of_node(index))
        out, into = (
            sorted(network.relation_id(i) for i in side.tolist() if network.relations.type[i] >= 0) for side in sides
        )
        found[node.id] = (out, into)
    return found


def versions(network: Network) -> dict[str, int]:
    nodes = {r.id: int(v) for r, v in zip(network.nodes.records, network.nodes.version, strict=True) if r is not None}
    present = [i for i in range(len(network.relations)) if network.relations.type[i] >= 0]
    return nodes | {network.relation_id(i): int(network.relations.version[i]) for i in present}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(random_lines(), st.booleans()), min_size=1, max_size=3))
def test_both_stores_hold_what_was_written_whatever_it_is(
    both: dict[str, LiveNetwork], steps: list[tuple[list[Line], bool]]
) -> None:
    for live in both.values():
        live.write("steward", "the next example", [], replace=True)
    for lines, along in steps:
        expected = records(lines)
        for live in both.values():
            behind = live.network
            if along:  # its sides are there already, and are moved on too
                assert around(behind) is not None
            live.write("steward", "an example", numbered(lines), replace=True)
            check_follows(live, behind, expected)
    sqlite, neo4j = both["sqlite"], both["neo4j"]
    assert sqlite.network.version == neo4j.network.version
    before = max(0, sqlite.network.version - 1)
    assert dumped(sqlite.at(before)) == dumped(neo4j.at(before))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions=st.lists(random_lines(), min_size=1, max_size=5))
def test_a_network_that_is_moved_on_equals_one_that_is_made_anew(versions: Versions, tmp_path: Path) -> None:
    for old in tmp_path.glob("network.db*"):
        old.unlink()
    with LiveNetwork(sqlite_place(tmp_path).open()) as live:
        for lines in versions:
            behind = live.network
            assert around(behind) is not None
            live.write("steward", "an example", numbered(lines), replace=True)
            check_follows(live, behind, records(lines))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=st.lists(random_lines(), min_size=1, max_size=6))
def test_a_dump_of_any_version_is_equal_byte_for_byte_on_both_stores(
    neo4j_server: Neo4jServer, tmp_path: Path, written: Versions
) -> None:
    for old in tmp_path.glob("network.db*"):
        old.unlink()
    dumps: list[list[bytes]] = []
    for place in (sqlite_place(tmp_path), neo4j_place(neo4j_server)):
        with LiveNetwork(place.open()) as live:
            expected = [b""]
            for lines in written:
                live.write("steward", "an example", numbered(lines), replace=True)
                if live.network.version == len(expected):
                    expected.append(dumped(records(lines)))
            dumps.append([dumped(live.at(version)) for version in range(live.network.version + 1)])
            assert dumps[-1] == expected
    assert dumps[0] == dumps[1]


def test_a_stream_gives_nodes_before_relations_each_by_id_in_order_of_code_points(place: Place) -> None:
    people = ["10", "9", "Z", "a", "z", "é", "\ufb00", "🏫"]
    lines: list[Line] = [{"node": "Person", "id": id, "name": "Fenna"} for id in reversed(people)]
    lines += [{"relation": "KNOWS", "id": f"{id}!", "from": "z", "to": id, "strength": "WEAK"} for id in "🏫éa"]
    with LiveNetwork(place.open()) as live:
        live.write("steward", "a test", numbered(lines))
        assert [one.id for one in of_stream(live.store.stream())[1]] == [*people, "a!", "é!", "🏫!"]
