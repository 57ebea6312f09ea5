"""A provider that is away, comes back, or is another than was set: whoever needs it is told so, the rest goes on."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import httpx2
import pytest

from graph.live import LiveNetwork
from server.sign_in import Configuration
from server.sign_in.answers import Patience
from tests.sign_in.browser import Browser
from tests.sign_in.provider_process import ProviderProcess, ec_key
from tests.sign_in.service import Service, running
from tests.sign_in.test_access_tokens import viewer_of
from tests.sign_in.test_browser import ANYBODY, FENNA, told
from tests.stores.test_away import soon

AS_PROGRAM = {"Accept": "application/json"}


def sign_in(service: Service, path: str = "/sign-in") -> httpx2.Response:
    return service.http.get(path, headers=AS_PROGRAM)


def unavailable(answer: httpx2.Response) -> str:
    assert answer.status_code == 503, answer.text
    (error,) = answer.json()["errors"]
    assert (error["extensions"]["code"], error["extensions"]["field"]) == ("UNAVAILABLE", "provider")
    assert "goes on" in error["extensions"]["help"]
    return str(error["message"])


def test_a_service_starts_while_the_provider_is_away_and_finds_it_when_it_comes(
    live: LiveNetwork, service_port: int, provider: ProviderProcess, configuration: Configuration
) -> None:
    token = provider.access_token("importer")
    provider.stop()
    with running(live, service_port, configuration) as service, Browser(service.address) as browser:
        assert viewer_of(service.ask()) == ANYBODY
        assert "does not answer" in unavailable(sign_in(service))
        assert "does not answer" in unavailable(service.ask(token))
        page = browser.open("/sign-in")
        assert (page.status_code, page.headers["content-type"]) == (503, "text/html; charset=utf-8")
        assert service.http.get("/health").json()["status"] == "ok"
        provider.start()
        soon(lambda: sign_in(service).status_code == 303, seconds=2)
        browser.sign_in("fenna")
        assert browser.viewer() == FENNA


def test_a_provider_that_goes_away_leaves_those_who_signed_in_and_those_who_did_not(
    browser: Browser, service: Service, provider: ProviderProcess
) -> None:
    token = provider.access_token("importer")
    browser.sign_in("fenna")
    assert viewer_of(service.ask(token))["role"] == "STEWARD"
    provider.stop()
    assert browser.viewer() == FENNA
    assert viewer_of(service.ask()) == ANYBODY
    assert viewer_of(service.ask(token))["role"] == "STEWARD"  # by keys that are known
    answer = browser.http.post(f"{service.address}/sign-out", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 303
    assert browser.viewer() == ANYBODY


def test_a_provider_that_goes_away_while_somebody_signs_in(browser: Browser, provider: ProviderProcess) -> None:
    back = browser.come_back(browser.sent_to_provider(), "fenna")
    provider.stop()
    told(browser.http.get(back, headers=AS_PROGRAM), 503, "UNAVAILABLE", "provider")
    provider.start()
    told(browser.http.get(back, headers=AS_PROGRAM), 401, "UNAUTHENTICATED", "code")  # it has forgotten the code
    browser.sign_in("fenna")
    assert browser.viewer() == FENNA


def test_old_keys_serve_while_the_provider_is_away_and_new_ones_when_it_is_back(
    live: LiveNetwork, service_port: int, provider: ProviderProcess, configuration: Configuration
) -> None:
    with running(live, service_port, configuration, Patience(lasts=0.0, pause=0.0)) as service:
        token = provider.access_token("importer")
        assert viewer_of(service.ask(token))["role"] == "STEWARD"
        provider.stop()
        assert viewer_of(service.ask(token))["role"] == "STEWARD"
        provider.start()
        assert viewer_of(service.ask(token))["role"] == "STEWARD"


# Providers that say nothing useful


@contextmanager
def something(answer: bytes | None) -> Iterator[str]:
    """Something that listens, and always answers the same (with its address for ISSUER), or nothing: its address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        ended = threading.Event()

        def serve() -> None:
            listener.settimeout(0.05)
            held: list[socket.socket] = []
            while not ended.is_set():
                try:
                    held.append(listener.accept()[0])
                except TimeoutError:
                    continue
                if answer is not None:
                    held[-1].recv(65_536)
                    held[-1].sendall(answer.replace(b"ISSUER", address.encode()))
                    held.pop().close()
            for connection in held:
                connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield address
        finally:
            ended.set()
            thread.join()


DOCUMENT = b"""{
    "issuer": "ISSUER", "authorization_endpoint": "ISSUER/a", "token_endpoint": "ISSUER/t", "jwks_uri": "ISSUER/keys"
}"""


