"""docs/store.md: its tables are those of the vocabulary."""

from tests.stores.store_page import PAGE, renewed


def test_the_tables_are_those_of_the_vocabulary() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert renewed(text) == text, "renew it: python -m tests.stores.store_page"
