"""Many who listen and hear nothing, and then a change: memory, idle time, and how soon all of them hear.

    python -m bench.listeners [LISTENERS] [--idle SECONDS]

The service is a process of its own, started by the command on a new SQLite store: an empty one, where memory is for
the listeners alone, and one of 25,000 nodes. The listeners are bare sockets of this process. Ends by itself, within
three minutes. Bounds to hold for 1,000: below 100 MB more than before they came, next to no time while idle. Linux
only: memory and time are read from /proc.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.parse import quote, urlsplit

from bench.networks import mixed_network
from graph.live import LiveNetwork
from graph.stores import open_store
from server.command_line.open_files import allow_open_files

QUESTION = "subscription { changed { version at because touched } }"
MEGABYTE = 1_048_576

Listener = tuple[asyncio.StreamReader, asyncio.StreamWriter]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("listeners", type=int, nargs="?", default=1_000)
    parser.add_argument("--idle", type=float, default=30.0)
    asked = parser.parse_args()
    allow_open_files(asked.listeners + 100)
    for name, lines in (("an empty network", ()), ("25,000 nodes", mixed_network())):
        print(name)
        with tempfile.TemporaryDirectory() as folder, LiveNetwork(open_store(f"sqlite:///{folder}/b.db")) as live:
            live.write("bench", "a measurement", ((None, line) for line in lines))
            with serving(f"sqlite:///{folder}/b.db", asked.listeners) as (service, address):
                asyncio.run(measure(live, service, address, asked.listeners, asked.idle))


async def measure(live: LiveNetwork, service: int, address: str, count: int, idle: float) -> None:
    await warm_up(live, address)
    await asyncio.sleep(1)
    before, spent = memory(service), time_spent(service)
    await asyncio.sleep(idle / 3)
    print(f"before: {before / MEGABYTE:.1f} MB, {share(service, spent, idle / 3)}")
    with clock(f"{count:,} begin to listen"):
        listeners = [await listen(address) for _ in range(count)]
    await asyncio.sleep(1)
    report(service, before, count, "listening")
    spent = time_spent(service)
    await asyncio.sleep(idle)
    print(f"idle for {idle:.0f} s: {share(service, spent, idle)}")
    for change in ("a change", "another"):
        seconds = await heard(live, listeners)
        print(
            f"{change} is heard after {min(seconds):.2f} s by the first, {median(seconds):.2f} s by half, "
            f"{max(seconds):.2f} s by the last"
        )
    report(service, before, count, "having heard")
    await leave(listeners)
    await asyncio.sleep(2)
    report(service, before, count, "all gone")


async def warm_up(live: LiveNetwork, address: str) -> None:
    """Have everything made that is made once."""
    first = [await listen(address)]
    await heard(live, first)
    await leave(first)


async def listen(address: str) -> Listener:
    at = urlsplit(address)
    reader, writer = await asyncio.open_connection(at.hostname, at.port)
    asked = f"GET /graphql?query={quote(QUESTION)} HTTP/1.1\r\nHost: {at.netloc}\r\nAccept: text/event-stream\r\n\r\n"
    writer.write(asked.encode())
    begun = await reader.readuntil(b"\n\n")
    assert begun.startswith(b"HTTP/1.1 200"), begun
    return reader, writer


async def leave(listeners: list[Listener]) -> None:
    for _, writer in listeners:
        writer.close()
    for _, writer in listeners:
        await writer.wait_closed()


async def heard(live: LiveNetwork, listeners: list[Listener]) -> list[float]:
    """How long after a change, made by this process, each has heard of it."""
    begun = perf_counter()
    version = live.network.version + 1
    region = {"node": "Region", "id": "moved", "name": f"Region {version}"}
    await asyncio.to_thread(live.write, "bench", "it moves", [(None, region)])

    async def hear(reader: asyncio.StreamReader) -> float:
        async with asyncio.timeout(60):
            await reader.readuntil(f"id: {version}\nevent: next\n".encode())
        return perf_counter() - begun

    return await asyncio.gather(*(hear(reader) for reader, _ in listeners))


@contextmanager
def serving(store: str, most: int) -> Iterator[tuple[int, str]]:
    """The process of a service and its address."""
    command = Path(sys.executable).with_name("korte-lijnen")
    arguments = [str(command), "serve", "--port", "0", "--listeners", str(most + 10), "--store", store]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            found = re.search(r"http://[^/\s]+", said)
            assert found, said
            yield process.pid, found[0]
        finally:
            process.terminate()


def report(service: int, before: int, count: int, when: str) -> None:
    more = memory(service) - before
    print(f"{when}: {more / MEGABYTE:.1f} MB more, {more / 1_024 / count:.1f} kB a listener")


def memory(process: int) -> int:
    """Bytes resident."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def time_spent(process: int) -> float:
    """Seconds of processor time, its own and the system's."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def share(process: int, spent: float, seconds: float) -> str:
    return f"{100 * (time_spent(process) - spent) / seconds:.1f} % of one core"


@contextmanager
def clock(name: str) -> Iterator[None]:
    begun = perf_counter()
    yield
    print(f"{name}: {perf_counter() - begun:.2f} s")


if __name__ == "__main__":
    main()
