"""How errors are told on a terminal: what is wrong, where, and what would be right."""

from __future__ import annotations

import click

from graph.errors import KorteLijnenError, RejectedLines, Unavailable


def tell(error: KorteLijnenError) -> None:
    """Tell an error on the error output."""
    if isinstance(error, RejectedLines):
        _tell_lines(error)
        return
    click.echo(f"Error: {error.message}", err=True)
    for word, value in (("Where", error.field), ("Given", error.actual), ("Expected", error.expected)):
        if value is not None and str(value) not in error.message:
            click.echo(f"  {word}: {value}", err=True)
    if isinstance(error, Unavailable) and error.inside:
        click.echo(f"  Store: {error.inside}", err=True)
    if error.help:
        click.echo(f"  {error.help}", err=True)


def _tell_lines(error: RejectedLines) -> None:
    of = f" of {error.source}" if error.source else ""
    plural = "" if error.total == 1 else "s"
    click.echo(f"Error: {error.total:,} error{plural} in the lines{of}; nothing was stored.", err=True)
    for one in error.errors:
        click.echo(f"  {one}", err=True)
    if error.total > len(error.errors):
        click.echo(f"  ... and {error.total - len(error.errors):,} more.", err=True)
