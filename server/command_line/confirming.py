"""Asking people whether their entry is still right: `confirm-links`."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import click

from graph.confirming.asking import Confirmation, ConfirmationState, Delivery, asked_of, confirmations, keep_asked
from graph.confirming.batch import Batch, batch, chosen
from graph.cut import Cut
from graph.dates import AMSTERDAM
from graph.errors import BadInput
from graph.keepsakes import Keepsakes
from graph.live import LiveNetwork
from graph.records import NodeRecord
from graph.viewers import STEWARD
from server.command_line.files import output_to
from server.command_line.folders import new_folder
from server.command_line.progress import progress
from server.command_line.stores import network, store_option
from server.command_line.telling import tell
from server.confirming.answering import now
from server.confirming.invitations import Invitation, base_address, invitations
from server.confirming.letters import Letters, sender
from server.confirming.links import LinkKeys, last_day
from server.confirming.mail_server import MailServer, Post
from server.confirming.sending import Sent, send
from server.confirming.sheets import workbook, write_csv
from server.settings import ADDRESS

LONGEST_DAYS = 366
LISTED = 20  # names that are told of those who need nothing done


class Days(click.ParamType[timedelta]):
    """A number of days, written as 30d."""

    name = "days"

    def convert(self, value: object, param: click.Parameter | None, context: click.Context | None) -> timedelta:
        """The time that is meant."""
        if isinstance(value, timedelta):
            return value
        found = re.fullmatch(r"(\d{1,3})d", str(value), re.ASCII)
        if found is None or not 1 <= int(found[1]) <= LONGEST_DAYS:
            self.fail(f"{value} is no number of days from 1d to {LONGEST_DAYS}d.", param, context)
        return timedelta(days=int(found[1]))


@dataclass(frozen=True, slots=True)
class Asking:
    """What one batch is made with."""

    keepsakes: Keepsakes
    people: Batch
    links: Sequence[Invitation]


@click.command("confirm-links")
@click.option("--coalition", "coalitions", multiple=True, metavar="ID", help="Who holds a seat in it. Can be repeated.")
@click.option("--person", "people", multiple=True, metavar="ID", help="This person. Can be repeated.")
@click.option("--all", "everybody", is_flag=True, help="Everybody.")
@click.option(
    "--stale",
    type=click.IntRange(1, 1200),
    metavar="MONTHS",
    help="Only those of whom something was not confirmed for so long; of everybody, if nobody else is named.",
)
@click.option("--again", is_flag=True, help="Also those who have a link that has not expired.")
@click.option("--expires", type=Days(), default="30d", show_default=True, help="How many days links are good.")
@click.option("--base-url", metavar="URL", help=f"What links begin with. [env: {ADDRESS.name}]")
@click.option("--format", "form", type=click.Choice(["xlsx", "csv", "eml", "smtp"]), help="What to make.")
@click.option("--output", type=click.Path(path_type=Path), help="The file (xlsx, csv) or the new folder (eml) to make.")
@click.option(
    "--per-minute", type=click.IntRange(1, 6000), default=60, show_default=True, help="How many letters to send (smtp)."
)
@click.option("--status", is_flag=True, help="Tell who was asked when, and what came of it. Makes no links.")
@store_option
def confirm_links(
    coalitions: tuple[str, ...],
    people: tuple[str, ...],
    everybody: bool,
    stale: int | None,
    again: bool,
    expires: timedelta,
    base_url: str | None,
    form: str | None,
    output: Path | None,
    per_minute: int,
    status: bool,
    store: str | None,
) -> None:
    """Make links over which people say whether their entry is still right, correct it, or have it erased.

    A link is for one person and works once, without an account; a new one takes the place of the one before. Whoever
    has a link that has not expired is left out, so that it can be run again when it broke off.

    \b
      korte-lijnen confirm-links --coalition k-parkstad --format xlsx --output links.xlsx
      korte-lijnen confirm-links --stale 12 --expires 60d --format eml --output letters/
      korte-lijnen confirm-links --all --format smtp --per-minute 30
      korte-lijnen confirm-links --status
    """
    if status:
        with network(store) as live:
            _tell_status(_today(live, now()), confirmations(live.store.keepsakes, now()))
        return
    _check_options(coalitions, people, everybody, stale, form, output)
    keys, base = LinkKeys.needed(), _base(base_url)
    make = _maker(form, output, per_minute)
    with network(store) as live:
        moment, keepsakes = now(), live.store.keepsakes
        wanted = chosen(_today(live, moment), coalitions, people, stale)
        parts = batch(wanted, asked_of(keepsakes), moment, again=again)
        asking = Asking(keepsakes, parts, invitations(parts.to_ask, keys, base, moment, expires))
        whole = make(asking) if asking.links else _nobody()
    _tell_left_out(parts)
    if not whole:
        click.get_current_context().exit(1)


def _check_options(
    coalitions: tuple[str, ...],
    people: tuple[str, ...],
    everybody: bool,
    stale: int | None,
    form: str | None,
    output: Path | None,
) -> None:
    if not (coalitions or people or everybody or stale):
        raise click.UsageError("Say whom to ask: --coalition ID, --person ID, --stale MONTHS or --all.")
    if everybody and (coalitions or people):
        raise click.UsageError("--all is everybody; leave out --coalition and --person, or --all.")
    if form is None:
        raise click.UsageError("Say what to make: --format xlsx, csv, eml or smtp.")
    if (output is None) != (form == "smtp"):
        wrong = "goes with --format xlsx, csv and eml only" if form == "smtp" else f"is needed for --format {form}"
        raise click.UsageError(f"--output {wrong}.")


def _base(given: str | None) -> str:
    address = given or ADDRESS.value()
    if address is None:
        raise BadInput(
            "Nothing says what links begin with.",
            field="--base-url",
            expected=f"--base-url or {ADDRESS.name}: the address at which people reach the service",
        )
    return base_address(address, "--base-url" if given else ADDRESS.name)


def _today(live: LiveNetwork, moment: datetime) -> Cut:
    return live.reduced(STEWARD).on(moment.astimezone(AMSTERDAM).date())


# Making


def _maker(form: str | None, output: Path | None, per_minute: int) -> Callable[[Asking], bool]:
    """What brings out the links; it tells whether all went well. Settings are looked at before anything is made."""
    if form == "smtp":
        server, letters = MailServer.set(), Letters(sender())
        return lambda asking: _send(asking, Post(server, per_minute), letters)
    assert output is not None
    if form == "eml":
        letters = Letters(sender(), draft=True)
        return lambda asking: _write_letters(asking, output, letters)
    write = _write_workbook if form == "xlsx" else _write_csv
    return lambda asking: _write_file(asking, output, write)


def _write_file(asking: Asking, output: Path, write: Callable[[BinaryIO, Asking], None]) -> bool:
    if output.exists():  # it may hold the only copy of links that are good
        raise BadInput(f"{output} is there already.", field="--output", expected="a file that is new")
    with output_to(output) as file:
        write(file, asking)
        _keep(asking)
    _tell_made(asking, output)
    return True


def _write_workbook(file: BinaryIO, asking: Asking) -> None:
    workbook(asking.links, asking.people.without_address).save(file)


def _write_csv(file: BinaryIO, asking: Asking) -> None:
    written = io.TextIOWrapper(file, "utf-8", newline="", write_through=True)
    write_csv(written, asking.links)
    written.detach()


def _write_letters(asking: Asking, output: Path, letters: Letters) -> bool:
    with new_folder(output) as folder:
        for number, invitation in enumerate(asking.links, 1):
            written = letters.to(invitation, invitation.asked.at).as_bytes()
            (folder / f"{number:05}.eml").write_bytes(written)
        _keep(asking)
    _tell_made(asking, output)
    return True


def _nobody() -> bool:
    click.echo("Nobody is to be asked: nothing was made.")
    return True


def _keep(asking: Asking) -> None:
    """Keep the links: from now on they work, and those before them no longer."""
    keep_asked(asking.keepsakes, (invitation.delivered(Delivery.HANDED_OVER) for invitation in asking.links))


def _send(asking: Asking, post: Post, letters: Letters) -> bool:
    with progress("Sending") as done:
        sent = send(asking.keepsakes, asking.links, post, letters, now, done or (lambda *_: None))
    post.close()
    _tell_sent(sent)
    return not (sent.refused or sent.postponed or sent.broke_off)


# Telling


def _tell_made(asking: Asking, output: Path) -> None:
    count, until = len(asking.links), asking.links[0].last_day
    click.echo(f"{count:,} link{'' if count == 1 else 's'} in {output}, good up to and including {until}.")
    click.echo("Whoever has a link can answer with it: keep them as you keep passwords.", err=True)


def _tell_sent(sent: Sent) -> None:
    click.echo(f"{len(sent.sent):,} letter{'' if len(sent.sent) == 1 else 's'} sent.")
    for invitation, said in sent.refused:
        click.echo(f"Refused: {invitation.name} <{invitation.email}>: {said}", err=True)
    for invitation, said in sent.postponed:
        click.echo(f"Not taken for now: {invitation.name} <{invitation.email}>: {said}", err=True)
    if sent.broke_off is not None:
        tell(sent.broke_off)
        click.echo(f"Not sent to {len(sent.not_tried):,}: " + _names(sent.not_tried), err=True)


def _tell_left_out(people: Batch) -> None:
    if people.asked_already:
        count = len(people.asked_already)
        click.echo(f"Left out, with a link that has not expired ({count:,}; --again asks them anew): ", nl=False)
        click.echo(_names(people.asked_already))
    if people.without_address:
        click.echo(f"Without an e-mail address that can be written to ({len(people.without_address):,}):", err=True)
        for person in people.without_address:
            click.echo(f"  {person.id}  {person.name}", err=True)


def _names(of: Sequence[NodeRecord] | Sequence[Invitation]) -> str:
    more = f" and {len(of) - LISTED:,} more" if len(of) > LISTED else ""
    return ", ".join(one.name for one in of[:LISTED]) + more


def _tell_status(cut: Cut, asked: Iterable[Confirmation]) -> None:
    """A line for everybody who was asked and is still in the network, and what there is to know in all."""
    known = [(cut.node(index), one) for one in asked if (index := cut.index(one.asked.person)) is not None]
    rows = [("STATE", "ASKED", "UNTIL", "ANSWERED", "ID", "NAME"), *(_row(*one) for one in known)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    counts = {state: sum(one.state is state for _, one in known) for state in ConfirmationState}
    click.echo(", ".join(f"{count:,} {state.lower().replace('_', ' ')}" for state, count in counts.items()) + ".")


def _row(person: NodeRecord, confirmation: Confirmation) -> tuple[str, ...]:
    asked, answered = confirmation.asked, confirmation.answered
    state = confirmation.state.lower().replace("_", " ")
    if confirmation.state is ConfirmationState.REFUSED and asked.refusal:
        state = f"{state} ({asked.refusal})"
    answer = "-" if answered is None else f"{_day(answered.at)} {answered.answer.lower()}"
    return state, _day(asked.at), last_day(asked.expires).isoformat(), answer, person.id, person.name


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(AMSTERDAM):%Y-%m-%d}"
