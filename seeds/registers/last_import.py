"""The last import of a register: whether the same files can come to anything this time.

An import depends on its files, on what the register said before and on the organisations, areas and sectors of the
network. Where none of these has changed since, its report is the one there was, without what was written then.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

import orjson

from graph.keepsakes import Keepsakes
from graph.live import LiveNetwork
from graph.network import Network
from graph.records import Change, NodeRecord
from graph.vocabulary import is_a
from seeds.registers.memory import Difference
from seeds.registers.reading import File

_KIND = "import"
_READERS = 1  # raised when readers make something else of the same files
_READ_FROM = ("Organisation", "Area", "Sector")
_FARTHEST = 2_000  # changes since the last import, after which looking at them all is no shorter way


@dataclass(frozen=True, slots=True)
class Told:
    """What a report told that holds for the same files again: of how many nodes and relations, what else."""

    of: int
    unused_columns: tuple[tuple[str, tuple[str, ...]], ...]
    differences: tuple[Difference, ...]


def fingerprint(files: Sequence[File]) -> str:
    """What tells files from others: their names, contents and how they are to be read, in any order."""
    each = [
        hashlib.sha256(repr((file.name, file.encoding, file.delimiter)).encode() + b"\0" + file.content).digest()
        for file in files
    ]
    return f"{_READERS}:{hashlib.sha256(b''.join(sorted(each))).hexdigest()}"


def told_before(live: LiveNetwork, register: str, files: str) -> Told | None:
    """What the last import of these files told; None when it has to be done again."""
    kept = live.store.keepsakes.kept(_KIND, register)
    last = orjson.loads(kept.value) if kept else None
    if last is None or last["files"] != files or not _as_it_was(live, last["version"]):
        return None
    return Told(
        last["told"]["of"],
        tuple((file, tuple(columns)) for file, columns in last["told"]["unused_columns"]),
        tuple(Difference(**one) for one in last["told"]["differences"]),
    )


def keep_told(keepsakes: Keepsakes, register: str, files: str, version: int, told: Told) -> None:
    """Keep what an import told, and at which version of the network."""
    written = {"files": files, "version": version, "told": asdict(told)}
    keepsakes.keep(_KIND, register, orjson.dumps(written).decode())


def _as_it_was(live: LiveNetwork, version: int) -> bool:
    """Whether nothing has changed since a version that a reader of a register looks at."""
    network = live.network
    if not 0 <= network.version - version <= _FARTHEST:
        return False
    return not any(_concerns(network, change) for change in live.changes(version, network.version))


def _concerns(network: Network, change: Change) -> bool:
    return any(
        _read_from(record.kind)
        if isinstance(record, NodeRecord)
        else all(_read_from(kind) for kind in _kinds(network, (record.origin, record.target)))
        for touch in change.touches
        for record in (touch.before, touch.after)
        if record is not None
    )


def _kinds(network: Network, ids: Iterable[str]) -> Iterable[str | None]:
    for id in ids:
        node = network.node_by_id(id)
        yield node.kind if node else None


def _read_from(kind: str | None) -> bool:
    return kind is None or any(is_a(kind, wider) for wider in _READ_FROM)
