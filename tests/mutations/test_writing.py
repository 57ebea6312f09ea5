"""Every mutation of the contract, by a steward, on both stores."""

from __future__ import annotations

from typing import Any

import pytest

from tests.asking import Asking
from tests.graph.networks import person, relation
from tests.mutations.office import (
    STEWARD,
    Refused,
    appoint,
    confirm,
    end,
    erase,
    line,
    merge,
    nothing_written,
    put,
    record_meeting,
    revert,
)
from tests.stores.networks import of_network, of_stream

HELD = "HOLDS(fenna,voorzitter,2025-01-01)"


@pytest.fixture
def steef(office: Asking) -> Asking:
    return office.by(STEWARD)


def kept(ask: Asking) -> bool:
    """Whether the store holds what the network in memory does."""
    return of_stream(ask.live.store.stream()) == (ask.live.network.version, of_network(ask.live.network))


def test_put_makes_what_is_new_and_changes_what_is_known(steef: Asking) -> None:
    result = put(
        steef,
        {"node": "Person", "id": "_:anna", "name": "Anna"},
        relation("WORKS_FOR", "_:anna", "bestuur", title="secretaris"),
        person("noor", name="Noor Vaessen-Bos"),
    )
    anna, function, noor = result["ids"]
    assert noor == "noor"
    assert line(steef, anna) == {"node": "Person", "id": anna, "name": "Anna", "visibility": "MEMBER"}
    assert line(steef, function) == {
        "relation": "WORKS_FOR", "id": function, "from": anna, "to": "bestuur", "title": "secretaris",
        "visibility": "MEMBER",
    }  # fmt: skip
    change = result["change"]
    assert (change["version"], change["by"], change["because"]) == (2, "Steef", "a test")
    assert sorted(change["touched"]) == sorted(result["ids"])
    assert result["network"] == {"version": 2, "asOf": "2026-11-15"}
    assert kept(steef)


def test_what_is_put_again_changes_nothing(steef: Asking) -> None:
    first = put(steef, person("anna"))
    again = put(steef, person("anna"))
    assert (again["change"], again["ids"], again["network"]["version"]) == (None, ["anna"], 2)
    assert first["change"]["version"] == 2
    assert nothing_written(steef, 2)


def test_a_dry_run_shows_the_network_that_would_be_and_leaves_nothing(steef: Asking) -> None:
    document = """mutation ($lines: [JSON!]!) { put(lines: $lines, because: "would", dryRun: true) {
        change { version } ids network { version people { totalCount } node(id: "fenna") { ... on Person {
            name functions { organisation { name } } } history { version } } } } }"""
    lines = [
        person("fenna", name="Fenna Bos"),
        {"node": "Person", "id": "_:x", "name": "Xander"},
        {"node": "School", "id": "_:s", "name": "De Windwijzer"},
        relation("WORKS_FOR", "fenna", "_:s", since="2026-01-01"),
    ]
    result = steef.data(document, lines=lines)["put"]
    assert (result["change"], result["network"]["version"]) == (None, 2)
    assert result["network"]["people"]["totalCount"] == 5
    fenna = result["network"]["node"]
    assert fenna["name"] == "Fenna Bos"
    assert [f["organisation"]["name"] for f in fenna["functions"]] == ["bestuur", "De Windwijzer"]
    assert fenna["history"] == [{"version": 1}]
    assert nothing_written(steef)
    assert all(steef.live.network.index(id) is None for id in result["ids"] if id != "fenna")
    put(steef, *lines)
    assert steef.network("people { totalCount }") == {"people": {"totalCount": 5}}
    assert kept(steef)


def test_the_network_of_a_result_is_that_after_the_change(steef: Asking) -> None:
    document = """mutation { appoint(seat: "voorzitter", person: "noor", since: "2026-11-01", because: "new") {
        network { version node(id: "voorzitter") { version ... on Seat { state holdings { person { id } } } }
                  person: node(id: "noor") { history { version because } relations { totalCount } } } } }"""
    network = steef.data(document)["appoint"]["network"]
    assert (network["version"], network["node"]["version"]) == (2, 1)
    assert network["node"]["holdings"] == [{"person": {"id": "noor"}}]
    assert network["node"]["state"] == "FILLED"
    assert network["person"]["relations"]["totalCount"] == 4


