"""What Neo4j and its driver say went wrong, in our words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    ConnectionAcquisitionTimeoutError,
    ConstraintError,
    DatabaseError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import KorteLijnenError, Unavailable
from graph.stores.work import does_not_fit


@contextmanager
def told(address: str) -> Iterator[None]:
    """Raise what goes wrong inside as ours: Unavailable, or BadInput where the change does not fit."""
    try:
        yield
    except (DriverError, Neo4jError) as error:
        meaning = _meaning(error, address)
        if meaning is None:
            raise
        raise meaning from error


def _meaning(error: DriverError | Neo4jError, address: str) -> KorteLijnenError | None:
    at = f"Neo4j at {address}: {_first_line(error)}"
    match error:
        case ConstraintError():
            return does_not_fit(error.message or "")
        case IncompleteCommit():
            message = "the store went away while a change was stored; whether it was is not known"
            return _away(message, at, "Look at the last change when Neo4j is back, before offering it again.")
        case ServiceUnavailable() | SessionExpired() | ConnectionAcquisitionTimeoutError():
            return _away("the store does not answer", at, "Nothing was stored. Try again.")
        case Neo4jError() if "Security" in (error.code or ""):
            return _away(
                "the store refuses the user or the password of the service", at, "Give the ones that it knows."
            )
        case Neo4jError() if is_lost_bookmark(error):
            return _away("the store was put back to an earlier state", at, "Nothing was stored. Try again.")
        case TransientError() if (error.code or "").endswith("OutOfMemoryError"):
            return _away(
                "the store has not enough memory for that at once",
                at,
                "Nothing was stored. Give it more heap, or offer it in smaller files.",
            )
        case TransientError() | DatabaseError():
            return _away("the store cannot do it now", at, "Nothing was stored. Try again.")
        case _:
            return None


def is_lost_bookmark(error: Neo4jError) -> bool:
    """Whether the database has never heard of what this process wrote or read before."""
    return "Bookmark" in (error.code or "")


def is_removed_meanwhile(error: Neo4jError) -> bool:
    """Whether something that was found a moment ago had gone when it was read."""
    return (error.code or "").endswith("EntityNotFound")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def _away(message: str, inside: str, help: str) -> Unavailable:
    return Unavailable(message, inside=inside, field="store", help=help)
