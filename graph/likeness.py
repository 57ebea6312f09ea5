"""How alike two names are, and why: of people with their initials and particles, of organisations with their forms.

Pure: names in, a likeness from 0 to 1 out. What likeness means somebody has to judge; nothing is decided here.
Edit distances are those of rapidfuzz (Jaro 1989, Winkler 1990; optimal string alignment: Damerau 1964).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA, JaroWinkler

from graph.text import PARTICLES, fold, words

ALIKE = 0.8
"""From here on two names may be one and the same."""

_SURNAME_ALIKE, _GIVEN_ALIKE, _WORD_ALIKE = 0.92, 0.85, 0.85
_SURNAME_SHARE = 0.6  # of a person's likeness; the rest is the given name's
_TITLES = frozenset(
    ("dhr", "mevr", "mw", "mr", "mrs", "ms", "dr", "drs", "ir", "ing", "prof", "bsc", "msc", "ma", "ba", "llm", "heer")
)
# Words by which organisations of one name are not told apart, or that are written or left out as it comes.
_FORMS = frozenset(
    ("stichting", "st", "vereniging", "ver", "bv", "nv", "vof", "cooperatie", "de", "het", "en", "van", "voor", "in")
) | frozenset(("gemeente", "school", "basisschool", "bs", "obs", "cbs", "rkbs", "kbs"))
_MOST_SHARING = 300  # names that share a piece; a piece of more names tells nothing about any of them
_INITIALS = re.compile(r"(?:[a-z]{1,2}\.)+[a-z]?\.?|[a-z]")

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, from 0 (not at all) to 1 (the same but for how it is written), and why."""

    score: float
    because: str


