"""Representation by hand: the state of cells, what gaps weigh, their order, and who could fill them."""

from __future__ import annotations

from datetime import date

import pytest

from graph.cut import Cut
from graph.representation import Cell, CellState, Gap, Representation, candidates, representation
from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
from graph.weights import Weight
from tests.graph.lines_by_hand import (
    TODAY_TEXT,
    coalition,
    days_ago,
    holds,
    municipality,
    organisation,
    rule,
    seat,
    sector,
    works,
)
from tests.graph.networks import TODAY, Line, at, cut_of, ids, knows, node, person, relation

FILLED, UNCONFIRMED, WEAK_MANDATE, EXPIRED, VACANT, NO_SEAT, HIDDEN = CellState

PEOPLE = [person(name) for name in ("ada", "bas", "cor", "dirk")]
SECTORS = [
    *sector("PO"),
    *sector("SBO", below="PO"),
    *sector("VO"),
    *sector("KO", "PLACES"),
    *sector("GGD", "CHILDREN"),
]
AREAS = [node("Region", "parkstad"), *municipality("heerlen", "parkstad"), *municipality("kerkrade", "parkstad")]
AROUND = [*PEOPLE, *SECTORS, *AREAS]

OLD = days_ago(400)


def represented(
    lines: list[Line], *, around: list[Line] = AROUND, day: date = TODAY, viewer: ViewerClass = STEWARD
) -> tuple[Cut, Representation]:
    cut = cut_of([*around, *lines], day, viewer)
    return cut, representation(cut, at(cut, "c"))


def only_cell(*lines: Line, viewer: ViewerClass = STEWARD) -> Cell:
    _, found = represented(list(lines), viewer=viewer)
    (cell,) = found.cells
    return cell


def table(*rules: Line) -> list[Line]:
    return coalition("c", *rules, active="parkstad")


TWO = table(rule("VO", minimum=2, mandate="ADVISE"))
ONE = table(rule("VO", mandate="ADVISE"))


def confirmed(id: str, holder: str) -> list[Line]:
    return seat(id, "c", holder=holder)


def unconfirmed(id: str, holder: str) -> list[Line]:
    return [*seat(id, "c"), holds(holder, id, confirmedAt=OLD)]


def weak(id: str, holder: str) -> list[Line]:
    return seat(id, "c", mandate="LISTEN", holder=holder)


def expired(id: str) -> list[Line]:
    return [*seat(id, "c"), holds("dirk", id, until="2026-01-01")]


def vacant(id: str) -> list[Line]:
    return seat(id, "c")


# Cells


@pytest.mark.parametrize(
    ("seats", "expected"),
    [
        (confirmed("z1", "ada"), FILLED),
        (unconfirmed("z1", "ada"), UNCONFIRMED),
        (weak("z1", "ada"), WEAK_MANDATE),
        (expired("z1"), EXPIRED),
        (vacant("z1"), VACANT),
        ([], NO_SEAT),
        (
            [*vacant("z1"), *expired("z2"), *weak("z3", "ada"), *unconfirmed("z4", "bas"), *confirmed("z5", "cor")],
            FILLED,
        ),
        ([*vacant("z1"), *expired("z2"), *weak("z3", "ada"), *unconfirmed("z4", "bas")], UNCONFIRMED),
        ([*vacant("z1"), *expired("z2"), *weak("z3", "ada")], WEAK_MANDATE),
        ([*vacant("z1"), *expired("z2")], EXPIRED),
    ],
)
def test_a_cell_of_one_is_what_its_best_seat_is(seats: list[Line], expected: CellState) -> None:
    assert only_cell(*ONE, *seats).state is expected


