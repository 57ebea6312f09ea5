"""What arguments have to be, and the nodes that they name."""

from __future__ import annotations

from collections.abc import Sequence, Sized

from graph.cut import Cut
from graph.errors import BadInput, NotFound
from graph.text import words
from graph.vocabulary import Visibility

LONGEST_LIST = 100
LONGEST_TEXT = 200
MOST_WORDS = 20


def within(field: str, value: int, least: int, most: int, help: str | None = None) -> int:
    """A number, when it lies within its bounds; `help` is what to do when it is too large."""
    if least <= value <= most:
        return value
    raise BadInput(
        f"{field} is {value:,}; it goes from {least} to {most:,}.",
        field=field,
        actual=value,
        expected=f"a whole number from {least} to {most:,}",
        help=help if value > most else None,
    )


def few(field: str, values: Sized, least: int, most: int) -> None:
    """Raises BadInput where a list is longer or shorter than it may be."""
    if not least <= len(values) <= most:
        raise BadInput(
            f"{field} has {len(values):,} items; it takes {least} to {most:,}.",
            field=field,
            actual=f"{len(values)} items",
            expected=f"a list of {least} to {most:,}",
        )


def sought(field: str, text: str) -> str:
    """A text to search for, when it has at least one word and is not a whole document."""
    count = len(words(text[: LONGEST_TEXT + 1]))
    if 0 < count <= MOST_WORDS and len(text) <= LONGEST_TEXT:
        return text
    raise BadInput(
        f"{field} has no letter or digit to look for." if not count else f"{field} is too long to look for.",
        field=field,
        actual=text[:40],
        expected=f"1 to {MOST_WORDS} words, at most {LONGEST_TEXT} characters",
    )


def node_on(cut: Cut, id: str, field: str, *kinds: str) -> int:
    """The index of a present node by its id, of one of these kinds or families where any are named.

    Raises NotFound for one that is not there on the date, or that the viewer may not see: these cannot be told apart
    from an id that nobody knows.
    """
    index = cut.index(id)
    if index is None:
        raise _not_there(cut, id, field)
    if kinds and not any(cut.is_a(index, kind) for kind in kinds):
        raise BadInput(
            f"«{id}» is of the kind {cut.node(index).kind}.",
            field=field,
            actual=cut.node(index).kind,
            expected="the id of a node of kind " + " or ".join(kinds),
        )
    return index


def nodes_on(cut: Cut, ids: Sequence[str], field: str, *kinds: str) -> list[int]:
    """The indices of present nodes by their ids, once each."""
    few(field, ids, 0, LONGEST_LIST)
    return list(dict.fromkeys(node_on(cut, id, field, *kinds) for id in ids))


def node_ever(cut: Cut, id: str, field: str) -> int:
    """The index of a node that the viewer may see, whatever its period."""
    index = cut.network.index(id)
    if index is None or not cut.reduced.node_seen[index]:
        raise unknown(id, field)
    return index


def sees(cut: Cut, least: Visibility) -> bool:
    """Whether the viewer's rights reach so far."""
    return cut.reduced.viewer.sees >= least


def unknown(id: str, field: str) -> NotFound:
    """What is told of an id that nobody knows, or that is not for this viewer to see."""
    return NotFound(
        f"There is no «{_shown(id)}», or it is not for you to see.",
        field=field,
        actual=_shown(id),
        expected="the id of a node",
        help="`search` finds nodes by name or code.",
    )


def _not_there(cut: Cut, id: str, field: str) -> NotFound:
    index = cut.network.index(id)
    if index is None or not cut.reduced.node_seen[index]:
        return unknown(id, field)
    record = cut.node(index)
    period = " ".join(
        f"{word} {day}" for word, day in (("from", record.since), ("until", record.until)) if day is not None
    )
    return NotFound(
        f"«{id}» is not there on {cut.date}.",
        field=field,
        actual=id,
        expected=f"the id of a node that is there on {cut.date}",
        help=f"It is there {period}: ask for the network `asOf` a day in between, or for `node` outside of a network.",
    )


def _shown(id: str) -> str:
    return id if len(id) <= LONGEST_TEXT else id[:LONGEST_TEXT] + "…"
