"""Coverage of sector x municipality by hand: SEAT, BOARD, NEAR or NONE, the first that holds; or HIDDEN."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from graph.coverage import Coverage, CoverageCell, CoverageState, coverage
from graph.cut import Cut
from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
from graph.weights import Weight
from tests.graph.lines_by_hand import (
    TODAY_TEXT,
    coalition,
    days_ago,
    holds,
    municipality,
    organisation,
    seat,
    sector,
    works,
)
from tests.graph.networks import TODAY, Line, at, cut_of, ids, knows, node, person, relation

SEAT, BOARD, NEAR, NONE, HIDDEN = CoverageState

PEOPLE = [person(name) for name in ("ada", "bas", "cor")]
SECTORS = [*sector("PO"), *sector("SBO", below="PO"), *sector("VO"), *sector("GGD", "CHILDREN")]
AREAS = [node("Region", "parkstad"), *municipality("heerlen", "parkstad"), *municipality("kerkrade", "parkstad")]
TABLES = [*coalition("c", active="parkstad"), *coalition("other", active="heerlen")]
AROUND = [*PEOPLE, *SECTORS, *AREAS, *TABLES]
SCHOOL = organisation("school", kind="School", sectors=["VO"], located="heerlen", part_of="board")
BOARDED = [*organisation("board", kind="SchoolBoard"), *SCHOOL]


def asked(
    lines: list[Line], area: str = "parkstad", of: str | None = None, sectors: list[str] | None = None,
    viewer: ViewerClass = STEWARD, day: date = TODAY,
) -> tuple[Cut, Coverage]:  # fmt: skip
    cut = cut_of([*AROUND, *lines], day, viewer)
    wanted = None if sectors is None else [at(cut, one) for one in sectors]
    return cut, coverage(cut, at(cut, area), None if of is None else at(cut, of), wanted)


def cells(
    lines: list[Line], sector: str = "VO", of: str | None = None, viewer: ViewerClass = STEWARD
) -> dict[str, CoverageCell]:
    """By municipality, of one sector."""
    cut, found = asked(lines, of=of, sectors=[sector], viewer=viewer)
    return {cut.node(cell.municipality).id: cell for cell in found.cells}


def states(lines: list[Line], sector: str = "VO", of: str | None = None) -> tuple[CoverageState, CoverageState]:
    """In Heerlen and in Kerkrade."""
    found = cells(lines, sector, of)
    return found["heerlen"].state, found["kerkrade"].state


def test_every_sector_has_a_cell_in_every_municipality_of_the_area() -> None:
    cut, found = asked([], sectors=["VO", "PO", "VO"])
    assert [ids(cut, (cell.sector, cell.municipality)) for cell in found.cells] == [
        ["VO", "heerlen"],
        ["VO", "kerkrade"],
        ["PO", "heerlen"],
        ["PO", "kerkrade"],
    ]
    assert {cell.state for cell in found.cells} == {NONE}


def test_without_sectors_all_of_them_are_told() -> None:
    cut, found = asked([], area="heerlen")
    assert ids(cut, found.sectors) == ["GGD", "PO", "SBO", "VO"]
    assert ids(cut, found.municipalities) == ["heerlen"], "a municipality is an area too"


# SEAT


def test_a_filled_seat_covers_its_sector_where_it_covers() -> None:
    assert states(seat("z", "c", covers=["heerlen"], holder="ada")) == (SEAT, NONE)
    assert states(seat("z", "c", holder="ada")) == (SEAT, SEAT)
    assert states(seat("z", "other", holder="ada")) == (SEAT, NONE), "active in Heerlen only"


def test_a_filled_seat_covers_the_sectors_above_its_own_and_not_those_below() -> None:
    assert states(seat("z", "c", "SBO", holder="ada"), "PO") == (SEAT, SEAT)
    assert states(seat("z", "c", "PO", holder="ada"), "SBO") == (NONE, NONE)


def test_a_seat_that_is_not_filled_covers_nothing() -> None:
    assert states(seat("z", "c")) == (NONE, NONE)
    assert states([*seat("z", "c"), holds("ada", "z", until=TODAY_TEXT)]) == (NONE, NONE)
    assert states([*seat("z", "c", until=TODAY_TEXT), holds("ada", "z")]) == (NONE, NONE)


def test_an_unconfirmed_holder_covers_nothing_but_is_somebody_of_the_sector_at_hand() -> None:
    lines = [*seat("z", "c", covers=["heerlen"]), holds("ada", "z", confirmedAt=days_ago(400))]
    assert states(lines) == (NEAR, NONE)
    assert cells(lines)["heerlen"].handshakes == 0


def test_only_seats_of_the_coalition_asked_for_cover() -> None:
    lines = seat("z", "c", holder="ada")
    assert states(lines) == states(lines, of="c") == (SEAT, SEAT)
    assert states(lines, of="other") == (NONE, NONE)


# BOARD


def boarded(organisation: str, *, covers: tuple[str, ...] = ("kerkrade",), sector: str = "PO") -> list[Line]:
    return [*BOARDED, *seat("z", "c", sector, organisation=organisation, covers=covers, holder="ada")]


def test_the_organisation_of_a_filled_seat_may_be_or_govern_a_location_there() -> None:
    assert states(boarded("board")) == (BOARD, NONE)
    assert states(boarded("school")) == (BOARD, NONE)
    assert states(boarded("board"), "PO") == (NONE, SEAT), "a location of secondary education is none of primary"


def test_a_seat_that_covers_is_told_before_a_board() -> None:
    assert states(boarded("board", covers=("heerlen",), sector="VO")) == (SEAT, NONE)


def test_a_board_whose_seat_is_of_the_sector_but_covers_elsewhere_is_a_board() -> None:
    assert states(boarded("board", sector="VO")) == (BOARD, SEAT)


def test_a_municipality_with_a_filled_seat_elsewhere_is_of_its_sector_in_itself() -> None:
    lines = [*sector("GEM", "CHILDREN"), relation("IN_SECTOR", "heerlen", "GEM")]
    lines += seat("z", "c", "PO", organisation="heerlen", covers=["kerkrade"], holder="ada")
    assert states(lines, "GEM") == (BOARD, NONE)


def test_a_board_without_a_filled_seat_covers_nothing() -> None:
    vacant = [*BOARDED, *seat("z", "c", "PO", organisation="board")]
    assert states(vacant) == (NONE, NONE)
    assert states(boarded("board"), of="other") == (NONE, NONE)


def test_a_board_that_no_longer_governs_the_location_covers_nothing() -> None:
    ended = [line | {"until": TODAY_TEXT} if line.get("relation") == "PART_OF" else line for line in boarded("board")]
    assert states(ended)[0] is NONE


# NEAR


def near(*handshakes: Line) -> list[Line]:
    """Ada is at the table, Cor works for a school in Heerlen."""
    return [*SCHOOL_ALONE, *seat("z", "c", "PO", holder="ada"), works("cor", "school"), *handshakes]


SCHOOL_ALONE = organisation("school", kind="School", sectors=["VO"], located="heerlen")


def step(one: str, other: str, how: str = "GOOD") -> Line:
    return knows(one, other, how, confirmedAt=TODAY_TEXT)


def test_near_tells_the_handshakes_from_the_nearest_member_to_somebody_of_the_sector_there() -> None:
    lines = near(step("ada", "bas"), step("bas", "cor"))
    assert states(lines) == (NEAR, NONE)
    cut, found = asked(lines, sectors=["VO"])
    assert (found.cells[0].handshakes, found.cells[0].nearest) == (2, at(cut, "cor"))
    assert (found.cells[1].handshakes, found.cells[1].nearest) == (None, None)


def test_nobody_within_6_handshakes_is_near() -> None:
    steps = [person(f"step{i}") for i in range(6)]
    between = ["ada", *(f"step{i}" for i in range(6)), "cor"]  # 7 handshakes
    lines = near(*steps, *(step(one, other) for one, other in pairwise(between)))
    assert states(lines) == (NONE, NONE)
    assert cells([*lines, step("ada", "step1")])["heerlen"].handshakes == 6


def test_the_line_leads_over_introducible_people_only() -> None:
    shy = person("shy", introducible=False)
    assert states(near(shy, step("ada", "shy"), step("shy", "cor"))) == (NONE, NONE)


def test_a_member_who_is_of_the_sector_there_is_near_by_0_handshakes() -> None:
    lines = [*SCHOOL_ALONE, *seat("z", "c", "PO", holder="ada"), works("ada", "school")]
    cut, found = asked(lines, sectors=["VO"])
    assert (found.cells[0].state, found.cells[0].handshakes, found.cells[0].nearest) == (NEAR, 0, at(cut, "ada"))


def test_of_equally_near_people_the_one_at_the_stronger_line_is_nearest() -> None:
    lines = near(works("bas", "school"), step("ada", "bas", "WEAK"), step("ada", "cor"))
    cut, found = asked(lines, sectors=["VO"])
    assert (found.cells[0].handshakes, found.cells[0].nearest) == (1, at(cut, "cor"))


def test_near_starts_from_the_members_of_the_coalition_asked_for() -> None:
    lines = [*near(step("ada", "bas"), step("bas", "cor")), *seat("z2", "other", "PO", holder="bas")]
    assert cells(lines)["heerlen"].handshakes == cells(lines, of="other")["heerlen"].handshakes == 1
    assert cells(lines, of="c")["heerlen"].handshakes == 2


def test_a_board_is_told_before_somebody_near() -> None:
    lines = [*boarded("board"), works("ada", "school")]
    assert states(lines) == (BOARD, NONE)


# HIDDEN


def test_a_seat_whose_holder_is_hidden_makes_its_cells_hidden() -> None:
    lines = [*SCHOOL_ALONE, works("cor", "school")]
    lines += [*seat("z", "c", covers=["heerlen"]), holds("ada", "z", visibility="COALITION")]
    assert cells(lines, viewer=member("c"))["heerlen"].state is SEAT
    for viewer in (PUBLIC, member()):
        found = cells(lines, viewer=viewer)
        assert (found["heerlen"].state, found["kerkrade"].state) == (HIDDEN, NONE)


def test_a_seat_that_is_seen_to_be_filled_is_told_before_a_hidden_one() -> None:
    lines = [*seat("z1", "c"), holds("ada", "z1", visibility="COALITION"), *seat("z2", "c", holder="bas")]
    assert cells(lines, viewer=member())["heerlen"].state is SEAT


def test_a_hidden_holder_is_near_nobody() -> None:
    lines = near(step("ada", "cor"))
    hidden = [line | {"visibility": "COALITION"} if line.get("relation") == "HOLDS" else line for line in lines]
    assert cells(hidden, viewer=member("c"))["heerlen"].state is NEAR
    assert cells(hidden, viewer=member())["heerlen"].state is NONE


# Weight


def test_a_cell_tells_what_the_sector_weighs_there_of_the_whole_area_asked_for() -> None:
    lines = organisation("s1", kind="School", sectors=["PO"], located="heerlen", pupils={"2025": 30})
    lines += organisation("s2", kind="School", sectors=["SBO"], located="kerkrade", pupils={"2025": 10})
    found = cells(lines, "PO")
    assert found["heerlen"].weight == Weight(pupils=30, share=0.75)
    assert found["kerkrade"].weight == Weight(pupils=10, share=0.25)
    _, of_heerlen = asked(lines, area="heerlen", sectors=["PO"])
    assert of_heerlen.cells[0].weight == Weight(pupils=30, share=1.0)
