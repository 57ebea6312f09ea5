from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import BadInput
from graph.live import LiveNetwork
from graph.stores import open_store
from seeds import taxonomy_lines
from seeds.registers import File, Rejected, run
from tests.seeds.duo_files import counted, history, primary, school
from tests.seeds.networks import TODAY


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LiveNetwork]:
    with LiveNetwork(open_store(f"sqlite:///{tmp_path / 'network.db'}")) as live:
        live.write("test", "sectors", ((None, line) for *_, line in taxonomy_lines()))
        yield live


def saved(folder: Path, *files: File) -> list[Path]:
    paths = [folder / file.name for file in files]
    for path, file in zip(paths, files, strict=True):
        path.write_bytes(file.content)
    return paths


def test_all_files_of_an_import_are_one_change(live: LiveNetwork, tmp_path: Path) -> None:
    paths = saved(tmp_path, primary(school("12AB00")), history(counted("12AB00", "7"), counted("12AC00", "3")))
    report = run(live, "duo-schools", paths, by="Joke", on=TODAY)
    # two schools, a board, a municipality; of each school a board, municipality and sector; the board's two relations
    assert (report.added, report.changed, report.unchanged) == (12, 0, 0)
    assert report.change is not None
    assert (report.change.version, report.change.by) == (2, "Joke")
    assert report.change.because == "import duo-schools: bo.csv, history.csv"
    assert live.network.version == 2


def test_the_same_files_again_change_nothing_and_make_no_version(live: LiveNetwork, tmp_path: Path) -> None:
    paths = saved(tmp_path, primary(school("12AB00")))
    first = run(live, "duo-schools", paths, by="Joke")
    again = run(live, "duo-schools", paths, by="Joke")
    assert (again.added, again.changed, again.unchanged, again.change) == (0, 0, first.added, None)
    assert live.network.version == 2


def test_the_same_files_are_read_again_when_something_that_they_speak_of_has_changed(
    live: LiveNetwork, tmp_path: Path
) -> None:
    paths = saved(tmp_path, primary(school("12AB00")), history(counted("12AC00", "0")))
    run(live, "duo-schools", paths, by="Joke")
    fenna: dict[str, object] = {"node": "Person", "id": "fenna", "name": "Fenna"}
    live.write("Joke", "new", [(None, fenna)])
    same = run(live, "duo-schools", paths, by="Joke")
    assert any("the same files as in the last import" in note for note in same.notes)
    closed: dict[str, object] = {"node": "School", "id": "s", "name": "De Kolk", "codes": {"DUO": "12AC00"}}
    live.write("Joke", "it is open", [(None, closed)])
    again = run(live, "duo-schools", paths, by="Joke")
    assert not any("the same files as in the last import" in note for note in again.notes)
    assert again.changed == 1  # its source


def test_a_dry_run_reports_the_same_and_writes_nothing(live: LiveNetwork, tmp_path: Path) -> None:
    paths = saved(tmp_path, primary(school("12AB00"), school("12AB01")))
    dry = run(live, "duo-schools", paths, by="Joke", dry_run=True)
    assert dry.change is None
    assert live.network.version == 1
    real = run(live, "duo-schools", paths, by="Joke")
    assert (dry.added, dry.changed, dry.unchanged) == (real.added, real.changed, real.unchanged)
    assert (dry.notes, dry.rejected, dry.unused_columns) == (real.notes, real.rejected, real.unused_columns)


def test_a_rejected_row_stops_the_whole_import_unless_asked_otherwise(live: LiveNetwork, tmp_path: Path) -> None:
    paths = saved(tmp_path, primary(school("12AB00"), school("onzin")))
    report = run(live, "duo-schools", paths, by="Joke")
    reason = "INSTELLINGSCODE is «onzi»"
    assert report.rejected == (
        Rejected("bo.csv", 3, "VESTIGINGSCODE is «ONZIN», expected two digits, two letters, two digits"),
    )
    assert reason not in str(report.rejected[0])
    assert str(report.rejected[0]).startswith("bo.csv, line 3: ")
    assert (report.change, live.network.version) == (None, 1)
    rest = run(live, "duo-schools", paths, by="Joke", despite_rejected=True)
    assert rest.change is not None
    assert live.network.node_by_id("duo-12AB00") is not None


def test_an_import_lies_over_what_was_written_meanwhile(live: LiveNetwork, tmp_path: Path) -> None:
    paths = saved(tmp_path, primary(school("12AB00")))
    run(live, "duo-schools", paths, by="Joke")
    board = {"node": "SchoolBoard", "id": "bg-41249", "name": "De Put", "codes": {"BEVOEGD_GEZAG": "41249"}}
    with LiveNetwork(open_store(live.store.address)) as other:
        other.write("Piet", "a name", [(None, board)])
    run(live, "duo-schools", saved(tmp_path, primary(school("12AB00", "Nieuwe naam"))), by="Joke")
    kept = live.network.node_by_id("bg-41249")
    assert kept is not None
    assert kept.name == "De Put"


def test_a_named_encoding_is_used_for_every_file(live: LiveNetwork, tmp_path: Path) -> None:
    file = primary(school("12AB00", "It Fûnemint"))
    utf_16 = File(file.name, file.content.decode("windows-1252").encode("utf-16"))
    run(live, "duo-schools", saved(tmp_path, utf_16), by="Joke", encoding="utf-16")
    school_ = live.network.node_by_id("duo-12AB00")
    assert school_ is not None
    assert school_.name == "It Fûnemint"


@pytest.mark.parametrize(
    ("register", "files", "message"),
    [
        ("kadaster", ["x.csv"], "there is no register «kadaster»"),
        ("areas", [], "areas was given no files"),
        ("areas", ["nowhere.csv"], "nowhere.csv cannot be read: No such file"),
        ("areas", ["."], "cannot be read: Is a directory"),
    ],
)
def test_what_cannot_be_imported_is_refused(
    live: LiveNetwork, tmp_path: Path, register: str, files: list[str], message: str
) -> None:
    with pytest.raises(BadInput, match=message):
        run(live, register, [tmp_path / name for name in files], by="Joke")
    assert live.network.version == 1
