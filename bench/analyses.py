"""The analyses on 20,000 people and 2 million handshakes, beside networkx, and small questions meanwhile.

    python -m bench.analyses [--scale 1] [--without-networkx]

The peers are networkx's own connected components, articulation points, Louvain, and betweenness from as many pivots as
the time of one allows (it is the same for each, so that it is multiplied). Bounds to hold: components and cut points
below 5 s, sampled betweenness below 60 s, Louvain below 60 s, small questions at most twice as slow meanwhile.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from threading import Event, Thread
from time import perf_counter

import networkx as nx

from bench.memory import cut_of, network_of
from bench.networks import people_network
from bench.timing import Timing, report, timed, timings
from graph.analyses.betweenness import PIVOTS
from graph.analyses.brokers import brokers
from graph.analyses.cohesion import cohesion
from graph.analyses.communities import communities
from graph.analyses.cut_points import cut_points
from graph.analyses.departure import departure
from graph.analyses.introductions import introductions
from graph.analyses.ties import Scope, Ties
from graph.contact_paths import contact_paths
from graph.cut import Cut
from graph.handshakes import handshakes

EVERYBODY = Scope()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=int, default=1, help="times 20,000 people")
    parser.add_argument("--without-networkx", action="store_true")
    asked = parser.parse_args()
    cut = cut_of(network_of(people_network(asked.scale)))
    with timed("every row of every person"):
        print(f"{Ties(cut, EVERYBODY).count:,} handshakes")
    usual = _small(cut, 300)
    _ours(cut, usual)
    if not asked.without_networkx:
        _networkx(cut)


def _ours(cut: Cut, usual: Timing) -> None:
    people, (coalition, *_) = cut.of_kind("Person"), cut.of_kind("Coalition")
    works: dict[str, Callable[[], object]] = {
        "components": lambda: handshakes(cut).components(),
        "cut points, pieces and bridges": lambda: cut_points(cut, EVERYBODY),
        f"betweenness from {PIVOTS} pivots, ten brokers": lambda: brokers(cut, EVERYBODY).first(10),
        "Louvain": lambda: communities(cut, EVERYBODY, 1),
        "cohesion": lambda: cohesion(cut, EVERYBODY),
        "departure of ten people": lambda: [departure(cut, one) for one in people[:10]],
        "introductions of a coalition": lambda: introductions(cut, coalition),
    }
    for name, work in works.items():
        begun, ended = perf_counter(), Event()
        thread = Thread(target=_until_ended, args=(work, ended))
        thread.start()
        meanwhile = _small(cut, 10_000, ended)
        thread.join()
        seconds = perf_counter() - begun
        ratio = f"{meanwhile.median / usual.median:.1f}x / {meanwhile.most / usual.most:.1f}x"
        print(
            f"{name:50} {seconds:7.2f} s; small questions meanwhile, median / 95 %: {ratio} ({len(meanwhile.seconds)})"
        )
    found = brokers(cut, EVERYBODY).first(1)[0]
    print(f"the first broker: {found.betweenness:.6f}, within {found.error:.6f}")
    report([usual], against=[usual])


def _until_ended(work: Callable[[], object], ended: Event) -> None:
    work()
    ended.set()


def _small(cut: Cut, most: int, ended: Event | None = None) -> Timing:
    """Contact paths, one after the other, until something has ended."""
    people = cut.of_kind("Person")
    pairs = [(people[n % 97], people[-1 - n % 89]) for n in range(most)]
    seconds: list[float] = []
    for pair in pairs:
        if ended is not None and ended.is_set() and seconds:
            break
        seconds += timings("", lambda pair: contact_paths(cut, *pair), [pair]).seconds
    return Timing("contact paths, nothing else running", tuple(seconds))


def _networkx(cut: Cut) -> None:
    with timed("networkx: the graph"):
        graph = Ties(cut, EVERYBODY).graph()
    with timed("networkx: components"):
        print(len(list(nx.connected_components(graph))))
    with timed("networkx: cut points"):
        print(len(set(nx.articulation_points(graph))))
    begun = perf_counter()
    nx.betweenness_centrality(graph, k=1, seed=1)
    print(f"networkx: betweenness from {PIVOTS} pivots: {PIVOTS * (perf_counter() - begun):.0f} s, from one multiplied")
    with timed("networkx: Louvain"):
        nx.community.louvain_communities(graph, weight="strength", seed=1)


if __name__ == "__main__":
    main()
