"""Fields of a form: each with its label, its hint, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.confirming.answers import LONGEST, Wrong
from server.confirming.words import Words
from server.html import Html, joined, tag

_AUTOCOMPLETE = {"name": "name", "email": "email", "phone": "tel"}


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed before, and what was wrong with it, by the name of the field."""

    values: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, Wrong] = field(default_factory=dict)


class Fields:
    """The fields of one form."""

    def __init__(self, words: Words, typed: Typed) -> None:
        self.words = words
        self._typed = typed
        self._places: dict[str, tuple[str, str]] = {}  # of each field: its place on the page, and its label

    @property
    def problems(self) -> list[tuple[str, str, Wrong]]:
        """The place, the label, and what is wrong."""
        return [(*self._places[name], wrong) for name, wrong in self._typed.problems.items() if name in self._places]

    def value(self, name: str, now: str) -> str:
        """What is to stand in a field: what somebody typed, or else what it says now."""
        return self._typed.values.get(name, now)

    def line(self, name: str, label: str, now: str, kind: str = "text", hint: str | None = None) -> Html:
        """A field of one line."""
        place, described, below = self._place(name, label, hint)
        longest = LONGEST.get(name.partition(":")[0])
        return joined(
            tag("label", label, for_=place),
            *below,
            tag(
                "input",
                type=kind,
                id=place,
                name=name,
                value=self.value(name, now),
                maxlength=str(max(longest, len(now))) if longest else None,
                autocomplete=_AUTOCOMPLETE.get(name, "off"),
                **described,
            ),
        )

    def lines(self, name: str, label: str, now: str) -> Html:
        """A field of several lines."""
        place, described, below = self._place(name, label, None)
        text = "\n" + self.value(name, now)  # a browser drops the first end of line
        return joined(tag("label", label, for_=place), *below, tag("textarea", text, id=place, name=name, **described))

    def choice(self, name: str, label: str, hint: str, choices: Mapping[str, str], now: str) -> Html:
        """A choice of a few."""
        place, described, below = self._place(name, label, hint)
        chosen = self.value(name, now)
        options = (
            tag(
                "label",
                tag("input", type="radio", name=name, value=value, checked=value == chosen),
                text,
                class_="choice",
            )
            for value, text in choices.items()
        )
        return tag("fieldset", tag("legend", label), *below, *options, id=place, **described)

    def summary(self) -> Html | None:
        """What is wrong, at the head of the page."""
        words = self.words
        if not self.problems:
            return None
        told = (
            tag("li", tag("a", f"{label}: {words.wrong[wrong]}", href=f"#{place}"))
            for place, label, wrong in self.problems
        )
        return tag("div", tag("h2", words.wrong_heading), tag("ul", *told), role="alert")

    def _place(self, name: str, label: str, hint: str | None) -> tuple[str, dict[str, str | None], list[Html]]:
        place = f"field-{len(self._places)}"
        self._places[name] = (place, label)
        wrong = self._typed.problems.get(name)
        below = [] if hint is None else [tag("span", hint, class_="hint", id=f"{place}-hint")]
        if wrong is not None:
            below.append(tag("span", self.words.wrong[wrong], class_="wrong", id=f"{place}-wrong"))
        parts = [f"{place}-hint" if hint else None, f"{place}-wrong" if wrong else None]
        described = " ".join(filter(None, parts)) or None
        return place, {"aria_describedby": described, "aria_invalid": "true" if wrong else None}, below
