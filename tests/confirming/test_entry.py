"""What somebody is shown of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.confirming.entry import Entry, own_entry
from graph.identities import viewer_of_person
from graph.network import Network
from graph.reduced import ReducedNetwork
from graph.viewers import STEWARD, Role, Viewer
from tests.confirming.network import BRAM, FUNCTION, HOLDING, LEADS, SHOWN, TOM, WORKS_ON, lines
from tests.graph.networks import Line, knows, network_of, node, person, relation

DAY = date(2026, 11, 15)


def entry_in(network: Network, id: str, day: date = DAY) -> Entry | None:
    cut = ReducedNetwork(network, STEWARD).on(day)
    index = cut.index(id)
    viewer = Viewer("somebody", Role.MEMBER, id) if index is None else viewer_of_person(cut, index, Role.MEMBER)
    return own_entry(viewer, ReducedNetwork(network, viewer.viewer_class), day)


def entry_of(id: str, more: Iterable[Line] = (), day: date = DAY) -> Entry | None:
    return entry_in(network_of([*lines(), *more]), id, day)


def entry(id: str, more: Iterable[Line] = (), day: date = DAY) -> Entry:
    found = entry_of(id, more, day)
    assert found is not None
    return found


def shown(found: Entry) -> list[str]:
    return [own.relation.id for own in found.relations]


def test_functions_seats_acquaintances_and_work_are_shown_in_that_order() -> None:
    assert shown(entry("fenna")) == list(SHOWN)


def test_what_has_ended_is_not_shown() -> None:
    later = entry("fenna", [relation("WORKS_FOR", "fenna", "school", since="2026-01-01", until="2026-11-15")])
    assert shown(later) == list(SHOWN)


def test_what_begins_later_is_not_shown_yet() -> None:
    begins = [relation("WORKS_FOR", "fenna", "school", since="2026-11-16")]
    assert shown(entry("fenna", begins)) == list(SHOWN)
    assert len(shown(entry("fenna", begins, date(2026, 11, 16)))) == len(SHOWN) + 1


def test_what_is_at_something_that_has_ended_is_not_shown() -> None:
    gone = [node("School", "oud", until="2026-01-01"), relation("WORKS_FOR", "fenna", "oud", since="2020-01-01")]
    assert shown(entry("fenna", gone)) == list(SHOWN)


def test_meetings_and_letters_are_not_shown() -> None:
    more = [
        node("Meeting", "m", date="2026-05-01"),
        relation("ATTENDED", "fenna", "m"),
        node("Channel", "c"),
        relation("REACHES", "c", "fenna"),
    ]
    assert shown(entry("fenna", more)) == list(SHOWN)


def test_an_acquaintance_is_shown_from_both_sides() -> None:
    assert shown(entry("tom")) == [TOM]
    assert entry("tom").relations[0].other.id == "fenna"
    assert shown(entry("bram")) == [BRAM]


def test_a_seat_comes_with_its_coalition_and_a_function_with_whom_it_stands_in_for() -> None:
    by_id = {own.relation.id: own for own in entry("fenna").relations}
    coalition, deputised = by_id[HOLDING].coalition, by_id[FUNCTION].deputy_of
    assert coalition is not None
    assert coalition.name == "Gezond Parkstad"
    assert deputised is not None
    assert deputised.name == "Tom Heijnen"


def test_somebody_whom_they_may_not_see_is_not_shown_not_as_a_deputised_person_either() -> None:
    more = [
        relation("WORKS_FOR", "fenna", "school", since="2024-01-01", deputyOf="hidde"),
        knows("fenna", "hidde", since="2026-01-01"),
    ]
    found = entry("fenna", more)
    assert shown(found) == [FUNCTION, "WORKS_FOR(fenna,school,2024-01-01)", *SHOWN[1:]]
    assert found.relations[1].deputy_of is None


def test_what_is_for_stewards_alone_is_not_shown() -> None:
    more = [relation("WORKS_FOR", "fenna", "school", since="2024-01-01", visibility="STEWARD")]
    assert shown(entry("fenna", more)) == list(SHOWN)


def test_what_is_a_matter_of_their_own_coalition_is_shown_and_of_another_one_is_not() -> None:
    more = [
        node("Coalition", "other", phase="WORKING", visibility="COALITION"),
        relation("LEADS", "fenna", "other"),
        relation("WORKS_FOR", "fenna", "school", since="2024-01-01", visibility="COALITION"),
    ]
    assert shown(entry("fenna", more)) == [FUNCTION, "WORKS_FOR(fenna,school,2024-01-01)", *SHOWN[1:]]


def test_somebody_whose_entry_is_for_stewards_sees_it_all_the_same() -> None:
    found = entry("hidde")
    assert found.person.members["email"] == "hidde@example.org"
    assert found.relations == ()


def test_functions_holdings_and_acquaintances_may_be_ended_by_themselves_and_the_rest_may_not() -> None:
    may_end = {own.relation.id for own in entry("fenna").relations if own.may_end}
    assert may_end == {FUNCTION, HOLDING, BRAM, TOM}
    assert may_end.isdisjoint({LEADS, WORKS_ON})


def test_there_is_no_entry_of_who_is_not_there_or_no_person() -> None:
    assert entry_of("nobody") is None
    assert entry_of("board") is None
    assert entry_of("gone", [person("gone", until="2026-11-15")]) is None
    assert entry_of("coming", [person("coming", since="2026-11-16")]) is None
