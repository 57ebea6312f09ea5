from __future__ import annotations

from pathlib import Path

import pytest

from graph.vocabulary import KINDS, RELATIONS, is_a, joins
from graph.vocabulary_page import page

PAGE = Path(__file__).parents[2] / "docs" / "vocabulary.md"


def test_the_page_of_the_vocabulary_is_the_vocabulary() -> None:
    assert PAGE.read_text() == page(), "renew it: python -m graph.vocabulary_page > docs/vocabulary.md"


def test_a_municipality_is_an_organisation_and_an_area() -> None:
    assert is_a("Municipality", "Organisation")
    assert is_a("Municipality", "Area")
    assert not is_a("Region", "Organisation")


@pytest.mark.parametrize(
    ("relation", "origin", "target", "allowed"),
    [
        ("PART_OF", "School", "SchoolBoard", True),
        ("PART_OF", "Municipality", "Region", True),
        (
            "PART_OF",
            "Municipality",
            "JointArrangement",
            False,
        ),  # it takes part in one (PARTNER_IN), it is no part of it
        ("PART_OF", "Sector", "Sector", True),
        ("PART_OF", "Region", "School", False),
        ("SUCCEEDED_BY", "School", "School", True),
        ("SUCCEEDED_BY", "School", "SchoolBoard", False),
        ("OBSERVED_ON", "Observation", "Person", True),
        ("KNOWS", "Person", "School", False),
        ("PARTNER_IN", "School", "Coalition", True),
        ("PARTNER_IN", "School", "SchoolBoard", False),
    ],
)
def test_relations_join_only_what_they_make_sense_for(relation: str, origin: str, target: str, allowed: bool) -> None:
    assert joins(RELATIONS[relation], origin, target) is allowed


def test_names_of_members_do_not_hide_those_that_every_line_has() -> None:
    common = {"id", "name", "node", "relation", "from", "to", "since", "until", "visibility", "sources", "confirmedAt"}
    members = {name: kind.members for name, kind in KINDS.items()}
    members |= {name: relation.members for name, relation in RELATIONS.items()}
    for name, own in members.items():
        assert not common & {member.name for member in own}, name
