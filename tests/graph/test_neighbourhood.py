"""Neighbourhoods: what lies within some steps, nearest first.

Anna works for Berg, Berg is part of Camp, Camp is in Dorp; Eva knows Anna.
"""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graph.neighbourhood import neighbourhood
from graph.viewers import PUBLIC
from tests.graph.networks import Line, at, cut_of, ids, knows, node, relation

LINES: list[Line] = [
    node("Person", "anna"),
    node("OtherOrganisation", "berg"),
    node("OtherOrganisation", "camp"),
    node("Region", "dorp"),
    node("Person", "eva"),
    relation("WORKS_FOR", "anna", "berg"),
    relation("PART_OF", "berg", "camp"),
    relation("LOCATED_IN", "camp", "dorp"),
    knows("eva", "anna"),
]


def drawn(*around: str, lines: list[Line] = LINES, **asked: Any) -> tuple[list[str], list[str], bool]:  # noqa: ANN401
    cut = cut_of(lines)
    given: dict[str, Any] = {"steps": 1, "types": None, "kinds": None, "limit": 500} | asked
    found = neighbourhood(cut, [at(cut, id) for id in around], **given)
    types = [cut.network.relation(index).type for index in found.relations]
    return ids(cut, found.nodes), types, found.truncated


def test_no_step_gives_the_node_itself() -> None:
    assert drawn("anna", steps=0) == (["anna"], [], False)


def test_relations_are_walked_in_both_directions_nearest_first() -> None:
    assert drawn("berg", steps=1) == (["berg", "anna", "camp"], ["WORKS_FOR", "PART_OF"], False)
    assert drawn("berg", steps=2)[0] == ["berg", "anna", "camp", "dorp", "eva"]


def test_only_relations_of_the_types_asked_for_are_walked_and_given() -> None:
    assert drawn("berg", steps=3, types=["PART_OF", "LOCATED_IN"]) == (
        ["berg", "camp", "dorp"],
        ["PART_OF", "LOCATED_IN"],
        False,
    )


def test_only_kinds_asked_for_are_walked_but_the_first_nodes_are_always_in() -> None:
    assert drawn("anna", steps=3, kinds=["Organisation"])[0] == ["anna", "berg", "camp"]
    assert drawn("camp", steps=3, kinds=["Person"])[0] == ["camp"]


def test_a_limit_keeps_the_nearest_and_says_that_there_were_more() -> None:
    assert drawn("berg", steps=2, limit=3) == (["berg", "anna", "camp"], ["WORKS_FOR", "PART_OF"], True)
    assert drawn("berg", steps=2, limit=5)[2] is False
    assert drawn("berg", steps=1, limit=3)[2] is False


def test_the_first_nodes_count_for_the_limit_too() -> None:
    assert drawn("eva", "dorp", steps=0, limit=1) == (["dorp"], [], True)


def test_relations_among_the_nodes_are_given_also_at_the_edge() -> None:
    lines = [*LINES, relation("LOCATED_IN", "berg", "dorp")]
    assert drawn("camp", steps=1, lines=lines)[1] == ["PART_OF", "LOCATED_IN", "LOCATED_IN"]


def test_equally_near_nodes_stand_in_the_order_of_names() -> None:
    lines = [node("Region", "r"), *(node("Region", id, name=name) for id, name in (("1", "De Zaan"), ("2", "Yde")))]
    lines += [relation("PART_OF", id, "r") for id in ("1", "2")]
    assert drawn("r", lines=lines)[0] == ["r", "2", "1"]


def test_what_a_viewer_may_not_see_is_no_bridge() -> None:
    cut = cut_of([*LINES, {**knows("eva", "anna"), "id": "again"}], viewer=PUBLIC)
    found = neighbourhood(cut, [at(cut, "berg")], steps=6, types=None, kinds=None, limit=10)
    assert ids(cut, found.nodes) == ["berg", "camp", "dorp"]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20), st.integers(0, 4), st.integers(1, 12))
def test_distances_are_those_of_a_search_step_by_step(pairs: list[tuple[int, int]], steps: int, limit: int) -> None:
    lines: list[Line] = [node("Channel", str(number)) for number in range(10)]
    lines += [relation("REACHES", str(a), str(b)) for a, b in dict.fromkeys(pairs) if a != b]
    levels = [["0"]]
    seen = {"0"}
    for _ in range(steps):
        near = {str(b) for a, b in pairs if str(a) in levels[-1]} | {str(a) for a, b in pairs if str(b) in levels[-1]}
        levels.append(sorted(near - seen))
        seen |= near
    expected = [id for level in levels for id in level]
    nodes, relations, truncated = drawn("0", lines=lines, steps=steps, limit=limit)
    assert nodes == expected[:limit]
    assert truncated == (len(expected) > limit)
    inside = set(nodes)
    assert len(relations) == len({(a, b) for a, b in pairs if a != b and {str(a), str(b)} <= inside})
