"""The schema as it is committed, and the contract that it keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from graphql import (
    DefinitionNode,
    DocumentNode,
    EnumTypeDefinitionNode,
    FieldDefinitionNode,
    InputObjectTypeDefinitionNode,
    InputValueDefinitionNode,
    InterfaceTypeDefinitionNode,
    ObjectTypeDefinitionNode,
    UnionTypeDefinitionNode,
    build_schema,
    find_breaking_changes,
    parse,
    print_ast,
)

from graph.vocabulary import FAMILIES, KINDS, RELATIONS, Form
from schema import schema
from schema.enumerations import NodeKind, RelationType

COMMITTED = Path(__file__).parents[2] / "schema" / "schema.graphql"
CONTRACT = Path(__file__).with_name("contract.graphql")

LATER = {  # what later issues bring; whoever brings it takes it from this list
    *("Quality", "Double"),
}
LATER_FIELDS = {("Analysis", "quality")}

TYPES = (ObjectTypeDefinitionNode, InterfaceTypeDefinitionNode, InputObjectTypeDefinitionNode)


def test_the_committed_schema_is_the_one_that_is_served() -> None:
    committed, served = COMMITTED.read_text("utf-8"), schema.as_str() + "\n"
    if committed != served:
        breaking = find_breaking_changes(build_schema(committed), build_schema(served))
        broken = "\n".join(f"  {change.description}" for change in breaking) or "  nothing"
        pytest.fail(
            f"schema/schema.graphql is not what is served. This breaks for who asks today:\n{broken}\n"
            "If it is meant: korte-lijnen schema > schema/schema.graphql"
        )


def definitions(document: DocumentNode) -> dict[str, list[DefinitionNode]]:
    found: dict[str, list[DefinitionNode]] = {}
    for definition in document.definitions:
        found.setdefault(definition.name.value, []).append(definition)  # type: ignore[attr-defined]
    return found


OURS = definitions(parse(schema.as_str()))
PROMISED = definitions(parse(CONTRACT.read_text("utf-8")))


def promised(*kinds: type[DefinitionNode]) -> list[DefinitionNode]:
    return [d for name, of in PROMISED.items() for d in of if isinstance(d, kinds) and name not in LATER]


CONNECTIONS = [d for d in promised(ObjectTypeDefinitionNode) if d.name.value.endswith("Connection")]  # type: ignore[attr-defined]


def ours(definition: DefinitionNode) -> DefinitionNode:
    name = definition.name.value  # type: ignore[attr-defined]
    assert name in OURS, f"{name} is not in the schema"
    (found,) = OURS[name]
    assert type(found) is type(definition), f"{name} is something else"
    return found


def written(value: InputValueDefinitionNode | FieldDefinitionNode) -> str:
    """A field or argument without description: name, arguments, type and default."""
    arguments = [written(argument) for argument in getattr(value, "arguments", None) or ()]
    default = getattr(value, "default_value", None)
    return (
        value.name.value
        + (f"({', '.join(arguments)})" if arguments else "")
        + f": {print_ast(value.type)}"
        + (f" = {print_ast(default)}" if default else "")
    )


@pytest.mark.parametrize("definition", promised(*TYPES), ids=lambda d: d.name.value)
def test_every_field_of_the_contract_is_there_with_its_type_and_arguments(definition: DefinitionNode) -> None:
    assert isinstance(definition, TYPES)
    found = ours(definition)
    assert isinstance(found, TYPES)
    fields = {field.name.value: field for field in found.fields or ()}
    for field in definition.fields or ():
        name = field.name.value
        if (definition.name.value, name) in LATER_FIELDS:
            continue
        assert name in fields, f"{definition.name.value}.{name} is not in the schema"
        assert written(fields[name]) == written(field)
    if not isinstance(definition, InputObjectTypeDefinitionNode):
        assert not isinstance(found, InputObjectTypeDefinitionNode)
        assert {i.name.value for i in definition.interfaces or ()} <= {i.name.value for i in found.interfaces or ()}


@pytest.mark.parametrize("definition", promised(EnumTypeDefinitionNode), ids=lambda d: d.name.value)
def test_every_word_of_the_contracts_enumerations_is_there(definition: DefinitionNode) -> None:
    found = ours(definition)
    assert isinstance(found, EnumTypeDefinitionNode)
    assert isinstance(definition, EnumTypeDefinitionNode)
    assert {v.name.value for v in definition.values or ()} <= {v.name.value for v in found.values or ()}


@pytest.mark.parametrize("definition", promised(UnionTypeDefinitionNode), ids=lambda d: d.name.value)
def test_every_union_of_the_contract_is_there(definition: DefinitionNode) -> None:
    found = ours(definition)
    assert isinstance(found, UnionTypeDefinitionNode)
    assert isinstance(definition, UnionTypeDefinitionNode)
    assert [t.name.value for t in found.types or ()] == [t.name.value for t in definition.types or ()]


@pytest.mark.parametrize("definition", CONNECTIONS, ids=lambda d: d.name.value)
def test_connections_have_edges_with_node_and_cursor_and_a_total(definition: DefinitionNode) -> None:
    assert isinstance(definition, ObjectTypeDefinitionNode)
    name = definition.name.value
    of = name.removesuffix("Connection")
    types = {
        type_: {field.name.value: print_ast(field.type) for field in OURS[type_][0].fields}  # type: ignore[attr-defined]
        for type_ in (name, f"{of}Edge")
    }
    assert types[f"{of}Connection"] == {"edges": f"[{of}Edge!]!", "pageInfo": "PageInfo!", "totalCount": "Int!"}
    assert types[f"{of}Edge"] == {"node": f"{of}!", "cursor": "String!"}


def test_what_later_issues_bring_is_not_there_as_a_stub() -> None:
    assert not LATER & OURS.keys()
    for type_, name in LATER_FIELDS:
        (definition,) = OURS[type_]
        assert name not in {field.name.value for field in definition.fields}  # type: ignore[attr-defined]


def test_a_target_is_one_of_its_members() -> None:
    (target,) = OURS["ContactTarget"]
    assert [d.name.value for d in target.directives] == ["oneOf"]  # type: ignore[attr-defined]


# The vocabulary


def test_every_kind_is_a_type_and_a_word_and_families_are_words() -> None:
    assert {member.value for member in NodeKind} == {*KINDS, *FAMILIES}
    for kind in KINDS.values():
        (definition,) = OURS[kind.name]
        assert isinstance(definition, ObjectTypeDefinitionNode)
        assert {i.name.value for i in definition.interfaces or ()} == {"Node", *kind.families}


def test_every_type_of_relation_is_a_word() -> None:
    assert [member.name for member in RelationType] == list(RELATIONS)


def test_kinds_are_written_in_upper_case_with_underscores() -> None:
    assert {k.value: k.name for k in NodeKind}["SchoolBoard"] == "SCHOOL_BOARD"
    assert {k.value: k.name for k in NodeKind}["Person"] == "PERSON"


@pytest.mark.parametrize("kind", KINDS)
def test_every_member_of_the_vocabulary_is_a_field(kind: str) -> None:
    (definition,) = OURS[kind]
    fields = {field.name.value for field in definition.fields}  # type: ignore[attr-defined]
    assert {member.name for member in KINDS[kind].members} <= fields


def test_members_that_may_be_unknown_are_nullable_and_lists_of_texts_are_not() -> None:
    for kind in KINDS.values():
        (definition,) = OURS[kind.name]
        types = {field.name.value: print_ast(field.type) for field in definition.fields}  # type: ignore[attr-defined]
        for member in kind.members:
            if member.form in (Form.TEXTS, Form.CODES, Form.FIGURES, Form.RULES):
                assert types[member.name].endswith("!]!")
            elif not member.required:
                assert not types[member.name].endswith("!"), f"{kind.name}.{member.name}"
