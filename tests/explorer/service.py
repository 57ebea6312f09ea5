"""The demo network, served by the command as `make demo` does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2


@contextmanager
def served(folder: Path, *options: str, port: int = 0) -> Iterator[str]:
    """The address of the service while it answers, on the store in this folder."""
    command = [sys.executable, "-c", "from server.command_line import main; main()", "--store", "sqlite:///demo.db"]
    serve = [*command, "serve", "--port", str(port), *options]
    process = subprocess.Popen(serve, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        assert first.startswith("Open http://"), first + process.stdout.read()
        yield first.split()[1]
    finally:
        process.terminate()
        process.communicate(timeout=20)


def loaded(folder: Path) -> Path:
    """The folder, with the demo network in it."""
    command = [sys.executable, "-c", "from server.command_line import main; main()", "--store", "sqlite:///demo.db"]
    subprocess.run([*command, "load", "--demo"], cwd=folder, check=True, capture_output=True, timeout=120)
    return folder


def asked(address: str, document: str) -> dict[str, object]:
    """What the API says, asked beside the page."""
    answer: dict[str, object] = httpx2.post(f"{address}graphql", json={"query": document}).json()
    assert "errors" not in answer, answer
    data = answer["data"]
    assert isinstance(data, dict)
    return data
