"""What is exported, before it is a file: tables, and the nodes and relations that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from graph.cut import Cut
from graph.name_order import name_order
from graph.network import day_of
from graph.vocabulary import Form

NO_CELL = (Form.RULES, Form.BOUNDARY)
"""Forms of members that are no single value: delegation rules, and where a municipality lies."""

Language = Literal["nl", "en"]
Cell = str | int | float | date | None
Heading = tuple[str, str]
"""A heading in Dutch and in English."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its headings in both languages, and its rows."""

    name: str
    headings: tuple[Heading, ...]
    rows: Sequence[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Export:
    """What is exported: tables, of which the first tells most, and as a graph these nodes and present relations."""

    cut: Cut
    tables: tuple[Table, ...]
    nodes: Sequence[int]
    relations: Sequence[int]


def export_of(cut: Cut, tables: Iterable[Table], nodes: Iterable[int]) -> Export:
    """An export with the relations that its nodes have with each other."""
    ordered = name_order(cut.network).sorted(set(nodes))
    return Export(cut, tuple(tables), ordered, relations_among(cut, ordered))


def relations_among(cut: Cut, nodes: Sequence[int]) -> list[int]:
    """The present relations among nodes."""
    inside = np.zeros(cut.network.size, np.bool_)
    inside[list(nodes)] = True
    r = cut.network.relations
    found: list[int] = np.flatnonzero(cut.relation_present & inside[r.origin] & inside[r.target]).tolist()
    return found


def names(cut: Cut, nodes: Iterable[int]) -> str:
    """The names of nodes in their order, with `;` between them."""
    return "; ".join(cut.node(node).name for node in name_order(cut.network).sorted(set(nodes)))


def since(cut: Cut, relation: int) -> date | None:
    """When a relation began."""
    return day_of(int(cut.network.relations.since[relation]))


def confirmed(cut: Cut, relation: int) -> date | None:
    """When a relation was last confirmed."""
    return day_of(int(cut.network.relations.confirmed[relation]))
