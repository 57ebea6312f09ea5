"""The command `korte-lijnen`: what each of its commands does, on both stores where the store matters."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import click
import httpx2
import orjson
import pytest
from click import Context

from graph.errors import Conflict
from graph.live import LiveNetwork
from graph.stores import open_store
from schema import schema
from server.command_line.command import cli
from server.command_line.stores import new_network
from server.questions import demo_questions
from server.settings import NEO4J_PASSWORD, NEO4J_USER, SETTINGS, STORE
from tests.neo4j_server import Neo4jServer
from tests.running import korte_lijnen
from tests.stores.places import neo4j_place

CHECKOUT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-c", "from server.command_line import main; main()"]
REGION = b'{"node":"Region","id":"r","name":"Parkstad","visibility":"PUBLIC"}\n'
FILE = "areas.csv"
FENNA = b'{"node":"Person","id":"fenna","name":"Fenna Dirks","visibility":"MEMBER"}\n'


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)


@pytest.fixture(params=["sqlite", "neo4j"])
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty store, of each sort in turn; it is the one that the environment names."""
    if request.param == "sqlite":
        address = "sqlite:///network.db"
    else:
        server: Neo4jServer = request.getfixturevalue("neo4j_server")
        place = neo4j_place(server)
        address = place.address
        monkeypatch.setenv(NEO4J_USER.name, place.user or "")
        monkeypatch.setenv(NEO4J_PASSWORD.name, place.password or "")
    monkeypatch.setenv(STORE.name, address)
    return address


def done(folder: Path, *arguments: str, given: bytes = b"") -> str:
    """The output of a command that does what it is asked."""
    ran = korte_lijnen(folder, *arguments, given=given)
    assert (ran.code, ran.error) == (0, "")
    return ran.output


# Files


def test_what_is_loaded_is_dumped_in_a_stable_order(store: str, tmp_path: Path) -> None:
    assert done(tmp_path, "load", "-", given=FENNA + REGION) == (
        "2 added, 0 changed, 0 removed, 0 unchanged. Version 1.\n"
    ), store
    assert done(tmp_path, "dump").encode() == FENNA + REGION


def test_what_is_loaded_again_changes_nothing(store: str, tmp_path: Path) -> None:
    (tmp_path / "network.jsonl").write_bytes(REGION)
    done(tmp_path, "load", "network.jsonl")
    again = done(tmp_path, "load", "network.jsonl")
    assert again == "Nothing new: 1 lines say what was known already. Version 1.\n", store


def test_files_are_loaded_together_and_may_name_each_others_nodes(tmp_path: Path) -> None:
    (tmp_path / "relations.jsonl").write_text('{"relation": "PART_OF", "from": "GM1", "to": "r"}')
    (tmp_path / "nodes.jsonl").write_text('{"node": "Municipality", "id": "GM1", "name": "Aa"}\n')
    said = done(tmp_path, "load", "relations.jsonl", "nodes.jsonl", "-", given=REGION)
    assert said == "3 added, 0 changed, 0 removed, 0 unchanged. Version 1.\n"


def test_errors_in_several_files_say_in_which(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(REGION + b'{"node": "Region", "id": "x"}\n')
    (tmp_path / "b.jsonl").write_bytes(b'\n{"node": "Region", "id": "r", "name": "Mijnstreek"}\n')
    ran = korte_lijnen(tmp_path, "load", "a.jsonl", "b.jsonl")
    assert ran.code == 1
    assert "line 2 of a.jsonl: name: is missing" in ran.error
    assert "line 2 of b.jsonl: id: «r» stands with different content in line 1 of a.jsonl" in ran.error


def test_broken_lines_of_several_files_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"x\n")
    (tmp_path / "b.jsonl").write_bytes(REGION + b"y\n")
    error = korte_lijnen(tmp_path, "load", "a.jsonl", "b.jsonl").error
    assert error.startswith("Error: 2 errors in the lines; nothing was stored.\n  line 1 of a.jsonl: is no JSON")
    assert "\n  line 2 of b.jsonl: is no JSON" in error


def test_a_line_that_is_broken_hides_no_other_error(tmp_path: Path) -> None:
    ran = korte_lijnen(tmp_path, "load", "-", given=b'{"node": "Region"\n{"node": "Region", "id": "x"}\n' + REGION)
    assert ran.error.splitlines()[1:] == [
        "  line 1: is no JSON: Expecting ',' delimiter at column 1 (expected one JSON object a line)",
        "  line 2: name: is missing (expected a text)",
    ]


