"""What has to be set so that people can sign in, and what is said of settings that cannot be right."""

from __future__ import annotations

import pytest

from graph.errors import BadInput
from server.settings import (
    ADDRESS,
    OIDC_ADMINISTRATOR,
    OIDC_AUDIENCE,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
    OIDC_ISSUER,
    OIDC_ROLE,
    OIDC_SCOPES,
    OIDC_STEWARD,
    OIDC_VERIFIED,
    SESSION_HOURS,
    SESSION_SECRET,
    SETTINGS,
    Setting,
)
from server.sign_in import Configuration, configured
from server.sign_in.configuration import ClaimNames
from tests.stores.places import CHECKOUT

SECRET = "0123456789 0123456789 0123456789"
NEEDED = {
    ADDRESS: "https://kaart.example.org",
    OIDC_ISSUER: "https://provider.example/realms/one",
    OIDC_CLIENT_ID: "korte-lijnen",
    SESSION_SECRET: SECRET,
}


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)


def with_settings(monkeypatch: pytest.MonkeyPatch, settings: dict[Setting, str]) -> Configuration | None:
    for setting, value in settings.items():
        monkeypatch.setenv(setting.name, value)
    return configured()


def test_nobody_can_sign_in_where_no_provider_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert with_settings(monkeypatch, {}) is None
    assert with_settings(monkeypatch, {OIDC_CLIENT_ID: "korte-lijnen", SESSION_SECRET: "short"}) is None


def test_the_least_that_has_to_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert with_settings(monkeypatch, NEEDED) == Configuration(
        address="https://kaart.example.org",
        issuer="https://provider.example/realms/one",
        client_id="korte-lijnen",
        client_secret=None,
        session_secret=SECRET,
        session_seconds=8 * 3_600,
        scopes="openid profile email",
        audience=None,
        claims=ClaimNames("roles", frozenset(), frozenset(), "email_verified"),
    )


def test_everything_that_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    more = {
        ADDRESS: "http://localhost:8000/",
        OIDC_ISSUER: "http://127.0.0.1:9000",
        OIDC_CLIENT_SECRET: "s",
        SESSION_HOURS: "1",
        OIDC_SCOPES: " openid  roles ",
        OIDC_AUDIENCE: "https://kaart.example.org",
        OIDC_ROLE: "realm_access.roles",
        OIDC_STEWARD: "keepers, the editors,,",
        OIDC_ADMINISTRATOR: "owners",
        OIDC_VERIFIED: "xms_edov",
    }
    assert with_settings(monkeypatch, NEEDED | more) == Configuration(
        address="http://localhost:8000",
        issuer="http://127.0.0.1:9000",
        client_id="korte-lijnen",
        client_secret="s",
        session_secret=SECRET,
        session_seconds=3_600,
        scopes="openid roles",
        audience="https://kaart.example.org",
        claims=ClaimNames(
            "realm_access.roles", frozenset({"keepers", "the editors"}), frozenset({"owners"}), "xms_edov"
        ),
    )


@pytest.mark.parametrize("missing", [ADDRESS, OIDC_CLIENT_ID, SESSION_SECRET])
def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, missing: Setting) -> None:
    with pytest.raises(BadInput, match=f"{missing.name} is not") as raised:
        with_settings(monkeypatch, {setting: value for setting, value in NEEDED.items() if setting != missing})
    assert raised.value.field == missing.name


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (ADDRESS, "kaart.example.org"),
        (ADDRESS, "http://kaart.example.org"),
        (ADDRESS, "http://127.0.0.1.example.org"),
        (ADDRESS, "https://"),
        (ADDRESS, "https://kaart.example.org/kaart"),
        (ADDRESS, "https://kaart.example.org?a"),
        (ADDRESS, "https://user:password@kaart.example.org"),
        (ADDRESS, "https://kaart.example.org:port"),
        (ADDRESS, "https://[kaart"),
        (ADDRESS, "ftp://kaart.example.org"),
        (OIDC_ISSUER, "http://provider.example"),
        (OIDC_ISSUER, "https://provider.example#a"),
        (OIDC_ISSUER, "provider"),
        (SESSION_SECRET, SECRET[1:]),
        (SESSION_HOURS, "0"),
        (SESSION_HOURS, "1.5"),
        (SESSION_HOURS, "-1"),
        (SESSION_HOURS, "²"),
        (SESSION_HOURS, "745"),
        (SESSION_HOURS, "9" * 5_000),
        (OIDC_SCOPES, "email profile"),
    ],
)
def test_what_cannot_be_right_is_named_with_what_would_be(
    monkeypatch: pytest.MonkeyPatch, setting: Setting, value: str
) -> None:
    with pytest.raises(BadInput) as raised:
        with_settings(monkeypatch, NEEDED | {setting: value})
    assert raised.value.field == setting.name
    assert raised.value.expected


def test_a_secret_is_in_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput) as raised:
        with_settings(monkeypatch, NEEDED | {SESSION_SECRET: "guess me"})
    assert "guess me" not in f"{raised.value} {raised.value.extensions()}"


def test_cookies_are_for_https_where_people_come_over_https(monkeypatch: pytest.MonkeyPatch) -> None:
    over_https = with_settings(monkeypatch, NEEDED)
    on_this_machine = with_settings(monkeypatch, NEEDED | {ADDRESS: "http://localhost:8000"})
    assert over_https is not None
    assert on_this_machine is not None
    assert (over_https.secure, on_this_machine.secure) == (True, False)


def test_every_setting_of_signing_in_is_explained() -> None:
    page = (CHECKOUT / "docs" / "signing-in.md").read_text("utf-8")
    for setting in SETTINGS:
        if setting.name.startswith(("KORTE_LIJNEN_OIDC_", "KORTE_LIJNEN_SESSION_", ADDRESS.name)):
            assert setting.name in page, setting.name
