"""Requests that HTTP refuses before GraphQL sees them."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import KorteLijnenError


class Refused(Exception):
    """The request is answered with this status and this error, whatever media type the client accepts."""

    def __init__(self, status: int, error: KorteLijnenError, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(error.message)
        self.status = status
        self.error = error
        self.headers = headers or {}
