"""The files of childcare, and what of them is read.

Columns that hold personal data (`contact_*`, the address of a holder) are not among those used, so they get no
further than the line that they stand in. Of a childminder (VGO) or an agency of childminders (GOB) nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import BadInput
from graph.records import Source
from graph.text import fold
from seeds.registers.reading import File
from seeds.registers.tables import read_headings

CENTRES = frozenset({"KDV", "BSO"})  # locations of childcare; any other type is at somebody's home, an agency, or past
_LEGAL = re.compile(
    r"\b(stichting|vereniging|besloten vennootschap|b\.? ?v\.?|naamloze vennootschap|n\.? ?v\.?|cooperatie\w*"
    r"|publiekrechtelijk\w*|gemeente|kerkgenootschap)(?!\w)"
)
_REGISTERED = frozenset({"ingeschreven", "geregistreerd"})


@dataclass(frozen=True, slots=True)
class Layout:
    """A file of childcare: its source, and in which column each thing stands (None: it does not say)."""

    source: Source
    code: str
    type: str
    name: str
    places: str
    status: str
    street: str
    postcode: str
    town: str
    municipality: str
    holder: str
    municipality_code: str | None = None
    holder_code: str | None = None
    legal_form: str | None = None

    @property
    def used(self) -> frozenset[str]:
        """The columns that are read."""
        more = {self.municipality_code, self.holder_code, self.legal_form} - {None}
        own = (self.code, self.type, self.name, self.places, self.status, self.street, self.postcode, self.town)
        return frozenset({*own, self.municipality, self.holder, *(one for one in more if one)})

    def wanted(self, cells: Mapping[str, str | None]) -> bool:
        """Whether a row is of a centre that is registered now; one that says nothing of that is."""
        status = cells[self.status]
        return (cells[self.type] or "").upper() in CENTRES and (status is None or fold(status) in _REGISTERED)

    def holder_is_legal(self, cells: Mapping[str, str | None]) -> bool:
        """Whether the holder is a legal entity: the name of anybody else is that of a person."""
        said = cells[self.legal_form] if self.legal_form else cells[self.holder]
        return _LEGAL.search(fold(said or "")) is not None


LRK = Layout(
    Source("Landelijk Register Kinderopvang", "https://www.landelijkregisterkinderopvang.nl"),
    "lrk_id",
    "type_oko",
    "actuele_naam_oko",
    "aantal_kindplaatsen",
    "status",
    "opvanglocatie_adres",
    "opvanglocatie_postcode",
    "opvanglocatie_woonplaats",
    "verantwoordelijke_gemeente",
    "naam_houder",
    "cbs_code",
    "kvk_nummer_houder",
    "rechtsvorm_houder",
)
AMSTERDAM = Layout(
    Source("GGD Amsterdam, risicoprofielen kinderopvang", "https://www.landelijkregisterkinderopvang.nl"),
    "lrknummer",
    "type",
    "naam",
    "kindplaatsen",
    "status",
    "adres",
    "postcode",
    "plaats",
    "gemeente",
    "houder/_text",
)


def layout_of(file: File) -> Layout:
    """Which file this is. Raises BadInput when it is none; that never repeats the file, which may hold people."""
    headings = set(read_headings(file))
    for layout, own in ((LRK, {"lrk_id", "type_oko"}), (AMSTERDAM, {"lrknummer", "houder/_text"})):
        if own <= headings:
            return layout
    raise BadInput(
        f"{file.name} is no file of childcare that is read here",
        field=file.name,
        actual="its heading has neither lrk_id and type_oko nor lrknummer and houder/_text",
        expected="the export of the national register (LRK) with its heading, or the list of Amsterdam",
    )
