"""What tells of a person, and what is left when they are erased."""

from __future__ import annotations

import pytest

from graph.editing import merge, revert
from graph.editing.erasing import Erasure, erase
from graph.editing.traces import ERASED, Traces, is_erased
from graph.errors import BadInput
from graph.lines import write_line
from graph.network import Network
from graph.records import Change
from graph.stores.images import image, imaged, rewritten
from tests.editing.table import TODAY, at, between, everything, table
from tests.editing.test_reverting import Past
from tests.graph.networks import Line, knows, network_of, node, person, relation

SITE = {"title": "Wie is wie", "url": "https://example.org/mensen/fenna-dirks"}


def erased(network: Network, who: str = "fenna", past: list[Change] | None = None) -> tuple[Network, Erasure]:
    def history(id: str) -> list[Change]:
        return [change for change in past or () if any(touch.id == id for touch in change.touches)]

    erasure = erase(network, who, history, TODAY)
    return network.would_be(erasure.touches), erasure


def told(network: Network) -> str:
    return "\n".join(str(write_line(record)) for record in everything(network).values())


def test_nothing_of_their_own_entry_is_left_but_when_it_was_there() -> None:
    full: Line = person(
        "sjef", name="Sjef Quaedvlieg", email="sq@example.org", phone="1", contactPurpose="x", retainUntil="2028-01-01",
        since="2020-01-01", confirmedAt="2026-01-01", visibility="PUBLIC", sources=[SITE],
    )  # fmt: skip
    network, _ = erased(table(full), "sjef")
    assert write_line(at(network, "sjef")) == {
        "node": "Person", "id": "sjef", "name": ERASED, "since": "2020-01-01", "until": "2026-11-15",
        "visibility": "PUBLIC", "confirmedAt": "2026-01-01",
    }  # fmt: skip
    assert is_erased(at(network, "sjef"))
    assert not is_erased(at(network, "noor"))


def test_their_relations_end_today_and_do_not_describe_them() -> None:
    lines = [
        relation("WORKS_FOR", "fenna", "bestuur", id="past", title="lid", themes=["x"], until="2024-01-01"),
        relation("HOLDS", "fenna", "zetel", since="2025-01-01", sources=[SITE], confirmedAt="2026-01-01"),
        relation("HOLDS", "fenna", "krukje", since="2027-01-01"),
        node("Meeting", "m", date="2026-01-01"),
        relation("ATTENDED", "fenna", "m"),
        relation("WORKS_FOR", "noor", "bestuur", title="lid", deputyOf="fenna"),
    ]
    network, _ = erased(table(*lines))
    past = between(network, "past")
    assert (past.members, str(past.until)) == ({}, "2024-01-01")
    held = between(network, "HOLDS(fenna,zetel,2025-01-01)")
    assert (held.sources, held.until, str(held.confirmed_at)) == ((), TODAY, "2026-01-01")
    planned = between(network, "HOLDS(fenna,krukje,2027-01-01)")
    assert planned.since == planned.until
    assert between(network, "KNOWS(fenna,noor,)").members == {"strength": "GOOD"}
    assert between(network, "ATTENDED(fenna,m,)").until is None
    assert between(network, "WORKS_FOR(noor,bestuur,)").members == {"title": "lid", "deputyOf": "fenna"}


def test_texts_that_name_them_do_so_no_more() -> None:
    lines = [
        node(
            "Question", "v", name="Vraag van Fenna Dirks", description="Bel FENNA  DIRKS (0451234567) of\nfenna\tdirks."
        ),
        node("Coalition", "k", phase="FORMING", ambition="mail F.Dirks@example.org, of bel 045 - 123 45 67"),
        relation("WORKS_FOR", "noor", "bestuur", title="assistent van Fenna Dirks", themes=["Fenna Dirks", "jeugd"]),
        node("Region", "r", sources=[SITE, {"title": "krant"}, {"title": "brief van Fenna Dirks"}]),
        person("anna", contactPurpose="via Fenna Dirks"),
    ]
    network, _ = erased(table(*lines))
    question = at(network, "v")
    assert (question.name, question.members["description"]) == (
        "Vraag van erased",
        "Bel erased (erased) of\nerased.",
    )
    assert at(network, "k").members["ambition"] == "mail erased, of bel erased"
    assert between(network, "WORKS_FOR(noor,bestuur,)").members == {
        "title": "assistent van erased",
        "themes": [ERASED, "jeugd"],
    }
    assert [source.title for source in at(network, "r").sources] == ["krant"]
    assert at(network, "anna").members["contactPurpose"] == "via erased"
    for trace in ("fenna dirks", "f.dirks", "1234567", "123 45 67"):
        assert trace not in told(network).lower()


