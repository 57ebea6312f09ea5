"""A small real schema and a real server for it, to try the HTTP layer with.

Anna leads a youth care desk, Bram is her deputy; everybody else is numbered.
"""

from __future__ import annotations

import datetime
import enum
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated

import anyio.from_thread
import httpx2
import strawberry
import uvicorn
from starlette.requests import Request
from starlette.types import ASGIApp
from strawberry.scalars import JSON

from graph.errors import BadInput, NotFound, Unavailable
from server.application import application
from server.graphiql_page import ExampleQuestion
from server.limits import Limits


@dataclass
class Network:
    """What is asked: its version, the notes made by mutations, and how often it was really asked."""

    version: int = 1
    notes: list[str] = field(default_factory=list)
    questions: int = 0
    away: bool = False


@dataclass(frozen=True)
class Asker:
    """The context of one request."""

    network: Network
    viewer: str


type_info = strawberry.Info[Asker, None]


@strawberry.enum
class Mandate(enum.Enum):
    LISTEN = "LISTEN"
    DECIDE = "DECIDE"


@strawberry.interface
class Node:
    id: strawberry.ID
    name: str

    @strawberry.field
    def history(self, first: int = 25) -> list[str]:
        return ["begun"][:first]


@strawberry.type
class Organisation(Node):
    @strawberry.field
    def people(self, first: int = 25) -> PersonConnection:
        return connection(first)

    @strawberry.field
    def parts(self) -> list[Organisation]:
        return [ORGANISATION]


@strawberry.type
class Person(Node):
    age: int | None = None
    email: str | None = None

    @strawberry.field
    def organisations(self) -> list[Organisation]:
        return [ORGANISATION]

    @strawberry.field
    def handshakes(self, first: int = 25) -> PersonConnection:
        return connection(first)


@strawberry.type
class PersonEdge:
    node: Person
    cursor: str


@strawberry.type
class PageInfo:
    has_next_page: bool


@strawberry.type
class PersonConnection:
    edges: list[PersonEdge]
    page_info: PageInfo
    total_count: int


@strawberry.type
class ContactPaths:
    people: list[Person]


@strawberry.type
class NoContactPath:
    message: str


@strawberry.input(one_of=True)
class Target:
    person: strawberry.ID | None = strawberry.UNSET
    organisation: strawberry.ID | None = strawberry.UNSET


@strawberry.input
class Need:
    sector: strawberry.ID | None = None
    mandate: Mandate | None = None


ORGANISATION = Organisation(id=strawberry.ID("o1"), name="GGD")
PEOPLE = [
    Person(id=strawberry.ID(f"p{n}"), name=name, age=40, email=None)
    for n, name in enumerate(["Anna", "Bram", *(f"Person {n}" for n in range(2, 1_000))])
]


def connection(first: int) -> PersonConnection:
    return PersonConnection(
        edges=[PersonEdge(node=person, cursor=person.id) for person in PEOPLE[:first]],
        page_info=PageInfo(has_next_page=first < len(PEOPLE)),
        total_count=len(PEOPLE),
    )


async def on_the_event_loop() -> str:
    return "from the loop"


@strawberry.type
class Query:
    @strawberry.field
    def hello(self, info: type_info) -> str:
        info.context.network.questions += 1
        return "hello"

    @strawberry.field
    def viewer(self, info: type_info) -> str:
        return info.context.viewer

    @strawberry.field
    def people(self, first: int = 25, mandate: Mandate | None = None, need: Need | None = None) -> PersonConnection:
        assert mandate is None or isinstance(mandate, Mandate)
        assert need is None or isinstance(need, Need)
        if not 1 <= first <= 1_000:
            raise BadInput("That many at once is not given.", field="first", actual=first, expected="1 to 1000")
        return connection(first)

    @strawberry.field
    def rows(self) -> list[Person]:
        return PEOPLE

    @strawberry.field
    def node(self, id: strawberry.ID) -> Node | None:
        found = next((person for person in PEOPLE if person.id == id), None)
        if found is None:
            raise NotFound("There is no such node.", field="id", actual=id, help="Search for its name.")
        return found

    @strawberry.field
    def nodes(self, ids: list[strawberry.ID]) -> list[Node | None]:
        return [next((person for person in PEOPLE if person.id == id), None) for id in ids]

    @strawberry.field
    def contact_paths(
        self, to: Target, first: int = 3
    ) -> Annotated[ContactPaths | NoContactPath, strawberry.union("ContactPathsResult")]:
        return ContactPaths(people=PEOPLE[:first]) if to.person else NoContactPath(message="nobody")

    @strawberry.field
    def required(self, n: int) -> int | None:
        return n

    @strawberry.field
    def on(self, date: datetime.date) -> str:
        return date.isoformat()

    @strawberry.field
    def echo(self, value: JSON) -> JSON:
        return value

    @strawberry.field
    def broken(self) -> int | None:
        raise ValueError(f"{PEOPLE[0].name} has no telephone")

    @strawberry.field
    def not_a_number(self) -> int | None:
        return PEOPLE[0].name  # type: ignore[return-value]  # what a faulty resolver would do

    @strawberry.field
    def broken_required(self) -> int:
        raise ValueError(f"{PEOPLE[0].name} has no telephone")

    @strawberry.field
    def from_the_loop(self) -> str:
        return anyio.from_thread.run(on_the_event_loop)

    @strawberry.field
    def slow(self, seconds: float) -> bool:
        if not 0 <= seconds <= 5:
            raise BadInput("Nobody waits that long.", field="seconds", expected="0 to 5")
        time.sleep(seconds)
        return True

    @strawberry.field
    def unwritable(self) -> JSON:
        return JSON({1, 2})


@strawberry.type
class Mutation:
    @strawberry.mutation
    def note(self, info: type_info, text: str) -> int:
        info.context.network.notes.append(text)
        return len(info.context.network.notes)


schema = strawberry.Schema(Query, Mutation, types=[Person, Organisation])

QUESTIONS = (
    ExampleQuestion("Who is there?", "query Who($first: Int) { people(first: $first) { totalCount } }", {"first": 3}),
    ExampleQuestion("Hello", "query Hello { hello }"),
)


def small_application(
    network: Network | None = None, limits: Limits | None = None, questions: Sequence[ExampleQuestion] = QUESTIONS
) -> ASGIApp:
    """The application of server/ on the small schema; the header X-Viewer says who asks."""
    network = network or Network()

    def network_version() -> int:
        if network.away:
            raise Unavailable("The store is away.", help="Try again.")
        return network.version

    def context_for(request: Request) -> Asker:
        network_version()
        return Asker(network, request.headers.get("x-viewer", "PUBLIC"))

    return application(
        schema,
        context_for,
        network_version=network_version,
        etag_for=lambda asker: f"{asker.network.version} {asker.viewer}",
        limits=limits,
        questions=questions,
    )


@contextmanager
def served(app: ASGIApp) -> Iterator[httpx2.Client]:
    """Serve an application on a free port of the loopback, and give a client of it."""
    # The protocol is named: asyncio sends at once (TCP_NODELAY) only on sockets that say they are TCP.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.01)
        with httpx2.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=30) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listener.close()


def post(
    client: httpx2.Client, query: str, accept: str = "application/graphql-response+json", **more: object
) -> httpx2.Response:
    """Send a document by POST; `more` are the other parameters."""
    return client.post("/graphql", json={"query": query, **more}, headers={"Accept": accept})
