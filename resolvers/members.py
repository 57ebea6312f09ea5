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
        if value is None or member.seen_by > sees or (member.form is Form.NODE and not _seen(reduced, value)):
            continue
        kept[member.name] = _rules(reduced, value) if member.form is Form.RULES else value
    return kept


def _rules(reduced: ReducedNetwork, rules: Value) -> Value:
    assert isinstance(rules, list)
    return [
        {**rule, "sectors": [sector for sector in sectors if _seen(reduced, sector)]}
        for rule in rules
        if isinstance(rule, dict) and isinstance(sectors := rule["sectors"], list)
    ]


def _seen(reduced: ReducedNetwork, id: object) -> bool:
    index = reduced.network.index(str(id))
    return index is not None and bool(reduced.node_seen[index])
