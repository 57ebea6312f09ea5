"""What is taken out: as a workbook, CSV, GraphML and GEXF, on the command line and over HTTP, for whose eyes it is."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import networkx as nx
import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from graph.live import LiveNetwork
from graph.stores import open_store
from graph.viewers import ANYBODY, Role, Viewer
from graph.vocabulary import Visibility
from resolvers.context import Context
from resolvers.exports.asked import SORTS, export
from resolvers.exports.files import FORMATS
from schema import schema
from seeds import demo_lines
from server.application import application
from server.exports import export_route
from server.graphql_over_http import Turns
from server.limits import Limits
from tests.running import korte_lijnen

STEWARD, MEMBER = Viewer("Steef", Role.STEWARD), Viewer("Fenna", Role.MEMBER)
ASKED = {
    "who-is-who": {"coalition": "k-parkstad"},
    "representation": {"coalition": "k-parkstad"},
    "coverage": {"area": "GM0917", "sectors": "PO, VO"},
    "subgraph": {"around": "p-001", "steps": "2"},
}
NASTY = (
    {"node": "Person", "id": "nasty", "name": "=HYPERLINK(\"x\")", "email": "+31@example.org"},
    {"relation": "WORKS_FOR", "from": "nasty", "to": "GM0917", "title": "@SUM(A1)\x0b", "themes": ["-1"]},
)  # fmt: skip


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveNetwork]:
    with LiveNetwork(open_store(f"sqlite:///{tmp_path_factory.mktemp('exports')}/network.db")) as live:
        live.write("Tess", "a test", [(None, line) for *_, line in demo_lines()])
        live.write("Tess", "a test", list(enumerate(NASTY, 1)))
        yield live


def written(live: LiveNetwork, viewer: Viewer, sort: str, format: str, **arguments: str) -> bytes:
    return FORMATS[format].write(export(Context.of(live, viewer), sort, arguments), "nl")


def rows(live: LiveNetwork, viewer: Viewer, sort: str, **arguments: str) -> list[dict[str, str]]:
    text = written(live, viewer, sort, "csv", **arguments).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


@pytest.mark.parametrize("sort", SORTS)
def test_every_export_is_written_in_every_format_and_read_back(live: LiveNetwork, sort: str) -> None:
    asked = ASKED.get(sort, {})
    made = export(Context.of(live, STEWARD), sort, asked)
    book = load_workbook(BytesIO(written(live, STEWARD, sort, "xlsx", **asked)))
    assert [sheet.max_row - 1 for sheet in book.worksheets] == [len(table.rows) for table in made.tables]
    assert len(rows(live, STEWARD, sort, **asked)) == len(made.tables[0].rows) > 0
    for format, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        graph = read(BytesIO(written(live, STEWARD, sort, format, **asked)))
        assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(made.nodes), len(made.relations))
        assert all(data["label"] for _, data in graph.nodes(data=True))


def test_no_cell_is_a_formula(live: LiveNetwork) -> None:
    for row in rows(live, STEWARD, "people"):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    (sheet,) = load_workbook(BytesIO(written(live, STEWARD, "people", "xlsx"))).worksheets
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "d"}
    assert '=HYPERLINK("x")' in [cell.value for cell in cells]
    assert b"HYPERLINK" in written(live, STEWARD, "subgraph", "graphml", around="nasty")


def test_the_public_gets_nothing_of_what_is_for_members(live: LiveNetwork) -> None:
    people = [record for record in live.network.node_records() if record.kind == "Person"]
    hidden = {record.name for record in people if record.visibility > Visibility.PUBLIC}
    hidden |= {str(record.members["email"]) for record in people if "email" in record.members}
    for sort in SORTS:
        asked = {"around": "k-parkstad", "steps": "2"} if sort == "subgraph" else ASKED.get(sort, {})
        for format in ("csv", "graphml"):
            told = written(live, ANYBODY, sort, format, **asked).decode()
            assert not [one for one in hidden if one in told], (sort, format)


def test_a_hidden_holder_is_hidden_and_not_vacant(live: LiveNetwork) -> None:
    seats = {row["zetel"]: row for row in rows(live, MEMBER, "who-is-who", coalition="k-parkstad")}
    hidden = seats["Zetel gemeente Voerendaal"]
    assert (hidden["staat"], hidden["houder"], hidden["sinds"]) == ("HIDDEN", "", "")
    seen = {row["zetel"]: row for row in rows(live, STEWARD, "who-is-who", coalition="k-parkstad")}
    assert seen["Zetel gemeente Voerendaal"]["houder"]


def test_members_see_addresses_and_not_who_may_be_asked(live: LiveNetwork) -> None:
    table = rows(live, MEMBER, "people", organisation="ggd-zl")
    assert any(row["e-mail"] for row in table)
    assert b"introducible" not in written(live, MEMBER, "subgraph", "graphml", around="p-001")
    assert b"introducible" in written(live, STEWARD, "subgraph", "graphml", around="p-001")


def test_unknown_weights_are_empty_and_the_date_counts(live: LiveNetwork) -> None:
    now = rows(live, STEWARD, "representation", coalition="k-parkstad", asOf="2026-11-15")
    assert {row["leerlingen"] for row in now if row["staat"] == "FILLED"} == {""}
    assert rows(live, STEWARD, "municipalities", asOf="2018-01-01") != rows(live, STEWARD, "municipalities")


@pytest.fixture
def client(live: LiveNetwork) -> TestClient:
    def context(_: object) -> Context:
        return Context.of(live, ANYBODY)

    limits = Limits()
    route = export_route(context, Turns(limits))
    return TestClient(application(schema, context, network_version=lambda: 1, limits=limits, pages=[route]))


def test_an_export_over_http_is_a_file_that_is_not_kept(client: TestClient) -> None:
    found = client.get("/export/coverage.xlsx", params={"area": "GM0917", "lang": "en"})
    assert found.status_code == 200
    assert found.headers["content-disposition"] == 'attachment; filename="coverage.xlsx"'
    assert (found.headers["cache-control"], found.headers["x-content-type-options"]) == ("no-store", "nosniff")
    (sheet,) = load_workbook(BytesIO(found.content)).worksheets
    assert sheet["B1"].value == "municipality"


@pytest.mark.parametrize(
    ("address", "status", "field"),
    [
        ("/export/secrets.xlsx", 404, "URL"),
        ("/export/people", 404, "URL"),
        ("/export/people.pdf", 400, "format"),
        ("/export/people.csv?phase=FORMING", 400, "phase"),
        ("/export/people.csv?text=a&text=b", 400, "text"),
        ("/export/people.csv?lang=fr", 400, "lang"),
        ("/export/people.csv?asOf=gisteren", 400, "asOf"),
        ("/export/people.csv?sector=XX", 404, "filter.sector"),
        ("/export/who-is-who.csv", 400, "coalition"),
        ("/export/who-is-who.csv?coalition=GM0917", 400, "coalition"),
        ("/export/subgraph.csv?around=p-001", 404, "around"),
        ("/export/subgraph.csv?around=k-parkstad&steps=x", 400, "steps"),
        ("/export/subgraph.csv?around=k-parkstad&limit=9999", 400, "limit"),
        ("/export/subgraph.csv?around=k-parkstad&types=LIKES", 400, "types"),
        ("/export/coalitions.csv?phase=OLD", 400, "phase"),
    ],
)
def test_what_is_asked_wrongly_is_told_where(client: TestClient, address: str, status: int, field: str) -> None:
    refused = client.get(address)
    (error,) = refused.json()["errors"]
    assert (refused.status_code, error["extensions"]["field"]) == (status, field)


def test_the_command_writes_a_file_for_whose_eyes_it_is(tmp_path: Path) -> None:
    assert korte_lijnen(tmp_path, "load", "--demo").code == 0
    ran = korte_lijnen(tmp_path, "export", "people", "--sector", "VO", "--as", "public", "--output", "vo.csv")
    assert (ran.code, ran.error) == (0, "")
    assert "@" not in (tmp_path / "vo.csv").read_text("utf-8-sig")
    wrong = korte_lijnen(tmp_path, "export", "people", "--output", "vo.pdf")
    assert (wrong.code, "xlsx, csv, graphml, gexf" in wrong.error) == (1, True)