NOT_ALIKE = Likeness(0.0, "another name")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, folded. `initials` are the first letters of the given names; `given` is empty where
    there are only initials; `surnames` holds both halves of a double name."""

    given: str
    initials: str
    particles: tuple[str, ...]
    surnames: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> PersonName:
        """The parts of «Piet van Dam», «Dam, P. van», «dr. P.J. van Dam-Smeets»."""
        return _parted(name)

    @property
    def surname(self) -> str:
        """The whole surname without particles."""
        return " ".join(self.surnames)

    @property
    def written(self) -> str:
        """The name as one text to compare: the same for every way to write the same parts."""
        return f"{self.given or self.initials}|{' '.join(self.particles)}|{self.surname}"


def likeness_of_people(one: str, other: str) -> Likeness:
    """How alike the names of two people are: the surname for three fifths, the given name or initials for the rest."""
    a, b = PersonName.of(one), PersonName.of(other)
    if a.written == b.written and (a.given or a.surname):
        return Likeness(1.0, "the same name")
    surname = _of_surnames(a, b)
    given = _of_given(a, b)
    if surname.score < _SURNAME_ALIKE or given.score < _GIVEN_ALIKE:
        return NOT_ALIKE
    score = _SURNAME_SHARE * surname.score + (1 - _SURNAME_SHARE) * given.score
    return Likeness(round(min(score, 0.99), 4), f"{surname.because}, {given.because}")


def likeness_of_organisations(one: str, other: str) -> Likeness:
    """How alike the names of two organisations are: the share of their words that stand in both, spelt alike.

    Forms («stichting») and articles do not count; an abbreviation of the other's words is alike.
    """
    a, b = _telling(one), _telling(other)
    if sorted(a) == sorted(b) and a:
        return Likeness(1.0, "the same name" if words(one) == words(other) else "the same words")
    if "".join(a) == "".join(b):
        return Likeness(0.95, "the same letters")
    if _abbreviates(a, other) or _abbreviates(b, one):
        return Likeness(0.85, "an abbreviation of the name")
    shared = _shared_words(a, b)
    score = 2 * shared / (len(a) + len(b))
    if shared >= min(len(a), len(b)) - 0.2 and min(len(a), len(b)) > 1:
        return Likeness(round(max(score, 0.82), 4), "all words of the one stand in the other")
    return Likeness(round(score, 4), "spelt nearly the same") if score >= ALIKE else NOT_ALIKE


@dataclass
class Alike(Generic[Key]):
    """Names by key, to ask which are alike without comparing all with all.

    Names are compared that share a piece: a word, or one with any single letter left out, so that every difference of
    one letter (or of two that changed places) is found. Pieces that very many names share are left aside.
    """

    of_people: bool
    names: dict[Key, str] = field(default_factory=dict)
    _by_piece: dict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))

    def add(self, key: Key, name: str) -> None:
        """Know one more name."""
        self.names[key] = name
        for piece in self._pieces(name):
            self._by_piece[piece].append(key)

    def to(self, name: str, *, least: float = ALIKE) -> list[tuple[Key, Likeness]]:
        """The names that are at least so much alike, most alike first."""
        compare = likeness_of_people if self.of_people else likeness_of_organisations
        found = ((key, compare(name, self.names[key])) for key in self._near(name))
        return sorted(((k, like) for k, like in found if like.score >= least), key=lambda f: (-f[1].score, str(f[0])))

    def _near(self, name: str) -> Iterable[Key]:
        near: dict[Key, None] = {}
        for piece in self._pieces(name):
            sharing = self._by_piece.get(piece, ())
            if len(sharing) <= _MOST_SHARING:
                near |= dict.fromkeys(sharing)
        return near

    def _pieces(self, name: str) -> set[str]:
        if not self.of_people:
            telling = _telling(name)
            whole = {"".join(telling), *_abbreviations(name)}
            return {piece for word in telling for piece in _without_one(word)} | whole
        parts = PersonName.of(name)
        first = parts.initials[:1]
        return {f"{first}{piece}" for one in (*parts.surnames, parts.surname) for piece in _without_one(_sounding(one))}


def _of_surnames(a: PersonName, b: PersonName) -> Likeness:
    if a.surname == b.surname:
        same = a.particles == b.particles
        return Likeness(1.0 if same else 0.98, "the same surname" if same else "the same surname but for particles")
    if len(a.surnames) != len(b.surnames) and set(a.surnames) & set(b.surnames):
        return Likeness(0.95, "half of a double surname")
    if _sounding(a.surname) == _sounding(b.surname):
        return Likeness(0.98, "the same surname with ij or y")
    score = JaroWinkler.similarity(a.surname, b.surname)
    apart = OSA.distance(a.surname, b.surname)
    letters = "one letter" if apart == 1 else f"{apart} letters"
    return Likeness(score if apart <= _most_apart(a.surname, b.surname) else 0.0, f"a surname {letters} apart")


def _most_apart(one: str, other: str) -> int:
    """Letters that may differ: of a short name hardly any, or everybody is everybody."""
    shortest = min(len(one), len(other))
    return 0 if shortest < 4 else 1 if shortest < 8 else 2


def _of_given(a: PersonName, b: PersonName) -> Likeness:
    if a.given and b.given:
        if a.given == b.given:
            return Likeness(1.0, "the same given name")
        return Likeness(JaroWinkler.similarity(a.given, b.given), "a given name spelt alike")
    if not a.initials or not b.initials:
        return Likeness(0.85, "a given name on one side only")
    shorter, longer = sorted((a.initials, b.initials), key=len)
    return Likeness(0.9, "initials that fit") if longer.startswith(shorter) else Likeness(0.0, "other initials")


def _telling(name: str) -> list[str]:
    all_ = words(name)
    return [_sounding(word) for word in all_ if word not in _FORMS] or all_


def _sounding(word: str) -> str:
    """A word as it sounds: «ij» and «y» are one letter, and old spellings have either."""
    return word.replace("ij", "y")


def _abbreviates(short: list[str], long: str) -> bool:
    return len(short) == 1 and len(short[0]) > 1 and short[0] in _abbreviations(long)


def _abbreviations(name: str) -> set[str]:
    """The first letters of all words, and of those that tell."""
    return {"".join(word[0] for word in of) for of in (words(name), _telling(name)) if len(of) > 1}


def _shared_words(a: list[str], b: list[str]) -> float:
    """How many words of the shorter stand in the longer, those spelt alike by how much."""
    left = list(a if len(a) > len(b) else b)
    shared = 0.0
    for word in b if len(a) > len(b) else a:
        best = max(left, key=lambda other: _of_words(word, other), default=None)
        if best is not None and (like := _of_words(word, best)):
            shared += like
            left.remove(best)
    return shared


@lru_cache(maxsize=200_000)
def _of_words(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if any(map(str.isdigit, one + other)) or min(len(one), len(other)) < 4:
        return 0.0  # «basisschool 1» is not «basisschool 2»
    like = OSA.normalized_similarity(one, other)
    return like if like >= _WORD_ALIKE else 0.0


def _without_one(word: str) -> Iterator[str]:
    yield word
    if len(word) > 3:
        yield from (word[:i] + word[i + 1 :] for i in range(len(word)))


@lru_cache(maxsize=200_000)
def _parted(name: str) -> PersonName:
    folded = fold(re.sub(r"\([^)]*\)", " ", name))
    if "," in folded:
        surname, _, rest = folded.partition(",")
        given, particles = _split(_pieces_of(rest))
        more, last = _leading(_pieces_of(surname))
        return _person(given, [*particles, *more], last)
    pieces = _pieces_of(folded)
    for place, piece in enumerate(pieces[:-1]):
        if piece in PARTICLES:
            particles, last = _leading(pieces[place:])
            return _person(pieces[:place], particles, last)
    return _person(pieces[:-1], [], pieces[-1:])


def _pieces_of(text: str) -> list[str]:
    return [piece for piece in text.split() if piece.strip(".,") not in _TITLES and words(piece)]


def _split(pieces: list[str]) -> tuple[list[str], list[str]]:
    return [p for p in pieces if p not in PARTICLES], [p for p in pieces if p in PARTICLES]


def _leading(pieces: list[str]) -> tuple[list[str], list[str]]:
    begin = 0
    while begin < len(pieces) - 1 and pieces[begin] in PARTICLES:
        begin += 1
    return pieces[:begin], pieces[begin:]


def _person(given: list[str], particles: list[str], last: list[str]) -> PersonName:
    full = [piece for piece in given if not _INITIALS.fullmatch(piece)]
    initials = "".join(
        letter for piece in given for letter in (words(piece) if _INITIALS.fullmatch(piece) else words(piece[:1]))
    )
    surnames = tuple(word for piece in last for word in words(piece) if word not in PARTICLES)
    first = " ".join(words(full[0])) if full and full[0] == given[0] else ""
    return PersonName(first, initials, tuple(particles), surnames or tuple(w for p in last for w in words(p)))
