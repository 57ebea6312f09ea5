"""Who hears of which change: what shows them something, and with `around` what is near a node."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import TooCostly
from graph.live import LiveNetwork
from graph.stores import open_store
from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
from resolvers.changes import SeenChange
from resolvers.movements import MOST_DETAILED, Movements, Moves
from tests.graph.networks import Line, knows, node, person, relation
from tests.moving.conftest import BOARD, FENNA, LINES, REGION, SEM


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LiveNetwork]:
    with LiveNetwork(open_store(f"sqlite:///{tmp_path / 'network.db'}")) as opened:
        yield opened


def write(live: LiveNetwork, *lines: Line, replace: bool = False) -> int:
    change = live.write("Tess", "a test", list(enumerate(lines, 1)), replace=replace).change
    assert change is not None
    return change.version


def heard(live: LiveNetwork, viewer: ViewerClass, around: str | None = None, since: int = 1) -> list[SeenChange]:
    moves = Moves(viewer, around)
    return Movements(live).between([moves], since, live.network.version).get(moves, [])


def hears(live: LiveNetwork, viewer: ViewerClass, around: str | None = None) -> bool:
    """Whether they hear of the last change."""
    return bool(heard(live, viewer, around, live.network.version - 1))


# Rights


def test_each_viewer_hears_of_what_they_see(live: LiveNetwork) -> None:
    write(live, *LINES)
    write(live, {**SEM, "name": "Sem Smit"})
    assert (hears(live, PUBLIC), hears(live, member()), hears(live, STEWARD)) == (False, False, True)
    write(live, {**FENNA, "name": "Fenna Bos"})
    assert (hears(live, PUBLIC), hears(live, member()), hears(live, STEWARD)) == (False, True, True)
    write(live, {**BOARD, "name": "Stichting Een"})
    assert (hears(live, PUBLIC), hears(live, member()), hears(live, STEWARD)) == (True, True, True)


def test_a_change_is_told_with_no_more_than_what_they_see_of_it(live: LiveNetwork) -> None:
    write(live, *LINES)
    write(live, {**SEM, "name": "Sem Smit"}, {**BOARD, "name": "Stichting Een"})
    (public,) = heard(live, PUBLIC)
    assert (public.touched, public.by) == (["b1"], "")
    (steward,) = heard(live, STEWARD)
    assert (sorted(steward.touched), steward.by) == (["b1", "sem"], "Tess")


def test_a_member_of_a_node_that_they_may_not_see_moves_nothing_for_them(live: LiveNetwork) -> None:
    write(live, *LINES, person("gijs", introducible=False, visibility="PUBLIC"))
    write(live, person("gijs", introducible=True, visibility="PUBLIC"))
    assert (hears(live, PUBLIC), hears(live, member()), hears(live, STEWARD)) == (False, False, True)
    write(live, person("gijs", introducible=True, visibility="PUBLIC", email="gijs@example.org"))
    assert (hears(live, PUBLIC), hears(live, member()), hears(live, STEWARD)) == (False, True, True)


def test_matters_of_a_coalition_are_heard_by_its_members(live: LiveNetwork) -> None:
    agreement = node("Agreement", "a", visibility="COALITION")
    write(live, node("Coalition", "k", phase="FORMING"), agreement, relation("LINKED_TO", "k", "a"))
    assert live.network.version == 1
    write(live, {**agreement, "name": "Afspraak"})
    classes = (PUBLIC, member(), member("another"), member("k"), STEWARD)
    assert [hears(live, viewer) for viewer in classes] == [False, False, False, True, True]


def test_what_they_hear_is_what_changes_since_tells_them(live: LiveNetwork) -> None:
    write(live, *LINES)
    write(live, {**FENNA, "email": "f@example.org"}, {**REGION, "name": "Regio"})
    write(live, BOARD, REGION, replace=True)
    write(live, {**BOARD, "visibility": "STEWARD"})
    write(live, {**BOARD, "visibility": "PUBLIC"})
    for viewer in (PUBLIC, member(), STEWARD):
        one_by_one = [s for v in range(1, 5) for s in Movements(live).between([Moves(viewer)], v, v + 1)[Moves(viewer)]]
        at_once = heard(live, viewer)
        assert [s.version for s in one_by_one] == [s.version for s in at_once]
        assert [s.details for s in one_by_one] == [s.details for s in at_once]


# Around a node


@pytest.fixture
def around(live: LiveNetwork) -> LiveNetwork:
    """Anna knows Bas, Bas knows Cas; Anna works for the board, of which the school is a part."""
    write(
        live,
        *(person(id) for id in ("anna", "bas", "cas")),
        knows("anna", "bas"),
        knows("bas", "cas"),
        BOARD,
        node("School", "s1"),
        relation("WORKS_FOR", "anna", "b1"),
        relation("PART_OF", "s1", "b1"),
        node("Region", "r"),
    )
    return live


@pytest.mark.parametrize(
    ("line", "near"),
    [
        (person("anna", name="Anna Smit"), {"anna", "bas", "b1"}),
        (person("bas", name="Bas Smit"), {"anna", "bas", "cas"}),
        (node("Region", "r", name="Regio"), {"r"}),
        (node("School", "s1", name="School"), {"s1", "b1"}),
        (knows("bas", "cas", "STRONG"), {"bas", "cas"}),
        (relation("WORKS_FOR", "cas", "s1"), {"cas", "s1"}),
    ],
)
def test_a_node_moves_itself_and_its_neighbours_and_a_relation_moves_its_ends(
    around: LiveNetwork, line: Line, near: set[str]
) -> None:
    write(around, line)
    everybody = ("anna", "bas", "cas", "b1", "s1", "r")
    assert {id for id in everybody if hears(around, STEWARD, id)} == near


def test_a_new_neighbour_is_heard_of_where_it_is_tied(around: LiveNetwork) -> None:
    write(around, person("dirk"), knows("dirk", "cas"))
    assert {id for id in ("anna", "bas", "cas", "dirk") if hears(around, STEWARD, id)} == {"cas", "dirk"}


def test_neighbours_of_the_past_and_of_the_future_are_neighbours(around: LiveNetwork) -> None:
    write(around, relation("ACTIVE_IN", "b1", "r", since="2001-01-01", until="2002-01-01"))
    write(around, node("Region", "r", name="Regio"))
    assert hears(around, STEWARD, "b1")


def test_a_relation_that_is_removed_is_heard_of_at_both_ends(around: LiveNetwork) -> None:
    kept = [*(person(id) for id in ("anna", "bas", "cas")), knows("anna", "bas"), BOARD, node("School", "s1")]
    write(around, *kept, relation("WORKS_FOR", "anna", "b1"), relation("PART_OF", "s1", "b1"), REGION, replace=True)
    assert {id for id in ("anna", "bas", "cas", "b1") if hears(around, STEWARD, id)} == {"bas", "cas"}


@pytest.mark.parametrize("viewer", [STEWARD, member()])
def test_a_neighbour_that_is_removed_is_heard_of_where_it_was(around: LiveNetwork, viewer: ViewerClass) -> None:
    kept = [person("anna"), person("bas"), knows("anna", "bas"), BOARD, node("School", "s1")]
    write(around, *kept, relation("WORKS_FOR", "anna", "b1"), relation("PART_OF", "s1", "b1"), REGION, replace=True)
    assert {id for id in ("anna", "bas", "cas", "b1") if hears(around, viewer, id)} == {"bas", "cas"}


def test_a_tie_that_they_may_not_see_brings_nothing_near(live: LiveNetwork) -> None:
    secret = relation("ACTIVE_IN", "b1", "r", visibility="STEWARD")
    write(live, BOARD, REGION, secret)
    write(live, {**REGION, "name": "Regio"})
    assert (hears(live, PUBLIC, "b1"), hears(live, STEWARD, "b1")) == (False, True)
    assert hears(live, PUBLIC, "r")
    write(live, BOARD, replace=True)  # the region goes, and the tie with it
    assert (hears(live, PUBLIC, "b1"), hears(live, STEWARD, "b1")) == (False, True)
    assert hears(live, PUBLIC, "r")


def test_a_tie_to_a_node_that_they_may_not_see_any_more_brings_nothing_near(live: LiveNetwork) -> None:
    write(live, BOARD, REGION, relation("ACTIVE_IN", "b1", "r"))
    write(live, {**BOARD, "visibility": "STEWARD"})
    write(live, {**BOARD, "visibility": "STEWARD"}, replace=True)
    assert hears(live, PUBLIC, "r")
    assert not hears(live, PUBLIC, "b1")


def test_a_node_that_is_removed_is_heard_of_around_it(around: LiveNetwork) -> None:
    lines: list[Line] = [person("anna"), person("bas"), knows("anna", "bas"), BOARD, node("School", "s1"), REGION]
    write(around, *lines, replace=True)
    assert hears(around, STEWARD, "cas")


ENDS = st.sampled_from(["p0", "p1", "p2", "p3", "p4"])


@settings(max_examples=60, deadline=None)
@given(
    ties=st.sets(st.tuples(ENDS, ENDS), max_size=6),
    more=st.sets(st.tuples(ENDS, ENDS), max_size=2),
    renamed=st.sets(ENDS, max_size=2),
)
def test_what_is_near_is_what_a_plain_reading_says(
    tmp_path_factory: pytest.TempPathFactory,
    ties: set[tuple[str, str]],
    more: set[tuple[str, str]],
    renamed: set[str],
) -> None:
    people = [f"p{number}" for number in range(5)]
    before = {tuple(sorted(tie)) for tie in ties if tie[0] != tie[1]}
    new = {tuple(sorted(tie)) for tie in more if tie[0] != tie[1]} - before
    path = tmp_path_factory.mktemp("near") / "network.db"
    with LiveNetwork(open_store(f"sqlite:///{path}")) as live:
        write(live, *(person(id) for id in people), *(knows(one, other) for one, other in before))
        changes: list[Any] = [person(id, name="anders") for id in renamed] + [knows(one, other) for one, other in new]
        if not changes:
            return
        write(live, *changes)
        near = renamed | {end for tie in new for end in tie}
        near |= {end for tie in before | new if renamed & set(tie) for end in tie}
        assert {id for id in people if hears(live, STEWARD, id)} == near


# Large changes and versions


def test_a_change_of_very_many_things_is_told_without_their_details(live: LiveNetwork) -> None:
    write(live, REGION)
    write(live, *(node("Region", f"r{number}") for number in range(MOST_DETAILED + 1)))
    (seen,) = heard(live, PUBLIC)
    assert len(seen.touched) == MOST_DETAILED + 1
    with pytest.raises(TooCostly, match="Version 2"):
        _ = seen.details
    write(live, *(node("Region", f"r{number}", name="x") for number in range(MOST_DETAILED)))
    assert len(heard(live, PUBLIC)[-1].details) == MOST_DETAILED


def test_a_version_that_another_process_wrote_is_reached(live: LiveNetwork) -> None:
    write(live, REGION)
    with LiveNetwork(open_store(live.store.address)) as other:
        write(other, {**REGION, "name": "Regio"})
    assert Movements(live).reach(1) == 1
    assert live.network.version == 1
    assert Movements(live).reach(2) == 2
    assert Movements(live).reach(3) == 2


def test_whoever_wants_to_is_told_of_every_version(live: LiveNetwork) -> None:
    told: list[int] = []
    movements = Movements(live)
    movements.when_moved(lambda: told.append(movements.version))
    write(live, REGION)
    with LiveNetwork(open_store(live.store.address)) as other:
        write(other, {**REGION, "name": "Regio"})
        write(other, {**REGION, "name": "Streek"})
    live.refresh()
    assert told == [1, 2, 3]
