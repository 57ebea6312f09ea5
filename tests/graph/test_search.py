"""Search: which nodes a text finds, and in which order."""

from __future__ import annotations

from datetime import date

from graph.cut import Cut
from graph.search import matching, search
from graph.viewers import PUBLIC, member
from tests.graph.networks import Line, at, cut_of, ids, node, relation

SUNDIAL = node("School", "s1", name="Basisschool De Zonnewijzer", shortName="DZW", codes={"DUO": "12AB00"})
SUN = node("School", "s2", name="De Zon")
SUNNY = node("School", "s3", name="Zonnig Één")
BOARD = node("SchoolBoard", "b1", name="Stichting Parkstad Onderwijs", shortName="SPO")
FENNA = node("Person", "p1", name="Fenna Dirks")
FENNA_WORKS = relation(
    "WORKS_FOR", "p1", "b1", title="beleidsadviseur gezondheid", themes=["gezonde kantine", "zon en regen"]
)
LINES: list[Line] = [SUNDIAL, SUN, SUNNY, BOARD, FENNA, FENNA_WORKS]


def found(text: str, lines: list[Line] = LINES) -> list[str]:
    cut = cut_of(lines)
    return ids(cut, search(cut, text).nodes)


def test_every_word_must_be_found() -> None:
    assert found("basisschool zonnewijzer") == ["s1"]
    assert found("basisschool zonnig") == []


def test_words_are_compared_whole_but_the_last_may_be_a_beginning() -> None:
    assert found("zon") == ["s3", "s1", "p1", "s2"]
    assert found("zonn") == ["s3", "s1"]
    assert found("zon een") == []


def test_letters_are_compared_without_case_and_diacritics() -> None:
    assert found("ZONNIG EÉN") == ["s3"]


def test_short_names_and_codes_are_found() -> None:
    assert found("dzw") == ["s1"]
    assert found("12AB") == ["s1"]


def test_a_code_is_found_however_it_is_written() -> None:
    assert found("12ab 00") == ["s1"]


def test_a_person_is_found_by_title_themes_and_the_organisations_name() -> None:
    assert found("beleidsadviseur") == ["p1"]
    assert found("gezonde kantine") == ["p1"]
    assert found("dirks parkstad") == ["p1"]
    assert found("fenna spo") == ["p1"]


def test_an_organisations_code_does_not_find_its_people() -> None:
    works = relation("WORKS_FOR", "p1", "s1")
    assert found("12AB00", [SUNDIAL, FENNA, works]) == ["s1"]


def test_an_exact_code_comes_first_then_an_exact_name_then_its_beginning_then_the_rest() -> None:
    lines = [
        node("School", "d", name="Brede School Noord"),
        node("School", "c", name="Noord Zuid"),
        node("School", "b", name="Noord"),
        node("School", "e", name="School Oost", shortName="Noord"),
        node("School", "a", name="Zuid", codes={"LRK": "NOORD"}),
    ]
    assert found("noord", lines) == ["a", "b", "e", "c", "d"]


def test_what_is_found_equally_well_stands_in_the_order_of_names_then_ids() -> None:
    lines = [node("Region", id, name=name) for id, name in (("2", "De Aa"), ("1", "De Aa"), ("3", "Aa Noord"))]
    assert found("aa", lines) == ["3", "1", "2"]
    assert found("de aa", lines) == ["1", "2"]


def test_a_text_without_words_finds_nothing() -> None:
    cut = cut_of(LINES)
    assert search(cut, " -- ").nodes == []
    assert not matching(cut, "").any()


def test_signs_of_patterns_are_no_patterns() -> None:
    assert found("z.n") == []
    assert found("(zon|bilt)") == []


def test_only_what_is_there_on_the_date_is_found() -> None:
    past = relation("WORKS_FOR", "p1", "b1", title="inspecteur", until="2025-01-01")
    closed = node("School", "s9", name="De Zon oud", until="2020-08-01")
    assert found("inspecteur", [BOARD, FENNA, past]) == []
    assert found("oud", [closed]) == []
    cut = cut_of([closed], date(2020, 7, 31))
    assert ids(cut, search(cut, "oud").nodes) == ["s9"]


def test_what_a_viewer_may_not_see_finds_nothing_and_is_not_found() -> None:
    open_person = {**FENNA, "visibility": "PUBLIC"}
    cut = cut_of([BOARD, open_person, FENNA_WORKS], viewer=PUBLIC)
    assert ids(cut, search(cut, "fenna").nodes) == ["p1"]
    assert search(cut, "kantine").nodes == []
    assert search(cut, "fenna parkstad").nodes == []
    seen = cut_of([BOARD, open_person, FENNA_WORKS], viewer=member())
    assert ids(seen, search(seen, "fenna parkstad").nodes) == ["p1"]


def test_only_among_those_asked_for() -> None:
    cut = cut_of(LINES)
    among = cut.node_present.copy()
    among[at(cut, "s2")] = False
    assert ids(cut, search(cut, "zon", among).nodes) == ["s3", "s1", "p1"]


def test_an_empty_network_finds_nothing() -> None:
    cut: Cut = cut_of([])
    assert search(cut, "zon").nodes == []
