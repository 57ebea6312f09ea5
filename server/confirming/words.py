"""What the pages say, in Dutch and in English. A text that lacks in one of them is a type error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.confirming.answers import Wrong
from graph.vocabulary import Acquaintance, Visibility


@dataclass(frozen=True, slots=True)
class Notice:
    """A page that only says something: its heading and its text."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """All texts of the pages in one language. `{...}` is filled in."""

    language: str
    other_language: str
    months: tuple[str, ...]
    # the entry
    heading: str
    introduction: str
    seen_by: Mapping[Visibility, str]
    yourself: str
    name: str
    email: str
    phone: str
    purpose: str
    retained: str
    source: str
    introducible: str
    introducible_meaning: str
    yes: str
    no: str
    unknown: str
    functions: str
    seats: str
    acquaintances: str
    leads: str
    works_on: str
    nothing: str
    function: str
    works_for: str
    seat: str
    acquaintance: Mapping[Acquaintance, str]
    since: str
    until: str
    confirmed: str
    themes: str
    deputy_of: str
    # the three ways
    ways: str
    confirm: str
    confirm_meaning: str
    correct: str
    correct_meaning: str
    leave: str
    leave_meaning: str
    valid_until: str
    contact: str
    contact_unknown: str
    back: str
    # correcting
    correct_heading: str
    correct_introduction: str
    title: str
    themes_hint: str
    ended: str
    ended_hint: str
    may_not_end: str
    correct_button: str
    wrong_heading: str
    changed_meanwhile: str
    wrong: Mapping[Wrong, str]
    # leaving
    leave_heading: str
    leave_introduction: str
    leave_button: str
    # notices
    confirmed_notice: Notice
    corrected_notice: Notice
    erased_notice: Notice
    no_link: Notice
    expired: Notice
    void: Notice
    used: Notice
    busy: Notice
    away: Notice
    not_here: Notice
    bad_form: Notice
    fault: Notice

    def day(self, day: date) -> str:
        """A date as people write it."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"


