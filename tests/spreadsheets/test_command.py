"""`template`, and `import-sheet` from a dry run to a store that the same file no longer changes."""

import json
import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from openpyxl import load_workbook

from tests.running import korte_lijnen

SHEET = """naam;e-mail;organisatie;functie;sinds
N. Vaessen;;GGD Zuid-Limburg;coördinator;
Piet Nieuw;piet.nieuw@example.org;Gemeente Heerlen;adviseur;1-9-2026
"""
COMMAND = [sys.executable, "-c", "from server.command_line import main; main()"]


def ready(folder: Path) -> None:
    assert korte_lijnen(folder, "load", "--demo").code == 0
    (folder / "personen.csv").write_text(SHEET, encoding="utf-8")


def test_a_sheet_is_tried_answered_and_stored_once(tmp_path: Path) -> None:
    ready(tmp_path)
    tried = korte_lijnen(tmp_path, "import-sheet", "personen.csv", "--dry-run", "--report", "report.json")
    assert tried.code == 1
    assert "personen!3 new «Piet Nieuw»" in tried.output
    assert "1 new, 0 changed, 0 same, 1 doubtful, 0 rejected." in tried.output
    assert "personen!A2: is «N. Vaessen» one of these, or new?\n    p-001  Noor Vaessen  0.96" in tried.error
    report = json.loads((tmp_path / "report.json").read_bytes())
    assert [(row["row"], row["outcome"]) for row in report] == [(2, "DOUBTFUL"), (3, "NEW")]
    assert report[0]["doubts"][0]["candidates"][0]["id"] == "p-001"

    refused = korte_lijnen(tmp_path, "import-sheet", "personen.csv")
    assert refused.code == 1
    assert "Nothing was stored" in refused.error

    stored = korte_lijnen(tmp_path, "import-sheet", "personen.csv", "--new", "personen!2")
    assert (stored.code, stored.error) == (0, "")
    assert stored.output.endswith("2 new, 0 changed, 0 same, 0 doubtful, 0 rejected.\nStored as version 2.\n")
    again = korte_lijnen(tmp_path, "import-sheet", "personen.csv", "--new", "personen!2")
    assert again.output.endswith(
        "0 new, 0 changed, 2 same, 0 doubtful, 0 rejected.\nNothing new: nothing was stored.\n"
    )


def test_the_others_are_stored_when_that_is_asked(tmp_path: Path) -> None:
    ready(tmp_path)
    (tmp_path / "answers.json").write_text('{"personen!A2": "nobody"}')
    stored = korte_lijnen(
        tmp_path,
        "import-sheet",
        "personen.csv",
        "--despite-rejected",
        "--answers",
        "answers.json",
        "--because",
        "spring",
    )
    assert stored.code == 0
    assert "1 new, 0 changed, 0 same, 0 doubtful, 1 rejected.\nStored as version 2." in stored.output
    info = korte_lijnen(tmp_path, "info")
    assert "by the command line: spring" in info.output


def test_what_is_wrong_with_the_command_is_told(tmp_path: Path) -> None:
    ready(tmp_path)
    for arguments, says in (
        (("nothing.csv",), "nothing.csv cannot be read"),
        (("personen.csv", "--same", "personen!2"), "no answer"),
        (("personen.csv", "--new", "zetels!2"), "there is no such sheet"),
        (("personen.csv", "--answers", "personen.csv"), "cannot be read"),
        (("personen.csv", "--because", "asked by noor vaessen"), "name of a person"),
        (("personen.csv", "--new", "personen!2", "--because", "for piet nieuw"), "name of a person"),
    ):
        ran = korte_lijnen(tmp_path, "import-sheet", *arguments)
        assert (ran.code, says in ran.error) == (1, True), ran.error


def test_the_template_is_filled_in_and_imported(tmp_path: Path) -> None:
    ready(tmp_path)
    assert korte_lijnen(tmp_path, "template", "sheet.xlsx").code == 0
    book = load_workbook(tmp_path / "sheet.xlsx")
    book["personen"].append(["Piet Nieuw", "piet.nieuw@example.org", None, "Gemeente Heerlen", "adviseur"])
    book.save(tmp_path / "sheet.xlsx")
    stored = korte_lijnen(tmp_path, "import-sheet", "sheet.xlsx")
    assert (stored.code, stored.output.splitlines()[-1]) == (0, "Stored as version 2.")


def _word(number: int) -> str:
    """A word that is like no other."""
    return sha256(str(number).encode()).hexdigest()[:12].translate(str.maketrans("0123456789", "ghijklmnop"))


def test_an_import_that_is_interrupted_leaves_nothing_half_done(tmp_path: Path) -> None:
    ready(tmp_path)
    before = people(tmp_path)
    rows = (f"Mens {_word(i)};mens{i}@example.org;Gemeente Heerlen;functie {i};" for i in range(4_000))
    (tmp_path / "many.csv").write_text("\n".join(("naam;e-mail;organisatie;functie;sinds", *rows)), encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen([*COMMAND, "import-sheet", "many.csv"], cwd=tmp_path, env=environment) as importing:
        try:
            importing.wait(timeout=2)
        except subprocess.TimeoutExpired:
            importing.send_signal(signal.SIGINT)
        code = importing.wait(timeout=60)
    done = people(tmp_path) - before
    assert (code, done) in ((130, 0), (130, 4_000), (0, 4_000))


def people(folder: Path) -> int:
    """How many people the network holds."""
    answer = json.loads(korte_lijnen(folder, "query", "{ network { people { totalCount } } }").output)
    return int(answer["data"]["network"]["people"]["totalCount"])
