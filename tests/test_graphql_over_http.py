"""The rules of the GraphQL-over-HTTP specification, one test each, on a real server; and what callers get wrong."""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
import strawberry
from hypothesis import given, settings
from hypothesis import strategies as st
from strawberry.extensions import SchemaExtension

from server.graphql_over_http import GraphQLEndpoint
from server.graphql_over_http.documents import Documents
from server.graphql_over_http.entity_tags import entity_tag, matches
from server.graphql_over_http.errors import RequestErrors
from server.graphql_over_http.media_types import PLAIN_JSON, RESPONSE_JSON, Accepted, accepted
from server.limits import Limits
from tests.graphql_http import Network, post, schema, served, small_application

ERROR_MEMBERS = {"code", "field", "actual", "expected", "help"}


@pytest.fixture(scope="module")
def network() -> Network:
    return Network()


@pytest.fixture(scope="module")
def client(network: Network) -> Iterator[httpx2.Client]:
    with served(small_application(network)) as client:
        yield client


def code_of(response: httpx2.Response) -> str:
    """The code of the only error of an answer."""
    (error,) = response.json()["errors"]
    assert error["extensions"].keys() >= ERROR_MEMBERS
    code: str = error["extensions"]["code"]
    return code


def refused(response: httpx2.Response, status: int, code: str = "BAD_INPUT") -> dict[str, object]:
    """Assert that a request was refused without data, and give its first error."""
    assert response.status_code == status, response.text
    assert "data" not in response.json()
    error: dict[str, object] = response.json()["errors"][0]
    assert code_of(response) == code
    return error


# Media types


def test_a_client_that_accepts_the_graphql_media_type_gets_it(client: httpx2.Client) -> None:
    response = post(client, "{ hello }", accept=RESPONSE_JSON)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/graphql-response+json; charset=utf-8"
    assert response.json() == {"data": {"hello": "hello"}}


@pytest.mark.parametrize("accept", [PLAIN_JSON, "*/*", "application/*", ""])
def test_other_clients_get_plain_json(client: httpx2.Client, accept: str) -> None:
    response = client.post("/graphql", json={"query": "{ hello }"}, headers={"Accept": accept})
    assert response.headers["content-type"] == "application/json; charset=utf-8"
    assert response.json() == {"data": {"hello": "hello"}}


def test_a_client_that_accepts_nothing_we_have_gets_406(client: httpx2.Client) -> None:
    error = refused(post(client, "{ hello }", accept="text/html"), 406)
    assert RESPONSE_JSON in str(error)


def test_several_accept_headers_are_one(client: httpx2.Client) -> None:
    headers = [("Accept", "text/html"), ("Accept", RESPONSE_JSON)]
    response = client.get("/graphql", params={"query": "{ hello }"}, headers=headers)
    assert response.headers["content-type"].startswith(RESPONSE_JSON)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, Accepted(PLAIN_JSON)),
        ("application/graphql-response+json, application/json;q=0.9", Accepted(RESPONSE_JSON)),
        ("application/json, application/graphql-response+json", Accepted(RESPONSE_JSON)),
        ("application/json, application/graphql-response+json;q=0.5", Accepted(PLAIN_JSON)),
        ("application/json", Accepted(PLAIN_JSON, legacy=True)),
        ("application/json, multipart/mixed", Accepted(PLAIN_JSON, legacy=True)),
        ("application/JSON; Charset=UTF-8", Accepted(PLAIN_JSON, legacy=True)),
        ("text/html, */*;q=0.8", Accepted(PLAIN_JSON)),
        ("application/json;q=0, */*", Accepted(RESPONSE_JSON)),
        ("application/json;q=0", None),
        ("application/json; charset=iso-8859-1", None),
        ("application/json;q=high", None),
        ("application/json;q=7", None),
        ("text/*", None),
        (";;,,q=", None),
    ],
)
def test_the_best_media_type_is_found(header: str | None, expected: Accepted | None) -> None:
    assert accepted(header) == expected


# Requests by POST


