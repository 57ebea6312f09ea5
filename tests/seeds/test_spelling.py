import pytest

from seeds.registers.spelling import place_name


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("HEERLEN", "Heerlen"),
        ("VALKENBURG AAN DE GEUL", "Valkenburg aan de Geul"),
        ("DE MEERN", "De Meern"),
        ("SITTARD-GELEEN", "Sittard-Geleen"),
        ("IJSSELSTEIN", "IJsselstein"),
        ("CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"),
        ("S GRAVENHAGE", "'s-Gravenhage"),
        ("'S GRAVENMOER", "'s-Gravenmoer"),
        ("'S-HEERENHOEK", "'s-Heerenhoek"),
        ("'T GOY", "'t Goy"),
        ("BEEK LB", "Beek LB"),
        ("2E EXLOERMOND", "2e Exloermond"),
        ("HEI- EN BOEICOP", "Hei- en Boeicop"),
        ("Noardeast-Fryslân", "Noardeast-Fryslân"),
    ],
)
def test_a_place_in_capitals_is_written_as_people_write_it(capitals: str, name: str) -> None:
    assert place_name(capitals) == name
