"""Files that cannot be read, or hold cells that cannot be right: each is told with its place."""

import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from graph.errors import BadInput, KorteLijnenError, TooCostly
from seeds.spreadsheets import File, Outcome
from tests.spreadsheets.sheets import PEOPLE, around_a_table, csv, only, planned, saved, workbook

ROWS: list[list[Any]] = [["naam", "organisatie", "sinds"], ["Noor Vaessen", "GGD ZL", None]]


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'
LATIN, UTF_8 = b"Ren\xe9;arts\n", b"Jos\xc3\xa9;arts\n"
REGISTER = csv("BRINNUMMER;VESTIGINGSNAAM;GEMEENTENAAM", "12AB;De Brug;HEERLEN")


def with_part(name: str, content: bytes) -> File:
    packed = BytesIO(workbook(personen=ROWS).content)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr(name, content)
    return File("boek.xlsx", packed.getvalue())


def merged() -> File:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "personen"
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    return saved(book)


def without_workbook() -> File:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("content.xml", "<office/>")
    return File("blad.ods", packed.getvalue())


@pytest.mark.parametrize(
    ("file", "field", "says"),
    [
        (lambda: with_part("xl/vbaProject.bin", b"x"), "boek.xlsx", "macros (xl/vbaProject.bin)"),
        (lambda: with_part("xl/extra.xml", ENTITY), "boek.xlsx", "declares entities"),
        (lambda: with_part("xl/worksheets/sheet2.xml", b" " * 40_000_000), "boek.xlsx", "grows"),
        (merged, "personen!A2:A3", "merged"),
        (without_workbook, "blad.ods", "no workbook"),
        (lambda: File("x.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600), "x.xls", "before 2007"),
        (lambda: File("x.xlsx", workbook(personen=ROWS).content[:-400]), "x.xlsx", "no whole workbook"),
        (lambda: File("x.csv", b""), "x.csv", "empty"),
        (lambda: File("x.csv", b"naam;functie\n" + LATIN + UTF_8), "x.csv", "line 3 in utf-8"),
        (lambda: File("x.csv", b"naam;functie\n" + UTF_8 + LATIN), "x.csv", "line 3"),
        (lambda: csv("naam;e-mail;organisatie;E-MAILADRES", "a;b;c;d"), "personen!D1", "heads the same as B1"),
        (lambda: REGISTER, "blad.csv", "none of the sheets"),
        (lambda: workbook(personen=[["e-mail"], ["x@example.org"]]), "personen!A1", "no column «naam» or «name»"),
        (lambda: csv(PEOPLE), "blad.csv", "no rows"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_what_and_where(file: Callable[[], File], field: str, says: str) -> None:
    with pytest.raises((BadInput, TooCostly)) as error:
        planned(around_a_table(), file())
    assert error.value.field == field
    assert says in error.value.message
    assert error.value.expected


@pytest.mark.parametrize(
    ("cell", "says", "message"),
    [
        ("=A2", "=A2", "is computed"),
        (46_000, "46000", "is a number, which may mean 2025-12-09"),
        ("3/4/2026", "3/4/2026", "is no date that can be read in one way only"),
        ("maart 2026", "maart 2026", "is no date that can be read in one way only"),
        ("2026-02-30", "2026-02-30", "is no day of the calendar"),
        (True, "True", "is a number"),
    ],
)
def test_a_date_that_may_mean_something_else_is_rejected_with_its_cell(cell: object, says: str, message: str) -> None:
    row = only(planned(around_a_table(), workbook(personen=[ROWS[0], ["Noor Vaessen", "GGD ZL", cell]])))
    (problem,) = row.problems
    assert row.outcome is Outcome.REJECTED
    assert (problem.cell, problem.says, problem.message) == ("personen!C2", says, message)


@pytest.mark.parametrize("cell", [date(2026, 3, 14), "2026-03-14", "14-3-2026", "14-03-2026"])
def test_a_date_is_read_as_a_date_and_as_a_text_of_one_meaning(cell: object) -> None:
    row = only(planned(around_a_table(), workbook(personen=[ROWS[0], ["Piet Bos", "GGD ZL", cell]])))
    assert any("2026-03-14" in change for change in row.changes)


def test_a_telephone_number_that_is_a_number_has_lost_its_zero() -> None:
    row = only(planned(around_a_table(), workbook(personen=[["naam", "telefoon"], ["Noor Vaessen", 455751234]])))
    assert row.problems[0].cell == "personen!B2"


def test_two_hundred_empty_columns_are_passed_over_and_a_value_without_heading_is_told() -> None:
    wide = [*ROWS[0], *[None] * 200, "wat anders"]
    made = planned(around_a_table(), workbook(personen=[wide, [*ROWS[1], *[None] * 200, "x"]]))
    assert made.notes == ("Not used of personen: «wat anders»",)
    nameless = only(planned(around_a_table(), workbook(personen=[ROWS[0], [*ROWS[1], None, "x"]])))
    assert (nameless.problems[0].cell, nameless.outcome) == ("personen!E2", Outcome.REJECTED)


def test_a_file_of_nobody_is_never_a_fault() -> None:
    content = workbook(personen=ROWS).content
    for at in range(30, len(content), max(len(content) // 60, 1)):
        damaged = File("x.xlsx", content[:at] + b"\xff\x00\xff" + content[at + 3 :])
        with suppress(KorteLijnenError):
            planned(around_a_table(), damaged)
