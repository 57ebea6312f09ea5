"""Server-sent events, as GraphQL over SSE has them in distinct connections mode.

The events `next` and `complete` are those of https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md, the
fields those of https://html.spec.whatwg.org/multipage/server-sent-events.html. The id of an event is the version of
the network, so that a client that comes back says with Last-Event-ID what it knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson

from graph.errors import BadInput, KorteLijnenError, TooCostly

from .errors import told

LAST_EVENT_ID = "Last-Event-ID"
COMES_BACK_AFTER = 3_000
"""Milliseconds after which a client that lost its connection may come back."""
KEEP_ALIVE = b":\n\n"
"""A comment, which clients pass over."""
COMPLETE = b"event: complete\ndata:\n\n"
"""There is nothing more to hear: a client does not come back. The empty data makes an EventSource tell of it."""


class Event(NamedTuple):
    """What somebody is told, and the version of which it tells."""

    version: int
    chunk: bytes


def opening(version: int) -> bytes:
    """The beginning of a stream: from which version on it tells. This is no event, but its id is kept by the client."""
    return b"retry: %d\nid: %d\n\n" % (COMES_BACK_AFTER, version)


def next_event(version: int, result: Mapping[str, Any]) -> Event:
    """The result of an operation at a version. Raises `orjson.JSONEncodeError` when JSON has no words for it."""
    return Event(version, b"id: %d\nevent: next\ndata: %b\n\n" % (version, orjson.dumps(result)))


def left_out(since: int, version: int) -> Event:
    """That changes after one version, up to another, were not told of."""
    return next_event(version, _without_data(_left_out(since)))


def never_was(since: int, version: int) -> Event:
    """That somebody came back from a version that what they see has not had: a backup was put back, or their rights, or
    the process that answers, are others now."""
    error = BadInput(
        f"{LAST_EVENT_ID} is {since}, and the network that you see is at version {version}.",
        field=LAST_EVENT_ID,
        actual=since,
        expected=f"a version from 0 to {version}",
        help="Ask anew for whatever is shown.",
    )
    return next_event(version, _without_data(told(error)))


def too_large(version: int) -> Event:
    """That the result at a version is too large to be told of."""
    error = TooCostly(
        f"What version {version} changed is too much to be told here.",
        field="changed",
        help=f"Ask for `changes(since: {version - 1}, first: 1)`, or listen to less of each change.",
    )
    return next_event(version, _without_data(told(error)))


def last_word(error: Mapping[str, Any]) -> bytes:
    """The end of a stream, because of an error."""
    return b"event: next\ndata: %b\n\n%b" % (orjson.dumps(_without_data(error)), COMPLETE)


def _left_out(since: int) -> dict[str, Any]:
    error: KorteLijnenError = TooCostly(
        f"Changes after version {since} were left out: there were more than this stream keeps.",
        field="changed",
        actual=since,
        help=f"Ask for `changes(since: {since})`, or anew for whatever is shown.",
    )
    return told(error)


def _without_data(error: Mapping[str, Any]) -> dict[str, Any]:
    return {"errors": [error], "data": None}
