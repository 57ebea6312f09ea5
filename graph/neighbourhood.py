"""A piece of the network to draw: what lies within some steps of some nodes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from graph.cut import Cut
from graph.deadline import look
from graph.name_order import name_order
from graph.network import KIND_NUMBER, TYPE_NUMBER, Bools
from graph.vocabulary import kinds_of


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Nodes, nearest first and then in order of names, and the relations among them, by type and then in order of
    names. `truncated`: there were more nodes than were asked for."""

    nodes: list[int]
    relations: list[int]
    truncated: bool


def neighbourhood(
    cut: Cut,
    around: Collection[int],
    *,
    steps: int,
    types: Collection[str] | None,
    kinds: Collection[str] | None,
    limit: int,
) -> Neighbourhood:
    """What lies within so many steps of some present nodes, over present relations whatever their direction.

    Only relations of these types (None: all) and nodes of these kinds or families (None: all) are walked and given;
    the nodes to begin with always are.
    """
    r, order = cut.network.relations, name_order(cut.network)
    walked = cut.relation_present if types is None else cut.relation_present & _of_types(cut, types)
    allowed = cut.node_present if kinds is None else cut.node_present & _of_kinds(cut, kinds)
    relations = np.flatnonzero(walked)
    origin, target = r.origin[relations], r.target[relations]
    inside = np.zeros(cut.network.size, np.bool_)
    nodes: list[int] = []
    reached = np.zeros(cut.network.size, np.bool_)
    reached[list(around)] = True
    truncated = False
    for step in range(steps + 1):
        look("Ask for fewer steps.")
        level = order.of(reached)
        truncated = len(nodes) + len(level) > limit
        level = level[: limit - len(nodes)]
        nodes += level
        inside[level] = True
        if truncated or step == steps or not level:
            break
        last = np.zeros(cut.network.size, np.bool_)
        last[level] = True
        reached = np.zeros(cut.network.size, np.bool_)
        reached[target[last[origin]]] = True
        reached[origin[last[target]]] = True
        reached &= allowed & ~inside
    among = relations[inside[origin] & inside[target]].tolist()
    place = order.place
    among.sort(key=lambda i: (r.type[i], place[r.origin[i]], place[r.target[i]], cut.network.relation_id(i)))
    return Neighbourhood(nodes, among, truncated)


def _of_types(cut: Cut, types: Collection[str]) -> Bools:
    return np.isin(cut.network.relations.type, [TYPE_NUMBER[type] for type in types])


def _of_kinds(cut: Cut, kinds: Collection[str]) -> Bools:
    return np.isin(cut.network.nodes.kind, [KIND_NUMBER[name] for kind in kinds for name in kinds_of(kind)])
