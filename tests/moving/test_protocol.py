"""GraphQL over server-sent events, rule by rule, and everything that can be wrong with asking for it."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx2
import pytest

from server.graphql_over_http.standing import LARGEST_EVENT
from tests.graph.networks import Line, node
from tests.moving.conftest import BOARD, REGION, Serve, Service
from tests.moving.streams import CHANGED, Told, listening, opened, request
from tests.stores.places import sqlite_place


def refused(service: Service, sent: bytes) -> tuple[int, dict[str, Any]]:
    """The status and the one error of a response that is no stream."""
    with opened(service.port, sent) as response:
        assert response.headers["content-type"].startswith("application/")
        (error,) = response.body()["errors"]
        return response.status, {**error["extensions"], "message": error["message"], "headers": response.headers}


# What is answered


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_subscription_is_answered_as_a_stream_of_events(service: Service, method: str) -> None:
    with opened(service.port, request(service.port, method=method)) as stream:
        assert stream.status == 200
        assert stream.headers["content-type"] == "text/event-stream"
        assert "no-store" in stream.headers["cache-control"]
        assert "accept" in stream.headers["vary"].lower()
        assert stream.block() == Told(id=1)
        version = service.write({**REGION, "name": "Regio"}, because="a better name")
        told = stream.next()
        assert (told.name, told.id) == ("next", version)
        assert told.data == {
            "data": {"changed": {"version": version, "by": "", "because": "a better name", "touched": ["r"]}}
        }


def test_the_stream_begins_with_the_version_from_which_on_it_tells(service: Service) -> None:
    with opened(service.port, request(service.port)) as stream:
        assert stream.block() == Told(id=service.live.network.version)


def test_variables_aliases_and_fragments_are_those_of_any_operation(service: Service) -> None:
    document = """
    query Other { network { version } }
    subscription Moved($id: ID) { moved: changed(around: $id) { ...What } }
    fragment What on Change { number: version touched }
    """
    with listening(service.port, document, variables={"id": "r"}, operationName="Moved") as stream:
        service.write({**BOARD, "name": "Stichting Een"})
        version = service.write({**REGION, "name": "Regio"})
        told = stream.next()
        assert told.data == {"data": {"moved": {"number": version, "touched": ["r"]}}}


def test_each_listener_hears_what_they_selected(service: Service) -> None:
    with (
        listening(service.port, "subscription { changed { version } }") as one,
        listening(service.port, "subscription { changed { at details } }") as other,
    ):
        version = service.write({**REGION, "name": "Regio"})
        assert one.next().change == {"version": version}
        change = other.next().change
        assert change["details"][0]["after"]["name"] == "Regio"
        assert change["at"].startswith("2")


def test_equal_documents_with_other_variables_or_operations_are_other_questions(service: Service) -> None:
    document = """
    subscription A($id: ID) { changed(around: $id) { version touched @include(if: true) } }
    subscription B($id: ID) { changed(around: $id) { version } }
    subscription C($id: ID, $all: Boolean!) { changed(around: $id) { version touched @include(if: $all) } }
    """
    asked = [("A", {"id": "r"}), ("B", {"id": "r"}), ("C", {"id": "r", "all": False}), ("C", {"id": "r", "all": True})]
    with ExitStack() as stack:
        streams = [
            stack.enter_context(listening(service.port, document, variables=variables, operationName=name))
            for name, variables in asked
        ]
        version = service.write({**REGION, "name": "Regio"})
        told = [stream.next().change for stream in streams]
        short, long = {"version": version}, {"version": version, "touched": ["r"]}
        assert told == [long, short, short, long]


def test_a_comment_comes_now_and_then_so_that_the_connection_is_not_taken_for_dead(
    serve: Serve, tmp_path: Path
) -> None:
    service = serve(sqlite_place(tmp_path), keep_alive=0.3)
    with listening(service.port) as stream:
        begun = time.monotonic()
        assert stream.block() == Told()
        assert stream.block() == Told()
        assert 0.5 < time.monotonic() - begun < 5


def test_queries_are_not_streamed_and_a_client_that_takes_both_gets_json(service: Service) -> None:
    status, error = refused(service, request(service.port, "{ network { version } }"))
    assert (status, error["field"]) == (406, "Accept")
    both = "text/event-stream, application/graphql-response+json"
    with opened(service.port, request(service.port, "{ network { version } }", accept=both)) as response:
        assert response.status == 200
        assert response.body() == {"data": {"network": {"version": 1}}}


def test_a_client_that_takes_both_gets_a_subscription_as_a_stream(service: Service) -> None:
    with listening(service.port, accept="application/json, text/event-stream;q=0.1") as stream:
        service.write({**REGION, "name": "Regio"})
        assert stream.next().name == "next"


@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json", "*/*", ""])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_subscription_asked_for_as_anything_else_says_how_to_ask(service: Service, accept: str, method: str) -> None:
    status, error = refused(service, request(service.port, accept=accept, method=method))
    assert (status, error["code"], error["field"]) == (406, "BAD_INPUT", "Accept")
    assert error["expected"] == "text/event-stream"


@pytest.mark.parametrize("accept", ["text/event-stream;q=0", "text/*", "text/html"])
def test_a_stream_is_given_to_who_names_it(service: Service, accept: str) -> None:
    assert refused(service, request(service.port, accept=accept))[0] == 406


# What is wrong before it begins is told as every other error is


def test_head_of_a_stream_is_no_way_to_ask(service: Service) -> None:
    url = f"http://127.0.0.1:{service.port}/graphql"
    answer = httpx2.head(url, params={"query": CHANGED}, headers={"Accept": "text/event-stream"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")


def test_a_mutation_is_not_streamed_and_not_done(service: Service) -> None:
    mutation = 'mutation { end(ids: ["r"], until: "2026-01-01", because: "x") { ids } }'
    for method in ("GET", "POST"):
        status, _ = refused(service, request(service.port, mutation, method=method))
        assert status in (400, 406)
    assert service.live.network.version == 1


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ("subscription { changed { version }", "query"),
        ("subscription { changed }", "query"),
        ("subscription { changed { version } other: changed { version } }", "query"),
        ("subscription { __typename }", "query"),
        ("subscription { changed(around: 1.5) { version } }", "around"),
        ("subscription { changed(since: 1) { version } }", "query"),
        ("subscription { nothing { version } }", "query"),
        ("subscription A { changed { version } } subscription B { changed { version } }", "operationName"),
        ("subscription ($id: ID!) { changed(around: $id) { version } }", "variables.id"),
        ("", "query"),
    ],
)
def test_a_document_that_is_wrong_is_told_so(service: Service, document: str, field: str) -> None:
    for method in ("GET", "POST"):
        status, error = refused(service, request(service.port, document, method=method))
        assert (status, error["code"], error["field"]) == (400, "BAD_INPUT", field)


def test_a_body_that_is_wrong_is_told_so(service: Service) -> None:
    host = f"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1:{service.port}\r\nAccept: text/event-stream\r\n"
    for media_type, body, status in (
        ("application/json", b'{"query": "subscr', 400),
        ("application/json", b"[]", 400),
        ("application/json", b'{"query": "\xff"}', 400),
        ("text/plain", b"{}", 415),
    ):
        sent = f"{host}Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        assert refused(service, sent)[0] == status


def test_a_subscription_is_limited_as_a_query_is(service: Service) -> None:
    aliases = " ".join(f"v{number}: version" for number in range(60))
    status, error = refused(service, request(service.port, f"subscription {{ changed {{ {aliases} }} }}"))
    assert (status, error["code"]) == (400, "TOO_COSTLY")


@pytest.mark.parametrize("around", ["nobody", "sem", "", "x" * 10_000])
def test_a_node_that_is_unknown_or_not_for_them_to_see_is_not_found(service: Service, around: str) -> None:
    document = "subscription ($id: ID) { changed(around: $id) { version } }"
    status, error = refused(service, request(service.port, document, parameters={"variables": {"id": around}}))
    assert (status, error["code"], error["field"]) == (400, "NOT_FOUND", "around")
    assert len(service.listeners) == 0


def test_what_is_hidden_is_not_found_in_the_words_for_what_is_unknown(service: Service) -> None:
    def told(id: str) -> str:
        sent = request(service.port, f'subscription {{ changed(around: "{id}") {{ version }} }}')
        return repr(refused(service, sent)[1]["message"]).replace(id, "…")

    assert told("sem") == told("mes")


def test_around_null_is_around_nothing(service: Service) -> None:
    with listening(service.port, "subscription { changed(around: null) { version } }") as stream:
        version = service.write({**BOARD, "name": "Stichting Een"})
        assert stream.next().id == version


@pytest.mark.parametrize("given", ["-1", "1.0", "one", "99999999999", "1, 2", "²", "0x1", "1e3"])
def test_a_last_event_id_that_is_no_version_is_told_so(service: Service, given: str) -> None:
    sent = request(service.port, headers={"Last-Event-ID": given}).replace("²".encode(), b"\xb2")
    status, error = refused(service, sent)
    assert (status, error["code"], error["field"]) == (400, "BAD_INPUT", "Last-Event-ID")
    assert len(service.listeners) == 0


@pytest.mark.parametrize("since", [2, 1_000, 2**31 - 1])
def test_who_comes_back_from_a_version_that_never_was_is_told_to_ask_anew(service: Service, since: int) -> None:
    with listening(service.port, since=since) as stream:
        told = stream.next()
        assert told.id == 1
        assert told.data["data"] is None
        assert (told.error["code"], told.error["field"], told.error["actual"]) == ("BAD_INPUT", "Last-Event-ID", since)
        version = service.write({**REGION, "name": "Regio"})
        assert stream.next().id == version


def test_an_empty_last_event_id_is_none(service: Service) -> None:
    with opened(service.port, request(service.port, headers={"Last-Event-ID": ""})) as stream:
        assert stream.block() == Told(id=1)


def test_whoever_is_not_signed_in_any_more_is_told_so(service: Service) -> None:
    _, error = refused(service, request(service.port, headers={"X-Viewer": "nobody"}))
    assert error["code"] == "UNAUTHENTICATED"


def test_when_as_many_listen_as_may_the_next_is_told_so_until_one_leaves(serve: Serve, tmp_path: Path) -> None:
    service = serve(sqlite_place(tmp_path), most=2)
    with listening(service.port):
        with listening(service.port):
            status, error = refused(service, request(service.port))
            assert (status, error["code"]) == (503, "UNAVAILABLE")
            assert error["headers"]["retry-after"]
            assert "changes(since)" in error["help"]
            assert len(service.listeners) == 2
        until = time.monotonic() + 10
        while len(service.listeners) == 2:
            assert time.monotonic() < until
            time.sleep(0.01)
        with listening(service.port):
            pass


# What is too large


def test_a_change_that_is_too_large_is_told_of_and_where_to_find_it(service: Service) -> None:
    with (
        listening(service.port, "subscription { changed { version details } }") as one,
        listening(service.port, "subscription { changed { version } }") as other,
    ):
        many: list[Line] = [node("Region", f"r{number}", name="x" * 100) for number in range(LARGEST_EVENT // 100)]
        version = service.write(*many)
        told = one.next()
        assert told.id == version
        assert told.data["data"] is None
        assert told.error["code"] == "TOO_COSTLY"
        assert f"changes(since: {version - 1}, first: 1)" in told.error["help"]
        assert other.next().change == {"version": version}
        after = service.write({**REGION, "name": "Regio"})
        assert one.next().change["version"] == after


def test_details_of_very_many_things_are_left_out_of_what_is_told(serve: Serve, tmp_path: Path) -> None:
    service = serve(sqlite_place(tmp_path))
    with listening(service.port, "subscription { changed { version details } }") as stream:
        version = service.write(*(node("Region", f"r{number}") for number in range(1_001)))
        told = stream.next()
        assert told.data["data"] == {"changed": {"version": version, "details": None}}
        assert told.data["errors"][0]["path"] == ["changed", "details"]
        assert told.error["code"] == "TOO_COSTLY"
