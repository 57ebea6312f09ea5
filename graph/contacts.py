"""Whom do I need, and who can introduce me? People, and organisations without known people, ranked with reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from graph.contact_paths import ContactPath, PathOrder, contact_paths
from graph.contact_paths.reach import strongest
from graph.contexts import Floats
from graph.cut import Cut
from graph.deadline import look
from graph.handshakes import handshakes
from graph.needs import Meeting, Need, held_seats
from graph.people import people_of, workers
from graph.places import places
from graph.seats import confirmed_within_a_year
from graph.themes import Synonyms, function_text, themes
from graph.vocabulary import Mandate

PATH_HANDSHAKES = 4
_CHEAPER = "Ask for a sector, or a smaller area."


class ContactReasonKind(StrEnum):
    """What a contact is chosen for."""

    SEAT = "SEAT"
    MANDATE = "MANDATE"
    FUNCTION = "FUNCTION"
    THEME = "THEME"
    AREA = "AREA"
    CONFIRMED = "CONFIRMED"
    PATH = "PATH"


SEAT, SEAT_BESIDE_A_THEME = 4.0, 1.0
MANDATE = {Mandate.LISTEN: 0.0, Mandate.ADVISE: 1.0, Mandate.DECIDE: 2.0}
FUNCTION, THEME, AREA, CONFIRMED, PATH = 5.0, 1.0, 1.0, 1.0, 3.0


@dataclass(frozen=True, slots=True)
class ContactReason:
    """Some of the points of a contact, and what they are for."""

    kind: ContactReasonKind
    text: str
    points: float


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to contact (nodes; `function` is a WORKS_FOR relation), or, where `person` is None, an organisation.

    `deputies` stand in for the person; `mailbox` and `phone` are the organisation's; `path` leads from the asker.
    """

    person: int | None
    organisation: int
    function: int | None
    deputies: tuple[int, ...]
    mailbox: str | None
    phone: str | None
    score: float
    reasons: tuple[ContactReason, ...]
    path: ContactPath | None


def contacts(
    cut: Cut, need: Need, asker: int | None = None, first: int = 5, *, synonyms: Synonyms = ()
) -> list[Contact]:
    """The best contacts for a need: people by score, and organisations for which nobody is known to work.

    `asker` is a person, organisation or coalition: none of its people is listed, and the strength of the path from
    it counts. Ties are broken by name (code points), then by id.
    """
    question = _Question(cut, need, asker, synonyms)
    people = sorted(question.people(), key=question.order)
    organisations = sorted(question.organisations(), key=question.order)
    known = (ContactReasonKind.SEAT, ContactReasonKind.FUNCTION, ContactReasonKind.AREA)
    first_there = not any(_has(person, *known) for person in people)
    there = [one for one in organisations if first_there and _has(one, ContactReasonKind.AREA)]
    rest = [one for one in organisations if not (first_there and _has(one, ContactReasonKind.AREA))]
    listed = [*there, *people, *rest]
    return [question.contact(one) for one in listed[:first]]


@dataclass(frozen=True, slots=True)
class _Scored:
    person: int | None
    organisation: int
    function: int | None
    reasons: tuple[ContactReason, ...]

    @property
    def score(self) -> float:
        return sum(reason.points for reason in self.reasons)


def _has(scored: _Scored, *kinds: ContactReasonKind) -> bool:
    return any(reason.kind in kinds for reason in scored.reasons)


