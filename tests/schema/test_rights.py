"""What a viewer may not see changes nothing in any answer: not a list, a count, an order, an error or a strength.

Sem is a secret: a steward's business only. He knows everybody, works everywhere, holds a seat, and stands between
Anna and Cas, whom nobody else brings together.
"""

from __future__ import annotations

from typing import Any

import pytest

from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
from tests.asking import Ask, Asking
from tests.graph.networks import Line, knows, node, relation

OPEN: list[Line] = [
    node("Region", "parkstad"),
    node("Municipality", "heerlen", children=12_000, inhabitants=87_000),
    relation("PART_OF", "heerlen", "parkstad"),
    node("Sector", "VO", weighs="PUPILS"),
    node("School", "school", name="Zonnecollege", pupils={"2025": 900}),
    relation("IN_SECTOR", "school", "VO"),
    relation("LOCATED_IN", "school", "heerlen"),
    node("Coalition", "k", phase="WORKING", rules=[{"sectors": ["VO"], "minimum": 1, "per": "COALITION"}]),
    relation("ACTIVE_IN", "k", "parkstad"),
    node("Seat", "z1", sector="VO", mandate="DECIDE"),
    node("Seat", "z2", sector="VO", mandate="DECIDE"),
    relation("SEAT_IN", "z1", "k"),
    relation("SEAT_IN", "z2", "k"),
    *(
        node("Person", id, visibility="PUBLIC", email=f"{id}@example.org", introducible=True)
        for id in ("anna", "bas", "cas")
    ),
    relation("WORKS_FOR", "anna", "school", title="rector", since="2026-01-01", visibility="PUBLIC"),
    relation("WORKS_FOR", "cas", "heerlen", title="wethouder", visibility="PUBLIC"),
    relation("HOLDS", "anna", "z1", since="2026-01-01", visibility="PUBLIC"),
    node("Meeting", "m", date="2026-06-01"),
    relation("HELD_BY", "m", "k"),
    relation("ATTENDED", "anna", "m", visibility="PUBLIC"),
    relation("ATTENDED", "bas", "m", visibility="PUBLIC"),
    node("Channel", "news"),
]
SECRET: list[Line] = [
    node("Person", "sem", name="Sem Zonne", visibility="STEWARD", email="sem@example.org", introducible=True),
    node("Ministry", "geheim", visibility="STEWARD", codes={"KVK": "007"}),
    relation("WORKS_FOR", "sem", "school", title="rector", since="2026-01-01", visibility="PUBLIC"),
    relation("WORKS_FOR", "sem", "geheim", visibility="PUBLIC"),
    relation("WORKS_FOR", "anna", "geheim", visibility="PUBLIC"),
    relation("ATTENDED", "sem", "m", visibility="PUBLIC"),
    *(knows(id, "sem", "STRONG", visibility="PUBLIC", confirmedAt="2026-11-01") for id in ("anna", "bas", "cas")),
    relation("SUCCEEDED_BY", "sem", "anna", visibility="PUBLIC"),
    relation("LEADS", "sem", "k", visibility="PUBLIC"),
    relation("PARTNER_IN", "geheim", "k", visibility="PUBLIC"),
    relation("REACHES", "news", "sem", visibility="PUBLIC"),
    relation("LOCATED_IN", "geheim", "heerlen", visibility="PUBLIC"),
    relation("IN_SECTOR", "geheim", "VO", visibility="PUBLIC"),
]

