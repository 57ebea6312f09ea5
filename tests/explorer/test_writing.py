"""What somebody keeps up over the page, each with its reason and its undoing; the API says what came of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Dialog, Locator, Page, expect

from tests.explorer.choosing import choose
from tests.explorer.service import asked


def saved(page: Page, because: str | None = None, button: str = "Bewaar") -> Locator:
    """Give the reason, save, and see what came of it."""
    if because:
        page.get_by_label("Reden").fill(because)
    page.locator("main form.question").get_by_role("button", name=button, exact=True).click()
    done = page.locator(".saved")
    expect(done).to_contain_text("Bewaard, als verandering")
    return done


def undo(done: Locator) -> None:
    done.get_by_role("button", name="Ongedaan maken").click()
    expect(done).to_contain_text("Ongedaan gemaakt.")


def test_a_person_is_added_after_doubles_were_offered_and_taken_back(page: Page, own_address: str) -> None:
    page.goto(f"{own_address}?view=write&do=person")
    page.get_by_role("textbox", name="Naam", exact=True).fill("Fenna Dirks")
    choose(page, "Werkt bij", "heerlen jeugd", "Gemeente Heerlen")
    page.get_by_label("Functie", exact=True).fill("adviseur")
    page.get_by_label("Reden").fill("nieuw in dienst")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.locator(".note")).to_contain_text("Bestaat deze al?")
    expect(page.locator(".note").get_by_role("link", name="Fenna Dirks").first).to_be_visible()
    page.get_by_role("textbox", name="Naam", exact=True).fill("Xanthe Zonderling")
    done = saved(page)
    done.get_by_role("link", name="Bekijk het resultaat").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Xanthe Zonderling")
    expect(page.get_by_text("adviseur")).to_be_visible()
    page.go_back()
    page.goto(f"{own_address}?view=write&do=person")
    page.get_by_role("textbox", name="Naam", exact=True).fill("Ysolde Zeldzaam")
    undo(saved(page, "vergissing"))
    assert people(own_address, "Ysolde") == 0
    assert people(own_address, "Xanthe") == 1


def people(address: str, text: str) -> int:
    found = asked(address, f'{{ network {{ search(text: "{text}", kinds: [PERSON]) {{ totalCount }} }} }}')
    count: int = found["network"]["search"]["totalCount"]  # type: ignore[index]
    return count


def test_an_organisation_is_added_with_its_sector_and_place(page: Page, own_address: str) -> None:
    page.goto(f"{own_address}?view=write&do=organisation")
    page.get_by_role("textbox", name="Naam", exact=True).fill("Zwemclub De Zeester")
    page.get_by_label("Soort").select_option("Association")
    page.get_by_label("Gebied").select_option("GM0917")
    done = saved(page, "doet mee")
    done.get_by_role("link", name="Bekijk het resultaat").click()
    expect(page.get_by_role("heading", name="gevestigd in")).to_be_visible()
    expect(page.get_by_role("link", name="Heerlen (gemeente)")).to_be_visible()


def test_from_a_gap_a_candidate_is_appointed_and_the_gap_closes(page: Page, own_address: str) -> None:
    page.goto(f"{own_address}?view=node&id=k-parkstad")
    gap = page.locator("li.gap").filter(has_text="Simpelveld")
    appoint = gap.get_by_role("link", name="Benoem: ").first
    name = (appoint.get_attribute("aria-label") or "").removeprefix("Benoem: ")
    appoint.click()
    expect(page.locator("main").get_by_role("combobox", name="Wie")).to_have_value(name)
    done = saved(page, "afgesproken in november")
    assert state(own_address, "z-pk-gem-simpelveld") == "FILLED"
    undo(done)
    assert state(own_address, "z-pk-gem-simpelveld") == "VACANT"


def state(address: str, name: str) -> str:
    document = '{ network { coalitions(filter: {text: "Parkstad"}) { edges { node { seats { name state } } } } } }'
    (edge,) = asked(address, document)["network"]["coalitions"]["edges"]  # type: ignore[index]
    wanted = name.rpartition("-")[2].capitalize()
    return str(next(seat["state"] for seat in edge["node"]["seats"] if seat["name"].endswith(wanted)))


def test_a_seat_is_opened_for_whoever_is_missing(page: Page, own_address: str) -> None:
    page.goto(f"{own_address}?view=node&id=k-parkstad")
    gap = page.locator("li.gap").filter(has_text="Voortgezet onderwijs")
    gap.get_by_role("link", name="Open een zetel: Huub Starmans").click()
    expect(page.get_by_label("Sector")).to_have_value("VO")
    page.get_by_label("Naam van de zetel").fill("Zetel voortgezet onderwijs Parkstad")
    expect(page.get_by_label("Brunssum")).to_be_visible()
    saved(page, "aan tafel gevraagd")
    page.goto(f"{own_address}?view=node&id=k-parkstad")
    expect(page.get_by_role("row", name="Voortgezet onderwijs")).to_contain_text("bezet")


def test_a_meeting_is_recorded_from_a_pasted_list(page: Page, own_address: str) -> None:
    page.goto(f"{own_address}?view=write&do=meeting&coalition=k-parkstad")
    page.get_by_label("Naam van de bijeenkomst").fill("Werkoverleg december")
    page.get_by_label("Aanwezigen").fill("1. Noor Vaessen <noor.vaessen@example.org>\nDirks, Fenna\nQuirine Onbekend\n")
    page.get_by_role("button", name="Herken de namen").click()
    expect(page.get_by_label("Noor Vaessen")).to_have_value("p-001")
    expect(page.get_by_label("Fenna Dirks")).not_to_have_value("")
    page.get_by_label("Quirine Onbekend").select_option("new")
    done = saved(page, "verslag")
    assert people(own_address, "Quirine") == 1
    undo(done)
    assert people(own_address, "Quirine") == 0


def test_a_relation_is_confirmed_and_ended_from_its_page(page: Page, own_address: str) -> None:
    page.goto(f"{own_address}?view=node&id=p-021")
    page.get_by_role("button", name="Bijhouden", exact=True).click()
    page.get_by_role("link", name="Klopt nog: facilitair manager").first.click()
    saved(page, button="Klopt nog")
    page.go_back()
    page.get_by_role("button", name="Bijhouden", exact=True).click()
    page.get_by_role("link", name="Beëindig: facilitair manager").first.click()
    done = saved(page, "andere baan", button="Beëindig")
    assert "facilitair" not in functions(own_address)
    undo(done)
    assert "facilitair" in functions(own_address)


def functions(address: str) -> str:
    return str(asked(address, '{ network { node(id: "p-021") { ... on Person { functions { title } } } } }'))


def test_two_that_are_one_are_merged_and_set_apart_again(page: Page, own_address: str) -> None:
    page.goto(f"{own_address}?view=write&do=merge&keep=p-006")
    choose(page, "Gaat erin op", "math ger", "Math Gerards")
    expect(page.locator(".two")).to_contain_text("Math Gerards")
    done = saved(page, "dubbel ingevoerd")
    assert people(own_address, "Math Gerards") == 0
    undo(done)
    assert people(own_address, "Math Gerards") == 1


def test_what_is_refused_is_told_and_what_was_typed_stays(page: Page, own_address: str) -> None:
    page.goto(f"{own_address}?view=write&do=end&what=p-099")
    page.get_by_label("Reden").fill("gesproken met Noor Vaessen")
    page.get_by_role("button", name="Beëindig", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Er klopt iets niet in de vraag.")
    expect(page.get_by_role("alert")).to_contain_text("Wat u invulde staat er nog.")
    expect(page.get_by_label("Reden")).to_have_value("gesproken met Noor Vaessen")


@pytest.mark.parametrize("name", ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>"])
def test_a_name_with_markup_is_text(page: Page, own_address: str, name: str) -> None:
    asked_of = page.request.post(
        f"{own_address}graphql",
        data={
            "query": 'mutation ($lines: [JSON!]!) { put(lines: $lines, because: "x") { ids } }',
            "variables": {"lines": [{"node": "Association", "name": f"{name} Zz"}]},
        },
    ).json()
    dialogs: list[str] = []

    def seen(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", seen)
    (new,) = asked_of["data"]["put"]["ids"]
    page.goto(f"{own_address}?view=node&id={new}")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{name} Zz")
    page.get_by_role("combobox", name="Zoeken").fill("zz")
    expect(page.locator("[role=option]").filter(has_text=name)).to_be_visible()
    assert dialogs == []
    assert page.locator("main img, main script").count() == 0


def test_the_worklists_are_for_stewards(page: Page, own_address: str) -> None:
    page.goto(f"{own_address}?view=work")
    due = asked(own_address, "{ worklist { retentionDue(within: 60) { totalCount } } }")
    count = due["worklist"]["retentionDue"]["totalCount"]  # type: ignore[index]
    expect(page.get_by_role("heading", name="bewaartermijn")).to_contain_text(f"({count})")
