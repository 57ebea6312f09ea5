"""Later editions of a register: what is new, gone or moved, and what people corrected meanwhile."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.errors import BadInput
from graph.lines import Line, write_line
from graph.live import LiveNetwork
from graph.stores import open_store
from seeds import taxonomy_lines
from seeds.registers import File, Report, run
from tests.seeds.duo_files import counted, history, primary, school, secondary
from tests.seeds.networks import node, relations, targets

FIRST, SECOND, THIRD = date(2024, 10, 1), date(2025, 10, 1), date(2026, 10, 1)


class Register:
    """A network in a file, and DUO's files that go into it."""

    def __init__(self, live: LiveNetwork, folder: Path) -> None:
        self.live = live
        self._folder = folder

    def take(self, on: date, *files: File, despite_rejected: bool = False) -> Report:
        paths = [self._folder / file.name for file in files]
        for path, file in zip(paths, files, strict=True):
            path.write_bytes(file.content)
        return run(self.live, "duo-schools", paths, by="test", on=on, despite_rejected=despite_rejected)

    def correct(self, id: str, **members: object) -> None:
        self.put({**write_line(node(self.live.network, id)), **members})

    def put(self, *lines: Line) -> None:
        self.live.write("Joke", "I was there", [(None, line) for line in lines])


@pytest.fixture
def duo(tmp_path: Path) -> Iterator[Register]:
    with LiveNetwork(open_store(f"sqlite:///{tmp_path / 'network.db'}")) as live:
        live.write("test", "sectors", ((None, line) for *_, line in taxonomy_lines()))
        yield Register(live, tmp_path)


def test_what_is_gone_ends_on_the_day_of_the_edition_and_what_is_new_begins(duo: Register) -> None:
    duo.take(FIRST, primary(school("12AB00"), school("12AC00", name="De Kolk")))
    report = duo.take(SECOND, primary(school("12AB00"), school("12AD00", name="De Lamp")))
    network = duo.live.network
    assert node(network, "duo-12AC00").until == SECOND
    assert node(network, "duo-12AC00").name == "De Kolk"
    assert node(network, "duo-12AD00").since == SECOND
    assert (node(network, "duo-12AB00").since, node(network, "duo-12AB00").until) == (None, None)
    assert any("1 school in the register no more, ended on 2025-10-01: «De Kolk»" in note for note in report.notes)


def test_a_board_whose_last_school_in_a_municipality_is_gone_is_active_there_no_more(duo: Register) -> None:
    kerkrade = {"GEMEENTENUMMER": "0928", "GEMEENTENAAM": "KERKRADE"}
    duo.take(FIRST, primary(school("12AB00"), school("12AC00", **kerkrade)))
    duo.take(SECOND, primary(school("12AB00")))
    assert targets(duo.live.network, "ACTIVE_IN", "bg-41249", on=SECOND) == {"GM0917"}
    assert targets(duo.live.network, "ACTIVE_IN", "bg-41249", on=FIRST) == {"GM0917", "GM0928"}


def test_a_school_that_is_back_is_open_again(duo: Register) -> None:
    duo.take(FIRST, primary(school("12AB00"), school("12AC00")))
    duo.take(SECOND, primary(school("12AB00")))
    report = duo.take(THIRD, primary(school("12AB00"), school("12AC00")))
    assert node(duo.live.network, "duo-12AC00").until is None
    assert any("in the register again" in note for note in report.notes)


def test_a_school_that_somebody_ended_stays_ended(duo: Register) -> None:
    duo.take(FIRST, primary(school("12AB00")))
    duo.correct("duo-12AB00", until="2025-01-01")
    assert duo.take(SECOND, primary(school("12AB00"))).change is None


def test_a_list_of_one_province_ends_nothing_in_another(duo: Register) -> None:
    duo.take(FIRST, primary(school("12AB00"), school("12AC00", PROVINCIE="Drenthe")))
    report = duo.take(SECOND, primary(school("12AB00")))
    assert (report.change, node(duo.live.network, "duo-12AC00").until) == (None, None)
    again = duo.take(THIRD, primary(school("12AB00"), school("12AD00", PROVINCIE="Drenthe")))
    assert node(duo.live.network, "duo-12AC00").until == THIRD
    assert again.change is not None


def test_a_school_that_another_list_holds_is_not_gone(duo: Register) -> None:
    duo.take(FIRST, primary(school("12AB00"), school("12AC00")))
    duo.take(FIRST, secondary(school("12AC00")))
    duo.take(SECOND, primary(school("12AB00")))
    assert node(duo.live.network, "duo-12AC00").until is None


def test_a_list_that_lost_more_than_half_is_refused(duo: Register) -> None:
    duo.take(FIRST, primary(*(school(f"12A{letter}00") for letter in "ABCDE")))
    with pytest.raises(BadInput, match="would end 3 of 5") as refused:
        duo.take(SECOND, primary(school("12AA00"), school("12AB00")))
    assert "cut short" in (refused.value.help or "")


def test_an_older_edition_does_not_come_after_a_newer_one(duo: Register) -> None:
    duo.take(SECOND, primary(school("12AB00")))
    with pytest.raises(BadInput, match=r"2024-10-01 .* comes after that of 2025-10-01"):
        duo.take(FIRST, primary(school("12AB00", name="De Oude Lamp")))


