"""The pages: what somebody sees who follows a link. They work without scripts, can be printed, and load nothing."""

from __future__ import annotations

from email.headerregistry import Address

from server.confirming import correcting, reading
from server.confirming.answering import Shown
from server.confirming.fields import Fields, Typed
from server.confirming.links import last_day
from server.confirming.style import STYLE
from server.confirming.words import LANGUAGES, Notice, Words
from server.html import Content, Html, tag


def entry_page(words: Words, shown: Shown, contact: Address | None, *, changed: bool = False) -> str:
    """The entry, and the three ways to answer."""
    entry = shown.entry
    return _page(
        words,
        words.heading,
        _changed(words) if changed else None,
        tag("p", words.introduction, " ", words.seen_by[entry.person.visibility]),
        tag("h2", words.yourself),
        reading.person(words, entry),
        *reading.relations(words, entry),
        tag("h2", words.ways),
        tag(
            "div",
            _form(words, shown, "confirm", tag("button", words.confirm)),
            tag("small", words.confirm_meaning),
            tag("p", _step(words, "correct", words.correct), tag("small", words.correct_meaning)),
            tag("p", _step(words, "leave", words.leave), tag("small", words.leave_meaning)),
            class_="ways",
        ),
        tag("p", words.valid_until.format(day=words.day(last_day(shown.expires)))),
        _contact(words, contact),
        step="",
    )


def correcting_page(
    words: Words, shown: Shown, contact: Address | None, typed: Typed | None = None, *, changed: bool = False
) -> str:
    """The entry as a form."""
    fields = Fields(words, typed or Typed())
    sections = list(correcting.sections(fields, shown.entry))  # first, for what is wrong is told above them
    return _page(
        words,
        words.correct_heading,
        _changed(words) if changed else None,
        fields.summary(),
        tag("p", words.correct_introduction),
        _form(words, shown, "correct", *sections, tag("button", words.correct_button)),
        _contact(words, contact),
        tag("p", tag("a", words.back, href=f"?lang={words.language}")),
        step="correct" if typed is None else None,
        wrong=bool(fields.problems),
    )


def leaving_page(words: Words, shown: Shown) -> str:
    """Whether everything is to be erased indeed."""
    return _page(
        words,
        words.leave_heading,
        tag("p", words.leave_introduction),
        _form(words, shown, "leave", tag("button", words.leave_button, class_="final")),
        tag("p", tag("a", words.back, href=f"?lang={words.language}")),
        step="leave",
    )


def notice_page(words: Words, notice: Notice, **filled: str) -> str:
    """A page that only says something."""
    return _page(words, notice.heading, tag("p", notice.text.format(**filled)), step=None)


def _page(words: Words, heading: str, *content: Content, step: str | None, wrong: bool = False) -> str:
    """A whole page. `step` is what it is in the address, so that it can be had in the other language; None for what
    came of an answer, which is not asked again."""
    title = f"{words.wrong_heading}: {heading}" if wrong else heading
    return "<!doctype html>\n" + tag(
        "html",
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="robots", content="noindex, nofollow"),
            tag("title", f"{title} – Korte Lijnen"),
            tag("style", Html(STYLE)),
        ),
        tag("body", None if step is None else _other_language(words, step), tag("main", tag("h1", heading), *content)),
        lang=words.language,
    )


def _other_language(words: Words, step: str) -> Html:
    other = next(language for language in LANGUAGES if language != words.language)
    to = f"?do={step}&lang={other}" if step else f"?lang={other}"
    return tag("header", tag("a", words.other_language, href=to, lang=other, hreflang=other))


def _step(words: Words, step: str, text: str) -> Html:
    return tag("a", text, href=f"?do={step}&lang={words.language}", class_="button")


def _form(words: Words, shown: Shown, answer: str, *content: Content) -> Html:
    hidden = (("answer", answer), ("version", str(shown.version)))
    inputs = (tag("input", type="hidden", name=name, value=value) for name, value in hidden)
    action = f"?lang={words.language}"
    return tag("form", *inputs, *content, method="post", action=action, novalidate=True)


def _changed(words: Words) -> Html:
    return tag("div", tag("p", words.changed_meanwhile), role="alert")


def _contact(words: Words, contact: Address | None) -> Html:
    if contact is None:
        return tag("p", words.contact_unknown)
    before, after = words.contact.split("{address}")
    address = contact.addr_spec
    return tag("p", before, tag("a", address, href=f"mailto:{address}"), after)
