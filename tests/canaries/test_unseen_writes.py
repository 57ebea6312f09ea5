"""What somebody notices of a write that is not for them: nothing. The version that they are told stays, and with it
the entity tag of every answer; it moves as soon as something moves that they see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.live import LiveNetwork
from graph.stores import open_store
from graph.viewers import ANYBODY, PUBLIC, Viewer
from tests.canaries.services import MEMBER, MEMBER_OF_K1, STEWARD, Service, service
from tests.graph.networks import Line, node, relation

LINES: list[Line] = [
    node("Sector", "VO", weighs="PUPILS"),
    node("SchoolBoard", "bestuur"),
    node("Coalition", "k1", phase="WORKING"),
    node("Seat", "z1", sector="VO", mandate="DECIDE"),
    relation("SEAT_IN", "z1", "k1"),
    node("Person", "m4", email="m4@example.org"),
    node("Person", "secret", visibility="STEWARD"),
    node("Person", "open", visibility="PUBLIC", email="open@example.org"),
]
VERSION = "{ network { version } }"
ANSWER = '{ network { people { edges { node { id name } } } node(id: "z1") { id ... on Seat { state } } } }'


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Service]:
    with service(tmp_path, [LINES]) as asked:
        for viewer in (ANYBODY, MEMBER, MEMBER_OF_K1, STEWARD):
            assert version(asked, viewer) == 1
        yield asked


def version(asked: Service, viewer: Viewer) -> int:
    found: int = asked.ask(viewer, VERSION).json["data"]["network"]["version"]
    return found


def write(live: LiveNetwork, *lines: Line) -> None:
    live.write("Tess", "a test", list(enumerate(lines, 1)))


def remove(live: LiveNetwork, id: str) -> None:
    left = [line for line in LINES if line.get("id") != id]
    live.write("Tess", "a test", list(enumerate(left, 1)), replace=True)


SECRETS = {
    "a node changes": [node("Person", "secret", name="Sem", visibility="STEWARD")],
    "a node is new": [node("Ministry", "new", visibility="STEWARD")],
    "a relation is hidden": [relation("WORKS_FOR", "open", "bestuur", visibility="STEWARD")],
    "a relation leads to what is hidden": [relation("WORKS_FOR", "secret", "bestuur", visibility="PUBLIC")],
}


@pytest.mark.parametrize("lines", SECRETS.values(), ids=SECRETS)
@pytest.mark.parametrize("viewer", [ANYBODY, MEMBER, MEMBER_OF_K1], ids=lambda viewer: viewer.name)
def test_a_write_of_what_is_hidden_moves_no_version_and_no_entity_tag(
    asked: Service, viewer: Viewer, lines: list[Line]
) -> None:
    questions = (VERSION, ANSWER, "{ changes(since: 0) { version } }", "{ changes(since: 1) { version } }")
    before = [asked.get(viewer, "/graphql", query=question) for question in questions]
    write(asked.live, *lines)
    assert [asked.get(viewer, "/graphql", query=question) for question in questions] == before
    tag = dict(before[0].headers)["etag"]
    assert asked.get(viewer, "/graphql", {"If-None-Match": tag}, query=VERSION).status == 304
    assert version(asked, STEWARD) == 2


MOVES = {
    "a node changes": [node("SchoolBoard", "bestuur", name="Zonneveld")],
    "a node is new": [node("Ministry", "new")],
    "a node is hidden": [node("Person", "open", visibility="STEWARD")],
    "a node is opened": [node("Person", "secret", visibility="PUBLIC")],
    "a relation is new": [relation("WORKS_FOR", "open", "bestuur", visibility="PUBLIC")],
    "a seat gets a holder who is hidden": [relation("HOLDS", "secret", "z1")],
}


@pytest.mark.parametrize("lines", MOVES.values(), ids=MOVES)
def test_a_write_of_what_somebody_sees_moves_the_version_that_they_are_told(asked: Service, lines: list[Line]) -> None:
    tag = dict(asked.get(ANYBODY, "/graphql", query=ANSWER).headers)["etag"]
    write(asked.live, *lines)
    assert version(asked, ANYBODY) == 2
    assert asked.get(ANYBODY, "/graphql", {"If-None-Match": tag}, query=ANSWER).status == 200


def test_what_goes_moves_the_version_of_who_saw_it_and_of_nobody_else(asked: Service) -> None:
    remove(asked.live, "secret")
    assert (version(asked, ANYBODY), version(asked, MEMBER)) == (1, 1)
    remove(asked.live, "m4")
    assert (version(asked, ANYBODY), version(asked, MEMBER)) == (1, 3)
    remove(asked.live, "open")
    assert (version(asked, ANYBODY), version(asked, MEMBER)) == (4, 4)


def test_what_came_and_went_between_two_questions_moved(asked: Service) -> None:
    write(asked.live, node("Ministry", "new"))
    asked.live.write("Tess", "a test", list(enumerate(LINES, 1)), replace=True)
    assert version(asked, ANYBODY) == 3
    shown = asked.ask(ANYBODY, "{ changes(since: 1) { version touched } }").json["data"]["changes"]
    assert shown == [{"version": 3, "touched": ["new"]}]


def test_versions_are_counted_for_everybody_together_and_that_alone_shows(asked: Service) -> None:
    for number in range(3):
        write(asked.live, node("Ministry", f"m{number}", visibility="STEWARD"))
        assert version(asked, ANYBODY) == 1
    write(asked.live, node("Ministry", "open-ministry"))
    assert version(asked, ANYBODY) == 5


def test_a_network_that_was_read_anew_is_told_at_its_own_version(asked: Service) -> None:
    write(asked.live, *SECRETS["a node is new"])
    with LiveNetwork(open_store(asked.live.store.address)) as again:
        assert again.reduced(PUBLIC).version == 2  # what was seen before is known to the other process only
        write(again, node("Ministry", "other", visibility="STEWARD"))
        assert again.reduced(PUBLIC).version == 2
    assert asked.live.network.version == 2


def test_who_does_not_see_their_own_entry_otherwise_is_told_of_it_anew_each_time(tmp_path: Path) -> None:
    hidden = [line | {"visibility": "STEWARD"} if line.get("id") == "m4" else line for line in LINES]
    about = '{ about(person: "m4") { entries } }'
    with service(tmp_path, [hidden]) as asked:
        before = asked.get(MEMBER, "/graphql", query=about)
        assert before.json["data"]["about"]["entries"][0]["email"] == "m4@example.org"
        assert not {"etag", "ETag"} & dict(before.headers).keys()  # it moves without the version that they see
        write(asked.live, node("Person", "m4", email="new@example.org", visibility="STEWARD"))
        after = asked.get(MEMBER, "/graphql", query=about)
        assert after.json["data"]["about"]["entries"][0]["email"] == "new@example.org"
        assert version(asked, MEMBER) == 1
