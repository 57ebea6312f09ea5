"""Canaries: secrets of every sort, each with a word of its own that would give it away wherever it came out.

For each visibility there is: nodes of every kind, with everything that a node of its kind can say; relations of every
type between nodes that everybody sees, beside relations that everybody sees, and from and to secret nodes; periods at
every side of the date. They are made from the vocabulary, so that what is added to it is a secret here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, product

from graph.vocabulary import KINDS, RELATIONS, CodeSystem, Form, Member, joins
from tests.canaries.invented import MEMBERS, NOW, PEOPLE, WORDS, id_of
from tests.graph.networks import Line, node, relation

CANARY = re.compile(r"qanari\d{4}", re.IGNORECASE)
"""The word of a secret, in whatever it is written: an id, a name, a code, an address."""

BIRDS = {"MEMBER": "zwaluw", "COALITION": "merel", "STEWARD": "reiger", "PUBLIC": "zetel"}
"""Words that are known from names of that visibility only, so that a compound with them comes apart for its viewers."""
VISIBILITIES = ("MEMBER", "COALITION", "STEWARD")
_PERIODS: tuple[Line, ...] = (  # around 15 November 2026
    {},
    {"since": "2024-01-01"},
    {"since": "2024-01-01", "until": "2026-11-15"},
    {"since": "2026-11-15", "until": "2026-11-16"},
    {"since": "2026-11-16"},
    {"until": "2027-01-01"},
)
_TABLE = frozenset({"HOLDS", "SEAT_IN", "SEAT_FOR", "COVERS"})  # relations of seats, which have rules of their own


class Canaries:
    """Makes secrets, one after the other."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._periods = count()

    def word(self) -> str:
        """A word that nothing else holds."""
        return f"qanari{next(self._numbers):04}"

    def node(self, kind: str, visibility: str, **members: object) -> Line:
        """A secret node that says everything a node of its kind can say."""
        word = self.word()
        number = int(word[-4:])
        bird = BIRDS[visibility]
        name = f"Zonneveld {word.title()}" if kind == "Person" else f"Zonnecollege {bird} {WORDS[number % 4]} {word}"
        told = {member.name: _value(member, word, number) for member in KINDS[kind].members}
        return node(kind, word, visibility=visibility, **{**told, "name": name, **_told(word), **members})

    def relation(self, type: str, origin: str, target: str, visibility: str, **members: object) -> Line:
        """A secret relation that says everything a relation of its type can say."""
        word = self.word()
        number = int(word[-4:])
        told = {member.name: _value(member, word, number) for member in RELATIONS[type].members}
        period = _PERIODS[next(self._periods) % len(_PERIODS)]
        return relation(
            type, origin, target, id=word, visibility=visibility, **{**told, **_told(word), **period, **members}
        )

    def all(self) -> list[Line]:
        """Secrets of every sort, at each visibility."""
        return [line for visibility in VISIBILITIES for line in self._at(visibility)]

    def _at(self, visibility: str) -> Iterator[Line]:
        nodes = {kind: [self.node(kind, visibility) for _ in range(2)] for kind in KINDS if kind != "Seat"}
        for two in nodes.values():
            yield from two
        ids = {kind: [str(line["id"]) for line in two] for kind, two in nodes.items()}
        yield from self._relations(visibility, ids)
        yield from self._crowd(visibility, ids)
        yield from self._between(visibility)
        yield from self._tables(visibility, ids)
        yield from self._matters(visibility, ids)

    def _relations(self, visibility: str, ids: dict[str, list[str]]) -> Iterator[Line]:
        """Relations of every type: hidden between what everybody sees, and open ones that lead to what is hidden."""
        turn = count(VISIBILITIES.index(visibility))
        for type in RELATIONS.values():
            pairs = [pair for pair in product(KINDS, KINDS) if "Seat" not in pair and joins(type, *pair)]
            for pair in pairs if type.name not in _TABLE else ():
                ways = self._ways(type.name, pair, visibility, ids)
                yield from ways if pair == pairs[0] else (ways[next(turn) % len(ways)],)

    def _ways(self, type: str, pair: tuple[str, str], visibility: str, ids: dict[str, list[str]]) -> list[Line]:
        one, other = pair
        origin, target = id_of(one, 0), id_of(other, 1)
        ways = [
            self.relation(type, origin, target, visibility),
            self.relation(type, origin, ids[other][0], "PUBLIC"),
            self.relation(type, ids[one][1], target, "PUBLIC"),
        ]
        both = [] if type == "PART_OF" else [self.relation(type, ids[one][1], ids[other][0], "PUBLIC")]
        return ways + both

    def _crowd(self, visibility: str, ids: dict[str, list[str]]) -> Iterator[Line]:
        """People who would change every size, strength, path, rank and rarity, and what they would weigh."""
        places = ("bestuur", "school0", "ggd", "unit", "heer", ids["OtherOrganisation"][0])
        for number in range(12):
            line = self.node("Person", visibility)
            yield line
            yield self.relation("WORKS_FOR", line["id"], places[number % 6], "PUBLIC", since="2024-01-01", until=None)
            for known in (*PEOPLE, *MEMBERS)[number % 4 :: 4]:
                yield self.relation("KNOWS", line["id"], known, "PUBLIC", strength="STRONG", since=NOW, until=None)
            yield self.relation("ATTENDED", line["id"], "overleg0", "PUBLIC")
        for one, other in (("p0", "p7"), ("p1", "p6"), ("p2", "m0"), ("p0", "p3")):
            yield self.relation("KNOWS", one, other, visibility, strength="STRONG", since=NOW, until=None)
        for person in PEOPLE:
            yield self.relation("WORKS_FOR", person, ids["Ministry"][1], "PUBLIC", since="2024-01-01", until=None)
            yield self.relation("WORKS_FOR", person, "opvang", visibility, since="2024-01-01", until=None)
            yield self.relation("ATTENDED", person, ids["Meeting"][1], "PUBLIC")
        deputy = {"since": f"2025-01-0{VISIBILITIES.index(visibility) + 1}", "deputyOf": ids["Person"][0]}
        yield relation("WORKS_FOR", "p4", "ggd", visibility="PUBLIC", **deputy)
        for school, sector in product(ids["School"], ("VO", "PO")):
            yield self.relation("IN_SECTOR", school, sector, "PUBLIC", since="2024-01-01", until=None)
        for location in (*ids["School"], *ids["ChildcareLocation"]):
            yield self.relation("LOCATED_IN", location, "heer", "PUBLIC", since="2024-01-01", until=None)
            yield self.relation("IN_SECTOR", location, "KO", "PUBLIC", since="2024-01-01", until=None)

    def _between(self, visibility: str) -> Iterator[Line]:
        """Hidden relations between what everybody sees, where numbers, places and paths would rest on them."""
        lasting = {"since": "2024-01-01", "until": None}
        for type, origin, target in (
            ("LOCATED_IN", "los", "kerk"),
            ("ACTIVE_IN", "bestuur", "kerk"),
            ("ACTIVE_IN", "ggd", "land"),
            ("ACTIVE_IN", "k1", "land"),
            ("ACTIVE_IN", "k2", "region-1"),
            ("IN_SECTOR", "los", "PO"),
            ("IN_SECTOR", "ggd", "VO"),
            ("PART_OF", "los", "bestuur"),
            ("PART_OF", "unit", "opvang"),
            ("PART_OF", "heer", "region-1"),
            ("PART_OF", "KO", "ONDERWIJS"),
            ("PARTNER_IN", "bestuur", "k1"),
            ("LEADS", "p3", "k2"),
            ("WORKS_ON", "p1", "question-0"),
            ("WORKS_ON", "bestuur", "question-0"),
            ("ATTENDED", "p5", "overleg0"),
            ("HELD_BY", "overleg0", "k2"),
            ("ASKS", "streek", "question-0"),
            ("WORKS_FOR", "p6", "los"),
        ):
            yield self.relation(type, origin, target, visibility, **lasting)
        # Who holds a seat and has left its organisation holds it no longer.
        left = {"MEMBER": "p2", "COALITION": "p3", "STEWARD": "p2"}[visibility]
        yield self.relation("WORKS_FOR", left, "school3", visibility, since="2020-01-01", until="2025-01-01")

    def _tables(self, visibility: str, ids: dict[str, list[str]]) -> Iterator[Line]:
        """Seats at hidden tables and of hidden sectors, and what is hidden of a seat that everybody sees."""
        coalition, organisation, area = ids["Coalition"][1], ids["SchoolBoard"][0], ids["Municipality"][0]
        for number, (table, sector) in enumerate(((coalition, "VO"), (coalition, "PO"), ("k1", ids["Sector"][0]))):
            seat = self.node("Seat", "PUBLIC", sector=sector)
            yield seat
            yield self.relation("SEAT_IN", seat["id"], table, "PUBLIC", since="2024-01-01", until=None)
            yield self.relation("SEAT_FOR", seat["id"], "bestuur", "PUBLIC")
            yield self.relation("COVERS", seat["id"], "kerk", "PUBLIC")
            holder = PEOPLE[number] if number < 2 else ids["Person"][0]
            yield self.relation("HOLDS", holder, seat["id"], "PUBLIC", since="2024-01-01", until=None)
        yield self.relation("COVERS", "k1-z1", "kerk", visibility, since="2024-01-01", until=None)
        yield self.relation("COVERS", "k1-z1", area, "PUBLIC", since="2024-01-01", until=None)
        # Seats that everybody sees are held, now or in the past, by somebody who is hidden.
        held = {"MEMBER": ("k2-z2", None), "COALITION": ("k1-z5", "2025-01-01"), "STEWARD": ("k1-z2", None)}
        seat_, until = held[visibility]
        yield self.relation("HOLDS", ids["Person"][1], seat_, "PUBLIC", since="2024-01-01", until=until)
        # A seat is of one organisation at a time: hidden ones are of seats that are of none for all that others see.
        whose = {"MEMBER": "k1-z4", "COALITION": "k2-z4", "STEWARD": "k2-z5"}[visibility]
        yield self.relation("SEAT_FOR", whose, organisation, visibility, since="2024-01-01", until=None)

    def _matters(self, visibility: str, ids: dict[str, list[str]]) -> Iterator[Line]:
        """What is a matter of one coalition or of the other, and what only a hidden tie would make so."""
        for coalition, tie in product(("k1", "k2"), ("PUBLIC", visibility)):
            meeting, agreement, channel, question = (
                self.node(kind, visibility) for kind in ("Meeting", "Agreement", "Channel", "Question")
            )
            yield from (meeting, agreement, channel, question)
            yield self.relation("HELD_BY", meeting["id"], coalition, tie)
            yield self.relation("LINKED_TO", coalition, agreement["id"], tie)
            yield self.relation("PUBLISHES", coalition, channel["id"], tie)
            yield self.relation("ASKS", coalition, question["id"], tie)
            yield self.relation("ATTENDED", "p0", meeting["id"], "PUBLIC")
        yield self.relation("LINKED_TO", "k1", ids["Agreement"][1], "STEWARD")