@pytest.mark.parametrize("content_type", ["application/json", "application/json; charset=utf-8", "Application/JSON"])
def test_a_body_is_json_in_utf_8(client: httpx2.Client, content_type: str) -> None:
    body = json.dumps({"query": '{ echo(value: "Één 🏃") }'}, ensure_ascii=False).encode()
    response = client.post("/graphql", content=body, headers={"Content-Type": content_type})
    assert response.json() == {"data": {"echo": "Één 🏃"}}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/graphql"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": "application/json; charset=utf-16"},
        {"Content-Type": "application/json; charset=iso-8859-1"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
    ],
)
def test_a_body_of_another_type_or_charset_gets_415(client: httpx2.Client, headers: dict[str, str]) -> None:
    body = b'{"query": "{ hello }"}'
    body = gzip.compress(body) if "Content-Encoding" in headers else body
    refused(client.post("/graphql", content=body, headers=headers), 415)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "query"),
        ({"qeury": "{ hello }"}, "query"),
        ({"query": None}, "query"),
        ({"query": 1}, "query"),
        ({"query": ["{ hello }"]}, "query"),
        ({"query": "{ hello }", "operationName": False}, "operationName"),
        ({"query": "{ hello }", "operationName": {}}, "operationName"),
        ({"query": "{ hello }", "variables": "{}"}, "variables"),
        ({"query": "{ hello }", "variables": [7]}, "variables"),
        ({"query": "{ hello }", "extensions": 0}, "extensions"),
        ([{"query": "{ hello }"}], "body"),
        ("{ hello }", "body"),
        (None, "body"),
    ],
)
@pytest.mark.parametrize("accept", [RESPONSE_JSON, PLAIN_JSON])
def test_a_body_that_is_no_request_gets_400_and_names_the_parameter(
    client: httpx2.Client, body: object, field: str, accept: str
) -> None:
    headers = {"Accept": accept, "Content-Type": "application/json"}
    error = refused(client.post("/graphql", content=json.dumps(body), headers=headers), 400)
    assert error["extensions"]["field"] == field  # type: ignore[index]


def test_a_batch_is_refused_by_name(client: httpx2.Client) -> None:
    assert "batch" in str(refused(client.post("/graphql", json=[{"query": "{ hello }"}] * 2), 400)["message"])


@pytest.mark.parametrize("parameter", ["operationName", "variables", "extensions"])
def test_null_is_the_same_as_not_given(client: httpx2.Client, parameter: str) -> None:
    response = client.post("/graphql", json={"query": "{ hello }", parameter: None})
    assert response.json() == {"data": {"hello": "hello"}}


def test_other_members_and_extensions_are_ignored(client: httpx2.Client) -> None:
    assert post(client, "{ hello }", extensions={"a": 1}, id=7).json() == {"data": {"hello": "hello"}}


def test_the_operation_name_chooses_among_several(client: httpx2.Client) -> None:
    document = "query A { a: hello } query B { b: hello }"
    assert post(client, document, operationName="B").json() == {"data": {"b": "hello"}}
    for name in (None, "", "C"):
        assert refused(post(client, document, operationName=name), 400)["extensions"]["field"] == "operationName"  # type: ignore[index]


def test_variables_are_given_to_the_operation(client: httpx2.Client) -> None:
    document = "query($first: Int!) { people(first: $first) { edges { node { name } } } }"
    people = post(client, document, variables={"first": 2}).json()["data"]["people"]["edges"]
    assert [edge["node"]["name"] for edge in people] == ["Anna", "Bram"]


def test_mutations_are_executed_by_post(client: httpx2.Client, network: Network) -> None:
    before = len(network.notes)
    assert post(client, 'mutation { note(text: "called") }').json() == {"data": {"note": before + 1}}
    assert network.notes[-1] == "called"


# Requests by GET


def test_a_query_is_executed_by_get(client: httpx2.Client) -> None:
    parameters = {"query": "query A($v: JSON!) { echo(value: $v) }", "variables": '{"v": {"ë": [1]}}'}
    response = client.get("/graphql", params=parameters | {"operationName": "A", "extensions": "{}"})
    assert response.json() == {"data": {"echo": {"ë": [1]}}}


@pytest.mark.parametrize("parameter", ["operationName", "variables", "extensions"])
def test_an_empty_optional_parameter_is_the_same_as_none(client: httpx2.Client, parameter: str) -> None:
    response = client.get("/graphql", params={"query": "query A { hello }", parameter: ""})
    assert response.json() == {"data": {"hello": "hello"}}


def test_an_operation_name_of_null_names_the_operation_null(client: httpx2.Client) -> None:
    parameters = {"query": "query null { a: hello } query B { b: hello }", "operationName": "null"}
    assert client.get("/graphql", params=parameters).json() == {"data": {"a": "hello"}}


