"""How large a question may be: its depth and width, and the cost that its answer may have."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx2
import pytest
from graphql import (
    FragmentDefinitionNode,
    GraphQLSchema,
    OperationDefinitionNode,
    build_schema,
    get_introspection_query,
    parse,
    validate,
)
from graphql.execution.values import VariableValues, get_variable_values
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import TooCostly
from server.limits import Cost, Costs, Limits, check_extent
from tests.graphql_http import post, served, small_application

SCHEMA = build_schema("""
    interface Node { id: ID  name: String  relations(first: Int = 25): NodeConnection }
    type Person implements Node {
      id: ID  name: String  relations(first: Int = 25): NodeConnection
      functions: [Function!]!  handshakes(first: Int): PersonConnection  deputy: Person
    }
    type Function { title: String  person: Person }
    type NodeEdge { node: Node  cursor: String }
    type NodeConnection { edges: [NodeEdge!]  totalCount: Int  pageInfo: PageInfo }
    type PersonEdge { node: Person  cursor: String }
    type PersonConnection { edges: [PersonEdge!]!  nodes: [Person!]!  totalCount: Int  pageInfo: PageInfo }
    type PageInfo { hasNextPage: Boolean }
    type Subgraph { nodes: [Node!]!  relations: [Function!]! }
    type ContactPaths { paths: [Person!]! }
    type NoContactPath { reason: String }
    union ContactPathsResult = ContactPaths | NoContactPath
    type Network {
      people(first: Int = 25): PersonConnection
      nodes(ids: [ID!]!): [Node]!
      contactPaths(first: Int = 3): ContactPathsResult
      neighbourhood(limit: Int = 500): Subgraph
      separates: [[Person!]!]!
      contacts(first: Int! = 5): [Person!]
    }
    type Query { network(asOf: String): Network  me: Person }
""")
"""Small enough to count by hand, with every shape that the service answers in."""


NO_VARIABLES = VariableValues({}, {})


def cost_of(text: str, limits: Limits | None = None, **variables: object) -> Cost:
    """The cost of a document's only operation."""
    document = parse(text)
    assert validate(SCHEMA, document) == []
    (operation,) = (node for node in document.definitions if isinstance(node, OperationDefinitionNode))
    fragments = {n.name.value: n for n in document.definitions if isinstance(n, FragmentDefinitionNode)}
    values = get_variable_values(SCHEMA, operation.variable_definitions or (), variables)
    assert not isinstance(values, list)
    return Costs(SCHEMA, limits or Limits()).of(operation, fragments, values)


def check(text: str, schema: GraphQLSchema = SCHEMA, **limits: int) -> None:
    """Check the extent of a valid document."""
    document = parse(text)
    assert validate(schema, document) == []
    check_extent(document, Limits(**limits))  # type: ignore[arg-type]


# The cost of an answer, counted by hand


