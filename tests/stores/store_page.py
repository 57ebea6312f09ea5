"""The tables in docs/store.md of how each kind and relation reads in Neo4j: `python -m tests.stores.store_page`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.stores.neo4j.words import CODE_PROPERTIES, COMMON, DATES, constraints, labels, parts, plain
from graph.vocabulary import KINDS, RELATIONS, Form, Member, kinds_of

PAGE = Path(__file__).parents[2] / "docs" / "store.md"
BEGIN = "<!-- The tables up to the next mark are made from the vocabulary: python -m tests.stores.store_page -->\n"
END = "<!-- end of the tables -->"

_TYPES = {
    Form.TEXT: "text",
    Form.TEXTS: "list of texts",
    Form.DATE: "date",
    Form.BOOLEAN: "boolean",
    Form.COUNT: "integer",
    Form.NUMBER: "number",
    Form.CHOICE: "text",
    Form.NODE: "id",
    Form.BOUNDARY: "text (GeoJSON)",
}
_TYPES_OF_COMMON = dict.fromkeys(DATES, "date") | {"version": "integer"}
_TYPES_OF_COMMON |= {name: "list of texts" for name in COMMON if name.startswith("source")}


def renewed(page: str) -> str:
    """The page with its tables made anew."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n".join(["", *_nodes(), "", *_relations(), "", *_constraints(), "", END]) + after


def _nodes() -> Iterator[str]:
    shared = [member for member in KINDS["School"].members if _of_every_organisation(member)]
    yield "| labels | own properties, besides those of every node and of every organisation |"
    yield "|---|---|"
    for kind in KINDS:
        own = [_property(member) for member in plain(KINDS[kind].members) if member not in shared]
        own += [f"`-[:{part.relationship}]->(:{part.label} {{{', '.join(part.properties)}}})`" for part in parts(kind)]
        yield f"| `:{':'.join(labels(kind))}` | {', '.join(own)} |"
    yield ""
    yield (
        "Every node: `name` text, "
        + ", ".join(f"`{name}` {_TYPES_OF_COMMON.get(name, 'text')}" for name in COMMON)
        + "."
    )
    yield "Every organisation: " + ", ".join(_property(member) for member in plain(shared)) + ";"
    yield "and its codes: " + ", ".join(f"`{name}` text" for name in CODE_PROPERTIES.values()) + "."


def _of_every_organisation(member: Member) -> bool:
    return all(member in KINDS[kind].members for kind in kinds_of("Organisation"))


def _relations() -> Iterator[str]:
    yield "| relationship | from and to | own properties |"
    yield "|---|---|---|"
    for type in RELATIONS.values():
        own = ", ".join(_property(member) for member in type.members)
        yield f"| `{type.name}` | {', '.join(_ends(type.ends))} | {own} |"


def _ends(ends: Iterable[tuple[str, str]]) -> Iterator[str]:
    pairs = list(ends)
    if len(pairs) == len(KINDS):
        yield "any node → one of its kind"
    else:
        yield from (f"{origin} → {target}" for origin, target in pairs)


def _constraints() -> Iterator[str]:
    names = ", ".join(f"`{name}`" for name in constraints())
    yield f"Constraints and indexes: {names}."


def _property(member: Member) -> str:
    return f"`{member.name}` {_TYPES[member.form]}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
