"""From the address of a store to the network that it keeps."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import click

from graph.errors import Conflict, NotFound
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
    """The network of a store. A file that is not there is made only where it may be `new`."""
    at = address(store)
    if not new and (file := _missing(at)) is not None:
        raise NotFound(
            f"There is no file {file}.",
            field="--store",
            actual=at,
            expected="the address of a store that exists",
            help="`korte-lijnen load` makes one; `korte-lijnen load --demo` one to look around in.",
        )
    with _opened(at) as live:
        yield live


@contextmanager
def new_network(store: str | None) -> Iterator[LiveNetwork]:
    """The network of a store that something is to be put in. A file that is not there comes to be there when that is
    done, and not when it is refused or broken off."""
    at = address(store)
    file = _missing(at)
    if file is None or not file.parent.is_dir():
        with _opened(at) as live:
            yield live
        return
    with TemporaryDirectory(prefix=f".{file.name}.", dir=file.parent) as folder:
        made = Path(folder) / file.name
        with _opened(f"{_SQLITE}{made}") as live:
            yield live
            written = live.network.version > 0
        if written:
            _put(made, file)


def _missing(at: str) -> Path | None:
    """The file of an SQLite store that is not there."""
    file = Path(at.removeprefix(_SQLITE))
    return file if at.startswith(_SQLITE) and at != _SQLITE and not file.exists() else None


def _put(made: Path, file: Path) -> None:
    """Give a store that was closed, and so is one file, its place; never that of another."""
    try:
        file.hardlink_to(made)
    except FileExistsError as error:
        raise Conflict(
            f"{file} was made by another process meanwhile.", field="--store", help="Nothing was stored. Try again."
        ) from error
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def _opened(at: str) -> Iterator[LiveNetwork]:
    opened = open_store(at, NEO4J_USER.value(), NEO4J_PASSWORD.value())
    try:
        live = LiveNetwork(opened)
    except BaseException:
        opened.close()
        raise
    with live:
        yield live
