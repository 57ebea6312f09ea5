"""What the report says, in Dutch and in English. A text that lacks in one of them is a type error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.report.since import What
from graph.vocabulary import CoalitionPhase, Mandate, Visibility


@dataclass(frozen=True, slots=True)
class Words:
    """All texts of the report in one language. `{...}` is filled in."""

    language: str
    months: tuple[str, ...]
    thousands: str
    subtitle: str
    foot: str
    seen_by: Mapping[Visibility, str]
    # the coalition
    phase: str
    phases: Mapping[CoalitionPhase, str]
    area: str
    leads: str
    ambition: str
    unknown: str
    places_filled: str
    no_rules: str
    delegation_figure: str
    filled: str
    unconfirmed: str
    missing: str
    of: str
    first_of: str
    # seats
    seats: str
    no_seats: str
    seat: str
    holder: str
    organisation: str
    mandate: str
    state: str
    nobody: str
    hidden_holder: str
    since: str
    confirmed: str
    never_confirmed: str
    last_confirmed: str
    has_left: str
    speaks_for: str
    mandates: Mapping[Mandate, str]
    states: Mapping[str, str]
    # gaps
    gaps: str
    no_gaps: str
    place: str
    needs: str
    leaves_out: str
    candidates: str
    gaps_figure: str
    pupils: str
    places: str
    children: str
    share: str
    weight_unknown: str
    nobody_known: str
    more_known: str
    at_table: str
    one_handshake: str
    handshakes: str
    no_line: str
    # departures
    departures: str
    departures_meaning: str
    departures_figure: str
    not_ranked: str
    nobody_sits: str
    nothing_hangs: str
    person: str
    cells_lost: str
    cells_elsewhere: str
    lines_gone: str
    lines_longer: str
    lines_figures: str
    stand_apart: str
    people: str
    locations: str
    # changes
    changes: str
    changes_since: str
    no_meeting: str
    entered: str
    no_changes: str
    whats: Mapping[What, str]
    sorts: Mapping[str, str]
    gone: str
    as_of: str

    def day(self, day: date) -> str:
        """A date as people write it."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def number(self, number: int) -> str:
        """A number, its thousands apart."""
        return f"{number:,}".replace(",", self.thousands)


