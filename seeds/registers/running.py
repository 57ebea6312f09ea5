"""An import: the files of one register, as one change set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.dates import today
from graph.errors import BadInput
from graph.live import LONGEST_REASON, LiveNetwork
from graph.records import Change
from graph.store import Progress
from seeds.registers.arrangements import read_arrangements
from seeds.registers.cbs import read_areas
from seeds.registers.childcare import read_childcare
from seeds.registers.duo import read_schools
from seeds.registers.last_import import Told, fingerprint, keep_told, told_before
from seeds.registers.memory import Difference, remember, remembered
from seeds.registers.partnerships import read_partnerships
from seeds.registers.reading import File, Reader, Rejected
from seeds.registers.regions import read_regions

_SAME = "the same files as in the last import, and nothing in the network that they speak of has changed since"

REGISTERS: Mapping[str, Reader] = {
    "duo-schools": read_schools,
    "areas": read_areas,
    "regions": read_regions,
    "partnerships": read_partnerships,
    "childcare": read_childcare,
    "arrangements": read_arrangements,
}
"""The registers that can be imported, by name."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an import came to, or, dry, would have come to: in nodes and relations.

    `change` is None when nothing was written: on a dry run, when nothing changed, or when rows were rejected.
    `differences` are where a correction in the network stays, since the register still says what it said before.
    """

    added: int
    changed: int
    unchanged: int
    rejected: tuple[Rejected, ...]
    unused_columns: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]
    change: Change | None
    differences: tuple[Difference, ...] = ()


def run(
    live: LiveNetwork,
    register: str,
    files: Sequence[Path],
    *,
    by: str,
    dry_run: bool = False,
    encoding: str | None = None,
    delimiter: str | None = None,
    despite_rejected: bool = False,
    on: date | None = None,
    progress: Progress | None = None,
) -> Report:
    """Import files of a register into the network: all of them in one change set, or nothing.

    When a row is rejected nothing is written, unless `despite_rejected`: then the other rows are. `on` is the day of
    the edition (today, if not given): what is gone ends then, and what is there instead begins.
    Raises BadInput for a register or a file that cannot be read, Conflict when somebody else wrote meanwhile.
    """
    reader = REGISTERS.get(register)
    if reader is None:
        raise BadInput(f"there is no register «{register}»", field="register", expected=", ".join(REGISTERS))
    if not files:
        raise BadInput(f"{register} was given no files", field="files", expected="at least one file")
    read = [_file(path, encoding, delimiter) for path in files]
    of_files = fingerprint(read)
    live.refresh()
    told = told_before(live, register, of_files)
    if told is not None:
        return Report(0, 0, told.of, (), told.unused_columns, (_SAME,), None, told.differences)
    network, memory = live.network, remembered(live.store.keepsakes, register)
    reading = reader(network, read, on or today(), memory)
    written = not dry_run and (despite_rejected or not reading.rejected)
    outcome = live.write(
        by,
        f"import {register}: {', '.join(path.name for path in files)}"[:LONGEST_REASON],
        ((None, line) for line in reading.lines),
        based_on=network.version,
        dry_run=not written,
        progress=progress,
    )
    report = Report(
        outcome.added,
        outcome.changed,
        outcome.unchanged,
        reading.rejected,
        reading.unused_columns,
        reading.notes,
        outcome.change if written else None,
        reading.differences,
    )
    if written:
        if reading.memory != memory:
            remember(live.store.keepsakes, register, reading.memory)
        _keep_told(live, register, of_files, network.version, report)
    return report


def _keep_told(live: LiveNetwork, register: str, of_files: str, read_at: int, report: Report) -> None:
    """Keep what an import came to, unless rows were rejected or others wrote between reading and writing."""
    version = report.change.version if report.change else read_at
    if not report.rejected and version <= read_at + 1:
        told = Told(report.added + report.changed + report.unchanged, report.unused_columns, report.differences)
        keep_told(live.store.keepsakes, register, of_files, version, told)


def _file(path: Path, encoding: str | None, delimiter: str | None) -> File:
    try:
        return File(path.name, path.read_bytes(), encoding, delimiter)
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read: {error.strerror}", field=str(path), expected="a file that can be read"
        ) from error
