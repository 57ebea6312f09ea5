"""A folder that a command makes: whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from graph.errors import BadInput


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, for its owner only; it takes its name when it is full. Raises BadInput where something stands
    there, or nothing can be written."""
    made: Path | None = None
    try:
        if path.exists() and not (path.is_dir() and not any(path.iterdir())):
            raise BadInput(f"{path} holds something.", field="--output", expected="a folder that is new or empty")
        made = Path(mkdtemp(dir=path.parent, prefix=f".{path.name}."))
        yield made
        made.replace(path)
    except OSError as error:
        raise BadInput(
            f"{path} cannot be written: {error.strerror}.", field="--output", expected="a folder that can be written"
        ) from error
    finally:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)
