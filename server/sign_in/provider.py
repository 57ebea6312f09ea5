"""The provider of sign-ins, spoken to over HTTP: OpenID Connect Discovery 1.0 and Core 1.0, RFC 6749 and RFC 7636.

Nothing is asked of it before somebody signs in or a program shows an access token: it may be away when the service
starts, and whoever needs neither does not notice.
"""

from __future__ import annotations

import logging
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit, urlunsplit

import httpx2
from joserfc.jwk import KeySet

from graph.errors import Unauthenticated, Unavailable
from server.sign_in.answers import PATIENCE, KeptAnswer, Patience
from server.sign_in.configuration import Configuration
from server.sign_in.signatures import UnknownKey, UntrustedToken, claims_of_access_token, claims_of_id_token, key_set

_SECONDS = 5.0  # for an answer; whoever signs in waits for it

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the discovery document says."""

    authorization: str
    token: str
    keys: str
    userinfo: str | None
    end_session: str | None
    authenticates_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt to sign in: what goes along with it to the provider, and comes back from there."""

    state: str
    nonce: str
    verifier: str

    @property
    def challenge(self) -> str:
        """The verifier as the provider sees it first (PKCE, S256)."""
        return urlsafe_b64encode(sha256(self.verifier.encode()).digest()).rstrip(b"=").decode()


