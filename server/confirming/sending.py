"""Sending a batch over a mail server, so that nothing is lost when it breaks off, and it can be run again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from graph.confirming.asking import Delivery, keep_asked
from graph.errors import Unavailable
from graph.keepsakes import Keepsakes
from server.confirming.invitations import Invitation
from server.confirming.letters import Letters, addressee
from server.confirming.mail_server import Post, Refused


@dataclass
class Sent:
    """What became of a batch: who got a letter; whose address is refused for good, and whose for now, each with what
    the mail server said; and when it broke off, why, before whom."""

    sent: list[Invitation] = field(default_factory=list)
    refused: list[tuple[Invitation, str]] = field(default_factory=list)
    postponed: list[tuple[Invitation, str]] = field(default_factory=list)
    not_tried: Sequence[Invitation] = ()
    broke_off: Unavailable | None = None


def send(
    keepsakes: Keepsakes,
    invitations: Sequence[Invitation],
    post: Post,
    letters: Letters,
    clock: Callable[[], datetime],
    progress: Callable[[int, int | None], None],
) -> Sent:
    """Send each person their letter.

    A link is kept before its letter goes, so that whoever gets it can use it; that it went is kept after. Whose turn
    does not come keeps the link that they had.
    """
    done = Sent()
    for place, invitation in enumerate(invitations):
        progress(place, len(invitations))
        try:
            _send(keepsakes, invitation, post, letters, clock(), done)
        except Unavailable as error:
            done.not_tried, done.broke_off = invitations[place:], error
            break
    progress(len(invitations) - len(done.not_tried), len(invitations))
    return done


def _send(
    keepsakes: Keepsakes, invitation: Invitation, post: Post, letters: Letters, now: datetime, done: Sent
) -> None:
    post.ready()
    keep_asked(keepsakes, [invitation.asked])
    try:
        post.send(letters.to(invitation, now), letters.sender, addressee(invitation))
    except Refused as refusal:
        if refusal.lasting:
            keep_asked(keepsakes, [invitation.delivered(Delivery.REFUSED, str(refusal.code))])
        (done.refused if refusal.lasting else done.postponed).append((invitation, str(refusal)))
    else:
        keep_asked(keepsakes, [invitation.delivered(Delivery.HANDED_OVER)])
        done.sent.append(invitation)
