"""The service: `serve`."""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from ipaddress import ip_address

import click
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request

from graph.errors import BadInput, Unavailable
from graph.live import LiveNetwork
from graph.viewers import ANYBODY, PUBLIC, Role, Viewer
from resolvers.context import Context
from resolvers.costs import COSTS, LENGTHS
from resolvers.movements import Movements
from schema import schema
from seeds import synonyms
from server.application import application
from server.command_line.open_files import allow_open_files
from server.command_line.stores import network, store_option
from server.confirming.answering import Answering
from server.confirming.letters import contact
from server.confirming.links import LinkKeys
from server.confirming.routes import confirming_route
from server.exports import export_route
from server.graphql_over_http import Listeners, Turns
from server.graphql_over_http.listeners import MOST as MOST_LISTENERS
from server.limits import Limits
from server.questions import demo_questions
from server.sign_in import Configuration, Entrance, configured

FILES_BESIDE = 256
"""Files and connections that the service has open beside those of its listeners."""
LIMITS = Limits(weights=COSTS, lengths=LENGTHS)
DEMO_STEWARD = Viewer("the demo's steward", Role.STEWARD)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address of this machine to listen at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any that is free.")
@click.option("--demo", is_flag=True, help="Answer everybody on this machine as a steward, who sees everything.")
@click.option(
    "--listeners",
    "most_listeners",
    default=MOST_LISTENERS,
    show_default=True,
    type=click.IntRange(0),
    help="How many may listen to changes at the same time.",
)
@store_option
def serve(host: str, port: int, demo: bool, most_listeners: int, store: str | None) -> None:
    """Answer over HTTP: the page for people at /, GraphQL at /graphql, GraphiQL at /graphiql, state at /health.

    Whoever shows a personal token, or signs in where a provider is set, is answered as the person that they are;
    everybody else sees what is public.
    """
    if demo:
        _check_loopback(host)
    signing_in = None if demo else configured()
    with _listening(host, port) as listening, network(store, new=True) as live:
        address = _address(host, listening.getsockname()[1])
        listeners, turns = Listeners(Movements(live), most_listeners), Turns(LIMITS)
        allow_open_files(most_listeners + FILES_BESIDE)
        server = _Server(
            uvicorn.Config(
                _application(live, demo, signing_in, listeners, turns),
                log_level="warning",
                access_log=False,  # addresses of requests hold people's links
                lifespan="on",
                timeout_graceful_shutdown=10,
            ),
            announce=lambda: _announce(address, live, demo),
            end=(listeners.close, turns.close),
        )
        server.run(sockets=[listening])


def viewer_of(request: Request, demo: bool) -> Viewer:
    """As whom a request is answered: in a demo whoever is on this machine, and asks for it by such a name, is a
    steward. The name keeps out pages of other sites whose own name leads here, and proxies that pass on others."""
    client = request.client
    local = demo and client is not None and _is_loopback(client.host) and _is_loopback(request.url.hostname or "")
    return DEMO_STEWARD if local else ANYBODY


def _application(
    live: LiveNetwork, demo: bool, signing_in: Configuration | None, listeners: Listeners, turns: Turns
) -> Starlette:
    said = synonyms()
    keys = LinkKeys.set()
    answering = None if keys is None else Answering(live, keys)
    entrance = Entrance(live, signing_in, otherwise=lambda request: viewer_of(request, demo))

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        live.follow()
        yield
        await entrance.close()

    async def context(request: Request) -> Context:
        return Context.of(live, await entrance.viewer_for(request), said)

    context_for: Callable[[Request], Context | Awaitable[Context]] = context
    return application(
        schema,
        context_for,
        network_version=lambda: live.reduced(PUBLIC).version,
        away_since=lambda: live.away_since,
        etag_for=lambda context: context.depends_on,
        limits=LIMITS,
        listeners=listeners,
        turns=turns,
        pages=[*entrance.routes, confirming_route(answering, contact()), export_route(context_for, turns)],
        questions=demo_questions() if demo else (),
        lifespan=lifespan,
    )


class _Server(uvicorn.Server):
    """A server that says when it answers, and first ends what would never end by itself when it is to end."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None], end: Sequence[Callable[[], None]]) -> None:
        super().__init__(config)
        self._announce = announce
        self._end = end

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        await super().startup(sockets)
        if self.started:
            await asyncio.to_thread(self._announce)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End: whoever waits for an answer is told so, and whoever writes gets theirs."""
        for end in self._end:
            end()
        await super().shutdown(sockets)


def _announce(address: str, live: LiveNetwork, demo: bool) -> None:
    click.echo(f"Open {address}/ in a browser.")
    click.echo(f"Korte Lijnen answers at {address}/graphql, from {live.store.address}.")
    if demo:
        click.echo("Everybody on this machine is answered as a steward: this is for looking around.")
        click.echo(f"\nThree questions to try, in GraphiQL at {address}/graphiql:")
        for question in demo_questions():
            click.echo(f"  - {question.title}")
    click.echo("\nControl-C ends it.")


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, *_, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        # The protocol is named: asyncio sends at once (TCP_NODELAY) only on sockets that say they are TCP.
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(where)
        except OSError:
            listening.close()
            raise
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Unavailable(
                f"Port {port} of {host} is in use.", field="--port", help="Name another with --port."
            ) from error
        raise BadInput(
            f"This machine cannot listen at {host}, port {port}: {error.strerror}.", field="--host", actual=host
        ) from error
    return listening


def _check_loopback(host: str) -> None:
    if not _is_loopback(host):
        raise BadInput(
            f"--demo shows everything to everybody, and {host} can be reached from other machines.",
            field="--host",
            actual=host,
            expected="127.0.0.1, ::1 or localhost",
            help="Leave --host or --demo out.",
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
