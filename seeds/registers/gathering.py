"""The nodes and relations that a register states, each once, and the ends of those that it states no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.lines import Line
from graph.records import RelationRecord, Source, Value
from seeds.registers.overlay import Overlay, present
from seeds.registers.sectors import missing_sectors

_Relation = tuple[str, str, str]


@dataclass
class Gathering:
    """Gathers what a register states. What several rows say of one thing counts once, by the first of them."""

    over: Overlay
    _nodes: dict[str, Line] = field(default_factory=dict)
    _relations: dict[_Relation, Source] = field(default_factory=dict)

    def node(
        self, kind: str, id: str, name: str, members: Mapping[str, Value], source: Source, *, named: bool = True
    ) -> None:
        """State a node; see Overlay.node."""
        if id not in self._nodes:
            self._nodes[id] = self.over.node(kind, id, name, members, source, named=named)

    def relation(self, type: str, origin: str, target: str, source: Source) -> None:
        """State a relation."""
        self._relations.setdefault((type, origin, target), source)

    def states(self, id: str) -> bool:
        """Whether a node was stated."""
        return id in self._nodes

    def end(self, ids: Iterable[str]) -> list[str]:
        """End nodes that the register states no more; those that had not ended yet."""
        ended = []
        for id in ids:
            line = self.over.gone(id)
            if line is not None:
                self._nodes[id] = line
                ended.append(id)
        return ended

    def lines(self, sectors: Collection[str], spoken_of: Collection[str]) -> Iterator[Line]:
        """Every line: sectors that the network lacks, nodes, relations.

        What was said of the things in `spoken_of` and is said no more, ends.
        """
        yield from missing_sectors(self.over, sorted(sectors))
        yield from self._nodes.values()
        withdrawn = list(self._withdrawn(frozenset(spoken_of)))
        for (type, origin, target), source in self._relations.items():
            line = self.over.relation(type, origin, target, source)
            if line is not None:
                yield line
        yield from map(self.over.ended, withdrawn)

    def _withdrawn(self, spoken_of: frozenset[str]) -> Iterator[RelationRecord]:
        """The relations that the register stated, of or to something that it speaks of now, and states no more."""
        for origin, members in self.over.memory.said.items():
            for type, targets in members.items():
                if not isinstance(targets, list) or not type.isupper():
                    continue  # a member: types of relations are in capitals
                gone = {t for t in targets if (type, origin, t) not in self._relations and {origin, t} & spoken_of}
                for record in self.over.relations(origin, type) if gone else ():
                    if record.target in gone and present(record, self.over.day):
                        yield record
