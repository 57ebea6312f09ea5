"""Contacts by hand: each reason with its points, the order, and what stands beside a name."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import pytest

from graph.contacts import Contact, contacts
from graph.cut import Cut
from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
from tests.graph.lines_by_hand import (
    TODAY_TEXT,
    coalition,
    days_ago,
    holds,
    municipality,
    organisation,
    seat,
    sector,
    works,
)
from tests.graph.networks import Line, at, cut_of, ids, knows, node, person, relation
from tests.graph.reference_needs import Wanted

PEOPLE = [person(name) for name in ("ada", "bas", "cor", "zus")]
SECTORS = [*sector("OND"), *sector("PO", below="OND"), *sector("VO", below="OND")]
AREAS = [node("Region", "parkstad"), *municipality("heerlen", "parkstad"), *municipality("kerkrade", "parkstad")]
AROUND = [*PEOPLE, *SECTORS, *AREAS, *coalition("c", active="parkstad")]

# A school in Heerlen: its people meet «secondary education in Heerlen» with the point of AREA.
SCHOOL = organisation("school", kind="School", sectors=["VO"], located="heerlen")

VO = Wanted(sector="VO")

Points = dict[str, float]


def asked(
    lines: list[Line], asker: str | None, need: Wanted, *, first: int = 20, viewer: ViewerClass = STEWARD,
    synonyms: Sequence[Sequence[str]] = (),
) -> tuple[Cut, list[Contact]]:  # fmt: skip
    cut = cut_of([*AROUND, *lines], viewer=viewer)
    of = None if asker is None else at(cut, asker)
    return cut, contacts(cut, need.on(cut), of, first, synonyms=synonyms)


def points(
    lines: list[Line], asker: str | None = None, *, organisations: bool = False, **need: str
) -> dict[str, Points]:
    """By id of the people, or of the organisations, in order: the points of each reason."""
    cut, everybody = asked(lines, asker, Wanted(**need))
    found = [contact for contact in everybody if (contact.person is None) == organisations]
    for contact in found:
        assert contact.score == pytest.approx(sum(reason.points for reason in contact.reasons))
        assert all(reason.text for reason in contact.reasons)
    return {_id(cut, c): {reason.kind.value: reason.points for reason in c.reasons} for c in found}


def listed(lines: list[Line], asker: str | None = None, *, viewer: ViewerClass = STEWARD, **need: str) -> list[str]:
    cut, found = asked(lines, asker, Wanted(**need), viewer=viewer)
    return [_id(cut, contact) for contact in found]


def _id(cut: Cut, contact: Contact) -> str:
    return cut.node(contact.organisation if contact.person is None else contact.person).id


# SEAT and MANDATE


@pytest.mark.parametrize(
    ("mandate", "expected"),
    [("DECIDE", {"SEAT": 4, "MANDATE": 2}), ("ADVISE", {"SEAT": 4, "MANDATE": 1}), ("LISTEN", {"SEAT": 4})],
)
def test_a_seat_of_the_sector_gives_4_and_its_mandate_2_or_1(mandate: str, expected: Points) -> None:
    lines = [*SCHOOL, *seat("z", "c", mandate=mandate, organisation="school", holder="ada")]
    assert points(lines, sector="VO") == {"ada": expected}


def test_only_a_seat_of_exactly_the_sector_scores() -> None:
    lines = [*SCHOOL, *seat("z", "c", "VO", organisation="school", holder="ada")]
    assert points(lines, sector="OND") == {"ada": {}}, "secondary education meets education, without points"


def test_only_a_seat_that_covers_every_municipality_of_the_area_scores() -> None:
    one = [*SCHOOL, *seat("z", "c", organisation="school", covers=["heerlen"], holder="ada")]
    assert points(one, area="heerlen") == {"ada": {"SEAT": 4, "MANDATE": 2, "AREA": 1}}
    assert points(one, area="parkstad") == {"ada": {"AREA": 1}}
    both = [*one, relation("COVERS", "z", "kerkrade")]
    assert points(both, area="parkstad") == {"ada": {"SEAT": 4, "MANDATE": 2, "AREA": 1}}
    whole = [*SCHOOL, *seat("z", "c", organisation="school", holder="ada")]
    assert points(whole, area="parkstad") == {"ada": {"SEAT": 4, "MANDATE": 2, "AREA": 1}}


def test_an_area_without_municipalities_is_covered_by_the_seats_of_a_coalition_there() -> None:
    lines = [node("Region", "euregio"), *organisation("ggd", active="euregio")]
    lines += [
        *coalition("euregional", active="euregio"),
        *works_and_sits("ada", "euregional"),
        *works_and_sits("bas", "c"),
    ]
    assert points(lines, area="euregio") == {"ada": {"SEAT": 4, "MANDATE": 2, "AREA": 1}, "bas": {"AREA": 1}}


def works_and_sits(name: str, table: str) -> list[Line]:
    return [works(name, "ggd"), *seat(f"seat of {name}", table, holder=name)]


def test_of_several_such_seats_the_highest_mandate_counts_once() -> None:
    lines = [*SCHOOL, *seat("z1", "c", mandate="LISTEN", organisation="school", holder="ada")]
    lines += [*seat("z2", "c", mandate="DECIDE", holder="ada"), *seat("z3", "c", mandate="ADVISE", holder="ada")]
    assert points(lines, sector="VO") == {"ada": {"SEAT": 4, "MANDATE": 2}}


def test_beside_a_theme_a_seat_gives_1_and_its_mandate_nothing_unless_a_mandate_is_asked() -> None:
    lines = [*SCHOOL, *seat("z", "c", organisation="school", holder="ada")]
    assert points(lines, sector="VO", theme="kantine") == {"ada": {"SEAT": 1}}
    assert points(lines, sector="VO", theme="kantine", mandate="ADVISE") == {"ada": {"SEAT": 4, "MANDATE": 2}}


def test_the_seat_of_somebody_who_left_scores_nothing() -> None:
    lines = [*SCHOOL, *organisation("board"), works("ada", "school"), works("ada", "board", until="2026-01-01")]
    lines += seat("z", "c", organisation="board", holder="ada")
    assert points(lines, sector="VO") == {"ada": {}}


# FUNCTION and THEME


def test_a_function_that_fits_the_theme_wholly_gives_5() -> None:
    lines = [*SCHOOL, works("ada", "school", title="coördinator gezonde kantine")]
    assert points(lines, sector="VO", theme="gezonde kantine") == {"ada": {"FUNCTION": 5}}


def test_a_function_that_fits_the_theme_in_part_gives_that_part_of_5() -> None:
    # Of 1 function, 1 has «sport», ln(2 / 2) + 1, and 0 «muziek», ln(2 / 1) + 1
    lines = [*SCHOOL, works("ada", "school", themes=["sport"])]
    assert points(lines, theme="sport muziek")["ada"] == {"FUNCTION": pytest.approx(5 * 1 / (1 + log(2) + 1))}


def test_the_name_of_the_organisation_gives_1_where_no_function_fits() -> None:
    lines = [*organisation("Sport in Heerlen", sectors=["VO"]), works("ada", "Sport in Heerlen", title="directeur")]
    assert points(lines, sector="VO", theme="sport") == {"ada": {"THEME": 1}}
    lines = [*organisation("Sport in Heerlen", sectors=["VO"]), works("ada", "Sport in Heerlen", title="sport")]
    assert points(lines, sector="VO", theme="sport") == {"ada": {"FUNCTION": 5}}, "and not both"


@pytest.mark.parametrize("who", ["ada", "school"])
def test_a_question_that_person_or_organisation_works_on_gives_1(who: str) -> None:
    lines = [*SCHOOL, works("ada", "school"), node("Question", "Meer sport"), relation("WORKS_ON", who, "Meer sport")]
    assert points(lines, sector="VO", theme="sport") == {"ada": {"THEME": 1}}


def test_the_best_of_name_and_questions_counts() -> None:
    lines = [*organisation("Sport", sectors=["VO"]), works("ada", "Sport"), node("Question", "sport en muziek")]
    lines.append(relation("WORKS_ON", "ada", "sport en muziek"))
    assert points(lines, sector="VO", theme="sport muziek") == {"ada": {"THEME": 1}}


def test_a_theme_is_met_by_synonyms_too() -> None:
    lines = [*SCHOOL, works("ada", "school", title="schoolkantine")]
    _, found = asked(lines, None, Wanted(theme="gezonde kantine"), synonyms=[["gezonde kantine", "schoolkantine"]])
    assert [reason.points for reason in found[0].reasons] == [5]


def test_a_theme_excludes_nobody() -> None:
    lines = [*SCHOOL, works("ada", "school", title="muziek"), works("bas", "school", title="sport")]
    assert points(lines, sector="VO", theme="sport") == {"bas": {"FUNCTION": 5}, "ada": {}}


# AREA and CONFIRMED


@pytest.mark.parametrize(
    ("where", "asked_for", "scores"),
    [
        ({"located": "heerlen"}, "heerlen", True),
        ({"active": "heerlen"}, "heerlen", True),
        ({"located": "heerlen"}, "parkstad", True),  # within the area
        ({"active": "parkstad"}, "parkstad", True),
        ({"active": "parkstad"}, "heerlen", False),  # only in one above it
    ],
)
def test_area_gives_1_in_the_very_area_or_one_within_it(where: dict[str, str], asked_for: str, scores: bool) -> None:
    lines = [*organisation("o", located=where.get("located"), active=where.get("active")), works("ada", "o")]
    assert points(lines, area=asked_for) == {"ada": {"AREA": 1} if scores else {}}


def test_a_municipality_is_the_very_area() -> None:
    assert points([works("ada", "heerlen")], area="heerlen") == {"ada": {"AREA": 1}}


def test_where_a_part_is_does_not_give_the_whole_the_point_of_area() -> None:
    lines = [*organisation("board", sectors=["VO"]), *SCHOOL, relation("PART_OF", "school", "board")]
    lines += [works("ada", "board"), works("bas", "school")]
    assert points(lines, sector="VO", area="heerlen") == {"bas": {"AREA": 1}, "ada": {}}


@pytest.mark.parametrize(
    ("members", "scores"),
    [
        ({"confirmedAt": days_ago(365)}, False),  # the same day a year ago
        ({"confirmedAt": days_ago(364)}, True),
        ({"since": days_ago(365)}, False),
        ({"since": days_ago(364)}, True),
        ({"since": "2010-01-01", "confirmedAt": TODAY_TEXT}, True),
        ({}, False),
    ],
)
def test_a_function_confirmed_or_begun_within_12_months_gives_1(members: Line, scores: bool) -> None:
    lines = [*SCHOOL, works("ada", "school", **members)]
    assert points(lines, sector="VO") == {"ada": {"CONFIRMED": 1} if scores else {}}


# PATH


def acquainted(one: str, other: str, how: str = "GOOD") -> Line:
    return knows(one, other, how, confirmedAt=TODAY_TEXT)


def test_path_gives_3_times_the_strength_of_the_strongest_path_from_the_asker() -> None:
    # directly 0.5, over Bas 0.95 x 0.95 = 0.9025
    lines = [*SCHOOL, works("cor", "school"), acquainted("ada", "cor", "WEAK")]
    lines += [acquainted("ada", "bas", "STRONG"), acquainted("bas", "cor", "STRONG")]
    cut, (contact,) = asked(lines, "ada", VO)
    assert points(lines, "ada", sector="VO") == {"cor": {"PATH": pytest.approx(3 * 0.9025)}}
    assert contact.path is not None
    assert ids(cut, contact.path.people) == ["ada", "bas", "cor"]
    assert points(lines, sector="VO") == {"cor": {}}, "without an asker"


def test_path_counts_within_4_handshakes_over_introducible_people() -> None:
    steps = [person("s1"), person("s2"), person("s3"), person("s4")]
    near = [*SCHOOL, *steps, works("cor", "school"), acquainted("ada", "s1"), acquainted("s1", "s2")]
    lines = [*near, acquainted("s2", "s3"), acquainted("s3", "cor")]
    assert points(lines, "ada", sector="VO") == {"cor": {"PATH": pytest.approx(3 * 0.8**4)}}
    far = [*near, acquainted("s2", "s3"), acquainted("s3", "s4"), acquainted("s4", "cor")]
    assert points(far, "ada", sector="VO") == {"cor": {}}
    shy = [line | {"introducible": False} if line.get("id") == "s2" else line for line in lines]
    assert points(shy, "ada", sector="VO") == {"cor": {}}


def test_from_an_organisation_or_coalition_the_strongest_of_its_peoples_paths_counts() -> None:
    lines = [*SCHOOL, works("cor", "school"), *organisation("ggd"), works("ada", "ggd"), works("bas", "ggd")]
    lines += [acquainted("ada", "cor", "WEAK"), acquainted("bas", "cor", "STRONG")]
    lines += [*seat("z1", "c", "PO", holder="ada"), *seat("z2", "c", "PO", holder="bas")]
    for asker in ("ggd", "c"):
        assert points(lines, asker, sector="VO") == {"cor": {"PATH": pytest.approx(3 * 0.95)}}


# One function


def test_the_points_of_one_function_count_the_one_that_gives_most() -> None:
    # In Heerlen and confirmed: 2; elsewhere, about sport, not confirmed: 5. Not 7.
    lines = [*SCHOOL, *organisation("other", kind="School", sectors=["VO"], active="parkstad")]
    lines += [works("ada", "school", id="w1", confirmedAt=TODAY_TEXT), works("ada", "other", id="w2", title="sport")]
    cut, (contact,) = asked(lines, None, Wanted(sector="VO", area="heerlen", theme="sport"))
    assert [(reason.kind.value, reason.points) for reason in contact.reasons] == [("FUNCTION", 5)]
    assert contact.function is not None
    assert cut.network.relation_id(contact.function) == "w2"
    assert ids(cut, [contact.organisation]) == ["other"]


def test_only_functions_at_organisations_that_meet_the_need_count() -> None:
    lines = [
        *SCHOOL,
        *organisation("club"),
        works("ada", "school", title="docent"),
        works("ada", "club", title="sport"),
    ]
    assert points(lines, sector="VO", theme="sport") == {"ada": {}}


def test_who_meets_the_need_elsewhere_is_shown_with_the_function_at_the_organisation_asked_for() -> None:
    board = [*organisation("board"), *organisation("primary", sectors=["PO"], part_of="board")]
    lines = [*SCHOOL, *board, works("ada", "primary", id="w1"), works("ada", "school", id="w2")]
    cut, (contact,) = asked(lines, None, Wanted(organisation="board", sector="VO"))
    assert (_id(cut, contact), ids(cut, [contact.organisation])) == ("ada", ["primary"])


def test_who_meets_the_need_by_a_seat_only_has_no_function_and_the_organisation_of_the_seat() -> None:
    lines = [*organisation("board", located="heerlen"), *organisation("club"), works("ada", "club", title="sport")]
    lines += seat("z", "c", organisation="board", holder="ada")
    cut, (contact,) = asked(lines, None, VO)
    assert (contact.function, ids(cut, [contact.organisation])) == (None, ["board"])
    assert points(lines, sector="VO", area="heerlen") == {"ada": {"SEAT": 4, "MANDATE": 2, "AREA": 1}}


def shown_for(*lines: Line, **need: str) -> tuple[str | None, Points]:
    """The organisation that stands with the one person found, and the points."""
    cut, (contact,) = asked(list(lines), None, Wanted(sector="VO", **need))
    assert (_id(cut, contact), contact.function) == ("ada", None)
    return ids(cut, [contact.organisation])[0], {reason.kind.value: reason.points for reason in contact.reasons}


SEAT_OF_NOBODY = seat("z", "c", holder="ada")


def test_a_seat_of_no_organisation_shows_one_of_their_own_that_which_gives_most_points() -> None:
    club, ggd = [*organisation("club"), works("ada", "club")], [*organisation("ggd"), works("ada", "ggd")]
    assert shown_for(*SEAT_OF_NOBODY, *ggd, *club)[0] == "club", "by name"
    here = [*organisation("zwembad", located="heerlen"), works("ada", "zwembad")]
    seat_ = {"SEAT": 4, "MANDATE": 2}
    assert shown_for(*SEAT_OF_NOBODY, *ggd, *club, *here, area="heerlen") == ("zwembad", {**seat_, "AREA": 1})


def test_who_works_for_none_is_shown_with_one_that_leads_the_coalition_and_without_that_not_at_all() -> None:
    leads = [*organisation("stichting"), relation("LEADS", "stichting", "c"), relation("LEADS", "bas", "c")]
    assert shown_for(*SEAT_OF_NOBODY, *leads) == ("stichting", {"SEAT": 4, "MANDATE": 2})
    assert listed(SEAT_OF_NOBODY, sector="VO") == []
    left = [*organisation("club"), works("ada", "club", until="2026-01-01")]
    assert listed([*SEAT_OF_NOBODY, *left], sector="VO") == []


# The order


def test_contacts_come_by_score_then_by_name_in_code_points_then_by_id() -> None:
    def named(id: str, name: str) -> Line:
        return {"node": "Person", "id": id, "name": name}

    people = [named("p1", "bram"), named("p3", "Bram"), named("p2", "Bram"), named("p4", "Éva"), named("p5", "Cato")]
    lines = [
        *SCHOOL,
        *people,
        *(works(f"p{i}", "school") for i in range(1, 6)),
        works("ada", "school", since=TODAY_TEXT),
    ]
    assert listed(lines, sector="VO") == ["ada", "p2", "p3", "p5", "p1", "p4"]
    cut, found = asked(lines, None, VO, first=2)
    assert [_id(cut, contact) for contact in found] == ["ada", "p2"]


def test_the_asker_is_never_listed_nor_anybody_of_an_asking_organisation_or_coalition() -> None:
    lines = [*SCHOOL, works("ada", "school"), works("bas", "school"), *seat("z", "c", holder="bas")]
    assert listed(lines, "ada", sector="VO") == ["bas"]
    assert listed(lines, "school", sector="VO") == []
    assert listed(lines, "c", sector="VO") == ["ada"]


# Organisations


def test_an_organisation_without_known_people_is_a_contact_after_the_people() -> None:
    lines = [*SCHOOL, *organisation("empty", sectors=["VO"], active="parkstad"), works("ada", "school")]
    cut, found = asked(lines, None, VO)
    assert [_id(cut, contact) for contact in found] == ["ada", "empty"]
    assert (found[1].person, found[1].function, found[1].path, found[1].deputies) == (None, None, None, ())


def test_an_organisation_with_people_in_its_parts_is_none() -> None:
    lines = [*organisation("board", sectors=["VO"]), *organisation("unit", part_of="board"), works("ada", "unit")]
    assert listed(lines, sector="VO") == []
    gone = [line | {"until": TODAY_TEXT} if line.get("relation") == "WORKS_FOR" else line for line in lines]
    assert listed(gone, sector="VO") == ["board"]


def test_an_organisation_scores_by_theme_and_area() -> None:
    lines = organisation("Sport", sectors=["VO"], located="heerlen")
    need = {"sector": "VO", "area": "heerlen"}
    assert points(lines, organisations=True, **need, theme="sport") == {"Sport": {"THEME": 1, "AREA": 1}}
    assert points(lines, organisations=True, **need, theme="muziek") == {"Sport": {"AREA": 1}}


EMPTY = organisation("empty", sectors=["VO"], located="heerlen")  # in the very area, nobody known
WIDE = organisation("wide", sectors=["VO"], active="parkstad")  # in Heerlen by being active around it


def test_an_organisation_in_the_very_area_comes_first_when_nobody_has_seat_function_or_area() -> None:
    lines = [*EMPTY, *WIDE, works("ada", "wide", since=TODAY_TEXT)]
    assert points(lines, sector="VO", area="heerlen") == {"ada": {"CONFIRMED": 1}}
    assert listed(lines, sector="VO", area="heerlen") == ["empty", "ada"]
    also = [*lines, *organisation("around", sectors=["VO"], active="parkstad")]
    assert listed(also, sector="VO", area="heerlen") == ["empty", "ada", "around"], "the one around is not in the area"


def test_an_organisation_in_the_very_area_comes_last_when_somebody_has_seat_function_or_area() -> None:
    by_function = [*EMPTY, *WIDE, works("ada", "wide", title="sport")]
    assert listed(by_function, sector="VO", area="heerlen", theme="sport") == ["ada", "empty"]
    by_area = [*EMPTY, *SCHOOL, *WIDE, works("bas", "school"), works("ada", "wide")]
    assert listed(by_area, sector="VO", area="heerlen") == ["bas", "ada", "empty"]
    by_seat = [*EMPTY, *WIDE, works("ada", "wide"), *seat("z", "c", holder="ada")]
    assert listed(by_seat, sector="VO", area="heerlen") == ["ada", "empty"]


def test_an_organisation_meets_no_need_with_a_mandate() -> None:
    assert listed([*EMPTY], sector="VO", mandate="LISTEN") == []


def test_an_organisation_that_is_not_of_the_sector_meets_no_need_of_it_though_it_is_asked_for() -> None:
    board = [*organisation("board"), *organisation("unit", sectors=["VO"], part_of="board")]
    assert listed(board, organisation="board", sector="VO") == ["unit"]
    assert listed(board, organisation="board", sector="PO") == []
    assert listed(board, organisation="board") == ["board", "unit"]


def test_an_asking_organisation_is_not_its_own_contact() -> None:
    assert listed([*EMPTY, *WIDE], "empty", sector="VO") == ["wide"]


# What stands beside a name


def test_a_contact_tells_the_deputies_by_name_and_the_mailbox_and_telephone_of_the_organisation() -> None:
    school = [
        {**line, "mailbox": "info@school.example", "phone": "045-1"} if "node" in line else line for line in SCHOOL
    ]
    lines = [
        *school,
        works("ada", "school"),
        works("cor", "school", deputyOf="ada"),
        works("bas", "heerlen", deputyOf="ada"),
    ]
    lines.append(works("zus", "school", deputyOf="ada", until=TODAY_TEXT))
    cut, found = asked(lines, None, VO)
    ada = next(contact for contact in found if _id(cut, contact) == "ada")
    assert ids(cut, ada.deputies) == ["bas", "cor"]
    assert (ada.mailbox, ada.phone) == ("info@school.example", "045-1")


def test_the_telephone_of_a_person_is_not_told() -> None:
    dirk = person("dirk", phone="06-1", email="dirk@example.org")
    _, (contact,) = asked([*SCHOOL, dirk, works("dirk", "school")], None, VO)
    assert (contact.mailbox, contact.phone) == (None, None)


# Who sees what


def test_nobody_hidden_is_listed_counted_or_on_the_way() -> None:
    hidden = person("hidden", visibility="STEWARD")
    lines = [*SCHOOL, hidden, works("hidden", "school", title="sport"), works("cor", "school", title="muziek")]
    lines += [acquainted("ada", "hidden", "STRONG"), acquainted("hidden", "cor", "STRONG")]
    assert set(listed(lines, "ada", sector="VO")) == {"hidden", "cor"}
    assert listed(lines, "ada", viewer=member(), sector="VO") == ["cor"]
    _, (contact,) = asked(lines, "ada", Wanted(sector="VO", theme="sport muziek"), viewer=member())
    assert contact.path is None
    # Of the 1 function that members see, 1 has «muziek» and 0 «sport», as above
    assert contact.score == pytest.approx(5 * 1 / (1 + log(2) + 1))


def test_the_public_reaches_an_organisation_whose_people_are_hidden_by_its_mailbox() -> None:
    lines = [*organisation("school2", sectors=["VO"], mailbox="info@example.org"), works("ada", "school2")]
    assert listed(lines, viewer=member(), sector="VO") == ["ada"]
    cut, (contact,) = asked(lines, None, VO, viewer=PUBLIC)
    assert (_id(cut, contact), contact.mailbox) == ("school2", "info@example.org")


def test_a_hidden_seat_scores_nothing() -> None:
    lines = [*SCHOOL, works("ada", "school"), *seat("z", "c"), holds("ada", "z", visibility="COALITION")]
    for viewer, score in ((member("c"), 6), (member(), 0)):
        _, (contact,) = asked(lines, None, VO, viewer=viewer)
        assert contact.score == score
