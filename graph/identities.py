"""From somebody who signed in to a viewer: which person of the network they are, and what that lets them see.

Everything is derived from the network as it is at the moment, so that whoever gives up a seat, or is taken out of the
network, sees no more from then on.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from graph.cut import Cut
from graph.people import coalitions_of
from graph.viewers import Role, Viewer

# Only A to Z are folded: other letters that fold to them are other letters in an address, and somebody else may own it.
_FOLDED = str.maketrans(ascii_uppercase, ascii_lowercase)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a provider of sign-ins says of somebody: a name, an e-mail address if it has verified that it is theirs,
    and the role (STEWARD or ADMINISTRATOR) that they were given there, PUBLIC if none."""

    name: str
    email: str | None = None
    role: Role = Role.PUBLIC


def viewer_of(identity: Identity, cut: Cut) -> Viewer:
    """The viewer that somebody is in a network, given as stewards see it today.

    Who is exactly one of its people, by e-mail address, is a MEMBER, unless they have a role from their provider. Who
    is nobody, or may be several, is answered as anybody is, and the viewer's `explanation` says why.
    """
    found = people_with_email(cut, identity.email) if identity.email else ()
    if len(found) == 1:
        role = max(identity.role, Role.MEMBER)
        return viewer_of_person(cut, found[0], role)
    explanation = _why_nobody(identity, len(found)) if identity.role is Role.PUBLIC else None
    return Viewer(identity.name, identity.role, explanation=explanation)


def viewer_of_person(cut: Cut, person: int, role: Role) -> Viewer:
    """The viewer that a person of the network is, with their coalitions on the date of the cut."""
    record = cut.node(person)
    coalitions = frozenset(cut.node(coalition).id for coalition in coalitions_of(cut, person))
    return Viewer(record.name, role, record.id, coalitions)


def people_with_email(cut: Cut, email: str) -> tuple[int, ...]:
    """The people with an e-mail address, compared but for the case of A to Z."""

    def by_email() -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for person in cut.of_kind("Person"):
            address = cut.node(person).members.get("email")
            if isinstance(address, str) and (folded := _folded(address)):
                found[folded] = (*found[folded], person) if folded in found else (person,)
        return found

    return cut.kept("people by e-mail address", by_email).get(_folded(email), ())


def _folded(email: str) -> str:
    email = email.strip()
    return email.lower() if email.isascii() else email.translate(_FOLDED)


def _why_nobody(identity: Identity, found: int) -> str:
    if identity.email is None:
        reason = "the provider that you signed in with gives no e-mail address that it has verified"
    elif found:
        reason = "several people of this network have your e-mail address"
    else:
        reason = "nobody in this network has your e-mail address"
    return f"You are signed in, but answered as anybody is: {reason}. A steward of the network can put that right."
