"""docs/store.md: its tables are those of the vocabulary, and its Cypher gives what the service gives."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from graph.cut import Cut
from graph.live import LiveNetwork
from graph.records import NodeRecord
from graph.reduced import ReducedNetwork
from graph.viewers import STEWARD
from seeds import demo_lines
from tests.neo4j_server import Neo4jServer
from tests.stores.places import Place, neo4j_place, neo4j_rows
from tests.stores.store_page import PAGE, renewed

TEXT = PAGE.read_text(encoding="utf-8")
QUERIES = dict(re.findall(r"```cypher\n// (.+)\n((?:.+\n)+)```", TEXT))
TODAY = date(2026, 11, 15)


def test_the_tables_are_those_of_the_vocabulary() -> None:
    assert renewed(TEXT) == TEXT, "renew it: python -m tests.stores.store_page"


def test_each_query_is_tried_below() -> None:
    tried = {"people of a board", "seats of a coalition", "pupils by municipality", "names like", "history of a node"}
    assert set(QUERIES) == tried


@pytest.fixture(scope="module")
def demo(neo4j_server: Neo4jServer) -> Iterator[tuple[Place, LiveNetwork]]:
    place = neo4j_place(neo4j_server)
    with LiveNetwork(place.open()) as live:
        live.write("steward", "the demo network", [(None, line) for _, _, line in demo_lines()])
        yield place, live


@pytest.fixture
def cut(demo: tuple[Place, LiveNetwork]) -> Cut:
    return ReducedNetwork(demo[1].network, STEWARD).on(TODAY)


@pytest.fixture
def place(demo: tuple[Place, LiveNetwork]) -> Place:
    return demo[0]


def id_of(cut: Cut, index: int) -> str:
    return cut.node(index).id


def test_people_of_a_board(place: Place, cut: Cut) -> None:
    boards = [cut.node(index) for index in cut.of_kind("SchoolBoard")]
    answered = 0
    for board in boards:
        code = board.members.get("codes", {})
        if not isinstance(code, dict) or "BEVOEGD_GEZAG" not in code:
            continue
        wanted = set()
        index = cut.index(board.id)
        assert index is not None
        for part in cut.with_parts(index):
            for works in cut.relations_into(part, "WORKS_FOR"):
                relation = cut.network.relation(works)
                wanted.add((relation.origin, relation.target, relation.members.get("title")))
        found = neo4j_rows(place, QUERIES["people of a board"], board=code["BEVOEGD_GEZAG"], on=TODAY)
        assert {tuple(row) for row in found} == wanted
        answered += len(wanted)
    assert answered > 10


def test_seats_of_a_coalition(place: Place, cut: Cut) -> None:
    seats = held = 0
    for coalition in cut.of_kind("Coalition"):
        wanted: list[list[object]] = []
        for seat in cut.origins(coalition, "SEAT_IN"):
            holders: list[str | None] = [id_of(cut, i) for i in cut.origins(seat, "HOLDS")]
            wanted += [[id_of(cut, seat), cut.node(seat).members["sector"], holder] for holder in holders or [None]]
            seats, held = seats + 1, held + bool(holders)
        found = neo4j_rows(place, QUERIES["seats of a coalition"], coalition=id_of(cut, coalition), on=TODAY)
        assert found == sorted(wanted, key=lambda row: str(row[0]))
    assert seats > held > 10


def test_pupils_by_municipality(place: Place, cut: Cut) -> None:
    wanted: dict[str, int] = {}
    r = cut.network.relations
    for school in range(cut.network.size):
        record = cut.network.nodes.records[school]
        if not isinstance(record, NodeRecord) or record.kind != "School":
            continue
        pupils = record.members.get("pupils", {})
        for located in cut.ever_out(school, "LOCATED_IN"):
            if isinstance(pupils, dict) and "2025" in pupils:
                municipality = id_of(cut, int(r.target[located]))
                wanted[municipality] = wanted.get(municipality, 0) + int(pupils["2025"])
    found = neo4j_rows(place, QUERIES["pupils by municipality"], year=2025)
    assert len(wanted) > 10
    assert found == [[municipality, wanted[municipality]] for municipality in sorted(wanted)]


def test_names_like(place: Place, cut: Cut) -> None:
    found = [row[0] for row in neo4j_rows(place, QUERIES["names like"], text="HEERLEN")]
    assert "GM0917" in found
    assert all("heerlen" in str(cut.network.node_by_id(str(id))).lower() for id in found)


def test_history_of_a_node(place: Place, demo: tuple[Place, LiveNetwork]) -> None:
    _, live = demo
    (change,) = live.store.history("GM0917", 5)
    ((version, by, because, before, after),) = neo4j_rows(place, QUERIES["history of a node"], id="GM0917")
    assert (version, by, because, before) == (change.version, change.by, change.because, None)
    assert '"name":"Heerlen"' in str(after)
