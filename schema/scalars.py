"""The scalars of the schema that are read more strictly than Strawberry does."""

from __future__ import annotations

import re
from datetime import date

import strawberry
from graphql import StringValueNode, ValueNode, print_ast
from strawberry.exceptions import StrawberryInputCoercionError

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


_EXPECTED = {"expected": "YYYY-MM-DD, such as 2026-11-15"}


def _literal(node: ValueNode, _variables: object = None) -> date:
    value = node.value if isinstance(node, StringValueNode) else print_ast(node)
    if not isinstance(node, StringValueNode):
        raise StrawberryInputCoercionError(_form(value), nodes=node, extensions=_EXPECTED)
    try:
        return _read(value)
    except StrawberryInputCoercionError as error:
        raise StrawberryInputCoercionError(error.message, nodes=node, extensions=_EXPECTED) from error


def _read(value: object) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise StrawberryInputCoercionError(f"{value} is no day of the calendar.", extensions=_EXPECTED) from None
    raise StrawberryInputCoercionError(_form(value), extensions=_EXPECTED)


def _form(value: object) -> str:
    shown = value[:40] if isinstance(value, str) else value
    return f"A date is written as YYYY-MM-DD, not as {shown!r}."


DATE = strawberry.scalar(
    name="Date",
    description="A day of the calendar, as YYYY-MM-DD.",
    serialize=date.isoformat,
    parse_value=_read,
    parse_literal=_literal,
)
