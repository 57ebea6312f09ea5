"""Who was asked whether their entry is still right, and what came of it.

It is kept beside the network (graph.keepsakes): of each person the last time that they were asked, and the last time
that they answered. No name and no address is in it, and it is not in a dump. A link is known by its nonce, so that one
that was made before the last is void.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import orjson

from graph.errors import Unavailable
from graph.keepsakes import Keepsake, Keepsakes

_ASKED, _ANSWERED, _ANSWERING = "confirmation asked", "confirmation answered", "confirmation being answered"

# A process that is killed while it writes an answer lets go of the link after this. A write that takes longer still
# meets with a conflict when another answer comes first.
_WRITING = timedelta(minutes=2)

_log = logging.getLogger(__name__)


class Delivery(StrEnum):
    """What became of a link that was made."""

    MADE = "MADE"
    HANDED_OVER = "HANDED_OVER"
    REFUSED = "REFUSED"


class ConfirmationAnswer(StrEnum):
    """What somebody said of their entry: it is right, it should be otherwise, take me out."""

    CONFIRMED = "CONFIRMED"
    CORRECTED = "CORRECTED"
    ERASED = "ERASED"


class ConfirmationState(StrEnum):
    """How far it is: the mail server has not taken the letter yet, it has refused the address, an answer can still
    come, no answer came in time, an answer came."""

    NOT_SENT = "NOT_SENT"
    REFUSED = "REFUSED"
    ASKED = "ASKED"
    EXPIRED = "EXPIRED"
    ANSWERED = "ANSWERED"


class Standing(StrEnum):
    """Whether a link may still be used; BUSY is one that is being used at this moment."""

    OPEN = "OPEN"
    BUSY = "BUSY"
    VOID = "VOID"
    USED = "USED"


class LinkUsed(Exception):
    """The link has been used, is being used at this moment, or has become void."""

    def __init__(self, standing: Standing) -> None:
        super().__init__(standing.value)
        self.standing = standing


@dataclass(frozen=True, slots=True)
class Asked:
    """The last link that was made for a person. `refusal` is the mail server's status code, without its text, which
    may hold the address."""

    person: str
    nonce: str
    at: datetime
    expires: datetime
    delivery: Delivery
    refusal: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """The last answer of a person: to which link, when, and what it was."""

    person: str
    nonce: str
    at: datetime
    answer: ConfirmationAnswer


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What is known of asking a person: when they were asked last, and what came of that."""

    asked: Asked
    answered: Answered | None
    state: ConfirmationState


def keep_asked(keepsakes: Keepsakes, asked: Iterable[Asked]) -> None:
    """Keep that people are asked, all or none. Older links of theirs are void from then on."""
    keepsakes.keep_all(_ASKED, [Keepsake(one.person, _written(one)) for one in asked])


def asked_of(keepsakes: Keepsakes) -> dict[str, Asked]:
    """The last time that each person was asked, by their id."""
    return {kept.key: _asked(kept) for kept in keepsakes.list(_ASKED)}


def confirmations(keepsakes: Keepsakes, now: datetime) -> list[Confirmation]:
    """Everybody who was ever asked, who was asked first coming first."""
    answered = {kept.key: _answered(kept) for kept in keepsakes.list(_ANSWERED)}
    found = [_confirmation(asked, answered.get(asked.person), now) for asked in asked_of(keepsakes).values()]
    return sorted(found, key=lambda one: (one.asked.at, one.asked.person))


def told(keepsakes: Keepsakes, person: str) -> dict[str, object] | None:
    """What is kept of asking one person, to tell them; None where they were never asked."""
    found = keepsakes.kept(_ASKED, person)
    if found is None:
        return None
    asked, last = _asked(found), keepsakes.kept(_ANSWERED, person)
    answered = None if last is None else _answered(last)
    return {
        "person": person,
        "askedAt": asked.at.isoformat(),
        "expiresAt": asked.expires.isoformat(),
        "delivery": asked.delivery.value,
        "refusal": asked.refusal,
        "answeredAt": answered and answered.at.isoformat(),
        "answer": answered and answered.answer.value,
    }


def standing(keepsakes: Keepsakes, person: str, nonce: str) -> Standing:
    """Whether a person's link may still be used."""
    answered = keepsakes.kept(_ANSWERED, person)
    if answered is not None and _answered(answered).nonce == nonce:
        return Standing.USED
    asked = keepsakes.kept(_ASKED, person)
    return Standing.OPEN if asked is not None and _asked(asked).nonce == nonce else Standing.VOID


@contextmanager
def answering(
    keepsakes: Keepsakes, person: str, nonce: str, answer: ConfirmationAnswer, now: datetime
) -> Iterator[None]:
    """Use up a link with what is done inside; when that raises, the link may be used again.

    Of several who try at once one goes in; the others, and whoever comes later, get LinkUsed.
    """
    if not keepsakes.keep_once(_ANSWERING, nonce, "", now + _WRITING):
        found = standing(keepsakes, person, nonce)
        raise LinkUsed(Standing.BUSY if found is Standing.OPEN else found)
    try:
        found = standing(keepsakes, person, nonce)
        if found is not Standing.OPEN:
            raise LinkUsed(found)
        yield
    except BaseException:
        with suppress(Unavailable):
            keepsakes.forget(_ANSWERING, nonce)
        raise
    try:
        keepsakes.keep(_ANSWERED, person, _written(Answered(person, nonce, now, answer)))
        keepsakes.forget(_ANSWERING, nonce)
    except Unavailable:
        # The answer itself is kept. The link can be used once more when the store is back, for the same entry.
        _log.warning("an answer was kept, but not that its link was used: the store went away in between")


def _confirmation(asked: Asked, answered: Answered | None, now: datetime) -> Confirmation:
    if answered is not None and answered.nonce == asked.nonce:
        return Confirmation(asked, answered, ConfirmationState.ANSWERED)
    if asked.delivery is Delivery.REFUSED:
        state = ConfirmationState.REFUSED
    elif asked.delivery is Delivery.MADE:
        state = ConfirmationState.NOT_SENT
    else:
        state = ConfirmationState.ASKED if now < asked.expires else ConfirmationState.EXPIRED
    return Confirmation(asked, None, state)


def _written(kept: Asked | Answered) -> str:
    return orjson.dumps(kept).decode()


def _asked(kept: Keepsake) -> Asked:
    said = orjson.loads(kept.value)
    moments = {name: datetime.fromisoformat(said[name]) for name in ("at", "expires")}
    return Asked(**{**said, **moments, "delivery": Delivery(said["delivery"])})


def _answered(kept: Keepsake) -> Answered:
    said = orjson.loads(kept.value)
    return Answered(**{**said, "at": datetime.fromisoformat(said["at"]), "answer": ConfirmationAnswer(said["answer"])})
