"""Who may change what: one table.

PUBLIC changes nothing; STEWARD and ADMINISTRATOR change everything; MEMBER changes what is theirs, as the table says.
What is looked at is the touches that would be written, whichever way they came about, so that nobody gets round it.
`docs/rights.md` holds the table as a page; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from graph.editing.edit import relations_from
from graph.errors import Forbidden, Unauthenticated
from graph.records import NodeRecord, Record, RelationRecord, Touch, Value
from graph.reduced import ReducedNetwork
from graph.validation import references
from graph.viewers import Role, Viewer
from graph.vocabulary import KINDS, Visibility, default_visibility


@dataclass(frozen=True, slots=True)
class Right:
    """Something that can be done: by stewards and administrators always, by members to what is `theirs` (None: not at
    all). `holds` tells of a touch whether it is this, and theirs."""

    what: str
    theirs: str | None = None
    holds: Callable[[Mine, Touch], bool] | None = None


@dataclass(frozen=True)
class Mine:
    """What is a member's own, in the network as it is and with what they are about to write."""

    viewer: Viewer
    reduced: ReducedNetwork
    touches: Sequence[Touch]
    today: date

    @cached_property
    def new(self) -> dict[str, Record]:
        """What the touches add, by id."""
        return {touch.id: touch.after for touch in self.touches if touch.before is None and touch.after is not None}

    def sees(self, touch: Touch) -> bool:
        """Whether the member sees what a touch changes, and what it newly names."""
        named = set(_named(touch.after)) - set(_named(touch.before))
        return (touch.before is None or self._sees(touch.before)) and all(map(self._sees_node, named))

    def _sees(self, record: Record) -> bool:
        if isinstance(record, NodeRecord):
            return self._sees_node(record.id)
        index = self.reduced.network.relation_index(record.id)
        return index is not None and bool(self.reduced.relation_seen[index])

    def _sees_node(self, id: str) -> bool:
        index = self.reduced.network.index(id)
        if id in self.new or id == self.viewer.person:
            return True
        return index is not None and bool(self.reduced.node_seen[index])

    def is_me(self, id: str) -> bool:
        """Whether this is the id of the member's own entry."""
        return id == self.viewer.person

    def is_new(self, id: str, kind: str) -> bool:
        """Whether a node of this kind comes with the same touches."""
        record = self.new.get(id)
        return isinstance(record, NodeRecord) and record.kind == kind

    def of_my_coalition(self, id: str, type: str) -> bool:
        """Whether a seat (SEAT_IN) or meeting (HELD_BY) belongs to a coalition of the member today."""
        if id in self.new:
            added = (r for r in self.new.values() if isinstance(r, RelationRecord) and r.origin == id)
            return any(r.type == type and r.target in self.viewer.coalitions for r in added)
        there = relations_from(self.reduced.network, id, type)
        return any(r.target in self.viewer.coalitions and _holds(r, self.today) for r in there)


def check(mine: Mine, place: Callable[[str], str | None] = lambda _: None) -> None:
    """Raise Unauthenticated or Forbidden unless the viewer may write these touches. `place` gives the field of an id.

    What a member does not see they do not change, and are not told of: it is not named.
    """
    if mine.viewer.role >= Role.STEWARD:
        return
    require_signed_in(mine.viewer)
    for touch in mine.touches:
        if not mine.sees(touch):
            raise forbidden("Part of what this would change is not for you to see.")
        if not any(right.holds is not None and right.holds(mine, touch) for right in RIGHTS):
            raise forbidden(f"«{touch.id}» is not yours to change, or not in this way.", place(touch.id), touch.id)


def require(viewer: Viewer, right: Right, *, own: bool = False) -> None:
    """Raise Unauthenticated or Forbidden unless the viewer has a right; `own` says that it is about what is theirs."""
    if viewer.role >= Role.STEWARD:
        return
    require_signed_in(viewer)
    if not (own and right.theirs):
        raise forbidden(f"You may not {right.what}.")


def require_signed_in(viewer: Viewer) -> None:
    """Raise Unauthenticated for somebody who is not signed in as a member of the network."""
    if viewer.role < Role.MEMBER:
        raise Unauthenticated(
            viewer.explanation or "Only members of the network change it.",
            expected="somebody who is signed in",
            help="Sign in, or send a token: Authorization: Bearer …",
        )


def forbidden(message: str, field: str | None = None, actual: str | None = None) -> Forbidden:
    """What a member is told who would change what is not theirs."""
    return Forbidden(
        message,
        field=field,
        actual=actual,
        expected="; ".join(f"{right.what}: {right.theirs}" for right in RIGHTS if right.theirs and right.holds),
        help="Ask a steward of the network.",
    )


# What is a member's own


def _own_entry(mine: Mine, touch: Touch) -> bool:
    before, after = touch.before, touch.after
    if not (isinstance(before, NodeRecord) and isinstance(after, NodeRecord) and mine.is_me(after.id)):
        return False
    same: dict[str, Value] = {n: v for n, v in before.members.items() if n not in _OWN_MEMBERS}
    same |= {n: v for n, v in after.members.items() if n in _OWN_MEMBERS}
    return replace(before, name=after.name, confirmed_at=after.confirmed_at, members=same) == after


_OWN_MEMBERS = frozenset({"email", "phone", "introducible"})


