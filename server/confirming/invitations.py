"""Invitations: a link for each person of a batch, to be sent to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

from graph.confirming.asking import Asked, Delivery
from graph.dates import AMSTERDAM
from graph.errors import BadInput
from graph.records import NodeRecord
from server.confirming.links import PATH, Link, LinkKeys, last_day, new_nonce


@dataclass(frozen=True, slots=True)
class Invitation:
    """A person, where to write to them, and the address of their link. `asked` is what is kept of it."""

    id: str
    name: str
    email: str
    link: str
    asked: Asked

    def delivered(self, delivery: Delivery, refusal: str | None = None) -> Asked:
        """What is kept of it when something has become of it."""
        return replace(self.asked, delivery=delivery, refusal=refusal)

    @property
    def last_day(self) -> date:
        """The last day on which the link is good."""
        return last_day(self.asked.expires)


def invitations(
    people: Iterable[NodeRecord], keys: LinkKeys, base: str, now: datetime, lasts: timedelta
) -> list[Invitation]:
    """A new link for each of these people, which lasts until the end of its last day in the Netherlands."""
    expires = _end_of_day(now + lasts)
    return [_invitation(person, keys, base, now, expires) for person in people]


def base_address(given: str, field: str) -> str:
    """The address that links begin with. Raises BadInput unless nobody can listen to what is sent there: it is https,
    or http that stays on this machine."""
    try:
        parts = urlsplit(given)
        _ = parts.port  # is read only now, and may be no number
    except ValueError:
        parts = urlsplit("")
    fits = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
    bare = not (parts.query or parts.fragment or parts.username or parts.password)
    if not (parts.hostname and fits and bare and given.isprintable() and " " not in given):
        raise BadInput(
            "That is no address that links can begin with.",
            field=field,
            actual=given,
            expected="https://host, as people reach the service",
            help="http is for this machine itself only: what is sent over it can be read on the way.",
        )
    return given.rstrip("/")


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _invitation(person: NodeRecord, keys: LinkKeys, base: str, now: datetime, expires: datetime) -> Invitation:
    link = Link(person.id, new_nonce(), expires)
    asked = Asked(person.id, link.nonce, now, expires, Delivery.MADE)
    name = " ".join(person.name.split())
    return Invitation(person.id, name, str(person.members["email"]), base + PATH + keys.signed(link), asked)


def _end_of_day(moment: datetime) -> datetime:
    midnight = moment.astimezone(AMSTERDAM).replace(hour=0, minute=0, second=0, microsecond=0)
    return (midnight + timedelta(days=1)).astimezone(moment.tzinfo)