@pytest.mark.parametrize(
    ("seats", "expected", "filled"),
    [
        ([*confirmed("z1", "ada"), *confirmed("z2", "bas")], FILLED, 2),
        ([*confirmed("z1", "ada"), *confirmed("z2", "bas"), *confirmed("z3", "cor")], FILLED, 3),
        ([*confirmed("z1", "ada"), *unconfirmed("z2", "bas")], UNCONFIRMED, 1),
        ([*confirmed("z1", "ada"), *weak("z2", "bas")], WEAK_MANDATE, 1),
        ([*unconfirmed("z1", "ada"), *weak("z2", "bas")], WEAK_MANDATE, 0),
        ([*confirmed("z1", "ada"), *vacant("z2")], VACANT, 1),
        ([*confirmed("z1", "ada"), *expired("z2")], EXPIRED, 1),
        ([*confirmed("z1", "ada"), *expired("z2"), *vacant("z3")], EXPIRED, 1),
        (confirmed("z1", "ada"), VACANT, 1),  # filled, but too few
        (unconfirmed("z1", "ada"), VACANT, 0),
        (weak("z1", "ada"), VACANT, 0),
    ],
)
def test_a_cell_of_two_is_what_two_of_its_people_reach_together(
    seats: list[Line], expected: CellState, filled: int
) -> None:
    cell = only_cell(*TWO, *seats)
    assert (cell.state, cell.filled) == (expected, filled)


def test_one_person_counts_once_in_a_cell_for_the_best_of_their_seats() -> None:
    twice = [*confirmed("z1", "ada"), *confirmed("z2", "ada")]
    assert (only_cell(*TWO, *twice).state, only_cell(*TWO, *twice).filled) == (VACANT, 1)
    assert only_cell(*ONE, *weak("z1", "ada"), *confirmed("z2", "ada")).state is FILLED
    assert only_cell(*ONE, *unconfirmed("z1", "ada"), *weak("z2", "ada")).state is UNCONFIRMED
    assert only_cell(*TWO, *twice, *unconfirmed("z3", "bas")).state is UNCONFIRMED


def test_one_person_counts_in_each_cell_of_theirs() -> None:
    rules = table(rule("VO"), rule("PO", "VO"))
    _, found = represented([*rules, *confirmed("z1", "ada")])
    assert [cell.state for cell in found.cells] == [FILLED, FILLED]
    assert (found.filled, found.required) == (2, 2)


@pytest.mark.parametrize(
    ("mandate", "asked", "expected"),
    [
        ("LISTEN", "LISTEN", FILLED),
        ("LISTEN", "ADVISE", WEAK_MANDATE),
        ("ADVISE", "ADVISE", FILLED),
        ("ADVISE", "DECIDE", WEAK_MANDATE),
        ("DECIDE", "DECIDE", FILLED),
        ("DECIDE", "LISTEN", FILLED),
    ],
)
def test_a_seat_has_at_least_the_mandate_of_the_rule_or_is_weak(mandate: str, asked: str, expected: CellState) -> None:
    lines = [*table(rule("VO", mandate=asked)), *seat("z1", "c", mandate=mandate, holder="ada")]
    assert only_cell(*lines).state is expected


def test_a_weak_mandate_is_told_before_an_old_confirmation() -> None:
    lines = [*ONE, *seat("z1", "c", mandate="LISTEN"), holds("ada", "z1", confirmedAt=OLD)]
    assert only_cell(*lines).state is WEAK_MANDATE


def test_a_seat_counts_for_a_rule_of_its_sector_or_of_one_above_it() -> None:
    lines = seat("z1", "c", "SBO", holder="ada")
    assert only_cell(*table(rule("SBO")), *lines).state is FILLED
    assert only_cell(*table(rule("PO")), *lines).state is FILLED
    assert only_cell(*table(rule("VO", "PO")), *lines).state is FILLED
    assert only_cell(*table(rule("VO")), *lines).state is NO_SEAT
    assert only_cell(*table(rule("SBO")), *seat("z1", "c", "PO", holder="ada")).state is NO_SEAT


