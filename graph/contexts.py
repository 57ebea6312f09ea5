"""The contexts of a cut: the coalitions, organisations, meetings and acquaintances in which people shake hands.

An acquaintance is a context of two. People have a position, in order of the code points of their ids, so that an
order of positions is an order of ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graph.cut import Cut
from graph.network import ALWAYS, Bools, Ints
from graph.strengths import (
    ACQUAINTANCE_HALF_LIFE,
    ACQUAINTANCES,
    CONTEXTS,
    LARGEST_CONTEXT,
    MEETING_WINDOW,
    HandshakeKind,
    decay,
    months_before,
    of_size,
)
from graph.vocabulary import Acquaintance

Floats = NDArray[np.float64]

KINDS = tuple(HandshakeKind)
_NUMBER = {kind: number for number, kind in enumerate(KINDS)}


@dataclass(frozen=True)
class Ragged:
    """Lists of different lengths in one array: list i is `values[start[i]:start[i + 1]]`."""

    start: NDArray[np.int64]
    values: Ints

    @classmethod
    def of(cls, keys: Ints, values: Ints, lists: int) -> Ragged:
        """The values gathered by key, in the order in which they come."""
        start = np.zeros(lists + 1, np.int64)
        np.cumsum(np.bincount(keys, minlength=lists), out=start[1:])
        return cls(start, values[np.argsort(keys, kind="stable")])

    def one(self, list: int) -> Ints:
        """The values of one list."""
        return self.values[self.start[list] : self.start[list + 1]]

    def gather(self, lists: NDArray[np.integer]) -> tuple[NDArray[np.int64], Ints]:
        """The values of some lists end to end, and for each value at which place of `lists` its list stands."""
        return gather(self.start[lists], self.start[lists + 1] - self.start[lists], self.values)


def gather(
    start: NDArray[np.int64], length: NDArray[np.int64], values: NDArray[np.int32]
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """The runs of an array end to end, and for each value the number of its run."""
    places, run = runs(start, length)
    return run, values[places]


def runs(start: NDArray[np.int64], length: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The places that runs of an array cover, end to end, and the number of the run of each place."""
    run = np.repeat(np.arange(len(length)), length)
    shift = np.repeat(start - np.concatenate(([0], np.cumsum(length)[:-1])), length)
    return np.arange(len(run)) + shift, run


@dataclass(frozen=True)
class Members:
    """Who is in which context: row i says that the person at `person[i]` is in context `context[i]`.

    `left` is what is left of the person's side of it (decay); the lesser of two people's counts for the pair.
    """

    context: Ints
    person: Ints
    left: Floats


