"""Who may change what. Members change what is theirs, whichever way they try; what they do not see is not found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.viewers import Role, Viewer
from tests.asking import Asking
from tests.graph.networks import Line, knows, node, person, relation
from tests.mutations.office import (
    FENNA,
    MEHMET,
    NOOR,
    STEWARD,
    STRANGER,
    Refused,
    appoint,
    confirm,
    end,
    erase,
    line,
    merge,
    nothing_written,
    put,
    record_meeting,
    revert,
)

Attempt = Callable[[Asking], Any]

FENNAS_ENTRY: Line = {
    "node": "Person", "id": "fenna", "name": "Fenna Dirks", "email": "f.dirks@example.org", "phone": "045-1234567",
}  # fmt: skip
FUNCTION = "WORKS_FOR(fenna,bestuur,)"
HELD, NOORS = "HOLDS(fenna,voorzitter,2025-01-01)", "HOLDS(noor,lid,2025-01-01)"
ATTENDED: list[Line] = [relation("ATTENDED", "noor", "overleg")]

SEAT: list[Line] = [
    {"node": "Seat", "id": "_:s", "name": "Zetel", "sector": "VO", "mandate": "ADVISE"},
    relation("SEAT_IN", "_:s", "parkstad"),
    relation("SEAT_FOR", "_:s", "bestuur"),
    relation("COVERS", "_:s", "heerlen"),
    relation("HOLDS", "noor", "_:s", since="2026-11-01"),
]

# What is Fenna's to do

THEIRS: dict[str, Attempt] = {
    "their name": lambda ask: put(ask, {**FENNAS_ENTRY, "name": "Fenna Dirks-Bos"}),
    "their address": lambda ask: put(ask, {**FENNAS_ENTRY, "email": "fenna@example.org"}),
    "their telephone": lambda ask: put(ask, {**FENNAS_ENTRY, "phone": None}),
    "whether they introduce": lambda ask: put(ask, {**FENNAS_ENTRY, "introducible": False}),
    "a function of theirs": lambda ask: put(ask, relation("WORKS_FOR", "fenna", "bestuur", since="2026-01-01")),
    "the title of their function": lambda ask: put(ask, relation("WORKS_FOR", "fenna", "bestuur", title="lid")),
    "the end of their function": lambda ask: end(ask, FUNCTION),
    "an acquaintance": lambda ask: put(ask, knows("fenna", "noor")),
    "an acquaintance, told the other way": lambda ask: put(ask, knows("noor", "fenna", strength="STRONG")),
    "the end of an acquaintance": lambda ask: end(ask, "KNOWS(fenna,mehmet,)"),
    "their entry is right": lambda ask: confirm(ask, "fenna"),
    "what relates them is right": lambda ask: confirm(ask, "KNOWS(fenna,mehmet,)", FUNCTION, HELD),
    "somebody to their own seat": lambda ask: appoint(ask, "voorzitter", "noor"),
    "somebody to a seat of their coalition": lambda ask: appoint(ask, "lid", "mehmet"),
    "the end of a holding in their coalition": lambda ask: end(ask, NOORS),
    "a holding in their coalition is right": lambda ask: confirm(ask, NOORS),
    "a holding in their coalition, as a line": lambda ask: put(
        ask, relation("HOLDS", "noor", "lid", since="2025-01-01", until="2026-11-01")
    ),
    "a new seat": lambda ask: put(ask, *SEAT),
    "a new seat for the coalition alone": lambda ask: put(ask, {**SEAT[0], "visibility": "COALITION"}, SEAT[1]),
    "a meeting": lambda ask: record_meeting(ask, "Overleg", "2026-11-01", ["noor", "mehmet"], coalition="parkstad"),
    "who attended a meeting of theirs": lambda ask: put(ask, *ATTENDED),
    "a dry run": lambda ask: put(ask, {**FENNAS_ENTRY, "phone": "1"}, dryRun=True),
}


@pytest.mark.parametrize("what", THEIRS)
def test_members_change_what_is_theirs(quick_office: Asking, what: str) -> None:
    result = THEIRS[what](quick_office.by(FENNA))
    assert not isinstance(result, Refused), result.message
    if what != "a dry run":
        assert (result["change"]["version"], result["change"]["by"]) == (2, "Fenna Dirks")
        assert bool(result["change"]["touched"]) == (what != "whether they introduce")  # which members are not shown


# What is not

OTHERS: dict[str, Attempt] = {
    "another's entry": lambda ask: put(ask, person("noor", name="Noor V.")),
    "another's entry is right": lambda ask: confirm(ask, "noor"),
    "the purpose of their contact details": lambda ask: put(ask, {**FENNAS_ENTRY, "contactPurpose": "alles"}),
    "how long they are kept": lambda ask: put(ask, {**FENNAS_ENTRY, "retainUntil": "2099-01-01"}),
    "who sees their entry": lambda ask: put(ask, {**FENNAS_ENTRY, "visibility": "PUBLIC"}),
    "when they were there": lambda ask: put(ask, {**FENNAS_ENTRY, "until": "2026-12-01"}),
    "where their entry was read": lambda ask: put(ask, {**FENNAS_ENTRY, "sources": [{"title": "x"}]}),
    "the end of their entry": lambda ask: end(ask, "fenna"),
    "a new person": lambda ask: put(ask, {"node": "Person", "name": "Anna"}),
    "a new person and how they know them": lambda ask: put(
        ask, {"node": "Person", "id": "_:a", "name": "Anna"}, knows("fenna", "_:a")
    ),
    "another's function": lambda ask: put(ask, relation("WORKS_FOR", "noor", "bestuur", title="x")),
    "a function for all to see": lambda ask: put(
        ask, relation("WORKS_FOR", "fenna", "bestuur", since="2026-01-01", visibility="PUBLIC")
    ),
    "a function that only stewards see": lambda ask: put(
        ask, relation("WORKS_FOR", "fenna", "bestuur", since="2026-01-01", visibility="STEWARD")
    ),
    "the visibility of their function": lambda ask: put(
        ask, relation("WORKS_FOR", "fenna", "bestuur", title="bestuurder", visibility="PUBLIC")
    ),
    "how others know each other": lambda ask: put(ask, knows("mehmet", "noor", strength="WEAK")),
    "an organisation": lambda ask: put(ask, node("SchoolBoard", "bestuur", codes={"BEVOEGD_GEZAG": "41249"}, town="x")),
    "a new organisation": lambda ask: put(ask, {"node": "School", "name": "s"}),
    "an organisation is right": lambda ask: confirm(ask, "bestuur"),
    "the end of an organisation": lambda ask: end(ask, "bestuur"),
    "a coalition, also their own": lambda ask: put(ask, node("Coalition", "parkstad", phase="ENDED")),
    "a seat that is there": lambda ask: put(ask, node("Seat", "lid", sector="VO", mandate="LISTEN")),
    "the end of a seat": lambda ask: end(ask, "lid"),
    "a seat that is there to their table": lambda ask: put(
        ask, relation("SEAT_IN", "gast", "parkstad", since="2027-01-01")
    ),
    "for whom a seat is that is there": lambda ask: put(ask, relation("SEAT_FOR", "lid", "bestuur")),
    "a new seat at another table": lambda ask: put(ask, SEAT[0], relation("SEAT_IN", "_:s", "heuvelland")),
    "a new seat at two tables": lambda ask: put(
        ask,
        SEAT[0],
        relation("SEAT_IN", "_:s", "parkstad", until="2026-12-01"),
        relation("SEAT_IN", "_:s", "heuvelland", since="2026-12-01"),
    ),
    "a new seat that only stewards see": lambda ask: put(ask, {**SEAT[0], "visibility": "STEWARD"}, SEAT[1]),
    "somebody to a seat of another coalition": lambda ask: appoint(ask, "gast", "fenna"),
    "somebody to a seat of another coalition, as a line": lambda ask: put(
        ask, relation("HOLDS", "fenna", "gast", since="2027-01-01")
    ),
    "the end of a holding in another coalition": lambda ask: end(ask, "HOLDS(mehmet,gast,2025-01-01)"),
    "a holding in another coalition is right": lambda ask: confirm(ask, "HOLDS(mehmet,gast,2025-01-01)"),
    "when a holding began": lambda ask: put(ask, relation("HOLDS", "noor", "lid", id=NOORS, since="2024-01-01")),
    "a holding for all to see": lambda ask: put(
        ask, relation("HOLDS", "noor", "lid", since="2025-01-01", visibility="PUBLIC")
    ),
    "somebody to a seat that somebody hidden holds": lambda ask: appoint(ask, "stil", "noor"),
    "the same as a line": lambda ask: put(ask, relation("HOLDS", "noor", "stil", since="2025-06-01")),
    "the same before the hidden holding": lambda ask: put(
        ask, relation("HOLDS", "noor", "stil", since="2025-01-01", until="2025-06-01")
    ),
    "a meeting of another coalition": lambda ask: record_meeting(ask, "x", "2026-11-01", [], coalition="heuvelland"),
    "a meeting of nobody": lambda ask: record_meeting(ask, "x", "2026-11-01", ["fenna"]),
    "a meeting of two coalitions": lambda ask: put(
        ask,
        {"node": "Meeting", "id": "_:m", "name": "x", "date": "2026-01-01"},
        relation("HELD_BY", "_:m", "parkstad"),
        relation("HELD_BY", "_:m", "heuvelland"),
    ),
    "the date of a meeting": lambda ask: put(ask, node("Meeting", "overleg", date="2026-05-02")),
    "who leads": lambda ask: put(ask, relation("LEADS", "fenna", "parkstad")),
    "their own and another's at once": lambda ask: put(ask, {**FENNAS_ENTRY, "phone": "1"}, person("noor", name="N.")),
    "their own and another's end": lambda ask: end(ask, FUNCTION, "WORKS_FOR(noor,bestuur,)"),
    "a merge": lambda ask: merge(ask, "fenna", "noor"),
    "a merge of organisations": lambda ask: merge(ask, "parkstad", "heuvelland"),
    "a change": lambda ask: revert(ask, 1),
    "a version that never was": lambda ask: revert(ask, 99),
    "another person": lambda ask: erase(ask, "noor"),
    "a dry run of what is not theirs": lambda ask: put(ask, person("noor", name="N."), dryRun=True),
}


@pytest.mark.parametrize("what", OTHERS)
def test_what_is_not_theirs_is_forbidden(quick_office: Asking, what: str) -> None:
    refused = OTHERS[what](quick_office.by(FENNA))
    assert isinstance(refused, Refused)
    assert refused.code == "FORBIDDEN"
    assert "sjef" not in str(refused)
    assert "2025-03-07" not in str(refused) + refused.message
    assert nothing_written(quick_office)


@pytest.mark.parametrize("what", THEIRS)
def test_what_is_theirs_is_not_another_members(quick_office: Asking, what: str) -> None:
    """Mehmet knows Fenna, and sits at another table."""
    result = THEIRS[what](quick_office.by(MEHMET))
    own = {"the end of an acquaintance"}
    assert isinstance(result, Refused) == (what not in own), what
    if isinstance(result, Refused):
        assert result.code == "FORBIDDEN"
        assert nothing_written(quick_office)


@pytest.mark.parametrize("what", [*THEIRS, *OTHERS])
def test_stewards_and_administrators_may_do_all_of_it(quick_office: Asking, what: str) -> None:
    attempt = (THEIRS | OTHERS)[what]
    for role in (Role.STEWARD, Role.ADMINISTRATOR):
        result = attempt(quick_office.by(Viewer("Steef", role)))
        if isinstance(result, Refused):
            assert result.code not in ("FORBIDDEN", "UNAUTHENTICATED")


def test_most_of_that_is_not_wrong_either(quick_office: Asking) -> None:
    wrong = {what for what, attempt in OTHERS.items() if isinstance(attempt(quick_office.by(STEWARD)), Refused)}
    assert len(wrong) < 20, wrong


@pytest.mark.parametrize("what", [*THEIRS, *OTHERS])
def test_whoever_is_not_signed_in_changes_nothing_and_is_told_nothing(quick_office: Asking, what: str) -> None:
    refused = (THEIRS | OTHERS)[what](quick_office.by(STRANGER))
    assert isinstance(refused, Refused)
    assert refused.code == "UNAUTHENTICATED"
    assert refused.message == "Only members of the network change it."
    assert nothing_written(quick_office)


def test_somebody_who_signed_in_and_is_nobody_hears_why(quick_office: Asking) -> None:
    nobody = Viewer("x", Role.PUBLIC, explanation="nobody has your address")
    assert confirm(quick_office.by(nobody), "fenna").message == "nobody has your address"


# What is not for them to see


def about(ask: Asking, id: str) -> Refused:
    (error,) = ask.errors("query ($id: ID!) { about(person: $id) { entries } }", id=id)
    return Refused(error["message"], **error["extensions"])


HIDDEN = [("sjef", "niemand"), ("geheim", "nergens"), ("HOLDS(sjef,stil,2025-03-07)", "HOLDS(x,stil,2025-03-07)")]
NAMING: dict[str, Callable[[Asking, str], Any]] = {
    "appoint to it": lambda ask, id: appoint(ask, id, "fenna"),
    "appoint them": lambda ask, id: appoint(ask, "lid", id),
    "attendee": lambda ask, id: record_meeting(ask, "x", "2026-01-01", ["fenna", id], coalition="parkstad"),
    "coalition": lambda ask, id: record_meeting(ask, "x", "2026-01-01", [], coalition=id),
    "end": lambda ask, id: end(ask, FUNCTION, id),
    "confirm": lambda ask, id: confirm(ask, "fenna", id),
    "keep": lambda ask, id: merge(ask, id, "fenna"),
    "absorb": lambda ask, id: merge(ask, "fenna", id),
    "erase": erase,
    "put it": lambda ask, id: put(ask, {"node": "Person", "id": id, "name": "x"}),
    "put an organisation": lambda ask, id: put(ask, {"node": "SchoolBoard", "id": id, "name": "x"}),
    "put a relation": lambda ask, id: put(ask, {**knows("fenna", "noor"), "id": id}),
    "to": lambda ask, id: put(ask, knows("fenna", id)),
    "from": lambda ask, id: put(ask, knows(id, "fenna")),
    "works for": lambda ask, id: put(ask, relation("WORKS_FOR", "fenna", id)),
    "deputy of": lambda ask, id: put(ask, relation("WORKS_FOR", "fenna", "bestuur", since="2026-01-01", deputyOf=id)),
    "sector": lambda ask, id: put(ask, {**SEAT[0], "sector": id}, SEAT[1]),
    "seat for": lambda ask, id: put(ask, *SEAT[:2], relation("SEAT_FOR", "_:s", id)),
    "dry run": lambda ask, id: put(ask, knows("fenna", id), dryRun=True),
    "about": about,
}


@pytest.mark.parametrize("what", NAMING)
@pytest.mark.parametrize(("hidden", "unknown"), HIDDEN)
def test_what_is_hidden_is_told_as_what_nobody_knows(
    quick_office: Asking, what: str, hidden: str, unknown: str
) -> None:
    told = []
    for id in (hidden, unknown):
        refused = NAMING[what](quick_office.by(FENNA), id)
        assert isinstance(refused, Refused)
        told.append((refused.message.replace(id, "…"), {k: str(v).replace(id, "…") for k, v in refused.items()}))
    assert told[0] == told[1]
    assert told[0][1]["code"] == "NOT_FOUND"
    assert nothing_written(quick_office)


def test_a_relation_that_is_hidden_does_not_stand_in_the_way_of_one_like_it(quick_office: Asking) -> None:
    result = put(quick_office.by(NOOR), knows("noor", "mehmet", strength="WEAK"))
    assert result["ids"] != ["KNOWS(noor,mehmet,)"]
    assert result["change"]["details"][0]["before"] is None
    hidden = line(quick_office, "KNOWS(noor,mehmet,)")
    assert hidden is not None
    assert (hidden["strength"], hidden["visibility"]) == ("GOOD", "STEWARD")


def test_what_members_may_not_see_of_their_own_stays_as_it_is(quick_office: Asking) -> None:
    put(quick_office.by(FENNA), {**FENNAS_ENTRY, "phone": "1"}, relation("WORKS_FOR", "fenna", "bestuur", title="lid"))
    entry, function = line(quick_office, "fenna"), line(quick_office, FUNCTION)
    assert entry is not None
    assert function is not None
    assert (entry["contactPurpose"], entry["introducible"], entry["phone"]) == ("samenwerken", True, "1")
    assert (function["deputyOf"], function["title"]) == ("sjef", "lid")


def test_a_reason_that_names_somebody_hidden_tells_nothing(quick_office: Asking) -> None:
    assert (
        put(quick_office.by(FENNA), {**FENNAS_ENTRY, "phone": "1"}, because="van Sjef Geheim")["change"]["version"] == 2
    )
    assert put(quick_office.by(FENNA), {**FENNAS_ENTRY, "phone": "2"}, because="van Noor Vaessen").code == "BAD_INPUT"


def test_the_address_of_somebody_else_is_not_taken(quick_office: Asking) -> None:
    refused = put(quick_office.by(FENNA), {**FENNAS_ENTRY, "email": "N.VAESSEN@example.org"})
    assert (refused.code, refused.field) == ("BAD_INPUT", "lines[0].email")
    assert put(quick_office.by(FENNA), {**FENNAS_ENTRY, "email": "s.geheim@example.org"})["change"]["version"] == 2


def test_their_own_entry_they_see_even_when_it_is_hidden(quick_office: Asking) -> None:
    sjef = Viewer("Sjef Geheim", Role.MEMBER, "sjef", frozenset({"parkstad"}))
    told = put(quick_office.by(sjef), {"node": "Person", "id": "sjef", "name": "Sjef Geheim", "phone": "1"})
    assert told["ids"] == ["sjef"]
    assert (line(quick_office, "sjef") or {})["visibility"] == "STEWARD"
    assert confirm(quick_office.by(sjef), "sjef")["ids"] == ["sjef"]


def test_a_seat_that_was_given_up_is_no_longer_theirs(quick_office: Asking) -> None:
    """Rights are derived at each request; a former holder comes with fewer coalitions."""
    former = Viewer("Fenna Dirks", Role.MEMBER, "fenna", frozenset())
    assert appoint(quick_office.by(former), "lid", "mehmet").code == "FORBIDDEN"


def test_members_erase_themselves(office: Asking) -> None:
    receipt = erase(office.by(FENNA), "fenna")
    assert (receipt["change"]["version"], receipt["change"]["by"]) == (2, "erased")
    assert (line(office, "fenna") or {})["name"] == "erased"


# Everything that is kept about somebody


def test_a_person_is_told_what_is_kept_about_them_and_a_steward_all_of_it(office: Asking) -> None:
    put(office.by(STEWARD), node("Question", "vraag", description="via Fenna Dirks"))
    put(office.by(STEWARD), node("Question", "klacht", description="klacht van Fenna Dirks", visibility="STEWARD"))
    put(office.by(FENNA), {**FENNAS_ENTRY, "phone": "1"})
    asked = """{ about(person: "fenna") { person entries relations mentions changes { version by touched } } }"""
    everything = office.by(STEWARD).data(asked)["about"]
    own = office.by(FENNA).data(asked)["about"]
    assert everything["entries"] == own["entries"] == [line(office, "fenna")]
    assert own["entries"][0]["contactPurpose"] == "samenwerken"
    assert [r["relation"] for r in own["relations"]] == ["HOLDS", "KNOWS", "WORKS_FOR"]
    assert [m["id"] for m in own["mentions"]] == ["vraag"]
    assert [m["id"] for m in everything["mentions"]] == ["klacht", "vraag"]
    assert [c["version"] for c in everything["changes"]] == [1, 2, 3, 4]
    assert [c["version"] for c in own["changes"]] == [1, 2, 4]
    assert everything["changes"][0]["touched"] == ["fenna", HELD, "KNOWS(fenna,mehmet,)", FUNCTION]


def test_what_is_kept_about_others_is_theirs_to_know(quick_office: Asking) -> None:
    asked = '{ about(person: "noor") { entries } }'
    assert quick_office.by(FENNA).error(asked)["code"] == "FORBIDDEN"
    assert quick_office.by(STRANGER).error(asked)["code"] == "UNAUTHENTICATED"
    assert quick_office.by(STEWARD).error('{ about(person: "lid") { entries } }')["code"] == "BAD_INPUT"