def test_a_seat_at_another_table_or_no_longer_at_this_one_does_not_count() -> None:
    other = [*coalition("other"), *seat("z1", "other", holder="ada")]
    assert only_cell(*ONE, *other).state is NO_SEAT
    moved = [line | {"until": TODAY_TEXT} if line.get("relation") == "SEAT_IN" else line for line in vacant("z1")]
    assert only_cell(*ONE, *moved, holds("ada", "z1")).state is NO_SEAT


def test_a_past_seat_counts_as_it_was_on_its_last_day() -> None:
    past = [*seat("z1", "c", until="2026-06-01"), holds("ada", "z1")]
    assert only_cell(*ONE, *past).state is EXPIRED
    left_earlier = [line | {"until": "2026-05-31"} if line.get("relation") == "SEAT_IN" else line for line in past]
    assert only_cell(*ONE, *left_earlier).state is NO_SEAT
    stayed = [line | {"until": "2026-06-01"} if line.get("relation") == "SEAT_IN" else line for line in past]
    assert only_cell(*ONE, *stayed).state is EXPIRED


def test_a_seat_that_has_not_begun_does_not_count() -> None:
    assert only_cell(*ONE, *seat("z1", "c", since=days_ago(-1), holder="ada")).state is NO_SEAT


# Cells of municipalities


def by_municipality(*lines: Line, rules: list[Line] | None = None) -> dict[str, CellState]:
    cut, found = represented([*(rules or table(rule("VO", per="MUNICIPALITY"))), *lines])
    return {cut.node(cell.municipality).name: cell.state for cell in found.cells if cell.municipality is not None}


def test_a_rule_per_municipality_has_a_cell_for_each_of_the_coalitions_area() -> None:
    assert by_municipality() == {"heerlen": NO_SEAT, "kerkrade": NO_SEAT}
    assert by_municipality(rules=coalition("c", rule("VO", per="MUNICIPALITY"), active="heerlen")) == {
        "heerlen": NO_SEAT
    }
    assert by_municipality(rules=coalition("c", rule("VO", per="MUNICIPALITY"))) == {}


def test_a_municipality_that_has_left_the_area_has_no_cell() -> None:
    around = [line | {"until": TODAY_TEXT} if line.get("from") == "kerkrade" else line for line in AROUND]
    cut, found = represented(table(rule("VO", per="MUNICIPALITY")), around=around)
    assert [ids(cut, [cell.municipality]) for cell in found.cells if cell.municipality is not None] == [["heerlen"]]


def test_a_seat_fills_the_cells_of_the_municipalities_it_covers() -> None:
    assert by_municipality(*seat("z1", "c", covers=["heerlen"], holder="ada")) == {
        "heerlen": FILLED,
        "kerkrade": NO_SEAT,
    }


def test_a_seat_without_covers_fills_the_cells_of_the_whole_area() -> None:
    assert by_municipality(*confirmed("z1", "ada")) == {"heerlen": FILLED, "kerkrade": FILLED}


@pytest.mark.parametrize("members", [{"until": TODAY_TEXT}, {"since": days_ago(-1)}])
def test_a_seat_whose_covers_have_all_ended_or_not_begun_covers_nothing(members: Line) -> None:
    lines = [*confirmed("z1", "ada"), relation("COVERS", "z1", "heerlen", **members)]
    assert by_municipality(*lines) == {"heerlen": NO_SEAT, "kerkrade": NO_SEAT}


def test_a_past_seat_covers_what_it_covered_on_its_last_day() -> None:
    lines = [*seat("z1", "c", until="2026-06-01"), holds("ada", "z1")]
    lines += [relation("COVERS", "z1", "heerlen", until="2026-06-01")]
    lines += [relation("COVERS", "z1", "kerkrade", until="2026-05-31")]
    assert by_municipality(*lines) == {"heerlen": EXPIRED, "kerkrade": NO_SEAT}


