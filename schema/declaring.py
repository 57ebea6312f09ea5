"""How the types of the schema are declared: their docstrings are the descriptions that the API gives of itself."""

from __future__ import annotations

from collections.abc import Callable
from inspect import cleandoc
from typing import Any, TypeVar, cast, dataclass_transform

import strawberry

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def object_type(cls: type[T]) -> type[T]:
    """An object type."""
    return strawberry.type(cls, description=_told(cls))


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def interface(cls: type[T]) -> type[T]:
    """An interface."""
    return strawberry.interface(cls, description=_told(cls))


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def input_type(cls: type[T]) -> type[T]:
    """An input of which any members may be given."""
    return strawberry.input(cls, description=_told(cls))


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def one_of(cls: type[T]) -> type[T]:
    """An input of which exactly one member must be given."""
    return strawberry.input(cls, description=_told(cls), one_of=True)


def answered(method: F) -> F:
    """A field that is answered by a method."""
    return answered_as(None)(method)


def answered_as(name: str | None) -> Callable[[F], F]:
    """A field that is answered by a method whose name it cannot have."""

    def declare(method: F) -> F:
        return cast(F, strawberry.field(method, name=name, description=_told(method)))

    return declare


def listened(method: F) -> F:
    """A field of a subscription: the method says what is listened to."""
    return cast(F, strawberry.subscription(method, description=_told(method)))


def _told(declared: object) -> str:
    doc = declared.__doc__
    assert doc, f"{declared} says nothing of itself"
    return cleandoc(doc)
