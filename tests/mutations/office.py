"""A small network that people keep up: two coalitions, and who may do what in them.

Steef is the steward. Fenna and Noor sit at the table of Parkstad, Mehmet at that of Heuvelland; Sjef sits at Parkstad's
too, but only stewards may know.
"""

from __future__ import annotations

from typing import Any

from graph.lines import write_line
from graph.viewers import ANYBODY, Role, Viewer
from tests.asking import Asking
from tests.graph.networks import Line, knows, node, person, relation

LINES: list[Line] = [
    person("fenna", name="Fenna Dirks", email="f.dirks@example.org", phone="045-1234567", contactPurpose="samenwerken"),
    person("noor", name="Noor Vaessen", email="n.vaessen@example.org"),
    person("mehmet", name="Mehmet Yılmaz", email="m.yilmaz@example.org", introducible=False),
    person("sjef", name="Sjef Geheim", email="s.geheim@example.org", visibility="STEWARD"),
    node("Sector", "VO", weighs="PUPILS"),
    node("Municipality", "heerlen"),
    node("SchoolBoard", "bestuur", codes={"BEVOEGD_GEZAG": "41249"}),
    node("SchoolBoard", "geheim", codes={"BEVOEGD_GEZAG": "40000"}, visibility="STEWARD"),
    node("Coalition", "parkstad", phase="WORKING"),
    node("Coalition", "heuvelland", phase="FORMING"),
    *(node("Seat", seat, sector="VO", mandate="DECIDE") for seat in ("voorzitter", "lid", "stil", "gast")),
    *(relation("SEAT_IN", seat, "parkstad") for seat in ("voorzitter", "lid", "stil")),
    relation("SEAT_IN", "gast", "heuvelland"),
    relation("HOLDS", "fenna", "voorzitter", since="2025-01-01"),
    relation("HOLDS", "noor", "lid", since="2025-01-01"),
    relation("HOLDS", "sjef", "stil", since="2025-03-07"),
    relation("HOLDS", "mehmet", "gast", since="2025-01-01"),
    relation("WORKS_FOR", "fenna", "bestuur", title="bestuurder", deputyOf="sjef"),
    relation("WORKS_FOR", "noor", "bestuur", title="beleidsadviseur"),
    knows("fenna", "mehmet"),
    knows("noor", "mehmet", visibility="STEWARD"),
    node("Meeting", "overleg", date="2026-05-01"),
    relation("HELD_BY", "overleg", "parkstad"),
]

STEWARD = Viewer("Steef", Role.STEWARD)
FENNA = Viewer("Fenna Dirks", Role.MEMBER, "fenna", frozenset({"parkstad"}))
NOOR = Viewer("Noor Vaessen", Role.MEMBER, "noor", frozenset({"parkstad"}))
MEHMET = Viewer("Mehmet Yılmaz", Role.MEMBER, "mehmet", frozenset({"heuvelland"}))
STRANGER = ANYBODY

RESULT = "{ change { version by because touched details } ids network { version asOf } }"


def put(ask: Asking, *lines: object, because: str = "a test", **more: object) -> Any:  # noqa: ANN401
    document = f"""mutation ($lines: [JSON!]!, $because: String!, $basedOn: Int, $dryRun: Boolean) {{
        put(lines: $lines, because: $because, basedOn: $basedOn, dryRun: $dryRun) {RESULT} }}"""
    return done(ask, "put", document, lines=list(lines), because=because, **more)


def appoint(ask: Asking, seat: str, person: str, since: str = "2026-11-15", **more: object) -> Any:  # noqa: ANN401
    document = f"""mutation ($seat: ID!, $person: ID!, $since: Date!, $because: String!, $basedOn: Int) {{
        appoint(seat: $seat, person: $person, since: $since, because: $because, basedOn: $basedOn) {RESULT} }}"""
    given = {"because": "a test", **more}
    return done(ask, "appoint", document, seat=seat, person=person, since=since, **given)


def record_meeting(ask: Asking, name: str, date: str, attendees: list[str], **more: object) -> Any:  # noqa: ANN401
    document = f"""mutation ($name: String!, $date: Date!, $attendees: [ID!]!, $coalition: ID, $because: String!) {{
        recordMeeting(name: $name, date: $date, attendees: $attendees, coalition: $coalition, because: $because)
        {RESULT} }}"""
    given = {"because": "a test", **more}
    return done(ask, "recordMeeting", document, name=name, date=date, attendees=attendees, **given)


def end(ask: Asking, *ids: str, until: str = "2026-11-15", **more: object) -> Any:  # noqa: ANN401
    document = f"""mutation ($ids: [ID!]!, $until: Date!, $because: String!, $basedOn: Int) {{
        end(ids: $ids, until: $until, because: $because, basedOn: $basedOn) {RESULT} }}"""
    given = {"because": "a test", **more}
    return done(ask, "end", document, ids=list(ids), until=until, **given)


def confirm(ask: Asking, *ids: str, on: str | None = None) -> Any:  # noqa: ANN401
    document = f"mutation ($ids: [ID!]!, $on: Date) {{ confirm(ids: $ids, on: $on) {RESULT} }}"
    return done(ask, "confirm", document, ids=list(ids), on=on)


def merge(ask: Asking, keep: str, absorb: str, **more: object) -> Any:  # noqa: ANN401
    document = f"""mutation ($keep: ID!, $absorb: ID!, $because: String!, $basedOn: Int) {{
        merge(keep: $keep, absorb: $absorb, because: $because, basedOn: $basedOn) {RESULT} }}"""
    given = {"because": "a test", **more}
    return done(ask, "merge", document, keep=keep, absorb=absorb, **given)


def revert(ask: Asking, version: int, **more: object) -> Any:  # noqa: ANN401
    document = f"""mutation ($version: Int!, $because: String!, $basedOn: Int) {{
        revert(version: $version, because: $because, basedOn: $basedOn) {RESULT} }}"""
    return done(ask, "revert", document, version=version, **{"because": "a test", **more})


def erase(ask: Asking, person: str, because: str = "asked for") -> Any:  # noqa: ANN401
    document = """mutation ($person: ID!, $because: String!) { erase(person: $person, because: $because) {
        change { version by because touched details } nodes relations changes tokens } }"""
    return done(ask, "erase", document, person=person, because=because)


def done(ask: Asking, field: str, document: str, **variables: object) -> Any:  # noqa: ANN401
    """What a mutation answers: its result, or its one error with the code in front."""
    answer = ask.answer(document, **variables)
    if not answer["errors"]:
        return answer["data"][field]
    (error,) = answer["errors"]
    assert answer["data"] in (None, {field: None})
    return Refused(error["message"], **error["extensions"])


class Refused(dict[str, Any]):
    """An error: its code, field, actual, expected and help, and its message."""

    def __init__(self, message: str, **extensions: object) -> None:
        super().__init__(extensions)
        self.message = message
        self.code = extensions["code"]
        self.field = extensions["field"]


def line(ask: Asking, id: str) -> dict[str, Any] | None:
    """The line of a node or relation as it is now."""
    network = ask.live.network
    record = network.node_by_id(id) or network.relation_by_id(id)
    return write_line(record) if record else None


def nothing_written(ask: Asking, version: int = 1) -> bool:
    return ask.live.store.version() == ask.live.network.version == version