def test_filled_is_the_sum_of_the_people_who_fill_cells_at_most_their_minimum() -> None:
    # VO asks 2 of each of two municipalities, PO 1 of the coalition: 5. Heerlen has 3 of 2, Kerkrade 1 of 2, PO 0 of 1.
    rules = table(rule("VO", minimum=2, per="MUNICIPALITY"), rule("PO"))
    seats = [*seat("z1", "c", covers=["heerlen", "kerkrade"], holder="ada")]
    seats += [*seat("z2", "c", covers=["heerlen"], holder="bas"), *seat("z3", "c", covers=["heerlen"], holder="cor")]
    _, found = represented([*rules, *seats])
    assert [cell.filled for cell in found.cells] == [3, 1, 0]
    assert (found.filled, found.required) == (2 + 1 + 0, 5)


def test_a_coalition_without_rules_requires_nothing() -> None:
    _, found = represented(table())
    assert (found.cells, found.gaps, found.filled, found.required) == ((), (), 0, 0)


# Hidden holders


ANYBODY, IN_C = member(), member("c")


def hidden(id: str, holder: str) -> list[Line]:
    return [*seat(id, "c"), holds(holder, id, visibility="COALITION")]


def test_a_cell_is_hidden_when_a_hidden_holder_could_make_the_difference() -> None:
    lines = [*ONE, *hidden("z1", "ada"), *vacant("z2"), *expired("z3")]
    assert only_cell(*lines).state is FILLED
    assert only_cell(*lines, viewer=IN_C).state is FILLED
    assert only_cell(*lines, viewer=ANYBODY).state is HIDDEN
    assert only_cell(*lines, viewer=PUBLIC).state is HIDDEN


def test_a_cell_that_is_filled_anyway_is_not_hidden() -> None:
    assert only_cell(*ONE, *hidden("z1", "ada"), *confirmed("z2", "bas"), viewer=ANYBODY).state is FILLED
    assert only_cell(*ONE, *hidden("z1", "ada"), *unconfirmed("z2", "bas"), viewer=ANYBODY).state is UNCONFIRMED
    assert only_cell(*ONE, *hidden("z1", "ada"), *weak("z2", "bas"), viewer=ANYBODY).state is WEAK_MANDATE


def test_a_cell_of_two_with_one_hidden_holder_is_hidden_only_beside_somebody_else() -> None:
    assert only_cell(*TWO, *hidden("z1", "ada"), *confirmed("z2", "bas"), viewer=ANYBODY).state is HIDDEN
    assert only_cell(*TWO, *hidden("z1", "ada"), *weak("z2", "bas"), viewer=ANYBODY).state is HIDDEN
    assert only_cell(*TWO, *hidden("z1", "ada"), *hidden("z2", "bas"), viewer=ANYBODY).state is HIDDEN
    alone = [*TWO, *hidden("z1", "ada"), *vacant("z2")]
    assert only_cell(*alone, viewer=ANYBODY).state is only_cell(*alone).state is VACANT, "one more would not do"
    assert only_cell(*TWO, *hidden("z1", "ada"), *expired("z2"), viewer=ANYBODY).state is EXPIRED


def test_a_hidden_holder_is_counted_nowhere() -> None:
    lines = [*TWO, *hidden("z1", "ada"), *confirmed("z2", "bas")]
    _, found = represented(lines, viewer=ANYBODY)
    assert (found.filled, found.required, found.cells[0].filled) == (1, 2, 1)
    assert len(found.cells[0].seats) == 2, "that there is a seat is not hidden"


# What a gap leaves out


SCHOOLS = [
    *organisation("s1", kind="School", sectors=["PO"], located="heerlen", pupils={"2024": 100, "2025": 120}),
    *organisation("s2", kind="School", sectors=["SBO"], located="heerlen", pupils={"2026": 30, "2027": 999}),
    *organisation("s3", kind="School", sectors=["PO"], located="kerkrade", pupils={"2025": 50}),
    *organisation("s4", kind="School", sectors=["VO"], located="kerkrade", pupils={"2025": 700}),
]


