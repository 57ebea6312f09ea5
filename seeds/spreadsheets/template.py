"""The template: a workbook with a sheet for each sort of thing, drop-downs, and a sheet that explains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from graph.records import NodeRecord
from seeds.spreadsheets.columns import SHEETS, Column, Holds, Language, Sheet
from seeds.spreadsheets.organisations import kind_names
from seeds.spreadsheets.seats import mandate_names
from seeds.spreadsheets.workbooks import column_letter

_LAST_ROW = 5_000  # drop-downs and formats reach so far
_HEADING = PatternFill("solid", start_color="FFDCE6F1")
_WIDTHS = {Holds.NAMES: 40, Holds.TEXTS: 40, Holds.NAME: 28, Holds.SECTORS: 24}


@dataclass(frozen=True, slots=True)
class _Words:
    explanation: str
    lists: str
    title: str
    advice: tuple[str, ...]
    headings: tuple[str, str, str, str]
    required: str
    wrong: str


_WORDS: dict[Language, _Words] = {
    "nl": _Words(
        "uitleg",
        "lijsten",
        "Korte Lijnen: het netwerk als rekenblad",
        (
            "Vul per blad één rij in voor elke persoon, organisatie, zetel of overleg. Lege bladen mogen leeg blijven.",
            "Iemand met twee functies krijgt twee rijen. Een lege cel neemt niets weg van wat al bekend is.",
            "Schrijf datums als datum (14-3-2026) of als 2026-03-14. «tot» is de eerste dag dat het niet meer zo is.",
            "Namen worden herkend, ook met initialen of zonder accenten. Wat niet zeker is, wordt eerst gevraagd:",
            "het antwoord komt in de kolom «is», als id of als «nieuw».",
            "Eerst proberen: korte-lijnen import-sheet BESTAND.xlsx --dry-run",
            "Geen formules, geen samengevoegde cellen, geen macro's. Hetzelfde bestand nog eens verandert niets.",
        ),
        ("blad", "kolom", "wat erin staat", "betekenis"),
        "verplicht",
        "Kies uit de lijst.",
    ),
    "en": _Words(
        "explanation",
        "lists",
        "Korte Lijnen: the network as a spreadsheet",
        (
            "One row for each person, organisation, seat or meeting. Sheets may stay empty.",
            "Somebody with two functions has two rows. An empty cell takes nothing away from what is known.",
            "Write dates as dates, or as 2026-03-14. «until» is the first day on which it is no longer so.",
            "Names are recognised, with initials or without accents too. What is not certain is asked first:",
            "the answer stands in the column «is», as an id or as «new».",
            "To try: korte-lijnen import-sheet FILE.xlsx --dry-run",
            "No formulas, no merged cells, no macros. The same file once more changes nothing.",
        ),
        ("sheet", "column", "what it holds", "meaning"),
        "required",
        "Choose from the list.",
    ),
}


def template(sectors: Iterable[NodeRecord], language: Language = "nl") -> Workbook:
    """A workbook to fill in, with these sectors in its drop-downs."""
    book = Workbook()
    words = _WORDS[language]
    explaining = book.active
    assert isinstance(explaining, Worksheet)
    explaining.title = words.explanation
    _explain(explaining, language)
    for sheet in SHEETS:
        _fill(book.create_sheet(sheet.title(language)), sheet, language)
    lists = book.create_sheet(words.lists)
    of_sectors = [f"{sector.id} – {sector.name}" for sector in sorted(sectors, key=lambda sector: sector.id)]
    for index, (name, values) in enumerate(
        (("Sectors", of_sectors), ("Mandates", mandate_names(language)), ("Kinds", kind_names(language)))
    ):
        _list(book, lists, index, name, values)
    return book


def _explain(page: Worksheet, language: Language) -> None:
    words = _WORDS[language]
    page.append([words.title])
    page["A1"].font = Font(bold=True, size=14)
    for line in words.advice:
        page.append([line])
    page.append([])
    page.append(words.headings)
    for cell in page[page.max_row]:
        cell.font = Font(bold=True)
        cell.fill = _HEADING
    place = 0 if language == "nl" else 1
    for sheet in SHEETS:
        for column in sheet.columns:
            holds = column.holds.value[place] + (f" ({words.required})" if column.required else "")
            page.append([sheet.title(language), column.heading(language), holds, column.meaning[place]])
    for letter, width in zip("ABCD", (16, 18, 34, 60), strict=True):
        page.column_dimensions[letter].width = width


def _fill(page: Worksheet, sheet: Sheet, language: Language) -> None:
    page.append([column.heading(language) for column in sheet.columns])
    page.freeze_panes = "B2"
    for index, column in enumerate(sheet.columns):
        letter = column_letter(index)
        heading = page[f"{letter}1"]
        heading.font = Font(bold=True, underline="single" if column.required else None)
        heading.fill, heading.alignment = _HEADING, Alignment(vertical="top")
        page.column_dimensions[letter].width = _WIDTHS.get(column.holds, 16)
        _format(page, letter, column, language)


def _format(page: Worksheet, letter: str, column: Column, language: Language) -> None:
    """Dates are dates, telephone numbers and codes keep their zeros, and lists are chosen from."""
    if column.holds is Holds.DATE or column.key == "phone" or column.key.startswith("code:"):
        kept = "yyyy-mm-dd" if column.holds is Holds.DATE else "@"
        page.column_dimensions[letter].number_format = kept
    names = {Holds.SECTOR: "Sectors", Holds.SECTORS: "Sectors", Holds.MANDATE: "Mandates", Holds.KIND: "Kinds"}
    name = names.get(column.holds)
    if name is None:
        return
    # Of several sectors the list gives the first; the others are typed behind it, so it only advises.
    strict = column.holds is not Holds.SECTORS
    choice = DataValidation("list", formula1=f"={name}", allow_blank=True, showErrorMessage=strict)
    choice.error = _WORDS[language].wrong
    page.add_data_validation(choice)
    choice.add(f"{letter}2:{letter}{_LAST_ROW}")


def _list(book: Workbook, page: Worksheet, index: int, name: str, values: Sequence[str]) -> None:
    letter = column_letter(index)
    page.column_dimensions[letter].width = 44
    for row, value in enumerate(values, 1):
        page[f"{letter}{row}"] = value
    last = max(len(values), 1)
    book.defined_names[name] = DefinedName(name, attr_text=f"'{page.title}'!${letter}$1:${letter}${last}")