class Contexts:
    """Every context of a cut that makes handshakes (2 to 150 people), and who is in it."""

    def __init__(self, cut: Cut) -> None:
        self.cut = cut
        by_id = sorted(cut.of_kind("Person"), key=lambda index: cut.node(index).id)
        self.people: Ints = np.array(by_id, np.int32)
        self.position: Ints = np.full(cut.network.size, -1, np.int32)
        self.position[self.people] = np.arange(len(by_id))
        self.introducible: Bools = np.array([cut.node(i).members.get("introducible") is True for i in by_id], np.bool_)
        kinds, nodes, factors, members = self._gathered()
        self.kind: NDArray[np.int8] = np.array(kinds, np.int8)
        self.node: Ints = np.array(nodes, np.int32)  # -1: an acquaintance
        self.factor: Floats = np.array(factors, np.float64)
        self.members = members
        self.people_of = Ragged.of(members.context, np.arange(len(members.person), dtype=np.int32), len(kinds))
        self.of_person = Ragged.of(members.person, np.arange(len(members.person), dtype=np.int32), len(by_id))

    def __len__(self) -> int:
        return len(self.kind)

    @cached_property
    def number(self) -> dict[int, int]:
        """The number of the context of a coalition, organisation or meeting, by node."""
        return {node: number for number, node in enumerate(self.node.tolist()) if node >= 0}

    @cached_property
    def wholes(self) -> Ragged:
        """For each context the contexts of the organisations that its own is a part of."""
        pairs = [
            (number, self.number[whole])
            for number, node in enumerate(self.node.tolist())
            if self.kind[number] == _NUMBER[HandshakeKind.ORGANISATION]
            for whole in sorted(self.cut.with_wholes(node) - {node})
            if whole in self.number
        ]
        part, whole = np.array(pairs, np.int32).reshape(-1, 2).T
        return Ragged.of(part, whole, len(self))

    def size(self, number: int) -> int:
        """How many people are in a context."""
        return int(self.people_of.start[number + 1] - self.people_of.start[number])

    def _gathered(self) -> tuple[list[int], list[int], list[float], Members]:
        kinds: list[int] = []
        nodes: list[int] = []
        factors: list[float] = []
        rows: list[tuple[Ints, Ints, Floats]] = []
        for kind, context, person, left in self._memberships():
            found, number, size = np.unique(context, return_inverse=True, return_counts=True)
            fits = (size >= 2) & (size <= LARGEST_CONTEXT)
            new = np.where(fits, len(kinds) + np.cumsum(fits) - 1, -1).astype(np.int32)
            kept = fits[number]
            rows.append((new[number[kept]], person[kept], left[kept]))
            kinds += [_NUMBER[kind]] * int(fits.sum())
            nodes += found[fits].tolist()
            factors += [of_size(kind, int(n)) for n in size[fits]]
        known, strength = self._acquaintances()
        pairs = np.repeat(np.arange(len(kinds), len(kinds) + len(known), dtype=np.int32), 2)
        rows.append((pairs, known.reshape(-1), np.ones(len(pairs))))
        kinds += [_NUMBER[HandshakeKind.KNOWS]] * len(known)
        nodes += [-1] * len(known)
        factors += strength.tolist()
        context, person, left = (np.concatenate(column) for column in zip(*rows, strict=True))
        return kinds, nodes, factors, Members(context, person, left)

    def _memberships(self) -> list[tuple[HandshakeKind, Ints, Ints, Floats]]:
        coalition, holder, left = self._holders()
        organisation, worker = self._workers()
        meeting, attendee, since = self._attendees()
        return [
            (HandshakeKind.COALITION, coalition, holder, left),
            (HandshakeKind.ORGANISATION, organisation, worker, np.ones(len(worker))),
            (HandshakeKind.MEETING, meeting, attendee, since),
        ]

    def _holders(self) -> tuple[Ints, Ints, Floats]:
        """The present holders of each coalition's present seats, with the younger of two seats of one person."""
        r = self.cut.network.relations
        seat_in = self.cut.of_type("SEAT_IN")
        coalition_of = np.full(self.cut.network.size, -1, np.int32)
        coalition_of[r.origin[seat_in]] = r.target[seat_in]
        holds = self.cut.of_type("HOLDS")
        holds = holds[coalition_of[r.target[holds]] >= 0]
        half_life = CONTEXTS[HandshakeKind.COALITION].half_life
        left = self._left(holds, half_life or 1)
        return _once(coalition_of[r.target[holds]], self.position[r.origin[holds]], left)

    def _workers(self) -> tuple[Ints, Ints]:
        """The people who work for each organisation or a part of it."""
        r = self.cut.network.relations
        functions = self.cut.of_type("WORKS_FOR")
        employers = np.unique(r.target[functions])
        wholes = [[i for i in self.cut.with_wholes(e) if self.cut.is_a(i, "Organisation")] for e in employers.tolist()]
        place = np.repeat(np.arange(len(employers), dtype=np.int32), [len(found) for found in wholes])
        above = Ragged.of(place, np.array([i for found in wholes for i in found], np.int32), len(employers))
        row, organisation = above.gather(np.searchsorted(employers, r.target[functions]))
        person = self.position[r.origin[functions]][row]
        organisation, person, _ = _once(organisation, person, np.ones(len(person)))
        return organisation, person

    def _attendees(self) -> tuple[Ints, Ints, Floats]:
        """The people of each meeting in the window, with what is left of it."""
        r = self.cut.network.relations
        earliest = months_before(self.cut.date, MEETING_WINDOW).isoformat()
        latest = self.cut.date.isoformat()
        half_life = CONTEXTS[HandshakeKind.MEETING].half_life or 1
        left_of = np.zeros(self.cut.network.size)
        for meeting in self.cut.of_kind("Meeting"):
            day = str(self.cut.node(meeting).members["date"])
            if earliest < day <= latest:
                left_of[meeting] = decay(_day_number(day), self.cut.day, half_life)
        attended = self.cut.of_type("ATTENDED")
        attended = attended[left_of[r.target[attended]] > 0]
        return _once(r.target[attended], self.position[r.origin[attended]], left_of[r.target[attended]])

    def _acquaintances(self) -> tuple[Ints, Floats]:
        """The pairs of people who know each other, each with its strongest acquaintance on the date."""
        network = self.cut.network
        known = self.cut.of_type("KNOWS")
        if not len(known):
            return np.zeros((0, 2), np.int32), np.zeros(0)
        ends = np.stack((network.relations.origin[known], network.relations.target[known]), axis=1)
        pairs = np.sort(self.position[ends], axis=1)
        base = np.array([ACQUAINTANCES[Acquaintance(str(network.members(i)["strength"]))] for i in known.tolist()])
        strength = base * self._left(known, ACQUAINTANCE_HALF_LIFE)
        order = np.lexsort((-strength, pairs[:, 1], pairs[:, 0]))
        pairs, strength = pairs[order], strength[order]
        first = np.ones(len(pairs), np.bool_)
        first[1:] = (pairs[1:] != pairs[:-1]).any(axis=1)
        return pairs[first], strength[first]

    def _left(self, relations: Ints, half_life: int) -> Floats:
        """What is left of relations that were confirmed, or else began, some time ago."""
        r = self.cut.network.relations
        counted = np.where(r.confirmed[relations] != ALWAYS, r.confirmed[relations], r.since[relations])
        days, place = np.unique(counted, return_inverse=True)
        left = [decay(None if d == ALWAYS else d, self.cut.day, half_life) for d in days.tolist()]
        return np.array(left, np.float64)[place]


def _once(context: Ints, person: Ints, left: Floats) -> tuple[Ints, Ints, Floats]:
    """Each person once in each context, with the most that is left of their side."""
    order = np.lexsort((-left, person, context))
    context, person, left = context[order], person[order], left[order]
    first = np.ones(len(context), np.bool_)
    first[1:] = (context[1:] != context[:-1]) | (person[1:] != person[:-1])
    return context[first], person[first], left[first]


def _day_number(day: str) -> int:
    return date.fromisoformat(day).toordinal()
