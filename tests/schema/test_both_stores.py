"""Both stores give equal answers: the demo network, every node with every field, and the network's own questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph.live import LiveNetwork
from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
from graph.vocabulary import KINDS
from schema import schema
from seeds import demo_lines
from server.questions import demo_questions
from tests.asking import Asking
from tests.neo4j_server import Neo4jServer
from tests.schema.every_field import CORE, selection
from tests.stores.places import neo4j_place, sqlite_place

LISTS = """{ network {
  people(first: 100) { totalCount edges { cursor node { id } } }
  organisations(first: 100, filter: {area: "parkstad"}) { totalCount edges { cursor node { id } } }
  schools(first: 100, filter: {sector: "PO"}) { totalCount edges { cursor node { id } } }
  search(text: "gezond", first: 100) { totalCount edges { cursor node { id } } }
  zuid: search(text: "zuid", first: 100, area: "zuid-limburg") { totalCount edges { cursor node { id } } }
  coverage(area: "zuid-limburg") { cells {
    sector { id } municipality { id } state handshakes nearest { id } evidence { id } } }
  neighbourhood(around: ["k-parkstad"], steps: 3, limit: 300) { truncated nodes { id } relations { id } }
  contacts(from: "k-parkstad", need: {area: "GM0917", theme: "jeugdhulp op school"}, first: 100) {
    score person { id } organisation { id } function { id } deputies { id } reasons { kind text points }
    path { strength people { id } } }
  contactPaths(from: "ggd-zl", to: {need: {sector: "VO", area: "parkstad"}}, first: 20, maxHandshakes: 4) {
    ... on ContactPaths { paths { length strength people { id }
      handshakes { strength reasons { kind strength context { id } } } } } }
} }"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, neo4j_server: Neo4jServer) -> Iterator[tuple[Asking, Asking]]:
    places = (sqlite_place(tmp_path_factory.mktemp("store")), neo4j_place(neo4j_server))
    with LiveNetwork(places[0].open()) as one, LiveNetwork(places[1].open()) as other:
        for live in (one, other):
            live.write("Tess", "the demo", [(None, line) for _, _, line in demo_lines()])
    # Opened again, so that each network is made of what its store streams.
    with LiveNetwork(places[0].open()) as one, LiveNetwork(places[1].open()) as other:
        yield Asking(one), Asking(other)


def answer(asking: Asking, document: str, **variables: object) -> dict[str, Any]:
    result = schema.execute_sync(document, variables, context_value=asking.context())
    assert result.errors is None, result.errors
    assert result.data
    return result.data


@pytest.mark.parametrize("kind", KINDS)
def test_every_node_of_a_kind_tells_the_same(both: tuple[Asking, Asking], kind: str) -> None:
    network = both[0].live.network
    ids = [record.id for record in network.node_records() if record.kind == kind]
    assert ids
    fields = selection(CORE.type_map[kind], 1)
    document = f"query ($ids: [ID!]!) {{ network {{ nodes(ids: $ids) {{ ... on {kind} {{ {fields} }} }} }} }}"
    there = [id for id in ids if both[0].context().on(None).index(id) is not None]
    one, other = (answer(asking, document, ids=there[:100]) for asking in both)
    one["network"]["nodes"] = [without_times(node) for node in one["network"]["nodes"]]
    other["network"]["nodes"] = [without_times(node) for node in other["network"]["nodes"]]
    assert one == other


@pytest.mark.parametrize("viewer", [PUBLIC, member(), member("k-parkstad"), STEWARD], ids=lambda v: v.name)
def test_lists_and_questions_are_answered_the_same(both: tuple[Asking, Asking], viewer: ViewerClass) -> None:
    document = LISTS.replace("k-parkstad", "GM0917") if viewer == PUBLIC else LISTS
    one, other = (answer(asking.by(viewer), document) for asking in both)
    assert one == other


@pytest.mark.parametrize("question", demo_questions(), ids=lambda question: question.title)
def test_the_questions_to_begin_with_are_answered_the_same(both: tuple[Asking, Asking], question: Any) -> None:  # noqa: ANN401
    one, other = (answer(asking, question.document) for asking in both)
    assert one == other


def without_times(node: dict[str, Any]) -> dict[str, Any]:
    """A node without the moments at which it was written, which are each store's own."""
    for change in node.get("history") or ():
        del change["at"]
    return node
