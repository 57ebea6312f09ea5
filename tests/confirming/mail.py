"""A real mail server on the loopback, with STARTTLS, that keeps what it is sent and can be told to refuse."""

from __future__ import annotations

import ssl
from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from anyio.from_thread import start_blocking_portal

USER, PASSWORD = "kaart", "a password: with %signs"


@dataclass
class Mail:
    """What a mail server got, and what it answers: by address at RCPT, at DATA to everybody, at MAIL FROM."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    refuses: dict[str, str] = field(default_factory=dict)
    refuses_letters: str | None = None
    refuses_sender: str | None = None
    before_letter: Callable[[], None] = lambda: None
    connections: int = 0
    letters_in_a_connection: int | None = None

    @property
    def address(self) -> str:
        return f"smtp://localhost:{self.port}"

    # What aiosmtpd asks

    async def handle_EHLO(  # noqa: N802
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        if not hasattr(session, "sent"):
            session.sent = 0  # type: ignore[attr-defined]
        self.connections += session.ssl is not None
        return responses

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.refuses_sender is not None:
            return self.refuses_sender
        if self.letters_in_a_connection is not None and session.sent >= self.letters_in_a_connection:  # type: ignore[attr-defined]
            return "421 4.7.0 too many letters, come back"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.before_letter()
        if self.refuses_letters is not None:
            return self.refuses_letters
        assert isinstance(envelope.content, bytes)
        assert server.transport is not None
        letter = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        self.recipients += envelope.rcpt_tos
        self.encrypted.append(server.transport.get_extra_info("ssl_object") is not None)
        session.sent += 1  # type: ignore[attr-defined]
        return "250 Message accepted for delivery"


@contextmanager
def mail_server(folder: Path, *, starttls: bool = True, tls: bool = False, login: bool = False) -> Iterator[Mail]:
    """A mail server; `folder` gets the certificate of the authority that whoever sends has to believe."""
    mail = Mail()
    context = _certified(folder)

    def known(_server: SMTP, _session: Session, _envelope: Envelope, _how: str, data: LoginPassword) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()), handled=False)

    def speak() -> SMTP:
        return SMTP(
            mail,
            hostname="localhost",
            tls_context=context if starttls else None,
            require_starttls=starttls,
            authenticator=known if login else None,
            auth_required=login,
            auth_require_tls=not tls,
        )

    with start_blocking_portal() as portal:
        loop = portal.call(_running_loop)
        server = portal.call(lambda: loop.create_server(speak, "127.0.0.1", 0, ssl=context if tls else None))
        mail.port = server.sockets[0].getsockname()[1]
        try:
            yield mail
        finally:
            portal.call(server.close)


async def _running_loop() -> AbstractEventLoop:
    return get_running_loop()


def authority(folder: Path) -> Path:
    """The file with the certificate of the authority."""
    return folder / "authority.pem"


def _certified(folder: Path) -> ssl.SSLContext:
    own = trustme.CA()
    own.cert_pem.write_to_path(str(authority(folder)))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.issue_cert("localhost", "127.0.0.1").configure_cert(context)
    return context
