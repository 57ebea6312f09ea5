"""Networks that are answered over HTTP as the service answers them, each to whoever a request says it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import httpx2
import orjson
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from graph.confirming.asking import Asked, ConfirmationAnswer, Delivery, answering, keep_asked
from graph.live import LiveNetwork
from graph.personal_tokens import make_token
from graph.stores import open_store
from graph.viewers import ANYBODY, Role, Viewer
from resolvers.context import Context
from resolvers.costs import COSTS, LENGTHS
from schema import schema
from seeds import synonyms
from server.application import application
from server.graphql_over_http import Listeners
from server.limits import Limits
from server.questions import demo_questions
from tests.canaries.stripping import stripped
from tests.graph.networks import TODAY, Line

STEWARD = Viewer("the steward", Role.STEWARD, "p7", frozenset({"k1"}), "You see everything.")
MEMBER = Viewer("a member", Role.MEMBER, "m4")
MEMBER_OF_K1 = Viewer("a member of k1", Role.MEMBER, "m0", frozenset({"k1"}))
VIEWERS = {viewer.name: viewer for viewer in (ANYBODY, MEMBER, MEMBER_OF_K1, STEWARD)}
OUTSIDERS = (ANYBODY, MEMBER, MEMBER_OF_K1)
"""Those from whom something is kept."""

_MOMENT = re.compile(rb"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(?:\+00:00|Z)")  # of a change: when the test wrote it


def without_moments(told: bytes) -> bytes:
    """What is told, with one moment in the place of each."""
    return _MOMENT.sub(b"2026-11-15T12:00:00+00:00", told)


@dataclass(frozen=True)
class Answer:
    """Everything that an answer shows: status, headers and body, without the moments at which the test wrote."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @classmethod
    def of(cls, response: httpx2.Response) -> Answer:
        """The answer that a response is."""
        headers = tuple(sorted(response.headers.items()))
        return cls(response.status_code, headers, without_moments(response.content))

    @cached_property
    def json(self) -> Any:  # noqa: ANN401 - of whatever shape was asked for
        """The body as JSON has it."""
        return orjson.loads(self.body)

    @cached_property
    def text(self) -> str:
        """All of it as one text."""
        return f"{self.headers}\n{self.body.decode()}"


@dataclass(frozen=True)
class Service:
    """One network, answered by the whole application."""

    live: LiveNetwork
    client: TestClient

    def ask(self, viewer: Viewer, document: str, **variables: object) -> Answer:
        """The answer to a document, asked by POST."""
        asked = {"query": document, "variables": variables} if variables else {"query": document}
        return Answer.of(self.client.post("/graphql", json=asked, headers={"X-Viewer": viewer.name}))

    def get(self, viewer: Viewer, path: str, headers: dict[str, str] | None = None, **parameters: str) -> Answer:
        """The answer to a GET."""
        return Answer.of(self.client.get(path, params=parameters, headers={"X-Viewer": viewer.name, **(headers or {})}))


@contextmanager
def service(folder: Path, states: Sequence[Sequence[Line]]) -> Iterator[Service]:
    """A network of a new SQLite file that went through these states, one change each."""
    folder.mkdir(parents=True, exist_ok=True)
    with LiveNetwork(open_store(f"sqlite:///{folder / 'network.db'}")) as live:
        for number, lines in enumerate(states, 1):
            live.write("Tess", f"state {number}", list(enumerate(lines, 1)), replace=True)
        with TestClient(answered_by(live), follow_redirects=False) as client:
            yield Service(live, client)


def answered_by(live: LiveNetwork, listeners: Listeners | None = None) -> ASGIApp:
    """The application, as `serve` puts it together, but that a header says who asks."""
    said = synonyms()

    def context_for(request: Request) -> Context:
        viewer = VIEWERS[request.headers.get("x-viewer", ANYBODY.name)]
        return replace(Context.of(live, viewer, said), today=TODAY)

    return application(
        schema,
        context_for,
        network_version=lambda: live.reduced(ANYBODY.viewer_class).version,
        etag_for=lambda context: context.depends_on,
        limits=Limits(weights=COSTS, lengths=LENGTHS),
        listeners=listeners,
        questions=demo_questions(),
    )


@dataclass(frozen=True, eq=False)
class Pair:
    """A network with its secrets, and for each viewer one that never held what is secret for them."""

    states: Sequence[Sequence[Line]]
    bare_states: dict[Viewer, list[list[Line]]]
    full: Service
    bare: dict[Viewer, Service]


def ask_for_confirmations(live: LiveNetwork, people: Sequence[str]) -> None:
    """Let people be asked whether their entry is still right: the first has answered, the others are refused."""
    asked_at, ends = datetime(2026, 11, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)
    asked = [Asked(person, f"nonce {person}", asked_at, ends, Delivery.REFUSED, "550") for person in people]
    keep_asked(live.store.keepsakes, asked)
    first = asked[0]
    with answering(live.store.keepsakes, first.person, first.nonce, ConfirmationAnswer.CONFIRMED, asked_at):
        pass


def give_tokens(live: LiveNetwork, people: Sequence[str]) -> None:
    """Let people have personal tokens, whose names tell of them."""
    for person in people:
        make_token(live.store.keepsakes, f"laptop of {person}", Role.MEMBER, datetime(2099, 1, 1, tzinfo=UTC), person)


@contextmanager
def pair(folder: Path, states: Sequence[Sequence[Line]]) -> Iterator[Pair]:
    """The services of a network, and of what is left of it for each viewer."""
    with ExitStack() as opened:
        left = {viewer: bare_states(states, viewer) for viewer in OUTSIDERS}
        full = opened.enter_context(service(folder / "full", states))
        bare = {viewer: opened.enter_context(service(folder / viewer.name, left[viewer])) for viewer in OUTSIDERS}
        yield Pair(states, left, full, bare)


def bare_states(states: Sequence[Sequence[Line]], viewer: Viewer) -> list[list[Line]]:
    """The states without what a viewer may not see, or may not see any more."""
    seen = [stripped(lines, viewer.viewer_class) for lines in states]
    hidden = _names(states[-1]) - _names(seen[-1])
    return [[line for line in lines if _name(line) not in hidden] for lines in seen]


def _names(lines: Sequence[Line]) -> set[tuple[str, ...]]:
    return {_name(line) for line in lines}


def _name(line: Line) -> tuple[str, ...]:
    """What tells a line from the others."""
    if "id" in line:
        return (str(line["id"]),)
    return tuple(str(line.get(part)) for part in ("relation", "from", "to", "since"))
