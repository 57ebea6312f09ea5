"""Cut points and bridges: people, and handshakes, without whom the network falls apart.

Found over people and contexts rather than over pairs, of which there may be millions: people are tied to the contexts
they share, and whoever separates contexts separates their people. Depth-first, with the earliest place that a subtree
is tied to (Hopcroft and Tarjan 1973).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components, depth_first_order

from graph.analyses.ties import CHEAPER, Scope, Ties
from graph.cut import Cut
from graph.deadline import look
from graph.handshakes import Handshake
from graph.network import Ints

Longs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class CutPoint:
    """Somebody (node) without whom others stand apart: `separates` are the pieces but the largest, large ones first
    (of equal ones that with the first id); `bridges` are handshakes of theirs that nothing leads around."""

    person: int
    separates: tuple[tuple[int, ...], ...]
    bridges: tuple[Handshake, ...]

    @property
    def separated(self) -> int:
        """How many people would stand apart."""
        return sum(map(len, self.separates))


def cut_points(cut: Cut, scope: Scope) -> tuple[CutPoint, ...]:
    """The cut points of a scope, those who separate most first, then by id."""
    ties = Ties(cut, scope)
    tree = _tree(ties)
    bridges = _bridges(ties, tree)
    found = [
        CutPoint(int(ties.people[person]), tuple(tuple(ties.named(piece)) for piece in pieces), tuple(bridges[person]))
        for person, pieces in _separated(tree, len(ties))
    ]
    return tuple(sorted(found, key=lambda point: (-point.separated, cut.node(point.person).id)))


@dataclass(frozen=True)
class _Tree:
    """A depth-first tree over people (numbers), contexts and a root that holds the pieces together.

    `order` is that of visiting and `place` its inverse; the subtree of a node is the run of `size` places from its
    own. `low` is the earliest place to which a subtree is tied otherwise than by its topmost tie. `pair` tells which
    nodes are contexts of two.
    """

    order: Longs
    place: Longs
    parent: Longs
    size: Longs
    low: Longs
    pair: NDArray[np.bool_]
    piece: Ints
    children: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))


def _tree(ties: Ties) -> _Tree:
    person, context, contexts = _shared(ties)
    people = len(ties)
    root = people + contexts
    joined = _symmetric(person, people + context, root)
    _, piece = connected_components(joined, directed=False)
    first = np.unique(piece[:people], return_index=True)[1]
    ends = np.concatenate((person, first)), np.concatenate((people + context, np.full(len(first), root)))
    joined = _symmetric(*ends, root + 1)
    order, parent = depth_first_order(joined, root, directed=False)
    order, parent = order.astype(np.int64), np.maximum(parent.astype(np.int64), -1)
    place = np.empty(root + 1, np.int64)
    place[order] = np.arange(root + 1)
    pair = np.zeros(root + 1, np.bool_)
    pair[people:root] = np.bincount(context, minlength=contexts) == 2
    size, low = _gathered_up(order, parent, _earliest(joined, place, parent))
    tree = _Tree(order, place, parent, size, low, pair, piece[:people])
    for node in np.flatnonzero((parent >= 0) & (parent < people) & (low >= place[parent])).tolist():
        tree.children[int(parent[node])].append(node)
    return tree


def _shared(ties: Ties) -> tuple[Longs, Longs, int]:
    """Who of the scope is in which context with somebody else, contexts numbered anew: of contexts of the same two
    people only one."""
    context, position = ties.handshakes.memberships(ties.among)
    person = ties.number[position].astype(np.int64)
    size = np.bincount(context, minlength=len(ties.handshakes.contexts))
    order = np.lexsort((person, context))
    person, context = person[order], context[order].astype(np.int64)
    start = np.flatnonzero(np.concatenate((np.ones(min(len(context), 1), np.bool_), context[1:] != context[:-1])))
    two = start[size[context[start]] == 2]
    pairs = person[two] * len(ties) + person[two + 1]
    alone = size < 2
    alone[np.setdiff1d(context[two], context[two][np.unique(pairs, return_index=True)[1]])] = True
    kept = ~alone[context]
    found, number = np.unique(context[kept], return_inverse=True)
    return person[kept], number.astype(np.int64), len(found)


def _symmetric(one: Longs, other: Longs, size: int) -> csr_array:
    ends = np.concatenate((one, other)), np.concatenate((other, one))
    return coo_array((np.ones(len(ends[0])), ends), shape=(size, size)).tocsr()


def _earliest(joined: csr_array, place: Longs, parent: Longs) -> Longs:
    """The earliest place among the neighbours of each node but the one it was visited from."""
    node = np.repeat(np.arange(len(place)), np.diff(joined.indptr))
    others = np.where(joined.indices == parent[node], len(place), place[joined.indices])
    earliest = np.full(len(place), len(place), np.int64)
    np.minimum.at(earliest, node, others)
    return earliest


def _gathered_up(order: Longs, parent: Longs, earliest: Longs) -> tuple[Longs, Longs]:
    """The size of each subtree, and the earliest place that anything in it is tied to."""
    size, low, above = [1] * len(order), earliest.tolist(), parent.tolist()
    for node in order[:0:-1].tolist():
        whole = above[node]
        size[whole] += size[node]
        low[whole] = min(low[whole], low[node])
    return np.array(size), np.array(low)


def _separated(tree: _Tree, people: int) -> Iterator[tuple[int, list[list[int]]]]:
    """Each cut point (number) with its pieces but the largest."""
    for person, children in tree.children.items():
        look(CHEAPER)
        pieces = [_people(tree, child, people) for child in children]
        apart = np.zeros(people, np.bool_)
        apart[[person, *(one for piece in pieces for one in piece)]] = True
        rest = np.flatnonzero((tree.piece == tree.piece[person]) & ~apart).tolist()
        pieces = sorted(filter(None, [*pieces, rest]), key=lambda piece: (-len(piece), piece[0]))
        if len(pieces) > 1:
            yield person, pieces[1:]


def _people(tree: _Tree, node: int, people: int) -> list[int]:
    begin = int(tree.place[node])
    under = tree.order[begin : begin + int(tree.size[node])]
    found: list[int] = np.sort(under[under < people]).tolist()
    return found


def _bridges(ties: Ties, tree: _Tree) -> dict[int, list[Handshake]]:
    """By person (number): their handshakes with somebody who is reached in no other way."""
    found: dict[int, list[Handshake]] = defaultdict(list)
    people = np.arange(len(ties))
    over = tree.parent[people]
    far = people[(over >= 0) & tree.pair[over] & (tree.low[people] > tree.place[over])]
    for other in far.tolist():
        one = int(tree.parent[tree.parent[other]])
        for a, b in ((one, other), (other, one)):
            found[a].append(ties.handshakes.handshake(int(ties.positions[a]), int(ties.positions[b])))
    return found
