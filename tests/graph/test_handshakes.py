"""Handshakes and their strength, by hand: each row of the table, with its arithmetic.

strength of one context = base x min(1, full / (size - 1)) x 0.5 ^ (months / half-life); months = days / 30.4375.
"""

from __future__ import annotations

from datetime import date

import pytest

from graph.handshakes import Handshake, HandshakeReason, handshakes, handshakes_of
from graph.strengths import HandshakeKind
from graph.viewers import STEWARD, ViewerClass, member
from tests.graph.lines_by_hand import TODAY_TEXT, coalition, days_ago, holds, municipality, organisation, seat, works
from tests.graph.lines_by_hand import sector as sector_
from tests.graph.networks import TODAY, Line, at, cut_of, knows, node, person, relation

KNOWS, COALITION, ORGANISATION, MEETING = HandshakeKind

FENNA, GUUS, HANNE = person("fenna"), person("guus"), person("hanne")


def shaking(
    lines: list[Line], one: str = "fenna", other: str = "guus", day: date = TODAY, viewer: ViewerClass = STEWARD
) -> Handshake | None:
    cut = cut_of(lines, day, viewer)
    found = [h for h in handshakes_of(cut, at(cut, one)) if h.target == at(cut, other)]
    back = [h for h in handshakes_of(cut, at(cut, other)) if h.target == at(cut, one)]
    assert [h.strength for h in found] == [h.strength for h in back], "a handshake is the same from both sides"
    all_ = handshakes(cut)
    positions = [int(all_.contexts.position[at(cut, name)]) for name in (one, other)]
    others, strengths = all_.of(positions[0])
    searched = strengths[others == positions[1]].tolist()
    assert searched == pytest.approx([h.strength for h in found], abs=1e-12), "paths are searched over the same"
    return found[0] if found else None


def strength(lines: list[Line], one: str = "fenna", other: str = "guus", day: date = TODAY) -> float:
    found = shaking(lines, one, other, day)
    assert found is not None
    return found.strength


def only_reason(lines: list[Line]) -> HandshakeReason:
    found = shaking(lines)
    assert found is not None
    (reason,) = found.reasons
    return reason


# KNOWS: 0.95 / 0.8 / 0.5, half-life 36 months from confirmedAt


@pytest.mark.parametrize(("how", "base"), [("STRONG", 0.95), ("GOOD", 0.8), ("WEAK", 0.5)])
def test_an_acquaintance_confirmed_today_has_its_base_strength(how: str, base: float) -> None:
    lines = [FENNA, GUUS, knows("fenna", "guus", how, confirmedAt=TODAY_TEXT)]
    assert strength(lines) == base
    assert only_reason(lines) == HandshakeReason(KNOWS, None, base, None, TODAY)


def test_an_acquaintance_loses_half_in_36_months() -> None:
    # 36 months are 36 x 30.4375 = 1095.75 days
    lines = [FENNA, GUUS, knows("fenna", "guus", "GOOD", confirmedAt=days_ago(1096))]
    assert strength(lines) == pytest.approx(0.8 * 0.5 ** (1096 / 1095.75), abs=1e-15)


def test_since_counts_where_confirmed_at_is_missing() -> None:
    lines = [FENNA, GUUS, knows("fenna", "guus", since=days_ago(400))]
    assert strength(lines) == pytest.approx(0.8 * 0.5 ** (400 / 30.4375 / 36), abs=1e-15)
    assert only_reason(lines).confirmed_at == date.fromisoformat(days_ago(400))


def test_confirmed_at_counts_before_since_also_where_it_is_the_older() -> None:
    lines = [FENNA, GUUS, knows("fenna", "guus", since=days_ago(10), confirmedAt=days_ago(400))]
    assert strength(lines) == pytest.approx(0.8 * 0.5 ** (400 / 30.4375 / 36), abs=1e-15)


def test_an_acquaintance_without_any_date_counts_as_one_half_life_old() -> None:
    lines = [FENNA, GUUS, knows("fenna", "guus", "GOOD")]
    assert strength(lines) == 0.4
    assert only_reason(lines).confirmed_at is None


def test_a_confirmation_in_the_future_makes_nothing_stronger_than_its_base() -> None:
    lines = [FENNA, GUUS, knows("fenna", "guus", "GOOD", confirmedAt="2027-06-01")]
    assert strength(lines) == 0.8
    assert only_reason(lines).confirmed_at == date(2027, 6, 1)


