"""What comes of an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.confirming.answers import (
    MOST_THEMES,
    Correction,
    FunctionText,
    Wrong,
    WrongAnswer,
    corrected,
    mailable,
    still_right,
)
from graph.confirming.entry import Entry
from graph.editing.edit import Edit
from graph.errors import Conflict
from graph.records import NodeRecord, Record
from tests.confirming.network import BRAM, FUNCTION, HOLDING, LEADS, SHOWN
from tests.confirming.test_entry import DAY, entry
from tests.graph.networks import knows, relation

ENTRY = entry("fenna")
SAME = Correction(
    "Fenna Dirks",
    "f.dirks@example.org",
    "045 123 4567",
    introducible=True,
    functions={FUNCTION: FunctionText("beleidsadviseur", ("gezonde leefstijl", "kantines"))},
)


def after(edit: Edit) -> dict[str, Record]:
    return {touch.id: touch.record for touch in edit.touches}


def person(edit: Edit) -> NodeRecord:
    return cast(NodeRecord, after(edit)["fenna"])


def wrong(correction: Correction, of: Entry = ENTRY, taken: str = "") -> dict[str, Wrong]:
    with pytest.raises(WrongAnswer) as raised:
        corrected(of, correction, lambda address: address == taken)
    return raised.value.problems


# It is right


def test_who_says_that_it_is_right_confirms_their_entry_and_everything_that_was_shown() -> None:
    records = after(still_right(ENTRY))
    assert set(records) == {"fenna", *SHOWN}
    assert all(record.confirmed_at == DAY for record in records.values())


def test_confirming_changes_nothing_else() -> None:
    for touch in still_right(ENTRY).touches:
        assert touch.before is not None
        assert replace(touch.before, confirmed_at=DAY) == touch.after


def test_what_was_confirmed_later_stays_so() -> None:
    later = entry("fenna", [knows("fenna", "gijs", since="2026-01-01", confirmedAt="2026-11-20")])
    assert "KNOWS(fenna,gijs,2026-01-01)" not in after(still_right(later))


# It should be otherwise


def test_a_correction_that_changes_nothing_confirms() -> None:
    assert after(corrected(ENTRY, SAME)) == after(still_right(ENTRY))


def test_name_address_and_telephone_are_as_they_say() -> None:
    said = replace(SAME, name="Fenna Dirks-Jansen", email="f.jansen@example.org", phone="06 1234 5678")
    record = person(corrected(ENTRY, said))
    assert record.name == "Fenna Dirks-Jansen"
    assert record.members["email"] == "f.jansen@example.org"
    assert record.members["phone"] == "06 1234 5678"
    assert record.members["contactPurpose"] == "samenwerken in Parkstad"
    assert record.confirmed_at == DAY


def test_who_leaves_an_address_empty_has_none() -> None:
    record = person(corrected(ENTRY, replace(SAME, email="", phone="")))
    assert "email" not in record.members
    assert "phone" not in record.members


def test_who_is_not_to_be_asked_to_introduce_people_is_not() -> None:
    assert person(corrected(ENTRY, replace(SAME, introducible=False))).members["introducible"] is False


def test_a_function_gets_another_title_and_other_themes() -> None:
    said = replace(SAME, functions={FUNCTION: FunctionText("directeur", ("schoolkantine",))})
    function = after(corrected(ENTRY, said))[FUNCTION]
    assert function.members == {"title": "directeur", "themes": ["schoolkantine"], "deputyOf": "tom"}
    assert function.confirmed_at == DAY


def test_a_function_may_be_left_without_title_and_themes() -> None:
    said = replace(SAME, functions={FUNCTION: FunctionText("")})
    assert after(corrected(ENTRY, said))[FUNCTION].members == {"deputyOf": "tom"}


def test_a_function_that_nothing_is_said_of_stays_as_it_is() -> None:
    assert after(corrected(ENTRY, replace(SAME, functions={}))) == after(still_right(ENTRY))


def test_what_they_no_longer_do_ends_on_the_day_they_say_and_is_not_confirmed() -> None:
    function = after(corrected(ENTRY, replace(SAME, ended={FUNCTION: date(2026, 6, 1)})))[FUNCTION]
    assert function.until == date(2026, 6, 1)
    assert function.confirmed_at == date(2025, 10, 1)


def test_what_ends_today_is_over_and_what_ends_later_is_still_so() -> None:
    records = after(corrected(ENTRY, replace(SAME, ended={HOLDING: DAY, BRAM: date(2027, 1, 1)})))
    assert (records[HOLDING].until, records[HOLDING].confirmed_at) == (DAY, None)
    assert (records[BRAM].until, records[BRAM].confirmed_at) == (date(2027, 1, 1), DAY)


def test_what_is_not_in_the_entry_any_more_is_a_conflict() -> None:
    with pytest.raises(Conflict):
        corrected(ENTRY, replace(SAME, ended={"WORKS_FOR(fenna,school,2019-08-01)": DAY}))
    with pytest.raises(Conflict):
        corrected(ENTRY, replace(SAME, functions={"WORKS_FOR(tom,board,)": FunctionText("directeur")}))


# What is wrong


def test_a_person_has_a_name() -> None:
    assert wrong(replace(SAME, name="")) == {"name": Wrong.MISSING}


def test_everything_that_is_wrong_is_told_at_once() -> None:
    said = replace(
        SAME,
        name="x" * 201,
        email="fenna",
        phone="0" * 41,
        functions={FUNCTION: FunctionText("x" * 201, ("x" * 201,))},
        ended={HOLDING: date(2024, 12, 31)},
    )
    assert wrong(said) == {
        "name": Wrong.TOO_LONG,
        "email": Wrong.NO_ADDRESS,
        "phone": Wrong.TOO_LONG,
        f"title:{FUNCTION}": Wrong.TOO_LONG,
        f"themes:{FUNCTION}": Wrong.TOO_LONG,
        f"until:{HOLDING}": Wrong.BEFORE_BEGIN,
    }


def test_characters_that_control_are_not_taken() -> None:
    assert wrong(replace(SAME, name="Fenna\x00")) == {"name": Wrong.UNREADABLE}
    assert wrong(replace(SAME, phone="045\x1b")) == {"phone": Wrong.UNREADABLE}


def test_an_address_that_is_somebody_elses_is_not_taken_but_their_own_is() -> None:
    assert wrong(replace(SAME, email="b@example.org"), taken="b@example.org") == {"email": Wrong.TAKEN}
    assert after(corrected(ENTRY, SAME, lambda _: True))


def test_so_many_themes_and_no_more() -> None:
    many = tuple(map(str, range(MOST_THEMES)))
    assert FUNCTION in after(corrected(ENTRY, replace(SAME, functions={FUNCTION: FunctionText("t", many)})))
    said = replace(SAME, functions={FUNCTION: FunctionText("t", (*many, "more"))})
    assert wrong(said) == {f"themes:{FUNCTION}": Wrong.TOO_MANY}


def test_an_end_that_is_there_already_is_not_put_off() -> None:
    ends = entry("fenna", [relation("WORKS_FOR", "fenna", "school", since="2024-01-01", until="2027-01-01")])
    school = "WORKS_FOR(fenna,school,2024-01-01)"
    assert wrong(replace(SAME, ended={school: date(2027, 1, 2)}), ends) == {f"until:{school}": Wrong.AFTER_END}
    assert after(corrected(ends, replace(SAME, ended={school: date(2026, 12, 1)})))[school].until == date(2026, 12, 1)


def test_what_was_there_before_is_not_held_to_what_is_new() -> None:
    odd = entry("bram")
    members = {"email": "jörg at example", "phone": "1" * 99}
    odd = replace(odd, person=replace(odd.person, name="B" * 300, members=members))
    assert "bram" in after(corrected(odd, Correction("B" * 300, "jörg at example", "1" * 99, introducible=False)))


def test_a_leading_role_cannot_be_ended_by_who_has_it() -> None:
    """The form has no field for it; whoever sends one all the same is held back by the rights (test_pages)."""
    assert LEADS in after(corrected(ENTRY, replace(SAME, ended={LEADS: DAY})))


# Addresses


@pytest.mark.parametrize(
    "address",
    ["a@b.nl", "Fenna.Dirks+kaart@sub.example.org", "o'brien@example.org", "info@münchen.example", "a_b@x-y.nl"],
)
def test_addresses_that_any_mail_server_takes(address: str) -> None:
    assert mailable(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "fenna",
        "@example.org",
        "fenna@",
        "fenna@localhost",
        "fenna @example.org",
        "fenna@exa mple.org",
        "fenna@example.org, bram@example.org",
        "Fenna <fenna@example.org>",
        "fenna..dirks@example.org",
        ".fenna@example.org",
        "jörg@example.org",
        "fenna@-example.org",
        "fenna@example..org",
        "fenna@example.org\nBcc: bram@example.org",
        "fenna@example.org\r",
        '"fenna dirks"@example.org',
        "fenna@[127.0.0.1]",
        "a@" + "b" * 64 + ".nl",
        "a" * 250 + "@b.nl",
    ],
)
def test_texts_that_are_no_address_or_not_for_every_server(address: str) -> None:
    assert not mailable(address)


@given(st.text(max_size=60) | st.emails())
def test_a_mailable_address_never_holds_what_ends_a_header(address: str) -> None:
    if mailable(address):
        assert address.isprintable()
        assert not set(address) & set(' ,;<>"\\()[]:')
