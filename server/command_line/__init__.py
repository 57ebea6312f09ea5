"""The command `korte-lijnen`."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command and leave. An interrupt ends it quietly, also while it is still being loaded."""
    try:
        from server.command_line.command import run  # noqa: PLC0415 - loading it takes a second in which somebody may interrupt

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("Interrupted.\n")
        code = INTERRUPTED
    sys.exit(code)
