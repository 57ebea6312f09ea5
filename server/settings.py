"""Everything that is set from outside, in one list. What only one command needs is an option of that command."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """A variable of the environment, what holds where it is not set, and what it is for."""

    name: str
    default: str | None
    meaning: str

    def value(self) -> str | None:
        """What it is set to, or its default. Set to nothing is not set."""
        return os.environ.get(self.name) or self.default


STORE = Setting(
    "KORTE_LIJNEN_STORE",
    "sqlite:///korte-lijnen.db",
    "The store that keeps the network: sqlite:///file.db, sqlite:////whole/path/file.db or neo4j://host.",
)
NEO4J_USER = Setting("KORTE_LIJNEN_NEO4J_USER", None, "The user of Neo4j, where it asks for one.")
NEO4J_PASSWORD = Setting("KORTE_LIJNEN_NEO4J_PASSWORD", None, "The password of that user.")

ADDRESS = Setting(
    "KORTE_LIJNEN_ADDRESS",
    None,
    "The address at which people reach the service, such as https://kaart.example.org.",
)

# Signing in (see docs/signing-in.md): nobody can where no provider is named.
OIDC_ISSUER = Setting(
    "KORTE_LIJNEN_OIDC_ISSUER", None, "The provider that people sign in with (OpenID Connect), by its issuer's address."
)
OIDC_CLIENT_ID = Setting("KORTE_LIJNEN_OIDC_CLIENT_ID", None, "The id under which the provider knows this service.")
OIDC_CLIENT_SECRET = Setting(
    "KORTE_LIJNEN_OIDC_CLIENT_SECRET", None, "The secret that goes with that id, where the provider gave one."
)
OIDC_SCOPES = Setting(
    "KORTE_LIJNEN_OIDC_SCOPES", "openid profile email", "What is asked of the provider, separated by spaces."
)
OIDC_VERIFIED = Setting(
    "KORTE_LIJNEN_OIDC_VERIFIED_CLAIM",
    "email_verified",
    "The claim by which the provider says that an e-mail address is somebody's own.",
)
OIDC_ROLE = Setting(
    "KORTE_LIJNEN_OIDC_ROLE_CLAIM",
    "roles",
    "The claim that holds somebody's roles; one within another is written as realm_access.roles.",
)
OIDC_STEWARD = Setting(
    "KORTE_LIJNEN_OIDC_STEWARD", None, "The roles that make somebody a steward, separated by commas."
)
OIDC_ADMINISTRATOR = Setting(
    "KORTE_LIJNEN_OIDC_ADMINISTRATOR", None, "The roles that make somebody an administrator, separated by commas."
)
OIDC_AUDIENCE = Setting(
    "KORTE_LIJNEN_OIDC_AUDIENCE",
    None,
    "The audience of access tokens that programs may use here; without it they use personal tokens only.",
)
SESSION_SECRET = Setting(
    "KORTE_LIJNEN_SESSION_SECRET",
    None,
    "What sessions are signed with: at least 32 random characters, the same for every process.",
)
SESSION_HOURS = Setting("KORTE_LIJNEN_SESSION_HOURS", "8", "How long somebody stays signed in, in hours.")

# Asking people whether their entry is still right (see docs/confirming.md): links are answered where there is a key.
LINK_KEYS = Setting(
    "KORTE_LIJNEN_LINK_KEYS",
    None,
    "What links for people's own entries are signed with: at least 32 random characters, the same for every process. "
    "Of several, separated by spaces, the first signs and all are believed.",
)
MAIL_FROM = Setting(
    "KORTE_LIJNEN_MAIL_FROM",
    None,
    "Who sends letters and answers questions about them, such as Korte Lijnen <kaart@example.org>.",
)
SMTP_SERVER = Setting(
    "KORTE_LIJNEN_SMTP_SERVER",
    None,
    "The mail server that sends them: smtp://host (STARTTLS, port 587) or smtps://host (TLS, port 465).",
)
SMTP_USER = Setting("KORTE_LIJNEN_SMTP_USER", None, "The user of the mail server, where it asks for one.")
SMTP_PASSWORD = Setting("KORTE_LIJNEN_SMTP_PASSWORD", None, "The password of that user.")

SETTINGS = (
    STORE,
    NEO4J_USER,
    NEO4J_PASSWORD,
    ADDRESS,
    OIDC_ISSUER,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
    OIDC_SCOPES,
    OIDC_VERIFIED,
    OIDC_ROLE,
    OIDC_STEWARD,
    OIDC_ADMINISTRATOR,
    OIDC_AUDIENCE,
    SESSION_SECRET,
    SESSION_HOURS,
    LINK_KEYS,
    MAIL_FROM,
    SMTP_SERVER,
    SMTP_USER,
    SMTP_PASSWORD,
)
