"""Whether lines fit the vocabulary, each other and the network: each rule, and the touches that right lines come to."""

import time
from collections.abc import Sequence

import pytest

from graph.errors import LineError, RejectedLines
from graph.network import Network
from graph.records import Touch
from graph.validation import check_touches, proposed
from tests.graph.networks import Line, knows, network_of, node, person, relation

BOARD = node("SchoolBoard", "b1", codes={"BEVOEGD_GEZAG": "41249"})
SCHOOL = node("School", "s1", codes={"DUO": "12AB00"})
SECTOR = node("Sector", "VO", weighs="PUPILS")
COALITION = node("Coalition", "k1", phase="WORKING")
SEAT = node("Seat", "z1", sector="VO", mandate="DECIDE")
SEATED = relation("SEAT_IN", "z1", "k1")
TABLE = (SECTOR, COALITION, SEAT, SEATED)
FENNA, MEHMET = person("fenna"), person("mehmet")


def touched(network: Network, *lines: Line, replace: bool = False) -> dict[str, Touch]:
    return {touch.id: touch for touch in proposed(network, list(enumerate(lines, 1)), replace=replace)}


def rejected(network: Network, *lines: Line, replace: bool = False) -> Sequence[LineError]:
    with pytest.raises(RejectedLines) as raised:
        proposed(network, list(enumerate(lines, 1)), replace=replace)
    return raised.value.errors


def the_error(network: Network, *lines: Line, replace: bool = False) -> str:
    (error,) = rejected(network, *lines, replace=replace)
    return str(error)


NOTHING = network_of([])


# What lines come to


def test_what_is_new_has_no_before_and_what_is_known_is_updated_whole() -> None:
    network = network_of([{**FENNA, "email": "f@example.org", "confirmedAt": "2026-01-01"}, MEHMET])
    changed = touched(network, {**FENNA, "name": "Fenna Dirks"}, MEHMET, BOARD)
    assert list(changed) == ["b1", "fenna"]
    assert changed["b1"].before is None
    assert changed["fenna"].before == network.node_by_id("fenna")
    after = changed["fenna"].after
    assert after is not None
    assert "email" not in after.members  # a line is the whole of its node
    assert after.confirmed_at is None


def test_lines_that_are_known_come_to_nothing() -> None:
    lines = [FENNA, MEHMET, knows("fenna", "mehmet"), BOARD, relation("WORKS_FOR", "fenna", "b1", title="directeur")]
    assert touched(network_of(lines), *lines) == {}


def test_touches_come_in_one_order_whatever_the_order_of_the_lines() -> None:
    lines = [knows("fenna", "mehmet"), MEHMET, relation("WORKS_FOR", "fenna", "b1"), FENNA, BOARD]
    wanted = ["b1", "fenna", "mehmet", "KNOWS(fenna,mehmet,)", "WORKS_FOR(fenna,b1,)"]
    assert list(touched(NOTHING, *lines)) == wanted
    assert list(touched(NOTHING, *reversed(lines))) == wanted


def test_with_replace_what_is_not_named_is_removed() -> None:
    network = network_of([FENNA, MEHMET, knows("fenna", "mehmet")])
    changed = touched(network, MEHMET, replace=True)
    assert {id: touch.after for id, touch in changed.items()} == {"fenna": None, "KNOWS(fenna,mehmet,)": None}


def test_a_relation_of_a_person_is_for_members_by_default_also_when_the_person_comes_later() -> None:
    works = relation("WORKS_FOR", "fenna", "b1")
    succeeded = relation("SUCCEEDED_BY", "s1", "s2")
    changed = touched(network_of([BOARD]), works, FENNA, SCHOOL, node("School", "s2"), succeeded)
    assert changed["WORKS_FOR(fenna,b1,)"].record.visibility.name == "MEMBER"
    assert changed["SUCCEEDED_BY(s1,s2,)"].record.visibility.name == "PUBLIC"


# Ids


def test_the_same_line_twice_is_one_and_a_different_one_under_the_same_id_an_error() -> None:
    assert list(touched(NOTHING, FENNA, FENNA)) == ["fenna"]
    said = the_error(NOTHING, FENNA, MEHMET, {**FENNA, "name": "Fenna Bos"})
    assert said == "line 3: id: «fenna» stands with different content in line 1 (expected an id once)"


