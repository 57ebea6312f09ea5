"""The network in memory: what it answers, and that moving it on leaves earlier versions as they were.

That a network which is moved on equals one that is made anew is tried on random changes in
`tests/stores/test_random_changes.py`.
"""

from datetime import UTC, date, datetime

import numpy as np
import pytest

from graph.network import ALWAYS, FOREVER, Network, Stored, day_number, day_of
from graph.records import Change, Touch
from graph.validation import proposed
from tests.graph.networks import Line, knows, network_of, node, person, relation
from tests.stores.networks import dumped, of_network

BOARD = node("SchoolBoard", "b1", codes={"BEVOEGD_GEZAG": "41249", "KVK": "1"})
FENNA, MEHMET = person("fenna"), person("mehmet")
MET = knows("fenna", "mehmet", since="2024-01-01")
WORKS = relation("WORKS_FOR", "fenna", "b1", title="directeur", themes=["sport"], confirmedAt="2026-05-01")
ID_OF_MET, ID_OF_WORKS = "KNOWS(fenna,mehmet,2024-01-01)", "WORKS_FOR(fenna,b1,)"


def moved(network: Network, *lines: Line, without: tuple[str, ...] = ()) -> Network:
    """The network after lines were written and these ids removed."""
    touches = list(proposed(network, list(enumerate(lines, 1))))
    touches += [Touch(network.node_by_id(id) or network.relation_by_id(id), None) for id in without]
    return network.moved(Change(network.version + 1, datetime(2026, 1, 1, tzinfo=UTC), "x", "x", tuple(touches)))


def relations_of(network: Network, id: str) -> tuple[set[str], set[str]]:
    """The ids of the relations from and to a node, removed ones apart."""
    index = network.index(id)
    assert index is not None
    sides = (network.out.of_node(index), network.into.of_node(index))
    out, into = ({network.relation_id(i) for i in side.tolist() if network.relations.type[i] >= 0} for side in sides)
    return out, into


def test_the_empty_network_is_at_version_0() -> None:
    network = Network.empty()
    assert (network.version, network.size, len(network.relations)) == (0, 0, 0)
    assert of_network(network) == []
    assert network.index("fenna") is None
    assert network.relation_index(ID_OF_MET) is None
    assert network.by_code == {}


def test_a_node_and_a_relation_are_found_by_id_and_come_back_whole() -> None:
    network = network_of([FENNA, MEHMET, BOARD, MET, WORKS])
    works = network.relation_by_id(ID_OF_WORKS)
    assert works is not None
    assert (works.origin, works.target, works.confirmed_at) == ("fenna", "b1", date(2026, 5, 1))
    assert works.members == {"title": "directeur", "themes": ["sport"]}
    assert network.node_by_id("b1") is not None
    assert network.relation_by_id("fenna") is None
    assert network.node_by_id(ID_OF_WORKS) is None


def test_nodes_and_relations_come_by_id_in_order_of_code_points() -> None:
    network = network_of([person(id) for id in ("é", "a", "Z", "10", "9")])
    assert [one.id for one in network.node_records()] == ["10", "9", "Z", "a", "é"]


def test_an_organisation_is_found_by_each_of_its_codes() -> None:
    network = network_of([BOARD])
    index = network.index("b1")
    assert network.by_code == {("BEVOEGD_GEZAG", "41249"): index, ("KVK", "1"): index}
    later = moved(network, {**BOARD, "codes": {"KVK": "2"}})
    assert later.by_code == {("KVK", "2"): index}


def test_a_network_that_is_moved_on_leaves_the_older_one_as_it_was() -> None:
    old = network_of([FENNA, MEHMET, MET])
    before, around = dumped(of_network(old)), relations_of(old, "fenna")
    new = moved(old, {**FENNA, "name": "Fenna Bos"}, BOARD, WORKS, without=(ID_OF_MET,))
    assert dumped(of_network(old)) == before
    assert relations_of(old, "fenna") == around == ({ID_OF_MET}, set())
    assert old.index("b1") is None
    assert old.relation_by_id(ID_OF_WORKS) is None
    assert old.relation_by_id(ID_OF_MET) is not None
    assert old.by_code == {}
    assert new.relation_by_id(ID_OF_MET) is None
    assert relations_of(new, "fenna") == ({ID_OF_WORKS}, set())
    assert relations_of(new, "b1") == (set(), {ID_OF_WORKS})


