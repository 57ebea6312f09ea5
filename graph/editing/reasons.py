"""What may be said of why something was changed: it is kept with the change, and names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.errors import BadInput
from graph.text import words

_ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.\w+")
_KEPT = 200_000  # names remembered: the same people are looked for in each reason


def check_reason(because: str, people: Iterable[str]) -> None:
    """Raise BadInput for a reason that holds an e-mail address, or the full name of one of these people."""
    address = _ADDRESS.search(because)
    if address is not None:
        raise _names(address.group(), "an e-mail address")
    said = _spaced(because)
    for name in people:
        if (sought := _spaced(name)) != " " and sought in said:
            raise _names(name, "the name of a person")


def _names(what: str, kind: str) -> BadInput:
    return BadInput(
        f"The reason holds {kind}.",
        field="because",
        actual=what,
        expected="a reason without names of people: «left the organisation», «agreed at the meeting of May»",
        help="It is kept with the change for good. Whom it is about is in the change itself.",
    )


@lru_cache(maxsize=_KEPT)
def _spaced(text: str) -> str:
    """The words of a text, folded, with a space before and behind each."""
    found = " ".join(words(text))
    return f" {found} " if found else " "
