"""What fields cost beside the plain ones, which cost 1: some three microseconds each.

By type (or interface) and field, as `python -m bench.costs` measures them on a national network of 20,000 people, and
rounded up. Contacts, coverage and changes can take longer still, when they are asked of everybody, of the whole country
or of an import: then a turn among the large operations and the deadline bound them.
"""

from __future__ import annotations

from collections.abc import Mapping

COSTS: Mapping[tuple[str, str], int] = {
    ("Query", "network"): 350,  # the cut of a date
    ("Query", "changes"): 10_000,
    ("Change", "details"): 30,
    ("Query", "about"): 20_000,
    ("Worklist", "confirmations"): 30_000,
    ("Worklist", "retentionDue"): 3_000,
    ("Worklist", "withoutRetention"): 3_000,
    ("Node", "history"): 300,
    ("Network", "search"): 3_000,
    ("Network", "people"): 2_500,
    ("Network", "organisations"): 800,
    ("Network", "schools"): 800,
    ("Network", "contactPaths"): 5_000,
    ("Network", "contacts"): 30_000,
    ("Network", "municipalities"): 150,
    ("Network", "coalitions"): 1_200,
    ("Network", "representation"): 1_000,
    ("Network", "coverage"): 40_000,
    ("Network", "neighbourhood"): 1_000,
    ("Programme", "prospects"): 15_000,
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

LENGTHS: Mapping[tuple[str, str], int] = {
    ("Area", "municipalities"): 100,  # a province has up to 62, the country 342
    ("Network", "sectors"): 40,
    ("SchoolBoard", "schools"): 50,
    ("ChildcareProvider", "locations"): 50,
    ("Partnership", "partners"): 50,
    ("School", "pupils"): 30,
    ("Programme", "enrolments"): 100,
    ("Coalition", "seats"): 50,
    ("Coalition", "partners"): 50,
    ("Coalition", "shares"): 50,
    ("Meeting", "attendees"): 30,
    ("Representation", "cells"): 50,
    ("Representation", "gaps"): 20,
    ("Coverage", "sectors"): 40,
    ("Coverage", "municipalities"): 100,
    ("Coverage", "cells"): 2_000,
    ("Departure", "cutOff"): 50,
    ("Departure", "locationsLost"): 50,
}
"""How long the lists of a field may well be where it takes no size; of any other list 10.

What is longer still, as the coverage of the whole country, is bounded by the deadline.
"""
