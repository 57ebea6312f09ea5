"""Who meets a need, by hand: each part of it that is given holds on the date."""

from __future__ import annotations

import pytest

from graph.needs import Need, people_meeting
from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
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
from tests.graph.networks import Line, cut_of, ids, node, person, relation
from tests.graph.reference_needs import Wanted

FENNA, GUUS = person("fenna"), person("guus")
SECTORS = [*sector("OND"), *sector("PO", below="OND"), *sector("SBO", below="PO"), *sector("VO", below="OND")]
AREAS = [node("Region", "limburg"), node("Region", "parkstad"), relation("PART_OF", "parkstad", "limburg")]
AREAS += [
    *municipality("heerlen", "parkstad"),
    *municipality("kerkrade", "parkstad"),
    *municipality("venlo", "limburg"),
]
AROUND = [FENNA, GUUS, *SECTORS, *AREAS]


def meeting(lines: list[Line], *, viewer: ViewerClass = STEWARD, **parts: str) -> list[str]:
    cut = cut_of([*AROUND, *lines], viewer=viewer)
    return ids(cut, people_meeting(cut, Wanted(**parts).on(cut)))


# By work


def test_a_sector_is_met_by_working_in_it_or_in_one_below_it() -> None:
    lines = [*organisation("school", sectors=["SBO"]), works("fenna", "school")]
    assert meeting(lines, sector="SBO") == meeting(lines, sector="PO") == meeting(lines, sector="OND") == ["fenna"]
    assert meeting(lines, sector="VO") == []


def test_a_narrower_sector_is_not_met_by_a_wider_one() -> None:
    lines = [*organisation("board", sectors=["PO"]), works("fenna", "board")]
    assert meeting(lines, sector="SBO") == []


def test_sector_and_area_are_met_by_one_organisation_not_by_two() -> None:
    lines = [*organisation("school", sectors=["VO"], located="venlo"), *organisation("shop", located="heerlen")]
    lines += [works("fenna", "school"), works("fenna", "shop")]
    assert meeting(lines, sector="VO", area="venlo") == ["fenna"]
    assert meeting(lines, sector="VO", area="heerlen") == []
    assert meeting(lines, area="heerlen") == ["fenna"]


def test_who_is_located_in_a_municipality_is_in_the_areas_around_it() -> None:
    lines = [*organisation("school", located="heerlen"), works("fenna", "school")]
    assert meeting(lines, area="heerlen") == meeting(lines, area="parkstad") == meeting(lines, area="limburg")
    assert meeting(lines, area="limburg") == ["fenna"]
    assert meeting(lines, area="kerkrade") == []


def test_who_is_active_in_a_region_is_in_its_municipalities() -> None:
    lines = [*organisation("ggd", active="parkstad"), works("fenna", "ggd")]
    assert meeting(lines, area="heerlen") == meeting(lines, area="kerkrade") == ["fenna"]
    assert meeting(lines, area="venlo") == []


def test_who_is_only_located_in_a_region_is_in_none_of_its_municipalities() -> None:
    lines = [*organisation("office", located="parkstad"), works("fenna", "office")]
    assert meeting(lines, area="parkstad") == meeting(lines, area="limburg") == ["fenna"]
    assert meeting(lines, area="heerlen") == []


def test_a_municipality_is_in_itself() -> None:
    assert meeting([works("fenna", "heerlen")], area="heerlen") == ["fenna"]
    assert meeting([works("fenna", "heerlen")], area="parkstad") == ["fenna"]
    assert meeting([works("fenna", "heerlen")], area="kerkrade") == []


def test_an_organisation_is_where_its_parts_are_and_a_part_not_where_its_whole_is() -> None:
    lines = [*organisation("board", located="venlo"), *organisation("school", located="heerlen", part_of="board")]
    lines += [works("fenna", "board"), works("guus", "school")]
    assert meeting(lines, area="heerlen") == ["fenna", "guus"]
    assert meeting(lines, area="venlo") == ["fenna"]


