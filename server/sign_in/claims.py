"""From the claims of a provider to an identity."""

from __future__ import annotations

from collections.abc import Mapping

from graph.identities import Identity
from graph.viewers import Role
from server.sign_in.configuration import ClaimNames

LONGEST_NAME = 200
LONGEST_EMAIL = 254  # RFC 5321: what fits in a path of 256 characters

Claims = Mapping[str, object]


def identity_of(claims: Claims, names: ClaimNames) -> Identity:
    """Who somebody is. An e-mail address that the provider has not verified is none: anybody can claim it."""
    called = (claims.get(claim) for claim in ("name", "preferred_username", "email", "sub"))
    name = next(filter(None, map(_printable, called)), "somebody")
    return Identity(name, _verified_email(claims, names), _role(claims, names))


def _verified_email(claims: Claims, names: ClaimNames) -> str | None:
    email, verified = claims.get("email"), _claim(claims, names.verified)
    # Some providers write a truth as a text or a number.
    if verified not in (True, "true", "1") or not isinstance(email, str) or len(email) > LONGEST_EMAIL:
        return None
    return email.strip() or None


def _role(claims: Claims, names: ClaimNames) -> Role:
    value = _claim(claims, names.role)
    given = {one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)}
    if given & names.administrator:
        return Role.ADMINISTRATOR
    return Role.STEWARD if given & names.steward else Role.PUBLIC


def _claim(claims: Claims, name: str) -> object:
    """A claim by its name; or by its path, where it lies within others."""
    if name in claims:
        return claims[name]
    found: object = claims
    for step in name.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _printable(value: object) -> str:
    """A text of one line that can be shown and kept with a change; the empty one for anything else."""
    if not isinstance(value, str):
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in value[:LONGEST_NAME]).split())