def test_a_school_whose_row_is_rejected_is_not_gone(duo: Register) -> None:
    duo.take(FIRST, primary(school("12AB00"), school("12AC00"), school("12AD00")))
    bad = school("12AC00", GEMEENTENUMMER="Heerlen")
    report = duo.take(SECOND, primary(school("12AB00", name="De Nieuwe Lamp"), bad), despite_rejected=True)
    assert [one.line for one in report.rejected] == [3]
    assert report.change is not None
    assert node(duo.live.network, "duo-12AC00").until is node(duo.live.network, "duo-12AD00").until is None
    duo.take(THIRD, primary(school("12AB00"), school("12AC00")))
    assert node(duo.live.network, "duo-12AD00").until == THIRD


def test_a_school_that_moved_to_another_board_keeps_its_history(duo: Register) -> None:
    duo.take(FIRST, primary(school("12AB00")))
    duo.take(SECOND, primary(school("12AB00", **{"BEVOEGD GEZAG NUMMER": "42669"})))
    assert targets(duo.live.network, "PART_OF", "duo-12AB00", on=FIRST) == {"bg-41249"}
    assert targets(duo.live.network, "PART_OF", "duo-12AB00", on=SECOND) == {"bg-42669"}


def test_a_municipality_that_lost_its_schools_without_their_moving_merged(duo: Register) -> None:
    nuth = {"GEMEENTENUMMER": "0951", "GEMEENTENAAM": "NUTH", "POSTCODE": "6361 AB"}
    beekdaelen = {"GEMEENTENUMMER": "1954", "GEMEENTENAAM": "BEEKDAELEN", "POSTCODE": "6361AB"}
    duo.take(FIRST, primary(school("12AB00", **nuth)))
    report = duo.take(SECOND, primary(school("12AB00", **beekdaelen)))
    (successor,) = relations(duo.live.network, "SUCCEEDED_BY")
    assert (successor.origin, successor.target, successor.since) == ("GM0951", "GM1954", SECOND)
    assert node(duo.live.network, "GM0951").until == node(duo.live.network, "GM1954").since == SECOND
    assert any("Nuth into Beekdaelen" in note for note in report.notes)


def test_a_municipality_did_not_merge_because_a_school_moved_away(duo: Register) -> None:
    duo.take(FIRST, primary(school("12AB00")))
    moved = {"GEMEENTENUMMER": "0928", "GEMEENTENAAM": "KERKRADE", "POSTCODE": "6461 AB"}
    duo.take(SECOND, primary(school("12AB00", **moved)))
    assert node(duo.live.network, "GM0917").until is None
    assert relations(duo.live.network, "SUCCEEDED_BY") == []


def test_a_correction_stays_until_the_register_moves(duo: Register) -> None:
    duo.take(FIRST, primary(school("12AB00")))
    duo.correct("duo-12AB00", phone="0459999999", website=None)
    report = duo.take(SECOND, primary(school("12AB00")))
    assert report.change is None
    assert [str(one) for one in report.differences] == [
        "duo-12AB00, phone: the register says «0451234567», the network «0459999999»",
        "duo-12AB00, website: the register says «www.school.example.org», the network nothing",
    ]
    # Something else moves: the correction stays. Then the register moves itself.
    duo.take(SECOND, primary(school("12AB00", name="De Nieuwe Lamp")))
    assert node(duo.live.network, "duo-12AB00").members["phone"] == "0459999999"
    report = duo.take(THIRD, primary(school("12AB00", name="De Nieuwe Lamp", TELEFOONNUMMER="0451111111")))
    assert node(duo.live.network, "duo-12AB00").members["phone"] == "0451111111"
    assert [one.member for one in report.differences] == ["website"]


def test_a_corrected_figure_stays_beside_those_that_are_new(duo: Register) -> None:
    duo.take(FIRST, primary(school("12AB00")), history(counted("12AB00", "10", "11")))
    duo.correct("duo-12AB00", pupils={"2024": 9, "2025": 11})
    report = duo.take(SECOND, history(counted("12AB00", "8", "10", "12")))
    assert node(duo.live.network, "duo-12AB00").members["pupils"] == {"2023": 8, "2024": 9, "2025": 12}
    assert [one.member for one in report.differences] == ["pupils.2024"]


def test_a_corrected_board_stays_until_the_register_moves(duo: Register) -> None:
    other = school("12AC00", **{"BEVOEGD GEZAG NUMMER": "42669"})
    duo.take(FIRST, primary(school("12AB00"), other))
    (board,) = relations(duo.live.network, "PART_OF", origin="duo-12AB00")
    duo.put(
        {**write_line(board), "until": "2025-01-01"},
        {"relation": "PART_OF", "from": "duo-12AB00", "to": "bg-42669", "since": "2025-01-01"},
    )
    report = duo.take(SECOND, primary(school("12AB00"), other))
    assert targets(duo.live.network, "PART_OF", "duo-12AB00", on=SECOND) == {"bg-42669"}
    assert [str(one) for one in report.differences] == [
        "duo-12AB00, PART_OF: the register says bg-41249, the network bg-42669"
    ]
    duo.take(THIRD, primary(school("12AB00", **{"BEVOEGD GEZAG NUMMER": "40790"}), other))
    assert targets(duo.live.network, "PART_OF", "duo-12AB00", on=THIRD) == {"bg-40790"}


def test_a_dry_run_is_not_remembered(duo: Register, tmp_path: Path) -> None:
    duo.take(FIRST, primary(school("12AB00")))
    later = tmp_path / "later.csv"
    later.write_bytes(primary(school("12AB00", TELEFOONNUMMER="0451111111")).content)
    run(duo.live, "duo-schools", [later], by="test", on=SECOND, dry_run=True)
    assert run(duo.live, "duo-schools", [later], by="test", on=SECOND).changed == 1