def test_an_index_stays_with_its_node_and_relation_through_every_version() -> None:
    first = network_of([FENNA, MEHMET, MET])
    second = moved(first, person("anna"), {**MET, "strength": "STRONG"})
    for id in ("fenna", "mehmet"):
        assert second.index(id) == first.index(id)
    assert second.relation_index(ID_OF_MET) == first.relation_index(ID_OF_MET)


def test_what_was_removed_is_not_found_and_can_come_back() -> None:
    first = network_of([FENNA, MEHMET, MET])
    second = moved(first, without=(ID_OF_MET, "mehmet"))
    assert second.index("mehmet") is None
    assert [one.id for one in of_network(second)] == ["fenna"]
    third = moved(second, MEHMET, MET)
    assert dumped(of_network(third)) == dumped(of_network(first))
    assert relations_of(third, "mehmet") == (set(), {ID_OF_MET})
    assert [one.id for one in of_network(second)] == ["fenna"]


def test_an_id_that_comes_back_may_be_of_another_kind() -> None:
    network = moved(moved(network_of([FENNA]), without=("fenna",)), node("Region", "fenna"))
    found = network.node_by_id("fenna")
    assert found is not None
    assert found.kind == "Region"


def test_a_relation_keeps_the_id_it_was_given_when_its_beginning_changes() -> None:
    network = moved(
        network_of([FENNA, MEHMET, {**MET, "id": ID_OF_MET}]), {**MET, "id": ID_OF_MET, "since": "2020-02-02"}
    )
    found = network.relation_by_id(ID_OF_MET)
    assert found is not None
    assert (found.id, found.since) == (ID_OF_MET, date(2020, 2, 2))
    given = network_of([FENNA, MEHMET, {**MET, "id": "k1"}])
    assert given.relation_by_id("k1") is not None
    assert given.relation_by_id(ID_OF_MET) is None


def test_each_node_and_relation_knows_the_version_of_its_last_change() -> None:
    network = moved(moved(network_of([FENNA, MEHMET, MET]), {**FENNA, "name": "F"}), {**MET, "strength": "WEAK"})
    index, at = network.index("fenna"), network.relation_index(ID_OF_MET)
    assert index is not None
    assert at is not None
    assert (network.version, network.nodes.version[index], network.relations.version[at]) == (3, 2, 3)


def test_a_network_may_be_read_from_a_stream_of_a_store() -> None:
    records = of_network(network_of([FENNA, MEHMET, MET]))
    network = Network.of(7, (Stored(record, version) for version, record in enumerate(records, 4)))
    assert network.version == 7
    assert of_network(network) == records
    assert network.nodes.version.tolist() == [4, 5]
    assert network.relations.version.tolist() == [6]


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)])
def test_a_day_is_a_number_between_always_and_forever(day: date) -> None:
    assert day_of(day_number(day, ALWAYS)) == day
    assert ALWAYS < day_number(day, ALWAYS) < FOREVER


def test_an_open_end_is_before_or_after_every_day() -> None:
    assert day_number(None, ALWAYS) == ALWAYS
    assert day_of(ALWAYS) is day_of(FOREVER) is None


def test_texts_that_many_relations_share_are_kept_once() -> None:
    people = [person(f"p{number}") for number in range(100)]
    source = [{"title": "ledenlijst"}]
    works = [relation("WORKS_FOR", f"p{number}", "b1", title="leraar", sources=source) for number in range(100)]
    network = network_of([BOARD, *people, *works])
    assert len(np.unique(network.relations.text)) == 1
    assert network.members(0) == {"title": "leraar"}
    first, last = network.relation(0), network.relation(99)
    assert first.sources is last.sources


def test_what_is_read_of_a_relation_is_the_readers_own() -> None:
    network = network_of([FENNA, BOARD, WORKS])
    network.members(0)["title"] = "iets anders"
    assert network.members(0)["title"] == "directeur"
