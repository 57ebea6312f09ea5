"""A real OpenID provider, `oidc-provider` from npm, in a process of its own."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
from joserfc.jwk import ECKey, Key, RSAKey

FOLDER = Path(__file__).parent / "provider"
AUDIENCE = "https://kaart.example.org"
CLIENT_ID, CLIENT_SECRET = "korte-lijnen", "a secret: with +, %, / and =&"

Account = Mapping[str, object]

ACCOUNTS: Mapping[str, Account] = {
    "fenna": {"email": "F.Dirks@Example.org", "email_verified": True, "name": "Fenna D."},
    "mehmet": {"email": "m.yilmaz@example.org", "email_verified": False, "name": "Mehmet Yılmaz"},
    "stranger": {"email": "stranger@example.org", "email_verified": True, "preferred_username": "stranger"},
    "double": {"email": "info@example.org", "email_verified": True, "name": "Desk"},
    "tess": {"email": "tess@example.org", "email_verified": True, "name": "Tess Smeets", "roles": ["x", "keepers"]},
    "two faces": {"name": "Two Faces", "userinfo": {"sub": "fenna", "email": "f.dirks@example.org"}},
    "anna": {"email": "f.dirks@example.org", "email_verified": True, "name": "Anna", "roles": "operators"},
}
"""Who has an account, and what the provider says of them."""

PROGRAMS = {"importer": ["keepers"], "reader": []}
"""The programs that have access tokens, and their roles."""


def rsa_key() -> Key:
    return RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"}, auto_kid=True)


def ec_key() -> Key:
    return ECKey.generate_key("P-256", {"use": "sig", "alg": "ES256"}, auto_kid=True)


@dataclass
class ProviderProcess:
    """A provider on a port of its own, which stays its own while it is stopped. The first key signs."""

    folder: Path
    port: int
    service: str
    keys: Sequence[Key] = field(default_factory=lambda: (rsa_key(),))
    process: subprocess.Popen[str] | None = None

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, *keys: Key, ways: Sequence[str] | None = None, **client: object) -> None:
        """Start it, with new keys where some are given, with more members of the client, and with certain ways alone
        in which clients show who they are."""
        self.stop()
        self.keys = keys or self.keys
        at = {"redirect_uris": [f"{self.service}/sign-in/answer"], "post_logout_redirect_uris": [f"{self.service}/"]}
        client = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, **at, **client}
        settings = {
            "port": self.port,
            "keys": [key.as_dict(private=True) for key in self.keys],
            "accounts": ACCOUNTS,
            "programs": PROGRAMS,
            "audience": AUDIENCE,
            "client": {name: value for name, value in client.items() if value is not None},
            "ways": ways,
        }
        self.process = subprocess.Popen(
            ["node", "provider.mjs", json.dumps(settings)],
            cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "ready\n"

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def access_token(self, program: str) -> str:
        """A token that a program gets for itself."""
        answer = httpx2.post(
            f"{self.issuer}/token", auth=(program, "secret of a program"), data={"grant_type": "client_credentials"}
        )
        token: Any = answer.json()["access_token"]
        return str(token)


def installed() -> Path:
    """The folder of the provider with its packages, outside the checkout and kept there for the next run."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        pytest.fail("the provider runs on Node.js 20 or newer: apt-get install nodejs npm, or brew install node")
    files = [path for path in sorted(FOLDER.iterdir()) if path.is_file()]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "korte-lijnen"
    folder = cache / f"sign-in-provider-{digest[:12]}"
    if not (folder / "installed").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("node_modules"))
        npm = subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=folder, capture_output=True, text=True, check=False)
        assert npm.returncode == 0, npm.stderr
        (folder / "installed").touch()
    return folder
