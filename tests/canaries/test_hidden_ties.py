"""What a tie that is not for the viewer would give away: neither end may show that it is there."""

from __future__ import annotations

import pytest

from graph.reduced import ReducedNetwork
from graph.representation import delegation_rules, representation
from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
from tests.graph.networks import Line, at, cut_of, network_of, node, person, relation

TABLE = [
    node("Sector", "VO", weighs="PUPILS"),
    node("Sector", "GEHEIM", weighs="CHILDREN", visibility="STEWARD"),
    node("Coalition", "parkstad", phase="WORKING"),
    node("Seat", "z1", sector="VO", mandate="DECIDE"),
    relation("SEAT_IN", "z1", "parkstad"),
]
IN_PARKSTAD = member("parkstad")
MATTERS = {
    "meeting": [node("Meeting", "x", date="2026-01-01"), relation("HELD_BY", "x", "parkstad")],
    "agreement": [node("Agreement", "x"), relation("LINKED_TO", "parkstad", "x")],
    "channel": [node("Channel", "x"), relation("PUBLISHES", "parkstad", "x")],
    "question": [node("Question", "x"), relation("ASKS", "parkstad", "x")],
    "holder of a seat": [person("x"), relation("HOLDS", "x", "z1")],
}


def sees(viewer: ViewerClass, lines: list[Line], *ids: str) -> bool:
    reduced = ReducedNetwork(network_of(lines), viewer)
    return any(map(reduced.sees, ids))


@pytest.mark.parametrize("matter", MATTERS.values(), ids=MATTERS)
def test_a_tie_for_stewards_only_makes_nothing_a_matter_of_a_coalition(matter: list[Line]) -> None:
    thing, tie = {**matter[0], "visibility": "COALITION"}, matter[1]
    assert sees(IN_PARKSTAD, [*TABLE, thing, {**tie, "visibility": "COALITION"}], "x")
    assert not sees(IN_PARKSTAD, [*TABLE, thing, {**tie, "visibility": "STEWARD"}], "x")
    assert sees(STEWARD, [*TABLE, thing, {**tie, "visibility": "STEWARD"}], "x")


def test_a_coalition_for_stewards_only_has_no_matters_that_its_members_see() -> None:
    hidden = [{**line, "visibility": "STEWARD"} if line.get("id") == "parkstad" else line for line in TABLE]
    meeting, tie = {**MATTERS["meeting"][0], "visibility": "COALITION"}, MATTERS["meeting"][1]
    assert not sees(IN_PARKSTAD, [*hidden, meeting, tie], "parkstad", "z1", "x")


def test_a_seat_of_a_sector_that_is_hidden_is_hidden_and_makes_its_holder_no_matter_of_the_coalition() -> None:
    seat = [node("Seat", "z2", sector="GEHEIM", mandate="DECIDE"), relation("SEAT_IN", "z2", "parkstad")]
    holder = [person("x", visibility="COALITION"), relation("HOLDS", "x", "z2", visibility="PUBLIC")]
    lines = [*TABLE, *seat, *holder]
    assert not sees(PUBLIC, lines, "z2", "x")
    assert not sees(IN_PARKSTAD, lines, "z2", "x")
    assert sees(STEWARD, lines, "z2")


def test_a_rule_says_no_more_than_the_sectors_that_are_seen() -> None:
    rule = {"minimum": 1, "per": "COALITION", "mandate": "LISTEN"}
    rules = [{"sectors": sectors, **rule} for sectors in (["GEHEIM"], ["VO", "GEHEIM"])]
    lines = [line | {"rules": rules} if line.get("id") == "parkstad" else line for line in TABLE]
    cut = cut_of(lines, viewer=PUBLIC)
    coalition = at(cut, "parkstad")
    assert [rule.sectors for rule in delegation_rules(cut, coalition)] == [(at(cut, "VO"),)]
    assert [cell.id for cell in representation(cut, coalition).cells] == ["parkstad/1"]
    steward = cut_of(lines)
    assert [cell.id for cell in representation(steward, at(steward, "parkstad")).cells] == ["parkstad/1", "parkstad/2"]