@pytest.mark.parametrize(
    "refused",
    [("load", "-"), ("load", "--replace", "-"), ("import", "areas", "-"), ("import", "areas", "--dry-run", FILE)],
)
def test_what_is_refused_or_only_tried_leaves_no_store_behind(tmp_path: Path, refused: tuple[str, ...]) -> None:
    (tmp_path / FILE).write_text("Gemeentecode;Gemeentenaam;Provincienaam\n0917;Heerlen;Limburg\n")
    korte_lijnen(tmp_path, *refused, given=b'{"node": "Region"}\n')
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE]


def test_a_store_that_another_process_made_meanwhile_keeps_what_is_in_it(tmp_path: Path) -> None:
    store = "sqlite:///" + str(tmp_path / "network.db")
    with Context(click.Command("load"), obj=None), ExitStack() as opened:
        opened.enter_context(new_network(store)).write("Tess", "a test", [(1, json.loads(REGION))])
        done(tmp_path, "load", "--store", store, "-", given=FENNA)
        with pytest.raises(Conflict):
            opened.close()
    assert done(tmp_path, "dump", "--store", store).encode() == FENNA
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_store_is_for_its_owner_alone(tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=REGION)
    with LiveNetwork(open_store(f"sqlite:///{tmp_path / 'korte-lijnen.db'}")) as live:
        live.write("Tess", "a test", [(1, json.loads(FENNA))])
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes == dict.fromkeys(("korte-lijnen.db", "korte-lijnen.db-wal", "korte-lijnen.db-shm"), 0o600)


def test_replacing_by_nothing_is_refused(tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=REGION)
    ran = korte_lijnen(tmp_path, "load", "--replace", "-", given=b"\n")
    assert (ran.code, "--replace would remove everything" in ran.error) == (1, True)
    assert done(tmp_path, "dump").encode() == REGION


def test_replacing_a_node_by_one_of_another_kind_needs_another_id(tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=REGION)
    aa = b'{"node":"Municipality","id":"r","name":"Aa","visibility":"PUBLIC"}\n'
    assert korte_lijnen(tmp_path, "load", "--replace", "-", given=aa).error.splitlines()[1] == (
        "  line 1: id: «r» is known as a Region "
        "(expected another id (what has this one is then removed), or the same sort)"
    )
    said = done(tmp_path, "load", "--replace", "-", given=aa.replace(b'"r"', b'"aa"'))
    assert said == "1 added, 0 changed, 1 removed, 0 unchanged. Version 2.\n"


def test_the_taxonomy_is_loaded_with_what_names_its_sectors(tmp_path: Path) -> None:
    board = (
        b'{"node": "SchoolBoard", "id": "b", "name": "Stichting"}\n{"relation": "IN_SECTOR", "from": "b", "to": "VO"}'
    )
    assert "«VO» does not exist" in korte_lijnen(tmp_path, "load", "-", given=board).error
    done(tmp_path, "load", "--taxonomy", "-", given=board)
    asked = '{ network { organisations(filter: { sector: "VO" }) { totalCount } } }'
    assert json.loads(done(tmp_path, "query", asked)) == {"data": {"network": {"organisations": {"totalCount": 1}}}}
    assert done(tmp_path, "load", "--taxonomy").startswith("Nothing new")


def test_the_readme_leads_to_a_network_of_ones_own(tmp_path: Path) -> None:
    (own,) = re.findall(r"## Your own network\n(.*?)\n## ", (CHECKOUT / "README.md").read_text("utf-8"), re.DOTALL)
    (lines,) = re.findall(r"```json\n(.*?)```", own, re.DOTALL)
    (tmp_path / "network.jsonl").write_text(lines, "utf-8")
    commands = [line.split("#")[0].strip() for line in own.splitlines() if line.startswith(".venv/bin/korte-lijnen ")]
    assert [shlex.split(command)[1] for command in commands] == [
        *("load", "query", "import", "import", "template", "import-sheet", "export", "report", "dump", "serve")
    ]
    (load, query, *_, template, _, export, report, dump, _) = [shlex.split(command)[1:] for command in commands]
    assert done(tmp_path, *load).endswith("unchanged. Version 1.\n")
    asked = json.loads(done(tmp_path, *query))["data"]["network"]["representation"]
    assert asked == {"required": 1, "filled": 0, "cells": [{"state": "UNCONFIRMED"}]}
    done(tmp_path, *template)
    assert "1 row" in done(tmp_path, *export)
    assert done(tmp_path, *report) == "report.pdf is there.\n"
    done(tmp_path, *dump)
    assert "Fenna Dirks" in (tmp_path / "copy.jsonl").read_text("utf-8")


