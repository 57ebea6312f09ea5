"""Nodes and relations as the API gives them: by id and code, of every kind, with all that they say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.viewers import PUBLIC, member
from graph.vocabulary import KINDS, RELATIONS, CodeSystem
from schema import schema
from tests.asking import Ask, Asking, names, sqlite_asking
from tests.graph.networks import Line, knows, node, relation
from tests.schema.every_field import CORE, selection
from tests.stores.networks import TRICKY, everything

HEERLEN = node("Municipality", "GM0917", name="Heerlen", codes={"CBS": "GM0917"}, inhabitants=87_086, children=12_000)
BOARD = node("SchoolBoard", "b1", name="Stichting Één", shortName="SÉ", codes={"BEVOEGD_GEZAG": "41249", "KVK": "1"})
SCHOOL = node(
    "School", "s1", name="De Zon", pupils={"2025": 198, "2024": 201}, educationTypes=["BO"], since="1990-08-01"
)
CLOSED = node("School", "s0", name="De Maan", until="2020-08-01", confirmedAt="2020-01-31")
FENNA = node("Person", "fenna", name="Fenna Dirks")
LINES: list[Line] = [
    HEERLEN,
    BOARD,
    SCHOOL,
    CLOSED,
    FENNA,
    node("Region", "parkstad"),
    node("Sector", "PO", weighs="PUPILS"),
    relation("PART_OF", "GM0917", "parkstad"),
    relation("PART_OF", "s1", "b1"),
    relation("PART_OF", "s0", "b1"),
    relation("LOCATED_IN", "s1", "GM0917"),
    relation("IN_SECTOR", "b1", "PO"),
    relation("SUCCEEDED_BY", "s0", "s1", since="2020-08-01"),
    relation("WORKS_FOR", "fenna", "b1", id="f1", title="bestuurder", themes=["taal"], since="2020-01-01"),
]


# One node


def test_a_node_tells_what_every_node_tells(ask: Ask) -> None:
    source = {"title": "Alle vestigingen", "url": "https://example.org/v", "retrieved": "2026-01-31"}
    asking = ask([{**SCHOOL, "sources": [source, {"title": "horen zeggen"}], "confirmedAt": "2026-05-01"}])
    fields = "__typename id kind name since until version confirmedAt sources { title url retrieved }"
    assert asking.network(f'node(id: "s1") {{ {fields} }}')["node"] == {
        "__typename": "School",
        "id": "s1",
        "kind": "SCHOOL",
        "name": "De Zon",
        "since": "1990-08-01",
        "until": None,
        "version": 1,
        "confirmedAt": "2026-05-01",
        "sources": [source, {"title": "horen zeggen", "url": None, "retrieved": None}],
    }


def test_the_version_of_a_node_is_that_of_its_own_last_change(ask: Ask) -> None:
    asking = ask(LINES)
    asking.write([{**SCHOOL, "name": "De Zonnewijzer"}])
    found = asking.network('s: node(id: "s1") { version } b: node(id: "b1") { version } version')
    assert found == {"s": {"version": 2}, "b": {"version": 1}, "version": 2}


def test_a_node_of_a_network_must_be_there_on_its_date(ask: Ask) -> None:
    asking = ask(LINES)
    assert asking.data('{ network(asOf: "2020-07-31") { node(id: "s0") { name } } }')["network"]["node"]
    error = asking.error('{ network(asOf: "2020-08-01") { node(id: "s0") { name } } }')
    assert (error["code"], error["field"], error["path"]) == ("NOT_FOUND", "id", ["network", "node"])
    assert "until 2020-08-01" in error["help"]


def test_a_node_outside_of_a_network_is_given_whatever_its_period(ask: Ask) -> None:
    fields = "name until relations { totalCount } successors { name }"
    assert ask(LINES).data(f'{{ node(id: "s0") {{ {fields} }} }}')["node"] == {
        "name": "De Maan",
        "until": "2020-08-01",
        "relations": {"totalCount": 0},
        "successors": [{"name": "De Zon"}],
    }


def test_what_came_before_and_after_is_given_also_when_it_is_not_there(ask: Ask) -> None:
    asking = ask(LINES)
    found = asking.network('node(id: "s1") { predecessors { id until } successors { id } }')["node"]
    assert found == {"predecessors": [{"id": "s0", "until": "2020-08-01"}], "successors": []}


def test_nodes_are_given_in_the_order_of_the_ids_with_an_error_for_each_that_is_not_there(ask: Ask) -> None:
    answer = ask(LINES).answer('{ network { nodes(ids: ["s1", "nobody", "fenna", "s0", "s1"]) { id } } }')
    assert answer["data"]["network"]["nodes"] == [{"id": "s1"}, None, {"id": "fenna"}, None, {"id": "s1"}]
    assert [(e["extensions"]["code"], e["path"]) for e in answer["errors"]] == [
        ("NOT_FOUND", ["network", "nodes", 1]),
        ("NOT_FOUND", ["network", "nodes", 3]),
    ]


def test_an_unknown_id_leaves_its_siblings_standing(ask: Ask) -> None:
    answer = ask(LINES).answer('{ network { a: node(id: "nobody") { id } b: node(id: "s1") { id } } }')
    assert answer["data"] == {"network": {"a": None, "b": {"id": "s1"}}}


def test_an_organisation_is_found_by_its_code_in_a_register(ask: Ask) -> None:
    asking = ask(LINES)
    assert asking.network('byCode(system: BEVOEGD_GEZAG, code: "41249") { id }') == {"byCode": {"id": "b1"}}
    error = asking.error('{ network { byCode(system: KVK, code: "41249") { id } } }')
    assert (error["code"], error["field"]) == ("NOT_FOUND", "code")


def test_a_code_of_what_is_not_there_on_the_date_is_not_found(ask: Ask) -> None:
    asking = ask([{**CLOSED, "codes": {"DUO": "12AB00"}}])
    asked = '{{ network(asOf: "{}") {{ byCode(system: DUO, code: "12AB00") {{ id }} }} }}'
    assert asking.data(asked.format("2020-07-31"))["network"]["byCode"] == {"id": "s0"}
    assert asking.error(asked.format("2020-08-01"))["code"] == "NOT_FOUND"


# Kinds


def test_a_school_tells_its_pupils_by_year_its_types_and_its_board(ask: Ask) -> None:
    asked = 'node(id: "s1") { ... on School { educationTypes pupils { year count } board { name } locatedIn { id } } }'
    assert ask(LINES).network(asked)["node"] == {
        "educationTypes": ["BO"],
        "pupils": [{"year": 2024, "count": 201}, {"year": 2025, "count": 198}],
        "board": {"name": "Stichting Één"},
        "locatedIn": [{"id": "GM0917"}],
    }


def test_a_board_tells_its_schools_codes_and_sectors(ask: Ask) -> None:
    asked = "shortName codes { system code } sectors { id weighs } schools { id } parts { edges { node { id } } }"
    assert ask(LINES).network(f'node(id: "b1") {{ ... on SchoolBoard {{ {asked} }} }}')["node"] == {
        "shortName": "SÉ",
        "codes": [{"system": "BEVOEGD_GEZAG", "code": "41249"}, {"system": "KVK", "code": "1"}],
        "sectors": [{"id": "PO", "weighs": "PUPILS"}],
        "schools": [{"id": "s1"}],
        "parts": {"edges": [{"node": {"id": "s1"}}]},
    }


def test_a_municipality_is_an_organisation_and_an_area(ask: Ask) -> None:
    asked = """node(id: "GM0917") {
      ... on Organisation { codes { code } partOf { id } }
      ... on Area { within { id } municipalities { id } }
      ... on Municipality { inhabitants children }
    }"""
    assert ask(LINES).network(asked)["node"] == {
        "codes": [{"code": "GM0917"}],
        "partOf": [],
        "within": [{"id": "parkstad"}],
        "municipalities": [{"id": "GM0917"}],
        "inhabitants": 87_086,
        "children": 12_000,
    }


def test_what_is_unknown_is_null_and_never_zero(ask: Ask) -> None:
    asking = ask([node("Municipality", "m"), node("ChildcareLocation", "c"), node("School", "s")])
    found = asking.network(
        """m: node(id: "m") { ... on Municipality { inhabitants children } }
        c: node(id: "c") { ... on ChildcareLocation { places mailbox } }
        s: node(id: "s") { ... on School { pupils { year } board { id } } }"""
    )
    assert found == {
        "m": {"inhabitants": None, "children": None},
        "c": {"places": None, "mailbox": None},
        "s": {"pupils": [], "board": None},
    }


def test_the_areas_of_a_region_are_the_municipalities_at_any_depth(ask: Ask) -> None:
    lines = [node("Region", "z"), relation("PART_OF", "parkstad", "z"), node("Municipality", "GM1", name="De Aa")]
    asking = ask([*LINES, *lines, relation("PART_OF", "GM1", "z")])
    found = asking.network('node(id: "z") { ... on Area { municipalities { name } within { id } } }')["node"]
    assert found == {"municipalities": [{"name": "De Aa"}, {"name": "Heerlen"}], "within": []}


def test_a_programme_tells_who_leads_pays_works_and_takes_part(ask: Ask) -> None:
    asking = ask(
        [
            node("Programme", "p"),
            node("Programme", "q"),
            node("Programme", "r"),
            node("Ministry", "vws"),
            node("Association", "vng"),
            node("Coalition", "k", phase="WORKING"),
            node("Region", "parkstad"),
            node("Recommendation", "adv-2", number=2),
            node("Recommendation", "adv-1", number=1),
            relation("LEADS", "k", "p"),
            relation("FUNDS", "vws", "p"),
            relation("PARTNER_IN", "vng", "p"),
            relation("CARRIES_OUT", "k", "p"),
            relation("RELATED_TO", "p", "q"),
            relation("RELATED_TO", "r", "p"),
            relation("RECOMMENDED_IN", "adv-2", "p"),
            relation("RECOMMENDED_IN", "adv-1", "p"),
            relation("ENROLLED_IN", "parkstad", "p", stage="gestart", since="2024-01-01"),
        ]
    )
    asked = """leads { id } funders { id } partners { id } carriedOutBy { id } relatedTo { id }
      recommendations { number } enrolments { area { id } stage since until }"""
    assert asking.network(f'node(id: "p") {{ ... on Programme {{ {asked} }} }}')["node"] == {
        "leads": [{"id": "k"}],
        "funders": [{"id": "vws"}],
        "partners": [{"id": "vng"}],
        "carriedOutBy": [{"id": "k"}],
        "relatedTo": [{"id": "q"}, {"id": "r"}],
        "recommendations": [{"number": 1}, {"number": 2}],
        "enrolments": [{"area": {"id": "parkstad"}, "stage": "gestart", "since": "2024-01-01", "until": None}],
    }


COALITION: list[Line] = [
    node("Coalition", "k", phase="WORKING", ambition="gezond", rules=[{"sectors": ["PO"], "per": "MUNICIPALITY"}]),
    node("Region", "parkstad"),
    HEERLEN,
    node("Sector", "PO", weighs="PUPILS"),
    BOARD,
    FENNA,
    node("Seat", "z1", sector="PO", mandate="DECIDE", since="2025-01-01"),
    node("Seat", "z2", sector="PO", mandate="LISTEN"),
    node("Meeting", "m1", date="2026-03-02"),
    node("Agreement", "lea", form="LEA", embeddedIn="jaarplan"),
    node("Question", "q"),
    relation("PART_OF", "GM0917", "parkstad"),
    relation("ACTIVE_IN", "k", "parkstad"),
    relation("LEADS", "fenna", "k"),
    relation("PARTNER_IN", "b1", "k"),
    relation("SEAT_IN", "z1", "k"),
    relation("SEAT_IN", "z2", "k"),
    relation("SEAT_FOR", "z1", "b1"),
    relation("COVERS", "z1", "GM0917"),
    relation("HOLDS", "fenna", "z1", id="h1", since="2025-02-01", confirmedAt="2026-02-01"),
    relation("HELD_BY", "m1", "k"),
    relation("ATTENDED", "fenna", "m1"),
    relation("LINKED_TO", "k", "lea"),
    relation("ASKS", "k", "q"),
]


def test_a_coalition_tells_its_table_and_what_stands_around_it(ask: Ask) -> None:
    asked = """phase ambition area { id } leads { id } partners { id } seats { id state mandate }
      rules { sectors { id } minimum per mandate } agreements { id form embeddedIn } questions { id }
      meetings { totalCount edges { node { ... on Meeting { date attendees { id } coalition { id } } } } }
      representation { coalition { id } filled required }"""
    assert ask(COALITION).network(f'node(id: "k") {{ ... on Coalition {{ {asked} }} }}')["node"] == {
        "phase": "WORKING",
        "ambition": "gezond",
        "area": [{"id": "parkstad"}],
        "leads": [{"id": "fenna"}],
        "partners": [{"id": "b1"}],
        "seats": [
            {"id": "z1", "state": "FILLED", "mandate": "DECIDE"},
            {"id": "z2", "state": "VACANT", "mandate": "LISTEN"},
        ],
        "rules": [{"sectors": [{"id": "PO"}], "minimum": 1, "per": "MUNICIPALITY", "mandate": "LISTEN"}],
        "agreements": [{"id": "lea", "form": "LEA", "embeddedIn": "jaarplan"}],
        "questions": [{"id": "q"}],
        "meetings": {
            "totalCount": 1,
            "edges": [{"node": {"date": "2026-03-02", "attendees": [{"id": "fenna"}], "coalition": {"id": "k"}}}],
        },
        "representation": {"coalition": {"id": "k"}, "filled": 1, "required": 1},
    }


def test_a_seat_tells_whose_it_is_for_what_and_who_holds_it(ask: Ask) -> None:
    asked = """coalition { id } sector { id } organisation { id } covers { id } since
      holdings { id since until confirmedAt person { id } seat { id } }"""
    assert ask(COALITION).network(f'node(id: "z1") {{ ... on Seat {{ {asked} }} }}')["node"] == {
        "coalition": {"id": "k"},
        "sector": {"id": "PO"},
        "organisation": {"id": "b1"},
        "covers": [{"id": "GM0917"}],
        "since": "2025-01-01",
        "holdings": [
            {
                "id": "h1",
                "since": "2025-02-01",
                "until": None,
                "confirmedAt": "2026-02-01",
                "person": {"id": "fenna"},
                "seat": {"id": "z1"},
            }
        ],
    }


def test_a_seat_that_has_ended_tells_at_whose_table_it_was_last(ask: Ask) -> None:
    lines = [
        *COALITION[:4],
        node("Coalition", "old", phase="ENDED"),
        node("Seat", "z", sector="PO", mandate="LISTEN", until="2025-01-01"),
        relation("SEAT_IN", "z", "old", until="2020-01-01"),
        relation("SEAT_IN", "z", "k", since="2020-01-01", until="2025-01-01"),
    ]
    asked = '{ node(id: "z") { ... on Seat { coalition { id } state } } }'
    assert ask(lines).data(asked)["node"] == {"coalition": {"id": "k"}, "state": "EXPIRED"}


def test_an_organisation_is_in_the_coalitions_of_its_seats_its_partnerships_and_its_lead(ask: Ask) -> None:
    lines = [*COALITION, node("Coalition", "j", phase="FORMING"), node("Coalition", "l", phase="FORMING")]
    asking = ask([*lines, relation("LEADS", "b1", "j")])
    found = asking.network('node(id: "b1") { ... on Organisation { coalitions { id } seats { id } } }')["node"]
    assert found == {"coalitions": [{"id": "j"}, {"id": "k"}], "seats": [{"id": "z1"}]}


def test_a_person_tells_functions_and_seats_of_the_date(ask: Ask) -> None:
    lines = [
        *LINES,
        *COALITION[6:8],
        COALITION[0],
        relation("SEAT_IN", "z1", "k"),
        relation("SEAT_IN", "z2", "k"),
        relation("HOLDS", "fenna", "z1", since="2026-01-01"),
        relation("WORKS_FOR", "fenna", "s1", until="2024-01-01"),
        node("Person", "gijs"),
        relation("WORKS_FOR", "gijs", "b1", id="f2", deputyOf="fenna"),
    ]
    asking = ask(lines)
    function = "id title themes since until confirmedAt organisation { id } person { id } deputyOf { id }"
    found = asking.network(
        f'node(id: "fenna") {{ ... on Person {{ functions {{ {function} }} holdings {{ seat {{ id }} }} }} }}'
    )
    assert found["node"] == {
        "functions": [
            {
                "id": "f1",
                "title": "bestuurder",
                "themes": ["taal"],
                "since": "2020-01-01",
                "until": None,
                "confirmedAt": None,
                "organisation": {"id": "b1"},
                "person": {"id": "fenna"},
                "deputyOf": None,
            }
        ],
        "holdings": [{"seat": {"id": "z1"}}],
    }
    deputy = asking.network('node(id: "gijs") { ... on Person { functions { deputyOf { name } } } }')["node"]
    assert deputy == {"functions": [{"deputyOf": {"name": "Fenna Dirks"}}]}


def test_functions_of_an_organisation_are_its_own_by_surname(ask: Ask) -> None:
    people = [("p1", "Anna van Dam"), ("p2", "Zeno Aa"), ("p3", "Bas Dam")]
    lines = [BOARD, *(node("Person", id, name=name) for id, name in people)]
    lines += [relation("WORKS_FOR", id, "b1") for id, _ in people]
    fields = "totalCount edges { node { person { name } } } pageInfo { hasNextPage endCursor }"
    asked = f'node(id: "b1") {{ ... on Organisation {{ functions(first: 2) {{ {fields} }} }} }}'
    found = ask(lines).network(asked)["node"]["functions"]
    assert [edge["node"]["person"]["name"] for edge in found["edges"]] == ["Zeno Aa", "Anna van Dam"]
    assert (found["totalCount"], found["pageInfo"]["hasNextPage"]) == (3, True)


def test_handshakes_are_given_strongest_first_with_their_reasons(ask: Ask) -> None:
    lines = [
        *(node("Person", id) for id in ("anna", "bas", "cas")),
        knows("anna", "bas", "WEAK", confirmedAt="2026-11-15"),
        knows("anna", "cas", "STRONG", confirmedAt="2026-11-15"),
    ]
    fields = (
        "edges { node { from { id } to { id } strength reasons { kind strength size confirmedAt context { id } } } }"
    )
    asking = ask(lines)
    found = asking.network(f'node(id: "anna") {{ ... on Person {{ handshakes {{ totalCount {fields} }} }} }}')
    (cas, bas) = (edge["node"] for edge in found["node"]["handshakes"]["edges"])
    assert cas == {
        "from": {"id": "anna"},
        "to": {"id": "cas"},
        "strength": pytest.approx(0.95),
        "reasons": [
            {"kind": "KNOWS", "strength": 0.95, "size": None, "confirmedAt": "2026-11-15", "context": None},
        ],
    }
    assert (bas["to"], bas["strength"]) == ({"id": "bas"}, pytest.approx(0.5))


def test_handshakes_go_on_behind_a_cursor(ask: Ask) -> None:
    lines = [node("Person", "anna"), *(node("Person", f"p{i}") for i in range(5))]
    lines += [knows("anna", f"p{i}", "GOOD", confirmedAt="2026-01-01") for i in range(5)]
    asking, read, after = ask(lines), [], "null"
    for _ in range(3):
        asked = (
            f"handshakes(first: 2, after: {after}) {{ edges {{ node {{ to {{ id }} }} }} pageInfo {{ endCursor }} }}"
        )
        found = asking.network(f'node(id: "anna") {{ ... on Person {{ {asked} }} }}')["node"]["handshakes"]
        read += [edge["node"]["to"]["id"] for edge in found["edges"]]
        after = f'"{found["pageInfo"]["endCursor"]}"'
    assert read == ["p0", "p1", "p2", "p3", "p4"]


# Relations


def test_relations_are_given_by_type_and_other_end_in_the_direction_asked_for(ask: Ask) -> None:
    asking = ask(LINES)
    asked = "edges { node { type from { id } to { id } } }"

    def found(arguments: str) -> list[tuple[str, str, str]]:
        edges = asking.network(f'node(id: "b1") {{ relations{arguments} {{ {asked} }} }}')["node"]["relations"]["edges"]
        return [(e["node"]["type"], e["node"]["from"]["id"], e["node"]["to"]["id"]) for e in edges]

    works, part, sector = ("WORKS_FOR", "fenna", "b1"), ("PART_OF", "s1", "b1"), ("IN_SECTOR", "b1", "PO")
    assert found("") == [works, part, sector]
    assert found("(direction: OUT)") == [sector]
    assert found("(direction: IN)") == [works, part]
    assert found("(types: [PART_OF, IN_SECTOR])") == [part, sector]
    assert found("(types: [])") == []


@pytest.mark.parametrize("direction", ["OUT", "IN", "BOTH"])
def test_a_relation_without_direction_is_given_whichever_is_asked_for(ask: Ask, direction: str) -> None:
    asking = ask([node("Person", "anna"), node("Person", "bas"), knows("anna", "bas")])
    for id in ("anna", "bas"):
        found = asking.network(f'node(id: "{id}") {{ relations(direction: {direction}) {{ totalCount }} }}')
        assert found["node"]["relations"]["totalCount"] == 1


def test_a_relation_tells_what_is_its_own(ask: Ask) -> None:
    fields = "id type since until confirmedAt sources { title } properties"
    asked = f'node(id: "fenna") {{ relations {{ edges {{ node {{ {fields} }} }} }} }}'
    assert ask(LINES).network(asked)["node"]["relations"]["edges"][0]["node"] == {
        "id": "f1",
        "type": "WORKS_FOR",
        "since": "2020-01-01",
        "until": None,
        "confirmedAt": None,
        "sources": [],
        "properties": {"title": "bestuurder", "themes": ["taal"]},
    }


def test_relations_that_are_not_there_on_the_date_are_not_given(ask: Ask) -> None:
    asking = ask(LINES)
    asked = '{{ network(asOf: "{}") {{ node(id: "b1") {{ relations(types: [PART_OF]) {{ totalCount }} }} }} }}'
    count = [
        asking.data(asked.format(day))["network"]["node"]["relations"]["totalCount"]
        for day in ("2020-07-31", "2020-08-01")
    ]
    assert count == [2, 1]


# Everything


@pytest.fixture(scope="module")
def everything_asked(tmp_path_factory: pytest.TempPathFactory) -> Asking:
    folder: Path = tmp_path_factory.mktemp("everything")
    return sqlite_asking(folder / "store", everything())


def executed(asking: Asking, document: str) -> Any:  # noqa: ANN401 - JSON
    """The data of a document that is larger than a request may be."""
    result = schema.execute_sync(document, context_value=asking.context())
    assert result.errors is None, result.errors
    return result.data


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_answers(everything_asked: Asking, kind: str) -> None:
    fields = selection(CORE.type_map[kind], 2)
    for id in (f"{kind} full", f"{kind} bare"):
        found = executed(everything_asked, f'{{ network {{ node(id: "{id}") {{ ... on {kind} {{ {fields} }} }} }} }}')
        assert found["network"]["node"]["id"] == id


def test_every_member_comes_out_as_it_went_in(everything_asked: Asking) -> None:
    lines = {line["id"]: line for line in everything() if "node" in line}
    for kind in KINDS.values():
        plain = {m.name for m in kind.members} - {"codes", "pupils", "rules", "sector"}
        line, fields = lines[f"{kind.name} full"], " ".join({"name"} | plain)
        found = executed(
            everything_asked, f'{{ node(id: "{kind.name} full") {{ ... on {kind.name} {{ {fields} }} }} }}'
        )
        assert found["node"] == {"name": TRICKY} | {name: line[name] for name in plain}


def test_every_type_of_relation_is_given_from_both_ends(everything_asked: Asking) -> None:
    for line in everything():
        if "relation" in line and line.get("id"):
            for end in ("from", "to"):
                fields = "edges { node { id properties from { id } to { id } } }"
                asked = f"relations(types: [{line['relation']}]) {{ {fields} }}"
                found = executed(everything_asked, f'{{ network {{ node(id: "{line[end]}") {{ {asked} }} }} }}')
                (edge,) = found["network"]["node"]["relations"]["edges"]
                members = {m.name: line[m.name] for m in RELATIONS[str(line["relation"])].members if m.name in line}
                assert edge["node"] == {
                    "id": line["id"],
                    "properties": members,
                    "from": {"id": line["from"]},
                    "to": {"id": line["to"]},
                }


def test_every_code_system_finds_its_organisation(everything_asked: Asking) -> None:
    for system in CodeSystem:
        asked = f'{{ network {{ byCode(system: {system.name}, code: "Ministry full {system.name}") {{ id }} }} }}'
        assert executed(everything_asked, asked)["network"]["byCode"] == {"id": "Ministry full"}


@pytest.mark.parametrize("day", ["0001-01-01", "1901-02-02", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar_are_days_like_others(everything_asked: Asking, day: str) -> None:
    asked = """coalitions { totalCount } people { totalCount }
      contacts(from: "Person bare", need: {sector: "the sector"}) { score }
      contactPaths(from: "Person bare", to: {person: "the person"}) { __typename }
      representation(coalition: "the coalition") { filled required }
      coverage(area: "Region bare") { cells { state } }
      neighbourhood(around: ["the coalition"], steps: 6) { truncated }"""
    found = executed(everything_asked, f'{{ network(asOf: "{day}") {{ asOf {asked} }} }}')["network"]
    assert found["asOf"] == day


def test_everybody_else_is_answered_as_well(everything_asked: Asking) -> None:
    fields = selection(CORE.type_map["Node"], 1)
    for viewer in (PUBLIC, member(), member("the coalition", "Coalition full")):
        found = f'search(text: "full") {{ edges {{ node {{ {fields} }} }} }}'
        asked = f'{{ network {{ nodes(ids: ["the coalition", "Seat bare"]) {{ {fields} }} {found} }} }}'
        executed(everything_asked.by(viewer), asked)


def test_two_aliases_compare_two_dates(ask: Ask) -> None:
    fields = "{ asOf schools { totalCount } }"
    asked = f'{{ then: network(asOf: "2020-07-31") {fields} now: network {fields} }}'
    asking = ask(LINES)
    assert asking.data(asked) == {
        "then": {"asOf": "2020-07-31", "schools": {"totalCount": 2}},
        "now": {"asOf": asking.today.isoformat(), "schools": {"totalCount": 1}},
    }
    assert asking.today != date(2020, 7, 31)


def test_connections_of_nodes_name_their_cursors(ask: Ask) -> None:
    found = ask(LINES).network("schools { edges { cursor node { name } } pageInfo { hasNextPage endCursor } }")[
        "schools"
    ]
    assert names(found) == ["De Zon"]
    assert found["pageInfo"] == {"hasNextPage": False, "endCursor": found["edges"][0]["cursor"]}
