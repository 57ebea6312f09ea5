"""Drills in the schema: what breaks when somebody leaves, and with how few people a delegation would be whole."""

from __future__ import annotations

from strawberry import Private

from graph.analyses import departure, minimal_delegation
from graph.cut import Cut
from schema.coalitions import Seat
from schema.declaring import answered, object_type
from schema.nodes import view, views
from schema.organisations import Organisation
from schema.people import Person
from schema.representation import Cell


@object_type
class Delegate:
    """One of a delegation, and the cells in which they would take a seat."""

    cut: Private[Cut]
    delegate: Private[minimal_delegation.Delegate]

    @answered
    def person(self) -> Person:
        """Who."""
        return view(self.cut, self.delegate.person)

    @answered
    def covers(self) -> list[Cell]:
        """The cells in which they would take a seat: of a sector they work in, in a municipality where they are."""
        return [Cell.of(self.cut, cell) for cell in self.delegate.covers]


@object_type
class MinimalDelegation:
    """The fewest people who together would fill every cell; of several equally small ones always the same.

    `uncoverable` are the cells for which fewer people are known than they need.
    """

    people: list[Delegate]
    size: int
    uncoverable: list[Cell]

    @classmethod
    def of(cls, cut: Cut, found: minimal_delegation.MinimalDelegation) -> MinimalDelegation:
        """A minimal delegation as the API gives it."""
        return cls(
            people=[Delegate(cut=cut, delegate=delegate) for delegate in found.delegates],
            size=len(found.delegates),
            uncoverable=[Cell.of(cut, cell) for cell in found.uncoverable],
        )


@object_type
class Departure:
    """What breaks when somebody leaves. `linesLost` and `linesLonger` count pairs of others who are within three
    handshakes, over people who may be asked: those with no line of any length left, and those with a longer one."""

    cut: Private[Cut]
    found: Private[departure.Departure]
    lines_lost: int
    lines_longer: int

    @classmethod
    def of(cls, cut: Cut, found: departure.Departure) -> Departure:
        """A departure as the API gives it."""
        return cls(cut=cut, found=found, lines_lost=found.lines_lost, lines_longer=found.lines_longer)

    @answered
    def person(self) -> Person:
        """Who would leave."""
        return view(self.cut, self.found.person)

    @answered
    def seats_lost(self) -> list[Seat]:
        """The seats they hold."""
        return views(self.cut, self.found.seats_lost)

    @answered
    def cells_lost(self) -> list[Cell]:
        """The cells that would no longer be filled, as they are now."""
        return [Cell.of(self.cut, cell) for cell in self.found.cells_lost]

    @answered
    def cut_off(self) -> list[Person]:
        """The people of all pieces but the largest into which their part of the network would fall."""
        return views(self.cut, self.found.cut_off)

    @answered
    def locations_lost(self) -> list[Organisation]:
        """The schools and childcare locations whose only contact they are."""
        return views(self.cut, self.found.locations_lost)