@pytest.mark.parametrize(
    ("text", "total"),
    [
        # network, me, id
        ("{ network { __typename } me { id } }", 1 + 1 + 1 + 1),
        # contacts answers 3 people with a name each
        ("{ network { contacts(first: 3) { name } } }", 1 + 1 + 3 * 1),
        # the default of the schema: 5
        ("{ network { contacts { name } } }", 1 + 1 + 5 * 1),
        # a connection: its edges are as many as asked, all else stands once
        (
            "{ network { people(first: 3) { totalCount pageInfo { hasNextPage } edges { cursor node { name } } } } }",
            1 + 1 + 1 + (1 + 1) + (1 + 3 * (1 + 1 + 1)),
        ),
        ("{ network { people(first: 3) { nodes { name } } } }", 1 + 1 + (1 + 3 * 1)),
        # the size does not go on to lists further below: functions has no size of its own, so 10
        (
            "{ network { people(first: 3) { nodes { functions { title } } } } }",
            1 + 1 + (1 + 3 * (1 + 10 * 1)),
        ),
        # nested connections multiply
        (
            "{ network { people(first: 3) { nodes { handshakes(first: 2) { nodes { name } } } } } }",
            1 + 1 + (1 + 3 * (1 + (1 + 2 * 1))),
        ),
        # a connection without a size: 10 edges
        ("{ me { handshakes { nodes { name } } } }", 1 + 1 + (1 + 10 * 1)),
        # a size inside a union
        (
            """{ network { contactPaths(first: 4) {
                ... on ContactPaths { paths { name } } ... on NoContactPath { reason } } } }""",
            1 + 1 + (1 + 4 * 1) + 1,
        ),
        # limit is the size of both lists
        (
            "{ network { neighbourhood(limit: 7) { nodes { name } relations { title } } } }",
            1 + 1 + (1 + 7 * 1) + (1 + 7 * 1),
        ),
        # one for each id
        ('{ network { nodes(ids: ["a", "b"]) { name id } } }', 1 + 1 + 2 * 2),
        ('{ network { nodes(ids: "a") { name id } } }', 1 + 1 + 1 * 2),
        ("{ network { nodes(ids: []) { name id } } }", 1 + 1),
        # a list of lists: 10 of 10
        ("{ network { separates { name } } }", 1 + 1 + 100 * 1),
        # no size is negative
        ("{ network { contacts(first: -3) { name } } }", 1 + 1),
        # aliases are fields of their own
        ("{ a: me { id } b: me { id } }", 4),
    ],
)
def test_a_field_costs_one_for_each_time_that_it_may_stand_in_the_answer(text: str, total: int) -> None:
    assert cost_of(text).total == total


def test_a_size_may_be_a_variable_its_default_or_left_out() -> None:
    document = "query($n: Int = 4) { network { people(first: $n) { nodes { name } } } }"
    assert cost_of(document, n=7).total == 1 + 1 + 1 + 7
    assert cost_of(document).total == 1 + 1 + 1 + 4
    without_default = document.replace(" = 4", "")
    assert cost_of(without_default).total == 1 + 1 + 1 + 25
    assert cost_of(without_default, n=None).total == 1 + 1 + 1 + 10  # null is no size: the assumed one
    assert cost_of("query($ids: [ID!]!) { network { nodes(ids: $ids) { name } } }", ids=["a"] * 9).total == 1 + 1 + 9
    assert cost_of("query($id: ID!) { network { nodes(ids: [$id, $id]) { name } } }", id="a").total == 1 + 1 + 2


def test_what_a_literal_leaves_out_costs_nothing_and_what_a_variable_may_leave_out_counts() -> None:
    assert cost_of("{ me { id name @skip(if: true) deputy @include(if: false) { id } } }").total == 2
    assert cost_of("{ me { id name @skip(if: false) deputy @include(if: true) { id } } }").total == 5
    assert cost_of("query($v: Boolean!) { me { id name @skip(if: $v) } }", v=True).total == 3
    assert (
        cost_of("{ me { id ... @skip(if: true) { name } ...F @include(if: false) } } fragment F on Person { id }").total
        == 2
    )


def test_a_fragment_costs_what_it_would_cost_in_place() -> None:
    fragment = "fragment F on PersonConnection { nodes { name } totalCount }"
    assert cost_of(f"{{ network {{ people(first: 3) {{ ...F }} }} }} {fragment}").total == 1 + 1 + (1 + 3) + 1
    several = "n: handshakes { ...F } a: handshakes(first: 2) { ...F } b: handshakes(first: 5) { ...F }"
    total = 1 + sum(1 + (1 + size) + 1 for size in (10, 2, 5))
    assert cost_of(f"{{ me {{ {several} }} }} {fragment}").total == total


def test_a_weight_is_the_cost_of_the_field_itself() -> None:
    limits = Limits(weights={("Network", "contactPaths"): 50, ("Node", "relations"): 5})
    assert cost_of("{ network { contactPaths { __typename } } }", limits).total == 1 + 50 + 1
    assert cost_of("{ network { contacts(first: 2) { relations(first: 1) { totalCount } } } }", limits).total == (
        1 + 1 + 2 * (5 + 1)
    )
    assert cost_of('{ network { nodes(ids: ["a"]) { relations { totalCount } } } }', limits).total == 1 + 1 + (5 + 1)


