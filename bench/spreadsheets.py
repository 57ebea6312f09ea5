"""Spreadsheets: 50,000 rows in, over a network of 20,000 people and 5,000 organisations, and out again.

    python -m bench.spreadsheets [--rows 50000] [--profile]

Of the rows of people a quarter is known by address, a quarter has another function than before, and half is new. The
peer is the bare reading of the same workbook by openpyxl in the same run. Bounds to hold: the import below 60 s and
below 1 GB of memory, the same file again in less than that, with nothing written.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from hashlib import sha256
from io import BytesIO
from time import perf_counter, process_time

from openpyxl import Workbook, load_workbook

from graph.lines import Line
from graph.live import LiveNetwork
from graph.stores import open_store
from graph.viewers import Role, Viewer
from resolvers.context import Context
from resolvers.exports.asked import export
from resolvers.exports.files import FORMATS
from resolvers.mutations.importing import import_files
from seeds.registers.reading import File

PEOPLE, ORGANISATIONS = 20_000, 5_000
STEWARD = Viewer("bench", Role.STEWARD)
_GIVEN = ("Noor", "Piet", "Fenna", "Mehmet", "Ilse", "Tom", "Ans", "Roel", "Sjef", "Karin", "René", "Lotte")
_PARTICLES = ("", "", "", "van ", "de ", "van der ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--profile", action="store_true", help="where the time of the first import goes")
    asked = parser.parse_args()
    file = File("bench.xlsx", workbook(asked.rows))
    print(f"{asked.rows:,} rows, {len(file.content) / 1e6:.1f} MB")
    with (
        tempfile.TemporaryDirectory() as folder,
        LiveNetwork(open_store(f"sqlite:///{folder}/network.db")) as live,
    ):
        live.write("bench", "a measurement", ((None, line) for line in lines()))
        print(f"{live.network.size:,} nodes, {len(live.network.relations):,} relations; {memory()}")
        begin, busy = perf_counter(), process_time()
        bare(file)
        peer = process_time() - busy
        print(f"bare reading by openpyxl: {perf_counter() - begin:.1f} s, {peer:.1f} s of the processor")
        for what in ("the first time", "again"):
            begin, busy = perf_counter(), process_time()
            with cProfile.Profile() if asked.profile else nullcontext() as profile:
                imported = import_files(Context.of(live, STEWARD), [file], "a measurement")
            took, of_processor = perf_counter() - begin, process_time() - busy
            counts = {outcome.value: count for outcome, count in imported.plan.counts().items() if count}
            times = (
                f"{took:.1f} s, {of_processor:.1f} s of the processor, {of_processor / peer:.1f} times the bare reading"
            )
            print(f"{what}: {times}; {counts}; {memory()}")
            if profile is not None:
                pstats.Stats(profile).sort_stats("cumulative").print_stats(40)
        for format in FORMATS:
            begin = perf_counter()
            content = FORMATS[format].write(export(Context.of(live, STEWARD), "people", {}), "nl")
            print(f"all people as {format}: {perf_counter() - begin:.1f} s, {len(content) / 1e6:.1f} MB; {memory()}")


def lines() -> Iterator[Line]:
    for number in range(ORGANISATIONS):
        yield {"node": "OtherOrganisation", "id": f"o{number}", "name": organisation(number)}
    for number in range(PEOPLE):
        yield {"node": "Person", "id": f"p{number}", "name": name(number), "email": email(number)}
        yield {"relation": "WORKS_FOR", "from": f"p{number}", "to": f"o{number % ORGANISATIONS}", "title": "adviseur"}


def workbook(rows: int) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("personen")
    sheet.append(["naam", "e-mail", "telefoon", "organisatie", "functie", "thema's", "sinds", "bevestigd op"])
    for row in range(rows):
        known = row < rows // 2
        number = row % (PEOPLE // 2) if known and row < PEOPLE // 2 else row
        title = "adviseur" if row % 2 else "beleidsmedewerker"
        where = organisation(number % ORGANISATIONS)
        sheet.append(
            [name(number), email(number), f"045-{number:07}", where, title, "jeugd", "2026-09-01", "2026-10-01"]
        )
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def bare(file: File) -> int:
    (sheet,) = load_workbook(BytesIO(file.content), read_only=True).worksheets
    return sum(1 for row in sheet.iter_rows() for cell in row if cell.value is not None)


def name(number: int) -> str:
    surname = word(str(number // 3)).capitalize()  # three people share a surname, as people do
    return f"{_GIVEN[number % len(_GIVEN)]} {_PARTICLES[number % len(_PARTICLES)]}{surname}"


def email(number: int) -> str:
    return f"mens{number}@example.org"


def organisation(number: int) -> str:
    return f"Stichting {word(f'o{number}')}"


def word(of: str) -> str:
    return sha256(of.encode()).hexdigest()[:9].translate(str.maketrans("0123456789", "ghijklmnop"))


def memory() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB at most so far"


if __name__ == "__main__":
    main()
