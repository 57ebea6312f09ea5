"""A service with listeners, on a real server and a real store; the header X-Viewer says who asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.types import ASGIApp

from graph.errors import Unauthenticated, Unavailable
from graph.live import LiveNetwork
from graph.viewers import ANYBODY, Role, Viewer
from resolvers.context import Context
from resolvers.costs import COSTS, LENGTHS
from resolvers.movements import Movements
from schema import schema
from server.application import application
from server.graphql_over_http import Listeners
from server.limits import Limits
from tests.graph.networks import Line, node, relation
from tests.graphql_http import served
from tests.neo4j_server import Neo4jServer
from tests.stores.places import Place, neo4j_place, sqlite_place

BOARD = node("SchoolBoard", "b1")
REGION = node("Region", "r")
FENNA = node("Person", "fenna", email="fenna@example.org")
SEM = node("Person", "sem", visibility="STEWARD")
FENNA_WORKS = relation("WORKS_FOR", "fenna", "b1")
LINES: list[Line] = [BOARD, REGION, FENNA, SEM, FENNA_WORKS]
"""The board and the region are everybody's, Fenna and where she works are the members', Sem is for stewards only."""


@dataclass
class Service:
    """What is served, and who is signed in: whoever is taken out of `viewers` is no longer.

    While it is `away` nobody can be known.
    """

    place: Place
    live: LiveNetwork
    listeners: Listeners
    port: int = 0
    away: bool = False
    viewers: dict[str, Viewer] = field(
        default_factory=lambda: {
            "member": Viewer("Fenna", Role.MEMBER, person="fenna"),
            "steward": Viewer("Tess", Role.STEWARD),
        }
    )

    def write(self, *lines: Line, because: str = "a test", by: str = "Tess") -> int:
        """Write lines; the version that this made."""
        change = self.live.write(by, because, list(enumerate(lines, 1))).change
        assert change is not None
        return change.version

    def end(self) -> None:
        """End every stream, as a service does that is about to end."""
        if self.listeners._loop is not None:
            self.listeners._loop.call_soon_threadsafe(self.listeners.close)

    def application(self) -> ASGIApp:
        """The whole of it, for one event loop."""
        return application(
            schema,
            self.context_for,
            network_version=lambda: self.live.network.version,
            limits=Limits(weights=COSTS, lengths=LENGTHS),
            listeners=self.listeners,
        )

    def context_for(self, request: Request) -> Context:
        """Who asks, and what they see."""
        name = request.headers.get("x-viewer")
        if name is not None and self.away:
            raise Unavailable("The store is away.", help="Try again.")
        if name is not None and name not in self.viewers:
            raise Unauthenticated(f"{name} is not signed in.", help="Sign in again.")
        return Context.of(self.live, ANYBODY if name is None else self.viewers[name])


Serve = Callable[..., Service]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serves lines from a place; what else is given is for the listeners."""
    with ExitStack() as stack:

        def begin(place: Place, lines: Iterable[Line] = LINES, **given: float) -> Service:
            live = stack.enter_context(LiveNetwork(place.open()))
            service = Service(place, live, Listeners(Movements(live), **given))  # type: ignore[arg-type]
            service.write(*lines)
            service.port = stack.enter_context(served(service.application())).base_url.port or 0
            stack.callback(service.end)
            return service

        yield begin


@pytest.fixture
def service(serve: Serve, tmp_path: Path) -> Service:
    """The lines on SQLite."""
    return serve(sqlite_place(tmp_path))


@pytest.fixture(params=["sqlite", "neo4j"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty store on each in turn."""
    if request.param == "sqlite":
        return sqlite_place(tmp_path)
    server: Neo4jServer = request.getfixturevalue("neo4j_server")
    return neo4j_place(server)
