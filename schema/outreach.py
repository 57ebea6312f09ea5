"""Introductions and reach in the schema: who should meet whom, and which locations hear a channel."""

from __future__ import annotations

from strawberry import Private

from graph.analyses import channels, introductions
from graph.cut import Cut
from schema.declaring import answered, object_type
from schema.nodes import Node, view, views
from schema.organisations import Organisation
from schema.people import Person
from schema.representation import Cell


@object_type
class Introduction:
    """Two who should meet: one of a coalition, and somebody none of its people shakes hands with. `shortens` is to how
    many people the line from the coalition's nearest becomes shorter, or comes to be within six handshakes."""

    cut: Private[Cut]
    introduction: Private[introductions.Introduction]
    shortens: int

    @classmethod
    def of(cls, cut: Cut, introduction: introductions.Introduction) -> Introduction:
        """An introduction as the API gives it."""
        return cls(cut=cut, introduction=introduction, shortens=introduction.shortens)

    @answered
    def one(self) -> Person:
        """Who of the coalition: where there is a line to the other, who is nearest."""
        return view(self.cut, self.introduction.one)

    @answered
    def other(self) -> Person:
        """Whom they should meet."""
        return view(self.cut, self.introduction.other)

    @answered
    def closes(self) -> list[Cell]:
        """The gaps that the other could fill, the heaviest first."""
        return [Cell.of(self.cut, cell) for cell in self.introduction.closes]


@object_type
class Reached:
    """A location that hears a channel."""

    cut: Private[Cut]
    found: Private[channels.Reached]

    @answered
    def organisation(self) -> Organisation:
        """The location."""
        return view(self.cut, self.found.organisation)

    @answered
    def over(self) -> list[Node]:
        """What tells it: the channel, one that passes it on, an organisation that it is part of or that is a part of
        it, or somebody who works there."""
        return views(self.cut, self.found.over)


@object_type
class Reach:
    """Which schools and childcare locations hear a channel, over whom, and which hear nothing of it."""

    cut: Private[Cut]
    found: Private[channels.Reach]

    @answered
    def channel(self) -> Node:
        """The channel."""
        return view(self.cut, self.found.channel)

    @answered
    def reached(self) -> list[Organisation]:
        """The locations that hear it."""
        return views(self.cut, [reached.organisation for reached in self.found.reached])

    @answered
    def over(self) -> list[Reached]:
        """The same locations, each with what tells it."""
        return [Reached(cut=self.cut, found=reached) for reached in self.found.reached]

    @answered
    def unreached(self) -> list[Organisation]:
        """The locations of the network that hear nothing of it."""
        return views(self.cut, self.found.unreached)