NL = Words(
    language="nl",
    other_language="English",
    months=(
        *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
        *("augustus", "september", "oktober", "november", "december"),
    ),
    heading="Klopt uw vermelding nog?",
    introduction="Dit staat over u in Korte Lijnen, de kaart van wie met wie samenwerkt.",
    seen_by={
        Visibility.PUBLIC: "Iedereen kan uw naam zien; uw contactgegevens zien alleen leden van het netwerk.",
        Visibility.MEMBER: "Leden van het netwerk kunnen dit zien; het publiek niet.",
        Visibility.COALITION: "Leden van uw coalities en de beheerders kunnen dit zien; anderen niet.",
        Visibility.STEWARD: "Alleen de beheerders kunnen dit zien.",
    },
    yourself="Uw gegevens",
    name="Naam",
    email="E-mailadres",
    phone="Telefoon",
    purpose="Waarvoor bewaard",
    retained="Bewaard tot",
    source="Bron",
    introducible="Mag gevraagd worden om mensen voor te stellen",
    introducible_meaning="Zo ja, dan kan Korte Lijnen u noemen als tussenpersoon tussen anderen.",
    yes="Ja",
    no="Nee",
    unknown="niet bekend",
    functions="Functies",
    seats="Zetels",
    acquaintances="Mensen die u kent",
    leads="U trekt",
    works_on="U werkt aan",
    nothing="Er staat verder niets over u.",
    function="{title} bij {organisation}",
    works_for="Werkt bij {organisation}",
    seat="{seat}, {coalition}",
    acquaintance={
        Acquaintance.STRONG: "{name} (kent u heel goed)",
        Acquaintance.GOOD: "{name} (kent u goed)",
        Acquaintance.WEAK: "{name} (kent u een beetje)",
    },
    since="sinds {day}",
    until="tot {day}",
    confirmed="bevestigd op {day}",
    themes="thema’s: {themes}",
    deputy_of="vervangt {name}",
    ways="Wat wilt u doen?",
    confirm="Ja, dit klopt",
    confirm_meaning="Alles hierboven wordt bevestigd met de datum van vandaag.",
    correct="Dit klopt niet",
    correct_meaning="U kunt verbeteren wat niet klopt.",
    leave="Haal mij eruit",
    leave_meaning="Alles over u wordt gewist. Wij vragen het u nog één keer.",
    valid_until="Deze link werkt één keer, tot en met {day}.",
    contact="Vragen, of staat er iets wat u hier niet kunt verbeteren? Mail naar {address}.",
    contact_unknown="Vragen, of staat er iets wat u hier niet kunt verbeteren? Vraag het aan wie u deze link stuurde.",
    back="Terug, zonder iets te veranderen",
    correct_heading="Verbeter uw vermelding",
    correct_introduction="Verander wat niet klopt en laat de rest staan. Wat blijft staan, geldt als bevestigd.",
    title="Functie",
    themes_hint="Thema’s, één per regel",
    ended="Niet meer sinds (of vanaf)",
    ended_hint="Laat leeg als het nog zo is.",
    may_not_end="Klopt dit niet meer? Dat kunt u hier niet veranderen; vraag het aan wie u deze link stuurde.",
    correct_button="Zo klopt het",
    wrong_heading="Er klopt nog iets niet",
    changed_meanwhile=(
        "Uw vermelding is intussen veranderd. Wat u invulde is niet bewaard; hieronder staat wat er nu staat."
    ),
    wrong={
        Wrong.MISSING: "Vul dit in.",
        Wrong.TOO_LONG: "Dit is te lang.",
        Wrong.TOO_MANY: "Dit zijn er te veel.",
        Wrong.UNREADABLE: "Hier staat een teken in dat niet bewaard kan worden.",
        Wrong.NO_ADDRESS: "Dit is geen e-mailadres, zoals naam@voorbeeld.nl.",
        Wrong.TAKEN: "Dit is het e-mailadres van iemand anders. Vul uw eigen adres in.",
        Wrong.NO_DATE: "Dit is geen datum, zoals 31-12-2026.",
        Wrong.BEFORE_BEGIN: "Deze datum ligt vóór het begin.",
        Wrong.AFTER_END: "Deze datum ligt na het einde dat er al staat.",
    },
    leave_heading="Wilt u alles over u laten wissen?",
    leave_introduction=(
        "Uw naam, uw contactgegevens en wat er verder over u staat, worden meteen en voorgoed gewist, ook uit wat er "
        "vroeger stond. Dit kan niet ongedaan worden gemaakt."
    ),
    leave_button="Ja, wis alles over mij",
    confirmed_notice=Notice("Bedankt", "Uw vermelding is bevestigd."),
    corrected_notice=Notice("Bedankt", "Uw verbeteringen zijn opgeslagen. Wat verder bleef staan, is bevestigd."),
    erased_notice=Notice("U staat er niet meer in", "Alles over u is gewist."),
    no_link=Notice(
        "Deze link klopt niet", "Misschien is hij niet helemaal overgenomen. Open de link uit de brief nog eens."
    ),
    expired=Notice("Deze link is verlopen", "Vraag een nieuwe link aan wie u deze stuurde."),
    void=Notice("Deze link geldt niet meer", "Kreeg u later nog een link? Gebruik dan de laatste."),
    used=Notice(
        "Deze link is al gebruikt",
        "Uw antwoord is opgeslagen. Een link werkt één keer; wilt u nog iets laten weten, vraag dan een nieuwe.",
    ),
    busy=Notice(
        "Uw antwoord wordt al verwerkt", "Open de link over een paar minuten nog eens om te zien of het lukte."
    ),
    away=Notice(
        "Het lukt nu even niet",
        "Er is niets veranderd en uw link blijft werken. Probeer het over een paar minuten nog eens.",
    ),
    not_here=Notice("Links worden hier nu niet beantwoord", "Laat het weten aan wie u deze link stuurde."),
    bad_form=Notice("Dit formulier is niet goed aangekomen", "Er is niets veranderd. Open de link opnieuw."),
    fault=Notice(
        "Er ging bij ons iets mis", "Uw link blijft werken. Meld het aan wie u deze link stuurde, met dit nummer: {id}."
    ),
)

