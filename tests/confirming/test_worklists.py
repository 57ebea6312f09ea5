"""The worklists of stewards, as they are asked for: through the schema, and over HTTP where the tag matters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.requests import Request

from graph.confirming.asking import Asked, ConfirmationAnswer, Delivery, answering, asked_of, keep_asked
from graph.dates import AMSTERDAM
from graph.live import LiveNetwork
from graph.viewers import ANYBODY, Role, Viewer
from resolvers.context import Context
from schema import schema
from server.application import application
from tests.asking import Asking
from tests.confirming.network import asked, now
from tests.graph.networks import person
from tests.graphql_http import served

HANDBOOK = Path(__file__).parents[2] / "docs" / "confirming.md"
STEWARD = Viewer("Sanne", Role.STEWARD)
MEMBER = Viewer("Fenna Dirks", Role.MEMBER, "fenna", frozenset({"coalition"}))

CONFIRMATIONS = """query ($states: [ConfirmationState!], $first: Int, $after: String) {
  worklist { confirmations(states: $states, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { state askedAt expiresAt answeredAt answer refusal person { id name email } } } } } }"""
DUE = """query ($within: Int, $first: Int, $after: String) {
  worklist { retentionDue(within: $within, first: $first, after: $after) { totalCount pageInfo { endCursor }
    edges { node { id retainUntil contactPurpose } } } } }"""

UNDATED = """query ($first: Int, $after: String) {
  worklist { withoutRetention(first: $first, after: $after) { totalCount pageInfo { endCursor }
    edges { node { id retainUntil } } } } }"""


@pytest.fixture
def ask(live: LiveNetwork) -> Asking:
    return Asking(live, now().astimezone(AMSTERDAM).date(), STEWARD)


def confirmations(ask: Asking, **variables: object) -> list[dict[str, Any]]:
    found = ask.data(CONFIRMATIONS, **variables)["worklist"]["confirmations"]
    return [edge["node"] for edge in found["edges"]]


def due(ask: Asking, **variables: object) -> list[str]:
    found = ask.data(DUE, **variables)["worklist"]["retentionDue"]
    return [edge["node"]["id"] for edge in found["edges"]]


def test_a_steward_sees_who_was_asked_when_and_what_came_of_it(live: LiveNetwork, ask: Asking) -> None:
    asked(live, "fenna")
    asked(live, "tom")
    keepsakes = live.store.keepsakes
    bram = Asked("bram", "n", now(), now() + timedelta(days=9), Delivery.REFUSED, "550")
    keep_asked(keepsakes, [bram])
    nonce = asked_of(keepsakes)["fenna"].nonce
    with answering(keepsakes, "fenna", nonce, ConfirmationAnswer.CORRECTED, now()):
        pass
    fenna, tom, refused = confirmations(ask)
    assert fenna["person"] == {"id": "fenna", "name": "Fenna Dirks", "email": "f.dirks@example.org"}
    assert (fenna["state"], fenna["answer"]) == ("ANSWERED", "CORRECTED")
    assert datetime.fromisoformat(fenna["askedAt"]) <= datetime.fromisoformat(fenna["answeredAt"]) <= now()
    assert (tom["state"], tom["answer"], tom["answeredAt"]) == ("ASKED", None, None)
    assert datetime.fromisoformat(tom["expiresAt"]) - datetime.fromisoformat(tom["askedAt"]) > timedelta(days=29)
    assert (refused["person"]["id"], refused["state"], refused["refusal"]) == ("bram", "REFUSED", "550")


def test_only_those_of_a_state_are_given_when_that_is_asked(live: LiveNetwork, ask: Asking) -> None:
    asked(live, "fenna")
    asked(live, "tom", lasts=timedelta(seconds=-1))
    assert [one["person"]["id"] for one in confirmations(ask, states=["EXPIRED"])] == ["tom"]
    assert [one["person"]["id"] for one in confirmations(ask, states=["ASKED", "EXPIRED"])] == ["fenna", "tom"]
    assert confirmations(ask, states=["ANSWERED"]) == []


def test_who_is_not_in_the_network_any_more_is_not_waited_for(live: LiveNetwork, ask: Asking) -> None:
    live.write("a test", "a test", [(1, person("gone", until="2026-01-01"))])
    for who in ("gone", "nobody", "fenna"):
        asked(live, who)
    assert [one["person"]["id"] for one in confirmations(ask)] == ["fenna"]


def test_the_list_goes_on_behind_a_cursor(live: LiveNetwork, ask: Asking) -> None:
    for who in ("fenna", "tom", "bram"):
        asked(live, who)
    first = ask.data(CONFIRMATIONS, first=2)["worklist"]["confirmations"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"]) == (3, True)
    rest = confirmations(ask, first=2, after=first["pageInfo"]["endCursor"])
    assert [one["person"]["id"] for one in rest] == ["bram"]


@pytest.mark.parametrize(
    ("viewer", "code"), [(ANYBODY, "UNAUTHENTICATED"), (Viewer("x", Role.MEMBER), "FORBIDDEN"), (MEMBER, "FORBIDDEN")]
)
def test_worklists_are_for_stewards(live: LiveNetwork, ask: Asking, viewer: Viewer, code: str) -> None:
    asked(live, "fenna")
    for document in (CONFIRMATIONS, DUE, UNDATED, "{ worklist { __typename } }"):
        assert ask.by(viewer).error(document)["code"] == code


def test_an_administrator_sees_them_too(live: LiveNetwork, ask: Asking) -> None:
    asked(live, "fenna")
    assert len(confirmations(ask.by(Viewer("Ada", Role.ADMINISTRATOR)))) == 1


# What is kept about a person


def test_that_they_were_asked_is_part_of_what_is_kept_about_somebody(live: LiveNetwork, ask: Asking) -> None:
    asked(live, "fenna")
    with answering(
        live.store.keepsakes,
        "fenna",
        asked_of(live.store.keepsakes)["fenna"].nonce,
        ConfirmationAnswer.CONFIRMED,
        now(),
    ):
        pass
    for viewer in (STEWARD, MEMBER):
        (told,) = ask.by(viewer).data('{ about(person: "fenna") { asked } }')["about"]["asked"]
        assert (told["person"], told["delivery"], told["answer"]) == ("fenna", "HANDED_OVER", "CONFIRMED")
        assert told["askedAt"] <= told["answeredAt"] < told["expiresAt"]
    assert ask.data('{ about(person: "tom") { asked } }')["about"]["asked"] == []


def test_the_question_of_the_handbook_is_answered(live: LiveNetwork, ask: Asking) -> None:
    asked(live, "fenna")
    (question,) = re.findall("```graphql\n(.*?)```", HANDBOOK.read_text("utf-8"), re.DOTALL)
    worklist = ask.data(question)["worklist"]
    assert worklist["confirmations"]["edges"][0]["node"]["person"]["name"] == "Fenna Dirks"
    assert worklist["retentionDue"]["edges"] == []


# Contact details that are due


def kept(live: LiveNetwork, **until: date) -> None:
    people = [
        person(id, email=f"{id}@example.org", contactPurpose="samenwerken", retainUntil=day.isoformat())
        for id, day in until.items()
    ]
    live.write("a test", "a test", list(enumerate(people, 1)))


def test_a_steward_sees_whose_contact_details_are_due(live: LiveNetwork, ask: Asking) -> None:
    kept(
        live,
        passed=ask.today - timedelta(days=1),
        near=ask.today + timedelta(days=30),
        far=ask.today + timedelta(days=31),
    )
    assert due(ask) == ["passed", "near"]
    assert due(ask, within=0) == ["passed"]
    assert due(ask, within=3660)[:3] == ["passed", "near", "far"]
    assert due(ask, within=3660)[3:] == ["fenna"]
    found = ask.data(DUE, first=1)["worklist"]["retentionDue"]
    assert found["totalCount"] == 2
    assert found["edges"][0]["node"]["contactPurpose"] == "samenwerken"
    assert due(ask, after=found["pageInfo"]["endCursor"]) == ["near"]


def test_a_steward_sees_whose_contact_details_have_no_date(live: LiveNetwork, ask: Asking) -> None:
    def undated(**variables: object) -> tuple[list[str], int, str | None]:
        found = ask.data(UNDATED, **variables)["worklist"]["withoutRetention"]
        assert all(edge["node"]["retainUntil"] is None for edge in found["edges"])
        return [edge["node"]["id"] for edge in found["edges"]], found["totalCount"], found["pageInfo"]["endCursor"]

    before, total, _ = undated()
    assert total == len(before)
    kept(live, dated=ask.today)
    live.write("a test", "a test", [(1, person("0", email="0@example.org")), (2, person("1", phone="045"))])
    first, more, cursor = undated(first=1)
    assert (first, more) == (["0"], total + 2)
    assert undated(after=cursor)[0] == ["1", *before]


@pytest.mark.parametrize("within", [-1, 3661, 2**31 - 1])
def test_so_many_days_and_no_more(ask: Asking, within: int) -> None:
    error = ask.error(DUE, within=within)
    assert (error["code"], error["field"]) == ("BAD_INPUT", "within")


@pytest.mark.parametrize("argument", [{"first": 0}, {"first": 101}, {"after": "x"}])
def test_pages_as_everywhere(ask: Asking, argument: dict[str, object]) -> None:
    for document in (CONFIRMATIONS, DUE, UNDATED):
        assert ask.error(document, **argument)["code"] == "BAD_INPUT"


def test_a_cursor_of_one_list_is_none_of_another(live: LiveNetwork, ask: Asking) -> None:
    asked(live, "fenna")
    cursor = ask.data(CONFIRMATIONS)["worklist"]["confirmations"]["edges"][0]["cursor"]
    for other in (DUE, UNDATED):
        assert ask.error(other, after=cursor)["field"] == "after"


# Entity tags


@pytest.fixture
def client(live: LiveNetwork) -> Iterator[httpx2.Client]:
    def context_for(_: Request) -> Context:
        return Context.of(live, STEWARD)

    app = application(
        schema,
        context_for,
        network_version=lambda: live.network.version,
        etag_for=lambda context: context.depends_on,
    )
    with served(app) as opened:
        yield opened


def test_what_moves_beside_the_network_is_never_taken_for_unchanged(live: LiveNetwork, client: httpx2.Client) -> None:
    def total(**headers: str) -> httpx2.Response:
        query = "{ worklist { confirmations { totalCount } } }"
        return client.get("/graphql", params={"query": query}, headers=headers)

    before = total()
    assert before.json()["data"]["worklist"]["confirmations"]["totalCount"] == 0
    assert "etag" not in before.headers
    assert before.headers["cache-control"] == "no-store"
    asked(live, "fenna")
    after = total(**{"If-None-Match": "*"})
    assert after.json()["data"]["worklist"]["confirmations"]["totalCount"] == 1


def test_what_is_the_networks_own_is_tagged_as_ever(client: httpx2.Client) -> None:
    asked_ = {"query": "{ worklist { retentionDue { totalCount } } }"}
    tag = client.get("/graphql", params=asked_).headers["etag"]
    assert client.get("/graphql", params=asked_, headers={"If-None-Match": tag}).status_code == 304
