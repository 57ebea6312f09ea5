"""The address that a link leads to: /confirm/..., and what comes of looking and of answering there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from email.headerregistry import Address
from functools import partial

import anyio.to_thread
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from graph.confirming.answers import WrongAnswer
from graph.confirming.asking import LinkUsed, Standing
from graph.errors import TimedOut, Unavailable
from server.confirming.answering import Answering, EntryChanged
from server.confirming.fields import Typed
from server.confirming.forms import LARGEST, BadForm, Form, correction_of, form_of, version_of
from server.confirming.links import PATH, LinkExpired, NotALink
from server.confirming.pages import correcting_page, entry_page, leaving_page, notice_page
from server.confirming.style import CONTENT_SECURITY_POLICY
from server.confirming.words import Words, words_for
from server.graphql_over_http.errors import Incident
from server.graphql_over_http.parameters import bounded
from server.graphql_over_http.refusals import Refused

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Language",
    "X-Robots-Tag": "noindex, nofollow",
}

Page = tuple[int, str]
"""The status of a response, and the page."""


def confirming_route(answering: Answering | None, contact: Address | None) -> Route:
    """The route. Without keys to read links with there is no `answering`, and the page says that it cannot be done.

    Looking changes nothing, answering takes POST.
    """
    pages = _Pages(answering, contact) if answering is not None else None

    async def respond(request: Request) -> Response:
        words = words_for(request.query_params.get("lang"), request.headers.get("accept-language"))
        if pages is None:
            return _response(503, notice_page(words, words.not_here))
        link = request.path_params["link"]
        try:
            if request.method == "POST":
                body = await bounded(request.stream().__aiter__(), LARGEST)
                form = form_of(body, request.headers.get("content-type", ""))
                page = partial(pages.answered, words, link, form)
            else:
                page = partial(pages.looked, words, link, request.query_params.get("do"))
            return _response(*await anyio.to_thread.run_sync(_told, words, page))
        except BadForm as error:
            return _response(error.status, notice_page(words, words.bad_form))
        except Refused as refusal:  # the body is too large
            return _response(refusal.status, notice_page(words, words.bad_form), refusal.headers)
        except ClientDisconnect:
            return Response(status_code=400)

    return Route(PATH + "{link:path}", respond, methods=["GET", "POST"])


class _Pages:
    """The pages of one request each."""

    def __init__(self, answering: Answering, contact: Address | None) -> None:
        self._answering = answering
        self._contact = contact

    def looked(self, words: Words, link: str, step: str | None) -> Page:
        """The entry, or one of the two steps from there."""
        shown = self._answering.shown(link)
        match step:
            case "correct":
                return 200, correcting_page(words, shown, self._contact)
            case "leave":
                return 200, leaving_page(words, shown)
            case _:
                return 200, entry_page(words, shown, self._contact)

    def answered(self, words: Words, link: str, form: Form) -> Page:
        """What came of an answer."""
        match form.get("answer"):
            case "confirm":
                return self._confirmed(words, link, form)
            case "correct":
                return self._corrected(words, link, form)
            case "leave":
                self._answering.erase(link)
                return 200, notice_page(words, words.erased_notice)
            case _:
                raise BadForm

    def _confirmed(self, words: Words, link: str, form: Form) -> Page:
        try:
            self._answering.confirm(link, version_of(form))
        except EntryChanged:
            return 409, entry_page(words, self._answering.shown(link), self._contact, changed=True)
        return 200, notice_page(words, words.confirmed_notice)

    def _corrected(self, words: Words, link: str, form: Form) -> Page:
        version, (correction, wrong) = version_of(form), correction_of(form)
        try:
            self._answering.correct(link, version, correction, wrong)
        except WrongAnswer as error:
            shown = replace(self._answering.shown(link), version=version)  # what was typed rests on that one still
            return 422, correcting_page(words, shown, self._contact, Typed(form, error.problems))
        except EntryChanged:
            return 409, correcting_page(words, self._answering.shown(link), self._contact, changed=True)
        return 200, notice_page(words, words.corrected_notice)


def _told(words: Words, page: Callable[[], Page]) -> Page:
    """The page, or one that says why there is none: in words that do not tell whether anybody exists."""
    try:
        return page()
    except NotALink:
        return 404, notice_page(words, words.no_link)
    except LinkExpired:
        return 410, notice_page(words, words.expired)
    except LinkUsed as error:
        return _of_used(words, error.standing)
    except (Unavailable, TimedOut):
        return 503, notice_page(words, words.away)
    except BadForm:
        raise
    except Exception as fault:  # whatever it is, the log gets where it came from, and no link
        incident = Incident()
        incident.error(fault)
        return 500, notice_page(words, words.fault, id=incident.id)


def _of_used(words: Words, standing: Standing) -> Page:
    match standing:
        case Standing.BUSY:
            return 409, notice_page(words, words.busy)
        case Standing.USED:
            return 410, notice_page(words, words.used)
        case _:
            return 410, notice_page(words, words.void)


def _response(status: int, page: str, headers: Mapping[str, str] | None = None) -> Response:
    return HTMLResponse(page, status, HEADERS | dict(headers or {}))
