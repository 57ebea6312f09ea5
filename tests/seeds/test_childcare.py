"""Childcare: centres and the legal entities that run them, and never a person."""

import csv
import gc
import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from graph.errors import BadInput
from graph.live import LiveNetwork
from graph.stores import open_store
from seeds.registers import REGISTERS, File, run
from seeds.registers.childcare import read_childcare
from tests.seeds.duo_files import table
from tests.seeds.networks import TODAY, imported, network, node, reasons, relations, targets, written

LRK = [
    "lrk_id", "type_oko", "opc", "actuele_naam_oko", "aantal_kindplaatsen", "ve", "status", "inschrijfdatum",
    "opvanglocatie_adres", "opvanglocatie_postcode", "opvanglocatie_woonplaats", "bag_id", "naam_houder",
    "kvk_nummer_houder", "vestigingsnummer_houder", "rechtsvorm_houder", "start_geschillencommissie",
    "einde_geschillencommissie", "houder_adres", "houder_postcode", "houder_woonplaats", "houder_buitenland",
    "correspondentie_adres", "correspondentie_postcode", "correspondentie_woonplaats", "correspondentie_buitenland",
    "contact_persoon", "contact_telefoon", "contact_emailadres", "contact_website", "cbs_code",
    "verantwoordelijke_gemeente", "gastouderbureau_1", "gastouderbureau_2", "lrk_url",
]  # fmt: skip
HEERLEN = {"node": "Municipality", "id": "GM0917", "name": "Heerlen", "codes": {"CBS": "GM0917"}}
AMSTERDAM = "kinderopvang/risicoprofielenkinderopvangamsterdam.kdv-bso.csv"
SECRET = "geheim7"  # stands in everything that is of a person


def centre(code: str = "123456789", name: str = "De Beukel", **cells: str) -> dict[str, str]:
    of_a_person = {heading: f"{SECRET} {heading}" for heading in LRK if heading.startswith(("contact", "corresp"))}
    return {
        "lrk_id": code,
        "type_oko": "KDV",
        "actuele_naam_oko": name,
        "aantal_kindplaatsen": "48",
        "status": "Ingeschreven",
        "opvanglocatie_adres": "Mijnweg 1",
        "opvanglocatie_postcode": "6411AB",
        "opvanglocatie_woonplaats": "Heerlen",
        "naam_houder": "Stichting De Beukel",
        "kvk_nummer_houder": "12345678",
        "rechtsvorm_houder": "Stichting",
        "houder_adres": f"{SECRET} straat",
        "cbs_code": "0917",
        "verantwoordelijke_gemeente": "Heerlen",
        **of_a_person,
        **cells,
    }


def childminder() -> dict[str, str]:
    named = {heading: f"{SECRET} {heading}" for heading in LRK}
    return {**named, "lrk_id": "987654321", "type_oko": "VGO", "status": "Ingeschreven"}


def register(*rows: Mapping[str, str]) -> File:
    return File("lrk.csv", table(LRK, *rows).encode("utf-8-sig"))


def test_a_location_has_its_places_its_municipality_and_who_runs_it() -> None:
    after = imported(network(HEERLEN), read_childcare, register(centre(), centre("223456789", type_oko="BSO")))
    location = node(after, "lrk-123456789")
    assert (location.kind, location.name, location.members["places"]) == ("ChildcareLocation", "De Beukel", 48)
    assert location.members["codes"] == {"LRK": "123456789"}
    assert targets(after, "PART_OF", "lrk-123456789") == {"kvk-12345678"}
    assert targets(after, "LOCATED_IN", "lrk-123456789") == targets(after, "ACTIVE_IN", "kvk-12345678") == {"GM0917"}
    assert targets(after, "IN_SECTOR", "lrk-123456789") == targets(after, "IN_SECTOR", "kvk-12345678") == {"KO"}


