import pytest

from graph.network import Network
from seeds.registers import File, Reading
from seeds.registers.duo import read_schools
from tests.seeds.duo_files import counted, history, primary, school, secondary, special
from tests.seeds.networks import TODAY, changes, imported, network, node, reasons, relations, targets, written


def schools(*files: File, before: Network | None = None) -> Network:
    return imported(before or network(), read_schools, *files)


def read(*files: File, before: Network | None = None) -> Reading:
    return read_schools(before or network(), files, TODAY)


# What a row says


def test_a_row_is_a_school_of_a_board_in_a_municipality_and_a_sector() -> None:
    after = schools(primary(school("12AB00", "Basisschool Wrâldwizer")))
    one = node(after, "duo-12AB00")
    assert (one.kind, one.name) == ("School", "Basisschool Wrâldwizer")
    assert one.members == {
        "codes": {"DUO": "12AB00"},
        "phone": "0451234567",
        "website": "www.school.example.org",
        "street": "Schoolstraat 86-88",
        "postcode": "6411 AB",
        "town": "Heerlen",
        "educationTypes": ["BO"],
    }
    assert targets(after, "PART_OF", one.id) == {"bg-41249"}
    assert targets(after, "LOCATED_IN", one.id) == {"GM0917"}
    assert targets(after, "IN_SECTOR", one.id) == {"PO"}


def test_everything_taken_from_a_register_says_so() -> None:
    before = network()
    after = schools(primary(school("12AB00")), before=before)
    new = [touch.record for touch in changes(before, read(primary(school("12AB00"))).lines)]
    assert len(new) == 8
    assert all(record.sources[0].title.startswith("DUO, ") for record in new)
    board = node(after, "bg-41249")
    assert board.name == "Schoolbestuur 41249"
    assert board.sources[0].title.endswith("het nummer van het bestuur, zonder naam")


@pytest.mark.parametrize(
    ("sort", "types", "sectors"),
    [
        ("SBAO", ["SBO"], {"SBO"}),
        ("SO", ["SO"], {"SO"}),
        ("VSO", ["VSO"], {"VSO"}),
        ("(V)SO", ["SO", "VSO"], {"SO", "VSO"}),
    ],
)
def test_special_schools_are_in_the_sectors_of_what_they_teach(sort: str, types: list[str], sectors: set[str]) -> None:
    after = schools(special(school("12AB00", **{"SOORT PRIMAIR ONDERWIJS": sort})))
    assert node(after, "duo-12AB00").members["educationTypes"] == types
    assert targets(after, "IN_SECTOR", "duo-12AB00") == sectors


def test_secondary_schools_have_the_structure_that_duo_writes() -> None:
    after = schools(secondary(school("12AB00", ONDERWIJSSTRUCTUUR="VBO/MAVO/PRO")))
    assert node(after, "duo-12AB00").members["educationTypes"] == ["VBO", "MAVO", "PRO"]
    assert targets(after, "IN_SECTOR", "duo-12AB00") == {"VO"}


def test_a_single_space_is_no_value() -> None:
    row = school("12AB00", TELEFOONNUMMER=" ", INTERNETADRES=" ", GEMEENTENAAM=" ")
    after = schools(primary(row))
    assert not {"phone", "website"} & node(after, "duo-12AB00").members.keys()
    assert node(after, "GM0917").name == "GM0917"


def test_leading_zeros_of_a_municipality_may_be_lost() -> None:
    after = schools(primary(school("12AB00", GEMEENTENUMMER="917")))
    assert targets(after, "LOCATED_IN", "duo-12AB00") == {"GM0917"}
    assert node(after, "GM0917").members["codes"] == {"CBS": "GM0917"}


def test_a_school_without_board_or_municipality_is_a_school_all_the_same() -> None:
    after = schools(primary(school("12AB00", **{"BEVOEGD GEZAG NUMMER": "0", "GEMEENTENUMMER": "9999"})))
    assert targets(after, "PART_OF", "duo-12AB00") == set()
    assert targets(after, "LOCATED_IN", "duo-12AB00") == set()


