"""Members of the vocabulary as fields: what they mean, and who sees them, is said there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import strawberry

from graph.vocabulary import KINDS, RELATIONS, Form, Member, kinds_of
from resolvers.arguments import sees

if TYPE_CHECKING:
    from schema.nodes import Node, RelationView


def member(of: str, name: str) -> Any:  # noqa: ANN401 - the field's annotation says its type
    """The field of a member of a kind, family or relation; null where it is unknown or the viewer's rights do not reach
    it."""
    members = RELATIONS[of].members if of in RELATIONS else KINDS[next(kinds_of(of))].members
    declared = next(m for m in members if m.name == name)
    read = _reader(declared)

    def value(root: Node | RelationView):  # type: ignore[no-untyped-def]  # noqa: ANN202
        found = root.record.members.get(name)
        if found is None or not sees(root.cut, declared.seen_by):
            return read(None)
        return read(found)

    return strawberry.field(value, description=declared.meaning)


def _reader(declared: Member) -> Callable[[Any], object]:
    match declared.form:
        case Form.DATE:
            return lambda value: None if value is None else date.fromisoformat(value)
        case Form.CHOICE:
            assert declared.choices is not None
            choices = declared.choices
            return lambda value: None if value is None else choices[value]
        case Form.TEXTS:
            return lambda value: value or []
        case _:
            return lambda value: value
