"""How a network reads in Neo4j itself, with Neo4j Browser or plain Cypher, and what may be wrong with a database."""

from collections.abc import Iterator, Sequence

import pytest
from neo4j.time import Date, DateTime

from graph.errors import BadInput, Unavailable
from graph.lines import Line
from graph.live import LiveNetwork
from graph.stores import open_store
from graph.stores.neo4j.setting_up import FORM
from graph.stores.neo4j.words import CODE_PROPERTIES, COMMON, constraints, every_part, labels, parts, plain
from graph.vocabulary import KINDS, RELATIONS
from tests.neo4j_server import Neo4jServer
from tests.neo4j_server.server import free_port
from tests.stores.networks import (
    BOARD,
    FENNA,
    FENNA_KNOWS,
    FENNA_WORKS,
    FEW,
    HEERLEN,
    MEHMET,
    SCHOOL,
    everything,
    numbered,
    of_stream,
    records,
)
from tests.stores.places import Place, neo4j_place, neo4j_rows


@pytest.fixture
def database(neo4j_server: Neo4jServer) -> Place:
    return neo4j_place(neo4j_server)


@pytest.fixture
def live(database: Place) -> Iterator[LiveNetwork]:
    with LiveNetwork(database.open()) as opened:
        yield opened


def load(live: LiveNetwork, lines: Sequence[Line], *, replace: bool = False) -> None:
    live.write("steward", "a test", numbered(lines), replace=replace)


# How it reads


def test_a_node_has_its_kind_and_its_families_as_labels(database: Place, live: LiveNetwork) -> None:
    load(live, [FENNA, SCHOOL, HEERLEN])
    found = neo4j_rows(database, "MATCH (n:Node) RETURN n.id, labels(n) ORDER BY n.id")
    assert [(id, set(named)) for id, named in found] == [  # type: ignore[call-overload]
        ("GM0917", {"Node", "Organisation", "Area", "Municipality"}),
        ("fenna", {"Node", "Person"}),
        ("s1", {"Node", "Organisation", "School"}),
    ]


def test_members_are_properties_by_their_name_and_dates_are_dates(database: Place, live: LiveNetwork) -> None:
    source = {"title": "Jaarverslag", "retrieved": "2026-01-31"}
    common = {"since": "2024-01-01", "until": "2027-01-01", "confirmedAt": "2026-05-01", "visibility": "MEMBER"}
    person: Line = {**FENNA, "introducible": False, "retainUntil": "2030-01-01", **common, "sources": [source]}
    load(live, [person])
    ((found,),) = neo4j_rows(database, "MATCH (n:Person) RETURN properties(n)")
    assert found == {
        "id": "fenna",
        "name": "Fenna Dirks",
        "email": "f.dirks@example.org",
        "introducible": False,
        "retainUntil": Date(2030, 1, 1),
        "since": Date(2024, 1, 1),
        "until": Date(2027, 1, 1),
        "confirmedAt": Date(2026, 5, 1),
        "visibility": "MEMBER",
        "sourceTitles": ["Jaarverslag"],
        "sourceUrls": [""],
        "sourceRetrieved": ["2026-01-31"],
        "version": 1,
    }


def test_a_relation_is_a_relationship_of_its_type(database: Place, live: LiveNetwork) -> None:
    load(live, [FENNA, BOARD, {**FENNA_WORKS, "themes": ["gezonde leefstijl", "sport"], "since": "2023-09-01"}])
    ((origin, found, target),) = neo4j_rows(database, "MATCH (p)-[w:WORKS_FOR]->(o) RETURN p.id, properties(w), o.id")
    assert (origin, target) == ("fenna", "b1")
    assert found == {
        "id": "WORKS_FOR(fenna,b1,2023-09-01)",
        "title": "beleidsadviseur",
        "themes": ["gezonde leefstijl", "sport"],
        "since": Date(2023, 9, 1),
        "visibility": "MEMBER",
        "version": 1,
    }


def test_codes_are_properties(database: Place, live: LiveNetwork) -> None:
    load(live, [SCHOOL, BOARD])
    found = neo4j_rows(database, "MATCH (n:Node {codeDuo: '12AB00'}) RETURN n.name")
    assert found == [["De Windwijzer"]]
    found = neo4j_rows(database, "MATCH (n:Node {codeBevoegdGezag: '41249'}) RETURN n.id")
    assert found == [["b1"]]


