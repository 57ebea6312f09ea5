"""A thousand who listen cost little: `bench/listeners.py` has the figures, here are the bounds."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from bench.listeners import heard, leave, listen, memory, serving, time_spent, warm_up
from graph.live import LiveNetwork
from server.command_line.open_files import allow_open_files
from tests.moving.conftest import LINES
from tests.stores.places import Place

COUNT = 1_000
IDLE_SECONDS = 5.0


@pytest.mark.skipif(sys.platform != "linux", reason="memory and time of a process are read from /proc")
def test_a_thousand_listeners_take_little_memory_next_to_no_time_and_all_hear(tmp_path: Path) -> None:
    place = Place(f"sqlite:///{tmp_path / 'network.db'}")
    allow_open_files(COUNT + 100)
    with LiveNetwork(place.open()) as live:
        live.write("Tess", "a test", list(enumerate(LINES, 1)))
        with serving(place.address, COUNT) as (service, address):
            asyncio.run(check(live, service, address))


async def check(live: LiveNetwork, service: int, address: str) -> None:
    await warm_up(live, address)
    before = memory(service)
    listeners = [await listen(address) for _ in range(COUNT)]
    await asyncio.sleep(0.5)
    assert memory(service) - before < 100_000_000
    spent = time_spent(service)
    await asyncio.sleep(IDLE_SECONDS)
    assert time_spent(service) - spent < 0.05 * IDLE_SECONDS
    assert max(await heard(live, listeners)) < 10
    assert memory(service) - before < 100_000_000
    await leave(listeners)
