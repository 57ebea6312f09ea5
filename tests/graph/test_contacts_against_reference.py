"""Contacts of random networks against domain.md read the slow and plain way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.contacts import contacts
from graph.viewers import ViewerClass
from tests.graph import reference_contacts
from tests.graph.networks import TODAY, Line, at, cut_of
from tests.graph.random_tables import COALITIONS, ORGANISATIONS, PEOPLE, tables_seen, wanted
from tests.graph.reference_known import Known
from tests.graph.reference_needs import Wanted

SYNONYMS = [["kantine", "lunch"], ["sport", "bewegen", "gym"]]


@settings(max_examples=800, deadline=None)
@given(tables_seen(), wanted(), st.sampled_from([None, *PEOPLE, *ORGANISATIONS, *COALITIONS]))
def test_contacts_are_in_order_of_the_sum_of_their_points(
    seen: tuple[list[Line], ViewerClass], asked: Wanted, asker: str | None
) -> None:
    lines, viewer = seen
    cut, known = cut_of(lines, viewer=viewer), Known(lines, TODAY, viewer)
    asker = asker if asker in known.nodes else None
    found = contacts(cut, asked.on(cut), None if asker is None else at(cut, asker), 100, synonyms=SYNONYMS)
    expected = reference_contacts.contacts(known, asked, asker, SYNONYMS)
    assert [cut.node(c.organisation if c.person is None else c.person).id for c in found] == [c.id for c in expected]
    for contact, reference in zip(found, expected, strict=True):
        assert {r.kind.value: r.points for r in contact.reasons} == {
            kind: pytest.approx(points, abs=1e-12) for kind, points in reference.points.items()
        }
        assert contact.score == pytest.approx(reference.score, abs=1e-12)
        assert cut.node(contact.organisation).id in reference.organisations
        shown = contact.function
        assert (cut.network.relation_id(shown) in reference.functions) if shown is not None else not reference.functions
        assert [cut.node(deputy).id for deputy in contact.deputies] == _deputies(known, reference.person)
        line = None if contact.path is None else contact.path.strength
        assert line == (None if "PATH" not in reference.points else pytest.approx(reference.points["PATH"] / 3))


def _deputies(known: Known, person: str | None) -> list[str]:
    found = {one for one, _, line in known.of("WORKS_FOR") if person is not None and line.get("deputyOf") == person}
    return sorted(found, key=lambda one: (known.name(one), one))
