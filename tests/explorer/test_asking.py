"""What a coordinator asks, as they would ask it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.explorer.choosing import choose
from tests.explorer.service import asked


def test_whom_to_call_at_secondary_education_in_heerlen_and_who_introduces(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Sector").select_option(label="\u00a0\u00a0Voortgezet onderwijs")
    page.get_by_label("Gebied").select_option("GM0917")
    page.get_by_label("Thema").fill("gezonde kantine")
    choose(page, "Ik ben", "noor va", "Noor Vaessen")
    page.get_by_role("button", name="Zoek", exact=True).click()
    first, second = page.locator("li.contact").nth(0), page.locator("li.contact").nth(1)
    expect(first.get_by_role("heading")).to_contain_text("Roel Kerckhoffs")
    expect(first).to_contain_text("administratie@19qc00.example.org")
    expect(second).to_contain_text("Vervanger: Tom Heijnen")
    first.get_by_text("De lijn erheen").click()
    assert first.locator("ol.people > li > a").all_inner_texts() == [
        "Noor Vaessen\n(persoon)",
        "Fenna Dirks\n(persoon)",
        "Roel Kerckhoffs\n(persoon)",
    ]
    first.get_by_text("Waarom").click()
    expect(first).to_contain_text("doet dit werk: coördinator gezonde school (5)")
    first.get_by_text("E-mail aan Fenna Dirks").click()
    draft = first.get_by_role("textbox").input_value()
    assert "Roel Kerckhoffs" in draft
    assert "gezonde kantine" in draft
    assert draft.endswith("Noor Vaessen")


def test_searching_suggests_while_typing_and_leads_to_the_page(page: Page, address: str) -> None:
    page.goto(address)
    field = page.get_by_role("combobox", name="Zoeken")
    field.press_sequentially("jenaplanschool vl")
    expect(page.locator("[role=option]").first).to_contain_text("Jenaplanschool De Vlieger")
    field.press("ArrowDown")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jenaplanschool De Vlieger")
    expect(page.locator("dl.facts")).to_contain_text("DUO 00BW00")
    page.get_by_role("link", name="MOVARE").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("MOVARE")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Jenaplanschool De Vlieger")
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("MOVARE")


def test_a_search_is_narrowed_by_kind_and_area(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("combobox", name="Zoeken").fill("jeugd")
    page.get_by_role("combobox", name="Zoeken").press("Enter")
    page.get_by_label("Soort").select_option("PERSON")
    page.locator("form.question").get_by_role("button", name="Zoeken").click()
    expect(page.locator("main ul.results li").first).to_contain_text("(persoon)")
    told = asked(address, '{ network { search(text: "jeugd", kinds: [PERSON]) { totalCount } } }')
    expect(page.get_by_text(f"{told['network']['search']['totalCount']} gevonden")).to_be_visible()  # type: ignore[index]


def test_the_line_between_two_its_alternatives_and_ways_around(page: Page, address: str) -> None:
    page.goto(f"{address}?view=line")
    choose(page, "Van", "noor vaessen", "Noor Vaessen")
    choose(page, "Naar", "ilse scho", "Ilse Schoenmakers")
    page.get_by_role("button", name="Zoek de lijn").click()
    best = page.locator("article.oneLine").first
    expect(best).to_contain_text("2 handdrukken")
    between = best.locator("ol.people > li > a").nth(1).inner_text().removesuffix("\n(persoon)")
    expect(page.get_by_role("heading", name="Andere wegen")).to_be_visible()
    best.get_by_role("link", name=f"Niet via {between}").click()
    expect(page.locator("article.oneLine ol.people a").filter(has_text=between)).to_have_count(0)
    page.go_back()
    page.locator("article.oneLine").first.get_by_role("link", name=f"Alleen via {between}").click()
    expect(page.locator("article.oneLine").first).to_contain_text(between)
    assert "via=" in page.url


def test_that_there_is_no_line_is_an_answer(page: Page, address: str) -> None:
    page.goto(f"{address}?view=line&from=p-001&to=p-140&most=2")
    expect(page.get_by_text("meer handdrukken dan u toestaat")).to_be_visible()
    page.locator("main").get_by_role("link", name="handdrukken").click()
    expect(page.locator("article.oneLine").first).to_be_visible()


def test_the_table_of_a_coalition_says_in_words_what_is_missing_and_a_cell_shows_its_gap(
    page: Page, address: str
) -> None:
    page.goto(f"{address}?view=node&id=k-parkstad")
    table = page.get_by_role("table")
    expect(table.get_by_role("row", name="Voortgezet onderwijs")).to_contain_text("geen zetel")
    assert table.locator("thead th").all_inner_texts()[1:4] == ["Beekdaelen", "Brunssum", "Heerlen"]
    expect(page.get_by_text("hoeveel kinderen is onbekend")).to_be_visible()
    assert page.locator("li.gap").count() == 6
    table.get_by_role("link", name="verlopen : Kinderopvang, Heel het gebied").click()
    expect(page.locator("li.gap")).to_have_count(1)
    expect(page.locator("li.gap")).to_contain_text("576 kindplaatsen (100% van het gebied)")
    expect(page.locator("section.chosen")).to_contain_text("Zetel kinderopvang Parkstad")
    page.get_by_role("link", name="Toon alles wat ontbreekt").click()
    expect(page.locator("li.gap")).to_have_count(6)


def test_any_date_and_two_dates_side_by_side(page: Page, address: str) -> None:
    page.goto(f"{address}?view=node&id=k-parkstad")
    page.get_by_label("Op datum").fill("2025-06-01")
    page.get_by_label("Vergelijk met").fill("2026-11-24")
    then, now = page.get_by_role("region", name="Op 1 jun 2025"), page.get_by_role("region", name="Op 24 nov 2026")
    expect(now).to_contain_text("5 van 11 plaatsen bezet")
    expect(then.locator(".filled")).not_to_contain_text("5 van 11")
    page.get_by_role("link", name="Niet meer vergelijken").click()
    expect(page.get_by_text("5 van 11")).to_have_count(0)
    assert "on=2025-06-01" in page.url


def test_who_is_who_is_a_list_to_print_and_a_spreadsheet(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}?view=list")
    page.get_by_label("Coalitie").select_option("k-parkstad")
    page.get_by_role("button", name="Toon").click()
    rows = page.locator("table.who tbody tr")
    expect(rows).not_to_have_count(100)
    count = rows.count()
    assert "coalition=k-parkstad" in page.url
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Download").click()
    downloading.value.save_as(tmp_path / "list.csv")
    written = (tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(written) >= count + 1
    pdf = page.pdf(path=tmp_path / "list.pdf", prefer_css_page_size=True)
    assert b"/MediaBox [0 0 594" in pdf or b"/MediaBox [0 0 595" in pdf
    page.emulate_media(media="print")
    expect(page.locator("header.top")).to_be_hidden()
    expect(rows.first).to_be_visible()


def test_a_link_opens_the_same_in_the_language_it_says(page: Page, address: str) -> None:
    page.goto(f"{address}?view=contacts&sector=VO&area=GM0917&theme=kantine&from=p-001&on=2026-10-01&lang=en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Whom do I need?")
    expect(page.get_by_label("Theme")).to_have_value("kantine")
    expect(page.get_by_label("On date")).to_have_value("2026-10-01")
    expect(page.locator("main").get_by_role("combobox", name="I am")).to_have_value("Noor Vaessen")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Nederlands").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie heb ik nodig?")
    assert "on=2026-10-01" in page.url
