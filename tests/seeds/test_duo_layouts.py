from datetime import date

import pytest

from graph.errors import BadInput
from seeds.registers import File
from seeds.registers.duo import read_schools
from seeds.registers.duo.layouts import HISTORY, PRIMARY, SECONDARY, SPECIAL, Layout, check_day, layout_of
from tests.seeds.duo_files import PRIMARY as PRIMARY_HEADINGS
from tests.seeds.duo_files import counted, history, primary, school, secondary, special, table
from tests.seeds.networks import TODAY, network


@pytest.mark.parametrize(
    ("file", "layout"),
    [
        (primary(school("12AB00"), name="a.csv"), PRIMARY),
        (secondary(school("12AB00"), name="a.csv"), SECONDARY),
        (special(school("12AB00"), name="a.csv"), SPECIAL),
        (history(counted("12AB00"), name="a.csv"), HISTORY),
    ],
)
def test_a_file_is_recognised_by_its_headings(file: File, layout: Layout) -> None:
    assert layout_of(file) is layout


def test_the_layout_of_2013_is_read_as_an_edition_of_its_day() -> None:
    headings = ["BRIN NUMMER", "VESTIGINGSNUMMER", "VESTIGINGSNAAM ", *PRIMARY_HEADINGS[5:]]
    older = File("2013.csv", table(headings, {"BRIN NUMMER": "12AB"}).encode())
    assert layout_of(older) is PRIMARY
    check_day(older, date(2013, 10, 1))
    with pytest.raises(BadInput, match="older layout") as refused:
        check_day(older, date(2026, 10, 1))
    assert "--on 2013-10-01" in (refused.value.help or "")


def test_a_file_of_municipalities_is_sent_to_the_register_that_reads_it() -> None:
    with pytest.raises(BadInput, match="no VESTIGINGSCODE") as refused:
        layout_of(File("gemeenten.csv", b"Gemeentecode,GemeentecodeGM,Gemeentenaam\r\n1,GM0001,A\r\n"))
    assert refused.value.help == "It looks like a file of municipalities: korte-lijnen import areas"


def test_a_geojson_file_is_no_file_of_schools() -> None:
    with pytest.raises(BadInput, match="none of the files of DUO"):
        layout_of(File("scholen.geojson", b'{"type": "FeatureCollection", "features": []}'))


def test_a_secondary_file_without_its_own_column_is_not_taken_for_primary() -> None:
    with pytest.raises(BadInput, match="columns of primary education and the name of another file"):
        layout_of(primary(school("12AB00"), name="02.-alle-vestigingen-vo.csv"))


def test_a_missing_column_is_named() -> None:
    headings = [heading for heading in PRIMARY_HEADINGS if heading != "GEMEENTENUMMER"]
    with pytest.raises(BadInput, match="has no column «GEMEENTENUMMER»"):
        read_schools(network(), [File("bo.csv", table(headings, school("12AB00")).encode())], TODAY)


def test_a_history_without_years_misses_them() -> None:
    headings = "INSTELLINGSCODE;VESTIGINGSCODE;NAAM_VESTIGING;SOORT_VESTIGING;BEVOEGD_GEZAG_NUMMER;"
    headings += "GEMEENTECODE_VESTIGING;GEMEENTENAAM_VESTIGING"
    file = File("h.csv", table(headings.split(";"), counted("12AB00")).encode())
    with pytest.raises(BadInput, match="LEERLINGEN_"):
        read_schools(network(), [file], TODAY)


def test_columns_without_a_place_in_the_vocabulary_are_told() -> None:
    reading = read_schools(network(), [special(school("12AB00")), history(counted("12AB00"))], TODAY)
    assert reading.unused_columns == (
        ("so.csv", ("DENOMINATIE", "CLUSTER", "ONDERWIJS")),
        ("history.csv", ("DENOMINATIE_VESTIGING",)),
    )
