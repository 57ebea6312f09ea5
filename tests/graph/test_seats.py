"""The state of a seat, by hand: the first that holds of EXPIRED, VACANT, UNCONFIRMED and FILLED; or HIDDEN."""

from __future__ import annotations

from datetime import date

import pytest

from graph.seats import SeatState, seat_state
from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
from tests.graph.lines_by_hand import TODAY_TEXT, coalition, days_ago, holds, organisation, seat, sector, works
from tests.graph.networks import TODAY, Line, cut_of, person, relation

FILLED, UNCONFIRMED, EXPIRED, VACANT, HIDDEN = SeatState

TOMORROW = days_ago(-1)
TABLE = [person("fenna"), person("guus"), *sector("VO"), *coalition("c")]


def state(*lines: Line, viewer: ViewerClass = STEWARD, day: date = TODAY, **members: object) -> SeatState:
    """Of seat z in coalition c, with these members and lines."""
    at_table = [*TABLE, *[line | members if line.get("id") == "z" else line for line in seat("z", "c")]]
    cut = cut_of([*at_table, *lines], day, viewer)
    index = cut.network.index("z")  # also of a seat that has ended
    assert index is not None
    return seat_state(cut, index)


def test_a_seat_without_a_holder_is_a_vacancy() -> None:
    assert state() is VACANT


def test_a_seat_whose_first_holder_is_still_to_come_is_a_vacancy() -> None:
    assert state(holds("fenna", "z", since=TOMORROW)) is VACANT


def test_a_seat_with_a_confirmed_holder_is_filled() -> None:
    assert state(holds("fenna", "z")) is FILLED


def test_a_seat_whose_last_holder_is_gone_is_expired() -> None:
    assert state(holds("fenna", "z", until=TODAY_TEXT)) is EXPIRED, "until is the first day that no longer counts"
    assert state(holds("fenna", "z", until=TOMORROW)) is FILLED


def test_a_seat_between_two_holders_is_expired() -> None:
    assert state(holds("fenna", "z", until=days_ago(30)), holds("guus", "z", since=TOMORROW)) is EXPIRED


def test_a_seat_with_a_successor_is_theirs() -> None:
    assert state(holds("fenna", "z", until=days_ago(30)), holds("guus", "z", since=days_ago(30))) is FILLED


def test_a_seat_that_has_ended_is_expired_whoever_is_written_down() -> None:
    assert state(holds("fenna", "z"), until=TODAY_TEXT) is EXPIRED
    assert state(until=TODAY_TEXT) is EXPIRED, "nor is it a vacancy"
    assert state(holds("fenna", "z"), until=TOMORROW) is FILLED


def test_a_seat_whose_holder_is_no_longer_of_the_network_is_expired() -> None:
    gone = person("hanne", until="2026-01-01")
    assert state(gone, holds("hanne", "z")) is EXPIRED


# The holder has left the organisation


def test_a_seat_is_expired_when_its_holders_functions_at_its_organisation_have_all_ended() -> None:
    of_board = [*organisation("board"), *organisation("school", part_of="board"), relation("SEAT_FOR", "z", "board")]
    seat_ = [*of_board, holds("fenna", "z")]
    assert state(*seat_) is FILLED, "Fenna never had a function there"
    assert state(*seat_, works("fenna", "school", until=TODAY_TEXT)) is EXPIRED
    assert state(*seat_, works("fenna", "school", until=TODAY_TEXT), works("fenna", "board")) is FILLED
    assert state(*seat_, works("guus", "board", until=TODAY_TEXT)) is FILLED


def test_a_holder_who_left_is_seen_before_an_old_confirmation() -> None:
    of_board = [*organisation("board"), relation("SEAT_FOR", "z", "board"), works("fenna", "board", until="2024-01-01")]
    assert state(*of_board, holds("fenna", "z", confirmedAt="2023-01-01")) is EXPIRED


