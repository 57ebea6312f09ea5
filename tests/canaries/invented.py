"""An invented network that everybody may see, dense enough that every question has something to answer."""

from __future__ import annotations

from itertools import pairwise, product

from graph.vocabulary import KINDS, RELATIONS, joins, kinds_of
from tests.graph.networks import Line, node, relation

NOW, RECENTLY, LONG_AGO = "2026-09-01", "2026-03-02", "2023-05-01"
_LASTS = {"since": LONG_AGO, "until": "2099-01-01"}
WORDS = ("kantine", "gezonde leefstijl", "opvang", "passend onderwijs")
PEOPLE = tuple(f"p{number}" for number in range(8))
MEMBERS = tuple(f"m{number}" for number in range(5))
_FAMILY = (
    "Anna Zonneveld",
    "Bas de Boer",
    "Cor van Dam",
    "Dilara Özil",
    "Els 't Hart",
    "Fé Dirks",
    "Gé Smit",
    "Ada Zon",
)


def lines() -> list[Line]:
    """The network: what is public, and the people of the network who are for members only."""
    return [*_areas(), *_sectors(), *_organisations(), *_people(), *_coalitions(), *_one_of_each()]


def _areas() -> list[Line]:
    found = [node("Region", "land"), node("Region", "streek", name="Streek")]
    found.append(relation("PART_OF", "streek", "land"))
    for id, name, children in (("heer", "Heer", 12_000), ("kerk", "Kerk", 5_000), ("land-graaf", "Landgraaf", None)):
        codes = {"CBS": f"GM{len(found):04}"}
        found.append(node("Municipality", id, name=name, children=children, inhabitants=50_000, codes=codes))
        found.append(relation("PART_OF", id, "streek"))
        found.append(relation("IN_SECTOR", id, "GEM"))
    return found


def _sectors() -> list[Line]:
    weighs = {"ONDERWIJS": "PUPILS", "VO": "PUPILS", "PO": "PUPILS", "KO": "PLACES", "GEM": "CHILDREN"}
    found = [node("Sector", id, weighs=unit) for id, unit in weighs.items()]
    return [*found, relation("PART_OF", "VO", "ONDERWIJS"), relation("PART_OF", "PO", "ONDERWIJS")]


def _organisations() -> list[Line]:
    found = [
        node(
            "SchoolBoard",
            "bestuur",
            name="Stichting Zonneveld",
            shortName="Zon",
            codes={"BEVOEGD_GEZAG": "41249"},
            mailbox="info@example.org",
            phone="045",
            website="https://example.org",
            street="Dam 1",
            postcode="6400 AA",
            town="Heer",
            sources=[{"title": "DUO", "url": "https://example.org/duo", "retrieved": NOW}],
        ),
        node("HealthService", "ggd", name="GGD Streek", mailbox="ggd@example.org"),
        node("OtherOrganisation", "unit", name="Gezonde leefstijl"),
        relation("PART_OF", "unit", "ggd"),
        relation("ACTIVE_IN", "ggd", "streek"),
        relation("IN_SECTOR", "ggd", "GEM"),
        node("School", "los", name="Zonnecollege Landgraaf", pupils={"2025": 90}),
        relation("LOCATED_IN", "los", "land-graaf"),
        relation("IN_SECTOR", "los", "VO"),
        node("ChildcareProvider", "opvang", name="Opvang Zonnetje"),
        node("ChildcareLocation", "kdv", name="Opvang Heer", places=48),
        relation("PART_OF", "kdv", "opvang"),
        relation("LOCATED_IN", "kdv", "heer"),
        relation("IN_SECTOR", "kdv", "KO"),
        relation("IN_SECTOR", "bestuur", "VO"),
        relation("ACTIVE_IN", "bestuur", "heer"),
    ]
    for number, (sector, where) in enumerate(product(("VO", "PO"), ("heer", "kerk"))):
        id = f"school{number}"
        pupils = {"2024": 200 + number, "2025": 210 + number}
        found += [
            node(
                "School",
                id,
                name=f"Zonnecollege {where}",
                codes={"DUO": f"12AB{number:02}"},
                educationTypes=["HAVO"],
                pupils=pupils,
            ),
            relation("PART_OF", id, "bestuur"),
            relation("LOCATED_IN", id, where),
            relation("IN_SECTOR", id, sector),
        ]
    return found