EN = Words(
    language="en",
    other_language="Nederlands",
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    heading="Is your entry still right?",
    introduction="This is what Korte Lijnen, the map of who works with whom, says of you.",
    seen_by={
        Visibility.PUBLIC: "Everybody can see your name; only members of the network see your contact details.",
        Visibility.MEMBER: "Members of the network can see this; the public cannot.",
        Visibility.COALITION: "Members of your coalitions and the stewards can see this; others cannot.",
        Visibility.STEWARD: "Only the stewards can see this.",
    },
    yourself="About you",
    name="Name",
    email="E-mail address",
    phone="Telephone",
    purpose="What it is kept for",
    retained="Kept until",
    source="Source",
    introducible="May be asked to introduce people",
    introducible_meaning="If so, Korte Lijnen can name you as a go-between for others.",
    yes="Yes",
    no="No",
    unknown="not known",
    functions="Functions",
    seats="Seats",
    acquaintances="People you know",
    leads="You lead",
    works_on="You work on",
    nothing="There is nothing else about you.",
    function="{title} at {organisation}",
    works_for="Works for {organisation}",
    seat="{seat}, {coalition}",
    acquaintance={
        Acquaintance.STRONG: "{name} (you know each other very well)",
        Acquaintance.GOOD: "{name} (you know each other well)",
        Acquaintance.WEAK: "{name} (you know each other a little)",
    },
    since="since {day}",
    until="until {day}",
    confirmed="confirmed on {day}",
    themes="themes: {themes}",
    deputy_of="stands in for {name}",
    ways="What would you like to do?",
    confirm="Yes, this is right",
    confirm_meaning="Everything above is confirmed with today’s date.",
    correct="This is not right",
    correct_meaning="You can put right what is wrong.",
    leave="Take me out",
    leave_meaning="Everything about you is erased. We ask you once more.",
    valid_until="This link works once, up to and including {day}.",
    contact="Questions, or something that you cannot put right here? Write to {address}.",
    contact_unknown="Questions, or something that you cannot put right here? Ask whoever sent you this link.",
    back="Back, without changing anything",
    correct_heading="Correct your entry",
    correct_introduction="Change what is wrong and leave the rest. What you leave counts as confirmed.",
    title="Title",
    themes_hint="Themes, one on each line",
    ended="No longer since (or from)",
    ended_hint="Leave empty if it is still so.",
    may_not_end="No longer so? You cannot change that here; ask whoever sent you this link.",
    correct_button="This is right now",
    wrong_heading="Something is not right yet",
    changed_meanwhile="Your entry has changed meanwhile. What you filled in was not kept; below is what it says now.",
    wrong={
        Wrong.MISSING: "Fill this in.",
        Wrong.TOO_LONG: "This is too long.",
        Wrong.TOO_MANY: "These are too many.",
        Wrong.UNREADABLE: "This has a character that cannot be kept.",
        Wrong.NO_ADDRESS: "This is no e-mail address, such as name@example.org.",
        Wrong.TAKEN: "This is somebody else’s e-mail address. Fill in your own.",
        Wrong.NO_DATE: "This is no date, such as 2026-12-31.",
        Wrong.BEFORE_BEGIN: "This date is before it began.",
        Wrong.AFTER_END: "This date is after the end that is there already.",
    },
    leave_heading="Shall we erase everything about you?",
    leave_introduction=(
        "Your name, your contact details and whatever else there is about you are erased at once and for good, also "
        "from what was there in the past. This cannot be undone."
    ),
    leave_button="Yes, erase everything about me",
    confirmed_notice=Notice("Thank you", "Your entry is confirmed."),
    corrected_notice=Notice("Thank you", "Your corrections are stored. What you left is confirmed."),
    erased_notice=Notice("You are no longer in it", "Everything about you has been erased."),
    no_link=Notice("This link is not right", "It may not have been copied whole. Open the link in the letter again."),
    expired=Notice("This link has expired", "Ask whoever sent it for a new one."),
    void=Notice("This link is no longer good", "Did you get another one later? Use the last one."),
    used=Notice(
        "This link has been used",
        "Your answer is stored. A link works once; is there something else to tell, then ask for a new one.",
    ),
    busy=Notice("Your answer is being stored already", "Open the link again in a few minutes to see if it worked."),
    away=Notice("This does not work just now", "Nothing has changed and your link stays good. Try again in a while."),
    not_here=Notice("Links are not answered here at the moment", "Please tell whoever sent you this link."),
    bad_form=Notice("This form did not arrive well", "Nothing has changed. Open the link again."),
    fault=Notice("Something went wrong on our side", "Your link stays good. Tell whoever sent it this number: {id}."),
)

LANGUAGES: Mapping[str, Words] = {"nl": NL, "en": EN}


def words_for(asked: str | None, accepted: str | None) -> Words:
    """The language that was asked for, or else the first of the browser's that there is, or else Dutch."""
    if asked is not None and asked in LANGUAGES:
        return LANGUAGES[asked]
    ranked = sorted((_ranked(part) for part in (accepted or "").split(",")), key=lambda one: one[0])
    return next((LANGUAGES[language] for _, language in ranked if language in LANGUAGES), NL)


def _ranked(part: str) -> tuple[float, str]:
    language, _, quality = part.partition(";")
    try:
        rank = -float(quality.strip().removeprefix("q=") or 1)
    except ValueError:
        rank = 0.0
    return rank, language.strip().lower().partition("-")[0]
