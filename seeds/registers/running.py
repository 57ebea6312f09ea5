"""An import: the files of one register, as one change set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from graph.errors import BadInput
from graph.live import LiveNetwork
from graph.records import Change
from graph.store import Progress
from seeds.registers.cbs import read_areas
from seeds.registers.duo import read_schools
from seeds.registers.reading import File, Reader, Rejected

REGISTERS: Mapping[str, Reader] = {"duo-schools": read_schools, "areas": read_areas}
"""The registers that can be imported, by name."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an import came to, or, dry, would have come to: in nodes and relations.

    `change` is None when nothing was written: on a dry run, when nothing changed, or when rows were rejected.
    """

    added: int
    changed: int
    unchanged: int
    rejected: tuple[Rejected, ...]
    unused_columns: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]
    change: Change | None


def run(
    live: LiveNetwork,
    register: str,
    files: Sequence[Path],
    *,
    by: str,
    dry_run: bool = False,
    encoding: str | None = None,
    despite_rejected: bool = False,
    on: date | None = None,
    progress: Progress | None = None,
) -> Report:
    """Import files of a register into the network: all of them in one change set, or nothing.

    When a row is rejected nothing is written, unless `despite_rejected`: then the other rows are. `on` is the day
    from which on what is new counts where something else was before (today, if not given).
    Raises BadInput for a register or a file that cannot be read, Conflict when somebody else wrote meanwhile.
    """
    reader = REGISTERS.get(register)
    if reader is None:
        raise BadInput(f"there is no register «{register}»", field="register", expected=", ".join(REGISTERS))
    if not files:
        raise BadInput(f"{register} was given no files", field="files", expected="at least one file")
    live.refresh()
    network = live.network
    reading = reader(network, [_file(path, encoding) for path in files], on or _today())
    written = not dry_run and (despite_rejected or not reading.rejected)
    outcome = live.write(
        by,
        f"import {register}: {', '.join(path.name for path in files)}",
        ((None, line) for line in reading.lines),
        based_on=network.version,
        dry_run=not written,
        progress=progress,
    )
    return Report(
        outcome.added,
        outcome.changed,
        outcome.unchanged,
        reading.rejected,
        reading.unused_columns,
        reading.notes,
        outcome.change if written else None,
    )


def _file(path: Path, encoding: str | None) -> File:
    try:
        return File(path.name, path.read_bytes(), encoding)
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read: {error.strerror}", field=str(path), expected="a file that can be read"
        ) from error


def _today() -> date:
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