def test_parallel_relations_that_begin_on_one_day_need_an_id() -> None:
    one, other = (relation("WORKS_FOR", "fenna", "b1", title=title) for title in ("directeur", "leraar"))
    assert "different content" in the_error(NOTHING, FENNA, BOARD, one, other)
    assert len(touched(NOTHING, FENNA, BOARD, one, {**other, "id": "w2"})) == 4
    assert len(touched(NOTHING, FENNA, BOARD, one, {**other, "since": "2026-01-01"})) == 4


def test_an_id_keeps_its_kind_its_type_and_its_ends() -> None:
    network = network_of([FENNA, MEHMET, BOARD, knows("fenna", "mehmet", id="r1")])
    assert the_error(network, node("Region", "fenna")).startswith("line 1: id: «fenna» is known as a Person")
    assert "is known as a KNOWS from «fenna» to «mehmet»" in the_error(network, knows("mehmet", "fenna", id="r1"))
    assert "is known as a KNOWS" in the_error(network, relation("WORKS_FOR", "fenna", "b1", id="r1"))
    assert "is known as a SchoolBoard" in the_error(network, knows("mehmet", "fenna", id="b1"))
    assert "is known as a KNOWS" in the_error(network, person("r1"))


# Ends


def test_the_ends_of_a_relation_exist_in_the_network_or_in_the_lines() -> None:
    network = network_of([FENNA])
    assert len(touched(network, knows("fenna", "mehmet"), MEHMET)) == 2
    said = the_error(network, knows("fenna", "nobody"))
    assert said == "line 1: to: «nobody» does not exist (expected the id of a node of this network or file)"
    assert [e.member for e in rejected(NOTHING, knows("no", "body"))] == ["from", "to"]


def test_with_replace_the_ends_have_to_be_in_the_lines() -> None:
    network = network_of([FENNA, MEHMET])
    assert "«mehmet» does not exist" in the_error(network, FENNA, knows("fenna", "mehmet"), replace=True)


@pytest.mark.parametrize(
    ("type", "origin", "target", "said"),
    [
        ("WORKS_FOR", "b1", "fenna", "WORKS_FOR does not run from SchoolBoard to Person"),
        ("KNOWS", "fenna", "b1", "KNOWS does not run from Person to SchoolBoard"),
        ("PART_OF", "s1", "VO", "PART_OF does not run from School to Sector"),
        ("SUCCEEDED_BY", "s1", "b1", "SUCCEEDED_BY does not run from School to SchoolBoard"),
        ("LOCATED_IN", "b1", "b1", "LOCATED_IN does not run from SchoolBoard to SchoolBoard"),
    ],
)
def test_a_relation_runs_between_kinds_where_it_makes_sense(type: str, origin: str, target: str, said: str) -> None:
    members = {"strength": "GOOD"} if type == "KNOWS" else {}
    error = the_error(network_of([FENNA, BOARD, SCHOOL, SECTOR]), relation(type, origin, target, **members))
    assert error.startswith(f"line 1: relation: {said} (expected one of ")


@pytest.mark.parametrize(
    ("line", "node_"),
    [
        (knows("fenna", "fenna"), FENNA),
        (relation("PART_OF", "b1", "b1"), BOARD),
        (relation("SUCCEEDED_BY", "b1", "b1"), BOARD),
    ],
)
def test_nobody_knows_nor_is_a_part_of_themselves(line: Line, node_: Line) -> None:
    assert any("is its from too" in str(error) for error in rejected(NOTHING, node_, line))


# Members that name a node


def test_a_seat_is_of_a_sector_that_exists() -> None:
    assert "line 3: sector: «VO» does not exist (expected the id of a Sector)" in map(
        str, rejected(NOTHING, COALITION, SEATED, SEAT)
    )
    assert "sector: «k1» is a Coalition" in the_error(NOTHING, *TABLE[:2], SEATED, {**SEAT, "sector": "k1"})


def test_a_rule_is_of_sectors_that_exist() -> None:
    rules = [{"sectors": ["VO"]}, {"sectors": ["VO", "XX"]}]
    said = the_error(NOTHING, SECTOR, {**COALITION, "rules": rules})
    assert said == "line 2: rules[1].sectors: «XX» does not exist (expected the id of a Sector)"


