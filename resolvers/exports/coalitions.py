"""The who-is-who of a coalition, its representation, and the coverage of an area, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from graph.coverage import coverage as covered
from graph.cut import Cut
from graph.deadline import look
from graph.representation import representation as represented
from graph.seats import occupation
from graph.vocabulary import Visibility
from graph.weights import Weight
from resolvers.arguments import sees
from resolvers.exports.lists import contact_of
from resolvers.exports.tables import Cell, Export, Heading, Table, confirmed, export_of, names, since
from resolvers.neighbours import organisation_of, origins

_WEIGHT: tuple[Heading, ...] = (
    ("leerlingen", "pupils"),
    ("plaatsen", "places"),
    ("kinderen", "children"),
    ("aandeel", "share"),
)


def who_is_who(cut: Cut, coalition: int) -> Export:
    """The seats of a coalition, and who holds them: hidden holders are HIDDEN, never vacant."""
    detailed = sees(cut, Visibility.MEMBER)
    contact: tuple[Heading, ...] = (("e-mail", "e-mail"), ("telefoon", "telephone")) if detailed else ()
    headings: tuple[Heading, ...] = (
        ("zetel", "seat"),
        ("sector", "sector"),
        ("organisatie", "organisation"),
        ("gemeenten", "municipalities"),
        ("mandaat", "mandate"),
        ("staat", "state"),
        ("houder", "holder"),
        ("functies", "functions"),
        *contact,
        ("sinds", "since"),
        ("bevestigd op", "confirmed on"),
    )
    rows: list[tuple[Cell, ...]] = []
    around = {coalition}
    for seat in origins(cut, coalition, "SEAT_IN"):
        holder = occupation(cut, seat).holder
        around |= {seat, *cut.targets(seat, "SEAT_FOR"), *cut.targets(seat, "COVERS")}
        if holder is not None:
            around |= {holder, *cut.targets(holder, "WORKS_FOR")}
        rows.append(_of_seat(cut, seat, holder, detailed=detailed))
    return export_of(cut, (Table("who-is-who", headings, rows),), around)


def _of_seat(cut: Cut, seat: int, holder: int | None, *, detailed: bool) -> tuple[Cell, ...]:
    members = cut.node(seat).members
    sector, organisation = cut.index(str(members["sector"])), organisation_of(cut, seat)
    holding = next(iter(cut.relations_into(seat, "HOLDS")), None) if holder is not None else None
    return (
        cut.node(seat).name,
        None if sector is None else cut.node(sector).name,
        None if organisation is None else cut.node(organisation).name,
        names(cut, cut.targets(seat, "COVERS")) or None,
        str(members["mandate"]),
        occupation(cut, seat).state.value,
        None if holder is None else cut.node(holder).name,
        _functions(cut, holder),
        *(contact_of(cut, holder) if detailed else ()),
        None if holding is None else since(cut, holding),
        None if holding is None else confirmed(cut, holding),
    )


def _functions(cut: Cut, person: int | None) -> Cell:
    if person is None:
        return None
    told = []
    for relation in cut.relations_out(person, "WORKS_FOR"):
        title = cut.network.members(relation).get("title")
        at = cut.node(int(cut.network.relations.target[relation])).name
        told.append(f"{title}, {at}" if title else at)
    return "; ".join(told) or None


def representation(cut: Cut, coalition: int) -> Export:
    """A coalition's cells with their state, and of the gaps what they leave out; unknown is empty, never zero."""
    found = represented(cut, coalition)
    weights = {gap.cell.id: gap.weight for gap in found.gaps}
    headings: tuple[Heading, ...] = (
        ("cel", "cell"),
        ("sectoren", "sectors"),
        ("gemeente", "municipality"),
        ("minimum", "minimum"),
        ("mandaat", "mandate"),
        ("staat", "state"),
        ("gevuld", "filled"),
        ("zetels", "seats"),
        *_WEIGHT,
    )
    rows: list[tuple[Cell, ...]] = [
        (
            cell.id,
            names(cut, cell.rule.sectors),
            None if cell.municipality is None else cut.node(cell.municipality).name,
            cell.rule.minimum,
            cell.rule.mandate.name,
            cell.state.value,
            cell.filled,
            names(cut, cell.seats) or None,
            *_weight(weights.get(cell.id)),
        )
        for cell in found.cells
    ]
    around = {coalition}
    for cell in found.cells:
        present = [seat for seat in cell.seats if cut.node_present[seat]]
        around |= {*cell.holders, *present, *([] if cell.municipality is None else [cell.municipality])}
    return export_of(cut, (Table("representation", headings, rows),), around)


def coverage(cut: Cut, area: int, coalition: int | None, sectors: Sequence[int] | None) -> Export:
    """Every sector in every municipality of an area: who stands for it, or how far away the nearest is."""
    found = covered(cut, area, coalition, sectors)
    headings: tuple[Heading, ...] = (
        ("sector", "sector"),
        ("gemeente", "municipality"),
        ("staat", "state"),
        ("handdrukken", "handshakes"),
        ("dichtstbij", "nearest"),
        ("bewijs", "evidence"),
        *_WEIGHT,
    )
    rows: list[tuple[Cell, ...]] = []
    around = {area, *found.sectors, *found.municipalities}
    for cell in found.cells:
        look("Ask for a smaller area.")
        around |= set(cell.evidence)
        rows.append(
            (
                cut.node(cell.sector).name,
                cut.node(cell.municipality).name,
                cell.state.value,
                cell.handshakes,
                None if cell.nearest is None else cut.node(cell.nearest).name,
                names(cut, cell.evidence) or None,
                *_weight(cell.weight),
            )
        )
    return export_of(cut, (Table("coverage", headings, rows),), around)


def _weight(weight: Weight | None) -> tuple[Cell, ...]:
    if weight is None:
        return (None, None, None, None)
    return weight.pupils, weight.places, weight.children, weight.share
