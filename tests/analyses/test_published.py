"""What is published of well-known networks."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.analyses.betweenness import betweenness
from graph.analyses.brokers import brokers, structural_holes
from graph.analyses.cohesion import cohesion
from graph.analyses.communities import communities
from graph.analyses.cut_points import cut_points
from tests.analyses.graphs import BORGATTI, EVERYBODY, by_name, cut_of_pairs, ties_of
from tests.graph.networks import at, cut_of, ids, node, person, relation

FLORENCE = nx.florentine_families_graph().edges
KITE = nx.relabel_nodes(
    nx.krackhardt_kite_graph(),
    dict(enumerate(["Andre", "Beverly", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane"])),
).edges


def test_the_medici_stand_between_the_families_of_florence() -> None:
    """Padgett and Ansell 1993; betweenness as Wasserman and Faust (1994, p. 193) and networkx have it."""
    ties = ties_of(FLORENCE)
    found = by_name(ties, betweenness(ties.matrix).values)
    assert found["Medici"] == pytest.approx(0.522, abs=5e-4)
    assert found["Guadagni"] == pytest.approx(0.255, abs=5e-4)
    assert found["Albizzi"] == pytest.approx(0.212, abs=5e-4)
    first, second = brokers(ties.cut, EVERYBODY).first(2)
    assert ids(ties.cut, (first.person, second.person)) == ["Medici", "Guadagni"]
    assert first.error == 0


def test_without_the_medici_families_of_florence_stand_apart() -> None:
    cut = cut_of_pairs(FLORENCE)
    found = {
        cut.node(point.person).id: [ids(cut, piece) for piece in point.separates]
        for point in cut_points(cut, EVERYBODY)
    }
    assert found == {
        "Medici": [["Pazzi", "Salviati"], ["Acciaiuoli"]],
        "Salviati": [["Pazzi"]],
        "Albizzi": [["Ginori"]],
        "Guadagni": [["Lamberteschi"]],
    }


def test_of_krackhardts_kite_heather_stands_between() -> None:
    """Krackhardt 1990, Assessing the political landscape: betweenness of Heather 14, of Fernando and Garth 8.33."""
    ties = ties_of(KITE)
    found = by_name(ties, betweenness(ties.matrix).values * 36)
    assert found["Heather"] == pytest.approx(14)
    assert found["Fernando"] == found["Garth"] == pytest.approx(8.33, abs=5e-3)
    assert found["Ike"] == pytest.approx(8)
    assert found["Diane"] == pytest.approx(3.67, abs=5e-3)
    assert found["Jane"] == 0
    bridges = {
        frozenset(ids(ties.cut, (bridge.origin, bridge.target)))
        for point in cut_points(ties.cut, EVERYBODY)
        for bridge in point.bridges
    }
    assert bridges == {frozenset(("Heather", "Ike")), frozenset(("Ike", "Jane"))}


def test_structural_holes_are_those_of_borgatti() -> None:
    """Borgatti 1997, Structural holes: unpacking Burt's redundancy measures, figure 1."""
    ties = ties_of(map(tuple, BORGATTI))
    found = {name: structural_holes(ties, number) for number, name in enumerate("ABCDEFG")}
    assert found["G"] == pytest.approx((0.400, 4.67), abs=5e-3)
    assert found["A"] == pytest.approx((0.595, 2.5), abs=5e-4)
    assert found["C"] == pytest.approx((1.0, 1.0))


def test_the_women_of_davis_met_each_other_at_fourteen_events() -> None:
    """Davis, Gardner and Gardner 1941: of 153 pairs of 18 women 139 were at one event together (Breiger 1974)."""
    women, events = 18, nx.davis_southern_women_graph()
    names = sorted(n for n, side in events.nodes(data="bipartite") if side == 0)
    lines = [person(name) for name in names]
    lines += [node("Meeting", event, date="2026-06-01") for event in events if event not in names]
    lines += [relation("ATTENDED", one, event) for one in names for event in events[one]]
    found = cohesion(cut_of(lines), EVERYBODY)
    assert (found.people, found.handshakes) == (women, 139)
    assert found.density == pytest.approx(0.908, abs=5e-4)


def test_of_two_handshakes_of_one_family_a_fifth_close_to_three() -> None:
    """Transitivity as Newman (2001, Scientific collaboration networks, I) has it: three triangles, 47 pairs of ties."""
    found = cohesion(cut_of_pairs(FLORENCE), EVERYBODY)
    assert found.transitivity == pytest.approx(3 * 3 / 47)
    # Freeman 1979: the Medici with six ties, of fifteen families with twenty.
    assert found.centralisation == pytest.approx((6 * 15 - 2 * 20) / (14 * 13))


def test_zacharys_club_falls_into_communities() -> None:
    """The highest modularity that is known of it is 0.4198 (Brandes et al. 2008)."""
    cut = cut_of_pairs(nx.karate_club_graph().edges)
    found = communities(cut, EVERYBODY, 1)
    assert 0.41 < sum(one.modularity for one in found) <= 0.4198
    assert sum(len(one.people) for one in found) == 34
    assert communities(cut, EVERYBODY, 1) == found


def test_the_e_i_index_is_from_only_each_other_to_only_others() -> None:
    """Krackhardt and Stern 1988."""
    lines = [node("Sector", id, weighs="PUPILS") for id in ("PO", "VO")]
    for sector, people in (("PO", "ab"), ("VO", "cd")):
        lines += [node("SchoolBoard", f"b-{sector}"), relation("IN_SECTOR", f"b-{sector}", sector)]
        for one in people:
            lines += [person(one), relation("WORKS_FOR", one, f"b-{sector}")]
    cut = cut_of([*lines, relation("KNOWS", "a", "c", strength="GOOD"), relation("KNOWS", "b", "c", strength="GOOD")])
    po, vo = cohesion(cut, EVERYBODY).sectors
    assert (po.sector, po.internal, po.external) == (at(cut, "PO"), 1, 2)
    assert po.index == vo.index == pytest.approx(1 / 3)
