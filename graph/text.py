"""How texts are compared, ordered and taken apart: one way, used everywhere.

Folding makes lower case ASCII of a text as far as the alphabet goes. The sort key puts people by their surname and
Dutch particles behind, as Dutch people do: Piet van Dam stands with the D, and De Bilt with the B.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_KEPT = 200_000  # texts remembered: a network says the same names again in each version

# Letters that Unicode does not take apart, and the signs that stand for an apostrophe or a dash.
_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h", "ı": "i",
        "’": "'", "‘": "'", "`": "'", "´": "'", "‚": ",", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‐": "-",
    }
)  # fmt: skip

_ARTICLES = frozenset(
    ("de", "den", "der", "het", "een", "'t", "'s", "van", "von", "ter", "ten", "te", "la", "le", "les")
)
PARTICLES = _ARTICLES | {
    *("in", "op", "aan", "bij", "onder", "over", "uit", "uijt", "uyt", "voor", "zu", "zum", "zur", "vom"),
    *("du", "des", "da", "di", "del", "della", "do", "dos", "el", "al", "d'", "l'", "t", "s"),
}
_GLUED = re.compile(r"^('[st]-|[dl]'(?=\w))")  # 's-Hertogenbosch, d'Arc: particles that are written in one
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=_KEPT)
def fold(text: str) -> str:
    """A text in lower case without diacritics, in ASCII as far as the alphabet goes."""
    if text.isascii():
        return text.lower()
    # Signs such as № and ™ come apart into capitals, which are folded in their turn.
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold())
    folded = "".join(character for character in apart if not unicodedata.combining(character))
    return folded.translate(_LETTERS)


def words(text: str) -> list[str]:
    """The words of a text, folded: runs of letters and digits."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=_KEPT)
def sort_key(name: str, of_person: bool = False) -> str:
    """What a name is ordered by: folded, particles behind; of a person the surname first.

    >>> sort_key("Piet van Dam", of_person=True), sort_key("van Dam", of_person=True), sort_key("De Bilt")
    ('dam, piet van', 'dam, van', 'bilt, de')
    """
    parts = _parted(fold(name))
    if "," in name or len(parts) < 2:  # written as it is ordered, or nothing to put behind
        return " ".join(parts)
    particles = PARTICLES if of_person else _ARTICLES
    given, family = _given_and_family(parts) if of_person else ([], parts)
    begin = 0
    while begin < len(family) - 1 and family[begin] in particles:
        begin += 1
    behind = [*given, *family[:begin]]
    surname = " ".join(family[begin:])
    return f"{surname}, {' '.join(behind)}" if behind else surname


def _parted(folded: str) -> list[str]:
    """The parts of a name between white space, a particle that is written in one apart."""
    parts: list[str] = []
    for part in folded.split():
        glued = _GLUED.match(part)
        parts += [glued.group().rstrip("-"), part[glued.end() :]] if glued else [part]
    return parts


def _given_and_family(parts: list[str]) -> tuple[list[str], list[str]]:
    """Where a person's surname begins: at the first particle (also as in Jansen-de Vries), else at the last part."""
    for place, part in enumerate(parts[:-1]):
        if part in PARTICLES or (part.rpartition("-")[2] in PARTICLES and "-" in part):
            return parts[:place], parts[place:]
    return parts[:-1], parts[-1:]
