"""Lines that a member may try to write so as to learn of what is hidden: they name it, take its id, or its code."""

from __future__ import annotations

from collections.abc import Iterator

from graph.vocabulary import ANY
from tests.canaries.knowledge import UNKNOWN, Knowledge
from tests.graph.networks import Line, node, relation

ME, MY_COALITION = "m0", "k1"
HIDDEN_KNOWS = relation("KNOWS", ME, "p2", strength="GOOD", visibility="STEWARD")
"""A secret without an id of its own: who writes the same acquaintance would write over it."""


def lines(known: Knowledge) -> Iterator[list[Line]]:
    """Lines for `put`, most of them of what a member may write."""
    yield [relation("KNOWS", ME, "p1", strength="GOOD", since="2026-01-01")]
    yield [{**HIDDEN_KNOWS, "strength": "WEAK", "visibility": "MEMBER"}]
    yield [relation("KNOWS", ME, "p2", strength="WEAK")]
    for id in (*known.some("Person"), *known.relations()):
        yield [node("Person", id, name="Jan")]
        yield [relation("KNOWS", ME, id, strength="GOOD")]
        yield [relation("KNOWS", ME, "p4", strength="GOOD", id=id)]
        yield [relation("WORKS_FOR", ME, "ggd", since="2026-02-01", deputyOf=id)]
        yield [relation("HOLDS", id, "k1-z2", since="2026-11-01")]
        yield [node("Person", ME, name="Lid", email=f"{id}@example.org")]
    for id in known.some("Organisation"):
        yield [relation("WORKS_FOR", ME, id, since="2026-03-01")]
        yield [*_seat("VO"), relation("SEAT_FOR", "_:seat", id)]
    for id in known.some("Sector"):
        yield _seat(id)
    for id in known.some("Municipality"):
        yield [*_seat("VO"), relation("COVERS", "_:seat", id)]
    for id in known.some("Coalition"):
        yield [node("Meeting", "_:meeting", name="overleg", date="2026-10-01"), relation("HELD_BY", "_:meeting", id)]
    for code in known.codes():
        yield [node("Association", "_:new", name="vereniging", codes={"KVK": code})]
    yield [node("Person", ME, name="Lid")]
    yield [{"node": "Person", "id": UNKNOWN}]


def sheets(known: Knowledge) -> Iterator[str]:
    """Spreadsheets, as texts, that ask who is known: by name, address, code and id."""
    yield "naam;organisatie;functie\nLid;GGD;adviseur"
    names = [*known.names()]
    for name in names:
        yield f"naam;e-mail;organisatie\n{name};{name.split()[0]}@example.org;{name}"
        yield f"coalitie;sector;houder;organisatie\n{name};VO;{name};{name}"
    for id in known.some(ANY, secret=12):
        yield f"naam;e-mail;is\nJan;{id}@example.org;{id}"
    for code in known.codes():
        yield f"naam;soort;KVK;onderdeel van\nvereniging;vereniging;{code};{names[0]}"


def _seat(sector: str) -> list[Line]:
    seat = node("Seat", "_:seat", name="zetel", sector=sector, mandate="ADVISE")
    return [seat, relation("SEAT_IN", "_:seat", MY_COALITION)]