def test_replace_removes_what_the_files_do_not_name(store: str, tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=FENNA + REGION)
    said = done(tmp_path, "load", "--replace", "-", given=REGION)
    assert said == "0 added, 0 changed, 1 removed, 1 unchanged. Version 2.\n", store
    assert done(tmp_path, "dump").encode() == REGION


def test_a_dump_of_an_earlier_version_is_what_was_dumped_then(store: str, tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=FENNA + REGION)
    done(tmp_path, "load", "--replace", "-", given=REGION.replace(b"Parkstad", b"Mijnstreek"))
    assert done(tmp_path, "dump", "--at", "1").encode() == FENNA + REGION, store
    assert done(tmp_path, "dump", "--at", "0") == ""


def test_a_dump_that_is_loaded_elsewhere_is_the_same_network(tmp_path: Path) -> None:
    done(tmp_path, "load", "--demo")
    dumped = done(tmp_path, "dump")
    done(tmp_path, "--store", "sqlite:///copy.db", "load", "-", given=dumped.encode())
    assert done(tmp_path, "dump", "--store", "sqlite:///copy.db") == dumped


def test_a_dump_to_a_file_takes_the_place_of_the_file_only_when_it_is_whole(tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=REGION)
    (tmp_path / "out.jsonl").write_text("what was there")
    assert korte_lijnen(tmp_path, "dump", "--at", "9", "--output", "out.jsonl").code == 1
    assert (tmp_path / "out.jsonl").read_text() == "what was there"
    assert done(tmp_path, "dump", "--output", "out.jsonl") == ""
    assert (tmp_path / "out.jsonl").read_bytes() == REGION
    assert sorted(path.name for path in tmp_path.glob("*out*")) == ["out.jsonl"]


def test_the_demo_network_is_loaded_once(tmp_path: Path) -> None:
    assert re.fullmatch(r"[\d,]+ added, .*Version 1\.\n", done(tmp_path, "load", "--demo"))
    assert re.fullmatch(r"Nothing new: [\d,]+ lines .*Version 1\.\n", done(tmp_path, "load", "--demo"))


# Where the store is


def test_the_store_is_named_before_the_command_or_after_it_which_goes_first(tmp_path: Path) -> None:
    done(tmp_path, "--store", "sqlite:///a.db", "load", "-", given=REGION)
    done(tmp_path, "load", "--store", "sqlite:///b.db", "-", given=FENNA)
    both = done(tmp_path, "--store", "sqlite:///a.db", "dump", "--store", "sqlite:///b.db")
    assert both.encode() == FENNA


def test_the_store_is_that_of_the_environment_unless_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STORE.name, "sqlite:///environment.db")
    done(tmp_path, "load", "-", given=REGION)
    assert (tmp_path / "environment.db").exists()
    done(tmp_path, "load", "--store", "sqlite:///named.db", "-", given=REGION)
    assert (tmp_path / "named.db").exists()


def test_without_any_the_store_is_a_file_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STORE.name, "")
    done(tmp_path, "load", "-", given=REGION)
    assert (tmp_path / "korte-lijnen.db").exists()


