import pytest

from graph.boundaries import MOST_POINTS, wrong_in_boundary
from graph.lines import read_line, write_line
from graph.records import NodeRecord

RING = [[5.9, 50.85], [6.0, 50.8], [6, 51], [5.9, 50.85]]


def test_a_boundary_is_kept_as_it_is_given() -> None:
    line = {"node": "Municipality", "id": "m", "name": "M", "boundary": {"type": "Polygon", "coordinates": [RING]}}
    record = read_line(line)
    assert isinstance(record, NodeRecord)
    assert write_line(record)["boundary"] == line["boundary"]


@pytest.mark.parametrize(
    ("boundary", "wrong"),
    [
        ("POLYGON((5 50))", "is no geometry"),
        ({"type": "Polygon", "coordinates": [RING], "crs": "EPSG:28992"}, "nothing else"),
        ({"type": "Point", "coordinates": [5.9, 50.85]}, "is of type 'Point'"),
        ({"type": "Polygon", "coordinates": []}, "no ring at polygon 1, ring 1"),
        ({"type": "MultiPolygon", "coordinates": []}, "has no polygon"),
        ({"type": "MultiPolygon", "coordinates": [[RING], [RING, RING[:3]]]}, "no ring at polygon 2, ring 2"),
        ({"type": "Polygon", "coordinates": [[*RING[:-1], [1, 2]]]}, "no ring at polygon 1, ring 1"),
        ({"type": "Polygon", "coordinates": [[[190_000, 320_000]] * 4]}, "no ring"),  # metres of the national grid
        ({"type": "Polygon", "coordinates": [[["5.9", "50.85"]] * 4]}, "no ring"),
        ({"type": "Polygon", "coordinates": [[[5, 50]] * (MOST_POINTS + 1)]}, "20,001 points"),
    ],
)
def test_what_is_no_boundary_is_said_to_be_none(boundary: object, wrong: str) -> None:
    told = wrong_in_boundary(boundary)
    assert told is not None
    assert wrong in told[0]
    errors = read_line({"node": "Municipality", "id": "m", "name": "M", "boundary": boundary}, 7)
    assert isinstance(errors, list)
    assert [(error.line, error.member) for error in errors] == [(7, "boundary")]
