"""The entry, to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.confirming.entry import Entry, Own
from graph.vocabulary import Acquaintance
from server.confirming.words import Words
from server.html import Html, joined, tag


def person(words: Words, entry: Entry) -> Html:
    """What it says of the person themselves."""
    members = entry.person.members
    rows = [(words.name, entry.person.name)]
    rows += [(words.email, str(members.get("email", words.unknown)))]
    rows += [(words.phone, str(members.get("phone", words.unknown)))]
    if "email" in members or "phone" in members:
        rows += [(words.purpose, str(members.get("contactPurpose", words.unknown)))]
        rows += [(words.retained, _retained(words, members.get("retainUntil")))]
    rows += [(words.introducible, words.yes if members.get("introducible") is True else words.no)]
    rows += [(words.source, source.title) for source in entry.person.sources]
    return tag("dl", *(joined(tag("dt", what), tag("dd", text)) for what, text in rows))


def _retained(words: Words, until: object) -> str:
    return words.day(date.fromisoformat(until)) if isinstance(until, str) else words.unknown


def relations(words: Words, entry: Entry) -> Iterator[Html]:
    """Its relations, by type."""
    headings = {
        "WORKS_FOR": words.functions,
        "HOLDS": words.seats,
        "KNOWS": words.acquaintances,
        "LEADS": words.leads,
        "WORKS_ON": words.works_on,
    }
    if not entry.relations:
        yield tag("p", words.nothing)
    for type, heading in headings.items():
        owned = entry.of_type(type)
        if owned:
            yield tag("h2", heading)
            yield tag("ul", *(tag("li", said(words, own), tag("small", _more(words, own))) for own in owned))


def said(words: Words, own: Own) -> str:
    """A relation in a few words."""
    members, name = own.relation.members, own.other.name
    match own.relation.type:
        case "WORKS_FOR":
            title = members.get("title")
            return (
                words.function.format(title=title, organisation=name)
                if title
                else words.works_for.format(organisation=name)
            )
        case "HOLDS" if own.coalition is not None:
            return words.seat.format(seat=name, coalition=own.coalition.name)
        case "KNOWS":
            return words.acquaintance[Acquaintance(str(members["strength"]))].format(name=name)
        case _:
            return name


def _more(words: Words, own: Own) -> str | None:
    """What else a relation says."""
    relation, themes = own.relation, own.relation.members.get("themes")
    parts = [
        words.themes.format(themes=", ".join(map(str, themes))) if isinstance(themes, list) else None,
        words.deputy_of.format(name=own.deputy_of.name) if own.deputy_of else None,
        words.since.format(day=words.day(relation.since)) if relation.since else None,
        words.until.format(day=words.day(relation.until)) if relation.until else None,
        words.confirmed.format(day=words.day(relation.confirmed_at)) if relation.confirmed_at else None,
    ]
    return "; ".join(filter(None, parts)) or None
