"""A network in a real store, and questions that are asked of it as the service and the command line ask them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import orjson

from graph.errors import KorteLijnenError
from graph.lines import Line
from graph.live import LiveNetwork
from graph.stores import open_store
from graph.viewers import STEWARD, Role, Viewer, ViewerClass
from graph.vocabulary import Visibility
from resolvers.context import Context
from resolvers.costs import COSTS, LENGTHS
from schema import schema
from seeds import synonyms
from server.graphql_over_http.errors import RequestErrors, told, told_request_error
from server.graphql_over_http.execution import Execution
from server.graphql_over_http.parameters import Parameters
from server.limits import Limits
from tests.graph.networks import TODAY

EXECUTION = Execution(schema, Limits(weights=COSTS, lengths=LENGTHS))


@dataclass(frozen=True)
class Asking:
    """Asks of the newest version; `today` is the date on which it is asked."""

    live: LiveNetwork
    today: date = TODAY
    viewer: Viewer | ViewerClass = STEWARD

    def by(self, viewer: Viewer | ViewerClass) -> Asking:
        return replace(self, viewer=viewer)

    def write(self, lines: Iterable[Line], *, by: str = "Tess", because: str = "a test", replace: bool = False) -> int:
        """Write lines; the version that this made."""
        self.live.write(by, because, list(enumerate(lines, 1)), replace=replace)
        return self.live.network.version

    def context(self) -> Context:
        """What an operation that begins now reads."""
        return replace(Context.of(self.live, _somebody(self.viewer), synonyms()), today=self.today)

    def answer(self, document: str, **variables: object) -> dict[str, Any]:
        """The answer as JSON has it."""
        return _answer(self.context(), document, variables)

    def data(self, document: str, **variables: object) -> Any:  # noqa: ANN401 - JSON, of whatever shape was asked for
        """The data of an answer without errors."""
        return self.data_in(self.context(), document, **variables)

    def data_in(self, context: Context, document: str, **variables: object) -> Any:  # noqa: ANN401
        """The data of an answer without errors, read in a context that was made before."""
        answer = _answer(context, document, variables)
        assert not answer["errors"], answer["errors"]
        return answer["data"]

    def network(self, fields: str) -> Any:  # noqa: ANN401 - JSON, of whatever shape was asked for
        """The fields of today's network."""
        return self.data(f"{{ network {{ {fields} }} }}")["network"]

    def errors(self, document: str, **variables: object) -> list[dict[str, Any]]:
        """The errors of an answer, without the data."""
        errors: list[dict[str, Any]] = self.answer(document, **variables)["errors"]
        return errors

    def error(self, document: str, **variables: object) -> dict[str, Any]:
        """The one error of an answer: its extensions, with message and path."""
        (error,) = self.errors(document, **variables)
        return {**error["extensions"], "message": error["message"], "path": error.get("path")}


def _somebody(viewer: Viewer | ViewerClass) -> Viewer:
    """The viewer, or one of the class, where it does not matter who."""
    if isinstance(viewer, Viewer):
        return viewer
    roles = {Visibility.PUBLIC: Role.PUBLIC, Visibility.MEMBER: Role.MEMBER, Visibility.STEWARD: Role.STEWARD}
    return Viewer("Tess", roles[viewer.sees], coalitions=viewer.coalitions)


def _answer(context: Context, document: str, variables: dict[str, object]) -> dict[str, Any]:
    try:
        given = EXECUTION.answer(Parameters(document, None, variables), context, queries_only=False)
    except RequestErrors as failure:
        errors = [told_request_error(error, failure.field) for error in failure.errors]
        return {"data": None, "errors": orjson.loads(orjson.dumps(errors))}
    except KorteLijnenError as error:
        return {"data": None, "errors": [told(error)]}
    answer: dict[str, Any] = orjson.loads(orjson.dumps({"data": given.data, "errors": given.errors}))
    return answer


Ask = Callable[[Iterable[Line]], Asking]
"""Puts lines in a new store and gives who may be asked about them."""


def sqlite_asking(folder: Path, lines: Iterable[Line]) -> Asking:
    """A network of these lines in a new SQLite file."""
    folder.mkdir(exist_ok=True)
    ask = Asking(LiveNetwork(open_store(f"sqlite:///{folder / 'network.db'}")))
    ask.write(lines)
    return ask


def names(connection: dict[str, Any]) -> list[str]:
    """The names of the nodes of a connection."""
    return [edge["node"]["name"] for edge in connection["edges"]]
