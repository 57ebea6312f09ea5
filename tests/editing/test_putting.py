"""Putting lines: new ids, temporary ids, and what a line leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from graph.editing import named, whole
from graph.editing.putting import ids
from graph.errors import RejectedLines
from graph.lines import Line
from graph.network import Network
from graph.records import NodeRecord, Record
from graph.validation import proposed
from graph.vocabulary import Visibility
from tests.editing.table import at, between, edited, table
from tests.graph.networks import knows, node, person, relation


def everything_shown(record: Record) -> Visibility | None:  # noqa: ARG001
    return Visibility.STEWARD


def put(network: Network, *lines: object) -> tuple[Network, tuple[str, ...]]:
    """The network after a put of somebody who sees everything, and the ids of the lines."""
    ready = whole(network, named(lines), everything_shown)
    return edited(network, proposed(network, ready)), ids(ready)


def errors(lines: Sequence[object]) -> list[tuple[int | None, str | None]]:
    with pytest.raises(RejectedLines) as raised:
        named(lines)
    return [(error.line, error.member) for error in raised.value.errors]


def test_a_node_without_an_id_gets_one() -> None:
    network, (id,) = put(table(), {"node": "Person", "name": "Anna"})
    assert at(network, id).name == "Anna"
    assert put(network, {"node": "Person", "id": None, "name": "Anna"})[1] != (id,)


def test_lines_name_each_other_by_temporary_ids_wherever_they_stand() -> None:
    lines: list[Line] = [
        relation("WORKS_FOR", "_:anna", "_:school", deputyOf="_:bas"),
        relation("SEAT_IN", "_:seat", "_:table"),
        person("_:anna", name="Anna"),
        person("_:bas", name="Bas"),
        node("School", "_:school"),
        node("Coalition", "_:table", phase="FORMING", rules=[{"sectors": ["VO", "_:mbo"]}]),
        node("Seat", "_:seat", sector="_:mbo", mandate="LISTEN"),
        node("Sector", "_:mbo", weighs="PUPILS"),
    ]
    network, made = put(table(), *lines)
    function, _, anna, bas, school, coalition, seat, mbo = made
    assert between(network, function).members == {"deputyOf": bas}
    assert (between(network, function).origin, between(network, function).target) == (anna, school)
    assert at(network, seat).members["sector"] == mbo
    assert at(network, coalition).members["rules"] == [
        {"sectors": ["VO", mbo], "minimum": 1, "per": "COALITION", "mandate": "LISTEN"}
    ]
    assert not any(id.startswith("_:") for id in made)


def test_a_parallel_relation_gets_an_id_of_its_own_by_a_temporary_one() -> None:
    line = relation("WORKS_FOR", "fenna", "bestuur", title="lid")
    network, (same,) = put(table(), line)
    assert between(network, same).members == {"title": "lid"}  # it was «bestuurder»
    network, (other,) = put(table(), {**line, "id": "_:second"})
    assert other != same
    assert between(network, same).members == {"title": "bestuurder"}


def test_a_temporary_id_is_that_of_one_line() -> None:
    twice = [person("_:a"), person("_:a"), knows("_:a", "_:b"), relation("WORKS_FOR", "_:a", "b", deputyOf="_:c")]
    assert errors(twice) == [(2, "id"), (3, "to"), (4, "deputyOf")]
    assert errors([node("Coalition", "k", phase="FORMING", rules=[{"sectors": ["VO", "_:x"]}])]) == [
        (1, "rules[0].sectors[1]")
    ]


def test_the_id_of_a_sector_is_its_code_and_is_not_made() -> None:
    assert errors([{"node": "Sector", "name": "Middelbaar beroepsonderwijs", "weighs": "PUPILS"}]) == [(1, "id")]


@pytest.mark.parametrize(
    "line", [None, 1, "x", [], [{}], {}, {"node": 1}, {"node": []}, {"relation": {}}, {"id": "_:x"}]
)
def test_what_is_no_line_is_told_as_of_a_file(line: object) -> None:
    with pytest.raises(RejectedLines) as raised:
        put(table(), person("anna"), line)
    assert {error.line for error in raised.value.errors} == {2}


def test_members_of_any_shape_are_told_as_of_a_file() -> None:
    for line in (
        {"node": "Coalition", "name": "k", "phase": "FORMING", "rules": [1, {"sectors": 2}, {"sectors": [3, "_:x"]}]},
        {"relation": "KNOWS", "from": ["_:a"], "to": {"_:b": 1}, "strength": "GOOD"},
        {"relation": "WORKS_FOR", "from": "fenna", "to": "bestuur", "deputyOf": ["_:a"], "since": "_:x"},
    ):
        with pytest.raises(RejectedLines):
            put(table(), line)


def test_a_line_is_the_whole_of_its_node() -> None:
    network, _ = put(table(), {"node": "Person", "id": "fenna", "name": "Fenna Dirks", "phone": "045-7654321"})
    assert at(network, "fenna").members == {"phone": "045-7654321"}


def test_visibility_stays_unless_it_is_said() -> None:
    hidden = table(person("sjef", visibility="STEWARD"), knows("sjef", "noor", visibility="COALITION"))
    network, _ = put(hidden, person("sjef", phone="1"), knows("noor", "sjef"), knows("sjef", "noor", strength="WEAK"))
    assert at(network, "sjef").visibility is Visibility.STEWARD
    assert between(network, "KNOWS(sjef,noor,)").visibility is Visibility.COALITION
    assert between(network, "KNOWS(noor,sjef,)").visibility is Visibility.MEMBER
    network, _ = put(hidden, person("sjef", visibility="PUBLIC"))
    assert at(network, "sjef").visibility is Visibility.PUBLIC


# Somebody who does not see everything


def for_member(record: Record) -> Visibility | None:
    return Visibility.MEMBER if record.visibility <= Visibility.MEMBER else None


def completed(network: Network, line: Line) -> Line:
    ((_, ready),) = whole(network, named([line]), for_member, by_identity=False)
    return ready


def test_members_that_are_not_for_them_stay_as_they_are() -> None:
    told: dict[str, Any] = {"contactPurpose": "samenwerken", "retainUntil": "2028-01-01", "introducible": True}
    network = table(person("sjef", phone="1", **told))
    line = completed(network, {"node": "Person", "id": "sjef", "name": "Sjef"})
    assert line == {"node": "Person", "id": "sjef", "name": "Sjef", "visibility": "MEMBER", **told}
    assert completed(network, {**line, "introducible": False})["introducible"] is False


def test_of_a_node_what_only_stewards_change_stays_too() -> None:
    told: dict[str, Any] = {"since": "2020-01-01", "sources": [{"title": "gids"}], "confirmedAt": "2026-01-01"}
    line = {"node": "Person", "id": "sjef", "name": "Sjef"}
    network = table(node("Person", "sjef", **told))
    assert completed(network, line) == {**line, "visibility": "MEMBER", **told}
    assert completed(network, {**line, "sources": []})["sources"] == []
    ((_, of_steward),) = whole(network, named([line]), everything_shown)
    assert of_steward == {**line, "visibility": "MEMBER"}


def test_a_member_that_names_somebody_hidden_stays_as_it_is() -> None:
    network = table(
        person("sjef", visibility="STEWARD"),
        relation("WORKS_FOR", "noor", "bestuur", deputyOf="sjef", title="lid"),
        relation("WORKS_FOR", "mehmet", "bestuur", deputyOf="noor", title="lid"),
    )
    assert completed(network, relation("WORKS_FOR", "noor", "bestuur"))["deputyOf"] == "sjef"
    assert "deputyOf" not in completed(network, relation("WORKS_FOR", "mehmet", "bestuur"))


def test_a_relation_like_one_that_is_hidden_is_another_one() -> None:
    network = table(knows("mehmet", "noor", visibility="STEWARD"))
    line = completed(network, knows("mehmet", "noor", strength="WEAK"))
    assert line.keys() == {"relation", "from", "to", "strength", "id"}
    after = edited(network, proposed(network, [(1, line)]))
    assert between(after, "KNOWS(mehmet,noor,)").members == {"strength": "GOOD"}
    assert between(after, str(line["id"])).members == {"strength": "WEAK"}


def test_what_is_hidden_is_not_completed() -> None:
    network = table(person("sjef", visibility="STEWARD", phone="1"))
    line = {"node": "Person", "id": "sjef", "name": "Sjef"}
    assert completed(network, line) == line
    assert isinstance(network.node_by_id("sjef"), NodeRecord)
