"""`korte-lijnen serve` in a process of its own, as somebody runs it: with a provider, without one, and as a demo."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx2
import orjson
import pytest

from server.settings import (
    ADDRESS,
    OIDC_AUDIENCE,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
    OIDC_ISSUER,
    OIDC_SCOPES,
    OIDC_STEWARD,
    SESSION_SECRET,
    SETTINGS,
    STORE,
)
from tests.running import korte_lijnen
from tests.sign_in.browser import Browser, viewer_in
from tests.sign_in.conftest import NETWORK, SECRET
from tests.sign_in.provider_process import AUDIENCE, CLIENT_ID, CLIENT_SECRET, ProviderProcess
from tests.sign_in.test_browser import ANYBODY, FENNA
from tests.stores.places import CHECKOUT

COMMAND = [sys.executable, "-c", "from server.command_line import main; main()"]
ASKED = "{ viewer { name role person { id } coalitions { id } explanation } }"


@pytest.fixture
def settings(provider: ProviderProcess, tmp_path: Path) -> dict[str, str]:
    """Everything that is set where people sign in."""
    return {
        STORE.name: f"sqlite:///{tmp_path / 'network.db'}",
        ADDRESS.name: provider.service,
        OIDC_ISSUER.name: provider.issuer,
        OIDC_CLIENT_ID.name: CLIENT_ID,
        OIDC_CLIENT_SECRET.name: CLIENT_SECRET,
        OIDC_SCOPES.name: "openid profile email roles",
        OIDC_STEWARD.name: "keepers",
        OIDC_AUDIENCE.name: AUDIENCE,
        SESSION_SECRET.name: SECRET,
    }


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    ours = {setting.name for setting in SETTINGS}
    return {name: value for name, value in os.environ.items() if name not in ours} | {
        **settings,
        "PYTHONPATH": str(CHECKOUT),
    }


@contextmanager
def serving(folder: Path, settings: Mapping[str, str], port: int, *arguments: str) -> Iterator[str]:
    """The service in a process of its own: its address."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", str(port), *arguments],
        cwd=folder, env=environment(settings), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        found = re.search(r"http://\S+:\d+", process.stdout.readline())
        assert found, process.communicate()[1]
        yield found.group()
    finally:
        process.terminate()
        assert "Traceback" not in process.communicate(timeout=30)[1]


def load(folder: Path, settings: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STORE.name, settings[STORE.name])
    lines = b"".join(orjson.dumps(line) + b"\n" for line in NETWORK)
    assert korte_lijnen(folder, "load", "-", given=lines).code == 0


def ask(address: str, token: str | None = None, document: str = ASKED) -> httpx2.Response:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return httpx2.post(f"{address}/graphql", json={"query": document}, headers=headers)


def test_people_and_programs_come_in_by_every_way_there_is(
    tmp_path: Path,
    settings: dict[str, str],
    service_port: int,
    provider: ProviderProcess,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load(tmp_path, settings, monkeypatch)
    made = ("token", "create", "nightly", "--role", "steward", "--expires", "2100-01-01")
    token = korte_lijnen(tmp_path, *made).output.strip()
    with serving(tmp_path, settings, service_port) as address, Browser(address) as browser:
        assert browser.sign_in("fenna", to="/graphiql").headers["location"] == f"{address}/graphiql"
        assert browser.viewer() == FENNA
        assert viewer_in(ask(address)) == ANYBODY
        assert viewer_in(ask(address, provider.access_token("importer")))["role"] == "STEWARD"
        assert viewer_in(ask(address, token)) == {**ANYBODY, "name": "nightly", "role": "STEWARD"}
        assert ask(address, "nothing").status_code == 401


def test_a_demo_needs_no_signing_in_and_has_none(
    tmp_path: Path, settings: dict[str, str], service_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, settings, monkeypatch)
    with serving(tmp_path, settings, service_port, "--demo") as address:
        assert viewer_in(ask(address)) == {**ANYBODY, "name": "the demo's steward", "role": "STEWARD"}
        assert httpx2.get(f"{address}/sign-in").status_code == 404
        member = ("token", "create", "f", "--role", "member", "--person", "fenna", "--expires", "2100-01-01")
        token = korte_lijnen(tmp_path, *member).output.strip()
        assert viewer_in(ask(address, token)) == FENNA  # to look around as somebody else
        assert ask(address, "nothing").status_code == 401


def test_without_demo_nobody_is_a_steward_by_being_on_this_machine(
    tmp_path: Path, settings: dict[str, str], service_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, settings, monkeypatch)
    with serving(tmp_path, {STORE.name: settings[STORE.name]}, service_port) as address:
        assert viewer_in(ask(address)) == ANYBODY
        confirmed = ask(address, document='mutation { confirm(ids: ["mehmet"]) { ids } }').json()
        assert confirmed["data"] == {"confirm": None}
        assert confirmed["errors"][0]["extensions"]["code"] in ("UNAUTHENTICATED", "NOT_FOUND")


def test_settings_that_cannot_be_right_are_told_before_anything_is_served(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    del settings[SESSION_SECRET.name]
    ran = subprocess.run(
        [*COMMAND, "serve", "--port", "0"],
        cwd=tmp_path, env=environment(settings), capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (1, "")
    assert f"{SESSION_SECRET.name} is not" in ran.stderr
    assert CLIENT_SECRET not in ran.stderr
