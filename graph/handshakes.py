"""Who shakes hands with whom on the date, how strongly, and why.

The rows of a person (everybody they shake hands with) are made when they are first asked for, in batches, and kept:
nothing has to be made before the first question, and a network that is asked much has them all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from graph.contexts import KINDS, Contexts, Floats, runs
from graph.deadline import look
from graph.network import ALWAYS, Bools, Ints, day_of
from graph.strengths import (
    ACQUAINTANCE_HALF_LIFE,
    ACQUAINTANCES,
    CONTEXTS,
    HandshakeKind,
    combined,
    decay,
)
from graph.vocabulary import Acquaintance

if TYPE_CHECKING:
    from graph.cut import Cut

_BATCH = 400_000  # entries made in one go: some 50 MB of working memory
_REMEMBERED = 20_000  # handshakes kept with their reasons


@dataclass(frozen=True, slots=True)
class HandshakeReason:
    """One context of a handshake: the node (None for KNOWS), its strength for this pair, its size in people, and the
    date its months are counted from (None without a half-life, or where no date is known)."""

    kind: HandshakeKind
    context: int | None
    strength: float
    size: int | None
    confirmed_at: date | None


@dataclass(frozen=True, slots=True)
class Handshake:
    """One step: from one person (node) to another, with every context they share, strongest first."""

    origin: int
    target: int
    strength: float
    reasons: tuple[HandshakeReason, ...]


class Handshakes:
    """The handshakes of a cut, without those of some avoided contexts. People are positions of `contexts`."""

    def __init__(self, contexts: Contexts, avoided: Collection[int] = ()) -> None:
        self.contexts = contexts
        self.count = len(contexts.people)
        self._counts: Bools = np.ones(len(contexts), np.bool_)
        self._counts[list(avoided)] = False
        self._start = np.full(self.count, -1, np.int64)
        self._length = np.zeros(self.count, np.int64)
        self._others: Ints = np.zeros(0, np.int32)
        self._strengths: Floats = np.zeros(0)
        self._used = 0
        self._lock = Lock()
        self.handshake = lru_cache(maxsize=_REMEMBERED)(self._handshake)

    def without(self, nodes: Iterable[int]) -> Handshakes:
        """The handshakes that are left when the contexts of these organisations, coalitions and meetings give none."""
        avoided = [self.contexts.number[node] for node in nodes if node in self.contexts.number]
        return Handshakes(self.contexts, avoided) if avoided else self

    def rows(self, people: Ints) -> tuple[NDArray[np.int64], Ints, Floats]:
        """All handshakes of these people end to end: the place in `people`, the other, and the strength.

        Within one person the others stand in order of position.
        """
        with self._lock:
            missing = people[self._start[people] < 0]
            if len(missing):
                self._make(np.unique(missing))
            start, length = self._start[people], self._length[people]
            others, strengths = self._others, self._strengths
        places, row = runs(start, length)
        return row, others[places], strengths[places]

    def of(self, person: int) -> tuple[Ints, Floats]:
        """The handshakes of one person: the others, in order of position, and the strengths."""
        _, others, strengths = self.rows(np.array([person], np.int32))
        return others, strengths

    def pairs(self) -> tuple[Ints, Ints, Floats]:
        """Every handshake once: one, other (of higher position), strength."""
        row, other, strength = self.rows(np.arange(self.count, dtype=np.int32))
        once = row < other
        return row[once].astype(np.int32), other[once], strength[once]

    def graph(self) -> nx.Graph[int]:
        """The handshakes as a networkx graph of nodes of the network, with `strength` on the edges."""
        graph: nx.Graph[int] = nx.Graph()
        people = self.contexts.people.tolist()
        graph.add_nodes_from(people)
        one, other, strength = (column.tolist() for column in self.pairs())
        graph.add_edges_from(
            (people[a], people[b], {"strength": s}) for a, b, s in zip(one, other, strength, strict=True)
        )
        return graph

    def degrees(self, people: Ints) -> NDArray[np.int64]:
        """With how many each of these people shakes hands."""
        self.rows(people[self._start[people] < 0])
        return self._length[people]

    def memberships(self, among: Bools | None = None) -> tuple[Ints, Ints]:
        """Who is in which context, of everybody or of those `among`: the numbers of contexts, and the people. Two
        people shake hands who share one."""
        members = self.contexts.members
        kept = self._counts[members.context]
        if among is not None:
            kept = kept & among[members.person]
        return members.context[kept], members.person[kept]

    def components(self, among: Bools | None = None) -> Ints:
        """For each person the number of the piece of the network they are in, when only those `among` are there.

        Whoever is not has a piece of their own. Found over people and contexts rather than over pairs, of which there
        may be millions.
        """
        contexts, people = self.memberships(among)
        size = self.count + len(self.contexts)
        ends = people, self.count + contexts
        joined = coo_array((np.ones(len(people), np.int8), ends), shape=(size, size))
        _, piece = connected_components(joined, directed=False)
        return np.unique(piece[: self.count], return_inverse=True)[1].astype(np.int32)

    def isolated(self, people: Ints) -> bool:
        """Whether none of these people shakes hands with anybody."""
        return len(self.rows(people)[1]) == 0

    # Making rows

    def _make(self, people: Ints) -> None:
        contexts = self.contexts
        sizes = np.diff(contexts.people_of.start)
        row, member = contexts.of_person.gather(people)
        entries = np.bincount(row, sizes[contexts.members.context[member]], len(people))
        pieces = np.cumsum(entries) // _BATCH
        for piece in np.unique(pieces):
            look()
            self._make_batch(people[pieces == piece])

    def _make_batch(self, people: Ints) -> None:
        row, other, strength = self._combined(people)
        length = np.bincount(row, minlength=len(people))
        needed = self._used + len(other)
        if needed > len(self._others):
            room = max(needed, 2 * self._used)
            self._others = np.concatenate((self._others[: self._used], np.zeros(room - self._used, np.int32)))
            self._strengths = np.concatenate((self._strengths[: self._used], np.zeros(room - self._used)))
        self._others[self._used : needed] = other
        self._strengths[self._used : needed] = strength
        self._length[people] = length
        self._start[people] = self._used + np.concatenate(([0], np.cumsum(length)[:-1]))
        self._used = needed

    def _combined(self, people: Ints) -> tuple[NDArray[np.int64], Ints, Floats]:
        """The handshakes of a batch of people, by row and position of the other, with their contexts combined."""
        contexts, members = self.contexts, self.contexts.members
        row, mine = contexts.of_person.gather(people)
        counts = self._counts[members.context[mine]]
        row, mine = row[counts], mine[counts]
        place, theirs = contexts.people_of.gather(members.context[mine])
        row, mine = row[place], mine[place]
        context, other = members.context[theirs], members.person[theirs]
        left = np.minimum(members.left[mine], members.left[theirs])
        apart = 1.0 - contexts.factor[context] * left
        pair = row * self.count + other
        kept = (other != people[row]) & ~self._overshadowed(pair, context)
        pair, apart = pair[kept], apart[kept]
        order = np.argsort(pair, kind="stable")
        pair, apart = pair[order], apart[order]
        first = np.flatnonzero(np.concatenate((np.ones(min(len(pair), 1), np.bool_), pair[1:] != pair[:-1])))
        combined = 1.0 - np.multiply.reduceat(apart, first) if len(first) else np.zeros(0)
        row, other = np.divmod(pair[first], self.count)
        return row, other.astype(np.int32), combined

    def _overshadowed(self, pair: NDArray[np.int64], context: Ints) -> Bools:
        """Where a pair shares an organisation and a part of it: only the part counts."""
        wholes = self.contexts.wholes
        over = np.zeros(len(pair), np.bool_)
        if not len(wholes.values):
            return over
        has_wholes = (wholes.start[1:] > wholes.start[:-1])[context]
        inner, whole = wholes.gather(context[has_wholes])
        if not len(whole):
            return over
        number = len(self.contexts)
        shadows = pair[has_wholes][inner] * number + whole
        is_whole = np.zeros(number, np.bool_)
        is_whole[wholes.values] = True
        candidates = np.flatnonzero(is_whole[context])
        over[candidates] = np.isin(pair[candidates] * number + context[candidates], shadows)
        return over

    # Reasons

    def _handshake(self, one: int, other: int) -> Handshake:
        """The handshake of two people (positions) who have one, with its reasons."""
        reasons = self._reasons(one, other)
        people = self.contexts.people
        strength = combined(reason.strength for reason in reasons)
        return Handshake(int(people[one]), int(people[other]), strength, reasons)

    def _reasons(self, one: int, other: int) -> tuple[HandshakeReason, ...]:
        contexts, members = self.contexts, self.contexts.members
        left_of = [
            dict(zip(members.context[mine].tolist(), members.left[mine].tolist(), strict=True))
            for mine in map(contexts.of_person.one, (one, other))
        ]
        shared = [c for c in left_of[0] if c in left_of[1] and self._counts[c]]
        wholes = {whole for c in shared for whole in contexts.wholes.one(c).tolist()}
        reasons = [self._reason(c, min(left_of[0][c], left_of[1][c]), one, other) for c in shared if c not in wholes]
        node = self.contexts.cut.node
        return tuple(
            sorted(reasons, key=lambda r: (-r.strength, r.kind, "" if r.context is None else node(r.context).id))
        )

    def _reason(self, number: int, left: float, one: int, other: int) -> HandshakeReason:
        kind = KINDS[self.contexts.kind[number]]
        strength = float(self.contexts.factor[number]) * left
        if kind is HandshakeKind.KNOWS:
            return HandshakeReason(kind, None, strength, None, self._acquainted(one, other))
        node = int(self.contexts.node[number])
        counted = None
        if kind is HandshakeKind.MEETING:
            counted = date.fromisoformat(str(self.contexts.cut.node(node).members["date"]))
        elif kind is HandshakeKind.COALITION:
            counted = self._seated(node, one, other)
        return HandshakeReason(kind, node, strength, self.contexts.size(number), counted)

    def _acquainted(self, one: int, other: int) -> date | None:
        """The date that the strongest acquaintance of two people is counted from."""
        cut = self.contexts.cut
        a, b = (int(self.contexts.people[p]) for p in (one, other))
        r = cut.network.relations
        between = [i for i in cut.relations_out(a, "KNOWS") if r.target[i] == b]
        between += [i for i in cut.relations_into(a, "KNOWS") if r.origin[i] == b]

        def strength(index: int) -> float:
            base = ACQUAINTANCES[Acquaintance(str(cut.network.members(index)["strength"]))]
            return base * decay(self._counted(index), cut.day, ACQUAINTANCE_HALF_LIFE)

        best = max(between, key=strength)
        return day_of(self._counted(best) or ALWAYS)

    def _seated(self, coalition: int, one: int, other: int) -> date | None:
        """The date that two people's sharing a coalition is counted from: the older of their younger HOLDS."""
        cut, half_life = self.contexts.cut, CONTEXTS[HandshakeKind.COALITION].half_life or 1
        younger: list[tuple[float, int]] = []
        for person in (one, other):
            holds = [
                index
                for index in cut.relations_out(int(self.contexts.people[person]), "HOLDS")
                if coalition in cut.targets(int(cut.network.relations.target[index]), "SEAT_IN")
            ]
            counted = [self._counted(index) for index in holds]
            younger.append(max((decay(c, cut.day, half_life), -1 if c is None else c) for c in counted))
        oldest = min(younger)[1]
        return None if oldest < 0 else date.fromordinal(oldest)

    def _counted(self, relation: int) -> int | None:
        """The day number that a relation's months are counted from: confirmed, or else begun."""
        r = self.contexts.cut.network.relations
        day = int(r.confirmed[relation]) if r.confirmed[relation] != ALWAYS else int(r.since[relation])
        return None if day == ALWAYS else day


def handshakes(cut: Cut) -> Handshakes:
    """The handshakes of a cut, made once."""
    return cut.kept("handshakes", lambda: Handshakes(Contexts(cut)))


def handshakes_of(cut: Cut, person: int) -> list[Handshake]:
    """Everybody a person (node) shakes hands with, strongest first, then by id."""
    all_ = handshakes(cut)
    position = int(all_.contexts.position[person])
    if position < 0:
        return []
    others, _ = all_.of(position)
    found = [all_.handshake(position, other) for other in others.tolist()]
    return sorted(found, key=lambda h: -round(h.strength, 9))