# Confirmed, or begun, within 12 months


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"confirmedAt": "2025-11-15"}, UNCONFIRMED),  # the same day a year ago
        ({"confirmedAt": "2025-11-16"}, FILLED),
        ({"confirmedAt": None, "since": "2025-11-15"}, UNCONFIRMED),
        ({"confirmedAt": None, "since": "2025-11-16"}, FILLED),
        ({"confirmedAt": "2020-01-01", "since": "2026-01-01"}, FILLED),
        ({"confirmedAt": "2026-01-01", "since": "2020-01-01"}, FILLED),
        ({"confirmedAt": "2025-01-01", "since": "2020-01-01"}, UNCONFIRMED),
        ({"confirmedAt": None}, UNCONFIRMED),  # never confirmed, and begun nobody knows when
        ({"confirmedAt": "2027-01-01"}, FILLED),
    ],
)
def test_a_holding_neither_confirmed_nor_begun_within_12_months_is_unconfirmed(
    members: Line, expected: SeatState
) -> None:
    assert state(holds("fenna", "z", **members)) is expected


@pytest.mark.parametrize(
    ("day", "confirmed", "expected"),
    [
        (date(2028, 2, 29), "2027-02-28", UNCONFIRMED),  # a year before 29 February is 28 February
        (date(2028, 2, 29), "2027-03-01", FILLED),
        (date(2029, 2, 28), "2028-02-28", UNCONFIRMED),
        (date(2029, 2, 28), "2028-02-29", FILLED),
    ],
)
def test_a_year_ago_is_a_day_of_the_calendar(day: date, confirmed: str, expected: SeatState) -> None:
    assert state(holds("fenna", "z", confirmedAt=confirmed), day=day) is expected


# Hidden holders


IN_C, ANYBODY = member("c"), member()


@pytest.mark.parametrize(
    "hidden",
    [
        [holds("fenna", "z", visibility="COALITION")],
        [person("hanne", visibility="COALITION"), holds("hanne", "z")],
    ],
)
def test_a_seat_whose_holder_is_hidden_is_hidden_and_never_vacant(hidden: list[Line]) -> None:
    assert state(*hidden, viewer=STEWARD) is FILLED
    assert state(*hidden, viewer=IN_C) is FILLED
    assert state(*hidden, viewer=ANYBODY) is HIDDEN
    assert state(*hidden, viewer=PUBLIC) is HIDDEN


def test_people_and_holdings_are_for_members_unless_they_say_otherwise() -> None:
    assert state(holds("fenna", "z"), viewer=ANYBODY) is FILLED
    assert state(holds("fenna", "z"), viewer=PUBLIC) is HIDDEN
    open_ = [person("hanne", visibility="PUBLIC"), holds("hanne", "z", visibility="PUBLIC")]
    assert state(*open_, viewer=PUBLIC) is FILLED


def test_a_seat_is_seen_by_whoever_sees_its_coalition() -> None:
    assert state(viewer=PUBLIC, visibility="STEWARD") is VACANT


def test_a_hidden_holder_after_one_who_is_seen_is_hidden() -> None:
    former = holds("guus", "z", until="2026-01-01")
    assert state(former, holds("fenna", "z", since="2026-01-01", visibility="COALITION"), viewer=ANYBODY) is HIDDEN


def test_a_seat_that_was_held_by_somebody_hidden_is_not_vacant_either() -> None:
    former = holds("fenna", "z", until="2026-01-01", visibility="COALITION")
    assert state(former, viewer=STEWARD) is EXPIRED
    assert state(former, viewer=ANYBODY) is HIDDEN


def test_a_hidden_holder_still_to_come_hides_no_vacancy() -> None:
    assert state(holds("fenna", "z", since=TOMORROW, visibility="COALITION"), viewer=ANYBODY) is VACANT


def test_a_seat_that_has_ended_is_expired_also_where_its_holder_was_hidden() -> None:
    hidden = holds("fenna", "z", visibility="COALITION")
    assert state(hidden, viewer=ANYBODY, until=TODAY_TEXT) is EXPIRED