@pytest.mark.parametrize("field", [("Network", "telephone"), ("Nowhere", "people"), ("String", "length")])
def test_a_weight_of_a_field_that_is_not_there_is_refused_at_the_start(field: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match=rf"{field[0]}\.{field[1]}"):
        Costs(SCHEMA, Limits(weights={field: 5}))
    with pytest.raises(ValueError, match=rf"length is given to {field[0]}\.{field[1]}"):
        Costs(SCHEMA, Limits(lengths={field: 5}))


def test_a_length_is_that_of_the_lists_of_a_field_without_a_size() -> None:
    limits = Limits(lengths={("Person", "functions"): 40, ("Network", "people"): 7, ("Network", "contacts"): 7})
    assert cost_of("{ me { functions { title } } }", limits).total == 1 + 1 + 40
    assert cost_of("{ network { contacts(first: 3) { name } } }", limits).total == 1 + 1 + 3


def test_the_assumed_size_of_a_list_is_a_setting() -> None:
    assert cost_of("{ me { functions { title } } }", Limits(list_size=3)).total == 1 + 1 + 3


@pytest.mark.parametrize(
    ("text", "dearest"),
    [
        (
            "query($n: Int) { network { people(first: $n) { nodes { functions { title } } } } me { id } }",
            "network.people(first: 40).nodes.functions",
        ),
        # two lists are alike, so the way ends above them
        (
            """{ network { contacts(first: 9) {
                handshakes(first: 2) { nodes { id } } relations(first: 2) { edges { cursor } } } } }""",
            "network.contacts(first: 9)",
        ),
        ('{ network { nodes(ids: ["a", "b", "c", "d"]) { name } } }', "network.nodes(ids: 4)"),
        ("{ a: me { id } b: me { id } }", "several fields of the operation"),
        ("{ ...F } fragment F on Query { network { ... { contacts { name } } } }", "network.contacts(first: 5)"),
    ],
)
def test_the_dearest_field_is_named_with_the_size_asked_of_it(text: str, dearest: str) -> None:
    assert cost_of(text, n=40).dearest == dearest


def test_too_high_a_cost_is_told_with_the_limit_and_the_dearest_field() -> None:
    document = parse("{ network { people(first: 100) { nodes { handshakes(first: 100) { nodes { name } } } } } }")
    (operation,) = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    with pytest.raises(TooCostly) as caught:
        Costs(SCHEMA, Limits(cost=10_000)).check(operation, {}, NO_VARIABLES)
    error = caught.value
    assert (error.actual, error.expected) == (1 + 1 + 1 + 100 * (1 + 1 + 100), 10_000)
    assert error.field == "network.people(first: 100).nodes.handshakes(first: 100).nodes"
    assert "10,203" in error.message
    assert "10,000" in error.message
    Costs(SCHEMA, Limits(cost=10_203)).check(operation, {}, NO_VARIABLES)


# Memory of fragments


def nested_fragments(levels: int, spread: str) -> str:
    """Fragments that each spread the next one twice: 2 ** levels fields if nothing is remembered."""
    chain = " ".join(f"fragment F{n} on Person {{ {spread.replace('NEXT', f'F{n + 1}')} }}" for n in range(levels))
    return f"{{ me {{ ...F0 }} }} {chain} fragment F{levels} on Person {{ name }}"


@pytest.mark.parametrize("levels", [18, 190])
def test_fragments_that_double_at_each_level_are_measured_in_linear_time(levels: int) -> None:
    document = parse(nested_fragments(levels, "...NEXT ...NEXT"))
    (operation, *fragments) = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    by_name = {node.name.value: node for node in fragments if isinstance(node, FragmentDefinitionNode)}
    begun = time.perf_counter()
    check_extent(document, Limits())
    cost = Costs(SCHEMA, Limits()).of(operation, by_name, NO_VARIABLES)
    assert time.perf_counter() - begun < 0.5
    assert cost.total == min(1 + 2**levels, 10**12)


