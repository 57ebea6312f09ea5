"""Random edits of random networks: what comes of them is always a network that the vocabulary allows, any change can be
taken back, and no merge loses a relation."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graph.editing import appoint, confirm, end, merge, named, record_meeting, revert, whole
from graph.editing.edit import Edit
from graph.errors import KorteLijnenError
from graph.lines import write_line
from graph.network import Network
from graph.records import Change, NodeRecord, RelationRecord, Touch
from graph.validation import check_touches, proposed
from graph.vocabulary import Visibility
from tests.editing.table import everything
from tests.graph.networks import Line, network_of, node, relation
from tests.stores.networks import random_lines

DAY = date(2023, 6, 1)
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


def moved(network: Network, touches: tuple[Touch, ...]) -> tuple[Network, Change]:
    change = Change(network.version + 1, datetime(2026, 1, 1, tzinfo=UTC), "Tess", "a test", touches)
    return network.moved(change), change


def check_valid(network: Network) -> None:
    """Its own lines make it, from nothing."""
    lines = [write_line(record) for record in everything(network).values()]
    touches = proposed(Network.empty(), [(None, line) for line in lines])
    assert {touch.id: touch.after for touch in touches} == everything(network)


@st.composite
def edits(draw: st.DrawFn, network: Network) -> Edit | None:
    """An edit of any sort with arguments of any sort; None where it was refused."""
    records = list(everything(network).values())
    assume(records)
    nodes = [record for record in records if isinstance(record, NodeRecord)]
    some = st.sampled_from(nodes)
    sort = draw(st.sampled_from(["appoint", "meet", "end", "confirm", "merge", "put"]))
    try:
        if sort == "appoint":
            seats, people = ([n for n in nodes if n.kind == kind] for kind in ("Seat", "Person"))
            assume(seats and people)
            seat, who = draw(st.sampled_from(seats)), draw(st.sampled_from(people))
            return appoint(network, seat, who, draw(DAYS), draw(DAYS))
        if sort == "meet":
            people = [n for n in nodes if n.kind == "Person"]
            attendees = draw(st.lists(st.sampled_from(people), max_size=3)) if people else []
            coalitions = [None, *(n for n in nodes if n.kind == "Coalition")]
            return record_meeting("m", draw(DAYS), attendees, draw(st.sampled_from(coalitions)), draw(DAYS))
        if sort == "merge":
            return merge(network, draw(some), draw(some), draw(DAYS))
        if sort == "put":
            lines: list[Line] = [
                dict(write_line(record)) for record in draw(st.lists(st.sampled_from(records), max_size=3))
            ]
            new: Line = {**draw(st.sampled_from([write_line(n) for n in nodes])), "id": "_:new"}
            ready = whole(network, named([*lines, new]), lambda _: Visibility.STEWARD)
            return Edit(proposed(network, ready), ())
        chosen = draw(st.lists(st.sampled_from(records), min_size=1, max_size=3))
        return end(chosen, draw(DAYS)) if sort == "end" else confirm(chosen, draw(DAYS), draw(DAYS))
    except KorteLijnenError:
        return None


@settings(max_examples=100, deadline=None)
@given(data=st.data(), lines=random_lines())
def test_random_edits_leave_a_network_that_the_vocabulary_allows_and_can_be_reverted(
    data: st.DataObject, lines: list[Line]
) -> None:
    network = network_of(lines)
    past: list[tuple[Network, Change]] = []
    for _ in range(4):
        edit = data.draw(edits(network))
        if edit is None or not edit.touches:
            continue
        try:
            check_touches(network, edit.touches)
        except KorteLijnenError:
            continue
        after, change = moved(network, edit.touches)
        check_valid(after)
        past.append((network, change))
        network = after
    for before, change in reversed(past):  # the latest first: nothing rests on it any more
        network, _ = moved(network, revert(network, change, ()).touches)
        assert everything(network) == everything(before)


@settings(max_examples=100, deadline=None)
@given(first=random_lines(), second=random_lines())
def test_whatever_a_change_was_reverting_it_gives_the_network_before_it(first: list[Line], second: list[Line]) -> None:
    before = network_of(first)
    touches = proposed(before, list(enumerate(second, 1)), replace=True)
    after, change = moved(before, touches)
    again, _ = moved(after, revert(after, change, ()).touches)
    assert everything(again) == everything(before)


@st.composite
def doubled(draw: st.DrawFn) -> list[Line]:
    """People and schools, of which two of each are known twice, with relations of many sorts between all of them."""
    people, schools = [f"p{i}" for i in range(4)], [f"s{i}" for i in range(4)]
    lines: list[Line] = [*(node("Person", p) for p in people), *(node("School", s) for s in schools)]
    lines += [node("Region", "r"), node("Meeting", "m", date="2022-01-01"), node("Question", "q")]
    sorts: list[tuple[str, list[str], list[str], dict[str, Any]]] = [
        ("KNOWS", people, people, {"strength": "GOOD"}),
        ("WORKS_FOR", people, schools, {"title": "lid"}),
        ("WORKS_FOR", people, schools, {"title": "voorzitter"}),
        ("ATTENDED", people, ["m"], {}),
        ("WORKS_ON", [*people, *schools], ["q"], {}),
        ("LOCATED_IN", schools, ["r"], {}),
        ("SUCCEEDED_BY", schools, schools, {}),
    ]
    seen: set[tuple[str, str, str]] = set()
    for number in range(draw(st.integers(0, 14))):
        type, origins, targets, members = draw(st.sampled_from(sorts))
        origin, target = draw(st.sampled_from(origins)), draw(st.sampled_from(targets))
        if origin == target or (type == "SUCCEEDED_BY" and origin > target):
            continue
        line = relation(type, origin, target, **members, since=draw(st.sampled_from([None, "2021-01-01"])))
        if (type, origin, target) in seen or draw(st.booleans()):
            line["id"] = f"relation {number}"
        seen.add((type, origin, target))
        lines.append(line)
    return lines


@settings(max_examples=200, deadline=None)
@given(lines=doubled(), pair=st.sampled_from([("p0", "p1"), ("s0", "s1"), ("s1", "s0")]))
def test_a_merge_loses_no_relation_and_invents_none(lines: list[Line], pair: tuple[str, str]) -> None:
    network = network_of(lines)
    keep, absorb = (network.node_by_id(id) for id in pair)
    assert keep is not None
    assert absorb is not None
    try:
        edit = merge(network, keep, absorb, DAY)
    except KorteLijnenError:
        assume(False)
        raise
    check_touches(network, edit.touches)
    after, change = moved(network, edit.touches)
    check_valid(after)

    said_before, said_after = (
        Counter(said(relation, pair) for relation in of.relation_records() if not is_succession(relation, pair))
        for of in (network, after)
    )
    assert said_before.keys() == said_after.keys()
    for what, times in said_after.items():
        own = sum(said(r, pair) == what and pair[1] not in (r.origin, r.target) for r in network.relation_records())
        assert max(1, own) <= times <= said_before[what]
    left = [r for r in after.relation_records() if pair[1] in (r.origin, r.target)]
    assert all({r.origin, r.target} == set(pair) for r in left)
    again, _ = moved(after, revert(after, change, ()).touches)
    assert everything(again) == everything(network)


def is_succession(relation: RelationRecord, pair: tuple[str, str]) -> bool:
    """Whether it says that the absorbed node came before the kept one, which it does in any case afterwards."""
    return relation.type == "SUCCEEDED_BY" and (relation.origin, relation.target) == pair[::-1]


def said(relation: RelationRecord, pair: tuple[str, str]) -> tuple[object, ...]:
    """What a relation says when the two are one; between the two as it is."""
    ends = relation.origin, relation.target
    if set(ends) != set(pair):
        ends = tuple(pair[0] if end == pair[1] else end for end in ends)  # type: ignore[assignment]
    record = replace(relation, origin=ends[0], target=ends[1])
    return (
        record.type,
        record.origin,
        record.target,
        record.since,
        record.until,
        tuple(sorted(record.members.items())),
    )
