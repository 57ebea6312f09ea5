"""The report of a coalition: its content for each viewer, its writers, and the command that writes it."""

from __future__ import annotations

import io
import re
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import orjson
import pytest
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from graph.report.content import Report
from graph.representation import representation
from graph.viewers import ANYBODY, Role, Viewer
from graph.vocabulary import Mandate, Visibility
from resolvers.reports import report
from seeds import demo_lines
from server.reports.blocks import Figure, Table
from server.reports.drawing import Bar, Box, Fill, Line, Part, Words, bars
from server.reports.page import page
from server.reports.paper import paper
from server.reports.pdf import pdf
from server.reports.words import EN, LANGUAGES, NL
from tests.asking import Asking, sqlite_asking
from tests.explorer.chromium import FLAGS, chromium
from tests.graph.lines_by_hand import coalition, holds, municipality, rule, seat, sector
from tests.graph.networks import at, node, person, relation
from tests.running import korte_lijnen

STEWARD = Viewer("Tess", Role.STEWARD)
MEMBER = Viewer("Tess", Role.MEMBER, coalitions=frozenset(("k-parkstad",)))
NASTY = "Łukasz <b>& 'zoon'</b> \"Ğ\" <script>alert(1)</script>"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    asking = sqlite_asking(tmp_path_factory.mktemp("demo"), (line for _, _, line in demo_lines()))
    yield asking
    asking.live.close()


def made(demo: Asking, viewer: Viewer = STEWARD) -> Report:
    return report(demo.by(viewer).context(), "k-parkstad", None)


def words_of(file: bytes) -> str:
    """The text of a PDF, with one space between words."""
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(file)).pages).split())


def test_the_report_holds_the_seats_gaps_and_departures_that_the_service_answers(demo: Asking) -> None:
    found = made(demo)
    cut = demo.context().on(None)
    assert found.representation == representation(cut, at(cut, "k-parkstad"))
    heerlen = next(row for row in found.seats if row.seat.id == "z-pk-heerlen")
    assert (heerlen.holder, heerlen.mandate, heerlen.since) == ("Esther Kuijpers", Mandate.DECIDE, date(2024, 7, 1))
    assert (heerlen.organisations, heerlen.municipalities) == (("Heerlen",), ("Heerlen",))
    document = '{ network { analysis { departure(person: "p-120") { linesLost linesLonger cellsLost { id } } } } }'
    asked = demo.data(document)["network"]["analysis"]["departure"]
    (lost,) = (row for row in found.departures or () if row.name == "Esther Kuijpers")
    assert (asked["linesLost"], asked["linesLonger"]) == (lost.departure.lines_lost, lost.departure.lines_longer)
    assert lost.cells == ((("Gemeente",), "Heerlen"),)
    gaps = demo.network('representation(coalition: "k-parkstad") { gaps { candidates(first: 3) { person { name } } } }')
    named = [[one["person"]["name"] for one in gap["candidates"]] for gap in gaps["representation"]["gaps"]]
    assert [[one.name for one in row.candidates] for row in found.gaps] == named


def test_people_are_ranked_for_members_of_the_coalition_and_stewards_only(demo: Asking) -> None:
    assert made(demo, MEMBER).departures
    elsewhere = Viewer("Tess", Role.MEMBER, coalitions=frozenset(("k-westelijk",)))
    for viewer in (ANYBODY, elsewhere):
        found = made(demo, viewer)
        assert found.departures is None
        assert NL.not_ranked in page(paper(found, NL))