EVERYTHING = """
  version
  people { totalCount edges { cursor node { id name
    handshakes { totalCount edges { node { strength reasons { size } } } }
    relations(first: 100) { totalCount edges { cursor node { id } } } predecessors { id } functions { id title } } } }
  organisations { totalCount edges { cursor node { id functions { totalCount edges { node { id } } } } } }
  schools { totalCount }
  coalitions { totalCount edges { node { id leads { id } partners { id } seats { id state holdings { id } } } } }
  municipalities { totalCount }
  search(text: "zon") { totalCount edges { cursor node { id } } }
  s2: search(text: "rector") { totalCount edges { node { id } } }
  s3: search(text: "007") { totalCount }
  f1: people(filter: {sector: "VO", area: "heerlen"}) { totalCount edges { node { id } } }
  f2: people(filter: {organisation: "school"}) { totalCount }
  f3: people(filter: {coalition: "k"}) { totalCount }
  f4: organisations(filter: {sector: "VO"}) { totalCount }
  paths: contactPaths(from: "anna", to: {person: "cas"}, order: STRONGEST) { ...paths }
  p2: contactPaths(from: "anna", to: {person: "bas"}, first: 20) { ...paths }
  p3: contactPaths(from: "anna", to: {need: {sector: "VO"}}, first: 20) { ...paths }
  contacts(from: "bas", need: {sector: "VO", area: "heerlen", theme: "rector"}, first: 100) {
    score person { id } organisation { id } reasons { kind text points } path { strength } }
  representation(coalition: "k") { filled required cells { id state filled seats { id } }
    gaps { weight { pupils share } candidates(first: 100) { person { id } handshakes strength seatsHeld } } }
  coverage(area: "parkstad") { cells { state handshakes nearest { id } weight { pupils } evidence { id } } }
  neighbourhood(around: ["anna"], steps: 6) { truncated nodes { id } relations { id } }
  meeting: node(id: "m") { ... on Meeting { attendees { id } } }
  channel: node(id: "news") { ... on Channel { reaches { totalCount } } }
"""
PATHS = """
fragment paths on ContactPathsResult {
  ... on ContactPaths { paths { length strength people { id } handshakes { strength reasons { kind strength size } } } }
  ... on NoContactPath { reason message fewestHandshakes }
}
"""
DOCUMENT = f"{{ network {{ {EVERYTHING} }} changes(since: 0) {{ version touched details because }} }} {PATHS}"
UNKNOWN = [
    '{ node(id: "ID") { id } }',
    '{ network { node(id: "ID") { id } } }',
    '{ network { nodes(ids: ["anna", "ID"]) { id } } }',
    '{ network { people(filter: {organisation: "ID"}) { totalCount } } }',
    '{ network { contactPaths(from: "ID", to: {person: "anna"}) { __typename } } }',
    '{ network { contactPaths(from: "anna", to: {person: "ID"}) { __typename } } }',
    '{ network { contactPaths(from: "anna", to: {organisation: "ID"}) { __typename } } }',
    '{ network { contactPaths(from: "anna", to: {person: "cas"}, avoid: ["ID"]) { __typename } } }',
    '{ network { contactPaths(from: "anna", to: {person: "cas"}, via: "ID") { __typename } } }',
    '{ network { contacts(from: "ID", need: {sector: "VO"}) { score } } }',
    '{ network { contacts(need: {organisation: "ID"}) { score } } }',
    '{ network { neighbourhood(around: ["ID"]) { truncated } } }',
    '{ network { representation(coalition: "ID") { filled } } }',
    '{ network { coverage(area: "ID") { cells { state } } } }',
    '{ network { byCode(system: KVK, code: "ID") { id } } }',
    '{ network { search(text: "a", sector: "ID") { totalCount } } }',
]


@pytest.mark.parametrize("viewer", [PUBLIC, member(), member("k")], ids=lambda v: v.name)
def test_a_secret_changes_nothing_for_who_may_not_see_it(ask: Ask, viewer: ViewerClass) -> None:
    without, with_it = ask(OPEN).by(viewer), ask([*OPEN, *SECRET]).by(viewer)
    assert with_it.answer(DOCUMENT) == without.answer(DOCUMENT)
    assert not without.answer(DOCUMENT)["errors"]


def test_for_who_may_see_it_the_secret_changes_a_lot(ask: Ask) -> None:
    without, with_it = ask(OPEN).data(DOCUMENT)["network"], ask([*OPEN, *SECRET]).data(DOCUMENT)["network"]
    changed = {name for name in without if without[name] != with_it[name]}
    assert changed >= {"people", "organisations", "coalitions", "search", "s2", "s3", "f1", "f2", "f4", "paths", "p2"}
    assert changed >= {"contacts", "neighbourhood", "meeting", "channel"}
    assert with_it["people"]["totalCount"] == 4
    assert without["paths"]["reason"] == "TO_ISOLATED"
    assert [person["id"] for person in with_it["paths"]["paths"][0]["people"]] == ["anna", "sem", "cas"]


