"""Needs, seats, representation and coverage of random networks against domain.md read the slow and plain way."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.coverage import coverage
from graph.needs import people_meeting
from graph.representation import candidates, representation
from graph.seats import seat_state
from graph.viewers import ViewerClass
from graph.weights import Weight
from tests.graph import reference_coverage, reference_needs, reference_representation, reference_seats
from tests.graph.networks import TODAY, Line, at, cut_of, ids
from tests.graph.random_tables import AREAS, SECTORS, tables, tables_seen, wanted
from tests.graph.reference_known import Known
from tests.graph.reference_needs import Wanted
from tests.graph.reference_seats import ReferenceCell
from tests.graph.reference_weights import ReferenceWeight


@settings(max_examples=500, deadline=None)
@given(tables_seen(), st.lists(wanted(), min_size=4, max_size=4))
def test_a_need_is_met_by_exactly_those_who_meet_each_part(
    seen: tuple[list[Line], ViewerClass], needs: list[Wanted]
) -> None:
    lines, viewer = seen
    cut, known = cut_of(lines, viewer=viewer), Known(lines, TODAY, viewer)
    for asked in needs:
        assert set(ids(cut, people_meeting(cut, asked.on(cut)))) == reference_needs.people(known, asked)


@settings(max_examples=500, deadline=None)
@given(tables_seen())
def test_seats_and_cells_have_the_first_state_that_holds(seen: tuple[list[Line], ViewerClass]) -> None:
    lines, viewer = seen
    cut, known = cut_of(lines, viewer=viewer), Known(lines, TODAY, viewer)
    for seat in known.of_kind("Seat"):
        assert seat_state(cut, at(cut, seat)).value == reference_seats.occupied(known, seat).state
    for coalition in known.of_kind("Coalition"):
        found = representation(cut, at(cut, coalition))
        expected = reference_representation.represented(known, coalition)
        assert (found.filled, found.required) == (expected.filled, expected.required)
        assert [
            (
                cell.municipality and cut.node(cell.municipality).id,
                cell.state.value,
                cell.filled,
                frozenset(ids(cut, cell.seats)),
            )
            for cell in found.cells
        ] == [(cell.municipality, cell.state, cell.filled, cell.seats) for cell in expected.cells]


@settings(max_examples=500, deadline=None)
@given(tables())
def test_gaps_weigh_what_they_leave_out_and_stand_in_order(lines: list[Line]) -> None:
    cut, known = cut_of(lines), Known(lines, TODAY)
    for coalition in known.of_kind("Coalition"):
        found = representation(cut, at(cut, coalition)).gaps
        expected = reference_representation.represented(known, coalition).gaps
        assert [_weight(gap.weight) for gap in found] == [_weight(gap.weight) for gap in expected]
        assert [
            (gap.cell.municipality and cut.node(gap.cell.municipality).id, ids(cut, gap.cell.rule.sectors))
            for gap in found
        ] == [(gap.cell.municipality, _rule(known, coalition, gap.cell)["sectors"]) for gap in expected]


def _weight(weight: Weight | ReferenceWeight) -> tuple[int | None, int | None, int | None, float | None]:
    share = None if weight.share is None else round(weight.share, 12)
    return weight.pupils, weight.places, weight.children, share


def _rule(known: Known, coalition: str, cell: ReferenceCell) -> dict[str, Any]:
    rule: dict[str, Any] = known.nodes[coalition]["rules"][cell.rule]
    return rule


@settings(max_examples=500, deadline=None)
@given(tables_seen())
def test_candidates_of_a_gap_stand_in_order_of_their_lines(seen: tuple[list[Line], ViewerClass]) -> None:
    lines, viewer = seen
    cut, known = cut_of(lines, viewer=viewer), Known(lines, TODAY, viewer)
    for coalition in known.of_kind("Coalition"):
        cells = representation(cut, at(cut, coalition)).cells
        expected = reference_seats.cells(known, coalition)
        for cell, reference in zip(cells, expected, strict=True):
            assert [
                (cut.node(c.person).id, c.handshakes, c.strength, c.seats_held)
                for c in candidates(cut, at(cut, coalition), cell)
            ] == [
                (c.person, c.handshakes, c.strength and pytest.approx(c.strength, abs=1e-12), c.seats_held)
                for c in reference_representation.candidates(known, coalition, reference)
            ]


@settings(max_examples=500, deadline=None)
@given(tables_seen(), st.sampled_from(AREAS), st.booleans())
def test_coverage_is_the_best_that_stands_for_a_sector_in_a_municipality(
    seen: tuple[list[Line], ViewerClass], area: str, of_one: bool
) -> None:
    lines, viewer = seen
    cut, known = cut_of(lines, viewer=viewer), Known(lines, TODAY, viewer)
    coalition = known.of_kind("Coalition")[0] if of_one else None
    sectors = [at(cut, sector) for sector in SECTORS]
    found = coverage(cut, at(cut, area), None if coalition is None else at(cut, coalition), sectors)
    assert set(ids(cut, found.municipalities)) == known.municipalities(known.within(area))
    assert len(found.cells) == len(SECTORS) * len(found.municipalities)
    for cell in found.cells:
        sector, municipality = ids(cut, (cell.sector, cell.municipality))
        expected = reference_coverage.covered(known, area, coalition, sector, municipality)
        assert (cell.state.value, cell.handshakes) == (expected.state, expected.handshakes)
        if cell.nearest is None:
            assert not expected.nearest
        else:
            assert cut.node(cell.nearest).id in expected.nearest
        assert _weight(cell.weight) == _weight(expected.weight)
