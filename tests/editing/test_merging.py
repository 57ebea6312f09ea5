"""Merging two nodes that were one and the same."""

from __future__ import annotations

import pytest

from graph.editing import merge
from graph.editing.merging import doubles
from graph.errors import BadInput, RejectedLines
from graph.network import Network
from graph.records import Source
from graph.validation import check_touches
from graph.vocabulary import Visibility
from tests.editing.table import TODAY, at, between, edited, everything, holders, table
from tests.graph.networks import Line, knows, node, person, relation


def merged(network: Network, keep: str, absorb: str) -> Network:
    return edited(network, merge(network, at(network, keep), at(network, absorb), TODAY))


def wrong(network: Network, keep: str, absorb: str) -> BadInput:
    with pytest.raises(BadInput) as raised:
        merge(network, at(network, keep), at(network, absorb), TODAY)
    return raised.value


def test_relations_of_the_absorbed_node_become_those_of_the_kept_one() -> None:
    network = table(
        person("f.d.", name="F. Dirks"),
        relation("WORKS_FOR", "f.d.", "bestuur", title="voorzitter", since="2020-01-01", until="2021-01-01"),
        relation("HOLDS", "f.d.", "zetel", since="2024-01-01"),
        knows("mehmet", "f.d.", strength="WEAK"),
    )
    after = merged(network, "fenna", "f.d.")
    past = between(after, "WORKS_FOR(fenna,bestuur,2020-01-01)")
    assert (past.members, str(past.until)) == ({"title": "voorzitter"}, "2021-01-01")
    assert holders(after, "zetel") == [("fenna", "2024-01-01", None)]
    assert between(after, "KNOWS(mehmet,fenna,)").members == {"strength": "WEAK"}
    left = [record.id for record in after.relation_records() if "f.d." in (record.origin, record.target)]
    assert left == ["SUCCEEDED_BY(f.d.,fenna,2026-11-15)"]


def test_the_absorbed_node_ends_succeeded_by_the_kept_one_and_stays_readable() -> None:
    after = merged(table(person("f.d.", name="F. Dirks")), "fenna", "f.d.")
    assert (at(after, "f.d.").name, at(after, "f.d.").until) == ("F. Dirks", TODAY)
    succession = between(after, "SUCCEEDED_BY(f.d.,fenna,2026-11-15)")
    assert (succession.members, succession.visibility) == ({"merged": True}, Visibility.MEMBER)
    assert doubles(after, "fenna") == doubles(after, "f.d.") == {"fenna", "f.d."}
    assert doubles(after, "noor") == {"noor"}


def test_a_succession_that_is_none_makes_no_doubles() -> None:
    network = table(node("School", "oud"), node("School", "nieuw"), relation("SUCCEEDED_BY", "oud", "nieuw"))
    assert doubles(network, "oud") == {"oud"}
    assert between(merged(network, "nieuw", "oud"), "SUCCEEDED_BY(oud,nieuw,)").members == {"merged": True}


def test_what_both_had_is_one_with_the_sources_of_both() -> None:
    gids, site = {"title": "gids"}, {"title": "site"}
    network = table(
        person("f.d."),
        relation("WORKS_FOR", "f.d.", "bestuur", title="bestuurder", sources=[gids], confirmedAt="2026-05-01"),
        knows("noor", "f.d.", sources=[site]),
        knows("noor", "fenna", sources=[gids, site], confirmedAt="2026-02-01"),
    )
    after = merged(network, "fenna", "f.d.")
    function = between(after, "WORKS_FOR(fenna,bestuur,)")
    assert (function.sources, str(function.confirmed_at)) == ((Source("gids"),), "2026-05-01")
    known = between(after, "KNOWS(noor,fenna,)")
    assert (known.sources, str(known.confirmed_at)) == ((Source("gids"), Source("site")), "2026-02-01")


def test_what_begins_alike_but_says_something_else_stays_beside_it() -> None:
    network = table(person("f.d."), relation("WORKS_FOR", "f.d.", "bestuur", title="penningmeester"))
    after = merged(network, "fenna", "f.d.")
    titles = [r.members["title"] for r in after.relation_records() if r.type == "WORKS_FOR"]
    assert sorted(map(str, titles)) == ["bestuurder", "penningmeester"]


def test_relations_between_the_two_stay_where_they_are() -> None:
    network = table(person("f.d."), knows("f.d.", "fenna"), knows("fenna", "f.d.", id="other"))
    after = merged(network, "fenna", "f.d.")
    assert between(after, "KNOWS(f.d.,fenna,)") == between(network, "KNOWS(f.d.,fenna,)")
    assert between(after, "other") == between(network, "other")


def test_only_what_the_kept_node_lacks_is_taken_over() -> None:
    known = {"codes": {"KVK": "1", "DUO": "00AA00"}, "mailbox": "a@example.org", "town": "Heerlen"}
    other = {"codes": {"KVK": "2", "RIO": "9"}, "mailbox": "b@example.org", "website": "example.org"}
    network = table(
        node("School", "keep", pupils={"2024": 10}, **known),
        node("School", "absorb", pupils={"2023": 8, "2024": 9}, confirmedAt="2026-01-01", **other),
    )
    after = merged(network, "keep", "absorb")
    assert at(after, "keep").members == {
        "codes": {"DUO": "00AA00", "KVK": "1", "RIO": "9"},
        "mailbox": "a@example.org",
        "website": "example.org",
        "town": "Heerlen",
        "pupils": {"2023": 8, "2024": 10},
    }
    assert str(at(after, "keep").confirmed_at) == "2026-01-01"
    assert at(after, "absorb").members == {
        "codes": {"KVK": "2"},
        "mailbox": "b@example.org",
        "website": "example.org",
        "pupils": {"2023": 8, "2024": 9},
    }
    assert {code: after.node_id(index) for code, index in after.by_code.items()} == {
        ("DUO", "00AA00"): "keep",
        ("KVK", "1"): "keep",
        ("KVK", "2"): "absorb",
        ("RIO", "9"): "keep",
    }


