"""Who looks and who writes: viewers, their roles, and the classes of viewers that see the same reduced network."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from graph.vocabulary import Visibility


class Role(IntEnum):
    """How far a viewer's rights go, in rising order. What exactly they may do is one table (docs/rights.md)."""

    PUBLIC = 0
    MEMBER = 1
    STEWARD = 2
    ADMINISTRATOR = 3


@dataclass(frozen=True, slots=True)
class ViewerClass:
    """Viewers with the same rights: the visibility they see, and (ids) the coalitions whose own matters they see."""

    sees: Visibility
    coalitions: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """A stable name of the class, for caches."""
        return "+".join((self.sees.name, *sorted(self.coalitions)))


PUBLIC = ViewerClass(Visibility.PUBLIC)
STEWARD = ViewerClass(Visibility.STEWARD)


def member(*coalitions: str) -> ViewerClass:
    """A member of the network, and of these coalitions."""
    return ViewerClass(Visibility.MEMBER, frozenset(coalitions))


@dataclass(frozen=True, slots=True)
class Viewer:
    """One who looks or writes.

    `name` is what a change is signed with. `person` is the id of the person of the network that they are, where that
    is known; `coalitions` the ids of those in which that person holds a seat today. `explanation` says why somebody
    who signed in has no more rights than anybody else.
    """

    name: str
    role: Role
    person: str | None = None
    coalitions: frozenset[str] = frozenset()
    explanation: str | None = None

    @property
    def viewer_class(self) -> ViewerClass:
        """What they see."""
        match self.role:
            case Role.PUBLIC:
                return PUBLIC
            case Role.MEMBER:
                return ViewerClass(Visibility.MEMBER, self.coalitions)
            case _:
                return STEWARD


ANYBODY = Viewer("anybody", Role.PUBLIC)
"""Whoever did not sign in."""
