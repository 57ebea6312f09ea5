"""What a file says of municipalities: their names and provinces, their inhabitants, or their subregions."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.boundaries import wrong_in_boundary
from graph.errors import BadInput
from graph.records import Source
from seeds.registers.decoding import text_of
from seeds.registers.reading import File, Rejected
from seeds.registers.spelling import number_of
from seeds.registers.tables import Row, read_headings, read_table, told

NO_MUNICIPALITY = frozenset({"GM0997", "GM0998", "GM0999", "GM9999"})  # CBS's codes for abroad and for unknown
_CODE = re.compile(r"(?:GM)?(\d{1,4})", re.ASCII | re.IGNORECASE)
_PROVINCE = re.compile(r"PV\d\d", re.ASCII)

_NAMES = frozenset({"GemeentecodeGM", "Gemeentenaam", "ProvinciecodePV", "Provincienaam"})
_SUBREGIONS = frozenset({"gemeentecode", "subregio"})
_MORE_OF_SUBREGIONS = frozenset({"gemeentenaam", "jeugdregio"})  # read where they are there
_INHABITANTS, _SHARE = "aantalInwoners", "percentagePersonen0Tot15Jaar"
_FIGURES = frozenset({"gemeentecode", "gemeentenaam", _INHABITANTS, _SHARE, "jaar"})
_BOUNDARY = frozenset({"statcode", "statnaam", "jrstatcode"})
_YEAR = re.compile(r"\d{4}", re.ASCII)
_EXPECTED = (
    "CBS's alphabetical list of municipalities (CSV), its key figures by municipality or its map of them (GeoJSON),"
    " or a table with gemeentecode and subregio"
)
_MOST_INHABITANTS = 100_000_000
_Row = TypeVar("_Row")


class UnreadableFact(ValueError):
    """A row that says something it cannot mean."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region as a file names it, with its code where it has one."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What one row says of one municipality. `wider` are the regions it lies in, each within the next.

    `official` is whether the name is CBS's own. `inhabitants` and `children` are None where CBS keeps them secret or
    does not have them (it writes a negative number then).
    """

    code: str
    source: Source
    name: str | None = None
    official: bool = False
    inhabitants: int | None = None
    children: int | None = None
    wider: tuple[Region, ...] = ()
    boundary: dict[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as read: its facts by the line (of a GeoJSON file: the feature) that each stands in."""

    file: str
    facts: tuple[tuple[int, Fact], ...]
    rejected: tuple[Rejected, ...]
    unused: tuple[str, ...]
    notes: tuple[str, ...] = ()


def sheet_of(file: File) -> Sheet:
    """The facts of a file. Raises BadInput when it is none of the files that are read here."""
    if text_of(file).lstrip().startswith(("{", "[")):
        return _features_sheet(file)
    headings = frozenset(read_headings(file))
    if headings >= {"GemeentecodeGM"}:
        return _table_sheet(file, _NAMES, frozenset({"Gemeentecode", "Provinciecode"}), _name)
    if headings >= _SUBREGIONS:
        return _table_sheet(file, _SUBREGIONS | (headings & _MORE_OF_SUBREGIONS), frozenset(), _subregion)
    schools = headings & {"VESTIGINGSCODE", "BRIN NUMMER"}
    raise BadInput(
        f"{file.name} is none of the files about municipalities that are read here",
        field=file.name,
        actual=told(sorted(headings)),
        expected=_EXPECTED,
        help="It looks like a file of schools: korte-lijnen import duo-schools" if schools else None,
    )


def _table_sheet(file: File, used: frozenset[str], same: frozenset[str], read: Callable[[Row], Fact]) -> Sheet:
    """`same` are columns that say the same as one that is used."""
    table = read_table(file, used)
    facts, rejected = _read(file, ((row.line, row) for row in table.rows), read)
    return Sheet(file.name, facts, (*table.rejected, *rejected), table.unused(used | same))


def _name(row: Row) -> Fact:
    name, province, province_name = row["Gemeentenaam"], row["ProvinciecodePV"], row["Provincienaam"]
    if name is None:
        raise UnreadableFact("Gemeentenaam is empty")
    if province is not None and not _PROVINCE.fullmatch(province):
        raise UnreadableFact(f"ProvinciecodePV is «{province[:40]}», expected PV and two digits")
    wider = (Region(province_name or province, province),) if province else ()
    source = Source("CBS, gemeenten alfabetisch", "https://www.cbs.nl/nl-nl/onze-diensten/methoden/classificaties")
    return Fact(_code(row["GemeentecodeGM"]), source, name, official=True, wider=wider)


def _subregion(row: Row) -> Fact:
    name = row["subregio"]
    if name is None:
        raise UnreadableFact("subregio is empty")
    region = row.cells.get("jeugdregio")
    wider = (Region(name), Region(region)) if region and region != name else (Region(name),)
    source = Source("Indeling van gemeenten in subregio's")
    return Fact(_code(row["gemeentecode"]), source, row.cells.get("gemeentenaam"), wider=wider)


