"""The departure drill against the network recomputed without whoever leaves, the slow and plain way."""

from __future__ import annotations

from collections import deque
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analyses.departure import departure
from graph.viewers import ViewerClass
from tests.graph import reference_seats
from tests.graph.networks import TODAY, Line, at, cut_of, ids, knows, node, person, relation
from tests.graph.random_networks import acquaintances, people_networks
from tests.graph.random_tables import tables_seen
from tests.graph.reference import Reference
from tests.graph.reference_known import Known

Ties = dict[str, set[str]]


def test_who_alone_ties_two_groups_takes_their_lines_with_them() -> None:
    lines = [person(id) for id in ("anna", "bram", "carla", "daan", "emma")]
    lines += [knows("anna", "bram"), knows("bram", "carla"), knows("carla", "daan"), knows("bram", "emma")]
    cut = cut_of(lines)
    found = departure(cut, at(cut, "bram"))
    assert ids(cut, found.cut_off) == ["anna", "emma"]
    # anna-emma, anna-carla, anna-daan, emma-carla, emma-daan
    assert (found.lines_lost, found.lines_longer) == (5, 0)


def test_a_line_that_leads_round_is_longer_not_lost() -> None:
    ring = ["anna", "bram", "carla", "daan", "emma"]
    lines = [person(id) for id in ring] + [knows(*pair) for pair in zip(ring, ring[1:] + ring[:1], strict=True)]
    cut = cut_of(lines)
    found = departure(cut, at(cut, "bram"))
    assert (found.lines_lost, found.lines_longer, found.cut_off) == (0, 1, ())


def test_nobody_leads_over_somebody_who_may_not_be_asked() -> None:
    lines = [person("anna"), person("bram", introducible=False), person("carla")]
    cut = cut_of([*lines, knows("anna", "bram"), knows("bram", "carla")])
    found = departure(cut, at(cut, "bram"))
    assert (found.lines_lost, ids(cut, found.cut_off)) == (0, ["carla"])


def test_a_location_is_lost_with_its_only_contact_also_at_a_part_of_it() -> None:
    lines = [person("anna"), person("bram"), node("School", "beuk"), node("School", "linde"), node("SchoolBoard", "b")]
    lines += [node("OtherOrganisation", "team"), relation("PART_OF", "team", "beuk"), relation("PART_OF", "beuk", "b")]
    lines += [relation("WORKS_FOR", "anna", where) for where in ("team", "linde", "b")]
    lines += [relation("WORKS_FOR", "bram", where) for where in ("linde", "b")]
    cut = cut_of(lines)
    assert ids(cut, departure(cut, at(cut, "anna")).locations_lost) == ["beuk"]
    assert not departure(cut, at(cut, "bram")).locations_lost


@settings(max_examples=60, deadline=None)
@given(st.one_of(people_networks(), people_networks(most=14), acquaintances()))
def test_lines_and_pieces_are_those_of_the_network_without_them(lines: list[Line]) -> None:
    cut, reference = cut_of(lines), Reference(lines, TODAY)
    people = sorted(id for id, line in reference.nodes.items() if line["node"] == "Person")
    open_ = {id for id in people if reference.nodes[id].get("introducible")}
    ties = _ties(reference, people)
    for leaving in people:
        found = departure(cut, at(cut, leaving))
        left = {id: others - {leaving} for id, others in ties.items() if id != leaving}
        assert (found.lines_lost, found.lines_longer) == _lines(ties, left, open_)
        assert set(ids(cut, found.cut_off)) == _cut_off(left, ties[leaving])


def _ties(reference: Reference, people: list[str]) -> Ties:
    ties: Ties = {id: set() for id in people}
    for one, other in map(tuple, reference.strengths()):
        ties[one].add(other)
        ties[other].add(one)
    return ties


def _lines(before: Ties, after: Ties, open_: set[str]) -> tuple[int, int]:
    lost = longer = 0
    was, now = ({one: _distances(ties, one, open_) for one in ties} for ties in (before, after))
    for one, other in combinations(after, 2):
        if was[one].get(other, 99) <= 3:
            lost += other not in now[one]
            longer += now[one].get(other, 0) > was[one][other]
    return lost, longer


def _distances(ties: Ties, start: str, open_: set[str]) -> dict[str, int]:
    found, queue = {start: 0}, deque([start])
    while queue:
        one = queue.popleft()
        for other in ties[one] if one == start or one in open_ else ():
            if other not in found:
                found[other] = found[one] + 1
                queue.append(other)
    return found


def _cut_off(left: Ties, neighbours: set[str]) -> set[str]:
    pieces = {frozenset(_distances(left, one, set(left))) for one in neighbours}
    return {one for piece in sorted(pieces, key=lambda piece: (-len(piece), min(piece)))[1:] for one in piece}


@settings(max_examples=60, deadline=None)
@given(tables_seen())
def test_a_cell_is_lost_that_is_filled_with_them_and_not_without(seen: tuple[list[Line], ViewerClass]) -> None:
    lines, viewer = seen
    cut, known = cut_of(lines, viewer=viewer), Known(lines, TODAY, viewer)
    for leaving in known.of_kind("Person"):
        without = Known([line for line in lines if leaving not in _ends(line)], TODAY, viewer)
        expected = set()
        for coalition in known.of_kind("Coalition"):
            before, after = (reference_seats.cells(one, coalition) for one in (known, without))
            lost = {
                (b.rule, b.municipality) for b, a in zip(before, after, strict=True) if b.state == "FILLED" != a.state
            }
            expected |= {(coalition, rule, municipality) for rule, municipality in lost}
        found = departure(cut, at(cut, leaving))
        assert {_cell(cell.id) for cell in found.cells_lost} == expected
        assert set(ids(cut, found.seats_lost)) == known.targets(leaving, "HOLDS")


def _ends(line: Line) -> set[str]:
    return {line["id"]} if "node" in line else {line["from"], line["to"]}


def _cell(id: str) -> tuple[str, int, str | None]:
    coalition, rule, *municipality = id.split("/")
    return coalition, int(rule) - 1, municipality[0] if municipality else None