def gaps(lines: list[Line], *rules: Line, around: list[Line] = AROUND, day: date = TODAY) -> dict[str | None, Weight]:
    """The weights of gaps, by the name of the municipality."""
    cut, found = represented([*table(*rules), *lines], around=around, day=day)
    return {_municipality(cut, gap): gap.weight for gap in found.gaps}


def _municipality(cut: Cut, gap: Gap) -> str | None:
    return None if gap.cell.municipality is None else cut.node(gap.cell.municipality).name


def weighs(share: float | None, **units: int | None) -> Weight:
    return Weight(units.get("pupils"), units.get("places"), units.get("children"), share)


PER_MUNICIPALITY = rule("PO", per="MUNICIPALITY")


def test_a_gap_weighs_the_pupils_of_its_sectors_and_those_below_in_the_latest_year() -> None:
    # Heerlen 120 + 30 (special primary lies below primary; 2027 is still to come), Kerkrade 50: 150 / 200 and 50 / 200
    assert gaps(SCHOOLS, PER_MUNICIPALITY) == {
        "heerlen": weighs(0.75, pupils=150),
        "kerkrade": weighs(0.25, pupils=50),
    }
    assert gaps(SCHOOLS, rule("PO")) == {None: weighs(1.0, pupils=200)}
    assert gaps(SCHOOLS, rule("SBO")) == {None: weighs(1.0, pupils=30)}


def test_a_year_after_the_date_does_not_count_yet() -> None:
    assert gaps(SCHOOLS, rule("PO"), day=date(2024, 12, 31)) == {None: weighs(1.0, pupils=100)}
    assert gaps(SCHOOLS, rule("PO"), day=date(2025, 1, 1)) == {None: weighs(1.0, pupils=170)}


def test_a_school_of_two_of_the_sectors_counts_once() -> None:
    both = organisation("s5", kind="School", sectors=["PO", "VO"], located="heerlen", pupils={"2025": 10})
    assert gaps(both, rule("PO", "VO")) == {None: weighs(1.0, pupils=10)}


def test_a_school_that_has_closed_weighs_nothing() -> None:
    closed = organisation("s5", kind="School", sectors=["PO"], located="heerlen", pupils={"2025": 10}, until=TODAY_TEXT)
    assert gaps([*SCHOOLS, *closed], rule("PO")) == {None: weighs(1.0, pupils=200)}


def test_childcare_weighs_its_places() -> None:
    lines = organisation("k1", kind="ChildcareLocation", sectors=["KO"], located="heerlen", places=30)
    lines += organisation("k2", kind="ChildcareLocation", sectors=["KO"], located="kerkrade", places=10)
    assert gaps(lines, rule("KO", per="MUNICIPALITY")) == {
        "heerlen": weighs(0.75, places=30),
        "kerkrade": weighs(0.25, places=10),
    }


PEOPLED = [*PEOPLE, *SECTORS, node("Region", "parkstad"), *municipality("heerlen", "parkstad", children=12000)]
PEOPLED += municipality("kerkrade", "parkstad", children=4000)


def test_a_sector_that_weighs_in_children_weighs_those_of_the_municipality() -> None:
    assert gaps([], rule("GGD", per="MUNICIPALITY"), around=PEOPLED) == {
        "heerlen": weighs(0.75, children=12000),
        "kerkrade": weighs(0.25, children=4000),
    }


def test_of_several_units_the_largest_share_counts() -> None:
    lines = organisation("s1", kind="School", sectors=["PO"], located="heerlen", pupils={"2025": 40})
    lines += organisation("s2", kind="School", sectors=["PO"], located="kerkrade", pupils={"2025": 60})
    assert gaps(lines, rule("PO", "GGD", per="MUNICIPALITY"), around=PEOPLED) == {
        "heerlen": weighs(0.75, pupils=40, children=12000),  # 40 / 100 and 12,000 / 16,000
        "kerkrade": weighs(0.6, pupils=60, children=4000),  # 60 / 100 and 4,000 / 16,000
    }


