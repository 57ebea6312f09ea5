"""How the invented network and its secrets move on: every state is one change, so that history has secrets too."""

from __future__ import annotations

from collections.abc import Sequence

from tests.canaries import invented
from tests.canaries.canaries import CANARY, Canaries
from tests.graph.networks import Line, node, relation


def states() -> list[list[Line]]:
    """The network in its beginning, after things have changed, and after some were opened, closed and taken out."""
    canaries = Canaries()
    opened = canaries.node("Ministry", "STEWARD", name="Ministerie")
    first = [*invented.lines(), *canaries.all(), opened, node("Association", "closed-later")]
    first += [node("Association", "leaves"), relation("LOCATED_IN", "leaves", "kerk")]
    second = [_changed(line, number) for number, line in enumerate(first)]
    second += [node("Association", "new"), relation("ACTIVE_IN", "new", "heer"), canaries.node("Channel", "MEMBER")]
    gone = {"leaves", *_some_secrets(second)}
    third = [_closed(line) for line in second if not _names(line) & gone and not _is_shut(line)]
    third = [{**line, "visibility": "PUBLIC"} if line.get("id") == opened["id"] else line for line in third]
    return [first, second, third]


def _changed(line: Line, number: int) -> Line:
    """A line after a while: many secrets have changed, and some of what everybody sees."""
    if _is_secret(line):
        return {**line, "confirmedAt": "2026-10-01"} if number % 3 == 0 else line
    if line.get("id") == "p0":
        return {**line, "name": "Anna Zonneveld-Smit", "email": "anna@example.org", "contactPurpose": "overleg"}
    if line.get("id") == "school0":
        return {**line, "pupils": {"2024": 200, "2025": 190}}
    if line.get("relation") == "KNOWS" and line["from"] == "p3":
        return {**line, "strength": "GOOD"}
    return line


def _closed(line: Line) -> Line:
    return {**line, "visibility": "STEWARD"} if line.get("id") == "closed-later" else line


def _is_shut(line: Line) -> bool:
    return line.get("relation") == "REACHES" and line.get("to") == "school-1"


def _is_secret(line: Line) -> bool:
    return bool(CANARY.match(str(line.get("id", ""))))


def _some_secrets(lines: Sequence[Line]) -> set[str]:
    """Some secret nodes of every visibility, which nothing names but relations."""
    kinds = ("Association", "Channel", "Question", "Meeting", "Partnership")
    secret = (line for line in lines if _is_secret(line) and line.get("node") in kinds)
    return {str(line["id"]) for line in secret if line["id"][-1] < "4"}


def _names(line: Line) -> set[str]:
    return {str(line.get(part)) for part in ("id", "from", "to") if "node" not in line or part == "id"}