def test_a_bomb_of_fragments_is_refused_over_http_at_once() -> None:
    doubling = """fragment F{} on Person {{
        handshakes(first: 100) {{ edges {{ node {{ ...F{} }} }} }}
        organisations {{ people {{ edges {{ node {{ ...F{} }} }} }} }}
    }}"""
    fragments = " ".join(doubling.format(n, n + 1, n + 1) for n in range(18))
    document = f"{{ rows {{ ...F0 }} }} {fragments} fragment F18 on Person {{ name }}"
    with served(small_application(limits=Limits(depth=100))) as client:
        begun = time.perf_counter()
        response = post(client, document)
        assert time.perf_counter() - begun < 2
    assert response.status_code == 400
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "TOO_COSTLY"
    assert "more than 1,000,000,000,000" in error["message"]


@st.composite
def selections(draw: st.DrawFn, depth: int = 3) -> str:
    """Selections on a Person, some of them in fragments that are written out below."""
    parts = draw(
        st.lists(
            st.sampled_from(["name", "id", "deputy", "functions", "handshakes", "F1", "F2"]), min_size=1, max_size=4
        )
    )
    written = []
    for number, part in enumerate(parts):
        if part in ("name", "id"):
            written.append(part)
        elif part.startswith("F"):
            written.append(f"<{part}>")
        elif depth:
            inner = draw(selections(depth=depth - 1))
            size = draw(st.integers(0, 5))
            written.append(
                {
                    "deputy": f"x{depth}{number}: deputy {{ {inner} }}",
                    "functions": f"x{depth}{number}: functions {{ person {{ {inner} }} }}",
                    "handshakes": f"x{depth}{number}: handshakes(first: {size}) {{ nodes {{ {inner} }} }}",
                }[part]
            )
    return " ".join(written) or "id"


@given(selections(), selections(depth=2), selections(depth=1))
@settings(max_examples=100, deadline=None)
def test_remembered_fragments_cost_what_the_text_without_fragments_costs(main: str, first: str, second: str) -> None:
    first = first.replace("<F1>", "")  # no cycles: F1 may hold F2, F2 holds none
    second = second.replace("<F1>", "").replace("<F2>", "") or "id"
    first, second = first.strip() or "id", second.strip() or "id"
    spread = f"{{ me {{ {main} }} }} fragment F1 on Person {{ {first} }} fragment F2 on Person {{ {second} }}"
    spread = spread.replace("<F1>", "...F1").replace("<F2>", "...F2")
    written_out = f"{{ me {{ {main} }} }}".replace("<F1>", f"... {{ {first} }}").replace("<F2>", f"... {{ {second} }}")

    def parts(text: str) -> tuple[OperationDefinitionNode, dict[str, FragmentDefinitionNode]]:
        operation, *fragments = parse(text).definitions
        assert isinstance(operation, OperationDefinitionNode)
        return operation, {n.name.value: n for n in fragments if isinstance(n, FragmentDefinitionNode)}

    costs = Costs(SCHEMA, Limits())
    assert costs.of(*parts(spread), NO_VARIABLES) == costs.of(*parts(written_out), NO_VARIABLES)
    assert _refusals(spread) == _refusals(written_out)


def _refusals(text: str) -> list[bool]:
    """For each limit from 1 to 12, whether the depth of a document is above it."""
    document = parse(text)

    def refused(depth: int) -> bool:
        try:
            check_extent(document, Limits(depth=depth, aliases=1_000))
        except TooCostly:
            return True
        return False

    return [refused(depth) for depth in range(1, 13)]


# The extent of a document


def test_depth_is_the_number_of_fields_below_each_other() -> None:
    check("{ network { people { edges { node { name } } } } }", depth=5)
    with pytest.raises(TooCostly) as caught:
        check("{ network { people { edges { node { name } } } } }", depth=4)
    assert (caught.value.actual, caught.value.expected, caught.value.field) == (5, 4, "query")


def test_fragments_add_no_depth_of_their_own() -> None:
    check("{ ...F } fragment F on Query { ... { me { ...G } } } fragment G on Person { name }", depth=2)


def test_introspection_may_be_as_deep_as_its_tools_ask() -> None:
    query = get_introspection_query(directive_is_repeatable=True, input_value_deprecation=True)
    check(query)
    assert cost_of(query).total < Limits().cost
    check('{ __type(name: "Query") { fields { type { ofType { ofType { ofType { name } } } } } } }', depth=1)


