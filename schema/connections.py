"""Connections: pages of lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from strawberry import Private

from resolvers.pages import Page
from schema.declaring import answered, object_type

T = TypeVar("T")
Item = TypeVar("Item")


@object_type
class PageInfo:
    """Whether a list goes on behind this page, and from where."""

    has_next_page: bool
    end_cursor: str | None


@object_type
class Edge(Generic[T]):
    """One item of a list."""

    page: Private[Page[Any]]
    item: Private[object]
    node: T

    @answered
    def cursor(self) -> str:
        """Where this item stands: the list goes on behind it, after any write."""
        return self.page.cursor(self.item)


@object_type
class Connection(Generic[T]):
    """A page of a list, and how many there are in all."""

    page: Private[Page[Any]]
    edges: list[Edge[T]]
    total_count: int

    @answered
    def page_info(self) -> PageInfo:
        """Whether the list goes on, and from where."""
        return PageInfo(has_next_page=self.page.more, end_cursor=self.page.end)


def connection(page: Page[Item], view: Callable[[Item], T]) -> Connection[T]:
    """A page as the API gives it, each item as its view."""
    edges = [Edge(page=page, item=item, node=view(item)) for item in page]
    return Connection(page=page, edges=edges, total_count=page.total)
