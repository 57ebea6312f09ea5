"""A question that stands: a subscription, asked once and answered at every change."""

from __future__ import annotations

from typing import Any

import orjson
from graphql import ExecutionResult
from graphql.execution import Executor, execute_subscription_event

from resolvers.changes import SeenChange
from schema.subscription import Heard

from .errors import Incident, told_field_error
from .parameters import Parameters
from .server_sent_events import Event, next_event, too_large

LARGEST_EVENT = 65_536
"""Bytes of one event; a change of more is to be asked for."""


class Standing:
    """A subscription that was asked. Two are equal when everything that either hears, the other hears too, to the byte.

    It keeps nothing of the version at which it was asked.
    """

    def __init__(self, executor: Executor[Any], heard: Heard, parameters: Parameters) -> None:
        executor.context_value = None  # would keep a whole network
        self.heard = heard
        self._executor = executor
        variables = orjson.dumps(parameters.variables, option=orjson.OPT_SORT_KEYS)
        self._key = (heard, parameters.query, parameters.operation_name, variables)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Standing) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def answer(self, seen: SeenChange) -> Event:
        """What is told of a change."""
        result = execute_subscription_event(self._executor.build_per_event_executor(self.heard.root(seen)))
        assert isinstance(result, ExecutionResult)
        incident = Incident()
        errors = [told_field_error(error, incident) for error in result.errors or ()]
        event = next_event(seen.version, {**({"errors": errors} if errors else {}), "data": result.data})
        return event if len(event.chunk) <= LARGEST_EVENT else too_large(seen.version)