@pytest.mark.parametrize("command", [("info",), ("dump",), ("query", "{ __typename }")])
def test_looking_at_a_store_that_is_not_there_makes_none(tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = korte_lijnen(tmp_path, *command)
    assert (ran.code, ran.output) == (1, "")
    assert "There is no file korte-lijnen.db." in ran.error
    assert list(tmp_path.iterdir()) == []


# Questions


def test_a_question_is_answered_in_json_as_to_a_steward(store: str, tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=FENNA)
    question = '{ network { version node(id: "fenna") { name ... on Person { introducible } } } }'
    assert json.loads(done(tmp_path, "query", question)) == {
        "data": {"network": {"version": 1, "node": {"name": "Fenna Dirks", "introducible": None}}}
    }, store


def test_a_question_stands_in_a_file_or_comes_in_with_variables_of_either_sort(tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=REGION)
    question = "query A($id: ID!) { node(id: $id) { name } } query B { __typename }"
    (tmp_path / "question.graphql").write_text("\ufeff" + question, encoding="utf-8")
    (tmp_path / "variables.json").write_text('{"id": "r"}')
    expected = {"data": {"node": {"name": "Parkstad"}}}
    for given, arguments in (
        (b"", ("question.graphql", "--variables", "variables.json")),
        (b"", ("question.graphql", "--variables", '{"id": "r"}')),
        (question.encode(), ("-", "--variables", "variables.json")),
        (b'{"id": "r"}', (question, "--variables", "-")),
    ):
        output = done(tmp_path, "query", *arguments, "--operation", "A", given=given)
        assert json.loads(output) == expected


def test_variables_that_are_a_list_are_said_to_be_no_object(tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=REGION)
    ran = korte_lijnen(tmp_path, "query", "{ __typename }", "--variables", "[1]")
    assert (ran.code, ran.error.splitlines()[0]) == (1, "Error: The variables are no JSON object: [1]")
    assert 'Expected: a JSON object of variables by name, such as {"area": "GM0917"}' in ran.error


def test_errors_come_with_the_data_that_stands_and_exit_1(tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=REGION)
    ran = korte_lijnen(tmp_path, "query", '{ a: node(id: "r") { id } b: node(id: "x") { id } }')
    answer = json.loads(ran.output)
    assert (ran.code, ran.error) == (1, "")
    assert answer["data"] == {"a": {"id": "r"}, "b": None}
    assert answer["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def test_the_schema_that_is_printed_is_the_one_that_is_served(tmp_path: Path) -> None:
    assert done(tmp_path, "schema") == schema.as_str() + "\n"


@pytest.mark.parametrize("question", demo_questions(), ids=lambda question: question.title)
def test_the_questions_to_begin_with_have_an_answer_on_the_demo_network(tmp_path: Path, question: object) -> None:
    done(tmp_path, "load", "--demo")
    answer = json.loads(done(tmp_path, "query", question.document))  # type: ignore[attr-defined]
    (found,) = answer["data"]["network"].values()
    assert found
    people = re.findall(r'"person": \{"name": "([^"]+)"|"people": \[\{"name": "([^"]+)"', json.dumps(answer))
    assert people, "nobody is in the answer"


def test_there_are_three_questions_to_begin_with() -> None:
    assert len(demo_questions()) == 3
    assert all(question.title.endswith("?") for question in demo_questions())


# Registers

AREAS = (
    "Gemeentecode,GemeentecodeGM,Gemeentenaam,Provinciecode,ProvinciecodePV,Provincienaam\r\n"
    "0917,GM0917,Heerlen,31,PV31,Limburg\r\n"
)


def test_a_register_is_tried_first_and_imported_then_and_again_changes_nothing(store: str, tmp_path: Path) -> None:
    (tmp_path / "gemeenten.csv").write_text(AREAS)
    said = done(tmp_path, "import", "areas", "gemeenten.csv", "--dry-run")
    assert "A dry run: nothing was stored." in said
    counts = said.partition("\n")[0]
    said = done(tmp_path, "import", "areas", "gemeenten.csv")
    assert counts in said
    assert "Stored as version 1." in said, store
    assert '"name":"Heerlen"' in done(tmp_path, "dump")
    assert "Nothing new: nothing was stored." in done(tmp_path, "import", "areas", "gemeenten.csv")


def test_rejected_rows_are_told_with_their_lines_and_nothing_is_stored(tmp_path: Path) -> None:
    (tmp_path / "gemeenten.csv").write_text(AREAS + "drie,GMdrie,Kerkrade,31,PV31,Limburg\r\n")
    ran = korte_lijnen(tmp_path, "import", "areas", "gemeenten.csv")
    assert ran.code == 1
    assert "Rejected: gemeenten.csv, line 3: " in ran.error
    assert not (tmp_path / "korte-lijnen.db").exists()
    ran = korte_lijnen(tmp_path, "import", "areas", "gemeenten.csv", "--despite-rejected")
    assert ran.code == 0
    assert '"name":"Heerlen"' in done(tmp_path, "dump")


def test_an_encoding_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "gemeenten.csv").write_text(AREAS)
    ran = korte_lijnen(tmp_path, "import", "areas", "gemeenten.csv", "--encoding", "klingon")
    assert ran.code == 1
    assert "klingon" in ran.error


# Information and help


def test_info_counts_what_there_is_and_tells_the_last_change(store: str, tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=REGION + FENNA)
    said = done(tmp_path, "info")
    assert re.search(rf"^Store +{re.escape(store)}$", said, re.MULTILINE)
    assert re.search(r"^Version +1$", said, re.MULTILINE)
    assert re.search(r"^Changed +20\d\d-.* by command line: load standard input$", said, re.MULTILINE)
    assert re.search(r"^Nodes +2$", said, re.MULTILINE)
    assert re.search(r"^  Person +1$", said, re.MULTILINE)
    assert re.search(r"^Relations +0$", said, re.MULTILINE)


def test_info_of_an_empty_store_has_no_last_change(store: str, tmp_path: Path) -> None:
    if store.startswith("sqlite"):
        open_store(f"sqlite:///{tmp_path / 'network.db'}").close()
    assert "Changed" not in done(tmp_path, "info"), store


@pytest.mark.parametrize("name", ["", *cli.commands])
def test_help_says_how_each_command_is_used(tmp_path: Path, name: str) -> None:
    said = done(tmp_path, *([name] if name else []), "--help")
    assert said.startswith(f"Usage: korte-lijnen {name}".rstrip())
    if name in ("load", "dump", "query", "import"):
        assert f"\n    korte-lijnen {name} " in said, "an example"


# On a terminal, in a pipe, interrupted


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(CHECKOUT)}


