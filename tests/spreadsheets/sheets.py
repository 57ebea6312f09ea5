"""Spreadsheets for tests, and what they come to over a small network around one table."""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook

from graph.editing import named
from graph.lines import Line
from graph.network import Network
from graph.reduced import ReducedNetwork
from graph.viewers import STEWARD, ViewerClass
from seeds.spreadsheets import File, Outcome, Plan, RowReport, plan
from tests.seeds.networks import TODAY, network, written

PEOPLE = "naam;e-mail;organisatie;functie;thema's;sinds;tot;is"
SEATS = "coalitie;sector;organisatie;gemeenten;mandaat;houder;houder sinds"

LINES: tuple[Line, ...] = (
    {"node": "Region", "id": "parkstad", "name": "Parkstad"},
    {"node": "Municipality", "id": "GM0917", "name": "Heerlen", "codes": {"CBS": "GM0917"}},
    {"node": "Municipality", "id": "GM0928", "name": "Kerkrade"},
    {"node": "HealthService", "id": "ggd", "name": "GGD Zuid-Limburg", "shortName": "GGD ZL"},
    {"node": "OtherOrganisation", "id": "unit", "name": "Gezondheidsbevordering"},
    {"relation": "PART_OF", "from": "unit", "to": "ggd"},
    {"node": "School", "id": "school", "name": "De Wegwijzer", "codes": {"DUO": "12AB00"}},
    {"relation": "LOCATED_IN", "from": "school", "to": "GM0917"},
    {"node": "Person", "id": "noor", "name": "Noor Vaessen", "email": "noor@example.org"},
    {"relation": "WORKS_FOR", "from": "noor", "to": "unit", "title": "coördinator", "since": "2022-01-01"},
    {"node": "Person", "id": "rene", "name": "René van der Bergh", "visibility": "STEWARD"},
    {"relation": "WORKS_FOR", "from": "rene", "to": "ggd", "title": "arts", "since": "2020-01-01"},
    {"node": "Coalition", "id": "k", "name": "Coalitie Parkstad", "phase": "WORKING"},
    {"relation": "ACTIVE_IN", "from": "k", "to": "parkstad"},
    {"node": "Seat", "id": "z", "name": "Zetel GGD", "sector": "GGD", "mandate": "DECIDE"},
    {"relation": "SEAT_IN", "from": "z", "to": "k"},
    {"relation": "SEAT_FOR", "from": "z", "to": "ggd"},
    {"relation": "HOLDS", "from": "noor", "to": "z", "since": "2024-01-01"},
)


def around_a_table(*more: Line) -> Network:
    """Noor of the health service holds a seat; René is a doctor there whom only stewards see."""
    return network(*LINES, *more)


def csv(headings: str, *rows: str, name: str = "blad.csv") -> File:
    """A file of rows below headings, `;` between the cells."""
    return File(name, "\n".join((headings, *rows)).encode())


def workbook(**sheets: Sequence[Sequence[object]]) -> File:
    """A workbook of these sheets, each its rows with the headings first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book: Workbook, name: str = "boek.xlsx") -> File:
    """A workbook as a file."""
    content = BytesIO()
    book.save(content)
    return File(name, content.getvalue())


def planned(
    before: Network,
    *files: File,
    answers: Mapping[str, str] | None = None,
    viewer: ViewerClass = STEWARD,
    day: date = TODAY,
) -> Plan:
    """What files come to over a network, as a steward unless another looks."""
    return plan(ReducedNetwork(before, viewer), files, day, answers)


def taken_in(before: Network, *files: File, answers: Mapping[str, str] | None = None, day: date = TODAY) -> Network:
    """The network after files of which every row is taken in; the same files again change nothing."""
    made = planned(before, *files, answers=answers, day=day)
    assert made.is_whole, [row for row in made.rows if row.problems or row.doubts]
    after = written(before, (line for _, line in named(made.lines)))
    again = planned(after, *files, answers=answers, day=day)
    assert [row.outcome for row in again.rows] == [Outcome.SAME] * len(made.rows), again.rows
    assert again.lines == ()
    return after


def only(plan: Plan) -> RowReport:
    """The only row of a plan."""
    (row,) = plan.rows
    return row
