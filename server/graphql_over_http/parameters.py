"""The parameters of a GraphQL-over-HTTP request: from a query string, or from a body of JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson

from graph.errors import BadInput, TooCostly

from .refusals import Refused
from .server_sent_events import LAST_EVENT_ID

NAMES = ("query", "operationName", "variables", "extensions")


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a request asks: a document, which of its operations, with which variables."""

    query: str
    operation_name: str | None
    variables: dict[str, Any]


async def bounded(stream: AsyncIterator[bytes], limit: int) -> bytes:
    """The whole of a body; `Refused` with 413 as soon as it is larger than `limit` bytes."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in stream:
        size += len(chunk)
        if size > limit:
            raise Refused(
                413,
                TooCostly(
                    f"The body of the request is larger than {limit:,} bytes.",
                    field="body",
                    expected=f"at most {limit} bytes",
                    help="Send a smaller document, or fewer values in its variables.",
                ),
                # The rest of the body is not read, so that nothing else can follow on this connection.
                {"Connection": "close"},
            )
        chunks.append(chunk)
    return b"".join(chunks)


def check_content_type(header: str | None, encoding: str | None) -> None:
    """Raise `Refused` with 415 unless a body is plain JSON in UTF-8.

    Forms are refused too: a browser sends them to other sites without asking, JSON it does not.
    """
    media_type, *parameters = (piece.strip().lower() for piece in (header or "").split(";"))
    charsets = [p.partition("=")[2].strip(' "') for p in parameters if p.partition("=")[0].strip() == "charset"]
    problem = None
    if media_type != "application/json":
        problem = ("Content-Type", header, "application/json")
    elif any(charset not in ("utf-8", "utf8") for charset in charsets):
        problem = ("Content-Type", header, "application/json; charset=utf-8")
    elif (encoding or "identity").strip().lower() != "identity":
        problem = ("Content-Encoding", encoding, "identity")
    if problem:
        field, actual, expected = problem
        raise Refused(
            415,
            BadInput(
                f"A body with {field} {actual or '(none)'} is not read here.",
                field=field,
                actual=actual,
                expected=expected,
                help="Send the request as JSON in UTF-8, with Content-Type: application/json.",
            ),
        )


def parameters_of_body(body: bytes) -> Parameters:
    """Read a body of JSON; `Refused` with 400 when it is not JSON or holds something else than a request."""
    try:
        found = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _malformed(
            "body", f"The body is not JSON in UTF-8: {error}.", expected="a JSON object with at least `query`"
        ) from None
    if isinstance(found, list):
        raise _malformed(
            "body", "A batch of requests is not answered here.", expected="one JSON object: send each request by itself"
        )
    if not isinstance(found, dict):
        raise _malformed("body", "The body is not a JSON object.", expected="a JSON object with at least `query`")
    return _parameters(found)


def parameters_of_url(query_string: bytes) -> Parameters:
    """Read a query string; `Refused` with 400 when it is malformed or names a parameter twice."""
    try:
        pairs = parse_qsl(query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError:
        raise _malformed(
            "URL", "The query string is not percent-encoded UTF-8.", expected="application/x-www-form-urlencoded"
        ) from None
    twice = next((name for name, count in Counter(name for name, _ in pairs).items() if count > 1), None)
    if twice in NAMES:
        raise _malformed(twice, f"`{twice}` is given more than once.", expected="each parameter once")
    # An empty optional parameter is the same as none; `query` is not optional, and empty it does not parse.
    given: dict[str, Any] = {name: value for name, value in pairs if value or name == "query"}
    for name in ("variables", "extensions"):
        if name in given:
            try:
                given[name] = orjson.loads(given[name])
            except orjson.JSONDecodeError as error:
                raise _malformed(name, f"`{name}` is not JSON: {error}.", expected="a JSON object") from None
    return _parameters(given)


def last_event_id(headers: Sequence[str]) -> int | None:
    """The version that somebody who comes back knows; `Refused` with 400 when their Last-Event-ID is none."""
    given = ", ".join(headers).strip()
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) <= 10 and int(given) < 2**31):
        error = BadInput(
            "Last-Event-ID is no version of the network.",
            field=LAST_EVENT_ID,
            actual=given,
            expected="the id of an event",
            help=f"Ask for everything anew, and listen without {LAST_EVENT_ID}.",
        )
        raise Refused(400, error)
    return int(given)


def _parameters(given: Mapping[str, Any]) -> Parameters:
    for name, type_, expected in (
        ("query", str, "a string that holds a GraphQL document"),
        ("operationName", str, "a string or null"),
        ("variables", dict, "an object or null"),
        ("extensions", dict, "an object or null"),
    ):
        value = given.get(name)
        if value is None and name == "query":
            raise _malformed(name, "`query` is missing.", expected=expected)
        if value is not None and not isinstance(value, type_):
            raise _malformed(name, f"`{name}` is of the wrong type.", expected=expected, actual=_json_type(value))
    # null and absent are the same, and so are an empty operationName and none.
    return Parameters(given["query"], given.get("operationName") or None, given.get("variables") or {})


def _malformed(field: str, message: str, expected: str, actual: str | None = None) -> Refused:
    return Refused(
        400,
        BadInput(
            message,
            field=field,
            actual=actual,
            expected=expected,
            help='A request looks like {"query": "{ __typename }", "variables": {}}.',
        ),
    )


def _json_type(value: object) -> str:
    for type_, name in ((bool, "a boolean"), (int | float, "a number"), (str, "a string"), (list, "an array")):
        if isinstance(value, type_):
            return name
    return "an object"
