"""What fields cost: the time of each as a multiple of a plain field's, beside the cost that `resolvers.costs` gives it.

    python -m bench.costs [--store FILE] DATA [FIELD…]

DATA is the folder of the registers that `bench.stores` reads. The network is the demo with CBS's municipalities, DUO's
schools and the 20,000 people of `bench.networks`, whose organisations are put into its municipalities and sectors: as
much as a question may ever meet. Each field is asked alone, as a steward, in seconds of the processor: `first` where
nothing is kept yet for the date, `again` the median of those after it, with other arguments each time; right after
it 1,200 plain fields are asked, so that a machine that is slow or busy is slow at both. A cost counts what is asked
again and again: what is made once a version and date is bounded by the deadline. Ends with 1 where a field costs more
than `resolvers.costs` says.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import thread_time

from bench.networks import DAY, people_network
from graph.lines import Line
from graph.live import LiveNetwork
from graph.reduced import ReducedNetwork
from graph.stores import open_store
from graph.viewers import Role, Viewer
from resolvers.context import Context
from resolvers.costs import COSTS
from schema import schema
from seeds import demo_lines, synonyms
from seeds.registers.running import run
from server.graphql_over_http.execution import Execution
from server.graphql_over_http.parameters import Parameters
from server.limits import Limits

STEWARD = Viewer("bench", Role.STEWARD)
OF_KIND = {"people": "Person", "coalitions": "Coalition", "invented": "Coalition"}
AREAS = ("regio/gemeenten-alfabetisch-2023.csv", "regio/gemeenten-kerncijfers-2023.geojson")
SCHOOLS = (
    "duo/02.-alle-schoolvestigingen-basisonderwijs.csv",
    "duo/02.-alle-vestigingen-vo.limburg.csv",
    "duo/09.-alle-vestigingen-sbo-so-en-vso.limburg.csv",
    "duo/06.-historisch-overzicht-aantal-leerlingen-per-schoolvestiging.csv",
)
TIMES = 7
LONG_ENOUGH = 2.0  # seconds in all, after which a field is measured
ANYTHING = Limits(cost=10**9)


@dataclass(frozen=True)
class Asked:
    """A field, and the questions that show what it costs: one for each of some nodes, people or dates."""

    field: str
    question: str
    """Of `%` stands what changes from question to question."""
    of: str = "people"

    @property
    def cost(self) -> int:
        """What it is said to cost."""
        type_, _, name = self.field.partition(" ")[0].partition(".")
        return COSTS.get((type_, name), 1)


PLAIN_FIELDS = 1_200
_HUNDRED = json.dumps([f"p{number:07}" for number in range(100)])
PLAIN = f"{{ network {{ a: nodes(ids: {_HUNDRED}) {{ ...F }} b: nodes(ids: {_HUNDRED}) {{ ...F }} }} }}"
PLAIN += " fragment F on Node { id kind name since until version }"
FIELDS = [
    Asked("Query.network", '{ network(asOf: "%") { version } }', "days"),
    Asked("Query.changes", "{ changes(since: %, first: 100) { version } }", "versions"),
    Asked("Change.details", "{ changes(since: %, first: 100) { details } }", "versions"),
    Asked("Query.about", '{ about(person: "%") { entries } }'),
    Asked("Worklist.confirmations", "{ worklist { confirmations(first: 1) { totalCount } } }"),
    Asked("Worklist.retentionDue", "{ worklist { retentionDue(first: 1) { totalCount } } }"),
    Asked("Node.history", '{ node(id: "%") { history(first: 1) { version } } }'),
    Asked("Network.search", '{ network { search(text: "persoon %", first: 1) { totalCount } } }', "numbers"),
    Asked("Network.people", "{ network { people(first: 1) { totalCount } } }"),
    Asked("Network.people text", '{ network { people(first: 1, filter: {text: "%"}) { totalCount } } }', "numbers"),
    Asked("Network.people area", '{ network { people(first: 1, filter: {area: "NL"}) { totalCount } } }'),
    Asked("Network.people sector", '{ network { people(first: 1, filter: {sector: "PO"}) { totalCount } } }'),
    Asked("Network.organisations", '{ network { organisations(first: 1, filter: {area: "NL"}) { totalCount } } }'),
    Asked("Network.schools", '{ network { schools(first: 1, filter: {sector: "PO", area: "NL"}) { totalCount } } }'),
    Asked("Network.municipalities", "{ network { municipalities(first: 1) { totalCount } } }"),
    Asked("Network.coalitions", '{ network { coalitions(first: 1, filter: {area: "NL"}) { totalCount } } }'),
    Asked(
        "Network.contactPaths",
        '{ network { contactPaths(from: "p-001", to: {person: "%"}) { __typename } } }',
    ),
    Asked(
        "Network.contactPaths need",
        '{ network { contactPaths(from: "%", to: {need: {sector: "VO", area: "NL"}}) { __typename } } }',
    ),
    Asked(
        "Network.contactPaths strongest",
        '{ network { contactPaths(from: "p-001", to: {person: "%"}, order: STRONGEST, maxHandshakes: 6, first: 10)'
        " { __typename } } }",
    ),
    Asked("Network.contacts", '{ network { contacts(need: {theme: "gezonde kantine %"}) { score } } }', "numbers"),
    Asked(
        "Network.contacts from",
        '{ network { contacts(from: "%", need: {theme: "functie", sector: "VO"}) { score } } }',
    ),
    Asked("Network.contacts area", '{ network { contacts(need: {area: "NL"}) { score } } }'),
    Asked("Network.representation", '{ network { representation(coalition: "%") { filled } } }', "coalitions"),
    Asked("Network.coverage", '{ network { coverage(area: "NL") { sectors { id } } } }'),
    Asked(
        "Network.coverage of one",
        '{ network { coverage(area: "NL", coalition: "%") { sectors { id } } } }',
        "invented",
    ),
    Asked("Network.neighbourhood", '{ network { neighbourhood(around: ["%"], steps: 6, limit: 500) { truncated } } }'),
    Asked("Programme.prospects", '{ network { programmes(first: 1) { edges { node { prospects(first: 10, contacts: 5)'
          " { region { id } } } } } } }"),
    Asked(
        "Person.handshakes",
        '{ network { node(id: "%") { ... on Person { handshakes(first: 1) { totalCount } } } } }',
    ),
    Asked(
        "Coalition.representation",
        '{ network { node(id: "%") { ... on Coalition { representation { filled } } } } }',
        "coalitions",
    ),
    Asked(
        "Gap.candidates",
        '{ network { representation(coalition: "%") { gaps { candidates(first: 1) { person { id } } } } } }',
        "coalitions",
    ),
    Asked(
        "Candidate.path",
        '{ network { representation(coalition: "%") { gaps { candidates(first: 5) { path { strength } } } } } }',
        "coalitions",
    ),
    Asked(
        "Analysis.minimalDelegation", '{ network { analysis { minimalDelegation(coalition: "%") { size } } } }',
        "coalitions",
    ),
    Asked("Analysis.departure", '{ network { analysis { departure(person: "%") { linesLost } } } }'),
    Asked("Node.relations of a sector", '{ network { node(id: "PO") { relations(first: 1) { totalCount } } } }'),
    Asked("Sector.seats", '{ network { node(id: "VO") { ... on Sector { seats(first: 1) { totalCount } } } } }'),
    Asked("Area.municipalities", '{ network { node(id: "NL") { ... on Area { municipalities { id } } } } }'),
]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--store", type=Path, help="a file to keep the network in, for the next time")
    parser.add_argument("fields", nargs="*", help="only those whose names begin so")
    asked = parser.parse_args()
    chosen = [one for one in FIELDS if not asked.fields or one.field.startswith(tuple(asked.fields))]
    with national(asked.data, asked.store) as live:
        dear = [one.field for one in chosen if not _told(one, _measured(live, one))]
    if dear:
        sys.exit("cost more than resolvers.costs says: " + ", ".join(dear))


@contextmanager
def national(data: Path, kept: Path | None) -> Iterator[LiveNetwork]:
    """The national network, in a store of its own or in one that is kept."""
    with (
        tempfile.TemporaryDirectory() as folder,
        LiveNetwork(open_store(f"sqlite:///{kept or Path(folder) / 'nl.db'}")) as live,
    ):
        if not live.network.size:
            _fill(live, data)
        yield live


def _fill(live: LiveNetwork, data: Path) -> None:
    live.write("bench", "the demo", ((None, line) for *_, line in demo_lines()))
    for register, files in (("areas", AREAS), ("duo-schools", SCHOOLS)):
        run(live, register, [data / file for file in files], by="bench", despite_rejected=True)
    live.write("bench", "people", ((None, line) for line in _people(live)))


def _people(live: LiveNetwork) -> Iterator[Line]:
    """The invented people, their organisations in a municipality and a sector each; they know a few of the demo."""
    random = Random(4)
    places = [node.id for node in live.network.node_records() if node.kind == "Municipality"]
    yield from (line for line in people_network() if line.get("node") != "Sector")
    for i in range(5_000):
        yield {"relation": "LOCATED_IN", "from": f"o{i:06}", "to": random.choice(places)}
        yield {"relation": "IN_SECTOR", "from": f"o{i:06}", "to": random.choice(("PO", "VO", "KO", "GGD", "JH"))}


@dataclass(frozen=True)
class Measured:
    """Seconds of the processor: of one plain field, of the first question, and of the median of those after it."""

    plain: float
    first: float
    again: float

    @property
    def cost(self) -> float:
        """In plain fields."""
        return self.again / self.plain


def _measured(live: LiveNetwork, asked: Asked) -> Measured:
    """A field on a network of which nothing is kept yet."""
    execution = Execution(schema, ANYTHING)
    context = replace(
        Context.of(live, STEWARD, synonyms()), reduced=ReducedNetwork(live.network, STEWARD.viewer_class), today=DAY
    )

    def ask(question: str) -> float:
        operation = execution.operation(Parameters(question, None, {}), context, queries_only=True)
        begun = thread_time()
        answer = operation.answer()
        took = thread_time() - begun
        refused = {error["extensions"]["code"] for error in answer.errors}
        assert refused <= {"TOO_COSTLY"}, (asked.field, answer.errors)  # details of an import do not fit an answer
        return took

    questions = [asked.question.replace("%", about) for about in _about(context, asked.of)]
    first, again = ask(questions[0]), list[float]()
    for question in questions[1:]:
        if sum(again) < LONG_ENOUGH:
            again.append(ask(question))
    plain = median(ask(PLAIN) for _ in range(TIMES)) / PLAIN_FIELDS
    return Measured(plain, first, median(again))


def _about(context: Context, of: str) -> list[str]:
    """What the questions are about: of the largest and of a few others, drawn alike at every run."""
    if of == "days":
        return [(DAY - timedelta(days=days)).isoformat() for days in range(1, TIMES + 2)]
    if of == "numbers":
        return [str(number) for number in range(10, 11 + TIMES)]
    if of == "versions":
        return ["0"] * (TIMES + 1)
    ids = [record.id for record in context.reduced.network.node_records() if record.kind == OF_KIND[of]]
    if of == "coalitions":
        return ([id for id in ids if id.startswith("k-") and context.on(DAY).index(id) is not None] * TIMES)[
            : TIMES + 1
        ]
    return Random(5).sample(ids, TIMES + 1)


def _told(asked: Asked, measured: Measured) -> bool:
    """A row for a field; whether it costs no more than is said."""
    print(
        f"{asked.field:32} first {1e3 * measured.first:9.2f} ms, again {1e3 * measured.again:9.2f} ms, plain"
        f" {1e6 * measured.plain:5.2f} µs: {measured.cost:9,.0f}, said to cost {asked.cost:7,}",
        flush=True,
    )
    return measured.cost <= asked.cost


if __name__ == "__main__":
    main()
