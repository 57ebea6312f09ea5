"""A selection of every field of a type, to a depth, made from the schema itself."""

from __future__ import annotations

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLUnionType,
    get_named_type,
    is_required_argument,
)

from schema import schema

CORE = schema._schema


def selection(type_: object, depth: int) -> str:
    """All fields of a type that need no arguments; of objects below it as well, as long as the depth allows."""
    if isinstance(type_, GraphQLUnionType):
        return " ".join(f"... on {one.name} {{ {selection(one, depth)} }}" for one in type_.types)
    assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
    parts = ["__typename", *(_field(name, field, depth) for name, field in type_.fields.items())]
    return " ".join(part for part in parts if part)


def _field(name: str, field: GraphQLField, depth: int) -> str:
    if any(is_required_argument(argument) for argument in field.args.values()):
        return ""
    below = get_named_type(field.type)
    if isinstance(below, GraphQLScalarType | GraphQLEnumType):
        return name
    return f"{name} {{ {selection(below, depth - 1)} }}" if depth else ""
