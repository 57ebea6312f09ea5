"""GraphiQL is served from the package, whole, and opens with the example questions; the other pages beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import httpx2
import pytest
from graphql import parse, validate

from server import graphiql_page
from tests.graphql_http import QUESTIONS, Network, schema, served, small_application

FOLDER = Path(graphiql_page.__file__).parent / "graphiql"
TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


class References(HTMLParser):
    """What a page loads, and what it holds itself that a strict policy forbids."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.inline: list[str] = []
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        for name, value in attrs:
            if name in ("src", "href") and value is not None and not value.startswith("data:"):
                self.loaded.append(value)
            if name == "style" or name.startswith("on"):
                self.inline.append(f"{tag} {name}")

    def handle_data(self, data: str) -> None:
        if self._open in ("script", "style") and data.strip():
            self.inline.append(data)


@pytest.fixture(scope="module")
def client() -> Iterator[httpx2.Client]:
    with served(small_application()) as client:
        yield client


@pytest.fixture(scope="module")
def page(client: httpx2.Client) -> References:
    references = References()
    references.feed(client.get("/graphiql").text)
    return references


def test_every_file_that_the_page_loads_is_served_from_the_package(client: httpx2.Client, page: References) -> None:
    assert len(page.loaded) == 6
    for reference in page.loaded:
        response = client.get(f"/{reference}")
        assert response.status_code == 200, reference
        assert response.headers["content-type"] == TYPES[Path(reference).suffix]
        assert response.content == (FOLDER / Path(reference).name).read_bytes()


def test_no_file_of_the_folder_is_forgotten_by_the_page(page: References) -> None:
    """After an update of GraphiQL nothing old stays behind."""
    here = {file.name for file in FOLDER.iterdir() if file.suffix in TYPES}
    assert here == {Path(reference).name for reference in page.loaded}


def test_the_readme_names_the_versions_that_are_served(page: References) -> None:
    readme = (FOLDER / "README.md").read_text()
    versioned = [m for reference in page.loaded if (m := re.search(r"([a-z-]+)-(\d+\.\d+\.\d+)\.min", reference))]
    assert len(versioned) == 4
    for name in versioned:
        assert f"`{name[1]}` | {name[2]} | MIT" in readme
        assert f"{name[1]}@{name[2]}" in readme


def test_the_page_holds_no_script_or_style_of_its_own_and_names_no_other_host(page: References) -> None:
    assert page.inline == []
    for reference in page.loaded:
        assert not re.match(r"(\w+:)?//", reference)


def test_the_policy_lets_the_page_reach_its_own_service_only(client: httpx2.Client) -> None:
    policy = client.get("/graphiql").headers["content-security-policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == "'self'"
    assert directives["connect-src"] == "'self'"
    assert directives["frame-ancestors"] == "'none'"
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_files_of_a_version_are_kept_for_good_and_the_others_asked_for_again(
    client: httpx2.Client, page: References
) -> None:
    for path in ["graphiql", "graphiql/questions.json", *page.loaded]:
        response = client.get(f"/{path}")
        kept = "public, max-age=31536000, immutable" if re.search(r"\d", path) else "no-cache"
        assert response.headers["cache-control"] == kept
        again = client.get(f"/{path}", headers={"If-None-Match": response.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_the_questions_are_those_of_the_application_and_can_be_asked(client: httpx2.Client) -> None:
    questions = client.get("/graphiql/questions.json").json()
    assert [question["title"] for question in questions] == [question.title for question in QUESTIONS]
    for question in questions:
        assert validate(schema._schema, parse(question["document"])) == []
        asked = {"query": question["document"], "variables": question["variables"]}
        assert "errors" not in client.post("/graphql", json=asked).json()


def test_without_questions_the_list_is_empty() -> None:
    with served(small_application(questions=())) as client:
        assert client.get("/graphiql/questions.json").json() == []


@pytest.mark.parametrize("path", ["/graphiql/README.md", "/graphiql/LICENSE.react", "/graphiql/../application.py"])
def test_nothing_else_of_the_package_is_served(client: httpx2.Client, path: str) -> None:
    assert client.get(path).status_code == 404


# Beside GraphiQL


def test_health_tells_the_versions_of_the_service_and_of_the_network() -> None:
    network = Network(version=42)
    with served(small_application(network)) as client:
        health = client.get("/health").json()
    assert health == {"status": "ok", "version": health["version"], "network": {"version": 42, "awaySince": None}}
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", health["version"])


def test_health_tells_when_the_store_is_away() -> None:
    with served(small_application(Network(away=True))) as client:
        response = client.get("/health")
    assert response.status_code == 503
    assert response.json()["status"] == "UNAVAILABLE"


@pytest.mark.parametrize("path", ["/", "/graphql", "/graphiql", "/graphiql/page.js", "/health", "/nothing"])
def test_every_answer_tells_the_browser_how_little_it_needs(client: httpx2.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_a_path_that_is_not_there_and_a_method_that_is_not_allowed_are_told_as_errors(client: httpx2.Client) -> None:
    missing = client.get("/nothing")
    assert missing.status_code == 404
    assert missing.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    wrong = client.post("/health")
    assert wrong.status_code == 405
    assert set(wrong.headers["allow"].split(", ")) == {"GET", "HEAD"}
    assert wrong.json()["errors"][0]["extensions"]["code"] == "BAD_INPUT"
