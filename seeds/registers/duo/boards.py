"""The boards of the schools that are read.

DUO's files give a board's number and nothing else. People ask for a board by what its schools are, so it is in their
sectors and active in their municipalities: who looks for secondary education in Heerlen wants to find its people.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from graph.lines import Line
from graph.records import Source
from seeds.registers.overlay import Overlay, given, present

_WITHOUT_NAME = ": het nummer van het bestuur, zonder naam"
_DERIVED = ": volgt uit de scholen van het bestuur"


@dataclass(frozen=True, slots=True)
class Board:
    """A board: its id, its number, the files that name it, and by which file it is in a sector or municipality (id)."""

    id: str
    number: str
    sources: set[Source] = field(default_factory=set)
    sectors: dict[str, Source] = field(default_factory=dict)
    municipalities: dict[str, Source] = field(default_factory=dict)


def board_lines(over: Overlay, board: Board) -> Iterator[Line]:
    """A board, where it is active and in which sectors. A name that the network has for it stays."""
    sources = [Source(s.title + _WITHOUT_NAME, s.url) for s in sorted(board.sources, key=lambda s: s.title)]
    codes = {"BEVOEGD_GEZAG": board.number}
    yield over.node("SchoolBoard", board.id, f"Schoolbestuur {board.number}", {"codes": codes}, *sources, named=False)
    for type, targets in (("IN_SECTOR", board.sectors), ("ACTIVE_IN", board.municipalities)):
        for target, of in targets.items():
            yield from given([over.relation(type, board.id, target, Source(of.title + _DERIVED, of.url))])


def left_lines(
    over: Overlay, boards: Collection[str], placed: Mapping[str, tuple[str | None, str | None]]
) -> Iterator[Line]:
    """The ends of what was derived for boards whose last school in a municipality has left it.

    `placed` gives the board and the municipality of each school that is read; of others the network tells.
    """
    for board in sorted(boards):
        stays = {municipality for of, municipality in placed.values() if of == board}
        for part in over.relations_to(board, "PART_OF"):
            if part.origin not in placed and present(part, over.day):
                stays |= {place.target for place in over.relations(part.origin, "LOCATED_IN")}
        for record in over.relations(board, "ACTIVE_IN"):
            derived = any(source.title.endswith(_DERIVED) for source in record.sources)
            if derived and present(record, over.day) and record.target not in stays:
                yield over.ended(record)
