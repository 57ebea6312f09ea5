"""What the handbook shows works, on the demo network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.live import LiveNetwork
from seeds import demo_lines
from tests.asking import Asking
from tests.mutations.office import STEWARD
from tests.stores.places import sqlite_place

PAGE = Path(__file__).parents[2] / "docs" / "writing.md"
EXAMPLES = re.findall(r"```graphql\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_handbook_work(tmp_path: Path, example: str) -> None:
    with LiveNetwork(sqlite_place(tmp_path).open()) as live:
        ask = Asking(live).by(STEWARD)
        ask.write(line for _, _, line in demo_lines())
        assert ask.data(example)
        assert live.network.version == 2


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 2
