"""The vocabulary: every kind, relation, member and visibility, declared once.

Validation, the network file, the constraints of Neo4j, the GraphQL enumerations and the documentation follow from
these tables. To add a kind, a relation or a member, add it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum


class Visibility(IntEnum):
    """Who may see a node or relation, in rising order of closedness."""

    PUBLIC = 0
    MEMBER = 1
    COALITION = 2
    STEWARD = 3


class Mandate(IntEnum):
    """What the holder of a seat may do, in rising order."""

    LISTEN = 0
    ADVISE = 1
    DECIDE = 2


class CoalitionPhase(StrEnum):
    """How far a coalition is, from exploration to embedding."""

    EXPLORING = "EXPLORING"
    FORMING = "FORMING"
    WORKING = "WORKING"
    EMBEDDED = "EMBEDDED"
    ENDED = "ENDED"


class Unit(StrEnum):
    """What a sector weighs in: pupils of schools, places of childcare, children below 16 of municipalities."""

    PUPILS = "PUPILS"
    PLACES = "PLACES"
    CHILDREN = "CHILDREN"


class RulePer(StrEnum):
    """Whether a delegation rule asks its seats once, or of each municipality."""

    COALITION = "COALITION"
    MUNICIPALITY = "MUNICIPALITY"


class Acquaintance(StrEnum):
    """How well two people know each other."""

    STRONG = "STRONG"
    GOOD = "GOOD"
    WEAK = "WEAK"


class CodeSystem(StrEnum):
    """Registers that give organisations a code; a code is unique within its system."""

    DUO = "DUO"
    BEVOEGD_GEZAG = "BEVOEGD_GEZAG"
    LRK = "LRK"
    KVK = "KVK"
    OIN = "OIN"
    CBS = "CBS"
    RIO = "RIO"


class Form(Enum):
    """The form of a member's value, as it stands in a network file."""

    TEXT = "a text"
    TEXTS = "a list of texts"
    DATE = "a date as YYYY-MM-DD"
    BOOLEAN = "true or false"
    COUNT = "a whole number from 0"
    NUMBER = "a number"
    CHOICE = "one of a list of words"
    CODES = "an object of code by code system"
    FIGURES = "an object of whole numbers by year"
    RULES = "a list of delegation rules"
    BOUNDARY = "a Polygon or MultiPolygon of GeoJSON"
    NODE = "the id of a node"


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a kind or relation.

    `choices` is the enumeration of a CHOICE; `refers` the kind that a NODE names; `seen_by` the least right that
    shows it, beside the visibility of the whole; `personal` marks personal data, which `erase` replaces.
    """

    name: str
    form: Form
    meaning: str
    required: bool = False
    choices: type[StrEnum] | type[Mandate] | None = None
    refers: str | None = None
    seen_by: Visibility = Visibility.PUBLIC
    personal: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node. `families` are the wider kinds that it belongs to (as labels of Neo4j and as filters)."""

    name: str
    meaning: str
    members: tuple[Member, ...] = ()
    families: tuple[str, ...] = ()
    visibility: Visibility = Visibility.PUBLIC


@dataclass(frozen=True, slots=True)
class RelationType:
    """A type of relation. `ends` are the pairs of kinds or families it may join; `mutual` has no direction."""

    name: str
    meaning: str
    ends: tuple[tuple[str, str], ...]
    members: tuple[Member, ...] = ()
    mutual: bool = False


def _text(name: str, meaning: str, seen_by: Visibility = Visibility.PUBLIC, *, personal: bool = False) -> Member:
    return Member(name, Form.TEXT, meaning, seen_by=seen_by, personal=personal)


_ORGANISATION = (
    _text("shortName", "the name people use"),
    Member("codes", Form.CODES, "its code in each register"),
    _text("mailbox", "functional mailbox"),
    _text("phone", "switchboard"),
    _text("website", "address on the web"),
    _text("street", "street and house number"),
    _text("postcode", "postcode"),
    _text("town", "town"),
)


def _organisation(name: str, meaning: str, *members: Member, area: bool = False) -> Kind:
    families = ("Organisation", "Area") if area else ("Organisation",)
    return Kind(name, meaning, _ORGANISATION + members, families)


