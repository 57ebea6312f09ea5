"""The minimal delegation: the fewest people who together would fill every cell of a coalition.

Everybody who fits a cell, those who hold a seat there already included, would take a seat for each sector they work
in, in each municipality where they are. Of whoever fits the same cells only the number matters, so that the integer
programme has one variable for each set of cells: x(s) people of those who fit exactly s; minimise the sum of x such
that for each cell the sum of x(s) over the sets s that hold it is at least its minimum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_array

from graph.cut import Cut
from graph.deadline import look
from graph.errors import TimedOut
from graph.representation import Cell, fitting, representation

SECONDS = 8.0
_CHEAPER = "Require some people in it, or exclude some, so that fewer are left to choose from."

Cells = frozenset[int]
"""A set of cells, by number."""


@dataclass(frozen=True, slots=True)
class Delegate:
    """One of a delegation (node), and the cells in which they would take a seat."""

    person: int
    covers: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class MinimalDelegation:
    """The fewest people, by id, and the cells for which there are too few, which ask nothing of the others."""

    delegates: tuple[Delegate, ...]
    uncoverable: tuple[Cell, ...]


def minimal_delegation(
    cut: Cut, coalition: int, require: Collection[int] = (), exclude: Collection[int] = ()
) -> MinimalDelegation:
    """A smallest delegation with everybody required, whether they fit a cell or not, and without whoever is excluded.

    Of several equally small ones always the same. Raises TimedOut where the smallest cannot be told in time.
    """
    cells = representation(cut, coalition).cells
    fits: dict[int, set[int]] = {person: set() for person in require}
    uncoverable = set()
    for number, cell in enumerate(cells):
        look(_CHEAPER)
        people = fitting(cut, coalition, cell) - set(exclude)
        if len(people) < cell.rule.minimum:
            uncoverable.add(number)
        for person in people:
            fits.setdefault(person, set()).add(number)
    asked = {n: cell.rule.minimum for n, cell in enumerate(cells) if n not in uncoverable}
    by_id = sorted(fits, key=lambda person: cut.node(person).id)
    chosen = _fewest({person: frozenset(fits[person]) for person in by_id}, asked, frozenset(require))
    return MinimalDelegation(
        tuple(Delegate(person, tuple(cells[n] for n in sorted(fits[person]))) for person in by_id if person in chosen),
        tuple(cells[number] for number in sorted(uncoverable)),
    )


def _fewest(fits: dict[int, Cells], asked: dict[int, int], require: frozenset[int]) -> set[int]:
    """The fewest people such that each cell has as many as it asks."""
    left = {cell: least - sum(cell in fits[person] for person in require) for cell, least in asked.items()}
    left = {cell: least for cell, least in left.items() if least > 0}
    alike: dict[Cells, list[int]] = defaultdict(list)
    for person, cells in fits.items():
        if person not in require and not cells.isdisjoint(left):
            alike[cells & frozenset(left)].append(person)
    sets = list(alike)
    numbers = _solved(sets, [len(alike[cells]) for cells in sets], left) if left else [0] * len(sets)
    return {*require, *(p for cells, n in zip(sets, numbers, strict=True) for p in alike[cells][:n])}


def _solved(sets: Sequence[Cells], most: Sequence[int], asked: dict[int, int]) -> list[int]:
    """How many to take of those who fit each set of cells."""
    row = {cell: number for number, cell in enumerate(asked)}
    matrix = lil_array((len(asked), len(sets)))
    for column, cells in enumerate(sets):
        for cell in cells:
            matrix[row[cell], column] = 1
    found = milp(
        np.ones(len(sets)),
        integrality=np.ones(len(sets)),
        bounds=Bounds(0, most),
        constraints=LinearConstraint(matrix.tocsr(), lb=list(asked.values())),
        options={"time_limit": SECONDS, "mip_rel_gap": 0},
    )
    if found.status == 1:
        raise TimedOut(
            "the smallest delegation cannot be told in time",
            field="coalition",
            help=_CHEAPER,
        )
    assert found.success, found.message
    return [round(number) for number in found.x.tolist()]