@pytest.mark.parametrize(
    ("given", "kept"),
    [("045-123 45 67", "0451234567"), ("+31 45 1234567", "0451234567"), ("0031451234567", "0451234567")],
)
def test_telephone_numbers_are_kept_in_one_form(given: str, kept: str) -> None:
    assert node(schools(primary(school("12AB00", TELEFOONNUMMER=given))), "duo-12AB00").members["phone"] == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("WWW.Kompas.Example.NL", "www.kompas.example.nl"),
        ("https://School.example.nl/De-Bron/", "https://school.example.nl/De-Bron"),
        ("ckc.example.nl", "ckc.example.nl"),
    ],
)
def test_websites_keep_their_path_and_lose_capitals_in_the_host(given: str, kept: str) -> None:
    assert node(schools(primary(school("12AB00", INTERNETADRES=given))), "duo-12AB00").members["website"] == kept


def test_contact_details_that_are_none_are_left_out_and_told() -> None:
    row = school("12AB00", TELEFOONNUMMER="onbekend", INTERNETADRES="www. school.nl")
    reading = read(primary(row))
    assert "TELEFOONNUMMER «onbekend» (line 2), INTERNETADRES «www. school.nl» (line 2)" in reading.notes[0]
    assert not {"phone", "website"} & node(schools(primary(row)), "duo-12AB00").members.keys()


def test_an_empty_network_gets_the_sectors_that_its_schools_are_in() -> None:
    after = imported(Network.empty(), read_schools, special(school("12AB00")))
    assert {record.id for record in after.node_records() if record.kind == "Sector"} == {"SBO", "SO", "OND"}
    assert targets(after, "PART_OF", "SBO") == {"SO"}
    more = schools(primary(school("12AC00")), before=after)
    assert {record.id for record in more.node_records() if record.kind == "Sector"} == {"SBO", "SO", "OND", "PO"}


# Boards


def test_a_board_is_in_the_sectors_and_municipalities_of_its_schools() -> None:
    after = schools(
        primary(school("12AB00"), school("12AB01", GEMEENTENUMMER="0928", GEMEENTENAAM="KERKRADE")),
        secondary(school("13CD00", GEMEENTENUMMER="0935", GEMEENTENAAM="MAASTRICHT")),
    )
    assert targets(after, "IN_SECTOR", "bg-41249") == {"PO", "VO"}
    assert targets(after, "ACTIVE_IN", "bg-41249") == {"GM0917", "GM0928", "GM0935"}


def test_a_board_keeps_the_name_and_mailbox_that_people_gave_it() -> None:
    known = {
        "node": "SchoolBoard",
        "id": "b1",
        "name": "Stichting De Put",
        "codes": {"BEVOEGD_GEZAG": "41249", "KVK": "14000000"},
        "mailbox": "info@deput.example.org",
    }
    after = schools(primary(school("12AB00")), before=network(known))
    board = node(after, "b1")
    assert board.name == "Stichting De Put"
    assert board.members["mailbox"] == "info@deput.example.org"
    assert board.members["codes"] == {"BEVOEGD_GEZAG": "41249", "KVK": "14000000"}
    assert targets(after, "PART_OF", "duo-12AB00") == {"b1"}
    assert after.node_by_id("bg-41249") is None


# Over what is known


def test_a_school_that_is_known_by_its_code_is_updated_and_not_doubled() -> None:
    known = {
        "node": "School",
        "id": "s1",
        "name": "Oude naam",
        "codes": {"DUO": "12AB00", "RIO": "100X001"},
        "mailbox": "directie@school.example.org",
        "pupils": {"2020": 99},
        "sources": [{"title": "Eigen opgave"}],
        "confirmedAt": "2026-01-01",
    }
    after = schools(primary(school("12AB00")), history(counted("12AB00", "201")), before=network(known))
    one = node(after, "s1")
    assert after.node_by_id("duo-12AB00") is None
    assert one.name == "De Mijnlamp"
    assert one.members["mailbox"] == "directie@school.example.org"
    assert one.members["codes"] == {"DUO": "12AB00", "RIO": "100X001"}
    assert one.members["pupils"] == {"2020": 99, "2025": 201}
    assert one.confirmed_at is not None
    assert [source.title.partition(",")[0] for source in one.sources] == ["Eigen opgave", "DUO", "DUO"]


