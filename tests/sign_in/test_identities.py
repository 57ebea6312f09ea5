"""Who somebody is in the network: by an address that is theirs alone, and with what their seats of today give them."""

from __future__ import annotations

from datetime import date

import pytest

from graph.identities import Identity, viewer_of
from graph.lines import Line
from graph.viewers import ANYBODY, PUBLIC, STEWARD, Role, Viewer, ViewerClass, member
from tests.graph.networks import cut_of
from tests.sign_in.conftest import NETWORK

TODAY = date(2026, 11, 24)


def who(email: str | None, role: Role = Role.PUBLIC, network: tuple[Line, ...] = NETWORK, day: date = TODAY) -> Viewer:
    return viewer_of(Identity("Somebody", email, role), cut_of(map(dict, network), day))


def with_email(email: str) -> tuple[Line, ...]:
    return ({"node": "Person", "id": "p", "name": "P", "email": email},)


@pytest.mark.parametrize("email", ["f.dirks@example.org", "F.DIRKS@Example.ORG", " f.dirks@example.org "])
def test_the_case_of_an_address_does_not_matter(email: str) -> None:
    assert who(email) == Viewer("Fenna Dirks", Role.MEMBER, "fenna", frozenset({"parkstad"}))


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        ("kim@example.org", "\u212aim@example.org"),  # the sign of kelvin folds to k
        ("ilse@example.org", "\u0130lse@example.org"),  # a capital with a dot
        ("dirks@example.org", "d\u0131rks@example.org"),  # a small letter without one
        ("strasse@example.org", "stra\u00dfe@example.org"),
        ("rene@example.org", "ren\u00e9@example.org"),
        ("f.dirks@example.org", "f.dirks@example.org.elsewhere.example"),
        ("f.dirks@example.org", "fdirks@example.org"),
        ("f.dirks@example.org", "f.dirks+x@example.org"),
    ],
)
def test_an_address_that_looks_like_another_is_another(theirs: str, mine: str) -> None:
    """Whoever can have such an address at a provider would otherwise be somebody else here."""
    assert who(mine, network=with_email(theirs)).role is Role.PUBLIC
    assert who(theirs, network=with_email(theirs)).role is Role.MEMBER


@pytest.mark.parametrize(
    ("email", "why"),
    [
        (None, "no e-mail address that it has verified"),
        ("nobody@example.org", "nobody in this network"),
        ("stranger@example.org", "nobody in this network"),  # who has left
        ("info@example.org", "several people"),
    ],
)
def test_who_is_nobody_is_answered_as_anybody_and_told_why(email: str | None, why: str) -> None:
    viewer = who(email)
    assert (viewer.name, viewer.role, viewer.person, viewer.coalitions) == ("Somebody", Role.PUBLIC, None, frozenset())
    assert why in (viewer.explanation or "")
    assert viewer.viewer_class == PUBLIC


def test_people_without_an_address_are_nobody() -> None:
    assert who("", network=({"node": "Person", "id": "p", "name": "P"},)).person is None


def test_whoever_has_left_is_nobody_and_had_been_somebody() -> None:
    assert who("stranger@example.org", day=date(2020, 6, 1)).role is Role.MEMBER
    assert who("stranger@example.org", day=date(2021, 1, 1)).role is Role.PUBLIC


@pytest.mark.parametrize(
    ("day", "coalitions"),
    [
        (date(2019, 12, 31), set()),
        (date(2020, 1, 1), {"parkstad", "maas"}),
        (date(2020, 12, 31), {"parkstad", "maas"}),
        (date(2021, 1, 1), {"parkstad"}),
    ],
)
def test_coalitions_are_those_of_the_seats_held_on_the_day(day: date, coalitions: set[str]) -> None:
    assert who("f.dirks@example.org", day=day).coalitions == coalitions


@pytest.mark.parametrize(
    "ended",
    [
        {"node": "Seat", "id": "seat p", "name": "PO", "sector": "po", "mandate": "DECIDE", "until": "2026-01-01"},
        {"relation": "SEAT_IN", "from": "seat p", "to": "parkstad", "until": "2026-01-01"},
        {"node": "Coalition", "id": "parkstad", "name": "P", "phase": "ENDED", "until": "2026-01-01"},
        {"relation": "HOLDS", "from": "fenna", "to": "seat p", "id": "fenna's seat", "until": "2026-01-01"},
    ],
)
def test_a_coalition_is_nobodys_when_the_way_to_it_has_ended(ended: Line) -> None:
    key = ("id",) if "id" in ended else ("relation", "from", "to")
    network = tuple(ended if all(line.get(k) == ended[k] for k in key) else line for line in NETWORK)
    assert network != NETWORK
    assert who("f.dirks@example.org", network=network).coalitions == frozenset()


def test_a_member_with_two_seats_in_one_coalition_is_in_it_once() -> None:
    second: tuple[Line, ...] = (
        {"node": "Seat", "id": "seat q", "name": "PO", "sector": "po", "mandate": "DECIDE"},
        {"relation": "SEAT_IN", "from": "seat q", "to": "parkstad"},
        {"relation": "HOLDS", "from": "fenna", "to": "seat q"},
    )
    assert who("f.dirks@example.org", network=(*NETWORK, *second)).coalitions == {"parkstad"}


@pytest.mark.parametrize("role", [Role.STEWARD, Role.ADMINISTRATOR])
def test_a_role_of_the_provider_goes_before_what_the_network_gives(role: Role) -> None:
    assert who("f.dirks@example.org", role) == Viewer("Fenna Dirks", role, "fenna", frozenset({"parkstad"}))
    assert who(None, role) == Viewer("Somebody", role)
    assert who("info@example.org", role) == Viewer("Somebody", role)


@pytest.mark.parametrize(
    ("viewer", "sees"),
    [
        (ANYBODY, PUBLIC),
        (Viewer("a", Role.PUBLIC, coalitions=frozenset({"parkstad"})), PUBLIC),
        (Viewer("a", Role.MEMBER), member()),
        (Viewer("a", Role.MEMBER, "fenna", frozenset({"parkstad"})), member("parkstad")),
        (Viewer("a", Role.STEWARD, "fenna", frozenset({"parkstad"})), STEWARD),
        (Viewer("a", Role.ADMINISTRATOR), STEWARD),
    ],
)
def test_what_viewers_see_follows_from_their_role_and_coalitions(viewer: Viewer, sees: ViewerClass) -> None:
    assert viewer.viewer_class == sees
