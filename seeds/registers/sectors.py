"""The sectors that a register needs and an empty network does not have yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from graph.lines import Line
from seeds.registers.overlay import Overlay
from seeds.supplied import taxonomy_lines


def missing_sectors(over: Overlay, sectors: Collection[str]) -> Iterator[Line]:
    """The lines of those of these sectors that the network lacks, and of what they are part of, by the taxonomy."""
    lines = [line for *_, line in taxonomy_lines()]
    wider = {str(line["from"]): str(line["to"]) for line in lines if "relation" in line}
    missing: set[str] = set()
    for sector in sectors:
        above: str | None = sector
        while above is not None and over.known(above) is None:
            missing.add(above)
            above = wider.get(above)
    yield from (line for line in lines if line.get("id") in missing or line.get("from") in missing)
