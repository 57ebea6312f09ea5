"""The sheets that can be read, and their columns: their headings in Dutch and English, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from graph.text import words

Language = Literal["nl", "en"]
NEW_WORDS = ("nieuw", "new")
"""What stands in the column `is` of a row that is about something new."""


class Holds(Enum):
    """What a column holds: (in Dutch, in English)."""

    TEXT = ("een tekst", "a text")
    NAME = ("een naam", "a name")
    NAMES = ("namen, met ; ertussen", "names, with ; between them")
    TEXTS = ("teksten, met ; ertussen", "texts, with ; between them")
    DATE = ("een datum", "a date")
    SECTOR = ("een sector uit de lijst", "a sector of the list")
    SECTORS = ("sectoren, met ; ertussen", "sectors, with ; between them")
    MANDATE = ("een mandaat uit de lijst", "a mandate of the list")
    KIND = ("een soort uit de lijst", "a kind of the list")
    ANSWER = ("een id, of «nieuw»", "an id, or «new»")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key in the code, its headings, what it holds and means, and what else it may be called."""

    key: str
    dutch: str
    english: str
    holds: Holds
    meaning: tuple[str, str]
    required: bool = False
    also: tuple[str, ...] = ()

    def heading(self, language: Language) -> str:
        """The heading in a language."""
        return self.dutch if language == "nl" else self.english


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: about one sort of thing, one in each row."""

    key: str
    dutch: str
    english: str
    columns: tuple[Column, ...]

    def title(self, language: Language) -> str:
        """Its name in a language."""
        return self.dutch if language == "nl" else self.english

    def column(self, heading: str) -> Column | None:
        """The column of a heading in either language, whatever its capitals and signs."""
        return _BY_HEADING[self.key].get(folded(heading))


def folded(heading: str) -> str:
    """A heading or a name of a sheet as it is compared: «E-mail adres» and «emailadres» are the same."""
    return "".join(words(heading))


def sheet_named(name: str) -> Sheet | None:
    """The sheet with a name in either language."""
    return next((s for s in SHEETS if folded(name) in (folded(s.dutch), folded(s.english))), None)


_IS = Column(
    "is",
    "is",
    "is",
    Holds.ANSWER,
    ("het antwoord op een vraag van de import: welke het is, of «nieuw»", "which one it is, when the import asks"),
)
_UNTIL = ("de eerste dag waarop het niet meer zo is", "the first day on which it is no longer so")

PEOPLE = Sheet(
    "people",
    "personen",
    "people",
    (
        Column("name", "naam", "name", Holds.NAME, ("wie het is", "who it is"), required=True, also=("persoon",)),
        Column("email", "e-mail", "e-mail", Holds.TEXT, ("e-mailadres", "e-mail address"), also=("e-mailadres",)),
        Column("phone", "telefoon", "telephone", Holds.TEXT, ("telefoonnummer", "telephone number"), also=("phone",)),
        Column("organisation", "organisatie", "organisation", Holds.NAME, ("waar iemand werkt", "where they work")),
        Column("title", "functie", "function", Holds.TEXT, ("wat iemand daar doet", "what they do there")),
        Column("themes", "thema's", "themes", Holds.TEXTS, ("waar de functie over gaat", "what that is about")),
        Column("deputy_of", "vervangt", "deputy of", Holds.NAME, ("voor wie iemand invalt", "whom they stand in for")),
        Column("since", "sinds", "since", Holds.DATE, ("eerste dag van de functie", "first day of the function")),
        Column("until", "tot", "until", Holds.DATE, _UNTIL),
        Column(
            "confirmed", "bevestigd op", "confirmed on", Holds.DATE, ("wanneer dit nog klopte", "when it was right")
        ),
        Column(
            "purpose",
            "doel",
            "purpose",
            Holds.TEXT,
            ("waarvoor de contactgegevens bewaard worden", "why the contact details are kept"),
        ),
        Column("retain_until", "bewaren tot", "keep until", Holds.DATE, ("en hoe lang", "and how long")),
        _IS,
    ),
)

_CODES = tuple(
    Column(f"code:{system}", heading, heading, Holds.TEXT, (f"code bij {heading}", f"code at {heading}"), also=also)
    for system, heading, also in (
        ("DUO", "DUO", ("brin", "vestigingscode")),
        ("BEVOEGD_GEZAG", "bevoegd gezag", ("bevoegdgezagnummer",)),
        ("LRK", "LRK", ()),
        ("KVK", "KVK", ()),
        ("OIN", "OIN", ()),
    )
)

ORGANISATIONS = Sheet(
    "organisations",
    "organisaties",
    "organisations",
    (
        Column("name", "naam", "name", Holds.NAME, ("hoe zij heet", "what it is called"), required=True),
        Column("kind", "soort", "kind", Holds.KIND, ("wat voor organisatie", "what sort"), also=("type",)),
        Column("short", "korte naam", "short name", Holds.TEXT, ("hoe men haar noemt", "the name people use")),
        Column("sectors", "sectoren", "sectors", Holds.SECTORS, ("waar zij bij hoort", "what it belongs to")),
        Column("part_of", "onderdeel van", "part of", Holds.NAME, ("waar zij onder valt", "what it is part of")),
        Column("located", "gemeente", "municipality", Holds.NAME, ("waar zij staat", "where it stands")),
        Column("active", "werkgebied", "active in", Holds.NAMES, ("waar zij werkt", "the areas it works in")),
        Column("mailbox", "e-mail", "e-mail", Holds.TEXT, ("functionele mailbox", "functional mailbox")),
        Column("phone", "telefoon", "telephone", Holds.TEXT, ("algemeen nummer", "switchboard"), also=("phone",)),
        Column("website", "website", "website", Holds.TEXT, ("adres op het web", "address on the web")),
        Column("street", "straat", "street", Holds.TEXT, ("straat en huisnummer", "street and house number")),
        Column("postcode", "postcode", "postcode", Holds.TEXT, ("postcode", "postcode")),
        Column("town", "plaats", "town", Holds.TEXT, ("plaats", "town")),
        *_CODES,
        Column("since", "sinds", "since", Holds.DATE, ("eerste dag dat zij er is", "first day that it is there")),
        Column("until", "tot", "until", Holds.DATE, _UNTIL),
        _IS,
    ),
)

SEATS = Sheet(
    "seats",
    "zetels",
    "seats",
    (
        Column("coalition", "coalitie", "coalition", Holds.NAME, ("aan welke tafel", "at whose table"), required=True),
        Column("sector", "sector", "sector", Holds.SECTOR, ("waarvoor hij is", "what it stands for"), required=True),
        Column("name", "naam", "name", Holds.TEXT, ("hoe de zetel heet", "what the seat is called"), also=("zetel",)),
        Column("organisation", "organisatie", "organisation", Holds.NAME, ("van wie hij is", "whose it is")),
        Column("covers", "gemeenten", "municipalities", Holds.NAMES, ("voor welke gemeenten", "which it covers")),
        Column("mandate", "mandaat", "mandate", Holds.MANDATE, ("wat de houder mag", "what its holder may do")),
        Column("holder", "houder", "holder", Holds.NAME, ("wie erop zit", "who holds it")),
        Column("held_since", "houder sinds", "holder since", Holds.DATE, ("sinds wanneer", "since when")),
        Column("held_until", "houder tot", "holder until", Holds.DATE, _UNTIL),
        Column("since", "sinds", "since", Holds.DATE, ("eerste dag van de zetel", "first day of the seat")),
        Column("until", "tot", "until", Holds.DATE, _UNTIL),
        _IS,
    ),
)

MEETINGS = Sheet(
    "meetings",
    "overleggen",
    "meetings",
    (
        Column("name", "naam", "name", Holds.TEXT, ("wat het was", "what it was"), required=True, also=("overleg",)),
        Column("date", "datum", "date", Holds.DATE, ("op welke dag", "on which day"), required=True),
        Column("coalition", "coalitie", "coalition", Holds.NAME, ("van welke coalitie", "whose meeting it was")),
        Column("attendees", "aanwezigen", "attendees", Holds.NAMES, ("wie er waren", "who were there")),
        _IS,
    ),
)

SHEETS = (PEOPLE, ORGANISATIONS, SEATS, MEETINGS)
"""In the order of the template."""

_BY_HEADING = {
    sheet.key: {folded(one): column for column in sheet.columns for one in (column.dutch, column.english, *column.also)}
    for sheet in SHEETS
}
