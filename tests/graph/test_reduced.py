"""Who sees what: the network that the rights of a class of viewers leave, and its cut on a date."""

from datetime import date

import pytest

from graph.network import FOREVER
from graph.reduced import DATES_KEPT, ReducedNetwork
from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
from tests.graph.networks import Line, cut_of, ids, knows, network_of, node, person, relation

SECTOR = node("Sector", "VO", weighs="PUPILS")
PARKSTAD = node("Coalition", "parkstad", phase="WORKING")
MAASTRICHT = node("Coalition", "maastricht", phase="WORKING")
BOARD = node("SchoolBoard", "b1")
FENNA, MEHMET = person("fenna"), person("mehmet")


def seat(id: str, coalition: str, **members: object) -> list[Line]:
    return [node("Seat", id, sector="VO", mandate="DECIDE", **members), relation("SEAT_IN", id, coalition)]


TABLE = [SECTOR, PARKSTAD, MAASTRICHT, BOARD, FENNA, MEHMET, *seat("z1", "parkstad"), *seat("z2", "maastricht")]


def seen(viewer: ViewerClass, *lines: Line) -> set[str]:
    """The ids of everything that these viewers see of a network, whatever the date."""
    reduced = ReducedNetwork(network_of(lines), viewer)
    network = reduced.network
    nodes = {network.node_id(i) for i in reduced.node_seen.nonzero()[0].tolist()}
    return nodes | {network.relation_id(i) for i in reduced.relation_seen.nonzero()[0].tolist()}


ANYBODY, IN_PARKSTAD, IN_MAASTRICHT = member(), member("parkstad"), member("maastricht")


# Nodes


@pytest.mark.parametrize(
    ("visibility", "who"),
    [
        ("PUBLIC", {"public", "member", "parkstad", "steward"}),
        ("MEMBER", {"member", "parkstad", "steward"}),
        ("COALITION", {"steward"}),  # of no coalition: only the stewards are left
        ("STEWARD", {"steward"}),
    ],
)
def test_each_sees_what_is_open_to_them(visibility: str, who: set[str]) -> None:
    viewers = {"public": PUBLIC, "member": ANYBODY, "parkstad": IN_PARKSTAD, "steward": STEWARD}
    board = node("SchoolBoard", "b2", visibility=visibility)
    assert {name for name, viewer in viewers.items() if "b2" in seen(viewer, *TABLE, board)} == who


def test_people_are_for_members_and_organisations_for_everybody_unless_they_say_otherwise() -> None:
    lines = [*TABLE, person("open", visibility="PUBLIC"), node("SchoolBoard", "closed", visibility="MEMBER")]
    assert {"b1", "open"} <= seen(PUBLIC, *lines)
    assert not {"fenna", "mehmet", "closed"} & seen(PUBLIC, *lines)
    assert {"fenna", "mehmet", "closed"} <= seen(ANYBODY, *lines)


@pytest.mark.parametrize(
    "matter",
    [
        pytest.param([node("Meeting", "x", date="2026-01-01"), relation("HELD_BY", "x", "parkstad")], id="meeting"),
        pytest.param([node("Agreement", "x"), relation("LINKED_TO", "parkstad", "x")], id="agreement"),
        pytest.param([node("Channel", "x"), relation("PUBLISHES", "parkstad", "x")], id="channel"),
        pytest.param([node("Question", "x"), relation("ASKS", "parkstad", "x")], id="question"),
        pytest.param([person("x"), relation("HOLDS", "x", "z1")], id="holder of a seat"),
    ],
)
def test_what_is_a_coalitions_own_is_for_its_members_and_the_stewards(matter: list[Line]) -> None:
    lines = [*TABLE, {**matter[0], "visibility": "COALITION"}, matter[1]]
    assert "x" in seen(IN_PARKSTAD, *lines)
    assert "x" in seen(STEWARD, *lines)
    assert "x" not in seen(IN_MAASTRICHT, *lines)
    assert "x" not in seen(ANYBODY, *lines)
    assert "x" not in seen(PUBLIC, *lines)


