"""The committed schema, walked: which types and fields an operation can come to, and how."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

SDL = Path(__file__).parents[2] / "schema" / "schema.graphql"
COMMITTED = build_schema(SDL.read_text("utf-8"))
UNANSWERABLE = {("Municipality", "partOf"): "a municipality is an organisation, but no part of one"}
"""Fields that are empty whatever the network is."""


class Unasked(AssertionError):
    """A field or argument that nothing here knows how to ask."""


@cache
def reachable(root: str = "Query") -> tuple[GraphQLObjectType, ...]:
    """Every object type that an operation can come to from its root, nearest first."""
    return tuple(_reachable(object_type(root)))


def object_type(name: str) -> GraphQLObjectType:
    """An object type by its name."""
    type_ = COMMITTED.type_map[name]
    assert isinstance(type_, GraphQLObjectType)
    return type_


def every_field(root: str = "Query") -> set[tuple[str, str]]:
    """Every field of these types, by type and name."""
    return {(type_.name, name) for type_ in reachable(root) for name in type_.fields} - UNANSWERABLE.keys()


def every_argument(root: str = "Query") -> set[tuple[str, str, str]]:
    """Every argument of these fields."""
    return {(t.name, name, given) for t in reachable(root) for name, field in t.fields.items() for given in field.args}


@cache
def way_to(name: str) -> tuple[GraphQLObjectType, str]:
    """The first field, nearest to the root of queries, that leads to a type, and the type that has it."""
    for type_ in reachable():
        for field_name, field in type_.fields.items():
            if any(below.name == name for below in _possible(get_named_type(field.type))):
                return type_, field_name
    raise Unasked(f"no field leads to {name}")


def selection(type_: object, depth: int) -> str:
    """Everything that a type tells without being asked for more, so many objects deep."""
    if isinstance(type_, GraphQLUnionType):
        return " ".join(["__typename", *(f"... on {one.name} {{ {selection(one, depth)} }}" for one in type_.types)])
    assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
    return " ".join(["__typename", *filter(None, (_selected(n, f, depth) for n, f in type_.fields.items()))])


def _selected(name: str, field: GraphQLField, depth: int) -> str:
    if any(is_required_argument(argument) for argument in field.args.values()):
        return ""
    below = get_named_type(field.type)
    if is_leaf_type(below):
        return name
    # What a list has around its items is no depth of its own.
    inner = depth if name in ("edges", "pageInfo", "node") else depth - 1
    return f"{name} {{ {selection(below, inner)} }}" if inner >= 0 else ""


def _reachable(root: GraphQLObjectType) -> Iterator[GraphQLObjectType]:
    found, open_ = {root.name}, deque([root])
    while open_:
        type_ = open_.popleft()
        yield type_
        for field in type_.fields.values():
            for below in _possible(get_named_type(field.type)):
                if below.name not in found:
                    found.add(below.name)
                    open_.append(below)


def _possible(type_: object) -> list[GraphQLObjectType]:
    if isinstance(type_, GraphQLObjectType):
        return [type_]
    if isinstance(type_, GraphQLInterfaceType | GraphQLUnionType):
        return list(COMMITTED.get_possible_types(type_))
    return []