def test_a_part_is_not_of_the_sector_of_its_whole_nor_the_whole_of_its_parts() -> None:
    lines = [*organisation("board", sectors=["PO"]), *organisation("school", sectors=["SBO"], part_of="board")]
    lines += [works("fenna", "board"), works("guus", "school")]
    assert meeting(lines, sector="SBO") == ["guus"]
    assert meeting(lines, sector="PO") == ["fenna", "guus"], "special primary lies below primary"


@pytest.mark.parametrize("members", [{"until": TODAY_TEXT}, {"since": days_ago(-1)}])
def test_a_function_that_has_ended_or_not_begun_meets_nothing(members: Line) -> None:
    lines = [*organisation("school", sectors=["VO"]), works("fenna", "school", **members)]
    assert meeting(lines, sector="VO") == meeting(lines, organisation="school") == []


def test_an_organisation_is_met_by_working_for_it_or_for_a_part_of_it() -> None:
    lines = [*organisation("board"), *organisation("school", part_of="board"), *organisation("wing", part_of="school")]
    lines += [works("fenna", "board"), works("guus", "wing")]
    assert meeting(lines, organisation="board") == ["fenna", "guus"]
    assert meeting(lines, organisation="school") == ["guus"]


def test_the_organisation_asked_for_need_not_be_the_one_of_the_sector() -> None:
    lines = [*organisation("union"), *organisation("school", sectors=["VO"])]
    lines += [works("fenna", "union"), works("fenna", "school"), works("guus", "union")]
    assert meeting(lines, organisation="union", sector="VO") == ["fenna"]


# By a seat


def seated(*covers: str, active: str = "parkstad", mandate: str = "ADVISE") -> list[Line]:
    table = coalition("c", active=active)
    return [*table, *seat("z", "c", "VO", mandate=mandate, covers=covers, holder="fenna")]


def test_a_seat_meets_its_sector_and_those_around_it() -> None:
    assert meeting(seated(), sector="VO") == meeting(seated(), sector="OND") == ["fenna"]
    assert meeting(seated(), sector="PO") == []


def test_a_seat_is_where_it_covers_a_municipality() -> None:
    lines = seated("heerlen", active="limburg")
    assert meeting(lines, sector="VO", area="heerlen") == meeting(lines, area="parkstad") == ["fenna"]
    assert meeting(lines, sector="VO", area="venlo") == []


def test_a_seat_without_covers_is_where_its_coalitions_area_is() -> None:
    for area in ("heerlen", "kerkrade", "parkstad", "limburg"):
        assert meeting(seated(), area=area) == ["fenna"]
    assert meeting(seated(), area="venlo") == []


@pytest.mark.parametrize("members", [{"until": TODAY_TEXT}, {"since": days_ago(-1)}])
def test_a_seat_whose_covers_have_ended_or_not_begun_covers_nothing(members: Line) -> None:
    lines = [*seated(), relation("COVERS", "z", "heerlen", **members)]
    assert meeting(lines, area="heerlen") == meeting(lines, area="parkstad") == []
    assert meeting(lines, sector="VO") == ["fenna"], "where no area is asked for, it still is of its sector"


def test_sector_and_area_are_not_met_by_an_organisation_and_a_seat_together() -> None:
    lines = [*seated("venlo", active="limburg"), *organisation("shop", located="heerlen"), works("fenna", "shop")]
    assert meeting(lines, sector="VO", area="heerlen") == []


@pytest.mark.parametrize(("asked", "met"), [("LISTEN", True), ("ADVISE", True), ("DECIDE", False)])
def test_a_mandate_is_met_by_a_seat_with_at_least_it(asked: str, met: bool) -> None:
    assert meeting(seated(mandate="ADVISE"), mandate=asked) == (["fenna"] if met else [])


def test_a_mandate_is_asked_of_a_seat_of_the_sector_and_in_the_area() -> None:
    lines = [*seated("venlo", active="limburg"), *organisation("school", sectors=["PO"], located="heerlen")]
    lines.append(works("fenna", "school"))
    assert meeting(lines, sector="PO", area="heerlen") == ["fenna"]
    assert meeting(lines, sector="PO", area="heerlen", mandate="LISTEN") == []
    assert meeting(lines, sector="VO", area="venlo", mandate="LISTEN") == ["fenna"]


