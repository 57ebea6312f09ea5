"""Seals: what a browser keeps for us, so that it comes back unchanged, for its own purpose and within its time."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from hmac import digest
from time import time
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

_ALGORITHM = "HS256"


class Seal:
    """Signs what is kept for one purpose. Every process with the same secret can open it; nobody else can make it.

    It is signed, not hidden: whoever has it can read it.
    """

    def __init__(self, secret: str, purpose: str) -> None:
        self._key = OctKey.import_key(digest(secret.encode(), purpose.encode(), sha256))

    def sealed(self, content: Mapping[str, object], seconds: int) -> str:
        """The content as a text that can be opened for so many seconds."""
        return jwt.encode({"alg": _ALGORITHM}, {**content, "exp": int(time()) + seconds}, self._key)

    def opened(self, text: str) -> dict[str, Any] | None:
        """The content of a text; None when it was not sealed for this purpose, or is too old."""
        try:
            claims = jwt.decode(text, self._key, [_ALGORITHM]).claims
            jwt.JWTClaimsRegistry(exp={"essential": True}).validate(claims)
        except (JoseError, ValueError):
            return None
        del claims["exp"]
        return claims