_DESCRIPTION = _text("description", "what it is, in a few sentences")

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "Person",
            "somebody of the network",
            (
                _text("email", "e-mail address", seen_by=Visibility.MEMBER, personal=True),
                _text("phone", "telephone", seen_by=Visibility.MEMBER, personal=True),
                _text("contactPurpose", "why the contact details are kept", seen_by=Visibility.STEWARD),
                Member("retainUntil", Form.DATE, "kept no longer than this", seen_by=Visibility.STEWARD),
                Member("introducible", Form.BOOLEAN, "may be asked to introduce somebody", seen_by=Visibility.STEWARD),
            ),
            visibility=Visibility.MEMBER,
        ),
        _organisation(
            "School",
            "a location where a school teaches",
            Member("educationTypes", Form.TEXTS, "the types of education given there"),
            Member("pupils", Form.FIGURES, "pupils by school year"),
        ),
        _organisation("SchoolBoard", "the organisation that governs schools (bevoegd gezag)"),
        _organisation("ChildcareProvider", "an organisation that runs childcare locations"),
        _organisation(
            "ChildcareLocation", "a location of childcare", Member("places", Form.COUNT, "places for children")
        ),
        _organisation(
            "Municipality",
            "a municipality: an organisation and an area",
            Member("inhabitants", Form.COUNT, "inhabitants"),
            Member("children", Form.COUNT, "children below 16"),
            Member("boundary", Form.BOUNDARY, "where it lies: a geometry of GeoJSON, in degrees of WGS84"),
            area=True,
        ),
        _organisation("HealthService", "a public health service (GGD, JGZ)"),
        _organisation("Partnership", "boards that together arrange fitting education (SWV)"),
        _organisation("JointArrangement", "municipalities that together run a body"),
        _organisation("Ministry", "a ministry"),
        _organisation("Association", "an association of organisations or people"),
        _organisation("OtherOrganisation", "any other organisation, or a unit of one"),
        Kind("Region", "an area of municipalities or of smaller regions", families=("Area",)),
        Kind(
            "Sector",
            "a sector of the taxonomy; its id is its code",
            (Member("weighs", Form.CHOICE, "the unit it weighs in", required=True, choices=Unit),),
        ),
        Kind(
            "Coalition",
            "partners around a shared ambition, in a region",
            (
                Member("phase", Form.CHOICE, "from exploration to embedding", required=True, choices=CoalitionPhase),
                _text("ambition", "what they want together"),
                Member("rules", Form.RULES, "the delegation it needs"),
            ),
        ),
        Kind(
            "Seat",
            "one place at a coalition's table",
            (
                Member("sector", Form.NODE, "the sector it stands for", required=True, refers="Sector"),
                Member("mandate", Form.CHOICE, "what its holder may do", required=True, choices=Mandate),
            ),
        ),
        Kind("Programme", "a programme in which regions take part", (_DESCRIPTION,)),
        Kind(
            "Agreement",
            "what partners agreed, and where it is embedded",
            (
                _text("form", "what sort of agreement (LEA, regiodeal, ...)"),
                _DESCRIPTION,
                _text("embeddedIn", "the regular structure that keeps it alive"),
            ),
        ),
        Kind("Meeting", "a meeting on one day", (Member("date", Form.DATE, "the day", required=True),)),
        Kind(
            "Channel",
            "a newsletter, site or letter that reaches people",
            (_text("form", "newsletter, site, board letter, ..."),),
        ),
        Kind("Question", "what a region or coalition wants solved", (_DESCRIPTION,)),
        Kind(
            "Recommendation",
            "one of a report's pieces of advice",
            (Member("number", Form.COUNT, "its number in the report"), _DESCRIPTION),
        ),
        Kind(
            "Observation",
            "a measured value of a named indicator for a subject on a date",
            (
                _text("indicator", "what was measured"),
                Member("value", Form.NUMBER, "the value"),
                _text("unit", "the unit of the value"),
                Member("date", Form.DATE, "the day it holds for"),
            ),
        ),
    )
}

ANY = "Node"
FAMILIES: tuple[str, ...] = ("Organisation", "Area")

