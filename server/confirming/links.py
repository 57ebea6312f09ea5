"""Links: for one person's own entry, signed, good until a moment.

A link is `payload.signature` in base64url; the payload is JSON, `[person, nonce, expires]`, and is signed as it stands,
with HMAC-SHA256. Whoever has the link has the say over that entry, so it is as secret as a password.
"""

from __future__ import annotations

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import orjson

from graph.dates import AMSTERDAM
from graph.errors import BadInput
from server.settings import LINK_KEYS

PATH = "/confirm/"
"""Where links lead to, behind the address of the service."""

SHORTEST_KEY = 32
_MAKE = "python -c 'import secrets; print(secrets.token_urlsafe(32))' makes one."
_PURPOSE = b"korte-lijnen confirmation link\0"  # so that a signature for anything else is none for a link
_NONCE_BYTES = 16
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Link:
    """One link: whose entry it is for, what tells it from their other links, and until when it is good."""

    person: str
    nonce: str
    expires: datetime


class NotALink(Exception):
    """It is no link that was made here: cut off, altered, or made up."""


class LinkExpired(Exception):
    """It is a link whose time is over."""


@dataclass(frozen=True, slots=True, repr=False)
class LinkKeys:
    """The keys that links are signed with: the first signs, and what any of them has signed is believed."""

    keys: tuple[bytes, ...]

    @classmethod
    def set(cls) -> LinkKeys | None:
        """Those of the settings, None where none is set. Raises BadInput for one that can be guessed."""
        given = (LINK_KEYS.value() or "").replace(",", " ").split()
        if not given:
            return None
        if min(map(len, given)) < SHORTEST_KEY:
            raise BadInput(
                f"A key in {LINK_KEYS.name} is so short that it can be guessed.",
                field=LINK_KEYS.name,
                expected=f"at least {SHORTEST_KEY} random characters",
                help=_MAKE,
            )
        return cls(tuple(key.encode() for key in given))

    @classmethod
    def needed(cls) -> LinkKeys:
        """Those of the settings. Raises BadInput where none is set."""
        keys = cls.set()
        if keys is None:
            raise BadInput(
                f"Links cannot be signed: {LINK_KEYS.name} is not set.",
                field=LINK_KEYS.name,
                expected=LINK_KEYS.meaning,
                help=f"{_MAKE} `serve` needs the same.",
            )
        return keys

    def signed(self, link: Link) -> str:
        """The link as a text that can stand in an address."""
        payload = _encoded(orjson.dumps([link.person, link.nonce, int(link.expires.timestamp())]))
        return f"{payload}.{_signature(self.keys[0], payload)}"

    def read(self, text: str, now: datetime) -> Link:
        """The link of a text. Raises NotALink or LinkExpired."""
        payload, _, signature = text.partition(".")
        if len(text) > _LONGEST or not text.isascii():
            raise NotALink
        if not any(hmac.compare_digest(_signature(key, payload), signature) for key in self.keys):
            raise NotALink
        try:
            person, nonce, expires = orjson.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
        except (NotBase64, ValueError) as error:
            raise NotALink from error
        link = Link(person, nonce, datetime.fromtimestamp(expires, UTC))
        if now >= link.expires:
            raise LinkExpired
        return link


def new_nonce() -> str:
    """What no other link has."""
    return secrets.token_urlsafe(_NONCE_BYTES)


def last_day(expires: datetime) -> date:
    """The last day, in the Netherlands, of a link that is good until a moment."""
    return (expires - timedelta(microseconds=1)).astimezone(AMSTERDAM).date()


def _signature(key: bytes, payload: str) -> str:
    return _encoded(hmac.digest(key, _PURPOSE + payload.encode(), "sha256"))


def _encoded(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")
