"""domain.md over again, the slow and plain way: dictionaries, and every path there is.

Works on the lines of a network file as a steward sees them, on one date. Only for small networks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Any

Line = dict[str, Any]
Reasons = dict[frozenset[str], list[tuple[str, str | None, float]]]
"""By pair of people: kind, context and strength of each reason."""

BASE = {"STRONG": 0.95, "GOOD": 0.8, "WEAK": 0.5}


class Reference:
    def __init__(self, lines: Iterable[Line], day: date) -> None:
        lines = list(lines)
        self.day = day
        self.all = {line["id"]: line for line in lines if "node" in line}
        self.nodes = {id: line for id, line in self.all.items() if self.holds(line)}
        self.every = [line for line in lines if "relation" in line]
        self.relations = [
            r
            for r in self.every
            if (self.holds(r) or r["relation"] == "ATTENDED") and r["from"] in self.nodes and r["to"] in self.nodes
        ]

    def holds(self, line: Line, day: date | None = None) -> bool:
        day = day or self.day
        since, until = line.get("since"), line.get("until")
        return (not since or date.fromisoformat(since) <= day) and (not until or day < date.fromisoformat(until))

    def of(self, type: str) -> Iterator[tuple[str, str, Line]]:
        return ((r["from"], r["to"], r) for r in self.relations if r["relation"] == type)

    def parts(self, node: str) -> set[str]:
        found = {node}
        while True:
            more = {one for one, whole, _ in self.of("PART_OF") if whole in found} - found
            if not more:
                return found
            found |= more

    def is_organisation(self, id: str) -> bool:
        return self.nodes[id]["node"] not in {
            "Person", "Region", "Sector", "Coalition", "Seat", "Programme", "Agreement", "Meeting", "Channel",
            "Question", "Recommendation", "Observation",
        }  # fmt: skip

    # Handshakes

    def coalition_people(self, coalition: str) -> set[str]:
        seats = {seat for seat, to, _ in self.of("SEAT_IN") if to == coalition}
        return {person for person, seat, _ in self.of("HOLDS") if seat in seats}

    def workers(self, organisation: str) -> set[str]:
        parts = self.parts(organisation)
        return {person for person, to, _ in self.of("WORKS_FOR") if to in parts}

    def people_of(self, id: str) -> set[str]:
        kind = self.nodes[id]["node"]
        if kind == "Person":
            return {id}
        return self.coalition_people(id) if kind == "Coalition" else self.workers(id)

    def left(self, line: Line, half_life: int) -> float:
        counted = line.get("confirmedAt") or line.get("since")
        months = half_life if not counted else max(0, (self.day - date.fromisoformat(counted)).days) / 30.4375
        return float(0.5 ** (months / half_life))

    def reasons(self, avoided: frozenset[str] = frozenset()) -> Reasons:
        found: Reasons = defaultdict(list)
        known: dict[frozenset[str], float] = {}
        for one, other, line in self.of("KNOWS"):
            pair = frozenset((one, other))
            known[pair] = max(known.get(pair, 0.0), BASE[line["strength"]] * self.left(line, 36))
        for pair, strength in known.items():
            found[pair].append(("KNOWS", None, strength))
        for id, line in self.nodes.items():
            if id in avoided:
                continue
            if line["node"] == "Coalition":
                self._coalition(id, found)
            elif line["node"] == "Meeting":
                self._meeting(line, found)
        self._organisations(avoided, found)
        return found

    def _coalition(self, id: str, found: Reasons) -> None:
        people = self.coalition_people(id)
        if not 2 <= len(people) <= 150:
            return
        seats = {seat for seat, to, _ in self.of("SEAT_IN") if to == id}
        for pair in combinations(sorted(people), 2):
            younger = [max(self.left(r, 24) for p, s, r in self.of("HOLDS") if p == one and s in seats) for one in pair]
            found[frozenset(pair)].append(("COALITION", id, 0.8 * min(1, 20 / (len(people) - 1)) * min(younger)))

    def _meeting(self, line: Line, found: Reasons) -> None:
        day = date.fromisoformat(line["date"])
        people = {p for p, m, _ in self.of("ATTENDED") if m == line["id"]}
        earliest = self.day.replace(year=self.day.year - 2)  # 29 February is not among the dates of these tests
        if not (earliest < day <= self.day and 2 <= len(people) <= 150):
            return
        strength = 0.3 * min(1, 30 / (len(people) - 1)) * 0.5 ** ((self.day - day).days / 30.4375 / 18)
        for pair in combinations(sorted(people), 2):
            found[frozenset(pair)].append(("MEETING", line["id"], strength))

    def _organisations(self, avoided: frozenset[str], found: Reasons) -> None:
        sizes = {o: self.workers(o) for o in self.nodes if self.is_organisation(o) and o not in avoided}
        sizes = {o: people for o, people in sizes.items() if 2 <= len(people) <= 150}
        shared: dict[frozenset[str], set[str]] = defaultdict(set)
        for organisation, people in sizes.items():
            for pair in combinations(people, 2):
                shared[frozenset(pair)].add(organisation)
        for shaking, organisations in shared.items():
            for o in organisations:
                if not any(o != inner and inner in self.parts(o) for inner in organisations):
                    strength = 0.7 * min(1, 15 / (len(sizes[o]) - 1))
                    found[shaking].append(("ORGANISATION", o, strength))

    def strengths(self, avoided: frozenset[str] = frozenset()) -> dict[frozenset[str], float]:
        strengths = {}
        for pair, reasons in self.reasons(avoided).items():
            apart = 1.0
            for _, _, strength in reasons:
                apart *= 1 - strength
            strengths[pair] = 1 - apart
        return strengths

    # Paths

    def paths(
        self, sources: set[str], targets: set[str], most: int, avoid: Iterable[str] = (), via: str | None = None,
        *, lifted: bool = False,
    ) -> list[tuple[tuple[str, ...], float]]:  # fmt: skip
        """Every path, in no order."""
        avoid = () if lifted else tuple(avoid)
        avoided_people = {p for a in avoid for p in self.people_of(a)}
        strengths = self.strengths(frozenset(avoid))
        inner = {
            p
            for p, line in self.nodes.items()
            if line["node"] == "Person" and (lifted or (line.get("introducible") and p not in avoided_people))
        } - sources - targets  # fmt: skip
        via_people = None if via is None or lifted else self.people_of(via) & inner
        neighbours: dict[str, set[str]] = defaultdict(set)
        for pair in strengths:
            one, other = pair
            neighbours[one].add(other)
            neighbours[other].add(one)
        both = sources & targets
        found: list[tuple[tuple[str, ...], float]] = [((p,), 1.0) for p in both] if via_people is None else []

        def grow(path: tuple[str, ...], strength: float) -> None:
            for other in neighbours[path[-1]]:
                step = strength * strengths[frozenset((path[-1], other))]
                if other in targets - both and (via_people is None or via_people & set(path[1:])):
                    found.append(((*path, other), step))
                elif other in inner and other not in path and len(path) < most:
                    grow((*path, other), step)

        for source in sources - both:
            grow((source,), 1.0)
        return found

    def best(
        self, sources: set[str], targets: set[str], order: str, most: int, first: int,
        avoid: Iterable[str] = (), via: str | None = None,
    ) -> list[tuple[tuple[str, ...], float]]:  # fmt: skip
        def key(found: tuple[tuple[str, ...], float]) -> tuple[Any, ...]:
            path, strength = found
            rounded = -round(strength, 9)
            return (len(path), rounded, path) if order == "FEWEST" else (rounded, len(path), path)

        return sorted(self.paths(sources, targets, most, avoid, via), key=key)[:first]

    def why_none(
        self, sources: set[str], targets: set[str], avoid: Iterable[str], via: str | None
    ) -> tuple[str, int | None]:
        shaking = {p for pair in self.strengths() for p in pair}
        if not targets:
            return "NO_TARGET", None
        if not sources & shaking:
            return "FROM_ISOLATED", None
        if not targets & shaking:
            return "TO_ISOLATED", None
        further = self.paths(sources, targets, 12, avoid, via)
        if further:
            return "BEYOND_LIMIT", min(len(path) - 1 for path, _ in further)
        return ("BLOCKED" if self.paths(sources, targets, 99, lifted=True) else "DISCONNECTED"), None
