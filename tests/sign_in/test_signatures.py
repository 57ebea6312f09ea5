"""Tokens of a provider, taken apart: what the ID token of somebody who signed in has to say, and what nonsense does."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jws
from joserfc.jwk import KeySet

from server.sign_in.signatures import (
    UnknownKey,
    UntrustedToken,
    claims_of_access_token,
    claims_of_id_token,
    key_set,
)
from tests.sign_in.provider_process import ec_key, rsa_key

KEY, OTHER = rsa_key(), ec_key()
KEYS = KeySet([KEY])
ISSUER, CLIENT, NONCE = "https://provider.example", "korte-lijnen", "a nonce"


def signed(claims: object, key_id: str | None = KEY.kid) -> str:
    """A token signed by the provider; whatever JSON can hold may stand in it."""
    header = {"alg": "RS256"} | ({"kid": key_id} if key_id else {})
    return jws.serialize_compact(header, json.dumps(claims), KEY, ["RS256"])


def id_token(**others: object) -> str:
    now = int(time.time())
    claims = {"iss": ISSUER, "aud": CLIENT, "sub": "1", "exp": now + 60, "iat": now, "nonce": NONCE} | others
    return signed({name: value for name, value in claims.items() if value is not None})


def read(token: str, keys: KeySet = KEYS) -> dict[str, object]:
    return claims_of_id_token(token, keys, issuer=ISSUER, client_id=CLIENT, nonce=NONCE)


def test_what_a_provider_says_of_who_signed_in_is_believed() -> None:
    assert read(id_token())["sub"] == "1"
    assert read(id_token(aud=[CLIENT]))["sub"] == "1"
    assert read(id_token(azp=CLIENT))["sub"] == "1"
    assert read(id_token(aud=[CLIENT, "other"], azp=CLIENT))["sub"] == "1"


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ({"nonce": "another nonce"}, "another attempt"),
        ({"nonce": None}, "another attempt"),
        ({"nonce": 1}, "another attempt"),
        ({"nonce": "a nonce\ud800"}, "another attempt"),
        ({"aud": "other"}, "another service"),
        ({"aud": ["other"], "azp": CLIENT}, "another service"),
        ({"aud": [CLIENT, "other"]}, "another service"),
        ({"aud": [CLIENT, "other"], "azp": "other"}, "another service"),
        ({"azp": "other"}, "another service"),
        ({"iss": "https://elsewhere.example"}, "not from the provider"),
        ({"exp": 1}, "has expired"),
        ({"sub": None}, "whose it is"),
    ],
)
def test_what_was_said_to_somebody_else_or_at_another_time_is_not(others: dict[str, object], why: str) -> None:
    with pytest.raises(UntrustedToken, match=why):
        read(id_token(**others))


def test_a_key_that_is_not_at_hand_may_be_a_new_one() -> None:
    with pytest.raises(UnknownKey):
        read(id_token(), KeySet([OTHER, rsa_key()]))


def test_a_token_that_names_no_key_is_signed_with_the_only_one() -> None:
    claims = {"iss": ISSUER, "aud": CLIENT, "sub": "1", "exp": int(time.time()) + 60, "nonce": NONCE}
    token = signed(claims, key_id=None)
    assert read(token)["sub"] == "1"
    with pytest.raises(UntrustedToken):
        read(token, KeySet([KEY, rsa_key()]))


@given(st.text() | st.from_regex(r"[A-Za-z0-9_-]{0,40}(\.[A-Za-z0-9_-]{0,40}){0,5}"))
def test_whatever_is_no_token_is_untrusted_and_nothing_else(text: str) -> None:
    with pytest.raises(UntrustedToken):
        read(text)
    with pytest.raises(UntrustedToken):
        claims_of_access_token(text, KEYS, issuer=ISSUER, audience=CLIENT)


PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from([ISSUER, CLIENT, NONCE])
ANYTHING = st.recursive(
    PLAIN,
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(), values, max_size=3),
    max_leaves=4,
)


@given(
    st.dictionaries(st.sampled_from(["iss", "aud", "sub", "exp", "iat", "nbf", "nonce", "azp"]), ANYTHING) | ANYTHING
)
def test_whatever_a_signed_token_claims_is_believed_or_untrusted(claims: object) -> None:
    try:
        believed = read(signed(claims))
    except UntrustedToken:
        return
    assert (believed["iss"], believed["nonce"]) == (ISSUER, NONCE)
    assert believed["aud"] in (CLIENT, [CLIENT]) or believed["azp"] == CLIENT


def test_a_token_that_nests_without_end_is_untrusted() -> None:
    deep = "[" * 50_000 + "]" * 50_000
    token = jws.serialize_compact({"alg": "RS256", "kid": str(KEY.kid)}, f'{{"sub": {deep}}}', KEY, ["RS256"])
    with pytest.raises(UntrustedToken):
        read(token)


def test_keys_that_sign_nothing_or_are_of_an_unknown_sort_are_left_out() -> None:
    public = KEY.as_dict(private=False)
    published = {
        "keys": [
            {"kty": "AKP", "alg": "ML-DSA-44", "pub": "AA"},
            {"kty": "oct", "k": "c2VjcmV0IHNlY3JldCBzZWNyZXQ"},
            {**public, "kid": "for hiding", "use": "enc"},
            {"kty": "RSA", "n": "AA"},
            {"kty": "EC", "crv": "P-1", "x": "AA", "y": "AA"},
            {"kty": ["RSA"]},
            "a text",
            None,
            public,
            {name: value for name, value in public.items() if name != "use"} | {"kid": "without a use"},
        ]
    }
    assert [key.kid for key in key_set(published)] == [KEY.kid, "without a use"]


@pytest.mark.parametrize("published", [None, [], {}, {"keys": None}, {"keys": {}}, "keys", 1])
def test_what_is_no_list_of_keys_is_none(published: object) -> None:
    assert not key_set(published)
