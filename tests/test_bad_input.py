"""Bad input, over HTTP and on the command line: a clear error that names what is wrong, and nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from graph.live import LiveNetwork
from graph.stores import open_store
from graph.viewers import Role, Viewer
from resolvers.context import Context
from resolvers.costs import COSTS, LENGTHS
from schema import schema
from server.application import application
from server.limits import Limits
from tests.graph.networks import Line, knows, node, relation
from tests.graphql_http import served
from tests.running import korte_lijnen

LINES: list[Line] = [
    *(node("Person", id, introducible=True) for id in ("anna", "bas", "cas")),
    node("SchoolBoard", "b1"),
    node("Region", "r"),
    node("Sector", "VO", weighs="PUPILS"),
    node("Coalition", "k", phase="FORMING"),
    relation("WORKS_FOR", "anna", "b1"),
    knows("anna", "bas"),
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    with LiveNetwork(open_store(f"sqlite:///{tmp_path_factory.mktemp('store') / 'network.db'}")) as live:
        live.write("Tess", "a test", list(enumerate(LINES, 1)))
        app = application(
            schema,
            lambda _: Context.of(live, Viewer("Tess", Role.STEWARD)),
            network_version=lambda: live.network.version,
            limits=Limits(weights=COSTS, lengths=LENGTHS),
        )
        with served(app) as client:
            yield client


def asked(client: httpx2.Client, document: str, **variables: object) -> dict[str, Any]:
    answer = client.post("/graphql", json={"query": document, "variables": variables})
    assert answer.status_code in (200, 400), answer.text
    read: dict[str, Any] = answer.json()
    for error in read.get("errors", ()):
        assert error["extensions"]["code"] in ("BAD_INPUT", "NOT_FOUND", "TOO_COSTLY"), error
        assert error["message"]
    return read


def error_of(client: httpx2.Client, document: str, **variables: object) -> dict[str, Any]:
    (error,) = asked(client, document, **variables)["errors"]
    return {**error["extensions"], "message": error["message"], "path": error.get("path")}


# Arguments

PATHS = "contactPaths(from: {}, to: {}) {{ __typename }}"


@pytest.mark.parametrize(
    ("field", "name", "code"),
    [
        ('node(id: "nobody") { id }', "id", "NOT_FOUND"),
        ('byCode(system: DUO, code: "1") { id }', "code", "NOT_FOUND"),
        ('people(filter: {sector: "nobody"}) { totalCount }', "filter.sector", "NOT_FOUND"),
        ('people(filter: {sector: "r"}) { totalCount }', "filter.sector", "BAD_INPUT"),
        ('people(filter: {area: "VO"}) { totalCount }', "filter.area", "BAD_INPUT"),
        ('people(filter: {organisation: "k"}) { totalCount }', "filter.organisation", "BAD_INPUT"),
        ('people(filter: {coalition: "b1"}) { totalCount }', "filter.coalition", "BAD_INPUT"),
        ('people(filter: {text: "---"}) { totalCount }', "filter.text", "BAD_INPUT"),
        ('organisations(filter: {partOf: "anna"}) { totalCount }', "filter.partOf", "BAD_INPUT"),
        ('coalitions(filter: {area: "anna"}) { totalCount }', "filter.area", "BAD_INPUT"),
        ('municipalities(area: "anna") { totalCount }', "area", "BAD_INPUT"),
        ('search(text: "") { totalCount }', "text", "BAD_INPUT"),
        ('search(text: "a", first: 0) { totalCount }', "first", "BAD_INPUT"),
        ('search(text: "a", sector: "r") { totalCount }', "sector", "BAD_INPUT"),
        ("people(first: 0) { totalCount }", "first", "BAD_INPUT"),
        ("people(first: -1) { totalCount }", "first", "BAD_INPUT"),
        ("people(first: 101) { totalCount }", "first", "BAD_INPUT"),
        ("people(first: 2147483647) { totalCount }", "first", "BAD_INPUT"),
        ('people(after: "bm9ib2R5") { totalCount }', "after", "BAD_INPUT"),
        ('people(after: "") { totalCount }', "after", "BAD_INPUT"),
        ('node(id: "anna") { relations(first: 0) { totalCount } }', "first", "BAD_INPUT"),
        ('node(id: "anna") { history(first: 101) { version } }', "first", "BAD_INPUT"),
        (PATHS.format('"nobody"', '{person: "bas"}'), "from", "NOT_FOUND"),
        (PATHS.format('"r"', '{person: "bas"}'), "from", "BAD_INPUT"),
        (PATHS.format('"anna"', '{person: "nobody"}'), "to.person", "NOT_FOUND"),
        (PATHS.format('"anna"', '{person: "b1"}'), "to.person", "BAD_INPUT"),
        (PATHS.format('"anna"', '{person: ""}'), "to.person", "NOT_FOUND"),
        (PATHS.format('"anna"', '{organisation: ""}'), "to.organisation", "NOT_FOUND"),
        ("nodes(ids: [" + '"anna" ' * 101 + "]) { id }", "ids", "BAD_INPUT"),
        ("neighbourhood(around: [" + '"anna" ' * 101 + "]) { truncated }", "around", "BAD_INPUT"),
        (PATHS.format('"anna"', '{organisation: "bas"}'), "to.organisation", "BAD_INPUT"),
        (PATHS.format('"anna"', "{need: {}}"), "to.need", "BAD_INPUT"),
        (PATHS.format('"anna"', '{need: {sector: "r"}}'), "to.need.sector", "BAD_INPUT"),
        (PATHS.format('"anna"', '{need: {theme: " "}}'), "to.need.theme", "BAD_INPUT"),
        ('contactPaths(from: "anna", to: {person: "bas"}, first: 21) { __typename }', "first", "BAD_INPUT"),
        ('contactPaths(from: "anna", to: {person: "bas"}, first: 0) { __typename }', "first", "BAD_INPUT"),
        (
            'contactPaths(from: "anna", to: {person: "bas"}, maxHandshakes: 7) { __typename }',
            "maxHandshakes",
            "BAD_INPUT",
        ),
        (
            'contactPaths(from: "anna", to: {person: "bas"}, maxHandshakes: 0) { __typename }',
            "maxHandshakes",
            "BAD_INPUT",
        ),
        ('contactPaths(from: "anna", to: {person: "bas"}, avoid: ["r"]) { __typename }', "avoid", "BAD_INPUT"),
        ('contactPaths(from: "anna", to: {person: "bas"}, via: "VO") { __typename }', "via", "BAD_INPUT"),
        ('contactPaths(from: "anna", to: {person: "bas"}, via: "x") { __typename }', "via", "NOT_FOUND"),
        ("contacts(need: {}) { score }", "need", "BAD_INPUT"),
        ('contacts(need: {sector: "VO"}, from: "r") { score }', "from", "BAD_INPUT"),
        ('contacts(need: {sector: "VO"}, first: 101) { score }', "first", "BAD_INPUT"),
        ('representation(coalition: "b1") { filled }', "coalition", "BAD_INPUT"),
        ('coverage(area: "k") { cells { state } }', "area", "BAD_INPUT"),
        ('coverage(area: "r", coalition: "r") { cells { state } }', "coalition", "BAD_INPUT"),
        ('coverage(area: "r", sectors: ["VO", "r"]) { cells { state } }', "sectors", "BAD_INPUT"),
        ("neighbourhood(around: []) { truncated }", "around", "BAD_INPUT"),
        ('neighbourhood(around: ["anna"], steps: 7) { truncated }', "steps", "BAD_INPUT"),
        ('neighbourhood(around: ["anna"], steps: -1) { truncated }', "steps", "BAD_INPUT"),
        ('neighbourhood(around: ["anna"], limit: 0) { truncated }', "limit", "BAD_INPUT"),
        ('neighbourhood(around: ["anna"], limit: 2001) { truncated }', "limit", "BAD_INPUT"),
    ],
)
def test_an_error_names_the_argument_and_leaves_the_rest_standing(
    client: httpx2.Client, field: str, name: str, code: str
) -> None:
    answer = asked(client, f"{{ network {{ version asked: {field} }} }}")
    assert answer["data"]["network"]["version"] == 1
    (error,) = answer["errors"]
    assert (error["extensions"]["code"], error["extensions"]["field"]) == (code, name)
    assert error["path"][:2] == ["network", "asked"]
    assert error["extensions"]["expected"]
    advised = "Ask for the rest with `after`" in (error["extensions"]["help"] or "")
    assert advised == (field in ("people(first: 101) { totalCount }", "people(first: 2147483647) { totalCount }"))


@pytest.mark.parametrize("day", ["15-11-2026", "2026-02-30", "morgen", ""])
def test_a_date_that_is_none_is_told_with_its_argument_and_its_form(client: httpx2.Client, day: str) -> None:
    expected = "YYYY-MM-DD, such as 2026-11-15"
    written = error_of(client, f'{{ network(asOf: "{day}") {{ version }} }}')
    assert (written["code"], written["field"], written["actual"], written["expected"]) == (
        "BAD_INPUT",
        "asOf",
        f'"{day}"',
        expected,
    )
    given = error_of(client, "query ($day: Date) { network(asOf: $day) { version } }", day=day)
    assert (given["field"], given["expected"]) == ("variables.day", expected)
    assert error_of(client, "{ network(asOf: 2026) { version } }")["expected"] == expected


def test_a_thousand_ids_are_too_many(client: httpx2.Client) -> None:
    error = error_of(client, "query ($ids: [ID!]!) { network { nodes(ids: $ids) { id } } }", ids=["anna"] * 1_000)
    assert error["code"] == "BAD_INPUT"
    assert "100" in error["expected"]


def test_a_long_text_is_not_looked_for(client: httpx2.Client) -> None:
    for text in ("a" * 201, "a b " * 40, "é" * 100_000):
        error = error_of(client, "query ($t: String!) { network { search(text: $t) { totalCount } } }", t=text)
        assert (error["code"], error["field"]) == ("BAD_INPUT", "text")
        assert len(error["actual"]) <= 40


@pytest.mark.parametrize(
    "id", ["", " ", "\0", "a" * 100_000, "'); DROP TABLE nodes; --", "\ud800", "${jndi:x}", "学校"]
)
def test_an_id_may_be_anything_and_is_just_not_there(client: httpx2.Client, id: str) -> None:
    document = "query ($id: ID!) { node(id: $id) { id } network { node(id: $id) { id } } }"
    body = json.dumps({"query": document, "variables": {"id": id}}).encode()
    answer = client.post("/graphql", content=body, headers={"Content-Type": "application/json"})
    codes = {error["extensions"]["code"] for error in answer.json()["errors"]}
    assert codes <= {"NOT_FOUND", "BAD_INPUT"}
    assert len(answer.content) < 10_000


# What the types of arguments refuse


@pytest.mark.parametrize(
    "day", ["2026-02-30", "2026-13-01", "2025-02-29", "20260101", "2026-W01-1", "today", "", "2026-1-1", "٢٠٢٦-01-01"]
)
def test_a_day_that_is_none_is_refused_wherever_it_stands(client: httpx2.Client, day: str) -> None:
    written = error_of(client, f"{{ network(asOf: {json.dumps(day, ensure_ascii=False)}) {{ version }} }}")
    given = error_of(client, "query ($day: Date) { network(asOf: $day) { version } }", day=day)
    assert written["code"] == given["code"] == "BAD_INPUT"
    assert given["field"] == "variables.day"
    assert day in written["message"]


@pytest.mark.parametrize("day", [5, True, ["2026-01-01"], {"year": 2026}])
def test_a_day_that_is_no_text_is_refused(client: httpx2.Client, day: object) -> None:
    assert error_of(client, "query ($day: Date) { network(asOf: $day) { version } }", day=day)["code"] == "BAD_INPUT"


@pytest.mark.parametrize(
    "target",
    ["{}", '{person: "bas", organisation: "b1"}', "{person: null}", '{person: "bas", need: null}', '{somebody: "bas"}'],
)
def test_a_target_is_exactly_one_of_its_members(client: httpx2.Client, target: str) -> None:
    document = f'{{ network {{ contactPaths(from: "anna", to: {target}) {{ __typename }} }} }}'
    assert {error["extensions"]["code"] for error in asked(client, document)["errors"]} == {"BAD_INPUT"}


@pytest.mark.parametrize("target", [{}, {"person": "bas", "organisation": "b1"}, {"person": None}, {"x": 1}, [], "bas"])
def test_a_target_in_variables_is_exactly_one_of_its_members(client: httpx2.Client, target: object) -> None:
    document = 'query ($to: ContactTarget!) { network { contactPaths(from: "anna", to: $to) { __typename } } }'
    errors = asked(client, document, to=target)["errors"]
    assert {error["extensions"]["code"] for error in errors} == {"BAD_INPUT"}
    assert all(error["extensions"]["field"].startswith("variables.to") for error in errors)


@pytest.mark.parametrize("number", ["99999999999", "1.5", '"5"', "true", "1e400", "[1]"])
def test_a_number_that_is_none_is_refused(client: httpx2.Client, number: str) -> None:
    assert error_of(client, f"{{ network {{ people(first: {number}) {{ totalCount }} }} }}")["code"] == "BAD_INPUT"


def test_a_cursor_that_was_altered_is_refused(client: httpx2.Client) -> None:
    document = "query ($after: String) { network { people(first: 1, after: $after) { pageInfo { endCursor } } } }"
    cursor = asked(client, document)["data"]["network"]["people"]["pageInfo"]["endCursor"]
    for altered in (cursor[:-1], cursor + "A", cursor.swapcase(), cursor[::-1], " " + cursor):
        error = error_of(client, document, after=altered)
        assert (error["code"], error["field"], error["path"]) == ("BAD_INPUT", "after", ["network", "people"])


def test_a_cursor_of_another_list_is_refused(client: httpx2.Client) -> None:
    found = asked(client, '{ network { search(text: "anna") { pageInfo { endCursor } } } }')
    cursor = found["data"]["network"]["search"]["pageInfo"]["endCursor"]
    document = "query ($after: String) { network { people(after: $after) { totalCount } } }"
    assert error_of(client, document, after=cursor)["field"] == "after"


def test_a_question_that_costs_too_much_tells_what_costs_most(client: httpx2.Client) -> None:
    known = "handshakes(first: 100) { edges { node { to { id } } } }"
    inner = known.replace("id", known)
    error = error_of(client, f"{{ network {{ people(first: 100) {{ edges {{ node {{ {inner} }} }} }} }} }}")
    assert error["code"] == "TOO_COSTLY"
    assert error["actual"] > error["expected"]
    assert error["field"].startswith("network.people(first: 100)")


def test_a_document_of_a_megabyte_is_refused(client: httpx2.Client) -> None:
    document = "{ network { version } } #" + "x" * 1_100_000
    answer = client.post("/graphql", json={"query": document})
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (413, "TOO_COSTLY")
    many = "{ network { " + " ".join(f"a{i}: version" for i in range(60_000)) + " } }"
    assert client.post("/graphql", json={"query": many}).json()["errors"][0]["extensions"]["code"] == "TOO_COSTLY"


# The command line


def run(folder: Path, *arguments: str, given: bytes = b"") -> tuple[int, str, str]:
    """Exit code, output and error output of the command."""
    ran = korte_lijnen(folder, *arguments, given=given)
    assert "Traceback" not in ran.error
    assert "Internal error" not in ran.error
    return ran.code, ran.output, ran.error


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store that holds one region."""
    folder = tmp_path_factory.mktemp("work")
    assert run(folder, "load", "-", given=b'{"node": "Region", "id": "r", "name": "Parkstad"}\n')[0] == 0
    return folder


