"""Introductions worth making: who of a coalition should meet whom.

A line of the coalition goes from the nearest of its people to somebody, over people who may be asked. Of everybody
whom none of its people shakes hands with it is told which gaps they could fill, and how many people the coalition would
come nearer to if one of its people met them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.contact_paths import MOST_HANDSHAKES, contact_paths
from graph.contact_paths.reach import Reach
from graph.cut import Cut
from graph.deadline import look
from graph.handshakes import Handshakes, handshakes
from graph.network import Ints
from graph.people import members
from graph.representation import Cell, fitting, reach_from, representation

MOST = 100


@dataclass(frozen=True, slots=True)
class Introduction:
    """One of a coalition's people and somebody they should meet (nodes), the gaps that the other could fill, and to how
    many people the line from the coalition's nearest becomes shorter, or comes to be within six handshakes."""

    one: int
    other: int
    closes: tuple[Cell, ...]
    shortens: int


def introductions(cut: Cut, coalition: int) -> tuple[Introduction, ...]:
    """The hundred best of a coalition: who closes most gaps first, then who shortens most lines, then by id.

    The one who should meet them is the first of the strongest shortest line to them, who can be introduced over it;
    where there is none, who of the coalition shakes hands with most people.
    """
    people = members(cut, coalition)
    if not people:
        return ()
    near = reach_from(cut, [coalition], people)
    all_ = handshakes(cut)
    closes = _gaps(cut, coalition)
    others = np.flatnonzero((near.handshakes < 0) | (near.handshakes > 1)).astype(np.int32)
    shortens = shortened(all_, near, others)
    node = all_.contexts.people
    order = sorted(range(len(others)), key=lambda i: (-len(closes.get(int(node[others[i]]), ())), -shortens[i], i))
    best = [i for i in order[:MOST] if shortens[i] or int(node[others[i]]) in closes]
    return tuple(
        Introduction(
            _introduced(cut, coalition, people, near, int(others[i])),
            int(node[others[i]]),
            tuple(closes.get(int(node[others[i]]), ())),
            shortens[i],
        )
        for i in best
    )


def shortened(all_: Handshakes, near: Reach, others: Ints) -> list[int]:
    """To how many people the line becomes shorter if one at its beginning met each of `others` (positions).

    Whoever the line to does not become shorter leads to nobody to whom it does: so only those are gone on from.
    """
    far = np.where(near.handshakes < 0, MOST_HANDSHAKES + 1, near.handshakes)
    return [_shortened_by(all_, far, int(other)) for other in others]


def _shortened_by(all_: Handshakes, far: Ints, other: int) -> int:
    look("Ask on a day, or of a coalition, with fewer people around.")
    introducible, found = all_.contexts.introducible, {other}
    front = np.array([other], np.int32)
    for steps in range(2, MOST_HANDSHAKES + 1):
        front = front[introducible[front]]
        if not len(front):
            break
        next_ = np.unique(all_.rows(front)[1])
        next_ = next_[far[next_] > steps]
        front = np.array([one for one in next_.tolist() if one not in found], np.int32)
        found.update(front.tolist())
    return len(found)


def _gaps(cut: Cut, coalition: int) -> dict[int, list[Cell]]:
    """By person: the gaps that they could fill, the heaviest first."""
    found: dict[int, list[Cell]] = {}
    for gap in representation(cut, coalition).gaps:
        for person in fitting(cut, coalition, gap.cell) - gap.cell.holders:
            found.setdefault(person, []).append(gap.cell)
    return found


def _introduced(cut: Cut, coalition: int, people: set[int], near: Reach, other: int) -> int:
    all_ = handshakes(cut)
    steps = int(near.handshakes[other])
    if steps > 0:
        lines = contact_paths(cut, coalition, int(all_.contexts.people[other]), max_handshakes=steps, first=1)
        if isinstance(lines, tuple):
            return lines[0].people[0]
    at = np.sort(all_.contexts.position[list(people)]).astype(np.int32)
    return int(all_.contexts.people[at[np.argmax(all_.degrees(at))]])
