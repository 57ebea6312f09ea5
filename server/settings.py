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

SETTINGS = (STORE, NEO4J_USER, NEO4J_PASSWORD)
