"""Putting lines of a network file: what is new gets an id, and what a line does not say of itself is completed.

Within one put, a node that is new may be named by a temporary id, which begins with `_:` ("_:school"): lines use it as
they would use its id. A line without an id is new too, but nothing else can name it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from graph.editing.edit import found, new_id, relations_from
from graph.errors import LineError, RejectedLines
from graph.lines import Line, write_line
from graph.network import Network
from graph.records import NodeRecord, Record, identity
from graph.validation import NumberedLine
from graph.vocabulary import KINDS, RELATIONS, Form, Member, Visibility

TEMPORARY = "_:"

_FOR_STEWARDS = frozenset({"since", "until", "sources", "confirmedAt"})

Shown = Callable[[Record], Visibility | None]
"""How far somebody sees into a record: up to which visibility its members, None when they do not see it at all."""


def named(lines: Sequence[object]) -> tuple[NumberedLine, ...]:
    """The lines, numbered from 1, with an id for every new node and the new ids in the place of temporary ones.

    Raises RejectedLines for temporary ids that no line has, or two lines have.
    """
    naming = _Naming()
    for number, line in enumerate(lines, 1):
        naming.take(number, line)
    ready = [(number, naming.named(number, line)) for number, line in enumerate(lines, 1)]
    if naming.errors:
        raise RejectedLines(sorted(naming.errors, key=lambda error: error.line or 0))
    return tuple(ready)


def whole(
    network: Network, lines: Sequence[NumberedLine], shown: Shown, *, by_identity: bool = True
) -> tuple[NumberedLine, ...]:
    """The lines with what the caller leaves out and could not know, or does not mean to change.

    A line is the whole of its node or relation: what it leaves out goes. But its visibility stays unless it is said,
    so that nothing is opened by saying nothing; and a member that the caller may not see stays as it is. Of a node,
    what only stewards change (its period, sources and confirmation) stays for others too.

    A relation without an id is the one of its type, ends and begin. Whoever does not see everything (not
    `by_identity`) means the one that they see of these; where they see none it is new, and gets an id that says
    nothing: one they may not see may have the id that follows from these, and would be given away by it.
    """
    if not by_identity:
        lines = [(number, _identified(network, line, shown)) for number, line in lines]
    return tuple((number, _whole(network, line, shown)) for number, line in lines)


def ids(lines: Sequence[NumberedLine]) -> tuple[str, ...]:
    """The ids of lines that were read without an error, in their order."""
    return tuple(str(line_id(line)) for _, line in lines)


def line_id(line: object) -> str | None:
    """The id of the node or relation that a line is about, None where it says too little."""
    if not isinstance(line, Mapping):
        return None
    if isinstance(id := line.get("id"), str):
        return id
    type, origin, target = line.get("relation"), line.get("from"), line.get("to")
    if not (isinstance(type, str) and isinstance(origin, str) and isinstance(target, str)):
        return None
    try:
        since = line.get("since")
        return identity(type, origin, target, date.fromisoformat(since) if isinstance(since, str) else None)
    except ValueError:
        return None


class _Naming:
    """The ids that new nodes get, by their temporary ones."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}
        self.errors: list[LineError] = []

    def take(self, number: int, line: object) -> None:
        id = line.get("id") if isinstance(line, Mapping) else None
        if isinstance(id, str) and id.startswith(TEMPORARY):
            if id in self.ids:
                self._wrong(number, "id", f"«{id[:40]}» is the temporary id of another line", "one for each new node")
            self.ids.setdefault(id, new_id())

    def named(self, number: int, line: object) -> Line:
        if not isinstance(line, Mapping):
            return line  # type: ignore[return-value]  # read_line says what is wrong with it
        kind, type = KINDS.get(str(line.get("node"))), RELATIONS.get(str(line.get("relation")))
        ready = dict(line)
        for place in ("id", "from", "to"):
            if place in ready:
                ready[place] = self._id(number, place, ready[place])
        for member in (*(kind.members if kind else ()), *(type.members if type else ())):
            if member.name in ready:
                ready[member.name] = self._of_member(number, member, ready[member.name])
        if kind is not None and ready.get("id") is None:
            self._new(number, ready, kind.name)
        return ready

    def _new(self, number: int, line: dict[str, object], kind: str) -> None:
        if kind == "Sector":
            self._wrong(number, "id", "is missing: the id of a sector is its code", "a code such as VO")
        else:
            line["id"] = new_id()

    def _of_member(self, number: int, member: Member, value: object) -> object:
        if member.form is Form.NODE:
            return self._id(number, member.name, value)
        if member.form is Form.RULES and isinstance(value, list):
            return [self._of_rule(number, f"{member.name}[{i}].sectors", rule) for i, rule in enumerate(value)]
        return value

    def _of_rule(self, number: int, place: str, rule: object) -> object:
        if not isinstance(rule, Mapping) or not isinstance(sectors := rule.get("sectors"), list):
            return rule
        return {**rule, "sectors": [self._id(number, f"{place}[{i}]", id) for i, id in enumerate(sectors)]}

    def _id(self, number: int, place: str, id: object) -> object:
        if not (isinstance(id, str) and id.startswith(TEMPORARY)):
            return id
        if id not in self.ids:
            self._wrong(number, place, f"«{id[:40]}» is the temporary id of no line", "an id, or that of a line here")
        return self.ids.get(id, id)

    def _wrong(self, number: int, place: str, message: str, expected: str) -> None:
        self.errors.append(LineError(number, place, message, expected))


def _whole(network: Network, line: Line, shown: Shown) -> Line:
    id = line_id(line)
    before = found(network, id) if id is not None else None
    if before is None:
        return line
    sees = shown(before)
    if sees is None or (before.kind if isinstance(before, NodeRecord) else before.type) != _sort(line):
        return line  # validation says that the id is something else's, and nothing of what that is
    members = KINDS[before.kind].members if isinstance(before, NodeRecord) else RELATIONS[before.type].members
    hidden: dict[str, object] = {
        member.name: before.members[member.name]
        for member in members
        if member.name in before.members and not _is_shown(network, member, before, sees, shown)
    }
    if isinstance(before, NodeRecord) and sees < Visibility.STEWARD:
        hidden |= {name: value for name, value in write_line(before).items() if name in _FOR_STEWARDS}
    kept = {name: value for name, value in hidden.items() if name not in line}
    if line.get("visibility") is None:
        kept["visibility"] = before.visibility.name
    return {**line, **kept}


def _sort(line: Line) -> object:
    return line.get("node") or line.get("relation")


def _identified(network: Network, line: Line, shown: Shown) -> Line:
    """The line of a relation without an id with that of the one that is seen of its type, ends and begin, or a new
    one."""
    if line_id(line) is None or "node" in line or line.get("id") is not None:
        return line
    type, since = str(line["relation"]), line.get("since")
    between = (r for r in relations_from(network, str(line["from"]), type) if r.target == line["to"])
    alike = (r.id for r in between if (r.since and r.since.isoformat()) == since and shown(r) is not None)
    return {**line, "id": min(alike, default=None) or new_id()}


def _is_shown(network: Network, member: Member, record: Record, sees: Visibility, shown: Shown) -> bool:
    if member.seen_by > sees:
        return False
    named = network.node_by_id(str(record.members[member.name])) if member.form is Form.NODE else None
    return named is None or shown(named) is not None
