"""Programmes, what regions learn from each other, what is measured, and how equal partners are, over GraphQL."""

from tests.asking import Ask
from tests.graph.networks import Line, node, relation

REGIONS: list[Line] = [
    node("Region", "NL", name="Nederland"),
    node("Region", "noord", name="Noord"),
    node("Region", "midden", name="Midden"),
    node("Region", "zuid", name="Zuid"),
    node("Region", "stad", name="Stad"),
    *(relation("PART_OF", id, "NL") for id in ("noord", "midden", "zuid")),
    relation("PART_OF", "stad", "zuid"),
    node("Programme", "ogen", name="Met andere ogen"),
    relation("ENROLLED_IN", "zuid", "ogen", stage="borging", since="2019-10-22"),
]


def test_regions_that_do_not_take_part_neither_lie_in_one_that_does_nor_hold_one(ask: Ask) -> None:
    asked = ask(REGIONS)
    prospects = '{ node(id: "ogen") { ... on Programme { prospects { region { id } contacts { person { id } } } } } }'
    found = asked.data(f"{{ network {prospects} }}")["network"]["node"]["prospects"]
    assert [one["region"]["id"] for one in found] == ["midden", "noord"]
    inside = '{ node(id: "ogen") { ... on Programme { prospects(area: "noord") { region { id } } } } }'
    assert asked.data(f"{{ network {inside} }}")["network"]["node"]["prospects"] == [{"region": {"id": "noord"}}]


def test_who_could_bring_a_region_is_who_works_there_nearest_to_the_asker_first(ask: Ask) -> None:
    lines = [
        *REGIONS,
        node("HealthService", "ggd", name="GGD"),
        relation("ACTIVE_IN", "ggd", "noord"),
        *(node("Person", id) for id in ("anna", "bas", "carla")),
        *(relation("WORKS_FOR", id, "ggd") for id in ("anna", "bas")),
        relation("KNOWS", "carla", "bas", strength="STRONG", confirmedAt="2026-11-01"),
    ]
    document = """{ network { node(id: "ogen") { ... on Programme {
        prospects(area: "noord", from: "carla", contacts: 2) { contacts { person { id } } } } } } }"""
    (prospect,) = ask(lines).data(document)["network"]["node"]["prospects"]
    assert [one["person"]["id"] for one in prospect["contacts"]] == ["bas", "anna"]


def test_an_area_tells_what_it_takes_part_in_what_it_asks_and_what_it_learned_and_taught(ask: Ask) -> None:
    lines = [
        *REGIONS,
        node("Question", "v", name="Hoe?"),
        relation("ASKS", "zuid", "v"),
        relation("LEARNED_FROM", "noord", "zuid", adopted="schooltuin", since="2025-01-01"),
        relation("LEARNED_FROM", "zuid", "midden", adopted="te laat", until="2026-01-01"),
    ]
    document = """{ network { nodes(ids: ["zuid", "noord"]) { ... on Region {
        enrolments { stage since programme { id } area { id } } questions { id }
        learned { adopted teacher { id } } taught { adopted learner { id } } } } } }"""
    zuid, noord = ask(lines).data(document)["network"]["nodes"]
    assert zuid == {
        "enrolments": [
            {"stage": "borging", "since": "2019-10-22", "programme": {"id": "ogen"}, "area": {"id": "zuid"}}
        ],
        "questions": [{"id": "v"}],
        "learned": [],
        "taught": [{"adopted": "schooltuin", "learner": {"id": "noord"}}],
    }
    assert noord["learned"] == [{"adopted": "schooltuin", "teacher": {"id": "zuid"}}]