def test_figures_are_nodes_by_year_and_stay_when_a_year_is_added(database: Place, live: LiveNetwork) -> None:
    load(live, [SCHOOL])
    asked = "MATCH (:School)-[:HAS_PUPILS]->(p:Pupils) RETURN p.year, p.count, elementId(p) ORDER BY p.year"
    first = neo4j_rows(database, asked)
    assert [row[:2] for row in first] == [[2024, 201], [2025, 198]]
    load(live, [{**SCHOOL, "pupils": {"2024": 201, "2025": 199, "2026": 185}}])
    second = neo4j_rows(database, asked)
    assert [row[:2] for row in second] == [[2024, 201], [2025, 199], [2026, 185]]
    assert second[0] == first[0]
    load(live, [], replace=True)
    assert neo4j_rows(database, "MATCH (p:Pupils) RETURN p") == []


def test_delegation_rules_are_nodes_in_their_order(database: Place, live: LiveNetwork) -> None:
    rules = [
        {"sectors": ["PO", "VO"], "minimum": 2, "per": "MUNICIPALITY", "mandate": "DECIDE"},
        {"sectors": ["PO"], "minimum": 1, "per": "COALITION", "mandate": "LISTEN"},
    ]
    sectors = [{"node": "Sector", "id": id, "name": id, "weighs": "PUPILS"} for id in ("PO", "VO")]
    coalition: Line = {"node": "Coalition", "id": "k1", "name": "Parkstad", "phase": "FORMING", "rules": rules}
    load(live, [*sectors, coalition])
    asked = "MATCH (:Coalition)-[:HAS_RULE]->(r:DelegationRule) RETURN properties(r) ORDER BY r.position"
    found = [row[0] for row in neo4j_rows(database, asked)]
    assert found == [{"position": position, **rule} for position, rule in enumerate(rules)]


def test_every_change_is_a_node_and_what_it_touched_stands_apart(database: Place, live: LiveNetwork) -> None:
    load(live, [FENNA])
    load(live, [{**FENNA, "name": "Fenna Bos"}, MEHMET])
    changes = neo4j_rows(database, "MATCH (c:Change) RETURN c.version, c.by, c.because, c.at ORDER BY c.version")
    assert [row[:3] for row in changes] == [[1, "steward", "a test"], [2, "steward", "a test"]]
    assert all(isinstance(row[3], DateTime) for row in changes)
    asked = "MATCH (t:Touched {id: 'fenna'}) RETURN t.version, t.before, t.after ORDER BY t.version"
    first, second = neo4j_rows(database, asked)
    assert first[:2] == [1, None]
    assert second[1] == first[2]
    assert '"name":"Fenna Bos"' in str(second[2])
    assert neo4j_rows(database, "MATCH (t:Touched)--() RETURN t") == []
    assert neo4j_rows(database, "MATCH (k:KorteLijnen) RETURN k.version, k.form, k.writing") == [[2, FORM, None]]


def test_names_are_found_without_case_and_accents(database: Place, live: LiveNetwork) -> None:
    load(live, FEW)
    found = neo4j_rows(
        database, "CALL db.index.fulltext.queryNodes('node_names', $text) YIELD node RETURN node.id", text="EEN"
    )
    assert found == [["b1"]]


def test_everything_that_must_be_unique_is_so_in_the_database(database: Place, live: LiveNetwork) -> None:
    asked = "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties RETURN labelsOrTypes[0], properties[0], type"
    found = {(on, property): type for on, property, type in neo4j_rows(database, asked)}
    wanted = {("Node", "id"), ("Change", "version"), ("KorteLijnen", "id"), ("Keepsake", "kind")}
    wanted |= {("Node", property) for property in CODE_PROPERTIES.values()} | {(type, "id") for type in RELATIONS}
    assert set(found) == wanted
    assert set(found.values()) == {"UNIQUENESS", "RELATIONSHIP_UNIQUENESS"}
    load(live, [FENNA])


