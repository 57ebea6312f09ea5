"""Personal tokens: made on the command line, shown once, kept as what they hash to, revocable at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from secrets import token_urlsafe

import orjson

from graph.editing.traces import Traces
from graph.errors import BadInput, NotFound
from graph.keepsakes import Keepsake, Keepsakes
from graph.viewers import Role

PREFIX = "kl_"  # by which people, and programs that look for leaked secrets, recognise one
LONGEST_NAME = 100
KIND = "personal token"
"""The kind of keepsakes that tokens are kept as, each under its name."""

_BYTES = 32
_REMEMBERED = timedelta(days=30)  # after a token expired, in which whoever uses it is told so


@dataclass(frozen=True, slots=True)
class PersonalToken:
    """A token as it is kept, without its secret: whose rights it gives, and until when."""

    name: str
    role: Role
    person: str | None
    created: datetime
    expires: datetime
    digest: str

    def has_expired(self, now: datetime) -> bool:
        """Whether it gives nothing any more."""
        return now >= self.expires


def make_token(
    keepsakes: Keepsakes, name: str, role: Role, expires: datetime, person: str | None = None
) -> tuple[str, PersonalToken]:
    """Make a token: its secret, which is nowhere else and cannot be had again, and how it is kept.

    Raises BadInput for a name that is taken or no name, and for a moment that has passed.
    """
    now = datetime.now(UTC)
    _check(name, expires, now)
    secret = PREFIX + token_urlsafe(_BYTES)
    token = PersonalToken(name, role, person, now, expires, _digest(secret))
    if not keepsakes.keep_once(KIND, name, _written(token), expires + _REMEMBERED):
        raise BadInput(
            f"There is a token called {name}.",
            field="name",
            actual=name,
            expected="a name that no token has",
            help="Give it another name, or revoke that one first.",
        )
    return secret, token


def tokens(keepsakes: Keepsakes) -> Sequence[PersonalToken]:
    """Every token, by name, those that expired not long ago included."""
    return [_read(kept) for kept in keepsakes.list(KIND)]


def tokens_telling_of(keepsakes: Keepsakes, traces: Traces) -> Sequence[PersonalToken]:
    """The tokens that tell of a person, by name: theirs, and those that are called after them."""
    return [token for token in tokens(keepsakes) if _tells(token, traces)]


def revoke_token(keepsakes: Keepsakes, name: str) -> None:
    """Take a token back. Raises NotFound when there is none of that name."""
    if not keepsakes.forget(KIND, name):
        raise NotFound(
            f"There is no token called {name}.", field="name", actual=name, help="`korte-lijnen token list` tells all."
        )


def token_of(secret: str, among: Sequence[PersonalToken]) -> PersonalToken | None:
    """The token that a secret belongs to. All are compared, each in the same time, whichever it is."""
    digest = _digest(secret)
    found = [token for token in among if compare_digest(token.digest, digest)]
    return found[0] if found else None


def _tells(token: PersonalToken, traces: Traces) -> bool:
    return token.person in traces.people or traces.signature(token.name) != token.name


def _digest(secret: str) -> str:
    """What a secret is kept as. It has 256 random bits, so nobody can find it by trying: one fast hash is enough. (The
    slow ones are for passwords, which people choose.)"""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def _check(name: str, expires: datetime, now: datetime) -> None:
    if not (name.isprintable() and name.strip() == name and 1 <= len(name) <= LONGEST_NAME):
        raise BadInput(
            "That is no name for a token.", field="name", actual=name, expected=f"1 to {LONGEST_NAME} letters and signs"
        )
    if expires <= now:
        raise BadInput("That day has come already.", field="expires", expected="a later one")


def _written(token: PersonalToken) -> str:
    written = {"role": token.role.name, "person": token.person, "digest": token.digest}
    return orjson.dumps({**written, "created": token.created, "expires": token.expires}).decode()


def _read(kept: Keepsake) -> PersonalToken:
    read = orjson.loads(kept.value)
    created, expires = datetime.fromisoformat(read["created"]), datetime.fromisoformat(read["expires"])
    return PersonalToken(kept.key, Role[read["role"]], read["person"], created, expires, read["digest"])
