"""The people of a scope, and who of them shakes hands with whom: what every measure is taken of.

A pair is tied once, however many contexts it shares. Of a coalition's people the table that they share and its
meetings are left out: that they all meet there is known, and would tie everybody to everybody; what is measured is how
they are tied beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from graph.contexts import Floats
from graph.cut import Cut
from graph.deadline import look
from graph.handshakes import Handshakes, handshakes
from graph.name_order import name_order
from graph.needs import Meeting, Need
from graph.network import Bools, Ints
from graph.people import members

CHEAPER = "Ask of one coalition or of a smaller area."
"""What is told to somebody whose question takes too long."""

_ROWS_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose ties are looked at: the people of a coalition, those who work or hold a seat in an area (as for a need),
    those of both, or everybody."""

    coalition: int | None = None
    area: int | None = None

    def people(self, cut: Cut) -> set[int]:
        """The people (nodes) of it."""
        found = set(cut.of_kind("Person")) if self.area is None else Meeting(cut, Need(area=self.area)).everybody()
        return found if self.coalition is None else found & members(cut, self.coalition)


class Ties:
    """The people of a scope, numbered in order of their ids, and the handshakes between them."""

    def __init__(self, cut: Cut, scope: Scope) -> None:
        self.cut = cut
        all_ = handshakes(cut)
        self.handshakes: Handshakes = all_ if scope.coalition is None else all_.without(_table(cut, scope.coalition))
        found = np.fromiter(scope.people(cut), np.int64)
        self.positions: Ints = np.sort(all_.contexts.position[found]).astype(np.int32)
        self.people: Ints = all_.contexts.people[self.positions]

    def __len__(self) -> int:
        return len(self.people)

    @cached_property
    def number(self) -> Ints:
        """The number of each position of the handshakes, -1 outside of the scope."""
        number = np.full(self.handshakes.count, -1, np.int32)
        number[self.positions] = np.arange(len(self), dtype=np.int32)
        return number

    @cached_property
    def among(self) -> Bools:
        """Which positions of the handshakes are in the scope."""
        return self.number >= 0

    @cached_property
    def strengths(self) -> csr_array:
        """The strength of each handshake, people by people."""
        pieces = [self._rows(begin) for begin in range(0, max(len(self), 1), _ROWS_AT_ONCE)]
        row, others, strength = (np.concatenate(columns) for columns in zip(*pieces, strict=True))
        start = np.concatenate(([0], np.cumsum(np.bincount(row, minlength=len(self))))).astype(np.int32)
        return csr_array((strength, others, start), shape=(len(self), len(self)))

    def _rows(self, begin: int) -> tuple[NDArray[np.int64], Ints, Floats]:
        """The handshakes of some people: few enough that other questions for rows find their turn in between."""
        look(CHEAPER)
        row, others, strength = self.handshakes.rows(self.positions[begin : begin + _ROWS_AT_ONCE])
        inside = self.among[others]
        return begin + row[inside], self.number[others[inside]], strength[inside]

    @cached_property
    def matrix(self) -> csr_array:
        """1 for each handshake, people by people."""
        s = self.strengths
        return csr_array((np.ones(s.nnz), s.indices, s.indptr), shape=s.shape)

    @property
    def count(self) -> int:
        """How many handshakes there are."""
        return int(self.matrix.nnz) // 2

    @cached_property
    def degrees(self) -> NDArray[np.int64]:
        """With how many each person shakes hands."""
        degrees: NDArray[np.int64] = np.diff(self.matrix.indptr).astype(np.int64)
        return degrees

    def neighbours(self, person: int) -> Ints:
        """Whom a person (number) shakes hands with."""
        m = self.matrix
        found: Ints = m.indices[m.indptr[person] : m.indptr[person + 1]]
        return found

    def graph(self) -> nx.Graph[int]:
        """The ties as a networkx graph of nodes of the network, with `strength` on the edges."""
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(self.people.tolist())
        upper = self.strengths.tocoo()
        once = upper.row < upper.col
        one, other = (self.people[ends[once]].tolist() for ends in (upper.row, upper.col))
        graph.add_edges_from(
            (a, b, {"strength": s}) for a, b, s in zip(one, other, upper.data[once].tolist(), strict=True)
        )
        return graph

    def named(self, numbers: Iterable[int]) -> list[int]:
        """The people (nodes) of some numbers, in order of names."""
        return name_order(self.cut.network).sorted(int(self.people[number]) for number in numbers)


def _table(cut: Cut, coalition: int) -> list[int]:
    """A coalition and the meetings it held."""
    return [coalition, *cut.origins(coalition, "HELD_BY")]


def sectors_of(cut: Cut, people: Iterable[int]) -> dict[int, set[int]]:
    """The people of each sector, wider ones included, of whom there are any among some: as for a need."""
    among = set(people)
    by_id = sorted(cut.of_kind("Sector"), key=lambda sector: cut.node(sector).id)
    found = {sector: Meeting(cut, Need(sector=sector)).everybody() & among for sector in by_id}
    return {sector: of_it for sector, of_it in found.items() if of_it}
