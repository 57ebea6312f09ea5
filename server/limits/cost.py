"""What the answer to an operation may hold at most, counted before anything is executed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    BooleanValueNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    get_argument_values,
    get_named_type,
    is_list_type,
)
from graphql.execution.values import VariableValues

from graph.errors import TooCostly

from .bounds import Limits

SIZE_ARGUMENTS = ("first", "limit", "ids")
"""Arguments that say how many things a field answers with: a number, or one thing for each id."""

BOUNDLESS = 10**12
"""Costs above are all the same: too high. Keeps the arithmetic small and the number fit for JSON."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost, and the way to the field that carries most of it, as `network.people(first: 100).edges`."""

    total: int
    path: tuple[str, ...] = ()

    @property
    def dearest(self) -> str:
        """The way to the field that carries most of the cost, in words when no single one does."""
        return ".".join(self.path) or "several fields of the operation"


class Costs:
    """Counts operations on one schema.

    A field costs its weight (1 unless given). What is selected below a list counts once for each of its items:
    as many as the size asked for, else as `limits.lengths` says of such lists, else `limits.list_size`. A size asked
    of a field that is no list itself, as a connection, is the length of the lists right below it, `edges` and `nodes`.
    Fragments count wherever they are spread but are measured once, and what `@skip` or `@include` leaves open counts as
    included.

    Raises `ValueError` when a weight or length names a field that the schema does not have.
    """

    def __init__(self, schema: GraphQLSchema, limits: Limits) -> None:
        self._schema = schema
        self._limits = limits
        for what, given in (("weight", limits.weights), ("length", limits.lengths)):
            for type_name, field_name in given:
                if field_name not in getattr(schema.get_type(type_name), "fields", {}):
                    raise ValueError(f"a {what} is given to {type_name}.{field_name}, which the schema does not have")

    def of(
        self,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: VariableValues,
    ) -> Cost:
        """The cost of a valid operation with these variables."""
        root = self._schema.get_root_type(operation.operation)
        return _Count(self._schema, self._limits, fragments, variables).of_selections(
            operation.selection_set, root, size=None
        )

    def check(
        self,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: VariableValues,
    ) -> Cost:
        """The cost of an operation. Raises `TooCostly`, with the cost, the limit and the dearest field, when that is
        too much."""
        cost = self.of(operation, fragments, variables)
        if cost.total > self._limits.cost:
            more = "more than " if cost.total == BOUNDLESS else ""
            raise TooCostly(
                f"This question may cost {more}{cost.total:,}; at most {self._limits.cost:,} is allowed. "
                f"Most of it is asked at {cost.dearest}.",
                field=".".join(cost.path) or None,
                actual=cost.total,
                expected=self._limits.cost,
                help="Ask for fewer at a time (a smaller `first`, then `after`), or for less of each.",
            )
        return cost


class _Count:
    """One count: an operation's fragments and variables, and what was measured of them already."""

    def __init__(
        self,
        schema: GraphQLSchema,
        limits: Limits,
        fragments: Mapping[str, FragmentDefinitionNode],
        variables: VariableValues,
    ) -> None:
        self._schema = schema
        self._limits = limits
        self._fragments = fragments
        self._variables = variables
        self._measured: dict[tuple[str, int | None], Cost] = {}

    def of_selections(self, selection_set: SelectionSetNode, parent: GraphQLNamedType | None, size: int | None) -> Cost:
        """Cost of selections on a type; `size` is the length asked of the lists right in it."""
        total, dearest = 0, Cost(0)
        for node in selection_set.selections:
            if _left_out(node):
                continue
            cost = self._of_selection(node, parent, size)
            total += cost.total
            if cost.total > dearest.total:
                dearest = cost
        # The way goes on as long as one selection carries more than half: below that no single field is to blame.
        return Cost(min(total, BOUNDLESS), dearest.path if dearest.total * 2 > total else ())

    def _of_selection(self, node: SelectionNode, parent: GraphQLNamedType | None, size: int | None) -> Cost:
        if isinstance(node, FieldNode):
            return self._of_field(node, parent, size)
        if isinstance(node, FragmentSpreadNode):
            return self._of_fragment(node.name.value, size)
        assert isinstance(node, InlineFragmentNode)
        condition = node.type_condition
        return self.of_selections(
            node.selection_set, self._schema.get_type(condition.name.value) if condition else parent, size
        )

    def _of_fragment(self, name: str, size: int | None) -> Cost:
        measured = self._measured.get((name, size))
        if measured is None:
            fragment = self._fragments[name]
            on = self._schema.get_type(fragment.type_condition.name.value)
            measured = self._measured[name, size] = self.of_selections(fragment.selection_set, on, size)
        return measured

    def _of_field(self, node: FieldNode, parent: GraphQLNamedType | None, size: int | None) -> Cost:
        name = node.name.value
        definition = self._schema.get_field(parent, name)  # type: ignore[arg-type]  # a valid field has a composite parent
        assert parent is not None
        assert definition is not None
        weight = _given(self._limits.weights, parent, name, 1)
        argument, asked = self._size_asked(node, definition)
        label = f"{name}({argument}: {asked})" if argument else name
        if node.selection_set is None:
            return Cost(weight, (label,) if weight > 1 else ())
        levels = _list_levels(definition)
        length = asked if asked is not None else size
        if levels == 0:
            items, passed_on = 1, asked
        else:
            usual = _given(self._limits.lengths, parent, name, self._limits.list_size**levels)
            items, passed_on = usual if length is None else length, None
        inner = self.of_selections(node.selection_set, get_named_type(definition.type), passed_on)
        # The way ends at the last field that multiplies or weighs: what is below adds little by itself.
        counts = inner.path or items > 1 or weight > 1
        return Cost(min(weight + items * inner.total, BOUNDLESS), (label, *inner.path) if counts else ())

    def _size_asked(self, node: FieldNode, definition: GraphQLField) -> tuple[str | None, int | None]:
        """The size argument of a field and its value, from the document, the variables or its default."""
        name = next((name for name in SIZE_ARGUMENTS if name in definition.args), None)
        if name is None:
            return None, None
        try:
            value = get_argument_values(definition, node, self._variables).get(definition.args[name].out_name or name)
        except GraphQLError:
            return None, None  # the field will be refused with this very error
        if isinstance(value, list):
            return name, len(value)
        if isinstance(value, int):
            return name, max(0, min(value, BOUNDLESS))
        return None, None


def _given(numbers: Mapping[tuple[str, str], int], parent: GraphQLNamedType, name: str, otherwise: int) -> int:
    """The number that is given to a field of a type, or to that of its interfaces that has most."""
    if not numbers:
        return otherwise
    if (own := numbers.get((parent.name, name))) is not None:
        return own
    interfaces = parent.interfaces if isinstance(parent, GraphQLObjectType | GraphQLInterfaceType) else ()
    found = [numbers[key] for interface in interfaces if (key := (interface.name, name)) in numbers]
    return max(found, default=otherwise)


def _left_out(node: SelectionNode) -> bool:
    """Whether a directive says, without a variable, that the selection is not wanted."""
    unwanted = {"skip": True, "include": False}
    return any(
        isinstance(argument.value, BooleanValueNode) and argument.value.value == unwanted.get(directive.name.value)
        for directive in node.directives or ()
        for argument in directive.arguments or ()
    )


def _list_levels(definition: GraphQLField) -> int:
    levels = 0
    type_: Any = definition.type
    while isinstance(type_, GraphQLNonNull) or is_list_type(type_):
        levels += is_list_type(type_)
        type_ = type_.of_type
    return levels
