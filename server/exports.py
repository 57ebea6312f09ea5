"""Exports over HTTP: /export/people.xlsx?sector=VO, for exactly what the viewer may see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from functools import partial

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from graph.errors import BadInput, KorteLijnenError, NotFound, Unauthenticated
from resolvers.context import Context
from resolvers.exports.asked import SORTS, export
from resolvers.exports.files import FORMATS, format_of
from resolvers.exports.tables import Language
from server.graphql_over_http import Turns
from server.graphql_over_http.errors import Incident, told

_STATUS = {"NOT_FOUND": 404, "UNAUTHENTICATED": 401, "FORBIDDEN": 403, "UNAVAILABLE": 503, "TIMEOUT": 503}
_HEADERS = {"Cache-Control": "no-store", "Vary": "Authorization, Cookie"}


def export_route(context_for: Callable[[Request], Context | Awaitable[Context]], turns: Turns) -> Route:
    """The route. What is asked stands in the address; an error is told as every other is."""

    async def respond(request: Request) -> Response:
        try:
            sort, format = _named(request)
            arguments, language = _arguments(request)
            found = context_for(request)
            context = await found if isinstance(found, Awaitable) else found
            work = partial(_written, context, sort, format, arguments, language)
            async with turns.deadline(request) as deadline:
                content = await turns.large(deadline, work)
        except KorteLijnenError as error:
            return _failure(_STATUS.get(error.code, 400), told(error), _challenge(error))
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as fault:  # whatever it is, the caller gets an id and the log the rest
            return _failure(500, Incident().error(fault), {})
        name = {"Content-Disposition": f'attachment; filename="{sort}.{format}"'}
        return Response(content, 200, _HEADERS | name, FORMATS[format].media_type)

    return Route("/export/{file}", respond, methods=["GET"])


def _written(context: Context, sort: str, format: str, arguments: dict[str, str], language: Language) -> bytes:
    return FORMATS[format].write(export(context, sort, arguments), language)


def _named(request: Request) -> tuple[str, str]:
    sort, _, format = request.path_params["file"].rpartition(".")
    if sort not in SORTS:
        raise NotFound(
            f"There is no export «{sort[:40]}».",
            field="URL",
            actual=request.url.path[:80],
            expected=f"/export/ and one of {', '.join(SORTS)}, with .{', .'.join(FORMATS)} behind it",
        )
    format_of(format)
    return sort, format


def _arguments(request: Request) -> tuple[dict[str, str], Language]:
    pairs = request.query_params.multi_items()
    if twice := next((name for name, count in Counter(name for name, _ in pairs).items() if count > 1), None):
        raise BadInput(f"«{twice[:40]}» is given more than once.", field=twice[:40], expected="each argument once")
    arguments = dict(pairs)
    language = arguments.pop("lang", "nl")
    if language not in ("nl", "en"):
        raise BadInput(f"«{language[:20]}» is no language here.", field="lang", actual=language[:20], expected="nl, en")
    return arguments, "en" if language == "en" else "nl"


def _challenge(error: KorteLijnenError) -> dict[str, str]:
    return {"WWW-Authenticate": "Bearer"} if isinstance(error, Unauthenticated) else {}


def _failure(status: int, account: dict[str, object], headers: dict[str, str]) -> Response:
    return JSONResponse({"errors": [account]}, status, headers=_HEADERS | headers)