def _people() -> list[Line]:
    found = [
        node("Person", id, name=name, introducible=number % 4 != 3, visibility="PUBLIC", confirmedAt=RECENTLY, **_LASTS)
        for number, (id, name) in enumerate(zip(PEOPLE, _FAMILY, strict=True))
    ]
    found += [node("Person", id, name=f"Lid {id}", introducible=True) for id in MEMBERS]
    at = ("bestuur", "school0", "school1", "ggd", "unit", "opvang", "heer", "kdv")
    found += [
        relation(
            "WORKS_FOR",
            person,
            organisation,
            title=f"adviseur {WORDS[number % 4]}",
            themes=[WORDS[number % 3]],
            since=RECENTLY,
            confirmedAt=NOW,
            visibility="PUBLIC",
        )
        for number, (person, organisation) in enumerate(zip(PEOPLE, at, strict=True))
    ]
    far = [f"ver{number}" for number in range(7)]
    found += [node("Person", id, introducible=True, visibility="PUBLIC") for id in far]
    found += [
        relation("KNOWS", one, other, strength="STRONG", since=NOW, visibility="PUBLIC")
        for one, other in pairwise(("p4", *far))
    ]
    found += [  # somebody who could fill a gap, and whom nobody of the coalition knows
        node("OtherOrganisation", "ver-college"),
        relation("IN_SECTOR", "ver-college", "VO"),
        relation("LOCATED_IN", "ver-college", "land-graaf"),
        relation("WORKS_FOR", "ver5", "ver-college", visibility="PUBLIC"),
    ]
    found += [
        relation("WORKS_FOR", "p1", "school1", title="rector", deputyOf="p2", visibility="PUBLIC"),
        relation("WORKS_FOR", "p5", "kdv", since=LONG_AGO, until=NOW, visibility="PUBLIC"),
        relation("WORKS_FOR", "p3", "los", title="conrector", visibility="PUBLIC"),
        relation("WORKS_FOR", "p2", "association-0", title="bestuurslid", visibility="PUBLIC"),
        relation("KNOWS", "p0", "p3", strength="GOOD", confirmedAt=RECENTLY, visibility="PUBLIC"),
        relation("KNOWS", "p3", "p5", strength="WEAK", visibility="PUBLIC"),
        relation("KNOWS", "p5", "p6", strength="STRONG", since=LONG_AGO, visibility="PUBLIC"),
        *(relation("WORKS_FOR", id, at[n], title="docent kantine", since=NOW) for n, id in enumerate(MEMBERS)),
        *(relation("KNOWS", id, PEOPLE[n], strength="GOOD", confirmedAt=NOW) for n, id in enumerate(MEMBERS)),
    ]
    return found


def _coalitions() -> list[Line]:
    rules = [
        {"sectors": ["VO"], "minimum": 1, "per": "MUNICIPALITY", "mandate": "DECIDE"},
        {"sectors": ["PO", "KO"], "minimum": 2, "per": "COALITION", "mandate": "ADVISE"},
        {"sectors": ["GEM"], "minimum": 1, "per": "COALITION", "mandate": "LISTEN"},
    ]
    found: list[Line] = []
    for number, id in enumerate(("k1", "k2")):
        found += [
            node("Coalition", id, name=f"Coalitie {WORDS[number]}", phase="WORKING", ambition="samen", rules=rules),
            relation("ACTIVE_IN", id, "streek"),
            relation("PARTNER_IN", "ggd", id),
            relation("LEADS", f"p{number}", id, visibility="PUBLIC"),
            node("Meeting", f"overleg{number}", date=RECENTLY),
            relation("HELD_BY", f"overleg{number}", id),
            *(relation("ATTENDED", p, f"overleg{number}", visibility="PUBLIC") for p in PEOPLE[number : number + 3]),
            *_seats(id, number),
        ]
    return found


