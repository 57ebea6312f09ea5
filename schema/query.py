"""What can be asked."""

from __future__ import annotations

from datetime import date, datetime
from typing import cast

from strawberry import ID, Private

from graph.contact_paths import PathOrder
from graph.cut import Cut
from graph.vocabulary import CodeSystem
from resolvers import lists, questions
from resolvers.about import about
from resolvers.analyses import Analyses
from resolvers.arguments import node_ever, node_on
from resolvers.changes import changes
from resolvers.context import Context
from resolvers.nodes import by_code, nodes_or_errors
from resolvers.pages import page_of_nodes
from resolvers.worklists import allowed
from schema.about import About
from schema.analysis import Analysis
from schema.changes import Change
from schema.coalitions import Coalition
from schema.connections import Connection
from schema.declaring import answered, object_type
from schema.enumerations import NodeKind, RelationType, names
from schema.filters import CoalitionFilter, OrganisationFilter, PersonFilter
from schema.neighbourhoods import Subgraph
from schema.nodes import Info, Node, page_of_views, view, views
from schema.organisations import Municipality, Organisation, Region, School
from schema.paths import (
    Contact,
    ContactPathsResult,
    ContactTarget,
    From,
    Need,
    OptionalFrom,
    asked_need,
    asked_target,
    paths_result,
)
from schema.people import Person
from schema.programmes import Programme
from schema.representation import Coverage, Representation
from schema.sectors import Sector
from schema.viewer import Viewer
from schema.worklists import Worklist


@object_type
class Network:
    """The network on a date, as far as the viewer may see it. Every answer, count and strength is computed on that."""

    context: Private[Context]
    cut: Private[Cut]
    as_of: date
    version: int

    @answered
    def away_since(self) -> datetime | None:
        """Since when the store is away: what was written after that is not known here. Null while it answers."""
        return self.context.away_since

    @answered
    def node(self, id: ID) -> Node | None:
        """A node that is there on the date."""
        return view(self.cut, node_on(self.cut, id, "id"))

    @answered
    def nodes(self, ids: list[ID]) -> list[Node | None]:
        """Nodes that are there on the date, in the order of the ids; null, with an error, for each that is not."""
        found = nodes_or_errors(self.cut, ids)
        # An error in a list is raised by the executor at its place, so that it is told where it is.
        return [view(self.cut, one) if isinstance(one, int) else cast(None, one) for one in found]

    @answered
    def by_code(self, system: CodeSystem, code: str) -> Node | None:
        """The organisation with this code."""
        return view(self.cut, by_code(self.cut, system, code))

    @answered
    def search(
        self,
        text: str,
        kinds: list[NodeKind] | None = None,
        sector: ID | None = None,
        area: ID | None = None,
        first: int = 10,
        after: str | None = None,
    ) -> Connection[Node] | None:
        """Nodes that a text finds, best first. Every word must be found in the name, the short name, a code, or in a
        person's functions; the last word may be a beginning."""
        return page_of_views(self.cut, lists.found_by(self.cut, text, names(kinds), sector, area, first, after))

    @answered
    def people(
        self, filter: PersonFilter | None = None, first: int = 25, after: str | None = None
    ) -> Connection[Person] | None:
        """People, by surname."""
        by = filter or PersonFilter()
        found = lists.people(
            self.cut, sector=by.sector, area=by.area, organisation=by.organisation, coalition=by.coalition, text=by.text
        )
        return page_of_views(self.cut, page_of_nodes(self.cut, found, first, after, "people", by))

    @answered
    def organisations(
        self, filter: OrganisationFilter | None = None, first: int = 25, after: str | None = None
    ) -> Connection[Organisation] | None:
        """Organisations, by name."""
        by = filter or OrganisationFilter()
        found = _organisations(self.cut, "Organisation", by)
        return page_of_views(self.cut, page_of_nodes(self.cut, found, first, after, "organisations", by))

    @answered
    def schools(
        self, filter: OrganisationFilter | None = None, first: int = 25, after: str | None = None
    ) -> Connection[School] | None:
        """Schools, by name."""
        by = filter or OrganisationFilter()
        found = _organisations(self.cut, "School", by)
        return page_of_views(self.cut, page_of_nodes(self.cut, found, first, after, "schools", by))

    @answered
    def municipalities(
        self, area: ID | None = None, first: int = 25, after: str | None = None
    ) -> Connection[Municipality] | None:
        """Municipalities, or those of an area, by name."""
        found = lists.municipalities(self.cut, area)
        return page_of_views(self.cut, page_of_nodes(self.cut, found, first, after, "municipalities", area))

    @answered
    def regions(self, area: ID | None = None, first: int = 25, after: str | None = None) -> Connection[Region] | None:
        """Regions, or those within an area, by name."""
        found = lists.regions(self.cut, area)
        return page_of_views(self.cut, page_of_nodes(self.cut, found, first, after, "regions", area))

    @answered
    def coalitions(
        self, filter: CoalitionFilter | None = None, first: int = 25, after: str | None = None
    ) -> Connection[Coalition] | None:
        """Coalitions, by name."""
        by = filter or CoalitionFilter()
        found = lists.coalitions(self.cut, area=by.area, phase=by.phase, text=by.text)
        return page_of_views(self.cut, page_of_nodes(self.cut, found, first, after, "coalitions", by))

    @answered
    def programmes(self, first: int = 25, after: str | None = None) -> Connection[Programme] | None:
        """Programmes, by name."""
        found = lists.of_kind(self.cut, "Programme")
        return page_of_views(self.cut, page_of_nodes(self.cut, found, first, after, "programmes"))

    @answered
    def sectors(self) -> list[Sector] | None:
        """The sectors of the taxonomy, by name."""
        return views(self.cut, lists.of_kind(self.cut, "Sector"))

    @answered
    def contact_paths(
        self,
        from_: From,
        to: ContactTarget,
        order: PathOrder = PathOrder.FEWEST,
        max_handshakes: int = 4,
        first: int = 3,
        avoid: list[ID] | None = (),  # type: ignore[assignment]
        via: ID | None = None,
    ) -> ContactPathsResult | None:
        """Short lines: the ways to reach somebody over people who know each other. `from`, `avoid` and `via` are
        people, organisations or coalitions; `first` is 1 to 20, `maxHandshakes` 1 to 6."""
        field, target = asked_target(to)
        found = questions.contact_paths(
            self.cut,
            from_,
            target,
            order=order,
            max_handshakes=max_handshakes,
            first=first,
            avoid=avoid or (),
            via=via,
            field=field,
        )
        return paths_result(self.cut, found)

    @answered
    def contacts(self, need: Need, from_: OptionalFrom = None, first: int = 5) -> list[Contact] | None:
        """Whom do I need, and who can introduce me? Ranked, with reasons."""
        found = questions.contacts(self.cut, asked_need(need), from_, first, self.context.synonyms)
        return [Contact.of(self.cut, contact) for contact in found]

    @answered
    def representation(self, coalition: ID) -> Representation | None:
        """Which sector is missing at this table, where, how much it weighs, and who could fill it."""
        return Representation.of(self.cut, node_on(self.cut, coalition, "coalition", "Coalition"))

    @answered
    def coverage(self, area: ID, coalition: ID | None = None, sectors: list[ID] | None = None) -> Coverage | None:
        """Sector by municipality of any area: who stands for it, and how far away is whoever does not."""
        return Coverage.of(self.cut, questions.coverage(self.cut, area, coalition, sectors))

    @answered
    def neighbourhood(
        self,
        around: list[ID],
        steps: int = 1,
        types: list[RelationType] | None = None,
        kinds: list[NodeKind] | None = None,
        limit: int = 500,
    ) -> Subgraph | None:
        """A piece of the network to draw: what lies within so many steps (0 to 6) of some nodes, at most `limit` (1 to
        2,000) nodes. Only relations of these types and nodes of these kinds are walked."""
        found = questions.neighbourhood(
            self.cut, around, steps=steps, types=names(types), kinds=names(kinds), limit=limit
        )
        return Subgraph.of(self.cut, found)

    @answered
    def analysis(self) -> Analysis:
        """What the network shows that no list does."""
        return Analysis(cut=self.cut, analyses=Analyses(self.context.viewer, self.cut))


