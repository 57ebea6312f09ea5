"""Fields with suggestions, as a person fills them in."""

from __future__ import annotations

from playwright.sync_api import Page


def choose(page: Page, label: str, typed: str, name: str) -> None:
    """Type in a field with suggestions, and choose one."""
    field = page.locator("main").get_by_role("combobox", name=label, exact=True)
    field.fill(typed)
    page.get_by_role("option").filter(has_text=name).first.click()
