"""Writing: one appointment (and other small edits) on a network of 25,000 nodes and 120,000 relations.

    python -m bench.writing [--without-neo4j] [--profile]

Each is asked as over GraphQL: checked, written to the disk, the network in memory moved on, and answered from the new
version. The peer is the bare kernel in the same run: an insert that is fsynced to an SQLite file, or a write of as many
nodes acknowledged by Neo4j. Bounds to hold: one appointment below 50 ms (SQLite) and 150 ms (Neo4j).
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date, timedelta
from itertools import count

from neo4j import GraphDatabase

from bench.networks import mixed_network
from bench.timing import Timing, report, timings
from graph.lines import Line
from graph.live import LiveNetwork
from graph.stores import open_store
from graph.viewers import Role, Viewer
from resolvers.context import Context
from resolvers.costs import COSTS, LENGTHS
from schema import schema
from server.graphql_over_http.execution import Execution
from server.graphql_over_http.parameters import Parameters
from server.limits import Limits
from tests.neo4j_server import OwnServer, running_own_server

TIMES = 60
SEATS = 50
STEWARD = Viewer("bench", Role.STEWARD)
MEMBER = Viewer("bench", Role.MEMBER, "p00000", frozenset({"k"}))

APPOINT = """mutation ($seat: ID!, $person: ID!, $since: Date!) { appoint(seat: $seat, person: $person, since: $since,
    because: "a measurement") { change { version } ids network { node(id: $seat) { ... on Seat { state } } } } }"""
PUT = """mutation ($lines: [JSON!]!) { put(lines: $lines, because: "a measurement") { change { version } ids } }"""
CONFIRM = "mutation ($ids: [ID!]!) { confirm(ids: $ids) { change { version } } }"
MEET = """mutation ($people: [ID!]!) { recordMeeting(name: "Overleg", date: "2026-01-01", attendees: $people,
    coalition: "k", because: "a measurement") { change { version } } }"""
MERGE = """mutation ($keep: ID!, $absorb: ID!) { merge(keep: $keep, absorb: $absorb, because: "a measurement") {
    change { version } } }"""

EXECUTION = Execution(schema, Limits(weights=COSTS, lengths=LENGTHS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without-neo4j", action="store_true")
    parser.add_argument("--profile", action="store_true", help="where the time of an appointment in SQLite goes")
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        bare_sqlite(f"{folder}/bare.db") as bare,
        LiveNetwork(open_store(f"sqlite:///{folder}/network.db")) as live,
    ):
        measure("SQLite", live, timings("a bare fsynced SQLite insert", bare, range(TIMES)), profile=asked.profile)
        measure_erasing("SQLite", live)
    if not asked.without_neo4j:
        with (
            running_own_server() as server,
            LiveNetwork(open_store(server.uri, server.user, server.password)) as live,
            bare_neo4j(server) as bare,
        ):
            bare(TIMES)  # the server plans a statement when it first sees it
            measure("Neo4j", live, timings("a bare write to Neo4j", bare, range(TIMES)))
            measure_erasing("Neo4j", live)


def lines() -> Iterator[Line]:
    yield from mixed_network()
    yield {"node": "Coalition", "id": "k", "name": "Coalitie", "phase": "WORKING"}
    for number in range(SEATS):
        yield {"node": "Seat", "id": f"z{number}", "name": f"Zetel {number}", "sector": "VO", "mandate": "DECIDE"}
        yield {"relation": "SEAT_IN", "from": f"z{number}", "to": "k"}
        yield {"relation": "HOLDS", "from": f"p{number:05}", "to": f"z{number}", "since": "2020-01-01"}


def measure(name: str, live: LiveNetwork, peer: Timing, *, profile: bool = False) -> None:
    live.write("bench", "a measurement", ((None, line) for line in lines()))
    network = live.network
    print(f"{name}: {network.size:,} nodes, {len(network.relations):,} relations")
    fresh = count(200)
    days = count(1)

    def ask(document: str, viewer: Viewer = STEWARD, **variables: object) -> None:
        answer = EXECUTION.answer(Parameters(document, None, variables), Context.of(live, viewer), queries_only=False)
        assert not answer.errors, answer.errors

    def appoint(number: int, viewer: Viewer = STEWARD) -> None:
        since = date(2022, 1, 1) + timedelta(days=next(days))
        ask(APPOINT, viewer, seat=f"z{number % SEATS}", person=f"p{next(fresh):05}", since=since.isoformat())

    edits: dict[str, Callable[[int], object]] = {
        "an appointment, by a steward": appoint,
        "an appointment, by a member": lambda number: appoint(number, MEMBER),
        "a function put": lambda number: ask(PUT, lines=[_function(number)]),
        "a new school, part of a board": lambda number: ask(PUT, lines=_school(number)),
        "100 people put": lambda number: ask(PUT, lines=[_person(f"{number} {i}") for i in range(100)]),
        "a confirmation": lambda number: ask(CONFIRM, ids=[f"p{number:05}"]),
        "a meeting of ten": lambda number: ask(MEET, people=[f"p{number + i:05}" for i in range(10)]),
        "a merge": lambda number: ask(MERGE, keep=f"o{number:05}", absorb=f"o{number + 5_000:05}"),
    }
    appoint(0)  # what is made of a network when it is first asked for
    with profiled() if profile else nullcontext():
        found = [
            timings(f"{name}: {what}", edit, range(TIMES))
            for what, edit in list(edits.items())[: 1 if profile else None]
        ]
    report([*found, peer], [peer])


def measure_erasing(name: str, live: LiveNetwork) -> None:
    erasing = timings(
        f"{name}: an erasure", lambda person: live.erase("bench", "asked", person, date(2026, 1, 1)), ["p00150"]
    )
    report([erasing], [erasing])


def _person(id: str) -> Line:
    return {"node": "Person", "id": f"new {id}", "name": f"Nieuw {id}"}


def _function(number: int) -> Line:
    return {"relation": "WORKS_FOR", "from": f"p{number:05}", "to": "o00001", "title": f"functie {number}"}


def _school(number: int) -> list[Line]:
    school: Line = {"node": "School", "id": "_:s", "name": f"School {number}", "codes": {"DUO": f"99ZZ{number:02}"}}
    return [school, {"relation": "PART_OF", "from": "_:s", "to": "o00001"}]


@contextmanager
def bare_sqlite(path: str) -> Iterator[Callable[[int], object]]:
    bare = sqlite3.connect(path, isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE bare (id TEXT PRIMARY KEY, text TEXT)")
    yield lambda number: bare.execute("INSERT INTO bare VALUES (?, ?)", (f"id{number}", "x" * 200))
    bare.close()


@contextmanager
def bare_neo4j(server: OwnServer) -> Iterator[Callable[[int], object]]:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver, driver.session() as session:
        statement = "UNWIND range(1, 3) AS i CREATE (n:Bare {id: $id + i, text: $text}) RETURN count(n)"

        def write(number: int) -> object:
            return session.execute_write(lambda tx: tx.run(statement, id=3 * number, text="x" * 200).single())

        yield write
        session.run("MATCH (n:Bare) DETACH DELETE n").consume()


@contextmanager
def profiled() -> Iterator[None]:
    profile = cProfile.Profile()
    with profile:
        yield
    pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()
