"""Erasing a person from the change log of a Neo4j store, within the transaction that is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from neo4j import ManagedTransaction

from graph.editing.traces import Traces
from graph.stores.images import imaged, rewritten
from graph.stores.neo4j import statements

_BATCH = 1_000  # rows in one message


def erase_from_log(tx: ManagedTransaction, traces: Traces, version: int) -> int:
    """Rewrite what the log says of a person, up to a version: how many changes told of them."""
    touched = list(_touched(tx, traces, version))
    signed = [
        {"version": number, "by": traces.signature(by), "because": traces.text(because)}
        for number, _, by, because in tx.run(statements.CHANGES, since=0, last=version).values()
        if (traces.signature(by), traces.text(because)) != (by, because)
    ]
    _each(tx, statements.REWRITTEN_TOUCHED, touched)
    _each(tx, statements.REWRITTEN_CHANGES, signed)
    return len({row["version"] for row in (*touched, *signed)})


def _touched(tx: ManagedTransaction, traces: Traces, version: int) -> Iterator[dict[str, Any]]:
    """What is to be written in the place of images that tell of the person."""
    for chunk in tx.run(statements.TOUCHES, since=0, last=version):
        for number, before, after in zip(*chunk.values(), strict=True):
            images = rewritten(before, after, traces)
            if images != (before, after):
                record = imaged(before) or imaged(after)
                assert record is not None
                yield {"version": number, "id": record.id, "before": images[0], "after": images[1]}


def _each(tx: ManagedTransaction, statement: str, rows: Sequence[dict[str, Any]]) -> None:
    for begin in range(0, len(rows), _BATCH):
        batch = rows[begin : begin + _BATCH]
        done = tx.run(statement, rows=batch).single(strict=True)["done"]
        assert done == len(batch), "what was read of the log a moment ago is there"
