"""Whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from graph.confirming.asking import Asked, Delivery
from graph.confirming.batch import Batch, batch, chosen
from graph.confirming.due import is_stale, retention_due, without_retention
from graph.cut import Cut
from graph.errors import BadInput, NotFound
from graph.records import NodeRecord
from tests.confirming.network import lines
from tests.graph.networks import Line, at, cut_of, ids, knows, node, person, relation

DAY = date(2026, 11, 15)
NOW = datetime(2026, 11, 15, 12, tzinfo=UTC)


def around(*more: Line) -> Cut:
    return cut_of([*lines(), *more], DAY)


def names(people: Iterable[NodeRecord]) -> list[str]:
    return [one.id for one in people]


def who(cut: Cut, *, coalitions: Sequence[str] = (), people: Sequence[str] = (), stale: int | None = None) -> list[str]:
    return names(chosen(cut, coalitions, people, stale))


# Chosen


def test_everybody_is_everybody_who_is_there_by_surname() -> None:
    cut = around(person("gone", until="2026-01-01"), person("coming", since="2027-01-01"))
    assert who(cut) == ["bram", "fenna", "tom", "hidde", "gijs"]


def test_of_a_coalition_are_chosen_who_hold_a_seat_in_it() -> None:
    other = [node("Coalition", "other", phase="WORKING"), node("Seat", "z", sector="VO", mandate="LISTEN")]
    cut = around(*other, relation("SEAT_IN", "z", "other"), relation("HOLDS", "bram", "z"))
    assert who(cut, coalitions=("coalition",)) == ["fenna"]
    assert who(cut, coalitions=("coalition", "other")) == ["bram", "fenna"]


def test_a_person_is_chosen_once_however_often_they_are_named() -> None:
    assert who(around(), coalitions=("coalition",), people=("fenna", "tom", "tom")) == ["fenna", "tom"]


def test_of_those_who_are_chosen_only_the_stale_are_left() -> None:
    cut = around()
    assert who(cut, people=("fenna", "bram"), stale=24) == ["fenna"]
    assert who(cut, coalitions=("coalition",), stale=1200) == ["fenna"]  # of TOM and LEADS nothing was ever confirmed


def test_an_id_that_is_not_there_or_of_something_else_is_told() -> None:
    for coalitions, people, field in ((("x",), (), "--coalition"), ((), ("x",), "--person")):
        with pytest.raises(NotFound) as missing:
            chosen(around(), coalitions, people, None)
        assert missing.value.field == field
    with pytest.raises(BadInput) as other:
        chosen(around(), ("fenna",), (), None)
    assert other.value.field == "--coalition"


# Stale


def alone(*relations: Line, **members: str) -> Cut:
    return cut_of(
        [node("Person", "p", **members), person("q", confirmedAt="2026-11-01"), node("School", "s"), *relations], DAY
    )


def stale(cut: Cut, months: int = 12) -> bool:
    return is_stale(cut, at(cut, "p"), months)


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"confirmedAt": "2025-11-16"}, False),
        ({"confirmedAt": "2025-11-15"}, True),
        ({"since": "2025-11-16"}, False),
        ({"since": "2025-11-15"}, True),
        ({"since": "2020-01-01", "confirmedAt": "2026-01-01"}, False),
        ({}, True),
    ],
)
def test_an_entry_is_stale_that_was_neither_confirmed_nor_began_within_so_many_months(
    members: dict[str, str], expected: bool
) -> None:
    assert stale(alone(**members)) is expected


def test_an_entry_is_as_stale_as_the_oldest_thing_of_it() -> None:
    fresh = {"confirmedAt": "2026-11-01"}
    works = relation("WORKS_FOR", "p", "s", since="2020-01-01")
    assert stale(alone(works, **fresh))
    assert not stale(alone({**works, "confirmedAt": "2026-01-01"}, **fresh))
    assert stale(alone(knows("q", "p"), **fresh))  # acquaintances from the other side count too


def test_what_has_ended_or_does_not_age_makes_nothing_stale() -> None:
    ended = relation("WORKS_FOR", "p", "s", since="2020-01-01", until="2021-01-01")
    meeting = [node("Meeting", "m", date="2020-01-01"), relation("ATTENDED", "p", "m")]
    assert not stale(alone(ended, *meeting, confirmedAt="2026-11-01"))


def test_the_months_are_calendar_months() -> None:
    cut = alone(confirmedAt="2026-08-16")
    assert not stale(cut, 3)
    assert stale(cut, 2)


# Parted


def asked(delivery: Delivery, expires: datetime = NOW + timedelta(days=1)) -> Asked:
    return Asked("fenna", "n", NOW - timedelta(days=3), expires, delivery)


def parted(*, again: bool = False, **asked: Asked) -> Batch:
    return batch(chosen(around(), (), (), None), asked, NOW, again=again)


def test_who_has_no_address_that_can_be_written_to_is_apart() -> None:
    cut = around(person("odd", name="Ada Vreemd", email="ada at example"))
    made = batch(chosen(cut, (), (), None), {}, NOW, again=False)
    assert names(made.to_ask) == ["bram", "fenna", "tom", "hidde"]
    assert names(made.without_address) == ["odd", "gijs"]
    assert made.asked_already == ()


def test_who_has_a_link_that_has_not_expired_is_left_out_unless_asked_again() -> None:
    assert names(parted(fenna=asked(Delivery.HANDED_OVER)).asked_already) == ["fenna"]
    assert "fenna" in names(parted(fenna=asked(Delivery.HANDED_OVER), again=True).to_ask)


def test_who_was_not_reached_or_whose_link_has_expired_is_asked_again() -> None:
    for before in (asked(Delivery.MADE), asked(Delivery.REFUSED), asked(Delivery.HANDED_OVER, NOW)):
        assert "fenna" in names(parted(fenna=before).to_ask)


# Contact details that are due


def due(*people: Line, within: int = 30) -> list[str]:
    cut = cut_of(people, DAY)
    return ids(cut, retention_due(cut.network, DAY, within))


def kept(id: str, retained: str | None, **members: object) -> Line:
    return node("Person", id, **{"email": f"{id}@example.org", "retainUntil": retained, **members})


def test_contact_details_are_due_when_their_day_has_passed_or_is_near() -> None:
    people = [kept("passed", "2026-11-14"), kept("near", "2026-12-15"), kept("far", "2026-12-16"), kept("none", None)]
    assert due(*people) == ["passed", "near"]
    assert due(*people, within=0) == ["passed"]
    assert due(*people, within=31) == ["passed", "near", "far"]


def test_who_has_no_contact_details_is_not_due() -> None:
    assert due(kept("p", "2020-01-01", email=None)) == []
    assert due(kept("p", "2020-01-01", email=None, phone="045")) == ["p"]


def test_contact_details_without_a_date_are_never_due_and_are_told_of_beside() -> None:
    people = [
        kept("b", None, email=None, phone="045"),
        kept("a", None, until="2019-01-01"),
        kept("dated", "2099-01-01"),
        kept("nothing", None, email=None),
    ]
    cut = cut_of(people, DAY)
    assert due(*people, within=3660) == []
    assert ids(cut, without_retention(cut.network)) == ["a", "b"]


def test_the_soonest_come_first_then_by_name() -> None:
    people = [kept("b", "2026-11-20"), kept("a", "2026-11-20"), kept("c", "2026-11-19")]
    assert due(*people) == ["c", "a", "b"]


def test_who_left_long_ago_is_due_too() -> None:
    assert due(kept("p", "2020-01-01", until="2019-01-01")) == ["p"]
