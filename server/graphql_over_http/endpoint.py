"""The endpoint: one HTTP request in, one HTTP response out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import Any, Generic, TypeVar

import orjson
import strawberry
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from graph.errors import BadInput, KorteLijnenError, TooCostly, Unauthenticated
from server.limits import Limits

from .entity_tags import entity_tag, matches
from .errors import Incident, RequestErrors, told, told_request_error
from .execution import Execution, Operation
from .listener import EventStream
from .listeners import Listeners
from .media_types import PLAIN_JSON, RESPONSE_JSON, Accepted, accepted, accepts_events
from .parameters import Parameters, bounded, check_content_type, last_event_id, parameters_of_body, parameters_of_url
from .refusals import Refused
from .server_sent_events import LAST_EVENT_ID
from .turns import Turns
from .uploads import is_upload, parameters_of_form

Context = TypeVar("Context")

SAFE_METHODS = ("GET", "HEAD")
VARY = "Accept, Authorization, Cookie"
STATUS = {"UNAVAILABLE": 503, "TIMEOUT": 504, "UNAUTHENTICATED": 401, "FORBIDDEN": 403}
"""Statuses of errors that leave no data; every other code is the caller's mistake, 400."""


class GraphQLEndpoint(Generic[Context]):
    """An ASGI application that answers GraphQL over HTTP.

    `context_for` gives the value that resolvers find as `info.context`; it reads one version of the network for the
    whole operation, may have to be awaited, and may raise a `KorteLijnenError`. `etag_for` names whatever an answer
    depends on besides the request itself: the version, the viewer, the date of today; None where answers cannot be
    compared.
    `listeners` are those who hear its subscriptions, as server-sent events; without them there are none. `away_since`
    tells since when the store is away: answers from memory say so in their extensions. `turns` are closed by whoever
    gives them.
    """

    def __init__(
        self,
        schema: strawberry.Schema,
        context_for: Callable[[Request], Context | Awaitable[Context]],
        limits: Limits | None = None,
        etag_for: Callable[[Context], str | None] = lambda _: None,
        listeners: Listeners | None = None,
        away_since: Callable[[], datetime | None] = lambda: None,
        turns: Turns | None = None,
    ) -> None:
        self._away_since = away_since
        self._listeners = listeners
        self._limits = limits or Limits()
        self._context_for = context_for
        self._etag_for = etag_for
        self._execution = Execution(schema, self._limits)
        self._schema_digest = sha256(schema.as_str().encode()).digest()
        self._turns = turns or Turns(self._limits)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request (ASGI)."""
        response = await self._respond(Request(scope, receive))
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> ASGIApp:
        accept = ", ".join(request.headers.getlist("accept")) or None
        wanted, streams = accepted(accept), accepts_events(accept)
        try:
            if wanted is None and not streams:
                raise _not_acceptable(request)
            return await self._answered(request, wanted, streams)
        except Refused as refusal:
            return _failure(wanted, refusal.status, [told(refusal.error)], refusal.headers)
        except RequestErrors as failure:
            errors = [told_request_error(error, failure.field) for error in failure.errors]
            return _failure(wanted, _status("BAD_INPUT", wanted), errors)
        except KorteLijnenError as error:
            return _failure(wanted, _status(error.code, wanted), [told(error)], _challenge(error))
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as fault:  # whatever it is, the caller gets an id and the log the rest
            return _failure(wanted, 500, [Incident().error(fault)])

    async def _answered(self, request: Request, wanted: Accepted | None, streams: bool) -> ASGIApp:
        asked, parameters = await self._parameters(request)
        context = await self._context(request)
        if streams and (stream := await self._stream(request, parameters, context)) is not None:
            return stream
        if wanted is None:
            raise _not_acceptable(request)
        safe = request.method in SAFE_METHODS
        depends_on, away = self._etag_for(context), self._away_since()
        tag = None
        if depends_on is not None:
            tag = entity_tag(self._schema_digest, depends_on, str(away), wanted.media_type, asked)
            # Only successful queries are given a tag, so whoever names one may have the same answer unexecuted.
            if safe and matches(request.headers.get("if-none-match"), tag):
                return Response(status_code=304, headers=_cacheable(tag))
        prepare = partial(self._execution.operation, parameters, context, queries_only=safe)
        async with self._turns.deadline(request) as deadline:
            found = await self._turns.small(deadline, partial(_written_if_small, prepare, self._limits.large, away))
            if isinstance(found, Operation):
                found = await self._turns.large(deadline, partial(_written, found, away))
        body, cacheable = found
        # What was read may turn out to move without what the tag stands for.
        same = cacheable and self._etag_for(context) == depends_on
        headers = _cacheable(tag) if same else _UNCACHED
        return Response(body, 200, headers=headers, media_type=wanted.content_type)

    async def _stream(self, request: Request, parameters: Parameters, context: Context) -> EventStream | None:
        """The stream that answers a subscription; None for any other operation."""
        work = partial(self._execution.standing, parameters, context)
        async with self._turns.deadline(request) as deadline:
            standing = await self._turns.small(deadline, work)
        if standing is None:
            return None
        if request.method == "HEAD":
            error = BadInput("A subscription has no end.", field="method", actual="HEAD", expected="GET or POST")
            raise Refused(405, error, {"Allow": "GET, POST"})
        if self._listeners is None:
            raise Refused(400, BadInput("A subscription is not answered here.", field="query", expected="a query"))
        since = last_event_id(request.headers.getlist(LAST_EVENT_ID))

        async def may_hear() -> bool:
            return standing.heard.holds_for(await self._context(request))

        return await self._listeners.listen(standing, may_hear, since)

    async def _context(self, request: Request) -> Context:
        context = self._context_for(request)
        return await context if isinstance(context, Awaitable) else context

    async def _parameters(self, request: Request) -> tuple[bytes, Parameters]:
        if request.method in SAFE_METHODS:
            query_string: bytes = request.scope["query_string"]
            if len(query_string) > self._limits.body:
                raise _url_too_long(self._limits.body)
            return query_string, parameters_of_url(query_string)
        if request.method != "POST":
            raise Refused(
                405,
                BadInput(
                    f"{request.method} is no way to ask.", field="method", actual=request.method, expected="GET or POST"
                ),
                {"Allow": "GET, HEAD, POST"},
            )
        if is_upload(request.headers.get("content-type")):
            return await parameters_of_form(request, self._limits.upload, self._limits.body)
        check_content_type(request.headers.get("content-type"), request.headers.get("content-encoding"))
        body = await bounded(request.stream().__aiter__(), self._limits.body)
        return body, parameters_of_body(body)


Written = tuple[bytes, bool]
"""The body of an answer, and whether it may be kept."""


def _written_if_small(prepare: Callable[[], Operation], large: int, away: datetime | None) -> Written | Operation:
    """The answer to a small operation; a large one as it is, to have its turn among its like."""
    operation = prepare()
    return operation if operation.cost.total > large else _written(operation, away)


def _written(operation: Operation, away: datetime | None) -> Written:
    """Execute an operation; in the worker thread, as a large body takes its time."""
    answer = operation.answer()
    errors = {"errors": answer.errors} if answer.errors else {}
    age = {"extensions": {"awaySince": away.isoformat()}} if away and answer.query else {}
    return orjson.dumps({**errors, "data": answer.data, **age}), answer.query and not answer.errors


_UNCACHED = {"Cache-Control": "no-store", "Vary": VARY}


def _cacheable(tag: str | None) -> dict[str, str]:
    kept = {"Cache-Control": "private, no-cache", "Vary": VARY}
    return kept | ({"ETag": tag} if tag else {})


def _failure(
    wanted: Accepted | None, status: int, errors: list[dict[str, Any]], headers: Mapping[str, str] | None = None
) -> Response:
    """A response without data."""
    media = wanted or Accepted(PLAIN_JSON)
    return Response(
        orjson.dumps({"errors": errors}), status, headers=_UNCACHED | dict(headers or {}), media_type=media.content_type
    )


def _status(code: str, wanted: Accepted | None) -> int:
    status = STATUS.get(code, 400)
    return 200 if wanted and wanted.legacy and status == 400 else status


def _challenge(error: KorteLijnenError) -> dict[str, str]:
    """How to show who one is, to somebody who did not or whose token is no good (RFC 6750)."""
    if not isinstance(error, Unauthenticated):
        return {}
    return {"WWW-Authenticate": 'Bearer error="invalid_token"' if error.field == "Authorization" else "Bearer"}


def _not_acceptable(request: Request) -> Refused:
    return Refused(
        406,
        BadInput(
            "None of the media types that are accepted can be given.",
            field="Accept",
            actual=request.headers.get("accept"),
            expected=f"{RESPONSE_JSON} or {PLAIN_JSON}",
        ),
    )


def _url_too_long(limit: int) -> Refused:
    return Refused(
        414,
        TooCostly(
            f"The query string is larger than {limit:,} bytes.", field="URL", expected=limit, help="Send it by POST."
        ),
    )
