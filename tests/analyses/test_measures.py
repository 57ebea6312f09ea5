"""Every measure of random networks beside networkx."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analyses.betweenness import _dependencies, _further_halves, betweenness
from graph.analyses.brokers import brokers, structural_holes
from graph.analyses.cohesion import cohesion
from graph.analyses.communities import communities
from graph.analyses.cut_points import cut_points
from graph.analyses.ties import Scope, Ties
from graph.people import members
from tests.analyses.graphs import EVERYBODY, as_networkx, ties_of
from tests.graph.networks import Line, at, cut_of, ids, knows, node, person, relation
from tests.graph.random_networks import acquaintances, people_networks

NETWORKS = st.one_of(people_networks(most=14), acquaintances())


@settings(max_examples=100, deadline=None)
@given(NETWORKS)
def test_measures_are_those_of_networkx(lines: list[Line]) -> None:
    ties = Ties(cut_of(lines), EVERYBODY)
    graph = as_networkx(ties)
    found = cohesion(ties.cut, EVERYBODY)
    assert (found.people, found.handshakes) == (len(graph), graph.size())
    assert found.density == pytest.approx(nx.density(graph))
    assert found.transitivity == pytest.approx(nx.transitivity(graph))
    assert betweenness(ties.matrix).values == pytest.approx(list(nx.betweenness_centrality(graph).values()))
    constraint, size = nx.constraint(graph), nx.effective_size(graph)
    for number in graph:
        ours = structural_holes(ties, number)
        assert ours == ((None, 0) if not graph[number] else pytest.approx((constraint[number], size[number])))


@settings(max_examples=150, deadline=None)
@given(NETWORKS)
def test_cut_points_are_those_of_networkx_with_the_pieces_they_separate(lines: list[Line]) -> None:
    cut = cut_of(lines)
    graph = Ties(cut, EVERYBODY).graph()
    found = {point.person: point for point in cut_points(cut, EVERYBODY)}
    assert found.keys() == set(nx.articulation_points(graph))
    bridges = {frozenset((b.origin, b.target)) for point in found.values() for b in point.bridges}
    expected: set[tuple[int, int]] = set(nx.bridges(graph))  # type: ignore[arg-type]
    assert bridges == {frozenset(pair) for pair in expected if found.keys() & set(pair)}
    for one, point in found.items():
        whole = graph.subgraph(nx.node_connected_component(graph, one)).copy()
        whole.remove_node(one)
        sizes = sorted(map(len, nx.connected_components(whole)))[:-1]
        assert [len(piece) for piece in point.separates] == sizes[::-1]
        assert {frozenset(piece) for piece in point.separates} < {*map(frozenset, nx.connected_components(whole))}


@settings(max_examples=60, deadline=None)
@given(people_networks(most=12))
def test_the_people_of_a_coalition_are_tied_beside_their_own_table(lines: list[Line]) -> None:
    cut = cut_of(lines)
    for coalition in cut.of_kind("Coalition"):
        scope = Scope(coalition=coalition)
        ties = Ties(cut, scope)
        assert set(ties.people.tolist()) == members(cut, coalition)
        beside = [
            line
            for line in lines
            if line.get("relation") != "HOLDS" or coalition not in cut.targets(at(cut, line["to"]), "SEAT_IN")
        ]
        apart = Ties(cut_of(beside), EVERYBODY)
        expected = apart.graph().subgraph([at(apart.cut, id) for id in ids(cut, ties.people.tolist())])
        assert ties.count == expected.size()
        assert len(cut_points(cut, scope)) == len(list(nx.articulation_points(expected)))


def test_a_chain_of_hundreds_is_cut_anywhere_and_small_pieces_stand_apart() -> None:
    names = [f"p{n:03}" for n in range(300)]
    ties = ties_of(pairwise(names))
    found = cut_points(ties.cut, EVERYBODY)
    assert len(found) == 298
    assert ids(ties.cut, (found[0].person, found[1].person)) == ["p149", "p150"]
    assert found[0].separates == (tuple(at(ties.cut, name) for name in names[:149]),)


@pytest.mark.parametrize(
    "graph",
    [
        nx.powerlaw_cluster_graph(700, 3, 0.3, seed=4),
        nx.connected_watts_strogatz_graph(700, 6, 0.1, seed=1),
        nx.connected_caveman_graph(60, 10),
        nx.random_labeled_tree(700, seed=2),
    ],
    ids=["hubs", "small world", "caves", "tree"],
)
def test_sampled_betweenness_lies_within_the_error_that_it_states(graph: nx.Graph[int]) -> None:
    ties = ties_of(graph.edges)
    exact, sampled = betweenness(ties.matrix), betweenness(ties.matrix, exact=0, pivots=128)
    assert exact.error == 0
    assert np.abs(sampled.values - exact.values).max() <= sampled.error
    assert sampled.error < exact.values.max()  # so that it says something
    assert betweenness(ties.matrix, exact=0, pivots=128).values.tolist() == sampled.values.tolist()


@pytest.mark.parametrize("graph", [nx.powerlaw_cluster_graph(100, 2, 0.3, seed=4), nx.path_graph(60)])
def test_the_further_halves_of_all_ways_come_to_all_of_them(graph: nx.Graph[int]) -> None:
    matrix = ties_of(graph.edges).matrix
    everybody = np.arange(len(graph))
    found = _further_halves(matrix, everybody).sum(axis=1)
    assert found == pytest.approx(_dependencies(matrix, everybody).sum(axis=1))


@pytest.mark.parametrize(("people", "is_sampled"), [(2_000, False), (2_001, True)])
def test_it_is_sampled_above_two_thousand_people_only(people: int, is_sampled: bool) -> None:
    names = [f"p{n:04}" for n in range(people)]
    ties = ties_of((one, names[n // 2]) for n, one in enumerate(names) if n)
    assert len(ties) == people
    assert (betweenness(ties.matrix).error > 0) == is_sampled


def test_a_broker_stands_between_the_organisations_of_those_who_do_not_know_each_other() -> None:
    lines = [person(id) for id in ("anna", "bram", "carla", "daan")]
    lines += [node("SchoolBoard", id) for id in ("beuk", "linde", "wilg")]
    lines += [
        relation("WORKS_FOR", one, where) for one, where in (("bram", "beuk"), ("carla", "linde"), ("daan", "wilg"))
    ]
    lines += [knows("anna", one) for one in ("bram", "carla", "daan")] + [knows("carla", "daan")]
    cut = cut_of(lines)
    first = brokers(cut, EVERYBODY).first(1)[0]
    assert ids(cut, (first.person, *first.between)) == ["anna", "beuk", "linde", "wilg"]


def test_who_shakes_hands_with_nobody_is_in_no_community() -> None:
    cut = cut_of([person("anna"), person("bram"), person("carla"), knows("anna", "bram")])
    (only,) = communities(cut, EVERYBODY, 1)
    assert ids(cut, only.people) == ["anna", "bram"]
    assert not communities(cut_of([person("anna")]), EVERYBODY, 1)
