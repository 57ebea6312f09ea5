"""The departure drill: what breaks when somebody leaves.

The network without them is the same network less one person: which contexts make handshakes, and their sizes, stay as
they were. So a line can only change that leads over them, and between those pairs alone whose ends are within three
handshakes with them in between: two of those they shake hands with, or one of these and somebody one further.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.analyses.bits import Sets, counted, own_bits, union_by, union_of_neighbours
from graph.analyses.locations import only_contact
from graph.cut import Cut
from graph.handshakes import Handshakes, handshakes
from graph.name_order import name_order
from graph.network import Bools, Ints
from graph.people import coalitions_of
from graph.representation import Cell, CellState, representation


@dataclass(frozen=True, slots=True)
class Departure:
    """What is lost without somebody: seats and cells, people (nodes) who come to stand apart, pairs of others within
    three handshakes that have no line left or a longer one, and locations at which nobody else is known."""

    person: int
    seats_lost: tuple[int, ...]
    cells_lost: tuple[Cell, ...]
    cut_off: tuple[int, ...]
    lines_lost: int
    lines_longer: int
    locations_lost: tuple[int, ...]


def departure(cut: Cut, person: int) -> Departure:
    """What breaks when a person leaves on the date; lists in order of names, cells of coalitions by id."""
    by_name = name_order(cut.network).sorted
    lost, longer = _lines(cut, person)
    return Departure(
        person,
        tuple(by_name(cut.targets(person, "HOLDS"))),
        tuple(_cells_lost(cut, person)),
        tuple(by_name(_cut_off(cut, person))),
        lost,
        longer,
        tuple(by_name(only_contact(cut, person))),
    )


def _cells_lost(cut: Cut, person: int) -> list[Cell]:
    """The filled cells in which, of those who fill it, too few are left."""
    coalitions = sorted(coalitions_of(cut, person), key=lambda coalition: cut.node(coalition).id)
    cells = (cell for coalition in coalitions for cell in representation(cut, coalition).cells)
    return [
        cell
        for cell in cells
        if cell.state is CellState.FILLED and person in cell.holders and cell.filled - 1 < cell.rule.minimum
    ]


def _cut_off(cut: Cut, person: int) -> list[int]:
    """The people of all pieces but the largest into which their part falls; of equal pieces the one with the first id
    counts as the largest."""
    all_, leaving = _of(cut, person)
    neighbours, _ = all_.of(leaving)
    piece = all_.components(_everybody_but(all_, leaving))
    pieces = [np.flatnonzero(piece == number) for number in np.unique(piece[neighbours])]
    rest = sorted(pieces, key=lambda people: (-len(people), people[0]))[1:]
    return [int(all_.contexts.people[one]) for people in rest for one in people]


def _lines(cut: Cut, person: int) -> tuple[int, int]:
    """How many pairs of others within three handshakes have no line left without somebody, and how many a longer."""
    all_, leaving = _of(cut, person)
    near, _ = all_.of(leaving)
    if not all_.contexts.introducible[leaving] or not len(near):
        return 0, 0
    further = _further(all_, leaving, near)
    inner = all_.contexts.introducible & _everybody_but(all_, leaving)
    short, any_ = _reached(all_, near, further, inner)
    changed = ~short & np.bitwise_or.reduce(own_bits(len(near), np.arange(len(near), dtype=np.int32)), axis=0)
    return _pairs(changed & ~any_, len(near)), _pairs(changed & any_, len(near))


def _pairs(sets: Sets, near: int) -> int:
    """How many pairs there are in the sets of those who are near, where both ends have one, and of those further."""
    return counted(sets[:near]) // 2 + counted(sets[near:])


def _further(all_: Handshakes, leaving: int, near: Ints) -> Ints:
    """Those two handshakes from somebody, over one who may be asked."""
    _, others, _ = all_.rows(near[all_.contexts.introducible[near]])
    return np.setdiff1d(others, np.append(near, leaving)).astype(np.int32)


def _reached(all_: Handshakes, near: Ints, further: Ints, inner: Bools) -> tuple[Sets, Sets]:
    """For each of `near` and then of `further`: who of `near` is as near as before without the one who leaves (two
    handshakes for the former, three for the latter), and to whom there is a line of any length."""
    everybody = np.arange(all_.count, dtype=np.int32)
    at = own_bits(all_.count, near)
    one = at | union_of_neighbours(all_, everybody, at)
    two = one | union_of_neighbours(all_, everybody, np.where(inner[:, None], one, np.uint64(0)))
    three = union_of_neighbours(all_, further, np.where(inner[:, None], two, np.uint64(0)))
    piece = all_.components(inner)
    own = union_by(piece, int(piece.max()) + 1, np.where(inner[:, None], one, np.uint64(0)))
    over = np.where(inner[:, None], own[piece], np.uint64(0))
    people = np.concatenate((near, further))
    any_ = one[people] | over[people] | union_of_neighbours(all_, people, over)
    return np.concatenate((two[near], two[further] | three)), any_


def _everybody_but(all_: Handshakes, one: int) -> Bools:
    mask = np.ones(all_.count, np.bool_)
    mask[one] = False
    return mask


def _of(cut: Cut, person: int) -> tuple[Handshakes, int]:
    all_ = handshakes(cut)
    return all_, int(all_.contexts.position[person])
