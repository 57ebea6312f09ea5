"""What is left of a network file when everything is taken out that a viewer may not see: a second, slow and plain
reading of "Who sees what", which knows nothing of the cut that the service makes.

A hidden holder cannot be taken out without a trace: that a seat is held is not hidden. Somebody else, of whom nothing
is known and who is hidden too, holds the seat in their place.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.viewers import ViewerClass
from graph.vocabulary import KINDS, RELATIONS, Form, Visibility
from tests.graph.networks import Line

_MATTERS = {"HELD_BY": "from", "LINKED_TO": "to", "PUBLISHES": "to", "ASKS": "to", "SEAT_IN": "from"}
"""The relations with a coalition that make the node at this end a matter of its own."""


def stripped(lines: Sequence[Line], viewer: ViewerClass) -> list[Line]:
    """The lines that a viewer may see, each without the members that they may not."""
    if viewer.sees == Visibility.STEWARD:
        return list(lines)
    eye = _Eye(lines, viewer)
    left: list[Line] = []
    for line in lines:
        if eye.sees(line):
            left.append(eye.without_members(line))
        elif line.get("relation") == "HOLDS" and line["to"] in eye.nodes:
            left += _nobody(line)
    return left


def visibility_of(line: Line, kind_of: dict[str, str]) -> Visibility:
    """The visibility of a line: what it says, or else that of members for people and their relations."""
    if "visibility" in line:
        return Visibility[str(line["visibility"])]
    kinds = {line.get("node"), kind_of.get(str(line.get("from"))), kind_of.get(str(line.get("to")))}
    return Visibility.MEMBER if "Person" in kinds else Visibility.PUBLIC


class _Eye:
    """Which lines a viewer sees."""

    def __init__(self, lines: Sequence[Line], viewer: ViewerClass) -> None:
        self._viewer = viewer
        self._kind = {str(line["id"]): str(line["node"]) for line in lines if "node" in line}
        self._own: set[str] = set()
        self._own = self._matters(lines)
        self.nodes: set[str] = set()
        self.nodes = {str(line["id"]) for line in lines if "node" in line and self._sees_node(line, lines)}

    def sees(self, line: Line) -> bool:
        """Whether a line is for the viewer."""
        if "node" in line:
            return line["id"] in self.nodes
        ends = {str(line["from"]), str(line["to"])}
        return ends <= self.nodes and (line["relation"] == "SEAT_IN" or self._open(line, ends))

    def without_members(self, line: Line) -> Line:
        """A line that is for the viewer, without the members that are not."""
        members = KINDS[line["node"]].members if "node" in line else RELATIONS[line["relation"]].members
        left = dict(line)
        for member in members:
            # Who is not introducible is not told, but paths avoid them.
            hidden = member.seen_by > self._viewer.sees and member.name != "introducible"
            if member.form is Form.NODE and line.get(member.name) is not None:
                hidden |= line[member.name] not in self.nodes
            if hidden:
                left.pop(member.name, None)
            elif member.form is Form.RULES and line.get(member.name):
                left[member.name] = self._rules(line[member.name])
        return left

    def _rules(self, rules: Sequence[Line]) -> list[Line]:
        seen = [{**rule, "sectors": [s for s in rule["sectors"] if s in self.nodes]} for rule in rules]
        return [rule for rule in seen if rule["sectors"]]

    def _sees_node(self, line: Line, lines: Sequence[Line]) -> bool:
        """A seat is seen by whoever sees a coalition at whose table it is or was, and the sector it stands for."""
        if line["node"] != "Seat":
            return self._open(line, {str(line["id"])})
        tables = {other["to"] for other in lines if other.get("relation") == "SEAT_IN" and other["from"] == line["id"]}
        told_with = (tables, {line["sector"]})
        return all(any(self._sees_node(other, lines) for other in lines if other.get("id") in ids) for ids in told_with)

    def _open(self, line: Line, ends: set[str]) -> bool:
        visibility = visibility_of(line, self._kind)
        if visibility == Visibility.COALITION:
            return bool(self._own & ends)
        return visibility <= self._viewer.sees

    def _matters(self, lines: Sequence[Line]) -> set[str]:
        """The coalitions of the viewer, and what belongs to one by a tie that its members may know of."""
        if self._viewer.sees < Visibility.MEMBER:
            return set()
        told = [
            line
            for line in lines
            if line.get("relation") == "SEAT_IN" or visibility_of(line, self._kind) <= Visibility.COALITION
        ]
        coalitions = self._viewer.coalitions & {line["id"] for line in told if "node" in line}
        ties = [line for line in told if "relation" in line]
        sectors = {str(line["id"]) for line in lines if line.get("node") == "Sector" and self._open(line, set())}
        untold = {str(line["id"]) for line in lines if line.get("node") == "Seat" and line["sector"] not in sectors}
        own = set(coalitions)
        for tie in ties:
            end = _MATTERS.get(tie["relation"])
            if end is not None and tie["to" if end == "from" else "from"] in coalitions:
                own.add(str(tie[end]))
        own -= untold
        return own | {str(tie["from"]) for tie in ties if tie["relation"] == "HOLDS" and tie["to"] in own}


def _nobody(holds: Line) -> list[Line]:
    """Somebody of whom nothing is known, who holds a seat just as long."""
    period: Line = {member: holds[member] for member in ("since", "until") if member in holds}
    id = f"nobody-{holds['to']}-{holds.get('since')}"
    return [
        {"node": "Person", "id": id, "name": "nobody", "visibility": "STEWARD"},
        {"relation": "HOLDS", "from": id, "to": holds["to"], "visibility": "STEWARD", **period},
    ]
