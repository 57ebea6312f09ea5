"""Files of DUO in small: its own headings, and rows that say what a test needs and nothing else."""

from collections.abc import Mapping, Sequence

from seeds.registers import File

PRIMARY = [
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
    "DENOMINATIE",
    "TELEFOONNUMMER",
    "INTERNETADRES",
]
SECONDARY = [*PRIMARY, "ONDERWIJSSTRUCTUUR"]
SPECIAL = ["SOORT PRIMAIR ONDERWIJS", *PRIMARY, "CLUSTER", "ONDERWIJS"]
HISTORY = [
    "INSTELLINGSCODE",
    "VESTIGINGSCODE",
    "NAAM_VESTIGING",
    "SOORT_VESTIGING",
    "DENOMINATIE_VESTIGING",
    "BEVOEGD_GEZAG_NUMMER",
    "GEMEENTECODE_VESTIGING",
    "GEMEENTENAAM_VESTIGING",
    "LEERLINGEN_2022",
    "LEERLINGEN_2023",
    "LEERLINGEN_2024",
    "LEERLINGEN_2025",
]

_LOCATION = {
    "PROVINCIE": "Limburg",
    "BEVOEGD GEZAG NUMMER": "41249",
    "STRAATNAAM": "Schoolstraat",
    "HUISNUMMER-TOEVOEGING": "86-88",
    "POSTCODE": "6411 AB",
    "PLAATSNAAM": "HEERLEN",
    "GEMEENTENUMMER": "0917",
    "GEMEENTENAAM": "HEERLEN",
    "DENOMINATIE": "Openbaar",
    "TELEFOONNUMMER": "0451234567",
    "INTERNETADRES": "www.school.example.org",
    "ONDERWIJSSTRUCTUUR": "MAVO/HAVO",
    "SOORT PRIMAIR ONDERWIJS": "SBAO",
    "CLUSTER": " ",
    "ONDERWIJS": "SBAO",
}
_COUNTED = {
    "SOORT_VESTIGING": "BO",
    "DENOMINATIE_VESTIGING": "Openbaar",
    "BEVOEGD_GEZAG_NUMMER": "41249",
    "GEMEENTECODE_VESTIGING": "917",
    "GEMEENTENAAM_VESTIGING": "HEERLEN",
}


def table(headings: Sequence[str], *rows: Mapping[str, str], separator: str = ";", line_end: str = "\r\n") -> str:
    """A table as text: each row's cells under its headings, empty where it says nothing."""
    lines = [separator.join(headings)]
    lines += [separator.join(row.get(heading, "") for heading in headings) for row in rows]
    return line_end.join(lines) + line_end


def primary(*rows: Mapping[str, str], name: str = "bo.csv") -> File:
    """DUO 02 of primary education, in windows-1252 as DUO gives it."""
    return _locations(PRIMARY, rows, name)


def secondary(*rows: Mapping[str, str], name: str = "vo.csv") -> File:
    """DUO 02 of secondary education."""
    return _locations(SECONDARY, rows, name)


def special(*rows: Mapping[str, str], name: str = "so.csv") -> File:
    """DUO 09 of special primary and special education."""
    return _locations(SPECIAL, rows, name)


def history(*rows: Mapping[str, str], name: str = "history.csv") -> File:
    """DUO 06, in UTF-8 with a byte order mark as DUO gives it; years that are not given are 0."""
    years = {heading: "0" for heading in HISTORY if heading.startswith("LEERLINGEN")}
    full = [{**_COUNTED, **years, "INSTELLINGSCODE": row["VESTIGINGSCODE"][:4], **row} for row in rows]
    return File(name, table(HISTORY, *full).encode("utf-8-sig"))


def school(code: str, name: str = "De Mijnlamp", **cells: str) -> dict[str, str]:
    """A row of a list of locations."""
    return {**_LOCATION, "INSTELLINGSCODE": code[:4], "VESTIGINGSCODE": code, "VESTIGINGSNAAM": name, **cells}


def counted(code: str, *pupils: str, name: str = "De Mijnlamp", **cells: str) -> dict[str, str]:
    """A row of the history; `pupils` are of the last years, up to 2025."""
    years = HISTORY[-len(pupils) :] if pupils else []
    return {"VESTIGINGSCODE": code, "NAAM_VESTIGING": name, **dict(zip(years, pupils, strict=True)), **cells}


def _locations(headings: Sequence[str], rows: Sequence[Mapping[str, str]], name: str) -> File:
    return File(name, table(headings, *rows).encode("windows-1252"))
