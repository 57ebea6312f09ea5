"""Programs show access tokens of the provider: its own ones, and ones that somebody made, bent or kept too long.

The provider's keys are the tests', so that a token can be wrong in one respect and right in all others.
"""

from __future__ import annotations

import hmac
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import httpx2
import orjson
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, Key, RSAKey
from joserfc.jws import JWSRegistry
from joserfc.registry import HeaderParameter

from graph.live import LiveNetwork
from server.sign_in import Configuration
from server.sign_in.answers import Patience
from tests.sign_in.provider_process import AUDIENCE, PROGRAMS, ProviderProcess, ec_key, rsa_key
from tests.sign_in.service import PATIENCE, Service, running
from tests.stores.test_away import soon

PAST, FUTURE = -3_600, 3_600
OTHER = rsa_key()


def viewer_of(answer: httpx2.Response) -> Any:  # noqa: ANN401 - JSON
    assert answer.status_code == 200, answer.text
    return answer.json()["data"]["viewer"]


def refused(answer: httpx2.Response) -> str:
    """Assert that a token was refused, and give why."""
    assert answer.status_code == 401, answer.text
    assert answer.headers["www-authenticate"] == 'Bearer error="invalid_token"'
    assert answer.headers["cache-control"] == "no-store"
    assert "data" not in answer.json()
    (error,) = answer.json()["errors"]
    assert (error["extensions"]["code"], error["extensions"]["field"]) == ("UNAUTHENTICATED", "Authorization")
    assert error["extensions"]["actual"] is None
    return str(error["message"])


def claims_of(provider: ProviderProcess, **others: object) -> dict[str, Any]:
    """The claims of a good token of now, but for what is given; None leaves a claim out."""
    now = int(time.time())
    claims = {"iss": provider.issuer, "aud": AUDIENCE, "sub": "importer", "exp": now + 600, "iat": now}
    return {name: value for name, value in ({**claims, "roles": ["keepers"]} | others).items() if value is not None}


def signed(provider: ProviderProcess, **others: object) -> str:
    """A token that the provider could have made, but for some claims."""
    return signed_with(provider, provider.keys[0], None, **others)


def signed_with(
    provider: ProviderProcess, key: Key, header: Mapping[str, object] | None = None, /, **others: object
) -> str:
    """A token with a key and header of somebody's choice."""
    named: dict[str, Any] = {"alg": str(key.get("alg")), "typ": "at+jwt", "kid": str(key.kid), **(header or {})}
    registry = JWSRegistry({"must": HeaderParameter("a test's own", "bool")}, [named["alg"]], strict_check_header=False)
    return jwt.encode(named, claims_of(provider, **others), key, registry=registry)


def after(seconds: int) -> int:
    return int(time.time()) + seconds


# Right ones


def test_a_program_has_the_role_that_the_provider_gives_it(service: Service, provider: ProviderProcess) -> None:
    importer = viewer_of(service.ask(provider.access_token("importer")))
    assert (importer["name"], importer["role"]) == ("importer", "STEWARD")
    reader = viewer_of(service.ask(provider.access_token("reader")))
    assert (reader["name"], reader["role"], reader["person"]) == ("reader", "PUBLIC", None)
    assert list(PROGRAMS) == ["importer", "reader"]


def test_a_person_may_use_an_access_token_too(service: Service, provider: ProviderProcess) -> None:
    token = signed(provider, roles=None, email="f.dirks@example.org", email_verified=True)
    viewer = viewer_of(service.ask(token))
    assert (viewer["role"], viewer["person"], viewer["coalitions"]) == ("MEMBER", {"id": "fenna"}, [{"id": "parkstad"}])


@pytest.mark.parametrize("audience", [AUDIENCE, [AUDIENCE], ["https://elsewhere.example", AUDIENCE]])
def test_a_token_for_several_services_is_one_for_this(
    service: Service, provider: ProviderProcess, audience: object
) -> None:
    assert viewer_of(service.ask(signed(provider, aud=audience)))["role"] == "STEWARD"


def test_headers_that_providers_add_are_no_fault(service: Service, provider: ProviderProcess) -> None:
    token = signed_with(provider, provider.keys[0], {"x5t": "abc", "nonce": "of the provider", "typ": "JWT"})
    assert viewer_of(service.ask(token))["role"] == "STEWARD"


def test_the_scheme_is_written_in_any_case(service: Service, provider: ProviderProcess) -> None:
    token = provider.access_token("importer")
    assert viewer_of(service.ask(Authorization=f"bearer  {token}"))["role"] == "STEWARD"


def test_a_program_writes_without_an_origin(service: Service, provider: ProviderProcess) -> None:
    """A browser never adds a token by itself, so that other sites are no danger here."""
    answer = service.ask(provider.access_token("importer"), 'mutation { confirm(ids: ["mehmet"]) { ids } }')
    assert answer.json() == {"data": {"confirm": {"ids": ["mehmet"]}}}


