"""What edits ask of a network: the one that would be, and people by name."""

from __future__ import annotations

from graph.network import Network
from graph.records import Touch
from graph.validation import proposed
from tests.editing.table import at, everything, table
from tests.editing.test_reverting import Past
from tests.graph.networks import Line, knows, node, person


def touches(network: Network, *lines: Line) -> tuple[Touch, ...]:
    return proposed(network, [(None, line) for line in lines])


def test_a_network_that_would_be_leaves_nothing_behind() -> None:
    network = table()
    assert network.relation_index("KNOWS(fenna,noor,)") is not None  # what is made when it is asked for is there
    before = everything(network), dict(network._names.node_index), list(network._names.texts), dict(network.by_code)
    new = [person("anna"), node("School", "s", codes={"DUO": "1"}), {**knows("anna", "noor"), "id": "own"}]
    would_be = network.would_be(touches(network, *new, person("fenna", name="F.")))
    assert {"anna", "s", "own"} <= everything(would_be).keys()
    assert would_be.version == network.version + 1
    assert before == (
        everything(network),
        network._names.node_index,
        network._names.texts,
        network.by_code,
    )
    assert network.index("anna") is None
    assert network.relation_index("own") is None


def test_what_would_be_of_an_older_version_knows_nothing_of_the_newer() -> None:
    past = Past(table())
    older = past.network
    past.write(person("anna"), {**knows("anna", "noor"), "id": "own"})
    would_be = older.would_be(touches(older, person("bas"), knows("bas", "mehmet")))
    assert would_be.index("anna") is None
    assert everything(would_be).keys() - everything(older).keys() == {"bas", "KNOWS(bas,mehmet,)"}
    assert at(would_be, "bas").name == "bas"


def names(network: Network, name: str) -> list[str]:
    return sorted(network.node(index).id for index in network.people_named(name))


def test_people_are_found_by_the_words_of_their_name_in_every_version() -> None:
    past = Past(table(person("double", name="Fenna  DIRKS"), node("Region", "r", name="Noor Vaessen")))
    first = past.network
    assert names(first, "fenna dirks") == ["double", "fenna"]
    assert names(first, "mehmet yilmaz") == ["mehmet"]
    assert names(first, "noor vaessen") == ["noor"]
    past.write(person("fenna", name="Fenna Bos"), person("anna", name="Anna Bos"))
    past.change([Touch(past.network.node_by_id("double"), None)])
    assert names(past.network, "fenna dirks") == []
    assert names(past.network, "fenna bos") == ["fenna"]
    assert names(past.network, "anna bos") == ["anna"]
    assert names(first, "fenna dirks") == ["double", "fenna"]
    assert names(first, "anna bos") == []
    would_be = past.network.would_be(touches(past.network, person("x", name="Fenna Dirks")))
    assert names(would_be, "fenna dirks") == ["x"]
    assert names(past.network, "fenna dirks") == []
