"""For everybody: accessible, by keyboard alone, on small screens, and when the service is slow or away."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.explorer.axe import violations
from tests.explorer.service import served
from tests.neo4j_server.server import free_port

VIEWS = {
    "home": "",
    "contacts": "?view=contacts&sector=VO&area=GM0917&theme=gezonde+kantine&from=p-001",
    "line": "?view=line&from=p-001&to=p-021",
    "coalition": "?view=node&id=k-parkstad",
    "person": "?view=node&id=p-021",
    "school": "?view=node&id=duo-00BW00",
    "two dates": "?view=node&id=k-parkstad&on=2025-06-01&with=2026-11-24",
    "list": "?view=list&area=GM0917",
    "search": "?view=search&text=jeugd",
    "drawing": "?view=draw&around=p-001",
    "writing": "?view=write",
    "seat": "?view=write&do=seat&coalition=k-parkstad",
    "meeting": "?view=write&do=meeting",
    "worklists": "?view=work",
}


def settled(page: Page) -> None:
    expect(page.locator("main h1").first).to_be_visible()
    expect(page.locator("[aria-busy=true]")).to_have_count(0, timeout=20_000)
    page.evaluate("for (const details of document.querySelectorAll('main details')) details.open = true")
    expect(page.locator("[aria-busy=true]")).to_have_count(0, timeout=20_000)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_accessible_light_and_dark_and_fits_a_telephone(page: Page, address: str, view: str) -> None:
    page.goto(address + VIEWS[view])
    settled(page)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    page.set_viewport_size({"width": 375, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_whom_to_call_is_found_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_label("Sector").locator("option")).not_to_have_count(1)
    press = page.keyboard.press
    press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    press("Enter")
    press("Tab")
    expect(page.get_by_label("Sector")).to_be_focused()
    page.keyboard.type("Voortgezet o")
    press("Tab")
    page.keyboard.type("Heer")
    press("Tab")
    page.keyboard.type("gezonde kantine")
    press("Enter")
    expect(page.locator("li.contact").first).to_contain_text("Ilse Schoenmakers")
    expect(page.locator("main")).to_be_focused()


def test_suggestions_are_chosen_and_told_by_keyboard(page: Page, address: str) -> None:
    page.goto(address)
    field = page.get_by_role("combobox", name="Zoeken")
    field.press_sequentially("parkstad coalitie")
    expect(page.locator(".finder [role=status]")).to_contain_text("suggesties")
    field.press("ArrowDown")
    chosen = page.locator(".finder [role=option][aria-selected=true]")
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    field.press("Escape")
    expect(page.locator(".finder [role=listbox]")).to_be_hidden()


def test_a_slow_service_is_waited_for_and_said_to_be_slow(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("ul.cards")).to_be_visible()
    held: list[Route] = []

    def held_back(route: Route) -> None:
        held.append(route)

    page.route("**/graphql", held_back)
    page.get_by_label("Thema").fill("kantine")
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.get_by_text("Even zoeken…")).to_be_visible()
    expect(page.get_by_text("Het duurt langer dan gewoonlijk")).to_be_visible(timeout=7_000)
    for route in held:
        route.continue_()
    expect(page.locator("li.contact").first).to_be_visible()


def test_a_service_that_is_away_is_said_to_be_and_asked_again_when_it_is_back(page: Page, own_folder: Path) -> None:
    port = free_port()
    with served(own_folder, "--demo", port=port) as address:
        page.goto(f"{address}?view=contacts")
        expect(page.get_by_label("Sector").locator("option")).not_to_have_count(1)
    page.get_by_label("Thema").fill("kantine")
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("De dienst is niet te bereiken.")
    expect(page.get_by_label("Thema")).to_have_value("kantine")
    with served(own_folder, "--demo", port=port):
        page.get_by_role("button", name="Probeer het opnieuw").click()
        expect(page.locator("li.contact").first).to_be_visible()


def test_anybody_sees_what_is_public_and_cannot_write(page: Page, own_folder: Path) -> None:
    with served(own_folder) as address:
        page.goto(f"{address}?view=node&id=k-parkstad")
        expect(page.get_by_role("table")).to_contain_text("niet zichtbaar")
        expect(page.get_by_role("link", name="Bijhouden")).to_have_count(0)
        page.goto(f"{address}?view=node&id=p-001")
        expect(page.get_by_role("alert")).to_contain_text("Dit is er niet, of u mag het niet zien.")
        page.goto(f"{address}?view=write&do=person")
        expect(page.get_by_text("Inloggen is nodig")).to_be_visible()