def test_personal_data_does_not_stay_behind() -> None:
    network = table(person("f.d.", email="fd@example.org", phone="06-12345678", contactPurpose="samenwerken"))
    after = merged(network, "noor", "f.d.")
    assert at(after, "noor").members == {
        "email": "fd@example.org",
        "phone": "06-12345678",
        "contactPurpose": "samenwerken",
        "introducible": True,
    }
    assert at(after, "f.d.").members == {"contactPurpose": "samenwerken", "introducible": True}


def test_deputies_of_the_absorbed_person_are_those_of_the_kept_one() -> None:
    network = table(
        person("f.d."),
        relation("WORKS_FOR", "noor", "bestuur", deputyOf="f.d."),
        relation("WORKS_FOR", "f.d.", "bestuur", id="own", deputyOf="fenna"),
        relation("WORKS_FOR", "fenna", "bestuur", id="other", deputyOf="f.d."),
    )
    after = merged(network, "fenna", "f.d.")
    assert between(after, "WORKS_FOR(noor,bestuur,)").members == {"deputyOf": "fenna"}
    functions = [r.members for r in after.relation_records() if r.type == "WORKS_FOR" and r.origin == "fenna"]
    assert all("deputyOf" not in members for members in functions)


def test_seats_and_rules_of_the_absorbed_sector_are_of_the_kept_one() -> None:
    network = table(
        node("Sector", "vo", weighs="PUPILS"),
        node("Seat", "stoel", sector="vo", mandate="ADVISE"),
        relation("SEAT_IN", "stoel", "parkstad"),
        node("Coalition", "k", phase="FORMING", rules=[{"sectors": ["vo", "VO"]}, {"sectors": ["vo"], "minimum": 2}]),
    )
    after = merged(network, "VO", "vo")
    assert at(after, "stoel").members["sector"] == "VO"
    rules = at(after, "k").members["rules"]
    assert isinstance(rules, list)
    assert [rule["sectors"] for rule in rules if isinstance(rule, dict)] == [["VO"], ["VO"]]


def test_of_two_seats_the_absorbed_one_never_was_at_the_table() -> None:
    seat: list[Line] = [
        node("Seat", "dubbel", sector="VO", mandate="DECIDE"),
        relation("SEAT_IN", "dubbel", "parkstad"),
    ]
    network = table(*seat, relation("HOLDS", "noor", "dubbel", since="2026-01-01"))
    after = merged(network, "zetel", "dubbel")
    assert holders(after, "zetel") == [("noor", "2026-01-01", None)]
    placed = between(after, "SEAT_IN(dubbel,parkstad,)")
    assert placed.since == placed.until == TODAY


def test_seats_that_two_people_hold_cannot_be_merged_and_it_says_why() -> None:
    seat: list[Line] = [
        node("Seat", "dubbel", sector="VO", mandate="DECIDE"),
        relation("SEAT_IN", "dubbel", "parkstad"),
    ]
    holds = [relation("HOLDS", "noor", "dubbel", since="2026-01-01"), relation("HOLDS", "fenna", "zetel")]
    network = table(*seat, *holds)
    edit = merge(network, at(network, "zetel"), at(network, "dubbel"), TODAY)
    with pytest.raises(RejectedLines, match="two people would hold the seat at the same time: «zetel»"):
        check_touches(network, edit.touches)


@pytest.mark.parametrize(
    ("keep", "absorb", "message"),
    [
        ("fenna", "fenna", "with itself"),
        ("fenna", "bestuur", "is a SchoolBoard and «fenna» a Person"),
        ("zetel", "krukje", "seats of different coalitions"),
    ],
)
def test_what_cannot_be_the_same_is_not_merged(keep: str, absorb: str, message: str) -> None:
    error = wrong(table(), keep, absorb)
    assert message in error.message
    assert error.field == "absorb"


def test_nothing_is_merged_twice() -> None:
    after = merged(table(person("f.d.")), "fenna", "f.d.")
    assert "merged into «fenna» already" in wrong(after, "noor", "f.d.").message
    error = wrong(after, "f.d.", "noor")
    assert (error.field, error.expected) == ("keep", "«fenna»")
    again = merged(after, "noor", "fenna")
    assert doubles(again, "f.d.") == {"f.d.", "fenna", "noor"}


def test_a_node_is_not_merged_into_its_predecessor() -> None:
    network = table(node("School", "oud"), node("School", "nieuw"), relation("SUCCEEDED_BY", "oud", "nieuw"))
    assert "was succeeded by" in wrong(network, "oud", "nieuw").message


def test_nothing_else_changes() -> None:
    network = table(person("f.d."), knows("f.d.", "mehmet"))
    edit = merge(network, at(network, "fenna"), at(network, "f.d."), TODAY)
    before, after = everything(network), everything(edited(network, edit))
    changed = {id for id in before.keys() | after.keys() if before.get(id) != after.get(id)}
    assert changed == {"f.d.", "KNOWS(f.d.,mehmet,)", "KNOWS(fenna,mehmet,)", "SUCCEEDED_BY(f.d.,fenna,2026-11-15)"}
    assert edit.ids[:2] == ("fenna", "f.d.")
    assert set(edit.ids[1:]) == changed
