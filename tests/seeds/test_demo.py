"""The demo network tells the story, and every state and answer occurs in it."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from graph.contact_paths import ContactPath, NoContactPath, NoPathReason, PathOrder, contact_paths
from graph.contacts import contacts
from graph.coverage import CoverageState, coverage
from graph.cut import Cut
from graph.needs import Need, has_left
from graph.network import Network
from graph.records import NodeRecord
from graph.reduced import ReducedNetwork
from graph.representation import CellState, Representation, representation
from graph.seats import SeatState, seat_state
from graph.viewers import PUBLIC, STEWARD, ViewerClass, member
from graph.vocabulary import KINDS, RELATIONS
from seeds import demo_lines, synonyms
from seeds.registers import File
from seeds.registers.cbs import read_areas
from seeds.registers.duo import read_schools
from tests.seeds.networks import changes, holds, node, relations, targets, written

DAY = date(2026, 11, 15)
LATER = date(2027, 3, 15)
COALITIONS = ("k-parkstad", "k-westelijke-mijnstreek", "k-maastricht-heuvelland")
COORDINATOR = "p-001"
INVENTED = "Verzonnen"


@pytest.fixture(scope="module")
def demo() -> Network:
    return written(Network.empty(), (line for *_, line in demo_lines()))


@pytest.fixture(scope="module")
def cut(demo: Network) -> Cut:
    return seen(demo, STEWARD)


def seen(demo: Network, viewer: ViewerClass, day: date = DAY) -> Cut:
    return ReducedNetwork(demo, viewer).on(day)


def at(cut: Cut, id: str) -> int:
    index = cut.index(id)
    assert index is not None, f"{id} is not there on {cut.date}"
    return index


def name(cut: Cut, index: int | None) -> str | None:
    return None if index is None else cut.node(index).name


def represented(cut: Cut, *coalitions: str) -> list[Representation]:
    return [representation(cut, at(cut, coalition)) for coalition in coalitions or COALITIONS]


# What is in it


def test_every_kind_and_relation_occurs(demo: Network) -> None:
    assert {record.kind for record in demo.node_records()} == set(KINDS)
    assert {relation.type for relation in demo.relation_records()} == set(RELATIONS)


def test_the_sixteen_municipalities_lie_in_three_subregions(cut: Cut) -> None:
    zuid_limburg = at(cut, "zuid-limburg")
    municipalities = [i for i in cut.with_parts(zuid_limburg) if cut.node(i).kind == "Municipality"]
    assert len(municipalities) == 16
    assert all({"inhabitants", "children"} <= cut.node(i).members.keys() for i in municipalities)
    assert {cut.node(i).id for i in cut.origins(zuid_limburg, "PART_OF")} == {
        "parkstad",
        "westelijke-mijnstreek",
        "maastricht-heuvelland",
    }


def test_the_real_schools_are_in_it_with_their_pupils(demo: Network) -> None:
    schools = [record for record in demo.node_records() if record.kind == "School"]
    of = Counter(
        "VO" if sectors == {"VO"} else "PO" if sectors == {"PO"} else "special"
        for sectors in (targets(demo, "IN_SECTOR", school.id) for school in schools)
    )
    assert of == {"PO": 149, "special": 24, "VO": 44}
    without = [s.id for s in schools if "pupils" not in s.members and targets(demo, "IN_SECTOR", s.id) != {"VO"}]
    assert without == []
    assert all(source.title.startswith(("DUO", "Postbus")) for school in schools for source in school.sources)


def test_a_board_whose_name_is_not_certain_is_named_after_its_number(demo: Network) -> None:
    boards = {record.id: record for record in demo.node_records() if record.kind == "SchoolBoard"}
    assert len(boards) == 21
    assert boards["bg-41391"].members["shortName"] == "LVO"
    assert boards["bg-41821"].name == "Schoolbestuur 41821"
    for board in boards.values():
        certain = any(s.title.startswith(("Naam (bevestigd)", "Naam (afgeleid)")) for s in board.sources)
        assert certain != board.name.startswith("Schoolbestuur ")
        assert certain or any(s.title.startswith(("Naam onbekend", "Naam onbevestigd")) for s in board.sources)


def test_schools_of_nuth_onderbanken_and_schinnen_moved_to_beekdaelen(demo: Network) -> None:
    successions = [r for r in relations(demo, "SUCCEEDED_BY") if r.target == "GM1954"]
    assert {r.origin for r in successions} == {"GM0951", "GM0881", "GM0962"}
    nuth = "duo-06KH00"
    assert targets(demo, "LOCATED_IN", nuth, date(2018, 12, 31)) == {"GM0951"}
    assert targets(demo, "LOCATED_IN", nuth, date(2019, 1, 1)) == {"GM1954"}
    assert len([r for r in relations(demo, "LOCATED_IN") if r.target in ("GM0951", "GM0881", "GM0962")]) == 10


def test_invented_people_are_marked_as_invented(demo: Network) -> None:
    people = [record for record in demo.node_records() if record.kind == "Person"]
    assert 140 <= len(people) <= 160
    for person in people:
        assert [source.title for source in person.sources] == ["Verzonnen persoon voor het demonstratienetwerk"]
        assert str(person.members["email"]).endswith("@example.org")
        assert {"contactPurpose", "retainUntil"} <= person.members.keys()
    for relation in (*relations(demo, "WORKS_FOR"), *relations(demo, "HOLDS")):
        assert relation.sources[0].title.startswith(INVENTED)


def test_invented_organisations_say_so_in_their_name_or_source(demo: Network) -> None:
    for record in demo.node_records():
        if record.kind in ("ChildcareProvider", "ChildcareLocation"):
            assert record.sources[0].title.startswith(INVENTED)
        if "(verzonnen)" in record.name:
            assert any(source.title.startswith(INVENTED) for source in record.sources), record.id
    providers = [record.name for record in demo.node_records() if record.kind == "ChildcareProvider"]
    assert all(name.endswith("(verzonnen)") for name in providers)


def test_mailboxes_are_nobody_s(demo: Network) -> None:
    mailboxes = [str(r.members["mailbox"]) for r in demo.node_records() if "mailbox" in r.members]
    assert len(mailboxes) > 20
    assert all(mailbox.endswith("example.org") for mailbox in mailboxes)


def test_nodes_say_where_they_come_from(demo: Network) -> None:
    assert [record.id for record in demo.node_records() if not record.sources and record.kind != "Sector"] == []


def test_the_programme_has_its_advice_leaders_regions_and_two_spearheads(demo: Network) -> None:
    programme = "pr-met-andere-ogen"
    advice = [node(demo, r.origin) for r in relations(demo, "RECOMMENDED_IN") if r.target == programme]
    assert sorted(one.members["number"] for one in advice) == [1, 2, 3, 4, 5, 6, 7]  # type: ignore[type-var]
    assert len([r for r in relations(demo, "ENROLLED_IN") if r.target == programme]) == 11
    assert {r.origin for r in relations(demo, "FUNDS") if r.target == programme} == {"min-ocw", "min-vws"}
    assert "k-onderwijs-zorg-jeugd" in {r.origin for r in relations(demo, "LEADS") if r.target == programme}
    spearheads = [r.origin for r in relations(demo, "RELATED_TO") if r.origin.startswith("pr-speerpunt")]
    assert len(spearheads) == 2
    parties = [r for r in relations(demo, "PARTNER_IN") if r.target == "k-onderwijs-zorg-jeugd"]
    assert len(parties) == 20  # nineteen of the table, and the programme team


# The story


def test_the_coordinator_is_told_whom_to_call_about_healthy_canteens(cut: Cut) -> None:
    need = Need(sector=at(cut, "VO"), area=at(cut, "GM0917"), theme="gezonde kantine")
    found = contacts(cut, need, at(cut, COORDINATOR), 5, synonyms=synonyms())
    assert [name(cut, one.person) for one in found[:2]] == ["Roel Kerckhoffs", "Ilse Schoenmakers"]
    assert [name(cut, deputy) for deputy in found[1].deputies] == ["Tom Heijnen"]
    assert all(contact.mailbox for contact in found[:2])
    assert [contact.path and contact.path.length for contact in found[:2]] == [2, 3]
    assert found[0].score > found[2].score + 1


@pytest.mark.parametrize("order", PathOrder)
def test_secondary_education_in_heerlen_is_two_or_three_handshakes_away(cut: Cut, order: PathOrder) -> None:
    need = Need(sector=at(cut, "VO"), area=at(cut, "GM0917"))
    found = contact_paths(cut, at(cut, COORDINATOR), need, order=order)
    assert isinstance(found, tuple)
    assert found[0].length in (2, 3)
    assert [name(cut, person) for person in found[0].people] == ["Noor Vaessen", "Fenna Dirks", "Roel Kerckhoffs"]


@pytest.mark.parametrize("day", [DAY, LATER])
def test_parkstad_misses_secondary_education_at_its_table(demo: Network, day: date) -> None:
    (parkstad,) = represented(seen(demo, STEWARD, day), "k-parkstad")
    first = parkstad.gaps[0].cell
    assert (first.state, len(first.rule.sectors)) == (CellState.NO_SEAT, 1)
    assert demo.node(first.rule.sectors[0]).id == "VO"
    assert parkstad.filled < parkstad.required


# Every state and every answer


@pytest.mark.parametrize("day", [DAY, LATER])
def test_every_state_of_a_cell_occurs(demo: Network, day: date) -> None:
    states = {cell.state for one in represented(seen(demo, STEWARD, day)) for cell in one.cells}
    hidden = {cell.state for one in represented(seen(demo, member(), day)) for cell in one.cells}
    assert states == set(CellState) - {CellState.HIDDEN}
    assert hidden == set(CellState)


def test_a_seat_is_expired_in_each_of_the_three_ways(demo: Network, cut: Cut) -> None:
    ended = node(demo, "z-wm-beek")
    assert ended.until is not None
    assert ended.until <= DAY
    brunssum, childcare = at(cut, "z-pk-brunssum"), at(cut, "z-pk-ko")
    assert cut.relations_into(brunssum, "HOLDS") == []
    (holder,) = cut.origins(childcare, "HOLDS")
    assert has_left(cut, childcare, holder)
    states = [seat_state(cut, seat) for seat in (brunssum, childcare)]
    assert states == [SeatState.EXPIRED, SeatState.EXPIRED]


def test_a_holder_that_members_may_not_see_leaves_the_seat_hidden(demo: Network, cut: Cut) -> None:
    members = seen(demo, member())
    assert seat_state(members, at(members, "z-pk-voerendaal")) is SeatState.HIDDEN
    assert seat_state(cut, at(cut, "z-pk-voerendaal")) is SeatState.FILLED
    own = seen(demo, member("k-gezonde-opvang"))
    assert seat_state(members, at(members, "z-go-ko")) is SeatState.HIDDEN
    assert seat_state(own, at(own, "z-go-ko")) is SeatState.FILLED


def test_the_public_sees_office_holders_and_no_contact_details(demo: Network) -> None:
    public = seen(demo, PUBLIC)
    people = public.of_kind("Person")
    assert 10 <= len(people) <= 50
    assert public.index(COORDINATOR) is None
    assert any(representation(public, at(public, c)).filled for c in COALITIONS)


def test_gaps_weigh_something_nothing_and_the_unknown(cut: Cut) -> None:
    gaps = {gap.cell.id: gap.weight for one in represented(cut) for gap in one.gaps}
    assert gaps["k-parkstad/3"].pupils is None
    assert gaps["k-parkstad/3"].share is None
    assert gaps["k-westelijke-mijnstreek/1/GM0888"].places == 0
    assert gaps["k-parkstad/5/GM0882"].children == 4_833  # 37,175 x 13 / 100 = 4,832.75
    assert any(weight.pupils for weight in gaps.values())


@pytest.mark.parametrize(
    ("origin", "target", "reason"),
    [
        ("p-049", "p-020", NoPathReason.FROM_ISOLATED),
        (COORDINATOR, "p-049", NoPathReason.TO_ISOLATED),
        (COORDINATOR, "p-093", NoPathReason.BEYOND_LIMIT),
        (COORDINATOR, "p-097", NoPathReason.BLOCKED),
        (COORDINATOR, "p-094", NoPathReason.DISCONNECTED),
    ],
)
def test_every_reason_for_no_path_occurs(cut: Cut, origin: str, target: str, reason: NoPathReason) -> None:
    found = contact_paths(cut, at(cut, origin), at(cut, target))
    assert isinstance(found, NoContactPath)
    assert found.reason is reason


def test_a_need_that_nobody_meets_occurs(cut: Cut) -> None:
    found = contact_paths(cut, at(cut, COORDINATOR), Need(sector=at(cut, "MBO"), area=at(cut, "GM0981")))
    assert isinstance(found, NoContactPath)
    assert found.reason is NoPathReason.NO_TARGET


def test_handshakes_of_every_kind_occur_on_the_ways_there_are(cut: Cut) -> None:
    paths: list[ContactPath] = []
    for target in ("p-020", "p-022", "p-030", "p-091", "p-121"):
        found = contact_paths(cut, at(cut, COORDINATOR), at(cut, target), first=20)
        paths += found if isinstance(found, tuple) else ()
    kinds = {reason.kind.value for path in paths for step in path.handshakes for reason in step.reasons}
    assert kinds == {"KNOWS", "COALITION", "ORGANISATION", "MEETING"}


def test_an_organisation_without_known_people_is_reached_by_its_mailbox(cut: Cut) -> None:
    need = Need(sector=at(cut, "KO"), area=at(cut, "GM0994"))
    first = contacts(cut, need, at(cut, COORDINATOR), 5)[0]
    assert first.person is None
    assert (name(cut, first.organisation), first.mailbox) == ("Heuvelnest (verzonnen)", "info@heuvelnest.example.org")


def test_every_state_of_coverage_occurs(demo: Network, cut: Cut) -> None:
    def states(cut: Cut) -> set[CoverageState]:
        sectors = [at(cut, sector) for sector in ("KO", "PO", "SO", "VO", "GGD", "GEM", "MBO")]
        return {cell.state for cell in coverage(cut, at(cut, "zuid-limburg"), None, sectors).cells}

    assert states(cut) == set(CoverageState) - {CoverageState.HIDDEN}
    assert states(seen(demo, member())) == set(CoverageState)


def test_all_phases_two_functions_deputies_and_nested_units_occur(demo: Network, cut: Cut) -> None:
    phases = {record.members["phase"] for record in demo.node_records() if record.kind == "Coalition"}
    assert phases == {"EXPLORING", "FORMING", "WORKING", "EMBEDDED", "ENDED"}
    functions = Counter((r.origin, r.target) for r in relations(demo, "WORKS_FOR") if holds(r, DAY))
    assert max(functions.values()) == 2
    assert any("deputyOf" in r.members for r in relations(demo, "WORKS_FOR"))
    assert {"ggd-zl-gb", "ggd-zl"} <= {cut.node(i).id for i in cut.with_wholes(at(cut, "ggd-zl-gb-school"))}


# Beside the registers


def test_the_registers_over_the_demo_double_nothing_and_rename_no_board(demo: Network, shared_data: Path) -> None:
    def files(*names: str) -> list[File]:
        return [File(Path(name).name, (shared_data / name).read_bytes()) for name in names]

    duo = files(
        "duo/02.-alle-schoolvestigingen-basisonderwijs.csv",
        "duo/02.-alle-vestigingen-vo.limburg.csv",
        "duo/09.-alle-vestigingen-sbo-so-en-vso.limburg.csv",
    )
    touches = changes(demo, read_schools(demo, duo, DAY).lines)
    ours = {record.id for record in demo.node_records() if record.kind == "School"}
    assert len(ours) == 217
    assert [t.id for t in touches if t.id in ours or getattr(t.record, "origin", None) in ours] == []
    boards = {t.id: t.record for t in touches if isinstance(t.record, NodeRecord) and t.before is not None}
    assert [id for id, board in boards.items() if board.name != node(demo, id).name] == []
    areas = files("regio/gemeenten-kerncijfers-2023.geojson", "afgeleid/zuid-limburg-gemeenten.csv")
    own = {r.origin for r in relations(demo, "PART_OF") if r.target in ("parkstad", "westelijke-mijnstreek")}
    touched = {touch.id for touch in changes(demo, read_areas(demo, areas, DAY).lines)}
    assert not own & touched


def test_seeds_hold_no_copy_of_a_public_file(shared_data: Path) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    kinds = {path.suffix for path in seeds.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert kinds <= {".py", ".jsonl", ".json", ".md"}
    rows = [
        line.decode("windows-1252")
        for path in shared_data.glob("duo/*.csv")
        for line in path.read_bytes().splitlines()
        if b"Limburg" in line
    ]
    assert len(rows) > 800
    texts = "\n".join(path.read_text("utf-8") for path in seeds.rglob("*.jsonl"))
    assert [row for row in rows if row in texts] == []
