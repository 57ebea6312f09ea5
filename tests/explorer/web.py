"""The source of the page, with its packages as they are locked."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

WEB = CHECKOUT / "web"


def installed() -> Path:
    """The folder web/, with node_modules of its lock; they are installed where they are not."""
    if shutil.which("npm") is None:
        pytest.fail("The tests of the explorer need Node.js 20.19 or newer: apt-get install --yes nodejs npm")
    locked = hashlib.sha256((WEB / "package-lock.json").read_bytes()).hexdigest()
    mark = WEB / "node_modules" / ".installed"
    if not mark.is_file() or mark.read_text() != locked:
        ran = subprocess.run(
            ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
            cwd=WEB,
            check=False,
            capture_output=True,
            text=True,
            timeout=500,
        )
        if ran.returncode:
            pytest.fail(f"npm ci in {WEB} failed: {ran.stderr[-2_000:]}")
        mark.write_text(locked)
    return WEB
