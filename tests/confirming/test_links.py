"""Links: what is believed, and what is not."""

from __future__ import annotations

import string
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from hmac import digest

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadInput
from server.confirming.links import Link, LinkExpired, LinkKeys, NotALink, last_day, new_nonce
from server.settings import LINK_KEYS

OLD, NEW = "the old key, which is long enough...", "the new key, which is long enough..."
KEYS = LinkKeys((OLD.encode(),))
NOW = datetime(2026, 11, 15, 12, tzinfo=UTC)
LINK = Link("fenna", "a nonce", NOW + timedelta(days=30))
TEXT = KEYS.signed(LINK)


def test_a_link_comes_back_as_it_was_signed() -> None:
    assert KEYS.read(TEXT, NOW) == LINK


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_any_id_of_a_person_can_stand_in_a_link(person: str) -> None:
    text = KEYS.signed(Link(person, new_nonce(), LINK.expires))
    assert KEYS.read(text, NOW).person == person
    assert set(text) <= set(string.ascii_letters + string.digits + "-_.")


@given(st.integers(0, len(TEXT) - 1), st.characters(codec="ascii"))
def test_a_link_in_which_one_character_is_another_is_none(place: int, character: str) -> None:
    altered = TEXT[:place] + character + TEXT[place + 1 :]
    if altered == TEXT:
        return
    with pytest.raises(NotALink):
        KEYS.read(altered, NOW)


@given(st.integers(0, len(TEXT) - 1))
def test_a_link_that_is_cut_off_is_none(length: int) -> None:
    with pytest.raises(NotALink):
        KEYS.read(TEXT[:length], NOW)


@given(st.text(max_size=300))
def test_a_text_that_somebody_made_up_is_no_link(text: str) -> None:
    with pytest.raises(NotALink):
        KEYS.read(text, NOW)


@pytest.mark.parametrize("addition", [".", "=", "x", " ", "%00", "/", "." + TEXT])
def test_a_link_with_something_behind_it_is_none(addition: str) -> None:
    with pytest.raises(NotALink):
        KEYS.read(TEXT + addition, NOW)


def test_a_very_long_text_is_no_link() -> None:
    with pytest.raises(NotALink):
        KEYS.read("x" * 1_000_000, NOW)


def test_a_signature_of_another_link_does_not_go_with_this_one() -> None:
    other = KEYS.signed(Link("bram", "a nonce", LINK.expires))
    with pytest.raises(NotALink):
        KEYS.read(f"{other.partition('.')[0]}.{TEXT.partition('.')[2]}", NOW)


def test_a_link_of_somebody_elses_key_is_none() -> None:
    with pytest.raises(NotALink):
        LinkKeys((NEW.encode(),)).read(TEXT, NOW)


def test_what_the_same_key_has_signed_for_another_purpose_is_no_link() -> None:
    payload = urlsafe_b64encode(orjson.dumps(["fenna", "a nonce", 2**32])).decode().rstrip("=")
    signature = urlsafe_b64encode(digest(OLD.encode(), payload.encode(), sha256)).decode().rstrip("=")
    with pytest.raises(NotALink):
        KEYS.read(f"{payload}.{signature}", NOW)


def test_every_link_has_a_nonce_of_its_own() -> None:
    assert len({new_nonce() for _ in range(1_000)}) == 1_000


# Time


def test_a_link_is_good_until_its_moment_and_not_at_it() -> None:
    assert KEYS.read(TEXT, LINK.expires - timedelta(seconds=1)) == LINK
    with pytest.raises(LinkExpired):
        KEYS.read(TEXT, LINK.expires)


def test_a_clock_that_is_behind_believes_a_link_that_was_made_later() -> None:
    """The machine that answers may be minutes behind the one that made the link: what counts is when it ends."""
    assert KEYS.read(TEXT, NOW - timedelta(days=1)) == LINK


def test_a_forged_link_is_not_told_to_have_expired() -> None:
    forged = LinkKeys((NEW.encode(),)).signed(Link("fenna", "n", NOW - timedelta(days=1)))
    with pytest.raises(NotALink):
        KEYS.read(forged, NOW)


def test_the_last_day_is_that_of_the_netherlands() -> None:
    assert last_day(datetime(2026, 12, 15, 23, tzinfo=UTC)).isoformat() == "2026-12-15"  # midnight there
    assert last_day(datetime(2026, 12, 15, 23, 0, 1, tzinfo=UTC)).isoformat() == "2026-12-16"


# Keys


def test_a_new_key_signs_and_what_the_old_one_signed_is_believed_as_long_as_it_is_there() -> None:
    both = LinkKeys((NEW.encode(), OLD.encode()))
    assert both.read(TEXT, NOW) == LINK
    signed_now = both.signed(LINK)
    assert LinkKeys((NEW.encode(),)).read(signed_now, NOW) == LINK
    with pytest.raises(NotALink):
        KEYS.read(signed_now, NOW)


def test_keys_are_set_from_outside_separated_by_spaces_or_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    new, old = NEW.replace(" ", "").replace(",", ""), OLD.replace(" ", "").replace(",", "")
    new, old = new + "xxxxxxxx", old + "xxxxxxxx"
    for given_ in (f"{new} {old}", f"{new},{old}", f" {new} ,\n{old} "):
        monkeypatch.setenv(LINK_KEYS.name, given_)
        assert LinkKeys.set() == LinkKeys((new.encode(), old.encode()))


def test_without_a_key_none_is_made_up() -> None:
    assert LinkKeys.set() is None
    with pytest.raises(BadInput) as raised:
        LinkKeys.needed()
    assert raised.value.field == LINK_KEYS.name
    assert "token_urlsafe" in (raised.value.help or "")


@pytest.mark.parametrize("short", ["x" * 31, f"{'x' * 40} {'y' * 31}"])
def test_a_key_that_can_be_guessed_is_refused(monkeypatch: pytest.MonkeyPatch, short: str) -> None:
    monkeypatch.setenv(LINK_KEYS.name, short)
    with pytest.raises(BadInput) as raised:
        LinkKeys.set()
    assert raised.value.field == LINK_KEYS.name
    assert "x" * 31 not in str(raised.value.extensions())


def test_keys_do_not_show_themselves() -> None:
    assert OLD not in repr(KEYS)
