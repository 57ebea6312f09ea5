"""What a session is worth: to pages of other sites, to forgers, and when it is over."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.cookies import SimpleCookie

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import OctKey
from starlette.responses import Response

from graph.errors import Unavailable
from graph.identities import Identity
from graph.live import LiveNetwork
from graph.viewers import Role, Viewer
from resolvers.context import Context
from server.sign_in import Configuration
from server.sign_in.cookies import Cookies
from server.sign_in.seals import Seal
from tests.neo4j_server.server import free_port
from tests.sign_in.browser import ASKED, Browser
from tests.sign_in.conftest import NETWORK
from tests.sign_in.service import Service, running
from tests.sign_in.test_browser import FENNA
from tests.stores.conftest import place
from tests.stores.networks import numbered
from tests.stores.places import Place

__all__ = ["place"]  # the fixture: each store in turn

VIEWER = "{ viewer { name } }"
CONFIRM = 'mutation { confirm(ids: ["mehmet"]) { ids } }'
HERE, ELSEWHERE = "same-origin", "cross-site"


def refused(answer: httpx2.Response, status: int, code: str, field: str) -> None:
    assert answer.status_code == status, answer.text
    (error,) = answer.json()["errors"]
    assert (error["extensions"]["code"], error["extensions"]["field"]) == (code, field)
    assert "data" not in answer.json()
    assert answer.headers.get("www-authenticate") == ("Bearer" if status == 401 else None)


def with_session(browser: Browser, value: str) -> Browser:
    browser.http.cookies.set("korte-lijnen", value, domain="127.0.0.1", path="/")
    return browser


# Pages of other sites


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": ""},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {},
    ],
)
def test_a_page_of_another_site_writes_nothing_in_somebodys_name(
    browser: Browser, service: Service, headers: dict[str, str]
) -> None:
    browser.sign_in("tess")
    for document in (CONFIRM, VIEWER):
        answer = browser.http.post(
            f"{service.address}/graphql", json={"query": document}, headers={"Accept": "application/json"} | headers
        )
        refused(answer, 403, "FORBIDDEN", "Origin")
    assert service.live.network.version == 1


def test_an_origin_that_claims_to_be_ours_does_not_outweigh_what_the_browser_says(browser: Browser) -> None:
    browser.sign_in("tess")
    refused(browser.ask(VIEWER, **{"Sec-Fetch-Site": ELSEWHERE}), 403, "FORBIDDEN", "Origin")


def test_a_page_of_this_service_writes_in_somebodys_name(browser: Browser, service: Service) -> None:
    browser.sign_in("tess")
    assert browser.ask(CONFIRM).json() == {"data": {"confirm": {"ids": ["mehmet"]}}}
    (change,) = service.live.store.changes_since(1)
    assert change.by == "Tess Smeets"


def test_an_older_browser_says_the_origin_only(browser: Browser, service: Service) -> None:
    browser.sign_in("fenna")
    headers = {"Accept": "application/json", "Origin": service.address}
    answer = browser.http.post(f"{service.address}/graphql", json={"query": VIEWER}, headers=headers)
    assert answer.json() == {"data": {"viewer": {"name": "Fenna Dirks"}}}


def test_nothing_is_written_by_a_get_whoever_asks(browser: Browser, service: Service) -> None:
    browser.sign_in("tess")
    headers = {"Accept": "application/json", "Sec-Fetch-Site": HERE}
    answer = browser.http.get(f"{service.address}/graphql", params={"query": CONFIRM}, headers=headers)
    assert answer.status_code == 405
    assert service.live.network.version == 1


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_a_form_of_another_site_can_send_is_not_read(browser: Browser, service: Service, media_type: str) -> None:
    browser.sign_in("tess")
    headers = {"Content-Type": media_type, "Accept": "application/json", "Sec-Fetch-Site": HERE}
    body = b'{"query": "mutation { confirm(ids: [\\"mehmet\\"]) { ids } }"}'
    assert browser.http.post(f"{service.address}/graphql", content=body, headers=headers).status_code == 415
    assert service.live.network.version == 1


# Forged, old and other sessions


def test_a_session_ends_after_its_hours(browser: Browser, configuration: Configuration, service: Service) -> None:
    browser.sign_in("fenna")
    content = Seal(configuration.session_secret, "session").opened(browser.cookie("korte-lijnen") or "")
    assert content is not None
    assert content["name"] == "Fenna D."
    sealed = Seal(configuration.session_secret, "session").sealed
    assert with_session(browser, sealed(content, 60)).viewer() == FENNA
    with Browser(service.address) as late:
        refused(with_session(late, sealed(content, 0)).ask(VIEWER), 401, "UNAUTHENTICATED", "Cookie")


def test_a_session_that_is_shorter_is_over_sooner(
    live: LiveNetwork, service_port: int, configuration: Configuration
) -> None:
    with (
        running(live, service_port, replace(configuration, session_seconds=1)) as service,
        Browser(service.address) as browser,
    ):
        kept = SimpleCookie(browser.sign_in("fenna").headers["set-cookie"])["korte-lijnen"]
        assert kept["max-age"] == "1"
        time.sleep(1.1)
        refused(with_session(browser, kept.value).ask(VIEWER), 401, "UNAUTHENTICATED", "Cookie")


def forged(configuration: Configuration) -> dict[str, str]:
    """Sessions that somebody would like to have, made without the secret."""
    claims = {
        "name": "Tess", "email": None, "role": "STEWARD", "client": f"{configuration.issuer} {configuration.client_id}",
        "id": "x", "exp": int(time.time()) + 3_600,
    }  # fmt: skip
    other = OctKey.import_key(b"1" * 32)
    mine = Seal(configuration.session_secret, "session").sealed(claims, 3_600)
    header, payload, signature = mine.split(".")
    none = "eyJhbGciOiJub25lIn0"
    return {
        "another key": jwt.encode({"alg": "HS256"}, claims, other),
        "no signature": f"{header}.{payload}.",
        "no algorithm": f"{none}.{payload}.",
        "the signature of another algorithm": f"{none}.{payload}.{signature}",
        "another payload": f"{header}.{payload[:-4]}AAAA.{signature}",
        "of another purpose": Seal(configuration.session_secret, "attempt").sealed(claims, 3_600),
        "of another secret": Seal("x" * 40, "session").sealed(claims, 3_600),
        "of another provider": Seal(configuration.session_secret, "session").sealed(
            claims | {"client": "https://elsewhere.example korte-lijnen"}, 3_600
        ),
        "without a number": Seal(configuration.session_secret, "session").sealed(
            {name: value for name, value in claims.items() if name != "id"}, 3_600
        ),
        "nothing": "",
        "nonsense": "a.b.c",
    }


@pytest.mark.parametrize("name", list(forged(Configuration("", "", "", None, "y" * 40))))
def test_a_forged_session_is_refused_and_never_taken_for_nothing(
    browser: Browser, configuration: Configuration, name: str
) -> None:
    refused(with_session(browser, forged(configuration)[name]).ask(VIEWER), 401, "UNAUTHENTICATED", "Cookie")


def test_who_has_a_session_that_is_over_can_sign_in_again(browser: Browser) -> None:
    refused(with_session(browser, "a.b.c").ask(VIEWER), 401, "UNAUTHENTICATED", "Cookie")
    browser.sign_in("fenna")
    assert browser.viewer() == FENNA


def test_every_process_with_the_same_secret_knows_the_session(
    browser: Browser, live: LiveNetwork, configuration: Configuration
) -> None:
    browser.sign_in("fenna")
    session = browser.cookie("korte-lijnen") or ""
    with running(live, free_port(), configuration) as second, Browser(second.address) as other:
        with_session(other, session)
        answer = other.ask(f"{{ viewer {{ {ASKED} }} }}")
        assert answer.json()["data"]["viewer"] == FENNA


# Signing out


def signed_out(browser: Browser) -> str:
    """Sign in and out: what somebody may have copied of the cookie meanwhile."""
    browser.sign_in("fenna")
    copied = browser.cookie("korte-lijnen") or ""
    assert browser.viewer() == FENNA
    answer = browser.http.post(f"{browser.service}/sign-out", headers={"Sec-Fetch-Site": HERE})
    assert answer.status_code == 303
    return copied


def test_a_copied_cookie_gives_nothing_after_its_owner_signed_out(browser: Browser, service: Service) -> None:
    copied = signed_out(browser)
    with Browser(service.address) as other:
        refused(with_session(other, copied).ask(VIEWER), 401, "UNAUTHENTICATED", "Cookie")
    browser.sign_in("fenna")
    assert browser.viewer() == FENNA  # it was that session that ended, not all of theirs


def test_nor_in_another_process_a_second_later(place: Place, service_port: int, configuration: Configuration) -> None:
    with LiveNetwork(place.open()) as live, LiveNetwork(place.open()) as other_live:
        live.write("Tess", "a test", numbered(NETWORK))
        other_live.refresh()
        with (
            running(live, service_port, configuration) as service,
            running(other_live, free_port(), configuration) as second,
            Browser(service.address) as browser,
            Browser(second.address) as other,
        ):
            with_session(other, "a.b.c").ask(VIEWER)  # it has looked
            copied = signed_out(browser)
            time.sleep(1.05)
            refused(with_session(other, copied).ask(VIEWER), 401, "UNAUTHENTICATED", "Cookie")
        (kept,) = live.store.keepsakes.list("ended session")
        assert kept.expires is not None
        assert kept.value == ""
        lasts = kept.expires - datetime.now(UTC)
        assert timedelta(0) < lasts <= timedelta(seconds=configuration.session_seconds)


def test_while_the_store_is_away_one_can_sign_out_and_others_stay_signed_in(
    browser: Browser, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise Unavailable("the store is away")

    browser.sign_in("fenna")
    stays = browser.cookie("korte-lijnen") or ""
    monkeypatch.setattr("graph.stores.sqlite_keepsakes.SqliteKeepsakes.keep", away)
    monkeypatch.setattr("graph.stores.sqlite_keepsakes.SqliteKeepsakes.list", away)
    with Browser(service.address) as leaving, Browser(service.address) as other:
        refused(with_session(other, signed_out(leaving)).ask(VIEWER), 401, "UNAUTHENTICATED", "Cookie")
        assert with_session(other, stays).viewer() == FENNA


def test_a_token_goes_before_a_session(browser: Browser) -> None:
    browser.sign_in("fenna")
    answer = browser.ask(VIEWER, Authorization="Bearer kl_nothing")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == 'Bearer error="invalid_token"'


# What a seal is


@given(st.dictionaries(st.text().map("kept {}".format), st.text() | st.integers() | st.none()))
def test_what_was_sealed_is_opened_as_it_was(content: dict[str, object]) -> None:
    seal = Seal("a secret", "a purpose")
    assert seal.opened(seal.sealed(content, 60)) == content


@given(st.text(), st.binary())
def test_what_was_not_sealed_is_not_opened(text: str, raw: bytes) -> None:
    seal = Seal("a secret", "a purpose")
    sealed = seal.sealed({"a": 1}, 60)
    for forged in (text, raw.decode("latin-1"), sealed[:-1], sealed + "A", text + sealed):
        if forged != sealed:
            assert seal.opened(forged) is None


# Entity tags


@pytest.mark.parametrize(
    "other",
    [
        Viewer("Anna", Role.STEWARD, "fenna", frozenset({"parkstad"})),
        Viewer("Fenna", Role.ADMINISTRATOR, "fenna", frozenset({"parkstad"})),
        Viewer("Fenna", Role.STEWARD, None, frozenset({"parkstad"})),
        Viewer("Fenna", Role.STEWARD, "fenna", frozenset({"parkstad"}), "why"),
        Viewer("Fenna", Role.MEMBER, "fenna", frozenset({"parkstad"})),
    ],
)
def test_whatever_viewer_tells_is_in_the_entity_tag(live: LiveNetwork, other: Viewer) -> None:
    fenna = Viewer("Fenna", Role.STEWARD, "fenna", frozenset({"parkstad"}))
    again = Viewer("Fenna", Role.STEWARD, "fenna", frozenset({"parkstad"}))
    assert Context.of(live, fenna).depends_on == Context.of(live, again).depends_on
    assert Context.of(live, fenna).depends_on != Context.of(live, other).depends_on


# Over https


def test_over_https_the_cookies_are_for_https_and_this_host_only(configuration: Configuration) -> None:
    cookies = Cookies(replace(configuration, address="https://kaart.example.org"))
    response = Response()
    cookies.keep_session(response, Identity("Fenna", None, Role.MEMBER))
    for one in response.headers.getlist("set-cookie"):
        (cookie,) = SimpleCookie(one).values()
        assert cookie.key.startswith("__Host-korte-lijnen")
        assert (cookie["secure"], cookie["httponly"], cookie["path"], cookie["domain"]) == (True, True, "/", "")
