"""Rows about organisations: what they are, where they are, and what they are part of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from graph.text import fold
from graph.vocabulary import CodeSystem, is_a
from seeds.spreadsheets.cells import Row
from seeds.spreadsheets.drafting import Draft, lasts
from seeds.spreadsheets.matching import Match, Matching

KINDS_IN_DUTCH: Mapping[str, str] = {
    "School": "school",
    "SchoolBoard": "schoolbestuur",
    "ChildcareProvider": "kinderopvangorganisatie",
    "ChildcareLocation": "kinderopvanglocatie",
    "Municipality": "gemeente",
    "HealthService": "gezondheidsdienst",
    "Partnership": "samenwerkingsverband",
    "JointArrangement": "gemeenschappelijke regeling",
    "Ministry": "ministerie",
    "Association": "vereniging",
    "OtherOrganisation": "overige organisatie",
}
"""The kinds of organisation, as the column «soort» has them."""

_ENGLISH = {kind: "".join(f" {c.lower()}" if c.isupper() else c for c in kind).strip() for kind in KINDS_IN_DUTCH}
_KINDS = {fold(name): kind for kind in KINDS_IN_DUTCH for name in (kind, KINDS_IN_DUTCH[kind], _ENGLISH[kind])}
_TEXTS = {"short": "shortName", "phone": "phone", "website": "website", "street": "street", "postcode": "postcode"}


def kind_names(language: str) -> list[str]:
    """The names of the kinds in a language."""
    return list(KINDS_IN_DUTCH.values() if language == "nl" else _ENGLISH.values())


@dataclass
class OrganisationRows:
    """Takes in rows about organisations."""

    draft: Draft
    matching: Matching
    day: date

    def take(self, row: Row) -> Match | None:
        """Take in a row; None when something of it is to be asked first."""
        name = row.text("name")
        kind = row.choice("kind", lambda text: _KINDS.get(fold(text)), ", ".join(KINDS_IN_DUTCH.values()))
        members: dict[str, object] = {member: row.text(key) for key, member in _TEXTS.items()}
        members |= {"mailbox": row.address("mailbox"), "town": row.text("town")}
        members |= {"since": _day(row.date("since")), "until": _day(row.date("until"))}
        codes = {system.value: code for system in CodeSystem if (code := row.text(f"code:{system}")) is not None}
        sectors = self._sectors(row)
        located = self.matching.reference(row, "located", "Municipality")
        active = self.matching.references(row, "active", "Area")
        whole = self.matching.reference(row, "part_of", "Organisation")
        if name is None or row.problems or self.matching.doubts:
            return None
        match = self._match(row, name, kind, codes, located)
        if match is None or row.problems:
            return None
        id = match.id or self._new(row, name, kind, members, codes)
        if id is None:
            return None
        for member, value in members.items():
            self.draft.set(id, member, value)
        before = self.draft.member(id, "codes")
        if codes:
            self.draft.set(id, "codes", {**(before if isinstance(before, dict) else {}), **codes}, "codes")
        for type, targets in (
            ("IN_SECTOR", sectors),
            ("LOCATED_IN", None if located is None else [located]),
            ("ACTIVE_IN", active),
            ("PART_OF", None if whole is None else [whole]),
        ):
            if targets is not None:
                only_now(self.draft, type, id, targets, self.day)
        return Match(id, match.because)

    def _sectors(self, row: Row) -> list[str] | None:
        texts = row.texts("sectors")
        if texts is None:
            return None
        found = []
        for text in texts:
            called = self.matching.named("Sector").called(listed(text))
            if len(called) == 1:
                found.append(called[0])
            else:
                row.wrong("sectors", f"«{text}» is no sector", ", ".join(self.matching.named("Sector").names))
        return found

    def _match(
        self, row: Row, name: str, kind: str | None, codes: Mapping[str, str], located: str | None
    ) -> Match | None:
        named = self.matching.named("Organisation")
        of_code = {named.by_code[code] for code in codes.items() if code in named.by_code}
        if len(of_code) > 1:
            names = ", ".join(f"«{named.names[id]}»" for id in sorted(of_code))
            row.wrong("name", f"has codes of different organisations: {names}", "codes of one organisation")
            return None
        if of_code:
            match: Match | None = Match(of_code.pop(), "the same code")
        else:
            called = [id for id in named.called(name) if self._may_be(id, kind, codes, located)]
            match = self.matching.node(
                row, "Organisation", name, [(id, "the same name") for id in called], alike=not codes
            )
        if match is not None and match.id is not None and kind not in (None, self.draft.kind(match.id)):
            there = KINDS_IN_DUTCH[self.draft.kind(match.id) or ""]
            row.wrong("kind", f"is not what it is known as, «{there}»", f"«{there}», or nothing")
        return match

    def _may_be(self, id: str, kind: str | None, codes: Mapping[str, str], located: str | None) -> bool:
        """Whether one of the same name may be meant: of the same kind and place, and without other codes."""
        there = self.draft.member(id, "codes")
        known = there if isinstance(there, dict) else {}
        places = {line["to"] for _, line in self.draft.relations(id, "LOCATED_IN") if lasts(line, self.day)}
        return (
            kind in (None, self.draft.kind(id))
            and all(known.get(system, code) == code for system, code in codes.items())
            and (located is None or not places or located in places)
        )

    def _new(
        self, row: Row, name: str, kind: str | None, members: Mapping[str, object], codes: Mapping[str, str]
    ) -> str | None:
        if kind is None or is_a(kind, "Area"):
            expected = ", ".join(name for one, name in KINDS_IN_DUTCH.items() if one != "Municipality")
            row.wrong("kind", "is needed of what is new" if kind is None else "is not made here", expected)
            return None
        id = self.draft.new_node(kind, name)
        named = self.matching.named("Organisation")
        short = members.get("shortName")
        named.add(id, name, short if isinstance(short, str) else None)
        named.by_code |= dict.fromkeys(codes.items(), id)
        return id


def listed(text: str) -> str:
    """What a drop-down says of a sector, «VO – Voortgezet onderwijs», as its code."""
    return text.partition(" – ")[0].strip()


def only_now(draft: Draft, type: str, origin: str, targets: Collection[str], day: date) -> None:
    """Make these all there are of a relation from now on: what is not among them ends today, what is new begins."""
    present = {str(line["to"]): id for id, line in draft.relations(origin, type) if lasts(line, day)}
    gone = [target for target in present if target not in targets]
    for target in gone:
        draft.end(present[target], day, f"{type} {draft.name(target)} ends on {day}")
    for target in targets:
        if target not in present:
            draft.relate(type, origin, target, day if gone or _ever(draft, type, origin, target) else None)


def _ever(draft: Draft, type: str, origin: str, target: str) -> bool:
    return any(line["to"] == target for _, line in draft.relations(origin, type))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