X = b'{"node": "Region", "id": "x", "name": "X"'
BROKEN = [
    (X, "line 1: is no JSON"),
    (b'{"node": "Region", "id": "x", "name": "N\xe9"}', "line 1: byte 41 is not UTF-8"),
    ('{"node": "Region"}'.encode("utf-16"), "line 1: byte 1 is not UTF-8"),
    (b"[1, 2]", "line 1: is no object"),
    (b'{"a":' * 50_000, "line 1: is "),
    (b"[" * 100_000, "line 1: is "),
    (b'{"node": "Region", "id": "x", "name": "' + b"n" * 3_000_000 + b'"}', "line 1: is too long"),
    (b'{"node": "Planet", "id": "x", "name": "X"}', "line 1: node: is «Planet» (expected one of Person,"),
    (X + b', "since": "2026-02-30"}', "since: 2026-02-30 is no day of the calendar"),
    (X + b', "since": "2026-02-02", "until": "2026-01-01"}', "until: 2026-01-01 lies before since"),
    (X + b', "colour": "red"}', "line 1: colour: is no member of this line"),
    (X + b"}\n" + X + b', "until": "2026-01-01"}', "line 2: id: «x» stands with different content in line 1"),
    (b'{"relation": "PART_OF", "from": "r", "to": "nowhere"}', "line 1: to: «nowhere» does not exist"),
    (b'{"relation": "HOLDS", "from": "r", "to": "r"}', "line 1: relation: HOLDS does not run from Region to Region"),
    (b"\0\0\0\0", "line 1: is no JSON"),
    (b'{"node": "Region", "id": NaN}', "line 1: holds NaN"),
]


