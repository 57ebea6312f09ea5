"""Edits: from a network and what somebody wants to the touches that come of it. Pure: nothing is read or written here.

Each edit says what is wrong with what was given as a BadInput whose `field` is the argument; whether the network
would still be one that the vocabulary allows is checked by whoever writes it (graph.validation).
"""

from graph.editing.appointing import appoint
from graph.editing.confirming import confirm
from graph.editing.edit import Edit, new_id
from graph.editing.ending import end
from graph.editing.meetings import record_meeting
from graph.editing.merging import merge
from graph.editing.putting import named, whole
from graph.editing.reverting import revert

__all__ = [
    "Edit",
    "appoint",
    "confirm",
    "end",
    "merge",
    "named",
    "new_id",
    "record_meeting",
    "revert",
    "whole",
]
