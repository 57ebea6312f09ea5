"""What may be said of why something was changed: it is kept with the change, and names nobody."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.errors import BadInput
from graph.text import words

_ADDRESS = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.\w+")
_LONGEST_NAME = 10  # words


def check_reason(because: str, is_name: Callable[[str], bool]) -> None:
    """Raise BadInput for a reason that holds an e-mail address, or the full name of a person.

    `is_name` says of some words, folded and with a space between, whether they are the name of one.
    """
    address = _ADDRESS.search(because)
    if address is not None:
        raise _names(address.group(), "an e-mail address")
    said = words(because)
    for begin in range(len(said)):
        for end in range(begin + 1, min(begin + _LONGEST_NAME, len(said)) + 1):
            phrase = " ".join(said[begin:end])
            if is_name(phrase):
                raise _names(phrase, "the name of a person")


def _names(what: str, kind: str) -> BadInput:
    return BadInput(
        f"The reason holds {kind}.",
        field="because",
        actual=what,
        expected="a reason without names of people: «left the organisation», «agreed at the meeting of May»",
        help="It is kept with the change for good. Whom it is about is in the change itself.",
    )
