"""The mutations, one function each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph import editing
from graph.editing import Edit
from graph.editing.putting import ids, line_id
from graph.editing.reasons import check_reason
from graph.errors import BadInput, NotFound
from graph.identities import people_with_email
from graph.records import NodeRecord, RelationRecord, Touch
from graph.rights import ERASE, HOLDING, MERGE, REVERT, Mine, require, require_signed_in
from graph.validation import NumberedLine, proposed
from graph.viewers import Role
from graph.vocabulary import KINDS, RELATIONS, Form
from resolvers.about import about
from resolvers.arguments import unknown
from resolvers.changes import SeenChange
from resolvers.context import Context
from resolvers.mutations.basis import Basis
from resolvers.mutations.writing import Place, Written, allow, basis_of, moved_on, rejected_input, told, write

CONFIRMED = "confirmed"
"""What is kept as the reason of a confirmation."""


def put(
    context: Context, lines: Sequence[object], because: str, based_on: int | None, *, dry_run: bool = False
) -> Written:
    """Write lines of a network file: known ids updated, new ones made. The ids are those of the lines, in order."""
    require_signed_in(context.viewer)
    with rejected_input(None):
        ready = editing.named(lines)
    return write(
        context,
        because,
        lambda basis: _put(basis, lines, ready),
        based_on=based_on,
        dry_run=dry_run,
        checked=True,
    )


def put_on(basis: Basis, lines: Sequence[object]) -> Edit:
    """What lines that were made on this basis come to, within the rights of its viewer."""
    return _put(basis, lines, editing.named(lines))


def _put(basis: Basis, lines: Sequence[object], ready: Sequence[NumberedLine]) -> Edit:
    steward = basis.viewer.role >= Role.STEWARD
    whole = editing.whole(basis.network, ready, basis.shown, by_identity=steward)
    if steward:
        return Edit(proposed(basis.network, whole), ids(whole))
    _check_named(basis, lines, ready)
    places = {id: f"lines[{place}]" for place, (_, line) in enumerate(whole) if (id := line_id(line))}

    def allowed(touches: Sequence[Touch]) -> None:
        allow(basis, tuple(touches), places.get)
        _check_address(basis, touches, places)
        for touch in touches:
            if isinstance(touch.after, RelationRecord) and touch.after.type == "HOLDS":
                basis.check_holders_seen(touch.after.target, touch.after.since)

    touches = proposed(basis.network, whole, allowed=allowed)
    return Edit(touches, ids(whole))


def appoint(context: Context, seat: str, person: str, since: date, because: str, based_on: int | None) -> Written:
    """Give a seat to a person from a day on. The id of their holding comes first."""

    def edit(basis: Basis) -> Edit:
        at, who = basis.node(seat, "seat", "Seat"), basis.node(person, "person", "Person")
        if basis.viewer.role < Role.STEWARD:
            own = Mine(basis.viewer, basis.reduced, (), basis.today).of_my_coalition(seat, "SEAT_IN")
            require(basis.viewer, HOLDING, own=own)
            basis.check_holders_seen(seat, since)
        return editing.appoint(basis.network, at, who, since, basis.today)

    return write(context, because, edit, based_on=based_on, field="seat")


def record_meeting(
    context: Context, name: str, day: date, attendees: Sequence[str], coalition: str | None, because: str
) -> Written:
    """Record a meeting that was held. Its id comes first."""

    def edit(basis: Basis) -> Edit:
        people = basis.nodes(attendees, "attendees", "Person")
        held_by = None if coalition is None else basis.node(coalition, "coalition", "Coalition")
        return editing.record_meeting(name, day, people, held_by, basis.today)

    return write(context, because, edit, field="name")


def end(context: Context, ids: Sequence[str], until: date, because: str, based_on: int | None) -> Written:
    """End nodes and relations on a day."""
    return write(
        context,
        because,
        lambda basis: editing.end(basis.records(ids, "ids"), until),
        based_on=based_on,
        place=_places(ids),
        field="ids",
    )


def confirm(context: Context, ids: Sequence[str], on: date | None) -> Written:
    """Confirm nodes and relations, today unless another day is given."""
    return write(
        context,
        CONFIRMED,
        lambda basis: editing.confirm(basis.records(ids, "ids"), on or basis.today, basis.today),
        place=_places(ids),
        field="ids",
    )


def merge(context: Context, keep: str, absorb: str, because: str, based_on: int | None) -> Written:
    """Merge a node into another. The id of the kept one comes first, then that of the absorbed one."""

    def edit(basis: Basis) -> Edit:
        kept, absorbed = basis.node(keep, "keep"), basis.node(absorb, "absorb")
        require(basis.viewer, MERGE)
        return editing.merge(basis.network, kept, absorbed, basis.today)

    return write(context, because, edit, based_on=based_on, field="absorb")


def revert(context: Context, version: int, because: str, based_on: int | None) -> Written:
    """Undo a change, unless later ones rest on it."""
    require(context.viewer, REVERT)

    def edit(basis: Basis) -> Edit:
        newest = basis.network.version
        # Read anew each time: an erasure may have come between, and what it took away is not to come back.
        change = next(context.live.changes(version - 1, version), None) if 1 <= version <= newest else None
        if change is None:
            raise NotFound(
                f"There is no version {version}.",
                field="version",
                actual=version,
                expected=f"a version from 1 to {newest}",
            )
        return editing.revert(basis.network, change, context.live.changes(version, newest))

    return write(context, because, edit, based_on=based_on, field="version")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an erasure came to, as who erased is told of it: its change, and how many nodes, relations, earlier changes
    and personal tokens told of the person."""

    change: SeenChange
    nodes: int
    relations: int
    changes: int
    tokens: int