def test_mutations_of_one_operation_come_one_after_the_other(steef: Asking) -> None:
    document = """mutation {
        one: put(lines: [{node: "Person", id: "anna", name: "Anna"}], because: "new") { network { version } }
        two: put(lines: [{relation: "KNOWS", from: "anna", to: "noor", strength: "GOOD"}], because: "met") {
            network { version node(id: "anna") { history { version } relations { totalCount } } } }
        three: put(lines: [{node: "Persoon"}], because: "wrong") { network { version } }
        four: confirm(ids: ["anna"]) { network { version node(id: "anna") { confirmedAt history { version } } } } }"""
    answer = steef.answer(document)
    assert answer["data"] == {
        "one": {"network": {"version": 2}},
        "two": {"network": {"version": 3, "node": {"history": [{"version": 2}], "relations": {"totalCount": 1}}}},
        "three": None,
        "four": {
            "network": {
                "version": 4,
                "node": {"confirmedAt": "2026-11-15", "history": [{"version": 4}, {"version": 2}]},
            }
        },
    }
    assert [error["path"] for error in answer["errors"]] == [["three"]]


def test_appointing_ends_the_predecessors_holding(steef: Asking) -> None:
    result = appoint(steef, "voorzitter", "noor", "2026-10-01")
    assert result["ids"] == ["HOLDS(noor,voorzitter,2026-10-01)", HELD]
    predecessor = line(steef, HELD)
    assert predecessor is not None
    assert predecessor["until"] == "2026-10-01"
    assert kept(steef)


def test_a_meeting_is_recorded_with_everybody_who_was_there(steef: Asking) -> None:
    result = record_meeting(steef, "Overleg", "2026-11-01", ["fenna", "noor"], coalition="parkstad")
    meeting = result["ids"][0]
    assert line(steef, meeting) == {
        "node": "Meeting", "id": meeting, "name": "Overleg", "date": "2026-11-01", "visibility": "PUBLIC",
    }  # fmt: skip
    assert sorted(result["ids"][1:]) == sorted(
        [f"ATTENDED(fenna,{meeting},)", f"ATTENDED(noor,{meeting},)", f"HELD_BY({meeting},parkstad,)"]
    )
    attendees = steef.data("query ($id: ID!) { node(id: $id) { ... on Meeting { attendees { id } } } }", id=meeting)
    assert attendees == {"node": {"attendees": [{"id": "fenna"}, {"id": "noor"}]}}
    assert kept(steef)


def test_ending_and_confirming(steef: Asking) -> None:
    assert end(steef, HELD, "bestuur", until="2026-12-01")["ids"] == [HELD, "bestuur"]
    assert confirm(steef, HELD, "noor")["change"]["because"] == "confirmed"
    assert confirm(steef, "fenna", on="2026-05-01")["ids"] == ["fenna"]
    lines = [line(steef, id) or {} for id in (HELD, "bestuur", "noor", "fenna")]
    assert [one.get("until") for one in lines] == ["2026-12-01", "2026-12-01", None, None]
    assert [one.get("confirmedAt") for one in lines] == ["2026-11-15", None, "2026-11-15", "2026-05-01"]
    assert kept(steef)


def test_a_merged_node_can_be_read_back_with_both_histories(steef: Asking) -> None:
    put(steef, person("f.d.", name="F. Dirks", phone="1"), relation("WORKS_FOR", "f.d.", "bestuur", title="lid"))
    put(steef, person("f.d.", name="F. Dirks-Bos"))
    result = merge(steef, "fenna", "f.d.")
    assert result["ids"][:2] == ["fenna", "f.d."]
    told = steef.data(
        """{ absorbed: node(id: "f.d.") { name until successors { id } history { version } }
             kept: node(id: "fenna") { predecessors { id } history { version }
                ... on Person { phone functions { title } } } network { node(id: "fenna") { id } } }"""
    )
    assert told["absorbed"] == {
        "name": "F. Dirks-Bos",
        "until": "2026-11-15",
        "successors": [{"id": "fenna"}],
        "history": [{"version": 4}, {"version": 3}, {"version": 2}],
    }
    assert told["kept"]["predecessors"] == [{"id": "f.d."}]
    assert told["kept"]["history"] == [{"version": 1}]  # it lacked nothing that the other had
    assert sorted(f["title"] for f in told["kept"]["functions"]) == ["bestuurder", "lid"]
    assert steef.error('{ network { node(id: "f.d.") { id } } }')["code"] == "NOT_FOUND"
    assert kept(steef)


