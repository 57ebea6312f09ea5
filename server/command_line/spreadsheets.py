"""Spreadsheets: `template`, and `import-sheet` which reads one."""

from __future__ import annotations

from pathlib import Path

import click
import orjson

from graph.errors import BadInput
from resolvers.context import Context
from resolvers.mutations.importing import Imported, import_files
from seeds.registers.reading import File
from seeds.spreadsheets import Outcome, RowReport, template
from server.command_line.asking import ASKER
from server.command_line.files import output_to
from server.command_line.progress import progress
from server.command_line.stores import network, store_option

LISTED = 100
REASON = "a spreadsheet"


@click.command("template")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.xlsx")
@click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="The language of it.")
@store_option
def template_(path: Path, lang: str, store: str | None) -> None:
    """Make a workbook to fill in: people, organisations, seats and meetings, with drop-downs and an explanation.

    The sectors are those of the store.
    """
    with network(store) as live:
        cut = Context.of(live, ASKER).on(None)
        sectors = [cut.node(sector) for sector in cut.of_kind("Sector")]
    with output_to(path) as file:
        template(sectors, "en" if lang == "en" else "nl").save(file)
    click.echo(f"{path} is there to be filled in.")


@click.command("import-sheet")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Tell what would become of each row, and store nothing.")
@click.option("--same", multiple=True, metavar="PLACE=ID", help="An answer: the row or cell is about this one.")
@click.option("--new", multiple=True, metavar="PLACE", help="An answer: the row is about something new.")
@click.option("--answers", type=click.Path(path_type=Path), metavar="FILE", help='Answers: JSON, {PLACE: ID or "new"}.')
@click.option("--despite-rejected", is_flag=True, help="Store the other rows when some are rejected or doubtful.")
@click.option("--encoding", help="The encoding of a CSV file, where it is not recognised.")
@click.option("--because", default=REASON, show_default=True, help="Why; kept with the change, so it names nobody.")
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), help="Write the whole report there, as JSON."
)
@store_option
def import_sheet(
    files: tuple[Path, ...],
    dry_run: bool,
    same: tuple[str, ...],
    new: tuple[str, ...],
    answers: Path | None,
    despite_rejected: bool,
    encoding: str | None,
    because: str,
    report: Path | None,
    store: str | None,
) -> None:
    """Import a workbook (.xlsx) or CSV files as one change, all rows or nothing. The same file again changes nothing.

    Names are matched with who and what is known. What is doubtful is asked: answer it in the column «is» of the file,
    with --same and --new, or in a file of answers.

    \b
      korte-lijnen import-sheet network.xlsx --dry-run
      korte-lijnen import-sheet network.xlsx --same 'personen!14=p-001' --new 'personen!15'
    """
    given = _answers(same, new, answers)
    read = [_file(path, encoding) for path in files]
    with network(store, new=True) as live, progress("Importing") as done:
        context = Context.of(live, ASKER)
        imported = import_files(
            context, read, because, answers=given, dry_run=dry_run, despite_rejected=despite_rejected, progress=done
        )
        version = live.network.version
    if report is not None:
        with output_to(report) as file:
            file.write(orjson.dumps(imported.plan.rows, option=orjson.OPT_INDENT_2))
    _tell(imported, dry_run, version)
    if not imported.plan.is_whole and not despite_rejected:
        click.get_current_context().exit(1)


def _tell(imported: Imported, dry_run: bool, version: int) -> None:
    plan = imported.plan
    told = [row for row in plan.rows if row.outcome is not Outcome.SAME]
    for row in sorted(told, key=lambda row: _LAST.index(row.outcome))[:LISTED]:
        _tell_row(row)
    if len(told) > LISTED:
        click.echo(f"... and {len(told) - LISTED:,} more; --report FILE has all of them.")
    for note in plan.notes:
        click.echo(f"Note: {note}")
    counts = plan.counts()
    click.echo(", ".join(f"{counts[outcome]:,} {outcome.name.lower()}" for outcome in Outcome) + ".")
    if imported.written:
        click.echo(f"Stored as version {version}.")
    elif dry_run:
        click.echo("A dry run: nothing was stored.")
    elif not imported.lines:
        click.echo("Nothing new: nothing was stored.")
    else:
        click.echo(
            "Nothing was stored: answer and mend these rows, or store the others with --despite-rejected.", err=True
        )


_LAST = (Outcome.REJECTED, Outcome.DOUBTFUL, Outcome.CHANGED, Outcome.NEW, Outcome.SAME)


def _tell_row(row: RowReport) -> None:
    of = f" ({row.id}: {row.because})" if row.id else f" ({row.because})" if row.because else ""
    changes = f": {'; '.join(row.changes)}" if row.changes and row.outcome is Outcome.CHANGED else ""
    wrong = row.outcome in (Outcome.REJECTED, Outcome.DOUBTFUL)
    click.echo(f"{row.place} {row.outcome.name.lower()} «{row.name}»{of}{changes}", err=wrong)
    for problem in row.problems:
        click.echo(f"  {problem}", err=True)
    for doubt in row.doubts:
        new = ", or new" if doubt.may_be_new else ""
        click.echo(f"  {doubt.cell}: is «{doubt.says}» one of these{new}?", err=True)
        for one in doubt.candidates:
            click.echo(f"    {one.id}  {one.name}  {one.likeness:.2f}  {one.because}", err=True)


def _answers(same: tuple[str, ...], new: tuple[str, ...], file: Path | None) -> dict[str, str]:
    answers: dict[str, str] = {}
    if file is not None:
        try:
            read = orjson.loads(file.read_bytes())
        except (OSError, orjson.JSONDecodeError) as error:
            raise BadInput(f"{file} cannot be read: {error}.", field="--answers", expected="a file of JSON") from error
        if not isinstance(read, dict) or not all(isinstance(answer, str) for answer in read.values()):
            raise BadInput(f"{file} holds no answers.", field="--answers", expected='{"personen!14": an id or "new"}')
        answers |= read
    for one in same:
        place, _, id = one.partition("=")
        if not place or not id:
            raise BadInput(f"«{one}» is no answer.", field="--same", actual=one, expected="PLACE=ID: personen!14=p-001")
        answers[place] = id
    return answers | dict.fromkeys(new, "new")


def _file(path: Path, encoding: str | None) -> File:
    try:
        return File(path.name, path.read_bytes(), encoding)
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read: {error.strerror}.", field=str(path), expected="a file that can be read"
        ) from error
