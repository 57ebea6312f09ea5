"""The stores: importing the national schools, and reading a network of 25,000 nodes and 120,000 relations.

    python -m bench.stores DATA [--without-neo4j]

DATA is a folder with DUO's `duo/02.-alle-schoolvestigingen-basisonderwijs.csv` and
`duo/06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv`. The peer is the bare kernel in the same run:
as many rows put into a table, or as many nodes made, in one transaction. Bounds to hold: import below 20 s (SQLite)
and 60 s (Neo4j), the same files again 10 times faster (after a correction they are read in full), reading below 3 s
and 10 s, below 200 bytes a relation in memory.
"""

from __future__ import annotations

import argparse
import gc
import sqlite3
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from neo4j import GraphDatabase

from bench.networks import mixed_network
from graph.lines import write_line
from graph.live import LiveNetwork
from graph.network import Network
from graph.records import NodeRecord
from graph.store import Store
from graph.stores import open_store
from seeds.registers.running import run
from tests.neo4j_server import OwnServer, empty, running_own_server

FILES = (
    "duo/02.-alle-schoolvestigingen-basisonderwijs.csv",
    "duo/06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--without-neo4j", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        numbers = iter(range(10))
        measure("SQLite", lambda: open_store(f"sqlite:///{folder}/{next(numbers)}.db"), bare_sqlite, asked.data)
    if not asked.without_neo4j:
        with running_own_server() as server:
            measure("Neo4j", lambda: emptied(server), lambda rows: bare_neo4j(server, rows), asked.data)
    memory()


def measure(name: str, new: Callable[[], Store], bare: Callable[[int], None], data: Path) -> None:
    files = [data / file for file in FILES]
    with LiveNetwork(new()) as live:
        with clock(f"{name}: national schools imported") as imported:
            report = run(live, "duo-schools", files, by="bench", despite_rejected=True)
        with clock(f"{name}: the same again, nothing changed") as again:
            assert run(live, "duo-schools", files, by="bench", despite_rejected=True).change is None
        correct(live)
        with clock(f"{name}: the same again, after a correction") as corrected:
            kept = run(live, "duo-schools", files, by="bench", despite_rejected=True)
        assert (kept.change, len(kept.differences)) == (None, 1)
    with clock(f"{name}: as many bare rows") as kernel:
        bare(report.added)
    print(f"{name}: {report.added:,} records; {imported[0] / kernel[0]:.1f}x the bare kernel; ", end="")
    print(f"again {imported[0] / again[0]:.1f} times faster, {imported[0] / corrected[0]:.1f} after a correction")
    with LiveNetwork(new()) as live:
        live.write("bench", "a measurement", ((None, line) for line in mixed_network()))
        with clock(f"{name}: 25,000 nodes and 120,000 relations read") as read:
            network = Network.of(*live.store.stream())
        print(f"{name}: {network.size:,} nodes, {len(network.relations):,} relations, {read[0]:.2f} s")


def correct(live: LiveNetwork) -> None:
    """Somebody corrects one school, so that the files have to be read again and the correction has to stay."""
    school = next(record for record in live.network.node_records() if "phone" in record.members)
    live.write("bench", "a correction", [(None, {**write_line(school), "phone": "0450000000"})])


def memory() -> None:
    """Bytes a relation, above the network of the nodes alone."""
    with tempfile.TemporaryDirectory() as folder, LiveNetwork(open_store(f"sqlite:///{folder}/m.db")) as live:
        live.write("bench", "a measurement", ((None, line) for line in mixed_network()))
        stored = list(live.store.stream()[1])
        nodes = [one for one in stored if isinstance(one.record, NodeRecord)]
        gc.collect()
        tracemalloc.start()
        alone = Network.of(1, nodes)
        few = tracemalloc.get_traced_memory()[0]
        whole = Network.of(1, iter(stored))
        whole.out, whole.into, whole.relation_index("w0")  # what questions make of it, once
        many = tracemalloc.get_traced_memory()[0] - few
        tracemalloc.stop()
        relations = len(whole.relations)
        print(
            f"memory: {(many - few) / relations:.0f} bytes a relation, {few / alone.size:.0f} a node beside its record"
        )


def bare_sqlite(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder, sqlite3.connect(f"{folder}/bare.db") as bare:
        bare.execute("PRAGMA journal_mode=WAL")
        bare.execute("CREATE TABLE bare (id TEXT PRIMARY KEY, text TEXT)")
        bare.executemany("INSERT INTO bare VALUES (?, ?)", ((f"id{i}", "x" * 200) for i in range(rows)))
        bare.commit()


def bare_neo4j(server: OwnServer, rows: int) -> None:
    empty(server)
    with (
        GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session() as session,
        session.begin_transaction() as transaction,
    ):
        for start in range(0, rows, 10_000):
            batch = [{"id": f"id{i}", "text": "x" * 200} for i in range(start, min(start + 10_000, rows))]
            transaction.run("UNWIND $rows AS row CREATE (n:Bare) SET n = row", rows=batch).consume()
        transaction.commit()


def emptied(server: OwnServer) -> Store:
    empty(server)
    return open_store(server.uri, server.user, server.password)


@contextmanager
def clock(name: str) -> Iterator[list[float]]:
    """How long something takes: printed, and in the list that is given."""
    took: list[float] = []
    begun = perf_counter()
    yield took
    took.append(perf_counter() - begun)
    print(f"{name}: {took[0]:.2f} s", flush=True)


if __name__ == "__main__":
    main()
