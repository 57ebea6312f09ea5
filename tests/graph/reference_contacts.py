"""domain.md over again, the slow and plain way: whom to contact, and why.

Themes are compared here by folded stems, rarity and synonyms of one word; compounds have tests by hand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

import snowballstemmer

from tests.graph.reference import Line
from tests.graph.reference_known import Known
from tests.graph.reference_needs import (
    Wanted,
    functions,
    has_mandate,
    in_question,
    people,
    seat_fits,
)
from tests.graph.reference_seats import MANDATES, has_left, held_seats

_dutch = snowballstemmer.stemmer("dutch")


Points = dict[str, float]


@dataclass(frozen=True)
class ReferenceContact:
    person: str | None
    name: str
    organisations: frozenset[str]
    """That of the function, any of those that give most; or of the seat."""
    functions: frozenset[str]
    """The ids of the functions that give most; none where somebody meets the need by a seat only."""
    points: Points = field(compare=False)

    @property
    def score(self) -> float:
        return sum(self.points.values())

    @property
    def id(self) -> str:
        return self.person or next(iter(self.organisations))


# Themes


def stems(text: str) -> set[str]:
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return {str(_dutch.stemWord(word)) for word in re.findall(r"[a-z0-9]+", folded)}


class Theme:
    """A theme's words, each with what it weighs and the stems that mean the same."""

    def __init__(self, known: Known, theme: str, synonyms: Sequence[Sequence[str]]) -> None:
        words = re.findall(r"[a-z0-9]+", theme.lower())
        asked = [word for word in words if len(word) > 3] or words
        texts = [stems(function_text(line)) for _, _, line in known.of("WORKS_FOR")]
        self._same: dict[str, set[str]] = {}
        self._weight: dict[str, float] = {}
        for word in {str(_dutch.stemWord(word)) for word in asked}:
            same = {word}
            for group in synonyms:
                alike = {stem for phrase in group for stem in stems(phrase)}
                same |= alike if word in alike else set()
            having = sum(bool(same & text) for text in texts)
            self._same[word] = same
            self._weight[word] = log((1 + len(texts)) / (1 + having)) + 1

    def match(self, text: str) -> float:
        found = stems(text)
        there = sum(self._weight[word] for word, same in self._same.items() if same & found)
        return there / sum(self._weight.values()) if self._weight else 0.0


def function_text(line: Line) -> str:
    return " ".join([line.get("title") or "", *(line.get("themes") or [])])


# Contacts


def contacts(
    known: Known, need: Wanted, asker: str | None, synonyms: Sequence[Sequence[str]] = ()
) -> list[ReferenceContact]:
    theme = Theme(known, need.theme, synonyms) if need.theme is not None else None
    unlisted = set() if asker is None else known.people_of(asker)
    of_people = [_person(known, need, theme, asker, person) for person in people(known, need) - unlisted]
    found = sorted((contact for contact in of_people if contact is not None), key=_order)
    bare = sorted(
        (_organisation(known, need, theme, one) for one in _without_people(known, need) if one != asker), key=_order
    )
    if any({"SEAT", "FUNCTION", "AREA"} & set(contact.points) for contact in found):
        return found + bare
    before = [contact for contact in bare if "AREA" in contact.points]
    return before + found + [contact for contact in bare if contact not in before]


def _order(contact: ReferenceContact) -> tuple[object, ...]:
    return (-round(contact.score, 9), contact.name, contact.id)


def _person(known: Known, need: Wanted, theme: Theme | None, asker: str | None, person: str) -> ReferenceContact | None:
    points = _seat_points(known, need, person)
    own = functions(known, need, person)
    scored = [(line["to"], line["id"], _function_points(known, need, theme, line)) for line in own]
    if not own:  # by a seat only
        scored = [
            (one, None, _place_points(known, need, theme, one, person))
            for one in _seat_organisations(known, need, person)
        ]
        if not scored:
            return None
        # Of as many points: by name, then by id.
        first = min(scored, key=lambda one: (-round(sum(one[2].values()), 9), known.name(one[0]), one[0]))
        scored = [first]
    most = max(sum(found.values()) for _, _, found in scored)
    best = [one for one in scored if sum(one[2].values()) > most - 1e-9]
    points |= best[0][2]
    strength = _line_strength(known, asker, person)
    if strength:
        points["PATH"] = 3 * strength
    organisations, ids = frozenset(to for to, _, _ in best), frozenset(id for _, id, _ in best if id)
    return ReferenceContact(person, known.name(person), organisations, ids, points)


