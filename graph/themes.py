"""Themes: how well a text is about what is asked.

Words are compared folded, by Dutch stem (Snowball), by the parts of a compound when both parts are known words, and
by synonyms. The match of a theme with a text is the share of the theme's words found in it, each weighed by its
rarity among the network's present functions: ln((1 + functions) / (1 + functions with the word)) + 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log

import snowballstemmer

from graph.cut import Cut
from graph.deadline import look
from graph.text import words

LONGEST_SHORT_WORD = 3  # words this short count only when a theme has no others
_SHORTEST_PART = 3
THEMES_KEPT = 64  # of a cut: each is asked of every function
_LINKS = ("", "s", "e", "en")  # what Dutch puts between the parts of a compound

Synonyms = Sequence[Sequence[str]]
"""Groups of words and phrases that mean the same."""

_stemmer = snowballstemmer.stemmer("dutch")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Dutch stem of a folded word."""
    return str(_stemmer.stemWord(word))


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a text: their stems in order, and the stems of the parts of its compounds."""

    stems: tuple[str, ...]
    whole: frozenset[str]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a theme: its stem, the stems of the parts of a compound, and how much it weighs."""

    stem: str
    parts: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class _Asked:
    """A theme held against the network: the words that count, what they weigh together, and the groups of synonyms of
    which it has a phrase, each with the stems of its own phrases."""

    words: tuple[_Word, ...]
    weight: float
    synonyms: tuple[tuple[frozenset[str], tuple[tuple[str, ...], ...]], ...]


class Themes:
    """The words of a cut, and how rare they are among its present functions."""

    def __init__(self, cut: Cut, synonyms: Synonyms = ()) -> None:
        self._phrases = [[tuple(map(stem, words(phrase))) for phrase in group] for group in synonyms]
        self._known: set[str] = {w for group in synonyms for phrase in group for w in words(phrase)}
        functions = [function_text(cut, function) for function in cut.of_type("WORKS_FOR").tolist()]
        names = (cut.node(index).name for kind in ("Organisation", "Question") for index in cut.of_kind(kind))
        for text in {*functions, *names}:
            self._known.update(words(text))
        self._known_stems = {stem(word) for word in self._known}
        self._parts = cache(self._parts_of)
        self._text = cache(self._text_of)
        self._functions = functions
        self._with: dict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(functions):
            look("Ask without a theme.")
            read = self._text(text)
            for term in read.whole | read.parts:
                self._with[term].add(number)
        self._asked = lru_cache(THEMES_KEPT)(self._asked_of)

    def match(self, theme: str, text: str) -> float:
        """The match of a theme with a text, from 0 to 1."""
        asked = self._asked(theme)
        if not asked.weight:
            return 0.0
        read = self._text(text)
        by_synonym = _found_by_synonym(asked, read)
        return sum(word.weight for word in asked.words if _in(word, read) or word.stem in by_synonym) / asked.weight

    def _asked_of(self, theme: str) -> _Asked:
        read = words(theme)
        every = tuple(dict.fromkeys(read))
        counting = tuple(word for word in every if len(word) > LONGEST_SHORT_WORD) or every
        asked = tuple(_Word(stem(word), self._parts_of(word), self._weight(word)) for word in counting)
        stems = tuple(map(stem, read))
        own = ((group, [phrase for phrase in group if _contains(stems, phrase)]) for group in self._phrases)
        synonyms = tuple((frozenset().union(*here), tuple(group)) for group, here in own if here)
        return _Asked(asked, sum(word.weight for word in asked), synonyms)

    def _weight(self, word: str) -> float:
        return log((1 + len(self._functions)) / (1 + len(self._functions_with(word)))) + 1

    def _functions_with(self, word: str) -> set[int]:
        asked = stem(word)
        found = set(self._with.get(asked, ()))
        for part in self._parts_of(word):
            found |= {
                number for number in self._with.get(part, ()) if part in self._text(self._functions[number]).whole
            }
        for phrase in self._synonyms_of((asked,)):
            candidates = set.intersection(*(self._with.get(one, set()) for one in phrase)) if phrase else set()
            found |= {n for n in candidates if _contains(self._text(self._functions[n]).stems, phrase)}
        return found

    def _synonyms_of(self, phrase: tuple[str, ...]) -> list[tuple[str, ...]]:
        return [other for group in self._phrases if phrase in group for other in group if other != phrase]

    def _text_of(self, text: str) -> _Text:
        read = words(text)
        parts = frozenset(part for word in read for part in self._parts(word))
        stems = tuple(map(stem, read))
        return _Text(stems, frozenset(stems), parts)

    def _parts_of(self, word: str) -> frozenset[str]:
        """The stems of the parts of a compound, for every way to part it into two known words."""
        found: set[str] = set()
        for cut_ in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            head, tail = word[:cut_], word[cut_:]
            if not self._is_known(tail):
                continue
            for link in _LINKS:
                bare = head.removesuffix(link) if link else head
                if len(bare) >= _SHORTEST_PART and self._is_known(bare):
                    found |= {stem(bare), stem(tail)}
                    break
        return frozenset(found)

    def _is_known(self, word: str) -> bool:
        return word in self._known or stem(word) in self._known_stems


def themes(cut: Cut, synonyms: Synonyms = ()) -> Themes:
    """The themes of a cut, made once for each set of synonyms."""
    return cut.kept(f"themes {hash(tuple(map(tuple, synonyms)))}", lambda: Themes(cut, synonyms))


def function_text(cut: Cut, function: int) -> str:
    """What a function (a WORKS_FOR relation) says of itself: its title and themes."""
    members = cut.network.members(function)
    themes_ = members.get("themes")
    return " · ".join([str(members.get("title", "")), *map(str, themes_ if isinstance(themes_, list) else ())])


def _in(word: _Word, text: _Text) -> bool:
    return word.stem in text.whole or word.stem in text.parts or not text.whole.isdisjoint(word.parts)


def _found_by_synonym(asked: _Asked, text: _Text) -> set[str]:
    """The stems of the theme's phrases that the text has in other words."""
    found: set[str] = set()
    for stems, group in asked.synonyms:
        if any(_contains(text.stems, phrase) for phrase in group):
            found |= stems
    return found


def _contains(text: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return size > 0 and any(text[i : i + size] == phrase for i in range(len(text) - size + 1))
