"""Start a Neo4j by hand: prints how to reach it and runs until interrupted."""

import signal
import sys

from tests.neo4j_server import running_own_server


def main() -> None:
    # Also where a script started it in the background, which ignores interrupts.
    for interruption in (signal.SIGINT, signal.SIGTERM):
        signal.signal(interruption, signal.default_int_handler)
    try:
        with running_own_server() as server:
            sys.stdout.write(
                f"NEO4J_TEST_URI={server.uri} NEO4J_TEST_USER={server.user} NEO4J_TEST_PASSWORD={server.password}\n"
            )
            sys.stdout.flush()
            signal.pause()
    except KeyboardInterrupt:
        pass


main()
