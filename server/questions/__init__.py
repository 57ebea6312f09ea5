"""Questions to begin with: documents for the demo network, with their titles as the first line."""

from __future__ import annotations

from importlib.resources import files

from server.graphiql_page import ExampleQuestion


def demo_questions() -> list[ExampleQuestion]:
    """The questions, in order of their files."""
    documents = sorted(
        (file for file in files(__name__).iterdir() if file.name.endswith(".graphql")), key=lambda file: file.name
    )
    return [_question(file.read_text("utf-8")) for file in documents]


def _question(document: str) -> ExampleQuestion:
    title, _, question = document.partition("\n")
    return ExampleQuestion(title.removeprefix("# "), question)
