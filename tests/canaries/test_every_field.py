"""Every field of the schema, asked by every role with every argument: of what is hidden nothing shows.

The network holds hundreds of secrets; beside it stands, for each viewer, a network that never held what is secret for
them. Both are asked the same over HTTP, and everything has to be equal: status, headers and every byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from graph.errors import Unavailable
from graph.viewers import Viewer
from tests.canaries.canaries import CANARY
from tests.canaries.comparing import answered, cursors, difference
from tests.canaries.history import states
from tests.canaries.knowledge import Knowledge
from tests.canaries.questions import Question, Questions
from tests.canaries.services import (
    OUTSIDERS,
    STEWARD,
    VIEWERS,
    Pair,
    Service,
    ask_for_confirmations,
    give_tokens,
    pair,
)
from tests.canaries.walk import every_argument, every_field, reachable

ASKED = [(viewer, type_) for viewer in OUTSIDERS for type_ in (found.name for found in reachable())]


AWAY = "{ __typename network { __typename awaySince } }"


@pytest.fixture(scope="module")
def networks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    with pair(tmp_path_factory.mktemp("networks"), states()) as networks:
        known = Knowledge(networks.states[-1])
        people = [*known.open("Person")[:3], *known.secret("Person")[:3]]
        ask_for_confirmations(networks.full.live, people)
        give_tokens(networks.full.live, people)
        yield networks


@pytest.fixture(scope="module")
def questions(networks: Pair) -> dict[str, list[Question]]:
    """The questions, by the type that they are about."""
    known = Knowledge(networks.states[-1])
    asking = Questions(known)
    for owner, field, question in asking.of_cursors():
        known.cursors[owner, field] = cursors(networks.full.ask(STEWARD, question.document).json)
    return asking.by_type()


@pytest.mark.parametrize(("viewer", "type_"), ASKED, ids=[f"{viewer.name}-{type_}" for viewer, type_ in ASKED])
def test_nothing_shows_of_what_is_hidden(
    networks: Pair, questions: dict[str, list[Question]], viewer: Viewer, type_: str
) -> None:
    never_known = secrets_from(networks, viewer)
    for question in questions[type_]:
        full = networks.full.ask(viewer, question.document)
        assert full == networks.bare[viewer].ask(viewer, question.document), difference(
            full, networks.bare[viewer].ask(viewer, question.document), question.document
        )
        assert full.status == 200
        assert not (words(full.text) - words(question.document)) & never_known


def test_a_steward_is_answered_every_field_with_every_argument_and_sees_every_secret(
    networks: Pair, questions: dict[str, list[Question]]
) -> None:
    """So that there was something to see; and so that whoever adds a field or an argument hears of it."""
    fields: set[tuple[str, str]] = set()
    arguments: set[tuple[str, str, str]] = set()
    seen: set[str] = set()
    for question in (question for of_type in questions.values() for question in of_type):
        answer = networks.full.ask(STEWARD, question.document)
        found = answered(question.document, answer.json["data"])
        fields |= found.fields
        arguments |= found.arguments
        seen |= words(answer.text)
    fields |= answered(AWAY, asked_while_away(networks.full, AWAY)).fields
    assert sorted(every_field() - fields) == [], "nothing in tests/canaries brings an answer of these fields"
    assert sorted(every_argument() - arguments) == [], "nothing in tests/canaries brings an answer to these arguments"
    assert sorted(words(str(networks.states)) - seen) == [], "these secrets are never seen"


def asked_while_away(service: Service, document: str) -> object:
    """The data of an answer that is given while the file of the store is elsewhere."""
    file = Path(service.live.store.address.removeprefix("sqlite:///"))
    elsewhere = file.rename(file.with_suffix(".away"))
    try:
        with pytest.raises(Unavailable):
            service.live.refresh()
        return service.ask(STEWARD, document).json["data"]
    finally:
        elsewhere.rename(file)
        service.live.refresh()


@pytest.mark.parametrize("path", ["/", "/graphiql", "/graphiql/questions.json", "/health", "/nothing", "/graphql"])
def test_other_doors_show_nothing(networks: Pair, path: str) -> None:
    for viewer in OUTSIDERS:
        full = networks.full.get(viewer, path)
        assert full == networks.bare[viewer].get(viewer, path)
        assert not CANARY.search(full.text)


def test_what_is_asked_by_get_is_tagged_alike_and_answered_without_being_executed_alike(networks: Pair) -> None:
    document = "{ network { version people { edges { cursor node { name } } } } changes(since: 0) { version } }"
    tags = set()
    for viewer in OUTSIDERS:
        full, bare = (one.get(viewer, "/graphql", query=document) for one in (networks.full, networks.bare[viewer]))
        assert full == bare
        tag = dict(full.headers)["etag"]
        assert networks.full.get(viewer, "/graphql", {"If-None-Match": tag}, query=document).status == 304
        tags.add(tag)
    assert len(tags) == len(OUTSIDERS)


def secrets_from(networks: Pair, viewer: Viewer) -> set[str]:
    """The words of all that a viewer never saw and does not see."""
    return _secrets_from(networks, viewer.name)


@cache
def _secrets_from(networks: Pair, name: str) -> set[str]:
    return words(str(networks.states)) - words(str(networks.bare_states[VIEWERS[name]]))


def words(text: str) -> set[str]:
    """The words of secrets in a text."""
    return {word.lower() for word in re.findall(CANARY, text)}
