"""The bounds themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may ask. Everything above is refused before anything is executed.

    `weights` gives a field its own cost, by type (or interface) and name: `{("Network", "contactPaths"): 50}`.
    Every other field costs 1, so that a cost is about the number of fields that the answer may hold.
    """

    body: int = 1_048_576
    """Bytes of a request's body, or of its query string."""
    upload: int = 20 * 2**20
    """Bytes of a request that brings files with it; 50,000 full rows of a workbook are some 5 MB."""
    tokens: int = 5_000
    """Tokens of a document, comments included."""
    operations: int = 20
    """Operations in one document, of which one is executed."""
    depth: int = 15
    """Fields below each other; introspection is apart, it has a bound of its own."""
    aliases: int = 50
    """Aliases written in a document."""
    root_fields: int = 20
    """Fields that one operation asks of the root."""
    cost: int = 1_000_000
    """Cost of one operation, some three seconds. It is counted from how long lists may be, which they seldom are; what
    does take long meets with the deadline."""
    list_size: int = 10
    """Assumed length of a list whose field takes no size, and of which `lengths` says nothing."""
    concurrent: int = 4
    """Small operations executed at the same time; what comes above waits for its turn."""
    large: int = 10_000
    """Cost above which an operation is a large one, some 30 ms: it has its turn among the large ones."""
    concurrent_large: int = 2
    """Large operations executed at the same time."""
    waiting_seconds: float = 10.0
    """How long a large operation waits for its turn before it is refused."""
    seconds: float = 10.0
    """How long one operation may take, counted from its turn; then it ends with TIMEOUT."""
    weights: Mapping[tuple[str, str], int] = field(default_factory=dict)
    lengths: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How long the lists of a field may well be, by type (or interface) and name, where it takes no size."""