def test_a_report_for_everybody_names_nobody_who_is_for_members(demo: Asking) -> None:
    everybody, all_ = demo.by(ANYBODY).context().on(None), demo.context().on(None)
    names = {all_.node(one).name for one in all_.of_kind("Person")}
    public = {everybody.node(one).name for one in everybody.of_kind("Person")}
    full, cut_down = page(paper(made(demo), NL)), page(paper(made(demo, ANYBODY), NL))
    assert sum(name in full for name in names - public) > 10
    assert [name for name in names - public if name in cut_down] == []
    assert cut_down.count(NL.hidden_holder) > 3


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_writers_say_the_same(demo: Asking, language: str) -> None:
    written = paper(made(demo), LANGUAGES[language])
    html, printed = page(written), words_of(pdf(written))
    for text in (written.title, written.subtitle, "Esther Kuijpers", "Esra Yıldız", "576", written.foot):
        assert text in html
        assert text in printed
    assert f'<html lang="{language}">' in html
    assert html.count("<svg") == 3
    tables = [block for block in written.blocks if isinstance(block, Table)]
    for cell in (cell for table in tables for row in table.rows for cell in row):
        for text in (text for entry in cell for text in (entry.text, *entry.notes)):
            assert text.replace(" ", "") in printed.replace(" ", "")


def test_names_are_no_markup(tmp_path: Path) -> None:
    lines = [*sector("VO"), person("x", name=NASTY), *coalition("k")]
    asking = sqlite_asking(tmp_path, [*lines, *seat("z", "k", holder="x")])
    written = paper(report(asking.by(STEWARD).context(), "k", None), NL)
    asking.live.close()
    assert "<script" not in page(written)
    assert "Łukasz &lt;b&gt;&amp; &#x27;zoon&#x27;" in page(written)
    assert NASTY in words_of(pdf(written))


def test_a_large_coalition_takes_many_pages(tmp_path: Path) -> None:
    towns = [line for number in range(60) for line in municipality(f"town-{number}", "r", name=f"A town {number} " * 9)]
    needed = rule("VO", per="MUNICIPALITY")
    lines = [*sector("VO"), node("Region", "r"), *towns, person("x"), *coalition("k", needed, active="r")]
    everywhere = [line["id"] for line in towns if "node" in line]
    lines += seat("z", "k", covers=everywhere, holder="x", name="a seat " * 140)
    asking = sqlite_asking(tmp_path, [*lines, *coalition("empty", needed, active="r")])
    filled, empty = (paper(report(asking.by(STEWARD).context(), id, None), EN) for id in ("k", "empty"))
    asking.live.close()
    assert [len(PdfReader(io.BytesIO(pdf(written))).pages) > 2 for written in (filled, empty)] == [True, True]
    assert "The first 25 of 60 are drawn." in page(empty)


def test_bars_are_told_apart_by_pattern_and_figures() -> None:
    parts = (Part(2, Fill.SOLID), Part(1, Fill.HATCHED), Part(1, Fill.EMPTY))
    drawn = bars([Bar("Gemeente", parts, "2 van 4"), Bar("Niets", (), "onbekend")], [(Fill.SOLID, "bezet")])
    solid, hatched, empty, key = (shape for shape in drawn.shapes if isinstance(shape, Box))
    assert (solid.black, hatched.black, empty.black, key.black) == (True, False, False, True)
    assert solid.width == pytest.approx(2 * hatched.width)
    hatching = [shape for shape in drawn.shapes if isinstance(shape, Line)]
    assert hatching
    for line in hatching:
        assert hatched.x <= min(line.x1, line.x2) <= max(line.x1, line.x2) <= hatched.x + hatched.width
        assert hatched.y <= min(line.y1, line.y2) <= max(line.y1, line.y2) <= hatched.y + hatched.height
    words = [shape.text for shape in drawn.shapes if isinstance(shape, Words)]
    assert words == ["Gemeente", "2 van 4", "Niets", "onbekend", "bezet"]


def test_what_is_unknown_is_drawn_as_unknown_and_not_as_nothing(demo: Asking) -> None:
    written = paper(made(demo), EN)
    figures = [block for block in written.blocks if isinstance(block, Figure)]
    (gaps,) = (figure for figure in figures if figure.caption == EN.gaps_figure)
    assert EN.weight_unknown in [shape.text for shape in gaps.drawing.shapes if isinstance(shape, Words)]