def test_a_change_is_reverted_by_another(steef: Asking) -> None:
    before = of_network(steef.live.network)
    put(steef, person("anna"), relation("KNOWS", "anna", "noor", strength="GOOD"), person("noor", name="N."))
    result = revert(steef, 2, because="in the wrong network")
    assert of_network(steef.live.network) == before
    assert (result["change"]["version"], result["change"]["because"]) == (3, "in the wrong network")
    assert sorted(result["ids"]) == ["KNOWS(anna,noor,)", "anna", "noor"]
    assert kept(steef)


def test_a_change_on_which_others_rest_is_not(steef: Asking) -> None:
    put(steef, person("anna"))
    put(steef, relation("KNOWS", "anna", "noor", strength="GOOD"), because="they met")
    refused = revert(steef, 2)
    assert (refused.code, refused.field, refused["actual"]) == ("CONFLICT", "version", [3])
    assert "version 3, by Steef: they met" in refused.message
    revert(steef, 3)
    revert(steef, 2)
    assert line(steef, "anna") is None


@pytest.mark.parametrize("version", [0, -1, 2, 2**31 - 1])
def test_a_version_that_never_was_is_not_found(steef: Asking, version: int) -> None:
    refused = revert(steef, version)
    assert (refused.code, refused.field, refused["expected"]) == ("NOT_FOUND", "version", "a version from 1 to 1")


# Based on a version


