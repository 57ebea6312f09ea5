"""What can be changed."""

from __future__ import annotations

from datetime import date

from strawberry import ID
from strawberry.scalars import JSON

from resolvers.mutations import changing, importing
from resolvers.mutations.writing import Written
from schema.changes import Change
from schema.declaring import answered, object_type
from schema.nodes import Info
from schema.query import Network
from schema.spreadsheets import SheetAnswer, SheetImport
from schema.uploads import Uploaded
from seeds.registers.reading import File


@object_type
class ChangeResult:
    """What a mutation came to. `change` is null when there was nothing to write, or in a dry run. `network` is the
    network after the change, on today's date; in a dry run as it would be. `ids` are the ids that it is about: of put
    those of the lines, in their order; of appoint and recordMeeting what is new first."""

    change: Change | None
    network: Network
    ids: list[ID]

    @classmethod
    def of(cls, written: Written) -> ChangeResult:
        """What was written as the API gives it."""
        context, change = written.context, written.change
        cut = context.on(None)
        network = Network(context=context, cut=cut, as_of=cut.date, version=context.version)
        return cls(
            change=None if change is None else Change.of(change),
            network=network,
            ids=[ID(id) for id in written.ids],
        )


@object_type
class ErasureReceipt:
    """That a person was erased: by which change, and how many nodes, relations, earlier changes and personal tokens
    told of them."""

    change: Change
    nodes: int
    relations: int
    changes: int
    tokens: int


@object_type
class Mutation:
    """What can be changed. Each mutation is one change set: atomic, and durable when answered. `because` is kept with
    it and names nobody; `basedOn` is the version that the caller saw: when something that it touches has changed
    since, it is a CONFLICT, which says what, by whom and when. Members change what is theirs, stewards everything."""

    @answered
    def put(
        self, info: Info, lines: list[JSON], because: str, based_on: int | None = None, dry_run: bool = False
    ) -> ChangeResult | None:
        """Write lines as in a network file. Known ids are updated: a line is the whole of its node or relation, but its
        visibility stays unless it is said. A node without an id is new and gets one; where other lines name it, it has
        a temporary id, which begins with `_:`."""
        return ChangeResult.of(changing.put(info.context, lines, because, based_on, dry_run=dry_run))

    @answered
    def appoint(
        self, info: Info, seat: ID, person: ID, since: date, because: str, based_on: int | None = None
    ) -> ChangeResult | None:
        """Give a seat to a person from a day on. Whoever holds it on that day holds it until then; is it the same
        person, then their holding goes on, confirmed."""
        return ChangeResult.of(changing.appoint(info.context, seat, person, since, because, based_on))

    @answered
    def record_meeting(
        self, info: Info, name: str, date: date, attendees: list[ID], coalition: ID | None = None, *, because: str
    ) -> ChangeResult | None:
        """Record a meeting that was held: who attended it, and the coalition that held it."""
        return ChangeResult.of(changing.record_meeting(info.context, name, date, attendees, coalition, because))

    @answered
    def end(
        self, info: Info, ids: list[ID], until: date, because: str, based_on: int | None = None
    ) -> ChangeResult | None:
        """End nodes and relations: `until` is the first day on which they are no longer there."""
        return ChangeResult.of(changing.end(info.context, ids, until, because, based_on))

    @answered
    def confirm(self, info: Info, ids: list[ID], on: date | None = None) -> ChangeResult | None:
        """Say that nodes and relations are right on a day, today if not given."""
        return ChangeResult.of(changing.confirm(info.context, ids, on))

    @answered
    def merge(self, info: Info, keep: ID, absorb: ID, because: str, based_on: int | None = None) -> ChangeResult | None:
        """Merge two nodes that were one and the same. The kept one gets every relation of the other, and what only
        that knew; the absorbed one ends, succeeded by the kept one, and stays readable with its history."""
        return ChangeResult.of(changing.merge(info.context, keep, absorb, because, based_on))

    @answered
    def revert(self, info: Info, version: int, because: str, based_on: int | None = None) -> ChangeResult | None:
        """Undo a change by another one. When later changes rest on it, it is a CONFLICT, which says which."""
        return ChangeResult.of(changing.revert(info.context, version, because, based_on))

    @answered
    def erase(self, info: Info, person: ID, because: str) -> ErasureReceipt | None:
        """Erase a person: their values go from the network, its history and its store, and cannot be brought back.
        They are no longer there from today on; the changes stay, and tell nothing of them any more. Their personal
        tokens go with them."""
        receipt = changing.erase(info.context, person, because)
        return ErasureReceipt(
            change=Change.of(receipt.change),
            nodes=receipt.nodes,
            relations=receipt.relations,
            changes=receipt.changes,
            tokens=receipt.tokens,
        )

    @answered
    def import_sheet(
        self,
        info: Info,
        file: Uploaded,
        because: str,
        answers: list[SheetAnswer] | None = None,
        dry_run: bool = False,
        despite_rejected: bool = False,
        based_on: int | None = None,
    ) -> SheetImport | None:
        """Take in a spreadsheet (.xlsx or CSV): all its rows in one change, or nothing, unless the others are asked for
        despite those that are rejected or doubtful. Names are matched with who and what you see; what is doubtful is
        asked, and answered the next time. The same file again changes nothing."""
        imported = importing.import_files(
            info.context,
            [File(file.called, file.content)],
            because,
            answers={one.at: one.answer for one in answers or ()},
            based_on=based_on,
            dry_run=dry_run,
            despite_rejected=despite_rejected,
        )
        return SheetImport.of(imported)