def test_of_a_known_total_of_zero_nothing_is_left_out_and_its_gap_stands_last() -> None:
    none = organisation("s1", kind="School", sectors=["PO"], located="heerlen", pupils={"2025": 0})
    assert gaps(none, PER_MUNICIPALITY) == {"heerlen": weighs(0.0, pupils=0), "kerkrade": weighs(0.0, pupils=0)}
    unknown = organisation("s2", kind="School", sectors=["PO"], located="kerkrade")
    assert list(gaps([*none, *unknown], PER_MUNICIPALITY).items()) == [
        ("kerkrade", weighs(None)),
        ("heerlen", weighs(0.0, pupils=0)),
    ]


def test_what_no_register_was_loaded_for_is_unknown_and_not_zero() -> None:
    nothing = {"heerlen": weighs(None), "kerkrade": weighs(None)}
    assert gaps([], PER_MUNICIPALITY) == nothing
    without_figures = organisation("s1", kind="School", sectors=["PO"], located="heerlen")
    assert gaps(without_figures, PER_MUNICIPALITY) == nothing
    elsewhere = organisation("s1", kind="School", sectors=["PO"], pupils={"2025": 10})
    assert gaps(elsewhere, PER_MUNICIPALITY) == nothing, "outside the coalition's area"
    assert gaps([], rule("PO")) == {None: weighs(None)}


def test_a_municipality_without_locations_of_the_sector_leaves_out_zero() -> None:
    lines = organisation("s1", kind="School", sectors=["PO"], located="heerlen", pupils={"2025": 10})
    assert gaps(lines, PER_MUNICIPALITY)["kerkrade"] == weighs(0.0, pupils=0)


def test_a_municipality_whose_locations_have_no_figure_is_unknown() -> None:
    lines = organisation("s1", kind="School", sectors=["PO"], located="heerlen", pupils={"2025": 10})
    lines += organisation("s2", kind="School", sectors=["PO"], located="kerkrade")
    lines += organisation("s3", kind="School", sectors=["PO"], located="kerkrade", pupils={"2027": 10})
    assert gaps(lines, PER_MUNICIPALITY)["kerkrade"] == weighs(None)
    lines += organisation("s4", kind="School", sectors=["PO"], located="kerkrade", pupils={"2025": 30})
    assert gaps(lines, PER_MUNICIPALITY)["kerkrade"] == weighs(0.75, pupils=30), "the sum of what is known"


def test_a_figure_of_zero_is_known() -> None:
    lines = organisation("s1", kind="School", sectors=["PO"], located="heerlen", pupils={"2025": 10})
    lines += organisation("s2", kind="School", sectors=["PO"], located="kerkrade", pupils={"2025": 0})
    assert gaps(lines, PER_MUNICIPALITY)["kerkrade"] == weighs(0.0, pupils=0)


def test_the_pupils_of_a_school_count_where_it_is_located_and_nowhere_else() -> None:
    lines = organisation("s1", kind="School", sectors=["PO"], located="heerlen", active="kerkrade", pupils={"2025": 10})
    assert gaps(lines, PER_MUNICIPALITY) == {
        "heerlen": weighs(1.0, pupils=10),
        "kerkrade": weighs(0.0, pupils=0),
    }


def test_a_cell_that_is_filled_is_no_gap() -> None:
    assert gaps(seat("z1", "c", "PO", covers=["heerlen"], holder="ada"), PER_MUNICIPALITY).keys() == {"kerkrade"}


# The order of gaps


def order(lines: list[Line], *rules: Line, around: list[Line] = AROUND) -> list[tuple[str | None, list[str]]]:
    cut, found = represented([*table(*rules), *lines], around=around)
    return [(_municipality(cut, gap), ids(cut, gap.cell.rule.sectors)) for gap in found.gaps]


