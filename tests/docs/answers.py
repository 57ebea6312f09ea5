"""Pages of the handbook that show questions with their answers on the demo network.

`python -m tests.docs.answers docs/what-coalitions-ask.md` asks every question of a page anew and writes the answers.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson

from seeds import demo_lines
from tests.asking import Asking, sqlite_asking

PAGE = Path(__file__).parents[2] / "docs" / "what-coalitions-ask.md"
WIDTH = 116
_ASKED = re.compile(r"(```graphql\n)(.+?)(```\n+```json\n)(.*?)(```)", re.DOTALL)


def demo(folder: Path) -> Asking:
    """The demo network, asked by a steward."""
    return sqlite_asking(folder, (line for _, _, line in demo_lines()))


def questions(text: str) -> list[str]:
    """The questions of a page."""
    return [found[2] for found in _ASKED.finditer(text)]


def renewed(text: str, asking: Asking) -> str:
    """The page with the answers that the network gives now."""

    def answered(found: re.Match[str]) -> str:
        return f"{found[1]}{found[2]}{found[3]}{_fold(asking.data(found[2]))}\n{found[5]}"

    return _ASKED.sub(answered, text)


def _fold(value: object, indent: int = 0) -> str:
    """JSON in which whatever fits on a line stands on one."""
    short = orjson.dumps(value).decode().replace('":', '": ').replace(',"', ', "').replace("},{", "}, {")
    if len(short) + indent <= WIDTH or not isinstance(value, dict | list) or not value:
        return short
    inside = " " * (indent + 2)
    if isinstance(value, dict):
        items = [f'{inside}"{key}": {_fold(one, indent + 2)}' for key, one in value.items()]
        return "{\n" + ",\n".join(items) + "\n" + " " * indent + "}"
    items = [f"{inside}{_fold(one, indent + 2)}" for one in value]
    return "[\n" + ",\n".join(items) + "\n" + " " * indent + "]"


def main() -> None:
    """Renew the pages that are named."""
    for name in sys.argv[1:]:
        page = Path(name)
        with TemporaryDirectory() as folder:
            asking = demo(Path(folder))
            page.write_text(renewed(page.read_text(encoding="utf-8"), asking), encoding="utf-8")
            asking.live.close()


if __name__ == "__main__":
    main()
