"""Answering: from a link to the entry that it is for, and from an answer to a change that is written."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from graph.confirming.answers import Correction, Wrong, WrongAnswer, corrected, still_right
from graph.confirming.asking import ConfirmationAnswer, LinkUsed, Standing, answering, standing
from graph.confirming.entry import Entry, own_entry
from graph.dates import AMSTERDAM
from graph.editing.edit import Edit
from graph.editing.traces import is_erased
from graph.errors import BadInput, Conflict, Forbidden, Unavailable
from graph.identities import people_with_email, viewer_of_person
from graph.live import LiveNetwork
from graph.viewers import STEWARD, Role, Viewer
from resolvers.context import Context
from resolvers.mutations.basis import Basis
from resolvers.mutations.changing import erase
from resolvers.mutations.writing import write
from server.confirming.links import Link, LinkKeys

_log = logging.getLogger(__name__)

BECAUSE = {answer: f"answered by link: {answer.lower()}" for answer in ConfirmationAnswer}
"""What is kept as the reason of each answer."""


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody is shown of themselves: their entry, at a version of the network, until when they may answer."""

    entry: Entry
    version: int
    expires: datetime


class EntryChanged(Exception):
    """What was answered is no longer what the entry says: somebody changed it meanwhile."""


class Answering:
    """Answers over links that were signed with these keys.

    Every method takes a link as it stands in an address. Raises NotALink, LinkExpired, or LinkUsed for one that was
    used or is void; the entry of somebody who is not in the network makes a link void too, so that nobody learns of
    it. Raises Unavailable when the store is away.
    """

    def __init__(self, live: LiveNetwork, keys: LinkKeys, clock: Callable[[], datetime] = now) -> None:
        self._live = live
        self._keys = keys
        self._clock = clock

    def shown(self, text: str) -> Shown:
        """The entry that a link is for. Looking changes nothing: what scans letters for harm follows links too."""
        link = self._read(text)
        found = standing(self._live.store.keepsakes, link.person, link.nonce)
        if found is not Standing.OPEN:
            raise LinkUsed(found)
        context = self._context(link)
        entry = own_entry(context.viewer, context.reduced, context.today)
        if entry is None:
            raise LinkUsed(Standing.VOID)
        return Shown(entry, context.reduced.network.version, link.expires)

    def confirm(self, text: str, version: int) -> None:
        """It is right, as it was shown at a version. Raises EntryChanged when it has changed since."""
        self._write(text, ConfirmationAnswer.CONFIRMED, version, lambda entry, _: still_right(entry))

    def correct(self, text: str, version: int, correction: Correction, wrong: Mapping[str, Wrong]) -> None:
        """It should be otherwise. `wrong` is what is known to be wrong with the answer already.

        Raises WrongAnswer with that and what more is wrong, and EntryChanged.
        """

        def edit(entry: Entry, basis: Basis) -> Edit:
            def taken(address: str) -> bool:
                others = people_with_email(basis.reduced.on(basis.today), address)
                return any(basis.network.node(other).id != entry.person.id for other in others)

            try:
                edit = corrected(entry, correction, taken)
            except WrongAnswer as error:
                raise WrongAnswer({**wrong, **error.problems}) from error
            if wrong:
                raise WrongAnswer(wrong)
            return edit

        self._write(text, ConfirmationAnswer.CORRECTED, version, edit)

    def erase(self, text: str) -> None:
        """Take me out. Also somebody who left the network may ask for that.

        When they are out of the network and its log, but the store could not clean its bytes, that is for stewards to
        finish: it is logged.
        """
        link = self._read(text)
        with answering(self._live.store.keepsakes, link.person, link.nonce, ConfirmationAnswer.ERASED, self._clock()):
            person = self._live.network.node_by_id(link.person)
            if person is None or person.kind != "Person":
                raise LinkUsed(Standing.VOID)
            try:
                erase(self._context(link), link.person, BECAUSE[ConfirmationAnswer.ERASED])
            except Unavailable as error:
                self._live.refresh()
                if not is_erased(self._live.network.node_by_id(link.person)):
                    raise
                _log.warning("%s; %s", error.message, error.help)

    def _write(self, text: str, answer: ConfirmationAnswer, version: int, edit: Callable[[Entry, Basis], Edit]) -> None:
        def of_entry(basis: Basis) -> Edit:
            entry = own_entry(basis.viewer, basis.reduced, basis.today)
            if entry is None:
                raise LinkUsed(Standing.VOID)
            return edit(entry, basis)

        link = self._read(text)
        try:
            with answering(self._live.store.keepsakes, link.person, link.nonce, answer, self._clock()):
                write(self._context(link), BECAUSE[answer], of_entry, based_on=version)
        except (Conflict, Forbidden) as error:
            raise EntryChanged from error
        except BadInput as error:
            if error.field == "basedOn":  # a version of a network that was put back since
                raise EntryChanged from error
            raise

    def _read(self, text: str) -> Link:
        """The link, with the newest network: what is shown is what is answered, also where another process wrote it."""
        link = self._keys.read(text, self._clock())
        self._live.refresh()
        return link

    def _context(self, link: Link) -> Context:
        today = self._clock().astimezone(AMSTERDAM).date()
        cut = self._live.reduced(STEWARD).on(today)
        index = cut.index(link.person)
        viewer = (
            # Of somebody who is not there (any more) there is nothing to see; they may ask to be erased all the same.
            Viewer("somebody", Role.MEMBER, link.person) if index is None else viewer_of_person(cut, index, Role.MEMBER)
        )
        return Context(viewer, self._live, self._live.reduced(viewer.viewer_class), today)