def test_what_a_row_leaves_empty_takes_nothing_away() -> None:
    before = schools(primary(school("12AB00")))
    after = schools(primary(school("12AB00", TELEFOONNUMMER=" ")), before=before)
    assert node(after, "duo-12AB00").members["phone"] == "0451234567"


def test_the_name_of_a_known_municipality_does_not_come_from_capitals() -> None:
    known = {"node": "Municipality", "id": "hrl", "name": "Heerlen (L.)", "codes": {"CBS": "GM0917"}}
    after = schools(primary(school("12AB00")), before=network(known))
    assert node(after, "hrl").name == "Heerlen (L.)"
    assert targets(after, "LOCATED_IN", "duo-12AB00") == {"hrl"}


def test_the_same_files_twice_change_nothing_in_any_order() -> None:
    files = (
        primary(school("12AB00"), school("12AB01", "De Put")),
        secondary(school("13CD00")),
        special(school("14EF00")),
        history(counted("12AB00", "30", "<5"), counted("15GH00", "7"), counted("13CD00", "8", "0")),
    )
    after = schools(*files)
    assert changes(after, read(*files, before=after).lines) == ()
    assert changes(after, read(*reversed(files), before=after).lines) == ()


def test_the_order_of_files_in_one_import_does_not_matter() -> None:
    files = (
        primary(school("12AB00")),
        special(school("12AC00")),
        history(counted("12AB00", "30"), counted("15GH00", "7")),
    )
    assert changes(schools(*files), read(*reversed(files)).lines) == ()


def test_a_school_that_passed_to_another_board_ends_there_and_begins_here() -> None:
    before = schools(primary(school("12AB00"), school("12AB01")))
    moved = primary(school("12AB00", **{"BEVOEGD GEZAG NUMMER": "42669"}), school("12AB01"))
    reading = read(moved, before=before)
    after = written(before, reading.lines)
    old, new = relations(after, "PART_OF", origin="duo-12AB00")
    assert (old.target, old.since, old.until) == ("bg-41249", None, TODAY)
    assert (new.target, new.since, new.until) == ("bg-42669", TODAY, None)
    assert any("1 school with another board" in note and str(TODAY) in note for note in reading.notes)
    assert changes(after, read(moved, before=after).lines) == ()


def test_a_board_whose_last_school_left_a_municipality_is_no_longer_active_there() -> None:
    by_hand = {"relation": "ACTIVE_IN", "from": "bg-41249", "to": "GM0928"}
    there = {"GEMEENTENUMMER": "0928", "GEMEENTENAAM": "KERKRADE"}
    before = schools(primary(school("12AB00"), school("12AB01"), school("12AB02", **there)))
    other = {"BEVOEGD GEZAG NUMMER": "42669"}
    one_left = schools(primary(school("12AB00", **other)), before=before)
    assert targets(one_left, "ACTIVE_IN", "bg-41249") == {"GM0917", "GM0928"}
    both_left = schools(primary(school("12AB01", **other)), before=one_left)
    assert targets(both_left, "ACTIVE_IN", "bg-41249") == {"GM0928"}
    kept = schools(primary(school("12AB02", **other, **there)), before=written(both_left, [by_hand]))
    assert targets(kept, "ACTIVE_IN", "bg-41249") == {"GM0928"}


def test_a_relation_that_ended_does_not_come_back_to_life_in_the_past() -> None:
    ended = {"relation": "PART_OF", "from": "duo-12AB00", "to": "bg-41249", "until": "2025-08-01"}
    before = written(schools(primary(school("12AB00"))), [ended])
    after = schools(primary(school("12AB00")), before=before)
    old, new = relations(after, "PART_OF", origin="duo-12AB00")
    assert str(old.until) == "2025-08-01"
    assert new.since == TODAY


