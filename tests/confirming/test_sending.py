"""Letters over a real mail server: what arrives, what is refused, and what is left to do when it breaks off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.confirming.asking import ConfirmationState, Standing, asked_of, confirmations, standing
from graph.errors import BadInput, Unavailable
from graph.keepsakes import Keepsakes
from graph.live import LiveNetwork
from server.confirming.letters import Letters
from server.confirming.mail_server import MailServer, Post
from server.confirming.sending import Sent, send
from server.settings import SMTP_PASSWORD, SMTP_SERVER, SMTP_USER, Setting
from tests.confirming.mail import PASSWORD, USER, Mail, authority, mail_server
from tests.confirming.network import asked, now
from tests.confirming.test_letters import SENDER
from tests.confirming.test_sheets import invitation

PEOPLE = {"fenna": "f.dirks@example.org", "bram": "b.claessen@example.org", "tom": "t.heijnen@example.org"}
LETTERS = Letters(SENDER)


@pytest.fixture
def mail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mail]:
    with mail_server(tmp_path) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(authority(tmp_path)))
        monkeypatch.setenv(SMTP_SERVER.name, server.address)
        yield server


def post(per_minute: int = 6_000) -> Post:
    return Post(MailServer.set(), per_minute)


def send_all(keepsakes: Keepsakes, post: Post) -> Sent:
    made = [invitation(name=id, email=email, id=id) for id, email in PEOPLE.items()]
    sent = send(keepsakes, made, post, LETTERS, now, lambda _done, _of: None)
    post.close()
    return sent


def states(live: LiveNetwork) -> dict[str, str]:
    return {one.asked.person: one.state.value for one in confirmations(live.store.keepsakes, now())}


def test_everybody_gets_their_own_letter_over_an_encrypted_line(live: LiveNetwork, mail: Mail) -> None:
    sent = send_all(live.store.keepsakes, post())
    assert [one.id for one in sent.sent] == list(PEOPLE)
    assert mail.recipients == list(PEOPLE.values())
    assert mail.encrypted == [True] * 3
    assert mail.connections == 1
    for letter, one in zip(mail.letters, sent.sent, strict=True):
        assert letter["To"].addresses[0].addr_spec == one.email
        assert one.link in letter.get_content()
    assert states(live) == dict.fromkeys(PEOPLE, "ASKED")


def test_a_refused_address_is_told_and_kept_by_its_code_alone(live: LiveNetwork, mail: Mail) -> None:
    mail.refuses[PEOPLE["bram"]] = "550 5.1.1 <b.claessen@example.org>: no such user here"
    sent = send_all(live.store.keepsakes, post())
    assert [one.id for one in sent.sent] == ["fenna", "tom"]
    ((one, said),) = sent.refused
    assert (one.id, said) == ("bram", "550 5.1.1 <b.claessen@example.org>: no such user here")
    assert states(live) == {"fenna": "ASKED", "bram": "REFUSED", "tom": "ASKED"}
    assert asked_of(live.store.keepsakes)["bram"].refusal == "550"


def test_an_address_that_is_refused_for_now_is_not_sent(live: LiveNetwork, mail: Mail) -> None:
    mail.refuses[PEOPLE["bram"]] = "451 4.7.1 greylisted, come back later"
    sent = send_all(live.store.keepsakes, post())
    assert [one.id for one, _ in sent.postponed] == ["bram"]
    assert states(live)["bram"] == ConfirmationState.NOT_SENT


def test_a_letter_that_is_refused_as_such_is_told_of_everybody(live: LiveNetwork, mail: Mail) -> None:
    mail.refuses_letters = "554 5.7.1 this looks like spam"
    sent = send_all(live.store.keepsakes, post())
    assert [one.id for one, _ in sent.refused] == list(PEOPLE)
    assert mail.letters == []


def test_a_server_that_takes_nothing_from_us_ends_it_at_once(live: LiveNetwork, mail: Mail) -> None:
    mail.refuses_sender = "553 5.7.1 not your address"
    sent = send_all(live.store.keepsakes, post())
    assert sent.broke_off is not None
    assert "553 5.7.1 not your address" in sent.broke_off.message
    assert [one.id for one in sent.not_tried] == list(PEOPLE)
    assert states(live) == {"fenna": "NOT_SENT"}


def test_a_line_that_the_server_closes_is_opened_anew(live: LiveNetwork, mail: Mail) -> None:
    mail.letters_in_a_connection = 1
    sent = send_all(live.store.keepsakes, post())
    assert len(sent.sent) == 3
    assert mail.recipients == list(PEOPLE.values())
    assert mail.connections == 3


def test_a_server_that_goes_away_loses_nothing_and_it_can_be_run_again(live: LiveNetwork, tmp_path: Path) -> None:
    """The second letter never arrives; who got one does not get it again, who did not keeps an older link."""
    keepsakes = live.store.keepsakes
    older = {id: asked(live, id) for id in PEOPLE}
    nonces = {id: one.nonce for id, one in asked_of(keepsakes).items()}
    with mail_server(tmp_path) as mail, pytest.MonkeyPatch.context() as set_:
        set_.setenv("SSL_CERT_FILE", str(authority(tmp_path)))
        set_.setenv(SMTP_SERVER.name, mail.address)
        going = post()

        def goes_away() -> None:
            if len(mail.letters) == 1:
                mail.refuses_sender = mail.refuses_letters = "421 4.3.2 shutting down"

        mail.before_letter = goes_away
        sent = send_all(keepsakes, going)
    assert [one.id for one in sent.sent] == ["fenna"]
    assert [one.id for one in sent.not_tried] == ["bram", "tom"]
    assert sent.broke_off is not None
    assert states(live) == {"fenna": "ASKED", "bram": "NOT_SENT", "tom": "ASKED"}
    assert standing(keepsakes, "tom", nonces["tom"]) is Standing.OPEN
    assert len(older) == 3


def test_without_a_server_nobodys_link_changes(live: LiveNetwork, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(live, "fenna")
    before = asked_of(live.store.keepsakes)
    monkeypatch.setenv(SMTP_SERVER.name, "smtp://127.0.0.1:1")
    sent = send_all(live.store.keepsakes, post())
    assert isinstance(sent.broke_off, Unavailable)
    assert "127.0.0.1:1" in sent.broke_off.message
    assert asked_of(live.store.keepsakes) == before


def test_letters_go_at_a_pace(live: LiveNetwork, mail: Mail) -> None:
    waits: list[float] = []
    send_all(live.store.keepsakes, Post(MailServer.set(), 30, waits.append))
    assert len(mail.letters) == 3
    # What waits is asked twice a letter, before the link is kept and before the letter goes; it never really waited.
    assert [round(wait) for wait in waits] == [0, 0, 2, 2, 2, 2]


# The line


def test_a_server_that_needs_it_is_told_who_we_are(
    live: LiveNetwork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server(tmp_path, login=True) as mail:
        monkeypatch.setenv("SSL_CERT_FILE", str(authority(tmp_path)))
        monkeypatch.setenv(SMTP_SERVER.name, mail.address)
        assert send_all(live.store.keepsakes, post()).broke_off is not None
        monkeypatch.setenv(SMTP_USER.name, USER)
        monkeypatch.setenv(SMTP_PASSWORD.name, "another")
        broken = send_all(live.store.keepsakes, post()).broke_off
        assert broken is not None
        assert "another" not in broken.message
        monkeypatch.setenv(SMTP_PASSWORD.name, PASSWORD)
        assert len(send_all(live.store.keepsakes, post()).sent) == 3


def test_tls_from_the_first_byte(live: LiveNetwork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with mail_server(tmp_path, tls=True, starttls=False) as mail:
        monkeypatch.setenv("SSL_CERT_FILE", str(authority(tmp_path)))
        monkeypatch.setenv(SMTP_SERVER.name, f"smtps://localhost:{mail.port}")
        assert len(send_all(live.store.keepsakes, post()).sent) == 3
        assert mail.encrypted == [True] * 3


def test_a_server_whose_certificate_is_not_believed_gets_nothing(live: LiveNetwork, tmp_path: Path) -> None:
    with mail_server(tmp_path) as mail, pytest.MonkeyPatch.context() as set_:
        set_.setenv(SMTP_SERVER.name, mail.address)
        sent = send_all(live.store.keepsakes, post())
    assert sent.broke_off is not None
    assert "certificate" in sent.broke_off.message.lower()
    assert mail.recipients == []
    assert states(live) == {}


def test_a_relay_on_this_machine_may_do_without_encryption_and_one_elsewhere_may_not(
    live: LiveNetwork, tmp_path: Path
) -> None:
    with mail_server(tmp_path, starttls=False) as mail:
        sent = send_all(live.store.keepsakes, Post(MailServer("localhost", mail.port, tls=False), 6_000))
        assert len(sent.sent) == 3
        # The same server, under a name that does not say that it is this machine.
        elsewhere = Post(MailServer("127.1", mail.port, tls=False), 6_000)
        refused = send_all(live.store.keepsakes, elsewhere).broke_off
        assert refused is not None
        assert "STARTTLS" in refused.message
        assert len(mail.letters) == 3


@pytest.mark.parametrize(
    ("given_", "server"),
    [
        ("smtp://mail.example.org", MailServer("mail.example.org", 587, tls=False)),
        ("smtp://mail.example.org:25/", MailServer("mail.example.org", 25, tls=False)),
        ("smtps://mail.example.org", MailServer("mail.example.org", 465, tls=True)),
        ("smtp://[::1]:2525", MailServer("::1", 2525, tls=False)),
    ],
)
def test_a_mail_server_is_set_by_its_address(monkeypatch: pytest.MonkeyPatch, given_: str, server: MailServer) -> None:
    monkeypatch.setenv(SMTP_SERVER.name, given_)
    assert MailServer.set() == server


@pytest.mark.parametrize(
    "given_",
    [
        *("", "mail.example.org", "mail.example.org:25", "http://mail.example.org", "smtp://"),
        *("smtp://user:secret@mail.example.org", "smtp://mail.example.org:x", "smtp://mail.example.org/path"),
    ],
)
def test_what_is_no_address_of_a_mail_server_is_told(monkeypatch: pytest.MonkeyPatch, given_: str) -> None:
    monkeypatch.setenv(SMTP_SERVER.name, given_)
    with pytest.raises(BadInput) as raised:
        MailServer.set()
    assert raised.value.field == SMTP_SERVER.name
    assert "secret" not in str(raised.value.extensions())


@pytest.mark.parametrize("setting", [SMTP_USER, SMTP_PASSWORD], ids=lambda setting: setting.name)
def test_a_password_that_cannot_be_told_is_told_without_telling_it(
    monkeypatch: pytest.MonkeyPatch, setting: Setting
) -> None:
    monkeypatch.setenv(SMTP_SERVER.name, "smtp://mail.example.org")
    monkeypatch.setenv(setting.name, "gehéim")
    with pytest.raises(BadInput) as raised:
        MailServer.set()
    assert raised.value.field == setting.name
    assert "gehéim" not in str(raised.value.extensions())
