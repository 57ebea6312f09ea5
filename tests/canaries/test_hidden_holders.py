"""The one thing that is not hidden: that a seat is held. Everything else of a hidden holder is, to the day on which
somebody who has nothing else to hide holds it in their place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.viewers import ANYBODY
from tests.canaries.comparing import difference
from tests.canaries.services import MEMBER, MEMBER_OF_K1, STEWARD, service
from tests.canaries.walk import COMMITTED, selection
from tests.graph.networks import Line, node, relation

RULES = [{"sectors": ["VO"], "minimum": 1, "per": "COALITION", "mandate": "DECIDE"}]
OPEN: list[Line] = [
    node("Sector", "VO", weighs="PUPILS"),
    node("Region", "streek"),
    node("Municipality", "heer"),
    relation("PART_OF", "heer", "streek"),
    node("SchoolBoard", "bestuur"),
    node("Coalition", "k1", phase="WORKING", rules=RULES),
    relation("ACTIVE_IN", "k1", "streek"),
    node("Seat", "z1", sector="VO", mandate="LISTEN"),
    relation("SEAT_IN", "z1", "k1"),
    relation("SEAT_FOR", "z1", "bestuur"),
    *(node("Person", id, visibility="PUBLIC", introducible=True) for id in ("anna", "bas")),
    relation("WORKS_FOR", "bas", "bestuur", visibility="PUBLIC"),
    node("Person", "m0"),
    node("Person", "m4"),
]
SEM = node("Person", "sem", visibility="STEWARD", introducible=True, email="sem@example.org")
NOBODY = node("Person", "nobody", visibility="STEWARD")
PERIODS: dict[str, Line] = {
    "now": {"since": "2024-01-01"},
    "in the past": {"since": "2024-01-01", "until": "2026-01-01"},
    "not yet": {"since": "2027-01-01"},
    "always": {},
}
PATHS = selection(COMMITTED.type_map["ContactPathsResult"], 1)
QUESTIONS = [
    f"{{ network {{ {question} }} }}"
    for question in (
        selection(COMMITTED.type_map["Network"], 1),
        f'representation(coalition: "k1") {{ {selection(COMMITTED.type_map["Representation"], 2)} }}',
        f'coverage(area: "streek") {{ {selection(COMMITTED.type_map["Coverage"], 2)} }}',
        f'contacts(need: {{sector: "VO"}}, first: 20) {{ {selection(COMMITTED.type_map["Contact"], 1)} }}',
        f'contactPaths(from: "anna", to: {{person: "bas"}}) {{ {PATHS} }}',
        f'node(id: "z1") {{ ... on Seat {{ {selection(COMMITTED.type_map["Seat"], 1)} }} }}',
    )
] + ["{ changes(since: 0) { touched details } }"]
HOLDINGS = {
    # What may not show: who it is, whether it is confirmed, that they left, and whom they bring together.
    "a person who is hidden": [SEM, relation("HOLDS", "sem", "z1", visibility="PUBLIC", confirmedAt="2026-11-01")],
    "a holding that is hidden": [relation("HOLDS", "anna", "z1", visibility="STEWARD")],
    "somebody who has left": [
        SEM,
        relation("WORKS_FOR", "sem", "bestuur", since="2020-01-01", until="2025-01-01", visibility="PUBLIC"),
        relation("HOLDS", "sem", "z1"),
    ],
    "somebody who knows others": [
        SEM,
        *(relation("KNOWS", id, "sem", strength="STRONG", visibility="PUBLIC") for id in ("anna", "bas")),
        relation("HOLDS", "sem", "z1", visibility="PUBLIC"),
    ],
}


def with_period(lines: list[Line], period: Line) -> list[Line]:
    return [line | period if line.get("relation") == "HOLDS" else line for line in lines]


@pytest.mark.parametrize("period", PERIODS.values(), ids=PERIODS)
@pytest.mark.parametrize("holding", HOLDINGS.values(), ids=HOLDINGS)
def test_of_a_hidden_holder_only_the_period_shows(tmp_path: Path, holding: list[Line], period: Line) -> None:
    hidden = [*OPEN, *with_period(holding, period)]
    plain = [*OPEN, NOBODY, *with_period([relation("HOLDS", "nobody", "z1", visibility="STEWARD")], period)]
    with service(tmp_path / "hidden", [hidden]) as one, service(tmp_path / "plain", [plain]) as other:
        for viewer in (ANYBODY, MEMBER, MEMBER_OF_K1):
            for question in QUESTIONS:
                answers = one.ask(viewer, question), other.ask(viewer, question)
                assert answers[0] == answers[1], difference(*answers, question)
                assert answers[0].status == 200
        assert one.ask(STEWARD, QUESTIONS[-1]) != other.ask(STEWARD, QUESTIONS[-1])


@pytest.mark.parametrize(
    ("period", "state", "cell"),
    [("now", "HIDDEN", "HIDDEN"), ("in the past", "HIDDEN", "HIDDEN"), ("not yet", "VACANT", "VACANT")],
)
def test_a_seat_that_somebody_hidden_holds_or_held_is_hidden_and_never_vacant(
    tmp_path: Path, period: str, state: str, cell: str
) -> None:
    lines = [*OPEN, *with_period(HOLDINGS["a person who is hidden"], PERIODS[period])]
    asked = """{ network { node(id: "z1") { ... on Seat { state holdings { id } relations { totalCount } } }
        representation(coalition: "k1") { filled required cells { state filled } gaps { cell { state } } }
        coverage(area: "streek") { cells { state evidence { id } } } } }"""
    with service(tmp_path, [lines]) as service_:
        found: Any = service_.ask(ANYBODY, asked).json["data"]["network"]
    assert found["node"] == {"state": state, "holdings": [], "relations": {"totalCount": 2}}
    assert found["representation"] == {
        "filled": 0,
        "required": 1,
        "cells": [{"state": cell, "filled": 0}],
        "gaps": [{"cell": {"state": cell}}],
    }
    covered = {"now": "HIDDEN", "in the past": "HIDDEN"}.get(period, "NONE")
    assert found["coverage"]["cells"] == [{"state": covered, "evidence": []}]
