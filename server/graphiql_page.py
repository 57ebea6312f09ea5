"""GraphiQL, served from the package, opened on example questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from importlib.resources import files

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.graphql_over_http.entity_tags import entity_tag, matches

MEDIA_TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "json": "application/json"}

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
        _route("/graphiql", "index.html", page),
        _route("/graphiql/questions.json", "questions.json", examples),
        *(_route(f"/graphiql/{name}", name, content) for name, content in assets.items()),
    ]


def _route(path: str, name: str, content: bytes) -> Route:
    tag = entity_tag(sha256(content).digest())
    # A name with a version in it never changes its content; the others are asked for again.
    lasting = any(character.isdigit() for character in name)
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable" if lasting else "no-cache",
        "Content-Security-Policy": CONTENT_SECURITY_POLICY,
        "ETag": tag,
    }
    media_type = f"{MEDIA_TYPES[name.rpartition('.')[2]]}; charset=utf-8"

    async def serve(request: Request) -> Response:
        if matches(request.headers.get("if-none-match"), tag):
            return Response(status_code=304, headers=headers)
        return Response(content, headers=headers, media_type=media_type)

    return Route(path, serve)
