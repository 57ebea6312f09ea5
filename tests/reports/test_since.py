"""What changed since a meeting: each thing once, by its own day, and nothing that came with the coalition itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from graph.network import Network
from graph.records import Change, Record, Touch
from graph.reduced import ReducedNetwork
from graph.report.since import Meeting, Since, What, Written, last_meeting, since
from graph.validation import proposed
from graph.viewers import STEWARD
from tests.graph.lines_by_hand import coalition, days_ago, holds, organisation, seat, sector, works
from tests.graph.networks import TODAY, Line, at, cut_of, node, person, relation

MET = date(2026, 11, 1)
AFTER = date(2026, 11, 5)
BEFORE = [
    *sector("VO"),
    *(person(name) for name in ("Ada", "Bas", "Cor")),
    *coalition("k"),
    *coalition("other"),
    *seat("zetel", "k", holder="Ada", mandate="ADVISE"),
    *seat("elders", "other"),
    *organisation("school"),
    works("Ada", "school"),
]


def changed(*writes: Iterable[Line], before: Iterable[Line] = BEFORE, gone: Iterable[str] = ()) -> Since:
    """What the report tells of these writes, each on a day after the meeting; at last some ids are removed."""
    network, written = Network.empty(), []
    for number, lines in enumerate([before, *writes]):
        touches = proposed(network, list(enumerate(lines, 1)))
        network = network.moved(Change(number + 1, datetime(2026, 1, 1, tzinfo=UTC), "Tess", "a test", touches))
        if number:
            written.append(Written(AFTER + timedelta(days=number), touches))
    records: tuple[Record, ...] = (*network.node_records(), *network.relation_records())
    kept = [one for one in records if one.id in set(gone)]
    if kept:
        touches = tuple(Touch(record, None) for record in kept)
        network = network.moved(Change(99, datetime(2026, 1, 1, tzinfo=UTC), "Tess", "a test", touches))
        written.append(Written(TODAY, touches))
    cut = ReducedNetwork(network, STEWARD).on(TODAY)
    return since(cut, at(cut, "k"), Meeting("overleg", MET), written)


def told(found: Since) -> list[tuple[str, What, tuple[str | None, ...]]]:
    return [(event.sort, event.what, event.names) for event in found.events]


def test_somebody_who_takes_a_seat_is_told_once_though_the_dates_and_the_log_tell_it() -> None:
    found = changed([*seat("nieuw", "k", since="2026-11-08"), holds("Bas", "nieuw", since="2026-11-10")])
    assert told(found) == [("Seat", What.BEGAN, ("nieuw",)), ("HOLDS", What.BEGAN, ("Bas", "nieuw"))]
    assert [event.day for event in found.events] == [date(2026, 11, 8), date(2026, 11, 10)]


def test_what_was_written_without_a_day_was_entered_on_the_day_of_the_change() -> None:
    (event,) = changed([*seat("nieuw", "k")]).events
    assert (event.what, event.day, event.written) == (What.ENTERED, None, AFTER + timedelta(days=1))


def test_several_writes_are_told_as_one_from_the_meeting_to_now() -> None:
    first = seat("zetel", "k", mandate="LISTEN")[:1]
    assert told(changed(first, seat("zetel", "k", mandate="DECIDE")[:1])) == [("Seat", What.CHANGED, ("zetel",))]


def test_a_holding_that_is_confirmed_ended_or_taken_out() -> None:
    assert told(changed([holds("Ada", "zetel", confirmedAt="2026-11-14")])) == [
        ("HOLDS", What.CONFIRMED, ("Ada", "zetel"))
    ]
    assert told(changed([holds("Ada", "zetel", until="2026-11-10")])) == [("HOLDS", What.ENDED, ("Ada", "zetel"))]
    assert told(changed(gone=["HOLDS(Ada,zetel,)"])) == [("HOLDS", What.REMOVED, ("Ada", "zetel"))]


def test_a_holder_who_leaves_the_organisation_is_told() -> None:
    assert told(changed([works("Ada", "school", until="2026-11-10")])) == [("WORKS_FOR", What.ENDED, ("Ada", "school"))]


def test_a_change_of_another_coalition_is_not_told() -> None:
    assert told(changed([holds("Cor", "elders"), *seat("elders-2", "other"), works("Cor", "school")])) == []


def test_an_erased_holder_is_told_without_a_name() -> None:
    found = changed(gone=["Ada", "HOLDS(Ada,zetel,)", "WORKS_FOR(Ada,school,)"])
    assert {event.names[0] for event in found.events} == {None}
    assert ("HOLDS", What.REMOVED, (None, "zetel")) in told(found)


def test_what_was_loaded_with_the_coalition_is_no_change() -> None:
    found = changed(BEFORE, before=sector("VO"))
    assert (found.entered, found.events) == (AFTER + timedelta(days=1), ())


def test_the_last_meeting_is_the_latest_before_the_date() -> None:
    days = {"eerste": days_ago(40), "vorige": days_ago(9), "van vandaag": days_ago(0), "volgende": days_ago(-3)}
    meetings = [node("Meeting", name, date=day) for name, day in days.items()]
    cut = cut_of([*coalition("k"), *meetings, *(relation("HELD_BY", name, "k") for name in days)])
    assert last_meeting(cut, at(cut, "k")) == Meeting("vorige", TODAY - timedelta(days=9))
    cut = cut_of(coalition("k"))
    assert last_meeting(cut, at(cut, "k")) is None
