"""Keepsakes: what is not the network, but has to survive beside it and be the same for every process.

Personal tokens and used links are such things. They lie in the same file or database as the network, have no version
and no log, and are not in a dump of the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Keepsake:
    """One thing kept: its key, which is unique within its kind, its text, and when it is gone by itself (if ever)."""

    key: str
    value: str
    expires: datetime | None = None


class Keepsakes(Protocol):
    """Where keepsakes lie. Every method is whole or not at all, durable when it returns, and seen by every process at
    once; all raise Unavailable when the store is away. What has expired is not there any more, whoever asks."""

    def keep(self, kind: str, key: str, value: str, expires: datetime | None = None) -> None:
        """Keep something, instead of what was kept under that key before."""

    def keep_all(self, kind: str, keepsakes: Sequence[Keepsake]) -> None:
        """Keep many things of a kind, each instead of what was kept under its key before: all of them or none."""

    def keep_once(self, kind: str, key: str, value: str, expires: datetime | None = None) -> bool:
        """Keep something unless there is something under that key; whether it was kept.

        Of several who try at once, one is told True.
        """

    def kept(self, kind: str, key: str) -> Keepsake | None:
        """What is kept under a key."""

    def forget(self, kind: str, key: str) -> bool:
        """Keep it no longer; whether there was anything. Of several who try at once, one is told True."""

    def list(self, kind: str) -> Sequence[Keepsake]:
        """Everything of a kind, by key."""
