"""One line of a network file, to a record and back.

A line is one JSON object: `{"node": KIND, "id": ..., ...}` or `{"relation": TYPE, "from": ..., "to": ..., ...}`.
Reading checks everything that a line alone can show; what needs the rest of the network is `graph.validation`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeVar, cast

from graph.boundaries import wrong_in_boundary
from graph.errors import LineError
from graph.records import NodeRecord, Record, RelationRecord, Source, Value, identity
from graph.vocabulary import (
    KINDS,
    RELATIONS,
    CodeSystem,
    Form,
    Mandate,
    Member,
    RulePer,
    Visibility,
    default_visibility,
)

Line = Mapping[str, object]
KindOf = Callable[[str], str | None]

LONGEST_TEXT = 10_000
LONGEST_ID = 200
LARGEST_COUNT = 2**31 - 1  # what a GraphQL Int can carry

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_NODE_MEMBERS = ("node", "id", "name", "since", "until", "visibility", "sources", "confirmedAt")
_RELATION_MEMBERS = ("relation", "id", "from", "to", "since", "until", "visibility", "sources", "confirmedAt")
_E = TypeVar("_E", bound=Enum)


def read_line(line: object, number: int | None = None, *, kind_of: KindOf | None = None) -> Record | list[LineError]:
    """The record of one line, or everything that is wrong with it.

    `kind_of` tells the kind of a node by id: the default visibility of a relation depends on its ends. Without it
    the defaults of the relation's own type count.
    """
    reader = _Reader(number)
    if not isinstance(line, Mapping):
        return [LineError(number, None, f"is {_shown(line)}", "one JSON object a line")]
    if "node" in line and "relation" not in line:
        record: Record | None = _read_node(reader, line)
    elif "relation" in line and "node" not in line:
        record = _read_relation(reader, line, kind_of)
    else:
        both = "both node and relation" if "node" in line else "neither node nor relation"
        return [LineError(number, "node", f"{both} is given", 'either "node": a kind or "relation": a type')]
    return reader.errors if reader.errors or record is None else record


def write_line(record: Record) -> dict[str, object]:
    """The line of a record, members in the vocabulary's order, without what is empty; `read_line` gives it back."""
    line: dict[str, object]
    if isinstance(record, NodeRecord):
        line = {"node": record.kind, "id": record.id, "name": record.name}
        members = KINDS[record.kind].members
    else:
        line = {"relation": record.type, "id": record.id, "from": record.origin, "to": record.target}
        members = RELATIONS[record.type].members
    line |= {m.name: record.members[m.name] for m in members if m.name in record.members}
    if record.since:
        line["since"] = record.since.isoformat()
    if record.until:
        line["until"] = record.until.isoformat()
    line["visibility"] = record.visibility.name
    if record.confirmed_at:
        line["confirmedAt"] = record.confirmed_at.isoformat()
    if record.sources:
        line["sources"] = [write_source(source) for source in record.sources]
    return line


def write_source(source: Source) -> dict[str, str]:
    """A source as a line has it, without what is empty."""
    written = {"title": source.title}
    if source.url:
        written["url"] = source.url
    if source.retrieved:
        written["retrieved"] = source.retrieved.isoformat()
    return written


@dataclass(slots=True)
class _Reader:
    """Reads values and gathers what is wrong with them; what is wrong reads as None."""

    number: int | None
    errors: list[LineError] = field(default_factory=list)

    def wrong(self, member: str | None, message: str, expected: str | None = None) -> None:
        self.errors.append(LineError(self.number, member, message, expected))

    def text(self, member: str, value: object, longest: int = LONGEST_TEXT) -> str | None:
        if not isinstance(value, str):
            self.wrong(member, "is missing" if value is None else f"is {_shown(value)}", "a text")
        elif not value.strip():
            self.wrong(member, "is empty", "a text, or null where there is none")
        elif len(value) > longest:
            self.wrong(member, f"is {len(value):,} characters long", f"at most {longest:,}")
        elif not _storable(value):
            self.wrong(member, "holds a character that cannot be kept", "text without NUL or unpaired surrogates")
        else:
            return value
        return None

    def id(self, member: str, value: object) -> str | None:
        text = self.text(member, value, LONGEST_ID)
        if text is not None and (text != text.strip() or not text.isprintable()):
            self.wrong(member, f"is {_shown(text)}", "an id without control characters or white space around it")
            return None
        return text

    def date(self, member: str, value: object) -> date | None:
        if value is None:
            return None
        if isinstance(value, str) and _DATE.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                self.wrong(member, f"{value} is no day of the calendar", "a date as YYYY-MM-DD")
                return None
        self.wrong(member, f"is {_shown(value)}", "a date as YYYY-MM-DD")
        return None

    def choice(self, member: str, value: object, choices: type[_E]) -> _E | None:
        if isinstance(value, str) and value in choices.__members__:
            return choices[value]
        self.wrong(member, f"is {_shown(value)}", "one of " + ", ".join(choices.__members__))
        return None

    def count(self, member: str, value: object, least: int = 0) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= LARGEST_COUNT:
            return value
        self.wrong(member, f"is {_shown(value)}", f"a whole number from {least} to {LARGEST_COUNT:,}")
        return None

    def texts(self, member: str, value: object) -> list[str] | None:
        if not isinstance(value, list):
            self.wrong(member, f"is {_shown(value)}", Form.TEXTS.value)
            return None
        texts = [self.text(f"{member}[{i}]", one) for i, one in enumerate(value)]
        return [text for text in texts if text is not None]


