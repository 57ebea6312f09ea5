"""Rows about organisations, seats and meetings, in a workbook and in its template."""

from datetime import date
from io import BytesIO
from itertools import chain

from openpyxl import load_workbook

from seeds.spreadsheets import Outcome, template
from tests.seeds.networks import TODAY, node, relations, targets
from tests.spreadsheets.sheets import SEATS, around_a_table, csv, only, planned, saved, taken_in, workbook

ORGANISATIONS = "naam;soort;sectoren;onderdeel van;gemeente;werkgebied;DUO;is"


def test_an_organisation_is_made_with_all_that_is_said_of_it() -> None:
    row = "Basisschool De Brug;school;PO – Primair onderwijs; ;Kerkrade;Parkstad;34CD00;"
    after = taken_in(around_a_table(), csv(ORGANISATIONS, row))
    (school,) = [record for record in after.node_records() if record.name == "Basisschool De Brug"]
    assert (school.kind, school.members["codes"]) == ("School", {"DUO": "34CD00"})
    for type, target in (("IN_SECTOR", "PO"), ("LOCATED_IN", "GM0928"), ("ACTIVE_IN", "parkstad")):
        assert targets(after, type, school.id) == {target}


def test_a_code_tells_which_it_is_and_where_it_stood_is_history() -> None:
    after = taken_in(around_a_table(), csv(ORGANISATIONS, "De Nieuwe Wegwijzer;;;;Kerkrade;;12AB00;"))
    assert node(after, "school").name == "De Wegwijzer"
    located = {(r.target, r.since, r.until) for r in relations(after, "LOCATED_IN", origin="school")}
    assert located == {("GM0917", None, TODAY), ("GM0928", TODAY, None)}


def test_units_may_stand_above_what_they_are_part_of() -> None:
    rows = ("Team Jeugd;overige organisatie;;Afdeling Sociaal;;;;", "Afdeling Sociaal;overige organisatie;;Heerlen;;;;")
    after = taken_in(around_a_table(), csv(ORGANISATIONS, *rows))
    ids = {record.name: record.id for record in after.node_records()}
    assert targets(after, "PART_OF", ids["Team Jeugd"]) == {ids["Afdeling Sociaal"]}


def test_an_organisation_spelt_nearly_the_same_is_asked_and_another_kind_refused() -> None:
    asked = only(planned(around_a_table(), csv(ORGANISATIONS, "Basisschool de Wegwyzer;school;;;;;;")))
    assert [one.id for one in asked.doubts[0].candidates] == ["school"]
    refused = only(planned(around_a_table(), csv(ORGANISATIONS, "De Wegwijzer;ministerie;;;;;;school")))
    assert refused.problems[0].cell == "organisaties!B2"
    unknown = only(planned(around_a_table(), csv(ORGANISATIONS, "Iets Nieuws;kerk;XX;;;;;")))
    assert [problem.cell for problem in unknown.problems] == ["organisaties!B2", "organisaties!C2"]


def test_a_seat_passes_to_another_holder() -> None:
    row = "Coalitie Parkstad;GGD;GGD Zuid-Limburg;Heerlen;beslissen;René van der Bergh;1-11-2026"
    after = taken_in(around_a_table(), csv(SEATS, row))
    held = {(r.origin, r.since, r.until) for r in relations(after, "HOLDS")}
    assert held == {("noor", date(2024, 1, 1), date(2026, 11, 1)), ("rene", date(2026, 11, 1), None)}
    assert targets(after, "COVERS", "z") == {"GM0917"}


def test_a_new_seat_needs_a_mandate_and_which_of_two_is_asked() -> None:
    without = only(planned(around_a_table(), csv(SEATS, "Coalitie Parkstad;VO;;;;;")))
    assert without.problems[0].cell == "zetels!E2"
    after = taken_in(around_a_table(), csv(SEATS, "Coalitie Parkstad;VO – Voortgezet onderwijs;;Heerlen;adviseren;;"))
    (seat,) = [r.origin for r in relations(after, "SEAT_IN") if r.origin != "z"]
    assert node(after, seat).members == {"sector": "VO", "mandate": "ADVISE"}
    asked = only(planned(after, csv(SEATS, "Coalitie Parkstad;VO;;Kerkrade;adviseren;;")))
    assert [one.id for one in asked.doubts[0].candidates] == [seat]


def test_a_meeting_is_recorded_with_who_were_there() -> None:
    headings = "naam;datum;coalitie;aanwezigen"
    row = 'Overleg;14-3-2026;Coalitie Parkstad;"Noor Vaessen; Bergh, René van der"'
    after = taken_in(around_a_table(), csv(headings, row))
    (meeting,) = [record for record in after.node_records() if record.kind == "Meeting"]
    assert meeting.members["date"] == "2026-03-14"
    assert {r.origin for r in relations(after, "ATTENDED")} == {"noor", "rene"}
    assert only(planned(after, csv(headings, "Overleg;14-3-2027;;"))).problems[0].cell == "overleggen!B2"


def test_a_workbook_is_one_whole() -> None:
    file = workbook(
        Zetels=[
            ["coalitie", "sector", "mandaat", "organisatie", "houder", "houder sinds"],
            ["Coalitie Parkstad", "VO", "beslissen", "Bernardinus", "Piet Bos", date(2026, 2, 1)],
        ],
        personen=[["naam", "organisatie", "functie", "telefoon"], ["Piet Bos", "Bernardinus", "rector", "045-1"]],
        Organisations=[["name", "kind", "KVK"], ["Bernardinus", "school board", 12345678]],
        Notities=[["wat", "ook"], ["x", "y"]],
    )
    after = taken_in(around_a_table(), file)
    ids = {record.name: record.id for record in after.node_records()}
    (held,) = relations(after, "HOLDS", origin=ids["Piet Bos"])
    assert held.since == date(2026, 2, 1)
    assert node(after, ids["Bernardinus"]).members["codes"] == {"KVK": "12345678"}


def test_the_template_is_read_back_and_its_lists_are_those_of_the_store() -> None:
    before = around_a_table()
    sectors = [record for record in before.node_records() if record.kind == "Sector"]
    for language, title, row in (
        ("nl", "personen", ["Piet Bos", None, None, "GGD ZL", "arts"]),
        ("en", "people", ["Piet Bos", None, None, "GGD ZL", "arts"]),
    ):
        book = load_workbook(BytesIO(saved(template(sectors, "nl" if language == "nl" else "en")).content))
        assert "VO – Voortgezet onderwijs" in set(chain.from_iterable(book.worksheets[-1].values))
        seats = book.worksheets[3]
        assert {rule.formula1 for rule in seats.data_validations.dataValidation} == {"=Sectors", "=Mandates"}
        book[title].append(row)
        made = planned(before, saved(book))
        assert [(one.place, one.outcome) for one in made.rows] == [(f"{title}!2", Outcome.NEW)]
