"""Worklists: what there is to do for stewards."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from graph.confirming.asking import Confirmation, ConfirmationState, confirmations
from graph.confirming.due import due_key, retention_due, without_retention
from graph.name_order import name_key
from graph.rights import WORKLISTS, require
from resolvers.arguments import within
from resolvers.context import Context
from resolvers.cursors import Key, Order
from resolvers.pages import Page, page

BY_ASKING = Order("confirmations", (str, str))
BY_RETENTION = Order("retention", (str, str, str))
WITHOUT_RETENTION = Order("without retention", (str, str))
MOST_DAYS = 3_660


def allowed(context: Context) -> None:
    """Raise Unauthenticated or Forbidden for whoever is no steward."""
    require(context.viewer, WORKLISTS)


def confirmations_of(
    context: Context, states: Collection[ConfirmationState] | None, first: int, after: str | None
) -> Page[Confirmation]:
    """People of today's network who were asked whether their entry is still right, who was asked first coming first.

    What is kept of that lies beside the network and moves without it.
    """
    context.beside.set()
    cut = context.on(None)
    found = [
        one
        for one in confirmations(context.log.keepsakes, datetime.now(UTC))
        if (states is None or one.state in states) and cut.index(one.asked.person) is not None
    ]
    return page(found, BY_ASKING, _place, first, after)


def retention_due_of(context: Context, days: int, first: int, after: str | None) -> Page[int]:
    """People whose contact details may be kept until a day that has passed or comes within so many, soonest first."""
    within("within", days, 0, MOST_DAYS)
    network = context.reduced.network
    found = retention_due(network, context.today, days)
    return page(found, BY_RETENTION, lambda person: due_key(network.node(person)), first, after)


def without_retention_of(context: Context, first: int, after: str | None) -> Page[int]:
    """People whose contact details are kept without a date until when, by name."""
    network = context.reduced.network
    found = without_retention(network)
    return page(found, WITHOUT_RETENTION, lambda person: name_key(network.node(person)), first, after)


def _place(confirmation: Confirmation) -> Key:
    return confirmation.asked.at.astimezone(UTC).isoformat(timespec="microseconds"), confirmation.asked.person
