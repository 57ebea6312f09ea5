"""How many files and connections this process may have open: often 1,024, which whoever runs it may raise."""

from __future__ import annotations

import sys


def allow_open_files(count: int) -> None:
    """Raise the limit to `count` where the system lets us; it is never lowered. Windows has none."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count if hard == resource.RLIM_INFINITY else min(count, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
