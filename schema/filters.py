"""How lists are narrowed: whatever is given has to hold."""

from __future__ import annotations

from strawberry import ID

from graph.vocabulary import CoalitionPhase
from schema.declaring import input_type
from schema.enumerations import NodeKind


@input_type
class PersonFilter:
    """People who meet a need of this sector, area and organisation, hold a seat in this coalition, and are found by
    this text."""

    sector: ID | None = None
    area: ID | None = None
    organisation: ID | None = None
    coalition: ID | None = None
    text: str | None = None


@input_type
class OrganisationFilter:
    """Organisations of these kinds, of this sector or one below it, in this area, part (at any depth) of another, and
    found by this text."""

    kinds: list[NodeKind] | None = None
    sector: ID | None = None
    area: ID | None = None
    text: str | None = None
    part_of: ID | None = None


@input_type
class CoalitionFilter:
    """Coalitions that stand for this area or one within it, in this phase, and found by this text."""

    area: ID | None = None
    phase: CoalitionPhase | None = None
    text: str | None = None
