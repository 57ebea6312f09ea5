"""What is taken out: `export`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from graph.viewers import ANYBODY, Role, Viewer
from resolvers.context import Context
from resolvers.exports.asked import ARGUMENTS, SORTS, export
from resolvers.exports.files import FORMATS, format_of
from server.command_line.asking import ASKER
from server.command_line.files import output_to
from server.command_line.stores import network, store_option

_VIEWERS = {"steward": ASKER, "member": Viewer("a member", Role.MEMBER), "public": ANYBODY}


def _option(name: str) -> str:
    return "".join(f"-{sign.lower()}" if sign.isupper() else sign for sign in name)


def _with_arguments(command: Callable[..., Any]) -> Callable[..., Any]:
    """An option for each argument that an export may take."""
    for name, meaning in reversed(list(ARGUMENTS.items())):
        command = click.option(f"--{_option(name)}", name, help=f"{meaning[0].upper()}{meaning[1:]}.")(command)
    return command


@click.command("export")
@click.argument("sort", type=click.Choice(list(SORTS)), metavar="WHAT")
@click.option(
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The file; what it becomes is told by how its name ends: .{', .'.join(FORMATS)}.",
)
@click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Of the headings.")
@click.option(
    "--as", "role", type=click.Choice(list(_VIEWERS)), default="steward", show_default=True, help="For whose eyes."
)
@_with_arguments
@store_option
def export_(sort: str, output: Path, lang: str, role: str, store: str | None, **given: str | None) -> None:
    """Write a list, the who-is-who of a coalition, its representation, coverage, or a piece of the network to a file.

    WHAT is one of people, organisations, schools, municipalities, coalitions, programmes, sectors, who-is-who,
    representation, coverage, subgraph. As a workbook or CSV it is a table; as GraphML or GEXF the nodes that it is
    about, with the relations among them, for Gephi or Cytoscape.

    \b
      korte-lijnen export who-is-who --coalition k-parkstad --output parkstad.xlsx
      korte-lijnen export people --sector VO --area GM0917 --as public --output vo.csv
      korte-lijnen export subgraph --around p-001 --steps 2 --output around.gexf
    """
    format = format_of(output.suffix.removeprefix("."))
    arguments = {name: value for name, value in given.items() if value is not None}
    with network(store) as live:
        made = export(Context.of(live, _VIEWERS[role]), sort, arguments)
        content = format.write(made, "en" if lang == "en" else "nl")
    with output_to(output) as file:
        file.write(content)
    rows = len(made.tables[0].rows)
    click.echo(f"{output}: {rows:,} row{'' if rows == 1 else 's'}, {len(made.nodes):,} nodes.")
