"""The last touch to the executable schema that Strawberry makes.

- Whoever leaves an argument out and whoever gives null for it get the same: its default. Strawberry would call an
  argument with a default non-null, and write a default of null for every other.
- Fields that are answered by a method without arguments skip the machinery that prepares arguments, which costs more
  than most of these methods.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    Undefined,
)
from strawberry.types.field import StrawberryField

_DEFINITION = "strawberry-definition"


def finish(schema: GraphQLSchema) -> None:
    """Give an executable schema its last touch."""
    for type_ in schema.type_map.values():
        if isinstance(type_, GraphQLInputObjectType) and _DEFINITION in type_.extensions:
            for input_field in type_.fields.values():
                _loosen(input_field)
        elif isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for field in type_.fields.values():
                if _DEFINITION in field.extensions:
                    _finish_field(field)


def _loosen(given: GraphQLArgument | GraphQLInputField) -> None:
    if given.default_value is None:
        given.default_value = Undefined
    elif given.default_value is not Undefined and isinstance(given.type, GraphQLNonNull):
        given.type = given.type.of_type


def _finish_field(field: GraphQLField) -> None:
    for argument in field.args.values():
        _loosen(argument)
    definition: StrawberryField = field.extensions[_DEFINITION]
    resolver = definition.base_resolver
    if resolver is None or field.resolve is None:
        return
    if field.args:
        field.resolve = _without_nulls(field.resolve)
    elif resolver.info_parameter is None and callable(resolver.wrapped_func):
        field.resolve = _direct(resolver.wrapped_func)


def _without_nulls(resolve: Callable[..., Any]) -> Callable[..., Any]:
    def resolved(source: object, info: object, **arguments: object) -> object:
        return resolve(source, info, **{name: value for name, value in arguments.items() if value is not None})

    return resolved


def _direct(method: Callable[[Any], Any]) -> Callable[..., Any]:
    return lambda source, _info: method(source)
