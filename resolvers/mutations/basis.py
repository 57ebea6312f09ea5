"""What a mutation rests on: the network it is written to, as its viewer sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.editing.edit import found, relations_to
from graph.errors import BadInput
from graph.network import Network
from graph.records import NodeRecord, Record
from graph.reduced import ReducedNetwork
from graph.rights import forbidden
from graph.viewers import Viewer
from graph.vocabulary import Visibility, is_a
from resolvers.arguments import few, unknown

MOST_IDS = 1_000


@dataclass(frozen=True, slots=True)
class Basis:
    """The newest network at the moment of writing, and who writes.

    What the viewer may not see is not found, as everywhere; their own entry they always see.
    """

    viewer: Viewer
    reduced: ReducedNetwork
    today: date

    @property
    def network(self) -> Network:
        """The whole network."""
        return self.reduced.network

    def node(self, id: str, field: str, kind: str | None = None) -> NodeRecord:
        """A node by its id, of a kind or family where one is named. Raises NotFound, or BadInput for another kind."""
        record = self.network.node_by_id(id)
        if record is None or self.shown(record) is None:
            raise unknown(id, field)
        if kind is not None and not is_a(record.kind, kind):
            raise BadInput(
                f"«{id}» is a {record.kind}.", field=field, actual=record.kind, expected=f"the id of a {kind}"
            )
        return record

    def nodes(self, ids: Sequence[str], field: str, kind: str) -> list[NodeRecord]:
        """Nodes of a kind by their ids."""
        few(field, ids, 0, MOST_IDS)
        return [self.node(id, f"{field}[{place}]", kind) for place, id in enumerate(ids)]

    def records(self, ids: Sequence[str], field: str) -> list[Record]:
        """Nodes and relations by their ids, at least one."""
        few(field, ids, 1, MOST_IDS)
        return [self._record(id, f"{field}[{place}]") for place, id in enumerate(ids)]

    def _record(self, id: str, field: str) -> Record:
        record = found(self.network, id)
        if record is None or self.shown(record) is None:
            raise unknown(id, field)
        return record

    def shown(self, record: Record) -> Visibility | None:
        """Up to which visibility the viewer sees into a record that is there; None when they do not see it."""
        sees = self.viewer.viewer_class.sees
        if isinstance(record, NodeRecord):
            index = self.network.index(record.id)
            seen = record.id == self.viewer.person or (index is not None and self.reduced.node_seen[index])
        else:
            relation = self.network.relation_index(record.id)
            seen = relation is not None and self.reduced.relation_seen[relation]
        return sees if seen else None

    def check_holders_seen(self, seat: str, since: date | None) -> None:
        """Raise Forbidden when a seat is held from a day on by somebody whom the viewer does not see.

        That there is such a holder is no secret; when their holding begins and ends is.
        """
        for holding in relations_to(self.network, seat, "HOLDS"):
            lasts = since is None or holding.until is None or holding.until > since
            if lasts and self.shown(holding) is None:
                raise forbidden("The seat is held by somebody whom you may not see.", "seat", seat)

    def is_person(self, name: str) -> bool:
        """Whether somebody whom the viewer sees has a name, given as its folded words."""
        return any(self.reduced.node_seen[person] for person in self.network.people_named(name))
