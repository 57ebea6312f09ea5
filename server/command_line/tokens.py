"""Personal tokens: `token create`, `token list` and `token revoke`."""

from __future__ import annotations

from datetime import UTC, datetime, time

import click

from graph.dates import AMSTERDAM
from graph.errors import BadInput, NotFound
from graph.network import Network
from graph.personal_tokens import PersonalToken, make_token, revoke_token, tokens
from graph.viewers import Role
from server.command_line.stores import network, store_option

ROLES = [role.name.lower() for role in Role if role is not Role.PUBLIC]


@click.group()
def token() -> None:
    """Make and take back tokens, by which a program or person is answered as somebody with more rights.

    A token goes along with a request as the header `Authorization: Bearer kl_...`.
    """


@token.command("create")
@click.argument("name")
@click.option("--role", required=True, type=click.Choice(ROLES), help="Whose rights it gives.")
@click.option(
    "--expires",
    required=True,
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day (YYYY-MM-DD) from which it gives nothing any more.",
)
@click.option("--person", metavar="ID", help="The person of the network who uses it; a member has to be one.")
@store_option
def create(name: str, role: str, expires: datetime, person: str | None, store: str | None) -> None:
    """Make a token called NAME, and print it: once, since it is kept nowhere.

    \b
      korte-lijnen token create nightly-import --role steward --expires 2027-01-01
      korte-lijnen token create fenna --role member --person fenna-dirks --expires 2027-01-01
    """
    with network(store) as live:
        _check_person(live.network, Role[role.upper()], person)
        until = datetime.combine(expires.date(), time(), AMSTERDAM).astimezone(UTC)
        secret, made = make_token(live.store.keepsakes, name, Role[role.upper()], until, person)
    click.echo(f"This is the token «{made.name}». Keep it well: it cannot be shown again.", err=True)
    click.echo(secret)


@token.command("list")
@store_option
def list_(store: str | None) -> None:
    """List the tokens: name, role, person, when it was made and when it expires. What they are is kept nowhere."""
    with network(store) as live:
        made = tokens(live.store.keepsakes)
    rows = [("NAME", "ROLE", "PERSON", "CREATED", "EXPIRES"), *map(_row, made)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


@token.command()
@click.argument("name")
@store_option
def revoke(name: str, store: str | None) -> None:
    """Take the token called NAME back. Every process refuses it from then on, within a second."""
    with network(store) as live:
        revoke_token(live.store.keepsakes, name)
    click.echo(f"The token «{name}» gives nothing any more.")


def _check_person(network: Network, role: Role, person: str | None) -> None:
    if person is None:
        if role is Role.MEMBER:
            raise BadInput(
                "A member is a person of the network, and no person is named.", field="--person", expected="an id"
            )
        return
    node = network.node_by_id(person)
    if node is None or node.kind != "Person":
        raise NotFound(f"There is no person with the id {person}.", field="--person", actual=person)


def _row(token: PersonalToken) -> tuple[str, ...]:
    expires = f"{token.expires.astimezone(AMSTERDAM):%Y-%m-%d}"
    if token.has_expired(datetime.now(UTC)):
        expires += " (has expired)"
    created = f"{token.created.astimezone(AMSTERDAM):%Y-%m-%d}"
    return token.name, token.role.name.lower(), token.person or "-", created, expires