def test_a_coalition_may_be_its_members_own_matter() -> None:
    hidden = [{**PARKSTAD, "visibility": "COALITION"}, *(line for line in TABLE if line is not PARKSTAD)]
    assert {"parkstad", "z1"} <= seen(IN_PARKSTAD, *hidden)
    assert not {"parkstad", "z1"} & seen(IN_MAASTRICHT, *hidden)


# Seats


@pytest.mark.parametrize("visibility", ["PUBLIC", "MEMBER", "COALITION", "STEWARD"])
def test_that_a_coalition_has_a_seat_is_seen_by_whoever_sees_the_coalition(visibility: str) -> None:
    seats = seat("z3", "parkstad", visibility=visibility)
    seats[1]["visibility"] = visibility
    assert {"z3", "SEAT_IN(z3,parkstad,)"} <= seen(PUBLIC, *TABLE, *seats)


def test_a_seat_of_a_hidden_coalition_is_hidden_even_if_it_is_public() -> None:
    hidden = [{**PARKSTAD, "visibility": "STEWARD"}, *(line for line in TABLE if line is not PARKSTAD)]
    assert not {"parkstad", "z1", "SEAT_IN(z1,parkstad,)"} & seen(ANYBODY, *hidden)


def test_a_hidden_holder_leaves_a_period_without_a_name() -> None:
    holds = relation("HOLDS", "fenna", "z1", since="2025-01-01", until="2026-01-01")
    open_end = relation("HOLDS", "mehmet", "z1", since="2026-01-01", visibility="STEWARD")
    network = network_of([*TABLE, holds, open_end])
    index = network.index("z1")
    first, second = date(2025, 1, 1).toordinal(), date(2026, 1, 1).toordinal()
    assert ReducedNetwork(network, PUBLIC).hidden_holdings == {index: [(first, second), (second, FOREVER)]}
    assert ReducedNetwork(network, ANYBODY).hidden_holdings == {index: [(second, FOREVER)]}
    assert ReducedNetwork(network, STEWARD).hidden_holdings == {}


def test_a_hidden_holder_of_a_hidden_seat_leaves_nothing() -> None:
    hidden = [{**PARKSTAD, "visibility": "STEWARD"}, *(line for line in TABLE if line is not PARKSTAD)]
    assert ReducedNetwork(network_of([*hidden, relation("HOLDS", "fenna", "z1")]), PUBLIC).hidden_holdings == {}


# Relations


def test_a_relation_is_seen_by_whoever_sees_both_of_its_ends_and_itself() -> None:
    works = relation("WORKS_FOR", "fenna", "b1")
    id = "WORKS_FOR(fenna,b1,)"
    assert id in seen(ANYBODY, *TABLE, works)
    assert id not in seen(PUBLIC, *TABLE, {**works, "visibility": "PUBLIC"})
    assert id not in seen(ANYBODY, *TABLE, {**works, "visibility": "STEWARD"})
    office = [{**FENNA, "visibility": "PUBLIC"}, *(line for line in TABLE if line is not FENNA)]
    assert id not in seen(PUBLIC, *office, works)
    assert id in seen(PUBLIC, *office, {**works, "visibility": "PUBLIC"})


def test_a_relation_of_a_coalitions_own_is_for_its_members() -> None:
    holds = relation("HOLDS", "fenna", "z1", visibility="COALITION")
    id = "HOLDS(fenna,z1,)"
    assert id in seen(IN_PARKSTAD, *TABLE, holds)
    assert id in seen(STEWARD, *TABLE, holds)
    assert id not in seen(IN_MAASTRICHT, *TABLE, holds)
    assert id not in seen(ANYBODY, *TABLE, holds)


def test_a_steward_sees_everything_that_is_there() -> None:
    lines = [*TABLE, {**knows("fenna", "mehmet"), "visibility": "STEWARD"}, person("x", visibility="STEWARD")]
    network = network_of(lines)
    reduced = ReducedNetwork(network, STEWARD)
    assert int(reduced.node_seen.sum()) == network.size
    assert int(reduced.relation_seen.sum()) == len(network.relations)


def test_a_coalition_that_is_not_there_gives_no_rights() -> None:
    assert seen(member("nowhere"), *TABLE) == seen(ANYBODY, *TABLE)


# Dates


