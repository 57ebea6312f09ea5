"""`ask` puts lines in a new SQLite store and gives who may be asked about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from graph.lines import Line
from tests.asking import Ask, Asking, sqlite_asking


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Ask]:
    opened: list[Asking] = []

    def put(lines: Iterable[Line]) -> Asking:
        opened.append(sqlite_asking(tmp_path / str(len(opened)), lines))
        return opened[-1]

    yield put
    for asking in opened:
        asking.live.close()
