"""Listeners hear nothing of what is hidden: not a byte differs between a network with the secrets and one without.

While the network moves on through its states, something that nobody may know of is written too: to the one with the
secrets a secret, to the other something else, so that both count the same versions.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import zip_longest
from pathlib import Path

import pytest

from graph.live import LiveNetwork
from graph.stores import open_store
from graph.viewers import Viewer
from resolvers.movements import Movements
from server.graphql_over_http import Listeners
from tests.canaries.arguments import values
from tests.canaries.history import states
from tests.canaries.knowledge import Knowledge
from tests.canaries.services import OUTSIDERS, STEWARD, answered_by, bare_states
from tests.canaries.test_every_field import words
from tests.canaries.walk import object_type
from tests.graph.networks import Line, node
from tests.graphql_http import served
from tests.moving.streams import Stream, Told, opened, request

CHANGED = "subscription ($around: ID) { changed(around: $around) { version by because touched details } }"
COMES_BACK = (0, 1, 2, 3, 4, 5, 1_000)
"""Versions that somebody may come back with."""
A_WHILE = 1.0  # seconds, in which what one stream was told has reached the others
SECRET, OTHER = node("Ministry", "qanari8888", visibility="STEWARD"), node("Region", "other", visibility="STEWARD")


class Heard:
    """A network that moves on, and what is heard of it."""

    def __init__(self, live: LiveNetwork, listeners: Listeners, told: Sequence[Sequence[Line]], beside: Line) -> None:
        self.live = live
        self.port = 0
        self._listeners = listeners
        self._states = told
        self._beside = beside

    def begin(self) -> None:
        """The first state."""
        self._write(self._states[0])

    def move_on(self) -> None:
        """Two changes that are seen, and one in between that is not."""
        self._write(self._states[1])
        self._write([*self._states[1], self._beside])
        self._write([*self._states[2], self._beside])

    def end(self) -> None:
        """End every stream."""
        if self._listeners._loop is not None:
            self._listeners._loop.call_soon_threadsafe(self._listeners.close)

    def _write(self, lines: Sequence[Line]) -> None:
        self.live.write("Tess", "a state", list(enumerate(lines, 1)), replace=True)


@contextmanager
def heard(folder: Path, told: Sequence[Sequence[Line]], beside: Line) -> Iterator[Heard]:
    folder.mkdir()
    with LiveNetwork(open_store(f"sqlite:///{folder / 'network.db'}")) as live:
        listeners = Listeners(Movements(live))
        found = Heard(live, listeners, told, beside)
        found.begin()
        with served(answered_by(live, listeners)) as client:
            found.port = client.base_url.port or 0
            yield found
            found.end()


def test_all_that_can_be_listened_to_is_listened_to_here() -> None:
    subscription = object_type("Subscription")
    assert {name: set(field.args) for name, field in subscription.fields.items()} == {"changed": {"around"}}


@pytest.mark.parametrize("viewer", OUTSIDERS, ids=lambda viewer: viewer.name)
def test_nothing_is_heard_of_what_is_hidden(tmp_path: Path, viewer: Viewer) -> None:
    full, bare = states(), bare_states(states(), viewer)
    never_known = words(str(full)) - words(str(bare)) | {"qanari8888"}
    with ExitStack() as stack:
        networks = [
            stack.enter_context(heard(tmp_path / name, told, beside))
            for name, told, beside in (("full", full, SECRET), ("bare", bare, OTHER))
        ]
        around = [None, *_around(full[0])]
        twins = [[stack.enter_context(streamed(network, viewer, around=one)) for network in networks] for one in around]
        for network in networks:
            network.move_on()
        twins += [
            [stack.enter_context(streamed(network, viewer, since=since)) for network in networks]
            for since in COMES_BACK
        ]
        first = [told_until(stream, 4) for stream in twins[0]]  # what moves is told to everybody at once
        assert first[0] == first[1]
        time.sleep(A_WHILE)
        for network in networks:
            network.end()
        for asked, (stream, twin) in zip_longest(around, twins):
            assert stream.status == twin.status
            assert {**stream.headers, "date": None} == {**twin.headers, "date": None}
            told = told_by(stream)
            assert told == told_by(twin), asked
            assert not (words(str(told)) - {asked}) & never_known


def test_a_steward_hears_of_secrets(tmp_path: Path) -> None:
    with heard(tmp_path / "full", states(), SECRET) as one, streamed(one, STEWARD) as stream:
        one.move_on()
        told = [stream.next() for _ in range(4)]
    assert [event.id for event in told] == [1, 2, 3, 4]
    assert "qanari8888" in words(str(told))


def _around(lines: Sequence[Line]) -> list[object]:
    field = object_type("Subscription").fields["changed"]
    return values(Knowledge(lines), "Subscription", "changed", "around", field.args["around"])


@contextmanager
def streamed(network: Heard, viewer: Viewer, *, around: object = None, since: int | None = None) -> Iterator[Stream]:
    """What somebody hears, or is answered where there is nothing to hear."""
    headers = {"X-Viewer": viewer.name} | ({} if since is None else {"Last-Event-ID": str(since)})
    sent = request(network.port, CHANGED, headers=headers, parameters={"variables": {"around": around}})
    with opened(network.port, sent) as stream:
        yield stream


def told_until(stream: Stream, version: int) -> list[Told]:
    """What a stream tells until it tells of a version."""
    told = [stream.next()]
    while told[-1].id != version:
        told.append(stream.next())
    return told


def told_by(stream: Stream) -> object:
    """All that a stream has told, or the body of an answer that is no stream."""
    if stream.headers["content-type"] != "text/event-stream":
        return stream.body()
    told = []
    while (block := stream.block()) is not None:
        told.append(block)
    return told
