"""Clients that others made hear this service: the protocol's own, and EventSource as browsers have it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.graph.networks import node
from tests.moving.conftest import REGION, Serve, Service
from tests.moving.test_two_processes import serving
from tests.stores.places import Place

CLIENTS = Path(__file__).parent / "clients"
DOCUMENT = "subscription { changed { version touched } }"

Hear = Callable[[], list[Any]]


@pytest.fixture(scope="module")
def clients() -> Path:
    """The clients with what they need, installed once in the cache."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        pytest.fail("the clients run on Node.js 18 or newer: apt-get install nodejs npm, or brew install node")
    made_of = b"".join(path.read_bytes() for path in sorted(CLIENTS.iterdir()))
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "korte-lijnen"
    folder = cache / f"moving-clients-{hashlib.sha256(made_of).hexdigest()[:12]}"
    if not (folder / "installed").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(CLIENTS, folder)
        npm = subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=folder, capture_output=True, text=True, check=False)
        assert npm.returncode == 0, npm.stderr
        (folder / "installed").touch()
    return folder


@contextmanager
def running(script: Path, port: int, document: str = DOCUMENT) -> Iterator[Hear]:
    """A client that listens; each call gives the next thing that it says."""
    command = ["node", str(script), f"http://127.0.0.1:{port}/graphql", document]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        said = process.stdout
        assert said is not None

        def hear() -> list[Any]:
            told: list[Any] = json.loads(said.readline())
            return told

        try:
            yield hear
        finally:
            process.kill()


def test_the_client_of_the_protocol_hears_each_change(service: Service, clients: Path) -> None:
    with running(clients / "graphql_sse.mjs", service.port) as hear:
        assert hear() == ["connected", None]
        for number in range(3):
            version = service.write({**REGION, "name": str(number)})
            assert hear() == ["next", {"data": {"changed": {"version": version, "touched": ["r"]}}}]


def test_the_client_of_the_protocol_is_told_what_is_wrong_by_the_status(service: Service, clients: Path) -> None:
    with running(clients / "graphql_sse.mjs", service.port, "subscription { nothing }") as hear:
        assert hear() == ["error", 400]


def test_the_client_of_the_protocol_understands_the_end(
    service: Service, clients: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(clients / "graphql_sse.mjs", service.port) as hear:
        assert hear() == ["connected", None]

        def broken(_version: int, _limit: int | None = None) -> None:
            raise ValueError

        monkeypatch.setattr(service.live.store, "changes_since", broken)
        service.write({**REGION, "name": "Regio"})
        word, told = hear()
        assert word == "next"
        assert told["errors"][0]["extensions"]["code"] == "INTERNAL"
        assert hear() == ["complete", None]


def test_an_event_source_comes_back_by_itself_and_misses_nothing(tmp_path: Path, serve: Serve, clients: Path) -> None:
    place = Place(f"sqlite:///{tmp_path / 'network.db'}")
    writer = serve(place)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with ExitStack() as listens:
        with serving(place, "--port", str(port)) as (_, process):
            hear = listens.enter_context(running(clients / "event_source.mjs", port))
            assert hear() == ["connected", None]
            heard = writer.write(node("Region", "r", name="heard"))
            assert hear() == ["next", [heard, {"data": {"changed": {"version": heard, "touched": ["r"]}}}]]
            process.terminate()
            process.wait(10)
        assert hear()[0] == "error"
        missed = [writer.write(node("Region", "r", name=str(number))) for number in range(2)]
        with serving(place, "--port", str(port)):
            while (told := hear())[0] == "error":
                pass  # it tried before the service was there again
            assert told == ["connected", None]
            assert [hear()[1][0] for _ in missed] == missed


def test_an_event_source_stops_where_it_is_told_what_is_wrong(service: Service, clients: Path) -> None:
    with running(clients / "event_source.mjs", service.port, 'subscription { changed(around: "sem") { at } }') as hear:
        assert hear() == ["error", 400]
        assert hear() == ["closed", None]
