"""The pages over which people sign in and out: /sign-in, /sign-in/answer and /sign-out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from hmac import compare_digest
from html import escape
from secrets import token_urlsafe

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from graph.errors import BadInput, KorteLijnenError, Unauthenticated
from server.graphql_over_http.errors import told
from server.sign_in.claims import identity_of
from server.sign_in.configuration import Configuration
from server.sign_in.cookies import Cookies
from server.sign_in.ended_sessions import EndedSessions
from server.sign_in.provider import Attempt, Provider
from server.sign_in.same_origin import is_from_here, not_from_here

SIGN_IN, ANSWER, SIGN_OUT = "/sign-in", "/sign-in/answer", "/sign-out"
STATUS = {"UNAVAILABLE": 503, "UNAUTHENTICATED": 401, "FORBIDDEN": 403}
LONGEST_PATH = 1_000
_UNKEPT = {"Cache-Control": "no-store"}

Handler = Callable[[Request], Awaitable[Response]]


def pages(configuration: Configuration, provider: Provider, cookies: Cookies, ended: EndedSessions) -> list[Route]:
    """The routes of the pages."""
    made = _Pages(configuration, provider, cookies, ended)
    return [
        Route(SIGN_IN, _telling(made.sign_in)),
        Route(ANSWER, _telling(made.answer)),
        Route(SIGN_OUT, _telling(made.sign_out), methods=["POST"]),
    ]


class _Pages:
    def __init__(
        self, configuration: Configuration, provider: Provider, cookies: Cookies, ended: EndedSessions
    ) -> None:
        self._configuration = configuration
        self._provider = provider
        self._cookies = cookies
        self._ended = ended
        self._answer_at = configuration.address + ANSWER

    async def sign_in(self, request: Request) -> Response:
        """To the provider, with an attempt that the browser keeps; `to` is where to go on afterwards."""
        to = _within(request.query_params.get("to", "/"))
        attempt = Attempt(*(token_urlsafe(32) for _ in range(3)))
        response = RedirectResponse(await self._provider.sign_in_address(attempt, self._answer_at), 303, _UNKEPT)
        self._cookies.keep_attempt(response, attempt, to)
        return response

    async def answer(self, request: Request) -> Response:
        """Back from the provider, with a code or with the reason why there is none."""
        attempt, to = self._attempt(request)
        code = request.query_params.get("code")
        if not code:
            raise _not_signed_in(request.query_params.get("error"))
        claims = await self._provider.who_signed_in(attempt, code, self._answer_at)
        response = RedirectResponse(self._configuration.address + to, 303, _UNKEPT)
        self._cookies.keep_session(response, identity_of(claims, self._configuration.claims))
        return response

    async def sign_out(self, request: Request) -> Response:
        """Out of this service, and on to where somebody signs out of the provider too.

        A page that sends a form is sent on; a script, which could not follow, is told where to.
        """
        address = self._configuration.address
        if not is_from_here(request, address):
            raise not_from_here(address)
        session = self._cookies.session(request)
        if session is not None:
            await self._ended.end(session.id)
        to = await self._provider.sign_out_address(address + "/") or address + "/"
        scripted = "application/json" in request.headers.get("accept", "")
        response = JSONResponse({"to": to}, headers=_UNKEPT) if scripted else RedirectResponse(to, 303, _UNKEPT)
        self._cookies.end_session(response)
        return response

    def _attempt(self, request: Request) -> tuple[Attempt, str]:
        kept = self._cookies.attempt(request)
        state = request.query_params.get("state", "")
        if kept is None or not compare_digest(kept[0].state.encode(), state.encode("utf-8", "replace")):
            raise Unauthenticated(
                "This is not the answer to an attempt to sign in that this browser began last.",
                field="state",
                help="Begin signing in again; an attempt is good for ten minutes, and in the browser that began it.",
            )
        if request.query_params.get("iss", self._configuration.issuer) != self._configuration.issuer:  # RFC 9207
            raise Unauthenticated("This is the answer of another provider.", field="iss", help="Sign in again.")
        return kept


def _within(to: str) -> str:
    """A path, which is put behind the address of this service: nobody is sent on to another site from here."""
    if not to.startswith("/") or not to.isprintable() or len(to) > LONGEST_PATH:
        raise BadInput("That is no place on this service.", field="to", actual=to, expected="a path that begins with /")
    return to


def _not_signed_in(error: str | None) -> Unauthenticated:
    message = "You did not sign in." if error == "access_denied" else "The provider did not let you sign in."
    return Unauthenticated(message, field="error", actual=error, help="Sign in again, or go on without.")


def _telling(handler: Handler) -> Handler:
    """The handler, with what goes wrong told to whoever asks: a page to people, JSON to programs."""

    async def telling(request: Request) -> Response:
        try:
            return await handler(request)
        except KorteLijnenError as error:
            status = STATUS.get(error.code, 400)
            if "text/html" not in request.headers.get("accept", ""):
                return JSONResponse({"errors": [told(error)]}, status, _UNKEPT)
            return HTMLResponse(_page(error), status, _UNKEPT)

    return telling


def _page(error: KorteLijnenError) -> str:
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Signing in - Korte Lijnen</title>'
        f"<h1>{escape(error.message)}</h1><p>{escape(error.help or '')}</p>"
        f'<p><a href="{SIGN_IN}">Sign in</a> · <a href="/">Go on without</a></p></html>'
    )