def test_a_mandate_and_an_organisation_are_asked_of_the_same_person_but_not_of_one_relation() -> None:
    lines = [*seated(), *organisation("ggd"), works("guus", "ggd")]
    assert meeting(lines, mandate="LISTEN", organisation="ggd") == []
    assert meeting([*lines, works("fenna", "ggd")], mandate="LISTEN", organisation="ggd") == ["fenna"]


# Somebody who has left


def left(*functions: Line) -> list[Line]:
    return [*seated(), *organisation("board"), relation("SEAT_FOR", "z", "board"), *functions]


def test_a_holder_whose_functions_at_the_seats_organisation_have_all_ended_has_left() -> None:
    gone = left(works("fenna", "board", until=TODAY_TEXT))
    assert meeting(gone, sector="VO") == meeting(gone, area="heerlen") == meeting(gone, mandate="LISTEN") == []


def test_a_holder_with_one_function_left_there_or_who_never_had_one_has_not_left() -> None:
    ended = works("fenna", "board", id="1", until=TODAY_TEXT)
    assert meeting(left(ended, works("fenna", "board", id="2")), sector="VO") == ["fenna"]
    assert meeting(left(), sector="VO") == ["fenna"]
    assert meeting(left(works("guus", "board", until=TODAY_TEXT)), sector="VO") == ["fenna"]


def test_a_function_at_a_part_of_the_seats_organisation_counts_too() -> None:
    parts = organisation("school", part_of="board")
    assert meeting(left(*parts, works("fenna", "school", until=TODAY_TEXT)), sector="VO") == []
    assert meeting(left(*parts, works("fenna", "school"), works("fenna", "board", until="2020-01-01"))) == ["fenna"]


def test_a_function_still_to_begin_was_never_had() -> None:
    assert meeting(left(works("fenna", "board", since=days_ago(-1))), sector="VO") == ["fenna"]
    ended = works("fenna", "board", until=TODAY_TEXT)
    assert meeting(left(ended, works("fenna", "board", since=days_ago(-1))), sector="VO") == []


# What excludes nobody


def test_a_theme_excludes_nobody_who_works_for_an_organisation_or_holds_a_seat() -> None:
    lines = [*seated(), *organisation("ggd"), works("guus", "ggd"), person("nobody's")]
    assert meeting(lines, theme="gezonde kantine") == ["fenna", "guus"]
    assert meeting(lines, theme="gezonde kantine", sector="VO") == meeting(lines, sector="VO") == ["fenna"]


def test_a_need_without_parts_is_met_as_a_theme_alone_is() -> None:
    cut = cut_of([*AROUND, *organisation("ggd"), works("guus", "ggd")])
    assert ids(cut, people_meeting(cut, Need())) == ["guus"]


# Who sees what


def test_what_a_viewer_may_not_see_meets_nothing_for_them() -> None:
    open_ = person("open", visibility="PUBLIC")
    lines = [open_, *organisation("school", sectors=["VO"]), works("open", "school"), works("fenna", "school")]
    assert meeting(lines, sector="VO") == ["fenna", "open"]
    assert meeting(lines, viewer=member(), sector="VO") == ["fenna", "open"]
    assert meeting(lines, viewer=PUBLIC, sector="VO") == [], "Open is seen, their function is for members"
    function = works("open", "school", visibility="PUBLIC")
    assert meeting([*lines[:-2], function, lines[-1]], viewer=PUBLIC, sector="VO") == ["open"]


def test_a_holding_that_is_hidden_meets_nothing() -> None:
    lines = [*coalition("c", active="parkstad"), *seat("z", "c"), holds("fenna", "z", visibility="COALITION")]
    assert meeting(lines, viewer=member("c"), sector="VO") == ["fenna"]
    assert meeting(lines, viewer=member(), sector="VO") == []
