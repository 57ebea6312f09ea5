"""Networks to measure on: invented, of the sizes that the architecture names, the same at every run.

20,000 people, 5,000 organisations, 500 coalitions and 2,000 meetings give some 2.0 million handshakes; ten times the
people come with ten times everything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

DAY = date(2026, 11, 15)
SECTORS = {"KO": "PLACES", "PO": "PUPILS", "VO": "PUPILS", "GGD": "CHILDREN", "GEM": "CHILDREN"}

Line = dict[str, Any]


def people_network(scale: int = 1, seed: int = 1) -> Iterator[Line]:
    """People in organisations, coalitions and meetings, and who know each other: `scale` times 20,000 people."""
    random = Random(seed)
    people = [f"p{i:07}" for i in range(20_000 * scale)]
    organisations = [f"o{i:06}" for i in range(5_000 * scale)]
    yield {"node": "Sector", "id": "VO", "name": "Voortgezet onderwijs", "weighs": "PUPILS"}
    for i, id in enumerate(people):
        yield {"node": "Person", "id": id, "name": f"Persoon {i}", "introducible": random.random() < 0.9}
    for i, id in enumerate(organisations):
        yield {"node": "OtherOrganisation", "id": id, "name": f"Organisatie {i}"}
    yield from _functions(random, people, organisations)
    yield from _coalitions(random, people, 500 * scale)
    yield from _meetings(random, people, 2_000 * scale)
    for i in range(60_000 * scale):
        one, other = random.sample(people, 2)
        strength = random.choice(("STRONG", "GOOD", "WEAK"))
        day = _days_ago(random, 1_500)
        yield {
            "relation": "KNOWS", "id": f"k{i}", "from": one, "to": other, "strength": strength, "confirmedAt": day,
        }  # fmt: skip


def _functions(random: Random, people: list[str], organisations: list[str]) -> Iterator[Line]:
    """A few organisations are large, most are small: sizes as a share of one over rank."""
    weights = [1 / (rank + 40) for rank in range(len(organisations))]
    for i, organisation in enumerate(random.choices(organisations, weights, k=int(len(people) * 1.3))):
        person = people[i % len(people)]
        yield {
            "relation": "WORKS_FOR", "id": f"w{i}", "from": person, "to": organisation,
            "title": f"functie {i % 50}", "since": _days_ago(random, 3_000),
        }  # fmt: skip


def _coalitions(random: Random, people: list[str], count: int) -> Iterator[Line]:
    for i in range(count):
        yield {"node": "Coalition", "id": f"c{i:05}", "name": f"Coalitie {i}", "phase": "WORKING"}
        for n, holder in enumerate(random.sample(people, random.randint(15, 70))):
            seat = f"z{i}.{n}"
            yield {"node": "Seat", "id": seat, "name": f"Zetel {n}", "sector": "VO", "mandate": "DECIDE"}
            yield {"relation": "SEAT_IN", "from": seat, "to": f"c{i:05}"}
            yield {"relation": "HOLDS", "from": holder, "to": seat, "confirmedAt": _days_ago(random, 900)}


def _meetings(random: Random, people: list[str], count: int) -> Iterator[Line]:
    for i in range(count):
        yield {"node": "Meeting", "id": f"m{i}", "name": f"Overleg {i}", "date": _days_ago(random, 700)}
        for person in random.sample(people, random.randint(8, 50)):
            yield {"relation": "ATTENDED", "from": person, "to": f"m{i}"}


def _days_ago(random: Random, most: int) -> str:
    return (DAY - timedelta(days=random.randint(0, most))).isoformat()


def delegation_network(regions: int = 500, seed: int = 2) -> Iterator[Line]:
    """`regions` coalitions of 16 municipalities and 5 rules each, with schools, childcare, seats and holders."""
    random = Random(seed)
    for id, unit in SECTORS.items():
        yield {"node": "Sector", "id": id, "name": id, "weighs": unit}
    for number in range(regions):
        yield from _region(random, number)


def _region(random: Random, number: int) -> Iterator[Line]:
    region, coalition = f"r{number:04}", f"c{number:04}"
    yield {"node": "Region", "id": region, "name": f"Regio {number}"}
    per = {"GEM": "MUNICIPALITY"}
    rules = [
        {"sectors": [sector], "minimum": 1, "per": per.get(sector, "COALITION"), "mandate": "ADVISE"}
        for sector in SECTORS
    ]
    yield {"node": "Coalition", "id": coalition, "name": f"Coalitie {number}", "phase": "WORKING", "rules": rules}
    yield {"relation": "ACTIVE_IN", "from": coalition, "to": region}
    places = [f"g{number:04}.{i}" for i in range(16)]
    for place in places:
        yield {"node": "Municipality", "id": place, "name": place, "children": random.randint(800, 16_000)}
        yield {"relation": "PART_OF", "from": place, "to": region}
        yield {"relation": "IN_SECTOR", "from": place, "to": "GEM"}
        yield from _school(random, f"s{place}", place)
    for i, sector in enumerate([*SECTORS, *("GEM",) * 8]):
        yield from _seat(random, coalition, f"{number:04}.{i}", sector, places)


def _school(random: Random, school: str, place: str) -> Iterator[Line]:
    pupils = {str(year): random.randint(60, 900) for year in range(2021, 2026)}
    yield {"node": "School", "id": school, "name": school, "pupils": pupils}
    yield {"relation": "LOCATED_IN", "from": school, "to": place}
    yield {"relation": "IN_SECTOR", "from": school, "to": random.choice(("PO", "VO"))}


def _seat(random: Random, coalition: str, number: str, sector: str, places: list[str]) -> Iterator[Line]:
    seat, holder = f"z{number}", f"p{number}"
    yield {"node": "Seat", "id": seat, "name": seat, "sector": sector, "mandate": random.choice(("ADVISE", "DECIDE"))}
    yield {"relation": "SEAT_IN", "from": seat, "to": coalition}
    if sector == "GEM":
        yield {"relation": "COVERS", "from": seat, "to": random.choice(places)}
    yield {"node": "Person", "id": holder, "name": holder, "introducible": True}
    yield {"relation": "WORKS_FOR", "from": holder, "to": random.choice(places), "since": "2024-01-01"}
    if random.random() < 0.8:
        yield {"relation": "HOLDS", "from": holder, "to": seat, "confirmedAt": _days_ago(random, 600)}


def mixed_network(seed: int = 3) -> Iterator[Line]:
    """25,000 nodes and 120,000 relations of the sorts that a region has most of, with texts and sources."""
    random = Random(seed)
    source = [{"title": "Opgave van de organisatie", "retrieved": "2026-10-01"}]
    for id, unit in SECTORS.items():
        yield {"node": "Sector", "id": id, "name": id, "weighs": unit}
    places = [f"g{i}" for i in range(295)]
    for place in places:
        yield {"node": "Municipality", "id": place, "name": place, "children": random.randint(800, 16_000)}
    people = [f"p{i:05}" for i in range(14_700)]
    organisations = [f"o{i:05}" for i in range(10_000)]
    for i, person in enumerate(people):
        yield {"node": "Person", "id": person, "name": f"Persoon {i}", "email": f"{person}@example.org"}
    for i, organisation in enumerate(organisations):
        yield {"node": "School", "id": organisation, "name": f"School {i}", "pupils": {"2025": i % 900}}
        yield {"relation": "LOCATED_IN", "from": organisation, "to": random.choice(places)}
        yield {"relation": "IN_SECTOR", "from": organisation, "to": random.choice(("PO", "VO"))}
        yield {"relation": "ACTIVE_IN", "from": organisation, "to": random.choice(places), "since": "2020-01-01"}
    for i in range(50_000):
        yield {
            "relation": "WORKS_FOR", "id": f"w{i}", "from": random.choice(people), "to": random.choice(organisations),
            "title": f"functie {i % 300}", "themes": [f"thema {i % 40}"], "since": _days_ago(random, 3_000),
            "sources": source,
        }  # fmt: skip
    for i in range(40_000):
        one, other = random.sample(people, 2)
        yield {
            "relation": "KNOWS", "id": f"k{i}", "from": one, "to": other,
            "strength": random.choice(("STRONG", "GOOD", "WEAK")), "confirmedAt": _days_ago(random, 1_500),
        }  # fmt: skip