def test_names_of_others_are_theirs() -> None:
    lines = [
        person("other", name="Fenna Dirks", email="other@example.org"),
        node("Association", "a", name="Stichting Fenna Dirks", phone="045-1234567", mailbox="f.dirks@example.org"),
        node(
            "Question",
            "v",
            name="Fenna en de heer Dirks",
            description="Fenna Dirksen; 0451234567890; xf.dirks@example.org",
        ),
        node("Region", "r", name="Fenna Dirks"),
    ]
    before = table(*lines)
    network, erasure = erased(before)
    assert {touch.id for touch in erasure.touches} == {
        "fenna",
        "WORKS_FOR(fenna,bestuur,)",
        "KNOWS(fenna,noor,)",
    }
    assert {id: everything(network)[id] for id in ("other", "a", "v", "r")} == {
        id: everything(before)[id] for id in ("other", "a", "v", "r")
    }


def test_names_and_addresses_that_they_ever_had_are_theirs() -> None:
    past = Past(table())
    past.write(person("fenna", name="Fenna Bos", email="bos@example.org"))
    past.write(node("Question", "v", description="Fenna Dirks, of Fenna Bos, bos@example.org of f.dirks@example.org"))
    network, _ = erased(past.network, past=past.changes)
    assert at(network, "v").members["description"] == "erased, of erased, erased of erased"


def test_doubles_and_observations_of_the_person_are_erased_with_them() -> None:
    network = table(
        person("f.d.", name="F. Dirks-Bos", email="bos@example.org"),
        node("Observation", "o", name="tevredenheid", indicator="rapportcijfer", value=7.5),
        relation("OBSERVED_ON", "o", "f.d."),
        node("Question", "v", description="aan F. Dirks-Bos"),
    )
    merged = network.would_be(merge(network, at(network, "fenna"), at(network, "f.d."), TODAY).touches)
    for who in ("fenna", "f.d."):
        after, _ = erased(merged, who)
        assert is_erased(at(after, "fenna"))
        assert at(after, "f.d.").name == ERASED
        assert (at(after, "o").name, at(after, "o").members) == (ERASED, {})
        assert at(after, "v").members["description"] == "aan erased"


def test_befores_of_the_erasure_tell_nothing_either() -> None:
    _, erasure = erased(table(node("Question", "v", description="Fenna Dirks")))
    for touch in erasure.touches:
        for record in (touch.before, touch.after):
            assert erasure.traces.record(record) is record
            assert "Fenna" not in str(record and write_line(record))


def test_erasing_again_finds_nothing() -> None:
    network, _ = erased(table())
    _, again = erased(network)
    assert again.touches == ()
    assert again.traces.text("Fenna Dirks, erased") == "Fenna Dirks, erased"


def test_an_erasure_is_not_reverted() -> None:
    past = Past(table())
    _, erasure = erased(past.network)
    change = past.change(erasure.touches)
    with pytest.raises(BadInput, match="cannot be undone"):
        revert(past.network, change, [])


def test_a_signature_is_theirs_when_it_is_their_name_or_address() -> None:
    traces = Traces.of(["p"], network_of([person("p", name="Fenna", email="F@example.org")]).node_records())
    signatures = ("fenna", " Fenna ", "f@EXAMPLE.org", "Fenna Bos", "mail f@example.org")
    assert list(map(traces.signature, signatures)) == [ERASED, ERASED, ERASED, "Fenna Bos", "mail erased"]


IMAGES: list[Line] = [
    person("fenna", name='Fenna "Fen"\nDirks', email='"fen"@example.org'),
    node("Question", "q", description='van Fenna "Fen"\nDirks'),
    node("Question", "r", description="regel\nFenna Fen Dirks"),
    node("Question", "s", description='mail "fen"@example.org'),
    knows("fenna", "noor"),
]


@pytest.mark.parametrize("line", IMAGES)
def test_a_written_image_is_rewritten_whatever_json_makes_of_it(line: Line) -> None:
    entry = IMAGES[0]
    lines = [person("noor"), entry, *([] if line is entry else [line])]
    traces = Traces.of(["fenna"], network_of(lines).node_records())
    (record,) = (r for r in everything(network_of(lines)).values() if r.id in (line.get("id"), "KNOWS(fenna,noor,)"))
    before, after = rewritten(image(record), None, traces)
    assert after is None
    assert imaged(before) == traces.record(record)
    assert "Fen" not in str(before)
    assert "fen" not in str(before).replace("fenna", "")


def test_an_image_that_does_not_tell_of_them_stays_as_it_is_byte_for_byte() -> None:
    traces = Traces.of(["fenna"], table().node_records())
    for record in everything(table()).values():
        written = image(record)
        if "fenna" not in record.id:
            assert rewritten(written, written, traces) == (written, written)
