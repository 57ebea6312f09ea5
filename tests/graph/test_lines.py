"""One line of a network file: what it reads as, how it is written, and everything that can be wrong with one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.lines import LARGEST_COUNT, LONGEST_ID, LONGEST_TEXT, read_line, write_line
from graph.records import NodeRecord, Record, RelationRecord, Source
from graph.vocabulary import KINDS, RELATIONS, Visibility
from tests.graph.networks import Line, knows, node, person, relation

SEAT = node("Seat", "z1", sector="VO", mandate="DECIDE")


def read(line: object) -> Record:
    record = read_line(line, 7)
    assert not isinstance(record, list), record
    return record


def wrong(line: object) -> tuple[str | None, str, str | None]:
    """The one thing that is wrong with a line: member, message, and what would be right."""
    errors = read_line(line, 7)
    assert isinstance(errors, list), errors
    assert len(errors) == 1, errors
    assert errors[0].line == 7
    return errors[0].member, errors[0].message, errors[0].expected


# Reading


def test_a_node_has_a_kind_an_id_and_a_name() -> None:
    assert read({"node": "Person", "id": "p1", "name": "Fenna Dirks"}) == NodeRecord(
        "p1", "Person", "Fenna Dirks", visibility=Visibility.MEMBER
    )


def test_everything_that_a_node_may_have() -> None:
    line = {
        "node": "School",
        "id": "s1",
        "name": "De Windwijzer",
        "codes": {"RIO": "101", "DUO": "12AB00"},
        "educationTypes": ["BO", "SBO"],
        "pupils": {"2025": 198, "1996": 0, "2024": 201},
        "since": "1996-08-01",
        "until": "2030-08-01",
        "visibility": "STEWARD",
        "confirmedAt": "2026-05-01",
        "sources": [{"title": "DUO", "url": "https://duo.nl", "retrieved": "2026-01-02"}, {"title": "de school zelf"}],
    }
    record = read(line)
    assert record == NodeRecord(
        "s1",
        "School",
        "De Windwijzer",
        date(1996, 8, 1),
        date(2030, 8, 1),
        Visibility.STEWARD,
        date(2026, 5, 1),
        (Source("DUO", "https://duo.nl", date(2026, 1, 2)), Source("de school zelf")),
        {
            "codes": {"DUO": "12AB00", "RIO": "101"},
            "educationTypes": ["BO", "SBO"],
            "pupils": {"1996": 0, "2024": 201, "2025": 198},
        },
    )
    assert isinstance(record.members["pupils"], dict)
    assert list(record.members["pupils"]) == ["1996", "2024", "2025"]


def test_a_relation_has_a_type_and_two_ends() -> None:
    assert read(relation("PART_OF", "s1", "b1")) == RelationRecord("PART_OF(s1,b1,)", "PART_OF", "s1", "b1")


def test_a_relation_without_an_id_is_known_by_its_type_its_ends_and_when_it_began() -> None:
    assert read(knows("p1", "p2", since="2024-01-01")).id == "KNOWS(p1,p2,2024-01-01)"
    assert read(knows("p1", "p2", id="k7", since="2024-01-01")).id == "k7"


def test_no_two_relations_share_an_identity_by_signs_in_the_ids_of_their_ends() -> None:
    ids = {
        read(relation("PART_OF", origin, target)).id for origin, target in (("a,b", "c"), ("a", "b,c"), ("a%2Cb", "c"))
    }
    assert len(ids) == 3


def test_what_is_null_or_empty_is_the_same_as_what_is_left_out() -> None:
    bare = read(node("School", "s1"))
    assert read(node("School", "s1", phone=None, codes=None, pupils=None, sources=None, visibility=None)) == bare
    assert read(node("School", "s1", codes={}, pupils={}, educationTypes=[], sources=[])) == bare
    assert read(node("School", "s1", codes={"DUO": None}, pupils={"2025": None})) == bare


def test_zero_and_false_are_values() -> None:
    assert read(node("ChildcareLocation", "c1", places=0)).members == {"places": 0}
    assert read(person("p1", introducible=False)).members == {"introducible": False}


def test_a_rule_that_says_no_more_than_its_sectors_asks_one_seat_that_may_listen() -> None:
    record = read(node("Coalition", "k1", phase="FORMING", rules=[{"sectors": ["PO"]}]))
    whole = {"sectors": ["PO"], "minimum": 1, "per": "COALITION", "mandate": "LISTEN"}
    assert record.members["rules"] == [whole]


@pytest.mark.parametrize(
    ("origin", "target", "visibility"),
    [
        ("Person", "SchoolBoard", Visibility.MEMBER),
        ("Municipality", "Person", Visibility.MEMBER),
        ("School", "SchoolBoard", Visibility.PUBLIC),
    ],
)
def test_relations_of_people_are_for_members_unless_they_say_otherwise(
    origin: str, target: str, visibility: Visibility
) -> None:
    kinds = {"one": origin, "other": target}
    line = relation("SUCCEEDED_BY", "one", "other")
    record = read_line(line, kind_of=kinds.get)
    assert isinstance(record, RelationRecord)
    assert record.visibility == visibility
    said = read_line({**line, "visibility": "COALITION"}, kind_of=kinds.get)
    assert isinstance(said, RelationRecord)
    assert said.visibility == Visibility.COALITION


# What is wrong


@pytest.mark.parametrize("line", [None, 1, "node", [], [1], True])
def test_a_line_is_an_object(line: object) -> None:
    assert wrong(line)[2] == "one JSON object a line"


def test_a_line_is_a_node_or_a_relation() -> None:
    assert wrong({})[1] == "neither node nor relation is given"
    assert wrong({"node": "Person", "relation": "KNOWS"})[1] == "both node and relation is given"


@pytest.mark.parametrize("kind", ["person", "Persoon", "Organisation", "Node", None, 1, ["Person"], {}])
def test_a_kind_is_one_of_the_vocabulary(kind: object) -> None:
    member, _, expected = wrong({"node": kind, "id": "p1", "name": "Fenna"})
    assert (member, expected) == ("node", "one of " + ", ".join(KINDS))


@pytest.mark.parametrize("type", ["knows", "WORKS_AT", None, 1, {}])
def test_a_relation_type_is_one_of_the_vocabulary(type: object) -> None:
    member, _, expected = wrong({"relation": type, "from": "p1", "to": "p2"})
    assert (member, expected) == ("relation", "one of " + ", ".join(RELATIONS))


@pytest.mark.parametrize("id", ["", "  ", " p1", "p1\n", "p\x001", "p\u200b1", "x" * (LONGEST_ID + 1), 1, ["p1"], None])
def test_an_id_is_a_short_text_that_can_be_seen(id: object) -> None:
    assert wrong({"node": "Person", "id": id, "name": "Fenna"})[0] == "id"
    assert wrong(relation("PART_OF", "s1", id))[0] == "to"  # type: ignore[arg-type]


def test_a_name_is_needed() -> None:
    assert wrong({"node": "Person", "id": "p1"}) == ("name", "is missing", "a text")
    assert wrong({"node": "Person", "id": "p1", "name": " \t"})[1] == "is empty"


@pytest.mark.parametrize("text", ["nul \0", "half \ud800", 1, ["a"], "x" * (LONGEST_TEXT + 1)])
def test_a_text_is_one_that_can_be_kept(text: object) -> None:
    assert wrong(node("SchoolBoard", "b1", street=text))[0] == "street"


@pytest.mark.parametrize("day", ["2026-02-29", "2026-13-01", "0000-01-01", "2026-04-31"])
def test_a_date_is_a_day_of_the_calendar(day: str) -> None:
    assert wrong(person("p1", since=day)) == ("since", f"{day} is no day of the calendar", "a date as YYYY-MM-DD")


@pytest.mark.parametrize(
    "day", ["2026", "1-2-2026", "20260301", "2026-3-1", "2026-W01-1", "٢٠٢٦-٠١-٠١", "", 2026, True, {}]
)
def test_a_date_is_written_in_full(day: object) -> None:
    assert wrong(person("p1", confirmedAt=day))[0] == "confirmedAt"


def test_until_does_not_lie_before_since() -> None:
    member, message, expected = wrong(person("p1", since="2026-03-02", until="2026-03-01"))
    assert (member, message) == ("until", "2026-03-01 lies before since, 2026-03-02")
    assert expected == "2026-03-02 or later, or null while it lasts"
    assert read(person("p1", since="2026-03-02", until="2026-03-02")).until == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("line", "member"),
    [
        (node("Sector", "PO"), "weighs"),
        ({**SEAT, "sector": None}, "sector"),
        ({**SEAT, "mandate": None}, "mandate"),
        (node("Meeting", "m1"), "date"),
        (node("Coalition", "k1"), "phase"),
        (relation("KNOWS", "p1", "p2"), "strength"),
    ],
)
def test_what_is_required_has_to_be_there(line: Line, member: str) -> None:
    assert wrong(line)[:2] == (member, "is missing")


def test_a_choice_is_one_of_its_words() -> None:
    assert wrong(knows("p1", "p2", "BEST")) == ("strength", "is «BEST»", "one of STRONG, GOOD, WEAK")
    assert wrong({**SEAT, "mandate": 2})[2] == "one of LISTEN, ADVISE, DECIDE"
    assert wrong(person("p1", visibility="EVERYBODY"))[2] == "one of PUBLIC, MEMBER, COALITION, STEWARD"


@pytest.mark.parametrize("count", [-1, 1.0, "48", True, LARGEST_COUNT + 1, [48]])
def test_a_count_is_a_whole_number_from_zero(count: object) -> None:
    assert wrong(node("ChildcareLocation", "c1", places=count))[0] == "places"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1e15, "1", False, [1]])
def test_a_number_is_a_number(value: object) -> None:
    assert wrong(node("Observation", "o1", value=value))[0] == "value"


def test_a_number_keeps_being_whole_or_not() -> None:
    for value in (3, 3.0, -0.5, 10**14):
        kept = read(node("Observation", "o1", value=value)).members["value"]
        assert (kept, type(kept)) == (value, type(value))


def test_a_boolean_is_true_or_false() -> None:
    assert wrong({"node": "Person", "id": "p1", "name": "Fenna", "introducible": "yes"})[2] == "true or false"


@pytest.mark.parametrize(
    ("member", "value", "place"),
    [
        ("codes", {"BRIN": "12AB"}, "codes.BRIN"),
        ("codes", {"DUO": 12}, "codes.DUO"),
        ("codes", {"DUO": " "}, "codes.DUO"),
        ("codes", ["12AB00"], "codes"),
        ("pupils", {"25": 198}, "pupils.25"),
        ("pupils", {"2025": "198"}, "pupils.2025"),
        ("pupils", {"2025": -1}, "pupils.2025"),
        ("pupils", 198, "pupils"),
        ("educationTypes", "BO", "educationTypes"),
        ("educationTypes", ["BO", None], "educationTypes[1]"),
        ("sources", {"title": "DUO"}, "sources"),
        ("sources", ["DUO"], "sources[0]"),
        ("sources", [{"title": "DUO"}, {"url": "https://duo.nl"}], "sources[1].title"),
        ("sources", [{"title": "DUO", "retrieved": "vandaag"}], "sources[0].retrieved"),
        ("sources", [{"title": "DUO", "licence": "CC0"}], "sources[0].licence"),
    ],
)
def test_an_error_names_the_place_within_a_member(member: str, value: object, place: str) -> None:
    assert wrong(node("School", "s1", **{member: value}))[0] == place


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ("PO", "rules[0]"),
        ({}, "rules[0].sectors"),
        ({"sectors": []}, "rules[0].sectors"),
        ({"sectors": "PO"}, "rules[0].sectors"),
        ({"sectors": [1]}, "rules[0].sectors[0]"),
        ({"sectors": ["PO"], "minimum": 0}, "rules[0].minimum"),
        ({"sectors": ["PO"], "minimum": None}, "rules[0].minimum"),
        ({"sectors": ["PO"], "per": "REGION"}, "rules[0].per"),
        ({"sectors": ["PO"], "mandate": "VETO"}, "rules[0].mandate"),
        ({"sectors": ["PO"], "weight": 2}, "rules[0].weight"),
    ],
)
def test_a_rule_asks_seats_of_sectors(rule: object, place: str) -> None:
    assert wrong(node("Coalition", "k1", phase="FORMING", rules=[rule]))[0] == place


def test_a_member_that_the_kind_does_not_have_is_named_with_those_it_has() -> None:
    member, message, expected = wrong(node("Meeting", "m1", date="2026-03-02", e_mail="x"))
    assert (member, message) == ("e_mail", "is no member of this line")
    assert expected == "one of date, id, name, since, until, visibility, sources, confirmedAt"
    assert wrong(relation("PART_OF", "s1", "b1", name="x"))[0] == "name"


def test_everything_that_is_wrong_with_a_line_is_said_at_once() -> None:
    errors = read_line({"node": "School", "id": "", "pupils": {"x": 1}, "since": "gisteren", "colour": "red"}, 3)
    assert isinstance(errors, list)
    assert {error.member for error in errors} == {"id", "name", "pupils.x", "since", "colour"}


def test_an_error_quotes_no_more_than_the_beginning() -> None:
    _, message, _ = wrong(person("p1", visibility="x" * 5_000))
    assert len(message) < 100
    assert "secret" not in wrong(person("p1", visibility={"secret": 1}))[1]


# Back again


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.text(max_size=5) | st.sampled_from(["node", "relation", "id", "name", "from", "to"]),
                inner,
                max_size=5,
            )
        ),
    )
)
def test_whatever_is_offered_is_a_record_or_errors(line: object) -> None:
    found = read_line(line)
    assert isinstance(found, NodeRecord | RelationRecord) or found


def test_a_written_line_leaves_out_what_is_empty_and_keeps_the_order_of_the_vocabulary() -> None:
    line = write_line(
        read(node("School", "s1", pupils={"2025": 1}, phone="045", codes={"DUO": "1"}, until="2030-01-01"))
    )
    assert list(line) == ["node", "id", "name", "codes", "phone", "pupils", "until", "visibility"]