@pytest.mark.parametrize(("given", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_a_broken_file_is_told_by_line_and_member_and_stores_nothing(folder: Path, given: bytes, said: str) -> None:
    before = run(folder, "dump")[1]
    code, output, error = run(folder, "load", "-", given=given)
    assert (code, output) == (1, "")
    assert said in error
    assert "nothing was stored" in error
    assert len(error) < 20_000
    assert run(folder, "dump")[1] == before


def test_a_million_broken_lines_are_told_a_hundred_and_the_total(folder: Path) -> None:
    code, _, error = run(folder, "load", "-", given=b"x\n" * 1_000_000)
    assert code == 1
    assert error.startswith("Error: 1,000,000 errors in the lines of standard input; nothing was stored.\n")
    assert error.count("\n  line ") == 100
    assert error.endswith("... and 999,900 more.\n")


def test_files_that_cannot_be_read_are_named(folder: Path) -> None:
    for name in ("nothing.jsonl", ".", "a\0b"):
        if "\0" in name:
            continue  # no process can be given that
        code, _, error = run(folder, "load", name)
        assert code == 1
        assert f"{name} cannot be read" in error


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("query", "{ network { nope } }"), 1, "Cannot query field 'nope'"),
        (("query", "{ network"), 1, "Syntax Error"),
        (("query", '{ node(id: "nobody") { id } }'), 1, "NOT_FOUND"),
        (("query", '{ network(asOf: "2026-02-30") { version } }'), 1, "2026-02-30 is no day of the calendar"),
        (("query", "{ network { people(first: 0) { totalCount } } }"), 1, "BAD_INPUT"),
        (("query", "query A { __typename } query B { __typename }"), 1, "several operations"),
        (("query", "query A { __typename }", "--operation", "C"), 1, "no operation named 'C'"),
    ],
)
def test_a_wrong_question_is_answered_with_errors_in_json_and_exit_1(
    folder: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    given, output, error = run(folder, *arguments)
    assert (given, error) == (code, "")
    assert said in output
    for one in json.loads(output)["errors"]:
        assert one["extensions"]["code"] in ("BAD_INPUT", "NOT_FOUND")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("query", "nothing.graphql"), "nothing.graphql cannot be read"),
        (("query", "{a}", "--variables", "nothing.json"), "nothing.json cannot be read"),
        (("query", "{a}", "--variables", '{"a"'), "The variables are no JSON"),
        (("query", "-", "--variables", "-"), "The variables are no JSON"),
        (("dump", "--at", "99"), "there is no version 99"),
        (("dump", "--at", "-1"), "there is no version -1"),
        (("dump", "--output", "no/such/folder/file"), "cannot be written"),
        (("import", "areas", "nothing.csv"), "nothing.csv cannot be read"),
        (("--store", "sqlite:///none.db", "info"), "There is no file none.db"),
        (("--store", "mysql://host", "info"), "there is no store at that address"),
        (("--store", "neo4j://user:secret@host", "info"), "the address of the store holds a user or password"),
        (("--store", "sqlite:///.", "load", "--demo"), "is a folder"),
        (("serve", "--demo", "--host", "0.0.0.0"), "can be reached from other machines"),
        (("serve", "--host", "no such host"), "cannot listen"),
    ],
)
def test_a_wrong_command_says_what_is_wrong_and_ends_with_1(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, output, error = run(folder, *arguments, given=b"[]")
    assert (code, output) == (1, "")
    assert error.startswith("Error: ")
    assert said in error
    assert "secret" not in error


@pytest.mark.parametrize(
    "arguments",
    [("load",), ("nonsense",), ("dump", "--at", "x"), ("serve", "--port", "70000"), ("query",), ("import", "x", "y")],
)
def test_a_command_that_is_not_understood_ends_with_2(folder: Path, arguments: tuple[str, ...]) -> None:
    code, output, error = run(folder, *arguments)
    assert (code, output) == (2, "")
    assert "Usage: korte-lijnen" in error


def test_a_document_that_is_no_utf_8_or_too_large_is_refused(folder: Path) -> None:
    code, _, error = run(folder, "query", "-", given=b"{ \xff }")
    assert (code, "byte 3 is not UTF-8" in error) == (1, True)
    code, _, error = run(folder, "query", "-", given=b"{ network { version } } #" + b"x" * 1_100_000)
    assert (code, "larger than" in error) == (1, True)


def test_a_file_that_is_no_store_is_said_to_be_none(folder: Path) -> None:
    (folder / "text.db").write_text("This is a text.\n" * 100)
    code, _, error = run(folder, "--store", "sqlite:///text.db", "info")
    assert code == 1
    assert error.startswith("Error: ")
    assert (folder / "text.db").read_text() == "This is a text.\n" * 100
