"""Personal tokens, on both stores: made on the command line, used over HTTP, taken back at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest

from graph.errors import BadInput, NotFound
from graph.live import LiveNetwork
from graph.personal_tokens import PREFIX, make_token, revoke_token, token_of, tokens
from graph.viewers import Role
from server.settings import NEO4J_PASSWORD, NEO4J_USER, SETTINGS, STORE
from tests.neo4j_server import OwnServer
from tests.running import korte_lijnen
from tests.sign_in.conftest import NETWORK
from tests.sign_in.service import Service, running
from tests.sign_in.test_access_tokens import refused, viewer_of
from tests.sign_in.test_browser import ANYBODY
from tests.stores.conftest import place
from tests.stores.networks import numbered
from tests.stores.places import Place, neo4j_place, neo4j_rows, sqlite_place

__all__ = ["place"]  # the fixture: each store in turn

LATER = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def live(place: Place, monkeypatch: pytest.MonkeyPatch) -> Iterator[LiveNetwork]:
    """A network that the command line works on too."""
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)
    monkeypatch.setenv(STORE.name, place.address)
    monkeypatch.setenv(NEO4J_USER.name, place.user or "")
    monkeypatch.setenv(NEO4J_PASSWORD.name, place.password or "")
    with LiveNetwork(place.open()) as network:
        network.write("Tess", "a test", numbered(NETWORK))
        yield network


@pytest.fixture
def service(live: LiveNetwork, service_port: int) -> Iterator[Service]:
    """Without a provider: personal tokens need none."""
    with running(live, service_port, None) as answering:
        yield answering


def made(folder: Path, *arguments: str) -> str:
    """The token that the command line makes."""
    ran = korte_lijnen(folder, "token", "create", *arguments)
    assert ran.code == 0, ran.error
    assert "cannot be shown again" in ran.error
    return ran.output.removesuffix("\n")


# On the command line and over HTTP


def test_a_token_gives_the_rights_that_it_was_made_with(service: Service, tmp_path: Path) -> None:
    steward = made(tmp_path, "nightly import", "--role", "steward", "--expires", "2100-01-01")
    assert viewer_of(service.ask(steward)) == {**ANYBODY, "name": "nightly import", "role": "STEWARD"}
    everything = made(tmp_path, "operator", "--role", "administrator", "--expires", "2100-01-01")
    assert viewer_of(service.ask(everything))["role"] == "ADMINISTRATOR"
    assert viewer_of(service.ask()) == ANYBODY


def test_a_token_of_a_person_is_theirs(service: Service, tmp_path: Path) -> None:
    token = made(tmp_path, "laptop", "--role", "member", "--person", "fenna", "--expires", "2100-01-01")
    viewer = viewer_of(service.ask(token))
    assert (viewer["name"], viewer["role"], viewer["person"]) == ("Fenna Dirks", "MEMBER", {"id": "fenna"})
    assert viewer["coalitions"] == [{"id": "parkstad"}]
    steward = made(tmp_path, "office", "--role", "steward", "--person", "fenna", "--expires", "2100-01-01")
    assert (viewer := viewer_of(service.ask(steward)))["role"] == "STEWARD"
    assert viewer["person"] == {"id": "fenna"}


def test_a_token_of_somebody_who_left_gives_nothing(service: Service, tmp_path: Path) -> None:
    token = made(tmp_path, "laptop", "--role", "member", "--person", "fenna", "--expires", "2100-01-01")
    assert viewer_of(service.ask(token))["role"] == "MEMBER"
    left = {**next(line for line in NETWORK if line.get("id") == "fenna"), "until": "2026-01-01"}
    service.live.write("Tess", "she left", numbered([left]))
    assert "not in the network" in refused(service.ask(token))


def test_a_token_of_somebody_who_was_erased_gives_nothing(service: Service, tmp_path: Path) -> None:
    token = made(tmp_path, "laptop", "--role", "member", "--person", "fenna", "--expires", "2100-01-01")
    steward = made(tmp_path, "office", "--role", "steward", "--expires", "2100-01-01")
    assert viewer_of(service.ask(token))["role"] == "MEMBER"
    erased = service.ask(steward, 'mutation { erase(person: "fenna", because: "asked for") { nodes } }')
    assert erased.json() == {"data": {"erase": {"nodes": 1}}}
    assert "not in the network" in refused(service.ask(token)) or "no such token" in refused(service.ask(token))
    assert [kept.name for kept in tokens(service.live.store.keepsakes)] == ["office"]


def test_what_is_written_with_a_token_is_signed_with_its_name(service: Service, tmp_path: Path) -> None:
    token = made(tmp_path, "nightly import", "--role", "steward", "--expires", "2100-01-01")
    answer = service.ask(token, 'mutation { confirm(ids: ["mehmet"]) { ids } }')
    assert answer.json() == {"data": {"confirm": {"ids": ["mehmet"]}}}
    (change,) = service.live.store.changes_since(1)
    assert change.by == "nightly import"


def test_a_token_that_was_just_made_is_good_at_once(service: Service, tmp_path: Path) -> None:
    refused(service.ask("kl_unknown"))
    for name in ("first", "second"):
        token = made(tmp_path, name, "--role", "steward", "--expires", "2100-01-01")
        assert viewer_of(service.ask(token))["name"] == name


def test_a_token_that_was_revoked_is_no_good_within_a_second_in_every_process(
    place: Place, service: Service, tmp_path: Path
) -> None:
    token = made(tmp_path, "laptop", "--role", "steward", "--expires", "2100-01-01")
    assert viewer_of(service.ask(token))["role"] == "STEWARD"
    ran = korte_lijnen(tmp_path, "token", "revoke", "laptop")  # a store of its own: another process
    assert (ran.code, ran.output) == (0, "The token «laptop» gives nothing any more.\n"), place
    time.sleep(1.05)
    assert "no such token" in refused(service.ask(token))


def test_a_token_is_refused_from_the_day_that_it_expires(service: Service) -> None:
    keepsakes = service.live.store.keepsakes
    expires = datetime.now(UTC) + timedelta(seconds=1)
    secret, _ = make_token(keepsakes, "short", Role.STEWARD, expires)
    assert viewer_of(service.ask(secret))["role"] == "STEWARD"
    time.sleep((expires - datetime.now(UTC)).total_seconds() + 0.01)
    assert refused(service.ask(secret)) == "The token «short» has expired."


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t + "A", lambda t: t.upper(), lambda t: PREFIX + t])
def test_a_token_that_is_not_quite_the_token_is_refused(service: Service, change: object) -> None:
    secret, _ = make_token(service.live.store.keepsakes, "laptop", Role.STEWARD, LATER)
    assert callable(change)
    refused(service.ask(change(secret)))
    assert viewer_of(service.ask(secret))["role"] == "STEWARD"


def test_the_tokens_are_listed_without_what_they_are(live: LiveNetwork, tmp_path: Path) -> None:
    assert live.network.version == 1
    secret = made(tmp_path, "laptop", "--role", "member", "--person", "fenna", "--expires", "2100-01-01")
    made(tmp_path, "import", "--role", "steward", "--expires", "2100-02-01")
    ran = korte_lijnen(tmp_path, "token", "list")
    today = f"{datetime.now():%Y-%m-%d}"  # noqa: DTZ005 - or yesterday, around midnight
    lines = [line.split() for line in ran.output.splitlines()]
    assert lines == [
        ["NAME", "ROLE", "PERSON", "CREATED", "EXPIRES"],
        ["import", "steward", "-", today, "2100-02-01"],
        ["laptop", "member", "fenna", today, "2100-01-01"],
    ]
    assert secret not in ran.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a", "--role", "member", "--expires", "2100-01-01"], "no person is named"),
        (["a", "--role", "member", "--person", "nobody", "--expires", "2100-01-01"], "no person with the id nobody"),
        (
            ["a", "--role", "steward", "--person", "po", "--expires", "2100-01-01"],
            "no person with the id po",
        ),
        (["a", "--role", "steward", "--expires", "2020-01-01"], "has come already"),
        (["", "--role", "steward", "--expires", "2100-01-01"], "no name for a token"),
        (["a\nb", "--role", "steward", "--expires", "2100-01-01"], "no name for a token"),
        (["a" * 101, "--role", "steward", "--expires", "2100-01-01"], "no name for a token"),
    ],
)
def test_a_token_that_cannot_be_is_not_made(live: LiveNetwork, tmp_path: Path, arguments: list[str], said: str) -> None:
    ran = korte_lijnen(tmp_path, "token", "create", *arguments)
    assert (ran.code, ran.output) == (1, "")
    assert said in ran.error
    assert list(tokens(live.store.keepsakes)) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["a", "--role", "steward"],
        ["a", "--expires", "2100-01-01"],
        ["a", "--role", "public", "--expires", "2100-01-01"],
        ["a", "--role", "steward", "--expires", "tomorrow"],
        ["--role", "steward", "--expires", "2100-01-01"],
    ],
)
def test_role_and_day_are_always_said(tmp_path: Path, arguments: list[str]) -> None:
    assert korte_lijnen(tmp_path, "token", "create", *arguments).code == 2


def test_two_tokens_never_have_one_name(live: LiveNetwork, tmp_path: Path) -> None:
    first = made(tmp_path, "laptop", "--role", "steward", "--expires", "2100-01-01")
    again = korte_lijnen(tmp_path, "token", "create", "laptop", "--role", "administrator", "--expires", "2100-01-01")
    assert (again.code, "There is a token called laptop" in again.error) == (1, True)
    (kept,) = tokens(live.store.keepsakes)
    assert (kept.role, token_of(first, [kept])) == (Role.STEWARD, kept)


def test_who_revokes_a_token_that_is_not_there_is_told_so(live: LiveNetwork) -> None:
    with pytest.raises(NotFound, match="no token called laptop"):
        revoke_token(live.store.keepsakes, "laptop")


# What is kept


def test_no_two_tokens_are_the_same_and_each_is_recognised(live: LiveNetwork) -> None:
    secrets = [make_token(live.store.keepsakes, str(number), Role.STEWARD, LATER)[0] for number in range(20)]
    assert len({*secrets}) == 20
    assert all(secret.startswith(PREFIX) and len(secret) == len(PREFIX) + 43 for secret in secrets)
    for secret in secrets:
        found = token_of(secret, tokens(live.store.keepsakes))
        assert found is not None
        assert found.name == str(secrets.index(secret))


def test_the_store_does_not_hold_the_token(place: Place, live: LiveNetwork) -> None:
    """Whoever reads the file or the database, or has a backup of it, has no token."""
    secret, _ = make_token(live.store.keepsakes, "laptop", Role.STEWARD, LATER)
    random = secret.removeprefix(PREFIX)
    if place.is_neo4j:
        assert random not in str(neo4j_rows(place, "MATCH (n) RETURN properties(n)"))
    else:
        path = Path(place.address.removeprefix("sqlite:///"))
        for file in path.parent.glob(path.name + "*"):
            assert random.encode() not in file.read_bytes(), file


def test_a_token_that_expired_long_ago_is_gone(live: LiveNetwork) -> None:
    keepsakes = live.store.keepsakes
    make_token(keepsakes, "laptop", Role.STEWARD, LATER)
    (kept,) = keepsakes.list("personal token")
    assert kept.expires == LATER + timedelta(days=30)


def test_a_name_is_free_again_when_its_token_was_revoked(live: LiveNetwork) -> None:
    old, _ = make_token(live.store.keepsakes, "laptop", Role.STEWARD, LATER)
    with pytest.raises(BadInput):
        make_token(live.store.keepsakes, "laptop", Role.MEMBER, LATER, "fenna")
    revoke_token(live.store.keepsakes, "laptop")
    new, _ = make_token(live.store.keepsakes, "laptop", Role.MEMBER, LATER, "fenna")
    among = tokens(live.store.keepsakes)
    assert token_of(old, among) is None
    assert token_of(new, among) == among[0]


# Away


def check_away(service: Service, secret: str) -> None:
    """Nobody knows whether a token was revoked meanwhile; whoever needs none is answered from memory."""
    answer = service.ask(secret)
    assert answer.status_code == 503, answer.text
    (error,) = answer.json()["errors"]
    assert error["extensions"]["code"] == "UNAVAILABLE"
    assert viewer_of(service.ask()) == ANYBODY


def test_tokens_of_a_file_that_is_away(tmp_path: Path, service_port: int) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with (
        LiveNetwork(sqlite_place(tmp_path).open()) as live,
        running(live, service_port, None) as service,
    ):
        secret, _ = make_token(live.store.keepsakes, "laptop", Role.STEWARD, LATER)
        assert viewer_of(service.ask(secret))["role"] == "STEWARD"
        for file in list(tmp_path.glob("network.db*")):
            file.rename(elsewhere / file.name)
        time.sleep(1.05)
        check_away(service, secret)
        for file in elsewhere.iterdir():
            file.rename(tmp_path / file.name)
        assert viewer_of(service.ask(secret))["role"] == "STEWARD"


def test_tokens_of_a_neo4j_that_is_stopped_and_started(stoppable_neo4j: OwnServer, service_port: int) -> None:
    with (
        LiveNetwork(neo4j_place(stoppable_neo4j).open()) as live,
        running(live, service_port, None) as service,
    ):
        secret, _ = make_token(live.store.keepsakes, "laptop", Role.STEWARD, LATER)
        assert viewer_of(service.ask(secret))["role"] == "STEWARD"
        stoppable_neo4j.stop()
        time.sleep(1.05)
        check_away(service, secret)
        stoppable_neo4j.start()
        assert viewer_of(service.ask(secret))["role"] == "STEWARD"


# Listening


def test_who_listens_with_a_token_that_is_revoked_hears_no_more(live: LiveNetwork, service: Service) -> None:
    secret, _ = make_token(live.store.keepsakes, "laptop", Role.STEWARD, LATER)
    headers = {"Authorization": f"Bearer {secret}", "Accept": "text/event-stream"}
    asked = {"query": "subscription { changed { version } }"}
    with httpx2.stream("POST", f"{service.address}/graphql", json=asked, headers=headers, timeout=20) as stream:
        lines = stream.iter_lines()
        live.write("Tess", "heard", numbered([{"node": "Region", "id": "r1", "name": "R1"}]))
        assert any('"version":2' in line for line in lines)
        revoke_token(live.store.keepsakes, "laptop")
        time.sleep(1.05)
        live.write("Tess", "not heard", numbered([{"node": "Region", "id": "r2", "name": "R2"}]))
        rest = "\n".join(lines)
        assert '"version":3' not in rest
        assert "UNAUTHENTICATED" in rest
