"""The files of DUO's open data on schools, recognised by their headings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.errors import BadInput
from graph.records import Source
from seeds.registers.reading import File
from seeds.registers.tables import read_headings, told

_LOCATION = frozenset(
    {
        "PROVINCIE",
        "BEVOEGD GEZAG NUMMER",
        "INSTELLINGSCODE",
        "VESTIGINGSCODE",
        "VESTIGINGSNAAM",
        "STRAATNAAM",
        "HUISNUMMER-TOEVOEGING",
        "POSTCODE",
        "PLAATSNAAM",
        "GEMEENTENUMMER",
        "GEMEENTENAAM",
        "TELEFOONNUMMER",
        "INTERNETADRES",
    }
)
_HISTORY = frozenset(
    {
        "INSTELLINGSCODE",
        "VESTIGINGSCODE",
        "NAAM_VESTIGING",
        "SOORT_VESTIGING",
        "BEVOEGD_GEZAG_NUMMER",
        "GEMEENTECODE_VESTIGING",
        "GEMEENTENAAM_VESTIGING",
    }
)
OLDER = {"BRIN NUMMER": "INSTELLINGSCODE", "VESTIGINGSNUMMER": "VESTIGINGSCODE"}  # headings of some ten years ago
FIGURES = "LEERLINGEN_"  # and a year: the heading of a column of the history


@dataclass(frozen=True, slots=True)
class Layout:
    """A file of DUO: the title that sources name it by, the page it is published on, and the headings that matter."""

    title: str
    url: str
    columns: frozenset[str]

    @property
    def source(self) -> Source:
        """The file as a source."""
        return Source(self.title, self.url)


_PUBLISHED = "https://duo.nl/open_onderwijsdata"
PRIMARY = Layout("DUO, alle schoolvestigingen basisonderwijs", f"{_PUBLISHED}/primair-onderwijs/", _LOCATION)
SPECIAL = Layout(
    "DUO, alle vestigingen sbo, so en vso",
    f"{_PUBLISHED}/primair-onderwijs/",
    _LOCATION | {"SOORT PRIMAIR ONDERWIJS"},
)
SECONDARY = Layout(
    "DUO, alle vestigingen voortgezet onderwijs",
    f"{_PUBLISHED}/voortgezet-onderwijs/",
    _LOCATION | {"ONDERWIJSSTRUCTUUR"},
)
HISTORY = Layout(
    "DUO, historisch overzicht aantal leerlingen per schoolvestiging", f"{_PUBLISHED}/primair-onderwijs/", _HISTORY
)
_EXPECTED = "DUO's 02 (primary or secondary), 06 (pupils by location) or 09 (special primary and special)"
_NOT_USED_SINCE = date(2020, 1, 1)
_OF_ANOTHER_SCHOOL = ("-vo", "voortgezet", "sbo", "-so-", "vso")


def layout_of(file: File) -> Layout:
    """Which file of DUO this is. Raises BadInput, and says what it is or has instead, when it is none that is read."""
    headings = frozenset(read_headings(file, OLDER))
    if "NAAM_VESTIGING" in headings or any(heading.startswith(FIGURES) for heading in headings):
        return HISTORY
    if "VESTIGINGSCODE" not in headings:
        raise BadInput(
            f"{file.name} is none of the files of DUO that are read here: it has no VESTIGINGSCODE",
            field=file.name,
            actual=told(sorted(headings)),
            expected=_EXPECTED,
            help=_other_register(headings),
        )
    if "SOORT PRIMAIR ONDERWIJS" in headings:
        return SPECIAL
    if "ONDERWIJSSTRUCTUUR" in headings:
        return SECONDARY
    return _primary(file)


def _primary(file: File) -> Layout:
    """The primary file has no heading of its own; without theirs, the others would be taken for it."""
    name = file.name.lower().replace("_", "-").replace(" ", "-")
    if any(part in name for part in _OF_ANOTHER_SCHOOL):
        raise BadInput(
            f"{file.name} has the columns of primary education and the name of another file",
            field=file.name,
            actual="neither ONDERWIJSSTRUCTUUR nor SOORT PRIMAIR ONDERWIJS",
            expected="ONDERWIJSSTRUCTUUR for secondary, SOORT PRIMAIR ONDERWIJS for special schools",
            help="Get the file again with all its columns, or give it a name that fits.",
        )
    return PRIMARY


def _other_register(headings: frozenset[str]) -> str:
    if headings & {"Gemeentecode", "GemeentecodeGM", "gemeentecode", "subregio"}:
        return "It looks like a file of municipalities: korte-lijnen import areas"
    return "Take it from DUO's open data, with its heading."


def check_day(file: File, day: date) -> None:
    """Raises BadInput for an edition in the older layout that is said to be of a day on which it was used no more."""
    if day >= _NOT_USED_SINCE and OLDER.keys() <= set(read_headings(file)):
        raise BadInput(
            f"{file.name} is in DUO's older layout (BRIN NUMMER, VESTIGINGSNUMMER), used until some ten years ago",
            field="on",
            actual=day.isoformat(),
            expected="the day of the edition",
            help="Say of which day it is, as in --on 2013-10-01, and import later editions after it.",
        )
