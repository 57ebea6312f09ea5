"""Spreadsheets of links, read back."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from graph.records import NodeRecord
from server.confirming.invitations import Invitation, invitations
from server.confirming.links import LinkKeys
from server.confirming.sheets import COLUMNS, workbook, write_csv
from tests.confirming.network import KEYS, now

FORMULAS = [
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "-2+3",
    "@SUM(1)",
    "=cmd|' /C calc'!A0",
    "\t=1",
]


def invitation(name: str = "Fenna Dirks", email: str = "f.dirks@example.org", id: str = "fenna") -> Invitation:
    (made,) = invitations(
        [NodeRecord(id, "Person", name, members={"email": email})],
        KEYS,
        "https://kaart.example.org",
        now(),
        timedelta(days=30),
    )
    return made


def sheet(path: Path, made: list[Invitation], without: list[NodeRecord] | None = None) -> list[list[tuple[str, ...]]]:
    """The rows of each sheet of a workbook that was written and read back."""
    workbook(made, without or []).save(path)
    read = load_workbook(path)
    for one in read.worksheets:
        for row in one.iter_rows():
            assert all(cell.data_type == "s" for cell in row)
    return [[tuple(map(str, row)) for row in one.iter_rows(values_only=True)] for one in read.worksheets]


def comma_separated(made: list[Invitation]) -> list[list[str]]:
    written = io.StringIO(newline="")
    write_csv(written, made)
    return list(csv.reader(io.StringIO(written.getvalue(), newline="")))


def test_a_row_holds_who_it_is_their_address_and_their_link(tmp_path: Path) -> None:
    one = invitation()
    row = ("fenna", "Fenna Dirks", "f.dirks@example.org", one.link, one.last_day.isoformat())
    links, without = sheet(tmp_path / "links.xlsx", [one], [NodeRecord("gijs", "Person", "Gijs Zonderadres")])
    assert links == [COLUMNS, row]
    assert without == [("id", "naam"), ("gijs", "Gijs Zonderadres")]
    assert comma_separated([one]) == [list(COLUMNS), list(row)]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_name_is_a_text_and_never_a_formula(tmp_path: Path, formula: str) -> None:
    one = invitation(name=formula, id=formula.strip())
    links, _ = sheet(tmp_path / "links.xlsx", [one])
    assert links[1][:2] == (formula.strip(), " ".join(formula.split()))
    (_, row) = comma_separated([one])
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    assert row[1] == "'" + " ".join(formula.split())


@given(st.text(min_size=1))
def test_any_name_can_be_written_and_stays_in_its_row(name: str) -> None:
    one = invitation(name=name or "x")
    rows = comma_separated([one, invitation()])
    assert [len(row) for row in rows] == [5, 5, 5]
    assert rows[1][3] == one.link


def test_what_a_workbook_cannot_hold_is_a_space(tmp_path: Path) -> None:
    links, _ = sheet(tmp_path / "links.xlsx", [invitation(name="Fenna\x08\x0b \x1fDirks")])
    assert links[1][1].split() == ["Fenna", "Dirks"]


def test_the_link_of_a_row_is_the_persons_own(tmp_path: Path) -> None:
    made = [invitation(id=f"p{i}") for i in range(50)]
    links, _ = sheet(tmp_path / "links.xlsx", made)
    for row in links[1:]:
        assert KEYS.read(row[3].removeprefix("https://kaart.example.org/confirm/"), now()).person == row[0]
    assert len({row[3] for row in links}) == 51


def test_a_link_is_good_until_the_end_of_its_last_day() -> None:
    one = invitation()
    link = LinkKeys(KEYS.keys).read(one.link.rpartition("/")[2], now())
    assert timedelta(days=30) <= link.expires - now() + timedelta(minutes=1)
    assert link.expires - now() <= timedelta(days=31, hours=1)
    assert link.expires == one.asked.expires
