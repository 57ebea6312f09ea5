"""The enumerations of the schema. Those of kinds and relations follow from the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from inspect import cleandoc
from typing import TYPE_CHECKING

import strawberry

from graph.confirming.asking import ConfirmationAnswer, ConfirmationState
from graph.contact_paths import NoPathReason, PathOrder
from graph.contacts import ContactReasonKind
from graph.coverage import CoverageState
from graph.representation import CellState
from graph.seats import SeatState
from graph.strengths import HandshakeKind
from graph.viewers import Role
from graph.vocabulary import (
    FAMILIES,
    KINDS,
    RELATIONS,
    CoalitionPhase,
    CodeSystem,
    Mandate,
    RulePer,
    Unit,
)
from resolvers.neighbours import Direction


def _upper_snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).upper()


def _kinds() -> dict[str, object]:
    meanings = {name: kind.meaning for name, kind in KINDS.items()} | {
        family: f"any kind of {family.lower()}, as a filter" for family in FAMILIES
    }
    return {_upper_snake(name): strawberry.enum_value(name, description=said) for name, said in meanings.items()}


def _types() -> dict[str, object]:
    return {name: strawberry.enum_value(name, description=type.meaning) for name, type in RELATIONS.items()}


if TYPE_CHECKING:
    NodeKind = Enum
    RelationType = Enum
else:
    NodeKind = strawberry.enum(Enum("NodeKind", _kinds()), description="The kinds of nodes, and families of kinds.")
    RelationType = strawberry.enum(Enum("RelationType", _types()), description="The types of relations.")

for _enum in (
    CellState,
    CoalitionPhase,
    CodeSystem,
    ConfirmationAnswer,
    ConfirmationState,
    ContactReasonKind,
    CoverageState,
    Direction,
    HandshakeKind,
    Mandate,
    NoPathReason,
    PathOrder,
    Role,
    RulePer,
    SeatState,
    Unit,
):
    strawberry.enum(_enum, description=cleandoc(_enum.__doc__ or ""))


def names(chosen: Iterable[Enum] | None) -> frozenset[str] | None:
    """The vocabulary's names of chosen kinds or types, None where nothing was chosen."""
    return None if chosen is None else frozenset(str(one.value) for one in chosen)
