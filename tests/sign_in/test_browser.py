"""People sign in at a real provider, over its own pages, and are answered as who they are in the network."""

from __future__ import annotations

from http.cookies import SimpleCookie
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

import httpx2
import pytest

from server.sign_in import Configuration
from server.sign_in.cookies import ATTEMPT_SECONDS
from server.sign_in.seals import Seal
from tests.sign_in.browser import Browser
from tests.sign_in.conftest import SECRET
from tests.sign_in.provider_process import ProviderProcess
from tests.sign_in.service import Service
from tests.stores.networks import numbered

ANYBODY: dict[str, object] = {
    "name": "anybody",
    "role": "PUBLIC",
    "person": None,
    "coalitions": [],
    "explanation": None,
}
FENNA = {
    "name": "Fenna Dirks",
    "role": "MEMBER",
    "person": {"id": "fenna"},
    "coalitions": [{"id": "parkstad"}],
    "explanation": None,
}


def changed(address: str, **parameters: str) -> str:
    """An address with other parameters."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(query=urlencode(dict(parse_qsl(parts.query)) | parameters)))


def told(answer: httpx2.Response, status: int, code: str, field: str | None = None) -> str:
    """Assert that a page says what is wrong, to programs as to people, and give what it says."""
    assert answer.status_code == status, answer.text
    assert answer.headers["cache-control"] == "no-store"
    (error,) = answer.json()["errors"]
    assert (error["extensions"]["code"], error["extensions"]["field"]) == (code, field)
    return str(error["message"])


def as_program(browser: Browser, address: str) -> httpx2.Response:
    return browser.http.get(address, headers={"Accept": "application/json"})


# Who is who


def test_whoever_did_not_sign_in_is_anybody(browser: Browser) -> None:
    assert browser.viewer() == ANYBODY


def test_a_person_of_the_network_signs_in_and_is_a_member_of_their_present_coalitions(browser: Browser) -> None:
    browser.sign_in("fenna")
    assert browser.viewer() == FENNA


def test_an_address_that_the_provider_has_not_verified_is_nobodys(browser: Browser) -> None:
    browser.sign_in("mehmet")
    viewer = browser.viewer()
    assert (viewer["name"], viewer["role"], viewer["person"]) == ("Mehmet Yılmaz", "PUBLIC", None)
    assert "has verified" in viewer["explanation"]


def test_an_address_that_several_people_share_is_nobodys(browser: Browser) -> None:
    browser.sign_in("double")
    viewer = browser.viewer()
    assert (viewer["name"], viewer["role"], viewer["person"]) == ("Desk", "PUBLIC", None)
    assert "several people" in viewer["explanation"]


def test_somebody_who_has_left_the_network_is_nobody_in_it(browser: Browser) -> None:
    browser.sign_in("stranger")
    viewer = browser.viewer()
    assert (viewer["name"], viewer["role"], viewer["person"]) == ("stranger", "PUBLIC", None)
    assert "nobody in this network" in viewer["explanation"]


def test_the_provider_says_who_is_a_steward(browser: Browser) -> None:
    browser.sign_in("tess")
    assert browser.viewer() == {**ANYBODY, "name": "Tess Smeets", "role": "STEWARD"}
    asked = browser.ask('{ network { node(id: "mehmet") { name ... on Person { email } } } }')
    assert asked.json()["data"]["network"]["node"] == {"name": "Mehmet Yılmaz", "email": "m.yilmaz@example.org"}


def test_an_administrator_who_is_a_person_of_the_network_is_both(browser: Browser) -> None:
    browser.sign_in("anna")
    assert browser.viewer() == {**FENNA, "role": "ADMINISTRATOR"}


def test_who_gives_up_a_seat_is_no_member_of_the_coalition_any_more(browser: Browser, service: Service) -> None:
    browser.sign_in("fenna")
    ended = {"relation": "HOLDS", "from": "fenna", "to": "seat p", "since": "2020-01-01", "id": "fenna's seat"}
    service.live.write("Tess", "she left", numbered([{**ended, "until": "2026-01-01"}]))
    assert browser.viewer() == {**FENNA, "coalitions": []}


def test_who_is_taken_out_of_the_network_is_nobody_in_it_at_once(browser: Browser, service: Service) -> None:
    browser.sign_in("fenna")
    without = {"node": "Person", "id": "fenna", "name": "Fenna Dirks"}
    service.live.write("Tess", "no address", numbered([without]))
    assert browser.viewer()["role"] == "PUBLIC"


def test_answers_of_one_viewer_are_not_those_of_another(browser: Browser, service: Service) -> None:
    """Tess and Anna see the same network, but are told other things of themselves: an entity tag is of the viewer."""
    graphql, asked = f"{service.address}/graphql", {"query": "{ viewer { role } }"}
    browser.sign_in("tess")
    headers = {"Accept": "application/json"}
    tess = browser.http.get(graphql, params=asked, headers=headers)
    headers["If-None-Match"] = tess.headers["etag"]
    with Browser(service.address) as other:
        other.sign_in("anna")
        anna = other.http.get(graphql, params=asked, headers=headers)
    assert anna.json() == {"data": {"viewer": {"role": "ADMINISTRATOR"}}}
    assert browser.http.get(graphql, params=asked, headers=headers).status_code == 304
    assert {"Cookie", "Authorization"} <= set(anna.headers["vary"].split(", "))
    assert anna.headers["cache-control"] == "private, no-cache"


# The way there and back


def test_the_way_there_proves_on_the_way_back_who_began_it(browser: Browser) -> None:
    asked = {name: value[0] for name, value in parse_qs(urlsplit(browser.sent_to_provider()).query).items()}
    assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
    assert asked["redirect_uri"] == f"{browser.service}/sign-in/answer"
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 43
    again = parse_qs(urlsplit(browser.sent_to_provider()).query)
    assert all(again[name] != [asked[name]] for name in ("state", "nonce", "code_challenge"))


def test_whoever_signs_in_goes_on_where_they_were(browser: Browser) -> None:
    answer = browser.sign_in("fenna", to="/graphiql?a=b&één#x")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{browser.service}/graphiql?a=b&%C3%A9%C3%A9n#x"


@pytest.mark.parametrize(
    "to", ["https://elsewhere.example", "elsewhere", "", "@elsewhere.example", "/a\nb", "/" + "a" * 2_000]
)
def test_nobody_is_sent_on_to_another_site(browser: Browser, to: str) -> None:
    answer = browser.http.get(f"{browser.service}/sign-in", params={"to": to}, headers={"Accept": "*/*"})
    told(answer, 400, "BAD_INPUT", "to")
    assert not answer.cookies


@pytest.mark.parametrize("to", ["//elsewhere.example", "/\\elsewhere.example", "/.//elsewhere.example"])
def test_what_looks_like_another_site_is_a_path_of_this_one(browser: Browser, to: str) -> None:
    location = browser.sign_in("fenna", to=to).headers["location"]
    assert urlsplit(location).netloc == urlsplit(browser.service).netloc


def test_a_code_is_good_once(browser: Browser) -> None:
    back = browser.come_back(browser.sent_to_provider(), "fenna")
    attempt = browser.cookie("korte-lijnen-attempt") or ""
    assert browser.http.get(back).status_code == 303
    with Browser(browser.service) as replaying:
        replaying.http.cookies.set("korte-lijnen-attempt", attempt, domain="127.0.0.1")
        told(as_program(replaying, back), 401, "UNAUTHENTICATED", "code")
        assert replaying.viewer() == ANYBODY


def test_the_browser_that_comes_back_is_the_one_that_went(browser: Browser) -> None:
    """Otherwise somebody could be signed in as somebody else by a link."""
    back = browser.come_back(browser.sent_to_provider(), "fenna")
    with Browser(browser.service) as victim:
        assert "this browser began" in told(as_program(victim, back), 401, "UNAUTHENTICATED", "state")
        victim.sent_to_provider()
        told(as_program(victim, back), 401, "UNAUTHENTICATED", "state")
        assert victim.viewer() == ANYBODY


def test_a_code_of_another_attempt_is_no_good(browser: Browser) -> None:
    """Somebody's code under one's own state: PKCE ties a code to the attempt that it was given for."""
    code = parse_qs(urlsplit(browser.come_back(browser.sent_to_provider(), "fenna")).query)["code"][0]
    with Browser(browser.service) as thief:
        own = thief.come_back(thief.sent_to_provider(), "stranger")
        told(as_program(thief, changed(own, code=code)), 401, "UNAUTHENTICATED", "code")


@pytest.mark.parametrize("state", ["", "another", "één"])
def test_another_state_is_refused(browser: Browser, state: str) -> None:
    back = browser.come_back(browser.sent_to_provider(), "fenna")
    told(
        as_program(browser, changed(back, state=state.encode("utf-8", "replace").decode())),
        401,
        "UNAUTHENTICATED",
        "state",
    )


def test_what_the_provider_says_of_another_attempt_is_not_believed(browser: Browser) -> None:
    """A nonce that was replaced on the way there comes back in the ID token."""
    back = browser.come_back(changed(browser.sent_to_provider(), nonce="of another attempt"), "fenna")
    said = told(as_program(browser, back), 401, "UNAUTHENTICATED", "code")
    assert "another attempt" in said
    assert browser.viewer() == ANYBODY


def test_the_answer_of_another_provider_is_refused(browser: Browser) -> None:
    back = browser.come_back(browser.sent_to_provider(), "fenna")
    told(as_program(browser, changed(back, iss="https://elsewhere.example")), 401, "UNAUTHENTICATED", "iss")


def test_what_the_provider_says_of_somebody_else_is_not_taken_for_ones_own(browser: Browser) -> None:
    back = browser.come_back(browser.sent_to_provider(), "two faces")
    assert "somebody else" in told(as_program(browser, back), 401, "UNAUTHENTICATED", "code")
    assert browser.viewer() == ANYBODY


def test_whoever_gives_up_at_the_provider_is_told_that_they_did_not_sign_in(browser: Browser) -> None:
    back = browser.come_back(browser.sent_to_provider(), None)
    page = browser.http.get(back)
    assert (page.status_code, page.headers["content-type"]) == (401, "text/html; charset=utf-8")
    assert "<h1>You did not sign in.</h1>" in page.text
    assert 'href="/sign-in"' in page.text
    assert told(as_program(browser, back), 401, "UNAUTHENTICATED", "error") == "You did not sign in."


def test_what_comes_back_is_not_written_into_the_page(browser: Browser) -> None:
    begun = browser.sent_to_provider()
    state = parse_qs(urlsplit(begun).query)["state"][0]
    page = browser.open("/sign-in/answer", state=state, error="<script>", error_description="<script>alert(1)</script>")
    assert page.status_code == 401
    assert "script" not in page.text


def test_an_attempt_is_good_for_ten_minutes(browser: Browser, configuration: Configuration) -> None:
    back = browser.come_back(browser.sent_to_provider(), "fenna")
    content = Seal(configuration.session_secret, "attempt").opened(browser.cookie("korte-lijnen-attempt") or "")
    assert content is not None
    old = Seal(SECRET, "attempt").sealed(content, -1)
    browser.http.cookies.set("korte-lijnen-attempt", old, domain="127.0.0.1", path="/")
    told(as_program(browser, back), 401, "UNAUTHENTICATED", "state")


# Cookies


def test_the_cookies_are_out_of_reach_of_scripts_and_other_sites(browser: Browser) -> None:
    begun = browser.open("/sign-in")
    (attempt,) = SimpleCookie(begun.headers["set-cookie"]).values()
    back = browser.come_back(begun.headers["location"], "fenna")
    session, gone = (
        next(iter(SimpleCookie(c).values())) for c in browser.http.get(back).headers.get_list("set-cookie")
    )
    assert (attempt["max-age"], session["max-age"], gone["max-age"]) == (str(ATTEMPT_SECONDS), str(8 * 3_600), "0")
    for cookie in (attempt, session, gone):
        assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "lax", "/", "")
    assert attempt.key == gone.key
    assert "fenna" not in session.value.lower()


# Signing out


def test_whoever_signs_out_is_anybody_here_and_signs_out_at_the_provider(browser: Browser) -> None:
    browser.sign_in("fenna")
    answer = browser.http.post(f"{browser.service}/sign-out", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 303
    assert browser.viewer() == ANYBODY
    page = browser.http.get(answer.headers["location"])
    assert (page.status_code, "Do you want to sign-out" in page.text) == (200, True), page.text
    browser.http.cookies.clear()


def test_a_script_that_signs_out_is_told_where_to_go_on(browser: Browser, provider: ProviderProcess) -> None:
    browser.sign_in("fenna")
    headers = {"Origin": browser.service, "Accept": "application/json"}
    answer = browser.http.post(f"{browser.service}/sign-out", headers=headers)
    to = urlsplit(answer.json()["to"])
    assert f"{to.scheme}://{to.netloc}" == provider.issuer
    assert parse_qs(to.query) == {"client_id": ["korte-lijnen"], "post_logout_redirect_uri": [f"{browser.service}/"]}
    assert browser.viewer() == ANYBODY


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {}]
)
def test_another_site_signs_nobody_out(browser: Browser, headers: dict[str, str]) -> None:
    browser.sign_in("fenna")
    answer = browser.http.post(f"{browser.service}/sign-out", headers={"Accept": "*/*"} | headers)
    told(answer, 403, "FORBIDDEN", "Origin")
    assert browser.open("/sign-out").status_code == 405
    assert browser.viewer() == FENNA
