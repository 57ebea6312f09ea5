"""One row of a file of DUO, as facts about one location of a school."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from seeds.registers.duo.layouts import FIGURES, HISTORY, SECONDARY, SPECIAL, Layout
from seeds.registers.spelling import place_name
from seeds.registers.tables import Row

_CODE = re.compile(r"\d\d[A-Z]{2}\d\d", re.ASCII)
_NUMBER = re.compile(r"\d{1,10}", re.ASCII)
_FIGURE = re.compile(r"\d{1,6}", re.ASCII)
_LONGEST_CELL = 500
_PHONE = re.compile(r"0\d{9}", re.ASCII)
_WEBSITE = re.compile(r"(https?://)?([\w-]+\.)+[a-z]{2,}(:\d+)?(/\S*)?", re.IGNORECASE)
_NO_BOARD = "0"
_NO_MUNICIPALITY = frozenset({"0000", "9999"})
FEWER_THAN_FIVE = "<5"

_TYPES_OF_SORT = {  # SOORT PRIMAIR ONDERWIJS and SOORT_VESTIGING
    "BO": ("BO",),
    "SBO": ("SBO",),
    "SBAO": ("SBO",),
    "SO": ("SO",),
    "VSO": ("VSO",),
    "(V)SO": ("SO", "VSO"),
    "SO/VSO": ("SO", "VSO"),
}
_SECTOR_OF_TYPE = {"BO": "PO", "SBO": "SBO", "SO": "SO", "VSO": "VSO"}  # anything else: secondary
SECTORS = frozenset({"PO", "SBO", "SO", "VSO", "VO"})


class UnreadableRow(ValueError):
    """A row that says something it cannot mean."""


@dataclass(frozen=True, slots=True)
class Location:
    """What one row says of one location. `board` and `municipality` are codes, the latter as CBS writes it (GM0917).

    `pupils` are by year, from the first year with pupils on; `few` counts the years that say «fewer than five», which
    is no figure. `open` is whether the row shows that pupils are taught there now.
    """

    code: str
    name: str
    education_types: tuple[str, ...]
    board: str | None
    municipality: str | None
    municipality_name: str | None
    contact: Mapping[str, str] = field(default_factory=dict)
    pupils: Mapping[str, int] = field(default_factory=dict)
    few: int = 0
    open: bool = True
    province: str = ""

    @property
    def sectors(self) -> tuple[str, ...]:
        """The sectors it is in, by its types of education."""
        return sectors_of(self.education_types)


def sectors_of(education_types: Sequence[str]) -> tuple[str, ...]:
    """The sectors of types of education, each once."""
    return tuple(dict.fromkeys(_SECTOR_OF_TYPE.get(type, "VO") for type in education_types))


def location_of(row: Row, layout: Layout) -> Location:
    """The location of a row. Raises UnreadableRow."""
    if long := [heading for heading, cell in row.cells.items() if cell and len(cell) > _LONGEST_CELL]:
        raise UnreadableRow(f"{long[0]} is longer than {_LONGEST_CELL} characters: is a quote missing?")
    code = _code(row)
    if layout is HISTORY:
        pupils, few, open_ = _pupils(row)
        return Location(
            code,
            _given(row, "NAAM_VESTIGING"),
            _types_of_sort(row, "SOORT_VESTIGING"),
            _board(row, "BEVOEGD_GEZAG_NUMMER"),
            *_municipality(row, "GEMEENTECODE_VESTIGING", "GEMEENTENAAM_VESTIGING"),
            pupils=pupils,
            few=few,
            open=open_,
        )
    return Location(
        code,
        _given(row, "VESTIGINGSNAAM"),
        _education_types(row, layout),
        _board(row, "BEVOEGD GEZAG NUMMER"),
        *_municipality(row, "GEMEENTENUMMER", "GEMEENTENAAM"),
        contact=_contact(row),
        province=row["PROVINCIE"] or "",
    )


def unreadable_contact(row: Row, layout: Layout) -> list[str]:
    """The contact details of a row that are none: they are left out."""
    if layout is HISTORY:
        return []
    columns = (("TELEFOONNUMMER", _phone), ("INTERNETADRES", _website))
    return [f"{name} «{row[name]}»" for name, read in columns if row[name] and not read(row[name])]


def _given(row: Row, column: str) -> str:
    value = row[column]
    if value is None:
        raise UnreadableRow(f"{column} is empty")
    return value


def _code(row: Row) -> str:
    code = _given(row, "VESTIGINGSCODE").upper()
    if not _CODE.fullmatch(code):
        raise UnreadableRow(f"VESTIGINGSCODE is «{code[:40]}», expected two digits, two letters, two digits")
    institution = row["INSTELLINGSCODE"]
    if institution and institution.upper() != code[:4]:
        raise UnreadableRow(f"INSTELLINGSCODE is «{institution[:40]}», and VESTIGINGSCODE «{code}» is of another")
    return code


def _board(row: Row, column: str) -> str | None:
    board = row[column]
    if board is None or board == _NO_BOARD:
        return None
    if not _NUMBER.fullmatch(board):
        raise UnreadableRow(f"{column} is «{board[:40]}», expected a number")
    return board


def _municipality(row: Row, column: str, name: str) -> tuple[str | None, str | None]:
    """Its code as CBS writes it, and its name as well as it can be told from capitals."""
    number = row[column]
    if number is None:
        return None, None
    if not _NUMBER.fullmatch(number) or len(number) > 4:
        raise UnreadableRow(f"{column} is «{number[:40]}», expected a number of at most four digits")
    code = number.zfill(4)
    if code in _NO_MUNICIPALITY:
        return None, None
    named = row[name]
    return f"GM{code}", place_name(named) if named else None


def _education_types(row: Row, layout: Layout) -> tuple[str, ...]:
    if layout is SPECIAL:
        return _types_of_sort(row, "SOORT PRIMAIR ONDERWIJS")
    if layout is SECONDARY:
        return tuple(type.strip() for type in (row["ONDERWIJSSTRUCTUUR"] or "VO").split("/") if type.strip())
    return ("BO",)


def _types_of_sort(row: Row, column: str) -> tuple[str, ...]:
    sort = _given(row, column)
    types = _TYPES_OF_SORT.get(sort.upper())
    if types is None:
        raise UnreadableRow(f"{column} is «{sort[:40]}», expected one of {', '.join(_TYPES_OF_SORT)}")
    return types


def _contact(row: Row) -> dict[str, str]:
    street, house, town = row["STRAATNAAM"], row["HUISNUMMER-TOEVOEGING"], row["PLAATSNAAM"]
    contact = {
        "phone": _phone(row["TELEFOONNUMMER"]),
        "website": _website(row["INTERNETADRES"]),
        "street": f"{street} {house}" if street and house else street,
        "postcode": row["POSTCODE"],
        "town": place_name(town) if town else None,
    }
    return {name: value for name, value in contact.items() if value}


def _phone(given: str | None) -> str | None:
    digits = re.sub(r"[\s()./-]", "", given or "")
    digits = re.sub(r"^(\+|00)31", "0", digits)
    return digits if _PHONE.fullmatch(digits) else None


def _website(given: str | None) -> str | None:
    """The address without the slash at its end, its host in lower case (hosts know no other)."""
    if not given or not _WEBSITE.fullmatch(given):
        return None
    scheme, separator, rest = given.rpartition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}{separator}{host.lower()}{slash}{path}".rstrip("/")


def _pupils(row: Row) -> tuple[dict[str, int], int, bool]:
    """The figures by year, how many years say «<5», and whether the last year has pupils.

    A zero before the first pupils is the register's way to say that the location did not exist yet, so it is left
    out; a zero after them is a figure: nobody is taught there.
    """
    columns = sorted(column for column in row.cells if column.startswith(FIGURES))
    figures: dict[str, int] = {}
    few = 0
    begun = latest = False
    for column in columns:
        value = row[column]
        if value is not None and value != FEWER_THAN_FIVE and not _FIGURE.fullmatch(value):
            raise UnreadableRow(f"{column} is «{value[:40]}», expected a number or {FEWER_THAN_FIVE}")
        latest = value == FEWER_THAN_FIVE or int(value or 0) > 0
        few += value == FEWER_THAN_FIVE
        begun = begun or latest
        if begun and value is not None and value != FEWER_THAN_FIVE:
            figures[column.removeprefix(FIGURES)] = int(value)
    return figures, few, latest
