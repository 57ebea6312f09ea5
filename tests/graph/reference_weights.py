"""domain.md over again, the slow and plain way: what a gap leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.graph.reference_known import Known

LOCATION = {"PUPILS": "School", "PLACES": "ChildcareLocation", "CHILDREN": "Municipality"}


@dataclass(frozen=True)
class ReferenceWeight:
    pupils: int | None
    places: int | None
    children: int | None
    share: float | None


def weight(known: Known, sectors: Iterable[str], area: set[str], municipality: str | None) -> ReferenceWeight:
    """What these sectors weigh in one municipality of an area, or in the whole of it."""
    figures: dict[str, int | None] = {}
    shares = []
    sectors = list(sectors)
    for unit in {known.nodes[sector]["weighs"] for sector in sectors}:
        of_unit = [sector for sector in sectors if known.nodes[sector]["weighs"] == unit]
        figures[unit] = here = _sum(known, unit, of_unit, area, municipality)
        whole = _sum(known, unit, of_unit, area, None)
        if here is not None and whole is not None:
            shares.append(here / whole if whole else 0.0)
    share = max(shares) if shares else None
    return ReferenceWeight(figures.get("PUPILS"), figures.get("PLACES"), figures.get("CHILDREN"), share)


def _sum(known: Known, unit: str, sectors: list[str], area: set[str], municipality: str | None) -> int | None:
    everywhere = [location for location in _locations(known, unit, sectors) if _is_in(known, location, area)]
    if all(_figure(known, unit, location) is None for location in everywhere):
        return None
    here = [x for x in everywhere if municipality is None or _is_in(known, x, {municipality})]
    figures = [_figure(known, unit, location) for location in here]
    if figures and all(figure is None for figure in figures):
        return None
    return sum(figure for figure in figures if figure is not None)


def _locations(known: Known, unit: str, sectors: list[str]) -> list[str]:
    """The locations of these sectors; where children are weighed, the municipalities, whatever the sector."""
    found = known.of_kind(LOCATION[unit])
    if unit == "CHILDREN":
        return found
    return [x for x in found if any(known.organisation_in_sector(x, sector) for sector in sectors)]


def _is_in(known: Known, location: str, areas: set[str]) -> bool:
    """A figure counts once: in a municipality itself, or where a location is located (active, where it is located
    nowhere), and in what is around that."""
    if known.is_a(location, "Municipality"):
        return location in areas
    places = known.targets(location, "LOCATED_IN") or known.targets(location, "ACTIVE_IN")
    return bool(places & {within for area in areas for within in known.within(area)})


def _figure(known: Known, unit: str, location: str) -> int | None:
    line = known.nodes[location]
    if unit == "PUPILS":
        years = [year for year in line.get("pupils") or {} if int(year) <= known.day.year]
        return int(line["pupils"][max(years)]) if years else None
    figure = line.get("places" if unit == "PLACES" else "children")
    return None if figure is None else int(figure)