def test_of_parallel_acquaintances_the_strongest_on_the_date_counts_once() -> None:
    # STRONG, 72 months old: 0.95 x 0.25 = 0.2375; WEAK, of today: 0.5
    old = knows("fenna", "guus", "STRONG", id="k1", confirmedAt=days_ago(2192))
    new = knows("guus", "fenna", "WEAK", id="k2", confirmedAt=TODAY_TEXT)
    assert only_reason([FENNA, GUUS, old, new]) == HandshakeReason(KNOWS, None, 0.5, None, TODAY)
    in_2021 = strength([FENNA, GUUS, old, new], day=date(2021, 1, 1))
    assert in_2021 == pytest.approx(0.95 * 0.5 ** ((date(2021, 1, 1) - date(2020, 11, 14)).days / 1095.75), abs=1e-15)


def test_an_acquaintance_that_has_ended_or_not_begun_is_none() -> None:
    assert shaking([FENNA, GUUS, knows("fenna", "guus", until=TODAY_TEXT)]) is None
    assert shaking([FENNA, GUUS, knows("fenna", "guus", since=days_ago(-1))]) is None
    assert shaking([FENNA, GUUS, knows("fenna", "guus", since=TODAY_TEXT, until=days_ago(-1))]) is not None


# Coalition: 0.8, full 20, at most 150 people, half-life 24 months from the older of the two HOLDS


def at_one_table(*people: str, **members: object) -> list[Line]:
    """People with a seat each in coalition c, confirmed today."""
    lines = [*sector_("VO"), *coalition("c")]
    for name in people:
        lines += [*seat(f"seat of {name}", "c"), holds(name, f"seat of {name}", **members)]
    return lines


def test_two_at_one_table_shake_hands() -> None:
    lines = [FENNA, GUUS, *at_one_table("fenna", "guus")]
    reason = only_reason(lines)
    assert (reason.kind, reason.strength, reason.size, reason.confirmed_at) == (COALITION, 0.8, 2, TODAY)


def test_at_a_table_the_older_confirmation_of_the_two_counts() -> None:
    lines = [FENNA, GUUS, *at_one_table("fenna")]
    lines += [*seat("z", "c"), holds("guus", "z", confirmedAt=days_ago(700))]
    assert strength(lines) == pytest.approx(0.8 * 0.5 ** (700 / 30.4375 / 24), abs=1e-15)
    assert only_reason(lines).confirmed_at == date.fromisoformat(days_ago(700))


def test_a_holding_without_dates_counts_as_24_months_old() -> None:
    lines = [FENNA, GUUS, *at_one_table("fenna", "guus", confirmedAt=None)]
    assert strength(lines) == 0.4
    assert only_reason(lines).confirmed_at is None


def test_somebody_with_two_seats_is_one_person_and_the_younger_holding_counts() -> None:
    lines = [FENNA, GUUS, *at_one_table("fenna", "guus", confirmedAt=days_ago(700))]
    lines += [*seat("second", "c"), holds("guus", "second", confirmedAt=days_ago(100))]
    reason = only_reason(lines)
    assert reason.size == 2
    assert reason.confirmed_at == date.fromisoformat(days_ago(700)), "of Fenna, who has one seat: the older of the two"
    lines += [*seat("third", "c"), holds("fenna", "third", confirmedAt=days_ago(50))]
    assert strength(lines) == pytest.approx(0.8 * 0.5 ** (100 / 30.4375 / 24), abs=1e-15)
    assert only_reason(lines).confirmed_at == date.fromisoformat(days_ago(100))


def test_the_younger_of_two_holdings_may_be_the_one_without_dates() -> None:
    # Without dates: 24 months old. The other: 1000 days, 32.9 months.
    lines = [FENNA, GUUS, *at_one_table("fenna")]
    lines += [*seat("z1", "c"), holds("guus", "z1", confirmedAt=days_ago(1000))]
    lines += [*seat("z2", "c"), holds("guus", "z2", confirmedAt=None)]
    assert strength(lines) == 0.4


@pytest.mark.parametrize(
    "absent",
    [
        {"until": TODAY_TEXT},
        {"since": days_ago(-1)},
    ],
)
def test_only_present_holders_of_present_seats_are_at_the_table(absent: Line) -> None:
    around = [FENNA, GUUS, *at_one_table("fenna")]
    assert shaking([*around, *seat("z", "c"), holds("guus", "z", **absent)]) is None
    assert shaking([*around, *seat("z", "c", **absent), holds("guus", "z")]) is None
    left = [line | absent if line.get("relation") == "SEAT_IN" else line for line in seat("z", "c")]
    assert shaking([*around, *left, holds("guus", "z")]) is None


# Organisation: 0.7, full 15, at most 150 people, no half-life