def _seats(coalition: str, number: int) -> list[Line]:
    """A seat in each state: held, held by somebody who is for members only, vacant, given up, weak, and held by
    somebody who has nothing to do with its organisation for all that others see."""
    rows = (
        ("VO", f"p{number}", "bestuur"),
        ("PO", f"m{number}", "school2"),
        ("KO", None, "opvang"),
        ("PO", f"p{number + 2}", "school3"),
        ("GEM", f"p{number + 4}", None),
        ("VO", None, None),
        ("PO", f"p{number + 2}", "school3"),
    )
    found: list[Line] = []
    for place, (sector, holder, organisation) in enumerate(rows):
        seat = f"{coalition}-z{place}"
        mandate = "LISTEN" if place in (4, 5) else "DECIDE"
        found += [
            node("Seat", seat, name=f"Zetel {sector} {place}", sector=sector, mandate=mandate, since=LONG_AGO),
            relation("SEAT_IN", seat, coalition),
        ]
        if organisation is not None:
            found.append(relation("SEAT_FOR", seat, organisation))
        if place == 0:
            found.append(relation("COVERS", seat, "heer"))
        if holder is not None:
            public = {"visibility": "PUBLIC"} if holder.startswith("p") else {}
            until = RECENTLY if place == 3 else None
            found.append(relation("HOLDS", holder, seat, since=LONG_AGO, until=until, confirmedAt=RECENTLY, **public))
    return found


_HANDMADE = frozenset({"HOLDS", "SEAT_IN", "SEAT_FOR", "COVERS", "KNOWS"})  # one at a time, or numbers enough as it is


def _one_of_each() -> list[Line]:
    """Two nodes of each kind, and a relation of each type between kinds that it joins, so that no field is empty."""
    found = [
        node(kind, id_of(kind, n), **(_LASTS if n else {}), **_required(kind))
        for kind in KINDS
        if kind not in ("Person", "Seat")
        for n in (0, 1)
    ]
    for type in RELATIONS.values():
        if type.name in _HANDMADE:
            continue
        for one, other in sorted(product(KINDS, KINDS)):
            if ("Seat" not in (one, other) or type.name == "SUCCEEDED_BY") and joins(type, one, other):
                origin, target = id_of(one, 0), id_of(other, 1)
                open_ = {"visibility": "PUBLIC"} if "Person" in (one, other) else {}
                found.append(relation(type.name, origin, target, since=LONG_AGO, **open_))
    for number, kind in enumerate(kinds_of("Organisation")):
        seat = f"k2-zetel-{number}"
        found += [
            node("Seat", seat, sector="GEM", mandate="ADVISE", **_LASTS),
            relation("SEAT_IN", seat, "k2"),
            relation("SEAT_FOR", seat, id_of(kind, 0)),
            relation("OBSERVED_ON", id_of("Observation", 0), seat, since=LONG_AGO),
        ]
    return found


def id_of(kind: str, number: int) -> str:
    """The id of one of the two nodes of a kind that stand for it."""
    if kind == "Person":
        return PEOPLE[6 + number]
    if kind == "Seat":
        return f"k1-z{number}"
    return f"{kind.lower()}-{number}"


def _required(kind: str) -> dict[str, object]:
    """What a node of a kind must say, and some of what it may."""
    given: dict[str, dict[str, object]] = {
        "Sector": {"weighs": "PUPILS"},
        "Coalition": {"phase": "FORMING"},
        "Meeting": {"date": RECENTLY},
        "Programme": {"description": "een programma"},
        "Agreement": {"form": "LEA", "description": "een afspraak", "embeddedIn": "overleg"},
        "Channel": {"form": "nieuwsbrief"},
        "Question": {"description": "een vraag"},
        "Recommendation": {"number": 3, "description": "een advies"},
        "Observation": {"indicator": "beweging", "value": 3.5, "unit": "uur", "date": RECENTLY},
    }
    return given.get(kind, {})