def _read_node(reader: _Reader, line: Line) -> NodeRecord | None:
    named = line["node"]
    kind = KINDS.get(named) if isinstance(named, str) else None
    if kind is None:
        reader.wrong("node", f"is {_shown(line['node'])}", "one of " + ", ".join(KINDS))
        return None
    id = reader.id("id", line.get("id"))
    name = reader.text("name", line.get("name"), 1_000)
    members = _read_members(reader, line, kind.members, _NODE_MEMBERS)
    since, until = _read_period(reader, line)
    visibility = _read_visibility(reader, line)
    confirmed = reader.date("confirmedAt", line.get("confirmedAt"))
    sources = _read_sources(reader, line.get("sources"))
    if id is None or name is None:
        return None
    seen_by = kind.visibility if visibility is None else visibility
    return NodeRecord(id, kind.name, name, since, until, seen_by, confirmed, sources, members)


def _read_relation(reader: _Reader, line: Line, kind_of: KindOf | None) -> RelationRecord | None:
    named = line["relation"]
    type = RELATIONS.get(named) if isinstance(named, str) else None
    if type is None:
        reader.wrong("relation", f"is {_shown(line['relation'])}", "one of " + ", ".join(RELATIONS))
        return None
    origin = reader.id("from", line.get("from"))
    target = reader.id("to", line.get("to"))
    members = _read_members(reader, line, type.members, _RELATION_MEMBERS)
    since, until = _read_period(reader, line)
    visibility = _read_visibility(reader, line)
    confirmed = reader.date("confirmedAt", line.get("confirmedAt"))
    sources = _read_sources(reader, line.get("sources"))
    given = line.get("id")
    id = None if given is None else reader.id("id", given)
    if origin is None or target is None or (given is not None and id is None):
        return None
    if visibility is None:
        ends = (kind_of(origin), kind_of(target)) if kind_of else type.ends[0]
        visibility = default_visibility(*ends)
    id = id or identity(type.name, origin, target, since)
    return RelationRecord(id, type.name, origin, target, since, until, visibility, confirmed, sources, members)


def _read_members(
    reader: _Reader, line: Line, members: tuple[Member, ...], common: tuple[str, ...]
) -> dict[str, Value]:
    read: dict[str, Value] = {}
    for member in members:
        value = line.get(member.name)
        if value is None:
            if member.required:
                reader.wrong(member.name, "is missing", _expected(member))
            continue
        kept = _read_member(reader, member, value)
        if kept is not None:
            read[member.name] = kept
    known = {*common, *(m.name for m in members)}
    for name in line:
        if name not in known:
            right = ", ".join([m.name for m in members] + list(common[1:]))
            reader.wrong(str(name), "is no member of this line", f"one of {right}")
    return read


def _read_member(reader: _Reader, member: Member, value: object) -> Value | None:
    if member.choices is not None:
        return _name(reader.choice(member.name, value, cast(type[Enum], member.choices)))
    return _FORMS[member.form](reader, member.name, value)


