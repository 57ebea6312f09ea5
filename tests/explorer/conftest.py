"""A browser, the demo network, and a page that opens on it.

All of it ends with these tests: while a browser of Playwright is there, its event loop runs in the thread of the tests,
and no other can.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.explorer.chromium import FLAGS, chromium
from tests.explorer.service import loaded, served


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
    yield browser
    browser.close()


@pytest.fixture
def flat_page(playwright: Playwright) -> Iterator[Page]:
    """A page in a browser without WebGL."""
    browser = playwright.chromium.launch(executable_path=chromium(), args=[*FLAGS, "--disable-3d-apis"])
    yield browser.new_page(locale="nl-NL")
    browser.close()


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo network, in which nothing is written."""
    with served(loaded(tmp_path_factory.mktemp("demo")), "--demo") as address:
        yield address


@pytest.fixture(scope="package")
def own_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo network, to write in."""
    return loaded(tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="package")
def own_address(own_folder: Path) -> Iterator[str]:
    with served(own_folder, "--demo") as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page; whatever its scripts complain of fails the test, refused answers apart."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(8_000)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    context.close()
    assert faults == []
