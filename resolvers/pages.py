"""Pages of lists: some items, and how to go on behind them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.cut import Cut
from graph.name_order import name_key
from resolvers.arguments import LONGEST_LIST, within
from resolvers.cursors import Key, Order, read_cursor, write_cursor

T = TypeVar("T")

BY_NAME = Order("name", (str, str))


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some items of an ordered list, out of `total`; `more` tells whether others come behind them."""

    items: Sequence[T]
    more: bool
    total: int
    order: Order
    key: Callable[[T], Key]

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def cursor(self, item: T) -> str:
        """The cursor of one of its items."""
        return write_cursor(self.order, self.key(item))

    @property
    def end(self) -> str | None:
        """The cursor of its last item."""
        return self.cursor(self.items[-1]) if self.items else None


def page(ordered: Sequence[T], order: Order, key: Callable[[T], Key], first: int, after: str | None) -> Page[T]:
    """The first items of a list that is ordered by `key`, behind the cursor `after` where one is given."""
    within("first", first, 1, LONGEST_LIST, "Ask for the rest with `after`.")
    begin = 0 if after is None else bisect_right(ordered, read_cursor(order, after), key=key)
    return Page(ordered[begin : begin + first], begin + first < len(ordered), len(ordered), order, key)


def page_of_nodes(cut: Cut, nodes: Sequence[int], first: int, after: str | None, *which: object) -> Page[int]:
    """A page of nodes that are in the order of names; `which` list it is, and by what it is narrowed."""
    return page(nodes, BY_NAME.of(*which), lambda node: name_key(cut.node(node)), first, after)
