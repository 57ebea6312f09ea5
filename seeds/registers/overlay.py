"""What a register says, laid over what the network knows already.

The register is the authority for the members it gives. What others wrote down (a mailbox, a better name for what the
register has no name for, relations of other sorts) stays; what it says differently from now on ends on the day of
the import and something else begins, because registers do not say since when.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from graph.lines import Line, write_line, write_source
from graph.network import TYPE_NUMBER, Network
from graph.records import NodeRecord, RelationRecord, Source, Value

_JOINED = ("codes", "pupils")  # members of which a register knows a part


class Taken(ValueError):
    """The code or id that a register gives is that of something else in the network."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """A network on a day, as what lines are laid over."""

    network: Network
    day: date

    def find(self, kind: str, system: str, code: str, id: str) -> str:
        """The id of the node with a code, or of the one that would be given it; `id` when there is none yet.

        Raises Taken when that node is of another kind.
        """
        index = self.network.by_code.get((system, code))
        found = self.network.node(index) if index is not None else self.network.node_by_id(id)
        if found is not None and found.kind != kind:
            raise Taken(f"{system} {code} is a {kind} here, and in the network «{found.id}», of kind {found.kind}")
        return found.id if found else id

    def known(self, id: str) -> NodeRecord | None:
        """The node as the network knows it."""
        return self.network.node_by_id(id)

    def node(
        self, kind: str, id: str, name: str, members: Mapping[str, Value], *sources: Source, named: bool = True
    ) -> Line:
        """The whole line of a node. With `named` False its name counts only where the network has none."""
        known = self.known(id)
        line: dict[str, object] = write_line(known) if known else {"node": kind, "id": id, "name": name}
        if named:
            line["name"] = name
        for member, value in members.items():
            there = known.members.get(member) if known else None
            joined = member in _JOINED and isinstance(there, dict) and isinstance(value, dict)
            line[member] = {**there, **value} if joined else value  # type: ignore[dict-item]
        line["sources"] = _sourced(known, sources)
        return line

    def relation(self, type: str, origin: str, target: str, source: Source) -> Line:
        """The line of a relation: the one that is there on this day, as it is, or a new one.

        A new one begins on this day when there was one before that ended, and else at an unknown time.
        """
        earlier = False
        for record in self.relations(origin, type):
            if record.target == target:
                if present(record, self.day):
                    return write_line(record)
                earlier = True
        return self.begun(type, origin, target, source) if earlier else _relation(type, origin, target, source)

    def begun(self, type: str, origin: str, target: str, source: Source) -> Line:
        """The line of a relation that begins on this day."""
        return {**_relation(type, origin, target, source), "since": self.day.isoformat()}

    def ended(self, record: RelationRecord) -> Line:
        """The line of a relation that ends on this day."""
        return write_line(replace(record, until=self.day))

    def all_of(
        self, type: str, origin: str, targets: Sequence[str], source: Source, instead_of: Callable[[NodeRecord], bool]
    ) -> tuple[list[Line], list[RelationRecord]]:
        """The lines when these are all the targets there are of some sort, and the relations that end with them.

        What was there instead ends on this day, and what is there now began then.
        """
        ended = [
            record
            for record in self.relations(origin, type)
            if record.target not in targets
            and present(record, self.day)
            and instead_of(self.network.node_by_id(record.target))  # type: ignore[arg-type]
        ]
        lines = [self.relation(type, origin, target, source) for target in targets]
        if ended:
            lines = [line if "id" in line else self.begun(type, origin, str(line["to"]), source) for line in lines]
        return [*map(self.ended, ended), *lines], ended

    def relations(self, origin: str, type: str) -> list[RelationRecord]:
        """The relations of a type from a node, whatever their period."""
        return self._relations(origin, type, "out")

    def relations_to(self, target: str, type: str) -> list[RelationRecord]:
        """The relations of a type to a node, whatever their period."""
        return self._relations(target, type, "into")

    def _relations(self, id: str, type: str, side: Literal["out", "into"]) -> list[RelationRecord]:
        index = self.network.index(id)
        if index is None:
            return []
        around = (self.network.out if side == "out" else self.network.into).of_node(index)
        wanted = around[self.network.relations.type[around] == TYPE_NUMBER[type]]
        return [self.network.relation(i) for i in wanted.tolist()]


def present(record: NodeRecord | RelationRecord, day: date) -> bool:
    """Whether a record's period holds a day."""
    return (record.since or date.min) <= day and (record.until is None or day < record.until)


def _relation(type: str, origin: str, target: str, source: Source) -> dict[str, object]:
    return {"relation": type, "from": origin, "to": target, "sources": [write_source(source)]}


def _sourced(known: NodeRecord | None, sources: Sequence[Source]) -> list[dict[str, str]]:
    """The sources there are with these; one that is there under its title stays as it is."""
    there = known.sources if known else ()
    titles = {one.title for one in there}
    return [write_source(one) for one in (*there, *(one for one in sources if one.title not in titles))]