def test_colleagues_shake_hands_however_long_ago_that_was_confirmed() -> None:
    lines = [FENNA, GUUS, *organisation("ggd"), works("fenna", "ggd", since="1990-01-01"), works("guus", "ggd")]
    reason = only_reason(lines)
    assert (reason.kind, reason.strength, reason.size, reason.confirmed_at) == (ORGANISATION, 0.7, 2, None)


def test_somebody_with_two_functions_is_one_colleague() -> None:
    lines = [FENNA, GUUS, *organisation("ggd"), works("fenna", "ggd"), works("guus", "ggd", id="1")]
    lines.append(works("guus", "ggd", id="2"))
    assert only_reason(lines).size == 2


def test_a_colleague_who_left_or_is_still_to_come_is_none() -> None:
    lines = [FENNA, GUUS, *organisation("ggd"), works("fenna", "ggd")]
    assert shaking([*lines, works("guus", "ggd", until=TODAY_TEXT)]) is None
    assert shaking([*lines, works("guus", "ggd", since=days_ago(-1))]) is None


def test_taking_part_in_something_is_not_working_there() -> None:
    lines = [FENNA, GUUS, *organisation("one"), *organisation("other"), works("fenna", "one"), works("guus", "other")]
    lines += [node("JointArrangement", "regeling")]
    lines += [relation("PARTNER_IN", name, "regeling") for name in ("one", "other")]
    assert shaking(lines) is None


def test_a_boards_context_holds_its_schools_people_and_a_units_only_its_own() -> None:
    lines = [FENNA, GUUS, HANNE, *organisation("board", kind="SchoolBoard")]
    lines += [*organisation("school", kind="School", part_of="board"), *organisation("other", part_of="board")]
    lines += [works("fenna", "board"), works("guus", "school"), works("hanne", "other")]
    for one, other in (("fenna", "guus"), ("guus", "hanne"), ("fenna", "hanne")):
        found = shaking(lines, one, other)
        assert found is not None
        assert [(r.strength, r.size) for r in found.reasons] == [(0.7, 3)]


def test_of_nested_organisations_only_the_smallest_counts() -> None:
    # 17 people at the service, two of them in the team: 0.7, not 0.7 with 0.7 x 15 / 16 beside it.
    others = [f"other{i}" for i in range(15)]
    lines = [FENNA, GUUS, *map(person, others), *organisation("service"), *organisation("unit", part_of="service")]
    lines += [*organisation("team", part_of="unit"), works("fenna", "team"), works("guus", "team")]
    lines += [works(other, "service") for other in others]
    found = shaking(lines)
    assert found is not None
    assert found.strength == pytest.approx(0.7, abs=1e-15)
    assert [reason.size for reason in found.reasons] == [2]
    assert strength(lines, "fenna", "other3") == pytest.approx(0.7 * 15 / 16, abs=1e-15)


def test_a_part_of_two_wholes_counts_for_both() -> None:
    lines = [FENNA, GUUS, *organisation("one"), *organisation("two"), *organisation("team", part_of="one")]
    lines += [relation("PART_OF", "team", "two"), works("fenna", "team"), works("guus", "team")]
    assert strength(lines) == pytest.approx(0.7, abs=1e-15)


def test_two_organisations_apart_count_both() -> None:
    lines = [FENNA, GUUS, *organisation("one"), *organisation("two")]
    lines += [works(name, at_) for name in ("fenna", "guus") for at_ in ("one", "two")]
    assert strength(lines) == pytest.approx(1 - (1 - 0.7) * (1 - 0.7), abs=1e-15)


def test_a_municipality_is_an_organisation_and_no_context_of_its_region() -> None:
    lines = [FENNA, GUUS, HANNE, node("Region", "parkstad")]
    lines += [*municipality("heerlen", "parkstad"), *municipality("kerkrade", "parkstad")]
    lines += [works("fenna", "heerlen"), works("guus", "heerlen"), works("hanne", "kerkrade")]
    assert only_reason(lines).strength == 0.7
    assert shaking(lines, "fenna", "hanne") is None


# Meeting: 0.3, full 30, at most 150 people, half-life 18 months from its date, within 24 calendar months


def met_on(day: str) -> list[Line]:
    attended = [relation("ATTENDED", name, "meeting") for name in ("fenna", "guus")]
    return [FENNA, GUUS, node("Meeting", "meeting", date=day), *attended]


def test_whoever_met_shakes_hands_and_half_of_it_is_left_after_18_months() -> None:
    lines = met_on(days_ago(548))
    assert strength(lines) == pytest.approx(0.3 * 0.5 ** (548 / 30.4375 / 18), abs=1e-15)
    reason = only_reason(lines)
    assert (reason.kind, reason.size, reason.confirmed_at) == (MEETING, 2, date.fromisoformat(days_ago(548)))


