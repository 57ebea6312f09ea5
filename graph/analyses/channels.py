"""The reach of a channel: which locations hear it, over whom, and which hear nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.analyses.locations import KINDS, locations
from graph.cut import Cut
from graph.name_order import name_order


@dataclass(frozen=True, slots=True)
class Reached:
    """A location (node) that hears a channel, and what tells it (nodes): the channel, one that passes it on, the
    organisation it is part of or a part of it, or somebody who works there."""

    organisation: int
    over: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """The locations that hear a channel, and those that do not, in order of names."""

    channel: int
    reached: tuple[Reached, ...]
    unreached: tuple[int, ...]


def reach(cut: Cut, channel: int) -> Reach:
    """Which schools and childcare locations hear a channel.

    A channel reaches whom it REACHES, and whom the channels that it reaches do. An organisation that is reached tells
    its parts, and what it is part of; a person tells the organisations they work for and what those are part of.
    """
    over: dict[int, set[int]] = defaultdict(set)
    for one in _passed_on(cut, channel):
        for target in cut.targets(one, "REACHES"):
            if cut.is_a(target, "Person"):
                _add(cut, over, target, {w for o in cut.targets(target, "WORKS_FOR") for w in cut.with_wholes(o)})
            elif cut.is_a(target, "Organisation"):
                _add(cut, over, target, cut.with_wholes(target) | cut.with_parts(target) - {target})
                _add(cut, over, one, {target})
    by_name = name_order(cut.network).sorted
    return Reach(
        channel,
        tuple(Reached(location, tuple(by_name(over[location]))) for location in by_name(over)),
        tuple(by_name(location for location in locations(cut) if location not in over)),
    )


def _add(cut: Cut, over: dict[int, set[int]], teller: int, told: set[int]) -> None:
    for node in told:
        if node != teller and cut.node(node).kind in KINDS:
            over[node].add(teller)


def _passed_on(cut: Cut, channel: int) -> list[int]:
    """A channel and those that it reaches, at any distance."""
    found = [channel]
    for one in found:
        found += [c for c in cut.targets(one, "REACHES") if cut.is_a(c, "Channel") and c not in found]
    return found
