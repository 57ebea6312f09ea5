"""The lines of schools, and of the boards and municipalities that they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.lines import Line
from graph.records import NodeRecord, RelationRecord, Source, Value
from seeds.registers.duo.boards import Board, board_lines, left_lines
from seeds.registers.duo.layouts import HISTORY, Layout
from seeds.registers.duo.locations import SECTORS, Location
from seeds.registers.duo.mergers import merged_municipalities, merged_note, merger_lines
from seeds.registers.overlay import Overlay, present
from seeds.registers.sectors import missing_sectors
from seeds.registers.spelling import number_of


@dataclass(frozen=True, slots=True)
class School:
    """What the files together say of one school: by a list of locations, by the history, or by both."""

    listed: Location | None = None
    layout: Layout | None = None
    history: Location | None = None

    @property
    def location(self) -> Location:
        """What is said of it: by a list where it stands in one."""
        location = self.listed or self.history
        assert location is not None
        return location

    @property
    def source(self) -> Source:
        """The file that says it."""
        return (self.layout or HISTORY).source

    @property
    def open(self) -> bool:
        """Whether pupils are taught there, as far as the history tells."""
        return self.history is not None and self.history.open


@dataclass(frozen=True, slots=True)
class _Municipality:
    id: str
    name: str | None
    source: Source


@dataclass
class SchoolLines:
    """Gathers the lines of schools; their boards and municipalities are known when all schools are."""

    over: Overlay
    _lines: list[Line] = field(default_factory=list)
    _boards: dict[str, Board] = field(default_factory=dict)
    _municipalities: dict[str, _Municipality] = field(default_factory=dict)
    _placed: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    _ended: list[RelationRecord] = field(default_factory=list)
    _sectors: set[str] = field(default_factory=set)
    _nodes: dict[str, Line] = field(default_factory=dict)
    _closed: list[RelationRecord] = field(default_factory=list)
    _merged: dict[str, list[str]] = field(default_factory=dict)

    def add(self, id: str, school: School, *, back: bool = False) -> None:
        """The lines of one school. Of one that the network knows, the history says the figures and nothing else.

        `back` says that the register holds it again, after it had ended it.
        Raises Taken when its board's or municipality's code is that of something else.
        """
        known = self.over.known(id)
        if known is not None and school.listed is None:
            self._nodes[id] = self.over.node("School", id, known.name, _figures(school), HISTORY.source, named=False)
            return
        location = school.location
        board = self._board(school)
        municipality = self._municipality(school)
        members: dict[str, Value] = {
            "codes": {"DUO": location.code},
            **location.contact,
            "educationTypes": list(location.education_types),
            **_figures(school),
        }
        sources = (school.source, HISTORY.source) if school.history else (school.source,)
        line = self.over.node("School", id, location.name, members, *sources)
        self._nodes[id] = self.over.reopened(line) if back else line
        self._place(id, school, board.id if board else None, municipality)
        self._sectors.update(location.sectors)
        if board:
            for sector in location.sectors:
                board.sectors.setdefault(sector, school.source)
            if municipality:
                board.municipalities.setdefault(municipality, school.source)

    def end(self, known: NodeRecord) -> bool:
        """End a school that the register holds no more; whether it had not ended yet."""
        line = self.over.gone(known.id, line=self._nodes.get(known.id))
        if line is None or line.get("until") != self.over.day.isoformat():
            return False
        self._nodes[known.id] = line
        self._placed[known.id] = (None, None)
        self._closed += [one for one in self.over.relations(known.id, "PART_OF") if present(one, self.over.day)]
        self._closed += [one for one in self.over.relations(known.id, "LOCATED_IN") if present(one, self.over.day)]
        return True

    def lines(self) -> Iterator[Line]:
        """Every line: sectors and municipalities that nobody knew, boards, schools."""
        merged = merged_municipalities(self.over, self._ended, self._nodes, self._placed)
        self._merged.update(merged)
        yield from missing_sectors(self.over, sorted(self._sectors))
        for code, new in sorted(self._municipalities.items()):
            if self.over.known(new.id) is None:
                yield self.over.node("Municipality", new.id, new.name or code, {"codes": {"CBS": code}}, new.source)
        for _, board in sorted(self._boards.items()):
            yield from board_lines(self.over, board)
        yield from left_lines(self.over, self._left(), self._placed)
        yield from self._nodes.values()
        yield from self._lines
        yield from merger_lines(self.over, merged)

    def notes(self) -> Iterator[str]:
        """What somebody should know who relies on the lines, once these have been made."""
        if self._merged:
            yield merged_note(self.over, self._merged, {one.id: one.name for one in self._municipalities.values()})
        if new := sum(self.over.known(one.id) is None for one in self._municipalities.values()):
            new_ones = number_of(new, "new municipality", "new municipalities")
            yield f"{new_ones}, named after the capitals of DUO until areas are imported"
        if new := sum(self.over.known(board.id) is None for board in self._boards.values()):
            yield f"{number_of(new, 'new board')}, named after their number, since DUO's files give no more"
        if moved := list(dict.fromkeys(record.origin for record in self._ended)):
            more = ", ..." if len(moved) > 5 else ""
            yield (
                f"{number_of(len(moved), 'school')} with another board, municipality or sector than before; since when"
                f" the files do not say, so it is taken to be {self.over.day}: {', '.join(moved[:5])}{more}"
            )

    def _board(self, school: School) -> Board | None:
        number = school.location.board
        if number is not None and number not in self._boards:
            id = self.over.find("SchoolBoard", "BEVOEGD_GEZAG", number, f"bg-{number}")
            self._boards[number] = Board(id, number)
        if number is None:
            return None
        self._boards[number].sources.add(school.source)
        return self._boards[number]

    def _municipality(self, school: School) -> str | None:
        code, name = school.location.municipality, school.location.municipality_name
        if code is None:
            return None
        known = self._municipalities.get(code)
        if known is None or (known.name is None and name):
            id = known.id if known else self.over.find("Municipality", "CBS", code, code)
            known = self._municipalities[code] = _Municipality(id, name, school.source)
        return known.id

    def _place(self, id: str, school: School, board: str | None, municipality: str | None) -> None:
        self._placed[id] = (board, municipality)
        if board:
            self._all_of("PART_OF", id, (board,), school, _is_board)
        if municipality:
            self._all_of("LOCATED_IN", id, (municipality,), school, _is_municipality)
        self._all_of("IN_SECTOR", id, school.location.sectors, school, _is_sector_of_schools)

    def _all_of(
        self, type: str, id: str, targets: Sequence[str], school: School, instead_of: Callable[[NodeRecord], bool]
    ) -> None:
        lines, ended = self.over.all_of(type, id, targets, school.source, instead_of)
        self._lines += lines
        self._ended += ended

    def _left(self) -> set[str]:
        """The boards of which a school has left, or left a municipality."""
        left = {record.target for record in (*self._ended, *self._closed) if record.type == "PART_OF"}
        stayed = (self._placed[record.origin][0] for record in self._ended if record.type == "LOCATED_IN")
        return left | {board for board in stayed if board}


def _figures(school: School) -> dict[str, Value]:
    return {"pupils": dict(school.history.pupils)} if school.history and school.history.pupils else {}


def _is_board(node: NodeRecord) -> bool:
    return node.kind == "SchoolBoard"


def _is_municipality(node: NodeRecord) -> bool:
    return node.kind == "Municipality"


def _is_sector_of_schools(node: NodeRecord) -> bool:
    return node.kind == "Sector" and node.id in SECTORS