def test_the_log_and_ids_are_looked_up_by_index(database: Place, live: LiveNetwork) -> None:
    load(live, FEW)
    names = {
        row[0] for row in neo4j_rows(database, "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name")
    }
    assert set(constraints()) <= names


def test_nothing_of_the_vocabulary_is_called_what_something_else_is_called() -> None:
    others = {*COMMON, "name", *CODE_PROPERTIES.values()}
    for kind in KINDS:
        own = [member.name for member in plain(KINDS[kind].members)]
        assert len({*own, *others}) == len(own) + len(others)
        assert len({part.relationship for part in parts(kind)}) == len(parts(kind))
    for type in RELATIONS.values():
        assert not others & {member.name for member in type.members}
    assert not set(every_part()) & set(RELATIONS)
    made = {part.label for part in every_part().values()} | {"Change", "Touched", "KorteLijnen", "Keepsake"}
    assert not made & {label for kind in KINDS for label in labels(kind)}


def test_what_analysts_add_is_left_alone(database: Place, live: LiveNetwork) -> None:
    """Analysts may keep results of their own beside the network; it is neither read nor removed."""
    load(live, [FENNA, BOARD, FENNA_WORKS])
    neo4j_rows(database, "MATCH (p:Person) SET p.community = 3 CREATE (:Community {number: 3})<-[:IN_COMMUNITY]-(p)")
    assert of_stream(live.store.stream()) == (1, records([FENNA, BOARD, FENNA_WORKS]))
    load(live, [MEHMET, FENNA_KNOWS])
    assert neo4j_rows(database, "MATCH (p:Person)-[:IN_COMMUNITY]->(c) RETURN p.community, c.number") == [[3, 3]]


def test_every_kind_and_relation_can_be_counted_as_it_is_called(database: Place, live: LiveNetwork) -> None:
    load(live, everything())
    wanted = records(everything())
    kinds = {kind: sum(1 for r in wanted if getattr(r, "kind", None) == kind) for kind in KINDS}
    types = {type: sum(1 for r in wanted if getattr(r, "type", None) == type) for type in RELATIONS}
    for kind, count in kinds.items():
        assert neo4j_rows(database, f"MATCH (n:{kind}) RETURN count(n)") == [[count]]
    for type, count in types.items():
        assert neo4j_rows(database, f"MATCH (:Node)-[r:{type}]->(:Node) RETURN count(r)") == [[count]]


# What may be wrong


def test_a_database_that_holds_something_else_is_refused_and_left_alone(database: Place) -> None:
    neo4j_rows(database, "CREATE (:Movie:Film {title: 'Bennie Brat'})")
    with pytest.raises(BadInput, match="holds something else") as raised:
        database.open()
    assert raised.value.field == "store"
    assert "Movie" in str(raised.value.actual)
    assert neo4j_rows(database, "MATCH (n) RETURN n.title") == [["Bennie Brat"]]


def test_a_database_of_a_newer_korte_lijnen_is_refused(database: Place) -> None:
    database.open().close()
    neo4j_rows(database, "MATCH (k:KorteLijnen) SET k.form = $form", form=FORM + 1)
    with pytest.raises(BadInput, match="newer Korte Lijnen") as raised:
        database.open()
    assert (raised.value.actual, raised.value.expected) == (f"form {FORM + 1}", f"form {FORM}")


def test_a_constraint_that_is_missing_is_made_when_the_store_is_opened(database: Place) -> None:
    database.open().close()
    neo4j_rows(database, "DROP CONSTRAINT code_duo")
    neo4j_rows(database, "DROP INDEX touched_id")
    database.open().close()
    names = {row[0] for row in neo4j_rows(database, "SHOW INDEXES YIELD name")}
    assert {"code_duo", "touched_id"} <= names


def test_a_wrong_password_is_said_to_be_wrong(database: Place) -> None:
    with pytest.raises(Unavailable, match="refuses the user or the password") as raised:
        open_store(database.address, database.user, "guessed")
    assert "guessed" not in str(raised.value.extensions())


def test_a_server_that_is_not_there_is_away_at_once() -> None:
    with pytest.raises(Unavailable, match="does not answer"):
        open_store(f"neo4j://127.0.0.1:{free_port()}", "neo4j", "x")
