"""What a store holds: `info`."""

from __future__ import annotations

from collections import Counter

import click

from graph.network import KIND_NUMBER, TYPE_NUMBER
from server.command_line.stores import network, store_option


@click.command()
@store_option
def info(store: str | None) -> None:
    """Tell what a store holds: its version, the last change, and how many of each kind and relation."""
    with network(store) as live:
        held, kept = live.network, live.store
        last = kept.changes_since(held.version - 1, 1) if held.version else ()
        nodes = Counter(held.nodes.kind.tolist())
        relations = Counter(held.relations.type.tolist())
    click.echo(f"Store      {kept.address}")
    click.echo(f"Version    {held.version}")
    for change in last:
        click.echo(f"Changed    {change.at:%Y-%m-%d %H:%M} UTC by {change.by}: {change.because}")
    _table("Nodes", {kind: nodes[number] for kind, number in KIND_NUMBER.items()})
    _table("Relations", {type: relations[number] for type, number in TYPE_NUMBER.items()})


def _table(title: str, counts: dict[str, int]) -> None:
    click.echo(f"\n{title:<20}{sum(counts.values()):>9,}")
    for name, count in counts.items():
        if count:
            click.echo(f"  {name:<18}{count:>9,}")
