"""The pages as markup: readable for everybody, in both languages, with nothing that a browser would run."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import fields as members
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.confirming.answers import Wrong
from graph.vocabulary import Acquaintance, Visibility
from server.confirming.answering import Shown
from server.confirming.fields import Typed
from server.confirming.pages import correcting_page, entry_page, leaving_page, notice_page
from server.confirming.style import CONTENT_SECURITY_POLICY, STYLE
from server.confirming.words import EN, LANGUAGES, NL, Notice, Words, words_for
from server.html import Html, joined, tag
from tests.confirming.network import FUNCTION, now
from tests.confirming.service import CONTACT
from tests.confirming.test_entry import entry

SHOWN = Shown(entry("fenna"), 7, now())
WRONG = Typed({"name": "", "email": "x"}, {"name": Wrong.MISSING, "email": Wrong.NO_ADDRESS})


def pages(words: Words) -> Iterator[str]:
    yield entry_page(words, SHOWN, CONTACT)
    yield entry_page(words, SHOWN, None, changed=True)
    yield correcting_page(words, SHOWN, CONTACT)
    yield correcting_page(words, SHOWN, CONTACT, WRONG)
    yield leaving_page(words, SHOWN)
    yield notice_page(words, words.expired)


ALL = [page for words in LANGUAGES.values() for page in pages(words)]


class Elements(HTMLParser):
    """Every element with its attributes, and whether each that was opened was closed in its turn."""

    VOID = frozenset({"input", "meta", "br"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs))
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def of(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.found if tag in tags]


# What a browser may do


@pytest.mark.parametrize("page", ALL)
def test_nothing_is_run_and_nothing_is_loaded(page: str) -> None:
    elements = Elements(page)
    assert not elements.of("script", "link", "img", "iframe", "object", "svg", "base")
    for tag_, attributes in elements.found:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src")], tag_
    assert all(re.match(r"\?|#|mailto:", str(a["href"])) for a in elements.of("a"))
    assert all(str(form["action"]).startswith("?lang=") for form in elements.of("form"))


@pytest.mark.parametrize("page", ALL)
def test_the_policy_allows_the_style_of_the_page_and_no_other(page: str) -> None:
    (style,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    assert f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in CONTENT_SECURITY_POLICY
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "url(" not in STYLE


# Whoever reads it


@pytest.mark.parametrize("page", ALL)
def test_every_field_has_a_label_and_says_what_is_wrong_with_it(page: str) -> None:
    elements = Elements(page)
    ids = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    labels = {label["for"] for label in elements.of("label") if "for" in label}
    for attributes in elements.of("input", "textarea"):
        if attributes.get("type") not in ("hidden", "radio"):  # a radio button stands in its label
            assert attributes["id"] in labels
    for _, attributes in elements.found:
        described = attributes.get("aria-describedby")
        if described is not None:
            assert set(described.split()) <= set(ids)
        if attributes.get("aria-invalid") == "true":
            assert "-wrong" in str(described)
    assert all(str(a["href"])[1:] in ids for a in elements.of("a") if str(a["href"]).startswith("#"))


@pytest.mark.parametrize("page", ALL)
def test_a_page_has_a_language_a_title_one_heading_and_one_main_part(page: str) -> None:
    elements = Elements(page)
    (html,) = elements.of("html")
    assert html["lang"] in LANGUAGES
    assert len(elements.of("title")) == len(elements.of("h1")) == len(elements.of("main")) == 1
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in elements.of("meta")


def test_what_is_wrong_is_told_first_of_all() -> None:
    page = correcting_page(NL, SHOWN, CONTACT, WRONG)
    assert "<title>Er klopt nog iets niet: Verbeter uw vermelding" in page
    assert page.index('role="alert"') < page.index("<form")
    assert page.count("<li><a href=") == 2


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_stands_out_against_white() -> None:
    """4.5 to 1 is what WCAG AA asks of text. Every colour is on white, or has white on it."""
    colours = set(re.findall(r"#[0-9a-f]{3,6}\b", STYLE)) - {"#fff"}
    assert {"#222", "#0b4f8a", "#9d1017"} <= colours
    assert all(contrast(colour, "#fff") >= 4.5 for colour in colours)
    assert contrast("#000", "#fff") == pytest.approx(21)


def test_on_paper_there_is_the_entry_and_nothing_to_click_on() -> None:
    (rule,) = re.findall(r"@media print \{ ([^{]*)\{ display: none \}", STYLE)
    assert {part.strip() for part in rule.split(",")} == {"header", ".ways", "form"}
    assert 'class="ways"' in entry_page(NL, SHOWN, CONTACT)


# Languages


@pytest.mark.parametrize(
    ("asked", "accepted", "language"),
    [
        (None, None, "nl"),
        (None, "", "nl"),
        (None, "nl-NL,nl;q=0.9,en;q=0.8", "nl"),
        (None, "en-GB,en;q=0.9,nl;q=0.8", "en"),
        (None, "nl;q=0.5, en;q=0.7", "en"),
        (None, "fr, de;q=0.9", "nl"),
        (None, "fr, en;q=0.1", "en"),
        (None, "*;q=x,,;;q=1", "nl"),
        ("en", "nl", "en"),
        ("nl", "en", "nl"),
        ("xx", "en", "en"),
    ],
)
def test_the_language_is_the_one_asked_for_or_the_browsers_or_dutch(
    asked: str | None, accepted: str | None, language: str
) -> None:
    assert words_for(asked, accepted).language == language


def test_every_page_leads_to_the_other_language_but_what_came_of_an_answer() -> None:
    assert 'href="?do=correct&amp;lang=en"' in correcting_page(NL, SHOWN, CONTACT)
    assert 'href="?lang=nl"' in entry_page(EN, SHOWN, CONTACT)
    assert "hreflang" not in notice_page(NL, NL.confirmed_notice)
    assert "hreflang" not in correcting_page(NL, SHOWN, CONTACT, WRONG)


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=lambda words: words.language)
def test_there_are_words_for_everything_that_can_be_said(words: Words) -> None:
    assert set(words.wrong) == set(Wrong)
    assert set(words.seen_by) == set(Visibility)
    assert set(words.acquaintance) == set(Acquaintance)
    assert len(set(words.months)) == 12


def test_no_text_is_left_in_the_other_language() -> None:
    alike = {
        member.name
        for member in members(Words)
        if not {*texts(getattr(NL, member.name))}.isdisjoint(texts(getattr(EN, member.name)))
    }
    assert alike == {"seat"}


def texts(said: object) -> list[str]:
    match said:
        case Notice():
            return [said.heading, said.text]
        case dict():
            return list(said.values())
        case tuple():
            return list(said)
        case _:
            return [str(said)]


# Escaping


@given(st.text(), st.text())
def test_text_never_becomes_markup(text: str, value: str) -> None:
    reader = Reader()
    reader.feed(tag("p", text, title=value))
    reader.close()
    assert reader.data == text
    assert reader.found == [("p", [("title", value)])]


class Reader(HTMLParser):
    """What a browser makes of a piece of markup."""

    def __init__(self) -> None:
        super().__init__()
        self.data = ""
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.data += data


def test_markup_of_ours_stands_as_it_is() -> None:
    assert tag("p", Html("<b>"), "<b>", None) == "<p><b>&lt;b&gt;</p>"
    assert joined("a & b", tag("br")) == "a &amp; b<br>"
    assert tag("input", checked=True, disabled=False, class_="x", aria_label="y") == (
        '<input checked class="x" aria-label="y">'
    )


def test_the_form_names_the_relation_by_its_id_in_its_fields() -> None:
    page = correcting_page(NL, SHOWN, CONTACT)
    assert f'name="title:{FUNCTION}"' in page
