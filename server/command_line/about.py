"""What is kept about a person: `about`."""

from __future__ import annotations

from pathlib import Path

import click
import orjson

from resolvers.about import about as kept_about
from resolvers.context import Context
from server.command_line.asking import ASKER
from server.command_line.files import output_to
from server.command_line.stores import network, store_option


@click.command()
@click.argument("person")
@click.option(
    "--output", "path", type=click.Path(dir_okay=False, path_type=Path), help="A file, instead of standard output."
)
@store_option
def about(person: str, path: Path | None, store: str | None) -> None:
    """Write everything that is kept about a person as one JSON file: what somebody may ask for under the GDPR.

    PERSON is an id. Their entry, its relations, what else names them, their personal tokens, and every change that had
    to do with them.
    `mutation { erase(person: …) }`, asked with `query`, takes all of it away.

    \b
      korte-lijnen about p-005 --output p-005.json
    """
    with network(store) as live, output_to(path) as file:
        kept = kept_about(Context.of(live, ASKER), person)
        told = {
            "person": kept.person,
            "version": kept.version,
            "entries": kept.entries,
            "relations": kept.relations,
            "mentions": kept.mentions,
            "asked": kept.asked,
            "tokens": kept.tokens,
            "changes": [
                {"version": c.version, "at": c.at, "by": c.by, "because": c.because, "details": c.details}
                for c in kept.changes
            ],
        }
        file.write(orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        file.flush()