def test_what_is_gone_ends_and_a_location_that_changed_hands_keeps_its_history() -> None:
    day, later = date(2025, 1, 1), date(2026, 1, 1)
    first = read_childcare(network(HEERLEN), [register(centre(), centre("223456789"), centre("323456789"))], day)
    before = written(network(HEERLEN), first.lines)
    sold = centre(naam_houder="Kind B.V.", kvk_nummer_houder="87654321", rechtsvorm_houder="Besloten vennootschap")
    second = read_childcare(before, [register(sold, centre("323456789"))], later, first.memory)
    after = written(before, second.lines)
    assert node(after, "lrk-223456789").until == later
    assert targets(after, "PART_OF", "lrk-123456789", on=day) == {"kvk-12345678"}
    assert targets(after, "PART_OF", "lrk-123456789", on=later) == {"kvk-87654321"}


@pytest.mark.parametrize("form", ["Natuurlijk persoon", "Eenmanszaak", "Vennootschap onder firma", ""])
def test_a_holder_that_may_be_a_person_is_not_taken_in(form: str) -> None:
    reading = read_childcare(
        network(HEERLEN), [register(centre(naam_houder=f"{SECRET} Jansen", rechtsvorm_houder=form))], TODAY
    )
    after = written(network(HEERLEN), reading.lines)
    assert relations(after, "PART_OF", origin="lrk-123456789") == []
    assert SECRET not in repr(reading)
    assert any("1 location without a holder that is a legal entity" in note for note in reading.notes)


def test_nothing_of_a_person_gets_further_than_the_file(tmp_path: Path) -> None:
    path = tmp_path / "lrk.csv"
    path.write_bytes(register(centre(), childminder(), childminder() | {"type_oko": "GOB"}).content)
    with LiveNetwork(open_store(f"sqlite:///{tmp_path / 'network.db'}")) as live:
        live.write("test", "Heerlen", [(None, HEERLEN)])
        report = run(live, "childcare", [path], by="test", despite_rejected=True)
        assert report.change is not None
        assert SECRET not in repr(report)
        gc.collect()
        held = [one for one in gc.get_objects() if isinstance(one, (list, tuple, dict, set)) and len(one) < 10_000]
        cells = [c for one in held for c in (one.values() if isinstance(one, dict) else one) if isinstance(c, str)]
        assert [c for c in cells if c.startswith(SECRET) and c != SECRET] == []
    assert b"De Beukel" in (tmp_path / "network.db").read_bytes()
    assert all(SECRET.encode() not in one.read_bytes() for one in tmp_path.iterdir() if one != path)


def test_errors_and_rejected_rows_repeat_nothing_of_a_person() -> None:
    without_heading = File("lrk.csv", table(list(centre().values()), childminder()).encode())
    for read in REGISTERS.values():
        with pytest.raises(BadInput) as refused:
            read(network(HEERLEN), [without_heading], TODAY)
        assert SECRET not in f"{refused.value} {refused.value.actual} {refused.value.expected} {refused.value.help}"
    wrong = register(centre(aantal_kindplaatsen="veel"), centre("223456789", contact_persoon=f"{SECRET};{SECRET}"))
    reading = read_childcare(network(HEERLEN), [wrong], TODAY)
    assert [line for line, _ in reasons(reading)] == [3, 2]
    assert SECRET not in repr(reading)


def test_the_list_of_amsterdam_has_a_row_a_visit_and_gives_each_location_once(shared_data: Path) -> None:
    amsterdam = {"node": "Municipality", "id": "GM0363", "name": "Amsterdam", "codes": {"CBS": "GM0363"}}
    content = (shared_data / AMSTERDAM).read_bytes()
    reading = read_childcare(network(amsterdam), [File("amsterdam.csv", content)], TODAY)
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert len(reading.rejected) == sum(not row["lrknummer"].strip() for row in rows) == 2
    after = written(network(amsterdam), reading.lines)
    locations = [record for record in after.node_records() if record.kind == "ChildcareLocation"]
    assert len(locations) == len({row["lrknummer"] for row in rows if row["lrknummer"].strip()}) > 400
    assert all(targets(after, "PART_OF", one.id) for one in locations)
    assert "bezoekdatum" in dict(reading.unused_columns)["amsterdam.csv"]
    again = read_childcare(after, [File("amsterdam.csv", content)], TODAY, reading.memory)
    assert written(after, again.lines).relations.type.size == after.relations.type.size
