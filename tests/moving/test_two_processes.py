"""Listeners of one process hear what others write, and a service that is told to end ends."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.graph.networks import node, relation
from tests.moving.conftest import FENNA, REGION, Serve
from tests.moving.streams import Told, listening, opened, request
from tests.running import korte_lijnen
from tests.stores.places import CHECKOUT, Place

ROUNDS = 10


def test_a_write_by_another_process_is_heard_within_a_second(serve: Serve, place: Place) -> None:
    service = serve(place)
    service.live.follow()
    with (
        listening(service.port) as public,
        listening(service.port, viewer="member") as member,
        place.process("tests.stores.writer", "w", str(ROUNDS)) as writer,
    ):
        writer.wait_until_ready()
        heard: list[int] = []
        for line in writer.lines():
            written = time.monotonic()
            version = int(line)
            told = public.next()
            assert time.monotonic() - written < 1.0
            assert told.id == version
            assert told.change["touched"] == ["counter of w"]  # its people are for members
            assert len(member.next().change["touched"]) == 61
            heard.append(version)
        assert writer.wait() == 0
        assert heard == list(range(2, ROUNDS + 2))


def test_listeners_of_two_services_hear_the_same_in_the_same_order(serve: Serve, place: Place) -> None:
    one, other = serve(place), serve(place, [node("Region", "another")])
    one.live.follow()
    other.live.follow()
    one.live.refresh()
    with listening(one.port) as at_one, listening(other.port) as at_other:
        written = [(one if number % 2 else other).write(node("Region", "r", name=str(number))) for number in range(6)]
        assert [at_one.next().id for _ in written] == written
        assert [at_other.next().id for _ in written] == written


@contextmanager
def serving(place: Place, *options: str) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The command `serve` in a process of its own, and its port."""
    program = "from server.command_line import main; main()"
    command = [sys.executable, "-c", program, "serve", "--port", "0", "--store", place.address, *options]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            found = re.search(r"http://127\.0\.0\.1:(\d+)", process.stdout.readline())
            assert found
            yield int(found[1]), process
        finally:
            process.kill()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_service_that_is_told_to_end_lets_go_of_those_who_listen(tmp_path: Path, sent: signal.Signals) -> None:
    place = Place(f"sqlite:///{tmp_path / 'network.db'}")
    with serving(place) as (port, process), listening(port) as stream:
        begun = time.monotonic()
        process.send_signal(sent)
        assert stream.block() is None
        error = process.communicate(timeout=10)[1]
        assert time.monotonic() - begun < 5
        assert error.strip() in ("", "Interrupted.")


def test_who_listened_to_a_service_that_ended_misses_nothing_at_the_next(tmp_path: Path, serve: Serve) -> None:
    place = Place(f"sqlite:///{tmp_path / 'network.db'}")
    other = serve(place)
    with serving(place) as (port, process), listening(port) as stream:
        heard = other.write(node("Region", "r", name="heard"))
        assert stream.next().id == heard
        process.terminate()
        assert stream.block() is None
    missed = other.write(node("Region", "r", name="missed"))
    with serving(place) as (port, _), listening(port, since=heard) as stream:
        assert stream.next().id == missed
        assert stream.is_silent(0.5)


def member_token(place: Place, folder: Path) -> str:
    """A personal token of Fenna, made on the command line."""
    options = ["--role", "member", "--person", "fenna", "--expires", "2999-01-01", "--store", place.address]
    made = korte_lijnen(folder, "token", "create", "fenna", *options)
    (token,) = re.findall(r"\bkl_\S+", made.output)
    return str(token)


def test_a_token_that_was_revoked_is_told_nothing_more(tmp_path: Path, serve: Serve) -> None:
    place = Place(f"sqlite:///{tmp_path / 'network.db'}")
    writer = serve(place)
    token = member_token(place, tmp_path)
    with serving(place) as (port, _), listening(port, token=token) as member, listening(port) as public:
        told = writer.write({**FENNA, "name": "Fenna Bos"})
        assert member.next().id == told
        assert korte_lijnen(tmp_path, "token", "revoke", "fenna", "--store", place.address).code == 0
        time.sleep(1.5)  # for a second a token that was good is good
        told = writer.write({**FENNA, "name": "Fenna Dirks"}, {**REGION, "name": "Regio"})
        assert public.next().id == told
        refusal = member.next()
        assert (refusal.id, refusal.error["code"]) == (None, "UNAUTHENTICATED")
        assert member.next() == Told("complete")
        assert member.block() is None


def test_who_is_appointed_comes_back_and_hears_the_matters_of_their_coalition(tmp_path: Path, serve: Serve) -> None:
    place = Place(f"sqlite:///{tmp_path / 'network.db'}")
    own = node("Agreement", "a", visibility="COALITION")
    seat = node("Seat", "z", sector="VO", mandate="DECIDE")
    coalition = [node("Sector", "VO", weighs="PUPILS"), node("Coalition", "k", phase="FORMING"), seat]
    ties = [relation("SEAT_IN", "z", "k"), relation("LINKED_TO", "k", "a")]
    writer = serve(place, [FENNA, own, *coalition, *ties])
    token = member_token(place, tmp_path)
    with serving(place) as (port, _):
        with listening(port, token=token) as before:
            appointed = writer.write(relation("HOLDS", "fenna", "z", since="2020-01-01"))
            assert before.block() is None
        with listening(port, token=token, since=appointed - 1) as after:
            assert after.next().change["touched"] == ["HOLDS(fenna,z,2020-01-01)"]
            theirs = writer.write({**own, "name": "Afspraak"})
            told = after.next()
            assert (told.id, told.change["touched"]) == (theirs, ["a"])


def test_serve_has_as_many_listeners_as_it_is_set_to(tmp_path: Path) -> None:
    place = Place(f"sqlite:///{tmp_path / 'network.db'}")
    with serving(place, "--listeners", "1") as (port, _), listening(port) as stream:
        with opened(port, request(port)) as late:
            assert late.status == 503
        assert stream.is_silent(0.3)
