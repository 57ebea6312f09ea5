"""The readers on DUO's and CBS's own files, with the traps that are in them."""

import csv
import io
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from graph.errors import BadInput
from graph.live import LiveNetwork
from graph.network import Network
from graph.stores import open_store
from seeds import taxonomy_lines
from seeds.registers import File, Reading, run
from seeds.registers.cbs import read_areas
from seeds.registers.duo import read_schools
from tests.seeds.networks import TODAY, changes, network, node, relations, targets, written

PRIMARY = "duo/02.-alle-schoolvestigingen-basisonderwijs.csv"
HISTORY = "duo/06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv"
SECONDARY = "duo/02.-alle-vestigingen-vo.limburg.csv"
SPECIAL = "duo/09.-alle-vestigingen-sbo-so-en-vso.limburg.csv"
OLDER = "duo/po_addresses.2013.csv"
IN_2013, IN_2026 = date(2013, 10, 1), date(2026, 10, 1)
SCHOOLS = (PRIMARY, HISTORY, SECONDARY, SPECIAL)
NAMES = "regio/gemeenten-alfabetisch-2023.csv"
FIGURES = "regio/gemeenten-kerncijfers-2023.geojson"
BOUNDARIES = "regio/gemeente_2025.geojson"
SUBREGIONS = "afgeleid/zuid-limburg-gemeenten.csv"


def files(folder: Path, *names: str) -> list[File]:
    return [File(Path(name).name, (folder / name).read_bytes()) for name in names]


def rows(path: Path, encoding: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode(encoding), newline=""), delimiter=";"))


def of_kind(network: Network, kind: str) -> set[str]:
    return {record.id for record in network.node_records() if record.kind == kind}


def pupils(network: Network, id: str) -> dict[str, object]:
    figures = node(network, id).members.get("pupils", {})
    assert isinstance(figures, dict)
    return {**figures}


@pytest.fixture(scope="module")
def reading(shared_data: Path) -> Reading:
    return read_schools(network(), files(shared_data, *SCHOOLS), TODAY)


@pytest.fixture(scope="module")
def imported(reading: Reading) -> Network:
    return written(network(), reading.lines)


def test_no_row_of_the_real_files_is_rejected(reading: Reading) -> None:
    assert reading.rejected == ()


def test_the_counts_are_those_of_the_files(imported: Network, shared_data: Path) -> None:
    listed = [row for name in (PRIMARY, SECONDARY, SPECIAL) for row in rows(shared_data / name, "windows-1252")]
    counted = [row for row in rows(shared_data / HISTORY, "utf-8-sig") if row["LEERLINGEN_2025"] != "0"]
    schools = {row["VESTIGINGSCODE"] for row in listed} | {row["VESTIGINGSCODE"] for row in counted}
    only_counted = [row for row in counted if row["VESTIGINGSCODE"] not in {r["VESTIGINGSCODE"] for r in listed}]
    boards = {row["BEVOEGD GEZAG NUMMER"] for row in listed} | {row["BEVOEGD_GEZAG_NUMMER"] for row in only_counted}
    assert {id.removeprefix("duo-") for id in of_kind(imported, "School")} == schools
    assert {id.removeprefix("bg-") for id in of_kind(imported, "SchoolBoard")} == boards
    assert len(of_kind(imported, "Municipality")) == 342
    assert len(schools) > 7_000


def test_names_of_both_encodings_come_through(imported: Network) -> None:
    names = {record.name for record in imported.node_records() if record.kind == "School"}
    assert {"Christelijke Basisschool Wrâldwizer", "Dalton Kindcentrum ’t Kompas"} <= names
    assert not any("Ã" in name or "\ufffd" in name for name in names)


def test_names_in_quotes_and_with_two_spaces_are_names(imported: Network) -> None:
    names = {record.name for record in imported.node_records() if record.kind == "School"}
    assert 'Basisschool "Kla4"' in names
    assert "Obs Het Vogelnest" in names
    assert not any("  " in name or name != name.strip() for name in names)


def test_codes_join_with_and_without_leading_zeros(imported: Network) -> None:
    heerlen = {r.origin for r in relations(imported, "LOCATED_IN") if r.target == "GM0917"}
    assert len(heerlen) == 22 + 5 + 19  # primary, special and secondary in Heerlen
    assert "GM917" not in {record.id for record in imported.node_records()}


