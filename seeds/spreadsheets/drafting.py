"""The lines that a file comes to, over what is known; and the rows that they come from.

A row begins, says what it changes, and is kept or dropped as a whole: what a row with a problem or a doubt would have
changed is taken back, and nothing that rests on it is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.lines import Line
from graph.records import NodeRecord, RelationRecord, identity
from seeds.spreadsheets.known import Known

NEW = "_:"

Relation = tuple[str, Mapping[str, object]]
"""The id of a relation, and its line."""


@dataclass
class _Drafted:
    """A line as it is to be, as it was, and the place of the row that changed it first."""

    line: dict[str, object]
    before: dict[str, object] | None
    place: str


@dataclass
class Draft:
    """Lines by id, over what is known. `source` is what is made says where it comes from."""

    known: Known
    sources: Mapping[str, str]
    _lines: dict[str, _Drafted] = field(default_factory=dict)
    _around: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _new_nodes: int = 0
    _place: str = ""
    _undo: dict[str, dict[str, object] | None] = field(default_factory=dict)
    _new: bool = False
    _changes: dict[str, None] = field(default_factory=dict)

    # Rows

    def begin(self, place: str) -> None:
        """What follows is of the row at this place."""
        self._place, self._undo, self._new, self._changes = place, {}, False, {}

    def drop(self) -> None:
        """Take back what the row changed."""
        for id, line in self._undo.items():
            if line is None:
                gone = self._lines.pop(id)
                self._forget(id, gone.line)
            else:
                self._lines[id].line = line
        self.begin(self._place)

    @property
    def is_new(self) -> bool:
        """Whether the row made the node that it is about."""
        return self._new

    @property
    def changes(self) -> tuple[str, ...]:
        """What the row changes, in words of the file."""
        return tuple(self._changes)

    # Nodes

    def new_node(self, kind: str, name: str) -> str:
        """The temporary id of a new node, which is what the row is about."""
        id = f"{NEW}{self._place}"
        self._new = True
        self._add(id, {"node": kind, "id": id, "name": name, **self._sourced()})
        return id

    def name(self, id: str) -> str:
        """The name of a node, known or new."""
        drafted = self._lines.get(id)
        if drafted is not None:
            return str(drafted.line["name"])
        record = self.known.node(id)
        return record.name if record is not None else id

    def kind(self, id: str) -> str | None:
        """The kind of a node, known or new."""
        drafted = self._lines.get(id)
        if drafted is not None:
            return str(drafted.line["node"])
        record = self.known.node(id)
        return record.kind if record is not None else None

    def member(self, id: str, name: str) -> object:
        """The value of a member of a node or relation."""
        return self._of(id).line.get(name)

    def set(self, id: str, name: str, value: object, said: str | None = None) -> None:
        """Give a member another value; `said` tells the change, else the name of the member does."""
        drafted = self._of(id)
        if value is None or drafted.line.get(name) == value:
            return
        self._remember(id, drafted)
        drafted.line = {**drafted.line, name: value}
        self._changes[said or name] = None

    # Relations

    def relations(self, id: str, type: str) -> list[Relation]:
        """The relations of a type from a node, known and drafted: their ids and lines."""
        return [(relation, self._of(relation).line) for relation in self._ids_around(id, type, "out")]

    def relations_to(self, id: str, type: str) -> list[Relation]:
        """The relations of a type to a node, known and drafted: their ids and lines."""
        return [(relation, self._of(relation).line) for relation in self._ids_around(id, type, "into")]

    def relate(
        self, type: str, origin: str, target: str, since: date | None = None, said: str | None = None, **members: object
    ) -> str:
        """A new relation, and its id: one that says nothing where another has the one that follows from its ends."""
        id = identity(type, origin, target, since)
        taken = id in self._lines or self.known.network.relation_index(id) is not None
        begun = {} if since is None else {"since": since.isoformat()}
        line = {"relation": type, "from": origin, "to": target, **members, **begun, **self._sourced()}
        if taken:
            id = f"{NEW}{self._place}/{len(self._lines)}"
            line["id"] = id
        self._ids_around(origin, type, "out")  # what is known comes first
        self._ids_around(target, type, "into")
        self._add(id, line)
        self._changes[said or f"{type} {self.name(target)}"] = None
        return id

    def end(self, id: str, until: date, said: str) -> None:
        """End a relation."""
        self.set(id, "until", until.isoformat(), said)

    def lines(self) -> Iterator[tuple[str, Line]]:
        """What is new and what has changed, each with the place of its row."""
        for drafted in self._lines.values():
            if drafted.line != drafted.before:
                yield drafted.place, drafted.line

    def came_from_here(self, id: str) -> bool:
        """Whether a node was made by a file of this name before."""
        if id in self._lines and self._lines[id].before is None:
            return False
        record = self.known.node(id)
        title = self.sources["title"]
        return record is not None and any(source.title == title for source in record.sources)

    # The lines

    def _sourced(self) -> dict[str, object]:
        return {"sources": [dict(self.sources)]}

    def _add(self, id: str, line: dict[str, object]) -> None:
        self._lines[id] = _Drafted(line, None, self._place)
        self._undo.setdefault(id, None)
        if "relation" in line:
            for side, end in (("out", "from"), ("into", "to")):
                self._around.setdefault((f"{side} {line['relation']}", str(line[end])), []).append(id)

    def _forget(self, id: str, line: Mapping[str, object]) -> None:
        if "relation" in line:
            for side, end in (("out", "from"), ("into", "to")):
                self._around[f"{side} {line['relation']}", str(line[end])].remove(id)

    def _of(self, id: str) -> _Drafted:
        drafted = self._lines.get(id)
        if drafted is None:
            record: NodeRecord | RelationRecord | None = self.known.node(id) or self.known.relation(id)
            assert record is not None, id
            line = self.known.line(record)
            drafted = self._lines[id] = _Drafted(line, line, self._place)
        return drafted

    def _remember(self, id: str, drafted: _Drafted) -> None:
        self._undo.setdefault(id, drafted.line)
        if drafted.line == drafted.before:
            drafted.place = self._place

    def _ids_around(self, id: str, type: str, side: str) -> list[str]:
        key = (f"{side} {type}", id)
        found = self._around.get(key)
        if found is None:
            known = self.known.relations(id, type, "out" if side == "out" else "into")
            found = self._around[key] = [record.id for record in known]
            for record in known:
                if record.id not in self._lines:
                    line = self.known.line(record)
                    self._lines[record.id] = _Drafted(line, line, self._place)
        return found


def lasts(line: Mapping[str, object], day: date) -> bool:
    """Whether the period of a relation holds a day, or is still to come."""
    until = line.get("until")
    return until is None or str(until) > day.isoformat()


def in_time(line: Mapping[str, object], since: date | None, until: date | None) -> bool:
    """Whether the period of a relation shares a day with another."""
    begin, end = line.get("since"), line.get("until")
    after = until is not None and begin is not None and str(begin) >= until.isoformat()
    before = since is not None and end is not None and str(end) <= since.isoformat()
    return not after and not before
