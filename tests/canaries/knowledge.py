"""What can be given to an argument: values of everything that is there, and of everything that should not be known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

from graph.vocabulary import ANY, KINDS, is_a
from tests.canaries.canaries import BIRDS, CANARY
from tests.graph.networks import Line

UNKNOWN = "qanari9999"
"""An id, and a word, of nothing at all."""


@dataclass(frozen=True)
class Name:
    """A name of the schema, as an enumeration's value: written without quotes."""

    text: str


@dataclass
class Knowledge:
    """What a steward knows of a network, to be asked by others. Each secret has its turn."""

    lines: Sequence[Line]
    cursors: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    """By type and field: cursors that a steward was given there."""
    _turns: dict[str, count[int]] = field(default_factory=lambda: defaultdict(count))

    def open(self, *kinds: str) -> list[str]:
        """The ids of what is open to everybody, of these kinds and families."""
        return [str(line["id"]) for line in self._nodes(kinds) if not CANARY.match(str(line["id"]))]

    def secret(self, *kinds: str) -> list[str]:
        """The ids of secrets of these kinds and families."""
        return [str(line["id"]) for line in self._nodes(kinds) if CANARY.match(str(line["id"]))]

    def some(self, *kinds: str, open_: int = 2, secret: int = 4) -> list[str]:
        """Some ids of these kinds: open ones first, then secret ones in turn, one of any kind, and one of nothing."""
        found = [*self._next(self.open(*kinds), open_), *self._next(self.secret(*kinds), secret)]
        return list(dict.fromkeys([*found, *self._next(self.secret(ANY), 1), UNKNOWN]))

    def relations(self) -> list[str]:
        """The ids of secret relations, which are no ids of nodes, in turn."""
        return self._next([str(line["id"]) for line in self.lines if "relation" in line and "id" in line], 2)

    def codes(self) -> list[str]:
        """Codes of organisations, open and secret, written well and not so well."""
        codes = [str(code) for line in self.lines for code in line.get("codes", {}).values()]
        open_ = [code for code in codes if not CANARY.search(code)]
        secret = sorted({code for code in codes if CANARY.search(code)})
        chosen = [*self._next(open_, 3), *self._next(secret, 5)]
        return [*chosen, chosen[0].lower(), chosen[-1].lower(), UNKNOWN.upper()]

    def names(self) -> list[str]:
        """Names of people, open and secret."""
        people = {str(line["id"]): str(line["name"]) for line in self._nodes(("Person",))}
        return [people[id] for id in (*self._next(self.open("Person"), 1), *self._next(self.secret("Person"), 3))]

    def texts(self) -> list[str]:
        """What can be searched for: words of everybody's, words of secrets, and what secrets share with others."""
        words = [word for line in self.lines for word in CANARY.findall(str(line))]
        of_secrets = self._next(sorted(set(words)), 4)
        return [
            "zonne",
            "kantine",
            "gezonde schoolkantine",
            *(f"{bird}kantine" for bird in BIRDS.values()),
            "adviseur opvang",
            "Bas de Boer",
            "12AB00",
            "zonneveld qanari",
            *of_secrets,
            f"{of_secrets[0]}@example.org",
            of_secrets[1].upper(),
            of_secrets[2][:8],
            UNKNOWN,
        ]

    def after(self, owner: str, field: str) -> list[str]:
        """Cursors of a list that a steward was given, some of them at secrets."""
        given = self.cursors[owner, field]
        return [given[place * len(given) // 6] for place in range(6) if given] or ["no cursor"]

    def _nodes(self, kinds: Sequence[str]) -> Iterable[Line]:
        for line in self.lines:
            if "node" in line and any(is_a(line["node"], kind) for kind in kinds):
                yield line

    def _next(self, values: Sequence[str], most: int) -> list[str]:
        """The next of some values, in turn."""
        if not values:
            return []
        turns = self._turns[" ".join(values[:3])]
        return list(dict.fromkeys(values[next(turns) % len(values)] for _ in range(most)))


def every_kind() -> list[str]:
    """Every kind of node."""
    return list(KINDS)
