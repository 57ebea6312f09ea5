"""Cursors: opaque, whole, of one order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadInput
from resolvers.cursors import Key, Order, read_cursor, write_cursor
from resolvers.pages import page

NAMES = Order("name", (str, str))
RANKED = Order("search", (int, str, str))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(TEXT, TEXT)
def test_a_cursor_gives_back_its_key(name: str, id: str) -> None:
    assert read_cursor(NAMES, write_cursor(NAMES, (name, id))) == (name, id)


@given(st.floats(0, 1))
def test_a_cursor_keeps_a_number_to_the_last_bit(strength: float) -> None:
    order = Order("strength", (float, str))
    assert read_cursor(order, write_cursor(order, (-strength, "a"))) == (-strength, "a")


@given(st.integers(0, 30), st.characters(min_codepoint=33, max_codepoint=126))
def test_a_cursor_of_which_one_character_was_altered_is_refused(place: int, character: str) -> None:
    cursor = write_cursor(NAMES, ("dam, piet van", "p1"))
    altered = cursor[:place] + character + cursor[place + 1 :]
    if altered != cursor:
        with pytest.raises(BadInput) as caught:
            read_cursor(NAMES, altered)
        assert caught.value.field == "after"


@pytest.mark.parametrize("cut", [0, 1, 10, -1])
def test_a_cursor_that_was_cut_off_is_refused(cut: int) -> None:
    with pytest.raises(BadInput):
        read_cursor(NAMES, write_cursor(NAMES, ("a", "b"))[:cut])


@pytest.mark.parametrize("extra", ["=", "!", " ", "\n", "A", "ë", "\0"])
def test_a_cursor_with_something_behind_it_is_refused(extra: str) -> None:
    with pytest.raises(BadInput):
        read_cursor(NAMES, write_cursor(NAMES, ("a", "b")) + extra)


def test_a_cursor_of_another_order_is_refused() -> None:
    with pytest.raises(BadInput):
        read_cursor(NAMES, write_cursor(RANKED, (1, "a", "b")))


def test_a_key_of_the_wrong_types_is_refused_however_well_it_is_written() -> None:
    forged = write_cursor(NAMES, (1, "b"))
    with pytest.raises(BadInput):
        read_cursor(NAMES, forged)


def test_a_megabyte_is_no_cursor() -> None:
    with pytest.raises(BadInput) as caught:
        read_cursor(NAMES, "A" * 1_000_000)
    assert len(str(caught.value.actual)) < 100


@given(st.lists(st.tuples(TEXT, TEXT), unique=True, max_size=30), st.integers(1, 7))
def test_pages_one_after_another_are_the_whole_list(keys: list[tuple[str, str]], first: int) -> None:
    ordered: list[Key] = sorted(keys)
    read: list[Key] = []
    after = None
    while True:
        found = page(ordered, NAMES, lambda key: key, first, after)
        assert found.total == len(ordered)
        read += found
        after = found.end
        if not found.more:
            break
    assert read == ordered
    assert all(one < other for one, other in pairwise(read))


@given(st.lists(st.tuples(TEXT, TEXT), unique=True, min_size=2, max_size=10), st.data())
def test_a_cursor_goes_on_behind_an_item_that_is_gone(keys: list[tuple[str, str]], data: st.DataObject) -> None:
    ordered: list[Key] = sorted(keys)
    place = data.draw(st.integers(0, len(ordered) - 1))
    after = write_cursor(NAMES, ordered[place])
    left = ordered[:place] + ordered[place + 1 :]
    assert list(page(left, NAMES, lambda key: key, 100, after)) == ordered[place + 1 :]


@pytest.mark.parametrize("first", [0, -1, 101, -(2**31), 2**31 - 1])
def test_a_page_has_1_to_100_items(first: int) -> None:
    with pytest.raises(BadInput) as caught:
        page([("a", "b")], NAMES, lambda key: key, first, None)
    assert (caught.value.field, caught.value.actual) == ("first", first)
    assert caught.value.expected == "a whole number from 1 to 100"
