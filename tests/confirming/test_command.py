"""`confirm-links`, run as its own process would be, and `serve` as one."""

from __future__ import annotations

import csv
import os
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import httpx2
import orjson
import pytest
from openpyxl import load_workbook

from graph.live import LiveNetwork
from server.settings import ADDRESS, LINK_KEYS, MAIL_FROM, NEO4J_PASSWORD, NEO4J_USER, SMTP_SERVER, STORE, Setting
from tests.confirming.mail import authority, mail_server
from tests.confirming.network import KEYS, asked, lines, today
from tests.confirming.service import Browser, browser
from tests.graph.networks import Line, node
from tests.running import Ran, korte_lijnen
from tests.stores.places import Place

BASE = "https://kaart.example.org"
EVERYBODY = {"fenna", "bram", "tom", "hidde"}  # who has an address
CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LINK_KEYS.name, KEYS.keys[0].decode().replace(" ", "-").replace(",", ""))
    monkeypatch.setenv(ADDRESS.name, BASE)
    monkeypatch.setenv(MAIL_FROM.name, "GGD Zuid <kaart@example.org>")


@pytest.fixture
def folder(tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, with the network in a store of each sort in turn."""
    monkeypatch.setenv(STORE.name, place.address)
    if place.is_neo4j:
        monkeypatch.setenv(NEO4J_USER.name, place.user or "")
        monkeypatch.setenv(NEO4J_PASSWORD.name, place.password or "")
    at = tmp_path / "work"
    at.mkdir()
    load(at, lines())
    return at


def load(folder: Path, network: list[Line]) -> None:
    given = b"\n".join(map(orjson.dumps, network))
    assert korte_lijnen(folder, "load", "-", given=given).code == 0


def links(folder: Path, *arguments: str) -> Ran:
    return korte_lijnen(folder, "confirm-links", *arguments)


def in_csv(path: Path) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row["link"] for row in csv.DictReader(file)}


def in_xlsx(path: Path) -> dict[str, str]:
    rows = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
    return {str(row[0]): str(row[3]) for row in rows[1:]}


def in_letters(path: Path) -> dict[str, str]:
    """The link in each letter, by the name before the @ of whom it is for."""
    found = {}
    for file in path.iterdir():
        letter = message_from_bytes(file.read_bytes(), policy=policy.default)
        assert isinstance(letter, EmailMessage)
        (link, again) = re.findall(rf"{BASE}\S+", letter.get_content())
        assert link == again
        found[letter["To"].addresses[0].username] = link
    return found


def states(folder: Path) -> dict[str, str]:
    ran = links(folder, "--status")
    assert ran.code == 0
    rows = [re.split("  +", line) for line in ran.output.splitlines()[1:-1]]
    return {row[4]: row[0] for row in rows}


@contextmanager
def opened(place: Place) -> Iterator[Browser]:
    """The service on the store, with the same keys as the command."""
    key = os.environ[LINK_KEYS.name].encode()
    with LiveNetwork(place.open()) as live, browser(live, type(KEYS)((key,))) as at:
        yield at


# Making


def test_a_workbook_has_a_link_for_everybody_that_works(folder: Path, place: Place) -> None:
    ran = links(folder, "--all", "--format", "xlsx", "--output", "links.xlsx")
    assert ran.code == 0
    assert ran.output.startswith("4 links in links.xlsx, good up to and including 20")
    assert "Without an e-mail address that can be written to (1):\n  gijs  Gijs Zonderadres" in ran.error
    made = in_xlsx(folder / "links.xlsx")
    assert set(made) == EVERYBODY
    with opened(place) as at:
        assert "Fenna Dirks" in at.open(made["fenna"]).text
        assert at.open(made["fenna"]).send().status == 200
    assert states(folder) == {"fenna": "answered", "bram": "asked", "tom": "asked", "hidde": "asked"}


def test_comma_separated_values_for_a_coalition(folder: Path) -> None:
    ran = links(folder, "--coalition", "coalition", "--format", "csv", "--output", "links.csv", "--expires", "60d")
    assert (ran.code, set(in_csv(folder / "links.csv"))) == (0, {"fenna"})
    assert ran.output.startswith("1 link in links.csv")


def test_letters_for_people_by_name(folder: Path, place: Place) -> None:
    ran = links(folder, "--person", "fenna", "--person", "bram", "--format", "eml", "--output", "letters")
    assert ran.code == 0
    made = in_letters(folder / "letters")
    assert set(made) == {"f.dirks", "b.claessen"}
    with opened(place) as at:
        assert "Bram Claessen" in at.open(made["b.claessen"]).text


def test_the_stale(folder: Path) -> None:
    fresh = [{**line, "confirmedAt": today()} for line in lines() if line.get("id") == "bram"]
    load(folder, [*fresh, {**lines()[-5], "confirmedAt": today()}])
    ran = links(folder, "--stale", "12", "--format", "csv", "--output", "links.csv")
    assert ran.code == 0
    assert set(in_csv(folder / "links.csv")) == EVERYBODY - {"bram"}


def test_letters_are_sent_where_a_mail_server_is_set(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server(tmp_path) as mail:
        monkeypatch.setenv("SSL_CERT_FILE", str(authority(tmp_path)))
        monkeypatch.setenv(SMTP_SERVER.name, mail.address)
        mail.refuses = {"b.claessen@example.org": "550 5.1.1 no such user", "hidde@example.org": "450 4.2.1 later"}
        ran = links(folder, "--all", "--format", "smtp", "--per-minute", "6000")
        assert ran.code == 1
        assert ran.output == "2 letters sent.\n"
        assert "Refused: Bram Claessen <b.claessen@example.org>: 550 5.1.1 no such user" in ran.error
        assert "Not taken for now: Hidde Verborgen <hidde@example.org>: 450 4.2.1 later" in ran.error
        assert states(folder) == {"fenna": "asked", "bram": "refused (550)", "tom": "asked", "hidde": "not sent"}
        mail.refuses = {}
        again = links(folder, "--all", "--format", "smtp", "--per-minute", "6000")
    assert (again.code, again.output.splitlines()[0]) == (0, "2 letters sent.")
    assert sorted(mail.recipients) == sorted(
        f"{who}@example.org" for who in ("f.dirks", "t.heijnen", "b.claessen", "hidde")
    )
    assert set(states(folder).values()) == {"asked"}


def test_who_was_asked_is_left_out_until_they_are_asked_again(folder: Path, place: Place) -> None:
    links(folder, "--person", "fenna", "--format", "csv", "--output", "first.csv")
    ran = links(folder, "--all", "--format", "csv", "--output", "second.csv")
    assert "Left out, with a link that has not expired (1; --again asks them anew): Fenna Dirks\n" in ran.output
    assert set(in_csv(folder / "second.csv")) == EVERYBODY - {"fenna"}
    links(folder, "--person", "fenna", "--format", "csv", "--output", "third.csv", "--again")
    with opened(place) as at:
        assert at.open(in_csv(folder / "first.csv")["fenna"]).status == 410
        assert at.open(in_csv(folder / "third.csv")["fenna"]).status == 200


def test_when_nobody_is_to_be_asked_nothing_is_made(folder: Path) -> None:
    links(folder, "--all", "--format", "csv", "--output", "first.csv")
    ran = links(folder, "--all", "--format", "csv", "--output", "second.csv")
    assert ran.code == 0
    assert ran.output.startswith("Nobody is to be asked: nothing was made.\n")
    assert not (folder / "second.csv").exists()


def test_what_holds_links_is_for_its_owner_alone(folder: Path) -> None:
    links(folder, "--person", "fenna", "--format", "xlsx", "--output", "links.xlsx")
    links(folder, "--person", "bram", "--format", "eml", "--output", "letters")
    assert stat.S_IMODE((folder / "links.xlsx").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "letters").stat().st_mode) == 0o700


# What is wrong


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Say whom to ask"),
        (("--all",), "Say what to make"),
        (("--all", "--person", "fenna", "--format", "smtp"), "--all is everybody"),
        (("--all", "--format", "xlsx"), "--output is needed for --format xlsx"),
        (("--all", "--format", "smtp", "--output", "x"), "--output goes with"),
        (("--all", "--format", "pdf"), "'pdf' is not one of"),
        (("--stale", "0", "--format", "smtp"), "0 is not in the range"),
        (("--all", "--format", "smtp", "--expires", "0d"), "no number of days"),
        (("--all", "--format", "smtp", "--expires", "367d"), "no number of days"),
        (("--all", "--format", "smtp", "--expires", "soon"), "no number of days"),
        (("--all", "--format", "smtp", "--per-minute", "0"), "0 is not in the range"),
    ],
)
def test_a_command_that_is_not_understood(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = links(tmp_path, *arguments)
    assert ran.code == 2
    assert said in ran.error


CSV = ("--all", "--format", "csv", "--output", "links.csv")


@pytest.mark.parametrize(
    ("setting", "value", "arguments"),
    [
        (LINK_KEYS, None, CSV),
        (LINK_KEYS, "short", CSV),
        (ADDRESS, None, CSV),
        (ADDRESS, "http://kaart.example.org", CSV),
        (MAIL_FROM, None, ("--all", "--format", "eml", "--output", "letters")),
        (MAIL_FROM, "nobody", ("--all", "--format", "eml", "--output", "letters")),
        (SMTP_SERVER, None, ("--all", "--format", "smtp")),
        (SMTP_SERVER, "mail", ("--all", "--format", "smtp")),
    ],
)
def test_a_setting_that_lacks_or_cannot_be_right_is_named_before_anything_is_made(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    setting: Setting,
    value: str | None,
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.setenv(setting.name, value or "")
    ran = links(folder, *arguments)
    assert ran.code == 1
    assert setting.name in ran.error
    assert list(folder.iterdir()) == []
    assert states(folder) == {}


@pytest.mark.parametrize(
    "base",
    [
        *(
            "kaart.example.org",
            "ftp://kaart.example.org",
            "https://",
            "https://u:p@kaart.example.org",
            "https://x.nl:y",
        ),
        *("https://kaart.example.org/?a=b", "https://kaart.example.org/#a", "https://kaart.example.org/a b"),
        "javascript:alert(1)",
    ],
)
def test_a_base_that_links_cannot_begin_with(folder: Path, base: str) -> None:
    ran = links(folder, *CSV, "--base-url", base)
    assert ran.code == 1
    assert "--base-url" in ran.error
    assert states(folder) == {}


def test_a_base_may_have_a_path_and_http_is_for_this_machine(folder: Path) -> None:
    links(folder, *CSV, "--base-url", "http://127.0.0.1:8000/kaart/")
    made = in_csv(folder / "links.csv")
    assert all(link.startswith("http://127.0.0.1:8000/kaart/confirm/") for link in made.values())


def test_an_id_that_is_not_there_makes_nothing(folder: Path) -> None:
    ran = links(folder, "--coalition", "nowhere", "--format", "csv", "--output", "links.csv")
    assert (ran.code, list(folder.iterdir())) == (1, [])
    assert "nowhere" in ran.error


def test_what_is_there_is_not_overwritten_and_links_that_were_made_stay_good(folder: Path, place: Place) -> None:
    links(folder, *CSV)
    made, kept = in_csv(folder / "links.csv"), (folder / "links.csv").read_bytes()
    (folder / "letters").mkdir()
    (folder / "letters" / "1.eml").write_text("mine")
    for arguments in (
        (*CSV, "--again"),
        ("--all", "--again", "--format", "eml", "--output", "letters"),
        ("--all", "--again", "--format", "csv", "--output", "no/such/folder/links.csv"),
        ("--all", "--again", "--format", "eml", "--output", "no/such/folder/letters"),
    ):
        assert links(folder, *arguments).code == 1
    assert (folder / "links.csv").read_bytes() == kept
    assert [path.name for path in (folder / "letters").iterdir()] == ["1.eml"]
    assert sorted(path.name for path in folder.iterdir()) == ["letters", "links.csv"]
    with opened(place) as at:
        assert at.open(made["fenna"]).status == 200


# Told


def test_the_status_tells_who_was_asked_and_what_came_of_it(folder: Path, place: Place) -> None:
    with LiveNetwork(place.open()) as live:
        asked(live, "nobody")
    links(folder, *CSV)
    made = in_csv(folder / "links.csv")
    with opened(place) as at:
        at.open(made["fenna"]).follow("Dit klopt niet").send(name="Fenna Jansen")
        at.open(made["bram"]).follow("Haal mij eruit").send()
    output = links(folder, "--status").output
    assert re.search(
        rf"^answered +{today()} +\d{{4}}-\d\d-\d\d +{today()} corrected +fenna +Fenna Jansen$", output, re.MULTILINE
    )
    assert re.search(rf"^asked +{today()} +\d{{4}}-\d\d-\d\d +- +tom +Tom Heijnen$", output, re.MULTILINE)
    assert "bram" not in output
    assert "nobody" not in output
    assert output.endswith("0 not sent, 0 refused, 2 asked, 0 expired, 1 answered.\n")


def test_ten_thousand_links_take_less_than_ten_seconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STORE.name, f"sqlite:///{tmp_path / 'network.db'}")
    load(tmp_path, [node("Person", f"p{i}", email=f"p{i}@example.org") for i in range(10_000)])
    begun = time.process_time()
    assert links(tmp_path, "--all", "--format", "xlsx", "--output", "links.xlsx").code == 0
    assert time.process_time() - begun < 10
    assert len(in_xlsx(tmp_path / "links.xlsx")) == 10_000


# Served


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The service as a process of its own: its address, and in the end everything that it said."""
    said: list[str] = []
    with subprocess.Popen(
        [sys.executable, "-c", "from server.command_line import main; main()", "serve", "--port", "0"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            first = process.stdout.readline()
            found = re.search(r"http://[^/\s]+", first)
            assert found, first
            yield found[0], said
        finally:
            process.send_signal(signal.SIGINT)
            said += [first, *process.stdout]
            process.wait(30)


def test_serve_answers_links_and_says_nothing_of_whom_and_what(folder: Path) -> None:
    links(folder, *CSV)
    made = in_csv(folder / "links.csv")
    tokens = {who: link.rpartition("/")[2] for who, link in made.items()}
    with serving(folder) as (address, said):
        for token in (*tokens.values(), "x" * 40):
            httpx2.get(f"{address}/confirm/{token}", timeout=30)
        form = {"answer": "confirm", "version": "1"}
        assert httpx2.post(f"{address}/confirm/{tokens['fenna']}", data=form, timeout=30).status_code == 200
        assert httpx2.post(f"{address}/confirm/{tokens['fenna']}", data=form, timeout=30).status_code == 410
        assert (
            httpx2.post(f"{address}/confirm/{tokens['tom']}", data={"answer": "leave"}, timeout=30).status_code == 200
        )
        assert httpx2.get(f"{address}/nowhere/{tokens['bram']}", timeout=30).status_code == 404
    everything = "".join(said)
    assert "answers at" in everything
    for secret in (*tokens.values(), "Fenna", "Heijnen", "f.dirks", "x" * 40, "/confirm/"):
        assert secret not in everything


def test_serve_does_not_begin_with_a_key_that_can_be_guessed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LINK_KEYS.name, "short")
    ran = korte_lijnen(folder, "serve", "--port", "0")
    assert ran.code == 1
    assert LINK_KEYS.name in ran.error
