"""Who looks: the classes of viewers that see the same reduced network."""

from __future__ import annotations

from dataclasses import dataclass

from graph.vocabulary import Visibility


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
