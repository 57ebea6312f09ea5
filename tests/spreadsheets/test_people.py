"""Rows about people: who they are, and what happens to their functions."""

from datetime import date

import pytest

from graph.network import Network
from graph.viewers import member
from seeds.spreadsheets import Outcome
from tests.seeds.networks import TODAY, node, relations
from tests.spreadsheets.sheets import PEOPLE, around_a_table, csv, only, planned, taken_in


def functions(network: Network, person: str) -> set[tuple[object, ...]]:
    """Title, organisation, begin and end of somebody's functions."""
    found = relations(network, "WORKS_FOR", origin=person)
    return {(r.members.get("title"), r.target, r.since and str(r.since), r.until and str(r.until)) for r in found}


@pytest.mark.parametrize(
    ("row", "because"),
    [
        ("Noor Vaessen;noor@example.org;;;;;;", "the same name and e-mail address"),
        ("N.J. Vaessen;NOOR@example.org;;;;;;", "the same e-mail address, and a name that is alike"),
        ("Vaessen, Noor;;GGD Zuid-Limburg;;;;;", "the same name at the same organisation"),
        ("Noor Vaéssen;;;;;;;", "the only one of that name"),
        ("Noor Vaessen;noor.vaessen@example.org;GGD ZL;;;;;", "the same name at the same organisation"),
        ("dhr. Noor Vaessen;;;;;;;noor", "as answered"),
    ],
)
def test_somebody_is_known_however_they_are_written(row: str, because: str) -> None:
    found = only(planned(around_a_table(), csv(PEOPLE, row)))
    assert (found.id, found.because and found.because.partition(";")[0]) == ("noor", because)


def test_particles_and_accents_do_not_matter() -> None:
    found = only(planned(around_a_table(), csv(PEOPLE, "Bergh, Rene van der;;GGD Zuid-Limburg;arts;;;;")))
    assert (found.id, found.outcome) == ("rene", Outcome.SAME)


@pytest.mark.parametrize(
    ("row", "because"),
    [
        ("N. Vaessen;;;;;;;", "the same surname, initials that fit"),
        ("Noor Vaesen;;;;;;;", "a surname one letter apart, the same given name"),
        ("Noor Vaessen-Dirks;;De Wegwijzer;;;;;", "half of a double surname, the same given name"),
        ("Noor Vaessen;ander@example.org;De Wegwijzer;;;;;", "the same name"),
        ("Kees Bos;noor@example.org;;;;;;", "the same e-mail address, but another name"),
    ],
)
def test_what_is_doubtful_is_asked_with_its_reason(row: str, because: str) -> None:
    before = around_a_table()
    asked = only(planned(before, csv(PEOPLE, row)))
    assert asked.outcome is Outcome.DOUBTFUL
    (candidate,) = asked.doubts[0].candidates
    assert (asked.doubts[0].cell, candidate.id) == ("personen!A2", "noor")
    assert candidate.because == f"{because}; Gezondheidsbevordering"
    assert only(planned(before, csv(PEOPLE, row), answers={"personen!2": "noor"})).id == "noor"
    assert only(planned(before, csv(PEOPLE, row), answers={"PERSONEN!a2": "New"})).outcome is Outcome.NEW


def test_two_of_one_name_are_asked_and_an_answer_holds_the_next_time() -> None:
    file = csv(PEOPLE, "Noor Vaessen;;De Wegwijzer;juf;;;;nieuw")
    after = taken_in(around_a_table(), file)
    (new,) = [r.origin for r in relations(after, "WORKS_FOR") if r.members.get("title") == "juf"]
    assert new != "noor"
    asked = only(planned(after, csv(PEOPLE, "Noor Vaessen;;;;;;;")))
    assert {candidate.id for candidate in asked.doubts[0].candidates} == {"noor", new}


def test_rows_of_one_new_person_make_one_person() -> None:
    rows = ("Piet Bos;piet@example.org;GGD ZL;arts;;;;", "P. Bos;piet@example.org;Gemeente Heerlen;adviseur;;;;")
    after = taken_in(around_a_table(), csv(PEOPLE, *rows))
    (piet,) = [r for r in after.node_records() if r.kind == "Person" and r.id not in ("noor", "rene")]
    assert functions(after, piet.id) == {("arts", "ggd", None, None), ("adviseur", "GM0917", None, None)}
    assert piet.sources[0].title == "spreadsheet blad.csv"


def test_a_row_may_be_answered_with_another_row() -> None:
    rows = ("Piet Bos;;GGD ZL;arts;;;;", "Piet Bosch;;De Wegwijzer;schoolarts;;;;personen!2")
    after = taken_in(around_a_table(), csv(PEOPLE, *rows))
    (piet,) = {r.origin for r in relations(after, "WORKS_FOR")} - {"noor", "rene"}
    assert len(functions(after, piet)) == 2
    assert node(after, piet).name == "Piet Bos"


def test_a_changed_function_ends_and_a_new_one_begins() -> None:
    after = taken_in(around_a_table(), csv(PEOPLE, "Noor Vaessen;;Gezondheidsbevordering;manager;jeugd;1-9-2026;;"))
    assert functions(after, "noor") == {
        ("coördinator", "unit", "2022-01-01", "2026-09-01"),
        ("manager", "unit", "2026-09-01", None),
    }