def test_a_mutation_by_get_gets_405_and_changes_nothing(client: httpx2.Client, network: Network) -> None:
    before = list(network.notes)
    document = 'query Q { hello } mutation M { note(text: "by GET") }'
    for accept in (RESPONSE_JSON, PLAIN_JSON):
        headers = {"Accept": accept}
        response = client.get("/graphql", params={"query": document, "operationName": "M"}, headers=headers)
        refused(response, 405)
        assert response.headers["allow"] == "POST"
    assert network.notes == before
    assert client.get("/graphql", params={"query": document, "operationName": "Q"}).status_code == 200


def test_head_is_get_without_the_body(client: httpx2.Client) -> None:
    got = client.get("/graphql", params={"query": "{ hello }"})
    response = client.head("/graphql", params={"query": "{ hello }"})
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["content-length"] == got.headers["content-length"]
    assert response.headers["etag"] == got.headers["etag"]


@pytest.mark.parametrize(
    ("query_string", "field"),
    [
        ("", "query"),
        ("variables={}", "query"),
        ("query={hello}&query={viewer}", "query"),
        ("query={hello}&variables={}&variables={}", "variables"),
        ("query={hello}&operationName=A&operationName=A", "operationName"),
        ("query={hello}&variables=[1]", "variables"),
        ("query={hello}&variables={", "variables"),
        ("query={hello}&variables=NaN", "variables"),
        ("query={hello}&extensions=7", "extensions"),
        ("query=%FF%FE", "URL"),
        ("query={hello}" + "&a=1" * 200, "URL"),
    ],
)
def test_a_query_string_that_is_no_request_gets_400(client: httpx2.Client, query_string: str, field: str) -> None:
    error = refused(client.get(f"/graphql?{query_string}"), 400)
    assert error["extensions"]["field"] == field  # type: ignore[index]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS"])
def test_another_method_gets_405_and_hears_which_are_allowed(client: httpx2.Client, method: str) -> None:
    response = client.request(method, "/graphql", json={"query": "{ hello }"})
    refused(response, 405)
    assert response.headers["allow"] == "GET, HEAD, POST"


# Statuses

CANNOT_BE_EXECUTED = {
    "a document that does not parse": {"query": "{ hello"},
    "an empty document": {"query": ""},
    "a document that is not valid": {"query": "{ telephone }"},
    "an operation that is not there": {"query": "query A { hello }", "operationName": "B"},
    "a document without an operation": {"query": "fragment F on Person { name }"},
    "a variable that is missing": {"query": "query($id: ID!) { node(id: $id) { name } }"},
    "a variable of the wrong type": {"query": "query($n: Int!) { required(n: $n) }", "variables": {"n": "one"}},
    "a variable in the wrong place": {"query": "query($n: String!) { required(n: $n) }", "variables": {"n": "one"}},
    "an integer that is too large": {"query": "query($n: Int!) { required(n: $n) }", "variables": {"n": 10**30}},
    "an unknown member of an input": {
        "query": "query($need: Need) { people(need: $need) { totalCount } }",
        "variables": {"need": {"sektor": "VO"}},
    },
    "neither of a one-of": {"query": "{ contactPaths(to: {}) { __typename } }"},
    "both of a one-of": {
        "query": "query($to: Target!) { contactPaths(to: $to) { __typename } }",
        "variables": {"to": {"person": "p1", "organisation": "o1"}},
    },
    "null for a one-of": {
        "query": "query($to: Target!) { contactPaths(to: $to) { __typename } }",
        "variables": {"to": {"person": None}},
    },
    "a date that does not exist": {"query": '{ on(date: "2026-02-30") }'},
    "a subscription": {"query": "subscription { changed }"},
}


@pytest.mark.parametrize("request_", CANNOT_BE_EXECUTED.values(), ids=CANNOT_BE_EXECUTED.keys())
def test_what_cannot_be_executed_gets_400_without_data(client: httpx2.Client, request_: dict[str, object]) -> None:
    for accept in (RESPONSE_JSON, "*/*"):
        response = client.post("/graphql", json=request_, headers={"Accept": accept})
        assert response.status_code == 400
        assert "data" not in response.json()
        assert {error["extensions"]["code"] for error in response.json()["errors"]} == {"BAD_INPUT"}


