"""Municipalities that merged, as it shows from their schools.

DUO says in which municipality a school lies, and not which municipalities there are. One in which no school lies any
more, while schools that did not move (their postcode is the same) lie in another now, went up in that other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph.lines import Line
from graph.records import RelationRecord, Source
from seeds.registers.overlay import Overlay, present
from seeds.registers.spelling import number_of

_SOURCE = Source("DUO, schoolvestigingen: volgt uit scholen die bleven waar ze waren")
Placed = Mapping[str, tuple[str | None, str | None]]


def merged_municipalities(
    over: Overlay, ended: Iterable[RelationRecord], lines: Mapping[str, Line], placed: Placed
) -> dict[str, list[str]]:
    """The municipalities that merged, by id, with those they went up in. `ended` are relations of schools that end;
    `placed` gives the board and the municipality of each school that is read."""
    successors: dict[str, set[str]] = {}
    for record in ended:
        municipality = placed[record.origin][1]
        if record.type == "LOCATED_IN" and municipality and _stayed(over, record.origin, lines):
            successors.setdefault(record.target, set()).add(municipality)
    return {
        id: sorted(into)
        for id, into in sorted(successors.items())
        if not _ended(over, id) and not _has_schools(over, id, placed)
    }


def merger_lines(over: Overlay, merged: Mapping[str, list[str]]) -> Iterator[Line]:
    """The end of each municipality that merged, and by what it was succeeded."""
    for id, successors in merged.items():
        line = over.gone(id)
        if line is not None:
            yield line
        for successor in successors:
            yield over.begun("SUCCEEDED_BY", id, successor, _SOURCE)


def merged_note(over: Overlay, merged: Mapping[str, list[str]], named: Mapping[str, str | None]) -> str:
    """What was taken to have merged into what; `named` has the names of municipalities that are new."""

    def name(id: str) -> str:
        known = over.known(id)
        return known.name if known else named.get(id) or id

    into = [f"{name(id)} into {' and '.join(map(name, successors))}" for id, successors in merged.items()]
    return (
        f"{number_of(len(merged), 'municipality', 'municipalities')} where no school lies any more, while schools that"
        f" did not move lie in another now, taken to have merged on {over.day}: {', '.join(into)}"
    )


def _stayed(over: Overlay, school: str, lines: Mapping[str, Line]) -> bool:
    known = over.known(school)
    before = known.members.get("postcode") if known else None
    now = lines[school].get("postcode")
    return isinstance(before, str) and isinstance(now, str) and _plain(before) == _plain(now)


def _plain(postcode: str) -> str:
    return postcode.replace(" ", "").upper()


def _ended(over: Overlay, id: str) -> bool:
    known = over.known(id)
    return known is None or (known.until is not None and known.until <= over.day)


def _has_schools(over: Overlay, id: str, placed: Placed) -> bool:
    if any(municipality == id for _, municipality in placed.values()):
        return True
    return any(
        record.origin not in placed and present(record, over.day) and _is_open(over, record.origin)
        for record in over.relations_to(id, "LOCATED_IN")
    )


def _is_open(over: Overlay, id: str) -> bool:
    known = over.known(id)
    return known is not None and present(known, over.day)
