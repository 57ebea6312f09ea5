"""The routes of the explorer."""

from __future__ import annotations

from importlib.resources import files

import orjson
from starlette.routing import Route

from server.package_files import file_route

# The page runs, styles and draws with its own files only, and asks nobody but its own service.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def explorer_routes(*, signs_in: bool) -> list[Route]:
    """Routes of the page at /, of the files that it loads, and of what it has to know of the service: whether people
    can sign in here."""
    built = files("server") / "explorer" / "static"
    assets = {item.name: item.read_bytes() for item in (built / "explorer").iterdir()}
    service = orjson.dumps({"signIn": signs_in})
    return [
        file_route("/", "index.html", (built / "index.html").read_bytes(), CONTENT_SECURITY_POLICY),
        file_route("/explorer/service.json", "service.json", service, CONTENT_SECURITY_POLICY),
        *(file_route(f"/explorer/{name}", name, held, CONTENT_SECURITY_POLICY) for name, held in assets.items()),
    ]
