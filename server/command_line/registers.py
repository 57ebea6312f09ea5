"""Public registers: `import`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from seeds.registers import REGISTERS, Difference, Report, run
from server.command_line.files import BY
from server.command_line.progress import progress
from server.command_line.stores import new_network, store_option

LISTED = 100


@click.command("import")
@click.argument("register", type=click.Choice(list(REGISTERS)))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Tell what would change, and store nothing.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day of the edition. [default: today]")
@click.option("--encoding", help="The encoding of the files, where it is not recognised.")
@click.option("--delimiter", help="What separates cells in the files (tab for a tab), where it is not recognised.")
@click.option("--despite-rejected", is_flag=True, help="Store the other rows when some are rejected.")
@store_option
def import_(
    register: str,
    files: tuple[Path, ...],
    dry_run: bool,
    on: datetime | None,
    encoding: str | None,
    delimiter: str | None,
    despite_rejected: bool,
    store: str | None,
) -> None:
    """Import files of a public register, all of them or nothing.

    The same files again change nothing. Of a later edition, what is new is added, and what is gone ends on its day.

    \b
      korte-lijnen import duo-schools 02-alle-vestigingen-bo.csv --dry-run
      korte-lijnen import duo-schools po_addresses.csv --on 2013-10-01
      korte-lijnen import areas gemeenten-alfabetisch-2023.csv gemeenten-kerncijfers-2023.geojson
    """
    with new_network(store) as live, progress("Importing") as done:
        report = run(
            live,
            register,
            files,
            by=BY,
            dry_run=dry_run,
            encoding=encoding,
            delimiter=delimiter,
            despite_rejected=despite_rejected,
            on=on.date() if on else None,
            progress=done,
        )
        version = live.network.version
    _tell(report, dry_run, version)
    if report.rejected and not despite_rejected:
        click.get_current_context().exit(1)


def _tell(report: Report, dry_run: bool, version: int) -> None:
    counts = f"{report.added:,} added, {report.changed:,} changed, {report.unchanged:,} unchanged"
    click.echo(f"{counts}, {len(report.rejected):,} rejected.")
    for note in report.notes:
        click.echo(f"Note: {note}")
    _tell_differences(report.differences)
    for file, columns in report.unused_columns:
        if columns:
            click.echo(f"Not used of {file}: {', '.join(columns)}")
    for rejected in report.rejected[:LISTED]:
        click.echo(f"Rejected: {rejected}", err=True)
    if len(report.rejected) > LISTED:
        click.echo(f"... and {len(report.rejected) - LISTED:,} more.", err=True)
    if report.change is not None:
        click.echo(f"Stored as version {version}.")
    elif dry_run:
        click.echo("A dry run: nothing was stored.")
    elif report.rejected:
        click.echo("Nothing was stored: mend the rejected rows, or store the others with --despite-rejected.", err=True)
    else:
        click.echo("Nothing new: nothing was stored.")


def _tell_differences(differences: Sequence[Difference]) -> None:
    for difference in differences[:LISTED]:
        click.echo(f"Kept, as corrected here: {difference}")
    if len(differences) > LISTED:
        click.echo(f"... and {len(differences) - LISTED:,} more corrections kept.")
