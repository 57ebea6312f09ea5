"""What a register said last.

Without it an import could not tell a correction that somebody made in the network, which stays until the register
itself moves, from what the register says anew. It lies beside the network and holds nothing but what its readers use.
It is kept right after the change that it belongs to; where that failed, the next import says everything once more.
"""

from __future__ import annotations

import zlib
from base64 import b85decode, b85encode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import orjson

from graph.errors import BadInput
from graph.keepsakes import Keepsakes
from seeds.registers.spelling import number_of

_KIND = "register"
_MOST_GONE = 0.5  # of what a list held, above which it is taken to be cut short


@dataclass(frozen=True, slots=True)
class Listing:
    """The last edition of a list: its day, and by id the part of the country that each thing in it lies in."""

    edition: date
    listed: Mapping[str, str]

    @property
    def parts(self) -> frozenset[str]:
        """The parts of the country that it speaks of."""
        return frozenset(self.listed.values())


@dataclass(frozen=True, slots=True)
class Memory:
    """What a register said last: of each node by id, its members and the targets of its relations; and its lists."""

    said: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    lists: Mapping[str, Listing] = field(default_factory=dict)

    def comparable(self, title: str, parts: Collection[str]) -> bool:
        """Whether an earlier edition of a list spoke of all these parts, so that what it did not hold is new."""
        earlier = self.lists.get(title)
        return earlier is not None and earlier.parts >= set(parts)

    def gone(self, title: str, listed: Mapping[str, str], day: date, *, whole: bool = True) -> list[str]:
        """What the earlier edition of a list held and this one does not, in the parts that this one speaks of.

        Nothing, when the list is not `whole` because rows of it were rejected: what they are about is not gone.
        Raises BadInput for an edition of an earlier day, and for one that holds less than half of what there was.
        """
        earlier = self.lists.get(title)
        if earlier is None:
            return []
        if day < earlier.edition:
            raise BadInput(
                f"an edition of {day} of «{title}» comes after that of {earlier.edition}, which is imported",
                field="on",
                actual=day.isoformat(),
                expected=f"{earlier.edition} or later",
                help="Editions go in from old to new: what an older one says has been overtaken.",
            )
        if not whole:
            return []
        parts = set(listed.values())
        there = [id for id, part in earlier.listed.items() if part in parts]
        gone = [id for id in there if id not in listed]
        if len(gone) > _MOST_GONE * len(there):
            raise BadInput(
                f"«{title}» would end {number_of(len(gone), 'of', 'of')} {len(there):,} that its last edition held",
                field=title,
                actual=f"{len(listed):,} in the file",
                expected=f"at least half of the {len(there):,} of {earlier.edition}",
                help="The file seems to be cut short, or a choice out of the whole: get it again.",
            )
        return gone

    def after(
        self,
        said: Mapping[str, Mapping[str, Any]],
        lists: Mapping[str, Mapping[str, str]],
        day: date,
        *,
        whole: bool = True,
    ) -> Memory:
        """The memory once this has been said as well. Of what lists that are not `whole`, or parts of the country that
        they do not speak of, are silent about, the last word stays."""
        merged = {**self.said, **{id: {**self.said.get(id, {}), **new} for id, new in said.items()}}
        listings = dict(self.lists)
        for title, listed in lists.items():
            earlier, parts = self.lists.get(title), set(listed.values())
            there = earlier.listed.items() if earlier else ()
            kept = {id: part for id, part in there if not whole or part not in parts}
            listings[title] = Listing(day, {**kept, **listed})
        return Memory(merged, listings)


def remembered(keepsakes: Keepsakes, register: str) -> Memory:
    """What a register said last; nothing when it was never imported."""
    kept = keepsakes.kept(_KIND, register)
    if kept is None:
        return Memory()
    read = orjson.loads(zlib.decompress(b85decode(kept.value)))
    lists = {title: Listing(date.fromisoformat(of["edition"]), of["listed"]) for title, of in read["lists"].items()}
    return Memory(read["said"], lists)


def remember(keepsakes: Keepsakes, register: str, memory: Memory) -> None:
    """Keep what a register said."""
    lists = {title: {"edition": of.edition.isoformat(), "listed": of.listed} for title, of in memory.lists.items()}
    written = orjson.dumps({"said": memory.said, "lists": lists})
    keepsakes.keep(_KIND, register, b85encode(zlib.compress(written, 6)).decode())


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the network and a register differ, since somebody corrected the one and the other has not moved."""

    id: str
    member: str
    register: object
    network: object

    def __str__(self) -> str:
        return f"{self.id}, {self.member}: the register says {_told(self.register)}, the network {_told(self.network)}"


def _told(value: object) -> str:
    if value is None or value == []:
        return "nothing"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(str, value))
    return f"«{value}»"