def _seat_points(known: Known, need: Wanted, person: str) -> Points:
    fitting = [seat for seat in _seats(known, person) if _scores(known, need, seat)]
    if not fitting:
        return {}
    if need.theme is not None and need.mandate is None:
        return {"SEAT": 1.0}
    mandate = max(MANDATES.index(known.nodes[seat]["mandate"]) for seat in fitting)
    return {"SEAT": 4.0, "MANDATE": float(mandate)} if mandate else {"SEAT": 4.0}


def _seats(known: Known, person: str) -> list[str]:
    return [seat for seat in held_seats(known, person) if not has_left(known, seat, person)]


def _scores(known: Known, need: Wanted, seat: str) -> bool:
    """Of exactly the sector asked for, covering every municipality of the area asked for."""
    if need.sector is not None and known.nodes[seat]["sector"] != need.sector:
        return False
    if need.area is None:
        return True
    return (known.municipalities(known.within(need.area)) or {need.area}) <= known.covers(seat)


def _seat_organisations(known: Known, need: Wanted, person: str) -> set[str]:
    """The organisation of the first seat, by id, that meets the need and has one; failing that, those that they work
    for; failing that, those that lead a coalition of such a seat."""
    fitting = [s for s in _seats(known, person) if seat_fits(known, need, s) and has_mandate(known, need, s)]
    for seat in fitting:
        if organisations := known.targets(seat, "SEAT_FOR"):
            return organisations
    leads = {one for seat in fitting for table in known.coalitions_of(seat) for one in known.origins(table, "LEADS")}
    return known.targets(person, "WORKS_FOR") or {one for one in leads if known.is_a(one, "Organisation")}


def _function_points(known: Known, need: Wanted, theme: Theme | None, line: Line) -> Points:
    match = theme.match(function_text(line)) if theme else 0.0
    points = _place_points(known, need, theme, line["to"], line["from"])
    if match:
        points.pop("THEME", None)
        points["FUNCTION"] = 5 * match
    if known.confirmed_within_a_year(line):
        points["CONFIRMED"] = 1
    return points


def _place_points(known: Known, need: Wanted, theme: Theme | None, organisation: str, person: str | None) -> Points:
    """THEME and AREA: what the organisation itself gives, and the questions worked on."""
    points: Points = {}
    if theme:
        workers = [organisation] + ([person] if person else [])
        questions = {question for one in workers for question in known.targets(one, "WORKS_ON")}
        match = max(theme.match(known.name(one)) for one in (organisation, *questions))
        if match:
            points["THEME"] = match
    if need.area is not None and known.own_areas(organisation) & known.within(need.area):
        points["AREA"] = 1
    return points


def _line_strength(known: Known, asker: str | None, person: str) -> float | None:
    if asker is None:
        return None
    best = known.reference.best(known.people_of(asker), {person}, "STRONGEST", 4, 1)
    return best[0][1] if best else None


def _without_people(known: Known, need: Wanted) -> list[str]:
    """The organisations that meet a need and for which, parts included, nobody is known to work."""
    if need.mandate is not None:
        return []
    return [one for one in known.of_kind("Organisation") if in_question(known, need, one) and not known.people_of(one)]


def _organisation(known: Known, need: Wanted, theme: Theme | None, organisation: str) -> ReferenceContact:
    points = _place_points(known, need, theme, organisation, None)
    return ReferenceContact(None, known.name(organisation), frozenset({organisation}), frozenset(), points)
