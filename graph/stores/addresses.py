"""From an address to the store that is there.

`sqlite:///file.db` is a file in the working folder, `sqlite:////var/lib/file.db` one by its whole path;
`neo4j://host`, `neo4j+s://host:7687` and `bolt://host` are Neo4j databases.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from graph.errors import BadInput
from graph.store import Store
from graph.stores.neo4j.store import Neo4jStore
from graph.stores.sqlite import SqliteStore

SQLITE = "sqlite:///"
NEO4J = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


def open_store(address: str, user: str | None = None, password: str | None = None) -> Store:
    """Open the store at an address, and make it where there is none yet.

    User and password are Neo4j's; they never stand in the address, which is logged and shown. Raises BadInput when
    there can be no store of ours at that address, Unavailable when it is away.
    """
    if address.startswith(SQLITE) and address != SQLITE:
        return SqliteStore(Path(address.removeprefix(SQLITE)))
    parts = _split(address)
    if parts.scheme in NEO4J and parts.hostname:
        return Neo4jStore(_checked(parts), user, password)
    raise _no_address(_shown(parts))


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port  # is read only now, and may be no number
    except ValueError as error:
        raise _no_address("an address that cannot be read") from error
    return parts


def _checked(parts: SplitResult) -> str:
    if parts.username is not None or parts.password is not None:
        raise BadInput(
            "the address of the store holds a user or password",
            field="store",
            actual=_shown(parts),
            expected=f"{parts.scheme}://{_host(parts)}",
            help="Give user and password apart from the address: an address is logged and shown.",
        )
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise BadInput(
            "the address of a Neo4j store ends with its host and port",
            field="store",
            actual=_shown(parts),
            expected=f"{parts.scheme}://{_host(parts)}",
            help="The network is kept in the user's home database.",
        )
    return f"{parts.scheme}://{_host(parts)}"


def _no_address(actual: str) -> BadInput:
    return BadInput(
        "there is no store at that address",
        field="store",
        actual=actual,
        expected="sqlite:///file.db, sqlite:////whole/path/file.db, or neo4j://host (or neo4j+s, neo4j+ssc, bolt, ...)",
    )


def _shown(parts: SplitResult) -> str:
    """The address without what may be a password."""
    return parts._replace(netloc=_host(parts)).geturl()


def _host(parts: SplitResult) -> str:
    return parts.netloc.rpartition("@")[2]