NL = Words(
    language="nl",
    months=(
        *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
        *("augustus", "september", "oktober", "november", "december"),
    ),
    thousands=".",
    subtitle="Stand van zaken op {day}",
    foot="Korte Lijnen · {id} · {day} · versie {version} · {seen_by}",
    seen_by={
        Visibility.PUBLIC: "wat iedereen mag zien",
        Visibility.MEMBER: "wat leden van deze coalitie mogen zien",
        Visibility.COALITION: "wat leden van deze coalitie mogen zien",
        Visibility.STEWARD: "wat beheerders mogen zien: niet om uit te delen",
    },
    phase="Fase",
    phases={
        CoalitionPhase.EXPLORING: "verkennend",
        CoalitionPhase.FORMING: "in oprichting",
        CoalitionPhase.WORKING: "aan het werk",
        CoalitionPhase.EMBEDDED: "geborgd",
        CoalitionPhase.ENDED: "beëindigd",
    },
    area="Gebied",
    leads="Trekkers",
    ambition="Ambitie",
    unknown="onbekend",
    places_filled="{filled} van de {required} afgesproken plaatsen zijn bezet.",
    no_rules="Er zijn geen afspraken over wie er aan tafel hoort; wat er ontbreekt is daarom niet te zeggen.",
    delegation_figure="Afgesproken plaatsen per sector: bezet, bezet maar niet bevestigd, en wat ontbreekt.",
    filled="bezet",
    unconfirmed="niet bevestigd",
    missing="ontbreekt",
    of="{filled} van {required} bezet",
    first_of="Getekend zijn de eerste {count} van {all}.",
    seats="Wie er zit",
    no_seats="Deze coalitie heeft op deze datum geen zetels.",
    seat="Zetel",
    holder="Bezet door",
    organisation="Organisatie",
    mandate="Mandaat",
    state="Staat",
    nobody="niemand",
    hidden_holder="niet zichtbaar",
    since="sinds {day}",
    confirmed="bevestigd op {day}",
    never_confirmed="nooit bevestigd",
    last_confirmed="het laatst op {day}",
    has_left="werkt niet meer bij de organisatie",
    speaks_for="voor {municipalities}",
    mandates={Mandate.LISTEN: "luisteren", Mandate.ADVISE: "adviseren", Mandate.DECIDE: "beslissen"},
    states={
        "FILLED": "bezet",
        "UNCONFIRMED": "niet bevestigd",
        "WEAK_MANDATE": "te licht mandaat",
        "EXPIRED": "verlopen",
        "VACANT": "vacant",
        "NO_SEAT": "geen zetel",
        "HIDDEN": "niet zichtbaar",
    },
    gaps="Wat er ontbreekt",
    no_gaps="Er ontbreekt niets: elke afgesproken plaats is bezet.",
    place="Plaats",
    needs="minstens {minimum}, mandaat {mandate}",
    leaves_out="Laat buiten",
    candidates="Wie zou kunnen",
    gaps_figure="Wat elk gat buiten laat, als deel van de leerlingen, kindplaatsen of kinderen in het hele gebied.",
    pupils="{count} leerlingen",
    places="{count} kindplaatsen",
    children="{count} kinderen",
    share="{percent}% van het gebied",
    weight_unknown="onbekend hoeveel",
    nobody_known="niemand bekend",
    more_known="en nog {count}",
    at_table="zit al aan tafel",
    one_handshake="1 handdruk van de tafel",
    handshakes="{count} handdrukken van de tafel",
    no_line="geen lijn bekend",
    departures="Wat op één persoon rust",
    departures_meaning=(
        "Wat er wegvalt als iemand vertrekt en niet wordt opgevolgd. Een lijn is een weg van iemand naar iemand over "
        "mensen die elkaar kennen; geteld zijn lijnen van hoogstens drie handdrukken. Het zegt waar een tweede nodig "
        "is, niet wie er goed werk doet."
    ),
    departures_figure="Lijnen tussen anderen die wegvallen of langer worden als iemand vertrekt.",
    not_ranked="Dit deel is er alleen voor leden van deze coalitie en beheerders.",
    nobody_sits="Er zit op deze datum niemand aan tafel.",
    nothing_hangs="Op hun zetel na valt er niets weg zonder {names}.",
    person="Zonder",
    cells_lost="Plaatsen die openvallen",
    cells_elsewhere="in andere coalities: {count}",
    lines_gone="Lijnen weg",
    lines_longer="Lijnen langer",
    lines_figures="{gone} weg, {longer} langer",
    stand_apart="Komen los te staan",
    people="mensen: {count}",
    locations="locaties zonder ander contact: {names}",
    changes="Wat er veranderde",
    changes_since="Sinds het vorige overleg, «{name}» op {day}.",
    no_meeting="Er is geen eerder overleg van deze coalitie bekend; wat er sindsdien veranderde is niet te zeggen.",
    entered="De coalitie staat pas sinds {day} in het netwerk. Wat toen is ingeladen, telt niet als verandering.",
    no_changes="Er is sindsdien niets veranderd aan zetels, hun bezetting of overleggen.",
    whats={
        What.BEGAN: "begonnen",
        What.ENDED: "beëindigd",
        What.ENTERED: "bijgeschreven",
        What.REMOVED: "weggehaald",
        What.CONFIRMED: "bevestigd",
        What.CHANGED: "gewijzigd",
    },
    sorts={
        "Seat": "zetel «{0}»",
        "Coalition": "de gegevens van de coalitie",
        "Meeting": "overleg «{0}»",
        "Person": "de gegevens van {0}",
        "HOLDS": "{0} op zetel «{1}»",
        "SEAT_IN": "zetel «{0}» aan deze tafel",
        "SEAT_FOR": "zetel «{0}» van {1}",
        "COVERS": "zetel «{0}» voor {1}",
        "LEADS": "{0} als trekker",
        "PARTNER_IN": "{0} als partner",
        "WORKS_FOR": "{0} bij {1}",
    },
    gone="iemand die er niet meer in staat",
    as_of="per {day}",
)

