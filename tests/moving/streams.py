"""A listener to the byte: a stream of server-sent events read from a bare socket."""

from __future__ import annotations

import select
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import h11
import orjson

CHANGED = "subscription { changed { version by because touched } }"
PATIENCE = 20.0


@dataclass(frozen=True)
class Told:
    """One block of a stream: an event, the opening (which has no name), or a comment (which has nothing)."""

    name: str | None = None
    id: int | None = None
    data: Any = None

    @property
    def change(self) -> dict[str, Any]:
        """What changed, where no error came along."""
        assert "errors" not in self.data, self.data
        change: dict[str, Any] = self.data["data"]["changed"]
        assert change.get("version", self.id) == self.id
        return change

    @property
    def error(self) -> dict[str, Any]:
        """The one error, as its extensions with the message."""
        (error,) = self.data["errors"]
        return {**error["extensions"], "message": error["message"]}


class Stream:
    """A response that goes on."""

    def __init__(self, sock: socket.socket, request: bytes) -> None:
        self.socket = sock
        self._http = h11.Connection(h11.CLIENT)
        self._read = b""
        self._ended = False
        sock.sendall(request)
        # What was sent is told to the state machine, so that it knows what to expect.
        self._http.send(h11.Request(method="POST", target="/", headers=[("Host", "x"), ("Content-Length", "0")]))
        self._http.send(h11.EndOfMessage())
        response = self._event(time.monotonic() + PATIENCE)
        assert isinstance(response, h11.Response)
        self.status = response.status_code
        self.headers = {name.decode(): value.decode() for name, value in response.headers}

    def block(self, seconds: float = PATIENCE) -> Told | None:
        """The next block; None when the response has ended. Fails when there is neither in time."""
        until = time.monotonic() + seconds
        while b"\n\n" not in self._read and not self._ended:
            self._more(until)
        if not self._read:
            return None
        block, _, self._read = self._read.partition(b"\n\n")
        return parsed(block.decode())

    def next(self, seconds: float = PATIENCE) -> Told:
        """The next event, whatever comments come before it."""
        until = time.monotonic() + seconds
        while (told := self.block(until - time.monotonic())) == Told():
            pass
        assert told is not None, "the stream has ended"
        return told

    def body(self) -> Any:  # noqa: ANN401 - JSON, of whatever shape was asked for
        """The whole body of a response that is no stream."""
        until = time.monotonic() + PATIENCE
        while not self._ended:
            self._more(until)
        return orjson.loads(self._read)

    def is_silent(self, seconds: float) -> bool:
        """Whether not one byte comes for so long."""
        return not self._read and not select.select([self.socket], [], [], seconds)[0]

    def close(self) -> None:
        self.socket.close()

    def _more(self, until: float) -> None:
        event = self._event(until)
        if isinstance(event, h11.Data):
            self._read += bytes(event.data)
        elif isinstance(event, h11.EndOfMessage):
            self._ended = True

    def _event(self, until: float) -> object:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            ready, _, _ = select.select([self.socket], [], [], max(0.0, until - time.monotonic()))
            assert ready, f"nothing came in time; read so far: {self._read!r}"
            self._http.receive_data(self.socket.recv(65_536))
        return event


def parsed(block: str) -> Told:
    """A block by the rules of https://html.spec.whatwg.org/multipage/server-sent-events.html."""
    fields: dict[str, str] = {}
    for line in block.split("\n"):
        name, _, value = line.partition(":")
        if name:
            assert name in ("id", "event", "data", "retry")
            assert name not in fields
            fields[name] = value.removeprefix(" ")
    data = orjson.loads(fields["data"]) if fields.get("data") else None
    return Told(fields.get("event"), int(fields["id"]) if "id" in fields else None, data)


def request(
    port: int,
    document: str = CHANGED,
    *,
    method: str = "POST",
    accept: str = "text/event-stream",
    headers: Mapping[str, str] | None = None,
    parameters: Mapping[str, object] | None = None,
) -> bytes:
    """A request of a document, `parameters` being the other ones of GraphQL over HTTP."""
    given = {"Host": f"127.0.0.1:{port}", "Accept": accept, **(headers or {})}
    asked = {"query": document, **(parameters or {})}
    if method == "POST":
        body = orjson.dumps(asked)
        given |= {"Content-Type": "application/json", "Content-Length": str(len(body))}
        target = "/graphql"
    else:
        body = b""
        coded = {name: value if isinstance(value, str) else orjson.dumps(value) for name, value in asked.items()}
        target = "/graphql?" + urlencode(coded)
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    return f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode() + body


@contextmanager
def opened(port: int, sent: bytes, *, receives: int | None = None) -> Iterator[Stream]:
    """The response to a request; `receives` is how many bytes may be under way to it."""
    sock = socket.socket()
    if receives is not None:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receives)
    sock.connect(("127.0.0.1", port))
    stream = Stream(sock, sent)
    try:
        yield stream
    finally:
        stream.close()


@contextmanager
def listening(
    port: int,
    document: str = CHANGED,
    *,
    since: int | None = None,
    viewer: str | None = None,
    token: str | None = None,
    accept: str = "text/event-stream",
    receives: int | None = None,
    **parameters: object,
) -> Iterator[Stream]:
    """A stream that has begun: from a version on, where one is known, and as a viewer, where one is signed in."""
    headers = {"Last-Event-ID": str(since)} if since is not None else {}
    headers |= {"X-Viewer": viewer} if viewer is not None else {}
    headers |= {"Authorization": f"Bearer {token}"} if token is not None else {}
    sent = request(port, document, accept=accept, headers=headers, parameters=parameters)
    with opened(port, sent, receives=receives) as stream:
        assert stream.status == 200, stream.body()
        opening = stream.block()
        assert opening is not None
        assert opening.name is None
        assert opening.id is not None
        yield stream
