"""docker-compose.yml and the Dockerfile, as far as they can be tried without an engine."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from neo4j import GraphDatabase

from server.settings import SETTINGS
from tests.conftest import CHECKOUT
from tests.neo4j_server import Neo4jServer
from tests.neo4j_server.container import IMAGE, create_arguments
from tests.neo4j_server.server import free_port

COMPOSE_FILE = CHECKOUT / "docker-compose.yml"
START_SECONDS = 60.0

Instruction = tuple[str, str]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(COMPOSE_FILE.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def dockerfile() -> list[Instruction]:
    text = (CHECKOUT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line.strip() for line in text.splitlines())
    return [(line.split()[0], line.split(maxsplit=1)[1]) for line in lines if line and not line.startswith("#")]


def said(dockerfile: list[Instruction], word: str) -> list[str]:
    return [rest for instruction, rest in dockerfile if instruction == word]


def exec_form(rest: str) -> list[str]:
    """Return the words of a CMD or HEALTHCHECK in exec form."""
    words: list[str] = yaml.safe_load(rest[rest.index("[") :])
    return words


def copied(dockerfile: list[Instruction]) -> list[str]:
    return [source for rest in said(dockerfile, "COPY") for source in rest.split()[:-1]]


def test_every_image_has_a_tag_with_a_version(compose: dict[str, Any], dockerfile: list[Instruction]) -> None:
    images = [service["image"] for service in compose["services"].values() if "image" in service]
    images += said(dockerfile, "FROM")
    assert [image for image in images if not re.fullmatch(r"[a-z0-9/.-]+:\d+\.\d+[a-z0-9.-]*", image)] == []


def test_the_service_runs_with_the_neo4j_that_the_tests_run_on(compose: dict[str, Any]) -> None:
    assert compose["services"]["neo4j"]["image"] == IMAGE


def test_what_the_image_copies_is_there_and_let_through(dockerfile: list[Instruction]) -> None:
    ignore = (CHECKOUT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert ignore[0] == "*"
    for source in copied(dockerfile):
        assert (CHECKOUT / source).exists()
        assert f"!{source}" in ignore or source == "./"


def test_the_image_holds_every_package(dockerfile: list[Instruction]) -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert set(packages) <= set(copied(dockerfile))


def test_the_image_installs_nothing_that_is_not_pinned(dockerfile: list[Instruction]) -> None:
    installs = [rest for rest in said(dockerfile, "RUN") if "pip install" in rest]
    assert len(installs) == 2
    assert "--require-hashes" in installs[0]
    assert {"--no-deps", "--no-build-isolation"} <= set(installs[1].split())


def test_the_service_is_not_root(dockerfile: list[Instruction]) -> None:
    assert int(said(dockerfile, "USER")[-1]) > 0


def test_ports_are_published_on_loopback_only(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]
    assert ports
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


def test_every_volume_is_named_and_declared(compose: dict[str, Any]) -> None:
    mounted = [volume for service in compose["services"].values() for volume in service.get("volumes", [])]
    assert mounted
    assert {volume.split(":")[0] for volume in mounted} == set(compose["volumes"])


def test_the_service_waits_for_a_healthy_neo4j(compose: dict[str, Any]) -> None:
    services = compose["services"]
    for needed, how in services["korte-lijnen"]["depends_on"].items():
        assert how == {"condition": "service_healthy"}
        assert services[needed]["healthcheck"]["test"]
    store = services["korte-lijnen"]["environment"]["KORTE_LIJNEN_STORE"]
    assert store.removeprefix("neo4j://") in services


def test_no_password_has_a_default() -> None:
    text = COMPOSE_FILE.read_text(encoding="utf-8")
    used = re.findall(r"(?<!\$)\$\{([^}]*)\}", text)
    assert used
    assert set(used) == {"NEO4J_PASSWORD:?set NEO4J_PASSWORD"}
    for key, value in re.findall(r"^ +(\S*(?:PASSWORD|AUTH)): (.*)$", text, re.MULTILINE):
        assert "${NEO4J_PASSWORD:?" in value, key


def test_the_health_check_of_neo4j_hands_on_the_password(compose: dict[str, Any], tmp_path: Path) -> None:
    shell = tmp_path / "cypher-shell"
    shell.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    shell.chmod(0o755)
    check = compose["services"]["neo4j"]["healthcheck"]["test"].replace("$$", "$")
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "NEO4J_AUTH": "neo4j/a/b $c"}
    told = subprocess.run(["/bin/sh", "-c", check], env=environment, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == ["--username", "neo4j", "--password", "a/b $c", "RETURN 1"]


def test_neo4j_knows_the_settings_of_its_containers(compose: dict[str, Any], neo4j_server: Neo4jServer) -> None:
    variables = {*compose["services"]["neo4j"]["environment"]}
    variables |= {option.removeprefix("--env=").split("=")[0] for option in create_arguments(1) if "--env" in option}
    # The image's own rule: a double underscore is an underscore, a single one is a dot.
    settings = {
        variable.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_")
        for variable in variables - {"NEO4J_AUTH"}
    }
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        known = {record["name"] for record in driver.execute_query("SHOW SETTINGS YIELD name").records}
    assert settings - known == set()


def compose_command() -> list[str]:
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]) is None:
            continue
        if subprocess.run([*command, "version"], capture_output=True, check=False).returncode == 0:
            return [*command, "--file", str(COMPOSE_FILE), "config"]
    pytest.skip("no Docker Compose on this machine: its reading of docker-compose.yml was not compared with ours")


def test_compose_refuses_to_run_without_a_password() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "NEO4J_PASSWORD"}
    run = subprocess.run(compose_command(), env=environment, capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert "set NEO4J_PASSWORD" in run.stderr


def test_compose_reads_the_file_as_it_is_meant(compose: dict[str, Any]) -> None:
    environment = {**os.environ, "NEO4J_PASSWORD": "chosen-here"}
    run = subprocess.run(compose_command(), env=environment, capture_output=True, text=True, check=True)
    read = yaml.safe_load(run.stdout)
    assert read["services"].keys() == compose["services"].keys()
    assert read["volumes"].keys() == compose["volumes"].keys()
    assert read["services"]["neo4j"]["environment"]["NEO4J_AUTH"] == "neo4j/chosen-here"
    assert read["services"]["korte-lijnen"]["environment"]["KORTE_LIJNEN_NEO4J_PASSWORD"] == "chosen-here"
    published = [port["host_ip"] for service in read["services"].values() for port in service["ports"]]
    assert set(published) == {"127.0.0.1"}


def test_the_image_s_command_serves_from_neo4j_and_is_found_healthy(
    compose: dict[str, Any], dockerfile: list[Instruction], empty_neo4j: Neo4jServer
) -> None:
    """The container's command, variables and health check, on this machine instead of in a container."""
    port = str(free_port())
    command = [
        word.replace("0.0.0.0", "127.0.0.1").replace("8000", port) for word in exec_form(said(dockerfile, "CMD")[0])
    ]
    check = [word.replace(":8000/", f":{port}/") for word in exec_form(said(dockerfile, "HEALTHCHECK")[0])]
    check[0] = sys.executable
    meant = compose["services"]["korte-lijnen"]["environment"]
    given = {"STORE": empty_neo4j.uri, "NEO4J_USER": empty_neo4j.user, "NEO4J_PASSWORD": empty_neo4j.password}
    environment = {f"KORTE_LIJNEN_{name}": value for name, value in given.items()}
    assert environment.keys() == {name for name, value in meant.items() if value is not None}
    # The others are passed on from whoever starts it.
    assert meant.keys() == {setting.name for setting in SETTINGS}

    program = Path(sys.executable).with_name(command[0])
    service = subprocess.Popen([str(program), *command[1:]], env={**os.environ, **environment})
    try:
        deadline = time.monotonic() + START_SECONDS
        while subprocess.run(check, capture_output=True, check=False).returncode:
            assert service.poll() is None, f"{shlex.join(command)} ended by itself"
            assert time.monotonic() < deadline, f"not healthy within {START_SECONDS:.0f} seconds"
            time.sleep(0.2)
    finally:
        service.send_signal(signal.SIGTERM)
        service.wait(START_SECONDS)
