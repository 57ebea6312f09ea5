"""Lists of nodes, narrowed by what somebody asks for. All are in the order of names."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np

from graph.cut import Cut
from graph.name_order import name_key, name_order
from graph.needs import Meeting, Need
from graph.network import KIND_NUMBER, Bools
from graph.people import members
from graph.places import municipalities_of, places
from graph.search import Found, matching, search
from graph.vocabulary import CoalitionPhase, kinds_of
from resolvers.arguments import node_on, sought
from resolvers.cursors import Order
from resolvers.pages import Page, page

BY_RANK = Order("search", (int, str, str))


def people(
    cut: Cut,
    *,
    sector: str | None = None,
    area: str | None = None,
    organisation: str | None = None,
    coalition: str | None = None,
    text: str | None = None,
) -> list[int]:
    """People who meet a need of this sector, area and organisation, hold a present seat in the coalition, and are
    found by the text: whatever is given of these."""
    found = cut.of_kind("Person")
    need = Need(
        sector=_optional(cut, sector, "filter.sector", "Sector"),
        area=_optional(cut, area, "filter.area", "Area"),
        organisation=_optional(cut, organisation, "filter.organisation", "Organisation"),
    )
    if need != Need():
        found = _both(found, Meeting(cut, need).everybody())
    if coalition is not None:
        found = _both(found, members(cut, node_on(cut, coalition, "filter.coalition", "Coalition")))
    return _listed(cut, found, text)


def organisations(
    cut: Cut,
    *,
    family: str = "Organisation",
    kinds: Collection[str] | None = None,
    sector: str | None = None,
    area: str | None = None,
    text: str | None = None,
    part_of: str | None = None,
) -> list[int]:
    """Organisations of these kinds, of the sector or one below it, in the area, part (at any depth) of another, and
    found by the text: whatever is given of these."""
    found = cut.of_kind(family)
    if kinds is not None:
        found = _both(found, np.flatnonzero(of_kinds(cut, kinds)).tolist())
    need = Need(
        sector=_optional(cut, sector, "filter.sector", "Sector"),
        area=_optional(cut, area, "filter.area", "Area"),
    )
    if need != Need():
        found = _both(found, Meeting(cut, need).organisations)
    if part_of is not None:
        whole = node_on(cut, part_of, "filter.partOf", "Organisation")
        found = _both(found, cut.with_parts(whole) - {whole})
    return _listed(cut, found, text)


def coalitions(
    cut: Cut, *, area: str | None = None, phase: CoalitionPhase | None = None, text: str | None = None
) -> list[int]:
    """Coalitions that stand for the area or one within it, are in the phase, and are found by the text: whatever is
    given of these."""
    found = cut.of_kind("Coalition")
    if area is not None:
        areas = places(cut).below(node_on(cut, area, "filter.area", "Area"))
        found = [coalition for coalition in found if areas & places(cut).of_coalition(coalition)]
    if phase is not None:
        found = [coalition for coalition in found if cut.node(coalition).members["phase"] == phase]
    return _listed(cut, found, text)


def regions(cut: Cut, area: str | None) -> list[int]:
    """The regions, or those within an area (itself, where it is one)."""
    if area is None:
        return _listed(cut, cut.of_kind("Region"))
    within = places(cut).below(node_on(cut, area, "area", "Area"))
    return _listed(cut, (one for one in within if cut.is_a(one, "Region")))


def not_enrolled(cut: Cut, programme: int, area: str | None) -> list[int]:
    """The regions, or those within an area, of which nothing takes part in a programme: not the region itself, nor
    one that it lies in, nor an area within it."""
    taking_part = cut.origins(programme, "ENROLLED_IN")
    touched = {near for one in taking_part for near in (*places(cut).below(one), *cut.with_wholes(one))}
    return [region for region in regions(cut, area) if region not in touched]


def municipalities(cut: Cut, area: str | None) -> list[int]:
    """The municipalities, or those of an area (itself, where it is one)."""
    if area is None:
        return _listed(cut, cut.of_kind("Municipality"))
    return _listed(cut, municipalities_of(cut, node_on(cut, area, "area", "Area")))


def of_kind(cut: Cut, kind: str) -> list[int]:
    """All nodes of a kind."""
    return _listed(cut, cut.of_kind(kind))


def found_by(
    cut: Cut,
    text: str,
    kinds: Collection[str] | None,
    sector: str | None,
    area: str | None,
    first: int,
    after: str | None,
) -> Page[int]:
    """The nodes that a text finds, best first: of these kinds, and that belong to the sector and the area."""
    among = cut.node_present if kinds is None else of_kinds(cut, kinds)
    need = Need(sector=_optional(cut, sector, "sector", "Sector"), area=_optional(cut, area, "area", "Area"))
    if need != Need():
        among = among & _belonging(cut, need)
    found: Found = search(cut, sought("text", text), among)
    order = BY_RANK.of(text, None if kinds is None else sorted(kinds), sector, area)
    return page(found.nodes, order, lambda node: (found.rank[node], *name_key(cut.node(node))), first, after)


def of_kinds(cut: Cut, kinds: Collection[str]) -> Bools:
    """The nodes of these kinds and families, as a mask."""
    return np.isin(cut.network.nodes.kind, [KIND_NUMBER[name] for kind in kinds for name in kinds_of(kind)])


def _belonging(cut: Cut, need: Need) -> Bools:
    """What belongs to a sector and an area, each where given: the organisations and people of it, its seats, the
    coalitions that have such a seat or stand for the area, its programmes, and the sectors and areas below."""
    meeting, where = Meeting(cut, need), places(cut)
    found = {*meeting.organisations, *meeting.everybody(), *meeting.seats}
    if need.sector is not None:
        found.update(coalition for seat in meeting.seats for coalition in cut.targets(seat, "SEAT_IN"))
    if need.area is None and need.sector is not None:
        found |= where.below(need.sector)
    if need.area is not None and need.sector is None:
        areas = where.below(need.area)
        found |= areas
        found.update(c for c in cut.of_kind("Coalition") if areas & where.of_coalition(c))
        found.update(p for p in cut.of_kind("Programme") if areas & where.own_areas(p))
    return _mask(cut, found)


def _listed(cut: Cut, nodes: Iterable[int], text: str | None = None) -> list[int]:
    wanted = _mask(cut, nodes)
    if text is not None and text.strip():
        wanted &= matching(cut, sought("filter.text", text))
    return name_order(cut.network).of(wanted)


def _mask(cut: Cut, nodes: Iterable[int]) -> Bools:
    mask = np.zeros(cut.network.size, np.bool_)
    mask[list(nodes)] = True
    return mask


def _both(ones: Collection[int], others: Collection[int]) -> list[int]:
    return list(set(ones) & set(others))


def _optional(cut: Cut, id: str | None, field: str, kind: str) -> int | None:
    return None if id is None else node_on(cut, id, field, kind)
