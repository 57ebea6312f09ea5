"""Nodes by id and by code."""

from __future__ import annotations

from collections.abc import Sequence

from graph.cut import Cut
from graph.errors import BadInput, KorteLijnenError, NotFound
from graph.vocabulary import CodeSystem
from resolvers.arguments import LONGEST_LIST, few, node_on


def nodes_or_errors(cut: Cut, ids: Sequence[str]) -> list[int | KorteLijnenError | None]:
    """The nodes of these ids in their order, and at the place of each that is not there what is wrong with it.

    Of too many ids it is said at the first place, and there is none: the rest of the answer stands.
    """
    try:
        few("ids", ids, 0, LONGEST_LIST)
    except BadInput as error:
        return [error, *[None] * (len(ids) - 1)]
    return [_node_or_error(cut, id) for id in ids]


def by_code(cut: Cut, system: CodeSystem, code: str) -> int:
    """The present organisation that has a code."""
    index = cut.network.by_code.get((system.name, code))
    if index is None or not cut.node_present[index]:
        raise NotFound(
            f"Nothing has the code «{code[:40]}» of {system.name} on {cut.date}.",
            field="code",
            actual=code[:40],
            expected=f"a code of {system.name} as its register writes it",
            help="`search` finds codes however they are written.",
        )
    return index


def _node_or_error(cut: Cut, id: str) -> int | NotFound:
    try:
        return node_on(cut, id, "ids")
    except NotFound as error:
        return error