@pytest.mark.parametrize("document", UNKNOWN)
def test_what_is_hidden_is_answered_exactly_as_what_nobody_knows(ask: Ask, document: str) -> None:
    asking = ask([*OPEN, *SECRET]).by(member("k"))
    hidden = "007" if "byCode" in document else "geheim" if "organisation:" in document else "sem"
    answers = []
    for id in (hidden, "zzz"):
        answer = asking.answer(document.replace('"ID"', f'"{id}"'))
        assert [error["extensions"]["code"] for error in answer["errors"]] == ["NOT_FOUND"]
        answers.append(str(answer).replace(id, "ID"))
    assert answers[0] == answers[1]


def test_a_seat_whose_holder_is_hidden_is_hidden_and_never_vacant(ask: Ask) -> None:
    secret = [SECRET[0], relation("HOLDS", "sem", "z2", visibility="PUBLIC")]
    asking = ask([*OPEN, *secret])
    asked = 'node(id: "z2") { ... on Seat { state holdings { person { id } } } }'
    assert asking.by(PUBLIC).network(asked)["node"] == {"state": "HIDDEN", "holdings": []}
    assert asking.network(asked)["node"]["holdings"] == [{"person": {"id": "sem"}}]


@pytest.mark.parametrize(
    ("viewer", "email", "introducible"),
    [(PUBLIC, None, None), (member(), "anna@example.org", None), (STEWARD, "anna@example.org", True)],
    ids=lambda given: getattr(given, "name", None),
)
def test_contact_details_are_for_members_and_who_introduces_for_stewards(
    ask: Ask, viewer: ViewerClass, email: str | None, introducible: bool | None
) -> None:
    kept = {"phone": "045", "contactPurpose": "x", "retainUntil": "2030-01-01"}
    lines = [line | kept if line.get("id") == "anna" else line for line in OPEN]
    asking: Asking = ask(lines).by(viewer)
    asked = 'node(id: "anna") { ... on Person { email phone introducible contactPurpose retainUntil } }'
    assert asking.network(asked)["node"] == {
        "email": email,
        "phone": email and "045",
        "introducible": introducible,
        "contactPurpose": introducible and "x",
        "retainUntil": introducible and "2030-01-01",
    }


def test_mailboxes_and_switchboards_of_organisations_are_public(ask: Ask) -> None:
    lines = [node("School", "s", mailbox="info@example.org", phone="045")]
    found = ask(lines).by(PUBLIC).network('node(id: "s") { ... on School { mailbox phone } }')
    assert found["node"] == {"mailbox": "info@example.org", "phone": "045"}


def test_members_see_the_people_of_the_network_and_the_public_only_who_is_public(ask: Ask) -> None:
    asking = ask([*OPEN, node("Person", "gijs")])
    count: Any = "people { totalCount }"
    assert asking.by(PUBLIC).network(count)["people"]["totalCount"] == 3
    assert asking.by(member()).network(count)["people"]["totalCount"] == 4


def test_who_is_stood_in_for_is_not_told_to_who_may_not_see_them(ask: Ask) -> None:
    lines = [*OPEN, SECRET[0], relation("WORKS_FOR", "bas", "school", deputyOf="sem", visibility="PUBLIC")]
    asking = ask(lines).by(PUBLIC)
    asked = """node(id: "bas") { ... on Person { functions { deputyOf { id } } }
      relations(types: [WORKS_FOR]) { edges { node { properties } } } }"""
    assert asking.network(asked)["node"] == {
        "functions": [{"deputyOf": None}],
        "relations": {"edges": [{"node": {"properties": {}}}]},
    }


def test_a_coalitions_own_matters_are_for_its_members(ask: Ask) -> None:
    lines = [*OPEN, node("Agreement", "own", visibility="COALITION"), relation("LINKED_TO", "k", "own")]
    asking = ask(lines)
    asked = 'node(id: "k") { ... on Coalition { agreements { id } } }'
    for viewer, found in ((member("k"), ["own"]), (member("other"), []), (PUBLIC, [])):
        agreements = asking.by(viewer).network(asked)["node"]["agreements"]
        assert [agreement["id"] for agreement in agreements] == found
