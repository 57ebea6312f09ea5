"""What a browser keeps: an attempt to sign in that is under way, and afterwards who it was that signed in."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from secrets import token_urlsafe
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from graph.identities import Identity
from graph.viewers import Role
from server.sign_in.configuration import Configuration
from server.sign_in.provider import Attempt
from server.sign_in.seals import Seal

ATTEMPT_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Session:
    """That somebody signed in: which time that was, and who it was."""

    id: str
    identity: Identity


class Cookies:
    """Sets, reads and takes away our two cookies: sealed, out of reach of scripts, not sent along by other sites."""

    def __init__(self, configuration: Configuration) -> None:
        # Browsers take a cookie of this name from its own host only, over https, so that no neighbour can plant one.
        prefix = "__Host-" if configuration.secure else ""
        self._session, self._attempt = f"{prefix}korte-lijnen", f"{prefix}korte-lijnen-attempt"
        self._secure = configuration.secure
        self._seconds = configuration.session_seconds
        self._client = f"{configuration.issuer} {configuration.client_id}"
        self._session_seal = Seal(configuration.session_secret, "session")
        self._attempt_seal = Seal(configuration.session_secret, "attempt")

    def holds_session(self, request: Request) -> bool:
        """Whether the browser says that somebody signed in."""
        return self._session in request.cookies

    def session(self, request: Request) -> Session | None:
        """Who signed in; None when that cannot be believed, or was too long ago."""
        content = self._session_seal.opened(request.cookies.get(self._session, ""))
        if content is None or content.get("client") != self._client or "id" not in content:
            return None
        return Session(content["id"], Identity(content["name"], content["email"], Role[content["role"]]))

    def keep_session(self, response: Response, identity: Identity) -> None:
        """Have the browser keep who signed in, and no longer the attempt."""
        content = {**asdict(identity), "role": identity.role.name, "client": self._client, "id": token_urlsafe(16)}
        self._set(response, self._session, self._session_seal.sealed(content, self._seconds), self._seconds)
        self._remove(response, self._attempt)

    def end_session(self, response: Response) -> None:
        """Have the browser forget who signed in."""
        self._remove(response, self._session)

    def attempt(self, request: Request) -> tuple[Attempt, str] | None:
        """The attempt that is under way, and where to go on afterwards."""
        content: dict[str, Any] | None = self._attempt_seal.opened(request.cookies.get(self._attempt, ""))
        return None if content is None else (Attempt(**content["attempt"]), content["to"])

    def keep_attempt(self, response: Response, attempt: Attempt, to: str) -> None:
        """Have the browser keep an attempt; only who holds this can come back with its answer."""
        content = {"attempt": asdict(attempt), "to": to}
        self._set(response, self._attempt, self._attempt_seal.sealed(content, ATTEMPT_SECONDS), ATTEMPT_SECONDS)

    def _set(self, response: Response, name: str, value: str, seconds: int) -> None:
        response.set_cookie(name, value, max_age=seconds, path="/", secure=self._secure, httponly=True, samesite="lax")

    def _remove(self, response: Response, name: str) -> None:
        response.delete_cookie(name, path="/", secure=self._secure, httponly=True, samesite="lax")
