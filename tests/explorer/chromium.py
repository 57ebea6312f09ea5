"""The browser that the tests look with: the system's own Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

HOW_TO_GET = ("apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""WebGL is drawn in software; the browser talks to nobody but the page."""


def chromium() -> str:
    """The path of Chromium, installed where it is missing and that is possible; else a failure that says how to."""
    found = _found()
    if found is None and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "--quiet"], check=False, capture_output=True, timeout=300)
        subprocess.run(HOW_TO_GET, check=False, capture_output=True, timeout=500)
        found = _found()
    if found is None:
        pytest.fail(f"The tests of the explorer need Chromium: {' '.join(HOW_TO_GET)}")
    return found


def _found() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
