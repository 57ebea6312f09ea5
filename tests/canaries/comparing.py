"""What an answer answered, and where two answers differ."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    is_abstract_type,
    parse,
)

from tests.canaries.services import Answer
from tests.canaries.walk import COMMITTED


@dataclass
class Answered:
    """The fields that gave something, by type and name; and the arguments that they were given then."""

    fields: set[tuple[str, str]] = field(default_factory=set)
    arguments: set[tuple[str, str, str]] = field(default_factory=set)


def answered(document: str, data: Any) -> Answered:  # noqa: ANN401 - JSON
    """What the data of an answer answers of a document in which every object is asked for its __typename."""
    operation, *others = parse(document).definitions
    assert isinstance(operation, OperationDefinitionNode)
    fragments = {one.name.value: one for one in others if isinstance(one, FragmentDefinitionNode)}
    found = Answered()
    if data is not None:
        root = {"query": "Query", "mutation": "Mutation"}[operation.operation.value]
        _read(found, fragments, operation.selection_set, {**data, "__typename": root})
    return found


def _read(found: Answered, fragments: dict[str, FragmentDefinitionNode], selected: SelectionSetNode, data: Any) -> None:  # noqa: ANN401
    if isinstance(data, list):
        for one in data:
            _read(found, fragments, selected, one)
        return
    if data is None:
        return
    type_ = data["__typename"]
    for node in _fields(fragments, selected, type_):
        value = data[node.alias.value if node.alias else node.name.value]
        name = node.name.value
        if value is None or value == [] or name == "__typename":
            continue
        found.fields.add((type_, name))
        found.arguments.update((type_, name, argument.name.value) for argument in node.arguments or ())
        if node.selection_set is not None:
            _read(found, fragments, node.selection_set, value)


def _fields(
    fragments: dict[str, FragmentDefinitionNode], selected: SelectionSetNode, type_: str
) -> Iterator[FieldNode]:
    """The fields that are selected of an object of a type."""
    for node in selected.selections:
        if isinstance(node, FieldNode):
            yield node
            continue
        within: FragmentDefinitionNode | InlineFragmentNode
        if isinstance(node, FragmentSpreadNode):
            within = fragments[node.name.value]
        else:
            assert isinstance(node, InlineFragmentNode)
            within = node
        condition = within.type_condition
        if condition is None or _is(type_, condition.name.value):
            yield from _fields(fragments, within.selection_set, type_)


def _is(type_: str, wider: str) -> bool:
    if type_ == wider:
        return True
    abstract = COMMITTED.type_map[wider]
    if not is_abstract_type(abstract):
        return False
    return type_ in {one.name for one in COMMITTED.get_possible_types(abstract)}


def cursors(found: Any) -> list[str]:  # noqa: ANN401 - JSON
    """Every cursor of an answer, once, in order."""
    if isinstance(found, list):
        return sorted({cursor for one in found for cursor in cursors(one)})
    if not isinstance(found, dict):
        return []
    own = [found["cursor"]] if isinstance(found.get("cursor"), str) else []
    return sorted({*own, *(cursor for one in found.values() for cursor in cursors(one))})


def difference(one: Answer, other: Answer, document: str, most: int = 40) -> str:
    """Where an answer with secrets differs from the one without, in some lines."""
    if one == other:
        return ""
    lines = list(difflib.unified_diff(_lines(other), _lines(one), "without the secrets", "with them", lineterm="", n=3))
    return "\n".join([f"asked: {document[:400]}", *lines[:most]])


def _lines(answer: Answer) -> list[str]:
    told = orjson.dumps(answer.json, option=orjson.OPT_INDENT_2).decode()
    return [f"{answer.status} {answer.headers}", *told.split("\n")]
