"""The nodes and relations around a node."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from enum import Enum

import numpy as np

from graph.cut import Cut
from graph.name_order import name_key, name_order
from graph.network import TYPE_NUMBER, Bools, Side
from graph.places import municipalities_of, places
from graph.vocabulary import RELATIONS
from resolvers.cursors import Key, Order
from resolvers.pages import Page, page

BY_OTHER_END = Order("relations", (int, str, str, str))
BY_DAY = Order("observations", (str, str, str))
BY_END = Order("ends", (str, str, str))


class Direction(Enum):
    """Which relations of a node: those from it, to it, or both."""

    OUT = "OUT"
    IN = "IN"
    BOTH = "BOTH"


def targets(cut: Cut, node: int, *types: str, kind: str | None = None) -> list[int]:
    """The nodes of a kind to which a node has a present relation of these types, once each, in order of names."""
    return _ordered(cut, (other for type in types for other in cut.targets(node, type)), kind)


def origins(cut: Cut, node: int, *types: str, kind: str | None = None) -> list[int]:
    """The nodes of a kind that have a present relation of these types to a node, once each, in order of names."""
    return _ordered(cut, (other for type in types for other in cut.origins(node, type)), kind)


def both_ways(cut: Cut, node: int, type: str) -> list[int]:
    """The nodes that share a present relation without a direction with a node, once each, in order of names."""
    return _ordered(cut, [*cut.targets(node, type), *cut.origins(node, type)])


def predecessors(cut: Cut, node: int) -> list[int]:
    """The nodes that a node came after, whatever the date."""
    return _ordered(cut, cut.network.relations.origin[cut.ever_into(node, "SUCCEEDED_BY")].tolist())


def successors(cut: Cut, node: int) -> list[int]:
    """The nodes that came after a node, whatever the date."""
    return _ordered(cut, cut.network.relations.target[cut.ever_out(node, "SUCCEEDED_BY")].tolist())


def municipalities_within(cut: Cut, area: int) -> list[int]:
    """The municipalities within an area, at any depth; of a municipality itself."""
    return _ordered(cut, municipalities_of(cut, area))


def seats_of_sector(cut: Cut, sector: int) -> list[int]:
    """The present seats of a sector and of those below it."""
    return _ordered(cut, places(cut).seats_of(sector))


def coalitions_of(cut: Cut, organisation: int) -> list[int]:
    """The coalitions in which an organisation is a partner, has a seat, or leads."""
    seats = cut.origins(organisation, "SEAT_FOR")
    seated = [coalition for seat in seats for coalition in cut.targets(seat, "SEAT_IN")]
    return _ordered(cut, [*seated, *targets(cut, organisation, "PARTNER_IN", "LEADS")], "Coalition")


def coalition_of(cut: Cut, seat: int) -> int:
    """The coalition at whose table a seat is; of a seat that has ended, at whose table it was last."""
    r = cut.network.relations
    tables = cut.relations_out(seat, "SEAT_IN") or cut.ever_out(seat, "SEAT_IN")
    return int(r.target[max(tables, key=lambda table: (r.since[table], cut.network.relation_id(table)))])


def organisation_of(cut: Cut, seat: int) -> int | None:
    """The organisation that a seat is for."""
    return next(iter(targets(cut, seat, "SEAT_FOR")), None)


def relations(
    cut: Cut, node: int, types: Collection[str] | None, direction: Direction, first: int, after: str | None
) -> Page[int]:
    """The present relations of a node: by type, then in order of names of the node at the other end.

    Relations without a direction (KNOWS) are given whichever is asked for. A node that is not there has none.
    """
    wanted = np.zeros(len(RELATIONS) + 1, np.bool_)  # one more, for relations that are gone
    wanted[[TYPE_NUMBER[name] for name in RELATIONS if types is None or name in types]] = True
    mutual = wanted & np.array([*(type.mutual for type in RELATIONS.values()), False])
    found: set[int] = set()
    for side, own in ((cut.network.out, Direction.OUT), (cut.network.into, Direction.IN)):
        found |= _around(cut, side, node, wanted if direction in (own, Direction.BOTH) else mutual)

    def key(relation: int) -> Key:
        r = cut.network.relations
        ends = int(r.origin[relation]), int(r.target[relation])
        other = ends[1] if ends[0] == node else ends[0]
        return (int(r.type[relation]), *name_key(cut.node(other)), cut.network.relation_id(relation))

    order = BY_OTHER_END.of(cut.node(node).id, None if types is None else sorted(types), direction.name)
    return page(sorted(found, key=key), order, key, first, after)


def observations(cut: Cut, node: int, indicator: str | None, first: int, after: str | None) -> Page[int]:
    """What was measured of a node, or one indicator of it (its very name), in order of the days, then of names."""

    def key(observation: int) -> Key:
        record = cut.node(observation)
        return (str(record.members.get("date") or ""), *name_key(record))

    found = cut.origins(node, "OBSERVED_ON")
    if indicator is not None:
        found = [one for one in found if cut.node(one).members.get("indicator") == indicator]
    return page(sorted(found, key=key), BY_DAY.of(cut.node(node).id, indicator), key, first, after)


def functions_at(cut: Cut, organisation: int, first: int, after: str | None) -> Page[int]:
    """The present functions at an organisation itself, in order of the people's names."""
    key = _key_of_end(cut, "origin")
    order = BY_END.of(cut.node(organisation).id)
    return page(sorted(cut.relations_into(organisation, "WORKS_FOR"), key=key), order, key, first, after)


def relations_to(cut: Cut, node: int, type: str) -> list[int]:
    """The present relations of a type from a node, in order of the names of the nodes that they lead to."""
    return sorted(cut.relations_out(node, type), key=_key_of_end(cut, "target"))


def relations_from(cut: Cut, node: int, type: str) -> list[int]:
    """The present relations of a type to a node, in order of the names of the nodes that they come from."""
    return sorted(cut.relations_into(node, type), key=_key_of_end(cut, "origin"))


def _key_of_end(cut: Cut, end: str) -> Callable[[int], Key]:
    ends = getattr(cut.network.relations, end)
    return lambda relation: (*name_key(cut.node(int(ends[relation]))), cut.network.relation_id(relation))


def _ordered(cut: Cut, nodes: Iterable[int], kind: str | None = None) -> list[int]:
    found = {node for node in nodes if kind is None or cut.is_a(node, kind)}
    return name_order(cut.network).sorted(found)


def _around(cut: Cut, side: Side, node: int, wanted: Bools) -> set[int]:
    around = side.of_node(node)
    found: list[int] = around[cut.relation_present[around] & wanted[cut.network.relations.type[around]]].tolist()
    return set(found)
