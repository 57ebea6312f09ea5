"""The command itself: its parts, and how it ends. Nobody who uses it sees a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from traceback import extract_tb

import click

from graph.errors import KorteLijnenError
from server.command_line.about import about
from server.command_line.asking import query, schema
from server.command_line.confirming import confirm_links
from server.command_line.exporting import export_
from server.command_line.files import dump, load
from server.command_line.information import info
from server.command_line.registers import import_
from server.command_line.reporting import report
from server.command_line.serving import serve
from server.command_line.spreadsheets import import_sheet, template_
from server.command_line.stores import Addressed, store_option
from server.command_line.telling import tell
from server.command_line.tokens import token

WRONG, FAULT = 1, 70

_EPILOG = """
\b
A first look, on an invented network around real schools:
  korte-lijnen load --demo
  korte-lijnen serve --demo

\b
Commands take one network from one store, ./korte-lijnen.db if nothing else is said:
  korte-lijnen --store sqlite:////var/lib/network.db info
  KORTE_LIJNEN_STORE=neo4j://localhost korte-lijnen info
"""


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("korte-lijnen"), message="Korte Lijnen %(version)s")
@store_option
@click.pass_context
def cli(context: click.Context, store: str | None) -> None:
    """Korte Lijnen: who is connected to whom, and who can introduce you."""
    context.obj = Addressed(store)


for _command in (
    serve,
    load,
    dump,
    query,
    about,
    report,
    import_,
    template_,
    import_sheet,
    export_,
    info,
    schema,
    token,
    confirm_links,
):
    cli.add_command(_command)


def run(arguments: Sequence[str]) -> int:
    """Run the command and give its exit code.

    0: it was done; 1: something was wrong with what was asked, or nobody reads on; 2: the command was not understood;
    70: a fault of ours. Raises KeyboardInterrupt when it was interrupted.
    """
    try:
        code = cli.main(arguments, prog_name="korte-lijnen", standalone_mode=False)
        sys.stdout.flush()
    except KorteLijnenError as error:
        tell(error)
        return WRONG
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except BrokenPipeError:
        # Python would complain once more when it closes its output at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG
    except Exception as fault:
        place = extract_tb(fault.__traceback__)[-1]
        click.echo(f"Internal error: {type(fault).__name__} in {place.name}, {place.filename}:{place.lineno}", err=True)
        click.echo("This is a fault of Korte Lijnen; please report it with the command that led to it.", err=True)
        return FAULT
    return code if isinstance(code, int) else 0
