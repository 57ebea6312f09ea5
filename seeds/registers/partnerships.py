"""The partnerships for fitting education by postcode, from the annex of the ministry's regulation (BWBR0032324).

A partnership is active in the municipalities that it has postcodes of, and the boards that have a school in one of
its postcodes are its partners, as the law has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.errors import BadInput
from graph.network import Network
from graph.records import Source
from seeds.registers.gathering import Gathering
from seeds.registers.memory import Memory
from seeds.registers.overlay import Overlay, present
from seeds.registers.places import Municipalities
from seeds.registers.reading import File, Reading, Rejected
from seeds.registers.regions import PARTNERSHIP
from seeds.registers.spelling import number_of
from seeds.registers.tables import Row, read_headings, read_table, told

_PC4, _MUNICIPALITY, _PO, _VO = "PC4", "gemeente", "PO SWV", "VO SWV"
_USED = frozenset({_PC4, _MUNICIPALITY, _PO, _VO})
_ADDRESS = "https://wetten.overheid.nl/BWBR0032324"
_SOURCE = Source("Regeling regio-indeling samenwerkingsverbanden passend onderwijs po en vo", _ADDRESS)
_DERIVED = Source(f"{_SOURCE.title}: volgt uit de postcodes van scholen", _ADDRESS)
_COLUMN_OF_SECTOR = {"PO": _PO, "SBO": _PO, "SO": _PO, "VO": _VO, "VSO": _VO}
_NOTHING = Memory()


def read_partnerships(network: Network, files: Sequence[File], day: date, memory: Memory = _NOTHING, /) -> Reading:
    """The lines of partnerships, where they are active, and which boards take part."""
    rows: list[Row] = []
    rejected: list[Rejected] = []
    unused: list[tuple[str, tuple[str, ...]]] = []
    for file in files:
        _check(file)
        table = read_table(file, _USED)
        unused.append((file.name, table.unused(_USED)))
        wrong = [Rejected(file.name, row.line, reason) for row in table.rows if (reason := _wrong(row))]
        rejected += [*table.rejected, *wrong]
        rows += [row for row in table.rows if not _wrong(row)]
    listed = {id: "" for row in rows for column in (_PO, _VO) if (id := _id(row[column]))}
    later = frozenset({_SOURCE.title}) if _SOURCE.title in memory.lists else frozenset[str]()
    over = Overlay(network, day, memory, later)
    gathering, municipalities = Gathering(over), Municipalities(over)
    for id in listed:
        gathering.node("Partnership", id, f"Samenwerkingsverband {id.removeprefix('swv-')}", {}, _SOURCE, named=False)
        gathering.relation("IN_SECTOR", id, "SWV", _SOURCE)
    _place(gathering, municipalities, rows)
    _partner(gathering, over, rows)
    gathering.end(memory.gone(_SOURCE.title, listed, day, whole=not rejected))
    return Reading(
        tuple(gathering.lines(["SWV"], () if rejected else listed)),
        tuple(rejected),
        tuple(unused),
        (*_without(rows), *municipalities.notes()),
        memory.after(over.said, {_SOURCE.title: listed}, day, whole=not rejected),
        tuple(over.differences),
    )


def _check(file: File) -> None:
    headings = read_headings(file)
    if not {_PO, _VO} <= set(headings):
        raise BadInput(
            f"{file.name} is no table of partnerships by postcode",
            field=file.name,
            actual=told(headings),
            expected=", ".join(sorted(_USED)),
            help="Partnerships by municipality, as the regioatlas has them: korte-lijnen import regions",
        )


def _wrong(row: Row) -> str | None:
    postcode = row[_PC4] or ""
    if not (len(postcode) == 4 and postcode.isascii() and postcode.isdigit()):
        return f"{_PC4} is «{postcode[:40]}», expected four digits"
    return None if row[_MUNICIPALITY] else f"{_MUNICIPALITY} is empty"


def _id(code: str | None) -> str | None:
    match = PARTNERSHIP.fullmatch(code or "")
    return f"swv-{''.join(match.groups())}" if match else None


def _place(gathering: Gathering, municipalities: Municipalities, rows: Sequence[Row]) -> None:
    pairs = {(row[_MUNICIPALITY] or "", id) for row in rows for column in (_PO, _VO) if (id := _id(row[column]))}
    found = {name: municipalities.by_name(name) for name in sorted({name for name, _ in pairs})}
    for name, id in sorted(pairs):
        municipality = found[name]
        if municipality is not None:
            gathering.relation("ACTIVE_IN", id, municipality, _SOURCE)


def _partner(gathering: Gathering, over: Overlay, rows: Sequence[Row]) -> None:
    """The boards with a present school in a postcode of the partnership for its sort of education."""
    by_postcode = {row[_PC4]: row for row in rows}
    for school in over.network.node_records():
        row = by_postcode.get(str(school.members.get("postcode", ""))[:4])
        if school.kind != "School" or row is None or not present(school, over.day):
            continue
        sectors = [one.target for one in over.relations(school.id, "IN_SECTOR") if present(one, over.day)]
        columns = dict.fromkeys(_COLUMN_OF_SECTOR[sector] for sector in sectors if sector in _COLUMN_OF_SECTOR)
        boards = [one.target for one in over.relations(school.id, "PART_OF") if present(one, over.day)]
        for id in filter(None, (_id(row[column]) for column in columns)):
            for board in boards:
                gathering.relation("PARTNER_IN", board, id, _DERIVED)


def _without(rows: Sequence[Row]) -> list[str]:
    none = [row[_PC4] for row in rows if not (_id(row[_PO]) or _id(row[_VO]))]
    return [f"{number_of(len(none), 'postcode')} in no partnership: {', '.join(map(str, none[:8]))}"] if none else []
