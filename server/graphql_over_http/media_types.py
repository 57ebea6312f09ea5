"""Which media type a client wants its answer in: the Accept header."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

RESPONSE_JSON = "application/graphql-response+json"
PLAIN_JSON = "application/json"
EVENT_STREAM = "text/event-stream"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The media type of the answer.

    `legacy` clients name `application/json` and not the type of the specification: they take every GraphQL response,
    errors included, under status 200. Who names neither gets JSON with the statuses of the specification.
    """

    media_type: str
    legacy: bool = False

    @property
    def content_type(self) -> str:
        """The Content-Type header of the answer."""
        return f"{self.media_type}; charset=utf-8"


def accepted(header: str | None) -> Accepted | None:
    """The best of our two media types for this Accept header, or None when neither is acceptable."""
    ranges = [] if header is None else [r for part in header.split(",") if (r := _range(part)) is not None]
    if header is None or not header.strip():
        return Accepted(PLAIN_JSON)
    named = {range_.media_type for range_ in ranges if range_.quality > 0}
    response, plain = _quality(RESPONSE_JSON, ranges), _quality(PLAIN_JSON, ranges)
    if response > 0 and (response > plain or (response == plain and RESPONSE_JSON in named)):
        return Accepted(RESPONSE_JSON)
    if plain > 0:
        return Accepted(PLAIN_JSON, legacy=PLAIN_JSON in named and RESPONSE_JSON not in named)
    return None


def accepts_events(header: str | None) -> bool:
    """Whether a client takes a stream of events: who does names it, since `*/*` comes from who does not know of it."""
    ranges = (_range(part) for part in (header or "").split(","))
    return any(r is not None and r.media_type == EVENT_STREAM and r.quality > 0 for r in ranges)


@dataclass(frozen=True, slots=True)
class _Range:
    media_type: str
    quality: float


def _range(part: str) -> _Range | None:
    """One media range, or None when it is malformed or wants a charset that JSON does not have."""
    media_type, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        value = value.strip().strip('"')
        if name.strip() == "q":
            try:
                quality = float(value)
            except ValueError:
                return None
        elif name.strip() == "charset" and value not in ("utf-8", "utf8"):
            return None
    return _Range(media_type, quality) if 0 <= quality <= 1 else None


def _quality(media_type: str, ranges: Iterable[_Range]) -> float:
    """The quality of the most specific range that covers a media type; 0 when none does."""
    found = {range_.media_type: range_.quality for range_ in ranges}
    for covering in (media_type, "application/*", "*/*"):
        if covering in found:
            return found[covering]
    return 0.0
