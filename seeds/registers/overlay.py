"""What a register says, laid over what the network knows already.

The register is the authority for the members it gives, with one exception: what somebody corrected in the network
stays until the register says something else than it said before. What others wrote down beside it (a mailbox, a
better name for what the register has no name for, relations of other sorts) stays too; what it says differently from
now on ends on the day of the edition and something else begins, because registers do not say since when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from graph.lines import Line, write_line, write_source
from graph.network import TYPE_NUMBER, Network
from graph.records import NodeRecord, RelationRecord, Source, Value
from seeds.registers.memory import Difference, Memory

_JOINED = ("codes", "pupils")  # members of which a register knows a part


class Taken(ValueError):
    """The code or id that a register gives is that of something else in the network."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """A network on a day, as what lines are laid over, and what the register said before.

    `later` are the titles of sources of which an earlier edition spoke of the same parts of the country: what is new
    in them begins on the day. `said` and `differences` are gathered on the way.
    """

    network: Network
    day: date
    memory: Memory = field(default_factory=Memory)
    later: frozenset[str] = frozenset()
    said: dict[str, dict[str, Any]] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)

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
        new: dict[str, object] = {"node": kind, "id": id, "name": name, **self._since(sources)}
        line = write_line(known) if known else new
        if named:
            line["name"] = self._settled(id, "name", name, line["name"], known)
        for member, value in members.items():
            there = line.get(member)
            if member in _JOINED and isinstance(value, dict):
                joined = dict(there) if isinstance(there, dict) else {}
                for key, one in value.items():
                    settled = self._settled(id, f"{member}.{key}", one, joined.get(key), known)
                    joined |= {key: settled} if settled is not None else {}
                line[member] = joined
            else:
                line[member] = self._settled(id, member, value, there, known)
        line["sources"] = _sourced(known, sources)
        return line

    def reopened(self, line: Line) -> Line:
        """The line of what the register holds again, after it had ended it."""
        return {**line, "until": None}

    def gone(self, id: str, *, line: Line | None = None) -> Line | None:
        """The line of a node that the register holds no more: it ends on the day, unless it has ended already."""
        known = self.known(id)
        if known is None or known.until is not None or (known.since is not None and known.since >= self.day):
            return line
        self._say(id, "until", self.day.isoformat())
        return {**(line or write_line(known)), "until": self.day.isoformat()}

    def ended_by_register(self, known: NodeRecord) -> bool:
        """Whether a node ended because the register held it no more."""
        return known.until is not None and self._last(known.id, "until") == known.until.isoformat()

    def relation(self, type: str, origin: str, target: str, source: Source) -> Line | None:
        """The line of a relation: the one that is there on this day, as it is, or a new one.

        A new one begins on this day when there was one before that ended, or when an earlier edition did not have
        it, and else at an unknown time. None where somebody ended what the register still says.
        """
        before = self._last(origin, type)
        self._say(origin, type, list(dict.fromkeys([*self._targets(origin, type), target])))
        there = [record for record in self.relations(origin, type) if record.target == target]
        for record in there:
            if present(record, self.day):
                return write_line(record)
        if (
            isinstance(before, list)
            and target in before
            and self.known(origin) is not None
            and self.known(target) is not None
        ):
            self.differences.append(Difference(origin, type, target, None))
            return None
        return self._new(type, origin, target, source, begun=bool(there))

    def begun(self, type: str, origin: str, target: str, source: Source) -> Line:
        """The line of a relation that begins on this day."""
        return {**_relation(type, origin, target, source), "since": self.day.isoformat()}

    def ended(self, record: RelationRecord) -> Line:
        """The line of a relation that ends on this day."""
        said = self._targets(record.origin, record.type)
        self._say(record.origin, record.type, [target for target in said if target != record.target])
        return write_line(replace(record, until=max(self.day, record.since or date.min)))

    def all_of(
        self, type: str, origin: str, targets: Sequence[str], source: Source, instead_of: Callable[[NodeRecord], bool]
    ) -> tuple[list[Line], list[RelationRecord]]:
        """The lines when these are all the targets there are of some sort, and the relations that end with them.

        What was there instead ends on this day, and what is there now began then; unless the register says what it
        said before, for then what is there instead is somebody's correction.
        """
        there = [record for record in self.relations(origin, type) if present(record, self.day)]
        there = [record for record in there if instead_of(self.network.node_by_id(record.target))]  # type: ignore[arg-type]
        unmoved = self._last(origin, type) == list(targets) and self.known(origin) is not None
        self._say(origin, type, list(targets))
        if unmoved:
            self._compare(origin, type, targets, [record.target for record in there])
            return [write_line(record) for record in there if record.target in targets], []
        ended = [record for record in there if record.target not in targets]
        lines: list[Line] = []
        for target in targets:
            same = [record for record in self.relations(origin, type) if record.target == target]
            now = [record for record in same if present(record, self.day)]
            begun = bool(ended or same)
            lines.append(write_line(now[0]) if now else self._new(type, origin, target, source, begun=begun))
        return [*(write_line(replace(one, until=self.day)) for one in ended), *lines], ended

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

    def _new(self, type: str, origin: str, target: str, source: Source, *, begun: bool) -> Line:
        if begun or (self.known(origin) is not None and self._since([source])):
            return self.begun(type, origin, target, source)
        return _relation(type, origin, target, source)

    def _since(self, sources: Sequence[Source]) -> dict[str, str]:
        later = any(source.title.startswith(title) for source in sources for title in self.later)
        return {"since": self.day.isoformat()} if later else {}

    def _settled(self, id: str, member: str, value: Value, there: object, known: NodeRecord | None) -> object:
        """The value that counts: the register's, or a correction of what it has said before and still says."""
        unmoved = known is not None and self._last(id, member) == value
        self._say(id, member, value)
        if not unmoved or there == value:
            return value
        self.differences.append(Difference(id, member, value, there))
        return there

    def _compare(self, id: str, type: str, said: Sequence[str], there: Sequence[str]) -> None:
        if set(said) != set(there):
            self.differences.append(Difference(id, type, sorted(said), sorted(there)))

    def _last(self, id: str, member: str) -> object:
        return self.memory.said.get(id, {}).get(member)

    def _targets(self, id: str, type: str) -> list[str]:
        """What the register has said to be the targets, up to now."""
        said = self.said.get(id, {}).get(type, self._last(id, type))
        return said if isinstance(said, list) else []

    def _say(self, id: str, member: str, value: object) -> None:
        self.said.setdefault(id, {})[member] = value


def present(record: NodeRecord | RelationRecord, day: date) -> bool:
    """Whether a record's period holds a day."""
    return (record.since or date.min) <= day and (record.until is None or day < record.until)


def given(lines: Iterable[Line | None]) -> Iterator[Line]:
    """The lines that there are."""
    return (line for line in lines if line is not None)


def _relation(type: str, origin: str, target: str, source: Source) -> dict[str, object]:
    return {"relation": type, "from": origin, "to": target, "sources": [write_source(source)]}


def _sourced(known: NodeRecord | None, sources: Sequence[Source]) -> list[dict[str, str]]:
    """The sources there are with these; one that is there under its title stays as it is."""
    there = known.sources if known else ()
    titles = {one.title for one in there}
    return [write_source(one) for one in (*there, *(one for one in sources if one.title not in titles))]
