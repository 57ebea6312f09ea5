"""From the parameters of a request to the data and errors of its answer. Synchronous: it runs in a worker thread."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterable, Awaitable
from dataclasses import dataclass
from typing import Any, TypeGuard

import strawberry
from graphql import (
    ExecutionResult,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
)
from graphql.execution import Executor, create_source_event_stream

from graph.deadline import current, look
from graph.errors import BadInput, TimedOut
from schema.subscription import Heard
from server.limits import Cost, Costs, Limits

from .documents import Document, Documents
from .errors import Incident, RequestErrors, cause_of, is_callers_mistake, told_field_error
from .media_types import EVENT_STREAM
from .parameters import Parameters
from .refusals import Refused
from .standing import Standing


@dataclass(frozen=True, slots=True)
class Answer:
    """What executing gave: data, or null with the errors that made it so. `query`: it changed nothing."""

    data: dict[str, Any] | None
    errors: list[dict[str, Any]]
    query: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation that may be executed, and what it costs at most."""

    executor: Executor[Any]
    cost: Cost
    query: bool

    def answer(self) -> Answer:
        """Execute it.

        Raises what its deadline stops it with: TimedOut, or Unavailable when it was given up. A mutation that has begun
        is finished: whoever wrote something is told so.
        """
        deadline = current()
        if deadline is not None and not self.query:
            deadline.look()
            deadline.lift()
        try:
            result = self.executor.execute_operation()
        except TimedOut as error:
            error.field = error.field or ".".join(self.cost.path) or None
            error.help = error.help or f"Ask for less at once. Most of it is asked at {self.cost.dearest}."
            raise
        assert isinstance(result, ExecutionResult)
        if result.data is None and all(error.path is None for error in result.errors or ()):
            raise RequestErrors(result.errors or (), field="query")
        incident = Incident()
        return Answer(result.data, [told_field_error(error, incident) for error in result.errors or ()], self.query)


class Execution:
    """Executes requests on one schema.

    The schema's resolvers are plain functions; one that needs the event loop calls it with `anyio.from_thread.run`.
    Raises `ValueError` for a schema with async resolvers, extensions or directives, which would be left out silently.
    """

    def __init__(self, schema: strawberry.Schema, limits: Limits) -> None:
        self._schema = _checked(schema)
        self._executor = _stopping(schema.execution_context_class)
        self._documents = Documents(self._schema, limits)
        self._costs = Costs(self._schema, limits)

    def answer(self, parameters: Parameters, context: object, *, queries_only: bool) -> Answer:
        """Prepare one operation and execute it."""
        return self.operation(parameters, context, queries_only=queries_only).answer()

    def operation(self, parameters: Parameters, context: object, *, queries_only: bool) -> Operation:
        """One operation, ready to be executed.

        Raises `RequestErrors` or `TooCostly` when it cannot be executed, and `Refused` with 405 when it is not a
        query and only queries are allowed.
        """
        document = self._documents.prepared(parameters.query)
        operation = document.operation(parameters.operation_name)
        if operation.operation is OperationType.SUBSCRIPTION:
            raise Refused(406, _STREAM_ONLY)
        is_query = operation.operation is OperationType.QUERY
        if queries_only and not is_query:
            raise Refused(
                405,
                BadInput("A mutation is not executed by GET.", field="method", actual="GET", expected="POST"),
                {"Allow": "POST"},
            )
        return Operation(*self._executor_of(document, operation, parameters, context), is_query)

    def standing(self, parameters: Parameters, context: object) -> Standing | None:
        """The question that a subscription asks; None for any other operation.

        Raises `RequestErrors` or `TooCostly` when it cannot be executed, and whatever its field raises.
        """
        document = self._documents.prepared(parameters.query)
        operation = document.operation(parameters.operation_name)
        if operation.operation is not OperationType.SUBSCRIPTION:
            return None
        executor, _ = self._executor_of(document, operation, parameters, context)
        heard = create_source_event_stream(executor)
        if isinstance(heard, ExecutionResult):
            error = (heard.errors or [])[0]
            raise (RequestErrors([error], field="query") if is_callers_mistake(error) else cause_of(error))
        assert isinstance(heard, Heard)
        return Standing(executor, heard, parameters)

    def _executor_of(
        self, document: Document, operation: OperationDefinitionNode, parameters: Parameters, context: object
    ) -> tuple[Executor[Any], Cost]:
        executor = self._executor.build(
            self._schema,
            document.syntax,
            context_value=context,
            raw_variable_values=parameters.variables,
            operation_name=parameters.operation_name,
            is_awaitable=_never_awaitable,
            is_async_iterable=_never_async_iterable,
            hide_suggestions=True,
        )
        if isinstance(executor, list):
            raise RequestErrors(executor, field="variables")
        return executor, self._costs.check(operation, document.fragments, executor.variable_values)


_STREAM_ONLY = BadInput(
    "A subscription is answered as a stream of events, which this request does not accept.",
    field="Accept",
    expected=EVENT_STREAM,
    help=f"Ask with Accept: {EVENT_STREAM}.",
)


def _stopping(executor: type[Executor[Any]]) -> type[Executor[Any]]:
    """An executor that looks at the deadline of its operation at each object, and ends as a whole where that stops it:
    told of each field, one and the same error would stand in the answer a thousand times."""

    class Stopping(executor):  # type: ignore[misc, valid-type]
        def execute_fields(self, *arguments: Any) -> Any:  # noqa: ANN401 - what graphql-core gives and gets
            look()
            return super().execute_fields(*arguments)

        def handle_field_error(self, raw_error: Exception, *arguments: Any) -> None:  # noqa: ANN401
            deadline = current()
            if deadline is not None and raw_error is deadline.stopped:
                raise raw_error
            super().handle_field_error(raw_error, *arguments)

    return Stopping


def _checked(schema: strawberry.Schema) -> GraphQLSchema:
    if schema.extensions or schema.directives:
        raise ValueError("the extensions and directives of a Strawberry schema are not executed here")
    # The type that Strawberry builds on; its own execution is left aside for speed and for the order of the checks.
    core: GraphQLSchema = schema._schema
    for type_ in core.type_map.values():
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for name, field in type_.fields.items():
                if inspect.iscoroutinefunction(field.resolve):
                    raise ValueError(f"{type_.name}.{name} has an async resolver; resolvers are plain functions here")
        elif isinstance(type_, GraphQLInputObjectType):
            # Strawberry keeps to itself which inputs are one-of; told, graphql-core checks them before execution.
            definition = type_.extensions.get("strawberry-definition")
            type_.is_one_of = bool(definition and definition.is_one_of)
    return core


def _never_awaitable(_value: object) -> TypeGuard[Awaitable[Any]]:
    """graphql-core asks this for every field: the resolvers are plain functions."""
    return False


def _never_async_iterable(_value: object) -> TypeGuard[AsyncIterable[Any]]:
    return False
