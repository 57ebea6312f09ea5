"""The whole service as one ASGI application, on one screen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from importlib.metadata import version
from typing import TypeVar

import strawberry
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Lifespan

from graph.errors import BadInput, KorteLijnenError, NotFound
from server.explorer import explorer_routes
from server.graphiql_page import ExampleQuestion, graphiql_routes
from server.graphql_over_http import GraphQLEndpoint, Listeners, Turns
from server.graphql_over_http.errors import told
from server.limits import Limits
from server.security_headers import SecurityHeaders

Context = TypeVar("Context")


def application(
    schema: strawberry.Schema,
    context_for: Callable[[Request], Context | Awaitable[Context]],
    *,
    network_version: Callable[[], int],
    away_since: Callable[[], datetime | None] = lambda: None,
    etag_for: Callable[[Context], str | None] = lambda _: None,
    limits: Limits | None = None,
    listeners: Listeners | None = None,
    turns: Turns | None = None,
    pages: Iterable[Route] = (),
    questions: Iterable[ExampleQuestion] = (),
    lifespan: Lifespan[Starlette] | None = None,
) -> Starlette:
    """Put the service together.

    `context_for`, `etag_for`, `listeners` and `turns` are those of `GraphQLEndpoint`; `network_version` is the version
    served, for /health, and `away_since` since when its store is away, for /health and every answer; `pages` are those
    of signing in and of answering over a link; `questions` open in GraphiQL; `lifespan` begins and ends what runs
    beside the requests.
    """
    pages = tuple(pages)
    return Starlette(
        routes=[
            Route("/graphql", GraphQLEndpoint(schema, context_for, limits, etag_for, listeners, away_since, turns)),
            *pages,
            *graphiql_routes(questions),
            *explorer_routes(signs_in=any(page.path == "/sign-in" for page in pages)),
            Route("/health", _health(network_version, away_since)),
        ],
        middleware=[Middleware(SecurityHeaders)],
        exception_handlers={HTTPException: _http_error},
        lifespan=lifespan,
    )


def _health(
    network_version: Callable[[], int], away_since: Callable[[], datetime | None]
) -> Callable[[Request], Response]:
    """Whether the service answers: also, with what it has in memory, while its store is away."""

    def health(_request: Request) -> Response:
        state = {"version": version("korte-lijnen")}
        try:
            away = away_since()
            network = {"version": network_version(), "awaySince": away.isoformat() if away else None}
            return JSONResponse({"status": "degraded" if away else "ok", **state, "network": network})
        except KorteLijnenError as error:
            return JSONResponse({"status": error.code, **state, "message": error.message}, status_code=503)

    return health


def _http_error(request: Request, error: Exception) -> Response:
    """Nothing there, or not by this method: told as every other error is."""
    assert isinstance(error, HTTPException)
    path = request.url.path
    if error.status_code == 404:
        account = told(NotFound(f"There is nothing at {path}.", field="URL", actual=path, expected="/graphql"))
    else:
        account = told(BadInput(f"{request.method} {path}: {error.detail}.", field="method", actual=request.method))
    return JSONResponse({"errors": [account]}, error.status_code, error.headers)