def test_the_log_is_read_from_the_day_of_the_meeting_on(tmp_path: Path) -> None:
    today = date.today()  # noqa: DTZ011 - the log has the clock's own days
    met = today - timedelta(days=10)
    meeting = [node("Meeting", "overleg", date=met.isoformat()), relation("HELD_BY", "overleg", "k")]
    people = [person(f"p{number}") for number in range(6)]
    asking = sqlite_asking(tmp_path, [*sector("VO"), *people, *coalition("k"), *meeting])
    for number in range(6):
        asking.write([*seat(f"z{number}", "k"), holds(f"p{number}", f"z{number}")])
    with sqlite3.connect(tmp_path / "network.db") as file:
        for version in range(1, 8):
            at = met + timedelta(days=version - 5)  # the fifth change was made on the day of the meeting
            file.execute("UPDATE changes SET at = ? WHERE version = ?", (f"{at}T12:00:00.000000+00:00", version))
    file.close()
    context = Asking(asking.live, today, STEWARD).context()
    found = report(context, "k", None).since
    asking.live.close()
    assert found is not None
    assert found.entered is None
    assert [event.names[0] for event in found.events if event.sort == "Seat"] == ["z3", "z4", "z5"]


def test_the_command_writes_a_page_and_a_pdf(tmp_path: Path) -> None:
    assert korte_lijnen(tmp_path, "load", "--demo").code == 0
    for name in ("report.html", "report.pdf"):
        ran = korte_lijnen(tmp_path, "report", "k-parkstad", "--on", "2026-11-15", "--output", name)
        assert (ran.code, ran.output, ran.error) == (0, f"{name} is there.\n", "")
    assert PdfReader(tmp_path / "report.pdf").metadata is not None
    as_member = ("--as", "member", "--lang", "en", "--on", "2026-11-15")
    assert korte_lijnen(tmp_path, "report", "k-parkstad", *as_member, "--output", "member.html").code == 0
    assert EN.seen_by[Visibility.MEMBER] in (tmp_path / "member.html").read_text(encoding="utf-8")
    _prints_on_a4(tmp_path / "report.html")


def test_what_cannot_be_reported_is_told(tmp_path: Path) -> None:
    lines = [*coalition("k"), person("p"), node("Coalition", "later", phase="FORMING", since="2030-01-01")]
    file = tmp_path / "network.jsonl"
    file.write_bytes(b"\n".join(map(orjson.dumps, lines)))
    assert korte_lijnen(tmp_path, "load", str(file)).code == 0
    for arguments, code, said in (
        (["nobody", "--output", "x.html"], 1, "nobody"),
        (["later", "--on", "2029-01-01", "--output", "x.html"], 1, "later"),
        (["p", "--output", "x.html"], 1, "Person"),
        (["k", "--output", "x.docx"], 2, ".html, .pdf"),
        (["k", "--on", "tomorrow", "--output", "x.pdf"], 2, "tomorrow"),
        (["k", "--output", "nowhere/x.pdf"], 1, "cannot be written"),
    ):
        ran = korte_lijnen(tmp_path, "report", *arguments)
        assert (ran.code, said in ran.error) == (code, True), ran.error
    assert not [*tmp_path.glob("x.*")]


def _prints_on_a4(file: Path) -> None:
    """A browser prints the page on a few sheets of A4, and finds nothing in it that is wider than the sheet."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        sheet = browser.new_page(viewport={"width": 665, "height": 1000})
        said: list[str] = []
        sheet.on("console", lambda message: said.append(message.text))
        sheet.goto(file.as_uri())
        assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")
        printed = PdfReader(io.BytesIO(sheet.pdf(prefer_css_page_size=True)))
        browser.close()
    assert said == []
    assert 3 <= len(printed.pages) <= 5
    assert [round(float(side)) for side in printed.pages[0].mediabox[2:]] == [595, 842]
    assert "Esra Yıldız" in re.sub(r"\s+", " ", "".join(one.extract_text() for one in printed.pages))
