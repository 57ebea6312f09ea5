"""The minimal delegation against every set of people that there is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analyses.minimal_delegation import minimal_delegation
from graph.viewers import ViewerClass
from tests.graph import reference_needs, reference_seats
from tests.graph.networks import TODAY, Line, at, cut_of, ids, node, person, relation
from tests.graph.random_tables import PEOPLE, tables_seen
from tests.graph.reference_known import Known
from tests.graph.reference_needs import Wanted

TABLE = [
    node("Sector", "PO", weighs="PUPILS"),
    node("Sector", "VO", weighs="PUPILS"),
    node("Region", "streek"),
    *(node("Municipality", id) for id in ("beek", "echt")),
    *(relation("PART_OF", id, "streek") for id in ("beek", "echt")),
    node(
        "Coalition",
        "k",
        phase="WORKING",
        rules=[
            {"sectors": [sector], "minimum": 1, "per": "MUNICIPALITY", "mandate": "ADVISE"} for sector in ("PO", "VO")
        ],
    ),
    relation("ACTIVE_IN", "k", "streek"),
]


def _school(id: str, sectors: Iterable[str], municipalities: Iterable[str], *workers: str) -> list[Line]:
    return [
        node("SchoolBoard", id),
        *(relation("IN_SECTOR", id, sector) for sector in sectors),
        *(relation("ACTIVE_IN", id, municipality) for municipality in municipalities),
        *(relation("WORKS_FOR", worker, id) for worker in workers),
    ]


def test_two_who_work_in_both_sectors_are_fewer_than_four_who_work_in_one() -> None:
    people = ["anna", "bram", "carla", "daan"]
    cut = cut_of(
        [
            *TABLE,
            *map(person, people),
            *_school("b1", ["PO"], ["beek", "echt"], "anna"),
            *_school("b2", ["PO", "VO"], ["beek"], "bram", "daan"),
            *_school("b3", ["VO"], ["echt"], "carla"),
        ]
    )
    coalition = at(cut, "k")
    anna, bram, carla, daan = (at(cut, id) for id in people)
    found = minimal_delegation(cut, coalition)
    assert ids(cut, (delegate.person for delegate in found.delegates)) == ["anna", "bram", "carla"]
    assert [cell.id for cell in found.delegates[0].covers] == ["k/1/beek", "k/1/echt"]
    with_daan = minimal_delegation(cut, coalition, require=[daan])
    assert [delegate.person for delegate in with_daan.delegates] == [anna, carla, daan]
    without = minimal_delegation(cut, coalition, exclude=[carla, bram])
    assert [delegate.person for delegate in without.delegates] == [anna, daan]
    assert [cell.id for cell in without.uncoverable] == ["k/2/echt"]


def test_whoever_is_required_is_counted_though_they_fill_nothing() -> None:
    cut = cut_of([*TABLE, person("zoe")])
    found = minimal_delegation(cut, at(cut, "k"), require=[at(cut, "zoe")])
    assert [(delegate.person, delegate.covers) for delegate in found.delegates] == [(at(cut, "zoe"), ())]
    assert len(found.uncoverable) == 4


@settings(max_examples=80, deadline=None)
@given(tables_seen(), st.data())
def test_no_smaller_set_of_people_fills_every_cell(seen: tuple[list[Line], ViewerClass], data: st.DataObject) -> None:
    lines, viewer = seen
    cut, known = cut_of(lines, viewer=viewer), Known(lines, TODAY, viewer)
    people = [id for id in PEOPLE if id in known.of_kind("Person")]
    chosen = data.draw(st.lists(st.sampled_from(people), unique=True, max_size=3)) if people else []
    require, exclude = chosen[:1], chosen[1:]
    for coalition in known.of_kind("Coalition"):
        found = minimal_delegation(
            cut, at(cut, coalition), [at(cut, id) for id in require], [at(cut, id) for id in exclude]
        )
        fitting = [
            (_fitting(known, coalition, cell) - set(exclude), known.nodes[coalition]["rules"][cell.rule]["minimum"])
            for cell in reference_seats.cells(known, coalition)
        ]
        asked = [(who, least) for who, least in fitting if len(who) >= least]
        delegation = {cut.node(delegate.person).id for delegate in found.delegates}
        assert len(found.uncoverable) == len(fitting) - len(asked)
        assert delegation >= set(require)
        assert delegation.isdisjoint(exclude)
        assert _fills(delegation, asked)
        rest = sorted(set(people) - set(require))
        assert not any(
            _fills({*require, *more}, asked)
            for more in combinations(rest, max(len(delegation) - len(require) - 1, 0))
            if len(delegation) > len(require)
        )
        for delegate in found.delegates:
            own = cut.node(delegate.person).id
            assert len(delegate.covers) == sum(own in who for who, _ in fitting)


def _fills(people: set[str], asked: list[tuple[set[str], int]]) -> bool:
    return all(len(who & people) >= least for who, least in asked)


def _fitting(known: Known, coalition: str, cell: reference_seats.ReferenceCell) -> set[str]:
    rule = known.nodes[coalition]["rules"][cell.rule]
    areas = [cell.municipality] if cell.municipality else sorted(known.coalition_areas(coalition))
    return {p for s in rule["sectors"] for area in areas for p in reference_needs.people(known, Wanted(s, area))}
