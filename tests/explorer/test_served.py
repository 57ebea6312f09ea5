"""The page is served whole from the package, is what its source builds, and may run nothing but itself."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.conftest import CHECKOUT
from tests.explorer.web import installed
from tests.graphql_http import served, small_application

BUILT = CHECKOUT / "server" / "explorer" / "static"
MOST_BYTES = 100_000


@pytest.fixture(scope="module")
def client() -> Iterator[httpx2.Client]:
    with served(small_application()) as client:
        yield client


def test_the_page_is_at_the_root_and_asks_for_nothing_from_elsewhere(client: httpx2.Client) -> None:
    page = client.get("/")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    references = re.findall(r'(?:src|href)="([^"]*)"', page.text)
    assert len(references) == 3
    for reference in references:
        answer = client.get(f"/{reference.removeprefix('./')}")
        assert answer.status_code == 200, reference
        assert answer.content == (BUILT / reference).read_bytes()


def test_the_policy_allows_no_inline_script_or_style_and_no_evaluation(client: httpx2.Client) -> None:
    policy = client.get("/").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "http" not in policy
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    for name in ("script-src", "style-src", "connect-src", "worker-src"):
        assert directives[name] == "'self'"
    assert directives["default-src"] == "'none'"


def test_its_files_keep_their_names_and_are_asked_for_again(client: httpx2.Client) -> None:
    for file in (BUILT / "explorer").iterdir():
        answer = client.get(f"/explorer/{file.name}")
        assert answer.headers["cache-control"] == "no-cache"
        again = client.get(f"/explorer/{file.name}", headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_the_page_without_the_drawing_is_light() -> None:
    files = [BUILT / "index.html", BUILT / "explorer" / "page.js", BUILT / "explorer" / "page.css"]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < MOST_BYTES


def test_it_is_told_whether_people_can_sign_in(client: httpx2.Client) -> None:
    assert client.get("/explorer/service.json").json() == {"signIn": False}


def test_what_is_served_is_what_the_source_builds(tmp_path: Path) -> None:
    """If not: `npm ci && npm run build` in web/, and commit server/explorer/static."""
    web = installed()
    copy = tmp_path / "web"
    shutil.copytree(web, copy, ignore=shutil.ignore_patterns("node_modules", "asked"))
    (copy / "node_modules").symlink_to(web / "node_modules")
    (tmp_path / "schema").mkdir()
    shutil.copy(CHECKOUT / "schema" / "schema.graphql", tmp_path / "schema")
    ran = subprocess.run(["npm", "run", "build"], cwd=copy, check=False, capture_output=True, text=True, timeout=200)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    rebuilt = tmp_path / "server" / "explorer" / "static"
    assert files_of(rebuilt) == files_of(BUILT)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_lock_names_no_registry() -> None:
    lock = (CHECKOUT / "web" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
