"""Locations: the schools and childcare locations of a cut, and who works for them."""

from __future__ import annotations

from graph.cut import Cut
from graph.people import workers

KINDS = ("School", "ChildcareLocation")


def locations(cut: Cut) -> list[int]:
    """The present schools and childcare locations, by index."""
    return sorted(location for kind in KINDS for location in cut.of_kind(kind))


def locations_around(cut: Cut, person: int) -> list[int]:
    """The locations for which, or for a part of which, somebody works."""
    own = {whole for place in cut.targets(person, "WORKS_FOR") for whole in cut.with_wholes(place)}
    return sorted(node for node in own if cut.node(node).kind in KINDS)


def only_contact(cut: Cut, person: int) -> list[int]:
    """The locations whose only present contact, working for it or a part of it, somebody is."""
    return [location for location in locations_around(cut, person) if workers(cut, location) == {person}]
