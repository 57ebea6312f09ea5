"""A process that writes change after change to a store, and says each version once it is acknowledged.

Each change is a circle of people who know each other, and a counter that moves on: half a change would show.
"""

import sys

from graph.lines import Line
from graph.live import LiveNetwork
from graph.network import Network
from graph.records import Record
from graph.validation import NumberedLine
from tests.stores.networks import nodes_of, numbered, relations_of
from tests.stores.places import place_of_process

PEOPLE = 30


def lines(writer: str, round: int) -> list[NumberedLine]:
    """The lines of one round: a circle of people who know each other, and the counter."""
    people = [f"{writer}-{round}-{number}" for number in range(PEOPLE)]
    made: list[Line] = [{"node": "Person", "id": id, "name": id} for id in people]
    for one, other in zip(people, [*people[1:], people[0]], strict=True):
        made.append({"relation": "KNOWS", "from": one, "to": other, "strength": "GOOD"})
    made.append({"node": "Region", "id": f"counter of {writer}", "name": str(round)})
    return numbered(made)


def check_whole(records: list[Record], rounds: dict[str, int]) -> None:
    """Fail unless the records are exactly those of so many rounds of each writer."""
    nodes, relations = nodes_of(records), relations_of(records)
    counters = {node.id.removeprefix("counter of "): int(node.name) for node in nodes if node.kind == "Region"}
    assert counters == rounds
    assert len(nodes) == len(rounds) + PEOPLE * sum(rounds.values())
    assert len(relations) == PEOPLE * sum(rounds.values())


def round_of(network: Network, writer: str) -> int:
    counter = network.node_by_id(f"counter of {writer}")
    return int(counter.name) if counter else 0


def main(address: str, writer: str, rounds: str) -> None:
    with LiveNetwork(place_of_process(address).open()) as live:
        done = round_of(live.network, writer)
        print("ready", flush=True)  # noqa: T201
        for round in range(done + 1, done + 1 + int(rounds)):
            outcome = live.write(writer, "one round more", lines(writer, round))
            assert outcome.change is not None
            print(outcome.change.version, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
