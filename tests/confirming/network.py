"""A small network around Fenna, whose entry is asked about: every sort of thing that can be said of her.

Fenna Dirks works for the board (deputy of Tom) and has left the school; she holds the board's seat in the coalition,
knows Bram and Tom, leads the coalition, and works on a question. Gijs has no address, Hidde's entry is for stewards.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from graph.confirming.asking import Asked, Delivery, keep_asked
from graph.dates import AMSTERDAM
from graph.live import LiveNetwork
from server.confirming.links import Link, LinkKeys, new_nonce
from tests.graph.networks import Line, knows, node, person, relation

LAST_YEAR = "2025-10-01"
KEYS = LinkKeys((b"a key for tests, which is long enough",))
DAYS = timedelta(days=30)

FUNCTION = "WORKS_FOR(fenna,board,2023-09-01)"
LEFT = "WORKS_FOR(fenna,school,2019-08-01)"
HOLDING = "HOLDS(fenna,seat,2025-01-01)"
BRAM = "KNOWS(fenna,bram,2024-01-01)"
TOM = "KNOWS(tom,fenna,)"
LEADS = "LEADS(fenna,coalition,)"
WORKS_ON = "WORKS_ON(fenna,question,)"

SHOWN = (FUNCTION, HOLDING, BRAM, TOM, LEADS, WORKS_ON)


def lines() -> list[Line]:
    return [
        node("Sector", "VO", weighs="PUPILS"),
        node("SchoolBoard", "board", name="Stichting Dolfijn"),
        node("School", "school", name="De Zeester"),
        node("Coalition", "coalition", name="Gezond Parkstad", phase="WORKING"),
        node("Seat", "seat", name="Zetel VO", sector="VO", mandate="DECIDE"),
        node("Question", "question", name="Gezonde kantines", visibility="MEMBER"),
        person(
            "fenna",
            name="Fenna Dirks",
            email="f.dirks@example.org",
            phone="045 123 4567",
            contactPurpose="samenwerken in Parkstad",
            retainUntil="2028-01-01",
            confirmedAt=LAST_YEAR,
            sources=[{"title": "opgave van de school"}],
        ),
        person("bram", name="Bram Claessen", email="b.claessen@example.org", confirmedAt=LAST_YEAR),
        person("tom", name="Tom Heijnen", email="t.heijnen@example.org"),
        person("gijs", name="Gijs Zonderadres"),
        person("hidde", name="Hidde Verborgen", email="hidde@example.org", visibility="STEWARD"),
        relation(
            "WORKS_FOR",
            "fenna",
            "board",
            since="2023-09-01",
            title="beleidsadviseur",
            themes=["gezonde leefstijl", "kantines"],
            deputyOf="tom",
            confirmedAt=LAST_YEAR,
        ),
        relation("WORKS_FOR", "fenna", "school", since="2019-08-01", until="2023-08-01"),
        relation("SEAT_IN", "seat", "coalition"),
        relation("SEAT_FOR", "seat", "board"),
        relation("HOLDS", "fenna", "seat", since="2025-01-01"),
        knows("fenna", "bram", "STRONG", since="2024-01-01", confirmedAt=LAST_YEAR),
        knows("tom", "fenna", "WEAK"),
        knows("fenna", "hidde", "GOOD", visibility="STEWARD"),
        relation("LEADS", "fenna", "coalition"),
        relation("WORKS_ON", "fenna", "question"),
    ]


def now() -> datetime:
    return datetime.now(UTC)


def today() -> str:
    return now().astimezone(AMSTERDAM).date().isoformat()


def asked(live: LiveNetwork, person: str, *, lasts: timedelta = DAYS, keys: LinkKeys = KEYS) -> str:
    """A new link for a person, as it stands in an address behind /confirm/."""
    link = Link(person, new_nonce(), now() + lasts)
    keep_asked(live.store.keepsakes, [Asked(person, link.nonce, now(), link.expires, Delivery.HANDED_OVER)])
    return keys.signed(link)