def test_something_is_present_from_since_up_to_but_not_on_until() -> None:
    line = node("SchoolBoard", "b2", since="2025-01-01", until="2026-01-01")
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)]
    assert [cut_of([line], day).index("b2") is not None for day in days] == [False, True, True, False]


def test_what_has_no_since_was_always_there_and_what_has_no_until_still_is() -> None:
    for day in (date.min, date(2026, 1, 1), date.max):
        assert cut_of([BOARD], day).index("b1") is not None


def test_a_relation_is_present_while_it_lasts_and_both_of_its_ends_do() -> None:
    fenna = person("fenna", since="2020-01-01", until="2026-01-01")
    works = relation("WORKS_FOR", "fenna", "b1", since="2019-01-01", until="2030-01-01")
    days = [date(2019, 6, 1), date(2020, 1, 1), date(2025, 12, 31), date(2026, 1, 1)]
    cuts = [cut_of([fenna, BOARD, works], day) for day in days]
    assert [int(cut.relation_present.sum()) for cut in cuts] == [0, 1, 1, 0]


def test_having_attended_a_meeting_has_no_period() -> None:
    attended = relation("ATTENDED", "fenna", "m1", since="2026-03-02", until="2026-03-03")
    cut = cut_of([FENNA, node("Meeting", "m1", date="2026-03-02"), attended], date(2026, 11, 15))
    fenna, meeting = cut.index("fenna"), cut.index("m1")
    assert fenna is not None
    assert cut.targets(fenna, "ATTENDED") == [meeting]


def test_a_cut_is_made_once_for_a_date_and_some_are_kept() -> None:
    reduced = ReducedNetwork(network_of(TABLE), STEWARD)
    first = reduced.on(date(2026, 1, 1))
    assert reduced.on(date(2026, 1, 1)) is first
    for day in range(2, DATES_KEPT + 2):
        reduced.on(date(2026, 1, day))
    assert reduced.on(date(2026, 1, 1)) is not first
    assert reduced.on(date(2026, 1, DATES_KEPT + 1)) is reduced.on(date(2026, 1, DATES_KEPT + 1))


# Asking a cut


def test_neighbours_are_those_of_a_type_that_are_present_and_seen() -> None:
    lines = [
        *TABLE,
        relation("WORKS_FOR", "fenna", "b1"),
        relation("WORKS_FOR", "fenna", "b1", since="2024-01-01"),
        relation("WORKS_FOR", "mehmet", "b1", until="2026-01-01"),
        relation("PARTNER_IN", "b1", "parkstad"),
    ]
    cut = cut_of(lines, date(2026, 11, 15), ANYBODY)
    board = cut.index("b1")
    assert board is not None
    assert ids(cut, cut.origins(board, "WORKS_FOR")) == ["fenna"]
    assert len(cut.relations_into(board, "WORKS_FOR")) == 2
    assert len(cut.ever_into(board, "WORKS_FOR")) == 3
    assert ids(cut, cut.targets(board, "PARTNER_IN")) == ["parkstad"]
    assert cut_of(lines, date(2026, 11, 15), PUBLIC).ever_into(board, "WORKS_FOR") == []


def test_a_kind_is_asked_for_by_itself_or_by_its_family() -> None:
    cut = cut_of([BOARD, node("Municipality", "m"), node("Region", "r"), FENNA])
    assert ids(cut, cut.of_kind("Organisation")) == ["b1", "m"]
    assert ids(cut, cut.of_kind("Area")) == ["m", "r"]
    assert ids(cut, cut.of_kind("SchoolBoard")) == ["b1"]
    assert len(cut.of_kind("Node")) == 4


def test_parts_and_wholes_are_followed_all_the_way() -> None:
    units = [node("OtherOrganisation", f"u{number}") for number in range(4)]
    parts = [relation("PART_OF", f"u{number}", f"u{number + 1}") for number in range(2)]
    gone = relation("PART_OF", "u2", "u3", until="2026-01-01")
    cut = cut_of([*units, *parts, gone], date(2026, 11, 15))
    middle = cut.index("u1")
    assert middle is not None
    assert sorted(ids(cut, cut.with_parts(middle))) == ["u0", "u1"]
    assert sorted(ids(cut, cut.with_wholes(middle))) == ["u1", "u2"]
