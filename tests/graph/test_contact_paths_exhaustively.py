"""Contact paths of random networks against every path there is."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.contact_paths import NoContactPath, PathOrder, contact_paths
from graph.handshakes import handshakes, handshakes_of
from tests.graph.networks import TODAY, Line, at, cut_of, ids
from tests.graph.random_networks import acquaintances, people_networks
from tests.graph.reference import Reference


@settings(max_examples=300, deadline=None)
@given(people_networks())
def test_handshakes_have_the_strengths_and_reasons_of_the_table(lines: list[Line]) -> None:
    cut, reference = cut_of(lines), Reference(lines, TODAY)
    expected = reference.reasons()
    strengths = reference.strengths()
    found = {}
    for person in cut.of_kind("Person"):
        for handshake in handshakes_of(cut, person):
            pair = frozenset(ids(cut, (handshake.origin, handshake.target)))
            found[pair] = handshake.strength
            reasons = {(r.kind.value, r.context and cut.node(r.context).id): r.strength for r in handshake.reasons}
            assert reasons == {(kind, context): pytest.approx(s) for kind, context, s in expected[pair]}
    assert found == {pair: pytest.approx(strength, abs=1e-12) for pair, strength in strengths.items()}


@settings(max_examples=300, deadline=None)
@given(people_networks())
def test_pieces_are_those_of_networkx(lines: list[Line]) -> None:
    all_ = handshakes(cut_of(lines))
    piece = all_.components()
    by_number: dict[int, set[int]] = {}
    for position, number in enumerate(piece.tolist()):
        by_number.setdefault(number, set()).add(int(all_.contexts.people[position]))
    expected = {frozenset(component) for component in nx.connected_components(all_.graph())}
    assert {frozenset(nodes) for nodes in by_number.values()} == expected


@st.composite
def questions(draw: st.DrawFn) -> tuple[list[Line], dict[str, object]]:
    lines = draw(people_networks())
    groups = [line["id"] for line in lines if line.get("node") in ("OtherOrganisation", "Coalition")]
    people = [line["id"] for line in lines if line.get("node") == "Person"]
    anybody = st.sampled_from(people + groups)
    targets = people + [g for g in groups if g.startswith("o")]
    return lines, {
        "origin": draw(anybody),
        "target": draw(st.sampled_from(targets)),
        "order": draw(st.sampled_from(list(PathOrder))),
        "max_handshakes": draw(st.integers(1, 6)),
        "first": draw(st.integers(1, 20)),
        "avoid": draw(st.lists(anybody, max_size=2)) if draw(st.booleans()) else [],
        "via": draw(st.one_of(st.none(), anybody)),
    }


@settings(max_examples=1500, deadline=None)
@given(questions())
def test_contact_paths_are_the_best_of_all_paths(question: tuple[list[Line], dict[str, object]]) -> None:
    _compare(*question)


@st.composite
def questions_via(draw: st.DrawFn) -> tuple[list[Line], dict[str, object]]:
    origin, target, via = draw(st.permutations([f"p{i}" for i in range(10)]))[:3]
    return draw(acquaintances()), {
        "origin": origin,
        "target": target,
        "order": draw(st.sampled_from(list(PathOrder))),
        "max_handshakes": draw(st.integers(1, 6)),
        "first": draw(st.integers(1, 5)),
        "avoid": [],
        "via": via,
    }


@settings(max_examples=800, deadline=None)
@given(questions_via())
def test_paths_via_somebody_pass_nobody_twice(question: tuple[list[Line], dict[str, object]]) -> None:
    _compare(*question)


def _compare(lines: list[Line], asked: dict[str, object]) -> None:
    cut, reference = cut_of(lines), Reference(lines, TODAY)
    sources = reference.people_of(str(asked["origin"]))
    targets = reference.people_of(str(asked["target"]))
    avoid = [str(id) for id in asked["avoid"]]  # type: ignore[attr-defined]
    via = None if asked["via"] is None else str(asked["via"])
    most, first = int(str(asked["max_handshakes"])), int(str(asked["first"]))
    order = PathOrder(str(asked["order"]))
    expected = reference.best(sources, targets, order.value, most, first, avoid, via)
    found = contact_paths(
        cut,
        at(cut, str(asked["origin"])),
        at(cut, str(asked["target"])),
        order=order,
        max_handshakes=most,
        first=first,
        avoid=[at(cut, id) for id in avoid],
        via=None if via is None else at(cut, via),
    )
    if isinstance(found, NoContactPath):
        assert not expected
        assert (found.reason.value, found.fewest_handshakes) == reference.why_none(sources, targets, avoid, via)
    else:
        assert [tuple(ids(cut, path.people)) for path in found] == [people for people, _ in expected]
        assert [path.strength for path in found] == pytest.approx([strength for _, strength in expected], abs=1e-12)
