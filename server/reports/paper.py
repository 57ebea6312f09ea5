"""From the content of a report to a paper: which blocks it has, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.report.content import DepartureRow, GapRow, NamedCandidate, Report, SeatRow
from graph.report.since import Event
from graph.representation import Cell as DelegationCell
from graph.representation import CellState
from graph.seats import SeatState
from graph.vocabulary import CoalitionPhase
from server.reports.blocks import Block, Cell, Entry, Figure, Heading, Items, Paper, Table, Text
from server.reports.drawing import Bar, Fill, Part, bars
from server.reports.words import Words

MOST_BARS = 25


def paper(report: Report, words: Words) -> Paper:
    """The report in the words of a language."""
    day = words.day(report.date)
    blocks = (
        *_coalition(report, words),
        *_seats(report, words),
        *_gaps(report, words),
        *_departures(report, words),
        *_changes(report, words),
    )
    foot = words.foot.format(
        id=report.coalition.id, day=day, version=report.version, seen_by=words.seen_by[report.sees]
    )
    return Paper(words.language, report.coalition.name, words.subtitle.format(day=day), blocks, foot)


def _figure(rows: Sequence[Bar], key: Sequence[tuple[Fill, str]], caption: str, words: Words) -> Figure:
    """Bars that fit on a page; where there are more, how many is said."""
    more = f" {words.first_of.format(count=MOST_BARS, all=len(rows))}" if len(rows) > MOST_BARS else ""
    return Figure(bars(rows[:MOST_BARS], key), caption + more)


# The coalition


def _coalition(report: Report, words: Words) -> Iterator[Block]:
    members = report.coalition.members
    told = [
        (words.phase, words.phases[CoalitionPhase(str(members["phase"]))]),
        (words.area, ", ".join(report.areas) or words.unknown),
        (words.leads, ", ".join(report.leads) or words.unknown),
    ]
    if "ambition" in members:
        told.append((words.ambition, str(members["ambition"])))
    yield from (Text(f"{name}: {value}") for name, value in told)
    if not report.rules:
        yield Text(words.no_rules)
        return
    there = report.representation
    yield Text(words.places_filled.format(filled=there.filled, required=there.required), weighty=True)
    key = ((Fill.SOLID, words.filled), (Fill.HATCHED, words.unconfirmed), (Fill.EMPTY, words.missing))
    yield _figure(list(_delegation(report, words)), key, words.delegation_figure, words)


def _delegation(report: Report, words: Words) -> Iterator[Bar]:
    """A bar for each rule: its places, filled, not confirmed and missing."""
    of_rule: dict[str, list[tuple[tuple[str, ...], DelegationCell]]] = {}
    for sectors, cell in zip(report.rules, report.representation.cells, strict=True):
        of_rule.setdefault(_rule(cell), []).append((sectors, cell))
    for found in of_rule.values():
        cells = [cell for _, cell in found]
        filled = sum(min(cell.filled, cell.rule.minimum) for cell in cells)
        required = sum(cell.rule.minimum for cell in cells)
        unsure = sum(
            cell.rule.minimum - min(cell.filled, cell.rule.minimum)
            for cell in cells
            if cell.state is CellState.UNCONFIRMED
        )
        parts = (Part(filled, Fill.SOLID), Part(unsure, Fill.HATCHED), Part(required - filled - unsure, Fill.EMPTY))
        yield Bar(" / ".join(found[0][0]), parts, words.of.format(filled=filled, required=required))


def _rule(cell: DelegationCell) -> str:
    """Which rule of its coalition a cell is of: its id without the municipality."""
    return cell.id if cell.municipality is None else cell.id.rpartition("/")[0]


# Seats


def _seats(report: Report, words: Words) -> Iterator[Block]:
    yield Heading(words.seats)
    if not report.seats:
        yield Text(words.no_seats)
        return
    columns = (words.seat, words.holder, words.organisation, words.mandate, words.state)
    yield Table(columns, (28, 21, 22, 11, 18), tuple(_seat(row, words) for row in report.seats))


def _seat(row: SeatRow, words: Words) -> tuple[Cell, ...]:
    named = ", ".join(row.municipalities)
    covers = f", {words.speaks_for.format(municipalities=named)}" if named else ""
    return (
        _one(row.seat.name, f"{row.sector}{covers}"),
        _holder(row, words),
        _one(", ".join(row.organisations) or "–"),
        _one(words.mandates[row.mandate]),
        _one(words.states[row.state], *_confirmed(row, words)),
    )


def _holder(row: SeatRow, words: Words) -> Cell:
    if row.holder is None:
        return _one(words.hidden_holder if row.state is SeatState.HIDDEN else words.nobody)
    return _one(row.holder, *((words.since.format(day=words.day(row.since)),) if row.since else ()))


def _confirmed(row: SeatRow, words: Words) -> tuple[str, ...]:
    if row.holder is None:
        return ()
    if row.state is SeatState.EXPIRED:
        return (words.has_left,)
    if row.confirmed_at is None:
        return (words.never_confirmed,)
    text = words.confirmed if row.state is SeatState.FILLED else words.last_confirmed
    return (text.format(day=words.day(row.confirmed_at)),)


def _one(text: str, *notes: str) -> Cell:
    """A cell with one text."""
    return (Entry(text, notes),)


# Gaps


def _gaps(report: Report, words: Words) -> Iterator[Block]:
    if not report.rules:
        return
    yield Heading(words.gaps)
    if not report.gaps:
        yield Text(words.no_gaps)
        return
    yield _figure([_leaves_out(row, words) for row in report.gaps], (), words.gaps_figure, words)
    columns = (words.place, words.state, words.leaves_out, words.candidates)
    yield Table(columns, (26, 15, 20, 39), tuple(_gap(row, words) for row in report.gaps))


def _leaves_out(row: GapRow, words: Words) -> Bar:
    share = row.gap.weight.share
    label = _place(row.sectors, row.municipality)
    if share is None:
        return Bar(label, (), words.weight_unknown)
    return Bar(label, (Part(share, Fill.HATCHED),), f"{_percent(share)}%")


def _gap(row: GapRow, words: Words) -> tuple[Cell, ...]:
    cell = row.gap.cell
    needs = words.needs.format(minimum=cell.rule.minimum, mandate=words.mandates[cell.rule.mandate])
    several = (words.of.format(filled=cell.filled, required=cell.rule.minimum),) if cell.rule.minimum > 1 else ()
    weight = _weight(row, words)
    return (
        _one(_place(row.sectors, row.municipality), needs),
        _one(words.states[cell.state], *several),
        _one(*weight),
        _candidates(row, words),
    )


def _weight(row: GapRow, words: Words) -> tuple[str, ...]:
    weight = row.gap.weight
    units = ((weight.pupils, words.pupils), (weight.places, words.places), (weight.children, words.children))
    known = [text.format(count=words.number(count)) for count, text in units if count is not None]
    share = () if weight.share is None else (words.share.format(percent=_percent(weight.share)),)
    return (", ".join(known) or words.weight_unknown, *share)


def _candidates(row: GapRow, words: Words) -> Cell:
    if not row.candidates:
        return _one(words.nobody_known)
    more = row.candidates_known - len(row.candidates)
    last = (Entry(words.more_known.format(count=more)),) if more else ()
    return (*(_candidate(one, words) for one in row.candidates), *last)


def _candidate(one: NamedCandidate, words: Words) -> Entry:
    steps = one.candidate.handshakes
    if steps is None:
        near = words.no_line
    elif steps == 0:
        near = words.at_table
    else:
        near = words.one_handshake if steps == 1 else words.handshakes.format(count=steps)
    work = ", ".join(part for part in (one.title, one.organisation) if part)
    return Entry(f"{one.name}, {near}", (work,) if work else ())


def _place(sectors: tuple[str, ...], municipality: str | None) -> str:
    return " / ".join(sectors) + (f", {municipality}" if municipality is not None else "")


def _percent(share: float) -> str:
    """A share in whole percents; what is more than nothing is not told as nothing, nor less than all as all."""
    percent = round(100 * share)
    if percent == 0 and share > 0:
        return "<1"
    return ">99" if percent == 100 and share < 1 else str(percent)


# Departures


def _departures(report: Report, words: Words) -> Iterator[Block]:
    yield Heading(words.departures)
    if report.departures is None:
        yield Text(words.not_ranked)
        return
    if not report.departures:
        yield Text(words.nobody_sits)
        return
    yield Text(words.departures_meaning, note=True)
    breaking = [row for row in report.departures if row.breaks]
    if any(row.departure.lines_lost or row.departure.lines_longer for row in breaking):
        key = ((Fill.SOLID, words.lines_gone.lower()), (Fill.HATCHED, words.lines_longer.lower()))
        yield _figure([_lines(row, words) for row in breaking], key, words.departures_figure, words)
    if breaking:
        columns = (words.person, words.cells_lost, words.lines_gone, words.lines_longer, words.stand_apart)
        yield Table(columns, (22, 30, 11, 12, 25), tuple(_departure(row, words) for row in breaking))
    safe = [row.name for row in report.departures if not row.breaks]
    if safe:
        yield Text(words.nothing_hangs.format(names=", ".join(safe)))


def _lines(row: DepartureRow, words: Words) -> Bar:
    lost, longer = row.departure.lines_lost, row.departure.lines_longer
    parts = (Part(lost, Fill.SOLID), Part(longer, Fill.HATCHED))
    figures = words.lines_figures.format(gone=words.number(lost), longer=words.number(longer))
    return Bar(row.name, parts, figures)


def _departure(row: DepartureRow, words: Words) -> tuple[Cell, ...]:
    lost = row.departure
    places = [_place(sectors, municipality) for sectors, municipality in row.cells]
    elsewhere = (words.cells_elsewhere.format(count=row.cells_elsewhere),) if row.cells_elsewhere else ()
    apart = [words.people.format(count=len(lost.cut_off))] if lost.cut_off else []
    if row.locations:
        apart.append(words.locations.format(names=", ".join(row.locations)))
    return (
        _one(row.name),
        _one("; ".join(places) or "–", *elsewhere),
        _one(words.number(lost.lines_lost)),
        _one(words.number(lost.lines_longer)),
        _one("; ".join(apart) or "–"),
    )


# Changes


def _changes(report: Report, words: Words) -> Iterator[Block]:
    yield Heading(words.changes)
    since = report.since
    if since is None:
        yield Text(words.no_meeting)
        return
    yield Text(words.changes_since.format(name=since.meeting.name, day=words.day(since.meeting.day)))
    if since.entered is not None:
        yield Text(words.entered.format(day=words.day(since.entered)), note=True)
    if since.events:
        yield Items(tuple(_event(event, words) for event in since.events))
    else:
        yield Text(words.no_changes)


def _event(event: Event, words: Words) -> str:
    names = [name if name is not None else words.gone for name in event.names]
    told = words.sorts[event.sort].format(*names)
    title = f" ({event.title})" if event.title is not None else ""
    day = event.written or event.day
    when = f"{words.day(day)}: " if day is not None else ""
    as_of = f", {words.as_of.format(day=words.day(event.day))}" if event.written and event.day else ""
    return f"{when}{told}{title} {words.whats[event.what]}{as_of}."
