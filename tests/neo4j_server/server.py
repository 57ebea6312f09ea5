"""What a test may ask of a server: where it is, and for one of our own to stop, start or die."""

import socket
from dataclasses import dataclass
from typing import Protocol, TypeAlias

USER = "neo4j"  # the only account that a fresh server has
PASSWORD = "korte-lijnen-test"  # guards a server on loopback that holds test networks only


class ServerMissingError(Exception):
    """No Neo4j can be had on this machine; the text says what to install."""


class OwnServer(Protocol):
    """A server that the tests started, so that they may also take it away.

    Its address and its data stay the same from ``start`` to ``start``.
    """

    @property
    def uri(self) -> str: ...
    @property
    def user(self) -> str: ...
    @property
    def password(self) -> str: ...

    def start(self) -> None:
        """Start, and return when queries are answered; nothing happens to one that runs."""

    def stop(self) -> None:
        """Stop in order; nothing happens to one that is stopped."""

    def kill(self) -> None:
        """End it without warning, as a power cut would; nothing happens to one that is stopped."""

    def remove(self) -> None:
        """End it and remove its data."""


@dataclass(frozen=True)
class GivenServer:
    """A server that somebody else runs."""

    uri: str
    user: str
    password: str


Neo4jServer: TypeAlias = GivenServer | OwnServer


def free_port() -> int:
    """Return a port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