@pytest.mark.parametrize("request_", CANNOT_BE_EXECUTED.values(), ids=CANNOT_BE_EXECUTED.keys())
def test_a_legacy_client_gets_the_same_errors_under_200(client: httpx2.Client, request_: dict[str, object]) -> None:
    response = client.post("/graphql", json=request_, headers={"Accept": PLAIN_JSON})
    assert response.status_code == 200
    assert "data" not in response.json()
    assert {error["extensions"]["code"] for error in response.json()["errors"]} == {"BAD_INPUT"}


def test_a_field_that_fails_is_null_under_200_and_leaves_the_others_standing(client: httpx2.Client) -> None:
    response = post(client, '{ hello node(id: "p0") { name } missing: node(id: "x") { name } }')
    assert response.status_code == 200
    assert response.json()["data"] == {"hello": "hello", "node": {"name": "Anna"}, "missing": None}
    (error,) = response.json()["errors"]
    assert error == {
        "message": "There is no such node.",
        "path": ["missing"],
        "locations": [{"line": 1, "column": 33}],
        "extensions": {
            "code": "NOT_FOUND",
            "field": "id",
            "actual": "x",
            "expected": None,
            "help": "Search for its name.",
        },
    }


def test_data_that_became_null_is_still_an_answer_under_200(client: httpx2.Client) -> None:
    response = post(client, "{ brokenRequired }")
    assert response.status_code == 200
    assert response.json()["data"] is None


def test_a_store_that_is_away_gets_503() -> None:
    with served(small_application(Network(away=True))) as client:
        for accept in (RESPONSE_JSON, PLAIN_JSON):
            refused(post(client, "{ hello }", accept=accept), 503, "UNAVAILABLE")


# Errors


def test_errors_of_a_document_say_where_they_are(client: httpx2.Client) -> None:
    assert post(client, "{\n  hello(\n}").json()["errors"][0]["locations"] == [{"line": 3, "column": 1}]
    assert post(client, "{\n  telephone\n}").json()["errors"][0]["locations"] == [{"line": 2, "column": 3}]


def test_an_error_of_a_variable_names_the_variable(client: httpx2.Client) -> None:
    response = post(client, "query($n: Int!) { required(n: $n) }", variables={"n": "one"})
    assert response.json()["errors"][0]["extensions"]["field"] == "variables.n"


def test_an_argument_that_turns_out_wrong_while_executing_is_the_callers_mistake(client: httpx2.Client) -> None:
    response = post(client, "query($n: Int = 5) { required(n: $n) }", variables={"n": None})
    assert response.json()["data"] == {"required": None}
    assert code_of(response) == "BAD_INPUT"


@pytest.mark.parametrize(
    "document",
    [
        "{ slow(seconds: 1e999) }",
        "fragment A on Query { contactPaths(to: {person: $p}) { __typename } } query($p: ID) { ...A }",
        'query($o: Boolean) { node(id: "p1") { name @skip(if: $o) } }',
    ],
)
def test_other_mistakes_that_show_while_executing_are_the_callers_too(client: httpx2.Client, document: str) -> None:
    response = post(client, document, variables={"p": None, "o": None})
    assert code_of(response) == "BAD_INPUT"


@pytest.mark.parametrize("field", ["broken", "brokenRequired", "notANumber"])
def test_a_fault_of_ours_shows_an_id_and_is_in_the_log_under_it(
    client: httpx2.Client, caplog: pytest.LogCaptureFixture, field: str
) -> None:
    with caplog.at_level(logging.ERROR):
        response = post(client, f"{{ {field} }}")
    assert code_of(response) == "INTERNAL"
    (error,) = response.json()["errors"]
    id_ = error["message"].removeprefix("Internal error ")
    assert len(id_) == 12
    (record,) = caplog.records
    assert id_ in record.getMessage()
    assert "Error" in record.getMessage()
    assert "line " in record.getMessage()


def test_neither_the_answer_nor_the_log_of_a_fault_holds_what_it_was_about(
    client: httpx2.Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="server"):
        response = post(client, "query($v: JSON!) { broken notANumber echo(value: $v) }", variables={"v": "secret"})
    for told in (str(response.json()["errors"]), caplog.text):
        assert "Anna" not in told
        assert "secret" not in told


