"""Contact paths beside what else answers something like it, on the same pairs in the same run.

    python -m bench.contact_paths [--scale 1] [--pairs 200] [--without-neo4j]

The peers answer easier questions: networkx's `shortest_simple_paths` gives three shortest paths whatever their
strength, its Dijkstra one strongest path whatever its handshakes; Neo4j's SHORTEST 1 GROUPS the paths of the fewest
handshakes, of which the three strongest are kept. All walk the same handshakes over the same introducible people.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from math import log
from random import Random

import networkx as nx
from neo4j import Driver, GraphDatabase

from bench.memory import cut_of, network_of
from bench.networks import people_network
from bench.timing import Timing, report, timed, timings
from graph.contact_paths import PathOrder, contact_paths
from graph.cut import Cut
from graph.handshakes import Handshakes, handshakes
from tests.neo4j_server import running_own_server

Pair = tuple[int, int]
Ask = Callable[[Pair], object]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=int, default=1, help="times 20,000 people")
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--without-neo4j", action="store_true")
    asked = parser.parse_args()
    cut = cut_of(network_of(people_network(asked.scale)))
    with timed("contexts"):
        all_ = handshakes(cut)
    random = Random(2)
    people = all_.contexts.people.tolist()
    pairs = [(a, b) for a, b in (random.sample(people, 2) for _ in range(asked.pairs))]
    ours = list(_ours(cut, pairs, "first asked"))
    with timed("every row of every person"):
        print(f"{len(all_.pairs()[0]):,} handshakes")
    ours += _ours(cut, pairs, "every row made")
    peers = list(_networkx(all_, pairs[: max(1, asked.pairs // 10)]))
    if not asked.without_neo4j:
        peers += _neo4j(all_, pairs)
    report(ours + peers, against=ours[-2:])


def _ours(cut: Cut, pairs: Sequence[Pair], when: str) -> Iterator[Timing]:
    for order in PathOrder:
        ask = _ask(cut, order)
        yield timings(f"3 {order.value.lower()} paths, {when}", ask, pairs)


def _ask(cut: Cut, order: PathOrder) -> Ask:
    return lambda pair: contact_paths(cut, *pair, order=order, max_handshakes=4, first=3)


def _networkx(all_: Handshakes, pairs: Sequence[Pair]) -> Iterator[Timing]:
    """Only over people who are introducible; the two ends are let in for their own question."""
    whole = all_.graph()
    for _, _, edge in whole.edges(data=True):
        edge["length"] = -log(edge["strength"])
    position = all_.contexts.position
    closed = {p for p in whole if not all_.contexts.introducible[position[p]]}

    def within(pair: Pair) -> nx.Graph[int]:
        return nx.subgraph_view(whole, filter_node=lambda p: p not in closed or p in pair)

    yield timings(
        "networkx: 3 shortest simple paths",
        lambda pair: list(islice(nx.shortest_simple_paths(within(pair), *pair), 3)),
        pairs,
    )
    yield timings(
        "networkx: 1 strongest path (bidirectional Dijkstra)",
        lambda pair: nx.bidirectional_dijkstra(within(pair), *pair, weight="length"),
        pairs,
    )


_SHORTEST = """
MATCH p = SHORTEST 1 GROUPS (a:P {n: $a}) ((x)-[s:SHAKES]-(y) WHERE y.open OR y.n = $b){1,4} (b:P {n: $b})
WITH p, reduce(strength = 1.0, one IN s | strength * one.strength) AS strength
ORDER BY strength DESC LIMIT 3
RETURN [n IN nodes(p) | n.n] AS people, strength
"""


_SHAKE = """
UNWIND $rows AS row
MATCH (a:P {n: row[0]}), (b:P {n: row[1]})
CREATE (a)-[:SHAKES {strength: row[2]}]->(b)
"""


def _neo4j(all_: Handshakes, pairs: Sequence[Pair]) -> Iterator[Timing]:
    with _loaded(all_) as driver:

        def ask(pair: Pair) -> object:
            return driver.execute_query(_SHORTEST, a=pair[0], b=pair[1]).records

        for pair in pairs[:20]:
            ask(pair)  # the plan and the pages
        yield timings("Neo4j: SHORTEST 1 GROUPS, 3 strongest of them", ask, pairs)


@contextmanager
def _loaded(all_: Handshakes) -> Iterator[Driver]:
    """A Neo4j with the handshakes as relationships."""
    with (
        running_own_server() as server,
        GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
    ):
        with timed("Neo4j: handshakes loaded"):
            _load(driver, all_)
        yield driver


def _load(driver: Driver, all_: Handshakes) -> None:
    people, introducible = all_.contexts.people.tolist(), all_.contexts.introducible.tolist()
    driver.execute_query("CREATE CONSTRAINT FOR (p:P) REQUIRE p.n IS UNIQUE")
    nodes = [{"n": n, "open": open_} for n, open_ in zip(people, introducible, strict=True)]
    for batch in _batches(nodes):
        driver.execute_query("UNWIND $rows AS row CREATE (p:P) SET p = row", rows=batch)
    one, other, strength = (column.tolist() for column in all_.pairs())
    rows = [[people[a], people[b], s] for a, b, s in zip(one, other, strength, strict=True)]
    for batch in _batches(rows):
        driver.execute_query(_SHAKE, rows=batch)


def _batches(rows: Sequence[object]) -> Iterator[Sequence[object]]:
    return (rows[start : start + 20_000] for start in range(0, len(rows), 20_000))


if __name__ == "__main__":
    main()
