"""The provinces' registers of joint arrangements, as the Open State Foundation put them together.

Each row says that somebody takes part in an arrangement. Participants that are municipalities of the network, or
organisations that it knows by that name, become partners; others (water boards, German towns) are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graph.errors import BadInput
from graph.network import Network
from graph.records import Source, Value
from graph.vocabulary import is_a
from seeds.registers.gathering import Gathering
from seeds.registers.memory import Memory
from seeds.registers.overlay import Overlay
from seeds.registers.places import Municipalities, mended, plain
from seeds.registers.reading import File, Reading, Rejected
from seeds.registers.spelling import number_of, slug
from seeds.registers.tables import Row, read_headings, read_table, told

_PARTICIPANT, _NAME, _PROVINCE = "Deelnemer", "Gemeenschappelijke regeling", "Provincie"
_USED = frozenset({_PARTICIPANT, _NAME, _PROVINCE, "Postcode", "Plaats"})
_SOURCE = Source("Provincies, registers van gemeenschappelijke regelingen (Open State Foundation)")
_SPELLINGS = {"overrijssel": "overijssel"}
_NOTHING = Memory()


@dataclass
class _Arrangement:
    """An arrangement: its names, seats and provinces as rows give them, and who takes part."""

    name: str
    provinces: dict[str, None] = field(default_factory=dict)
    postcodes: dict[str, None] = field(default_factory=dict)
    towns: dict[str, None] = field(default_factory=dict)
    participants: dict[str, None] = field(default_factory=dict)

    @property
    def contact(self) -> dict[str, Value]:
        """Where it sits, as far as its rows agree."""
        given = {"postcode": [*self.postcodes], "town": [*self.towns]}
        return {member: values[0] for member, values in given.items() if len(values) == 1}


def read_arrangements(network: Network, files: Sequence[File], day: date, memory: Memory = _NOTHING, /) -> Reading:
    """The lines of joint arrangements and of who takes part in them."""
    rejected: list[Rejected] = []
    unused: list[tuple[str, tuple[str, ...]]] = []
    found: dict[str, _Arrangement] = {}
    for file in files:
        _check(file)
        table = read_table(file, _USED)
        rejected += table.rejected
        unused.append((file.name, table.unused(_USED)))
        for row in table.rows:
            reason = _take(found, row)
            rejected += [Rejected(file.name, row.line, reason)] if reason else []
    listed = {f"gr-{slug(one.name)}": next(iter(one.provinces)) for one in found.values()}
    title = frozenset({_SOURCE.title}) if memory.comparable(_SOURCE.title, listed.values()) else frozenset()
    over = Overlay(network, day, memory, title)
    stating = _Stating(over, found.values())
    for arrangement in found.values():
        stating.add(arrangement)
    gone = stating.gathering.end(memory.gone(_SOURCE.title, listed, day, whole=not rejected))
    lines = tuple(stating.gathering.lines((), () if rejected else listed))
    return Reading(
        lines,
        tuple(rejected),
        tuple(unused),
        (*stating.notes(found.values()), *(_gone(gone, day))),
        memory.after(over.said, {_SOURCE.title: listed}, day, whole=not rejected),
        tuple(over.differences),
    )


def _check(file: File) -> None:
    headings = read_headings(file)
    if _NAME not in headings:
        raise BadInput(
            f"{file.name} is no register of joint arrangements: it has no «{_NAME}»",
            field=file.name,
            actual=told(headings),
            expected=", ".join(sorted(_USED)),
        )


def _take(found: dict[str, _Arrangement], row: Row) -> str | None:
    """Take one row in; why it cannot be, where it cannot."""
    name, participant, province = (mended(row[column] or "") for column in (_NAME, _PARTICIPANT, _PROVINCE))
    if not name or not participant:
        return f"{_PARTICIPANT if name else _NAME} is empty"
    arrangement = found.setdefault(plain(name), _Arrangement(name))
    arrangement.participants[participant] = None
    of = plain(province.removeprefix("Provincie "))
    arrangement.provinces[_SPELLINGS.get(of, of)] = None
    for column, values in (("Postcode", arrangement.postcodes), ("Plaats", arrangement.towns)):
        if row[column]:
            values[mended(row[column] or "")] = None
    return None


class _Stating:
    """States arrangements over the network."""

    def __init__(self, over: Overlay, arrangements: Iterable[_Arrangement]) -> None:
        self.gathering = Gathering(over)
        self._over = over
        self._ids = {plain(one.name): self._id(one) for one in arrangements}
        self._municipalities = Municipalities(over)

    def add(self, arrangement: _Arrangement) -> None:
        id = self._ids[plain(arrangement.name)]
        self.gathering.node("JointArrangement", id, arrangement.name, arrangement.contact, _SOURCE)
        province = next(iter(arrangement.provinces))
        for name in arrangement.participants:
            key = plain(name)
            partner = self._ids.get(key) or self._others.get(key) or self._municipalities.by_name(name, province)
            if partner is not None and partner != id:
                self.gathering.relation("PARTNER_IN", partner, id, _SOURCE)

    def notes(self, arrangements: Iterable[_Arrangement]) -> list[str]:
        """What somebody should know who relies on the lines."""
        several = sum(len(one.postcodes) > 1 for one in arrangements)
        said = number_of(several, "arrangement has", "arrangements have")
        notes = [f"{said} several postcodes: none is taken"] if several else []
        return [*self._municipalities.notes(), *notes]

    def _id(self, arrangement: _Arrangement) -> str:
        return self._known.get(plain(arrangement.name), f"gr-{slug(arrangement.name)}")

    @cached_property
    def _known(self) -> dict[str, str]:
        records = self._over.network.node_records()
        return {plain(record.name): record.id for record in records if record.kind == "JointArrangement"}

    @cached_property
    def _others(self) -> dict[str, str]:
        """Organisations that are neither municipalities nor schools by name, where that says which one."""
        found: dict[str, list[str]] = {}
        for record in self._over.network.node_records():
            if is_a(record.kind, "Organisation") and record.kind not in ("Municipality", "School", "ChildcareLocation"):
                found.setdefault(plain(record.name), []).append(record.id)
        return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def _gone(ids: Sequence[str], day: date) -> list[str]:
    named = ", ".join(ids[:5]) + (", ..." if len(ids) > 5 else "")
    return [f"{number_of(len(ids), 'arrangement')} in the register no more, ended on {day}: {named}"] if ids else []
