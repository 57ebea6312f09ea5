"""Joint arrangements, the divisions of the regioatlas, and partnerships by postcode, on the real files."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from graph.errors import BadInput
from graph.network import Network
from seeds.registers import File, Reading
from seeds.registers.arrangements import read_arrangements
from seeds.registers.cbs import read_areas
from seeds.registers.partnerships import read_partnerships
from seeds.registers.places import mended
from seeds.registers.reading import Reader
from seeds.registers.regions import read_regions
from tests.seeds.networks import TODAY, changes, imported, network, node, reasons, relations, targets, written

ARRANGEMENTS = "netwerk/opengr_provincies.csv"
POSTCODES = "regio/swv-passend-onderwijs-per-pc4.csv"
NAMES, SUBREGIONS = "regio/gemeenten-alfabetisch-2023.csv", "afgeleid/zuid-limburg-gemeenten.csv"
REGIONS = tuple(
    f"regio/regioatlas-2016/{name}.csv"
    for name in (
        "ggds",
        "jeugdzorgregios1",
        "passendonderwijsprimaironderwijs",
        "passendonderwijsvoortgezetonderwijs",
        "rmcregiosregionaalmeldencoordinatiepunt",
        "veiligthuisregios",
        "wmoregios",
    )
)
IN_2016, IN_2026 = date(2016, 1, 1), date(2026, 1, 1)
SCHOOL = [
    {"node": "School", "id": "s", "name": "De Lamp", "postcode": "6411 AB"},
    {"node": "SchoolBoard", "id": "b", "name": "Bestuur"},
    {"relation": "PART_OF", "from": "s", "to": "b"},
    {"relation": "IN_SECTOR", "from": "s", "to": "VO"},
]


def files(folder: Path, *names: str) -> list[File]:
    return [File(Path(name).name, (folder / name).read_bytes()) for name in names]


@pytest.fixture(scope="module")
def country(shared_data: Path) -> Network:
    return imported(network(*SCHOOL), read_areas, *files(shared_data, NAMES, SUBREGIONS))


def of_kind(network: Network, kind: str) -> dict[str, str]:
    return {record.name: record.id for record in network.node_records() if record.kind == kind}


@pytest.mark.parametrize(
    ("reader", "names"),
    [(read_arrangements, [ARRANGEMENTS]), (read_regions, REGIONS), (read_partnerships, [POSTCODES])],
)
def test_no_row_of_the_real_files_is_rejected_and_again_they_change_nothing(
    country: Network, shared_data: Path, reader: Reader, names: Sequence[str]
) -> None:
    reading = reader(country, files(shared_data, *names), IN_2016)
    assert reading.rejected == ()
    after = written(country, reading.lines)
    again = reader(after, files(shared_data, *reversed(names)), IN_2026, reading.memory)
    assert changes(after, again.lines) == ()
    assert again.differences == ()
    with pytest.raises(BadInput):
        reader(country, files(shared_data, NAMES), IN_2016)


def test_parkstad_has_the_partners_that_are_municipalities_still(country: Network, shared_data: Path) -> None:
    after = imported(country, read_arrangements, *files(shared_data, ARRANGEMENTS))
    parkstad = of_kind(after, "JointArrangement")["Stadsregio Parkstad Limburg"]
    partners = {r.origin for r in relations(after, "PARTNER_IN") if r.target == parkstad}
    assert partners == {"GM0899", "GM0917", "GM0928", "GM0882", "GM0965", "GM0986"}  # without Nuth and Onderbanken


def test_text_that_was_encoded_twice_is_mended_and_spellings_of_a_province_are_one(
    country: Network, shared_data: Path
) -> None:
    assert mended("SÃºdwest-FryslÃ¢n") == "Súdwest-Fryslân"
    assert (mended("Fryslân"), mended("’t Kompas")) == ("Fryslân", "’t Kompas")
    reading = read_arrangements(country, files(shared_data, ARRANGEMENTS), IN_2016)
    assert not any("Ã" in str(line) for line in reading.lines)
    (listing,) = reading.memory.lists.values()
    assert {"overijssel", "fryslan"} <= listing.parts
    assert "overrijssel" not in listing.parts
    assert {r.origin for r in relations(written(country, reading.lines), "PARTNER_IN")} >= {"GM1900"}


def test_postcodes_that_a_spreadsheet_counted_on_are_not_believed(country: Network, shared_data: Path) -> None:
    reading = read_arrangements(country, files(shared_data, ARRANGEMENTS), IN_2016)
    after = written(country, reading.lines)
    twente = node(after, of_kind(after, "JointArrangement")["Regio Twente"])  # 7500 BK, 7501 BK, ... 7513 BK
    assert "postcode" not in twente.members
    assert twente.members["town"] == "Enschede"


def test_who_takes_part_no_more_ends_on_the_day_of_the_edition(country: Network) -> None:
    heading = "Deelnemer,Gemeenschappelijke regeling,Postcode,Plaats,Provincie\n"
    rows = [f"{name},ISD BOL,6441 AA,Brunssum,Provincie Limburg\n" for name in ("Brunssum", "Landgraaf", "Heerlen")]
    first = read_arrangements(country, [File("a.csv", (heading + "".join(rows)).encode())], IN_2016)
    before = written(country, first.lines)
    later = File("b.csv", (heading + "".join(rows[:2])).encode())
    after = written(before, read_arrangements(before, [later], IN_2026, first.memory).lines)
    assert targets(after, "PARTNER_IN", "GM0917", on=IN_2016) == {"gr-isd-bol"}
    assert targets(after, "PARTNER_IN", "GM0917", on=IN_2026) == set()
    assert targets(after, "PARTNER_IN", "GM0899", on=IN_2026) == {"gr-isd-bol"}


def test_a_municipality_has_its_ggd_its_youth_region_and_its_partnerships(country: Network, shared_data: Path) -> None:
    after = imported(country, read_regions, *files(shared_data, *REGIONS))
    ggd = of_kind(after, "HealthService")["GGD Zuid-Limburg"]
    assert "GM0917" in targets(after, "ACTIVE_IN", ggd)
    assert targets(after, "IN_SECTOR", ggd) == {"GGD"}
    assert {"swv-PO3106", "swv-VO3106"} <= {r.origin for r in relations(after, "ACTIVE_IN") if r.target == "GM0917"}
    # In South Limburg the youth region is known from the table of subregions, elsewhere it is new.
    assert "jeugdregio-zuid-limburg" not in {record.id for record in after.node_records()}
    assert "jeugdregio-flevoland" in targets(after, "PART_OF", "GM0034")
    assert node(after, "jeugdregio-flevoland").name == "Jeugdregio Flevoland"


def test_a_board_is_partner_in_the_partnership_of_its_schools_postcode(country: Network, shared_data: Path) -> None:
    after = imported(country, read_partnerships, *files(shared_data, POSTCODES))
    assert targets(after, "PARTNER_IN", "b") == {"swv-VO3106"}  # a secondary school: not that of primary education
    assert "GM0917" in targets(after, "ACTIVE_IN", "swv-VO3106")
    assert targets(after, "IN_SECTOR", "swv-VO3106") == {"SWV"}


def test_two_municipalities_of_one_name_are_told_apart_by_what_stands_behind_it(
    country: Network, shared_data: Path
) -> None:
    reading: Reading = read_partnerships(country, files(shared_data, POSTCODES), TODAY)
    assert not any("Bergen" in note for note in reading.notes)
    assert any("3 postcodes in no partnership: 3197, 3198, 3199" in note for note in reading.notes)


def test_a_row_without_a_code_or_a_region_is_rejected_there(country: Network) -> None:
    table = 'Gemeente;CBS;"GGD\'s";Inwoneraantal van regio\r\nHeerlen;x;GGD Zuid-Limburg;1\r\nHeerlen;917;;1\r\n'
    reading = read_regions(country, [File("ggds.csv", table.encode())], TODAY)
    assert reasons(reading) == [
        (2, "CBS is «x», expected a number of at most four digits"),
        (3, "GGD's is empty"),
    ]
