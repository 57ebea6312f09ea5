"""What a cut keeps of itself."""

from functools import partial

from graph.cut import KEPT_LATELY
from tests.graph.networks import cut_of, node


def test_of_what_is_derived_of_whatever_callers_name_the_last_few_are_kept() -> None:
    cut = cut_of([node("Person", "anna")])
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number

    for number in (*range(KEPT_LATELY + 1), KEPT_LATELY, 0):
        assert cut.kept_lately("itself", number, partial(make, number)) == number
    assert made == [*range(KEPT_LATELY + 1), 0]
