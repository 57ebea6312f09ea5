"""The reduced network: what one class of viewers may see, on all dates.

What they may not see is cut away here, before anything is indexed, searched, counted, ranked, sized or walked. That
a coalition has a seat is not hidden from those who see the coalition; a holder they may not see leaves a period
without a name, so that the seat is never taken for vacant.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from functools import cached_property
from threading import Lock

import numpy as np

from graph.cut import Cut
from graph.network import KIND_NUMBER, TYPE_NUMBER, Bools, Network
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


class ReducedNetwork:
    """The network of a class of viewers: which nodes and relations they see, whatever the date."""

    def __init__(self, network: Network, viewer: ViewerClass) -> None:
        self.network = network
        self.viewer = viewer
        own = self._owned() if viewer.sees >= Visibility.MEMBER and viewer.coalitions else None
        self.node_seen = self._nodes_seen(own)
        self.relation_seen = self._relations_seen(own)
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

    def _nodes_seen(self, own: Bools | None) -> Bools:
        network, sees = self.network, self.viewer.sees
        nodes, r = network.nodes, network.relations
        present = nodes.kind >= 0
        if sees == Visibility.STEWARD:
            return present
        seen: Bools = present & (nodes.visibility <= min(sees, Visibility.MEMBER))
        if own is not None:
            seen |= present & (nodes.visibility == Visibility.COALITION) & own
        # A seat is seen by whoever sees its coalition, and by nobody else.
        seats_in = r.type == TYPE_NUMBER["SEAT_IN"]
        seen[nodes.kind == KIND_NUMBER["Seat"]] = False
        seen[r.origin[seats_in & seen[r.target]]] = True
        return seen

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
        its meetings, agreements, channels and questions."""
        network = self.network
        r = network.relations
        coalitions = np.zeros(network.size, np.bool_)
        coalitions[[i for i in map(network.index, self.viewer.coalitions) if i is not None]] = True
        own = coalitions.copy()
        for type, side in _OWNERS:
            of_type = r.type == TYPE_NUMBER[type]
            coalition, other = (r.target, r.origin) if side == "target" else (r.origin, r.target)
            own[other[of_type & coalitions[coalition]]] = True
        holds = (r.type == TYPE_NUMBER["HOLDS"]) & own[r.target]
        own[r.origin[holds]] = True
        return own