MUTATIONS: dict[str, Any] = {
    "put": lambda ask, **more: put(ask, person("fenna", name="Fenna Bos"), **more),
    "appoint": lambda ask, **more: appoint(ask, "voorzitter", "mehmet", **more),
    "end": lambda ask, **more: end(ask, HELD, "fenna", **more),
    "merge": lambda ask, **more: merge(ask, "noor", "fenna", **more),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_what_has_changed_since_the_version_seen_is_a_conflict(steef: Asking, name: str) -> None:
    seen = 1
    put(steef, person("mehmet", name="Mehmet Y."))
    put(
        steef,
        person("fenna", name="Fenna D."),
        relation("HOLDS", "fenna", "voorzitter", since="2025-01-01", until="2027-01-01"),
        because="as she asked",
    )
    refused = MUTATIONS[name](steef, basedOn=seen)
    assert (refused.code, refused.field, refused["actual"], refused["expected"]) == ("CONFLICT", "basedOn", 3, 1)
    assert "changed in version 3, by Steef, on 20" in refused.message
    assert refused.message.endswith("UTC: as she asked")
    assert nothing_written(steef, 3)
    assert not isinstance(MUTATIONS[name](steef, basedOn=3), Refused)


def test_what_others_changed_meanwhile_is_no_conflict(steef: Asking) -> None:
    put(steef, person("mehmet", name="Mehmet Y."))
    assert put(steef, person("fenna", name="Fenna Bos"), basedOn=1)["change"]["version"] == 3


def test_revert_is_based_on_a_version_too(steef: Asking) -> None:
    put(steef, person("fenna", name="Fenna Bos"))
    put(steef, person("fenna", name="Fenna Dirks-Bos"))
    assert revert(steef, 3, basedOn=2).code == "CONFLICT"
    assert revert(steef, 3, basedOn=3)["change"]["version"] == 4


# Wrong input


def test_errors_of_lines_are_told_with_their_paths(steef: Asking) -> None:
    refused = put(
        steef,
        person("anna"),
        {"node": "Persoon", "id": "x"},
        relation("HOLDS", "anna", "nergens", since="2026-01-01", until="2025-01-01"),
        {"node": "School", "id": "s", "name": "s", "codes": {"BEVOEGD_GEZAG": "41249"}},
        7,
    )
    assert refused.code == "BAD_INPUT"
    assert [error["field"] for error in refused["errors"]] == [
        "lines[1].node",
        "lines[2].until",
        "lines[3].codes.BEVOEGD_GEZAG",
        "lines[4]",
    ]
    assert refused.field == "lines[1].node"
    assert refused["total"] == len(refused["errors"])
    assert nothing_written(steef)


def test_everything_that_is_wrong_with_the_lines_is_told(steef: Asking) -> None:
    good = {"node": "School", "id": "s", "name": "s", "codes": {"BEVOEGD_GEZAG": "41249"}}
    refused = put(
        steef, relation("HOLDS", "noor", "nergens"), good, relation("HOLDS", "noor", "stil", since="2026-01-01")
    )
    assert {error["field"]: error["message"] for error in refused["errors"]} == {
        "lines[0].to": "«nergens» does not exist",
        "lines[1].codes.BEVOEGD_GEZAG": "«41249» is the code of «bestuur»",
        "lines[2].since": "two people would hold the seat at the same time: «stil», "
        "2025-03-07 to now and 2026-01-01 to now",
    }


@pytest.mark.parametrize(
    ("document", "code", "field"),
    [
        ('appoint(seat: "nergens", person: "noor", since: "2026-01-01", because: "x") { ids }', "NOT_FOUND", "seat"),
        ('appoint(seat: "lid", person: "niemand", since: "2026-01-01", because: "x") { ids }', "NOT_FOUND", "person"),
        ('appoint(seat: "noor", person: "noor", since: "2026-01-01", because: "x") { ids }', "BAD_INPUT", "seat"),
        ('appoint(seat: "lid", person: "lid", since: "2026-01-01", because: "x") { ids }', "BAD_INPUT", "person"),
        ('recordMeeting(name: "", date: "2026-01-01", attendees: [], because: "x") { ids }', "BAD_INPUT", "name"),
        ('recordMeeting(name: "x", date: "2026-11-16", attendees: [], because: "x") { ids }', "BAD_INPUT", "date"),
        (
            'recordMeeting(name: "x", date: "2026-01-01", attendees: ["noor", "lid"], because: "x") { ids }',
            "BAD_INPUT",
            "attendees[1]",
        ),
        (
            'recordMeeting(name: "x", date: "2026-01-01", attendees: [], coalition: "k", because: "x") { ids }',
            "NOT_FOUND",
            "coalition",
        ),
        ('end(ids: [], until: "2026-01-01", because: "x") { ids }', "BAD_INPUT", "ids"),
        ('end(ids: ["noor", "niemand"], until: "2026-01-01", because: "x") { ids }', "NOT_FOUND", "ids[1]"),
        ('end(ids: ["HOLDS(noor,lid,2025-01-01)"], until: "2024-01-01", because: "x") { ids }', "BAD_INPUT", "ids[0]"),
        ('confirm(ids: ["noor"], on: "2026-11-16") { ids }', "BAD_INPUT", "on"),
        ('confirm(ids: ["HOLDS(noor,lid)"]) { ids }', "NOT_FOUND", "ids[0]"),
        ('merge(keep: "noor", absorb: "noor", because: "x") { ids }', "BAD_INPUT", "absorb"),
        ('merge(keep: "noor", absorb: "lid", because: "x") { ids }', "BAD_INPUT", "absorb"),
        ('merge(keep: "voorzitter", absorb: "lid", because: "x") { ids }', "BAD_INPUT", "absorb"),
        ('merge(keep: "niemand", absorb: "lid", because: "x") { ids }', "NOT_FOUND", "keep"),
        ('erase(person: "niemand", because: "x") { nodes }', "NOT_FOUND", "person"),
        ('erase(person: "lid", because: "x") { nodes }', "BAD_INPUT", "person"),
        ('erase(person: "noor", because: "wil Noor Vaessen zo") { nodes }', "BAD_INPUT", "because"),
        ('put(lines: [], because: " ") { ids }', "BAD_INPUT", "because"),
        ('put(lines: [], because: "x", basedOn: 2) { ids }', "BAD_INPUT", "basedOn"),
        ('put(lines: [{node: "Person", name: "Anna Bos"}], because: "Anna Bos komt") { ids }', "BAD_INPUT", "because"),
        ('end(ids: ["noor"], until: "2026-12-01", because: "n.vaessen@example.org") { ids }', "BAD_INPUT", "because"),
    ],
)
def test_wrong_input_is_told_where_it_is_and_nothing_is_written(
    quick_office: Asking, document: str, code: str, field: str
) -> None:
    error = quick_office.by(STEWARD).error(f"mutation {{ {document} }}")
    assert (error["code"], error["field"]) == (code, field)
    assert nothing_written(quick_office)


def test_seats_that_two_people_hold_are_not_merged_and_it_says_why(quick_office: Asking) -> None:
    refused = merge(quick_office.by(STEWARD), "voorzitter", "lid")
    assert (refused.code, refused.field) == ("BAD_INPUT", "absorb")
    assert "two people would hold the seat at the same time: «voorzitter»" in refused.message


def test_an_erasure_leaves_a_receipt(steef: Asking) -> None:
    receipt = erase(steef, "fenna")
    assert (receipt["nodes"], receipt["relations"], receipt["changes"]) == (1, 3, 1)
    assert receipt["change"]["version"] == 2
    assert kept(steef)
