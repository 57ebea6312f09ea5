"""docs/notebook.md: its code runs on the demo network, from top to bottom, as in a notebook."""

import re
from pathlib import Path

import matplotlib
import pytest

from tests.running import korte_lijnen

PAGE = Path(__file__).parents[2] / "docs" / "notebook.md"


def test_the_code_on_the_page_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert korte_lijnen(tmp_path, "load", "--demo").code == 0
    monkeypatch.chdir(tmp_path)
    matplotlib.use("svg")
    cells = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    notebook: dict[str, object] = {}
    for cell in cells:
        exec(compile(cell, str(PAGE), "exec"), notebook)
    assert len(cells) == 5
    said = capsys.readouterr().out
    assert "Zetel gemeente Heerlen" in said
    assert "k-parkstad/3 NO_SEAT None" in said
    assert "</svg>" in (tmp_path / "table.svg").read_text(encoding="utf-8")
