"""The service as `serve` puts it together, with the schema and the HTTP layer that are served, in this process."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request

from graph.live import LiveNetwork
from resolvers.context import Context
from resolvers.movements import Movements
from schema import schema
from server.application import application
from server.graphql_over_http import Listeners
from server.sign_in import Configuration, Entrance
from server.sign_in.answers import Patience
from tests.sign_in.browser import ASKED

PATIENCE = Patience(lasts=600.0, pause=0.3)


@dataclass(frozen=True)
class Service:
    """A running service and what it runs on."""

    address: str
    live: LiveNetwork
    http: httpx2.Client
    """The client that a program would have of it."""

    def ask(self, token: str | None = None, query: str = f"{{ viewer {{ {ASKED} }} }}", **more: str) -> httpx2.Response:
        """What a program is answered, with a token or without."""
        headers = {"Authorization": f"Bearer {token}"} if token is not None else {}
        return self.http.post("/graphql", json={"query": query}, headers=headers | more)


@contextmanager
def running(
    live: LiveNetwork, port: int, configuration: Configuration | None, patience: Patience = PATIENCE
) -> Iterator[Service]:
    """Serve a network on a port of the loopback."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listeners = Listeners(Movements(live), keep_alive=0.5)
    app = _application(live, Entrance(live, configuration, patience=patience), listeners)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the service did not start"
            time.sleep(0.01)
        address = f"http://127.0.0.1:{port}"
        with httpx2.Client(base_url=address, timeout=30, limits=httpx2.Limits(max_connections=200)) as client:
            yield Service(address, live, client)
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listener.close()


def _application(live: LiveNetwork, entrance: Entrance, listeners: Listeners) -> Starlette:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        live.follow()
        yield
        await entrance.close()

    async def context(request: Request) -> Context:
        return Context.of(live, await entrance.viewer_for(request))

    context_for: Callable[[Request], Context | Awaitable[Context]] = context
    return application(
        schema,
        context_for,
        network_version=lambda: live.network.version,
        etag_for=lambda context: context.depends_on,
        listeners=listeners,
        pages=entrance.routes,
        lifespan=lifespan,
    )
