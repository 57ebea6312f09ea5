"""The analyses over GraphQL, and who may ask for them."""

from __future__ import annotations

import pytest

from graph.viewers import PUBLIC, STEWARD, Role, Viewer, ViewerClass, member
from tests.asking import Asking, sqlite_asking
from tests.graph.networks import knows, node, person, relation

MEMBER_OF_K = Viewer("Tess", Role.MEMBER, "anna", frozenset({"k"}))


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Asking:
    people = ["anna", "bram", "carla", "daan"]
    lines = [*map(person, people), node("Sector", "PO", weighs="PUPILS"), node("Municipality", "beek")]
    for coalition, seats in (("k", ("anna", "bram", "carla")), ("ander", ("daan",))):
        rules = [{"sectors": ["PO"], "minimum": 1, "per": "COALITION", "mandate": "LISTEN"}]
        lines += [node("Coalition", coalition, phase="WORKING", rules=rules), relation("ACTIVE_IN", coalition, "beek")]
        for holder in seats:
            seat = f"z-{holder}"
            lines += [node("Seat", seat, sector="PO", mandate="DECIDE"), relation("SEAT_IN", seat, coalition)]
            lines += [relation("HOLDS", holder, seat, confirmedAt="2026-11-01")]
    lines += [node("Meeting", "overleg", date="2026-11-01"), relation("HELD_BY", "overleg", "k")]
    lines += [relation("ATTENDED", one, "overleg") for one in ("anna", "bram", "carla")]
    lines += [knows("anna", "bram"), knows("bram", "carla"), knows("carla", "daan")]
    lines += [person("geheim", visibility="STEWARD"), knows("geheim", "anna"), knows("geheim", "carla")]
    return sqlite_asking(tmp_path_factory.mktemp("analysis"), lines)


RANKINGS = ("brokers", "cutPoints", "introductions")


@pytest.mark.parametrize("ranking", RANKINGS)
def test_people_are_ranked_for_members_of_that_coalition_and_stewards_only(asking: Asking, ranking: str) -> None:
    field = "one { id }" if ranking == "introductions" else "person { id }"

    def document(coalition: str) -> str:
        return f'{{ network {{ analysis {{ {ranking}(coalition: "{coalition}") {{ {field} }} }} }} }}'

    assert asking.by(MEMBER_OF_K).data(document("k"))["network"]["analysis"][ranking] is not None
    assert asking.by(STEWARD).data(document("ander"))["network"]["analysis"][ranking] is not None
    assert asking.by(MEMBER_OF_K).error(document("ander"))["code"] == "FORBIDDEN"
    assert asking.by(member()).error(document("k"))["code"] == "FORBIDDEN"
    assert asking.by(member()).error(document("nobody"))["code"] == "NOT_FOUND"
    for coalition in ("k", "nobody"):
        assert asking.by(PUBLIC).error(document(coalition))["code"] == "UNAUTHENTICATED"


@pytest.mark.parametrize("scope", ["", '(area: "beek")'])
def test_everybody_and_an_area_are_ranked_for_stewards_only(asking: Asking, scope: str) -> None:
    document = f"{{ network {{ analysis {{ brokers{scope} {{ person {{ id }} }} }} }} }}"
    assert asking.by(MEMBER_OF_K).error(document)["code"] == "FORBIDDEN"
    assert asking.by(STEWARD).data(document)


@pytest.mark.parametrize(
    ("viewer", "people", "handshakes", "cut"),
    [(STEWARD, 5, 6, ["daan"]), (MEMBER_OF_K, 4, 4, ["daan"]), (PUBLIC, 0, 0, [])],
)
def test_what_is_hidden_ties_nobody(
    asking: Asking, viewer: Viewer | ViewerClass, people: int, handshakes: int, cut: list[str]
) -> None:
    found = asking.by(viewer).network("analysis { cohesion { people handshakes density } }")["analysis"]["cohesion"]
    assert (found["people"], found["handshakes"]) == (people, handshakes)
    if cut:
        lost = asking.by(viewer).network('analysis { departure(person: "carla") { cutOff { id } } }')
        assert [one["id"] for one in lost["analysis"]["departure"]["cutOff"]] == cut
    else:
        document = '{ network { analysis { departure(person: "carla") { linesLost } } } }'
        assert asking.by(viewer).error(document)["code"] == "NOT_FOUND"


def test_a_coalition_beside_its_table_and_beside_itself_on_another_day(asking: Asking) -> None:
    found = asking.by(MEMBER_OF_K).data(
        """{ now: network { ...figures } then: network(asOf: "2027-12-15") { ...figures } }
        fragment figures on Network { analysis {
            comparison(coalitions: ["ander", "k"]) { coalition { id } people filled required density confirmed }
            brokers(coalition: "k", first: 1) { person { id } betweenness betweennessError constraint effectiveSize }
        } }"""
    )
    ander, k = found["now"]["analysis"]["comparison"]
    assert (ander["coalition"]["id"], ander["people"], ander["density"]) == ("ander", 1, 0)
    assert (k["people"], k["filled"], k["required"], k["confirmed"]) == (3, 1, 1, 1)
    assert k["density"] == pytest.approx(2 / 3)
    assert [one["confirmed"] for one in found["then"]["analysis"]["comparison"]] == [0, 0]
    assert found["now"]["analysis"]["brokers"] == [
        {"person": {"id": "bram"}, "betweenness": 1, "betweennessError": 0, "constraint": 0.5, "effectiveSize": 2}
    ]


@pytest.mark.parametrize(
    ("asked", "code", "field"),
    [
        ('minimalDelegation(coalition: "k", require: ["anna"], exclude: ["anna"]) { size }', "BAD_INPUT", "exclude"),
        ('minimalDelegation(coalition: "anna") { size }', "BAD_INPUT", "coalition"),
        ('departure(person: "k") { linesLost }', "BAD_INPUT", "person"),
        ("brokers(first: 101) { betweenness }", "BAD_INPUT", "first"),
        ("communities(seed: -1) { modularity }", "BAD_INPUT", "seed"),
        ('reach(channel: "k") { unreached { id } }', "BAD_INPUT", "channel"),
        ('comparison(coalitions: ["nobody"]) { people }', "NOT_FOUND", "coalitions"),
    ],
)
def test_what_cannot_be_right_is_told_with_its_place(asking: Asking, asked: str, code: str, field: str) -> None:
    error = asking.error(f"{{ network {{ analysis {{ {asked} }} }} }}")
    assert (error["code"], error["field"]) == (code, field)
