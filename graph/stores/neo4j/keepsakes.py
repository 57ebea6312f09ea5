"""Keepsakes in the database: one node `(:Keepsake {kind, key, value, expires})` each, connected to nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import TypeVar

from neo4j import ManagedTransaction, Session, unit_of_work

from graph.keepsakes import Keepsake
from graph.stores.neo4j.words import KEEPSAKE

_T = TypeVar("_T")
_SECONDS = 10.0  # after which Neo4j ends the work of a process that hangs, so that it holds up no other

_KEPT_A_SECOND = 1_000  # at least, also by a server that has little

# Who writes takes the lock of this one node first. Locks of the keepsakes themselves would not do: one that waits to
# be changed by one and removed by another is a deadlock.
_TAKE_TURN = f"MERGE (k:{KEEPSAKE} {{kind: 'turn', key: ''}}) SET k.taken = true"
_REMOVE_EXPIRED = f"MATCH (k:{KEEPSAKE}) WHERE k.expires <= $now DELETE k"
_ONE = f"(k:{KEEPSAKE} {{kind: $kind, key: $key}})"
_KEEP = (
    f"UNWIND $rows AS row MERGE (k:{KEEPSAKE} {{kind: $kind, key: row.key}}) "
    "SET k.value = row.value, k.expires = row.expires"
)
_FORGET = f"MATCH {_ONE} DELETE k RETURN count(*) AS forgotten"
_THERE = "k.value IS NOT NULL AND (k.expires IS NULL OR k.expires > $now)"
_TOLD = "RETURN k.key AS key, k.value AS value, toString(k.expires) AS expires"
_KEPT = f"MATCH {_ONE} WHERE {_THERE} {_TOLD}"
_LIST = f"MATCH (k:{KEEPSAKE} {{kind: $kind}}) WHERE {_THERE} {_TOLD} ORDER BY key"


class Neo4jKeepsakes:
    """The keepsakes of a database. `writing` opens a session for writing, and tells what goes wrong in it as ours.

    Reading is done in such sessions too: they go to the leader of a cluster, which knows what others wrote just now.
    """

    def __init__(self, writing: Callable[[], AbstractContextManager[Session]]) -> None:
        self._writing = writing

    def keep(self, kind: str, key: str, value: str, expires: datetime | None = None) -> None:
        """Keep something, instead of what was kept under that key before."""
        self.keep_all(kind, (Keepsake(key, value, expires),))

    def keep_all(self, kind: str, keepsakes: Sequence[Keepsake]) -> None:
        """Keep many things of a kind, each instead of what was kept under its key before: all of them or none."""
        self._in_turn(lambda tx: _keep(tx, kind, keepsakes), _SECONDS + len(keepsakes) / _KEPT_A_SECOND)

    def keep_once(self, kind: str, key: str, value: str, expires: datetime | None = None) -> bool:
        """Keep something unless there is something under that key; whether it was kept."""

        def keep_once(tx: ManagedTransaction) -> bool:
            free = _kept(tx, kind, key) is None
            if free:
                _keep(tx, kind, (Keepsake(key, value, expires),))
            return free

        return self._in_turn(keep_once)

    def kept(self, kind: str, key: str) -> Keepsake | None:
        """What is kept under a key."""
        with self._writing() as session:
            return session.execute_write(_kept, kind, key)

    def forget(self, kind: str, key: str) -> bool:
        """Keep it no longer; whether there was anything."""
        return self._in_turn(lambda tx: bool(tx.run(_FORGET, kind=kind, key=key).single(strict=True)["forgotten"]))

    def list(self, kind: str) -> Sequence[Keepsake]:
        """Everything of a kind, by key."""
        with self._writing() as session:
            rows = session.execute_write(lambda tx: tx.run(_LIST, kind=kind, now=_now()).values())
        return [_keepsake(*row) for row in rows]

    def _in_turn(self, work: Callable[[ManagedTransaction], _T], seconds: float = _SECONDS) -> _T:
        @unit_of_work(timeout=seconds)
        def in_turn(tx: ManagedTransaction) -> _T:
            tx.run(_TAKE_TURN).consume()
            tx.run(_REMOVE_EXPIRED, now=_now()).consume()
            return work(tx)

        with self._writing() as session:
            return session.execute_write(in_turn)


def forget_all(tx: ManagedTransaction, keepsakes: Sequence[tuple[str, str]]) -> None:
    """Keep things no longer, by their kinds and keys, within the transaction that is open."""
    if keepsakes:
        tx.run(_TAKE_TURN).consume()
    for kind, key in keepsakes:
        tx.run(_FORGET, kind=kind, key=key).consume()


def _keep(tx: ManagedTransaction, kind: str, keepsakes: Sequence[Keepsake]) -> None:
    rows = [{"key": one.key, "value": one.value, "expires": one.expires} for one in keepsakes]
    tx.run(_KEEP, kind=kind, rows=rows).consume()


def _kept(tx: ManagedTransaction, kind: str, key: str) -> Keepsake | None:
    row = tx.run(_KEPT, kind=kind, key=key, now=_now()).single()
    return None if row is None else _keepsake(*row.values())


def _keepsake(key: str, value: str, expires: str | None) -> Keepsake:
    return Keepsake(key, value, None if expires is None else datetime.fromisoformat(expires).astimezone(UTC))


def _now() -> datetime:
    return datetime.now(UTC)
