"""Tokens that a provider signed: whether they are its own, for us, and of now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hmac import compare_digest
from typing import Any

from joserfc import jwt
from joserfc.errors import ExpiredTokenError, InvalidClaimError, InvalidKeyIdError, JoseError, MissingClaimError
from joserfc.jwk import JWKRegistry, Key, KeySet
from joserfc.jws import JWSRegistry

# With two keys only. With HS256 somebody could sign with the public key; with none there is nothing to check.
ALGORITHMS = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "Ed25519"),
)
LEEWAY_SECONDS = 60  # by which the clocks of the provider and this machine may differ
_KEY_TYPES = ("RSA", "EC", "OKP")

_REGISTRY = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)  # providers add headers of their own


class UntrustedToken(Exception):
    """A token that is not to be believed; the text says why, without repeating what is in it."""


class UnknownKey(UntrustedToken):
    """It is signed with a key that is not among those at hand: the provider may have new ones."""


def key_set(published: object) -> KeySet:
    """The keys that a provider publishes. Those that sign nothing, or are of a sort unknown here, are left out."""
    found: list[Key] = []
    listed = published.get("keys") if isinstance(published, dict) else None
    for data in listed if isinstance(listed, list) else ():
        if isinstance(data, dict) and data.get("kty") in _KEY_TYPES and data.get("use", "sig") == "sig":
            try:
                found.append(JWKRegistry.import_key(data))
            except (JoseError, ValueError, TypeError, KeyError):
                continue
    return KeySet(found)


def claims_of_id_token(token: str, keys: KeySet, *, issuer: str, client_id: str, nonce: str) -> dict[str, Any]:
    """What a provider says, to this service alone, of whoever signed in just now.

    `nonce` is what was sent along with them. Raises UntrustedToken.
    """
    claims = _claims(token, keys, issuer=issuer, audience=client_id)
    party = claims.get("azp")
    if party != client_id and (party is not None or (isinstance(claims["aud"], list) and len(claims["aud"]) > 1)):
        raise UntrustedToken("it was made for another service")
    said = claims.get("nonce")
    if not isinstance(said, str) or not compare_digest(said.encode("utf-8", "replace"), nonce.encode()):
        raise UntrustedToken("it belongs to another attempt to sign in")
    return claims


def claims_of_access_token(token: str, keys: KeySet, *, issuer: str, audience: str) -> dict[str, Any]:
    """What a provider says of the program or person that uses an access token. Raises UntrustedToken."""
    claims = _claims(token, keys, issuer=issuer, audience=audience)
    if "nonce" in claims or "at_hash" in claims:  # both are signed by the same key, and the audience may be the same
        raise UntrustedToken("it is an ID token: it says who signed in, and gives no access")
    return claims


def _claims(token: str, keys: KeySet, *, issuer: str, audience: str) -> dict[str, Any]:
    wanted = jwt.JWTClaimsRegistry(
        leeway=LEEWAY_SECONDS,
        iss={"essential": True, "value": issuer},
        aud={"essential": True, "value": audience},
        sub={"essential": True},
        exp={"essential": True},
    )
    try:
        claims = jwt.decode(token, keys, registry=_REGISTRY).claims
        wanted.validate(claims)
    except InvalidKeyIdError as error:
        raise UnknownKey("it is signed with a key that the provider does not publish") from error
    except (JoseError, ValueError, TypeError, RecursionError) as error:
        raise UntrustedToken(_why(error)) from error
    return claims


def _why(error: Exception) -> str:
    match error:
        case ExpiredTokenError():
            return "it has expired"
        case MissingClaimError() | InvalidClaimError():
            names: Iterable[str] = str(getattr(error, "claim", "")).split(",")
            return ", ".join(_ABOUT.get(name, f"its {name} is wrong") for name in names) or "its claims are wrong"
        case _:
            return "it is not signed by the provider"


_ABOUT: Mapping[str, str] = {
    "iss": "it is not from the provider of this service",
    "aud": "it was made for another service",
    "nbf": "it is not valid yet",
    "iat": "it was made in the future",
    "exp": "it does not say when it expires",
    "sub": "it does not say whose it is",
}