def test_a_municipality_without_a_name_in_one_row_has_that_of_another(imported: Network) -> None:
    assert node(imported, "GM1948").name == "Meierijstad"


def test_fewer_than_five_is_no_figure_in_any_year(imported: Network, shared_data: Path) -> None:
    few = [
        (f"duo-{row['VESTIGINGSCODE']}", heading.removeprefix("LEERLINGEN_"))
        for row in rows(shared_data / HISTORY, "utf-8-sig")
        for heading, cell in row.items()
        if cell == "<5" and imported.node_by_id(f"duo-{row['VESTIGINGSCODE']}")
    ]
    assert len(few) > 100
    assert [(id, year) for id, year in few if year in pupils(imported, id)] == []


def test_schools_that_closed_are_left_out_and_told(reading: Reading, imported: Network) -> None:
    note = next(note for note in reading.notes if "not known when they closed" in note)
    assert note.startswith("2,7")
    assert imported.node_by_id("duo-04EP03") is None  # no pupils since 2024, in none of the lists


def test_secondary_schools_have_no_figures(imported: Network) -> None:
    secondary = {r.origin for r in relations(imported, "IN_SECTOR") if r.target == "VO"}
    assert len(secondary) > 73
    assert [id for id in secondary if pupils(imported, id)] == []


def test_one_building_may_hold_schools_of_two_boards(imported: Network) -> None:
    there = [r for r in imported.node_records() if r.members.get("street") == "Schandelermolenweg 21"]
    boards = {board for school in there for board in targets(imported, "PART_OF", school.id)}
    assert {"bg-41391", "bg-99048"} <= boards


def test_the_real_files_twice_change_nothing(imported: Network, shared_data: Path) -> None:
    again = read_schools(imported, files(shared_data, *reversed(SCHOOLS)), TODAY)
    assert changes(imported, again.lines) == ()


@pytest.fixture(scope="module")
def editions(shared_data: Path) -> tuple[Network, Reading, Network]:
    """The network with the schools of 2013, what those of 2026 come to over it, and the network after that."""
    older = read_schools(network(), files(shared_data, OLDER), IN_2013)
    assert older.rejected == ()
    before = written(network(), older.lines)
    newer = read_schools(before, files(shared_data, PRIMARY), IN_2026, older.memory)
    return before, newer, written(before, newer.lines)


def test_the_schools_of_2013_that_are_gone_ended_and_those_that_are_new_began(
    editions: tuple[Network, Reading, Network], shared_data: Path
) -> None:
    _, newer, after = editions
    then = {row["VESTIGINGSNUMMER"] for row in rows(shared_data / OLDER, "windows-1252")}
    now = {row["VESTIGINGSCODE"] for row in rows(shared_data / PRIMARY, "windows-1252")}
    schools = {record.id.removeprefix("duo-"): record for record in after.node_records() if record.kind == "School"}
    assert newer.rejected == ()
    assert {code for code, school in schools.items() if school.until == IN_2026} == then - now
    assert {code for code, school in schools.items() if school.since == IN_2026} == now - then
    assert {code for code in then & now if (schools[code].since, schools[code].until) != (None, None)} == set()


def test_schools_whose_boards_went_up_in_another_keep_both_in_their_history(
    editions: tuple[Network, Reading, Network], shared_data: Path
) -> None:
    *_, after = editions
    board = "BEVOEGD GEZAG NUMMER"
    then = {row["VESTIGINGSNUMMER"]: row[board] for row in rows(shared_data / OLDER, "windows-1252")}
    now = {row["VESTIGINGSCODE"]: row[board] for row in rows(shared_data / PRIMARY, "windows-1252")}
    moved = {code for code, by in now.items() if by == "42669" and then.get(code) in ("41249", "40790")}
    assert len(moved) > 10
    assert {by for code in moved for by in targets(after, "PART_OF", f"duo-{code}", on=IN_2026)} == {"bg-42669"}
    assert all(targets(after, "PART_OF", f"duo-{code}", on=IN_2013) == {f"bg-{then[code]}"} for code in moved)


