"""From the address of a store to the network that it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from graph.errors import NotFound
from graph.live import LiveNetwork
from graph.stores import open_store
from server.settings import NEO4J_PASSWORD, NEO4J_USER, STORE

F = TypeVar("F", bound=Callable[..., Any])

_SQLITE = "sqlite:///"


@dataclass(frozen=True, slots=True)
class Addressed:
    """The address that was given before the command."""

    store: str | None


def store_option(command: F) -> F:
    """The option --store, before a command and after it."""
    return click.option(
        "--store",
        metavar="ADDRESS",
        help=f"The store: sqlite:///file.db or neo4j://host. [env: {STORE.name}; default: {STORE.default}]",
    )(command)


def address(store: str | None) -> str:
    """The address to use: after the command, before it, in the environment, or the default."""
    before: Addressed | None = click.get_current_context().find_object(Addressed)
    return store or (before.store if before else None) or STORE.value() or ""


@contextmanager
def network(store: str | None, *, new: bool = False) -> Iterator[LiveNetwork]:
    """The network of a store. A file that is not there is made only where something `new` is to be put in it."""
    at = address(store)
    if not new and at.startswith(_SQLITE) and not Path(at.removeprefix(_SQLITE)).exists():
        raise NotFound(
            f"There is no file {at.removeprefix(_SQLITE)}.",
            field="--store",
            actual=at,
            expected="the address of a store that exists",
            help="`korte-lijnen load` makes one; `korte-lijnen load --demo` one to look around in.",
        )
    opened = open_store(at, NEO4J_USER.value(), NEO4J_PASSWORD.value())
    try:
        live = LiveNetwork(opened)
    except BaseException:
        opened.close()
        raise
    with live:
        yield live
