"""What is known already, as one viewer sees it on a day: by name, by address and by code.

Only what the viewer may see is in here, so that no match, no question and no report tells of anything else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Literal

import numpy as np

from graph.likeness import Alike, PersonName
from graph.lines import write_line
from graph.network import TYPE_NUMBER
from graph.records import NodeRecord, RelationRecord
from graph.reduced import ReducedNetwork
from graph.text import words
from graph.vocabulary import KINDS, RELATIONS, Form, Member, is_a


class Known:
    """The network of a viewer, as what rows are matched with. What has ended by the day matches nothing."""

    def __init__(self, reduced: ReducedNetwork, day: date) -> None:
        self.reduced = reduced
        self.network = reduced.network
        self.day = day

    def node(self, id: str) -> NodeRecord | None:
        """The node with an id, when the viewer sees it."""
        return self.network.node_by_id(id) if self.reduced.sees(id) else None

    def relation(self, id: str) -> RelationRecord | None:
        """The relation with an id, when the viewer sees it."""
        index = self.network.relation_index(id)
        return self.network.relation(index) if index is not None and self.reduced.relation_seen[index] else None

    def relations(self, id: str, type: str, side: Literal["out", "into"] = "out") -> list[RelationRecord]:
        """The relations of a type from (or to) a node that the viewer sees, whatever their period."""
        node = self.network.index(id)
        if node is None:
            return []
        around = (self.network.out if side == "out" else self.network.into).of_node(node)
        wanted = around[self.reduced.type_seen[around] == TYPE_NUMBER[type]]
        return [self.network.relation(index) for index in wanted.tolist()]

    def of_family(self, family: str) -> Iterator[NodeRecord]:
        """The nodes of a kind or family that have not ended."""
        numbers = [number for number, kind in enumerate(KINDS) if is_a(kind, family)]
        nodes = self.network.nodes
        seen = self.reduced.node_seen & np.isin(nodes.kind, numbers) & (nodes.until > self.day.toordinal())
        return map(self.network.node, np.flatnonzero(seen).tolist())

    def line(self, record: NodeRecord | RelationRecord) -> dict[str, object]:
        """The line of a record as the viewer sees it: what is not for them is left out, which keeps it as it is."""
        members = KINDS[record.kind].members if isinstance(record, NodeRecord) else RELATIONS[record.type].members
        line = write_line(record)
        for member in members:
            if member.name in line and not self._is_shown(member, line[member.name]):
                del line[member.name]
        return line

    def _is_shown(self, member: Member, value: object) -> bool:
        if member.seen_by > self.reduced.viewer.sees:
            return False
        return member.form is not Form.NODE or self.reduced.sees(str(value))

    @cached_property
    def people(self) -> People:
        """The people, to be found."""
        people = People()
        for record in self.of_family("Person"):
            email = record.members.get("email")
            people.add(record.id, record.name, email if isinstance(email, str) else None)
        return people

    def named(self, family: str) -> Named:
        """The organisations, areas, coalitions or sectors, to be found."""
        kept: dict[str, Named] = self.__dict__.setdefault("_named", {})
        if family not in kept:
            kept[family] = found = Named()
            for record in self.of_family(family):
                found.add_record(record)
        return kept[family]


class People:
    """People by their name in parts, by address, and by what is nearly their name."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.emails: dict[str, str] = {}
        self.by_name: dict[str, list[str]] = defaultdict(list)
        self.by_email: dict[str, list[str]] = defaultdict(list)
        self.alike: Alike[str] = Alike(of_people=True)

    def add(self, id: str, name: str, email: str | None) -> None:
        """Know one more."""
        self.names[id] = name
        self.by_name[PersonName.of(name).written].append(id)
        self.alike.add(id, name)
        if email is not None:
            self.know_email(id, email)

    def know_email(self, id: str, email: str) -> None:
        """Know an address of somebody who is known."""
        self.emails[id] = email
        if id not in self.by_email[email.casefold()]:
            self.by_email[email.casefold()].append(id)

    def called(self, name: str) -> list[str]:
        """The people of a name, however it is written."""
        return self.by_name.get(PersonName.of(name).written, [])


class Named:
    """Things by id, code, and the words of their name or short name, and by what is nearly their name."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.by_words: dict[str, list[str]] = defaultdict(list)
        self.by_code: dict[tuple[str, str], str] = {}
        self.alike: Alike[str] = Alike(of_people=False)

    def add_record(self, record: NodeRecord) -> None:
        """Know a node."""
        short, codes = record.members.get("shortName"), record.members.get("codes")
        self.add(record.id, record.name, short if isinstance(short, str) else None)
        if record.kind == "Municipality":
            self._called(record.id, f"gemeente {record.name}")
        for system, code in codes.items() if isinstance(codes, dict) else ():
            self.by_code[system, str(code)] = record.id

    def add(self, id: str, name: str, short: str | None = None) -> None:
        """Know one more."""
        self.names[id] = name
        self.alike.add(id, name)
        for one in (name, short):
            if one is not None:
                self._called(id, one)

    def called(self, text: str) -> list[str]:
        """What has this id, or is called so."""
        if text in self.names:
            return [text]
        return self.by_words.get(" ".join(words(text)), [])

    def _called(self, id: str, name: str) -> None:
        ids = self.by_words[" ".join(words(name))]
        if id not in ids:
            ids.append(id)
