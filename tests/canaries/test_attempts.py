"""Every mutation, attempted by every role with every argument: what is hidden gives the same errors, and lets the same
be written, as what was never there.

Everything is attempted of both networks in turn, so that they move on together for as long as they are alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest

from graph.viewers import Viewer
from tests.canaries.attempts import HIDDEN_KNOWS
from tests.canaries.comparing import answered, difference
from tests.canaries.history import states
from tests.canaries.knowledge import Knowledge
from tests.canaries.questions import Question, Questions
from tests.canaries.services import OUTSIDERS, STEWARD, Answer, Service, bare_states, service
from tests.canaries.test_every_field import words
from tests.canaries.walk import every_argument, object_type
from tests.graph.networks import Line

MUTATIONS = tuple(object_type("Mutation").fields)
AFTERWARDS = """{ network { version people(first: 100) { totalCount edges { cursor node { id name
  holdings { id since until } relations(first: 100) { totalCount edges { node { id properties } } } } } }
  coalitions { edges { node { id seats { id state } meetings { totalCount } } } } }
  changes(since: 3) { version by because touched details } }"""
Attempt = Callable[[Service, Viewer, str], Answer]


@dataclass(frozen=True, eq=False)
class Twins:
    """A network, and what is left of it for one viewer."""

    viewer: Viewer
    states: list[list[Line]]
    bare_states: list[list[Line]]
    full: Service
    bare: Service


@pytest.fixture(scope="module", params=OUTSIDERS, ids=lambda viewer: viewer.name)
def twins(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    full = [[*filter(_stays_hidden, lines), HIDDEN_KNOWS] for lines in states()]
    bare = bare_states(full, request.param)
    folder = tmp_path_factory.mktemp("twins")
    with service(folder / "full", full) as one, service(folder / "bare", bare) as other:
        yield Twins(request.param, full, bare, one, other)


def _stays_hidden(line: Line) -> bool:
    """Whether a line stays hidden whatever is attempted: who is appointed brings along to the coalition what of theirs
    is for members of coalitions."""
    return "relation" not in line or line.get("visibility") != "COALITION"


@pytest.fixture
def attempt(monkeypatch: pytest.MonkeyPatch) -> Attempt:
    """Attempts a mutation; new ids are the same for the same attempt, whichever network it is made of."""
    numbers = count()
    monkeypatch.setattr("graph.editing.edit.secrets.token_bytes", lambda n: sha256(b"%d" % next(numbers)).digest()[:n])

    def attempt(asked: Service, viewer: Viewer, document: str) -> Answer:
        nonlocal numbers
        numbers = count(int.from_bytes(sha256(document.encode()).digest()[:4], "big"))
        return asked.ask(viewer, document)

    return attempt


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_an_attempt_comes_to_the_same(twins: Twins, attempt: Attempt, mutation: str) -> None:
    never_known = words(str(twins.states)) - words(str(twins.bare_states))
    for question in attempts(twins, mutation):
        full, bare = (attempt(one, twins.viewer, question.document) for one in (twins.full, twins.bare))
        assert full == bare, difference(full, bare, question.document)
        assert not (words(full.text) - words(question.document)) & never_known
        assert twins.full.live.network.version == twins.bare.live.network.version
    full, bare = (one.ask(twins.viewer, AFTERWARDS) for one in (twins.full, twins.bare))
    assert full == bare, difference(full, bare, AFTERWARDS)


def attempts(twins: Twins, mutation: str) -> list[Question]:
    """The attempts of a mutation: all but to erase oneself, after which there is nobody left to attempt anything."""
    found = Questions(Knowledge(twins.states[-1])).attempts(mutation)
    me = f'person: "{twins.viewer.person}"'
    return [question for question in found if mutation != "erase" or me not in question.document]


def test_a_steward_succeeds_with_every_argument(tmp_path: Path) -> None:
    """So that there was something to attempt; and so that whoever adds a mutation or an argument hears of it."""
    fields: set[tuple[str, str]] = set()
    arguments: set[tuple[str, str, str]] = set()
    asking = Questions(Knowledge(states()[-1]))
    with service(tmp_path, states()) as asked:
        attempts = [question for mutation in MUTATIONS for question in asking.attempts(mutation)]
        # What is based on a version first: nothing has been written since that.
        for question in sorted(attempts, key=lambda question: "basedOn" not in question.document):
            found = answered(question.document, asked.ask(STEWARD, question.document).json["data"])
            fields |= found.fields
            arguments |= found.arguments
    own = {("Mutation", name) for name in MUTATIONS}
    assert sorted(own - fields) == []
    assert sorted(given for given in every_argument("Mutation") - arguments if given[:2] in own) == []


def test_who_erases_themselves_is_told_no_more_than_they_saw(twins: Twins, attempt: Attempt) -> None:
    document = f'''mutation {{ erase(person: "{twins.viewer.person}", because: "AVG") {{
        change {{ version by because touched details }} nodes relations changes }} }}'''
    full, bare = (attempt(one, twins.viewer, document) for one in (twins.full, twins.bare))
    assert full == bare, difference(full, bare, document)
