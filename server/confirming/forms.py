"""Forms: from what a browser sends to an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import parse_qsl

from graph.confirming.answers import Correction, FunctionText, Wrong

LARGEST = 256 * 1024
MOST_FIELDS = 5_000
MEDIA_TYPE = "application/x-www-form-urlencoded"

Form = Mapping[str, str]

_DATES = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)", re.ASCII),  # what a browser with a calendar sends
    re.compile(r"(?P<day>\d\d?)[-/. ](?P<month>\d\d?)[-/. ](?P<year>\d{4})", re.ASCII),  # what people type in others
)


class BadForm(Exception):
    """It is no form of ours. `status` is what the browser is told."""

    def __init__(self, status: int = 400) -> None:
        super().__init__(status)
        self.status = status


def form_of(body: bytes, content_type: str) -> Form:
    """The fields of a form. Raises BadForm."""
    if content_type.partition(";")[0].strip().lower() != MEDIA_TYPE:
        raise BadForm(415)
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise BadForm from error
    form = dict(pairs)
    if len(form) < len(pairs):
        raise BadForm
    return form


def version_of(form: Form) -> int:
    """The version of the network at which the entry was shown. Raises BadForm."""
    version = form.get("version", "")
    if not (version.isascii() and version.isdigit() and len(version) < 10):
        raise BadForm
    return int(version)


def correction_of(form: Form) -> tuple[Correction, dict[str, Wrong]]:
    """What a form says it should be, and which of its dates cannot be read. Raises BadForm."""
    introducible = form.get("introducible")
    if introducible not in ("yes", "no") or not {"name", "email", "phone"} <= form.keys():
        raise BadForm
    ended: dict[str, date] = {}
    wrong: dict[str, Wrong] = {}
    for field, relation in _of(form, "until"):
        written = form[field].strip()
        day = _date(written)
        if day is not None:
            ended[relation] = day
        elif written:
            wrong[field] = Wrong.NO_DATE
    functions = {relation: _function(form, relation) for _, relation in _of(form, "title")}
    name, email, phone = (_line(form[member]) for member in ("name", "email", "phone"))
    return Correction(name, email, phone, introducible == "yes", functions, ended), wrong


def _of(form: Form, member: str) -> list[tuple[str, str]]:
    """The fields that are about a member of relations, with the id of each."""
    return [(field, field.removeprefix(f"{member}:")) for field in form if field.startswith(f"{member}:")]


def _function(form: Form, relation: str) -> FunctionText:
    themes = map(_line, form.get(f"themes:{relation}", "").splitlines())
    return FunctionText(_line(form[f"title:{relation}"]), tuple(dict.fromkeys(filter(None, themes))))


def _line(text: str) -> str:
    """A text without spaces around it, and with one space wherever there were several."""
    return " ".join(text.split())


def _date(text: str) -> date | None:
    for form in _DATES:
        found = form.fullmatch(text)
        if found:
            try:
                return date(int(found["year"]), int(found["month"]), int(found["day"]))
            except ValueError:
                return None
    return None
