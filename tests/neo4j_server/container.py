"""A Community server of our own in a container, by Docker or Podman."""

import shutil
import subprocess
import sys

from tests.neo4j_server.bolt import wait_until_answering
from tests.neo4j_server.server import PASSWORD, USER, free_port

IMAGE = "neo4j:5.26-community"
ENGINES = ("docker", "podman")
ANSWER_SECONDS = 30.0


def ready_engine() -> str | None:
    """Return the path of the first engine that answers and has the image or can fetch it."""
    for name in ENGINES:
        engine = shutil.which(name)
        if engine is None or not _succeeds([engine, "info"]):
            continue
        if _succeeds([engine, "image", "inspect", IMAGE]) or _pulled(engine):
            return engine
    return None


def create_arguments(port: int) -> list[str]:
    """Return what is said to the engine after its name to make the container, and not start it yet."""
    settings = {
        "NEO4J_AUTH": f"{USER}/{PASSWORD}",
        "NEO4J_server_memory_heap_max__size": "2g",
        "NEO4J_server_memory_pagecache_size": "256m",
    }
    environment = [f"--env={name}={value}" for name, value in settings.items()]
    return ["create", f"--publish=127.0.0.1:{port}:7687", *environment, IMAGE]


class ContainerServer:
    """An OwnServer in a container; its data lives as long as the container."""

    def __init__(self, engine: str) -> None:
        self.user = USER
        self.password = PASSWORD
        port = free_port()
        self.uri = f"neo4j://127.0.0.1:{port}"
        self._engine = engine
        self._container = _said([engine, *create_arguments(port)])

    def start(self) -> None:
        """Start, and return when queries are answered."""
        self._say("start")
        wait_until_answering(self, self._check_alive)

    def stop(self) -> None:
        """Stop in order."""
        self._say("stop", "--time=60")

    def kill(self) -> None:
        """End it without warning."""
        if self._runs():
            self._say("kill")

    def remove(self) -> None:
        """End it and remove its data."""
        self._say("rm", "--force", "--volumes")

    def _runs(self) -> bool:
        return _said([self._engine, "inspect", "--format={{.State.Running}}", self._container]) == "true"

    def _check_alive(self) -> None:
        if not self._runs():
            log = subprocess.run([self._engine, "logs", self._container], capture_output=True, text=True, check=False)
            message = f"Neo4j ended while it started:\n{log.stdout}{log.stderr}"
            raise RuntimeError(message)

    def _say(self, verb: str, *options: str) -> None:
        _said([self._engine, verb, *options, self._container])


def _pulled(engine: str) -> bool:
    pull = subprocess.run([engine, "pull", "--quiet", IMAGE], capture_output=True, text=True, check=False)
    if pull.returncode:
        sys.stderr.write(f"{engine} answers but cannot fetch {IMAGE}: {pull.stderr.strip()}\n")
    return pull.returncode == 0


def _succeeds(command: list[str]) -> bool:
    try:
        run = subprocess.run(command, capture_output=True, check=False, timeout=ANSWER_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return run.returncode == 0


def _said(command: list[str]) -> str:
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        message = f"{' '.join(command)}: {run.stderr.strip()}"
        raise RuntimeError(message)
    return run.stdout.strip()
