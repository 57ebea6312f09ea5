"""The network file: JSON Lines in UTF-8, read with line numbers, and written so that equal networks are equal files."""

import io
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import LineError, RejectedLines
from graph.network_file import LONGEST_LINE, parse, write
from graph.records import Record
from graph.validation import proposed
from tests.graph.networks import Line, knows, network_of, node, person, relation
from tests.stores.networks import everything, of_network, random_lines, records


def parsed(content: bytes) -> list[tuple[int, Any]]:
    return [
        (number, line if isinstance(line, LineError) else dict(line)) for number, line in parse(io.BytesIO(content))
    ]


def errors(content: bytes) -> list[str]:
    return [str(line) for _, line in parsed(content) if isinstance(line, LineError)]


def the_error(content: bytes) -> str:
    (error,) = errors(content)
    return error


def test_each_line_comes_with_its_number_and_empty_ones_are_passed_over() -> None:
    assert parsed(b'{"a": 1}\n\n  \r\n{"b": 2}\r\n{"c": 3}') == [(1, {"a": 1}), (4, {"b": 2}), (5, {"c": 3})]
    assert parsed(b"") == []


def test_a_byte_order_mark_is_passed_over() -> None:
    assert parsed(b'\xef\xbb\xbf{"a": 1}\n') == [(1, {"a": 1})]


def test_another_encoding_is_named_with_its_line_and_byte() -> None:
    latin = '{"name": "één"}\n'.encode("latin-1")
    assert the_error(b'{"a": 1}\n' + latin) == "line 2: byte 11 is not UTF-8 (expected a file in UTF-8)"
    assert "is not UTF-8" in errors('{"a": 1}\n'.encode("utf-16"))[0]


@pytest.mark.parametrize(
    "line", [b'{"a": ', b'{"a": 1', b"{'a': 1}", b'{"a": 1},', b'{"a": 1}{"b": 2}', b"x", b'{"a": 1,}']
)
def test_what_is_no_json_is_named_with_its_line_and_column(line: bytes) -> None:
    said = the_error(b'{"a": 1}\n' + line + b"\n")
    assert said.startswith("line 2: is no JSON: ")
    assert " at column " in said


@pytest.mark.parametrize("line", [b"[1]", b"1", b'"text"', b"null", b"true"])
def test_a_line_that_is_no_object(line: bytes) -> None:
    assert the_error(line) == "line 1: is no object (expected one JSON object a line)"


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity"])
def test_numbers_that_json_does_not_have(number: bytes) -> None:
    assert the_error(b'{"value": %s}' % number).startswith(f"line 1: holds {number.decode()}, which is no JSON")


def test_a_member_that_is_given_twice_is_said_not_guessed() -> None:
    assert the_error(b'{"id": "p1", "name": "a", "id": "p2"}').startswith("line 1: gives 'id' twice")
    assert the_error(b'{"codes": {"DUO": "1", "DUO": "2"}}').startswith("line 1: gives 'DUO' twice")


def test_a_line_that_is_nested_without_end() -> None:
    assert the_error(b'{"a":' + b"[" * 200_000).startswith("line 1: is nested too deeply")


def test_a_number_of_a_million_digits() -> None:
    assert "line 1" in the_error(b'{"places": ' + b"9" * 900_000 + b"}")


def test_a_line_may_be_long_but_not_without_end() -> None:
    longest = b'{"a":"' + b"x" * (LONGEST_LINE - 9) + b'"}\n'
    assert len(longest) == LONGEST_LINE
    assert len(parsed(longest)) == 1
    assert (
        the_error(longest[:8] + b"xx" + longest[8:])
        == f"line 1: is too long (expected at most {LONGEST_LINE:,} bytes a line)"
    )
    said = errors(b"x" * (3 * LONGEST_LINE) + b'\n{"a": 1}\n{"a": \n')
    assert [error.split(":")[0] for error in said] == ["line 1", "line 3"]


def test_a_line_with_many_members_of_which_one_is_double_is_said_soon() -> None:
    members = b", ".join(b'"m%d": 0' % number for number in range(60_000))
    before = time.monotonic()
    assert the_error(b"{" + members + b', "m59999": 1}').startswith("line 1: gives 'm59999' twice")
    assert time.monotonic() - before < 5.0


def test_all_errors_are_told_up_to_a_hundred_with_how_many_there_are() -> None:
    content = b"x\n" * 50 + b'{"node": "Region"}\n' + b"x\n" * 200
    with pytest.raises(RejectedLines) as raised:
        proposed(network_of([]), parse(io.BytesIO(content)), source="network.jsonl")
    error = raised.value
    assert error.total == 252, "250 of which cannot be read, and one that has neither id nor name"
    assert [one.line for one in error.errors] == [*range(1, 51), 51, 51, *range(52, 100)]
    assert error.source == "network.jsonl"
    assert error.message.startswith("252 errors in the lines of network.jsonl; nothing was stored. First: line 1:")


def test_a_file_of_everything_reads_back_as_it_was() -> None:
    wanted = records(everything())
    again = parse(io.BytesIO(b"".join(write(wanted))))
    assert [touch.record for touch in proposed(network_of([]), again)] == wanted


@given(random_lines())
def test_what_was_written_reads_back_as_it_was(lines: list[Line]) -> None:
    network = network_of(lines)
    content = b"".join(write(of_network(network)))
    again = network_of([line for _, line in parsed(content)])
    assert of_network(again) == of_network(network)
    assert b"".join(write(of_network(again))) == content


@given(st.randoms(use_true_random=False))
def test_equal_networks_are_equal_files_in_whatever_order_they_came(order: object) -> None:
    lines: list[Line] = [person("p1"), person("p2"), node("SchoolBoard", "b1", codes={"KVK": "1", "DUO": "2"})]
    lines += [knows("p1", "p2"), knows("p1", "p2", since="2024-01-01"), relation("WORKS_FOR", "p1", "b1", title="x")]
    shuffled = [dict(reversed(line.items())) for line in lines]
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert content_of(shuffled) == content_of(lines)


def content_of(lines: list[Line]) -> bytes:
    found: list[Record] = of_network(network_of(lines))
    return b"".join(write(found))


def test_a_file_is_one_object_a_line_nodes_first_each_by_id() -> None:
    content = content_of([knows("p1", "p2"), person("p2"), person("p1"), person("é")])
    lines = content.decode().splitlines()
    assert content.endswith(b"\n")
    assert [json.loads(line)["id"] for line in lines] == ["p1", "p2", "é", "KNOWS(p1,p2,)"]
    assert lines[0] == '{"node":"Person","id":"p1","name":"p1","introducible":true,"visibility":"MEMBER"}'