def test_there_is_a_bar_on_a_terminal_and_none_in_a_pipe(tmp_path: Path) -> None:
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(tmp_path)
        os.execve(sys.executable, [*COMMAND, "load", "--demo"], environment())
    said = b""
    while True:
        try:
            read = os.read(terminal, 4096)
        except OSError:
            break  # the other side is gone
        if not read:
            break
        said += read
    assert os.waitpid(child, 0)[1] == 0
    assert b"Storing" in said
    assert b"####" in said
    assert b" a second" in said
    piped = subprocess.run(
        [*COMMAND, "load", "--demo", "--store", "sqlite:///other.db"],
        cwd=tmp_path, env=environment(), capture_output=True, check=True,
    )  # fmt: skip
    assert piped.stderr == b""
    assert b"added" in piped.stdout


def test_a_reader_that_goes_away_is_no_error_to_speak_of(tmp_path: Path) -> None:
    done(tmp_path, "load", "--demo")
    with subprocess.Popen(
        [*COMMAND, "dump"], cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"node"')
        process.stdout.close()
        assert process.wait(30) == 1
        assert process.stderr.read() == b""


def test_an_interrupt_ends_a_command_quietly_with_130_and_stores_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "load", "-"], cwd=tmp_path, env=environment(), stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(REGION)
        process.stdin.flush()
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read().strip() == b"Interrupted."
    assert not (tmp_path / "korte-lijnen.db").exists()


# Serving


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A service in a process of its own: its address, and the process."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", *arguments],
        cwd=folder, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        found = re.search(r"http://\S+:\d+", process.stdout.readline())
        assert found, process.communicate()[1]
        yield found.group(), process
    finally:
        process.kill()
        process.communicate()


def people(address: str, **headers: str) -> int:
    question = {"query": "{ network { people { totalCount } } }"}
    answer = httpx2.post(f"{address}/graphql", json=question, headers=headers)
    count: int = answer.json()["data"]["network"]["people"]["totalCount"]
    return count


def test_everybody_is_answered_as_the_public(tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=FENNA)
    with served(tmp_path) as (address, _):
        assert people(address) == 0
        assert httpx2.get(f"{address}/health").json()["network"] == {"version": 1, "awaySince": None}


def test_a_demo_answers_this_machine_as_a_steward_but_no_name_from_elsewhere(tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=FENNA)
    with served(tmp_path, "--demo") as (address, _):
        assert people(address) == 1
        assert people(address.replace("127.0.0.1", "localhost")) == 1
        assert people(address, Host="elsewhere.example") == 0
        assert people(address, **{"X-Forwarded-For": "203.0.113.9"}) == 0


def test_a_demo_prints_its_address_and_three_questions_which_graphiql_opens_with(tmp_path: Path) -> None:
    with served(tmp_path, "--demo") as (address, process):
        questions = httpx2.get(f"{address}/graphiql/questions.json").json()
        assert [question["title"] for question in questions] == [question.title for question in demo_questions()]
        process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        said = process.stdout.read()  # not communicate(), which passes by what was read ahead with the first line
        assert f"{address}/graphiql" in said
        for question in questions:
            assert question["title"] in said