def test_a_deputy_stands_in_for_a_person_that_exists() -> None:
    works = relation("WORKS_FOR", "fenna", "b1", deputyOf="b1")
    assert (
        the_error(NOTHING, FENNA, BOARD, works)
        == "line 3: deputyOf: «b1» is a SchoolBoard (expected the id of a Person)"
    )
    assert len(touched(NOTHING, FENNA, MEHMET, BOARD, {**works, "deputyOf": "mehmet"})) == 4


# Codes


def test_a_code_is_of_one_organisation_in_its_system() -> None:
    network = network_of([BOARD])
    double = node("SchoolBoard", "b2", codes={"BEVOEGD_GEZAG": "41249"})
    assert (
        the_error(network, double) == "line 1: codes.BEVOEGD_GEZAG: «41249» is the code of «b1» (expected a code once)"
    )
    assert "is the code of «b2»" in the_error(NOTHING, double, BOARD)
    assert len(touched(network, {**double, "codes": {"KVK": "41249"}})) == 1


def test_a_code_may_pass_to_another_in_one_go() -> None:
    network = network_of([BOARD, node("SchoolBoard", "b2", codes={"BEVOEGD_GEZAG": "2"})])
    swapped = [{**BOARD, "codes": {"BEVOEGD_GEZAG": "2"}}, node("SchoolBoard", "b2", codes={"BEVOEGD_GEZAG": "41249"})]
    assert len(touched(network, *swapped)) == 2
    assert len(touched(network, swapped[1], replace=True)) == 2
    assert "is the code of «b1»" in the_error(network, swapped[1])


# Seats


@pytest.mark.parametrize(
    ("type", "one", "other", "said"),
    [
        ("HOLDS", ("fenna", "z1"), ("mehmet", "z1"), "two people would hold the seat at the same time"),
        ("SEAT_IN", ("z1", "k1"), ("z1", "k2"), "the seat would be in two coalitions at the same time"),
        ("SEAT_FOR", ("z1", "b1"), ("z1", "b2"), "the seat would be of two organisations at the same time"),
    ],
)
def test_a_seat_has_one_holder_coalition_and_organisation_at_a_time(
    type: str, one: tuple[str, str], other: tuple[str, str], said: str
) -> None:
    there = [SECTOR, COALITION, {**COALITION, "id": "k2"}, FENNA, MEHMET, BOARD, node("SchoolBoard", "b2"), SEAT]
    seated = [] if type == "SEAT_IN" else [SEATED]
    network = network_of([*there, SEATED, relation(type, *one, until="2026-01-01")]) if type != "SEAT_IN" else None
    first = relation(type, *one, until="2026-01-01")
    assert said in the_error(NOTHING, *there, *seated, first, relation(type, *other, since="2025-12-31"))
    assert said in the_error(NOTHING, *there, *seated, first, relation(type, *other))
    assert len(touched(NOTHING, *there, *seated, first, relation(type, *other, since="2026-01-01"))) == 10 + len(seated)
    if network is not None:
        assert said in the_error(network, relation(type, *other, since="2025-12-31"))
        assert len(touched(network, relation(type, *other, since="2026-01-01"))) == 1


def test_of_two_holders_that_overlap_the_one_that_came_in_the_lines_is_named() -> None:
    network = network_of([*TABLE, FENNA, MEHMET, relation("HOLDS", "fenna", "z1", since="2026-01-01")])
    error = the_error(network, relation("HOLDS", "mehmet", "z1", since="2025-01-01"))
    assert error.startswith("line 1: since: two people would hold the seat at the same time: «z1», ")
    assert "2025-01-01 to now and 2026-01-01 to now" in error


def test_a_holding_may_be_ended_and_passed_on_in_one_go() -> None:
    holds = relation("HOLDS", "fenna", "z1", id="h1", since="2025-01-01")
    network = network_of([*TABLE, FENNA, MEHMET, holds])
    passed_on = touched(
        network, relation("HOLDS", "mehmet", "z1", since="2026-01-01"), {**holds, "until": "2026-01-01"}
    )
    assert len(passed_on) == 2


def test_a_seat_is_at_the_table_of_a_coalition() -> None:
    said = "seat «z1» is at no table (expected a SEAT_IN from it to its coalition)"
    assert the_error(NOTHING, SECTOR, SEAT) == f"line 2: {said}"
    assert len(touched(network_of(TABLE), {**SEAT, "mandate": "LISTEN"})) == 1
    assert the_error(network_of(TABLE), SECTOR, COALITION, SEAT, replace=True) == f"line 3: {said}"


