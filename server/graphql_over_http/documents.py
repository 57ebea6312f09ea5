"""Documents that passed: parsed, validated, within the limits, and kept as long as they are used."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    parse,
    specified_rules,
    validate,
)
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule

from graph.errors import TooCostly
from server.limits import Limits, check_extent

from .errors import RequestErrors

RULES = (*specified_rules, MaybeNullValidationRule)

KEPT_TOKENS = 100_000
"""Tokens of all documents kept together; a token takes some 300 bytes, so about 30 MB."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that may be executed."""

    syntax: DocumentNode
    operations: tuple[OperationDefinitionNode, ...]
    fragments: dict[str, FragmentDefinitionNode]

    def operation(self, name: str | None) -> OperationDefinitionNode:
        """The operation of this name, or the only one; `RequestErrors` when that is none or more than one."""
        found = [o for o in self.operations if name is None or (o.name is not None and o.name.value == name)]
        if len(found) == 1:
            return found[0]
        if name is not None:
            problem = f"The document has no operation named '{name}'."
        elif found:
            problem = "The document has several operations: name the one to execute."
        else:
            problem = "The document has no operation."
        raise RequestErrors([GraphQLError(problem)], field="operationName" if self.operations else "query")


class Documents:
    """The documents of one schema. Safe to use from several threads."""

    def __init__(self, schema: GraphQLSchema, limits: Limits, kept_tokens: int = KEPT_TOKENS) -> None:
        self._schema = schema
        self._kept_tokens = kept_tokens
        self._limits = limits
        self._kept: OrderedDict[str, Document] = OrderedDict()
        self._tokens = 0
        self._lock = Lock()

    def prepared(self, text: str) -> Document:
        """The document of this text. Raises `RequestErrors` or `TooCostly`, each time anew: failures are not kept."""
        with self._lock:
            if (kept := self._kept.get(text)) is not None:
                self._kept.move_to_end(text)
                return kept
        document = self._checked(text)
        with self._lock:
            if text not in self._kept:
                self._kept[text] = document
                self._tokens += document.syntax.token_count
            while self._tokens > self._kept_tokens:
                _, dropped = self._kept.popitem(last=False)
                self._tokens -= dropped.syntax.token_count
        return document

    def _checked(self, text: str) -> Document:
        syntax = self._parsed(text)
        errors = validate(self._schema, syntax, RULES, hide_suggestions=True)
        if errors:
            # graphql-core gives up, with this message and no place, where validation would nest too deeply.
            if errors[-1].message == "Validation aborted.":
                raise _too_intricate()
            raise RequestErrors(errors, field="query")
        check_extent(syntax, self._limits)
        operations, fragments = [], {}
        for node in syntax.definitions:
            if isinstance(node, OperationDefinitionNode):
                operations.append(node)
            elif isinstance(node, FragmentDefinitionNode):
                fragments[node.name.value] = node
        return Document(syntax, tuple(operations), fragments)

    def _parsed(self, text: str) -> DocumentNode:
        try:
            return parse(text, max_tokens=self._limits.tokens)
        except GraphQLSyntaxError as error:
            if "nested too deeply" in error.message:
                raise _too_intricate() from None
            if "Document contains more than" in error.message:
                raise TooCostly(
                    f"The document has more than {self._limits.tokens:,} tokens.",
                    field="query",
                    expected=f"at most {self._limits.tokens} tokens",
                    help="Send its operations one by one, and values as variables.",
                ) from None
            raise RequestErrors([error], field="query") from None


def _too_intricate() -> TooCostly:
    return TooCostly(
        "The document nests too deeply, or repeats too many fields in one place, to be checked.",
        field="query",
        help="Nest fewer selections, and select each field once.",
    )
