from graph.network import Network
from seeds.registers import File, Reading
from seeds.registers.duo import read_schools
from tests.seeds.duo_files import counted, history, primary, school, secondary
from tests.seeds.networks import TODAY, changes, imported, network, node, reasons, targets


def schools(*files: File, before: Network | None = None) -> Network:
    return imported(before or network(), read_schools, *files)


def read(*files: File, before: Network | None = None) -> Reading:
    return read_schools(before or network(), files, TODAY)


def pupils(after: Network, id: str) -> object:
    return node(after, id).members.get("pupils")


def test_figures_are_by_year_and_municipalities_join_without_leading_zeros() -> None:
    after = schools(primary(school("12AB00")), history(counted("12AB00", "31", "35", "77", "91")))
    assert pupils(after, "duo-12AB00") == {"2022": 31, "2023": 35, "2024": 77, "2025": 91}
    assert targets(after, "LOCATED_IN", "duo-12AB00") == {"GM0917"}


def test_fewer_than_five_is_unknown_and_never_zero() -> None:
    reading = read(primary(school("12AB00")), history(counted("12AB00", "7", "<5", "<5")))
    assert "2 figures «<5»" in reading.notes[0]
    after = schools(primary(school("12AB00")), history(counted("12AB00", "7", "<5", "<5")))
    assert pupils(after, "duo-12AB00") == {"2023": 7}


def test_zeros_before_the_first_pupils_are_no_figures_and_zeros_after_them_are() -> None:
    after = schools(primary(school("12AB00")), history(counted("12AB00", "0", "32", "0", "35")))
    assert pupils(after, "duo-12AB00") == {"2023": 32, "2024": 0, "2025": 35}
    never = schools(primary(school("12AB00")), history(counted("12AB00")))
    assert pupils(never, "duo-12AB00") is None


def test_an_empty_cell_is_no_figure() -> None:
    after = schools(primary(school("12AB00")), history(counted("12AB00", "12", " ", "13")))
    assert pupils(after, "duo-12AB00") == {"2023": 12, "2025": 13}


def test_a_location_with_pupils_is_a_school_also_without_a_list_of_locations() -> None:
    after = schools(history(counted("12AB00", "<5", SOORT_VESTIGING="SO/VSO")))
    assert node(after, "duo-12AB00").members["educationTypes"] == ["SO", "VSO"]
    assert targets(after, "IN_SECTOR", "duo-12AB00") == {"SO", "VSO"}
    assert targets(after, "PART_OF", "duo-12AB00") == {"bg-41249"}


def test_a_location_without_pupils_that_nobody_knows_has_closed_and_is_left_out() -> None:
    reading = read(history(counted("12AB00", "87", "0"), counted("12AC00", "5")))
    assert "1 school without pupils in the last year" in reading.notes[0]
    assert "duo-12AB00" not in {line.get("id") for line in reading.lines}
    assert reading.rejected == ()


def test_a_school_of_the_network_without_pupils_gets_its_zeros_and_is_told() -> None:
    before = schools(primary(school("12AB00")))
    reading = read(history(counted("12AB00", "87", "0")), before=before)
    assert any("end them there if they closed: «De Mijnlamp» (12AB00)" in note for note in reading.notes)
    after = schools(history(counted("12AB00", "87", "0")), before=before)
    assert pupils(after, "duo-12AB00") == {"2024": 87, "2025": 0}
    assert node(after, "duo-12AB00").until is None


def test_a_list_of_locations_knows_names_and_boards_better_than_the_history() -> None:
    old = {"name": "Oude naam", "BEVOEGD_GEZAG_NUMMER": "40790", "GEMEENTECODE_VESTIGING": "935"}
    after = schools(history(counted("12AB00", "9", **old)), primary(school("12AB00")))
    assert node(after, "duo-12AB00").name == "De Mijnlamp"
    assert targets(after, "PART_OF", "duo-12AB00") == {"bg-41249"}
    assert after.node_by_id("bg-40790") is None


def test_to_a_school_that_is_known_the_history_adds_figures_and_nothing_else() -> None:
    before = schools(primary(school("12AB00")))
    old = {"name": "Oude naam", "BEVOEGD_GEZAG_NUMMER": "40790", "GEMEENTECODE_VESTIGING": "935"}
    touched = changes(before, read(history(counted("12AB00", "9", **old)), before=before).lines)
    assert [touch.id for touch in touched] == ["duo-12AB00"]
    assert touched[0].after is not None
    assert touched[0].after.members["pupils"] == {"2025": 9}


def test_a_secondary_school_that_was_a_special_school_once_has_no_figures_from_then() -> None:
    files = (secondary(school("12AB00")), history(counted("12AB00", "88", "0", SOORT_VESTIGING="SO")))
    reading = read(*files)
    assert any("being secondary now" in note for note in reading.notes)
    after = schools(*files)
    assert pupils(after, "duo-12AB00") is None
    again = read(files[1], before=after)
    assert again.lines == ()


def test_a_figure_that_is_none_is_rejected() -> None:
    reading = read(history(counted("12AB00", "12", "1.234"), counted("12AC00", "9999999"), counted("12AD00", "-1")))
    assert reasons(reading) == [
        (2, "LEERLINGEN_2025 is «1.234», expected a number or <5"),
        (3, "LEERLINGEN_2025 is «9999999», expected a number or <5"),
        (4, "LEERLINGEN_2025 is «-1», expected a number or <5"),
    ]


def test_a_sort_of_school_that_is_unknown_is_rejected() -> None:
    reading = read(history(counted("12AB00", "12", SOORT_VESTIGING="MBO")))
    assert reasons(reading) == [
        (2, "SOORT_VESTIGING is «MBO», expected one of BO, SBO, SBAO, SO, VSO, (V)SO, SO/VSO"),
    ]
