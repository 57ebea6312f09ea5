"""Lists: their order, their pages, and what narrows them.

Parkstad holds Heerlen and Kerkrade, Mijnstreek holds Sittard; both are in Zuid. The board is active in Parkstad, its
school is in Heerlen; the health service is active in Zuid.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph.viewers import PUBLIC
from tests.asking import Ask, Asking, names
from tests.graph.networks import Line, node, relation

LINES: list[Line] = [
    *(node("Region", id) for id in ("zuid", "parkstad", "mijnstreek")),
    *(node("Municipality", id) for id in ("heerlen", "kerkrade", "sittard")),
    *(relation("PART_OF", id, "parkstad") for id in ("heerlen", "kerkrade")),
    relation("PART_OF", "sittard", "mijnstreek"),
    *(relation("PART_OF", id, "zuid") for id in ("parkstad", "mijnstreek")),
    node("Sector", "OND", name="Onderwijs", weighs="PUPILS"),
    node("Sector", "VO", name="Voortgezet", weighs="PUPILS"),
    node("Sector", "GGD", name="Gezondheid", weighs="CHILDREN"),
    relation("PART_OF", "VO", "OND"),
    node("SchoolBoard", "board", name="Stichting De Zon"),
    node("School", "school", name="Zonnecollege", codes={"DUO": "12AB00"}),
    relation("PART_OF", "school", "board"),
    relation("LOCATED_IN", "school", "heerlen"),
    relation("IN_SECTOR", "school", "VO"),
    relation("IN_SECTOR", "board", "VO"),
    relation("ACTIVE_IN", "board", "parkstad"),
    node("HealthService", "ggd", name="GGD Zuid"),
    node("OtherOrganisation", "unit", name="Gezondheidsbevordering"),
    relation("PART_OF", "unit", "ggd"),
    relation("IN_SECTOR", "ggd", "GGD"),
    relation("ACTIVE_IN", "ggd", "zuid"),
    node("Coalition", "k1", name="Gezond Parkstad", phase="WORKING"),
    node("Coalition", "k2", name="Gezond Sittard", phase="FORMING"),
    node("Coalition", "k3", name="Zuid Gezond", phase="WORKING"),
    relation("ACTIVE_IN", "k1", "parkstad"),
    relation("LOCATED_IN", "k2", "sittard"),
    relation("ACTIVE_IN", "k3", "zuid"),
    node("Seat", "z1", sector="GGD", mandate="ADVISE"),
    relation("SEAT_IN", "z1", "k1"),
    *(node("Person", id, name=name) for id, name in (("anna", "Anna van Dam"), ("bas", "Bas Aa"), ("cas", "Cas Bos"))),
    relation("WORKS_FOR", "anna", "school", title="conciërge"),
    relation("WORKS_FOR", "bas", "unit"),
    relation("WORKS_FOR", "cas", "sittard"),
    relation("HOLDS", "cas", "z1"),
]


@pytest.fixture
def zuid(ask: Ask) -> Asking:
    return ask(LINES)


def listed(asking: Asking, field: str, filter: str = "") -> list[str]:
    arguments = f"(filter: {{ {filter} }})" if filter else ""
    found = asking.network(f"{field}{arguments} {{ totalCount edges {{ node {{ name id }} }} }}")[field]
    assert found["totalCount"] == len(found["edges"])
    return [edge["node"]["id"] for edge in found["edges"]]


# Order and pages


def test_lists_stand_in_the_order_of_names(zuid: Asking) -> None:
    assert listed(zuid, "people") == ["bas", "cas", "anna"]
    assert listed(zuid, "organisations") == [
        *("unit", "ggd", "heerlen", "kerkrade", "sittard", "board", "school"),
    ]
    assert listed(zuid, "schools") == ["school"]
    assert listed(zuid, "coalitions") == ["k1", "k2", "k3"]
    assert [sector["id"] for sector in zuid.network("sectors { id }")["sectors"]] == ["GGD", "OND", "VO"]


def test_nodes_of_one_name_stand_in_the_order_of_ids(ask: Ask) -> None:
    lines = [node("Programme", id, name="Trendbreuk") for id in ("b", "a", "C", "ä")]
    found = ask(lines).network("programmes { edges { node { id } } }")["programmes"]["edges"]
    assert [edge["node"]["id"] for edge in found] == ["C", "a", "b", "ä"]


def page(asking: Asking, first: int, after: str | None = None) -> dict[str, Any]:
    document = """query ($first: Int, $after: String) { network {
      organisations(first: $first, after: $after) {
        totalCount edges { node { name } } pageInfo { hasNextPage endCursor } } } }"""
    found: dict[str, Any] = asking.data(document, first=first, after=after)["network"]["organisations"]
    return found


def test_pages_go_on_behind_a_cursor_until_there_are_no_more(zuid: Asking) -> None:
    read, after, more = [], None, True
    while more:
        found = page(zuid, 3, after)
        assert found["totalCount"] == 7
        read += names(found)
        after, more = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]
    assert read == names(page(zuid, 100))


def test_a_page_without_items_has_no_end(ask: Ask) -> None:
    assert ask(LINES[:1]).network("people { totalCount edges { cursor } pageInfo { hasNextPage endCursor } }") == {
        "people": {"totalCount": 0, "edges": [], "pageInfo": {"hasNextPage": False, "endCursor": None}}
    }


def test_a_cursor_survives_writes_also_of_its_own_node(zuid: Asking) -> None:
    first = page(zuid, 3)
    assert names(first) == ["Gezondheidsbevordering", "GGD Zuid", "heerlen"]
    others = [line for line in LINES if "heerlen" not in (line.get("id"), line.get("from"), line.get("to"))]
    zuid.write([*others, node("Ministry", "aaa"), node("Ministry", "i", name="Het Initiatief")], replace=True)
    second = page(zuid, 3, first["pageInfo"]["endCursor"])
    assert names(second) == ["Het Initiatief", "kerkrade", "sittard"]


def test_null_is_the_same_as_leaving_out(zuid: Asking) -> None:
    document = "query ($f: Int, $a: String) { network { people(first: $f, after: $a, filter: null) { totalCount } } }"
    assert zuid.data(document, f=None, a=None)["network"]["people"]["totalCount"] == 3
    assert zuid.network("people(first: null) { totalCount }")["people"]["totalCount"] == 3


def test_only_what_is_there_on_the_date_is_listed_and_counted(ask: Ask) -> None:
    asking = ask([node("School", "old", until="2020-08-01"), node("School", "new", since="2020-08-01")])
    asked = '{{ network(asOf: "{}") {{ schools {{ totalCount edges {{ node {{ id }} }} }} }} }}'
    for day, id in (("2020-07-31", "old"), ("2020-08-01", "new")):
        found = asking.data(asked.format(day))["network"]["schools"]
        assert found == {"totalCount": 1, "edges": [{"node": {"id": id}}]}


def test_today_is_the_date_in_the_netherlands(zuid: Asking) -> None:
    assert zuid.network("asOf")["asOf"] == zuid.today.isoformat()
    assert isinstance(zuid.today, date)


# Filters of people


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        ('sector: "VO"', ["anna"]),
        ('sector: "OND"', ["anna"]),
        ('sector: "GGD"', ["cas"]),
        ('area: "heerlen"', ["cas", "anna"]),
        ('area: "sittard"', ["cas"]),
        ('area: "zuid"', ["cas", "anna"]),
        ('sector: "VO", area: "kerkrade"', []),
        ('organisation: "board"', ["anna"]),
        ('organisation: "ggd"', ["bas"]),
        ('coalition: "k1"', ["cas"]),
        ('coalition: "k2"', []),
        ('text: "concierge"', ["anna"]),
        ('text: "conc", area: "sittard"', []),
        ('text: ""', ["bas", "cas", "anna"]),
        ('coalition: "k1", area: "heerlen"', ["cas"]),
    ],
)
def test_people_are_those_who_meet_everything_that_is_given(zuid: Asking, filter: str, found: list[str]) -> None:
    assert listed(zuid, "people", filter) == found


# Filters of organisations


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        ("kinds: [SCHOOL]", ["school"]),
        ("kinds: [SCHOOL, HEALTH_SERVICE]", ["ggd", "school"]),
        ("kinds: [AREA]", ["heerlen", "kerkrade", "sittard"]),
        ('kinds: [ORGANISATION], partOf: "board"', ["school"]),
        ("kinds: []", []),
        ('sector: "OND"', ["board", "school"]),
        ('area: "heerlen"', ["ggd", "heerlen", "board", "school"]),
        ('area: "sittard"', ["ggd", "sittard"]),
        ('area: "zuid"', ["ggd", "heerlen", "kerkrade", "sittard", "board", "school"]),
        ('area: "kerkrade", sector: "VO"', ["board"]),
        ('partOf: "ggd"', ["unit"]),
        ('text: "zon"', ["school", "board"]),
        ('text: "12ab00"', ["school"]),
    ],
)
def test_organisations_are_those_that_fit_everything_that_is_given(zuid: Asking, filter: str, found: list[str]) -> None:
    assert sorted(listed(zuid, "organisations", filter)) == sorted(found)


def test_parts_are_listed_at_any_depth(ask: Ask) -> None:
    lines = [*LINES, node("OtherOrganisation", "team"), relation("PART_OF", "team", "unit")]
    assert listed(ask(lines), "organisations", 'partOf: "ggd"') == ["unit", "team"]


def test_schools_are_narrowed_as_organisations_are(zuid: Asking) -> None:
    assert listed(zuid, "schools", 'area: "parkstad"') == ["school"]
    assert listed(zuid, "schools", "kinds: [HEALTH_SERVICE]") == []


# Filters of coalitions and municipalities


@pytest.mark.parametrize(
    ("filter", "found"),
    [
        ('area: "zuid"', ["k1", "k2", "k3"]),
        ('area: "parkstad"', ["k1", "k3"]),
        ('area: "heerlen"', ["k1", "k3"]),
        ('area: "sittard"', ["k2", "k3"]),
        ("phase: WORKING", ["k1", "k3"]),
        ('phase: WORKING, text: "gezond parkstad"', ["k1"]),
    ],
)
def test_coalitions_are_those_that_fit_everything_that_is_given(zuid: Asking, filter: str, found: list[str]) -> None:
    assert listed(zuid, "coalitions", filter) == found


def test_municipalities_are_those_of_an_area_at_any_depth(zuid: Asking) -> None:
    for area, found in (("zuid", 3), ("parkstad", 2), ("sittard", 1)):
        count = zuid.network(f'municipalities(area: "{area}") {{ totalCount }}')["municipalities"]["totalCount"]
        assert count == found
    assert zuid.network("municipalities { totalCount }")["municipalities"]["totalCount"] == 3


# Search


def searched(asking: Asking, arguments: str) -> list[str]:
    found = asking.network(f"search({arguments}) {{ totalCount edges {{ node {{ id }} }} }}")["search"]
    assert found["totalCount"] == len(found["edges"])
    return [edge["node"]["id"] for edge in found["edges"]]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ('text: "zon"', ["school", "anna", "board"]),
        ('text: "zon", kinds: [PERSON]', ["anna"]),
        ('text: "zon", kinds: [ORGANISATION]', ["school", "board"]),
        ('text: "zuid"', ["zuid", "k3", "ggd"]),
        ('text: "zuid", kinds: [AREA]', ["zuid"]),
        ('text: "gezond", sector: "GGD"', ["k1", "GGD"]),
        ('text: "gezond", area: "sittard"', ["k2", "k3"]),
        ('text: "z", sector: "OND"', ["school", "anna", "board"]),
        ('text: "z", sector: "VO", area: "heerlen"', ["school", "anna", "board"]),
        ('text: "kerk", area: "parkstad"', ["kerkrade"]),
        ('text: "voort", sector: "OND"', ["VO"]),
        ('text: "z1", sector: "GGD", area: "kerkrade"', ["z1"]),
    ],
)
def test_search_is_narrowed_by_kinds_sector_and_area(zuid: Asking, arguments: str, found: list[str]) -> None:
    assert searched(zuid, arguments) == found


def test_pages_of_a_search_go_on_behind_a_cursor_over_all_ranks(zuid: Asking) -> None:
    read, after = [], None
    document = """query ($after: String) { network { search(text: "z", first: 2, after: $after) {
      edges { node { id } } pageInfo { hasNextPage endCursor } } } }"""
    while True:
        found = zuid.data(document, after=after)["network"]["search"]
        read += [edge["node"]["id"] for edge in found["edges"]]
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    assert read == searched(zuid, 'text: "z", first: 100')
    assert len(read) == len(set(read)) > 4


def test_the_public_searches_in_what_it_sees(zuid: Asking) -> None:
    assert searched(zuid.by(PUBLIC), 'text: "concierge"') == []
    assert listed(zuid.by(PUBLIC), "people") == []


def test_a_cursor_is_of_one_list_as_it_was_narrowed(zuid: Asking) -> None:
    asked = "{{ network {{ {0}(filter: {1}, first: 1{2}) {{ pageInfo {{ endCursor }} }} }} }}"

    def end(field: str, narrowed: str, after: str = "") -> str:
        return str(zuid.data(asked.format(field, narrowed, after))["network"][field]["pageInfo"]["endCursor"])

    cursor = end("organisations", "{}")
    after = f', after: "{cursor}"'
    assert end("organisations", "{}", after) not in ("None", cursor)
    for field, narrowed in (("schools", "{}"), ("people", "{}"), ("organisations", '{ area: "heerlen" }')):
        error = zuid.error(asked.format(field, narrowed, after))
        assert (error["code"], error["field"]) == ("BAD_INPUT", "after"), field
