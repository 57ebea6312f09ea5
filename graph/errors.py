"""Everything a caller can be told is wrong.

KorteLijnenError
├── BadInput          BAD_INPUT        what was given cannot be right
│   └── RejectedLines                  a network file or change set with errors, each with its place
├── NotFound          NOT_FOUND        no such thing, or not for this viewer
├── Forbidden         FORBIDDEN        this viewer may see it but not do it
├── Unauthenticated   UNAUTHENTICATED  somebody has to sign in first
├── TooCostly         TOO_COSTLY       the question is larger than one question may be
├── Conflict          CONFLICT         what this rests on has changed since
├── Unavailable       UNAVAILABLE      the store is away
└── TimedOut          TIMEOUT          it took longer than one question may take

Anything else that escapes is INTERNAL: the caller gets an id and the log gets the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


class KorteLijnenError(Exception):
    """A mistake or a state of affairs that the caller can do something about.

    `field` is where it is, `actual` what was there, `expected` what would be right, `help` what to do next.
    """

    code: ClassVar[str] = "INTERNAL"

    def __init__(
        self,
        message: str,
        *,
        field: str | None = None,
        actual: object = None,
        expected: object = None,
        help: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.actual = actual
        self.expected = expected
        self.help = help

    def extensions(self) -> dict[str, object]:
        """The error as a GraphQL error's `extensions`: code, field, actual, expected, help."""
        return {
            "code": self.code,
            "field": self.field,
            "actual": self.actual,
            "expected": self.expected,
            "help": self.help,
        }


class BadInput(KorteLijnenError):
    """What was given cannot be right."""

    code = "BAD_INPUT"


class NotFound(KorteLijnenError):
    """There is no such thing, or not for this viewer: the two are told alike."""

    code = "NOT_FOUND"


class Forbidden(KorteLijnenError):
    """This viewer may see it, but not do it."""

    code = "FORBIDDEN"


class Unauthenticated(KorteLijnenError):
    """Somebody has to sign in first."""

    code = "UNAUTHENTICATED"


class TooCostly(KorteLijnenError):
    """The question is larger than one question may be."""

    code = "TOO_COSTLY"


class Conflict(KorteLijnenError):
    """What this rests on has changed since."""

    code = "CONFLICT"


class Unavailable(KorteLijnenError):
    """The store is away.

    `inside` is where the store is and what it said itself: for whoever keeps the service (the log, the command line),
    and in no answer.
    """

    code = "UNAVAILABLE"

    def __init__(
        self, message: str, *, inside: str | None = None, field: str | None = None, help: str | None = None
    ) -> None:
        super().__init__(message, field=field, help=help)
        self.inside = inside

    def __str__(self) -> str:
        return f"{self.message} ({self.inside})" if self.inside else self.message


class TimedOut(KorteLijnenError):
    """It took longer than one question may take."""

    code = "TIMEOUT"


@dataclass(frozen=True, slots=True)
class LineError:
    """One thing wrong with one line: where, what, and what would be right. `line` counts from 1."""

    line: int | None
    member: str | None
    message: str
    expected: str | None = None

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line is not None else ""
        member = f"{self.member}: " if self.member else ""
        right = f" (expected {self.expected})" if self.expected else ""
        return f"{place}{member}{self.message}{right}"


class RejectedLines(BadInput):
    """Lines that cannot be taken in; nothing was stored. `errors` holds the first hundred of `total`."""

    LISTED: ClassVar[int] = 100

    def __init__(self, errors: Sequence[LineError], total: int | None = None, source: str | None = None) -> None:
        self.errors = tuple(errors[: self.LISTED])
        self.total = len(errors) if total is None else total
        self.source = source
        of = f" of {source}" if source else ""
        plural = "error" if self.total == 1 else "errors"
        super().__init__(
            f"{self.total} {plural} in the lines{of}; nothing was stored. First: {self.errors[0]}",
            field=self.errors[0].member,
            expected=self.errors[0].expected,
            help="Mend the lines named here and offer the whole again.",
        )

    def extensions(self) -> dict[str, object]:
        """With every error that is listed, and how many there are."""
        listed = [
            {"line": e.line, "member": e.member, "message": e.message, "expected": e.expected} for e in self.errors
        ]
        return super().extensions() | {"errors": listed, "total": self.total}
