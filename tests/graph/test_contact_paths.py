"""Contact paths by hand, one rule a test. An acquaintance of today: STRONG is 0.95, GOOD 0.8, WEAK 0.5."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from graph.contact_paths import NoContactPath, NoPathReason, PathOrder, contact_paths
from graph.cut import Cut
from graph.needs import Need
from graph.viewers import PUBLIC, STEWARD, member
from tests.graph.lines_by_hand import TODAY_TEXT, coalition, holds, organisation, seat, sector, works
from tests.graph.networks import Line, at, cut_of, ids, person
from tests.graph.networks import knows as knows_

STRONGEST, FEWEST = PathOrder.STRONGEST, PathOrder.FEWEST


def knows(one: str, other: str, how: str = "GOOD", **members: object) -> Line:
    return knows_(one, other, how, confirmedAt=TODAY_TEXT, **members)


def people(*names: str, introducible: bool = True) -> list[Line]:
    return [person(name, introducible=introducible) for name in names]


def chain(*names: str, how: str = "GOOD") -> list[Line]:
    """People of whom each knows the next."""
    return [knows(one, other, how) for one, other in pairwise(names)]


def asked(cut: Cut, origin: str, target: str | Need, **how: object) -> list[list[str]] | NoContactPath:
    for name in ("avoid", "via"):
        given = how.get(name)
        if isinstance(given, str):
            how[name] = at(cut, given)
        elif isinstance(given, list):
            how[name] = [at(cut, id) for id in given]
    to = at(cut, target) if isinstance(target, str) else target
    found = contact_paths(cut, at(cut, origin), to, **how)  # type: ignore[arg-type]
    return found if isinstance(found, NoContactPath) else [ids(cut, path.people) for path in found]


def why(lines: list[Line], origin: str, target: str | Need, **how: object) -> tuple[NoPathReason, int | None]:
    found = asked(cut_of(lines), origin, target, **how)
    assert isinstance(found, NoContactPath)
    assert found.message
    return found.reason, found.fewest_handshakes


# Strength and order


def test_the_strength_of_a_path_is_the_product_of_its_handshakes() -> None:
    lines = [*people("ada", "bas", "cor"), knows("ada", "bas", "STRONG"), knows("bas", "cor", "WEAK")]
    cut = cut_of(lines)
    found = contact_paths(cut, at(cut, "ada"), at(cut, "cor"))
    assert not isinstance(found, NoContactPath)
    (path,) = found
    assert path.strength == pytest.approx(0.95 * 0.5, abs=1e-15)
    assert path.length == 2
    assert [ids(cut, (step.origin, step.target)) for step in path.handshakes] == [["ada", "bas"], ["bas", "cor"]]
    assert [reason.strength for step in path.handshakes for reason in step.reasons] == [0.95, 0.5]


def test_fewest_prefers_one_weak_handshake_and_strongest_two_strong_ones() -> None:
    # directly 0.5, over Bas 0.95 x 0.95 = 0.9025
    lines = [*people("ada", "bas", "cor"), *chain("ada", "bas", "cor", how="STRONG"), knows("ada", "cor", "WEAK")]
    cut = cut_of(lines)
    assert asked(cut, "ada", "cor") == [["ada", "cor"], ["ada", "bas", "cor"]], "the default is FEWEST"
    assert asked(cut, "ada", "cor", order=FEWEST) == [["ada", "cor"], ["ada", "bas", "cor"]]
    assert asked(cut, "ada", "cor", order=STRONGEST) == [["ada", "bas", "cor"], ["ada", "cor"]]


def test_of_as_many_handshakes_the_stronger_path_comes_first() -> None:
    lines = [*people("ada", "bas", "cor", "zus"), *chain("ada", "bas", "zus", how="WEAK"), *chain("ada", "cor", "zus")]
    assert asked(cut_of(lines), "ada", "zus") == [["ada", "cor", "zus"], ["ada", "bas", "zus"]]


def test_of_as_strong_paths_the_one_with_fewer_handshakes_comes_first() -> None:
    # directly, without a date: half of 0.5; over Bas 0.5 x 0.5
    lines = [*people("ada", "bas", "zus"), *chain("ada", "bas", "zus", how="WEAK"), knows_("ada", "zus", "WEAK")]
    cut = cut_of(lines)
    found = contact_paths(cut, at(cut, "ada"), at(cut, "zus"), order=STRONGEST)
    assert not isinstance(found, NoContactPath)
    assert [path.strength for path in found] == [0.25, 0.25]
    assert [path.length for path in found] == [1, 2]


def test_strengths_are_compared_after_rounding_to_9_decimals() -> None:
    # Multiplied from first to last, 0.95 x 0.95 x 0.8 x 0.8 and 0.8 x 0.8 x 0.95 x 0.95 differ in the 16th decimal.
    over_b = [knows(*pair, how) for pair, how in _steps("ada", "b1", "b2", "b3", "zus", strong_first=True)]
    over_c = [knows(*pair, how) for pair, how in _steps("ada", "c1", "c2", "c3", "zus", strong_first=False)]
    cut = cut_of([*people("ada", "b1", "b2", "b3", "c1", "c2", "c3", "zus"), *over_b, *over_c])
    for order in PathOrder:
        found = contact_paths(cut, at(cut, "ada"), at(cut, "zus"), order=order)
        assert not isinstance(found, NoContactPath)
        assert [path.people[1] for path in found] == [at(cut, "b1"), at(cut, "c1")]
        assert found[0].strength < found[1].strength, "so that only the rounding makes them equal"


def _steps(*names: str, strong_first: bool) -> list[tuple[tuple[str, str], str]]:
    how = ["STRONG", "STRONG", "GOOD", "GOOD"]
    pairs = list(pairwise(names))
    return list(zip(pairs, how if strong_first else how[::-1], strict=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [("p10", "p2"), ("Z", "a"), ("a", "é"), ("\uff21", "\U00010000")],  # the last pair is the other way in UTF-16
)
def test_of_equal_paths_the_ids_are_compared_in_order_of_their_code_points(one: str, other: str) -> None:
    lines = [*people("from", one, other, "to"), *chain("from", one, "to"), *chain("from", other, "to")]
    for given in (lines, lines[::-1]):
        for order in PathOrder:
            assert asked(cut_of(given), "from", "to", order=order) == [["from", one, "to"], ["from", other, "to"]]


# How many, and how far


def test_no_more_paths_are_given_than_asked_for() -> None:
    middle = [f"m{i}" for i in range(5)]
    lines = people("ada", "zus", *middle)
    for name in middle:
        lines += chain("ada", name, "zus")
    cut = cut_of(lines)
    assert asked(cut, "ada", "zus", first=2) == [["ada", "m0", "zus"], ["ada", "m1", "zus"]]
    assert len(asked(cut, "ada", "zus", first=20)) == 5  # type: ignore[arg-type]


def test_a_path_has_at_most_as_many_handshakes_as_asked_for() -> None:
    cut = cut_of([*people(*"abcdef"), *chain(*"abcdef")])
    assert asked(cut, "a", "f", max_handshakes=5) == [list("abcdef")]
    assert isinstance(asked(cut, "a", "f", max_handshakes=4), NoContactPath)
    assert isinstance(asked(cut, "a", "f"), NoContactPath), "4 unless asked otherwise"


def test_reasons_never_make_a_second_path() -> None:
    lines = [*people("ada", "zus"), knows("ada", "zus", id="1"), knows("zus", "ada", id="2"), *organisation("o")]
    assert asked(cut_of([*lines, works("ada", "o"), works("zus", "o")]), "ada", "zus") == [["ada", "zus"]]


def test_a_path_passes_nobody_twice() -> None:
    # a - b - c - d and back over c would be a walk from a to b of more handshakes
    cut = cut_of([*people(*"abcd"), *chain(*"abcd"), knows("b", "d")])
    assert asked(cut, "a", "b", first=20, max_handshakes=6) == [["a", "b"]]


# Who may stand in between


def test_in_between_stand_only_people_who_are_introducible() -> None:
    lines = [*people("ada", "zus"), *people("shy", introducible=False), *people("x", "y"), *chain("ada", "shy", "zus")]
    cut = cut_of([*lines, *chain("ada", "x", "y", "zus")])
    assert asked(cut, "ada", "zus") == [["ada", "x", "y", "zus"]]
    assert why([*lines, *chain("x", "y")], "ada", "zus") == (NoPathReason.BLOCKED, None)


def test_whether_somebody_is_introducible_is_asked_of_nobody_at_either_end() -> None:
    lines = [*people("ada", "zus", introducible=False), *people("bas"), *chain("ada", "bas", "zus")]
    assert asked(cut_of(lines), "ada", "zus") == [["ada", "bas", "zus"]]


def test_a_person_who_never_said_so_is_not_introducible() -> None:
    silent = {"node": "Person", "id": "bas", "name": "Bas"}
    assert why([*people("ada", "zus"), silent, *chain("ada", "bas", "zus")], "ada", "zus")[0] is NoPathReason.BLOCKED


def test_a_person_to_avoid_is_passed_by() -> None:
    lines = [*people("ada", "bas", "cor", "dirk", "zus"), *chain("ada", "bas", "zus")]
    cut = cut_of([*lines, *chain("ada", "cor", "dirk", "zus")])
    assert asked(cut, "ada", "zus", avoid=["bas"]) == [["ada", "cor", "dirk", "zus"]]


def test_who_is_to_be_avoided_may_still_stand_at_an_end() -> None:
    cut = cut_of([*people("ada", "bas", "zus"), *chain("ada", "bas", "zus")])
    assert asked(cut, "ada", "zus", avoid=["ada", "zus"]) == [["ada", "bas", "zus"]]


def test_the_people_of_an_organisation_to_avoid_are_passed_by_whatever_they_share() -> None:
    lines = [*people("ada", "bas", "cor", "zus"), *organisation("ggd"), *organisation("team", part_of="ggd")]
    lines += [works("bas", "team"), *chain("ada", "bas", "zus")]
    assert why(lines, "ada", "zus", avoid=["ggd"]) == (NoPathReason.BLOCKED, None)
    assert asked(cut_of([*lines, *chain("ada", "cor", "zus")]), "ada", "zus", avoid=["ggd"]) == [["ada", "cor", "zus"]]


def test_an_organisation_to_avoid_makes_no_handshake() -> None:
    lines = [*people("ada", "zus"), *organisation("ggd"), works("ada", "ggd"), works("zus", "ggd")]
    assert asked(cut_of(lines), "ada", "zus") == [["ada", "zus"]]
    assert why(lines, "ada", "zus", avoid=["ggd"]) == (NoPathReason.BLOCKED, None)


def test_a_coalition_to_avoid_makes_no_handshake_and_its_people_are_passed_by() -> None:
    lines = [*people("ada", "bas", "zus"), *sector("VO"), *coalition("c"), *seat("z1", "c", holder="ada")]
    lines += [*seat("z2", "c", holder="bas"), *chain("bas", "zus")]
    assert asked(cut_of(lines), "ada", "zus") == [["ada", "bas", "zus"]]
    assert why(lines, "ada", "zus", avoid=["c"]) == (NoPathReason.BLOCKED, None)
    known = [*lines, knows("ada", "bas")]
    assert why(known, "ada", "zus", avoid=["c"]) == (NoPathReason.BLOCKED, None), "Bas is one of the coalition"
    assert asked(cut_of([*lines, knows("ada", "zus")]), "ada", "zus", avoid=["c"]) == [["ada", "zus"]]


def test_who_know_each_other_otherwise_shake_hands_without_the_organisation_to_avoid() -> None:
    lines = [*people("ada", "zus"), *organisation("ggd"), works("ada", "ggd"), works("zus", "ggd")]
    cut = cut_of([*lines, knows("ada", "zus", "WEAK")])
    for avoid, strength in (([], 1 - 0.3 * 0.5), ([at(cut, "ggd")], 0.5)):
        found = contact_paths(cut, at(cut, "ada"), at(cut, "zus"), avoid=avoid)
        assert not isinstance(found, NoContactPath)
        assert found[0].strength == pytest.approx(strength, abs=1e-15)


def test_of_nested_organisations_the_whole_counts_where_the_unit_is_avoided() -> None:
    # The unit: 2 people, 0.7. The service: 17, avoided ones included: 0.7 x 15 / 16.
    others = [f"other{i}" for i in range(15)]
    lines = [*people("ada", "zus", *others), *organisation("service"), *organisation("unit", part_of="service")]
    lines += [works("ada", "unit"), works("zus", "unit"), *(works(other, "service") for other in others)]
    cut = cut_of(lines)
    for avoid, strength, size in (([], 0.7, 2), (["unit"], 0.7 * 15 / 16, 17), (["unit", "other0"], 0.7 * 15 / 16, 17)):
        found = contact_paths(cut, at(cut, "ada"), at(cut, "zus"), avoid=[at(cut, id) for id in avoid])
        assert not isinstance(found, NoContactPath)
        assert found[0].strength == pytest.approx(strength, abs=1e-15)
        assert [reason.size for reason in found[0].handshakes[0].reasons] == [size]


def test_where_the_whole_is_avoided_its_unit_still_makes_handshakes() -> None:
    lines = [*people("ada", "zus"), *organisation("service"), *organisation("unit", part_of="service")]
    cut = cut_of([*lines, works("ada", "unit"), works("zus", "unit")])
    assert asked(cut, "ada", "zus", avoid=["service"]) == [["ada", "zus"]]


# Via


def test_via_a_person_leads_past_that_person() -> None:
    lines = [*people("ada", "bas", "cor", "zus"), *chain("ada", "bas", "zus"), *chain("ada", "cor", "zus", how="WEAK")]
    assert asked(cut_of(lines), "ada", "zus", via="cor") == [["ada", "cor", "zus"]]


def test_via_an_organisation_or_coalition_leads_past_one_of_its_people() -> None:
    lines = [*people("ada", "bas", "cor", "zus"), *sector("VO"), *coalition("c"), *seat("z", "c", holder="cor")]
    lines += [*organisation("board"), *organisation("school", part_of="board"), works("cor", "school")]
    cut = cut_of([*lines, *chain("ada", "bas", "zus"), *chain("ada", "cor", "zus", how="WEAK")])
    assert asked(cut, "ada", "zus", via="board") == asked(cut, "ada", "zus", via="c") == [["ada", "cor", "zus"]]


def test_via_stands_in_between_and_not_at_an_end() -> None:
    lines = [*people("ada", "bas", "zus"), *organisation("o"), works("ada", "o"), *chain("ada", "bas", "zus")]
    assert why(lines, "ada", "zus", via="o") == (NoPathReason.BLOCKED, None)
    assert why(lines, "ada", "zus", via="ada") == (NoPathReason.BLOCKED, None)
    assert asked(cut_of([*lines, works("bas", "o")]), "ada", "zus", via="o") == [["ada", "bas", "zus"]]


def test_via_allows_no_path_of_one_handshake() -> None:
    lines = [*people("ada", "bas", "zus"), knows("ada", "zus"), *chain("ada", "bas", "zus")]
    assert asked(cut_of(lines), "ada", "zus", via="bas") == [["ada", "bas", "zus"]]


def test_via_somebody_at_the_end_of_a_blind_alley_is_no_path_since_nobody_is_passed_twice() -> None:
    lines = [*people("ada", "bas", "blind", "zus"), *chain("ada", "bas", "zus"), knows("bas", "blind")]
    assert why(lines, "ada", "zus", via="blind") == (NoPathReason.BLOCKED, None)
    around = [*people("cor", "dirk"), *chain("ada", "cor", "blind", "dirk", "zus", how="WEAK")]
    assert asked(cut_of([*lines, *around]), "ada", "zus", via="blind") == [
        ["ada", "bas", "blind", "dirk", "zus"],  # 0.8 x 0.8 x 0.5 x 0.5, the others weaker
        ["ada", "cor", "blind", "bas", "zus"],
        ["ada", "cor", "blind", "dirk", "zus"],
    ]


def test_via_somebody_who_is_not_introducible_is_no_path() -> None:
    lines = [*people("ada", "zus"), *people("shy", introducible=False), *chain("ada", "shy", "zus")]
    assert why(lines, "ada", "zus", via="shy") == (NoPathReason.BLOCKED, None)


# From and to several people


def test_from_an_organisation_any_of_its_people_may_begin() -> None:
    lines = [*people("ada", "bas", "zus"), *organisation("board"), *organisation("school", part_of="board")]
    lines += [works("ada", "board"), works("bas", "school"), knows("bas", "zus")]
    assert asked(cut_of(lines), "board", "zus") == [["bas", "zus"]]


def test_from_a_coalition_any_of_its_people_may_begin() -> None:
    lines = [*people("ada", "bas", "zus"), *sector("VO"), *coalition("c"), *seat("z1", "c", holder="ada")]
    lines += [*seat("z2", "c", holder="bas"), knows("bas", "zus")]
    assert asked(cut_of(lines), "c", "zus") == [["bas", "zus"]]


def test_a_path_touches_its_starting_people_only_at_its_first_place() -> None:
    # Ada and Bas are colleagues; ada - bas - zus passes a second starting person.
    lines = [*people("ada", "bas", "zus"), *organisation("o"), works("ada", "o"), works("bas", "o")]
    assert asked(cut_of([*lines, knows("bas", "zus")]), "o", "zus", first=20) == [["bas", "zus"]]


def test_a_path_touches_its_target_people_only_at_its_last_place() -> None:
    lines = [*people("ada", "bas", "zus"), *organisation("o"), works("bas", "o"), works("zus", "o")]
    assert asked(cut_of([*lines, knows("ada", "bas")]), "ada", "o", first=20) == [["ada", "bas"]]


def test_somebody_at_both_ends_is_a_path_of_length_0_that_comes_first_and_stands_in_no_other() -> None:
    lines = [*people("ada", "bas", "cor"), *organisation("from"), *organisation("to")]
    lines += [works("ada", "from"), works("bas", "from"), works("bas", "to"), works("cor", "to")]
    cut = cut_of([*lines, knows("ada", "cor", "STRONG"), *people("eva"), *chain("bas", "eva", "cor")])
    for order in PathOrder:
        assert asked(cut, "from", "to", order=order, first=20) == [["bas"], ["ada", "cor"]]
    found = contact_paths(cut, at(cut, "from"), at(cut, "to"), first=1)
    assert not isinstance(found, NoContactPath)
    assert [(path.strength, path.length, path.handshakes) for path in found] == [(1.0, 0, ())]


def test_to_oneself_is_a_path_of_length_0_even_for_somebody_nobody_knows() -> None:
    assert asked(cut_of(people("ada")), "ada", "ada") == [["ada"]]


def test_several_people_at_both_ends_come_in_order_of_their_ids() -> None:
    lines = [*people("Zus", "ada", "bas"), *organisation("o"), *(works(name, "o") for name in ("bas", "ada", "Zus"))]
    assert asked(cut_of(lines), "o", "o") == [["Zus"], ["ada"], ["bas"]]
    assert asked(cut_of(lines), "o", "o", first=2) == [["Zus"], ["ada"]]


def test_via_allows_no_path_of_length_0() -> None:
    lines = [*people("ada", "bas"), knows("ada", "bas")]
    assert why(lines, "ada", "ada", via="bas") == (NoPathReason.BLOCKED, None)


def test_a_need_as_target_is_anybody_who_meets_it() -> None:
    lines = [*people("ada", "bas", "zus"), *sector("VO"), *organisation("school", kind="School", sectors=["VO"])]
    cut = cut_of([*lines, works("zus", "school"), *chain("ada", "bas", "zus")])
    assert asked(cut, "ada", Need(sector=at(cut, "VO"))) == [["ada", "bas", "zus"]]


# No path is an answer too


def test_nobody_who_meets_the_need_is_no_target() -> None:
    cut = cut_of([*people("ada"), *sector("VO")])
    found = asked(cut, "ada", Need(sector=at(cut, "VO")))
    assert isinstance(found, NoContactPath)
    assert found.reason is NoPathReason.NO_TARGET, "told before that Ada knows nobody"


def test_an_organisation_without_people_is_no_target() -> None:
    assert why([*people("ada"), *organisation("o")], "ada", "o") == (NoPathReason.NO_TARGET, None)


def test_a_start_without_handshakes_or_people_is_isolated() -> None:
    lines = [*people("ada", "bas", "zus"), *organisation("empty"), knows("bas", "zus")]
    assert why(lines, "ada", "zus") == (NoPathReason.FROM_ISOLATED, None)
    assert why(lines, "empty", "zus") == (NoPathReason.FROM_ISOLATED, None)
    assert why(lines, "zus", "ada") == (NoPathReason.TO_ISOLATED, None)


def test_two_who_are_both_isolated_are_told_of_the_start() -> None:
    assert why(people("ada", "zus"), "ada", "zus") == (NoPathReason.FROM_ISOLATED, None)


def test_who_is_isolated_only_by_what_is_avoided_is_not_isolated_but_blocked() -> None:
    lines = [*people("ada", "zus"), *organisation("o"), works("ada", "o"), works("zus", "o")]
    assert why(lines, "ada", "zus", avoid=["o"]) == (NoPathReason.BLOCKED, None)


@pytest.mark.parametrize("handshakes", [5, 6, 12])
def test_a_path_beyond_the_limit_is_told_with_its_handshakes_up_to_12(handshakes: int) -> None:
    names = [f"p{i:02}" for i in range(handshakes + 1)]
    lines = [*people(*names), *chain(*names)]
    assert why(lines, names[0], names[-1]) == (NoPathReason.BEYOND_LIMIT, handshakes)


def test_a_path_of_13_handshakes_is_not_told_as_beyond_the_limit() -> None:
    names = [f"p{i:02}" for i in range(14)]
    assert why([*people(*names), *chain(*names)], names[0], names[-1]) == (NoPathReason.BLOCKED, None)


def test_the_fewest_handshakes_beyond_the_limit_keep_to_avoid_and_via() -> None:
    lines = [*people(*"abcdef"), *chain(*"abcdef"), *people("x"), knows("a", "x"), knows("x", "f")]
    assert why(lines, "a", "f", avoid=["x"]) == (NoPathReason.BEYOND_LIMIT, 5)
    assert why(lines, "a", "f", via="c") == (NoPathReason.BEYOND_LIMIT, 5)


def test_a_path_that_only_the_conditions_forbid_is_blocked_and_never_says_by_whom() -> None:
    lines = [*people("ada", "zus"), *people("shy", introducible=False), *chain("ada", "shy", "zus")]
    found = asked(cut_of(lines), "ada", "zus")
    assert isinstance(found, NoContactPath)
    assert found.reason is NoPathReason.BLOCKED
    assert "shy" not in found.message


def test_who_are_in_different_pieces_of_the_network_are_disconnected() -> None:
    lines = [*people("ada", "bas", "yke", "zus"), knows("ada", "bas"), knows("yke", "zus")]
    assert why(lines, "ada", "zus") == (NoPathReason.DISCONNECTED, None)


# Time


def test_paths_are_those_of_the_date_asked_for() -> None:
    lines = [*people("ada", "bas", "zus"), *organisation("o"), works("bas", "o"), works("zus", "o", until="2026-06-01")]
    lines.append(knows("ada", "bas"))
    before = cut_of(lines, day=date(2026, 5, 31))
    assert asked(before, "ada", "zus") == [["ada", "bas", "zus"]]
    assert why(lines, "ada", "zus") == (NoPathReason.TO_ISOLATED, None)


def test_a_holder_is_a_start_only_while_holding_the_seat() -> None:
    lines = [
        *people("ada", "zus"),
        *sector("VO"),
        *coalition("c"),
        *seat("z", "c"),
        holds("ada", "z", until=TODAY_TEXT),
    ]
    assert why([*lines, knows("ada", "zus")], "c", "zus") == (NoPathReason.FROM_ISOLATED, None)


# Who sees what


def test_a_path_over_somebody_hidden_does_not_exist_for_who_may_not_see_them() -> None:
    lines = [*people("ada", "bas", "yke", "zus"), person("hidden", visibility="STEWARD"), knows("ada", "bas")]
    lines += [*chain("bas", "hidden", "yke"), knows("yke", "zus")]
    assert asked(cut_of(lines), "ada", "zus") == [["ada", "bas", "hidden", "yke", "zus"]]
    found = asked(cut_of(lines, viewer=member()), "ada", "zus")
    assert isinstance(found, NoContactPath)
    assert found.reason is NoPathReason.DISCONNECTED, "BLOCKED would say that there is a way"


def test_who_shakes_hands_only_with_somebody_hidden_is_isolated_for_who_may_not_see_them() -> None:
    lines = [*people("ada", "zus"), person("hidden", visibility="STEWARD"), *chain("ada", "hidden", "zus")]
    found = asked(cut_of(lines, viewer=member()), "ada", "zus")
    assert isinstance(found, NoContactPath)
    assert found.reason is NoPathReason.FROM_ISOLATED


def test_a_hidden_acquaintance_makes_no_path_and_no_handshake_stronger() -> None:
    lines = [*people("ada", "zus"), *organisation("ggd"), works("ada", "ggd"), works("zus", "ggd")]
    lines.append(knows("ada", "zus", "STRONG", visibility="STEWARD"))
    for viewer, strength in ((STEWARD, 1 - 0.3 * 0.05), (member(), 0.7)):
        cut = cut_of(lines, viewer=viewer)
        found = contact_paths(cut, at(cut, "ada"), at(cut, "zus"))
        assert not isinstance(found, NoContactPath)
        assert found[0].strength == pytest.approx(strength, abs=1e-15)


def test_the_public_walks_over_public_relations_of_public_people_only() -> None:
    open_ = [person(name, visibility="PUBLIC") for name in ("ada", "bas", "zus")]
    lines = [*open_, knows("ada", "bas", visibility="PUBLIC"), knows("bas", "zus", visibility="PUBLIC")]
    cut = cut_of([*lines, knows("ada", "zus")], viewer=PUBLIC)
    assert asked(cut, "ada", "zus") == [["ada", "bas", "zus"]]


def test_a_coalitions_hidden_holders_begin_paths_only_for_its_members() -> None:
    lines = [*people("ada", "zus"), *sector("VO"), *coalition("c"), *seat("z", "c")]
    lines += [holds("ada", "z", visibility="COALITION"), knows("ada", "zus")]
    assert asked(cut_of(lines, viewer=member("c")), "c", "zus") == [["ada", "zus"]]
    found = asked(cut_of(lines, viewer=member()), "c", "zus")
    assert isinstance(found, NoContactPath)
    assert found.reason is NoPathReason.FROM_ISOLATED
