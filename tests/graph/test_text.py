"""Folding, words and the order of names."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text import fold, sort_key, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Één", "een"),
        ("Zoë Müller", "zoe muller"),
        ("Straße", "strasse"),
        ("Łódź, Øresund, æ", "lodz, oresund, ae"),
        ("’s-Gravenhage", "'s-gravenhage"),
        ("Ĳsselstein", "ijsselstein"),
        ("Mehmet Yılmaz", "mehmet yilmaz"),
        ("2025–2026", "2025-2026"),
    ],
)
def test_folding_makes_lower_case_ascii(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_what_has_no_letters_in_ascii_is_kept() -> None:
    assert fold("学校 Школа") == "学校 школа"


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_words_are_runs_of_letters_and_digits() -> None:
    assert words("Basisschool 'De Één', locatie 12AB-00 (nieuw_bouw)") == [
        *("basisschool", "de", "een", "locatie", "12ab", "00", "nieuw", "bouw"),
    ]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Fenna Dirks", "dirks, fenna"),
        ("Piet van Dam", "dam, piet van"),
        ("van Dam", "dam, van"),
        ("Bram op den Camp", "camp, bram op den"),
        ("J.M. in ’t Veld", "veld, j.m. in 't"),
        ("Anna Jansen-de Vries", "jansen-de vries, anna"),
        ("Piet de Jong-van Dam", "jong-van dam, piet de"),
        ("Zoë d’Hooge", "hooge, zoe d'"),
        ("Yara El Idrissi", "idrissi, yara el"),
        ("Dam, Piet van", "dam, piet van"),
        ("Cher", "cher"),
        ("van", "van"),
    ],
)
def test_people_stand_by_their_surname_with_particles_behind(name: str, key: str) -> None:
    assert sort_key(name, of_person=True) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("De Bilt", "bilt, de"),
        ("'s-Hertogenbosch", "hertogenbosch, 's"),
        ("Van der Valk", "valk, van der"),
        ("Basisschool De Zon", "basisschool de zon"),
        ("In de Wolken", "in de wolken"),
        ("De", "de"),
        ("Stichting Één, afdeling Zuid", "stichting een, afdeling zuid"),
    ],
)
def test_others_stand_by_their_first_word_that_is_no_article(name: str, key: str) -> None:
    assert sort_key(name) == key


def test_a_shorter_surname_stands_before_a_longer_one() -> None:
    people = ["Piet Damen", "Piet van Dam", "Anna Dam", "Piet den Dam Smit"]
    assert sorted(people, key=lambda name: sort_key(name, of_person=True)) == [
        *("Piet den Dam Smit", "Anna Dam", "Piet van Dam", "Piet Damen"),
    ]


def test_municipalities_stand_as_the_statistics_office_puts_them(shared_data: Path) -> None:
    with (shared_data / "regio" / "gemeenten-alfabetisch-2023.csv").open(encoding="utf-8-sig", newline="") as file:
        names = [row["Gemeentenaam"] for row in csv.DictReader(file)]
    assert len(names) == 342
    assert sorted(names, key=sort_key) == names


@given(st.text(max_size=30), st.booleans())
def test_every_name_has_a_key_without_white_space_around_it(name: str, of_person: bool) -> None:
    key = sort_key(name, of_person)
    assert key == key.strip()
