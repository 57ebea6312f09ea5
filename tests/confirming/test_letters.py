"""Letters, parsed back as a mail program would."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.confirming.answers import mailable
from graph.errors import BadInput
from server.confirming.letters import SUBJECT, Letters, contact, sender
from server.settings import MAIL_FROM
from tests.confirming.network import now
from tests.confirming.test_sheets import invitation

SENDER = Address("GGD Zuid", "kaart", "example.org")
LETTERS = Letters(SENDER)


def parsed(message: EmailMessage) -> EmailMessage:
    raw = message.as_bytes()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.splitlines())) <= 998
    assert raw.isascii()
    read = message_from_bytes(raw, policy=policy.default)
    assert isinstance(read, EmailMessage)
    assert read.defects == []
    return read


def test_a_letter_says_who_asks_what_in_both_languages_with_the_whole_link() -> None:
    one = invitation()
    letter = parsed(LETTERS.to(one, now()))
    assert letter["From"].addresses == (SENDER,)
    assert letter["To"].addresses == (Address("Fenna Dirks", "f.dirks", "example.org"),)
    assert letter["Subject"] == SUBJECT
    text = letter.get_content()
    assert text.splitlines().count(one.link) == 2
    for said in ("Beste Fenna Dirks,", "Dear Fenna Dirks,", "GGD Zuid", f"{one.last_day.year}"):
        assert said in text


def test_a_letter_can_be_told_from_others_and_says_when_it_was_written() -> None:
    moment = now()
    ones = [parsed(LETTERS.to(invitation(), moment)) for _ in range(3)]
    assert len({one["Message-ID"] for one in ones}) == 3
    assert all(one["Message-ID"].endswith("@example.org>") for one in ones)
    assert parsedate_to_datetime(ones[0]["Date"]) == moment.replace(microsecond=0)


def test_the_link_stands_nowhere_but_in_the_text() -> None:
    one = invitation()
    letter = parsed(LETTERS.to(one, now()))
    assert all(one.link.rpartition("/")[2] not in str(value) for value in letter.values())


def test_a_draft_is_opened_as_one() -> None:
    assert parsed(Letters(SENDER, draft=True).to(invitation(), now()))["X-Unsent"] == "1"
    assert parsed(LETTERS.to(invitation(), now()))["X-Unsent"] is None


@given(st.text(min_size=1, max_size=300))
def test_no_name_can_add_a_header_or_another_recipient(name: str) -> None:
    one = invitation(name=name)
    letter = parsed(LETTERS.to(one, now()))
    (to,) = letter["To"].addresses
    assert to.addr_spec == "f.dirks@example.org"
    assert set(map(str.lower, letter.keys())) == {
        *("from", "to", "subject", "date", "message-id", "mime-version", "content-type", "content-transfer-encoding")
    }
    assert one.link in letter.get_content()


@pytest.mark.parametrize("name", ["Noor 't Één", "Dirks, Fenna", 'de "baas"', "Özge Yıldız", "名前", "x" * 250])
def test_a_name_arrives_as_it_is(name: str) -> None:
    letter = parsed(LETTERS.to(invitation(name=name), now()))
    assert letter["To"].addresses[0].display_name == name
    assert f"Beste {name}," in letter.get_content()


def test_a_domain_with_accents_is_written_as_mail_servers_know_it() -> None:
    letter = parsed(LETTERS.to(invitation(email="info@münchen.example"), now()))
    assert letter["To"].addresses[0].addr_spec == "info@xn--mnchen-3ya.example"


@given(st.emails().filter(mailable))
def test_every_address_that_is_taken_can_be_written_to(email: str) -> None:
    letter = parsed(LETTERS.to(invitation(email=email), now()))
    assert letter["To"].addresses[0].addr_spec.lower() == email.lower()


# Who sends


@pytest.mark.parametrize(
    ("given_", "address"),
    [
        ("kaart@example.org", Address("", "kaart", "example.org")),
        ("GGD Zuid <kaart@example.org>", SENDER),
        ('"Dirks, Fenna" <f@example.org>', Address("Dirks, Fenna", "f", "example.org")),
    ],
)
def test_who_sends_is_set_from_outside(monkeypatch: pytest.MonkeyPatch, given_: str, address: Address) -> None:
    monkeypatch.setenv(MAIL_FROM.name, given_)
    assert sender() == contact() == address


@pytest.mark.parametrize("given_", ["", "GGD Zuid", "a@b", "a@x.nl, b@x.nl", "a@x.nl\nBcc: b@x.nl", "<>", "@"])
def test_who_sends_has_one_address(monkeypatch: pytest.MonkeyPatch, given_: str) -> None:
    monkeypatch.setenv(MAIL_FROM.name, given_)
    assert contact() is None
    with pytest.raises(BadInput) as raised:
        sender()
    assert raised.value.field == MAIL_FROM.name