def test_unknown_shares_come_first_and_then_the_large_ones() -> None:
    # VO is known in Kerkrade only: 1 and 0; PO 0.75 and 0.25; of KO nothing is known.
    rules = [rule(id, per="MUNICIPALITY") for id in ("PO", "VO", "KO")]
    assert order(SCHOOLS, *rules) == [
        ("heerlen", ["KO"]),
        ("kerkrade", ["KO"]),
        ("kerkrade", ["VO"]),
        ("heerlen", ["PO"]),
        ("kerkrade", ["PO"]),
        ("heerlen", ["VO"]),
    ]


def test_equal_shares_are_ordered_by_municipality_and_sectors_a_cell_of_the_whole_coalition_first() -> None:
    rules = [rule("VO", per="MUNICIPALITY"), rule("VO"), rule("PO", per="MUNICIPALITY"), rule("KO", "PO"), rule("KO")]
    assert order([], *rules) == [
        (None, ["KO"]),
        (None, ["KO", "PO"]),
        (None, ["VO"]),
        ("heerlen", ["PO"]),
        ("heerlen", ["VO"]),
        ("kerkrade", ["PO"]),
        ("kerkrade", ["VO"]),
    ]


def test_gaps_are_ordered_by_names_and_not_by_ids() -> None:
    around = [*PEOPLE, node("Region", "parkstad")]
    around += [{"node": "Sector", "id": "A", "name": "voortgezet", "weighs": "PUPILS"}]
    around += [{"node": "Sector", "id": "B", "name": "primair", "weighs": "PUPILS"}]
    around += [
        {"node": "Municipality", "id": "1", "name": "Kerkrade"},
        {"node": "Municipality", "id": "2", "name": "Heerlen"},
    ]
    around += [relation("PART_OF", id, "parkstad") for id in ("1", "2")]
    rules = [rule("A", per="MUNICIPALITY"), rule("B", per="MUNICIPALITY")]
    assert order([], *rules, around=around) == [
        ("Heerlen", ["B"]),
        ("Heerlen", ["A"]),
        ("Kerkrade", ["B"]),
        ("Kerkrade", ["A"]),
    ]


# Candidates


TEACHERS = [*organisation("school", kind="School", sectors=["VO"], located="heerlen")]


def who(lines: list[Line], *rules: Line, cell: int = 0) -> list[tuple[str, int | None, float | None, int]]:
    cut, found = represented([*table(*(rules or [rule("VO")])), *TEACHERS, *lines])
    return [
        (cut.node(c.person).id, c.handshakes, c.strength, c.seats_held)
        for c in candidates(cut, at(cut, "c"), found.cells[cell])
    ]


MEMBER = [person("member"), *seat("seat of member", "c", "PO", holder="member")]


def test_candidates_are_the_people_of_the_sector_in_the_area() -> None:
    elsewhere = organisation("elsewhere", kind="School", sectors=["VO"])
    primary = organisation("primary", kind="School", sectors=["PO"], located="heerlen")
    lines = [*elsewhere, *primary, works("ada", "school"), works("bas", "elsewhere"), works("cor", "primary")]
    assert who(lines) == [("ada", None, None, 0)]
    assert {one for one, *_ in who(lines, rule("VO", "PO"))} == {"ada", "cor"}


def test_candidates_for_a_municipality_are_there() -> None:
    lines = [works("ada", "school"), *organisation("ggd", sectors=["VO"], active="parkstad"), works("bas", "ggd")]
    both = [("ada", None, None, 0), ("bas", None, None, 0)]
    assert who(lines, rule("VO", per="MUNICIPALITY")) == both
    assert who(lines, rule("VO", per="MUNICIPALITY"), cell=1) == both[1:]


def test_who_holds_a_filled_seat_of_the_cell_is_no_candidate_for_it_and_who_holds_another_is() -> None:
    two = rule("VO", minimum=3, mandate="ADVISE")
    lines = [works(name, "school") for name in ("ada", "bas", "cor")]
    lines += [*confirmed("z1", "ada"), *unconfirmed("z2", "bas"), *weak("z3", "cor")]
    assert [one for one, *_ in who(lines, two)] == ["bas", "cor"]


