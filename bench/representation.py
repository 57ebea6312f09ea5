"""Representation and candidates of coalitions of 16 municipalities and 5 rules.

    python -m bench.representation [--coalitions 500]

The peer is a network in which the same questions are asked for the first time, so that the tables are made that all
later questions share. Bounds to hold: one coalition below 10 ms, 500 below 2 s.
"""

from __future__ import annotations

import argparse

from bench.memory import cut_of, network_of
from bench.networks import delegation_network
from bench.timing import report, timed, timings
from graph.representation import candidates, representation


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--coalitions", type=int, default=500)
    asked = parser.parse_args()
    network = network_of(delegation_network(asked.coalitions))
    print(f"{network.size:,} nodes, {len(network.relations):,} relations")
    cut = cut_of(network)
    coalitions = cut.of_kind("Coalition")
    first = timings("one coalition, first asked of a version", lambda one: representation(cut, one), coalitions[:1])
    with timed(f"the other {len(coalitions) - 1} coalitions"):
        others = timings("one coalition", lambda one: representation(cut, one), coalitions[1:])

    def all_candidates(one: int) -> object:
        return [candidates(cut, one, gap.cell) for gap in representation(cut, one).gaps]

    began = timings("candidates of all its gaps, first asked", all_candidates, coalitions[:1])
    filling = timings("candidates of all its gaps", all_candidates, coalitions[1:50])
    report([first, others, began, filling], against=[others])


if __name__ == "__main__":
    main()
