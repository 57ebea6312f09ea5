"""Boundaries of areas: geometries of GeoJSON (RFC 7946), polygons in degrees of WGS84, longitude first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

MOST_POINTS = 20_000  # of one boundary: a map of a country draws simplified ones, of some tens of points each
_EXPECTED = '{"type": "Polygon" or "MultiPolygon", "coordinates": rings of [longitude, latitude]}'


def wrong_in_boundary(value: object) -> tuple[str, str] | None:
    """What is wrong with a boundary and what would be right; None when it is one."""
    if not isinstance(value, Mapping) or value.keys() != {"type", "coordinates"}:
        return "is no geometry with type and coordinates and nothing else", _EXPECTED
    if value["type"] not in ("Polygon", "MultiPolygon"):
        return f"is of type {str(value['type'])[:40]!r}", _EXPECTED
    polygons = [value["coordinates"]] if value["type"] == "Polygon" else value["coordinates"]
    if not isinstance(polygons, list) or not polygons:
        return "has no polygon", _EXPECTED
    points = 0
    for place, ring in _rings(polygons):
        if not isinstance(ring, list) or len(ring) < 4 or not all(map(_is_point, ring)) or ring[0] != ring[-1]:
            return f"has no ring at {place}", "at least four points [longitude, latitude], the last one the first"
        points += len(ring)
    return (f"has {points:,} points", f"at most {MOST_POINTS:,}: simplify it") if points > MOST_POINTS else None


def _rings(polygons: list[object]) -> Iterator[tuple[str, object]]:
    for i, polygon in enumerate(polygons):
        rings = polygon if isinstance(polygon, list) and polygon else [None]
        yield from ((f"polygon {i + 1}, ring {j + 1}", ring) for j, ring in enumerate(rings))


def _is_point(point: object) -> bool:
    return (
        isinstance(point, list)
        and len(point) == 2
        and all(isinstance(degrees, (int, float)) and not isinstance(degrees, bool) for degrees in point)
        and abs(point[0]) <= 180
        and abs(point[1]) <= 90
    )
