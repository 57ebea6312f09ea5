from graph.network import Network
from seeds import demo_lines, synonyms, taxonomy_lines
from tests.seeds.networks import network, node, relations, targets, written


def test_the_taxonomy_is_a_network_of_its_own() -> None:
    taxonomy = written(Network.empty(), (line for *_, line in taxonomy_lines()))
    assert {record.kind for record in taxonomy.node_records()} == {"Sector"}
    assert {relation.type for relation in taxonomy.relation_records()} == {"PART_OF"}


def test_the_sectors_that_registers_and_rules_name_are_there() -> None:
    ids = {record.id for record in network().node_records()}
    assert {"KO", "PO", "SO", "SBO", "VSO", "VO", "MBO", "GGD", "JGZ", "GEM", "JH", "ZORG", "SWV", "OUD"} <= ids
    assert {"PROV", "RIJK", "KEN"} <= ids


def test_education_weighs_in_pupils_childcare_in_places_and_the_rest_in_children() -> None:
    taxonomy = network()
    weighs = {record.id: record.members["weighs"] for record in taxonomy.node_records()}
    education = {"OND"} | {r.origin for r in relations(taxonomy, "PART_OF") if r.target in ("OND", "SO")}
    assert {id for id, unit in weighs.items() if unit == "PUPILS"} == education
    assert {id for id, unit in weighs.items() if unit == "PLACES"} == {"KO"}


def test_special_primary_and_secondary_special_are_special_and_youth_health_is_public_health() -> None:
    taxonomy = network()
    assert targets(taxonomy, "PART_OF", "SBO") == {"SO"}
    assert targets(taxonomy, "PART_OF", "VSO") == {"SO"}
    assert targets(taxonomy, "PART_OF", "JGZ") == {"GGD"}
    assert node(taxonomy, "VO").name == "Voortgezet onderwijs"


def test_synonyms_are_groups_of_at_least_two_and_no_phrase_is_in_two_groups() -> None:
    groups = synonyms()
    assert all(len(set(group)) == len(group) >= 2 for group in groups)
    phrases = [phrase.lower() for group in groups for phrase in group]
    assert len(phrases) == len(set(phrases))
    assert any({"gezonde kantine", "schoolkantine"} <= set(group) for group in groups)
    assert any({"JGZ", "jeugdgezondheidszorg"} <= set(group) for group in groups)


def test_every_line_of_the_demo_is_known_by_file_and_number() -> None:
    lines = list(demo_lines())
    assert lines[0][:2] == ("taxonomy.jsonl", 1)
    assert len({(file, number) for file, number, _ in lines}) == len(lines)
    assert {"people.jsonl", "schools.jsonl", "seats.jsonl"} <= {file for file, *_ in lines}
