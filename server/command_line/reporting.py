"""A report of a coalition, for a meeting: `report`."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from graph.viewers import ANYBODY, Role, Viewer
from resolvers.context import Context
from resolvers.reports import report as report_of
from server.command_line.asking import ASKER
from server.command_line.files import output_to
from server.command_line.progress import progress
from server.command_line.stores import network, store_option
from server.reports.page import page
from server.reports.paper import paper
from server.reports.pdf import pdf
from server.reports.words import LANGUAGES

_FORMS = (".html", ".pdf")


@click.command()
@click.argument("coalition")
@click.option(
    "--output",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE",
    help="The file to write, .html or .pdf.",
)
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="As it was, or will be, on a date; today."
)
@click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="The language of it.")
@click.option(
    "--as",
    "seen_by",
    type=click.Choice(["steward", "member", "public"]),
    default="steward",
    show_default=True,
    help="For whom: with what stewards, members of the coalition or everybody may see.",
)
@store_option
def report(coalition: str, path: Path, on: datetime | None, lang: str, seen_by: str, store: str | None) -> None:
    """Write a report of a coalition for a meeting: who sits there, what is missing and who could fill it, what hangs on
    one person, and what changed since the last meeting.

    COALITION is an id. To hand it out, make it --as member: stewards see more than members do.

    \b
      korte-lijnen report k-parkstad --as member --output parkstad.pdf
      korte-lijnen report k-parkstad --on 2025-12-03 --lang en --output parkstad.html
    """
    if path.suffix.lower() not in _FORMS:
        raise click.BadParameter(f"{path} ends on none of {', '.join(_FORMS)}.", param_hint="--output")
    with network(store) as live, progress("Looking at members") as done:
        context = Context.of(live, _viewer(seen_by, coalition))
        made = report_of(context, coalition, _day(on), done)
    written = paper(made, LANGUAGES[lang])
    content = pdf(written) if path.suffix.lower() == ".pdf" else page(written).encode()
    with output_to(path) as file:
        file.write(content)
    click.echo(f"{path} is there.")


def _viewer(seen_by: str, coalition: str) -> Viewer:
    if seen_by == "public":
        return ANYBODY
    return ASKER if seen_by == "steward" else Viewer(ASKER.name, Role.MEMBER, coalitions=frozenset((coalition,)))


def _day(on: datetime | None) -> date | None:
    return on.date() if on is not None else None
