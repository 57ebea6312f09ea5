"""Erasing a person: nothing that the service answers, keeps, dumps or has on its disk tells of them any more."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from graph.errors import Unavailable
from graph.lines import write_line
from graph.live import LiveNetwork
from graph.personal_tokens import make_token, tokens
from graph.viewers import Role, Viewer
from tests.asking import Asking
from tests.graph.networks import Line, knows, node, person, relation
from tests.mutations.office import LINES, STEWARD, Refused, erase, line, merge, put, record_meeting
from tests.neo4j_server import Neo4jServer
from tests.running import korte_lijnen
from tests.stores.networks import dumped, of_network, of_stream
from tests.stores.places import Place, neo4j_place, neo4j_rows, sqlite_place

ROOS = Viewer("Roos Wijnands", Role.MEMBER, "roos", frozenset({"parkstad"}))

ENTRY: Line = person(
    "roos", name="Roos Wijnands", email="roos.wijnands@example.org", phone="06-87654321", contactPurpose="samenwerken",
    retainUntil="2028-01-01", sources=[{"title": "gids", "url": "https://example.org/roos-wijnands"}],
)  # fmt: skip
TRACES = ("roos w", "wijnands", "roos-w", "r.w@", "06-87654321", "0687654321", "mandarijn")
"""What may not be left: her names, addresses and numbers, and the title of her function (a word nobody else uses)."""


def lived(ask: Asking) -> int:
    """A life in the network, with all that may tell of her: names that she had before, what she and others wrote, what
    was changed, removed, merged and reverted. The last version."""
    steef, roos = ask.by(STEWARD), ask.by(ROOS)
    own = {"node": "Person", "id": "roos", "name": "Roos Wijnands", "email": "roos.wijnands@example.org"}
    function = relation("WORKS_FOR", "roos", "bestuur", title="mandarijnadviseur", themes=["mandarijn"])
    double = relation("WORKS_FOR", "double", "bestuur", title="mandarijn")
    told = [
        put(steef, {**ENTRY, "name": "Roos Wijnands-Mandarijn", "email": "r.w@example.org"}),
        put(steef, ENTRY, function, relation("HOLDS", "roos", "lid", since="2024-01-01", until="2025-01-01")),
        put(roos, {**own, "phone": "0687654321"}),
        put(roos, {**function, "title": "mandarijn"}, knows("roos", "noor")),
        put(
            steef, node("Question", "q", name="Vraag van Roos Wijnands", description="Bel ROOS WIJNANDS, 06 87654321.")
        ),
        put(steef, node("Question", "q", name="Vraag")),
        put(steef, node("Region", "r", sources=[{"title": "Roos Wijnands, mondeling"}, {"title": "krant"}])),
        put(steef, node("Coalition", "parkstad", phase="WORKING", ambition="met roos.wijnands@example.org voorop")),
        record_meeting(roos, "Overleg met Roos Wijnands", "2026-10-01", ["roos", "noor"], coalition="parkstad"),
        put(steef, person("double", name="R. Wijnands", phone="1"), double),
        merge(steef, "roos", "double"),
    ]
    assert not [one.message for one in told if isinstance(one, Refused)]
    ask.live.write("roos.wijnands@example.org", "verzoek van Roos Wijnands", [(1, person("noor", name="Noor V."))])
    gone = ask.live.network.relation_by_id(told[3]["ids"][1])
    assert gone is not None
    lines = [(None, write_line(record)) for record in of_network(ask.live.network) if record != gone]
    ask.live.write("Steef", "alles opnieuw", lines, replace=True)
    return ask.live.network.version


def tells(text: str) -> list[str]:
    return [trace for trace in TRACES if trace in text.lower()]


def logged(live: LiveNetwork) -> str:
    return "".join(
        f"{change.by} {change.because} {dumped(r for t in change.touches for r in (t.before, t.after) if r).decode()}"
        for change in live.store.changes_since(0)
    )


def test_nothing_tells_of_somebody_who_was_erased(office: Asking, place: Place) -> None:
    version = lived(office)
    assert set(tells(logged(office.live))) == set(TRACES)
    with LiveNetwork(place.open()) as following:
        before = of_network(office.live.network)
        receipt = erase(office.by(STEWARD), "roos")
        following.refresh()

        assert receipt["change"]["version"] == version + 1
        assert receipt["changes"] >= 11
        assert tells(str(receipt)) == []
        now = of_network(office.live.network)
        for live in (office.live, following):
            assert of_network(live.network) == now
            assert of_stream(live.store.stream()) == (version + 1, now)
            assert tells(dumped(now).decode()) == []
            assert [record.id for record in now] == [record.id for record in before]
            for earlier in range(version + 2):
                assert tells(dumped(live.at(earlier)).decode()) == []
            assert tells(logged(live)) == []
            assert tells(repr(live.network._names.texts)) == []
        with LiveNetwork(place.open()) as new:
            assert of_network(new.network) == now
        assert dumped(following.at(version + 1)) == dumped(following.network.node_records()) + dumped(
            following.network.relation_records()
        )


def test_no_question_answers_with_somebody_who_was_erased(office: Asking) -> None:
    lived(office)
    asked = """{ changes(since: 0) { by because details } node(id: "roos") { name history { details because by }
        predecessors { name history { details } } ... on Person { email phone holdings { seat { id } } } }
        question: node(id: "q") { name history { details } }
        network { search(text: "roos wijnands") { totalCount } titled: search(text: "mandarijn") { totalCount }
          people { edges { node { id name } } } }
        past: network(asOf: "2026-11-14") { search(text: "roos") { totalCount } titled: search(text: "mandarijn") {
          totalCount } node(id: "roos") { name relations { edges { node { type properties } } } } } }"""
    steef = office.by(STEWARD)
    assert tells(str(steef.data(asked)))
    assert steef.data(asked)["network"]["search"]["totalCount"] == 2  # and a meeting with her
    erase(steef, "roos")
    answer = steef.data(asked)
    assert tells(str(answer)) == []
    assert answer["network"]["search"]["totalCount"] == answer["past"]["search"]["totalCount"] == 0
    assert "roos" not in [edge["node"]["id"] for edge in answer["network"]["people"]["edges"]]
    assert answer["past"]["node"]["name"] == "erased"
    assert {"WORKS_FOR", "ATTENDED"} <= {e["node"]["type"] for e in answer["past"]["node"]["relations"]["edges"]}
    assert len(answer["changes"]) == office.live.network.version


def test_the_changes_stay_and_the_network_keeps_its_form(office: Asking) -> None:
    version = lived(office)
    before = office.live.store.changes_since(0)
    erase(office.by(STEWARD), "roos")
    after = office.live.store.changes_since(0)
    assert len(after) == version + 1
    for one, other in zip(before, after, strict=False):
        assert (one.version, one.at, [t.id for t in one.touches]) == (
            other.version,
            other.at,
            [t.id for t in other.touches],
        )
        assert [(t.before is None, t.after is None) for t in one.touches] == [
            (t.before is None, t.after is None) for t in other.touches
        ]
    assert [change.by for change in before] != [change.by for change in after]


def test_neo4j_itself_answers_with_nothing_of_them(neo4j_server: Neo4jServer) -> None:
    place = neo4j_place(neo4j_server)
    nodes = "MATCH (n) RETURN labels(n) AS what, properties(n) AS told"
    everything = f"{nodes} UNION ALL MATCH ()-[r]->() RETURN [type(r)] AS what, properties(r) AS told"
    with LiveNetwork(place.open()) as live:
        ask = Asking(live)
        ask.write(LINES)
        lived(ask)
        assert set(tells(str(neo4j_rows(place, everything)))) == set(TRACES)
        erase(ask.by(STEWARD), "roos")
    assert tells(str(neo4j_rows(place, everything))) == []
    found = "CALL db.index.fulltext.queryNodes('node_names', 'wijnands OR roos OR mandarijn') YIELD node RETURN node.id"
    assert neo4j_rows(place, found) == []
    assert neo4j_rows(place, "MATCH (p:Person {id: 'roos'}) RETURN p.name") == [["erased"]]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[tuple[Asking, Path]]:
    with LiveNetwork(sqlite_place(tmp_path).open()) as live:
        asking = Asking(live)
        asking.write(LINES)
        yield asking, tmp_path


def bytes_of(folder: Path) -> bytes:
    """The database file, its write-ahead log and its index of that, in every way that text may be written."""
    return b"".join(path.read_bytes() for path in folder.glob("network.db*"))


def traces_in(folder: Path) -> list[str]:
    held = bytes_of(folder).lower()
    return [t for t in TRACES if t.encode() in held or t.encode("utf-16-le") in held or t.encode("utf-16-be") in held]


def test_the_bytes_of_an_sqlite_store_tell_nothing(folder: tuple[Asking, Path]) -> None:
    ask, path = folder
    lived(ask)
    make_token(ask.live.store.keepsakes, "laptop of Roos Wijnands", Role.MEMBER, LATER, "roos")
    assert set(traces_in(path)) == set(TRACES)
    erase(ask.by(STEWARD), "roos")
    assert traces_in(path) == []
    assert (path / "network.db-wal").stat().st_size == 0


def test_they_do_not_either_when_pages_have_been_split_over_and_over(folder: tuple[Asking, Path]) -> None:
    """Splitting a page leaves copies of what was on it in its unused part, which `secure_delete` does not reach."""
    ask, path = folder
    ask.write([ENTRY])
    chance = random.Random(20261115)
    people: list[str] = []
    for _ in range(60):
        people += [f"{chance.random():.12f}" for _ in range(60)]
        chosen = {*people[-60:], *chance.sample(people, 30)}
        ask.write(person(id, name=id, contactPurpose=purpose(chance)) for id in sorted(chosen))
    with sqlite3.connect(path / "network.db") as other:
        other.execute("PRAGMA wal_checkpoint(FULL)")
    other.close()
    assert "roos w" in traces_in(path)
    erase(ask.by(STEWARD), "roos")
    assert traces_in(path) == []
    with sqlite3.connect(path / "network.db") as other:
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
        assert other.execute("PRAGMA journal_mode").fetchall() == [("wal",)]
    other.close()


def purpose(chance: random.Random) -> str:
    return ("via Roos Wijnands " if chance.random() < 0.2 else "in het algemeen ") + "x" * chance.randint(0, 900)


def test_a_file_that_is_being_read_is_cleaned_when_they_are_erased_again(
    folder: tuple[Asking, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.stores.sqlite_file.WAITING_SECONDS", 0.2)
    ask, path = folder
    lived(ask)
    ask.live.store.close()  # connections of before wait as long as they were told then
    reader = sqlite3.connect(path / "network.db", isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM nodes").fetchone() > (1,)
    refused = erase(ask.by(STEWARD), "roos")
    assert isinstance(refused, Refused)
    assert refused.code == "UNAVAILABLE"
    assert "was erased in version" in refused.message
    assert tells(dumped(of_stream(ask.live.store.stream())[1]).decode()) == []
    reader.execute("COMMIT")
    reader.close()
    ask.live.refresh()
    assert tells(dumped(of_network(ask.live.network)).decode()) == []
    receipt = erase(ask.by(STEWARD), "roos")
    assert (receipt["nodes"], receipt["relations"], receipt["changes"]) == (0, 0, 0)
    assert traces_in(path) == []


def test_an_erasure_that_fails_leaves_everything(office: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    version = lived(office)
    with_tokens(office.live)
    before = logged(office.live)
    of_neo4j = office.live.store.address.startswith("neo4j")
    where = "graph.stores.neo4j.store.Writing.write" if of_neo4j else "graph.stores.sqlite._Writing.write"

    def fail(*_: object) -> None:
        raise Unavailable("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(where, fail)
        assert erase(office.by(STEWARD), "roos").code == "UNAVAILABLE"
    assert office.live.store.version() == version
    assert logged(office.live) == before
    assert len(tokens(office.live.store.keepsakes)) == 6
    assert erase(office.by(STEWARD), "roos")["change"]["version"] == version + 1


LATER = datetime(2100, 1, 1, tzinfo=UTC)
TOKENS = (("laptop of Roos Wijnands", "roos"), ("phone", "double"), ("roos.wijnands@example.org", None))
ANOTHER = ("with Roos Wijnands", "noor")


def with_tokens(live: LiveNetwork) -> None:
    """Tokens of hers, of the double of hers that was merged, and of nobody, but with her address as its name; one of
    another that is called after her, and two that do not tell of her."""
    for name, whose in (*TOKENS, ANOTHER, ("nightly import", None), ("office", "noor")):
        make_token(live.store.keepsakes, name, Role.MEMBER, LATER, whose)


def test_their_personal_tokens_are_told_of_and_go_with_them(office: Asking) -> None:
    lived(office)
    with_tokens(office.live)
    digests = [token.digest for token in tokens(office.live.store.keepsakes)]
    for viewer, others in ((STEWARD, [ANOTHER]), (ROOS, [])):
        kept = office.by(viewer).data('{ about(person: "roos") { tokens } }')["about"]["tokens"]
        assert [(one["name"], one["person"]) for one in kept] == sorted([*TOKENS, *others])
        assert {(one["role"], one["expiresAt"]) for one in kept} == {("MEMBER", LATER.isoformat())}
        assert not any(digest in str(kept) for digest in digests)
    assert office.data('{ about(person: "mehmet") { tokens } }') == {"about": {"tokens": []}}
    assert erase(office.by(STEWARD), "roos")["tokens"] == 4
    assert [token.name for token in tokens(office.live.store.keepsakes)] == ["nightly import", "office"]
    assert erase(office.by(STEWARD), "noor")["tokens"] == 1


def test_erasing_one_leaves_what_tells_of_others(office: Asking) -> None:
    lived(office)
    noor = {
        id: line(office, id) for id in ("noor", "bestuur", "HOLDS(noor,lid,2025-01-01)", "WORKS_FOR(noor,bestuur,)")
    }
    erase(office.by(STEWARD), "roos")
    assert {id: line(office, id) for id in noor} == noor
    assert "noor vaessen" in logged(office.live).lower()


def test_what_was_kept_can_be_asked_for_first_and_is_gone_afterwards(tmp_path: Path) -> None:
    lines = tmp_path / "network.jsonl"
    lines.write_bytes(b"".join(orjson.dumps(one) + b"\n" for one in [*LINES, ENTRY, knows("roos", "noor")]))
    assert korte_lijnen(tmp_path, "load", "network.jsonl").code == 0
    told = korte_lijnen(tmp_path, "about", "roos", "--output", "roos.json")
    assert (told.code, told.output) == (0, "")
    kept = orjson.loads((tmp_path / "roos.json").read_bytes())
    assert kept.keys() == {"person", "version", "entries", "relations", "mentions", "asked", "tokens", "changes"}
    assert kept["entries"][0]["email"] == "roos.wijnands@example.org"
    assert [r["id"] for r in kept["relations"]] == ["KNOWS(roos,noor,)"]
    assert [detail["id"] for detail in kept["changes"][0]["details"]] == ["roos", "KNOWS(roos,noor,)"]
    asked = korte_lijnen(tmp_path, "query", 'mutation { erase(person: "roos", because: "asked for") { changes } }')
    assert orjson.loads(asked.output) == {"data": {"erase": {"changes": 1}}}
    again = korte_lijnen(tmp_path, "about", "roos")
    assert tells(again.output) == []
    assert tells(korte_lijnen(tmp_path, "dump", "--at", "1").output) == []
    held = b"".join(path.read_bytes() for path in tmp_path.glob("korte-lijnen.db*")).lower()
    assert [trace for trace in TRACES if trace.encode() in held] == []


def test_who_is_not_there_cannot_be_asked_about(tmp_path: Path) -> None:
    assert korte_lijnen(tmp_path, "load", "--demo").code == 0
    told = korte_lijnen(tmp_path, "about", "niemand")
    assert (told.code, told.output) == (1, "")
    assert "There is no «niemand»" in told.error