EN = Words(
    language="en",
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    thousands=",",
    subtitle="State of affairs on {day}",
    foot="Korte Lijnen · {id} · {day} · version {version} · {seen_by}",
    seen_by={
        Visibility.PUBLIC: "what everybody may see",
        Visibility.MEMBER: "what members of this coalition may see",
        Visibility.COALITION: "what members of this coalition may see",
        Visibility.STEWARD: "what stewards may see: not to be handed out",
    },
    phase="Phase",
    phases={
        CoalitionPhase.EXPLORING: "exploring",
        CoalitionPhase.FORMING: "forming",
        CoalitionPhase.WORKING: "working",
        CoalitionPhase.EMBEDDED: "embedded",
        CoalitionPhase.ENDED: "ended",
    },
    area="Area",
    leads="Leads",
    ambition="Ambition",
    unknown="unknown",
    places_filled="{filled} of the {required} places agreed on are filled.",
    no_rules="Nothing was agreed on who belongs at the table; so what is missing cannot be said.",
    delegation_figure="Places agreed on by sector: filled, filled but not confirmed, and what is missing.",
    filled="filled",
    unconfirmed="not confirmed",
    missing="missing",
    of="{filled} of {required} filled",
    first_of="The first {count} of {all} are drawn.",
    seats="Who sits there",
    no_seats="This coalition has no seats on this date.",
    seat="Seat",
    holder="Held by",
    organisation="Organisation",
    mandate="Mandate",
    state="State",
    nobody="nobody",
    hidden_holder="not visible",
    since="since {day}",
    confirmed="confirmed on {day}",
    never_confirmed="never confirmed",
    last_confirmed="last on {day}",
    has_left="no longer works for the organisation",
    speaks_for="for {municipalities}",
    mandates={Mandate.LISTEN: "listen", Mandate.ADVISE: "advise", Mandate.DECIDE: "decide"},
    states={
        "FILLED": "filled",
        "UNCONFIRMED": "not confirmed",
        "WEAK_MANDATE": "mandate too weak",
        "EXPIRED": "expired",
        "VACANT": "vacant",
        "NO_SEAT": "no seat",
        "HIDDEN": "not visible",
    },
    gaps="What is missing",
    no_gaps="Nothing is missing: every place agreed on is filled.",
    place="Place",
    needs="at least {minimum}, mandate {mandate}",
    leaves_out="Leaves out",
    candidates="Who could",
    gaps_figure="What each gap leaves out, as a part of the pupils, childcare places or children of the whole area.",
    pupils="{count} pupils",
    places="{count} childcare places",
    children="{count} children",
    share="{percent}% of the area",
    weight_unknown="unknown how many",
    nobody_known="nobody known",
    more_known="and {count} more",
    at_table="at the table already",
    one_handshake="1 handshake from the table",
    handshakes="{count} handshakes from the table",
    no_line="no line known",
    departures="What hangs on one person",
    departures_meaning=(
        "What is lost when somebody leaves and nobody takes their place. A line is a way from somebody to somebody "
        "over people who know each other; lines of at most three handshakes are counted. It says where a second one is "
        "needed, not who does good work."
    ),
    departures_figure="Lines between others that are lost, or become longer, when somebody leaves.",
    not_ranked="This part is for members of this coalition and stewards only.",
    nobody_sits="Nobody sits at the table on this date.",
    nothing_hangs="But for their seat, nothing is lost without {names}.",
    person="Without",
    cells_lost="Places that fall open",
    cells_elsewhere="in other coalitions: {count}",
    lines_gone="Lines lost",
    lines_longer="Lines longer",
    lines_figures="{gone} lost, {longer} longer",
    stand_apart="Come to stand apart",
    people="people: {count}",
    locations="locations without another contact: {names}",
    changes="What changed",
    changes_since="Since the meeting before, «{name}» on {day}.",
    no_meeting="No earlier meeting of this coalition is known; so what changed since cannot be said.",
    entered="The coalition is in the network since {day} only. What was loaded then does not count as a change.",
    no_changes="Nothing has changed since in seats, who holds them, or meetings.",
    whats={
        What.BEGAN: "began",
        What.ENDED: "ended",
        What.ENTERED: "written down",
        What.REMOVED: "taken out",
        What.CONFIRMED: "confirmed",
        What.CHANGED: "changed",
    },
    sorts={
        "Seat": "seat «{0}»",
        "Coalition": "the entry of the coalition",
        "Meeting": "meeting «{0}»",
        "Person": "the entry of {0}",
        "HOLDS": "{0} in seat «{1}»",
        "SEAT_IN": "seat «{0}» at this table",
        "SEAT_FOR": "seat «{0}» of {1}",
        "COVERS": "seat «{0}» for {1}",
        "LEADS": "{0} as lead",
        "PARTNER_IN": "{0} as partner",
        "WORKS_FOR": "{0} at {1}",
    },
    gone="somebody who is no longer in it",
    as_of="as of {day}",
)

LANGUAGES: Mapping[str, Words] = {"nl": NL, "en": EN}