def _read_boolean(reader: _Reader, member: str, value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    reader.wrong(member, f"is {_shown(value)}", Form.BOOLEAN.value)
    return None


def _read_day(reader: _Reader, member: str, value: object) -> str | None:
    day = reader.date(member, value)
    return day.isoformat() if day else None


def _read_number(reader: _Reader, member: str, value: object) -> float | int | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e15:
        return value
    reader.wrong(member, f"is {_shown(value)}", "a number")
    return None


def _read_codes(reader: _Reader, member: str, value: object) -> dict[str, str] | None:
    if not isinstance(value, Mapping):
        reader.wrong(member, f"is {_shown(value)}", Form.CODES.value)
        return None
    codes: dict[str, str] = {}
    for system, code in value.items():
        if system not in CodeSystem.__members__:
            reader.wrong(f"{member}.{system}", "is no code system", "one of " + ", ".join(CodeSystem))
        elif code is not None and (read := reader.id(f"{member}.{system}", code)) is not None:
            codes[system] = read
    return {system.value: codes[system] for system in CodeSystem if system in codes}


def _read_figures(reader: _Reader, member: str, value: object) -> dict[str, int] | None:
    if not isinstance(value, Mapping):
        reader.wrong(member, f"is {_shown(value)}", Form.FIGURES.value)
        return None
    figures: dict[str, int] = {}
    for year, figure in value.items():
        if not (isinstance(year, str) and _YEAR.fullmatch(year)):
            reader.wrong(f"{member}.{year}", "is no year", "a year as YYYY")
        elif figure is not None and (count := reader.count(f"{member}.{year}", figure)) is not None:
            figures[year] = count
    return dict(sorted(figures.items()))


def _read_rules(reader: _Reader, member: str, value: object) -> list[dict[str, object]] | None:
    if not isinstance(value, list):
        reader.wrong(member, f"is {_shown(value)}", Form.RULES.value)
        return None
    return [_read_rule(reader, f"{member}[{i}]", rule) for i, rule in enumerate(value)]


def _read_rule(reader: _Reader, place: str, rule: object) -> dict[str, object]:
    expected = '{"sectors": [ids], "minimum": 1, "per": "COALITION" or "MUNICIPALITY", "mandate": a mandate}'
    if not isinstance(rule, Mapping):
        reader.wrong(place, f"is {_shown(rule)}", expected)
        return {}
    for name in rule:
        if name not in ("sectors", "minimum", "per", "mandate"):
            reader.wrong(f"{place}.{name}", "is no member of a rule", expected)
    sectors = rule.get("sectors")
    if not isinstance(sectors, list) or not sectors:
        reader.wrong(f"{place}.sectors", f"is {_shown(sectors)}", "a list of at least one sector")
        sectors = []
    return {
        "sectors": [reader.id(f"{place}.sectors[{i}]", sector) for i, sector in enumerate(sectors)],
        "minimum": reader.count(f"{place}.minimum", rule.get("minimum", 1), least=1),
        "per": _name(reader.choice(f"{place}.per", rule.get("per", RulePer.COALITION.name), RulePer)),
        "mandate": _name(reader.choice(f"{place}.mandate", rule.get("mandate", Mandate.LISTEN.name), Mandate)),
    }


def _read_boundary(reader: _Reader, member: str, value: object) -> Value | None:
    wrong = wrong_in_boundary(value)
    if wrong is not None:
        reader.wrong(member, *wrong)
        return None
    return cast(Value, value)


_FORMS: dict[Form, Callable[[_Reader, str, object], Value | None]] = {
    Form.TEXT: lambda reader, member, value: reader.text(member, value),
    Form.TEXTS: lambda reader, member, value: reader.texts(member, value) or None,
    Form.DATE: _read_day,
    Form.BOOLEAN: _read_boolean,
    Form.COUNT: lambda reader, member, value: reader.count(member, value),
    Form.NUMBER: _read_number,
    Form.CODES: lambda reader, member, value: _read_codes(reader, member, value) or None,
    Form.FIGURES: lambda reader, member, value: _read_figures(reader, member, value) or None,
    Form.RULES: lambda reader, member, value: _read_rules(reader, member, value) or None,
    Form.BOUNDARY: _read_boundary,
    Form.NODE: lambda reader, member, value: reader.id(member, value),
}


def _read_period(reader: _Reader, line: Line) -> tuple[date | None, date | None]:
    since, until = reader.date("since", line.get("since")), reader.date("until", line.get("until"))
    if since and until and until < since:
        reader.wrong("until", f"{until} lies before since, {since}", f"{since} or later, or null while it lasts")
    return since, until


def _read_visibility(reader: _Reader, line: Line) -> Visibility | None:
    given = line.get("visibility")
    return None if given is None else reader.choice("visibility", given, Visibility)


def _read_sources(reader: _Reader, value: object) -> tuple[Source, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        reader.wrong("sources", f"is {_shown(value)}", 'a list of {"title", "url", "retrieved"}')
        return ()
    sources = [_read_source(reader, f"sources[{i}]", source) for i, source in enumerate(value)]
    return tuple(source for source in sources if source is not None)


def _read_source(reader: _Reader, place: str, source: object) -> Source | None:
    if not isinstance(source, Mapping):
        reader.wrong(place, f"is {_shown(source)}", '{"title", "url", "retrieved"}')
        return None
    for name in source:
        if name not in ("title", "url", "retrieved"):
            reader.wrong(f"{place}.{name}", "is no member of a source", "title, url, retrieved")
    title = reader.text(f"{place}.title", source.get("title"))
    url = source.get("url")
    url = None if url is None else reader.text(f"{place}.url", url)
    retrieved = reader.date(f"{place}.retrieved", source.get("retrieved"))
    return Source(title, url, retrieved) if title is not None else None


def _expected(member: Member) -> str:
    if member.choices is not None:
        return "one of " + ", ".join(member.choices.__members__)
    return member.form.value


def _name(chosen: Enum | None) -> str | None:
    return chosen.name if chosen is not None else None


def _storable(text: str) -> bool:
    return (text.isascii() and "\0" not in text) or (
        "\0" not in text and not any("\ud800" <= c <= "\udfff" for c in text)
    )


def _shown(value: object) -> str:
    """A value as an error quotes it: short, and never a whole nested structure."""
    if value is None:
        return "missing"
    if isinstance(value, str):
        return f"«{value[:40]}{'…' if len(value) > 40 else ''}»"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)[:40]
    return "a list" if isinstance(value, list) else "an object"