def test_who_has_a_seat_of_the_sector_there_is_a_candidate_as_for_a_need() -> None:
    other = [*coalition("other", active="heerlen"), *seat("z", "other", "VO", holder="ada")]
    assert [one for one, *_ in who(other)] == ["ada"]


def test_candidates_come_by_handshakes_to_the_nearest_member_and_then_by_strength() -> None:
    # Ada is two handshakes away, Bas one weak one, Cor one good one, nobody knows Dirk; all hold no seat.
    lines = [*MEMBER, person("between")]
    for name in ("ada", "bas", "cor", "dirk"):  # each at a school of their own, so that they are no colleagues
        lines += [
            *organisation(f"school of {name}", sectors=["VO"], located="heerlen"),
            works(name, f"school of {name}"),
        ]
    lines += [knows("member", "bas", "WEAK", confirmedAt=TODAY_TEXT), knows("cor", "member", confirmedAt=TODAY_TEXT)]
    lines += [knows("member", "between", "STRONG", confirmedAt=TODAY_TEXT)]
    lines += [knows("between", "ada", "STRONG", confirmedAt=TODAY_TEXT)]
    assert who(lines) == [
        ("cor", 1, 0.8, 0),
        ("bas", 1, 0.5, 0),
        ("ada", 2, pytest.approx(0.95 * 0.95), 0),
        ("dirk", None, None, 0),
    ]


def test_equally_near_candidates_come_by_seats_held_and_then_by_id() -> None:
    lines = [*coalition("other")]
    for name in ("ada", "bas", "cor"):
        lines += [
            *organisation(f"school of {name}", sectors=["VO"], located="heerlen"),
            works(name, f"school of {name}"),
        ]
    lines += seat("z", "other", "KO", holder="ada")
    assert who(lines) == [("bas", None, None, 0), ("cor", None, None, 0), ("ada", None, None, 1)]


def test_a_member_is_no_handshake_away() -> None:
    assert who([*MEMBER, works("member", "school")]) == [("member", 0, 1.0, 1)]


def test_the_line_to_a_candidate_leads_over_introducible_people_within_6_handshakes() -> None:
    names = [f"step{i}" for i in range(1, 7)]
    ends = ["member", *names]
    lines = [*MEMBER, *(person(name) for name in names), works("step6", "school"), works("ada", "school")]
    lines += [knows(one, other, confirmedAt=TODAY_TEXT) for one, other in zip(ends, names, strict=False)]
    assert [(one, steps) for one, steps, *_ in who(lines)] == [("step6", 6), ("ada", None)]
    shy = [line | {"introducible": False} if line.get("id") == "step3" else line for line in lines]
    assert [(one, steps) for one, steps, *_ in who(shy)] == [("ada", None), ("step6", None)]


def test_a_coalition_without_members_reaches_nobody() -> None:
    assert who([works("bas", "school"), works("ada", "school")]) == [("ada", None, None, 0), ("bas", None, None, 0)]


def test_a_candidate_comes_with_a_function_that_makes_them_one() -> None:
    lines = [*table(rule("PO", "VO")), *TEACHERS, *organisation("shop", located="heerlen")]
    lines += [works("ada", "shop", id="a"), works("ada", "school", id="b")]
    cut, found = represented(lines)
    (candidate,) = candidates(cut, at(cut, "c"), found.cells[0])
    assert candidate.function is not None
    assert cut.network.relation_id(candidate.function) == "b"


def test_the_function_for_one_sector_of_a_rule_stands_beside_a_seat_of_another() -> None:
    lines = [*table(rule("VO", "PO", minimum=2, mandate="DECIDE")), *TEACHERS, works("ada", "school", id="0")]
    lines += seat("z", "c", "PO", mandate="LISTEN", holder="ada")
    cut, found = represented(lines)
    (candidate,) = candidates(cut, at(cut, "c"), found.cells[0])
    assert candidate.function == cut.network.relation_index("0") == 0, "the first relation there is"
