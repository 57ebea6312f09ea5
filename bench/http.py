"""The GraphQL layer over HTTP beside stock Strawberry, for the same rows on the same loopback.

    python -m bench.http

Stock Strawberry is its own ASGI application over a schema of plain attributes: the least that the library can do.
Both give 1,000 municipalities or schools with six fields, and an answer of three rows, in turn. Bound to hold: at
most 3 times stock.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import httpx2
import strawberry
from starlette.applications import Starlette
from starlette.routing import Route
from strawberry.asgi import GraphQL

from bench.networks import mixed_network
from bench.timing import Timing, report, timings
from graph.live import LiveNetwork
from graph.stores import open_store
from graph.viewers import Role, Viewer
from resolvers.context import Context
from schema import schema
from server.application import application
from tests.graphql_http import served

ROWS = 1_000
TIMES = 60


@strawberry.type
class Row:
    """What is asked of a school, as plain attributes."""

    id: strawberry.ID
    kind: str
    name: str
    since: date | None
    until: date | None
    version: int


@strawberry.type
class StockQuery:
    """The least that can be asked."""

    @strawberry.field
    def rows(self, first: int) -> list[Row]:
        """So many rows."""
        return ROWS_OF_STOCK[:first]


ROWS_OF_STOCK = [
    Row(id=strawberry.ID(f"o{i:05}"), kind="SCHOOL", name=f"School {i}", since=None, until=None, version=1)
    for i in range(ROWS)
]

FIELDS = "id kind name since until version"


def main() -> None:
    pages = " ".join(
        f'p{i}: schools(first: 100, filter: {{text: "{i}"}}) {{ edges {{ node {{ {FIELDS} }} }} }}' for i in range(10)
    )
    nodes = ", ".join(f'"o{i:05}"' for i in range(100))
    by_id = " ".join(f"n{i}: nodes(ids: [{nodes}]) {{ {FIELDS} }}" for i in range(10))
    questions = {
        "1,000 rows of six fields, by id": "{ network { " + by_id + " } }",
        "1,000 rows of six fields, ten pages of a filtered list": "{ network { " + pages + " } }",
        "three rows": '{ network { nodes(ids: ["o00000", "o00001", "o00002"]) { ' + FIELDS + " } } }",
    }
    stock = {
        "1,000 rows of six fields, stock": "{ rows(first: 1000) { " + FIELDS + " } }",
        "three rows, stock": "{ rows(first: 3) { " + FIELDS + " } }",
    }
    with _ours() as ours, served(_stock()) as theirs:
        found = [_asked(ours, name, question) for name, question in questions.items()]
        peers = [_asked(theirs, name, question) for name, question in stock.items()]
        unmoved = _unmoved(ours, questions["three rows"])
    report([*found, unmoved, *peers], against=peers)


def _asked(client: httpx2.Client, name: str, question: str) -> Timing:
    headers = {"Accept": "application/json"}

    def ask(_: int) -> None:
        answer = client.post("/graphql", json={"query": question}, headers=headers)
        assert answer.status_code == 200
        assert "errors" not in answer.json(), answer.text[:500]

    for warming in range(5):
        ask(warming)
    return timings(name, ask, range(TIMES))


def _unmoved(client: httpx2.Client, question: str) -> Timing:
    tag = client.get("/graphql", params={"query": question}).headers["ETag"]

    def ask(_: int) -> None:
        answer = client.get("/graphql", params={"query": question}, headers={"If-None-Match": tag})
        assert answer.status_code == 304

    return timings("three rows that the client has already (304)", ask, range(TIMES))


@contextmanager
def _ours() -> Iterator[httpx2.Client]:
    with tempfile.TemporaryDirectory() as folder, LiveNetwork(open_store(f"sqlite:///{folder}/b.db")) as live:
        live.write("bench", "a measurement", ((None, line) for line in mixed_network()))
        app = application(
            schema,
            lambda _: Context.of(live, Viewer("bench", Role.STEWARD)),
            network_version=lambda: live.network.version,
            etag_for=lambda context: context.depends_on,
        )
        with served(app) as client:
            yield client


def _stock() -> Starlette:
    return Starlette(routes=[Route("/graphql", GraphQL(strawberry.Schema(StockQuery)), methods=["POST"])])


if __name__ == "__main__":
    main()
