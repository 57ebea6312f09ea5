"""Lists of people, organisations and whatever else there is, as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.cut import Cut
from graph.deadline import look
from graph.network import day_of
from graph.records import NodeRecord
from graph.vocabulary import KINDS, Visibility
from resolvers.arguments import sees
from resolvers.exports.tables import NO_CELL, Cell, Export, Heading, Table, export_of, names, since

_NODE: tuple[Heading, ...] = (("id", "id"), ("naam", "name"))
_PERIOD: tuple[Heading, ...] = (
    ("sinds", "since"),
    ("tot", "until"),
    ("bevestigd op", "confirmed on"),
    ("bronnen", "sources"),
)
_IN_DUTCH = {
    "shortName": "korte naam",
    "codes": "codes",
    "mailbox": "e-mail",
    "phone": "telefoon",
    "email": "e-mail",
    "street": "straat",
    "town": "plaats",
    "pupils": "leerlingen",
    "places": "plaatsen",
    "inhabitants": "inwoners",
    "children": "kinderen",
    "educationTypes": "onderwijssoorten",
    "phase": "fase",
    "ambition": "ambitie",
    "weighs": "weegt in",
    "description": "omschrijving",
}
_LINKS: tuple[tuple[str, Heading], ...] = (
    ("IN_SECTOR", ("sectoren", "sectors")),
    ("PART_OF", ("onderdeel van", "part of")),
    ("LOCATED_IN", ("gemeente", "municipality")),
    ("ACTIVE_IN", ("werkgebied", "active in")),
)


def people(cut: Cut, nodes: Sequence[int]) -> Export:
    """People: a row for each function, and one for who has none. Contact details for who may see them."""
    detailed = sees(cut, Visibility.MEMBER)
    contact: tuple[Heading, ...] = (("e-mail", "e-mail"), ("telefoon", "telephone")) if detailed else ()
    function: tuple[Heading, ...] = (
        ("organisatie", "organisation"),
        ("functie", "function"),
        ("thema's", "themes"),
        ("vervangt", "deputy of"),
        ("sinds", "since"),
        ("bevestigd op", "confirmed on"),
    )
    rows: list[tuple[Cell, ...]] = []
    around = set(nodes)
    for person in nodes:
        look("Ask for fewer people.")
        record = cut.node(person)
        own = contact_of(cut, person) if detailed else ()
        functions = cut.relations_out(person, "WORKS_FOR")
        around.update(cut.network.relations.target[functions].tolist())
        told = [_function(cut, one) for one in functions] or [(None,) * len(function)]
        rows += [(record.id, record.name, *own, *one) for one in told]
    table = Table("people", (*_NODE, *contact, *function), rows)
    return export_of(cut, (table,), around)


def nodes_of(cut: Cut, name: str, kind: str, nodes: Sequence[int]) -> Export:
    """Nodes of a kind or family: its members, and what they belong to."""
    members = [member for member in KINDS[kind].members if member.form not in NO_CELL]
    links = [(type, heading) for type, heading in _LINKS if kind not in ("Sector", "Region") or type == "PART_OF"]
    kinds: tuple[Heading, ...] = (("soort", "kind"),)
    headings = (
        *_NODE,
        *kinds,
        *((_IN_DUTCH.get(member.name, member.name), member.name) for member in members),
        *(heading for _, heading in links),
        *_PERIOD,
    )
    rows: list[tuple[Cell, ...]] = []
    for node in nodes:
        look("Ask for fewer.")
        record = cut.node(node)
        own = (_written(record, member.name) for member in members)
        belongs = (names(cut, cut.targets(node, type)) or None for type, _ in links)
        rows.append((record.id, record.name, record.kind, *own, *belongs, *_period(record)))
    return export_of(cut, (Table(name, headings, rows),), nodes)


def _function(cut: Cut, relation: int) -> tuple[Cell, ...]:
    r, said = cut.network.relations, cut.network.members(relation)
    themes = said.get("themes")
    deputy = cut.index(str(said["deputyOf"])) if "deputyOf" in said else None
    return (
        cut.node(int(r.target[relation])).name,
        str(said["title"]) if "title" in said else None,
        "; ".join(map(str, themes)) if isinstance(themes, list) else None,
        None if deputy is None else cut.node(deputy).name,
        since(cut, relation),
        day_of(int(r.confirmed[relation])),
    )


def _period(record: NodeRecord) -> Iterator[Cell]:
    yield from (record.since, record.until, record.confirmed_at)
    yield "; ".join(source.title for source in record.sources) or None


def contact_of(cut: Cut, person: int | None) -> tuple[Cell, Cell]:
    """The e-mail address and telephone number of a person."""
    members = cut.node(person).members if person is not None else {}
    email, phone = (members.get(member) for member in ("email", "phone"))
    return email if isinstance(email, str) else None, phone if isinstance(phone, str) else None


def _written(record: NodeRecord, member: str) -> Cell:
    """A member as one cell: lists with `;`, figures with the newest last."""
    value = record.members.get(member)
    if isinstance(value, dict):
        return "; ".join(f"{key} {one}" for key, one in value.items())
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return value
