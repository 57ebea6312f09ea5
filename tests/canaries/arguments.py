"""What every argument of the schema is asked with.

An argument that is not here makes the tests fail with its name: whoever adds one says here what could be given to it
that would bring a secret to light. Enumerations, numbers of items and cursors are known by their types and names.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    get_named_type,
    get_nullable_type,
    is_list_type,
)

from graph.vocabulary import ANY
from tests.canaries.attempts import lines, sheets
from tests.canaries.knowledge import Knowledge, Name
from tests.canaries.walk import Unasked

Value = object
"""A text, number, truth or Name, or a list or object of these."""
Recipe = Callable[[Knowledge], Iterable[Value]]


_PEOPLE = ("Person", "Organisation", "Coalition")

RECIPES: dict[str, Recipe] = {
    # By the argument's name, or, where that is not enough, by its type or field as well. The first value is what is
    # given where another argument is varied.
    "id": lambda known: [*known.some(ANY, open_=8, secret=24), *known.relations()],
    "Network.nodes.ids": lambda known: [known.some(ANY, secret=8), known.relations()],
    "code": lambda known: known.codes(),
    "text": lambda known: known.texts(),
    "theme": lambda known: known.texts(),
    "sector": lambda known: ["VO", *known.some("Sector")],
    "sectors": lambda known: [["VO", "PO", "KO", "GEM"], *([one] for one in known.some("Sector"))],
    "area": lambda known: ["streek", *known.some("Area")],
    "Network.coverage.area": lambda known: ["region-1", "streek", *known.some("Area")],
    "coalition": lambda known: ["k1", "k2", *known.some("Coalition")],
    "coalitions": lambda known: [["k1", "k2"], *([one] for one in known.some("Coalition"))],
    "channel": lambda known: known.some("Channel"),
    "organisation": lambda known: ["bestuur", *known.some("Organisation")],
    "indicator": lambda known: ["beweging", *known.texts()],
    "partOf": lambda known: ["bestuur", *known.some("Organisation")],
    "person": lambda known: ["p6", "m0", *known.some("Person")],
    "from": lambda known: ["p0", "k1", "ggd", "ver6", *known.some(*_PEOPLE)],
    "via": lambda known: ["p3", "ggd", *known.some(*_PEOPLE)],
    "avoid": lambda known: [["p3"], *([one] for one in known.some(*_PEOPLE))],
    "require": lambda known: [["p6"], *([one] for one in known.some("Person"))],
    "exclude": lambda known: [
        ["m0"],
        [*known.open("Person"), *known.secret("Person")][:100],
        *([one] for one in known.some("Person")),
    ],
    "seat": lambda known: ["k1-z2", "k2-z2", *known.some("Seat")],
    "attendees": lambda known: [["p1", "m0"], *([one] for one in known.some("Person"))],
    "Mutation.ids": lambda known: [["m0"], *([one] for one in (*known.some(ANY), *known.relations()))],
    "keep": lambda known: ["p5", *known.some(ANY)],
    "absorb": lambda known: ["p3", *known.some(ANY)],
    "because": lambda known: ["overleg", *known.texts()[-5:], *known.names()],
    "lines": lambda known: list(lines(known)),
    "file": lambda known: list(sheets(known)),
    "answers": lambda known: [[{"at": "personen!2", "answer": id}] for id in ("p1", *known.some(ANY))],
    "Subscription.changed.around": lambda known: ["p0", "heer", "bestuur", "k1", *known.some(ANY, secret=8)],
    "around": lambda known: [["p0", "k1"], *([one] for one in known.some(ANY, secret=8))],
}
PLAIN: dict[str, list[Value]] = {
    # What is no secret by itself.
    "basedOn": [3, 1, 0, 99_999],
    "dryRun": [True, False],
    "despiteRejected": [True, False],
    "SheetImport.rows.after": ["personen!2"],
    "version": [3, 2, 1, 99_999],
    "contacts": [3, 1],
    "Programme.prospects.first": [10, 1],
    "date": ["2026-11-01", "2027-01-01"],
    "until": ["2027-01-01", "2020-01-01"],
    "on": ["2026-11-10", "2027-01-01"],
    "name": ["overleg"],
    "Mutation.appoint.since": ["2026-11-01", "2024-06-01", "2027-01-01"],
    "asOf": ["2026-11-14", "2026-11-16", "2024-06-01", "2020-01-01", "2030-01-01"],
    "since": [0, 1, 2, 3, 99],
    "Network.contactPaths.first": [20, 1, 2],
    "first": [100, 1, 2],
    "seed": [1, 2],
    "within": [30, 0, 3_660],
    "maxHandshakes": [4, 1, 6],
    "steps": [1, 0, 3],
    "limit": [500, 3, 40, 200],
}


def values(
    known: Knowledge, owner: str, field: str | None, name: str, given: GraphQLArgument | GraphQLInputField
) -> list[Value]:
    """The values to ask an argument with: of a field, or (without one) the member of an input."""
    type_ = get_nullable_type(given.type)
    places = (f"{owner}.{field}.{name}", f"{owner}.{name}", name)
    for place in places:
        if place in RECIPES:
            return list(RECIPES[place](known))
        if place in PLAIN:
            return PLAIN[place]
    if name == "after" and field is not None:
        return list(known.after(owner, field))
    named = get_named_type(type_)
    if isinstance(named, GraphQLEnumType):
        names: list[Value] = [Name(value) for value in named.values]
        return [[value] for value in names] if is_list_type(type_) else names
    if isinstance(named, GraphQLInputObjectType) and not is_list_type(type_):
        return list(_of_input(known, named))
    raise Unasked(f"nothing is known to ask {owner}.{field or ''}({name}: {given.type}) with: add it to RECIPES")


def _of_input(known: Knowledge, type_: GraphQLInputObjectType) -> Iterator[Value]:
    """Each member of an input with each of its values, by itself."""
    for name, member in type_.fields.items():
        for value in values(known, type_.name, None, name, member):
            yield {name: value}


def written(value: Value) -> str:
    """A value as a document has it."""
    if isinstance(value, Name):
        return value.text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {written(one)}" for name, one in value.items()) + "}"
    return str(value)
