"""Short words for the lines of networks that are made by hand. Where a test leaves it open, everything is confirmed
today, and nobody's seat is in doubt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tests.graph.networks import TODAY, Line, node, relation

TODAY_TEXT = TODAY.isoformat()


def days_ago(days: int, day: date = TODAY) -> str:
    return (day - timedelta(days=days)).isoformat()


def sector(id: str, weighs: str = "PUPILS", below: str | None = None) -> list[Line]:
    wider = [relation("PART_OF", id, below)] if below else []
    return [node("Sector", id, weighs=weighs), *wider]


def municipality(id: str, region: str | None = None, **members: object) -> list[Line]:
    around = [relation("PART_OF", id, region)] if region else []
    return [node("Municipality", id, **members), *around]


def organisation(
    id: str,
    *,
    kind: str = "OtherOrganisation",
    sectors: Iterable[str] = (),
    located: str | None = None,
    active: str | None = None,
    part_of: str | None = None,
    **members: object,
) -> list[Line]:
    lines = [node(kind, id, **members), *(relation("IN_SECTOR", id, one) for one in sectors)]
    for type, to in (("LOCATED_IN", located), ("ACTIVE_IN", active), ("PART_OF", part_of)):
        lines += [relation(type, id, to)] if to else []
    return lines


def works(person: str, organisation: str, **members: object) -> Line:
    return relation("WORKS_FOR", person, organisation, **members)


def holds(person: str, seat: str, **members: object) -> Line:
    return relation("HOLDS", person, seat, **({"confirmedAt": TODAY_TEXT} | members))


def coalition(id: str, *rules: Line, active: str | None = None) -> list[Line]:
    area = [relation("ACTIVE_IN", id, active)] if active else []
    return [node("Coalition", id, phase="WORKING", rules=list(rules)), *area]


def rule(*sectors: str, minimum: int = 1, per: str = "COALITION", mandate: str = "LISTEN") -> Line:
    return {"sectors": list(sectors), "minimum": minimum, "per": per, "mandate": mandate}


def seat(
    id: str,
    of: str,
    sector: str = "VO",
    *,
    mandate: str = "DECIDE",
    organisation: str | None = None,
    covers: Iterable[str] = (),
    holder: str | None = None,
    **members: object,
) -> list[Line]:
    lines = [node("Seat", id, sector=sector, mandate=mandate, **members), relation("SEAT_IN", id, of)]
    lines += [relation("SEAT_FOR", id, organisation)] if organisation else []
    lines += [relation("COVERS", id, municipality) for municipality in covers]
    return lines + ([holds(holder, id)] if holder else [])