def _told(word: str) -> dict[str, object]:
    source = {"title": f"bron {word}", "url": f"https://{word}.example/", "retrieved": NOW}
    return {"sources": [source], "confirmedAt": NOW}


def _value(member: Member, word: str, number: int) -> object:
    """Something that a member can hold, with the word in it where it is text."""
    if member.choices is not None:
        return list(member.choices)[number % len(member.choices)].name
    if member.refers is not None:
        return {"Sector": "VO", "Person": "p0"}[member.refers]
    text = f"{word}@example.org" if member.name in ("email", "mailbox") else f"{word} {member.name}"
    return {
        Form.TEXT: text,
        Form.TEXTS: [word, "kantine"],
        Form.DATE: "2026-10-10",
        Form.BOOLEAN: True,
        Form.COUNT: 100_000 + number,
        Form.NUMBER: 0.5 + number,
        Form.CODES: {system.value: word.upper() for system in CodeSystem},
        Form.FIGURES: {"2024": 100_000 + number, "2025": 200_000 + number},
        Form.BOUNDARY: {
            "type": "Polygon",
            "coordinates": [[[number / 100, 50.1], [6, 50], [5, 50], [number / 100, 50.1]]],
        },
        Form.RULES: [{"sectors": ["VO"], "minimum": 2, "per": "MUNICIPALITY", "mandate": "DECIDE"}],
    }[member.form]