def _features_sheet(file: File) -> Sheet:
    features = _features(file)
    properties = [_properties(feature) for feature in features]
    names = dict.fromkeys(name for one in properties for name in one)
    if names.keys() >= {"statcode", "statnaam"}:
        facts, rejected = _read(file, enumerate(features, start=1), _boundary)
        return Sheet(file.name, facts, rejected, tuple(name for name in names if name not in _BOUNDARY))
    return _figures_sheet(file, properties, tuple(names))


def _figures_sheet(file: File, features: Sequence[Mapping[str, object]], names: Sequence[str]) -> Sheet:
    if missing := sorted({"gemeentecode", _INHABITANTS} - set(names)):
        raise BadInput(
            f"{file.name} has no property «{missing[0]}»",
            field=missing[0],
            actual=", ".join(names)[:300],
            expected=_EXPECTED,
        )
    facts, rejected = _read(file, enumerate(features, start=1), _figures)
    unknown = sum(fact.inhabitants is None and fact.code not in NO_MUNICIPALITY for _, fact in facts)
    notes = [
        f"{file.name}: children are the inhabitants times CBS's rounded share of those from 0 to 15 years, the closest"
        " figure it has to children below 16"
    ]
    if unknown:
        notes.append(
            f"{file.name}: {number_of(unknown, 'municipality', 'municipalities')} without inhabitants: unknown"
        )
    unused = tuple(name for name in names if name not in _FIGURES)
    return Sheet(file.name, facts, rejected, unused, tuple(notes))


def _features(file: File) -> list[Mapping[str, object]]:
    try:
        content = json.loads(text_of(file))
    except (ValueError, RecursionError) as error:
        raise BadInput(
            f"{file.name} is no JSON: {error}",
            field=file.name,
            expected=_EXPECTED,
            help="Get the file again: it may be cut short.",
        ) from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not features:
        raise BadInput(f"{file.name} is JSON, and no GeoJSON with features", field=file.name, expected=_EXPECTED)
    return [feature if isinstance(feature, dict) else {} for feature in features]


def _properties(feature: Mapping[str, object]) -> Mapping[str, object]:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _boundary(feature: Mapping[str, object]) -> Fact:
    """The boundary of a municipality in CBS's map. Raises UnreadableFact for what is none."""
    properties, geometry = _properties(feature), feature.get("geometry")
    wrong = wrong_in_boundary(geometry)
    if wrong is not None or not isinstance(geometry, dict):
        what, expected = wrong or ("is none", "a geometry")
        raise UnreadableFact(f"the geometry {what}, expected {expected}")
    year = str(properties.get("jrstatcode") or "")[:4]
    title = f"CBS, gebiedsindelingen {year}" if _YEAR.fullmatch(year) else "CBS, gebiedsindelingen"
    name = properties.get("statnaam")
    named = name if isinstance(name, str) and name.strip() else None
    source = Source(title, "https://www.pdok.nl/introductie/-/article/cbs-gebiedsindelingen")
    return Fact(_code(properties.get("statcode")), source, named, boundary=geometry)


def _figures(properties: Mapping[str, object]) -> Fact:
    code, name, year = (properties.get(member) for member in ("gemeentecode", "gemeentenaam", "jaar"))
    inhabitants = _count(properties, _INHABITANTS)
    share = _count(properties, _SHARE)
    if share is not None and share > 100:
        raise UnreadableFact(f"{_SHARE} is {share}, expected a percentage")
    children = None if inhabitants is None or share is None else (inhabitants * share + 50) // 100
    of_year = f" {year}" if isinstance(year, int) else ""
    how = "; kinderen: inwoners x afgerond percentage van 0 tot 15 jaar" if children is not None else ""
    source = Source(
        f"CBS, kerncijfers wijken en buurten{of_year}{how}", "https://www.cbs.nl/nl-nl/dossier/nederland-regionaal"
    )
    name = name if isinstance(name, str) and name.strip() else None
    return Fact(_code(code), source, name, inhabitants=inhabitants, children=children)


def _count(properties: Mapping[str, object], member: str) -> int | None:
    value = properties.get(member)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value != value or value > _MOST_INHABITANTS:
        raise UnreadableFact(f"{member} is «{str(value)[:40]}», expected a number")
    return round(value) if value >= 0 else None


def _code(value: object) -> str:
    match = _CODE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        given = "missing" if value is None else f"«{str(value)[:40]}»"
        raise UnreadableFact(f"the code of the municipality is {given}, expected GM and four digits")
    return f"GM{match[1].zfill(4)}"


def _read(
    file: File, rows: Iterable[tuple[int, _Row]], read: Callable[[_Row], Fact]
) -> tuple[tuple[tuple[int, Fact], ...], tuple[Rejected, ...]]:
    facts: list[tuple[int, Fact]] = []
    rejected: list[Rejected] = []
    for line, row in rows:
        try:
            facts.append((line, read(row)))
        except UnreadableFact as error:
            rejected.append(Rejected(file.name, line, str(error)))
    return tuple(facts), tuple(rejected)