class _Question:
    def __init__(self, cut: Cut, need: Need, asker: int | None, synonyms: Synonyms) -> None:
        self._cut = cut
        self._need = need
        self._asker = asker
        self._met = Meeting(cut, need)
        self._themes = themes(cut, synonyms) if need.theme else None
        self._asking = set(people_of(cut, asker)) if asker is not None else set()

    def people(self) -> Iterable[_Scored]:
        for person in self._met.everybody() - self._asking:
            look(_CHEAPER)
            scored = self._person(person)
            if scored is not None:
                yield scored

    def organisations(self) -> Iterable[_Scored]:
        """The organisations that meet the need and for which, parts included, nobody is known to work."""
        if self._need.mandate is not None:
            return
        for organisation in self._met.organisations - {self._asker}:
            look(_CHEAPER)
            if not workers(self._cut, organisation):
                yield _Scored(None, organisation, None, self._of_organisation(organisation, None))

    def order(self, scored: _Scored) -> tuple[float, str, str]:
        node = self._cut.node(scored.organisation if scored.person is None else scored.person)
        return (-round(scored.score, 9), node.name, node.id)

    def contact(self, scored: _Scored) -> Contact:
        """The contact in full: what is asked only of those that are listed."""
        organisation = self._cut.node(scored.organisation).members
        mailbox, phone = organisation.get("mailbox"), organisation.get("phone")
        return Contact(
            scored.person,
            scored.organisation,
            scored.function,
            self._deputies(scored.person),
            str(mailbox) if mailbox else None,
            str(phone) if phone else None,
            scored.score,
            scored.reasons,
            self._path(scored),
        )

    # Points

    def _person(self, person: int) -> _Scored | None:
        """A person with their points; None for somebody for whom no organisation at all can be shown."""
        best = self._best_function(person)
        if best is not None:
            function, of_function = best
            organisation = int(self._cut.network.relations.target[function])
            return self._scored(person, organisation, function, of_function)
        by_seat = self._organisation_by_seat(person)
        return None if by_seat is None else self._scored(person, by_seat, None, self._of_organisation(by_seat, person))

    def _scored(
        self, person: int, organisation: int, function: int | None, reasons: tuple[ContactReason, ...]
    ) -> _Scored:
        return _Scored(person, organisation, function, (*self._seat(person), *reasons, *self._near(person)))

    def _best_function(self, person: int) -> tuple[int, tuple[ContactReason, ...]] | None:
        """The function that gives most points, with its reasons: only one counts."""
        network = self._cut.network
        scored = [(self._function(person, function), function) for function in self._met.functions(person)]
        if not scored:
            return None
        reasons, function = min(
            scored, key=lambda one: (-round(sum(r.points for r in one[0]), 9), network.relation_id(one[1]))
        )
        return function, reasons

    def _function(self, person: int, function: int) -> tuple[ContactReason, ...]:
        organisation = int(self._cut.network.relations.target[function])
        text = function_text(self._cut, function)
        match = self._match(text)
        if match > 0:
            title = self._cut.network.members(function).get("title") or text
            reasons = [ContactReason(ContactReasonKind.FUNCTION, str(title), FUNCTION * match)]
        else:
            reasons = [*self._theme(organisation, person)]
        reasons += self._area(organisation)
        if confirmed_within_a_year(self._cut, function):
            reasons.append(ContactReason(ContactReasonKind.CONFIRMED, "confirmed within a year", CONFIRMED))
        return tuple(reasons)

    def _of_organisation(self, organisation: int, person: int | None) -> tuple[ContactReason, ...]:
        """The points of an organisation itself, and of the questions that it and the person work on."""
        return (*self._theme(organisation, person), *self._area(organisation))

    def _organisation_by_seat(self, person: int) -> int | None:
        """The organisation of somebody who meets the need by a seat only: that of the seat.

        Where the seat has none, one of their own, that which gives most points; else one that leads the coalition.
        """
        cut = self._cut
        seats = sorted(self._met.fitting_seats(person), key=lambda seat: cut.node(seat).id)
        of_seat = next((o for seat in seats for o in cut.links("SEAT_FOR").get(seat, ())), None)
        if of_seat is not None:
            return of_seat
        coalitions = {coalition for seat in seats for coalition in cut.targets(seat, "SEAT_IN")}
        leading = [one for c in coalitions for one in cut.origins(c, "LEADS") if cut.is_a(one, "Organisation")]
        return self._best(person, cut.targets(person, "WORKS_FOR") or leading)

    def _best(self, person: int, organisations: Iterable[int]) -> int | None:
        """Of some organisations the one that gives most points, then by name and id."""

        def order(organisation: int) -> tuple[float, str, str]:
            points = sum(reason.points for reason in self._of_organisation(organisation, person))
            return (-round(points, 9), self._cut.node(organisation).name, self._cut.node(organisation).id)

        return min(organisations, key=order, default=None)

    def _theme(self, organisation: int, person: int | None) -> tuple[ContactReason, ...]:
        """How well the organisation's name, or a question that person or organisation works on, fits the theme."""
        workers_ = [organisation] if person is None else [organisation, person]
        questions = {q for worker in workers_ for q in self._cut.targets(worker, "WORKS_ON")}
        in_order = sorted(questions, key=lambda question: self._cut.node(question).id)
        texts = [self._cut.node(node).name for node in (organisation, *in_order)]
        best = max(texts, key=self._match)
        points = THEME * self._match(best)
        return (ContactReason(ContactReasonKind.THEME, best, points),) if points else ()

    def _match(self, text: str) -> float:
        return self._themes.match(self._need.theme or "", text) if self._themes else 0.0

    def _area(self, organisation: int) -> tuple[ContactReason, ...]:
        """Whether the organisation itself is in the very area or one within it, not only in one above."""
        area = self._need.area
        if area is None:
            return ()
        cut, below = self._cut, places(self._cut).below(area)
        own = {organisation, *cut.targets(organisation, "LOCATED_IN"), *cut.targets(organisation, "ACTIVE_IN")}
        return (ContactReason(ContactReasonKind.AREA, cut.node(area).name, AREA),) if own & below else ()

    def _seat(self, person: int) -> tuple[ContactReason, ...]:
        seats = [seat for seat in held_seats(self._cut, person) if self._is_exact(seat)]
        if not seats:
            return ()
        seat = min(seats, key=lambda one: (-self._mandate(one), self._cut.node(one).id))
        name = self._cut.node(seat).name
        if self._need.theme and self._need.mandate is None:
            return (ContactReason(ContactReasonKind.SEAT, name, SEAT_BESIDE_A_THEME),)
        points = MANDATE[self._mandate(seat)]
        mandate = ContactReason(ContactReasonKind.MANDATE, self._mandate(seat).name, points)
        return (ContactReason(ContactReasonKind.SEAT, name, SEAT), *((mandate,) if points else ()))

    def _is_exact(self, seat: int) -> bool:
        """Whether a seat is of exactly the sector, and stands for every municipality of the area."""
        need, cut = self._need, self._cut
        if need.sector is not None and cut.node(seat).members["sector"] != cut.node(need.sector).id:
            return False
        if need.area is None:
            return True
        asked = set(places(cut).municipalities(need.area)) or {need.area}
        return asked <= places(cut).of_seat(seat)

    def _mandate(self, seat: int) -> Mandate:
        return Mandate[str(self._cut.node(seat).members["mandate"])]

    # Paths

    def _near(self, person: int) -> tuple[ContactReason, ...]:
        position = int(handshakes(self._cut).contexts.position[person])
        strength = float(self._strengths[position]) if self._strengths is not None else 0.0
        if not strength:
            return ()
        return (ContactReason(ContactReasonKind.PATH, "the line from you", PATH * strength),)

    @cached_property
    def _strengths(self) -> Floats | None:
        """The strength of the strongest path from the asker to everybody."""
        if self._asker is None or not self._asking:
            return None
        all_ = handshakes(self._cut)
        asking = np.sort(all_.contexts.position[list(self._asking)]).astype(np.int32)
        make: Callable[[], Floats] = lambda: strongest(all_, asking, all_.contexts.introducible, PATH_HANDSHAKES)  # noqa: E731
        return self._cut.kept_lately("strongest", self._asker, make)

    def _path(self, scored: _Scored) -> ContactPath | None:
        if self._asker is None or scored.person is None or not _has(scored, ContactReasonKind.PATH):
            return None
        found = contact_paths(
            self._cut,
            self._asker,
            scored.person,
            order=PathOrder.STRONGEST,
            max_handshakes=PATH_HANDSHAKES,
            first=1,
        )
        return found[0] if isinstance(found, tuple) else None

    def _deputies(self, person: int | None) -> tuple[int, ...]:
        """The people who stand in for a person, by name and id."""
        if person is None:
            return ()
        return _deputies(self._cut).get(self._cut.node(person).id, ())


def _deputies(cut: Cut) -> dict[str, tuple[int, ...]]:
    """By id of a person: who stands in for them in some function."""

    def make() -> dict[str, tuple[int, ...]]:
        found: dict[str, set[int]] = {}
        for function in cut.of_type("WORKS_FOR").tolist():
            of = cut.network.members(function).get("deputyOf")
            if of:
                found.setdefault(str(of), set()).add(int(cut.network.relations.origin[function]))
        by_name = lambda node: (cut.node(node).name, cut.node(node).id)  # noqa: E731
        return {of: tuple(sorted(people, key=by_name)) for of, people in found.items()}

    return cut.kept("deputies", make)
