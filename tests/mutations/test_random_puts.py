"""Random lines put over GraphQL, on both stores: both take or refuse the same, and any change can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.lines import Line
from graph.live import LiveNetwork
from tests.asking import Asking
from tests.mutations.office import STEWARD, Refused, end, put, revert
from tests.neo4j_server import Neo4jServer
from tests.stores.networks import dumped, of_network, of_stream, random_lines
from tests.stores.places import neo4j_place, sqlite_place


@pytest.fixture(scope="module")
def both(neo4j_server: Neo4jServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Asking, Asking]]:
    with (
        LiveNetwork(sqlite_place(tmp_path_factory.mktemp("random")).open()) as sqlite,
        LiveNetwork(neo4j_place(neo4j_server).open()) as neo4j,
    ):
        yield Asking(sqlite).by(STEWARD), Asking(neo4j).by(STEWARD)


def check_alike(both: tuple[Asking, Asking]) -> bytes:
    """The network as a file, after seeing that it is the same in memory and in both stores."""
    networks = [dumped(of_network(ask.live.network)) for ask in both]
    networks += [dumped(of_stream(ask.live.store.stream())[1]) for ask in both]
    assert len(set(networks)) == 1
    return networks[0]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(puts=st.lists(random_lines(), min_size=1, max_size=3), day=st.dates().map(str))
def test_both_stores_take_the_same_and_any_change_can_be_taken_back(
    both: tuple[Asking, Asking], puts: list[list[Line]], day: str
) -> None:
    for ask in both:
        ask.write([], replace=True)
    begun = both[0].live.network.version
    states = [check_alike(both)]
    for lines in puts:
        told = [put(ask, *lines) for ask in both]
        assert alike(told)
        some = [str(line["id"]) for line in lines if "node" in line][:2]
        if some:
            assert alike([end(ask, *some, until=day) for ask in both])
        version = both[0].live.network.version
        while len(states) <= version - begun:
            states.append(b"")
        states[-1] = check_alike(both)
    for version in range(both[0].live.network.version, begun, -1):
        for ask in both:
            reverted = revert(ask, version)
            assert not isinstance(reverted, Refused), reverted.message
        earlier = check_alike(both)
        assert states[version - 1 - begun] in (b"", earlier)


def alike(told: list[Any]) -> bool:
    """Whether both say the same, but for the ids that they made."""
    one, other = told
    if isinstance(one, Refused) or isinstance(other, Refused):
        return bool(one == other and one.message == other.message)
    return bool((one["change"] is None) == (other["change"] is None) and one["network"] == other["network"])
