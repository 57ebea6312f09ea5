"""Files that come with a request: GraphQL's multipart requests (github.com/jaydenseric/graphql-multipart-request-spec).

A browser sends a form to any site without asking it first, with the cookies of whoever is signed in there. So such a
request needs a header that no form can have: a page of another site then has to ask first, and is not allowed to.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from typing import Any

import orjson
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from graph.errors import BadInput
from schema.uploads import Uploaded

from .parameters import Parameters, bounded, parameters_of_body
from .refusals import Refused

PREFLIGHT = "graphql-require-preflight"
MOST_FILES = 5
_OTHER_PREFLIGHT = "apollo-require-preflight"  # what clients of Apollo send


def is_upload(content_type: str | None) -> bool:
    """Whether the body of a request is a form with files."""
    return (content_type or "").split(";")[0].strip().lower() == "multipart/form-data"


async def parameters_of_form(request: Request, most: int, most_json: int) -> tuple[bytes, Parameters]:
    """The parameters of a form of at most `most` bytes, each file in the place of its variable; `Refused` with 415
    without the header, 413 where it is too large, 400 where it is not as it should be."""
    if not (request.headers.get(PREFLIGHT) or request.headers.get(_OTHER_PREFLIGHT)):
        raise Refused(
            415,
            BadInput(
                "A form is read only from who says that it is no page of another site.",
                field="Content-Type",
                actual="multipart/form-data",
                expected=f"application/json, or the header {PREFLIGHT}: 1",
                help=f"Send the header {PREFLIGHT}: 1 with files.",
            ),
        )
    body = await bounded(request.stream().__aiter__(), most)
    form = await _form(request, body, most_json)
    try:
        operations = _text(form, "operations")
        return operations, _with_files(parameters_of_body(operations), _map(form), await _files(form))
    finally:
        await form.close()


async def _form(request: Request, body: bytes, most_json: int) -> FormData:
    async def stream() -> AsyncGenerator[bytes, None]:
        yield body

    parser = MultiPartParser(
        request.headers, stream(), max_files=MOST_FILES, max_fields=MOST_FILES, max_part_size=most_json
    )
    try:
        return await parser.parse()
    except (MultiPartException, KeyError, ValueError) as error:
        message = error.message if isinstance(error, MultiPartException) else "no boundary, or no text in a name"
        raise _malformed("body", f"The form cannot be read: {message.rstrip('.')}.") from error


def _text(form: FormData, name: str) -> bytes:
    given = form.getlist(name)
    if len(given) != 1 or not isinstance(given[0], str):
        raise _malformed(name, f"The form has no part `{name}` that is a text, or several.")
    return given[0].encode()


def _map(form: FormData) -> Mapping[str, list[str]]:
    try:
        found = orjson.loads(_text(form, "map"))
    except orjson.JSONDecodeError as error:
        raise _malformed("map", f"`map` is not JSON: {error}.") from None
    paths = list(found.values()) if isinstance(found, dict) else [None]
    if not all(isinstance(one, list) and all(isinstance(path, str) for path in one) for one in paths):
        raise _malformed("map", "`map` is no object of lists of paths.")
    assert isinstance(found, dict)
    return found


async def _files(form: FormData) -> Mapping[str, Uploaded]:
    parts = [(name, part) for name, part in form.multi_items() if isinstance(part, UploadFile)]
    return {name: Uploaded(part.filename or "", await part.read()) for name, part in parts}


def _with_files(asked: Parameters, places: Mapping[str, list[str]], files: Mapping[str, Uploaded]) -> Parameters:
    for name, paths in places.items():
        if name not in files:
            raise _malformed("map", f"`map` names a part «{name[:40]}», which is no file of the form.")
        for path in paths:
            _put(asked.variables, path, files[name])
    return asked


def _put(variables: dict[str, Any], path: str, file: Uploaded) -> None:
    """A file in the place of a null: `variables.file`, or deeper."""
    first, *steps = path.split(".")
    at: Any = {"variables": variables}
    for step in (first, *steps[:-1]):
        at = at.get(step) if isinstance(at, dict) else at[int(step)] if _is_index(at, step) else None
    last = steps[-1] if steps else ""
    if isinstance(at, dict) and last in at and at[last] is None:
        at[last] = file
    elif _is_index(at, last) and at[int(last)] is None:
        at[int(last)] = file
    else:
        raise _malformed("map", f"`map` names «{path[:80]}», which is no variable that is null.")


def _is_index(at: object, step: str) -> bool:
    return isinstance(at, list) and step.isascii() and step.isdigit() and len(step) < 4 and int(step) < len(at)


def _malformed(field: str, message: str) -> Refused:
    return Refused(
        400,
        BadInput(
            message,
            field=field,
            expected="the parts `operations` and `map`, and the files that `map` names",
            help='operations={"query": "…", "variables": {"file": null}}  map={"0": ["variables.file"]}  0=@sheet.xlsx',
        ),
    )
