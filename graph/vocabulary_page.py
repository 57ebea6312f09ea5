"""The vocabulary as a page for people: `python -m graph.vocabulary_page > docs/vocabulary.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from graph.vocabulary import FAMILIES, KINDS, RELATIONS, Member, Visibility, kinds_of


def page() -> str:
    """The page in Markdown, with every kind, relation and member."""
    return "\n".join([*_head(), *_kinds(), *_relations()]) + "\n"


def _head() -> Iterator[str]:
    yield "# The vocabulary"
    yield ""
    yield "Made from `graph/vocabulary.py`; a test compares the two. Every node also has `id`, `name`, `since`,"
    yield "`until`, `visibility`, `sources` and `confirmedAt`; every relation `id`, `from`, `to`, `since`, `until`,"
    yield "`visibility`, `sources` and `confirmedAt`. Periods are half-open: `until` is the first day that no longer"
    yield "counts."
    yield ""
    for family in FAMILIES:
        yield f"- **{family}** is any of " + ", ".join(kinds_of(family)) + "."


def _kinds() -> Iterator[str]:
    yield from ("", "## Nodes", "")
    for kind in KINDS.values():
        default = f"; {kind.visibility.name} unless it says otherwise"
        yield f"### {kind.name}"
        yield ""
        yield f"{kind.meaning[0].upper()}{kind.meaning[1:]}{default}."
        yield from _members(kind.members)
        yield ""


def _relations() -> Iterator[str]:
    yield from ("## Relations", "")
    yield "Relations with a person at one end are for members unless they say otherwise, all others public."
    yield ""
    for relation in RELATIONS.values():
        line = "—" if relation.mutual else "→"
        yield f"### {relation.name}"
        yield ""
        yield f"{relation.meaning[0].upper()}{relation.meaning[1:]}: {', '.join(_ends(relation.ends, line))}."
        yield from _members(relation.members)
        yield ""


def _ends(ends: Iterable[tuple[str, str]], line: str) -> Iterator[str]:
    pairs = list(ends)
    if all(one == other for one, other in pairs) and len(pairs) == len(KINDS):
        yield f"any node {line} one of its kind"
    else:
        yield from (f"{one} {line} {other}" for one, other in pairs)


def _members(members: Iterable[Member]) -> Iterator[str]:
    rows = list(members)
    if not rows:
        return
    yield from ("", "| member | form | meaning |", "|---|---|---|")
    for member in rows:
        yield f"| `{member.name}`{' (required)' if member.required else ''} | {_form(member)} | {_meaning(member)} |"


def _form(member: Member) -> str:
    if member.choices is not None:
        return ", ".join(member.choices.__members__)
    return f"the id of a {member.refers}" if member.refers else member.form.value


def _meaning(member: Member) -> str:
    seen = "" if member.seen_by is Visibility.PUBLIC else f"; for {member.seen_by.name} and up only"
    return f"{member.meaning}{seen}{'; personal data' if member.personal else ''}"


if __name__ == "__main__":
    sys.stdout.write(page())
