"""`importSheet`: a spreadsheet over GraphQL, uploaded by a multipart request, within the rights of who uploads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from graph.live import LiveNetwork
from graph.stores import open_store
from graph.viewers import Viewer
from resolvers.context import Context
from resolvers.costs import COSTS
from schema import schema
from server.application import application
from server.limits import Limits
from tests.mutations.office import FENNA, LINES, STEWARD, STRANGER
from tests.spreadsheets.sheets import workbook

IMPORT = """mutation ($file: Upload!, $answers: [SheetAnswer!], $dryRun: Boolean, $because: String = "a test") {
    importSheet(file: $file, answers: $answers, dryRun: $dryRun, because: $because) {
        change { version touched } counts { outcome rows } notes
        rows { place outcome name id because changes problems { cell says message expected }
               doubts { cell says mayBeNew candidates { id name likeness because } } } } }"""
PREFLIGHT = {"GraphQL-Require-Preflight": "1"}
SHEET = b"naam;organisatie;functie;sinds\nPiet Bos;bestuur;rector;1-9-2026\n"


class Desk:
    """The service over HTTP, and who asks."""

    def __init__(self, live: LiveNetwork) -> None:
        self.live = live
        self.viewer = STEWARD
        limits = Limits(weights=COSTS, upload=200_000)
        app = application(
            schema, lambda _: Context.of(live, self.viewer), network_version=lambda: live.network.version, limits=limits
        )
        self.client = TestClient(app)

    def post(
        self,
        file: bytes = SHEET,
        *,
        by: Viewer = STEWARD,
        name: str = "blad.csv",
        places: object = None,
        headers: dict[str, str] | None = None,
        **variables: object,
    ) -> Response:
        self.viewer = by
        operations = orjson.dumps({"query": IMPORT, "variables": {"file": None, **variables}})
        map_ = orjson.dumps({"0": ["variables.file"]} if places is None else places)
        data = {"operations": operations.decode(), "map": map_.decode()}
        return self.client.post(
            "/graphql", data=data, files={"0": (name, file)}, headers=PREFLIGHT if headers is None else headers
        )

    def imported(self, file: bytes = SHEET, **more: Any) -> Any:  # noqa: ANN401
        answer = self.post(file, **more).json()
        assert "errors" not in answer, answer
        return answer["data"]["importSheet"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with LiveNetwork(open_store(f"sqlite:///{tmp_path}/network.db")) as live:
        live.write("Tess", "a test", list(enumerate(LINES, 1)))
        yield Desk(live)


def test_a_sheet_is_tried_and_then_written_as_one_change(desk: Desk) -> None:
    tried = desk.imported(dryRun=True)
    assert (tried["change"], tried["rows"][0]["outcome"], desk.live.network.version) == (None, "NEW", 1)
    stored = desk.imported()
    assert stored["change"]["version"] == 2
    assert len(stored["change"]["touched"]) == 2
    again = desk.imported()
    assert (again["change"], again["rows"][0]["outcome"]) == (None, "SAME")
    assert {one["outcome"]: one["rows"] for one in again["counts"]} == {
        "NEW": 0, "CHANGED": 0, "SAME": 1, "DOUBTFUL": 0, "REJECTED": 0,
    }  # fmt: skip


def test_a_workbook_is_read_and_what_is_doubtful_asked_and_answered(desk: Desk) -> None:
    headings, noor = ["name", "e-mail", "organisation"], ["N. Vaessen", "nv@example.org", "bestuur"]
    file = workbook(people=[headings, noor, ["Ans Kuil", "geen adres"]]).content
    asked = desk.imported(file, name="list.xlsx")
    assert (asked["change"], [row["outcome"] for row in asked["rows"]]) == (None, ["DOUBTFUL", "REJECTED"])
    (candidate,) = asked["rows"][0]["doubts"][0]["candidates"]
    assert (candidate["id"], candidate["name"]) == ("noor", "Noor Vaessen")
    assert asked["rows"][1]["problems"] == [
        {"cell": "people!B3", "says": "geen adres", "message": "is no e-mail address",
         "expected": "one address, such as naam@example.org"}
    ]  # fmt: skip
    file = workbook(people=[headings, noor]).content
    answered = desk.imported(file, name="list.xlsx", answers=[{"at": "people!2", "answer": "noor"}])
    assert (answered["rows"][0]["id"], answered["change"]["touched"]) == ("noor", ["noor"])


def test_members_take_in_what_is_theirs_and_nothing_else(desk: Desk) -> None:
    own = b"naam;e-mail;organisatie;functie;sinds\nFenna Dirks;f.dirks@example.org;bestuur;rector;1-9-2026\n"
    stored = desk.imported(own, by=FENNA)
    assert [row["id"] for row in stored["rows"]] == ["fenna"]
    kept = desk.live.network.relation_by_id("WORKS_FOR(fenna,bestuur,)")
    assert kept is not None
    assert (str(kept.until), kept.members["deputyOf"]) == ("2026-09-01", "sjef")
    refused = desk.post(by=FENNA).json()
    assert refused["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    nobody = desk.post(by=STRANGER).json()
    assert nobody["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_who_is_hidden_is_as_nobody(desk: Desk) -> None:
    for email, name in (("s.geheim@example.org", "Sjef Geheim"), ("x@example.org", "Xander Ander")):
        sheet = f"naam;e-mail\n{name};{email}\n".encode()
        assert desk.imported(sheet, dryRun=True)["rows"][0]["id"] == ("sjef" if "Sjef" in name else None)
        refused = desk.post(sheet, by=FENNA, dryRun=True).json()["errors"][0]
        assert (refused["extensions"]["code"], "sjef" in str(refused)) == ("FORBIDDEN", False)


def test_a_page_of_another_site_cannot_upload(desk: Desk) -> None:
    refused = desk.post(headers={})
    assert refused.status_code == 415
    assert "graphql-require-preflight" in refused.text
    assert desk.live.network.version == 1
    assert desk.post(headers={"Apollo-Require-Preflight": "true"}).status_code == 200


@pytest.mark.parametrize(
    ("places", "says"),
    [
        ({"0": ["variables.other"]}, "no variable that is null"),
        ({"0": ["variables.because"]}, "no variable that is null"),
        ({"0": ["query"]}, "no variable that is null"),
        ({"1": ["variables.file"]}, "no file of the form"),
        ({"0": "variables.file"}, "no object of lists of paths"),
        ([], "no object of lists of paths"),
    ],
)
def test_a_form_that_is_not_as_it_should_be_says_so(desk: Desk, places: object, says: str) -> None:
    refused = desk.post(places=places)
    assert (refused.status_code, says in refused.text) == (400, True), refused.text


def test_what_is_no_form_and_what_is_too_large_is_refused(desk: Desk) -> None:
    headers = {**PREFLIGHT, "Content-Type": "multipart/form-data; boundary=x"}
    assert desk.client.post("/graphql", content=b"--y\r\n\r\n", headers=headers).status_code == 400
    without = {**PREFLIGHT, "Content-Type": "multipart/form-data"}
    assert desk.client.post("/graphql", content=b"--y\r\n\r\n", headers=without).status_code == 400
    assert desk.post(SHEET + b" " * 200_000).status_code == 413
    plain = desk.client.post("/graphql", json={"query": IMPORT, "variables": {"file": 3}})
    assert plain.json()["errors"][0]["extensions"]["code"] == "BAD_INPUT"


def test_a_csv_file_may_be_given_as_its_text(desk: Desk) -> None:
    document = (
        f'mutation {{ importSheet(file: "{SHEET.decode()}", because: "x", dryRun: true) {{ rows {{ place }} }} }}'
    )
    answer = desk.client.post("/graphql", json={"query": document.replace("\n", "\\n")}).json()
    assert answer["data"] == {"importSheet": {"rows": [{"place": "personen!2"}]}}
