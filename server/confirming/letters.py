"""Letters: an e-mail to one person with their link, in Dutch and in English."""

from __future__ import annotations

from binascii import b2a_qp
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from graph.confirming.answers import mailable
from graph.errors import BadInput
from server.confirming.invitations import Invitation
from server.confirming.words import EN, NL
from server.settings import MAIL_FROM

SUBJECT = "Klopt uw vermelding in Korte Lijnen nog? / Is your entry still right?"

TEXT = """\
(English below)

Beste {name},

U staat in Korte Lijnen, de kaart van wie met wie samenwerkt. Wilt u kijken
of uw vermelding nog klopt? Dat kan zonder account, met deze link:

{link}

U kunt daar zeggen dat het klopt, verbeteren wat niet klopt, of alles over
u laten wissen. De link is alleen voor u: stuur hem niet door. Hij werkt één
keer, tot en met {dutch_day}.

Vragen? Beantwoord deze e-mail.

{sender}

--------

Dear {name},

You are in Korte Lijnen, the map of who works with whom. Would you look
whether your entry is still right? You need no account, just this link:

{link}

There you can say that it is right, correct what is not, or have everything
about you erased. The link is for you only: do not forward it. It works once,
up to and including {english_day}.

Questions? Reply to this e-mail.

{sender}
"""


def sender() -> Address:
    """Who sends letters. Raises BadInput where that is not set, or is no address."""
    given = MAIL_FROM.value()
    found = contact()
    if found is None:
        raise BadInput(
            f"{MAIL_FROM.name} is not set." if given is None else f"{MAIL_FROM.name} is no address.",
            field=MAIL_FROM.name,
            expected=MAIL_FROM.meaning,
        )
    return found


def contact() -> Address | None:
    """Who answers questions, None where nobody is set that can be written to."""
    given = MAIL_FROM.value()
    if given is None:
        return None
    message = EmailMessage()
    try:
        message["From"] = given
        addresses = message["From"].addresses
    except (ValueError, IndexError):  # line ends; and what the parser of addresses trips over
        return None
    return addresses[0] if len(addresses) == 1 and mailable(addresses[0].addr_spec) else None


class Letters:
    """Letters from one sender. Drafts are letters that mail programs open to be looked at and sent."""

    def __init__(self, sender: Address, *, draft: bool = False) -> None:
        self.sender = sender
        self._domain = _ascii(sender.domain)
        # What is the same in each: written once, since the library takes long to parse what it is given.
        alike = EmailMessage(SMTP)
        alike["From"] = sender
        alike["Subject"] = SUBJECT
        if draft:
            alike["X-Unsent"] = "1"
        alike.set_content("é", cte="quoted-printable")
        self._alike = alike.items()

    def to(self, invitation: Invitation, now: datetime) -> EmailMessage:
        """The letter to one person."""
        message = EmailMessage(SMTP)
        for name, header in self._alike:
            message[name] = header
        message["To"] = addressee(invitation)
        message["Date"] = format_datetime(now)
        message["Message-ID"] = make_msgid(domain=self._domain)
        message.set_payload(b2a_qp(self._text(invitation).encode(), istext=True).decode())
        return message

    def _text(self, invitation: Invitation) -> str:
        day = invitation.last_day
        return TEXT.format(
            name=invitation.name,
            link=invitation.link,
            sender=self.sender.display_name or "Korte Lijnen",
            dutch_day=NL.day(day),
            english_day=EN.day(day),
        )


def addressee(invitation: Invitation) -> Address:
    """To whom a letter goes."""
    username, _, domain = invitation.email.rpartition("@")
    return Address(invitation.name, username, _ascii(domain))


def _ascii(domain: str) -> str:
    """A domain as mail servers know it, also where it has letters with accents."""
    return domain.encode("idna").decode()
