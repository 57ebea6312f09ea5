"""The municipalities of the network, as registers point at them: by CBS's code, or by name in any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from graph.network import Network
from graph.text import fold
from seeds.registers.overlay import Overlay
from seeds.registers.spelling import number_of

_BEHIND = re.compile(r"\s*\([^)]*\)\s*$")  # «Beek (L.)»: what tells it from another of that name
_NAMED = 8  # that a note names


def plain(name: str) -> str:
    """A name without what differs between spellings of it: case, accents, hyphens."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(name)).split())


def mended(text: str) -> str:
    """A text that was encoded as UTF-8 twice, as it was meant: `FryslÃ¢n` is `Fryslân`. Any other stays as it is."""
    try:
        return text.encode("windows-1252").decode("utf-8")
    except UnicodeError:
        return text


@dataclass
class Municipalities:
    """Finds municipalities of the network, and remembers what it could not find."""

    over: Overlay
    unknown: dict[str, None] = field(default_factory=dict)

    def by_code(self, code: str, name: str) -> str | None:
        """The id of the municipality with a code of CBS (917, 0917 or GM0917)."""
        index = self._network.by_code.get(("CBS", f"GM{code.upper().removeprefix('GM').zfill(4)}"))
        if index is None:
            self.unknown[name] = None
            return None
        return self._network.node(index).id

    def by_name(self, name: str, province: str | None = None) -> str | None:
        """The id of the municipality of that name; of several, the one in the province. None when it is not sure."""
        found = self._by_name.get(plain(name)) or self._by_name.get(plain(_BEHIND.sub("", name)), [])
        if len(found) > 1 and province:
            found = [id for id in found if plain(province) in self._provinces(id)]
        if len(found) == 1:
            return found[0]
        self.unknown[name] = None
        return None

    def notes(self) -> Iterator[str]:
        """What was not found."""
        if self.unknown:
            named = ", ".join(list(self.unknown)[:_NAMED])
            more = f" and {len(self.unknown) - _NAMED:,} more" if len(self.unknown) > _NAMED else ""
            count = number_of(len(self.unknown), "name is", "names are")
            yield f"{count} of no municipality in the network, or of several, and left out: {named}{more}"

    @property
    def _network(self) -> Network:
        return self.over.network

    def _provinces(self, id: str) -> set[str]:
        regions = (self.over.known(record.target) for record in self.over.relations(id, "PART_OF"))
        return {plain(region.name) for region in regions if region}

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for record in self._network.node_records():
            if record.kind == "Municipality":
                for name in {plain(record.name), plain(_BEHIND.sub("", record.name))}:
                    found.setdefault(name, []).append(record.id)
        return found
