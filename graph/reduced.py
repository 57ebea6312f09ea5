"""The reduced network: what one class of viewers may see, on all dates.

What they may not see is cut away here, before anything is indexed, searched, counted, ranked, sized or walked. That
a coalition has a seat is not hidden from those who see the coalition (and the sector it stands for, without which it
cannot be told); a holder they may not see leaves a period without a name, so that the seat is never taken for vacant.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from graph.cut import Cut
from graph.network import GONE, KIND_NUMBER, TYPE_NUMBER, Bools, Ints, Network
from graph.records import Value
from graph.viewers import ViewerClass
from graph.vocabulary import Visibility

DATES_KEPT = 8  # cuts kept for one class of viewers: today, and some to compare it with

_OWNERS = (  # the relations that make a node a coalition's own, and the side on which the coalition stands
    ("SEAT_IN", "target"),
    ("HELD_BY", "target"),
    ("LINKED_TO", "origin"),
    ("PUBLISHES", "origin"),
    ("ASKS", "origin"),
)


@dataclass(frozen=True, slots=True)
class Sight:
    """What a class of viewers saw when the network was `at` a version, and the `version` since which they saw it so."""

    version: int
    at: int
    lineage: object
    nodes: Bools
    relations: Bools
    hidden_holdings: dict[int, list[tuple[int, int]]]


class ReducedNetwork:
    """The network of a class of viewers: which nodes and relations they see, whatever the date.

    `version` is the last version at which something of it moved, as far as that is known from what they saw `before`:
    what is written of what they may not see does not move it.
    """

    def __init__(self, network: Network, viewer: ViewerClass, before: Sight | None = None) -> None:
        self.network = network
        self.viewer = viewer
        own = self._owned() if viewer.sees >= Visibility.MEMBER and viewer.coalitions else None
        self.node_seen = self._nodes_seen(own)
        self.relation_seen = self._relations_seen(own)
        self.version = before.version if before is not None and self._is_still(before) else network.version
        self.type_seen = np.where(self.relation_seen, network.relations.type, GONE)
        self._cuts: OrderedDict[date, Cut] = OrderedDict()
        self._lock = Lock()

    def on(self, day: date) -> Cut:
        """The network of these viewers on one date."""
        with self._lock:
            cut = self._cuts.get(day)
            if cut is None:
                cut = self._cuts[day] = Cut(self, day)
                if len(self._cuts) > DATES_KEPT:
                    self._cuts.popitem(last=False)
            self._cuts.move_to_end(day)
            return cut

    @cached_property
    def hidden_holdings(self) -> dict[int, list[tuple[int, int]]]:
        """By seat: the periods (day numbers, half-open) in which somebody holds it whom these viewers may not see."""
        r = self.network.relations
        hidden = (r.type == TYPE_NUMBER["HOLDS"]) & ~self.relation_seen & self.node_seen[r.target]
        periods: dict[int, list[tuple[int, int]]] = {}
        for index in np.flatnonzero(hidden).tolist():
            seat = int(r.target[index])
            periods.setdefault(seat, []).append((int(r.since[index]), int(r.until[index])))
        return periods

    @property
    def sight(self) -> Sight:
        """What these viewers see, to compare a later network with."""
        return Sight(
            self.version,
            self.network.version,
            self.network.lineage,
            self.node_seen,
            self.relation_seen,
            self.hidden_holdings,
        )

    def _is_still(self, before: Sight) -> bool:
        """Whether nothing has moved since: the same nodes and relations are seen, and none of them has changed."""
        nodes, relations = self.network.nodes, self.network.relations
        return (
            before.lineage is self.network.lineage
            and before.at <= self.network.version
            and _unmoved(before.at, before.nodes, self.node_seen, nodes.version, nodes.kind)
            and _unmoved(before.at, before.relations, self.relation_seen, relations.version, relations.type)
            and before.hidden_holdings == self.hidden_holdings
        )

    def sees(self, id: str) -> bool:
        """Whether these viewers see the node with an id, whatever the date."""
        index = self.network.index(id)
        return index is not None and bool(self.node_seen[index])

    def rules(self, given: Value | None) -> list[dict[str, object]]:
        """Delegation rules with the sectors that these viewers see, and without the rules that leaves empty."""
        seen: list[dict[str, object]] = []
        for rule in given if isinstance(given, list) else ():
            if isinstance(rule, dict) and isinstance(sectors := rule["sectors"], list):
                left = [sector for sector in sectors if self.sees(str(sector))]
                seen += [{**rule, "sectors": left}] if left else []
        return seen

    def _nodes_seen(self, own: Bools | None) -> Bools:
        network, sees = self.network, self.viewer.sees
        nodes, r = network.nodes, network.relations
        present = nodes.kind >= 0
        if sees == Visibility.STEWARD:
            return present
        seen: Bools = present & (nodes.visibility <= min(sees, Visibility.MEMBER))
        if own is not None:
            seen |= present & (nodes.visibility == Visibility.COALITION) & own
        # A seat is seen by whoever sees its coalition and its sector, and by nobody else.
        seats_in = r.type == TYPE_NUMBER["SEAT_IN"]
        seen[nodes.kind == KIND_NUMBER["Seat"]] = False
        seen[r.origin[seats_in & seen[r.target]]] = True
        seen[self._seats_of_hidden_sectors] = False
        return seen

    @cached_property
    def _seats_of_hidden_sectors(self) -> list[int]:
        network, nodes = self.network, self.network.nodes
        closed = nodes.visibility > min(self.viewer.sees, Visibility.MEMBER)
        sectors = np.flatnonzero(closed & (nodes.kind == KIND_NUMBER["Sector"])).tolist()
        hidden = {network.node(sector).id for sector in sectors}
        seats = np.flatnonzero(nodes.kind == KIND_NUMBER["Seat"]).tolist() if hidden else []
        return [seat for seat in seats if network.node(seat).members["sector"] in hidden]

    def _relations_seen(self, own: Bools | None) -> Bools:
        r = self.network.relations
        ends: Bools = (r.type >= 0) & self.node_seen[r.origin] & self.node_seen[r.target]
        if self.viewer.sees == Visibility.STEWARD:
            return ends
        allowed = r.visibility <= min(self.viewer.sees, Visibility.MEMBER)
        allowed |= r.type == TYPE_NUMBER["SEAT_IN"]
        if own is not None:
            allowed |= (r.visibility == Visibility.COALITION) & (own[r.origin] | own[r.target])
        return ends & allowed

    def _owned(self) -> Bools:
        """The nodes that are a matter of one of the viewers' own coalitions: it, its seats and their holders,
        its meetings, agreements, channels and questions.

        What is tied to a coalition by something for stewards only is no matter of it: seeing it would tell of the tie.
        """
        network = self.network
        r = network.relations
        coalitions = np.zeros(network.size, np.bool_)
        coalitions[[i for i in map(network.index, self.viewer.coalitions) if i is not None]] = True
        coalitions &= network.nodes.visibility < Visibility.STEWARD
        known = (r.visibility < Visibility.STEWARD) | (r.type == TYPE_NUMBER["SEAT_IN"])
        own = coalitions.copy()
        for type, side in _OWNERS:
            tied = known & (r.type == TYPE_NUMBER[type])
            coalition, other = (r.target, r.origin) if side == "target" else (r.origin, r.target)
            own[other[tied & coalitions[coalition]]] = True
        own[self._seats_of_hidden_sectors] = False
        holds = known & (r.type == TYPE_NUMBER["HOLDS"]) & own[r.target]
        own[r.origin[holds]] = True
        return own


def _unmoved(at: int, before: Bools, now: Bools, versions: Ints, sorts: NDArray[np.int8]) -> bool:
    """Whether of nodes, or of relations, the same are seen as before, none of which changed after a version.

    What came and went in between counts as a move, for the log tells of it to those who could see it.
    """
    known = len(before)
    return (
        np.array_equal(before, now[:known])
        and not now[known:].any()
        and not (sorts[known:] == GONE).any()
        and not (now & (versions > at)).any()
    )
