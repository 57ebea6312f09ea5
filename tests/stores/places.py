"""Where a store is, so that a test and the processes it starts can open the same one."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from neo4j import GraphDatabase

from graph.store import Store
from graph.stores import open_store
from tests.neo4j_server import Neo4jServer

CHECKOUT = Path(__file__).parents[2]
USER, PASSWORD = "KORTE_LIJNEN_TEST_STORE_USER", "KORTE_LIJNEN_TEST_STORE_PASSWORD"


@dataclass(frozen=True)
class Process:
    """A process that says lines."""

    process: "subprocess.Popen[str]"
    said: IO[str]

    def wait_until_ready(self) -> None:
        """Return when it has opened the store, which it says first."""
        assert self.said.readline() == "ready\n"

    def lines(self) -> Iterator[str]:
        """What it says after that, line by line until it ends."""
        for line in self.said:
            if line.endswith("\n"):  # the last of one that was killed may have been cut off in the middle
                yield line.rstrip("\n")

    def kill(self) -> None:
        self.process.kill()

    def wait(self) -> int:
        return self.process.wait(60)


@dataclass(frozen=True)
class Place:
    """An address with, for Neo4j, the user and password that open it."""

    address: str
    user: str | None = None
    password: str | None = None

    @property
    def is_neo4j(self) -> bool:
        return self.user is not None

    def open(self) -> Store:
        return open_store(self.address, self.user, self.password)

    @contextmanager
    def process(self, module: str, *arguments: str) -> Iterator[Process]:
        """A Python process that runs a module of ours on this store; it is ended afterwards."""
        with subprocess.Popen(
            [sys.executable, "-m", module, self.address, *arguments],
            cwd=CHECKOUT,
            env=os.environ | {USER: self.user or "", PASSWORD: self.password or ""},
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            try:
                yield Process(process, process.stdout)
            finally:
                process.kill()


def place_of_process(address: str) -> Place:
    """The place that a process started by `Place.process` works on."""
    return Place(address, os.environ[USER] or None, os.environ[PASSWORD] or None)


def sqlite_place(folder: Path) -> Place:
    return Place(f"sqlite:///{folder / 'network.db'}")


def neo4j_place(server: Neo4jServer) -> Place:
    """The server's database without any node. Constraints may stay: opening makes those that are missing."""
    with (
        GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session() as session,
    ):
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
    return Place(server.uri, server.user, server.password)


def sqlite_rows(place: Place, statement: str) -> Sequence[tuple[object, ...]]:
    with sqlite3.connect(place.address.removeprefix("sqlite:///")) as connection:
        return connection.execute(statement).fetchall()


def neo4j_rows(place: Place, statement: str, **parameters: object) -> list[list[object]]:
    """What Neo4j itself answers, as somebody with Neo4j Browser would see it."""
    auth = (place.user or "", place.password or "")
    with GraphDatabase.driver(place.address, auth=auth) as driver:
        return [list(record.values()) for record in driver.execute_query(statement, parameters).records]
