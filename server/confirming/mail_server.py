"""The mail server that sends letters: one letter after the other, at a pace, over an encrypted line."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from time import monotonic, sleep
from urllib.parse import urlsplit

from graph.errors import BadInput, Unavailable
from server.confirming.invitations import is_loopback
from server.settings import SMTP_PASSWORD, SMTP_SERVER, SMTP_USER, Setting

SECONDS = 30.0  # for an answer of the mail server
_CLOSING = 421  # the server closes the line: it takes only so many letters over one
_PORTS = {"smtp": 587, "smtps": 465}


class Refused(Exception):
    """The mail server does not take a letter: `code` says why, `lasting` whether it never will."""

    def __init__(self, code: int, text: bytes | str) -> None:
        said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
        super().__init__(f"{code} {said}")
        self.code = code
        self.lasting = code >= 500


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where it is, and as whom it is used."""

    host: str
    port: int
    tls: bool
    user: str | None = None
    password: str | None = None

    @classmethod
    def set(cls) -> MailServer:
        """That of the settings. Raises BadInput where none is set that can be used."""
        given = SMTP_SERVER.value() or ""
        try:
            parts = urlsplit(given)
            port = parts.port
        except ValueError:
            parts, port = urlsplit(""), None
        bare = not (parts.username or parts.password or parts.path.strip("/") or parts.query or parts.fragment)
        if not (parts.scheme in _PORTS and parts.hostname and bare):
            raise BadInput(
                f"{SMTP_SERVER.name} is no mail server." if given else f"{SMTP_SERVER.name} is not set.",
                field=SMTP_SERVER.name,
                expected=SMTP_SERVER.meaning,
            )
        user, password = _ascii(SMTP_USER), _ascii(SMTP_PASSWORD)
        return cls(parts.hostname, port or _PORTS[parts.scheme], parts.scheme == "smtps", user, password)

    def open(self) -> smtplib.SMTP:
        """A connection. Raises Unavailable when there is none to be had."""
        try:
            return self._opened()
        except (OSError, smtplib.SMTPException) as error:
            raise self.unavailable(error) from error

    def _opened(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        if self.tls:
            connection: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=SECONDS, context=context)
        else:
            connection = smtplib.SMTP(self.host, self.port, timeout=SECONDS)
        try:
            self._prepare(connection, context)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: smtplib.SMTP, context: ssl.SSLContext) -> None:
        connection.ehlo_or_helo_if_needed()
        if not self.tls and (connection.has_extn("starttls") or not is_loopback(self.host)):
            connection.starttls(context=context)  # raises where it is not offered: links are not sent in the open
        if self.user is not None:
            connection.login(self.user, self.password or "")

    def unavailable(self, error: Exception) -> Unavailable:
        """What is told when it does not do its work."""
        said = _said(error)
        return Unavailable(
            f"The mail server {self.host}:{self.port} does not take letters: {said}.",
            field=SMTP_SERVER.name,
            help="Look at the settings of mail, and run it again: whoever got a letter does not get it twice.",
        )


def _ascii(setting: Setting) -> str | None:
    value = setting.value()
    if value is not None and not value.isascii():
        raise BadInput(
            f"{setting.name} has letters that mail servers cannot be told.",
            field=setting.name,
            expected="letters without accents, digits and signs (ASCII)",
        )
    return value


class Post:
    """Sends letters, at most so many a minute. A line that breaks is opened anew, once for each letter."""

    def __init__(self, server: MailServer, per_minute: int, wait: Callable[[float], None] = sleep) -> None:
        self._server = server
        self._interval = 60.0 / per_minute
        self._wait = wait
        self._next = monotonic()
        self._connection: smtplib.SMTP | None = None

    def ready(self) -> smtplib.SMTP:
        """Wait for the turn of the next letter, with a line to the server. Raises Unavailable where there is none."""
        self._wait(max(0.0, self._next - monotonic()))
        if self._connection is None:
            self._connection = self._server.open()
        return self._connection

    def send(self, message: EmailMessage, sender: Address, to: Address) -> None:
        """Send one letter. Raises Refused when the server does not take it, Unavailable when it takes none."""
        connection = self.ready()
        self._next = monotonic() + self._interval
        try:
            _send(connection, message, sender, to)
        except smtplib.SMTPServerDisconnected:
            self.close()
            self._send_anew(message, sender, to)
        except (OSError, smtplib.SMTPException) as error:
            raise self._server.unavailable(error) from error

    def close(self) -> None:
        """Let go of the connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(OSError, smtplib.SMTPException):
                connection.quit()
            connection.close()

    def _send_anew(self, message: EmailMessage, sender: Address, to: Address) -> None:
        self._connection = self._server.open()
        try:
            _send(self._connection, message, sender, to)
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            raise self._server.unavailable(error) from error


def _send(connection: smtplib.SMTP, message: EmailMessage, sender: Address, to: Address) -> None:
    try:
        connection.send_message(message, sender.addr_spec, [to.addr_spec])
    except smtplib.SMTPRecipientsRefused as error:
        raise _refused(*error.recipients[to.addr_spec]) from error
    except smtplib.SMTPDataError as error:
        raise _refused(error.smtp_code, error.smtp_error) from error
    except smtplib.SMTPSenderRefused as error:
        if error.smtp_code == _CLOSING:
            raise smtplib.SMTPServerDisconnected(str(error)) from error
        raise


def _refused(code: int, text: bytes | str) -> Exception:
    """What a code of the server means for a letter: it is refused, or the line is closed and the letter may go anew."""
    return smtplib.SMTPServerDisconnected(str(code)) if code == _CLOSING else Refused(code, text)


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        text = error.smtp_error
        return f"{error.smtp_code} {text.decode('utf-8', 'replace') if isinstance(text, bytes) else text}"
    return str(error) or type(error).__name__