@object_type
class Query:
    """What can be asked. One operation sees one version of the network."""

    @answered
    def network(self, info: Info, as_of: date | None = None) -> Network:
        """The network on a date, today in the Netherlands if not given. Two aliases compare two dates."""
        context = info.context
        cut = context.on(as_of)
        return Network(context=context, cut=cut, as_of=cut.date, version=context.version)

    @answered
    def node(self, info: Info, id: ID) -> Node | None:
        """Any node, whatever its period, as of today."""
        cut = info.context.on(None)
        return view(cut, node_ever(cut, id, "id"))

    @answered
    def changes(self, info: Info, since: int, first: int = 100) -> list[Change] | None:
        """The changes after a version, in order, as far as the viewer may see them."""
        return [Change.of(change) for change in changes(info.context, since, first)]

    @answered
    def viewer(self, info: Info) -> Viewer:
        """Who asks."""
        return Viewer.of(info.context)

    @answered
    def about(self, info: Info, person: ID) -> About | None:
        """Everything that is kept about a person, for stewards, and for the person themselves."""
        return About.of(about(info.context, person))

    @answered
    def worklist(self, info: Info) -> Worklist | None:
        """What there is to do, for stewards."""
        allowed(info.context)
        return Worklist(context=info.context)


def _organisations(cut: Cut, family: str, by: OrganisationFilter) -> list[int]:
    return lists.organisations(
        cut,
        family=family,
        kinds=names(by.kinds),
        sector=by.sector,
        area=by.area,
        text=by.text,
        part_of=by.part_of,
    )