def test_a_function_that_changed_on_an_unknown_day_changed_today() -> None:
    after = taken_in(around_a_table(), csv(PEOPLE, "Noor Vaessen;;Gezondheidsbevordering;manager;;;;"))
    assert (("manager", "unit", str(TODAY), None)) in functions(after, "noor")


def test_a_second_function_that_has_its_own_row_replaces_nothing() -> None:
    rows = ("Noor Vaessen;;Gezondheidsbevordering;manager;;;;", "Noor Vaessen;;Gezondheidsbevordering;coördinator;;;;")
    after = taken_in(around_a_table(), csv(PEOPLE, *rows))
    assert functions(after, "noor") == {("coördinator", "unit", "2022-01-01", None), ("manager", "unit", None, None)}


def test_a_function_that_ended_is_ended_and_one_elsewhere_stays() -> None:
    rows = ("Noor Vaessen;;GGD ZL;coördinator;;;2026-06-01;", "Noor Vaessen;;Gemeente Heerlen;adviseur;;2026-06-01;;")
    after = taken_in(around_a_table(), csv(PEOPLE, *rows, name="p.csv"), answers={"personen!3": "noor"})
    assert functions(after, "noor") == {
        ("coördinator", "unit", "2022-01-01", "2026-06-01"),
        ("adviseur", "GM0917", "2026-06-01", None),
    }


def test_which_of_two_functions_changed_is_not_guessed() -> None:
    more = {"relation": "WORKS_FOR", "id": "w", "from": "noor", "to": "unit", "title": "trainer", "since": "2023-01-01"}
    row = only(planned(around_a_table(more), csv(PEOPLE, "Noor Vaessen;;Gezondheidsbevordering;manager;;;;")))
    assert row.outcome is Outcome.REJECTED
    assert row.problems[0].cell == "personen!D2"
    assert "«coördinator», «trainer»" in row.problems[0].message


def test_who_stands_in_for_whom_may_stand_further_down() -> None:
    headings = "name;organisation;function;deputy of"
    rows = ("Ans Bos;GGD ZL;arts;Bea Kuil", "Bea Kuil;GGD ZL;arts;")
    after = taken_in(around_a_table(), csv(headings, *rows))
    ids = {record.name: record.id for record in after.node_records()}
    (function,) = relations(after, "WORKS_FOR", origin=ids["Ans Bos"])
    assert function.members["deputyOf"] == ids["Bea Kuil"]


def test_empty_cells_take_nothing_away() -> None:
    before = around_a_table()
    after = taken_in(before, csv("naam;e-mail;telefoon;organisatie", "Noor Vaessen;;045-123;GGD ZL"))
    assert node(after, "noor").members == {"email": "noor@example.org", "phone": "045-123"}
    assert functions(after, "noor") == functions(before, "noor")


def test_who_is_not_to_be_seen_is_no_match_and_in_no_question() -> None:
    file = csv(PEOPLE, "R. van der Bergh;;GGD Zuid-Limburg;arts;;;;")
    before = around_a_table()
    assert only(planned(before, file)).outcome is Outcome.DOUBTFUL
    assert only(planned(before, file, viewer=member())).outcome is Outcome.NEW
    answered = only(planned(before, file, viewer=member(), answers={"personen!2": "rene"}))
    unknown = only(planned(before, file, viewer=member(), answers={"personen!2": "nobody"}))
    assert answered.problems == unknown.problems
    assert answered.outcome is Outcome.REJECTED


def test_an_unknown_organisation_is_a_problem_and_one_that_is_alike_a_question_asked_once_for_all() -> None:
    rows = ("Piet Bos;;GGD Zuid-Limbrug;arts;;;;", "Ans Kuil;;GGD Zuid-Limbrug;arts;;;;", "Bea Tol;;Onbekend;arts;;;;")
    made = planned(around_a_table(), csv(PEOPLE, *rows))
    assert [row.outcome for row in made.rows] == [Outcome.DOUBTFUL, Outcome.DOUBTFUL, Outcome.REJECTED]
    assert [doubt.cell for row in made.rows for doubt in row.doubts] == ["personen!C2", "personen!C3"]
    assert made.rows[2].problems[0].cell == "personen!C4"
    assert made.lines == ()
    answered = planned(around_a_table(), csv(PEOPLE, *rows[:2]), answers={"personen!C2": "ggd"})
    assert answered.is_whole


def test_a_row_that_is_rejected_leaves_nothing_behind() -> None:
    rows = ("Piet Bos;piet@example.org;GGD ZL;arts;;2026-02-30;;", "P. Bos;piet@example.org;;;;;;")
    made = planned(around_a_table(), csv(PEOPLE, *rows))
    assert [row.outcome for row in made.rows] == [Outcome.REJECTED, Outcome.NEW]
    assert [line.get("name") for line in made.lines] == ["P. Bos"]


def test_confirmations_go_forward_only() -> None:
    headings = "naam;organisatie;functie;bevestigd op"
    after = taken_in(around_a_table(), csv(headings, "Noor Vaessen;GGD ZL;coördinator;2026-10-01"))
    assert node(after, "noor").confirmed_at == date(2026, 10, 1)
    earlier = planned(after, csv(headings, "Noor Vaessen;GGD ZL;coördinator;2025-10-01"))
    assert only(earlier).outcome is Outcome.SAME
    future = planned(after, csv(headings, "Noor Vaessen;GGD ZL;coördinator;2027-10-01"))
    assert only(future).problems[0].cell == "personen!D2"
