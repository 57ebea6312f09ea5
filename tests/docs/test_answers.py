"""docs/what-coalitions-ask.md: its answers are those of the demo network."""

from pathlib import Path

from tests.docs.answers import PAGE, demo, questions, renewed


def test_the_answers_on_the_page_are_those_of_the_demo_network(tmp_path: Path) -> None:
    text = PAGE.read_text(encoding="utf-8")
    asking = demo(tmp_path)
    try:
        assert len(questions(text)) == 7
        assert renewed(text, asking) == text, "renew it: python -m tests.docs.answers docs/what-coalitions-ask.md"
    finally:
        asking.live.close()
