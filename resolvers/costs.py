"""What fields cost beside the plain ones, which cost 1: some three microseconds each.

By type (or interface) and field. Measured on 20,000 people, and rounded up.
"""

from __future__ import annotations

from collections.abc import Mapping

COSTS: Mapping[tuple[str, str], int] = {
    ("Query", "changes"): 300,
    ("Query", "about"): 20_000,
    ("Worklist", "confirmations"): 30_000,
    ("Worklist", "retentionDue"): 3_000,
    ("Worklist", "withoutRetention"): 3_000,
    ("Node", "history"): 300,
    ("Network", "search"): 1_000,
    ("Network", "people"): 1_000,
    ("Network", "organisations"): 300,
    ("Network", "schools"): 300,
    ("Network", "contactPaths"): 1_000,
    ("Network", "contacts"): 10_000,
    ("Network", "representation"): 1_000,
    ("Network", "coverage"): 2_000,
    ("Network", "neighbourhood"): 1_000,
    ("Programme", "prospects"): 2_000,
    ("Person", "handshakes"): 300,
    ("Coalition", "representation"): 500,
    ("Gap", "candidates"): 300,
    ("Candidate", "path"): 300,
    ("Analysis", "minimalDelegation"): 3_000,
    ("Analysis", "departure"): 20_000,
    ("Analysis", "brokers"): 30_000,
    ("Analysis", "cutPoints"): 20_000,
    ("Analysis", "cohesion"): 20_000,
    ("Analysis", "communities"): 20_000,
    ("Analysis", "introductions"): 20_000,
    ("Analysis", "reach"): 2_000,
    ("Analysis", "comparison"): 3_000,
    # A change is checked, written to the disk, and the network moved on.
    ("Mutation", "put"): 2_000,
    ("Mutation", "appoint"): 2_000,
    ("Mutation", "recordMeeting"): 2_000,
    ("Mutation", "end"): 2_000,
    ("Mutation", "confirm"): 2_000,
    ("Mutation", "merge"): 10_000,
    ("Mutation", "revert"): 10_000,
    ("Mutation", "erase"): 50_000,
    ("Mutation", "importSheet"): 50_000,
}
