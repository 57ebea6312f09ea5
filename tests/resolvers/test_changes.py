"""The change log as each viewer may read it, on both stores.

Fenna is a member's business, the board is everybody's, Sem is for stewards only.
"""

from __future__ import annotations

from typing import Any

from graph.viewers import PUBLIC, STEWARD, member
from resolvers.context import MOST_DETAILS
from tests.asking import Ask, Asking
from tests.graph.networks import Line, node, relation

BOARD = node("SchoolBoard", "b1", name="Stichting Parkstad")
FENNA = node("Person", "fenna", email="fenna@example.org", introducible=True)
SEM = node("Person", "sem", visibility="STEWARD")
FENNA_WORKS = relation("WORKS_FOR", "fenna", "b1", title="bestuurder", since="2020-01-01")
SEM_WORKS = relation("WORKS_FOR", "sem", "b1", deputyOf="fenna")
LINES: list[Line] = [BOARD, FENNA, SEM, FENNA_WORKS, SEM_WORKS]

CHANGES = "{ changes(since: 0) { version by because touched details } }"
HISTORY = "query ($id: ID!) { node(id: $id) { history { version by because touched details } } }"


def changes(ask: Asking) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask.data(CHANGES)["changes"]
    return found


def history(ask: Asking, id: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask.data(HISTORY, id=id)["node"]["history"]
    return found


def test_a_steward_reads_everything_that_a_change_touched(ask: Ask) -> None:
    steward = ask(LINES)
    (change,) = changes(steward)
    assert (change["version"], change["by"], change["because"]) == (1, "Tess", "a test")
    assert change["touched"] == ["b1", "fenna", "sem", "WORKS_FOR(fenna,b1,2020-01-01)", "WORKS_FOR(sem,b1,)"]
    after = {detail["id"]: detail["after"] for detail in change["details"]}
    assert after["fenna"]["email"] == "fenna@example.org"
    assert after["fenna"]["introducible"] is True


def test_others_read_only_what_they_may_see(ask: Ask) -> None:
    steward = ask(LINES)
    (public,) = changes(steward.by(PUBLIC))
    assert public["touched"] == ["b1"]
    (members,) = changes(steward.by(member()))
    assert members["touched"] == ["b1", "fenna", "WORKS_FOR(fenna,b1,2020-01-01)"]
    fenna = members["details"][1]["after"]
    assert fenna["email"] == "fenna@example.org"
    assert "introducible" not in fenna


def test_names_of_writers_are_for_members(ask: Ask) -> None:
    steward = ask(LINES)
    assert changes(steward.by(PUBLIC))[0]["by"] == ""
    assert changes(steward.by(member()))[0]["by"] == "Tess"


def test_a_change_of_which_nothing_may_be_seen_is_not_there(ask: Ask) -> None:
    steward = ask(LINES)
    steward.write([{**SEM, "name": "Sem Smit"}])
    steward.write([{**BOARD, "name": "Stichting Mijnstreek"}])
    assert [change["version"] for change in changes(steward)] == [1, 2, 3]
    assert [change["version"] for change in changes(steward.by(member()))] == [1, 3]


def test_what_is_hidden_now_is_hidden_in_the_log_of_when_it_was_not(ask: Ask) -> None:
    steward = ask(LINES)
    steward.write([{**FENNA, "visibility": "STEWARD"}])
    (change,) = changes(steward.by(member()))
    assert change["touched"] == ["b1"]


def test_what_was_hidden_then_is_not_shown_as_it_was(ask: Ask) -> None:
    steward = ask(LINES)
    steward.write([{**SEM, "name": "Sem Smit", "visibility": "MEMBER"}])
    change = changes(steward.by(member()))[1]
    assert change["touched"] == ["sem"]
    assert change["details"][0]["before"] is None
    assert change["details"][0]["after"]["name"] == "Sem Smit"


def test_that_something_was_removed_is_told_to_who_could_see_it(ask: Ask) -> None:
    steward = ask([*LINES, node("Region", "r")])
    steward.write(LINES, replace=True)
    assert changes(steward.by(PUBLIC))[1]["details"] == [
        {"id": "r", "before": {"node": "Region", "id": "r", "name": "r", "visibility": "PUBLIC"}, "after": None}
    ]
    steward.write([BOARD], replace=True)
    assert [change["version"] for change in changes(steward.by(PUBLIC))] == [1, 2]
    last = changes(steward.by(member()))[-1]
    assert last["touched"] == ["fenna"]  # the functions went with an end that nobody sees any more


def test_of_what_is_gone_only_its_going_is_told_but_to_stewards(ask: Ask) -> None:
    steward = ask([*LINES, node("Region", "r")])
    steward.write(LINES, replace=True)
    assert "r" not in changes(steward.by(PUBLIC))[0]["touched"]
    assert "r" in changes(steward)[0]["touched"]


def test_an_id_that_the_viewer_may_not_see_is_left_out_of_members(ask: Ask) -> None:
    steward = ask(
        [
            BOARD,
            {**FENNA, "visibility": "STEWARD"},
            node("Person", "gijs", visibility="PUBLIC"),
            relation("WORKS_FOR", "gijs", "b1", deputyOf="fenna", title="adjunct", visibility="PUBLIC"),
        ]
    )
    (change,) = changes(steward.by(PUBLIC))
    after = change["details"][-1]["after"]
    assert after["title"] == "adjunct"
    assert "deputyOf" not in after
    assert changes(steward)[0]["details"][-1]["after"]["deputyOf"] == "fenna"


def test_changes_come_after_a_version_in_order_and_no_more_than_asked_for(ask: Ask) -> None:
    steward = ask(LINES)
    for name in ("Eén", "Twee", "Drie"):
        steward.write([{**BOARD, "name": name}])
    versions = "{ changes(since: 1, first: 2) { version } }"
    assert [change["version"] for change in steward.data(versions)["changes"]] == [2, 3]
    assert steward.data("{ changes(since: 4) { version } }")["changes"] == []
    assert steward.data("{ changes(since: 99) { version } }")["changes"] == []


def test_hidden_changes_do_not_shorten_a_page(ask: Ask) -> None:
    steward = ask(LINES)
    for name in ("Eén", "Twee", "Drie"):
        steward.write([{**SEM, "name": name}])
    steward.write([{**BOARD, "name": "Vier"}])
    page = "{ changes(since: 1, first: 1) { version } }"
    assert steward.by(PUBLIC).data(page)["changes"] == [{"version": 5}]


def test_the_history_of_a_node_is_newest_first_and_about_it_alone(ask: Ask) -> None:
    steward = ask(LINES)
    steward.write([{**BOARD, "name": "Twee"}, {**SEM, "name": "Sem Smit"}])
    found = history(steward, "b1")
    assert [(change["version"], change["touched"]) for change in found] == [(2, ["b1"]), (1, ["b1"])]
    before, after = found[0]["details"][0]["before"], found[0]["details"][0]["after"]
    assert (before["name"], after["name"]) == ("Stichting Parkstad", "Twee")


def test_hidden_times_do_not_shorten_a_history(ask: Ask) -> None:
    steward = ask([*LINES[:2]])
    for name in ("Eén", "Twee", "Drie"):
        steward.write([{**FENNA, "name": name, "visibility": "STEWARD"}])
    steward.write([{**FENNA, "visibility": "PUBLIC"}])
    seen = steward.by(PUBLIC).data('{ node(id: "fenna") { history(first: 2) { version } } }')
    assert seen["node"]["history"] == [{"version": 5}]
    assert [change["version"] for change in history(steward, "fenna")] == [5, 4, 3, 2, 1]


def test_an_operation_reads_one_version_of_the_log_too(ask: Ask) -> None:
    steward = ask(LINES)
    context = steward.context()
    steward.write([{**BOARD, "name": "Twee"}])
    asked = '{ network { version } changes(since: 0) { version } node(id: "b1") { name history { version } } }'
    assert steward.data_in(context, asked) == {
        "network": {"version": 1},
        "changes": [{"version": 1}],
        "node": {"name": "Stichting Parkstad", "history": [{"version": 1}]},
    }


def test_a_coalitions_own_matters_stand_in_its_members_log(ask: Ask) -> None:
    lines = [
        node("Coalition", "k1", phase="FORMING"),
        node("Agreement", "a1", visibility="COALITION"),
        relation("LINKED_TO", "k1", "a1"),
    ]
    steward = ask(lines)
    assert changes(steward.by(member("k1")))[0]["touched"] == ["a1", "k1", "LINKED_TO(k1,a1,)"]
    assert changes(steward.by(member("k2")))[0]["touched"] == ["k1"]
    assert changes(steward.by(STEWARD))[0]["touched"] == ["a1", "k1", "LINKED_TO(k1,a1,)"]


def test_details_of_one_answer_are_bounded_and_what_is_left_out_says_how_to_go_on(ask: Ask) -> None:
    steward = ask(LINES)
    steward.write(node("Region", f"r{number}") for number in range(MOST_DETAILS))
    steward.write(node("Region", f"r{number}", name="x") for number in range(MOST_DETAILS + 1))
    answer = steward.answer("{ changes(since: 0) { touched details } }")
    assert [len(change["details"] or ()) for change in answer["data"]["changes"]] == [5, 0, 0]
    assert len(answer["data"]["changes"][2]["touched"]) == MOST_DETAILS + 1
    alone, never = (error["extensions"] for error in answer["errors"])
    assert (alone["code"], alone["field"], alone["actual"]) == ("TOO_COSTLY", "details", MOST_DETAILS)
    assert alone["help"] == "Ask for `changes(since: 1, first: 1)`."
    (change,) = steward.data("{ changes(since: 1, first: 1) { details } }")["changes"]
    assert len(change["details"]) == MOST_DETAILS
    assert "`history`" in never["help"]