# Clocks


@pytest.mark.parametrize(
    ("claim", "seconds"),
    [("exp", -50), ("nbf", 50), ("iat", 50)],
)
def test_clocks_may_differ_a_minute(service: Service, provider: ProviderProcess, claim: str, seconds: int) -> None:
    assert viewer_of(service.ask(signed(provider, **{claim: after(seconds)})))["role"] == "STEWARD"


@pytest.mark.parametrize(
    ("claim", "seconds", "why"),
    [
        ("exp", -61, "it has expired"),
        ("exp", PAST, "it has expired"),
        ("nbf", 70, "it is not valid yet"),
        ("iat", FUTURE, "it was made in the future"),
    ],
)
def test_clocks_may_not_differ_more(
    service: Service, provider: ProviderProcess, claim: str, seconds: int, why: str
) -> None:
    assert why in refused(service.ask(signed(provider, **{claim: after(seconds)})))


# Wrong ones


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ({"aud": "https://elsewhere.example"}, "made for another service"),
        ({"aud": [AUDIENCE + "/"]}, "made for another service"),
        ({"aud": "korte-lijnen"}, "made for another service"),
        ({"aud": None}, "made for another service"),
        ({"aud": {"a": 1}}, "made for another service"),
        ({"iss": "https://elsewhere.example"}, "not from the provider"),
        ({"iss": None}, "not from the provider"),
        ({"exp": None}, "does not say when it expires"),
        ({"exp": "tomorrow"}, "does not say when it expires"),
        ({"exp": True}, "does not say when it expires"),
        ({"sub": None}, "does not say whose it is"),
        ({"sub": ""}, "does not say whose it is"),
        ({"nonce": "n"}, "an ID token"),
        ({"at_hash": "h"}, "an ID token"),
    ],
)
def test_a_token_that_says_something_wrong_is_refused(
    service: Service, provider: ProviderProcess, others: dict[str, object], why: str
) -> None:
    assert why in refused(service.ask(signed(provider, **others)))


def unsigned(provider: ProviderProcess, algorithm: str) -> str:
    parts = ({"alg": algorithm, "kid": str(provider.keys[0].kid)}, claims_of(provider))
    return ".".join(urlsafe_b64encode(orjson.dumps(part)).rstrip(b"=").decode() for part in parts) + "."


def with_the_public_key_as_secret(provider: ProviderProcess) -> str:
    key = provider.keys[0]
    assert isinstance(key, RSAKey)
    head_and_claims = unsigned(provider, "HS256").rstrip(".")
    signature = hmac.digest(key.as_pem(private=False), head_and_claims.encode(), "sha256")
    return f"{head_and_claims}.{urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def bent(provider: ProviderProcess, part: int) -> str:
    parts = signed(provider).split(".")
    parts[part] = parts[part][:-6] + ("AAAAAA" if parts[part][-6:] != "AAAAAA" else "BBBBBB")
    return ".".join(parts)


FORGED: dict[str, Callable[[ProviderProcess], str]] = {
    "no algorithm": partial(unsigned, algorithm="none"),
    "no algorithm in capitals": partial(unsigned, algorithm="NONE"),
    "no signature": partial(unsigned, algorithm="RS256"),
    "the public key as a secret": with_the_public_key_as_secret,
    "another key under the same name": lambda p: signed_with(p, OTHER, {"kid": p.keys[0].kid}),
    "another key": lambda p: signed_with(p, OTHER),
    "a key that it brings itself": lambda p: signed_with(p, OTHER, {"jwk": OTHER.as_dict(private=False)}),
    "a key at an address that it names": lambda p: signed_with(p, OTHER, {"jku": "https://elsewhere.example/jwks"}),
    "a critical header": lambda p: signed_with(p, p.keys[0], {"crit": ["must"], "must": True}),
    "a bent header": partial(bent, part=0),
    "bent claims": partial(bent, part=1),
    "a bent signature": partial(bent, part=2),
    "a weak key": lambda p: signed_with(p, ECKey.generate_key("secp256k1", {"alg": "ES256K"}, auto_kid=True)),
}


@pytest.mark.parametrize("name", list(FORGED))
def test_a_forged_token_is_refused(service: Service, provider: ProviderProcess, name: str) -> None:
    assert "not signed by the provider" in (said := refused(service.ask(FORGED[name](provider)))) or (
        "a key that the provider does not publish" in said
    )