@pytest.mark.parametrize(
    ("as_of", "met", "counts"),
    [
        ("2026-11-15", "2024-11-15", False),  # 24 months before, which no longer counts
        ("2026-11-15", "2024-11-16", True),
        ("2026-11-15", "2026-11-15", True),  # the day itself does
        ("2026-11-15", "2026-11-16", False),
        ("2026-02-28", "2024-02-28", False),
        ("2026-02-28", "2024-02-29", True),
        ("2028-02-29", "2026-02-28", False),  # 29 February less 24 months is 28 February
        ("2028-02-29", "2026-03-01", True),
        ("2028-03-31", "2026-03-31", False),
        ("2028-03-31", "2026-04-01", True),
    ],
)
def test_a_meeting_counts_within_24_calendar_months(as_of: str, met: str, counts: bool) -> None:
    assert (shaking(met_on(met), day=date.fromisoformat(as_of)) is not None) == counts


def test_having_attended_has_no_period() -> None:
    lines = [line | {"until": "2025-01-01"} if "relation" in line else line for line in met_on(TODAY_TEXT)]
    assert only_reason(lines).strength == 0.3


# Size: full and largest


def context_of(kind: str, size: int) -> list[Line]:
    names = ["fenna", "guus", *(f"other{i}" for i in range(size - 2))]
    lines = [person(name, introducible=False) for name in names]
    if kind == "COALITION":
        return lines + at_one_table(*names)
    if kind == "ORGANISATION":
        return [*lines, *organisation("ggd"), *(works(name, "ggd") for name in names)]
    return [*lines, node("Meeting", "m", date=TODAY_TEXT), *(relation("ATTENDED", name, "m") for name in names)]


@pytest.mark.parametrize(
    ("kind", "size", "expected"),
    [
        ("COALITION", 21, 0.8),
        ("COALITION", 22, 0.8 * 20 / 21),
        ("COALITION", 150, 0.8 * 20 / 149),
        ("ORGANISATION", 16, 0.7),
        ("ORGANISATION", 17, 0.7 * 15 / 16),
        ("ORGANISATION", 150, 0.7 * 15 / 149),
        ("MEETING", 31, 0.3),
        ("MEETING", 32, 0.3 * 30 / 31),
        ("MEETING", 150, 0.3 * 30 / 149),
    ],
)
def test_a_context_larger_than_full_is_weaker(kind: str, size: int, expected: float) -> None:
    lines = context_of(kind, size)
    assert strength(lines) == pytest.approx(expected, abs=1e-15)
    assert only_reason(lines).size == size


@pytest.mark.parametrize("kind", ["COALITION", "ORGANISATION", "MEETING"])
def test_a_context_of_151_people_makes_no_handshake(kind: str) -> None:
    assert shaking(context_of(kind, 151)) is None


def test_in_a_service_too_large_a_unit_still_makes_handshakes() -> None:
    names = ["fenna", "guus", *(f"other{i}" for i in range(149))]
    lines = [*map(person, names), *organisation("service"), *organisation("unit", part_of="service")]
    lines += [works(name, "unit" if name in ("fenna", "guus") else "service") for name in names]
    assert only_reason(lines).strength == 0.7
    assert shaking(lines, "fenna", "other5") is None


def test_a_size_counts_the_people_of_the_viewers_network() -> None:
    lines = [FENNA, GUUS, person("hidden", visibility="STEWARD"), *organisation("ggd")]
    lines += [works(name, "ggd") for name in ("fenna", "guus", "hidden")]
    for viewer, size in ((STEWARD, 3), (member(), 2)):
        found = shaking(lines, viewer=viewer)
        assert found is not None
        assert [reason.size for reason in found.reasons] == [size]


# Several contexts


def test_several_contexts_combine_and_each_is_a_reason() -> None:
    # They know each other well (0.8), work together (0.7) and met today (0.3): 1 - 0.2 x 0.3 x 0.7 = 0.958
    lines = [*met_on(TODAY_TEXT), knows("fenna", "guus", confirmedAt=TODAY_TEXT)]
    lines += [*organisation("ggd"), works("fenna", "ggd"), works("guus", "ggd")]
    found = shaking(lines)
    assert found is not None
    assert found.strength == pytest.approx(0.958, abs=1e-15)
    assert [(reason.kind, reason.strength) for reason in found.reasons] == [
        (KNOWS, 0.8),
        (ORGANISATION, 0.7),
        (MEETING, 0.3),
    ]
