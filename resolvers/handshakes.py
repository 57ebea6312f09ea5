"""The people somebody shakes hands with."""

from __future__ import annotations

from graph.cut import Cut
from graph.handshakes import Handshake, handshakes
from graph.name_order import name_key
from resolvers.cursors import Key, Order
from resolvers.pages import Page, page

BY_STRENGTH = Order("handshakes", (float, str, str))


def handshakes_of(cut: Cut, person: int, first: int, after: str | None) -> Page[int]:
    """The people (positions among the handshakes) that a person shakes hands with: strongest first, then in order of
    names. `handshake` tells of each how strongly and why."""
    known = handshakes(cut)
    position = int(known.contexts.position[person])
    others, strengths = known.of(position) if position >= 0 else ((), ())
    strength = {int(other): round(float(s), 9) for other, s in zip(others, strengths, strict=True)}
    people = known.contexts.people

    def key(other: int) -> Key:
        return (-strength[other], *name_key(cut.node(int(people[other]))))

    return page(sorted(strength, key=key), BY_STRENGTH.of(cut.node(person).id), key, first, after)


def handshake(cut: Cut, person: int, other: int) -> Handshake:
    """The handshake of a person with one of `handshakes_of`."""
    known = handshakes(cut)
    return known.handshake(int(known.contexts.position[person]), other)