def test_other_things_that_a_school_is_part_of_and_active_in_stay() -> None:
    group = {"node": "OtherOrganisation", "id": "g1", "name": "Scholengroep"}
    part = {"relation": "PART_OF", "from": "duo-12AB00", "to": "g1"}
    sector = {"relation": "IN_SECTOR", "from": "duo-12AB00", "to": "KO"}
    before = written(schools(primary(school("12AB00"))), [group, part, sector])
    after = schools(primary(school("12AB00", **{"BEVOEGD GEZAG NUMMER": "42669"})), before=before)
    assert targets(after, "PART_OF", "duo-12AB00") == {"g1", "bg-42669"}
    assert targets(after, "IN_SECTOR", "duo-12AB00") == {"KO", "PO"}


def test_a_school_that_ended_in_the_network_stays_ended() -> None:
    ended = {"node": "School", "id": "s1", "name": "De Put", "codes": {"DUO": "12AB00"}, "until": "2024-08-01"}
    before = network(ended)
    reading = read(primary(school("12AB00", "Nieuwe naam")), before=before)
    assert not changes(before, reading.lines)
    assert "ended in the network before" in reading.notes[0]


# Rows that cannot be


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"VESTIGINGSCODE": "12AB0"}, "VESTIGINGSCODE is «12AB0», expected two digits, two letters, two digits"),
        ({"INSTELLINGSCODE": "99ZZ"}, "INSTELLINGSCODE is «99ZZ», and VESTIGINGSCODE «12AB00» is of another"),
        ({"VESTIGINGSNAAM": " "}, "VESTIGINGSNAAM is empty"),
        ({"VESTIGINGSNAAM": "x" * 501}, "VESTIGINGSNAAM is longer than 500 characters: is a quote missing?"),
        ({"BEVOEGD GEZAG NUMMER": "MOVARE"}, "BEVOEGD GEZAG NUMMER is «MOVARE», expected a number"),
        ({"GEMEENTENUMMER": "09170"}, "GEMEENTENUMMER is «09170», expected a number of at most four digits"),
    ],
)
def test_a_row_that_cannot_be_is_rejected_with_line_and_reason(cells: dict[str, str], reason: str) -> None:
    reading = read(primary(school("12AA00"), {**school("12AB00"), **cells}))
    assert reasons(reading) == [(3, reason)]


def test_a_code_twice_with_different_content_is_rejected() -> None:
    reading = read(primary(school("12AB00"), school("12AB00", "De Put")), secondary(school("12AB00")))
    assert reasons(reading) == [
        (3, "VESTIGINGSCODE «12AB00» stands with different content in bo.csv, line 2"),
        (2, "VESTIGINGSCODE «12AB00» stands with different content in bo.csv, line 2"),
    ]


def test_a_row_that_is_repeated_word_for_word_says_nothing_new() -> None:
    assert read(primary(school("12AB00"), school("12AB00"))).rejected == ()


@pytest.mark.parametrize(
    ("taken", "reason"),
    [
        (
            {"node": "OtherOrganisation", "id": "x", "name": "X", "codes": {"DUO": "12AB00"}},
            "DUO 12AB00 is a School here, and in the network «x», of kind OtherOrganisation",
        ),
        (
            {"node": "Association", "id": "x", "name": "X", "codes": {"BEVOEGD_GEZAG": "41249"}},
            "BEVOEGD_GEZAG 41249 is a SchoolBoard here, and in the network «x», of kind Association",
        ),
        (
            {"node": "Region", "id": "GM0917", "name": "X"},
            "CBS GM0917 is a Municipality here, and in the network «GM0917», of kind Region",
        ),
    ],
)
def test_a_code_that_is_something_else_in_the_network_is_rejected(taken: dict[str, object], reason: str) -> None:
    assert reasons(read(primary(school("12AB00")), before=network(taken))) == [(2, reason)]
