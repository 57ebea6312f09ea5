"""What has to be set so that people can sign in, read and checked once, when the service starts."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from graph.errors import BadInput
from server.settings import (
    ADDRESS,
    OIDC_ADMINISTRATOR,
    OIDC_AUDIENCE,
    OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET,
    OIDC_ISSUER,
    OIDC_ROLE,
    OIDC_SCOPES,
    OIDC_STEWARD,
    OIDC_VERIFIED,
    SESSION_HOURS,
    SESSION_SECRET,
    Setting,
)

SHORTEST_SECRET = 32
LONGEST_HOURS = 24 * 31


@dataclass(frozen=True, slots=True)
class ClaimNames:
    """Where a provider's claims say what matters here: `steward` and `administrator` are values of the role claim."""

    role: str = "roles"
    steward: frozenset[str] = frozenset()
    administrator: frozenset[str] = frozenset()
    verified: str = "email_verified"


@dataclass(frozen=True, slots=True)
class Configuration:
    """How people sign in: at which provider, as which client of it, and for how long."""

    address: str
    issuer: str
    client_id: str
    client_secret: str | None
    session_secret: str
    session_seconds: int = 8 * 3_600
    scopes: str = "openid profile email"
    audience: str | None = None
    claims: ClaimNames = ClaimNames()

    @property
    def secure(self) -> bool:
        """Whether browsers come over https, so that cookies are for https only."""
        return self.address.startswith("https://")


def configured() -> Configuration | None:
    """The configuration that the settings give, None where no provider is named.

    Raises BadInput when a setting that goes with it is missing or cannot be right.
    """
    issuer = OIDC_ISSUER.value()
    if issuer is None:
        return None
    return Configuration(
        address=_address(ADDRESS, _needed(ADDRESS)).rstrip("/"),
        issuer=_address(OIDC_ISSUER, issuer, may_have_path=True),
        client_id=_needed(OIDC_CLIENT_ID),
        client_secret=OIDC_CLIENT_SECRET.value(),
        session_secret=_secret(),
        session_seconds=_seconds(),
        scopes=_scopes(),
        audience=OIDC_AUDIENCE.value(),
        claims=ClaimNames(
            role=OIDC_ROLE.value() or "",
            steward=_values(OIDC_STEWARD),
            administrator=_values(OIDC_ADMINISTRATOR),
            verified=OIDC_VERIFIED.value() or "",
        ),
    )


def _needed(setting: Setting) -> str:
    value = setting.value()
    if value is None:
        raise BadInput(
            f"{OIDC_ISSUER.name} is set, so that people can sign in, but {setting.name} is not.",
            field=setting.name,
            expected=setting.meaning,
        )
    return value


def _address(setting: Setting, value: str, *, may_have_path: bool = False) -> str:
    """An address over which nobody can listen: https, or http that stays on this machine."""
    try:
        parts = urlsplit(value)
        _ = parts.port  # is read only now, and may be no number
    except ValueError:
        parts = urlsplit("")
    plain = parts.scheme == "http" and _is_loopback(parts.hostname or "")
    bare = not (parts.query or parts.fragment or parts.username or parts.password)
    path_fits = may_have_path or parts.path in ("", "/")
    if not (parts.hostname and (parts.scheme == "https" or plain) and bare and path_fits):
        raise BadInput(
            f"{setting.name} is no address that can be used.",
            field=setting.name,
            expected="https://host" + (", with a path or not" if may_have_path else ", without a path"),
            help="http is for this machine itself only: what is sent over it can be read on the way.",
        )
    return value


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _secret() -> str:
    secret = _needed(SESSION_SECRET)
    if len(secret) < SHORTEST_SECRET:
        raise BadInput(
            f"{SESSION_SECRET.name} is so short that it can be guessed.",
            field=SESSION_SECRET.name,
            expected=f"at least {SHORTEST_SECRET} random characters",
            help="python -c 'import secrets; print(secrets.token_urlsafe(32))' makes one.",
        )
    return secret


def _seconds() -> int:
    value = SESSION_HOURS.value() or ""
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= LONGEST_HOURS):
        raise BadInput(
            f"{SESSION_HOURS.name} is no number of hours.",
            field=SESSION_HOURS.name,
            actual=value,
            expected=f"1 to {LONGEST_HOURS}",
        )
    return int(value) * 3_600


def _scopes() -> str:
    scopes = (OIDC_SCOPES.value() or "").split()
    if "openid" not in scopes:
        raise BadInput(
            f"{OIDC_SCOPES.name} does not ask for openid, without which nobody signs in.",
            field=OIDC_SCOPES.name,
            actual=" ".join(scopes),
            expected=OIDC_SCOPES.default,
        )
    return " ".join(scopes)


def _values(setting: Setting) -> frozenset[str]:
    return frozenset(value.strip() for value in (setting.value() or "").split(",") if value.strip())
