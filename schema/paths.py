"""Contact paths and contacts in the schema."""

from __future__ import annotations

from typing import Annotated

import strawberry
from strawberry import ID, Private

from graph import contact_paths, contacts
from graph.contact_paths import NoPathReason
from graph.contacts import ContactReasonKind
from graph.cut import Cut
from graph.vocabulary import Mandate
from resolvers.questions import AskedNeed
from schema.declaring import answered, input_type, object_type, one_of
from schema.handshakes import Handshake
from schema.nodes import view, views
from schema.organisations import Organisation
from schema.people import Function, Person

From = Annotated[ID, strawberry.argument(name="from")]
OptionalFrom = Annotated[ID | None, strawberry.argument(name="from")]


@input_type
class Need:
    """Whom is needed: somebody of a sector, active in an area, with at least a mandate, of an organisation. A theme
    excludes nobody: it ranks. At least one of these has to be given."""

    sector: ID | None = None
    area: ID | None = None
    theme: str | None = None
    mandate: Mandate | None = None
    organisation: ID | None = None


@one_of
class ContactTarget:
    """Who is to be reached: a person, anybody of an organisation, or anybody who meets a need. Exactly one of these."""

    person: ID | None = strawberry.UNSET
    organisation: ID | None = strawberry.UNSET
    need: Need | None = strawberry.UNSET


def asked_need(need: Need) -> AskedNeed:
    """A need as the resolvers take it."""
    return AskedNeed(
        sector=need.sector, area=need.area, theme=need.theme, mandate=need.mandate, organisation=need.organisation
    )


def asked_target(target: ContactTarget) -> tuple[str, str | AskedNeed]:
    """Where the target was named, and the target."""
    if target.need:
        return "to.need", asked_need(target.need)
    if target.person or target.person == "":
        return "to.person", target.person
    return "to.organisation", target.organisation or ""


@object_type
class ContactPath:
    """A short line: people who each know the next. Its strength is the product of its handshakes' strengths."""

    people: list[Person]
    handshakes: list[Handshake]
    length: int
    strength: float

    @classmethod
    def of(cls, cut: Cut, path: contact_paths.ContactPath) -> ContactPath:
        """A path as the API gives it."""
        return cls(
            people=views(cut, path.people),
            handshakes=[Handshake.of(cut, handshake) for handshake in path.handshakes],
            length=path.length,
            strength=path.strength,
        )


@object_type
class ContactPaths:
    """The best short lines, best first."""

    paths: list[ContactPath]


@object_type
class NoContactPath:
    """That there is no short line, and why. `fewestHandshakes` is given where one exists beyond the limit."""

    reason: NoPathReason
    message: str
    fewest_handshakes: int | None


ContactPathsResult = Annotated[
    ContactPaths | NoContactPath,
    strawberry.union("ContactPathsResult", description="Short lines, or why there are none."),
]


def paths_result(
    cut: Cut, found: tuple[contact_paths.ContactPath, ...] | contact_paths.NoContactPath
) -> ContactPaths | NoContactPath:
    """What was found as the API gives it."""
    if isinstance(found, tuple):
        return ContactPaths(paths=[ContactPath.of(cut, path) for path in found])
    return NoContactPath(reason=found.reason, message=found.message, fewest_handshakes=found.fewest_handshakes)


@object_type
class ContactReason:
    """Some of a contact's points, and what they are for."""

    kind: ContactReasonKind
    text: str
    points: float


@object_type
class Contact:
    """Somebody to contact; or, without a person, an organisation for which nobody is known to work.

    `mailbox` and `phone` are the organisation's; `function` is null for somebody who meets the need by a seat only.
    """

    cut: Private[Cut]
    contact: Private[contacts.Contact]
    mailbox: str | None
    phone: str | None
    score: float
    reasons: list[ContactReason]

    @classmethod
    def of(cls, cut: Cut, contact: contacts.Contact) -> Contact:
        """A contact as the API gives it."""
        return cls(
            cut=cut,
            contact=contact,
            mailbox=contact.mailbox,
            phone=contact.phone,
            score=contact.score,
            reasons=[ContactReason(kind=r.kind, text=r.text, points=r.points) for r in contact.reasons],
        )

    @answered
    def person(self) -> Person | None:
        """Whom to contact."""
        return None if self.contact.person is None else view(self.cut, self.contact.person)

    @answered
    def organisation(self) -> Organisation:
        """Of which organisation."""
        return view(self.cut, self.contact.organisation)

    @answered
    def function(self) -> Function | None:
        """What they do there."""
        return None if self.contact.function is None else Function.of(self.cut, self.contact.function)

    @answered
    def deputies(self) -> list[Person]:
        """Who stand in for them."""
        return views(self.cut, self.contact.deputies)

    @answered
    def path(self) -> ContactPath | None:
        """The strongest short line from whoever asks."""
        return None if self.contact.path is None else ContactPath.of(self.cut, self.contact.path)