class Provider:
    """One provider, for one client of it. Made without asking it anything; `close` it in the end.

    Whatever is asked of it raises Unavailable when it is away.
    """

    def __init__(self, configuration: Configuration, patience: Patience = PATIENCE) -> None:
        self._configuration = configuration
        self._client = httpx2.AsyncClient(timeout=_SECONDS, headers={"Accept": "application/json"})
        self._metadata = KeptAnswer(self._discovered, patience)
        self._keys = KeptAnswer(self._published_keys, patience)

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.aclose()

    # Where to send a browser

    async def sign_in_address(self, attempt: Attempt, answer_at: str) -> str:
        """The address at which somebody signs in; the provider sends them on to `answer_at`."""
        return _with_query(
            (await self._metadata.get()).authorization,
            response_type="code",
            client_id=self._configuration.client_id,
            redirect_uri=answer_at,
            scope=self._configuration.scopes,
            state=attempt.state,
            nonce=attempt.nonce,
            code_challenge=attempt.challenge,
            code_challenge_method="S256",
        )

    async def sign_out_address(self, go_on_at: str) -> str | None:
        """The address at which somebody signs out of the provider too, None where it has none or is away."""
        try:
            address = (await self._metadata.get()).end_session
        except Unavailable:
            return None
        client_id = self._configuration.client_id
        return address and _with_query(address, client_id=client_id, post_logout_redirect_uri=go_on_at)

    # What it says

    async def who_signed_in(self, attempt: Attempt, code: str, answer_at: str) -> dict[str, Any]:
        """The claims about whoever came back from signing in with a code: those of the ID token, and of userinfo.

        Raises Unauthenticated when the code is no good (any more), or what it gives is not to be believed.
        """
        metadata = await self._metadata.get()
        tokens = await self._tokens(metadata, attempt, code, answer_at)
        configuration = self._configuration

        def read(keys: KeySet) -> dict[str, Any]:
            return claims_of_id_token(
                str(tokens.get("id_token")),
                keys,
                issuer=configuration.issuer,
                client_id=configuration.client_id,
                nonce=attempt.nonce,
            )

        try:
            try:
                claims = read(await self._keys.get())
            except UnknownKey:
                claims = read(await self._keys.anew())
        except UntrustedToken as error:
            raise _again(f"What the provider says of you cannot be believed: {error}.") from error
        return await self._userinfo(metadata, tokens, claims["sub"]) | claims

    async def who_uses(self, access_token: str, audience: str) -> dict[str, Any]:
        """The claims of an access token that a program or person shows. Raises UntrustedToken."""
        issuer = self._configuration.issuer
        try:
            return claims_of_access_token(access_token, await self._keys.get(), issuer=issuer, audience=audience)
        except UnknownKey:
            return claims_of_access_token(access_token, await self._keys.anew(), issuer=issuer, audience=audience)

    async def _tokens(self, metadata: Metadata, attempt: Attempt, code: str, answer_at: str) -> dict[str, Any]:
        """What a code is exchanged for."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": answer_at,
            "code_verifier": attempt.verifier,
        }
        response = await self._asked("POST", metadata.token, data=form, **self._credentials(metadata, form))
        answer = _object(response)
        if response.status_code == 200 and answer is not None:
            return answer
        fault = answer.get("error") if answer is not None else None
        if fault == "invalid_grant":
            raise _again("The provider does not know this attempt to sign in any more.")
        log.error("the provider of sign-ins gave no tokens: status %d, %.100r", response.status_code, fault)
        raise self._unavailable("The provider that people sign in with refuses this service")

    def _credentials(self, metadata: Metadata, form: dict[str, str]) -> dict[str, Any]:
        """How this service shows the provider who it is (RFC 6749, 2.3.1): as arguments, or put in the form."""
        configuration = self._configuration
        if configuration.client_secret is not None and "client_secret_basic" in metadata.authenticates_by:
            return {"auth": (quote_plus(configuration.client_id), quote_plus(configuration.client_secret))}
        form["client_id"] = configuration.client_id
        if configuration.client_secret is not None:
            form["client_secret"] = configuration.client_secret
        return {}

    async def _userinfo(self, metadata: Metadata, tokens: dict[str, Any], subject: str) -> dict[str, Any]:
        """What more the provider says of the one who signed in; many put names and addresses nowhere else."""
        if metadata.userinfo is None or not isinstance(tokens.get("access_token"), str):
            return {}
        headers = {"Authorization": f"Bearer {tokens['access_token']}"}
        response = await self._asked("GET", metadata.userinfo, headers=headers)
        claims = _object(response)
        if response.status_code != 200 or claims is None:
            log.error("the provider of sign-ins gave no userinfo: status %d", response.status_code)
            raise self._unavailable("The provider that people sign in with does not say who signed in")
        if claims.get("sub") != subject:
            raise _again("The provider speaks of somebody else.")
        return claims

    # What it publishes

    async def _discovered(self) -> Metadata:
        issuer = self._configuration.issuer
        response = await self._asked("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration")
        found = _object(response)
        if response.status_code != 200 or found is None:
            raise self._unavailable("The provider that people sign in with does not say how")
        if found.get("issuer") != issuer:
            log.error("the provider of sign-ins calls itself otherwise than it is called in the settings")
            raise self._unavailable("The provider that people sign in with is another one than was set")
        try:
            return _metadata(found)
        except (KeyError, TypeError) as error:
            raise self._unavailable("The provider that people sign in with does not say how") from error

    async def _published_keys(self) -> KeySet:
        response = await self._asked("GET", (await self._metadata.get()).keys)
        keys = key_set(_object(response))
        if response.status_code != 200 or not keys:
            raise self._unavailable("The provider that people sign in with publishes no keys")
        return keys

    async def _asked(self, method: str, address: str, **more: Any) -> httpx2.Response:  # noqa: ANN401 - as httpx2 has them
        try:
            return await self._client.request(method, address, **more)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            log.warning("the provider of sign-ins does not answer: %s", type(error).__name__)
            raise self._unavailable("The provider that people sign in with does not answer") from error

    def _unavailable(self, message: str) -> Unavailable:
        help = "Try again later. Whatever needs no signing in goes on."
        return Unavailable(f"{message} ({self._configuration.issuer}).", field="provider", help=help)


def _again(message: str) -> Unauthenticated:
    return Unauthenticated(message, field="code", help="Begin signing in again.")


def _metadata(found: dict[str, Any]) -> Metadata:
    ways = found.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    return Metadata(
        authorization=_text(found["authorization_endpoint"]),
        token=_text(found["token_endpoint"]),
        keys=_text(found["jwks_uri"]),
        userinfo=_text(found["userinfo_endpoint"]) if "userinfo_endpoint" in found else None,
        end_session=_text(found["end_session_endpoint"]) if "end_session_endpoint" in found else None,
        authenticates_by=frozenset(map(_text, ways)),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _object(response: httpx2.Response) -> dict[str, Any] | None:
    try:
        found = response.json()
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _with_query(address: str, **parameters: str) -> str:
    parts = urlsplit(address)
    query = "&".join(filter(None, (parts.query, urlencode(parameters))))
    return urlunsplit(parts._replace(query=query))
