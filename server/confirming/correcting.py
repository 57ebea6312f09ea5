"""The entry, as a form to correct it in. Fields are named as graph.confirming.answers names what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator

from graph.confirming.entry import Entry, Own
from server.confirming.fields import Fields
from server.confirming.reading import said
from server.html import Html, tag


def sections(fields: Fields, entry: Entry) -> Iterator[Html]:
    """The fields of the person, and of each relation."""
    yield _person(fields, entry)
    for own in entry.relations:
        yield _relation(fields, own)


def _person(fields: Fields, entry: Entry) -> Html:
    words, members = fields.words, entry.person.members
    return tag(
        "fieldset",
        tag("legend", words.yourself),
        fields.line("name", words.name, entry.person.name),
        fields.line("email", words.email, str(members.get("email", "")), "email"),
        fields.line("phone", words.phone, str(members.get("phone", "")), "tel"),
        fields.choice(
            "introducible",
            words.introducible,
            words.introducible_meaning,
            {"yes": words.yes, "no": words.no},
            "yes" if members.get("introducible") is True else "no",
        ),
    )


def _relation(fields: Fields, own: Own) -> Html:
    words, id = fields.words, own.relation.id
    content = list(_function(fields, own)) if own.relation.type == "WORKS_FOR" else []
    if own.may_end:
        content.append(fields.line(f"until:{id}", words.ended, "", "date", words.ended_hint))
    else:
        content.append(tag("p", words.may_not_end))
    return tag("fieldset", tag("legend", said(words, own)), *content)


def _function(fields: Fields, own: Own) -> Iterator[Html]:
    words, id, members = fields.words, own.relation.id, own.relation.members
    themes = members.get("themes")
    yield fields.line(f"title:{id}", words.title, str(members.get("title", "")))
    yield fields.lines(
        f"themes:{id}", words.themes_hint, "\n".join(map(str, themes)) if isinstance(themes, list) else ""
    )
