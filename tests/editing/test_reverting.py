"""Reverting a change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from graph.editing import revert
from graph.errors import Conflict
from graph.network import Network
from graph.records import Change, Touch
from graph.validation import proposed
from tests.editing.table import at, between, everything, table
from tests.graph.networks import Line, knows, node, person, relation


class Past:
    """A network and the changes that made it."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.changes: list[Change] = []

    def write(self, *lines: Line, because: str = "a test") -> Change:
        return self.change(proposed(self.network, [(None, line) for line in lines]), because)

    def change(self, touches: Iterable[Touch], because: str = "a test") -> Change:
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        change = Change(self.network.version + 1, moment, "Tess", because, tuple(touches))
        self.network = self.network.moved(change)
        self.changes.append(change)
        return change

    def revert(self, change: Change) -> None:
        self.change(revert(self.network, change, [c for c in self.changes if c.version > change.version]).touches)

    def conflict(self, change: Change) -> Conflict:
        with pytest.raises(Conflict) as raised:
            self.revert(change)
        return raised.value


def test_what_was_added_goes_and_what_was_changed_is_as_it_was() -> None:
    past = Past(table())
    before = everything(past.network)
    change = past.write(person("fenna", name="Fenna Bos"), person("anna"), knows("anna", "fenna"))
    past.revert(change)
    assert everything(past.network) == before
    assert past.network.version == 3


def test_what_was_removed_comes_back() -> None:
    past = Past(table())
    before = everything(past.network)
    gone = [past.network.relation_by_id("KNOWS(fenna,noor,)"), past.network.node_by_id("mehmet")]
    past.revert(past.change(Touch(record, None) for record in gone))
    assert everything(past.network) == before


def test_a_revert_can_be_reverted() -> None:
    past = Past(table())
    change = past.write(person("anna"))
    after = everything(past.network)
    past.revert(change)
    past.revert(past.changes[-1])
    assert everything(past.network) == after


def test_other_changes_since_stand() -> None:
    past = Past(table())
    change = past.write(person("fenna", name="Fenna Bos"))
    past.write(person("anna"))
    past.revert(change)
    assert at(past.network, "fenna").name == "Fenna Dirks"
    assert at(past.network, "anna").name == "anna"


def test_a_change_of_the_same_rests_on_it() -> None:
    past = Past(table())
    change = past.write(person("fenna", name="Fenna Bos"), person("anna"))
    past.write(person("bas"), because="nothing to do with it")
    later = past.write(person("fenna", name="Fenna Bos-Dirks"), because="both names")
    error = past.conflict(change)
    assert error.actual == [later.version]
    assert f"version {later.version}, by Tess: both names" in error.message


def test_what_was_changed_and_changed_back_does_not_stand_in_the_way() -> None:
    past = Past(table())
    before = everything(past.network)
    change = past.write(person("anna"), person("fenna", name="Fenna Bos"))
    renamed = past.changes[-1]
    past.change([touch for touch in reversed_(renamed) if touch.id == "fenna"])
    past.revert(change)
    assert everything(past.network) == before


def reversed_(change: Change) -> list[Touch]:
    return [Touch(touch.after, touch.before) for touch in change.touches]


def test_what_was_undone_by_hand_needs_nothing() -> None:
    past = Past(table())
    change = past.write(person("anna"))
    past.change(reversed_(change))
    assert revert(past.network, change, past.changes[1:]).touches == ()


def test_a_relation_to_what_was_added_rests_on_it() -> None:
    past = Past(table())
    change = past.write(person("anna"))
    later = past.write(knows("anna", "noor"), because="they met")
    error = past.conflict(change)
    assert error.actual == [later.version]
    assert "would lose one of its ends" in error.message


def test_somebody_who_took_the_seat_since_rests_on_its_being_free() -> None:
    past = Past(table(relation("HOLDS", "fenna", "zetel", since="2024-01-01")))
    left = past.write(relation("HOLDS", "fenna", "zetel", since="2024-01-01", until="2026-01-01"))
    later = past.write(relation("HOLDS", "noor", "zetel", since="2026-02-01"), because="a new holder")
    error = past.conflict(left)
    assert error.actual == [later.version]
    assert "two people would hold the seat at the same time" in error.message


def test_a_member_that_names_what_was_added_rests_on_it() -> None:
    past = Past(table())
    sector = past.write(node("Sector", "MBO", weighs="PUPILS"))
    later = past.write(node("Seat", "s", sector="MBO", mandate="LISTEN"), relation("SEAT_IN", "s", "parkstad"))
    assert "which «s» names" in past.conflict(sector).message
    assert past.conflict(sector).actual == [later.version]


def test_a_code_that_another_has_since_rests_on_its_being_free() -> None:
    past = Past(table(node("School", "a", codes={"DUO": "00AA00"})))
    freed = past.write(node("School", "a"))
    later = past.write(node("School", "b", codes={"DUO": "00AA00"}), because="a new location")
    error = past.conflict(freed)
    assert "is the code of" in error.message
    assert error.actual == [later.version]


def test_a_table_that_the_seat_stands_at_now_rests_on_its_having_moved() -> None:
    past = Past(table())
    moved = past.write(relation("SEAT_IN", "zetel", "parkstad", until="2026-01-01"))
    past.write(relation("SEAT_IN", "zetel", "heuvelland", since="2026-01-01"))
    assert "would be in two coalitions" in past.conflict(moved).message
    assert between(past.network, "SEAT_IN(zetel,heuvelland,2026-01-01)").target == "heuvelland"
