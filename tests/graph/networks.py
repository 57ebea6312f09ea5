"""Small networks for tests, written as lines of a network file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from graph.cut import Cut
from graph.network import Network
from graph.records import Change
from graph.reduced import ReducedNetwork
from graph.validation import proposed
from graph.viewers import STEWARD, ViewerClass

Line = dict[str, Any]

TODAY = date(2026, 11, 15)


def node(kind: str, id: str, **members: object) -> Line:
    """A node whose name is its id unless it is given one."""
    return {"node": kind, "id": id, "name": id, **members}


def relation(type: str, origin: str, target: str, **members: object) -> Line:
    return {"relation": type, "from": origin, "to": target, **members}


def network_of(lines: Iterable[Line]) -> Network:
    touches = proposed(Network.empty(), list(enumerate(lines, 1)))
    return Network.empty().moved(Change(1, datetime(2026, 1, 1, tzinfo=UTC), "test", "a test", touches))


def cut_of(lines: Iterable[Line], day: date = TODAY, viewer: ViewerClass = STEWARD) -> Cut:
    return ReducedNetwork(network_of(lines), viewer).on(day)


def at(cut: Cut, id: str) -> int:
    """The index of a node that is present."""
    index = cut.index(id)
    assert index is not None, f"{id} is not present"
    return index


def ids(cut: Cut, nodes: Iterable[int]) -> list[str]:
    return [cut.node(index).id for index in nodes]


def person(id: str, introducible: bool = True, **members: object) -> Line:
    return node("Person", id, introducible=introducible, **members)


def knows(one: str, other: str, strength: str = "GOOD", **members: object) -> Line:
    return relation("KNOWS", one, other, strength=strength, **members)