def erase(context: Context, person: str, because: str) -> Receipt:
    """Erase a person from the network, its log and its store.

    Who erases themselves is told of what they could see of that, as `about` would have told them.
    """
    require_signed_in(context.viewer)
    basis = basis_of(context, context.live.network)
    basis.node(person, "person", "Person")
    require(context.viewer, ERASE, own=person == context.viewer.person)
    check_reason(because, basis.is_person)
    steward = context.viewer.role >= Role.STEWARD
    changes = 0 if steward else len(about(replace(context, reduced=basis.reduced), person).changes)
    erased = context.live.erase(context.viewer.name, because, person, context.today)
    touches = [t for t in erased.change.touches if steward or (t.before and basis.shown(t.before) is not None)]
    nodes = sum(isinstance(touch.record, NodeRecord) for touch in touches)
    change = told(moved_on(context), erased.change)
    return Receipt(change, nodes, len(touches) - nodes, erased.changes if steward else changes, erased.tokens)


def _places(ids: Sequence[str]) -> Place:
    return {id: f"ids[{place}]" for place, id in enumerate(ids)}.get


def _check_named(basis: Basis, given: Sequence[object], lines: Sequence[tuple[int | None, object]]) -> None:
    """Raise NotFound for what lines of a member name and is not for them to see, be it there or not."""
    new = {id for was, (_, line) in zip(given, lines, strict=True) if (id := _new_id(was, line)) is not None}
    for place, (_, line) in enumerate(lines):
        for member in ("id", "from", "to", *_referring(line)):
            named = line.get(member) if isinstance(line, Mapping) else None
            if isinstance(named, str) and named not in new and not _sees(basis, named):
                raise unknown(named, f"lines[{place}].{member}")


def _new_id(given: object, line: object) -> str | None:
    """The id that was made for a line."""
    if not (isinstance(given, Mapping) and isinstance(line, Mapping)) or given.get("id") == line.get("id"):
        return None
    return str(line["id"])


def _referring(line: object) -> list[str]:
    if not isinstance(line, Mapping):
        return []
    kind, type = KINDS.get(str(line.get("node"))), RELATIONS.get(str(line.get("relation")))
    members = (*(kind.members if kind else ()), *(type.members if type else ()))
    return [member.name for member in members if member.form is Form.NODE]


def _sees(basis: Basis, id: str) -> bool:
    record = basis.network.node_by_id(id) or basis.network.relation_by_id(id)
    return record is not None and basis.shown(record) is not None


def _check_address(basis: Basis, touches: Sequence[Touch], places: Mapping[str, str]) -> None:
    """Raise BadInput when a member takes an e-mail address that another person has, who signs in with that."""
    for touch in touches:
        before, after = touch.before, touch.after
        if not isinstance(after, NodeRecord) or after.kind != "Person" or "email" not in after.members:
            continue
        if before is not None and before.members.get("email") == after.members["email"]:
            continue
        same = people_with_email(basis.reduced.on(basis.today), str(after.members["email"]))
        if any(basis.network.node(person).id != after.id for person in same):
            raise BadInput(
                "Somebody else has this e-mail address.",
                field=f"{places.get(touch.id)}.email",
                expected="your own address: it is what you are known by when you sign in",
            )
