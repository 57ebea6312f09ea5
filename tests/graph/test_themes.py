"""Themes by hand: the match is the share of the theme's words found, each weighed by its rarity among functions."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import pytest

from graph.themes import themes
from graph.viewers import STEWARD, ViewerClass, member
from tests.graph.lines_by_hand import TODAY_TEXT, organisation, works
from tests.graph.networks import Line, cut_of, node, person


def network(*titles: str) -> list[Line]:
    """Fenna has a function of each title."""
    functions = [works("fenna", "ggd", id=f"w{i}", title=title) for i, title in enumerate(titles)]
    return [person("fenna"), *organisation("ggd"), *functions]


def match(
    theme: str, text: str, *titles: str, synonyms: Sequence[Sequence[str]] = (), also: Sequence[Line] = (),
    viewer: ViewerClass = STEWARD,
) -> float:  # fmt: skip
    return themes(cut_of([*network(*titles), *also], viewer=viewer), synonyms).match(theme, text)


def test_a_match_is_1_where_every_word_is_found_and_0_where_none_is() -> None:
    assert match("gezonde kantine", "coördinator gezonde kantine") == 1
    assert match("gezonde kantine", "verkeersveiligheid") == 0
    assert match("gezonde kantine", "") == 0
    assert match("", "gezonde kantine") == 0


def test_each_word_is_weighed_by_its_rarity_among_functions() -> None:
    # Of 3 functions, 2 have «gezonde» and 1 «kantine»: ln(4 / 3) + 1 and ln(4 / 2) + 1
    titles = ["gezonde kantine", "gezonde school", "verkeer"]
    gezonde, kantine = log(4 / 3) + 1, log(4 / 2) + 1
    assert match("gezonde kantine", "kantine", *titles) == pytest.approx(kantine / (gezonde + kantine), abs=1e-15)
    assert match("gezonde kantine", "gezonde", *titles) == pytest.approx(gezonde / (gezonde + kantine), abs=1e-15)


def test_a_word_that_no_function_has_weighs_most_and_one_that_all_have_weighs_1() -> None:
    # Of 3 functions: 0 have «muziek», ln(4 / 1) + 1; 3 have «beleid», ln(4 / 4) + 1
    muziek, beleid = log(4) + 1, 1
    found = match("beleid muziek", "beleid", "beleid", "beleid sport", "beleid verkeer")
    assert found == pytest.approx(beleid / (beleid + muziek), abs=1e-15)


def test_a_function_with_a_word_twice_has_it_once() -> None:
    assert match("sport muziek", "sport", "sport sport", "verkeer") == match(
        "sport muziek", "sport", "sport", "verkeer"
    )


def test_themes_of_functions_count_as_their_titles_do() -> None:
    function = works("fenna", "ggd", id="w", title="adviseur", themes=["sport", "muziek"])
    # Of 1 function, 1 has «sport» and 0 «kantine»: 1 and ln(2) + 1
    assert match("sport kantine", "sport", also=[function]) == pytest.approx(1 / (2 + log(2)), abs=1e-15)


def test_only_present_functions_make_a_word_common() -> None:
    ended = works("fenna", "ggd", id="ended", title="sport", until=TODAY_TEXT)
    assert match("sport muziek", "sport", "verkeer", also=[ended]) == match("sport muziek", "sport", "verkeer") == 0.5


def test_only_functions_that_the_viewer_sees_make_a_word_common() -> None:
    hidden = works("fenna", "ggd", id="hidden", title="sport", visibility="STEWARD")
    assert match("sport muziek", "sport", "verkeer", also=[hidden], viewer=member()) == 0.5
    assert match("sport muziek", "sport", "verkeer", also=[hidden], viewer=STEWARD) != 0.5


# How words are compared


@pytest.mark.parametrize(
    ("theme", "text"),
    [
        ("GEZONDE Kantine", "gezonde kantine"),
        ("één kantine", "een kantine"),
        ("financiële zaken", "Financiele Zaken"),
        ("kantine", "kantines"),  # by stem
        ("scholen", "school"),
        ("gezonde-kantine", "kantine, gezonde"),
    ],
)
def test_words_are_compared_folded_and_by_their_dutch_stem(theme: str, text: str) -> None:
    assert match(theme, text) == 1


def test_part_of_a_word_is_no_word() -> None:
    assert match("sport", "transport") == 0
    assert match("kant", "kantine") == 0


def test_words_of_three_letters_or_fewer_count_only_when_a_theme_has_no_others() -> None:
    assert match("de kantine van PO", "kantine") == 1
    assert match("LEA", "coördinator LEA") == 1
    assert match("de LEA", "LEA") == 0.5
    assert match("de LEA", "de LEA") == 1


# Compounds


def test_a_compound_in_a_text_is_found_by_its_parts_when_both_are_words_of_the_network() -> None:
    assert match("kantine", "schoolkantine", "school", "kantine") == 1
    assert match("school", "schoolkantine", "school", "kantine") == 1
    assert match("kantine", "schoolkantine", "kantine") == 0, "nothing is known of «school»"
    assert match("school", "schoolkantine", "school") == 0


def test_a_compound_in_a_theme_is_found_by_either_of_its_parts() -> None:
    assert match("schoolkantine", "kantine", "school", "kantine") == 1
    assert match("schoolkantine", "school", "school", "kantine") == 1
    assert match("schoolkantine", "kantine", "kantine") == 0


def test_two_compounds_that_share_a_part_are_not_the_same() -> None:
    assert match("sportkantine", "schoolkantine", "school", "kantine", "sport") == 0


def test_the_words_of_organisations_questions_and_synonyms_are_known_too() -> None:
    named = [node("OtherOrganisation", "School"), node("Question", "kantine")]  # a node's name is its id
    assert match("kantine", "schoolkantine", also=named) == 1
    assert match("kantine", "schoolkantine", also=named[:1]) == 0
    assert match("kantine", "schoolkantine", synonyms=[["school", "onderwijs"], ["kantine", "eetzaal"]]) == 1


def test_the_parts_of_a_compound_may_be_joined_by_a_linking_letter() -> None:
    assert match("gezondheid", "gezondheidsbevordering", "gezondheid", "bevordering") == 1
    assert match("bevordering", "gezondheidsbevordering", "gezondheid", "bevordering") == 1


# Synonyms


KANTINE = ["gezonde kantine", "schoolkantine", "lunch"]
JGZ = ["JGZ", "jeugdgezondheidszorg"]


@pytest.mark.parametrize(
    ("theme", "text", "expected"),
    [
        ("schoolkantine", "gezonde kantine", 1),
        ("gezonde kantine", "schoolkantine", 1),
        ("gezonde kantines", "Schoolkantines", 1),
        ("jeugdgezondheidszorg", "arts JGZ", 1),
        ("JGZ", "jeugdgezondheidszorg", 1),
        ("lunch", "jeugdgezondheidszorg", 0),
        ("kantine", "lunch", 0),  # it is a healthy canteen that lunch means
        ("lunch muziek", "gezonde kantine", 0.5),  # one of two words, neither of which a function has
    ],
)
def test_words_and_phrases_that_mean_the_same_find_each_other(theme: str, text: str, expected: float) -> None:
    assert match(theme, text, synonyms=[KANTINE, JGZ]) == expected


def test_a_phrase_means_the_same_only_where_its_words_stand_together() -> None:
    assert match("lunch", "gezonde nieuwe kantine", synonyms=[KANTINE]) == 0


def test_a_function_that_has_a_word_in_other_words_makes_it_as_common() -> None:
    # Of 2 functions 1 has «lunch», as its synonym: ln(3 / 2) + 1; none has «muziek»: ln(3) + 1
    lunch, muziek = log(3 / 2) + 1, log(3) + 1
    found = match("lunch muziek", "lunch", "schoolkantine", "verkeer", synonyms=[KANTINE])
    assert found == pytest.approx(lunch / (lunch + muziek), abs=1e-15)
