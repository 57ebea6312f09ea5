from __future__ import annotations

from pathlib import Path

from graph.rights import RIGHTS
from graph.rights_page import page

PAGE = Path(__file__).parents[2] / "docs" / "rights.md"


def test_the_page_of_rights_is_the_table_of_rights() -> None:
    assert PAGE.read_text("utf-8") == page(), "renew it: python -m graph.rights_page > docs/rights.md"


def test_what_members_may_do_is_said_in_words_and_checked_in_code() -> None:
    """A right of members either looks at touches, or is asked for by name."""
    by_name = {right.what for right in RIGHTS if right.theirs and not right.holds}
    assert by_name == {
        "erase a person",
        "ask for everything that is kept about a person",
        "see people ranked and singled out: brokers, cut points, introductions",
    }
    assert all(right.theirs for right in RIGHTS if right.holds)
    assert len({right.what for right in RIGHTS}) == len(RIGHTS)
