"""Files that are uploaded, as a scalar."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

import strawberry
from strawberry.exceptions import StrawberryInputCoercionError

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file as it came: its name, as whoever sent it calls it, and its bytes."""

    name: str
    content: bytes

    @property
    def called(self) -> str:
        """Its name without folders, as it may be shown."""
        name = PurePosixPath(self.name.replace("\\", "/")).name
        shown = "".join(sign for sign in name if sign.isprintable()).strip()
        return shown[-_LONGEST_NAME:] or "file"


def _read(value: object) -> Uploaded:
    if isinstance(value, Uploaded):
        return value
    if isinstance(value, str):
        return Uploaded("text.csv", value.encode("utf-8", "replace"))
    raise StrawberryInputCoercionError("A file is a part of a multipart request, or the text of a CSV file.")


def _written(_: object) -> str:
    raise TypeError("a file is never part of an answer")


UPLOAD = strawberry.scalar(
    name="Upload",
    description="A file: a part of a multipart request (graphql-multipart-request-spec), which needs the header "
    "GraphQL-Require-Preflight; or a text, which is that of a CSV file.",
    serialize=_written,
    parse_value=_read,
)
