"""A record as the text that the change log keeps of it: its line of a network file.

What a store kept was checked when it came in, so it is read without checking it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

import orjson

from graph.editing.traces import Traces
from graph.lines import write_line, write_source
from graph.records import NodeRecord, Record, RelationRecord, Source, Touch
from graph.vocabulary import Visibility


def image(record: Record | None) -> str | None:
    """The line of a record, equal for equal records; None stays None."""
    return None if record is None else orjson.dumps(write_line(record)).decode()


def imaged(text: str | None) -> Record | None:
    """The record of an image."""
    if text is None:
        return None
    line = orjson.loads(text)
    node, relation = line.pop("node", None), line.pop("relation", None)
    id, since, until = line.pop("id"), day(line.pop("since", None)), day(line.pop("until", None))
    visibility, confirmed = Visibility[line.pop("visibility")], day(line.pop("confirmedAt", None))
    sources = _sources(line.pop("sources", ()))
    if node is not None:
        return NodeRecord(id, node, line.pop("name"), since, until, visibility, confirmed, sources, line)
    origin, target = line.pop("from"), line.pop("to")
    return RelationRecord(id, relation, origin, target, since, until, visibility, confirmed, sources, line)


def rewritten(before: str | None, after: str | None, traces: Traces) -> tuple[str | None, str | None]:
    """Two images without a person; the very same where they do not tell of them."""
    return _without(before, traces), _without(after, traces)


def _without(text: str | None, traces: Traces) -> str | None:
    if text is None or not traces.may_tell(text):
        return text
    record = imaged(text)
    without = traces.record(record)
    return text if without is record else image(without)


def in_order(touches: Iterable[Touch]) -> tuple[Touch, ...]:
    """The touches of a change as both stores give them: nodes before relations, each by id."""
    return tuple(sorted(touches, key=lambda touch: (isinstance(touch.record, RelationRecord), touch.id)))


def written_sources(sources: tuple[Source, ...]) -> str | None:
    """Sources as a JSON text, None where there are none."""
    return orjson.dumps([write_source(source) for source in sources]).decode() if sources else None


@lru_cache(4096)
def read_sources(text: str | None) -> tuple[Source, ...]:
    """The sources of a JSON text. Many records have the same ones: they are read once and shared."""
    return () if text is None else _sources(orjson.loads(text))


def _sources(written: Iterable[Mapping[str, str]]) -> tuple[Source, ...]:
    return tuple(Source(one["title"], one.get("url"), day(one.get("retrieved"))) for one in written)


@lru_cache(16_384)
def day(written: str | None) -> date | None:
    """The date of a YYYY-MM-DD, None where there is none."""
    return None if written is None else date.fromisoformat(written)
