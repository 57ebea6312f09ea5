"""Files of a page, served from the package."""

from __future__ import annotations

from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.graphql_over_http.entity_tags import entity_tag, matches

MEDIA_TYPES = {
    "html": "text/html",
    "js": "text/javascript",
    "css": "text/css",
    "json": "application/json",
    "svg": "image/svg+xml",
}


def file_route(path: str, name: str, content: bytes, policy: str) -> Route:
    """A route that serves a file with an entity tag, under this Content-Security-Policy.

    A name with a version in it never changes its content; the others are asked for again.
    """
    tag = entity_tag(sha256(content).digest())
    lasting = any(character.isdigit() for character in name)
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable" if lasting else "no-cache",
        "Content-Security-Policy": policy,
        "ETag": tag,
    }
    media_type = f"{MEDIA_TYPES[name.rpartition('.')[2]]}; charset=utf-8"

    async def serve(request: Request) -> Response:
        if matches(request.headers.get("if-none-match"), tag):
            return Response(status_code=304, headers=headers)
        return Response(content, headers=headers, media_type=media_type)

    return Route(path, serve)
