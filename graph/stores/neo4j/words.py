"""How the vocabulary reads in Neo4j: labels, relationship types and properties, made from its own words.

Neo4j keeps no maps, so what is one in a network file becomes something else here: a code is a property of its own
(`codes.DUO` is `codeDuo`), and each yearly figure and each delegation rule is a small node that hangs on its owner.
Sources, which are a list of objects, become three lists side by side.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.vocabulary import ANY, KINDS, RELATIONS, CodeSystem, Form, Member

COMMON = (
    "id",
    "since",
    "until",
    "visibility",
    "confirmedAt",
    "sourceTitles",
    "sourceUrls",
    "sourceRetrieved",
    "version",
)
"""The properties that every node and relation may have; a node has a `name` too."""

DATES = frozenset({"since", "until", "confirmedAt"})

HEAD, CHANGE, TOUCHED, KEEPSAKE = "KorteLijnen", "Change", "Touched", "Keepsake"
"""Labels of what is no node of the network: the version, the changes, what each of them touched, and keepsakes."""


@dataclass(frozen=True, slots=True)
class Part:
    """A member that is kept as small nodes of its own: `(owner)-[:relationship]->(:label {key, ...})`."""

    member: str
    relationship: str
    label: str
    key: str
    properties: tuple[str, ...]


def labels(kind: str) -> tuple[str, ...]:
    """The labels of a kind, the widest first: Node, Organisation, School."""
    return (ANY, *KINDS[kind].families, kind)


def code_property(system: str) -> str:
    """The property that holds the code of a code system: BEVOEGD_GEZAG becomes codeBevoegdGezag."""
    return "code" + "".join(word.capitalize() for word in system.split("_"))


CODE_PROPERTIES = {system.value: code_property(system) for system in CodeSystem}


def part(member: Member) -> Part | None:
    """The part that a member becomes, None when it is a property."""
    match member.form:
        case Form.FIGURES:
            label = member.name[0].upper() + member.name[1:]
            return Part(member.name, f"HAS_{member.name.upper()}", label, "year", ("year", "count"))
        case Form.RULES:
            told = ("position", "sectors", "minimum", "per", "mandate")
            return Part(member.name, "HAS_RULE", "DelegationRule", "position", told)
        case _:
            return None


def parts(kind: str) -> tuple[Part, ...]:
    """The parts that nodes of a kind may have."""
    return tuple(found for member in KINDS[kind].members if (found := part(member)))


def every_part() -> dict[str, Part]:
    """All parts of the vocabulary, by their relationship type."""
    return {found.relationship: found for kind in KINDS for found in parts(kind)}


def plain(members: Iterable[Member]) -> tuple[Member, ...]:
    """The members that are one property of the same name."""
    return tuple(member for member in members if member.form is not Form.CODES and part(member) is None)


def has_codes(kind: str) -> bool:
    """Whether nodes of a kind may have codes."""
    return any(member.form is Form.CODES for member in KINDS[kind].members)


def constraints() -> dict[str, str]:
    """The statement of each constraint and index, by its name.

    The Community edition knows uniqueness only; whatever else must hold is checked before the transaction.
    """
    told = {
        "node_id": _unique(f"(n:{ANY})", "n.id"),
        "change_version": _unique(f"(n:{CHANGE})", "n.version"),
        "head_id": _unique(f"(n:{HEAD})", "n.id"),
        "keepsake_key": _unique(f"(n:{KEEPSAKE})", "(n.kind, n.key)"),
        "touched_id": f"CREATE INDEX touched_id IF NOT EXISTS FOR (n:{TOUCHED}) ON (n.id)",
        "touched_version": f"CREATE INDEX touched_version IF NOT EXISTS FOR (n:{TOUCHED}) ON (n.version)",
        # Folds case and accents, as people type: Één, een.
        "node_names": f"CREATE FULLTEXT INDEX node_names IF NOT EXISTS FOR (n:{ANY}) ON EACH [n.name, n.shortName] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}",
    }
    told |= {f"code_{system.lower()}": _unique(f"(n:{ANY})", f"n.{name}") for system, name in CODE_PROPERTIES.items()}
    told |= {f"{type.lower()}_id": _unique(f"()-[n:{type}]-()", "n.id") for type in RELATIONS}
    return {name: statement.replace("CONSTRAINT", f"CONSTRAINT {name}") for name, statement in told.items()}


def _unique(pattern: str, property: str) -> str:
    return f"CREATE CONSTRAINT IF NOT EXISTS FOR {pattern} REQUIRE {property} IS UNIQUE"
