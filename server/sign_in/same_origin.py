"""Whether a page of ours asks. A browser sends cookies along with what pages of other sites ask, too."""

from __future__ import annotations

from starlette.requests import Request

from graph.errors import Forbidden


def is_from_here(request: Request, address: str) -> bool:
    """Whether a request that a browser sends comes from a page of this service, or from no page at all.

    `address` is the service's own. A page cannot choose these headers; what has neither comes from no browser of
    today, and is not trusted.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    return request.headers.get("origin") == address


def not_from_here(address: str) -> Forbidden:
    """The error of what another site asks in somebody's name."""
    return Forbidden(
        "This was not asked by a page of this service, but in the name of somebody who signed in to it.",
        field="Origin",
        expected=address,
        help="Programs use a token instead of a cookie.",
    )
