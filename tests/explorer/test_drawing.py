"""The drawing: it begins somewhere, grows when asked, goes by keyboard, and is a table where nothing can be drawn."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect


def drawn(page: Page) -> None:
    expect(page.locator(".canvas")).to_have_attribute("aria-busy", "false", timeout=20_000)


def rows(page: Page) -> int:
    """How many relations are drawn, as the table tells."""
    table = page.locator("details.table")
    if table.get_attribute("open") is None:
        table.locator("summary").click()
    expect(table.locator("tbody tr").first).to_be_visible()
    return table.locator("tbody tr").count()


def test_it_begins_where_asked_and_its_library_comes_only_then(page: Page, address: str) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{address}?view=node&id=k-parkstad")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert not any("picture" in url for url in loaded)
    page.get_by_role("link", name="Teken de omgeving").click()
    drawn(page)
    assert any("picture" in url for url in loaded)
    expect(page.locator("ul.legend")).to_contain_text("coalitie, zetel (14)")


def test_the_legend_hides_and_shows_and_back_undoes(page: Page, address: str) -> None:
    page.goto(f"{address}?view=draw&around=k-parkstad")
    drawn(page)
    before = rows(page)
    seats = page.locator("ul.legend button").filter(has_text="coalitie, zetel")
    seats.click()
    expect(seats).to_have_attribute("aria-pressed", "false")
    drawn(page)
    assert rows(page) < before
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(seats).to_have_attribute("aria-pressed", "true")
    assert rows(page) == before


def test_by_keyboard_to_a_neighbour_pinned_expanded_and_opened(page: Page, address: str) -> None:
    page.goto(f"{address}?view=draw&around=p-021")
    drawn(page)
    before = rows(page)
    page.locator(".canvas").focus()
    page.keyboard.press("ArrowRight")
    live = page.locator(".live")
    expect(live).to_contain_text("Ilse Schoenmakers, persoon")
    page.keyboard.press("ArrowRight")
    expect(live).not_to_contain_text("Ilse Schoenmakers, persoon")
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("pinned="))
    drawn(page)
    page.locator(".addition").first.click()
    expect(page).to_have_url(re.compile("more="))
    expect(page.locator("details.table tbody tr")).not_to_have_count(before)
    assert rows(page) > before
    page.locator(".canvas").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("view=node"))


def test_a_facet_lights_what_belongs_to_it(page: Page, address: str) -> None:
    page.goto(f"{address}?view=draw&around=k-parkstad")
    drawn(page)
    page.wait_for_timeout(300)
    before = page.locator(".canvas").screenshot()
    with page.expect_response("**/graphql"):
        page.locator(".facets").get_by_label("Sector").select_option("GEM")
    expect(page).to_have_url(re.compile("sector=GEM"))
    page.wait_for_timeout(700)
    assert page.locator(".canvas").screenshot() != before


def test_the_drawing_is_saved_as_a_picture_and_as_a_table(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}?view=draw&around=p-001,p-006,p-021&path=p-001,p-006,p-021")
    drawn(page)
    expect(page.get_by_text("De lijn is vet")).to_be_visible()
    for button, name, first in (("Bewaar als PNG", "a.png", b"\x89PNG"), ("Bewaar als SVG", "a.svg", b"<svg")):
        with page.expect_download() as downloading:
            page.get_by_role("button", name=button).click()
        downloading.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(first)
    assert "Noor Vaessen" in (tmp_path / "a.svg").read_text(encoding="utf-8")
    count = rows(page)
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Bewaar als CSV").click()
    downloading.value.save_as(tmp_path / "a.csv")
    assert len((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()) == count + 1


def test_a_picture_that_lost_its_context_is_drawn_anew(page: Page, address: str) -> None:
    page.goto(f"{address}?view=draw&around=p-001")
    drawn(page)
    lose = "canvas => canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()"
    page.locator(".canvas canvas.sigma-nodes").evaluate(lose)
    page.wait_for_timeout(1_500)
    drawn(page)
    assert page.locator(".canvas canvas.sigma-nodes").count() == 1
    assert page.locator(".canvas canvas.sigma-nodes").evaluate("canvas => !canvas.getContext('webgl2').isContextLost()")


def test_without_webgl_everything_is_in_the_table(flat_page: Page, address: str) -> None:
    flat_page.goto(f"{address}?view=draw&around=k-parkstad")
    expect(flat_page.get_by_text("Tekenen kan hier niet")).to_be_visible()
    assert rows(flat_page) > 50
    expect(flat_page.get_by_role("region", name="Tabel").get_by_role("link", name="Noor Vaessen").first).to_be_visible()