def test_introspection_may_not_go_round_in_circles() -> None:
    circle = "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }"
    with served(small_application()) as client:
        response = post(client, circle)
    assert response.status_code == 400
    assert response.json()["errors"][0]["message"] == "Maximum introspection depth exceeded"


def test_aliases_are_counted_over_the_whole_document() -> None:
    document = "{ me { a: id b: id deputy { ...F ...F } } } fragment F on Person { c: id ... { d: id } }"
    check(document, aliases=4)
    with pytest.raises(TooCostly, match="4 aliases; at most 3"):
        check(document, aliases=3)


def test_fields_of_the_root_are_counted_through_fragments() -> None:
    fragments = "fragment F on Query { me { id } ...G } fragment G on Query { me { id } }"
    document = f"{{ me {{ id }} ...F ... {{ network {{ __typename }} }} }} {fragments}"
    check(document, root_fields=4)
    with pytest.raises(TooCostly, match="4 fields of the root; at most 3"):
        check(document, root_fields=3)


def test_operations_are_counted() -> None:
    document = " ".join(f"query Q{n} {{ me {{ id }} }}" for n in range(5))
    check(document, operations=5)
    with pytest.raises(TooCostly, match="5 operations"):
        check(document, operations=4)


def test_each_operation_of_a_document_is_measured() -> None:
    with pytest.raises(TooCostly):
        check("query A { me { id } } query B { me { deputy { deputy { id } } } }", depth=3)


# Over HTTP


@pytest.fixture(scope="module")
def client() -> Iterator[httpx2.Client]:
    limits = Limits(tokens=300, depth=8, aliases=5, root_fields=8, operations=3, cost=1_000)
    with served(small_application(limits=limits)) as client:
        yield client


TOO_LARGE = {
    "tokens": "{" + "hello " * 400 + "}",
    "tokens in comments": "{ hello }" + "#\n" * 400,
    "depth": "{ rows { organisations { people { edges { node { organisations { parts { parts { id } } } } } } } } }",
    "aliases": "{" + " ".join(f"a{n}: hello" for n in range(6)) + "}",
    "root fields": "{" + "hello " * 9 + "}",
    "operations": " ".join(f"query Q{n} {{ hello }}" for n in range(4)),
    "cost": "{ people(first: 100) { edges { node { handshakes(first: 100) { edges { node { name } } } } } } }",
    "a size beyond numbers": "{ people(first: 2000000000) { edges { node { name } } } }",
}


@pytest.mark.parametrize("document", TOO_LARGE.values(), ids=TOO_LARGE.keys())
def test_a_question_that_is_too_large_gets_400_and_hears_the_limit(client: httpx2.Client, document: str) -> None:
    response = post(client, document, operationName="Q1" if "Q1" in document else None)
    assert response.status_code == 400
    assert "data" not in response.json()
    (error,) = response.json()["errors"]
    assert error["extensions"]["code"] == "TOO_COSTLY"
    assert error["extensions"]["expected"]
    assert error["extensions"]["help"]


def test_the_cost_is_that_of_the_variables_given(client: httpx2.Client) -> None:
    document = "query($n: Int!) { people(first: $n) { edges { node { name } } } }"
    assert post(client, document, variables={"n": 300}).status_code == 200
    refused = post(client, document, variables={"n": 500})
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["extensions"] == {
        "code": "TOO_COSTLY",
        "field": "people(first: 500).edges",
        "actual": 1 + 1 + 500 * 2,
        "expected": 1_000,
        "help": "Ask for fewer at a time (a smaller `first`, then `after`), or for less of each.",
    }


def test_the_questions_of_a_real_front_end_pass_the_default_limits() -> None:
    page = "pageInfo { hasNextPage } totalCount edges { cursor node { __typename id name age email %s } }"
    document = (
        "query Page($first: Int = 100) { people(first: $first) { "
        + page % ("organisations { id name } handshakes(first: 25) { " + page % "" + " }")
        + " } }"
    )
    with served(small_application()) as client:
        response = post(client, document)
        assert response.status_code == 200
        assert len(response.json()["data"]["people"]["edges"]) == 100
        introspection = post(client, get_introspection_query(input_value_deprecation=True))
        assert introspection.json()["data"]["__schema"]["queryType"]["name"] == "Query"
