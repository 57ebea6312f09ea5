"""Where everybody comes in: as whom a request is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

import anyio
import anyio.to_thread
from starlette.requests import Request
from starlette.routing import Route

from graph.cut import Cut
from graph.dates import today
from graph.errors import Unauthenticated
from graph.identities import Identity, viewer_of, viewer_of_person
from graph.keepsakes import Keepsakes
from graph.live import LiveNetwork
from graph.personal_tokens import PREFIX, PersonalToken, token_of, tokens
from graph.viewers import ANYBODY, STEWARD, Viewer
from server.sign_in.answers import PATIENCE, Patience
from server.sign_in.claims import identity_of
from server.sign_in.configuration import Configuration
from server.sign_in.cookies import Cookies
from server.sign_in.ended_sessions import EndedSessions
from server.sign_in.pages import pages
from server.sign_in.provider import Provider
from server.sign_in.same_origin import is_from_here, not_from_here
from server.sign_in.signatures import UntrustedToken

SAFE_METHODS = ("GET", "HEAD")
KNOWN_SECONDS = 1.0  # for which a token that was there is good without looking again


class Entrance:
    """Tells as whom a request is answered: whoever has a token, or signed in, or else what `otherwise` says.

    Without a configuration nobody can sign in, and personal tokens are the only ones. `routes` are the pages over
    which people sign in and out; `close` it in the end.
    """

    def __init__(
        self,
        live: LiveNetwork,
        configuration: Configuration | None = None,
        otherwise: Callable[[Request], Viewer] = lambda _: ANYBODY,
        patience: Patience = PATIENCE,
    ) -> None:
        self._live = live
        self._otherwise = otherwise
        self._tokens = _TokensAtHand(live.store.keepsakes)
        self._door = _Door.of(live, configuration, patience) if configuration else None
        self.routes = self._door.pages() if self._door else []

    async def close(self) -> None:
        """Let go of connections."""
        if self._door:
            await self._door.provider.close()

    async def viewer_for(self, request: Request) -> Viewer:
        """The viewer that asks: by a bearer token, by having signed in, or otherwise.

        Raises Unauthenticated for what is shown and cannot be believed, which is never taken for nothing; Forbidden
        for what a page of another site would write in somebody's name; Unavailable when it cannot be checked now.
        """
        authorization = request.headers.get("authorization")
        if authorization is not None:
            return await self._by_authorization(authorization)
        if self._door and self._door.cookies.holds_session(request):
            return await self._viewer_of(await _signed_in(request, self._door))
        return self._otherwise(request)

    async def _by_authorization(self, authorization: str) -> Viewer:
        scheme, _, token = authorization.partition(" ")
        token = token.strip()
        if scheme.lower() != "bearer" or not token:
            raise _refused("Only bearer tokens are taken here.", expected="Authorization: Bearer TOKEN")
        if token.startswith(PREFIX):
            return await self._by_personal_token(token)
        return await self._by_access_token(token)

    async def _by_personal_token(self, secret: str) -> Viewer:
        token = await self._tokens.token_of(secret)
        if token is None:
            raise _refused("There is no such token (any more).")
        if token.has_expired(datetime.now(UTC)):
            raise _refused(f"The token «{token.name}» has expired.")
        return await anyio.to_thread.run_sync(_viewer_of_token, self._live, token)

    async def _by_access_token(self, token: str) -> Viewer:
        door = self._door
        if door is None or door.configuration.audience is None:
            raise _refused("That is no personal token, and no others are taken here.", expected=f"{PREFIX}...")
        try:
            claims = await door.provider.who_uses(token, door.configuration.audience)
        except UntrustedToken as error:
            raise _refused(f"The token cannot be believed: {error}.") from error
        return await self._viewer_of(identity_of(claims, door.configuration.claims))

    async def _viewer_of(self, identity: Identity) -> Viewer:
        return await anyio.to_thread.run_sync(lambda: viewer_of(identity, _today(self._live)))


@dataclass(frozen=True, slots=True)
class _Door:
    """What signing in takes, where it is configured."""

    configuration: Configuration
    provider: Provider
    cookies: Cookies
    ended: EndedSessions

    @classmethod
    def of(cls, live: LiveNetwork, configuration: Configuration, patience: Patience) -> _Door:
        ended = EndedSessions(live, configuration.session_seconds)
        return cls(configuration, Provider(configuration, patience), Cookies(configuration), ended)

    def pages(self) -> list[Route]:
        return pages(self.configuration, self.provider, self.cookies, self.ended)


class _TokensAtHand:
    """The personal tokens that there are. Many may ask at once: one of them looks at the store, the others wait."""

    def __init__(self, keepsakes: Keepsakes) -> None:
        self._keepsakes = keepsakes
        self._tokens: Sequence[PersonalToken] = ()
        self._looked = float("-inf")
        self._looking = anyio.Lock()

    async def token_of(self, secret: str) -> PersonalToken | None:
        """The token of a secret. Raises Unavailable when the store is away: it may have been revoked."""
        now = monotonic()
        token = token_of(secret, await self._as_of(now - KNOWN_SECONDS))
        return token or token_of(secret, await self._as_of(now))  # it may have been made just now

    async def _as_of(self, moment: float) -> Sequence[PersonalToken]:
        async with self._looking:
            if self._looked < moment:
                now = monotonic()
                self._tokens = await anyio.to_thread.run_sync(tokens, self._keepsakes)
                self._looked = now
            return self._tokens


async def _signed_in(request: Request, door: _Door) -> Identity:
    session = door.cookies.session(request)
    if session is None or await door.ended.holds(session.id):
        raise Unauthenticated("You are signed in no longer.", field="Cookie", help="Sign in again, at /sign-in.")
    address = door.configuration.address
    if request.method not in SAFE_METHODS and not is_from_here(request, address):
        raise not_from_here(address)
    return session.identity


def _viewer_of_token(live: LiveNetwork, token: PersonalToken) -> Viewer:
    if token.person is None:
        return Viewer(token.name, token.role)
    cut = _today(live)
    person = cut.index(token.person)
    if person is None or not cut.is_a(person, "Person"):
        raise _refused(f"The token «{token.name}» is of a person who is not in the network (any more).")
    return viewer_of_person(cut, person, token.role)


def _today(live: LiveNetwork) -> Cut:
    return live.reduced(STEWARD).on(today())


def _refused(message: str, expected: str | None = None) -> Unauthenticated:
    help = "Use a token that is still good, or none: then you are answered as anybody is."
    return Unauthenticated(message, field="Authorization", expected=expected, help=help)
