"""Every field of the committed schema, asked with every argument: the documents are made from the schema itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle

from graphql import (
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLObjectType,
    OperationDefinitionNode,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    parse,
)
from graphql.execution.values import VariableValues

from graph.errors import TooCostly
from graph.vocabulary import KINDS
from resolvers.costs import COSTS, LENGTHS
from server.limits import Costs, Limits
from server.limits.extent import check_extent
from tests.canaries.arguments import Value, values, written
from tests.canaries.knowledge import UNKNOWN, Knowledge
from tests.canaries.walk import COMMITTED, object_type, reachable, selection, way_to
from tests.graph.networks import TODAY

DEPTHS = (2, 1, 0)  # how far below a field its answer is read: as far as a question may cost
TOGETHER = 12  # ways to ask one field, in one document
NODES = 25  # nodes of a kind that are looked at in one document

_TODAY = TODAY.isoformat()

Open = tuple[str, str]
"""How a document begins, down to a type, and how it ends."""


@dataclass(frozen=True)
class Question:
    """A document, and the arguments that it asks: type, field and name of each."""

    document: str
    arguments: frozenset[tuple[str, str, str]] = frozenset()


@dataclass(frozen=True)
class _Asked:
    """One field with some arguments given."""

    owner: str
    name: str
    field: GraphQLField
    given: dict[str, Value]

    def written(self, alias: str) -> str:
        """The field as a document has it; what is read below it is the fragment `read`."""
        inside = ", ".join(f"{name}: {written(value)}" for name, value in self.given.items())
        selected = "" if is_leaf_type(get_named_type(self.field.type)) else " { ...read }"
        return f"{alias}: {self.name}({inside}){selected}"

    def fragment(self, depth: int) -> str:
        """What is read below the field."""
        below = get_named_type(self.field.type)
        return "" if is_leaf_type(below) else f" fragment read on {below.name} {{ {selection(below, depth)} }}"

    @property
    def arguments(self) -> frozenset[tuple[str, str, str]]:
        return frozenset((self.owner, self.name, argument) for argument in self.given)


class Questions:
    """The questions to a network of which something is known: every node, and every field that takes arguments with
    each of their values."""

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._days = cycle(("2024-06-01", "2026-11-16", "2030-01-01"))
        self._limits = Limits(cost=400_000, weights=COSTS, lengths=LENGTHS)
        self._costs = Costs(COMMITTED, self._limits)

    def by_type(self) -> dict[str, list[Question]]:
        """All questions, by the type that they are about."""
        return {type_.name: list(self._of_type(type_)) for type_ in reachable()}

    def attempts(self, mutation: str) -> Iterator[Question]:
        """Every argument of a mutation with each of its values, one attempt a document."""
        type_ = object_type("Mutation")
        for way in self._ways(type_, mutation, type_.fields[mutation]):
            yield Question(f"mutation {{ {way.written('a0')} }}{way.fragment(1)}", way.arguments)

    def _of_type(self, type_: GraphQLObjectType) -> Iterator[Question]:
        name = type_.name
        if name in KINDS:
            yield from self._of_nodes(type_)
        else:
            begin, end = self._opened(name)
            yield Question(self._deepest(lambda depth: f"{begin} {selection(type_, depth)} {end}"))
        for field_name, field in type_.fields.items():
            if field.args:
                yield from self._of_field(type_, field_name, field)

    def _of_nodes(self, type_: GraphQLObjectType) -> Iterator[Question]:
        """Every node of a kind, today and on another day, with everything that can be asked of it without arguments."""
        kind = type_.name
        ids = [*self._known.open(kind), *self._known.secret(kind), UNKNOWN]
        for start in range(0, len(ids), NODES):
            nodes = f"nodes(ids: {written(ids[start : start + NODES])})"
            document = self._deepest(partial(_of_nodes, kind, nodes))
            yield Question(document)
            yield Question(document.replace(_TODAY, next(self._days), 1))

    def of_cursors(self) -> Iterator[tuple[str, str, Question]]:
        """Every list that has cursors, by type and field, with as many of its cursors as it gives at once."""
        for type_ in reachable():
            for name, field in type_.fields.items():
                if "after" in field.args:
                    begin, end = self._opened(type_.name)
                    asked = _Asked(type_.name, name, field, self._required(type_, name, field) | {"first": 100})
                    inside = ", ".join(f"{argument}: {written(value)}" for argument, value in asked.given.items())
                    yield type_.name, name, Question(f"{begin} {name}({inside}) {{ edges {{ cursor }} }} {end}")

    # Documents

    def _of_field(self, type_: GraphQLObjectType, name: str, field: GraphQLField) -> Iterator[Question]:
        ways = list(self._ways(type_, name, field))
        for start in range(0, len(ways), TOGETHER):
            yield from self._together(type_.name, ways[start : start + TOGETHER])

    def _together(self, owner: str, ways: Sequence[_Asked]) -> Iterator[Question]:
        begin, end = self._opened(owner)

        def written_to(depth: int) -> str:
            fields = " ".join(way.written(f"a{number}") for number, way in enumerate(ways))
            return f"{begin} {fields} {end}{ways[0].fragment(depth)}"

        try:
            document = self._deepest(written_to)
        except TooCostly:
            if len(ways) == 1:
                raise
            half = len(ways) // 2
            yield from self._together(owner, ways[:half])
            yield from self._together(owner, ways[half:])
        else:
            yield Question(document, frozenset().union(*(way.arguments for way in ways)))

    def _deepest(self, written_to: Callable[[int], str]) -> str:
        """The document that reads its answer as deep as it may."""
        for depth in DEPTHS:
            document = written_to(depth)
            try:
                self._check(document)
            except TooCostly:
                if depth == DEPTHS[-1]:
                    raise
            else:
                return document
        raise AssertionError("there is a last depth")

    def _check(self, document: str) -> None:
        syntax = parse(document, max_tokens=self._limits.tokens)
        check_extent(syntax, self._limits)
        operation, *fragments = syntax.definitions
        assert isinstance(operation, OperationDefinitionNode)
        named = {one.name.value: one for one in fragments if isinstance(one, FragmentDefinitionNode)}
        self._costs.check(operation, named, VariableValues({}, {}))

    # Arguments

    def _ways(self, type_: GraphQLObjectType, name: str, field: GraphQLField) -> Iterator[_Asked]:
        """Each argument with each of its values, and all arguments at once."""
        offered = {
            argument: values(self._known, type_.name, name, argument, given) for argument, given in field.args.items()
        }
        required = {a: offered[a][0] for a, given in field.args.items() if is_required_argument(given)}
        for argument, some in offered.items():
            for value in some:
                yield _Asked(type_.name, name, field, required | {argument: value})
        yield _Asked(type_.name, name, field, {argument: some[0] for argument, some in offered.items()})

    def _required(self, type_: GraphQLObjectType, name: str, field: GraphQLField) -> dict[str, Value]:
        return {
            argument: values(self._known, type_.name, name, argument, given)[0]
            for argument, given in field.args.items()
            if is_required_argument(given)
        }

    # Ways to a type

    def _opened(self, name: str) -> Open:
        """How a document begins and ends around a selection on a type."""
        if name == "Query":
            return "{", "}"
        if name == "Network":
            return "{ network { __typename", "} }"
        if name in KINDS:
            ids = [*self._known.open(name), *self._known._next(self._known.secret(name), 2), UNKNOWN]
            nodes = f"nodes(ids: {written(list(ids[-NODES:]))})"
            return f"{{ network {{ __typename {nodes} {{ __typename ... on {name} {{ __typename", "} } } }"
        parent, field_name = way_to(name)
        begin, end = self._opened(parent.name)
        field = parent.fields[field_name]
        given = self._required(parent, field_name, field)
        inside = ", ".join(f"{argument}: {written(value)}" for argument, value in given.items())
        arguments = f"({inside})" if inside else ""
        return f"{begin} {field_name}{arguments} {{ __typename ... on {name} {{ __typename", f"}} }} {end}"


def _of_nodes(kind: str, nodes: str, depth: int) -> str:
    selected = selection(COMMITTED.type_map[kind], depth)
    return f'{{ network(asOf: "{_TODAY}") {{ __typename {nodes} {{ __typename ... on {kind} {{ {selected} }} }} }} }}'
