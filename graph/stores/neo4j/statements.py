"""Every Cypher statement, as text. Names in it come from the vocabulary; whatever came from outside is a parameter."""

from __future__ import annotations

from collections.abc import Iterable

from graph.stores.neo4j.properties import node_columns, relation_columns
from graph.stores.neo4j.words import CHANGE, CODE_PROPERTIES, HEAD, TOUCHED, Part, every_part, labels
from graph.vocabulary import ANY, KINDS, RELATIONS

_CHUNK = 5_000  # rows in one record of columns: a few megabytes at most

# The head: one node that holds the version. Who writes takes its lock first, so that writers queue up.

VERSION = f"MATCH (head:{HEAD}) RETURN head.version AS version, head.form AS form"
LOCK = f"MATCH (head:{HEAD}) SET head.writing = true REMOVE head.writing"
MOVE = f"MATCH (head:{HEAD}) SET head.version = $version"
MAKE_HEAD = f"MERGE (head:{HEAD} {{id: 1}}) ON CREATE SET head.version = 0, head.form = $form"
ANYTHING = "MATCH (n) RETURN labels(n) AS labels LIMIT 1"

# Reading


def present() -> str:
    """How many nodes of each kind, relations of each type and parts there are; the database has counted them."""
    counts = [f"COUNT {{ (:{kind}) }} AS `{kind}`" for kind in KINDS]
    counts += [f"COUNT {{ ()-[:{type}]->() }} AS `{type}`" for type in (*RELATIONS, *every_part())]
    return "RETURN " + ", ".join(counts)


def read_nodes(kind: str) -> str:
    """The nodes of a kind as columns, a list for each property of `node_columns`."""
    return f"MATCH (n:{ANY}:{kind}) " + _in_columns("n", [_value("n", *column) for column in node_columns(kind)])


def read_relations(type: str) -> str:
    """The relations of a type as columns: the ids of both ends, then the properties of `relation_columns`."""
    ends = ["startNode(n).id", "endNode(n).id"]
    return f"MATCH ()-[n:{type}]->() " + _in_columns("n", ends + [_value("n", *c) for c in relation_columns(type)])


def read_parts(part: Part) -> str:
    """One part of all nodes as columns: the owner's id, then the part's properties."""
    told = ["startNode(n).id", *(f"endNode(n).{name}" for name in part.properties)]
    return f"MATCH (:{ANY})-[n:{part.relationship}]->(:{part.label}) " + _in_columns("n", told)


CHANGES = f"""MATCH (c:{CHANGE}) WHERE $since < c.version AND c.version <= $last
RETURN c.version AS version, toString(c.at) AS at, c.by AS by, c.because AS because ORDER BY version"""
TOUCHES = f"MATCH (n:{TOUCHED}) WHERE $since < n.version AND n.version <= $last "
HISTORY = f"""MATCH (t:{TOUCHED} {{id: $id}}) WITH t ORDER BY t.version DESC LIMIT $first
MATCH (c:{CHANGE} {{version: t.version}})
RETURN c.version AS version, toString(c.at) AS at, c.by AS by, c.because AS because, t.before, t.after
ORDER BY version DESC"""


def _in_columns(name: str, values: Iterable[str]) -> str:
    # One record of a few long lists is read many times faster than a record for each row.
    columns = ", ".join(f"[{name} IN chunk | {value}] AS c{i}" for i, value in enumerate(values))
    return (
        f"WITH collect({name}) AS found UNWIND range(0, size(found) - 1, {_CHUNK}) AS i "
        f"WITH found[i..i + {_CHUNK}] AS chunk RETURN {columns}"
    )


def _value(name: str, property: str, is_date: bool) -> str:
    return f"toString({name}.{property})" if is_date else f"{name}.{property}"


TOUCHES += _in_columns("n", ("n.version", "n.before", "n.after"))

# Writing: each statement takes a list of rows and tells how many of them it found


def new_nodes(kind: str) -> str:
    """Make nodes of a kind of their properties."""
    return f"UNWIND $rows AS row CREATE (n:{':'.join(labels(kind))}) SET n = row RETURN count(n) AS done"


CHANGED_NODES = f"UNWIND $rows AS row MATCH (n:{ANY} {{id: row.id}}) SET n = row RETURN count(n) AS done"
_CODES = ", ".join(f"n.{name}" for name in CODE_PROPERTIES.values())
CLEARED_CODES = f"UNWIND $rows AS row MATCH (n:{ANY} {{id: row}}) REMOVE {_CODES} RETURN count(n) AS done"
_PARTS = "|".join(every_part())
REMOVED_NODES = f"""UNWIND $rows AS row MATCH (n:{ANY} {{id: row}})
OPTIONAL MATCH (n)-[:{_PARTS}]->(part)
WITH n, collect(part) AS parts FOREACH (part IN parts | DETACH DELETE part) DELETE n RETURN count(*) AS done"""


def new_parts(part: Part) -> str:
    """Hang parts on their nodes; a row is the owner's id and the part's properties."""
    return (
        f"UNWIND $rows AS row MATCH (n:{ANY} {{id: row[0]}}) "
        f"CREATE (n)-[:{part.relationship}]->(part:{part.label}) SET part = row[1] RETURN count(part) AS done"
    )


def removed_parts(part: Part) -> str:
    """Take parts off; a row is the owner's id and the part's key."""
    return (
        f"UNWIND $rows AS row MATCH (:{ANY} {{id: row[0]}})-[:{part.relationship}]->"
        f"(part:{part.label} {{{part.key}: row[1]}}) DETACH DELETE part RETURN count(*) AS done"
    )


def new_relations(type: str) -> str:
    """Make relations of a type; a row is the ids of both ends and the properties."""
    return (
        f"UNWIND $rows AS row MATCH (origin:{ANY} {{id: row[0]}}) MATCH (target:{ANY} {{id: row[1]}}) "
        f"CREATE (origin)-[n:{type}]->(target) SET n = row[2] RETURN count(n) AS done"
    )


def changed_relations(type: str) -> str:
    """Give relations of a type new properties."""
    return f"UNWIND $rows AS row MATCH ()-[n:{type} {{id: row.id}}]->() SET n = row RETURN count(n) AS done"


def removed_relations(type: str) -> str:
    """Remove relations of a type, each by its id."""
    return f"UNWIND $rows AS row MATCH ()-[n:{type} {{id: row}}]->() DELETE n RETURN count(*) AS done"


NEW_CHANGE = f"CREATE (:{CHANGE} {{version: $version, at: $at, by: $by, because: $because}})"
NEW_TOUCHED = f"UNWIND $rows AS row CREATE (n:{TOUCHED}) SET n = row RETURN count(n) AS done"

# Erasing: what the log says of a person is replaced

REWRITTEN_TOUCHED = f"""UNWIND $rows AS row MATCH (n:{TOUCHED} {{id: row.id}}) WHERE n.version = row.version
SET n.before = row.before, n.after = row.after RETURN count(n) AS done"""
REWRITTEN_CHANGES = f"""UNWIND $rows AS row MATCH (n:{CHANGE} {{version: row.version}})
SET n.by = row.by, n.because = row.because RETURN count(n) AS done"""
