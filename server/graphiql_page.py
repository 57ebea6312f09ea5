"""GraphiQL, served from the package, opened on example questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from importlib.resources import files

import orjson
from starlette.routing import Route

from server.package_files import file_route

# The page runs its own files only. GraphiQL sets styles on its elements and holds its fonts and icons as data.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class ExampleQuestion:
    """A question to begin with: what it asks in words, its document, and the variables to ask it with."""

    title: str
    document: str
    variables: Mapping[str, object] = field(default_factory=dict)


def graphiql_routes(questions: Iterable[ExampleQuestion]) -> list[Route]:
    """Routes of the page, of each file that it loads, and of the questions that it opens with."""
    folder = files("server") / "graphiql"
    assets = {item.name: item.read_bytes() for item in folder.iterdir() if item.name.endswith((".html", ".js", ".css"))}
    page = assets.pop("index.html")
    examples = orjson.dumps([asdict(question) for question in questions])
    return [
        file_route("/graphiql", "index.html", page, CONTENT_SECURITY_POLICY),
        file_route("/graphiql/questions.json", "questions.json", examples, CONTENT_SECURITY_POLICY),
        *(file_route(f"/graphiql/{name}", name, held, CONTENT_SECURITY_POLICY) for name, held in assets.items()),
    ]
