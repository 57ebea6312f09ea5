"""Recording meetings, ending, confirming, and reasons."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from graph.editing import confirm, end, new_id, record_meeting
from graph.editing.reasons import check_reason
from graph.errors import BadInput
from graph.vocabulary import Visibility
from tests.editing.table import SUMMER, TODAY, YEAR_AGO, at, between, edited, everything, table
from tests.graph.networks import relation

HELD = relation("HOLDS", "fenna", "zetel", since="2024-01-01", confirmedAt="2026-01-01")
TOMORROW = TODAY + timedelta(days=1)


def test_new_ids_are_not_those_of_others() -> None:
    ids = [new_id() for _ in range(10_000)]
    assert len(set(ids)) == len(ids)
    assert all(len(id) == 16 and id.isalnum() for id in ids)


# Meetings


def test_a_meeting_is_recorded_with_who_attended_and_who_held_it() -> None:
    network = table()
    people = [at(network, id) for id in ("fenna", "noor", "fenna")]
    edit = record_meeting("Overleg Parkstad", SUMMER, people, at(network, "parkstad"), TODAY)
    after = edited(network, edit)
    meeting = at(after, edit.ids[0])
    assert (meeting.kind, meeting.name, meeting.members) == ("Meeting", "Overleg Parkstad", {"date": "2026-07-01"})
    added = everything(after).keys() - everything(network).keys()
    assert added == {
        meeting.id,
        f"ATTENDED(fenna,{meeting.id},)",
        f"ATTENDED(noor,{meeting.id},)",
        f"HELD_BY({meeting.id},parkstad,)",
    }
    assert between(after, f"ATTENDED(noor,{meeting.id},)").visibility is Visibility.MEMBER


def test_a_meeting_may_have_been_nobodys_and_without_people() -> None:
    edit = record_meeting("Symposium", TODAY, [], None, TODAY)
    assert len(edit.touches) == 1


def test_a_meeting_of_tomorrow_has_not_been_attended() -> None:
    with pytest.raises(BadInput) as raised:
        record_meeting("Overleg", TOMORROW, [], None, TODAY)
    assert (raised.value.field, raised.value.expected) == ("date", "2026-11-15 or earlier")


@pytest.mark.parametrize("name", ["", "  ", "x" * 1_001, "nul \0"])
def test_the_name_of_a_meeting_can_be_kept(name: str) -> None:
    with pytest.raises(BadInput) as raised:
        record_meeting(name, TODAY, [], None, TODAY)
    assert raised.value.field == "name"


# Ending


def test_nodes_and_relations_end_on_a_day() -> None:
    network = table(HELD)
    held = between(network, "HOLDS(fenna,zetel,2024-01-01)")
    edit = end([at(network, "bestuur"), held, held], SUMMER)
    after = edited(network, edit)
    assert at(after, "bestuur").until == between(after, held.id).until == SUMMER
    assert edit.ids == ("bestuur", held.id)


def test_an_end_that_was_planned_may_come_sooner() -> None:
    network = table({**HELD, "until": "2027-01-01"})
    held = between(network, "HOLDS(fenna,zetel,2024-01-01)")
    assert between(edited(network, end([held], TODAY)), held.id).until == TODAY


def test_what_ended_on_that_very_day_needs_nothing() -> None:
    network = table({**HELD, "until": "2026-07-01"})
    assert end([between(network, "HOLDS(fenna,zetel,2024-01-01)")], SUMMER).touches == ()


def test_what_ended_before_did_not_end_later() -> None:
    network = table({**HELD, "until": "2026-01-01"})
    with pytest.raises(BadInput, match="ended on 2026-01-01") as raised:
        end([at(network, "bestuur"), between(network, "HOLDS(fenna,zetel,2024-01-01)")], SUMMER)
    assert raised.value.field == "ids[1]"


def test_nothing_ends_before_it_begins() -> None:
    network = table(HELD)
    with pytest.raises(BadInput, match="begins on 2024-01-01"):
        end([between(network, "HOLDS(fenna,zetel,2024-01-01)")], date(2023, 1, 1))


def test_having_attended_does_not_end() -> None:
    network = table(
        {"node": "Meeting", "id": "m", "name": "m", "date": "2026-01-01"}, relation("ATTENDED", "noor", "m")
    )
    with pytest.raises(BadInput, match="has no period"):
        end([between(network, "ATTENDED(noor,m,)")], TODAY)


# Confirming


def test_a_confirmation_is_of_its_day() -> None:
    network = table(HELD)
    held = between(network, "HOLDS(fenna,zetel,2024-01-01)")
    after = edited(network, confirm([held, at(network, "fenna")], SUMMER, TODAY))
    assert between(after, held.id).confirmed_at == at(after, "fenna").confirmed_at == SUMMER


def test_what_was_confirmed_later_stays_so() -> None:
    network = table(HELD)
    assert confirm([between(network, "HOLDS(fenna,zetel,2024-01-01)")], YEAR_AGO, TODAY).touches == ()


def test_nobody_confirms_tomorrow() -> None:
    with pytest.raises(BadInput) as raised:
        confirm([], TOMORROW, TODAY)
    assert raised.value.field == "on"


# Reasons

NAMES = {"fenna dirks", "mehmet yilmaz", "noor vaessen"}


@pytest.mark.parametrize(
    "because",
    [
        "Fenna Dirks vertrekt",
        "omdat FENNA  DIRKS vertrekt",
        "gevraagd door (mehmet yilmaz)",
        "Mehmet-Yılmaz",
        "mail van x.y@example.org",
        "zie <Info@school.nl>.",
    ],
)
def test_a_reason_names_nobody(because: str) -> None:
    with pytest.raises(BadInput) as raised:
        check_reason(because, NAMES.__contains__)
    assert raised.value.field == "because"


@pytest.mark.parametrize(
    "because", ["Fenna vertrekt", "de heer Dirks", "afspraak @ school", "Fenna Dirksen", "", "..."]
)
def test_other_reasons_will_do(because: str) -> None:
    check_reason(because, NAMES.__contains__)
