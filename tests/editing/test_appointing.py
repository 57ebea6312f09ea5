"""Appointing somebody to a seat."""

from __future__ import annotations

from datetime import date

import pytest

from graph.editing import Edit, appoint
from graph.errors import BadInput
from graph.network import Network
from graph.vocabulary import Visibility
from tests.editing.table import SPRING, SUMMER, TODAY, at, between, edited, holders, table
from tests.graph.networks import relation


def appointed(network: Network, who: str, since: date = TODAY, seat: str = "zetel") -> Edit:
    return appoint(network, at(network, seat), at(network, who), since, TODAY)


def test_a_vacant_seat_is_held_from_the_day_on() -> None:
    network = table()
    edit = appointed(network, "mehmet")
    after = edited(network, edit)
    assert holders(after, "zetel") == [("mehmet", "2026-11-15", None)]
    assert edit.ids == ("HOLDS(mehmet,zetel,2026-11-15)",)
    assert between(after, edit.ids[0]).visibility is Visibility.MEMBER


def test_the_predecessors_holding_ends_on_that_day() -> None:
    network = table(relation("HOLDS", "fenna", "zetel", since="2024-01-01", confirmedAt="2026-01-01"))
    edit = appointed(network, "mehmet", SUMMER)
    assert holders(edited(network, edit), "zetel") == [
        ("fenna", "2024-01-01", "2026-07-01"),
        ("mehmet", "2026-07-01", None),
    ]
    assert edit.ids == ("HOLDS(mehmet,zetel,2026-07-01)", "HOLDS(fenna,zetel,2024-01-01)")


def test_a_holding_that_was_to_end_later_ends_now() -> None:
    network = table(relation("HOLDS", "fenna", "zetel", since="2024-01-01", until="2027-01-01"))
    assert holders(edited(network, appointed(network, "mehmet")), "zetel") == [
        ("fenna", "2024-01-01", "2026-11-15"),
        ("mehmet", "2026-11-15", None),
    ]


def test_a_predecessor_who_began_on_the_very_day_never_held_it() -> None:
    network = table(relation("HOLDS", "fenna", "zetel", since="2026-11-15"))
    assert holders(edited(network, appointed(network, "mehmet")), "zetel") == [
        ("fenna", "2026-11-15", "2026-11-15"),
        ("mehmet", "2026-11-15", None),
    ]


def test_holdings_of_the_past_stay_as_they_are() -> None:
    past = relation("HOLDS", "fenna", "zetel", since="2024-01-01", until="2025-01-01")
    network = table(past)
    assert holders(edited(network, appointed(network, "mehmet")), "zetel") == [
        ("fenna", "2024-01-01", "2025-01-01"),
        ("mehmet", "2026-11-15", None),
    ]


def test_somebody_who_holds_it_already_goes_on_and_is_confirmed_today() -> None:
    network = table(relation("HOLDS", "fenna", "zetel", since="2024-01-01", until="2027-01-01"))
    edit = appointed(network, "fenna", SUMMER)
    after = edited(network, edit)
    assert holders(after, "zetel") == [("fenna", "2024-01-01", None)]
    assert between(after, edit.ids[0]).confirmed_at == TODAY


def test_a_confirmation_of_a_later_day_is_not_taken_back() -> None:
    network = table(relation("HOLDS", "fenna", "zetel", since="2024-01-01", confirmedAt="2026-12-01"))
    edit = appointed(network, "fenna")
    assert [touch.after for touch in edit.touches] == [between(network, edit.ids[0])]


def test_whoever_is_to_hold_it_later_still_will() -> None:
    network = table(
        relation("HOLDS", "fenna", "zetel", since="2024-01-01", until="2027-03-01"),
        relation("HOLDS", "noor", "zetel", since=SPRING.isoformat()),
    )
    assert holders(edited(network, appointed(network, "mehmet")), "zetel") == [
        ("fenna", "2024-01-01", "2026-11-15"),
        ("mehmet", "2026-11-15", "2027-03-01"),
        ("noor", "2027-03-01", None),
    ]


def test_nobody_begins_before_a_holding_that_has_begun() -> None:
    network = table(relation("HOLDS", "fenna", "zetel", since="2026-08-01"))
    with pytest.raises(BadInput, match="Somebody else holds the seat since 2026-08-01") as raised:
        appointed(network, "mehmet", SUMMER)
    assert (raised.value.field, raised.value.expected) == ("since", "2026-08-01 or later")


def test_somebody_who_was_replaced_on_their_first_day_may_come_back_on_it() -> None:
    network = table(relation("HOLDS", "fenna", "zetel", since="2026-11-15"))
    network = edited(network, appointed(network, "mehmet"))
    network = edited(network, appointed(network, "fenna"))
    assert holders(network, "zetel") == [("mehmet", "2026-11-15", "2026-11-15"), ("fenna", "2026-11-15", None)]


def test_an_id_that_an_older_holding_has_is_not_taken() -> None:
    """Its `since` was put right later, and a holding keeps its id."""
    moved = relation(
        "HOLDS", "fenna", "zetel", id="HOLDS(fenna,zetel,2026-11-15)", since="2024-01-01", until="2025-01-01"
    )
    network = table(moved)
    edit = appointed(network, "fenna")
    assert holders(edited(network, edit), "zetel") == [
        ("fenna", "2024-01-01", "2025-01-01"),
        ("fenna", "2026-11-15", None),
    ]
    assert edit.ids[0] != moved["id"]


@pytest.mark.parametrize(
    ("line", "since", "message"),
    [
        ({"node": "Seat", "since": "2024-01-01", "sector": "VO", "mandate": "DECIDE"}, "2023-01-01", "begins on"),
        ({"node": "Seat", "until": "2026-01-01", "sector": "VO", "mandate": "DECIDE"}, "2026-01-01", "ended on"),
        ({"node": "Person", "until": "2026-01-01"}, "2026-07-01", "ended on"),
        ({"node": "Person", "since": "2026-01-01"}, "2025-07-01", "begins on"),
    ],
)
def test_seat_and_person_have_to_be_there_on_the_day(line: dict[str, str], since: str, message: str) -> None:
    of_seat = line["node"] == "Seat"
    more = [{**line, "id": "x", "name": "x"}, *([relation("SEAT_IN", "x", "parkstad")] if of_seat else [])]
    network = table(*more)
    seat, who = ("x", "noor") if of_seat else ("krukje", "x")
    with pytest.raises(BadInput, match=message) as raised:
        appointed(network, who, date.fromisoformat(since), seat)
    assert raised.value.field == "since"
