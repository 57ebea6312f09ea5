"""A process that follows a store, and says each version with the moment at which it had it."""

import sys
import time

from graph.live import LiveNetwork
from tests.stores.places import place_of_process


def main(address: str, until: str) -> None:
    with LiveNetwork(place_of_process(address).open()) as live:
        live.follow()
        said = live.network.version
        print("ready", flush=True)  # noqa: T201
        while said < int(until):
            time.sleep(0.002)
            network = live.network
            if network.version > said:
                said = network.version
                names = [node.name for node in network.node_records()]
                print(said, time.time(), *names, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
