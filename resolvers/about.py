"""What is kept about a person, for stewards and for themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from graph.confirming.asking import told
from graph.editing.about import Kept
from graph.editing.about import about as kept_about
from graph.lines import write_line
from graph.live import ALL
from graph.personal_tokens import PersonalToken, tokens_telling_of
from graph.records import Change, Record
from graph.rights import ABOUT, require, require_signed_in
from graph.viewers import Role
from resolvers.changes import SeenChange, seen_change
from resolvers.context import Context
from resolvers.mutations.basis import Basis

Line = dict[str, object]


@dataclass(frozen=True, slots=True)
class About:
    """What is kept about a person: as lines of a network file, when they were asked about it, their personal tokens,
    and the changes that had to do with it."""

    person: str
    version: int
    entries: list[Line]
    relations: list[Line]
    mentions: list[Line]
    asked: list[dict[str, object]]
    tokens: list[dict[str, object]]
    changes: list[SeenChange]


def about(context: Context, person: str) -> About:
    """Everything that is kept about a person, for a steward.

    The person themselves are given their own entry in full, and of the rest what they may see: what is not for them
    may be about others too. A steward, asked for all of it, looks at that first.
    """
    require_signed_in(context.viewer)
    basis = Basis(context.viewer, context.reduced, context.today)
    basis.node(person, "person", "Person")
    require(context.viewer, ABOUT, own=person == context.viewer.person)
    kept = kept_about(
        basis.network, person, partial(context.log.history, first=ALL), context.live.changes(0, basis.network.version)
    )
    seen = _shown(basis, kept)
    context.beside.set()  # when they were asked, and their tokens, are kept beside the network
    return About(
        person,
        context.version,
        [write_line(record) for record in kept.entries],
        [write_line(record) for record in kept.relations if record.id in seen],
        [write_line(record) for record in kept.mentions if record.id in seen],
        _asked(context, kept),
        [_told(token) for token in _tokens(context, kept)],
        list(_changes(context, kept)),
    )


def _asked(context: Context, kept: Kept) -> list[dict[str, object]]:
    """When they were asked over a link whether their entries are right."""
    asked = (told(context.log.keepsakes, entry.id) for entry in kept.entries)
    return [one for one in asked if one is not None]


def _tokens(context: Context, kept: Kept) -> Iterator[PersonalToken]:
    """The tokens that tell of them; that of somebody else, which is called after them, is for stewards."""
    for token in tokens_telling_of(context.log.keepsakes, kept.traces):
        if token.person is None or token.person in kept.traces.people or context.viewer.role >= Role.STEWARD:
            yield token


def _told(token: PersonalToken) -> dict[str, object]:
    """A token without what it hashes to."""
    return {
        "name": token.name,
        "role": token.role.name,
        "person": token.person,
        "createdAt": token.created.isoformat(),
        "expiresAt": token.expires.isoformat(),
    }


def _shown(basis: Basis, kept: Kept) -> set[str]:
    records: tuple[Record, ...] = (*kept.relations, *kept.mentions)
    return {record.id for record in records if basis.shown(record) is not None}


def _changes(context: Context, kept: Kept) -> Iterator[SeenChange]:
    for change in kept.changes:
        seen = seen_change(context.reduced, change)
        if seen is not None:
            yield seen
        elif context.viewer.role >= Role.STEWARD:
            yield _signed(context, change)


def _signed(context: Context, change: Change) -> SeenChange:
    """A change that touched nothing of theirs, but is signed by them or names them."""
    return SeenChange(change.version, change.at, change.by, change.because, (), context.reduced)