def test_nuth_onderbanken_and_schinnen_are_succeeded_by_beekdaelen(
    editions: tuple[Network, Reading, Network],
) -> None:
    *_, after = editions
    into_beekdaelen = {r.origin for r in relations(after, "SUCCEEDED_BY") if r.target == "GM1954"}
    assert into_beekdaelen == {"GM0951", "GM0881", "GM0962"}
    assert {node(after, id).until for id in into_beekdaelen} == {IN_2026}
    assert node(after, "GM0917").until is None  # Heerlen is still there


@pytest.mark.parametrize(
    "name", [NAMES, FIGURES, "netwerk/gemeenten_orca_vng.csv", "duo/scholen-2024-11-22.limburg.geojson"]
)
def test_files_of_other_registers_are_refused_as_schools(shared_data: Path, name: str) -> None:
    with pytest.raises(BadInput, match="none of the files of DUO"):
        read_schools(network(), files(shared_data, name), TODAY)


@pytest.mark.parametrize("name", [PRIMARY, "duo/scholen-2024-11-22.limburg.geojson"])
def test_files_of_other_registers_are_refused_as_areas(shared_data: Path, name: str) -> None:
    with pytest.raises(BadInput):
        read_areas(network(), files(shared_data, name), TODAY)


def test_a_real_file_cut_short_in_a_row_is_rejected_there(shared_data: Path) -> None:
    (whole,) = files(shared_data, PRIMARY)
    cut = read_schools(network(), [File(whole.name, whole.content[:100_000])], TODAY)
    assert len(cut.rejected) == 1
    assert "is the file cut short?" in cut.rejected[0].reason
    assert cut.rejected[0].line == whole.content[:100_000].count(b"\n") + 1


def test_areas_name_the_municipalities_and_give_their_children(shared_data: Path, imported: Network) -> None:
    reading = read_areas(imported, files(shared_data, NAMES, FIGURES, SUBREGIONS), TODAY)
    assert reading.rejected == ()
    after = written(imported, reading.lines)
    assert node(after, "GM0820").name == "Nuenen, Gerwen en Nederwetten"
    assert node(after, "GM0518").name == "'s-Gravenhage"
    assert node(after, "GM0917").members["inhabitants"] == 87_122
    assert after.node_by_id("GM0998") is None
    assert sum(r.target == "parkstad" for r in relations(after, "PART_OF")) == 7
    assert sum(record.kind == "Municipality" for record in after.node_records()) == 342
    assert changes(after, read_areas(after, files(shared_data, SUBREGIONS, FIGURES, NAMES), TODAY).lines) == ()


def test_the_national_files_go_into_sqlite_in_less_than_twenty_seconds(shared_data: Path, tmp_path: Path) -> None:
    with LiveNetwork(open_store(f"sqlite:///{tmp_path / 'network.db'}")) as live:
        live.write("test", "sectors", ((None, line) for *_, line in taxonomy_lines()))
        began = perf_counter()
        report = run(live, "duo-schools", [shared_data / PRIMARY, shared_data / HISTORY], by="test")
        assert perf_counter() - began < 20
        took = perf_counter() - began
        assert report.added > 30_000
        assert report.change is not None
        began = perf_counter()
        again = run(live, "duo-schools", [shared_data / HISTORY, shared_data / PRIMARY], by="test")
        assert (again.change, again.unchanged) == (None, report.added)
        assert took > 10 * (perf_counter() - began)


def test_boundaries_of_the_whole_country_go_in_beside_names_and_figures(shared_data: Path, imported: Network) -> None:
    reading = read_areas(imported, files(shared_data, NAMES, BOUNDARIES), TODAY)
    assert reading.rejected == ()
    assert dict(reading.unused_columns)[Path(BOUNDARIES).name] == ("rubriek", "id", "FID")
    after = written(imported, reading.lines)
    with_boundary = [r.id for r in after.node_records() if "boundary" in r.members]
    assert len(with_boundary) == 342
    assert node(after, "GM0888").name == "Beek"  # CBS's map says «Beek (L.)», its list of names «Beek»
    assert changes(after, read_areas(after, files(shared_data, BOUNDARIES, NAMES), TODAY).lines) == ()
