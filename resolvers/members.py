"""The members of a node or relation that a viewer may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.records import Value
from graph.reduced import ReducedNetwork
from graph.vocabulary import Form, Member


def shown(reduced: ReducedNetwork, members: Iterable[Member], values: Mapping[str, Value]) -> dict[str, Value]:
    """The values of these members: without those that take more rights, and without the ids of hidden nodes."""
    sees = reduced.viewer.sees
    kept: dict[str, Value] = {}
    for member in members:
        value = values.get(member.name)
        if member.form is Form.RULES:
            value = reduced.rules(value) or None
        if value is None or member.seen_by > sees or (member.form is Form.NODE and not reduced.sees(str(value))):
            continue
        kept[member.name] = value
    return kept