# Parts


def test_nothing_is_a_part_of_itself_by_a_roundabout_way() -> None:
    units = [node("OtherOrganisation", id) for id in ("u1", "u2", "u3")]
    one, two, three = (relation("PART_OF", f"u{n}", f"u{n % 3 + 1}") for n in (1, 2, 3))
    assert len(touched(NOTHING, *units, one, two)) == 5
    assert "would be a part of itself: " in the_error(NOTHING, *units, one, two, three)
    assert the_error(network_of([*units, one, two]), three).startswith("line 1: to: would be a part of itself: ")


def test_a_round_of_parts_that_were_never_there_on_one_day_is_none() -> None:
    units = [node("OtherOrganisation", id) for id in ("u1", "u2")]
    first = relation("PART_OF", "u1", "u2", until="2026-01-01")
    assert len(touched(NOTHING, *units, first, relation("PART_OF", "u2", "u1", since="2026-01-01"))) == 4
    assert "part of itself" in the_error(NOTHING, *units, first, relation("PART_OF", "u2", "u1", since="2025-12-31"))


# Removing


def test_a_node_is_not_removed_from_under_its_relations() -> None:
    network = network_of([FENNA, MEHMET, knows("fenna", "mehmet")])
    fenna, met = Touch(network.node_by_id("fenna"), None), Touch(network.relation_by_id("KNOWS(fenna,mehmet,)"), None)
    with pytest.raises(RejectedLines, match="would lose one of its ends"):
        check_touches(network, [fenna])
    check_touches(network, [fenna, met])


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("VO", "«VO», which «z1» names, would be gone"),
        ("mehmet", r"«mehmet», which «WORKS_FOR\(fenna,b1,\)» names, would be gone"),
        ("PO", "«PO», which «k1» names, would be gone"),
    ],
)
def test_a_node_is_not_removed_while_something_else_names_it(id: str, said: str) -> None:
    po = node("Sector", "PO", weighs="PUPILS")
    ruled = {**COALITION, "rules": [{"sectors": ["PO"]}]}
    deputy = relation("WORKS_FOR", "fenna", "b1", deputyOf="mehmet")
    network = network_of([SECTOR, po, ruled, SEAT, SEATED, FENNA, MEHMET, BOARD, deputy])
    with pytest.raises(RejectedLines, match=said):
        check_touches(network, [Touch(network.node_by_id(id), None)])


def test_a_seat_is_not_left_without_a_table() -> None:
    network = network_of(TABLE)
    seated = network.relation_by_id("SEAT_IN(z1,k1,)")
    with pytest.raises(RejectedLines, match="is at no table"):
        check_touches(network, [Touch(seated, None)])
    check_touches(network, [Touch(seated, None), Touch(network.node_by_id("z1"), None)])


# Errors


def test_every_error_is_told_in_the_order_of_the_lines_up_to_a_hundred() -> None:
    lines = [knows("fenna", f"p{number}") for number in range(150)]
    with pytest.raises(RejectedLines) as raised:
        proposed(network_of([FENNA]), list(enumerate([*lines, {"node": "x"}], 1)), source="people.jsonl")
    assert raised.value.total == 151
    assert [error.line for error in raised.value.errors] == list(range(1, 101))
    assert raised.value.source == "people.jsonl"
    assert raised.value.code == "BAD_INPUT"
    assert str(raised.value.extensions()["total"]) == "151"


def test_lines_of_one_file_that_hang_on_a_wrong_line_are_told_beside_it() -> None:
    errors = rejected(NOTHING, {**FENNA, "email": 5}, MEHMET, knows("fenna", "mehmet"))
    assert [(error.line, error.member) for error in errors] == [(1, "email"), (3, "from")]


def test_many_lines_are_checked_in_little_time() -> None:
    people = [person(f"p{number}") for number in range(5_000)]
    units = [node("OtherOrganisation", f"u{number}") for number in range(2_000)]
    chain = [relation("PART_OF", f"u{number}", f"u{number + 1}") for number in range(1_999)]
    circle = [knows(f"p{number}", f"p{(number + 1) % 5_000}") for number in range(5_000)]
    before = time.monotonic()
    assert len(touched(NOTHING, *people, *units, *chain, *circle)) == 13_999
    assert time.monotonic() - before < 10.0
