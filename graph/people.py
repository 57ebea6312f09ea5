"""Whose people are whose: the people that an organisation, a coalition or a person stands for in a question."""

from __future__ import annotations

from graph.cut import Cut


def people_of(cut: Cut, node: int) -> list[int]:
    """The people of a node, by id: a person alone, those who work for an organisation or a part of it, or the
    present holders of a coalition's present seats. Any other node has none."""
    if cut.is_a(node, "Person"):
        found = {node}
    elif cut.is_a(node, "Organisation"):
        found = workers(cut, node)
    elif cut.is_a(node, "Coalition"):
        found = members(cut, node)
    else:
        found = set()
    return sorted(found, key=lambda person: cut.node(person).id)


def workers(cut: Cut, organisation: int) -> set[int]:
    """The people who work for an organisation or a part of it."""
    parts = (part for part in cut.with_parts(organisation) if cut.is_a(part, "Organisation"))
    return {person for part in parts for person in cut.origins(part, "WORKS_FOR")}


def members(cut: Cut, coalition: int) -> set[int]:
    """The present holders of a coalition's present seats."""
    return {person for seat in cut.origins(coalition, "SEAT_IN") for person in cut.origins(seat, "HOLDS")}


def coalitions_of(cut: Cut, person: int) -> set[int]:
    """The coalitions in which a person holds a present seat."""
    return {coalition for seat in cut.targets(person, "HOLDS") for coalition in cut.targets(seat, "SEAT_IN")}