RELATIONS: dict[str, RelationType] = {
    relation.name: relation
    for relation in (
        RelationType(
            "WORKS_FOR",
            "a function of a person at an organisation",
            (("Person", "Organisation"),),
            (
                _text("title", "title of the function"),
                Member("themes", Form.TEXTS, "what the function is about"),
                Member("deputyOf", Form.NODE, "the person this one stands in for", refers="Person"),
            ),
        ),
        RelationType(
            "KNOWS",
            "two people know each other",
            (("Person", "Person"),),
            (Member("strength", Form.CHOICE, "how well", required=True, choices=Acquaintance),),
            mutual=True,
        ),
        RelationType("HOLDS", "a person holds a seat", (("Person", "Seat"),)),
        RelationType("SEAT_IN", "a seat is at a coalition's table", (("Seat", "Coalition"),)),
        RelationType("SEAT_FOR", "a seat is an organisation's", (("Seat", "Organisation"),)),
        RelationType("COVERS", "a seat stands for a municipality", (("Seat", "Municipality"),)),
        RelationType(
            "PART_OF",
            "a part of something larger of its sort",
            (("Organisation", "Organisation"), ("Area", "Region"), ("Sector", "Sector")),
        ),
        RelationType(
            "LOCATED_IN",
            "where it is",
            (("Organisation", "Area"), ("Coalition", "Area"), ("Programme", "Area")),
        ),
        RelationType(
            "ACTIVE_IN",
            "where it works",
            (("Organisation", "Area"), ("Coalition", "Area"), ("Programme", "Area")),
        ),
        RelationType("IN_SECTOR", "the sector of an organisation", (("Organisation", "Sector"),)),
        RelationType(
            "PARTNER_IN",
            "takes part in it, without working there",
            tuple(("Organisation", to) for to in ("Coalition", "Programme", "JointArrangement", "Partnership")),
        ),
        RelationType(
            "LEADS",
            "pulls it",
            tuple(
                (leader, led)
                for leader in ("Person", "Organisation", "Coalition", "Programme")
                for led in ("Coalition", "Programme")
            ),
        ),
        RelationType("FUNDS", "pays for it", (("Organisation", "Coalition"), ("Organisation", "Programme"))),
        RelationType("CARRIES_OUT", "does the work of it", (("Organisation", "Programme"), ("Coalition", "Programme"))),
        RelationType("RELATED_TO", "two programmes touch each other", (("Programme", "Programme"),), mutual=True),
        RelationType("LINKED_TO", "a coalition is embedded in an agreement", (("Coalition", "Agreement"),)),
        RelationType("ATTENDED", "a person was at a meeting", (("Person", "Meeting"),)),
        RelationType("HELD_BY", "a meeting of a coalition", (("Meeting", "Coalition"),)),
        RelationType("PUBLISHES", "publishes a channel", (("Organisation", "Channel"), ("Coalition", "Channel"))),
        RelationType(
            "REACHES",
            "a channel reaches it",
            tuple(("Channel", to) for to in ("Person", "Organisation", "Channel")),
        ),
        RelationType("ASKS", "wants it solved", (("Area", "Question"), ("Coalition", "Question"))),
        RelationType("WORKS_ON", "works on it", (("Person", "Question"), ("Organisation", "Question"))),
        RelationType("ADDRESSES", "a question takes up a recommendation", (("Question", "Recommendation"),)),
        RelationType("RECOMMENDED_IN", "stands in the programme's report", (("Recommendation", "Programme"),)),
        RelationType(
            "ENROLLED_IN",
            "an area takes part in a programme",
            (("Area", "Programme"),),
            (_text("stage", "how far it is"),),
        ),
        RelationType(
            "LEARNED_FROM",
            "an area took something over from another",
            (("Area", "Area"),),
            (_text("adopted", "what was adopted"),),
        ),
        RelationType("OBSERVED_ON", "what was measured", (("Observation", ANY),)),
        RelationType(
            "SUCCEEDED_BY",
            "what came after it",
            tuple((kind, kind) for kind in KINDS),
            (Member("merged", Form.BOOLEAN, "the two are one and the same, known twice until then"),),
        ),
    )
}


def is_a(kind: str, wider: str) -> bool:
    """Whether a kind is `wider` itself or belongs to that family (`Node` holds everything)."""
    return wider in (kind, ANY) or wider in KINDS[kind].families


def joins(relation: RelationType, from_kind: str, to_kind: str) -> bool:
    """Whether a relation of this type may run from one kind to the other."""
    if relation.name == "PART_OF" and from_kind == "Municipality":
        return to_kind == "Region"  # a municipality is an organisation too, but it is no part of one
    return any(is_a(from_kind, one) and is_a(to_kind, other) for one, other in relation.ends)


def default_visibility(from_kind: str | None, to_kind: str | None) -> Visibility:
    """Relations of people are for members, as people are; everything else is public."""
    return Visibility.MEMBER if "Person" in (from_kind, to_kind) else Visibility.PUBLIC


def kinds_of(family: str) -> Iterator[str]:
    """The kinds of a family, or the kind itself."""
    return (name for name in KINDS if is_a(name, family))
