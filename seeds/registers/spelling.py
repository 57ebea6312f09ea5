"""How things are written: names of places that a register gives in capitals, and numbers of things in a report."""

from __future__ import annotations

import re
import unicodedata

_SMALL = frozenset(
    ("aan", "aen", "bij", "de", "den", "der", "en", "het", "in", "of", "op", "over", "te", "ten", "ter", "van", "voor")
)
_PROVINCES = frozenset(("dr", "fl", "fr", "gld", "gn", "lb", "nb", "nh", "ov", "ut", "zh", "zl"))
_LOST_APOSTROPHE = re.compile(r"^'?s[ -](?=graven|hertogen|heeren|gravel)")
_WORD = re.compile(r"[^\s-]+")


def place_name(capitals: str) -> str:
    """A place's name from its spelling in capitals; a name in mixed case stays as it is.

    A guess, for where nothing better is known: `S GRAVENHAGE` has lost its apostrophe, `BEEK LB` has a province
    behind it to tell it from another.
    """
    if capitals != capitals.upper():
        return capitals
    lower = _LOST_APOSTROPHE.sub("'s-", capitals.lower())
    return _WORD.sub(lambda match: _word(match[0], first=match.start() == 0), lower)


def _word(word: str, *, first: bool) -> str:
    if word in _PROVINCES and not first:
        return word.upper()
    if word in ("'s", "'t") or (word in _SMALL and not first):
        return word
    if word.startswith("ij"):
        return "IJ" + word[2:]
    return word[:1].upper() + word[1:]


def number_of(count: int, one: str, more: str | None = None) -> str:
    """So many of something, in words that fit the number: `1 school`, `1,204 schools`."""
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def slug(name: str) -> str:
    """An id made of a name: `Zuid-Limburg` gives `zuid-limburg`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split()) or name
