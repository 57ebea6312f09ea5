"""From a link to what the network says: over real HTTP, on both stores."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from graph.confirming.asking import Asked, Delivery, asked_of, keep_asked
from graph.errors import Unavailable
from graph.live import LiveNetwork
from graph.network_file import write
from graph.records import Change, NodeRecord, RelationRecord
from server.confirming.links import Link, LinkKeys
from tests.confirming.network import BRAM, DAYS, FUNCTION, HOLDING, KEYS, LEADS, SHOWN, asked, lines, now, today
from tests.confirming.service import Browser, browser
from tests.graph.networks import person
from tests.neo4j_server import Neo4jServer
from tests.stores.line import Line
from tests.stores.places import Place, neo4j_place, sqlite_place

NOT_RIGHT, NO_LONGER, USED, EXPIRED = (
    "Deze link klopt niet",
    "Deze link geldt niet meer",
    "Deze link is al gebruikt",
    "Deze link is verlopen",
)


@pytest.fixture
def at(live: LiveNetwork) -> Iterator[Browser]:
    with browser(live) as opened:
        yield opened


def changes(live: LiveNetwork, since: int = 1) -> list[Change]:
    return list(live.store.changes_since(since))


def fenna(live: LiveNetwork) -> NodeRecord:
    record = live.network.node_by_id("fenna")
    assert record is not None
    return record


def relation(live: LiveNetwork, id: str) -> RelationRecord:
    record = live.network.relation_by_id(id)
    assert record is not None
    return record


def write_line(live: LiveNetwork, id: str, **members: object) -> None:
    """A steward changes one node or relation."""
    (line,) = [line for line in lines() if line.get("id") == id]
    live.write("a steward", "a correction", [(1, {**line, **members})])


# Looking


def test_the_page_shows_what_there_is_about_them(live: LiveNetwork, at: Browser) -> None:
    page = at.open(asked(live, "fenna"))
    assert (page.status, page.heading) == (200, "Klopt uw vermelding nog?")
    for said in (
        *("Fenna Dirks", "f.dirks@example.org", "045 123 4567", "samenwerken in Parkstad", "1 januari 2028"),
        *("beleidsadviseur bij Stichting Dolfijn", "gezonde leefstijl, kantines", "vervangt Tom Heijnen"),
        *("Zetel VO, Gezond Parkstad", "Bram Claessen (kent u heel goed)", "Tom Heijnen (kent u een beetje)"),
        *("Gezonde kantines", "opgave van de school", "bevestigd op 1 oktober 2025", "kaart@example.org"),
        "Leden van het netwerk kunnen dit zien",
    ):
        assert said in page.text, said
    assert "Hidde" not in page.text
    assert "Zeester" not in page.text


def test_looking_changes_nothing_however_often_and_whoever_does_it(live: LiveNetwork, at: Browser) -> None:
    link = asked(live, "fenna")
    before = list(live.store.keepsakes.list("confirmation asked"))
    for parameters in ({}, {"do": "correct"}, {"do": "leave"}, {"lang": "en"}, {"answer": "confirm"}):
        assert at.open(link, **parameters).status == 200
        assert at.client.head(f"/confirm/{link}", params=parameters).status_code == 200
    assert changes(live) == []
    assert list(live.store.keepsakes.list("confirmation asked")) == before
    assert at.open(link).send().status == 200


def test_pages_tell_a_browser_to_keep_nothing_and_to_run_nothing(live: LiveNetwork, at: Browser) -> None:
    link = asked(live, "fenna")
    opened = at.open(link)
    pages = [opened, opened.follow("Dit klopt niet"), opened.follow("Haal mij eruit"), opened.send(), at.open("x")]
    for page in pages:
        headers = page.response.headers
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-robots-tag"] == "noindex, nofollow"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-type"] == "text/html; charset=utf-8"
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy
        assert "set-cookie" not in headers


def test_no_other_method_answers(live: LiveNetwork, at: Browser) -> None:
    link = asked(live, "fenna")
    for method in ("PUT", "DELETE", "PATCH"):
        assert at.client.request(method, f"/confirm/{link}").status_code == 405
    assert changes(live) == []


# Yes


def test_yes_confirms_the_entry_and_what_was_shown_as_one_change_by_that_person(live: LiveNetwork, at: Browser) -> None:
    page = at.open(asked(live, "fenna")).send()
    assert (page.status, page.heading) == (200, "Bedankt")
    (change,) = changes(live)
    assert {touch.id for touch in change.touches} == {"fenna", *SHOWN}
    assert all(str(touch.record.confirmed_at) == today() for touch in change.touches)
    assert change.by == "Fenna Dirks"
    assert "Fenna" not in change.because
    assert relation(live, "WORKS_FOR(fenna,school,2019-08-01)").confirmed_at is None


def test_who_confirms_the_same_day_again_is_thanked_and_nothing_is_written(live: LiveNetwork, at: Browser) -> None:
    at.open(asked(live, "fenna")).send()
    assert at.open(asked(live, "fenna")).send().heading == "Bedankt"
    assert len(changes(live)) == 1


def test_what_was_answered_is_durable_when_they_are_thanked(live: LiveNetwork, at: Browser, place: Place) -> None:
    at.open(asked(live, "fenna")).send()
    again = place.open()
    assert [change.by for change in again.changes_since(1)] == ["Fenna Dirks"]
    again.close()


# It should be otherwise


def test_the_form_holds_what_there_is(live: LiveNetwork, at: Browser) -> None:
    fields = at.open(asked(live, "fenna"), do="correct").fields
    assert fields == {
        "answer": "correct",
        "version": "1",
        "name": "Fenna Dirks",
        "email": "f.dirks@example.org",
        "phone": "045 123 4567",
        "introducible": "yes",
        f"title:{FUNCTION}": "beleidsadviseur",
        f"themes:{FUNCTION}": "gezonde leefstijl\nkantines",
        f"until:{FUNCTION}": "",
        f"until:{HOLDING}": "",
        f"until:{BRAM}": "",
        "until:KNOWS(tom,fenna,)": "",
    }


def test_a_correction_is_one_change_by_that_person(live: LiveNetwork, at: Browser) -> None:
    page = at.open(asked(live, "fenna")).follow("Dit klopt niet")
    page = page.send(
        **{
            "name": " Fenna  Jansen ",
            "email": "f.jansen@example.org",
            "phone": "",
            "introducible": "no",
            f"title:{FUNCTION}": "directeur",
            f"themes:{FUNCTION}": "schoolkantine\r\n\r\n  gezonde   leefstijl\r\nschoolkantine",
            f"until:{HOLDING}": "2026-06-01",
            f"until:{BRAM}": "1-7-2026",
        }
    )
    assert (page.status, page.heading) == (200, "Bedankt")
    (change,) = changes(live)
    assert change.by == "Fenna Dirks"
    record = fenna(live)
    assert record.name == "Fenna Jansen"
    assert record.members == {
        "email": "f.jansen@example.org",
        "contactPurpose": "samenwerken in Parkstad",
        "retainUntil": "2028-01-01",
        "introducible": False,
    }
    function = relation(live, FUNCTION)
    assert function.members == {
        "title": "directeur",
        "themes": ["schoolkantine", "gezonde leefstijl"],
        "deputyOf": "tom",
    }
    assert str(function.confirmed_at) == today()
    assert relation(live, HOLDING).until == date(2026, 6, 1)
    assert relation(live, BRAM).until == date(2026, 7, 1)


def test_a_form_that_was_sent_as_it_was_says_that_it_is_right(live: LiveNetwork, at: Browser) -> None:
    at.open(asked(live, "fenna"), do="correct").send()
    (change,) = changes(live)
    assert {touch.id for touch in change.touches} == {"fenna", *SHOWN}


def test_what_is_wrong_is_told_with_what_was_typed_and_the_link_stays_good(live: LiveNetwork, at: Browser) -> None:
    page = at.open(asked(live, "fenna"), do="correct")
    typed = {
        "name": "",
        "email": '"><script>alert(1)</script>',
        f"title:{FUNCTION}": "directeur & meer",
        f"until:{HOLDING}": "31-02-2026",
        f"until:{BRAM}": "1999-01-01",
    }
    wrong = page.send(**typed)
    assert wrong.status == 422
    assert wrong.text.count("Vul dit in.") == 2  # at the head of the page, and at its field
    for told in ("geen e-mailadres", "geen datum", "vóór het begin"):
        assert wrong.text.count(told) == 2, told
    assert wrong.fields == page.fields | typed
    assert "<script" not in wrong.response.text
    assert changes(live) == []
    right = wrong.send(**{"name": "Fenna", "email": "f@example.org", f"until:{HOLDING}": "", f"until:{BRAM}": ""})
    assert right.heading == "Bedankt"
    assert relation(live, FUNCTION).members["title"] == "directeur & meer"


def test_the_address_of_somebody_else_is_not_taken(live: LiveNetwork, at: Browser) -> None:
    page = at.open(asked(live, "fenna"), do="correct").send(email="B.Claessen@example.org")
    assert page.status == 422
    assert "het e-mailadres van iemand anders" in page.text


def test_the_address_of_somebody_whom_they_may_not_see_does_not_give_them_away(live: LiveNetwork, at: Browser) -> None:
    assert at.open(asked(live, "fenna"), do="correct").send(email="hidde@example.org").status == 200


def test_what_is_not_theirs_to_change_is_not_changed_by_a_form_that_names_it(live: LiveNetwork, at: Browser) -> None:
    page = at.open(asked(live, "fenna"), do="correct")
    for field in (f"until:{LEADS}", "until:SEAT_IN(seat,coalition,)", "until:bram", "title:WORKS_FOR(tom,board,)"):
        assert page.send(**{field: "2026-06-01"}).status == 409, field
    assert page.send(visibility="PUBLIC", contactPurpose="alles", retainUntil="2999-01-01", id="tom").status == 200
    assert fenna(live).members["contactPurpose"] == "samenwerken in Parkstad"
    assert fenna(live).visibility.name == "MEMBER"
    assert relation(live, LEADS).until is None


def test_text_is_never_markup(live: LiveNetwork) -> None:
    nasty = "<img src=x onerror=alert(1)>\"'&amp;{0}{name}"
    write_line(live, "fenna", name=nasty, contactPurpose=nasty, sources=[{"title": nasty}])
    write_line(live, "board", name=nasty)
    with browser(live) as at:
        page = at.open(asked(live, "fenna"))
        form = page.follow("Dit klopt niet")
    for one in (page, form):
        assert "<img" not in one.response.text
        assert nasty in one.text
    assert form.fields["name"] == nasty


# Take me out


def test_who_wants_to_be_taken_out_is_asked_once_more_and_then_erased_at_once(live: LiveNetwork, at: Browser) -> None:
    sure = at.open(asked(live, "fenna")).follow("Haal mij eruit")
    assert sure.heading == "Wilt u alles over u laten wissen?"
    assert changes(live) == []
    done = sure.send()
    assert (done.status, done.heading) == (200, "U staat er niet meer in")
    assert b"Fenna" not in b"".join(write(live.at(live.network.version)))
    assert b"f.dirks" not in b"".join(write(live.at(1)))
    (change,) = changes(live)
    assert "Fenna" not in change.by
    assert str(fenna(live).until) == today()
    assert sure.send().heading == USED


def test_who_thinks_better_of_it_goes_back(live: LiveNetwork, at: Browser) -> None:
    page = at.open(asked(live, "fenna")).follow("Haal mij eruit").follow("Terug, zonder iets te veranderen")
    assert page.heading == "Klopt uw vermelding nog?"
    assert changes(live) == []


# Links that are not good (any more)


def test_a_link_works_once(live: LiveNetwork, at: Browser) -> None:
    page = at.open(asked(live, "fenna"))
    form = page.follow("Dit klopt niet")
    assert page.send().status == 200
    for again in (page.send(), form.send(name="Iemand Anders"), at.open(page.response.url.path.rpartition("/")[2])):
        assert (again.status, again.heading) == (410, USED)
    assert len(changes(live)) == 1
    assert fenna(live).name == "Fenna Dirks"


def test_a_new_link_makes_the_one_before_void(live: LiveNetwork, at: Browser) -> None:
    first = at.open(asked(live, "fenna"))
    second = at.open(asked(live, "fenna"))
    assert (first.send().status, first.send().heading) == (410, NO_LONGER)
    assert second.send().status == 200


def test_a_link_that_has_expired_is_told_so(live: LiveNetwork) -> None:
    link = asked(live, "fenna", lasts=timedelta(days=1))
    with browser(live) as at:
        page = at.open(link)
    with browser(live, clock=now() + timedelta(days=1, minutes=1)) as later:
        assert (later.open(link).status, later.open(link).heading) == (410, EXPIRED)
        assert later.answer(link, version="1").heading == EXPIRED
        assert later.answer(link, "leave").heading == EXPIRED
    assert page.status == 200
    assert changes(live) == []


def test_a_clock_that_is_behind_answers_all_the_same(live: LiveNetwork) -> None:
    with browser(live, clock=now() - timedelta(minutes=10)) as behind:
        assert behind.open(asked(live, "fenna")).send().status == 200


def test_forged_links_are_told_apart_from_nothing(live: LiveNetwork, at: Browser) -> None:
    """Whether there is somebody with that id, and whether they were asked, makes no difference."""
    asked(live, "bram")
    forged = LinkKeys((b"a key that somebody else made up, long enough",))
    answers = {
        (page.status, page.response.text)
        for who in ("fenna", "bram", "hidde", "board", "nobody")
        for link in (forged.signed(Link(who, "a nonce", now() + DAYS)),)
        for page in (at.open(link), at.answer(link, version="1"), at.answer(link, "leave"))
    }
    assert len(answers) == 1
    ((status, text),) = answers
    assert status == 404
    assert NOT_RIGHT in text


@pytest.mark.parametrize("link", ["", "x", "-.", "a.b", "a/b", "..%2f", "%00", "%ff", "x" * 5_000, "é", "?do=leave"])
def test_nonsense_is_no_link(at: Browser, link: str) -> None:
    page = at.open(link)
    assert (page.status, page.heading) == (404, NOT_RIGHT)


def test_links_of_who_is_not_in_the_network_are_void_as_any_other(live: LiveNetwork, at: Browser) -> None:
    """Signed by us: they were there, and have gone since, or never were."""
    live.write("a test", "a test", [(1, person("gone", until="2026-01-01"))])
    link = asked(live, "fenna")
    asked(live, "fenna")
    void = at.open(link)
    assert (void.status, void.heading) == (410, NO_LONGER)
    for who in ("gone", "nobody", "board"):
        page = at.open(asked(live, who))
        assert (page.status, page.response.text) == (void.status, void.response.text)
        assert at.answer(asked(live, who), version="1").response.text == void.response.text
    for who in ("nobody", "board"):
        assert at.answer(asked(live, who), "leave").response.text == void.response.text


def test_who_left_may_still_have_themselves_erased(live: LiveNetwork, at: Browser) -> None:
    live.write("a test", "a test", [(1, person("gone", name="Gerda Vertrokken", until="2026-01-01"))])
    assert at.answer(asked(live, "gone"), "leave").heading == "U staat er niet meer in"
    assert b"Gerda" not in b"".join(write(live.at(live.network.version)))


def test_a_link_of_an_old_key_is_good_as_long_as_the_key_is_there(live: LiveNetwork) -> None:
    new = b"a new key, which is long enough as well"
    link = asked(live, "fenna")
    with browser(live, LinkKeys((new,))) as without:
        assert without.open(link).heading == NOT_RIGHT
    with browser(live, LinkKeys((new, *KEYS.keys))) as both:
        assert both.open(link).send().status == 200
        assert both.open(asked(live, "bram", keys=LinkKeys((new,)))).send().status == 200


def test_without_keys_nothing_is_answered(live: LiveNetwork) -> None:
    with browser(live, keys=None) as at:
        for page in (at.open(asked(live, "fenna")), at.answer(asked(live, "fenna"), "leave")):
            assert (page.status, page.heading) == (503, "Links worden hier nu niet beantwoord")
    assert changes(live) == []


# At the same time


def test_of_clicks_at_the_same_moment_one_counts(live: LiveNetwork, at: Browser, place: Place) -> None:
    with LiveNetwork(place.open()) as other, browser(other) as elsewhere:
        for round in range(3):
            link = asked(live, "fenna")
            forms = [door.open(link, do="correct") for door in (at, elsewhere) * 2]
            before, barrier = len(changes(live)), Barrier(len(forms))

            def send(number: int) -> int:
                barrier.wait()  # noqa: B023 - used within the round
                return forms[number].send(name=f"Fenna {round}{number}").status  # noqa: B023

            with ThreadPoolExecutor(len(forms)) as clicks:
                statuses = list(clicks.map(send, range(len(forms))))
            assert statuses.count(200) == 1, statuses
            assert set(statuses) <= {200, 409, 410}
            live.refresh()
            assert len(changes(live)) == before + 1
            assert fenna(live).name == f"Fenna {round}{statuses.index(200)}"


def test_what_was_changed_meanwhile_is_shown_instead_of_overwritten(live: LiveNetwork, at: Browser) -> None:
    page = at.open(asked(live, "fenna"), do="correct")
    write_line(live, "fenna", email="elsewhere@example.org")
    again = page.send(name="Fenna Jansen")
    assert again.status == 409
    assert "intussen veranderd" in again.text
    assert (again.fields["name"], again.fields["email"]) == ("Fenna Dirks", "elsewhere@example.org")
    assert again.send(name="Fenna Jansen").status == 200
    assert fenna(live).name == "Fenna Jansen"


def test_nobody_confirms_what_they_have_not_seen(live: LiveNetwork, at: Browser) -> None:
    page = at.open(asked(live, "fenna"))
    added = {"relation": "WORKS_FOR", "from": "fenna", "to": "school", "since": "2026-01-01"}
    live.write("a steward", "a function", [(1, added)])
    again = page.send()
    assert again.status == 409
    assert "De Zeester" in again.text
    assert again.send().status == 200
    assert str(relation(live, "WORKS_FOR(fenna,school,2026-01-01)").confirmed_at) == today()


def test_a_mistake_is_corrected_on_what_they_saw_then(live: LiveNetwork, at: Browser) -> None:
    """Who has to fill in a form again does not overwrite what somebody else changed in the meantime."""
    page = at.open(asked(live, "fenna"), do="correct")
    write_line(live, "fenna", email="elsewhere@example.org")
    wrong = page.send(name="")
    assert wrong.status == 422
    assert wrong.send(name="Fenna Jansen").status == 409
    assert fenna(live).members["email"] == "elsewhere@example.org"


def test_what_another_process_wrote_is_shown_at_once(live: LiveNetwork, at: Browser, place: Place) -> None:
    link = asked(live, "fenna")
    with LiveNetwork(place.open()) as other:
        write_line(other, "fenna", phone="06 1234 5678")
    page = at.open(link)
    assert "06 1234 5678" in page.text
    assert page.send().status == 200


def test_somebody_whose_entry_is_for_stewards_answers_too(live: LiveNetwork, at: Browser) -> None:
    page = at.open(asked(live, "hidde"))
    assert "Alleen de beheerders" in page.text
    assert page.follow("Dit klopt niet").send(phone="06 1").status == 200
    record = live.network.node_by_id("hidde")
    assert record is not None
    assert (record.members["phone"], record.visibility.name) == ("06 1", "STEWARD")


# Bad input and faults


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"x": ""}, 400),
        ({"answer": "maybe"}, 400),
        ({"answer": "confirm"}, 400),
        ({"answer": "confirm", "version": "x"}, 400),
        ({"answer": "confirm", "version": "-1"}, 400),
        ({"answer": "confirm", "version": "٣"}, 400),
        ({"answer": "confirm", "version": "9999999999"}, 400),
        ({"answer": "confirm", "version": "999"}, 409),
        ({"answer": "correct", "version": "1"}, 400),
        ({"answer": "correct", "version": "1", "name": "F", "email": "", "phone": "", "introducible": "x"}, 400),
    ],
)
def test_a_form_that_is_none_of_ours(live: LiveNetwork, at: Browser, fields: dict[str, str], status: int) -> None:
    link = asked(live, "fenna")
    assert at.client.post(f"/confirm/{link}", data=fields).status_code == status
    assert changes(live) == []
    assert at.open(link).send().status == 200


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b'{"answer": "leave"}', "application/json", 415),
        (b"answer=leave", "text/plain", 415),
        (b"answer=leave", "", 415),
        (b"answer=%ff%fe", "application/x-www-form-urlencoded", 400),
        (b"answer=\xff", "application/x-www-form-urlencoded", 400),
        (b"answer=confirm&answer=leave", "application/x-www-form-urlencoded", 400),
        (b"&".join(b"f%d=" % i for i in range(6_000)), "application/x-www-form-urlencoded", 400),
        (b"answer=leave&x=" + b"x" * 10_000_000, "application/x-www-form-urlencoded", 413),
    ],
    ids=["json", "text", "nothing", "no-utf-8", "no-ascii", "twice", "many", "large"],
)
def test_a_body_that_is_no_form(live: LiveNetwork, at: Browser, body: bytes, content_type: str, status: int) -> None:
    link = asked(live, "fenna")
    answer = at.client.post(f"/confirm/{link}", content=body, headers={"Content-Type": content_type})
    assert answer.status_code == status
    assert "Dit formulier is niet goed aangekomen" in answer.text
    assert changes(live) == []


def test_a_store_that_is_away_uses_no_link_up(live: LiveNetwork, at: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    page = at.open(asked(live, "fenna"))

    def away(*_: object) -> None:
        raise Unavailable("the store does not answer", field="store")

    with monkeypatch.context() as patched:
        patched.setattr(live.store, "apply", away)  # goes away in the middle: the link was claimed already
        patched.setattr(live.store, "apply_in_turn", away)
        assert (page.send().status, page.send().heading) == (503, "Het lukt nu even niet")
    assert changes(live) == []
    assert page.send().status == 200


def test_a_fault_of_ours_is_told_with_a_number_and_logged_without_the_link(
    live: LiveNetwork, at: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    link = asked(live, "fenna")
    personal = f"Fenna Dirks at {link}"

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(personal)

    with monkeypatch.context() as patched, caplog.at_level(logging.DEBUG):
        patched.setattr(live.store, "apply", broken)
        page = at.open(link).send()
    assert (page.status, page.heading) == (500, "Er ging bij ons iets mis")
    logged = [record.getMessage() for record in caplog.records if not record.name.startswith("http")]  # the client's
    (told,) = [message for message in logged if "Internal error" in message]
    number = told.split()[2]
    assert number in page.text
    assert all(secret not in "\n".join(logged) for secret in (link, "Fenna", "f.dirks"))
    assert at.open(link).send().status == 200


def test_what_was_sent_by_mail_only_and_what_was_made_is_a_link_too(live: LiveNetwork, at: Browser) -> None:
    """Whether a letter went is not always known; who has the link has it."""
    link = Link("bram", "a nonce", now() + DAYS)
    keep_asked(live.store.keepsakes, [Asked("bram", link.nonce, now(), link.expires, Delivery.MADE)])
    assert at.open(KEYS.signed(link)).send().status == 200


def test_bytes_that_could_not_be_cleaned_are_for_stewards_to_finish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("graph.stores.sqlite_file.WAITING_SECONDS", 0.2)
    with LiveNetwork(sqlite_place(tmp_path).open()) as live:
        live.write("a test", "a test", list(enumerate(lines(), 1)))
        live.store.close()  # connections of before wait as long as they were told then
        reader = sqlite3.connect(tmp_path / "network.db", isolation_level=None)
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM nodes").fetchone() > (1,)
        with browser(live) as at:
            page = at.open(asked(live, "fenna")).follow("Haal mij eruit").send()
        reader.close()
        assert (page.status, page.heading) == (200, "U staat er niet meer in")
        assert fenna(live).name == "erased"
    (told,) = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert "the person was erased in version 2" in told
    assert "Erase the person again" in told
    assert "enna" not in told


def test_a_neo4j_that_does_not_answer_uses_no_link_up(neo4j_server: Neo4jServer) -> None:
    with Line(neo4j_place(neo4j_server)) as line, LiveNetwork(line.place.open()) as live:
        live.write("a test", "a test", list(enumerate(lines(), 1)))
        live.follow()
        with browser(live) as at:
            page = at.open(asked(live, "fenna"))
            line.hold_up()
            assert (page.send().status, page.follow("Dit klopt niet").status) == (503, 503)
            line.let_through()
            assert page.send().status == 200
        assert len(changes(live)) == 1


def test_an_answer_whose_acknowledgement_was_lost_is_written_once(
    neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it was written is not known: the page says that it did not work, and the same answer may come again."""
    with Line(neo4j_place(neo4j_server)) as line, LiveNetwork(line.place.open()) as live:
        live.write("a test", "a test", list(enumerate(lines(), 1)))
        apply = live.store.apply

        def lost(*given: Any) -> Change:  # noqa: ANN401 - whatever apply is given
            line.lose_acknowledgement()
            return apply(*given)

        with browser(live) as at:
            form = at.open(asked(live, "fenna"), do="correct")
            with monkeypatch.context() as patched:
                patched.setattr(live.store, "apply", lost)
                assert form.send(name="Fenna Jansen").status == 503
            line.let_through()
            assert form.send(name="Fenna Jansen").heading == "Uw antwoord wordt al verwerkt"
            (link,) = asked_of(live.store.keepsakes).values()
            live.store.keepsakes.forget("confirmation being answered", link.nonce)  # some minutes later
            assert form.send(name="Fenna Jansen").heading == "Bedankt"
        assert len(changes(live)) == 1
