"""How an error is told: a GraphQL error with extensions {code, field, actual, expected, help}."""

from __future__ import annotations

import logging
import secrets
import traceback
from collections.abc import Sequence
from typing import Any

import orjson
from graphql import GraphQLError, TokenKind, ValueNode, VariableDefinitionNode, print_ast

from graph.errors import BadInput, KorteLijnenError

LONGEST_TEXT = 1_000
"""Characters of a message or value; errors repeat what was sent, and that can be a megabyte."""

log = logging.getLogger(__name__)


class RequestErrors(Exception):
    """The document cannot be executed at all: GraphQL's request errors, and the parameter they are about."""

    def __init__(self, errors: Sequence[GraphQLError], field: str) -> None:
        super().__init__(errors[0].message)
        self.errors = errors
        self.field = field


class Incident:
    """What went wrong on our side in one request: an id for the caller, the rest in the log under that id."""

    def __init__(self) -> None:
        self.id = secrets.token_hex(6)
        self._logged: set[str] = set()

    def error(self, fault: BaseException) -> dict[str, Any]:
        """Log a fault, each place once, and give the error that the caller gets."""
        account = account_of(fault)
        if account not in self._logged:
            self._logged.add(account)
            log.error("Internal error %s\n%s", self.id, account)
        error = KorteLijnenError(f"Internal error {self.id}", help="Tell whoever keeps the service this id.")
        return told(error)


def account_of(fault: BaseException | None) -> str:
    """Where a fault came from: types and places, from the first cause on.

    Messages stay out: they hold the values that were asked or found, and with them the names of people.
    """
    accounts: list[str] = []
    while fault is not None:
        accounts.append("".join([*traceback.format_tb(fault.__traceback__), type(fault).__qualname__]))
        fault = fault.__cause__ or fault.__context__
    return "\nthen\n".join(reversed(accounts))


def told(error: KorteLijnenError) -> dict[str, Any]:
    """An error of ours as a GraphQL error."""
    extensions = {name: _plain(value) for name, value in error.extensions().items()}
    return {"message": _shortened(error.message), "extensions": extensions}


def told_request_error(error: GraphQLError, field: str) -> dict[str, Any]:
    """What is wrong with a document, its operation or its variables; `field` is the parameter, or the argument whose
    value is written in the document."""
    node = error.nodes[0] if error.nodes else None
    actual = None
    if isinstance(node, VariableDefinitionNode):
        field = f"variables.{node.variable.name.value}"
    elif isinstance(node, ValueNode) and (name := _name_before(node)) is not None:
        field, actual = name, print_ast(node)
    return told(BadInput(error.message, field=field, actual=actual, expected=_expected(error))) | _locations(error)


def _name_before(node: ValueNode) -> str | None:
    """The name of the argument or input field that a value is given to, where it stands right behind it."""
    colon = node.loc.start_token.prev if node.loc else None
    return colon.prev.value if colon and colon.kind is TokenKind.COLON and colon.prev else None


def _expected(error: Exception | None) -> object:
    """What would have been right, where whoever refused a value said so."""
    while isinstance(error, GraphQLError):
        if error.extensions and "expected" in error.extensions:
            return error.extensions["expected"]
        error = error.original_error
    return None


def told_field_error(error: GraphQLError, incident: Incident) -> dict[str, Any]:
    """What went wrong while a field was answered: the caller's mistake, or an incident of ours."""
    cause = cause_of(error)
    path = list(error.path or ())
    if isinstance(cause, KorteLijnenError):
        account = told(cause)
    elif is_callers_mistake(error):
        account = told(BadInput(error.message, field=".".join(map(str, path))))
    else:
        account = incident.error(cause)
    return account | _locations(error) | {"path": path}


def cause_of(error: Exception) -> Exception:
    """What was raised where a field was answered."""
    while isinstance(error, GraphQLError) and error.original_error is not None:
        error = error.original_error
    return error


def is_callers_mistake(error: GraphQLError) -> bool:
    """Whether graphql-core refused an argument; values of ours that fit no type it refuses with errors of like kind."""
    refusal = error.original_error
    return isinstance(refusal, GraphQLError) and refusal.message.startswith("Argument '")


def _locations(error: GraphQLError) -> dict[str, Any]:
    return {"locations": [location.formatted for location in error.locations]} if error.locations else {}


def _plain(value: object) -> object:
    """A value that JSON can hold: shortened, and as text where JSON has no word for it."""
    if isinstance(value, str):
        return _shortened(value)
    try:
        return orjson.loads(orjson.dumps(value, default=str))
    except (orjson.JSONEncodeError, orjson.JSONDecodeError):
        return _shortened(str(value))


def _shortened(text: str) -> str:
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"
