import json
from collections.abc import Mapping

import pytest

from graph.errors import BadInput
from graph.network import Network
from seeds.registers import File, Reading
from seeds.registers.cbs import read_areas
from seeds.registers.duo import read_schools
from tests.seeds.duo_files import primary, school, table
from tests.seeds.networks import TODAY, changes, imported, network, node, reasons, targets

NAMES = ["Gemeentecode", "GemeentecodeGM", "Gemeentenaam", "Provinciecode", "ProvinciecodePV", "Provincienaam"]


def names(*rows: tuple[str, str]) -> File:
    cells = [
        {"Gemeentecode": code[2:], "GemeentecodeGM": code, "Gemeentenaam": name, "Provinciecode": "31"}
        | {"ProvinciecodePV": "PV31", "Provincienaam": "Limburg"}
        for code, name in rows
    ]
    return File("namen.csv", table(NAMES, *cells, separator=",").encode())


def figures(*properties: Mapping[str, object]) -> File:
    features = [
        {"type": "Feature", "properties": {"gemeentenaam": "Heerlen", "jaar": 2023, **one}, "geometry": None}
        for one in properties
    ]
    return File("cijfers.geojson", json.dumps({"type": "FeatureCollection", "features": features}).encode())


def subregions(*rows: tuple[str, str], wider: str = "") -> File:
    headings = ["gemeentecode", "gemeentenaam", "subregio", "jeugdregio", "ggd_regio"]
    cells = [{"gemeentecode": code, "subregio": name, "jeugdregio": wider} for code, name in rows]
    return File("subregio.csv", table(headings, *cells, line_end="\n").encode())


def areas(*files: File, before: Network | None = None) -> Network:
    return imported(before or network(), read_areas, *files)


def read(*files: File, before: Network | None = None) -> Reading:
    return read_areas(before or network(), files, TODAY)


def test_municipalities_lie_in_provinces_and_provinces_in_the_country() -> None:
    after = areas(names(("GM0917", "Heerlen"), ("GM0820", "Nuenen, Gerwen en Nederwetten".replace(",", " "))))
    assert node(after, "GM0917").name == "Heerlen"
    assert node(after, "GM0917").members["codes"] == {"CBS": "GM0917"}
    assert targets(after, "PART_OF", "GM0917") == {"PV31"}
    assert targets(after, "PART_OF", "PV31") == {"NL"}
    assert (node(after, "PV31").kind, node(after, "PV31").name) == ("Region", "Limburg")


def test_children_are_the_share_of_the_inhabitants_and_the_source_says_so() -> None:
    after = areas(figures({"gemeentecode": "GM0917", "aantalInwoners": 87122, "percentagePersonen0Tot15Jaar": 13}))
    heerlen = node(after, "GM0917")
    assert heerlen.members["inhabitants"] == 87122
    assert heerlen.members["children"] == 11326  # 87,122 x 13 / 100 = 11,325.86
    assert "inwoners x afgerond percentage" in heerlen.sources[0].title
    assert "2023" in heerlen.sources[0].title


def test_a_negative_number_of_cbs_is_secret_or_missing_and_no_number() -> None:
    reading = read(figures({"gemeentecode": "GM0917", "aantalInwoners": -99999999, "percentagePersonen0Tot15Jaar": 13}))
    assert any("1 municipality without inhabitants" in note for note in reading.notes)
    after = areas(
        figures(
            {"gemeentecode": "GM0917", "aantalInwoners": -99999999, "percentagePersonen0Tot15Jaar": 13},
            {"gemeentecode": "GM0928", "aantalInwoners": 45620, "percentagePersonen0Tot15Jaar": -99999},
        )
    )
    assert not {"inhabitants", "children"} & node(after, "GM0917").members.keys()
    assert node(after, "GM0928").members == {"codes": {"CBS": "GM0928"}, "inhabitants": 45620}


def test_abroad_is_no_municipality() -> None:
    reading = read(figures({"gemeentecode": "GM0998", "gemeentenaam": "Buitenland", "aantalInwoners": None}))
    assert reading.lines == ()
    assert reading.rejected == ()
    assert reading.notes[-1] == "GM0998: no municipality, left out"


def test_subregions_lie_in_the_region_above_them() -> None:
    file = subregions(("GM0917", "Parkstad"), ("GM0935", "Maastricht-Heuvelland"), wider="Zuid-Limburg")
    after = areas(names(("GM0917", "Heerlen"), ("GM0935", "Maastricht")), file)
    assert targets(after, "PART_OF", "GM0917") == {"PV31", "parkstad"}
    assert targets(after, "PART_OF", "parkstad") == {"zuid-limburg"}
    assert targets(after, "PART_OF", "maastricht-heuvelland") == {"zuid-limburg"}
    assert targets(after, "PART_OF", "zuid-limburg") == {"NL"}
    assert read(file).unused_columns == (("subregio.csv", ("ggd_regio",)),)


