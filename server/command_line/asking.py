"""Questions on the command line: `query`, and the `schema` they are asked in."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import orjson

from graph.errors import BadInput, KorteLijnenError
from graph.viewers import Role, Viewer
from resolvers.context import Context
from resolvers.costs import COSTS, LENGTHS
from schema import schema as served
from seeds import synonyms
from server.command_line.stores import network, store_option
from server.graphql_over_http.errors import RequestErrors, told, told_request_error
from server.graphql_over_http.execution import Execution
from server.graphql_over_http.parameters import Parameters
from server.limits import Limits

ASKER = Viewer("the command line", Role.STEWARD)


@click.command()
@click.argument("document")
@click.option("--variables", metavar="FILE", help="A file with a JSON object of variables, or the object itself.")
@click.option("--operation", metavar="NAME", help="Which operation, where the document has several.")
@store_option
def query(document: str, variables: str | None, operation: str | None, store: str | None) -> None:
    """Ask a question in GraphQL and print the answer as JSON; exit 1 when it has errors.

    DOCUMENT is a file, - for the standard input, or the question itself. It is answered as to a steward, who sees
    everything.

    \b
      korte-lijnen query '{ network { people { totalCount } } }'
      korte-lijnen query question.graphql --variables '{"area": "GM0917"}'
    """
    text = _text(document, "DOCUMENT", itself="{" in document)
    parameters = Parameters(text, operation, _object(variables))
    limits = Limits(weights=COSTS, lengths=LENGTHS)
    if len(text.encode("utf-8", "replace")) > limits.body:
        raise BadInput(f"The document is larger than {limits.body:,} bytes.", field="DOCUMENT")
    with network(store) as live:
        answer = _answer(Execution(served, limits), parameters, Context.of(live, ASKER, synonyms()))
    sys.stdout.buffer.write(orjson.dumps(answer, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    sys.stdout.buffer.flush()
    if "errors" in answer:
        click.get_current_context().exit(1)


@click.command()
def schema() -> None:
    """Print the GraphQL schema (SDL)."""
    click.echo(served.as_str())


def _answer(execution: Execution, parameters: Parameters, context: Context) -> dict[str, object]:
    try:
        answer = execution.answer(parameters, context, queries_only=False)
    except RequestErrors as failure:
        return {"errors": [told_request_error(error, failure.field) for error in failure.errors]}
    except KorteLijnenError as error:
        return {"errors": [told(error)]}
    return {"errors": answer.errors, "data": answer.data} if answer.errors else {"data": answer.data}


def _object(variables: str | None) -> dict[str, object]:
    if variables is None:
        return {}
    itself = variables.lstrip().startswith(("{", "["))  # a list is none, and no name of a file either
    text = _text(variables, "--variables", itself=itself)
    try:
        read = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadInput(f"The variables are no JSON: {error}.", field="--variables", expected="a JSON object") from None
    if not isinstance(read, dict):
        raise BadInput(
            f"The variables are no JSON object: {text.strip()[:40]}",
            field="--variables",
            expected='a JSON object of variables by name, such as {"area": "GM0917"}, or a file with one',
        )
    return read


def _text(given: str, field: str, *, itself: bool) -> str:
    """The text that was given, or what stands in the file of that name."""
    if itself:
        return given
    try:
        raw = sys.stdin.buffer.read() if given == "-" else Path(given).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no name of a file"
        raise BadInput(
            f"{given} cannot be read: {reason}.", field=field, expected="a file, - for standard input, or the text"
        ) from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{given}: byte {error.start + 1} is not UTF-8.", field=field, expected="a text in UTF-8"
        ) from error
