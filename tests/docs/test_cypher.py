"""docs/cypher.md: each question, asked of a real Neo4j, gives what the service gives to a steward."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.cut import Cut
from graph.live import LiveNetwork
from graph.records import NodeRecord
from graph.reduced import ReducedNetwork
from graph.viewers import STEWARD
from seeds import demo_lines
from tests.asking import Asking
from tests.neo4j_server import Neo4jServer
from tests.stores.places import Place, neo4j_place, neo4j_rows

TEXT = (Path(__file__).parents[2] / "docs" / "cypher.md").read_text(encoding="utf-8")
QUESTIONS = dict(re.findall(r"```cypher\n// (.+)\n((?:.+\n)+)```", TEXT))
TODAY = date(2026, 11, 15)


def test_each_question_is_tried_below() -> None:
    tried = {name.removeprefix("test_").replace("_", " ") for name in globals() if name.startswith("test_")}
    assert len(QUESTIONS) == 10
    assert set(QUESTIONS) <= tried


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
def asking(demo: tuple[Place, LiveNetwork]) -> Asking:
    return Asking(demo[1], TODAY)


@pytest.fixture
def place(demo: tuple[Place, LiveNetwork]) -> Place:
    return demo[0]


SEAT = "id state holdings { person { id } }"
SHAKEN = "edges { node { to { id } reasons { kind } } }"


def ids(asking: Asking, list_: str) -> list[str]:
    """The ids of a list."""
    found: dict[str, Any] = asking.network(f"{list_}(first: 100) {{ edges {{ node {{ id }} }} }}")[list_]
    return [edge["node"]["id"] for edge in found["edges"]]


def rows(place: Place, statement: str, **parameters: object) -> list[list[Any]]:
    """What Neo4j answers."""
    return neo4j_rows(place, statement, **parameters)


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
        found = rows(place, QUESTIONS["people of a board"], board=code["BEVOEGD_GEZAG"], on=TODAY)
        assert {tuple(row) for row in found} == wanted
        answered += len(wanted)
    assert answered > 10


def test_states_of_seats(place: Place, asking: Asking) -> None:
    states = set()
    for coalition in ids(asking, "coalitions"):
        seats = asking.network(f'node(id: "{coalition}") {{ ... on Coalition {{ seats {{ {SEAT} }} }} }}')["node"][
            "seats"
        ]
        wanted = [[s["id"], s["holdings"][0]["person"]["id"] if s["holdings"] else None, s["state"]] for s in seats]
        found = rows(place, QUESTIONS["states of seats"], coalition=coalition, on=TODAY)
        assert found == sorted(wanted)
        states |= {state for _, _, state in wanted}
    assert states == {"FILLED", "UNCONFIRMED", "EXPIRED", "VACANT"}


def test_handshakes_of_a_person(place: Place, asking: Asking) -> None:
    kinds = set()
    for person in ids(asking, "people")[:40]:
        shaken = asking.network(f'node(id: "{person}") {{ ... on Person {{ handshakes(first: 100) {{ {SHAKEN} }} }} }}')
        edges = shaken["node"]["handshakes"]["edges"]
        wanted = {e["node"]["to"]["id"]: sorted({r["kind"] for r in e["node"]["reasons"]}) for e in edges}
        found = rows(place, QUESTIONS["handshakes of a person"], person=person, on=TODAY)
        assert {row[0]: sorted(row[1]) for row in found} == wanted
        kinds |= {kind for of_one in wanted.values() for kind in of_one}
    assert kinds == {"KNOWS", "COALITION", "ORGANISATION", "MEETING"}


def test_regions_of_a_programme(place: Place, asking: Asking) -> None:
    document = """node(id: "pr-met-andere-ogen") { ... on Programme { enrolments { stage area { id
        ... on Region { questions { id } taught { adopted learner { id } } }
        ... on Municipality { questions { id } taught { adopted learner { id } } } } } } }"""
    wanted = [
        [
            one["area"]["id"],
            one["stage"],
            sorted(question["id"] for question in one["area"]["questions"]),
            [f"{lesson['learner']['id']}: {lesson['adopted']}" for lesson in one["area"]["taught"]],
        ]
        for one in asking.network(document)["node"]["enrolments"]
    ]
    found = rows(place, QUESTIONS["regions of a programme"], programme="pr-met-andere-ogen", on=TODAY)
    assert found == sorted(wanted)
    assert any(row[3] for row in found)


def test_reached_by_a_channel(place: Place, cut: Cut) -> None:
    for channel in cut.of_kind("Channel"):
        reached: set[int] = set()
        new = {channel}
        while new:
            new = {to for one in new for to in cut.targets(one, "REACHES")} - reached
            reached |= new
        wanted = sorted(id_of(cut, one) for one in reached if cut.is_a(one, "Organisation"))
        found = rows(place, QUESTIONS["reached by a channel"], channel=id_of(cut, channel), on=TODAY)
        assert [row[0] for row in found] == wanted


def test_observations_over_time(place: Place, asking: Asking) -> None:
    indicator = "aandeel kinderen met overgewicht"
    observed = f'observations(indicator: "{indicator}") {{ edges {{ node {{ date value }} }} }}'
    edges = asking.network(f'municipalities(area: "zuid-limburg") {{ edges {{ node {{ id {observed} }} }} }}')
    wanted = [
        [edge["node"]["id"], date.fromisoformat(one["node"]["date"]), one["node"]["value"]]
        for edge in edges["municipalities"]["edges"]
        for one in edge["node"]["observations"]["edges"]
    ]
    found = rows(place, QUESTIONS["observations over time"], area="zuid-limburg", indicator=indicator, on=TODAY)
    assert [[row[0], row[1].to_native(), row[2]] for row in found] == sorted(wanted)
    assert len(wanted) >= 2


def test_what_became_of(place: Place, asking: Asking) -> None:
    (successor,) = asking.data('{ node(id: "GM0951") { successors { id name } } }')["node"]["successors"]
    found = rows(place, QUESTIONS["what became of"], id="GM0951")
    assert found == [[successor["id"], successor["name"]]]


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
    found = rows(place, QUESTIONS["pupils by municipality"], year=2025)
    assert len(wanted) > 10
    assert found == [[municipality, wanted[municipality]] for municipality in sorted(wanted)]


def test_names_like(place: Place, cut: Cut) -> None:
    found = [row[0] for row in rows(place, QUESTIONS["names like"], text="HEERLEN")]
    assert "GM0917" in found
    assert all("heerlen" in str(cut.network.node_by_id(str(id))).lower() for id in found)


def test_history_of_a_node(place: Place, demo: tuple[Place, LiveNetwork]) -> None:
    _, live = demo
    (change,) = live.store.history("GM0917", 5)
    ((version, by, because, before, after),) = rows(place, QUESTIONS["history of a node"], id="GM0917")
    assert (version, by, because, before) == (change.version, change.by, change.because, None)
    assert '"name":"Heerlen"' in str(after)
