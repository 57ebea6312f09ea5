"""Introductions worth making, the reach of channels, and coalitions beside each other."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from graph.analyses.channels import reach
from graph.analyses.comparison import figures
from graph.analyses.introductions import introductions, shortened
from graph.handshakes import handshakes
from graph.people import members
from graph.representation import reach_from
from tests.graph.networks import Line, at, cut_of, ids, knows, node, person, relation
from tests.graph.random_networks import people_networks

TABLE: list[Line] = [
    *(node("Sector", id, weighs="PUPILS") for id in ("PO", "VO")),
    node("Municipality", "beek"),
    node(
        "Coalition",
        "k",
        phase="WORKING",
        rules=[{"sectors": [one], "minimum": 1, "per": "COALITION", "mandate": "LISTEN"} for one in ("PO", "VO")],
    ),
    relation("ACTIVE_IN", "k", "beek"),
    node("Seat", "z", sector="PO", mandate="DECIDE"),
    relation("SEAT_IN", "z", "k"),
    relation("HOLDS", "anna", "z", confirmedAt="2026-10-01"),
    node("SchoolBoard", "lyceum"),
    relation("IN_SECTOR", "lyceum", "VO"),
    relation("LOCATED_IN", "lyceum", "beek"),
]


def test_who_fills_a_gap_comes_first_and_then_who_shortens_most_lines() -> None:
    people = ["anna", "bram", "carla", "daan", "emma", "fleur", "zoe"]
    lines = [*map(person, people), *TABLE, relation("WORKS_FOR", "zoe", "lyceum")]
    lines += [knows(*pair) for pair in (("anna", "bram"), ("bram", "carla"), ("carla", "daan"), ("daan", "emma"))]
    cut = cut_of([*lines, knows("daan", "fleur")])
    found = introductions(cut, at(cut, "k"))
    assert [(*ids(cut, (i.one, i.other)), i.shortens) for i in found] == [
        ("anna", "zoe", 1),
        ("anna", "carla", 4),
        ("anna", "daan", 3),
        ("anna", "emma", 3),  # over whom daan and fleur come nearer too
        ("anna", "fleur", 3),
    ]
    assert [cell.id for cell in found[0].closes] == ["k/2"]


@settings(max_examples=80, deadline=None)
@given(people_networks(most=12))
def test_lines_are_shortened_as_they_are_when_the_two_have_met(lines: list[Line]) -> None:
    cut = cut_of(lines)
    position = handshakes(cut).contexts.position
    for coalition in cut.of_kind("Coalition"):
        people = members(cut, coalition)
        if not people:
            continue
        near = reach_from(cut, [coalition], people)
        others = np.flatnonzero(near.handshakes != 0).astype(np.int32)
        others = others[(near.handshakes[others] < 0) | (near.handshakes[others] > 1)]
        one = cut.node(min(people)).id
        for other, found in zip(others.tolist(), shortened(handshakes(cut), near, others), strict=True):
            id = cut.node(int(handshakes(cut).contexts.people[other])).id
            met = cut_of([*lines, knows(one, id, id="met", since="2026-01-01")])
            there = at(met, cut.node(coalition).id)
            after = reach_from(met, [there], members(met, there))
            before, now = (np.where(r.handshakes < 0, 7, r.handshakes) for r in (near, after))
            assert found == (now < before).sum()
            assert position[at(cut, id)] == other


def test_a_location_hears_over_its_board_somebody_who_works_there_or_another_channel() -> None:
    lines = [node("Channel", id) for id in ("brief", "site")] + [person("anna"), person("bram")]
    lines += [node("School", id) for id in ("beuk", "els", "linde", "wilg", "den")]
    lines += [node("SchoolBoard", "bestuur"), relation("PART_OF", "beuk", "bestuur")]
    lines += [node("OtherOrganisation", "team"), relation("PART_OF", "team", "els")]
    lines += [relation("WORKS_FOR", "anna", "team"), relation("WORKS_FOR", "bram", "bestuur")]
    lines += [relation("REACHES", "brief", to) for to in ("anna", "bestuur", "site", "wilg")]
    lines += [relation("REACHES", "site", "linde"), relation("REACHES", "site", "brief")]
    cut = cut_of(lines)
    found = reach(cut, at(cut, "brief"))
    assert {cut.node(one.organisation).id: ids(cut, one.over) for one in found.reached} == {
        "beuk": ["bestuur"],
        "els": ["anna"],
        "linde": ["site"],
        "wilg": ["brief"],
    }
    assert ids(cut, found.unreached) == ["den"]
    assert [cut.node(one.organisation).id for one in reach(cut, at(cut, "site")).reached] == [
        "beuk",
        "els",
        "linde",
        "wilg",
    ]


def test_the_figures_of_a_coalition() -> None:
    lines = [*map(person, ("anna", "bram", "carla")), *TABLE]
    for seat, holder, confirmed in (("y", "bram", "2020-01-01"), ("x", "carla", "2026-11-01")):
        lines += [node("Seat", seat, sector="VO", mandate="DECIDE"), relation("SEAT_IN", seat, "k")]
        lines += [relation("HOLDS", holder, seat, confirmedAt=confirmed)]
    cut = cut_of([*lines, knows("anna", "bram")])
    found = figures(cut, at(cut, "k"))
    assert (found.people, found.filled, found.required) == (3, 2, 2)
    assert found.density == 1 / 3  # anna and bram know each other beside the table
    assert found.confirmed == 2 / 3