@pytest.mark.parametrize(
    "authorization",
    [
        "Bearer", "Basic YTpi", "Bearer a", "Bearer a.b.c", "Bearer ..", "Bearer a.b.c.d.e", "Bearer \xe9",
        "Bearer " + "a" * 10_000, "Bearer " + "." * 10_000, "Bearer a b", "bearer,Bearer x", "kl_abc", "",
        "Bearer eyJhbGciOiJSUzI1NiJ9.W10.AA", "Bearer eyJhbGciOltdfQ.e30.AA", "Bearer W10.e30.AA",
    ],
)  # fmt: skip
def test_what_is_no_token_is_refused(service: Service, authorization: str) -> None:
    answer = httpx2.post(
        f"{service.address}/graphql",
        json={"query": "{ viewer { name } }"},
        headers=[(b"Authorization", authorization.encode("latin-1"))],
    )
    refused(answer)


def test_a_token_is_refused_whatever_is_asked_and_in_whatever_way(service: Service) -> None:
    refused(service.ask("nothing", "{ __typename }"))
    refused(service.ask("nothing", "{ __typename }", Accept="application/graphql-response+json"))
    headers = {"Authorization": "Bearer nothing"}
    refused(httpx2.get(f"{service.address}/graphql", params={"query": "{ __typename }"}, headers=headers))


def test_a_token_is_in_no_error_and_no_log(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    answer = service.ask("a-secret.of-somebody.else")
    assert "of-somebody" not in answer.text
    assert "of-somebody" not in caplog.text


def test_an_id_token_gives_no_access(
    live: LiveNetwork, service_port: int, provider: ProviderProcess, configuration: Configuration
) -> None:
    """Also where somebody made the client's own id the audience."""
    with running(live, service_port, replace(configuration, audience="korte-lijnen")) as service:
        assert viewer_of(service.ask(signed(provider, aud="korte-lijnen")))["role"] == "STEWARD"
        assert "ID token" in refused(service.ask(signed(provider, aud="korte-lijnen", nonce="n")))


def test_without_an_audience_no_access_tokens_are_taken(
    live: LiveNetwork, service_port: int, provider: ProviderProcess, configuration: Configuration
) -> None:
    with running(live, service_port, replace(configuration, audience=None)) as service:
        assert "no others are taken here" in refused(service.ask(provider.access_token("importer")))


def test_without_a_provider_no_access_tokens_are_taken(
    live: LiveNetwork, service_port: int, provider: ProviderProcess
) -> None:
    with running(live, service_port, None) as service:
        assert "no others are taken here" in refused(service.ask(provider.access_token("importer")))
        assert httpx2.get(f"{service.address}/sign-in").status_code == 404
        assert viewer_of(service.ask())["role"] == "PUBLIC"


# New keys


def test_a_key_that_is_new_is_known_as_soon_as_it_is_used(service: Service, provider: ProviderProcess) -> None:
    old = provider.access_token("importer")
    assert viewer_of(service.ask(old))["role"] == "STEWARD"
    provider.start(ec_key(), *provider.keys)  # the old one is still published
    soon(lambda: service.ask(provider.access_token("importer")).status_code == 200, seconds=2)
    assert viewer_of(service.ask(old))["role"] == "STEWARD"


def test_a_key_that_is_withdrawn_is_not_believed_any_more(service: Service, provider: ProviderProcess) -> None:
    old = provider.access_token("importer")
    assert viewer_of(service.ask(old))["role"] == "STEWARD"
    provider.start(rsa_key())
    soon(lambda: service.ask(provider.access_token("importer")).status_code == 200, seconds=2)
    assert "a key that the provider does not publish" in refused(service.ask(old))


def test_a_key_that_is_withdrawn_is_not_believed_for_long_though_nobody_uses_a_new_one(
    live: LiveNetwork, service_port: int, provider: ProviderProcess, configuration: Configuration
) -> None:
    with running(live, service_port, configuration, Patience(lasts=1.0, pause=0.1)) as service:
        old = provider.access_token("importer")
        assert viewer_of(service.ask(old))["role"] == "STEWARD"
        provider.start(rsa_key())
        time.sleep(1.0)
        assert "a key that the provider does not publish" in refused(service.ask(old))


def test_unknown_keys_do_not_make_the_provider_answer_again_and_again(
    service: Service, provider: ProviderProcess, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody who sends nonsense cannot use this service to keep the provider busy."""
    token = provider.access_token("importer")
    assert viewer_of(service.ask(token))["role"] == "STEWARD"
    provider.stop()  # so that each time that it is asked is in the log
    began = time.monotonic()
    while time.monotonic() - began < 4 * PATIENCE.pause:
        refused(service.ask(signed_with(provider, OTHER)))
    asked = caplog.text.count("does not answer")
    assert 1 <= asked <= 1 + (time.monotonic() - began) / PATIENCE.pause
    assert viewer_of(service.ask(token))["role"] == "STEWARD"