def test_the_log_of_a_fault_goes_back_to_its_first_cause(
    client: httpx2.Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        post(client, "{ notANumber }")
    assert caplog.text.index("ValueError") < caplog.text.index("GraphQLError")


def test_a_fault_that_comes_back_in_every_row_is_logged_once(
    client: httpx2.Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        response = post(client, "{ a: broken b: broken }")
    assert len(response.json()["errors"]) == 2
    assert len({error["message"] for error in response.json()["errors"]}) == 1
    assert len(caplog.records) == 1


def test_an_answer_that_json_cannot_hold_is_a_fault_of_ours(client: httpx2.Client) -> None:
    refused(post(client, "{ unwritable }"), 500, "INTERNAL")


@pytest.mark.parametrize(
    ("document", "variables"),
    [
        ("{ hell }", {}),
        ("{ people(firs: 1) { totalCount } }", {}),
        ("{ people { totalCoun } }", {}),
        ("{ people(mandate: LISTE) { totalCount } }", {}),
        ("{ people(mandate: listen) { totalCount } }", {}),
        ('{ people(mandate: "LISTEN") { totalCount } }', {}),
        ("{ people(need: {sectr: 1}) { totalCount } }", {}),
        ("query($m: Mandate) { people(mandate: $m) { totalCount } }", {"m": "LISTE"}),
        ("query($m: Mandat) { people(mandate: $m) { totalCount } }", {"m": "LISTEN"}),
        ("query($m: Mandate = LISTE) { people(mandate: $m) { totalCount } }", {}),
        ("query($n: Need) { people(need: $n) { totalCount } }", {"n": {"sectr": 1}}),
        ("query($n: Need) { people(need: $n) { totalCount } }", {"n": {"mandate": "LISTE"}}),
        ("query($t: Target!) { contactPaths(to: $t) { __typename } }", {"t": {"persn": 1}}),
        ('{ contactPaths(to: {person: "p1"}) { ... on ContactPath { __typename } } }', {}),
        ('{ contactPaths(to: {person: "p1"}) { people { name } } }', {}),
        ("{ hello @skp(if: true) }", {}),
        ("{ hello @skip(iff: true) }", {}),
        ("{ ...Nam } fragment Name on Person { name }", {}),
        ('{ node(id: "p1") { emai } }', {}),
        ('{ node(id: "p1") { email } }', {}),
    ],
)
def test_no_error_guesses_what_was_meant(client: httpx2.Client, document: str, variables: dict[str, object]) -> None:
    response = post(client, document, variables=variables)
    assert response.status_code == 400
    assert "did you mean" not in response.text.lower()
    assert "perhaps" not in response.text.lower()


# Bad input: never a fault of ours

MEGABYTE = 1_000_000
BODIES = {
    "nothing": b"",
    "cut off": b'{"query": "{ hello }"',
    "cut off in a string": b'{"query": "{ hel',
    "UTF-16": '{"query": "{ hello }"}'.encode("utf-16"),
    "UTF-16 without mark": '{"query": "{ hello }"}'.encode("utf-16-le"),
    "Latin-1": '{"query": "{ één }"}'.encode("latin-1"),
    "half a character": b'{"query": "{ hello \xe2\x82 }"}',
    "half a surrogate pair": rb'{"query": "{ echo(value: \"\ud800\") }"}',
    "half a surrogate pair in a variable": rb'{"query": "{ hello }", "variables": {"v": "\ud800"}}',
    "NaN": b'{"query": "query($v: JSON!) { echo(value: $v) }", "variables": {"v": NaN}}',
    "infinity": b'{"query": "query($v: Float!) { slow(seconds: $v) }", "variables": {"v": 1e999}}',
    "a huge integer": b'{"query": "query($n: Int!) { required(n: $n) }", "variables": {"n": ' + b"9" * 5_000 + b"}}",
    "a huge integer in the document": b'{"query": "{ required(n: ' + b"9" * 50_000 + b') }"}',
    "null bytes": b'{"query": "{ hello \\u0000 }"}',
    "raw null bytes": b'{"query": "{ hello \x00 }"}',
    "only null bytes": b"\x00" * 1_000,
    "nested arrays": b'{"query": "{ hello }", "variables": {"v": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}",
    "nested objects": b'{"a":' * 100_000,
    "nested variables": b'{"query": "query($v: [Int]) { echo(value: 1) }", "variables": {"v": '
    + b"[" * 900
    + b"]" * 900
    + b"}}",
    "nested braces": b'{"query": "' + b"{" * 10_000 + b'"}',
    "nested selections": b'{"query": "' + b"{ people " * 10_000 + b"}" * 10_000 + b'"}',
    "nested inline fragments": b'{"query": "{' + b"...{" * 190 + b"nothing" + b"}" * 191 + b'"}',
    "nested lists": b'{"query": "{ echo(value: ' + b"[" * 10_000 + b"]" * 10_000 + b') }"}',
    "10,000 aliases": json.dumps({"query": "{" + " ".join(f"a{n}: hello" for n in range(10_000)) + "}"}).encode(),
    "10,000 fields": json.dumps({"query": "{" + "hello " * 10_000 + "}"}).encode(),
    "4,000 fields": json.dumps({"query": "{" + "hello " * 4_000 + "}"}).encode(),
    "a document of one megabyte": json.dumps({"query": "{ hello " + "hello " * (MEGABYTE // 6) + "}"}).encode(),
    "a comment of one megabyte": json.dumps({"query": "{ nothing } #" + "x" * MEGABYTE}).encode(),
    "a string of one megabyte": json.dumps({"query": '{ required(n: "' + "x" * MEGABYTE + '") }'}).encode(),
    "an enum value of one megabyte": json.dumps(
        {"query": "{ people(mandate: " + "x" * MEGABYTE + ") { totalCount } }"}
    ).encode(),
    "a field of one megabyte": json.dumps({"query": "{" + "x" * MEGABYTE + "}"}).encode(),
    "a variable of one megabyte": json.dumps(
        {"query": "query($n: Int!) { required(n: $n) }", "variables": {"n": "x" * MEGABYTE}}
    ).encode(),
    "a cycle of fragments": json.dumps(
        {"query": "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"}
    ).encode(),
    "a fragment in itself": json.dumps(
        {"query": "{ node(id: 1) { ...A } } fragment A on Person { handshakes { edges { node { ...A } } } }"}
    ).encode(),
    "a chain of 700 fragments": json.dumps(
        {"query": "{ ...F0 }" + "".join(f" fragment F{n} on Query {{ ...F{n + 1} }}" for n in range(700))}
    ).encode(),
    "types in a document": b'{"query": "type Query { hello: String }"}',
    "an undefined variable of a one-of": b'{"query": "{ contactPaths(to: {person: $nobody}) { __typename } }"}',
    "deep introspection": json.dumps(
        {"query": "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }"}
    ).encode(),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_bad_input_is_a_clear_error_and_never_a_fault_of_ours(
    client: httpx2.Client, caplog: pytest.LogCaptureFixture, body: bytes
) -> None:
    begun = time.perf_counter()
    response = client.post(
        "/graphql", content=body, headers={"Content-Type": "application/json", "Accept": RESPONSE_JSON}
    )
    assert time.perf_counter() - begun < 5
    assert response.status_code in (400, 413), response.text[:200]
    assert "data" not in response.json()
    for error in response.json()["errors"]:
        assert error["extensions"]["code"] in ("BAD_INPUT", "TOO_COSTLY")
        assert 10 < len(error["message"]) <= 1_001
    assert not caplog.records


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: json.dumps({"query": text}).encode()))
@settings(max_examples=100, deadline=None)
def test_no_body_whatever_is_a_fault_of_ours(client: httpx2.Client, body: bytes) -> None:
    response = client.post(
        "/graphql", content=body, headers={"Content-Type": "application/json", "Accept": RESPONSE_JSON}
    )
    assert response.status_code in (200, 400)
    assert "INTERNAL" not in response.text


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["sector", "mandate", "x"]), inner),
    max_leaves=5,
)


@given(JSON_VALUES, st.sampled_from(["Int", "Int!", "ID", "[ID!]", "Need", "Target!", "Mandate", "Date!", "Float!"]))
@settings(max_examples=100, deadline=None)
def test_no_variable_whatever_is_a_fault_of_ours(client: httpx2.Client, value: object, type_: str) -> None:
    uses = {
        "Int": "people(first: $v) { totalCount }",
        "Int!": "required(n: $v)",
        "ID": "people(need: {sector: $v}) { totalCount }",
        "[ID!]": "nodes(ids: $v) { name }",
        "Need": "people(need: $v) { totalCount }",
        "Target!": "contactPaths(to: $v) { __typename }",
        "Mandate": "people(mandate: $v) { totalCount }",
        "Date!": "on(date: $v)",
        "Float!": "echo(value: [$v])",
    }
    response = post(client, f"query($v: {type_}) {{ {uses[type_]} }}", variables={"v": value})
    assert response.status_code in (200, 400)
    assert "INTERNAL" not in response.text


def test_a_body_above_the_limit_gets_413_however_it_is_sent() -> None:
    limit = 1_000
    body = json.dumps({"query": "{ hello }", "extensions": {"x": "x" * limit}}).encode()
    headers = {"Content-Type": "application/json"}
    with served(small_application(limits=Limits(body=limit))) as client:
        for content in (body, iter([body[:500], body[500:], b" " * 5_000_000])):
            refused(client.post("/graphql", content=content, headers=headers), 413, "TOO_COSTLY")
        exact = json.dumps({"query": "{ hello }"}).encode()
        fits = client.post("/graphql", content=exact + b" " * (limit - len(exact)), headers=headers)
        assert fits.json() == {"data": {"hello": "hello"}}
        exceeds = client.post("/graphql", content=exact + b" " * (limit - len(exact) + 1), headers=headers)
        refused(exceeds, 413, "TOO_COSTLY")
        refused(client.get("/graphql", params={"query": "{ hello }" + "#" * limit}), 414, "TOO_COSTLY")


def test_a_client_that_goes_away_while_sending_leaves_the_server_standing(client: httpx2.Client) -> None:
    def torn() -> Iterator[bytes]:
        yield b'{"query": '
        raise ConnectionError("gone")

    with pytest.raises(ConnectionError):
        client.post("/graphql", content=torn(), headers={"Content-Type": "application/json"})
    assert post(client, "{ hello }").status_code == 200


# Entity tags


@pytest.fixture
def own_network() -> Network:
    return Network()


@pytest.fixture
def own_client(own_network: Network) -> Iterator[httpx2.Client]:
    with served(small_application(own_network)) as client:
        yield client


def test_an_unchanged_answer_gets_304_and_is_not_executed(own_client: httpx2.Client, own_network: Network) -> None:
    first = own_client.get("/graphql", params={"query": "{ hello }"})
    assert first.headers["etag"].startswith('W/"')
    assert first.headers["cache-control"] == "private, no-cache"
    assert first.headers["vary"] == "Accept, Authorization, Cookie"
    assert own_network.questions == 1
    again = own_client.get("/graphql", params={"query": "{ hello }"}, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    for header in ("etag", "cache-control", "vary"):
        assert again.headers[header] == first.headers[header]
    assert own_network.questions == 1


def test_a_tag_is_of_the_version_the_viewer_the_request_and_the_media_type(
    own_client: httpx2.Client, own_network: Network
) -> None:
    def tag(params: dict[str, str], headers: dict[str, str] | None = None) -> str:
        tag: str = own_client.get("/graphql", params=params, headers=headers).headers["etag"]
        return tag

    document = "query A($first: Int = 2) { people(first: $first) { totalCount } } query B { hello }"
    tags = [
        tag({"query": document, "operationName": "A"}),
        tag({"query": document, "operationName": "B"}),
        tag({"query": document, "operationName": "A", "variables": '{"first": 3}'}),
        tag({"query": document, "operationName": "A"}, {"X-Viewer": "MEMBER"}),
        tag({"query": document, "operationName": "A"}, {"Accept": RESPONSE_JSON}),
    ]
    own_network.version += 1
    tags.append(tag({"query": document, "operationName": "A"}))
    assert len(set(tags)) == len(tags)
    own_network.version -= 1
    assert tag({"query": document, "operationName": "A"}) == tags[0]


def test_a_query_by_post_has_a_tag_too_but_is_always_answered(client: httpx2.Client) -> None:
    tag = post(client, "{ hello }").headers["etag"]
    response = client.post(
        "/graphql", json={"query": "{ hello }"}, headers={"Accept": RESPONSE_JSON, "If-None-Match": tag}
    )
    assert (response.status_code, response.headers["etag"]) == (200, tag)


@pytest.mark.parametrize("document", ['mutation { note(text: "x") }', "{ hello broken }", "{ nothing }", "{"])
def test_mutations_and_errors_are_not_kept(client: httpx2.Client, document: str) -> None:
    response = post(client, document)
    assert "etag" not in response.headers
    assert response.headers["cache-control"] == "no-store"


def test_if_none_match_is_read_weakly_and_as_a_list() -> None:
    tag = entity_tag("a")
    strong = tag.removeprefix("W/")
    assert matches(tag, tag)
    assert matches(strong, tag)
    assert matches(f'"x", {tag}', tag)
    for header in (None, "", "*", '"x"', strong.strip('"'), strong[:-2] + '"'):
        assert not matches(header, tag)


def test_parts_of_a_tag_do_not_run_into_each_other() -> None:
    assert entity_tag("ab", "c") != entity_tag("a", "bc")


# Execution


def test_a_resolver_may_call_the_event_loop(client: httpx2.Client) -> None:
    assert post(client, "{ fromTheLoop }").json() == {"data": {"fromTheLoop": "from the loop"}}


def test_a_slow_question_does_not_hold_up_a_fast_one(client: httpx2.Client) -> None:
    slow = threading.Thread(target=post, args=(client, "{ slow(seconds: 2) }"))
    slow.start()
    time.sleep(0.2)
    begun = time.perf_counter()
    assert post(client, "{ hello }").status_code == 200
    assert time.perf_counter() - begun < 1
    slow.join()


def test_no_more_questions_are_executed_at_once_than_allowed() -> None:
    with served(small_application(limits=Limits(concurrent=2))) as client:
        threads = [threading.Thread(target=post, args=(client, "{ slow(seconds: 0.3) }")) for _ in range(4)]
        begun = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert 0.6 <= time.perf_counter() - begun < 1.1


def test_documents_are_kept_until_others_need_the_room() -> None:
    documents = Documents(schema._schema, Limits(), kept_tokens=30)
    first = documents.prepared("{ hello }")
    assert documents.prepared("{ hello }") is first
    for n in range(10):
        documents.prepared(f"{{ a{n}: hello }}")
        assert documents._tokens <= 30
    assert documents.prepared("{ hello }") is not first


def test_documents_that_failed_are_not_kept() -> None:
    documents = Documents(schema._schema, Limits())
    for _ in range(2):
        with pytest.raises(RequestErrors):
            documents.prepared("{ nothing }")
    assert documents._tokens == 0


def test_a_schema_with_async_resolvers_is_refused_at_the_start() -> None:
    @strawberry.type
    class Query:
        @strawberry.field
        async def hello(self) -> str:
            return "hello"

    with pytest.raises(ValueError, match=r"Query\.hello has an async resolver"):
        GraphQLEndpoint(strawberry.Schema(Query), context_for=lambda _: None)


def test_a_schema_with_extensions_is_refused_at_the_start() -> None:
    @strawberry.type
    class Query:
        hello: str = "hello"

    with pytest.raises(ValueError, match="extensions"):
        GraphQLEndpoint(strawberry.Schema(Query, extensions=[SchemaExtension]), context_for=lambda _: None)


# The audit of the specification

AUDIT = Path(__file__).parent / "http_audit"
CHECKS = 61


@pytest.fixture(scope="session")
def audit_script() -> Path:
    """The audit with its packages, installed outside the checkout and kept there for the next run."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        pytest.fail("the audit runs on Node.js 18 or newer: apt-get install nodejs npm, or brew install node")
    lock = (AUDIT / "package-lock.json").read_bytes() + (AUDIT / "audit.mjs").read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "korte-lijnen"
    folder = cache / f"http-audit-{hashlib.sha256(lock).hexdigest()[:12]}"
    if not (folder / "installed").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(AUDIT, folder)
        npm = subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=folder, capture_output=True, text=True, check=False)
        assert npm.returncode == 0, npm.stderr
        (folder / "installed").touch()
    return folder / "audit.mjs"


def test_every_check_of_the_audit_is_passed(client: httpx2.Client, audit_script: Path) -> None:
    url = str(client.base_url.join("/graphql"))
    node = subprocess.run(["node", audit_script, url], capture_output=True, text=True, check=False, timeout=120)
    assert node.returncode == 0, node.stderr
    checks = [json.loads(line) for line in node.stdout.splitlines()]
    assert len(checks) == CHECKS
    assert [check for check in checks if check["status"] != "ok"] == []