def _own_function(mine: Mine, touch: Touch) -> bool:
    return _is_written(touch, "WORKS_FOR") and mine.is_me(_ends(touch)[0]) and _is_closed(touch)


def _own_acquaintance(mine: Mine, touch: Touch) -> bool:
    return _is_written(touch, "KNOWS") and any(map(mine.is_me, _ends(touch))) and _is_closed(touch)


def _own_confirmation(mine: Mine, touch: Touch) -> bool:
    own = any(map(mine.is_me, _ends(touch))) if isinstance(touch.record, RelationRecord) else mine.is_me(touch.id)
    return own and _changes_only(touch, "confirmed_at")


def _holding(mine: Mine, touch: Touch) -> bool:
    if not (_is_written(touch, "HOLDS") and mine.of_my_coalition(_ends(touch)[1], "SEAT_IN")):
        return False
    return _is_closed(touch, Visibility.COALITION) and (
        touch.before is None or _changes_only(touch, "until", "confirmed_at")
    )


def _new_seat(mine: Mine, touch: Touch) -> bool:
    if touch.before is not None or not _is_closed(touch, Visibility.COALITION):
        return False
    record = touch.record
    seat = record.id if isinstance(record, NodeRecord) else record.origin
    if not (mine.is_new(seat, "Seat") and mine.of_my_coalition(seat, "SEAT_IN")):
        return False
    if isinstance(record, NodeRecord):
        return True
    at_my_table = record.type == "SEAT_IN" and record.target in mine.viewer.coalitions
    return at_my_table or record.type in ("SEAT_FOR", "COVERS")


def _meeting(mine: Mine, touch: Touch) -> bool:
    if touch.before is not None or not _is_closed(touch, Visibility.COALITION):
        return False
    record = touch.record
    if isinstance(record, NodeRecord):
        return mine.is_new(record.id, "Meeting") and mine.of_my_coalition(record.id, "HELD_BY")
    if record.type == "ATTENDED":
        return mine.of_my_coalition(record.target, "HELD_BY")
    new = record.type == "HELD_BY" and mine.is_new(record.origin, "Meeting")
    return new and record.target in mine.viewer.coalitions


RIGHTS: tuple[Right, ...] = (
    ENTRY := Right(
        "correct the entry of a person: name, e-mail address, telephone, introducible", "their own", _own_entry
    ),
    FUNCTION := Right("add, correct and end a function (WORKS_FOR)", "their own", _own_function),
    ACQUAINTANCE := Right("add, correct and end an acquaintance (KNOWS)", "their own", _own_acquaintance),
    CONFIRMATION := Right(
        "confirm a node or relation", "their own entry, and relations of which they are one end", _own_confirmation
    ),
    HOLDING := Right(
        "appoint somebody to a seat; end and confirm a holding (HOLDS)",
        "seats of a coalition in which they hold a seat today",
        _holding,
    ),
    SEAT := Right("open a seat, for an organisation and municipalities", "at the table of such a coalition", _new_seat),
    MEETING := Right("record a meeting, and who attended it", "meetings of such a coalition", _meeting),
    ANYTHING := Right("add, correct and end any other node or relation"),
    MERGE := Right("merge two nodes"),
    REVERT := Right("revert a change"),
    ERASE := Right("erase a person", "themselves"),
    ABOUT := Right("ask for everything that is kept about a person", "themselves"),
    RANKING := Right(
        "see people ranked and singled out: brokers, cut points, introductions",
        "of a coalition in which they hold a seat today",
    ),
    WORKLISTS := Right("see the worklists: who has not answered, whose contact details are due"),
)
"""The table."""


# Touches


def _is_written(touch: Touch, type: str) -> bool:
    """Whether a relation of a type is added or changed, not removed."""
    return isinstance(touch.after, RelationRecord) and touch.after.type == type


def _ends(touch: Touch) -> tuple[str, ...]:
    record = touch.record
    return (record.origin, record.target) if isinstance(record, RelationRecord) else ()


def _changes_only(touch: Touch, *fields: str) -> bool:
    before, after = touch.before, touch.after
    if before is None or after is None:
        return False
    return replace(before, **{field: getattr(after, field) for field in fields}) == after


def _is_closed(touch: Touch, most: Visibility | None = None) -> bool:
    """Whether visibility stays as it is; of what is new, whether it is the usual one, or closed further up to
    `most`."""
    after = touch.after
    assert after is not None
    if touch.before is not None:
        return touch.before.visibility == after.visibility
    usual = KINDS[after.kind].visibility if isinstance(after, NodeRecord) else _usual(after)
    return usual <= after.visibility <= (usual if most is None else most)


def _usual(relation: RelationRecord) -> Visibility:
    of_person = relation.type in ("WORKS_FOR", "KNOWS", "HOLDS", "ATTENDED")
    return default_visibility("Person" if of_person else None, None)


def _named(record: Record | None) -> list[str]:
    """The nodes that a record names: its ends, and in its members."""
    if record is None:
        return []
    named = [id for _, id, _ in references(record)]
    return [*named, record.origin, record.target] if isinstance(record, RelationRecord) else named


def _holds(relation: RelationRecord, day: date) -> bool:
    return (relation.since or date.min) <= day and (relation.until is None or day < relation.until)