def test_a_write_by_another_process_is_answered_within_a_second(tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=REGION)
    with served(tmp_path, "--demo") as (address, _):
        assert people(address) == 0
        done(tmp_path, "load", "-", given=FENNA)
        time.sleep(1)
        assert people(address) == 1


def test_an_answer_that_somebody_has_is_not_sent_again_until_something_moved(tmp_path: Path) -> None:
    done(tmp_path, "load", "-", given=REGION)
    with served(tmp_path, "--demo") as (address, _):
        asked = {"query": "{ network { people { totalCount } } }"}
        first = httpx2.get(f"{address}/graphql", params=asked)
        known = {"If-None-Match": first.headers["ETag"]}
        assert httpx2.get(f"{address}/graphql", params=asked, headers=known).status_code == 304
        elsewhere = known | {"Host": "elsewhere.example"}
        assert httpx2.get(f"{address}/graphql", params=asked, headers=elsewhere).status_code == 200
        done(tmp_path, "load", "-", given=FENNA)
        time.sleep(1)
        assert httpx2.get(f"{address}/graphql", params=asked, headers=known).status_code == 200


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)])
def test_a_service_ends_when_it_is_told_to(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    with served(tmp_path) as (_, process):
        process.send_signal(sent)
        error = process.communicate(timeout=30)[1]
        assert process.returncode == code
        assert error.strip() in ("", "Interrupted.")


def test_a_service_that_is_told_to_end_lets_go_of_what_it_is_asked(tmp_path: Path) -> None:
    colleagues = [f"p{number}" for number in range(140)]
    lines: list[dict[str, object]] = [{"node": "OtherOrganisation", "id": "o", "name": "GGD"}]
    lines += [{"node": "Person", "id": id, "name": id, "introducible": True} for id in (*colleagues, "blind", "zus")]
    lines += [{"relation": "WORKS_FOR", "from": id, "to": "o", "title": "arts"} for id in colleagues]
    lines += [{"relation": "KNOWS", "from": "p9", "to": id, "strength": "GOOD"} for id in ("blind", "zus")]
    done(tmp_path, "load", "-", given=b"\n".join(map(orjson.dumps, lines)))
    # Via somebody in a blind alley: millions of ways to try, and none of them leads there.
    question = """{ network { contactPaths(from: "p0", to: { person: "zus" }, via: "blind", maxHandshakes: 6) {
        ... on NoContactPath { reason } } } }"""
    with served(tmp_path, "--demo") as (address, process), ThreadPoolExecutor(4) as them:
        ask = partial(httpx2.post, f"{address}/graphql", json={"query": question}, timeout=30)
        asked = [them.submit(ask) for _ in range(4)]
        time.sleep(2)
        assert not any(one.done() for one in asked)
        assert people(address) == 142
        begun = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == -signal.SIGTERM
        assert time.monotonic() - begun < 2
        for one in asked:
            assert one.result().json()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"


def test_a_port_that_is_in_use_is_said_to_be(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = korte_lijnen(tmp_path, "serve", "--port", str(port))
    assert ran.code == 1
    assert f"Port {port} of 127.0.0.1 is in use." in ran.error
    assert not (tmp_path / "korte-lijnen.db").exists()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_a_demo_is_not_shown_to_other_machines(tmp_path: Path, host: str) -> None:
    ran = korte_lijnen(tmp_path, "serve", "--demo", "--host", host)
    assert ran.code == 1
    assert "can be reached from other machines" in ran.error


# Settings


def test_every_setting_is_documented_with_its_default_and_meaning() -> None:
    page = (CHECKOUT / "docs" / "settings.md").read_text("utf-8")
    for setting in SETTINGS:
        assert (
            f"| `{setting.name}` | {f'`{setting.default}`' if setting.default else 'none'} | {setting.meaning} |"
            in page
        )


def test_only_listed_settings_are_read_from_the_environment() -> None:
    for folder in ("graph", "schema", "resolvers", "seeds", "server"):
        for path in (CHECKOUT / folder).rglob("*.py"):
            if path != CHECKOUT / "server" / "settings.py":
                assert not re.search(r"os\.environ|getenv", path.read_text("utf-8")), path


def test_every_command_and_option_is_documented() -> None:
    page = (CHECKOUT / "docs" / "command-line.md").read_text("utf-8")
    for name, command in cli.commands.items():
        assert f"## {name}" in page
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and option not in ("--help", "--store"):
                    assert f"`{option}" in page, f"{name} {option}"
