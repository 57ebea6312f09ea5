"""A database made ready to be a store of ours: its constraints, its indexes and the node that holds the version."""

from __future__ import annotations

from neo4j import ManagedTransaction, Session
from neo4j.exceptions import TransientError

from graph.errors import BadInput
from graph.stores.neo4j import statements
from graph.stores.neo4j.words import constraints

FORM = 1  # the form in which a network is kept; a database of a later form is refused
_WAIT = "CALL db.awaitIndexes(300)"
_NAMES = "SHOW INDEXES YIELD name"  # each constraint has an index of its name


def set_up(session: Session, address: str) -> None:
    """Make what is not there yet. Raises BadInput when the database holds something else, or a later form."""
    form = session.execute_read(_form, address)
    if form is not None and form > FORM:
        raise BadInput(
            f"the network at {address} was written by a newer Korte Lijnen",
            field="store",
            actual=f"form {form}",
            expected=f"form {FORM}",
            help="Use that version of Korte Lijnen, or load a dump that it made into an empty database.",
        )
    try:
        _make_constraints(session)
    except TransientError:  # another process was making them too
        _make_constraints(session)
    if form is None:
        session.execute_write(lambda tx: tx.run(statements.MAKE_HEAD, form=FORM).consume())


def _form(tx: ManagedTransaction, address: str) -> int | None:
    anything = tx.run(statements.ANYTHING).single()
    head = tx.run(statements.VERSION).single()
    if head is not None:
        form: int = head["form"]
        return form
    if anything is not None:
        raise BadInput(
            f"the database at {address} holds something else",
            field="store",
            actual="nodes labelled " + ", ".join(anything["labels"]),
            expected="an empty database, or one of Korte Lijnen",
        )
    return None


def _make_constraints(session: Session) -> None:
    known = set(session.execute_read(lambda tx: tx.run(_NAMES).value("name")))
    missing = [statement for name, statement in constraints().items() if name not in known]
    if missing:
        session.execute_write(_run_each, missing)
        session.execute_read(lambda tx: tx.run(_WAIT).consume())


def _run_each(tx: ManagedTransaction, made: list[str]) -> None:
    for statement in made:
        tx.run(statement).consume()