def test_what_was_measured_stands_in_order_of_days_and_goes_on_behind_a_cursor(ask: Ask) -> None:
    days = {"o1": "2026-10-01", "o2": "2024-10-01", "o3": "2025-10-01"}
    lines = [
        node("Region", "zuid"),
        *(node("Observation", id, indicator="gewicht", value=1.5, date=day) for id, day in days.items()),
        node("Observation", "o4", indicator="verzuim", value=2, date="2023-01-01"),
        *(relation("OBSERVED_ON", id, "zuid") for id in (*days, "o4")),
    ]
    asked = ask(lines)

    def ids(arguments: str) -> tuple[list[str], str]:
        document = f"observations{arguments} {{ pageInfo {{ endCursor }} edges {{ node {{ id }} }} }}"
        found = asked.network(f'node(id: "zuid") {{ {document} }}')["node"]["observations"]
        return [edge["node"]["id"] for edge in found["edges"]], found["pageInfo"]["endCursor"]

    assert ids("")[0] == ["o4", "o2", "o3", "o1"]
    first, end = ids('(indicator: "gewicht", first: 2)')
    assert first == ["o2", "o3"]
    assert ids(f'(indicator: "gewicht", first: 2, after: "{end}")')[0] == ["o1"]


def test_a_sector_tells_its_seats_and_those_of_the_sectors_below_it(ask: Ask) -> None:
    lines = [
        *(node("Sector", id, weighs="PUPILS") for id in ("ONDERWIJS", "VO")),
        relation("PART_OF", "VO", "ONDERWIJS"),
        node("Coalition", "k", phase="WORKING"),
        node("Seat", "z", sector="VO", mandate="LISTEN"),
        node("Seat", "ended", sector="VO", mandate="LISTEN", until="2025-01-01"),
        *(relation("SEAT_IN", id, "k") for id in ("z", "ended")),
    ]
    found = ask(lines).network('node(id: "ONDERWIJS") { ... on Sector { seats { totalCount edges { node { id } } } } }')
    assert found["node"]["seats"] == {"totalCount": 1, "edges": [{"node": {"id": "z"}}]}


def test_the_share_of_a_partner_counts_seats_mandates_and_meetings_of_its_parts_as_well(ask: Ask) -> None:
    seats = {"z1": "DECIDE", "z2": "DECIDE", "z3": "LISTEN"}
    meetings = {"m1": "2026-06-01", "m2": "2026-09-01", "old": "2024-11-15", "later": "2026-12-01"}
    lines = [
        node("Sector", "GGD", weighs="CHILDREN"),
        node("Coalition", "k", phase="WORKING"),
        node("HealthService", "ggd", name="GGD"),
        node("OtherOrganisation", "team", name="Team"),
        relation("PART_OF", "team", "ggd"),
        node("Association", "leeg", name="Leeg"),
        *(relation("PARTNER_IN", id, "k") for id in ("ggd", "leeg")),
        *(node("Seat", id, sector="GGD", mandate=mandate) for id, mandate in seats.items()),
        *(relation("SEAT_IN", id, "k") for id in seats),
        relation("SEAT_FOR", "z1", "team"),
        relation("SEAT_FOR", "z2", "ggd"),
        relation("SEAT_FOR", "z3", "ggd"),
        *(node("Person", id) for id in ("anna", "bas", "carla")),
        relation("WORKS_FOR", "anna", "team"),
        relation("HOLDS", "anna", "z1", confirmedAt="2026-11-01"),
        relation("HOLDS", "bas", "z3", confirmedAt="2026-11-01"),
        *(node("Meeting", id, date=day) for id, day in meetings.items()),
        *(relation("HELD_BY", id, "k") for id in meetings),
        *(relation("ATTENDED", "bas", id) for id in meetings),
        relation("ATTENDED", "carla", "m1"),
    ]
    document = """node(id: "k") { ... on Coalition { shares {
        organisation { id } seats { id } filled deciding attended { id } meetings } } }"""
    # z2 is held by nobody; the meeting of 15 November 2024 lies on the day that the window begins after.
    ggd, leeg, team = sorted(ask(lines).network(document)["node"]["shares"], key=lambda one: one["organisation"]["id"])
    assert ggd == {
        "organisation": {"id": "ggd"},
        "seats": [{"id": "z1"}, {"id": "z2"}, {"id": "z3"}],
        "filled": 2,
        "deciding": 1,
        "attended": [{"id": "m1"}, {"id": "m2"}],
        "meetings": 2,
    }
    assert (leeg["seats"], leeg["filled"], leeg["attended"], leeg["meetings"]) == ([], 0, [], 2)
    assert (team["filled"], team["deciding"], team["attended"]) == (1, 1, [])
