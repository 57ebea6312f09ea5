"""Two writers at once, stores that go away, and requests that are no good, over HTTP too."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.requests import Request

from graph.live import LiveNetwork
from graph.viewers import Viewer
from resolvers.context import Context
from resolvers.costs import COSTS, LENGTHS
from schema import schema
from server.application import application
from server.limits import Limits
from tests.asking import Asking
from tests.graph.networks import person, relation
from tests.graphql_http import post, served
from tests.mutations.office import FENNA, LINES, STEWARD, STRANGER, Refused, appoint, confirm, line, put
from tests.neo4j_server import Neo4jServer, OwnServer
from tests.stores.line import Line
from tests.stores.networks import of_network, of_stream
from tests.stores.places import Place, neo4j_place, sqlite_place

VIEWERS = {"steef": STEWARD, "fenna": FENNA, "nobody": STRANGER}


# Two writers


def test_of_two_writers_who_saw_the_same_one_wins_and_the_other_gets_a_conflict(office: Asking, place: Place) -> None:
    """Each in a process of its own, as far as the store can tell."""
    with LiveNetwork(place.open()) as other:
        askers = (office.by(STEWARD), Asking(other).by(STEWARD))
        for attempt in range(5):
            people = [("mehmet", "fenna"), ("noor", "sjef")][attempt % 2]
            day = f"2026-10-{attempt + 1:02}"
            results = at_once(
                *(
                    partial(appoint, ask, "lid", who, day, basedOn=attempt + 1)
                    for ask, who in zip(askers, people, strict=True)
                )
            )
            lost = [result for result in results if isinstance(result, Refused)]
            assert len(lost) == 1, results
            assert (lost[0].code, lost[0].field) == ("CONFLICT", "basedOn")
            assert f"changed in version {attempt + 2}, by Steef" in lost[0].message
        assert of_stream(office.live.store.stream())[0] == 6


def test_writers_who_touch_different_things_both_win(office: Asking, place: Place) -> None:
    with LiveNetwork(place.open()) as other:
        askers = (office.by(STEWARD), Asking(other).by(STEWARD))
        for attempt in range(5):
            results = at_once(
                *(
                    partial(put, ask, person(who, phone=str(attempt)), basedOn=2 * attempt + 1)
                    for ask, who in zip(askers, ("anna", "bas"), strict=True)
                )
            )
            assert sorted(result["change"]["version"] for result in results) == [2 * attempt + 2, 2 * attempt + 3]
        other.refresh()
        office.live.refresh()
        assert of_network(other.network) == of_network(office.live.network)


def test_many_threads_of_one_process_write_without_losing_a_change(quick_office: Asking) -> None:
    steef = quick_office.by(STEWARD)
    results = at_once(*(partial(put, steef, person(f"p{n}")) for n in range(12)))
    assert sorted(result["change"]["version"] for result in results) == list(range(2, 14))
    assert all(line(steef, f"p{n}") for n in range(12))


def at_once(*writes: Callable[[], Any]) -> list[Any]:
    start, results = threading.Barrier(len(writes)), list[Any]()

    def write(how: Callable[[], Any]) -> None:
        start.wait()
        results.append(how())

    threads = [threading.Thread(target=write, args=(how,)) for how in writes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(results) == len(writes)
    return results


def test_a_write_is_seen_by_another_process_within_a_second(office: Asking, place: Place) -> None:
    with LiveNetwork(place.open()) as other:
        other.follow()
        confirm(office.by(STEWARD), "noor")
        written = time.monotonic()
        while other.network.version < 2:
            assert time.monotonic() - written < 1.0
            time.sleep(0.01)
        assert Asking(other).data('{ node(id: "noor") { confirmedAt } }') == {"node": {"confirmedAt": "2026-11-15"}}


# A store that goes away


def test_a_file_that_was_taken_away_is_unavailable_and_nothing_is_written(quick_office: Asking, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for file in tmp_path.glob("network.db*"):
        file.rename(elsewhere / file.name)
    refused = put(quick_office.by(STEWARD), person("anna"))
    assert (refused.code, refused.field) == ("UNAVAILABLE", "store")
    assert quick_office.data('{ node(id: "noor") { name } }') == {"node": {"name": "Noor Vaessen"}}
    for file in elsewhere.iterdir():
        file.rename(tmp_path / file.name)
    assert put(quick_office.by(STEWARD), person("anna"))["change"]["version"] == 2


@pytest.mark.timeout(900)
def test_a_neo4j_that_goes_away_in_the_middle_of_a_write_has_all_of_it_or_nothing(stoppable_neo4j: OwnServer) -> None:
    place = neo4j_place(stoppable_neo4j)
    with LiveNetwork(place.open()) as live:
        ask = Asking(live)
        ask.write(LINES)
        for attempt, after in enumerate((0.05, 0.2)):
            version = live.network.version
            lines = [person(f"{attempt} {n}", contactPurpose="x" * 500) for n in range(4_000)]
            killer = threading.Timer(after, stoppable_neo4j.kill)
            killer.start()
            result = put(ask.by(STEWARD), *lines)
            killer.join()
            stoppable_neo4j.start()
            there, records = of_stream(live.store.stream())
            written = sum(record.id.startswith(f"{attempt} ") for record in records)
            assert (there, written) in ((version, 0), (version + 1, len(lines)))
            if isinstance(result, Refused):
                assert result.code == "UNAVAILABLE"
                assert written == 0 or "is not known" in result.message
            else:
                assert written == len(lines)
            live.refresh()
            assert of_network(live.network) == records


def test_a_store_that_does_not_answer_is_said_to_be_away_at_once(neo4j_server: Neo4jServer) -> None:
    with Line(neo4j_place(neo4j_server)) as held, LiveNetwork(held.place.open()) as live:
        ask = Asking(live)
        ask.write(LINES)
        live.follow()
        held.hold_up()
        while live.away_since is None:
            time.sleep(0.02)
        before = time.monotonic()
        assert put(ask.by(STEWARD), person("anna")).code == "UNAVAILABLE"
        assert time.monotonic() - before < 4.0
        held.let_through()
        while live.away_since is not None:
            time.sleep(0.02)
        assert put(ask.by(STEWARD), person("anna"))["change"]["version"] == 2


# Over HTTP


@contextmanager
def service(live: LiveNetwork) -> Iterator[httpx2.Client]:
    """The service on the loopback; the header X-Viewer says who asks."""

    def viewer(request: Request) -> Viewer:
        return VIEWERS[request.headers.get("x-viewer", "nobody")]

    app = application(
        schema,
        lambda request: Context.of(live, viewer(request)),
        network_version=lambda: live.network.version,
        away_since=lambda: live.away_since,
        etag_for=lambda context: context.depends_on,
        limits=Limits(weights=COSTS, lengths=LENGTHS),
    )
    with served(app) as client:
        yield client


@pytest.fixture
def client(tmp_path: Path) -> Iterator[httpx2.Client]:
    with LiveNetwork(sqlite_place(tmp_path).open()) as live:
        Asking(live).write(LINES)
        with service(live) as client:
            yield client


NOOR_TOLD = {"name": "Noor Vaessen"}
CONFIRM = 'mutation { confirm(ids: ["noor"]) { change { version } network { version } } }'


def version(client: httpx2.Client) -> int:
    found: int = client.get("/health").json()["network"]["version"]
    return found


def test_a_mutation_is_answered_when_it_is_durable_and_seen_by_the_next_question(client: httpx2.Client) -> None:
    client.headers["x-viewer"] = "steef"
    asked = '{ node(id: "noor") { confirmedAt history { version } } }'
    before = client.get("/graphql", params={"query": asked})
    answer = post(client, CONFIRM)
    assert answer.json() == {"data": {"confirm": {"change": {"version": 2}, "network": {"version": 2}}}}
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    after = client.get("/graphql", params={"query": asked}, headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert after.json()["data"]["node"]["history"] == [{"version": 2}, {"version": 1}]


def test_who_may_not_is_told_so_in_the_answer(client: httpx2.Client) -> None:
    for viewer, code in (("nobody", "UNAUTHENTICATED"), ("fenna", "FORBIDDEN")):
        client.headers["x-viewer"] = viewer
        answer = post(client, CONFIRM)
        assert answer.status_code == 200
        assert answer.json()["data"] == {"confirm": None}
        assert answer.json()["errors"][0]["extensions"]["code"] == code
        assert answer.json()["errors"][0]["path"] == ["confirm"]
    assert version(client) == 1


def test_nothing_is_changed_by_get(client: httpx2.Client) -> None:
    client.headers["x-viewer"] = "steef"
    answer = client.get("/graphql", params={"query": CONFIRM})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert version(client) == 1


def test_a_body_of_ten_megabytes_is_refused_and_nothing_is_written(client: httpx2.Client) -> None:
    client.headers["x-viewer"] = "steef"
    document = 'mutation ($lines: [JSON!]!) { put(lines: $lines, because: "much") { ids } }'
    lines = [person(f"p{n}", contactPurpose="x" * 900) for n in range(10_000)]
    body = json.dumps({"query": document, "variables": {"lines": lines}}).encode()
    assert len(body) > 9_500_000
    answer = client.post("/graphql", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 413
    assert answer.json()["errors"][0]["extensions"]["code"] == "TOO_COSTLY"
    assert version(client) == 1


def test_as_many_lines_as_a_body_holds_are_written_in_one_go(client: httpx2.Client) -> None:
    client.headers["x-viewer"] = "steef"
    document = 'mutation ($lines: [JSON!]!) { put(lines: $lines, because: "much") { ids network { version } } }'
    lines = [person(f"p{n}") for n in range(6_000)]
    lines += [relation("WORKS_FOR", f"p{n}", "bestuur", title="lid") for n in range(4_000)]
    answer = post(client, document, variables={"lines": lines}).json()
    assert answer["data"]["put"]["network"] == {"version": 2}
    assert len(answer["data"]["put"]["ids"]) == 10_000


def test_a_store_that_is_away_is_unavailable_in_the_answer(tmp_path: Path) -> None:
    with LiveNetwork(sqlite_place(tmp_path).open()) as live:
        Asking(live).write(LINES)
        with service(live) as client:
            client.headers["x-viewer"] = "steef"
            (tmp_path / "network.db").rename(tmp_path / "away")
            answer = post(client, CONFIRM)
            assert answer.status_code == 200
            assert answer.json()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
            assert str(tmp_path) not in answer.text
            assert "network.db" not in answer.text
            (tmp_path / "away").rename(tmp_path / "network.db")
            assert post(client, CONFIRM).json()["data"]["confirm"]["change"] == {"version": 2}


def test_answers_from_memory_say_since_when_the_store_is_away(tmp_path: Path) -> None:
    asked = {"query": '{ network { version awaySince node(id: "noor") { name } } }'}
    with LiveNetwork(sqlite_place(tmp_path).open()) as live:
        Asking(live).write(LINES)
        with service(live) as client:
            client.headers["x-viewer"] = "steef"
            before = client.get("/graphql", params=asked)
            assert before.json() == {"data": {"network": {"version": 1, "awaySince": None, "node": NOOR_TOLD}}}
            (tmp_path / "network.db").rename(tmp_path / "away")
            post(client, CONFIRM)
            assert live.away_since is not None
            since = live.away_since.isoformat()
            away = client.get("/graphql", params=asked, headers={"If-None-Match": before.headers["etag"]})
            assert away.json() == {
                "data": {"network": {"version": 1, "awaySince": since, "node": NOOR_TOLD}},
                "extensions": {"awaySince": since},
            }
            health = client.get("/health")
            assert (health.status_code, health.json()["status"]) == (200, "degraded")
            assert health.json()["network"] == {"version": 1, "awaySince": since}
            (tmp_path / "away").rename(tmp_path / "network.db")
            live.refresh()
            assert (
                client.get("/graphql", params=asked, headers={"If-None-Match": before.headers["etag"]}).status_code
                == 304
            )
            assert client.get("/health").json()["status"] == "ok"


@pytest.mark.parametrize(
    "document",
    [
        "mutation { put(lines: 1) { ids } }",
        "mutation { put(lines: []) { ids } }",
        'mutation { put(lines: [null], because: "x") { ids } }',
        'mutation { appoint(seat: "lid", person: "noor", since: "2026-02-30", because: "x") { ids } }',
        'mutation { appoint(seat: "lid", person: "noor", since: null, because: "x") { ids } }',
        'mutation { end(ids: null, until: "2026-02-03", because: "x") { ids } }',
        'mutation { revert(version: 99999999999, because: "x") { ids } }',
        'mutation { revert(version: "1", because: "x") { ids } }',
        "mutation { erase(person: {}) { nodes } }",
        "mutation { forget { nodes } }",
    ],
)
def test_a_document_that_is_wrong_is_bad_input_and_is_not_executed(client: httpx2.Client, document: str) -> None:
    client.headers["x-viewer"] = "steef"
    answer = post(client, f'mutation {{ confirm(ids: ["noor"]) {{ ids }} {document.removeprefix("mutation {")}')
    assert answer.status_code == 400
    assert {error["extensions"]["code"] for error in answer.json()["errors"]} == {"BAD_INPUT"}
    assert version(client) == 1


@pytest.mark.parametrize(
    "lines",
    [
        [{"node": "Person", "id": "x" * 201, "name": "x"}],
        [{"node": "Person", "id": "x\u0000", "name": "x"}],
        [{"node": "Person", "id": "x", "name": "\ud800"}],
        [{"node": "Person", "id": "x", "name": "x", "name2": {}}],
        [{"node": "Observation", "id": "x", "name": "x", "value": 1e300}],
        [{"node": "School", "id": "x", "name": "x", "pupils": {"2025": 2**31}}],
        [{"relation": "KNOWS", "from": "noor", "to": "noor", "strength": "GOOD"}],
        [{"relation": "PART_OF", "from": "bestuur", "to": "bestuur"}],
        [{"node": "Seat", "name": "x", "sector": "VO", "mandate": "DECIDE"}],
        [{"node": "Person", "id": "_:", "name": "x"}, {"node": "Person", "id": "_:", "name": "x"}],
        [[[[[[[]]]]]]],
        ["_:x"],
        [True],
    ],
)
def test_lines_of_any_shape_are_bad_input_never_a_fault_of_ours(client: httpx2.Client, lines: list[Any]) -> None:
    client.headers["x-viewer"] = "steef"
    document = 'mutation ($lines: [JSON!]!) { put(lines: $lines, because: "x") { ids } }'
    body = json.dumps({"query": document, "variables": {"lines": lines}})
    answer = client.post("/graphql", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code in (200, 400)
    assert {error["extensions"]["code"] for error in answer.json()["errors"]} == {"BAD_INPUT"}
    assert version(client) == 1
