"""What the claims of a provider come to: a name, an address that is somebody's own, a role."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identities import Identity
from graph.viewers import Role
from server.sign_in.claims import LONGEST_EMAIL, LONGEST_NAME, identity_of
from server.sign_in.configuration import ClaimNames

NAMES = ClaimNames("roles", frozenset({"keepers", "editors"}), frozenset({"owners"}))
FENNA = {"sub": "1", "name": "Fenna Dirks", "email": "f.dirks@example.org", "email_verified": True}


def test_a_name_an_address_and_no_role() -> None:
    assert identity_of(FENNA, NAMES) == Identity("Fenna Dirks", "f.dirks@example.org", Role.PUBLIC)


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"sub": "1"}, "1"),
        ({"sub": "1", "email": "f@example.org"}, "f@example.org"),
        ({"sub": "1", "preferred_username": "fenna", "email": "f@example.org"}, "fenna"),
        ({"sub": "1", "name": "", "preferred_username": "fenna"}, "fenna"),
        ({"sub": "1", "name": ["Fenna"], "preferred_username": "fenna"}, "fenna"),
        ({"sub": "1", "name": " Fenna\n\tDirks\x00 "}, "Fenna Dirks"),
        ({"sub": "1", "name": "Fenna\ud800"}, "Fenna"),
        ({"sub": "\x00"}, "somebody"),
        ({"sub": "1", "name": "a" * 1_000}, "a" * LONGEST_NAME),
    ],
)
def test_somebody_is_called_what_the_provider_calls_them_in_one_line(claims: dict[str, object], name: str) -> None:
    assert identity_of(claims, NAMES).name == name


@pytest.mark.parametrize("verified", [True, "true", "1", 1])
def test_providers_write_a_truth_in_several_ways(verified: object) -> None:
    assert identity_of({**FENNA, "email_verified": verified}, NAMES).email == "f.dirks@example.org"


@pytest.mark.parametrize("verified", [False, None, "false", "yes", "", 0, 2, "True", [True], {"a": True}])
def test_an_address_that_is_not_said_to_be_verified_is_none(verified: object) -> None:
    assert identity_of({**FENNA, "email_verified": verified}, NAMES).email is None
    assert identity_of({"sub": "1", "email": "f.dirks@example.org"}, NAMES).email is None


@pytest.mark.parametrize("email", [None, "", " ", 1, ["f.dirks@example.org"], "a" * (LONGEST_EMAIL + 1)])
def test_what_is_no_address_is_none(email: object) -> None:
    assert identity_of({**FENNA, "email": email}, NAMES).email is None


def test_another_claim_may_say_that_an_address_is_verified() -> None:
    names = ClaimNames(verified="xms_edov")
    assert identity_of({**FENNA, "email_verified": True}, names).email is None
    assert identity_of({**FENNA, "email_verified": False, "xms_edov": "1"}, names).email == "f.dirks@example.org"


@pytest.mark.parametrize(
    ("roles", "role"),
    [
        ("keepers", Role.STEWARD),
        (["readers", "editors"], Role.STEWARD),
        (["keepers", "owners"], Role.ADMINISTRATOR),
        ("owners", Role.ADMINISTRATOR),
        ("keepers owners", Role.PUBLIC),
        ("Keepers", Role.PUBLIC),
        ([], Role.PUBLIC),
        ([["keepers"]], Role.PUBLIC),
        ({"keepers": True}, Role.PUBLIC),
        (True, Role.PUBLIC),
        (None, Role.PUBLIC),
    ],
)
def test_a_role_is_one_of_the_values_that_were_set(roles: object, role: Role) -> None:
    assert identity_of({"sub": "1", "roles": roles}, NAMES).role is role


def test_a_role_may_lie_within_other_claims() -> None:
    names = ClaimNames("realm_access.roles", frozenset({"keepers"}))
    assert identity_of({"sub": "1", "realm_access": {"roles": ["keepers"]}}, names).role is Role.STEWARD
    for other in ({"realm_access": "keepers"}, {"realm_access": {"role": ["keepers"]}}, {"roles": ["keepers"]}):
        assert identity_of({"sub": "1", **other}, names).role is Role.PUBLIC


def test_a_claim_may_have_a_dot_in_its_own_name() -> None:
    names = ClaimNames("https://kaart.example.org/roles", frozenset({"keepers"}))
    assert identity_of({"sub": "1", "https://kaart.example.org/roles": ["keepers"]}, names).role is Role.STEWARD


def test_nobody_is_a_steward_where_no_values_were_set() -> None:
    assert identity_of({"sub": "1", "roles": ["", "None", "keepers"]}, ClaimNames()).role is Role.PUBLIC


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda values: st.lists(values) | st.dictionaries(st.text(), values),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*FENNA, "roles", "preferred_username"]) | st.text(), ANYTHING))
def test_any_claims_come_to_somebody_who_can_sign_a_change(claims: dict[str, object]) -> None:
    name = identity_of(claims, NAMES).name
    assert name.strip() == name
    assert name.isprintable()
    assert 1 <= len(name) <= LONGEST_NAME
