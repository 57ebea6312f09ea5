"""A piece of the network, as a table of its nodes and one of its relations, and as a graph for Gephi and Cytoscape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from graph.cut import Cut
from graph.deadline import look
from graph.network import TYPE_NAMES, day_of
from graph.records import Value
from graph.vocabulary import KINDS, RELATIONS, Form, Member
from resolvers.exports.tables import NO_CELL, Cell, Export, Table

_NODES = (("id", "id"), ("naam", "name"), ("soort", "kind"), ("sinds", "since"), ("tot", "until"))
_RELATIONS = (
    ("id", "id"),
    ("relatie", "relation"),
    ("van", "from"),
    ("naam van", "name from"),
    ("naar", "to"),
    ("naam naar", "name to"),
    ("eigenschappen", "properties"),
    ("sinds", "since"),
    ("tot", "until"),
    ("bevestigd op", "confirmed on"),
)


def subgraph(cut: Cut, nodes: Sequence[int], relations: Sequence[int]) -> Export:
    """Nodes and relations. The relations come first: they tell most."""
    return Export(cut, (_relations(cut, relations), _nodes(cut, nodes)), nodes, relations)


def graph_of(export: Export) -> nx.MultiDiGraph[str]:
    """An export as a graph: nodes and relations with what the viewer may see of them, unknown members left out.

    A relation is `relation`, its id the key; one without a direction (KNOWS) runs from the one end to the other and
    says so in `mutual`.
    """
    cut = export.cut
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in export.nodes:
        look("Ask for fewer nodes.")
        record = cut.node(node)
        members = _shown(cut, record.members, KINDS[record.kind].members)
        graph.add_node(record.id, label=_legal(record.name), kind=record.kind, **members)
    r = cut.network.relations
    for relation in export.relations:
        type = TYPE_NAMES[r.type[relation]]
        said = _shown(cut, cut.network.members(relation), RELATIONS[type].members)
        ends = cut.node(int(r.origin[relation])).id, cut.node(int(r.target[relation])).id
        begun = day_of(int(r.since[relation]))
        period = {} if begun is None else {"since": begun.isoformat()}
        told = {"relation": type, "mutual": RELATIONS[type].mutual, **said, **period}
        graph.add_edge(*ends, cut.network.relation_id(relation), **told)
    return graph


def _nodes(cut: Cut, nodes: Sequence[int]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for node in nodes:
        record = cut.node(node)
        rows.append((record.id, record.name, record.kind, record.since, record.until))
    return Table("nodes", _NODES, rows)


def _relations(cut: Cut, relations: Sequence[int]) -> Table:
    r = cut.network.relations
    rows: list[tuple[Cell, ...]] = []
    for relation in relations:
        look("Ask for fewer nodes.")
        type = TYPE_NAMES[r.type[relation]]
        one, other = cut.node(int(r.origin[relation])), cut.node(int(r.target[relation]))
        said = _shown(cut, cut.network.members(relation), RELATIONS[type].members)
        days = (day_of(int(column[relation])) for column in (r.since, r.until, r.confirmed))
        properties = "; ".join(f"{name}: {value}" for name, value in said.items()) or None
        id = cut.network.relation_id(relation)
        rows.append((id, type, one.id, one.name, other.id, other.name, properties, *days))
    return Table("relations", _RELATIONS, rows)


def _shown(cut: Cut, members: Mapping[str, Value], known: Sequence[Member]) -> dict[str, str | int | float | bool]:
    """Members as single values, without what these viewers may not see, and without nodes that they do not see."""
    shown: dict[str, str | int | float | bool] = {}
    for member in known:
        value = members.get(member.name)
        if value is None or member.seen_by > cut.reduced.viewer.sees or member.form in NO_CELL:
            continue
        if member.form is Form.NODE and cut.index(str(value)) is None:
            continue
        if isinstance(value, dict):
            value = "; ".join(f"{key} {one}" for key, one in value.items())
        elif isinstance(value, list):
            value = "; ".join(map(str, value))
        shown[member.name] = _legal(value) if isinstance(value, str) else value
    return shown


def _legal(text: str) -> str:
    """A text without the signs that XML cannot hold."""
    return "".join(sign if (sign >= " " and sign not in "\ufffe\uffff") or sign in "\t\n" else " " for sign in text)
