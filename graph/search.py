"""Finding nodes by words.

Every word must be found: in the name, the short name or a code, and for a person also in the title or themes of a
function, or in the name of the organisation. Words are compared folded and whole; the last may be a beginning, so
that somebody can search while typing. What the viewer may not see, or is not there on the date, is never looked at.

All texts of a network lie in one string, which is scanned: nothing to be kept up to date, and a million characters
take a millisecond.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from graph.cut import Cut
from graph.deadline import look
from graph.name_order import name_order
from graph.network import TYPE_NUMBER, Bools, Ints, Network
from graph.records import NodeRecord, Value
from graph.remembered import remembered
from graph.text import words

_NAME, _END = "\x1e", "\x1f"  # stand before a name, and behind a name or short name; no word holds them
_CODE, _EXACT, _BEGINNING, _WORDS = range(4)


@dataclass(frozen=True)
class Found:
    """The nodes that were found, best first: an exact code, an exact name, the beginning of a name, or all words;
    then in the order of names. `rank` tells by node which of these it is."""

    nodes: list[int]
    rank: dict[int, int]


def search(cut: Cut, text: str, among: Bools | None = None) -> Found:
    """The present nodes that a text finds, of those in the mask `among`. A text without words finds nothing."""
    texts, found = _texts(cut.network), matching(cut, text)
    sought = words(text)
    joined = " ".join(sought)
    ranks = np.full(cut.network.size, _WORDS, np.int8)
    ranks[texts.names.holding(f"{_NAME} {joined}")] = _BEGINNING
    for before in (_NAME, _END):
        ranks[texts.names.holding(f"{before} {joined} {_END}")] = _EXACT
    ranks[texts.by_code.get("".join(sought), [])] = _CODE
    if among is not None:
        found &= among
    nodes = np.flatnonzero(found)
    ordered: list[int] = nodes[np.lexsort((name_order(cut.network).place[nodes], ranks[nodes]))].tolist()
    return Found(ordered, dict(zip(ordered, ranks[ordered].tolist(), strict=True)))


def matching(cut: Cut, text: str) -> Bools:
    """The present nodes in which every word of a text is found, as a mask; none for a text without words."""
    texts, sought = _texts(cut.network), words(text)
    if not sought:
        return np.zeros(cut.network.size, np.bool_)
    found = cut.node_present.copy()
    functions = cut.of_type("WORKS_FOR")
    for word in sought[:-1]:
        found &= _with_word(cut, texts, functions, f" {word} ")
    found &= _with_word(cut, texts, functions, f" {sought[-1]}")
    found[texts.by_code.get("".join(sought), [])] = True
    return found & cut.node_present


def _with_word(cut: Cut, texts: _Texts, functions: Ints, word: str) -> Bools:
    look("Search for fewer words.")
    r = cut.network.relations
    found = np.zeros(cut.network.size, np.bool_)
    found[texts.names.holding(word)] = True
    said = np.zeros(int(r.text.max(initial=0)) + 1, np.bool_)
    said[texts.said[texts.functions.holding(word)]] = True
    functions = functions[found[r.target[functions]] | said[r.text[functions]]]
    found[texts.codes.holding(word)] = True
    found[r.origin[functions]] = True
    return found


class _Scanned:
    """Texts end to end."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.all = "".join(texts)
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        self.end = np.cumsum(lengths)

    def holding(self, piece: str) -> Ints:
        """The numbers of the texts that hold a piece."""
        places = [match.start() for match in re.finditer(re.escape(piece), self.all)]
        return np.unique(np.searchsorted(self.end, places, side="right")).astype(np.int32)


@dataclass(frozen=True)
class _Texts:
    """What can be searched in a network: names and codes by node, and what functions say: text i is number `said[i]`
    of the texts that relations share."""

    names: _Scanned
    codes: _Scanned
    by_code: dict[str, list[int]]
    functions: _Scanned
    said: Ints


@remembered
def _texts(network: Network) -> _Texts:
    records = network.nodes.records
    by_code: dict[str, list[int]] = {}
    for (_, code), index in network.by_code.items():
        by_code.setdefault("".join(words(code)), []).append(index)
    r = network.relations
    functions = np.flatnonzero(r.type == TYPE_NUMBER["WORKS_FOR"])
    said, first = np.unique(r.text[functions], return_index=True)
    return _Texts(
        _Scanned([_names(record) for record in records]),
        _Scanned([_spaced(_codes(record)) for record in records]),
        by_code,
        _Scanned([_spaced(_said(network.members(relation))) for relation in functions[first].tolist()]),
        said,
    )


def _names(record: NodeRecord | None) -> str:
    if record is None:
        return ""
    short = record.members.get("shortName")
    return f"{_NAME}{_spaced(record.name)}{_END}" + (f"{_spaced(short)}{_END}" if isinstance(short, str) else "")


def _codes(record: NodeRecord | None) -> str:
    codes = record.members.get("codes") if record is not None else None
    return " ".join(map(str, codes.values())) if isinstance(codes, dict) else ""


def _said(members: dict[str, Value]) -> str:
    title, themes = members.get("title"), members.get("themes")
    said: Iterable[object] = (title or "", *(themes if isinstance(themes, list) else ()))
    return " ".join(map(str, said))


@lru_cache(maxsize=200_000)
def _spaced(text: str) -> str:
    """The words of a text with a space before and behind each."""
    found = " ".join(words(text))
    return f" {found} " if found else " "
