"""The extent of a document: what can be counted without knowing the schema or the variables."""

from __future__ import annotations

from functools import cache

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
)

from graph.errors import TooCostly

from .bounds import Limits

INTROSPECTION = frozenset({"__schema", "__type"})


def check_extent(document: DocumentNode, limits: Limits) -> None:
    """Raise `TooCostly` when a document is deeper or wider than the limits allow.

    The document must be valid: cycles of fragments are for validation to find. Each fragment is measured once,
    however often it is spread, so the time taken is linear in the document.
    """
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    _within("operations in the document", len(operations), limits.operations, "Send them one by one.")
    _within("aliases", _aliases(document), limits.aliases, "Ask for lists instead of one alias for each thing.")
    for operation in operations:
        root_fields = _root_fields(operation, fragments)
        _within("fields of the root", root_fields, limits.root_fields, "Send them in several requests.")
        depth = _depth(operation, fragments)
        _within("fields below each other", depth, limits.depth, "Ask for what lies deeper in a second request, by id.")


def _within(what: str, actual: int, limit: int, help: str) -> None:
    if actual > limit:
        raise TooCostly(
            f"The document has {actual} {what}; at most {limit} are allowed.",
            field="query",
            actual=actual,
            expected=limit,
            help=help,
        )


def _aliases(document: DocumentNode) -> int:
    count = 0
    pending = [
        node.selection_set
        for node in document.definitions
        if isinstance(node, OperationDefinitionNode | FragmentDefinitionNode)
    ]
    while pending:
        for node in pending.pop().selections:
            count += isinstance(node, FieldNode) and node.alias is not None
            if not isinstance(node, FragmentSpreadNode) and (inner := _selections_of(node)):
                pending.append(inner)
    return count


def _root_fields(operation: OperationDefinitionNode, fragments: dict[str, FragmentDefinitionNode]) -> int:
    def count(selection_set: SelectionSetNode) -> int:
        fields = 0
        for node in selection_set.selections:
            if isinstance(node, FieldNode):
                fields += 1
            elif isinstance(node, FragmentSpreadNode):
                fields += of_fragment(node.name.value)
            elif isinstance(node, InlineFragmentNode):
                fields += count(node.selection_set)
        return fields

    @cache
    def of_fragment(name: str) -> int:
        return count(fragments[name].selection_set)

    return count(operation.selection_set)


def _depth(operation: OperationDefinitionNode, fragments: dict[str, FragmentDefinitionNode]) -> int:
    def below(selection_set: SelectionSetNode) -> int:
        deepest = 0
        for node in selection_set.selections:
            if isinstance(node, FragmentSpreadNode):
                deepest = max(deepest, of_fragment(node.name.value))
            elif isinstance(node, FieldNode):
                inner = None if node.name.value in INTROSPECTION else node.selection_set
                deepest = max(deepest, 1 + (below(inner) if inner else 0))
            elif isinstance(node, InlineFragmentNode):
                deepest = max(deepest, below(node.selection_set))
        return deepest

    @cache
    def of_fragment(name: str) -> int:
        return below(fragments[name].selection_set)

    return below(operation.selection_set)


def _selections_of(node: SelectionNode) -> SelectionSetNode | None:
    return node.selection_set if isinstance(node, FieldNode | InlineFragmentNode) else None
