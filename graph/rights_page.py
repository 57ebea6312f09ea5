"""The table of rights as a page for people: `python -m graph.rights_page > docs/rights.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from graph.rights import RIGHTS, Right
from graph.viewers import Role


def page() -> str:
    """The page in Markdown, with every right."""
    return "\n".join([*_head(), *_table(), *_notes()]) + "\n"


def _head() -> Iterator[str]:
    yield "# Who may change what"
    yield ""
    yield "Made from `graph/rights.py`, which is what is enforced; a test compares the two. What somebody *sees* is the"
    yield "reduced network of their role; [signing-in.md](signing-in.md) says who has which role."
    yield ""


def _table() -> Iterator[str]:
    yield f"| | {' | '.join(role.name for role in Role)} |"
    yield "|---|" + "---|" * len(Role)
    for right in RIGHTS:
        yield f"| {right.what} | {' | '.join(_cell(right, role) for role in Role)} |"
    yield ""


def _cell(right: Right, role: Role) -> str:
    match role:
        case Role.PUBLIC:
            return "—"
        case Role.MEMBER:
            return right.theirs or "—"
        case _:
            return "yes"


_NOTES = """\
- What is looked at is what would be written, however it was asked for: whether a holding ends by `appoint`, by `end` or
  by a line of `put`, the same holds. One thing that is not theirs refuses the whole change set.
- Members do not remove anything, nor change how visible something is. What they add is as visible as such things are,
  or, of a coalition of theirs, for that coalition alone.
- A coalition is a member's when they hold a seat at its table today. It is looked up at each request.
- Of their own entry, a line of `put` may leave out what is not theirs to change, or not theirs to see: it stays.
- A member's e-mail address is what they are known by when they sign in, so it may not be that of somebody else.
- What somebody may not see is NOT_FOUND, as if nobody had ever heard of it; what they see but may not change is
  FORBIDDEN; whoever is not signed in is UNAUTHENTICATED whatever they ask. Their own entry everybody always sees.
- A seat whose holder a member may not see is not theirs to appoint to, though it is at their table: FORBIDDEN, since
  that there is such a holder is no secret.
- Whoever is at the machine, with `korte-lijnen` and the store, may do everything; tokens are made there too."""


def _notes() -> Iterator[str]:
    yield _NOTES


if __name__ == "__main__":
    sys.stdout.write(page())