def test_a_region_that_is_known_by_its_name_keeps_its_id() -> None:
    known = {"node": "Region", "id": "r7", "name": "Parkstad"}
    after = areas(subregions(("GM0917", "Parkstad")), before=network(known))
    assert targets(after, "PART_OF", "GM0917") == {"r7"}
    assert after.node_by_id("parkstad") is None


def test_a_municipality_joins_on_its_code_and_takes_its_official_name() -> None:
    known = {
        "node": "Municipality",
        "id": "stein",
        "name": "Stein (L.)",
        "codes": {"CBS": "GM0971", "OIN": "00000001"},
        "mailbox": "gemeente@stein.example.org",
    }
    after = areas(names(("GM0971", "Stein")), before=network(known))
    stein = node(after, "stein")
    assert stein.name == "Stein"
    assert stein.members == {
        "codes": {"CBS": "GM0971", "OIN": "00000001"},
        "mailbox": "gemeente@stein.example.org",
    }
    assert targets(after, "PART_OF", "stein") == {"PV31"}


def test_a_name_that_is_not_official_takes_nothing_from_a_known_municipality() -> None:
    before = areas(names(("GM0917", "Heerlen")))
    one = {"gemeentecode": "GM0917", "gemeentenaam": "Heerle", "aantalInwoners": 1, "percentagePersonen0Tot15Jaar": 0}
    after = areas(figures(one), before=before)
    assert node(after, "GM0917").name == "Heerlen"
    assert node(after, "GM0917").members["children"] == 0


def test_a_municipality_that_schools_brought_in_is_named_by_cbs() -> None:
    before = imported(
        network(), read_schools, primary(school("12AB00", GEMEENTENUMMER="1900", GEMEENTENAAM="SUDWEST-FRYSLAN"))
    )
    assert node(before, "GM1900").name == "Sudwest-Fryslan"
    after = areas(names(("GM1900", "Súdwest-Fryslân")), before=before)
    assert node(after, "GM1900").name == "Súdwest-Fryslân"


def test_the_same_files_twice_change_nothing() -> None:
    files = (
        names(("GM0917", "Heerlen")),
        figures({"gemeentecode": "GM0917", "aantalInwoners": 87122, "percentagePersonen0Tot15Jaar": 13}),
        subregions(("GM0917", "Parkstad"), wider="Zuid-Limburg"),
    )
    after = areas(*files)
    assert changes(after, read(*files, before=after).lines) == ()
    assert changes(after, read(*reversed(files), before=after).lines) == ()


@pytest.mark.parametrize(
    ("file", "rejected"),
    [
        (names(("GMXX", "Heerlen")), [(2, "the code of the municipality is «GMXX», expected GM and four digits")]),
        (names(("GM0917", "")), [(2, "Gemeentenaam is empty")]),
        (names(("GM0917", "A"), ("GM0917", "B")), [(3, "«GM0917» stands in namen.csv, line 2 already")]),
        (subregions(("GM0917", "")), [(2, "subregio is empty")]),
        (
            figures({"gemeentecode": "GM0917", "aantalInwoners": "87.122"}),
            [(1, "aantalInwoners is «87.122», expected a number")],
        ),
        (
            figures({"gemeentecode": "GM0917", "aantalInwoners": 5, "percentagePersonen0Tot15Jaar": 101}),
            [(1, "percentagePersonen0Tot15Jaar is 101, expected a percentage")],
        ),
        (
            figures({"aantalInwoners": 5}, {"gemeentecode": "GM0001"}),
            [(1, "the code of the municipality is missing, expected GM and four digits")],
        ),
    ],
)
def test_a_row_that_cannot_be_is_rejected_with_line_and_reason(file: File, rejected: list[tuple[int, str]]) -> None:
    assert reasons(read(file)) == rejected


def test_a_code_of_something_else_is_rejected() -> None:
    known = {"node": "OtherOrganisation", "id": "x", "name": "X", "codes": {"CBS": "GM0917"}}
    rejected = reasons(read(names(("GM0917", "Heerlen")), before=network(known)))
    assert rejected == [(2, "CBS GM0917 is a Municipality here, and in the network «x», of kind OtherOrganisation")]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (File("g.geojson", b'{"type": "FeatureCollection", "features": [{"prop'), "is no JSON"),
        (File("g.geojson", b"[" * 100_000), "is no JSON"),
        (File("g.geojson", b'{"features": []}'), "no GeoJSON with features"),
        (File("g.geojson", b"[1]"), "no GeoJSON with features"),
        (figures({"statcode": "GM0917"}), "no property «aantalInwoners»"),
        (primary(school("12AB00")), "none of the files about municipalities"),
    ],
)
def test_a_file_that_is_none_of_these_is_refused(file: File, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read(file)


def test_a_file_of_schools_is_sent_to_the_register_that_reads_it() -> None:
    with pytest.raises(BadInput) as refused:
        read(primary(school("12AB00")))
    assert refused.value.help == "It looks like a file of schools: korte-lijnen import duo-schools"