def response(body: bytes, status: bytes = b"200 OK") -> bytes:
    return b"HTTP/1.1 %s\r\nConnection: close\r\n\r\n%s" % (status, body)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.9\r\n",
        response(b""),
        response(b"<html>"),
        response(b"[]"),
        response(b"{}"),
        response(DOCUMENT.replace(b"ISSUER", b"https://elsewhere.example", 1)),
        response(b'{"issuer": "ISSUER"}'),
        response(b'{"issuer": "ISSUER", "authorization_endpoint": 1, "token_endpoint": 2, "jwks_uri": 3}'),
        response(b"{}", b"404 Not Found"),
        response(b"{}", b"500 Internal Server Error"),
        response(b"", b"302 Found"),
    ],
)
def test_what_is_no_provider_is_said_to_be_away(
    live: LiveNetwork, service_port: int, configuration: Configuration, answer: bytes
) -> None:
    with (
        something(answer) as issuer,
        running(live, service_port, replace(configuration, issuer=issuer)) as service,
    ):
        assert issuer in unavailable(sign_in(service))
        unavailable(service.ask("a.b.c"))
        assert viewer_of(service.ask()) == ANYBODY


@pytest.mark.parametrize(
    "keys", [b"", b"{}", b'{"keys": []}', b'{"keys": 1}', b'{"keys": [1, {"kty": "oct", "k": "AA"}]}']
)
def test_a_provider_without_keys_is_said_to_be_away(
    live: LiveNetwork, service_port: int, configuration: Configuration, keys: bytes
) -> None:
    with (
        something(response(keys)) as at_keys,
        something(response(DOCUMENT.replace(b"ISSUER/keys", at_keys.encode()))) as issuer,
        running(live, service_port, replace(configuration, issuer=issuer)) as service,
    ):
        assert sign_in(service).status_code == 303
        assert "publishes no keys" in unavailable(service.ask("a.b.c"))


def test_a_provider_that_never_answers_holds_up_nobody_else(
    live: LiveNetwork, service_port: int, configuration: Configuration
) -> None:
    with (
        something(None) as issuer,
        running(live, service_port, replace(configuration, issuer=issuer)) as service,
    ):
        began = time.monotonic()
        waiting = [threading.Thread(target=sign_in, args=(service,)) for _ in range(50)]
        waiting += [threading.Thread(target=service.ask, args=("a.b.c",)) for _ in range(50)]
        for thread in waiting:
            thread.start()
        for _ in range(10):
            assert viewer_of(service.ask()) == ANYBODY
        assert time.monotonic() - began < 4  # while all the others wait
        for thread in waiting:
            thread.join()
        assert time.monotonic() - began < 9  # and none of them in turn
        unavailable(sign_in(service))


# Other clients


def test_a_client_without_a_secret_proves_itself_by_pkce_alone(
    live: LiveNetwork, service_port: int, provider: ProviderProcess, configuration: Configuration
) -> None:
    provider.start(token_endpoint_auth_method="none", client_secret=None)
    with (
        running(live, service_port, replace(configuration, client_secret=None)) as service,
        Browser(service.address) as browser,
    ):
        browser.sign_in("fenna")
        assert browser.viewer() == FENNA


def test_a_provider_that_wants_the_secret_in_the_form_gets_it_there(
    live: LiveNetwork, service_port: int, provider: ProviderProcess, configuration: Configuration
) -> None:
    provider.start(ways=["client_secret_post"], token_endpoint_auth_method="client_secret_post")
    with running(live, service_port, configuration) as service, Browser(service.address) as browser:
        browser.sign_in("fenna")
        assert browser.viewer() == FENNA


@pytest.mark.parametrize("other", ["client_id", "client_secret"])
def test_a_service_that_the_provider_does_not_know_cannot_have_people_sign_in(
    live: LiveNetwork,
    service_port: int,
    configuration: Configuration,
    other: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with running(live, service_port, configuration) as service, Browser(service.address) as browser:
        back = browser.come_back(browser.sent_to_provider(), "fenna")
        attempt = browser.cookie("korte-lijnen-attempt")
    mistaken = {
        "client_id": replace(configuration, client_id="another"),
        "client_secret": replace(configuration, client_secret="another"),
    }
    with running(live, service_port, mistaken[other]) as service, Browser(service.address) as browser:
        browser.http.cookies.set("korte-lijnen-attempt", attempt or "", domain="127.0.0.1")
        said = told(browser.http.get(back, headers=AS_PROGRAM), 503, "UNAVAILABLE", "provider")
        assert "refuses this service" in said
        assert browser.viewer() == ANYBODY
    assert "invalid_client" in caplog.text
    assert "another" not in caplog.text


def test_a_provider_that_signs_with_an_elliptic_curve(
    live: LiveNetwork, service_port: int, provider: ProviderProcess, configuration: Configuration
) -> None:
    provider.start(ec_key())
    with running(live, service_port, configuration) as service, Browser(service.address) as browser:
        browser.sign_in("fenna")
        assert browser.viewer() == FENNA
        assert viewer_of(service.ask(provider.access_token("importer")))["role"] == "STEWARD"


def test_a_provider_that_changed_its_keys_between_two_who_sign_in(
    browser: Browser, service: Service, provider: ProviderProcess
) -> None:
    browser.sign_in("fenna")
    provider.start(ec_key())
    time.sleep(0.35)  # nothing is asked of it again right after it was asked
    with Browser(service.address) as other:
        other.sign_in("fenna")
        assert other.viewer() == FENNA
